/* SPDX-License-Identifier: MIT */
/*
 * Comes in: files of the folder figures/ that are pictures.  Goes out: pictures,
 * each read once for all books of a run.
 */
#include "read/pictures.h"

#include <string.h>

#include "base/arena.h"
#include "base/map.h"
#include "base/messages.h"
#include "base/str.h"
#include "doc/picture.h"
#include "read/guide.h"
#include "read/read.h"

/* A picture is needed longer than the book that it was read for. */
struct read_pictures {
	struct arena	*arena;
	struct map	*colour, *grey;	/* path -> struct picture * */
};

struct read_pictures *
read_pictures_new(struct arena *a)
{
	struct read_pictures *all = ARENA_NEW(a, struct read_pictures);

	all->arena = a;
	all->colour = map_new(a);
	all->grey = map_new(a);
	return all;
}

static bool
has_ending(const char *path, enum image_kind kind)
{
	static const char *const jpeg[] = { ".jpg", ".jpeg", ".jpe", ".jfif" };
	const char *dot = strrchr(path, '.');

	if (dot == NULL)
		return false;
	if (str_equal_nocase(dot, image_kind_ending(kind)))
		return true;
	for (size_t i = 0; i < sizeof(jpeg) / sizeof(jpeg[0]); i++)
		if (kind == IMAGE_JPEG && str_equal_nocase(dot, jpeg[i]))
			return true;
	return false;
}

void
pictures_check_name(struct guide_reader *r, struct span at, const char *path,
    enum image_kind kind)
{
	const char *dot = strrchr(path, '.');
	size_t stem = dot != NULL ? (size_t)(dot - path) : strlen(path);

	if (has_ending(path, kind))
		return;
	diag_say(r->dl, at, arena_printf(r->arena, "call it \"%.*s%s\", here%s",
	    (int)stem, path, image_kind_ending(kind),
	    str_starts(path, "figures/") ? " and in figures.yaml" : " too"),
	    SAY_PICTURE_NAME, path, image_kind_name(kind));
}

static const char *
format_hint(enum image_kind kind)
{
	switch (kind) {
	case IMAGE_HEIC:
		return HINT_PICTURE_FORMAT_PHOTO;
	case IMAGE_PDF:
		return HINT_PICTURE_FORMAT_DRAWING;
	case IMAGE_PNG:
	case IMAGE_JPEG:
	case IMAGE_SVG:
	case IMAGE_GIF:
	case IMAGE_WEBP:
	case IMAGE_AVIF:
	case IMAGE_BMP:
	case IMAGE_TIFF:
	case IMAGE_JPEG_2000:
	case IMAGE_JPEG_XL:
	case IMAGE_UNKNOWN:
		return NULL;
	}
	BUG("picture of kind %d", (int)kind);
}

const struct picture *
pictures_known(const struct guide_reader *r, const char *path)
{
	return map_find(r->grey ? r->pictures->grey : r->pictures->colour,
	    path);
}

bool
pictures_count(struct guide_reader *r, struct span at,
    const struct picture *picture)
{
	size_t bytes = (size_t)picture->width * picture->height *
	    (size_t)picture->paper.components;

	if (bytes <= IMAGE_MAX_TOTAL - r->picture_bytes) {
		r->picture_bytes += bytes;
		return true;
	}
	diag_say(r->dl, at, NULL, SAY_PICTURES_TOO_MANY, picture->name);
	return false;
}

const struct picture *
pictures_read(struct guide_reader *r, struct span at, const char *path,
    enum image_kind kind, const char *bytes, size_t len)
{
	struct arena *a = r->pictures->arena;
	struct picture *picture;

	if (kind != IMAGE_PNG && kind != IMAGE_JPEG) {
		diag_say(r->dl, at, format_hint(kind), SAY_PICTURE_FORMAT,
		    path, image_kind_name(kind));
		return NULL;
	}
	pictures_check_name(r, at, path, kind);
	picture = image_read(a, r->dl, at, arena_strdup(a, path), kind, bytes,
	    len, r->grey);
	if (picture != NULL)
		map_add(r->grey ? r->pictures->grey : r->pictures->colour,
		    path, picture);
	return picture;
}
