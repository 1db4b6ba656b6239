/* SPDX-License-Identifier: MIT */
/*
 * Pictures become image XObjects (ISO 32000-1, 8.9.5): a JPEG as it is, a PNG
 * by its compressed rows, whose filters are PDF's predictors (7.4.4.4).
 *
 * Colours are DeviceGray or DeviceRGB, which the file's output intent defines;
 * there is no transparency and no interpolation (ISO 19005-2, 6.2.4, 6.2.8).
 */
#include "pdf/image.h"

#include <stdint.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/vec.h"
#include "page/display.h"
#include "pdf/obj.h"
#include "pdf/syntax.h"

/* The PNG specification, 5.2 and 5.3. */
#define PNG_SIGNATURE_BYTES 8
#define PNG_CHUNK_BYTES 12

struct image_use {
	const struct picture	*picture;
	const char		*bytes;		/* of the stream */
	size_t			 len;
};

struct image_set {
	struct arena		*arena;
	VEC(struct image_use)	 uses;
};

struct image_set *
image_set_new(struct arena *a)
{
	struct image_set *set = ARENA_NEW(a, struct image_set);

	set->arena = a;
	return set;
}

static size_t
number_at(const char *bytes)
{
	const uint8_t *b = (const uint8_t *)bytes;

	return (size_t)b[0] << 24 | (size_t)b[1] << 16 | (size_t)b[2] << 8 |
	    b[3];
}

/* The contents of the IDAT chunks, which are one zlib stream. */
static void
take_png_rows(struct image_set *set, const struct picture_file *png,
    struct image_use *use)
{
	size_t at, len;
	struct buf rows;

	buf_init(&rows);
	for (at = PNG_SIGNATURE_BYTES; png->len - at >= PNG_CHUNK_BYTES;
	    at += PNG_CHUNK_BYTES + len) {
		len = number_at(png->bytes + at);
		if (len > png->len - at - PNG_CHUNK_BYTES)
			BUG("a PNG of ours has a chunk that is too long");
		if (memcmp(png->bytes + at + 4, "IDAT", 4) == 0)
			buf_put(&rows, png->bytes + at + 8, len);
	}
	if (rows.len == 0)
		BUG("a PNG of ours has no rows");
	use->bytes = arena_strndup(set->arena, rows.data, rows.len);
	use->len = rows.len;
	buf_release(&rows);
}

void
image_set_collect(struct image_set *set, const struct picture *picture)
{
	struct image_use *use;
	size_t i;

	for (i = 0; i < set->uses.len; i++)
		if (set->uses.items[i].picture == picture)
			return;
	use = vec_push(set->arena, &set->uses);
	use->picture = picture;
	switch (picture->paper.form) {
	case PICTURE_JPEG:
		use->bytes = picture->paper.bytes;
		use->len = picture->paper.len;
		break;
	case PICTURE_PNG:
		take_png_rows(set, &picture->paper, use);
		break;
	}
}

unsigned
image_set_number(const struct image_set *set, const struct picture *picture)
{
	size_t i;

	for (i = 0; i < set->uses.len; i++)
		if (set->uses.items[i].picture == picture)
			return (unsigned)i + 1;
	BUG("picture %s was not collected", picture->name);
}

static uint32_t
write_use(const struct image_use *use, struct obj_file *file)
{
	const struct picture_file *f = &use->picture->paper;
	uint32_t object;
	struct buf b;

	buf_init(&b);
	buf_printf(&b, "/Type/XObject/Subtype/Image/Width %u/Height %u"
	    "/BitsPerComponent 8/ColorSpace/%s", (unsigned)f->width,
	    (unsigned)f->height, f->components == 1 ? "DeviceGray" :
	    "DeviceRGB");
	switch (f->form) {
	case PICTURE_JPEG:
		buf_puts(&b, "/Filter/DCTDecode");
		break;
	case PICTURE_PNG:
		buf_printf(&b, "/Filter/FlateDecode/DecodeParms"
		    "<</Predictor 15/Colors %d/BitsPerComponent 8"
		    "/Columns %u>>", f->components, (unsigned)f->width);
		break;
	}
	object = obj_add_stream(file, &b, use->bytes, use->len);
	buf_release(&b);
	return object;
}

void
image_set_write(const struct image_set *set, struct obj_file *file,
    struct buf *resources)
{
	size_t i;

	if (set->uses.len == 0)
		return;
	buf_puts(resources, "/XObject<<");
	for (i = 0; i < set->uses.len; i++) {
		buf_printf(resources, "/Im%zu ", i + 1);
		syntax_ref(resources, write_use(&set->uses.items[i], file));
	}
	buf_puts(resources, ">>");
}
