/* SPDX-License-Identifier: MIT */
/*
 * From the bytes of a PNG or JPEG file to a picture.  For use inside read/
 * only.
 */
#ifndef READ_IMAGE_H
#define READ_IMAGE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/diag.h"

struct arena;
struct picture;

#define IMAGE_MAX_BYTES ((size_t)64 * 1024 * 1024)
#define IMAGE_MAX_PIXELS 100000000
#define IMAGE_MAX_SIDE 65500
/* Decoded, of all pictures of one book. */
#define IMAGE_MAX_TOTAL ((size_t)1024 * 1024 * 1024)

enum image_kind {
	IMAGE_PNG, IMAGE_JPEG, IMAGE_SVG,
	/* Known, to say what to do about them. */
	IMAGE_GIF, IMAGE_WEBP, IMAGE_HEIC, IMAGE_AVIF, IMAGE_BMP, IMAGE_TIFF,
	IMAGE_JPEG_2000, IMAGE_JPEG_XL, IMAGE_PDF, IMAGE_UNKNOWN
};

/* What the first bytes say; the name is not asked. */
enum image_kind image_kind_of(const char *bytes, size_t len);
/* "a PNG picture" */
const char *image_kind_name(enum image_kind kind);
/* The usual ending (".png"); "" for IMAGE_UNKNOWN. */
const char *image_kind_ending(enum image_kind kind);

/*
 * Proves the file whole by decoding it and makes what paper and the web show.
 * "kind" is IMAGE_PNG or IMAGE_JPEG; "grey": paper shows no colours.  "name" is
 * kept.  NULL after an error at "at", which is in "dl".
 */
struct picture *image_read(struct arena *a, struct diag_list *dl,
    struct span at, const char *name, enum image_kind kind, const char *bytes,
    size_t len, bool grey);

#endif
