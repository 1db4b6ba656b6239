/* SPDX-License-Identifier: MIT */
/*
 * Ways through a file: named destinations, outline, page labels (ISO 32000-1,
 * 12.3 and 12.4.2).
 */
#ifndef PDF_NAVIGATION_H
#define PDF_NAVIGATION_H

struct buf;
struct pdf_output;

/* Adds the objects and appends their entries of the catalog. */
void navigation_write(struct pdf_output *out, struct buf *catalog);

#endif
