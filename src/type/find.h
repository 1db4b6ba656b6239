/* SPDX-License-Identifier: MIT */
/*
 * From a family's name to its file: the theme's fonts folder first, then
 * fontconfig.  The family found must be the family asked for; a near match is
 * an error that names the Debian package to install.
 */
#ifndef TYPE_FIND_H
#define TYPE_FIND_H

#include <stdbool.h>

struct arena;
struct buf;

/*
 * The path of "family" in weight Regular or Bold, upright, in "a"; NULL with
 * the reason in "why".  "theme_fonts" is the path of a folder with *.ttf,
 * *.otf, *.ttc or *.otc files, or NULL.  *index becomes the face's index in the
 * file.
 */
const char *font_find(struct arena *a, const char *family, bool bold,
    const char *theme_fonts, unsigned *index, struct buf *why);

#endif
