/* SPDX-License-Identifier: MIT */
/*
 * The picture that others show beside a link to the site.
 */
#ifndef SITE_SHARE_PICTURE_H
#define SITE_SHARE_PICTURE_H

#include <stddef.h>

struct arena;
struct drawing;

/* Pixels: 1.91 to 1, as Open Graph's readers cut it. */
#define SHARE_PICTURE_WIDTH 1200
#define SHARE_PICTURE_HEIGHT 630

/*
 * A PNG (ISO/IEC 15948) in "a": the theme's mark in the middle of the theme's
 * paper.  Known are shapes filled with one colour; NULL if "mark" has anything
 * else, or nothing, to paint.  The same input gives the same bytes.
 */
const char *share_picture(struct arena *a, const struct drawing *mark,
    unsigned paper, size_t *len);

#endif
