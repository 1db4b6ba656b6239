/* SPDX-License-Identifier: MIT */
/*
 * Links as annotations (ISO 32000-1, 12.5.6.5).
 *
 * Comes in: the display list's links and where pages stand.  Goes out: one
 * annotation object a link, and each page's array of them.
 */
#ifndef PDF_ANNOTATIONS_H
#define PDF_ANNOTATIONS_H

#include <stddef.h>

struct buf;
struct pdf_output;

/* Reserves the annotations' objects in out->annotations, for tags_write. */
void annotations_reserve(struct pdf_output *out);
void annotations_write(struct pdf_output *out);
/* Appends "/Annots[...]" of page "index" of the file to its entries; nothing if
 * it has no links. */
void annotations_page(const struct pdf_output *out, size_t index,
    struct buf *entries);

#endif
