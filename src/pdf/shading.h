/* SPDX-License-Identifier: MIT */
/*
 * Gradients as shadings (ISO 32000-1, 8.7.4.5): axial and radial ones of grey
 * with stitched functions.
 *
 * Comes in: the shadings of a display list.  Goes out: numbers for content
 * streams, and the resources they name.  A shading lies in a plane of its own;
 * where that plane is on the page is said where it is drawn, so that equal rows
 * of greys are one object.
 */
#ifndef PDF_SHADING_H
#define PDF_SHADING_H

struct arena;
struct buf;
struct display;
struct display_shading;
struct shading_set;

/* All shadings of the display list. */
struct shading_set *shading_set_new(struct arena *a,
    const struct display *display);
/* Which number it has, from 1; it must be of the set's display list. */
unsigned shading_number(const struct shading_set *set,
    const struct display_shading *shading);
/* "/Shading<<...>>", or nothing if there are none. */
void shading_set_write(const struct shading_set *set, struct buf *resources);

#endif
