/* SPDX-License-Identifier: MIT */
/*
 * A page's items as the operators of a content stream (ISO 32000-1, 8 and 9).
 *
 * Comes in: a display page with its marks, fonts with codes.  Goes out: bytes,
 * not yet compressed.  Knows no objects of the file.
 */
#ifndef PDF_DRAW_H
#define PDF_DRAW_H

struct buf;
struct content_page;
struct display;
struct display_page;
struct font_set;
struct shading_set;
struct image_set;

/* Appends the page to "out".  The stream starts and leaves the graphics state
 * of a new page; what it changes is undone by whoever puts q and Q round it. */
void draw_page(const struct display *display, const struct display_page *page,
    const struct content_page *marks, const struct font_set *fonts,
    const struct shading_set *shadings, const struct image_set *images,
    struct buf *out);

#endif
