/* SPDX-License-Identifier: MIT */
/*
 * The structure tree (ISO 32000-1, 14.7 and 14.8) in reading order, whatever
 * pages the marks stand on.
 *
 * Comes in: the display list's tags, marks and links, and where pages stand.
 * Goes out: structure elements, the parent tree and the tree of ids.
 */
#ifndef PDF_TAGS_H
#define PDF_TAGS_H

#include <stddef.h>
#include <stdint.h>

struct pdf_output;

/*
 * Adds all of it and returns the StructTreeRoot.  The parent tree's keys are
 * the file's pages by index, then the links' annotations (tags_link_key).
 */
uint32_t tags_write(struct pdf_output *out);
/* /StructParent of the annotation of a display link. */
uint32_t tags_link_key(const struct pdf_output *out, size_t link);

#endif
