/* SPDX-License-Identifier: MIT */
/*
 * From a family's name to its file: the theme's fonts folders first, then
 * fontconfig.  The family found must be the family asked for; a near match is
 * an error that names the Debian package to install.
 */
#ifndef TYPE_FIND_H
#define TYPE_FIND_H

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct buf;
/* What is installed, read once for all families that are looked for. */
struct font_finder;

/*
 * "folders": "count" paths of folders with *.ttf, *.otf, *.ttc or *.otc files,
 * the nearest first; those that are missing do no harm.  They outlive the
 * finder, which is freed with font_finder_free.
 */
struct font_finder *font_finder_new(const char *const *folders, size_t count);
/*
 * The path of "family" in weight Regular or Bold, upright, in "a"; NULL with
 * the reason in "why".  *index becomes the face's index in the file.
 */
const char *font_find(struct font_finder *f, struct arena *a,
    const char *family, bool bold, unsigned *index, struct buf *why);
void font_finder_free(struct font_finder *f);

#endif
