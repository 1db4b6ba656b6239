/* SPDX-License-Identifier: MIT */
/*
 * The clinic's sign as a file beside the pages.
 *
 * A drawing is written anew from its shapes, so nothing of the file that an
 * editor gave us reaches the site but numbers.
 */
#include "site/site_int.h"

#include <string.h>

#include "base/arena.h"
#include "doc/book.h"
#include "doc/drawing.h"
#include "doc/picture.h"
#include "emit/stage.h"

/* The room that pages have for it, in CSS pixels. */
#define WIDTH_MOST 224
#define HEIGHT_MOST 56

struct logo_bytes {
	const char	*bytes, *ending;
	size_t		 len;
};

static struct logo_bytes
bytes_of(struct arena *a, const struct book_clinic *clinic)
{
	const struct picture_file *file;
	struct logo_bytes b = { NULL, ".svg", 0 };

	if (clinic->logo != NULL) {
		b.bytes = html_drawing_file(a, clinic->logo);
		b.len = strlen(b.bytes);
	} else if (clinic->logo_picture != NULL) {
		file = &clinic->logo_picture->web;
		b.bytes = file->bytes;
		b.len = file->len;
		b.ending = file->form == PICTURE_PNG ? ".png" : ".jpg";
	}
	return b;
}

void
logo_name(struct site *s)
{
	const struct book_clinic *clinic = &s->book->clinic;
	const struct logo_bytes b = bytes_of(s->arena, clinic);
	int64_t width, height;

	if (b.bytes == NULL)
		return;
	s->logo.file = hashed_name(s->arena, "logo", b.ending, b.bytes, b.len);
	width = clinic->logo != NULL ? clinic->logo->width :
	    (int64_t)clinic->logo_picture->width;
	height = clinic->logo != NULL ? clinic->logo->height :
	    (int64_t)clinic->logo_picture->height;
	s->logo.height = HEIGHT_MOST;
	s->logo.width = (int)(HEIGHT_MOST * width / height);
	if (s->logo.width > WIDTH_MOST) {
		s->logo.width = WIDTH_MOST;
		s->logo.height = (int)(WIDTH_MOST * height / width);
	}
	if (s->logo.width < 1)
		s->logo.width = 1;
	if (s->logo.height < 1)
		s->logo.height = 1;
}

void
logo_write(struct site *s, struct stage *stage)
{
	const struct logo_bytes b = bytes_of(s->arena, &s->book->clinic);
	const char *path;

	if (b.bytes == NULL)
		return;
	path = arena_printf(s->arena, "site/%s", s->logo.file);
	if (!stage_has(stage, path))
		stage_write_file(stage, path, b.bytes, b.len);
}
