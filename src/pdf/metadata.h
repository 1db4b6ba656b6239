/* SPDX-License-Identifier: MIT */
/*
 * What a file says about itself: Info, XMP, output intent.
 *
 * Comes in: pdf_info.  Goes out: objects.  Owner of libxml2 in pdf/, which
 * re-reads the XMP packet to prove it well-formed.
 */
#ifndef PDF_METADATA_H
#define PDF_METADATA_H

#include <stdbool.h>
#include <stdint.h>

struct buf;
struct pdf_output;

/* The Info dictionary's object. */
uint32_t metadata_info(struct pdf_output *out);
/* Adds /Metadata, /OutputIntents and /Lang to the catalog's entries.  False
 * after an error, which is in out->dl. */
bool metadata_write(struct pdf_output *out, struct buf *catalog)
    __attribute__((warn_unused_result));

#endif
