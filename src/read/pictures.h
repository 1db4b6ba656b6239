/* SPDX-License-Identifier: MIT */
/*
 * The pictures of a guide: what is a PNG or JPEG file among its figures.  For
 * use inside read/ only.
 */
#ifndef READ_PICTURES_H
#define READ_PICTURES_H

#include <stddef.h>

#include "base/diag.h"
#include "read/image.h"

struct guide_reader;
struct picture;

/* Says it if the ending of "path" is that of another kind. */
void pictures_check_name(struct guide_reader *r, struct span at,
    const char *path, enum image_kind kind);
/* The picture in a file's bytes, which may be forgotten afterwards.  "path" is
 * kept.  NULL after an error at "at". */
const struct picture *pictures_read(struct guide_reader *r, struct span at,
    const char *path, enum image_kind kind, const char *bytes, size_t len);
/* One that was read before, by this book or another one; or NULL. */
const struct picture *pictures_known(const struct guide_reader *r,
    const char *path);
/* Counts a picture among those of the book; false after an error, if they are
 * too many. */
bool pictures_count(struct guide_reader *r, struct span at,
    const struct picture *picture);

#endif
