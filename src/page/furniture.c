/* SPDX-License-Identifier: MIT */
/*
 * What whole pages, heads and cards share: ids, words, frames, the mark.
 */
#include "page/furniture.h"

#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/map.h"
#include "page/ornament.h"

#define RADIUS DIM_MM(2)

/* The mark's heads, in tenths of its 120 units (default theme, shapes). */
#define ADULT_X 450
#define ADULT_Y 240
#define ADULT_RADIUS 155
#define BABY_X 725
#define BABY_Y 395
#define BABY_RADIUS 96
/* In the grey palette two pale greys with an outline. */
#define GREY_ADULT 0xededed
#define GREY_BABY 0xb5b5b5
#define GREY_OUTLINE 11
/* The drawing starts 11 hundredths of its width in. */
#define PULL 11

/* A page number before there are any. */
#define UNKNOWN_PAGE "00"

const char *
furniture_id(struct box_maker *m, const struct chapter *chapter,
    const char *word)
{
	return arena_printf(m->arena, "%s.%s", chapter->id, word);
}

struct furniture_words
furniture_words(struct box_maker *m, const char *key, const char *hole)
{
	struct furniture_words parts;
	const char *words, *mark, *found;

	words = book_word(m->book, key);
	mark = arena_printf(m->arena, "{%s}", hole);
	found = strstr(words, mark);
	if (found == NULL) {
		parts.before = words;
		parts.after = "";
		return parts;
	}
	parts.before = arena_strndup(m->arena, words, (size_t)(found - words));
	parts.after = found + strlen(mark);
	return parts;
}

const char *
furniture_page(const struct box_maker *m, const char *chapter_id)
{
	const char *page;

	if (m->pages == NULL)
		return UNKNOWN_PAGE;
	page = map_find(m->pages, chapter_id);
	return page == NULL ? UNKNOWN_PAGE : page;
}

const char *
furniture_number(struct box_maker *m, const char *number)
{
	const char *result;
	struct buf b;

	buf_init(&b);
	for (; *number != '\0'; number++) {
		if (*number == ' ')
			buf_puts(&b, "\xC2\xA0");
		else
			buf_putc(&b, *number);
	}
	result = arena_strndup(m->arena, b.data, b.len);
	buf_release(&b);
	return result;
}

const char *
furniture_address(const char *url)
{
	const char *scheme_end;

	scheme_end = strstr(url, "://");
	return scheme_end == NULL ? url : scheme_end + 3;
}

/* A disc, with an outline in the grey palette. */
static void
put_head(struct box_maker *m, struct page_box *box, const dim centre[2],
    dim radius, uint32_t colour, dim outline)
{
	box_circle(m, box, centre[0], centre[1], radius, 0, colour, true, 0);
	if (outline > 0)
		box_circle(m, box, centre[0], centre[1], radius, outline,
		    COLOUR_BLACK, false, 0);
}

static dim
mark_length(dim size, int64_t tenths)
{
	return dim_scale(size, tenths, MARK_UNITS * 10);
}

dim
furniture_mark_pull(dim size)
{
	return dim_scale(size, PULL, 100);
}

void
furniture_mark(struct box_maker *m, struct page_box *box, dim x, dim y,
    dim size)
{
	const struct page_style *s = m->style;
	dim unit = size / MARK_UNITS;
	uint32_t adult, baby;
	dim outline;

	adult = s->grey ? GREY_ADULT : s->colours[PAGE_SAGE];
	baby = s->grey ? GREY_BABY : s->colours[PAGE_ACCENT];
	outline = s->grey ? mark_length(size, GREY_OUTLINE) : 0;
	put_head(m, box, (dim[2]){ x + mark_length(size, ADULT_X),
	    y + mark_length(size, ADULT_Y) },
	    mark_length(size, ADULT_RADIUS), adult, outline);
	box_ornament(m, box, MARK_ADULT, x, y, unit, adult, true,
	    COLOUR_BLACK, outline);
	put_head(m, box, (dim[2]){ x + mark_length(size, BABY_X),
	    y + mark_length(size, BABY_Y) },
	    mark_length(size, BABY_RADIUS), baby, outline);
	box_ornament(m, box, MARK_BABY, x, y, unit, baby, true, COLOUR_BLACK,
	    outline);
}

void
furniture_frame(struct box_maker *m, struct page_box *box, dim x, dim y,
    dim width, dim height, dim line, uint32_t colour, uint32_t tint)
{
	const dim corners[4] = { RADIUS, RADIUS, RADIUS, RADIUS };

	if (tint != COLOUR_WHITE)
		box_fill_round(m, box, x, y, width, height, corners, tint);
	/* A stroke lies half on either side of its path. */
	box_stroke_round(m, box, x + line / 2, y + line / 2, width - line,
	    height - line, RADIUS - line / 2, line, colour, NULL, 0, 0);
}

void
furniture_link(struct box_maker *m, struct page_box *box, uint32_t tag,
    const dim area[4], const char *uri, const char *target,
    const char *description)
{
	struct display_link *link;

	link = vec_push(m->arena, &box->links);
	link->tag = tag;
	memcpy(link->box, area, sizeof(link->box));
	link->uri = uri;
	link->target = target;
	link->description = description;
}

dim
furniture_words_at_end(struct box_maker *m, struct page_box *box,
    const char *words, enum page_type type, bool bold, dim end_x, dim y,
    dim width, uint32_t tag)
{
	dim natural;

	natural = box_words_width(m, words, type, bold);
	if (natural < width)
		width = natural;
	return box_put_words(m, box, words, type, bold, end_x - width, y,
	    width, tag, ARTIFACT_NONE);
}

const struct chapter *
furniture_printed(const struct box_maker *m, enum chapter_kind kind)
{
	const struct print_part *part;
	size_t i;

	for (i = 0; i < m->book->print_count; i++) {
		part = &m->book->print[i];
		if (part->kind == PRINT_CHAPTER && part->chapter->kind == kind)
			return part->chapter;
	}
	return NULL;
}

struct span
furniture_place(const struct chapter *chapter)
{
	struct span at = { NULL, 0, 0 };

	if (chapter != NULL)
		at.file = chapter->file;
	return at;
}
