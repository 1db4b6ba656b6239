/* SPDX-License-Identifier: MIT */
/*
 * A picture as an element of a page, and its file beside the pages.
 *
 * The element says how large the picture is, so that nothing jumps when it
 * comes; the file's name carries its hash, so that it may be kept for ever.
 */
#include "site/site_int.h"

#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/map.h"
#include "doc/book.h"
#include "doc/picture.h"
#include "emit/stage.h"
#include "site/escape.h"

/* What the file was called, in letters that need no escape in an address. */
static const char *
stem_of(struct arena *a, const char *name)
{
	const char *slash = strrchr(name, '/'), *dot;
	struct buf stem;
	char *copy;

	name = slash != NULL ? slash + 1 : name;
	dot = strrchr(name, '.');
	buf_init(&stem);
	for (; *name != '\0' && name != dot; name++) {
		if ((*name >= 'a' && *name <= 'z') ||
		    (*name >= '0' && *name <= '9'))
			buf_putc(&stem, *name);
		else if (*name >= 'A' && *name <= 'Z')
			buf_putc(&stem, (char)(*name - 'A' + 'a'));
		else if (stem.len > 0 && stem.data[stem.len - 1] != '-')
			buf_putc(&stem, '-');
	}
	while (stem.len > 0 && stem.data[stem.len - 1] == '-')
		stem.len--;
	copy = arena_printf(a, "figures/%.*s", (int)stem.len, stem.len > 0 ?
	    stem.data : "");
	buf_release(&stem);
	return copy;
}

static const char *
file_name(struct arena *a, const struct picture *picture)
{
	static const char *const endings[] = {
		[PICTURE_JPEG] = ".jpg", [PICTURE_PNG] = ".png"
	};

	return hashed_name(a, stem_of(a, picture->name),
	    endings[picture->web.form], picture->web.bytes, picture->web.len);
}

/* The first picture of a page may be in view at once; others wait until they
 * nearly are. */
void
html_picture(struct html *h, const struct picture *picture, const char *alt)
{
	const char *file = file_name(h->arena, picture);

	buf_puts(h->out, "<img class=\"picture\"");
	escape_attribute(h->out, "src", arena_printf(h->arena, "%s%s",
	    h->assets, file));
	buf_printf(h->out, " width=\"%u\" height=\"%u\"",
	    (unsigned)picture->web.width, (unsigned)picture->web.height);
	if (h->pictures++ > 0)
		buf_puts(h->out, " loading=\"lazy\"");
	escape_attribute(h->out, "alt", alt);
	buf_puts(h->out, " />\n");
}

void
pictures_write(struct site *s, struct stage *stage)
{
	struct map *written = map_new(s->arena);
	const struct picture *picture;
	const struct chapter *chapter;
	struct doc_walk w;
	char *path;

	for (size_t i = 0; i < s->book->chapter_count; i++) {
		chapter = &s->book->chapters[i];
		w = doc_walk_start(chapter->root);
		while (doc_walk_next(&w)) {
			if (!w.entering || w.node->kind != DOC_FIGURE ||
			    !doc_is_in(w.node, ONLY_WEB))
				continue;
			picture = w.node->u.image.picture;
			if (picture == NULL)
				continue;
			path = arena_printf(s->arena, "site/%s",
			    file_name(s->arena, picture));
			if (map_add(written, path, path) &&
			    !stage_has(stage, path))
				stage_write_from(stage, path,
				    picture->web.bytes, picture->web.len,
				    picture->name);
		}
	}
}
