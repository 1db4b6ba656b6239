/* SPDX-License-Identifier: MIT */
/*
 * The picture that others show beside a link to the site.
 */
#ifndef SITE_SHARE_PICTURE_H
#define SITE_SHARE_PICTURE_H

#include <stddef.h>

struct arena;
struct theme;

/* Pixels: 1.91 to 1, as Open Graph's readers cut it. */
#define SHARE_PICTURE_WIDTH 1200
#define SHARE_PICTURE_HEIGHT 630

/*
 * A PNG (ISO/IEC 15948) in "a": "svg", the theme's mark as a file of its own,
 * in the middle of the theme's paper.  Known are circles and paths of M, L, C
 * and Z in absolute coordinates with a fill "#rrggbb", of their own or of the
 * group round them; NULL if "svg" has anything else, or nothing, to paint.  The
 * same input gives the same bytes.
 */
const char *share_picture(struct arena *a, const char *svg, unsigned paper,
    size_t *len);

#endif
