/* SPDX-License-Identifier: MIT */
/*
 * What kind of picture a file is, by its first bytes.
 */
#include "read/image.h"

#include <string.h>

/* "mark" at "offset"; the first that fits holds. */
struct signature {
	enum image_kind	 kind;
	size_t		 offset, len;
	const char	*mark;
};

static const struct signature signatures[] = {
	{ IMAGE_PNG, 0, 8, "\x89PNG\r\n\x1a\n" },
	/* Altered on its way as if it were text: damaged, but a PNG. */
	{ IMAGE_PNG, 0, 4, "\x89PNG" },
	{ IMAGE_JPEG, 0, 3, "\xff\xd8\xff" },
	{ IMAGE_GIF, 0, 4, "GIF8" },
	{ IMAGE_WEBP, 8, 4, "WEBP" },
	{ IMAGE_AVIF, 4, 8, "ftypavif" },
	{ IMAGE_AVIF, 4, 8, "ftypavis" },
	{ IMAGE_HEIC, 4, 6, "ftyphe" },
	{ IMAGE_HEIC, 4, 8, "ftypmif1" },
	{ IMAGE_HEIC, 4, 8, "ftypmsf1" },
	{ IMAGE_TIFF, 0, 4, "II*\0" },
	{ IMAGE_TIFF, 0, 4, "MM\0*" },
	{ IMAGE_BMP, 0, 2, "BM" },
	{ IMAGE_JPEG_2000, 4, 8, "jP  \r\n\x87\n" },
	{ IMAGE_JPEG_2000, 0, 4, "\xff\x4f\xff\x51" },
	{ IMAGE_JPEG_XL, 4, 8, "JXL \r\n\x87\n" },
	{ IMAGE_JPEG_XL, 0, 2, "\xff\x0a" },
	{ IMAGE_PDF, 0, 5, "%PDF-" }
};

struct kind_words {
	const char	*name, *ending;
};

static const struct kind_words kinds[] = {
	[IMAGE_PNG] = { "a PNG picture", ".png" },
	[IMAGE_JPEG] = { "a JPEG picture", ".jpg" },
	[IMAGE_SVG] = { "an SVG drawing", ".svg" },
	[IMAGE_GIF] = { "a GIF picture", ".gif" },
	[IMAGE_WEBP] = { "a WebP picture", ".webp" },
	[IMAGE_HEIC] = { "a HEIC photo", ".heic" },
	[IMAGE_AVIF] = { "an AVIF picture", ".avif" },
	[IMAGE_BMP] = { "a BMP picture", ".bmp" },
	[IMAGE_TIFF] = { "a TIFF picture", ".tif" },
	[IMAGE_JPEG_2000] = { "a JPEG 2000 picture", ".jp2" },
	[IMAGE_JPEG_XL] = { "a JPEG XL picture", ".jxl" },
	[IMAGE_PDF] = { "a PDF document", ".pdf" },
	[IMAGE_UNKNOWN] = { "a file of an unknown kind", "" }
};

/* XML starts with a tag, perhaps behind a byte order mark and white space. */
static bool
is_xml(const char *bytes, size_t len)
{
	size_t i = 0;

	if (len >= 3 && memcmp(bytes, "\xef\xbb\xbf", 3) == 0)
		i = 3;
	while (i < len && strchr(" \t\r\n", bytes[i]) != NULL &&
	    bytes[i] != '\0')
		i++;
	return i < len && bytes[i] == '<';
}

enum image_kind
image_kind_of(const char *bytes, size_t len)
{
	const struct signature *s;
	size_t i;

	for (i = 0; i < sizeof(signatures) / sizeof(signatures[0]); i++) {
		s = &signatures[i];
		if (len >= s->offset + s->len &&
		    memcmp(bytes + s->offset, s->mark, s->len) == 0)
			return s->kind;
	}
	return is_xml(bytes, len) ? IMAGE_SVG : IMAGE_UNKNOWN;
}

const char *
image_kind_name(enum image_kind kind)
{
	return kinds[kind].name;
}

const char *
image_kind_ending(enum image_kind kind)
{
	return kinds[kind].ending;
}
