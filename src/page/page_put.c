/* SPDX-License-Identifier: MIT */
/*
 * Pages of the display list are filled with boxes.
 */
#include "page/page_put.h"

#include "base/arena.h"
#include "doc/book.h"
#include "page/box.h"

/* From the folio to the words beside it, and the least room of the folio. */
#define FOLIO_GAP DIM_MM(4)
#define FOLIO_ROOM DIM_MM(6)

static const char *
page_words(struct box_maker *m, size_t number)
{
	return arena_printf(m->arena, "%zu", number);
}

struct page_sheet
page_sheet_new(struct box_maker *m, size_t number)
{
	const struct page_style *s = m->style;
	struct page_sheet sheet;

	sheet.m = m;
	sheet.page = m->display->pages.len;
	display_page_new(m->display, s->width, s->height,
	    page_words(m, number));
	sheet.content = ARENA_NEW(m->arena, struct page_box);
	sheet.x = s->binding != BINDING_FOLDED || number % 2 == 1 ? s->inner :
	    s->outer;
	return sheet;
}

void
page_sheet_put(struct page_sheet *sheet, const struct page_box *box, dim x,
    dim y)
{
	struct display_target *target;
	struct box_maker *m = sheet->m;
	size_t i;

	box_move_into(m, sheet->content, box, x, y);
	for (i = 0; i < box->targets.len; i++) {
		target = vec_push(m->display->arena, &m->display->targets);
		target->name = box->targets.items[i];
		target->page = sheet->page;
		target->y = y;
	}
}

/* Baseline of the line that stands two below the last of the text block. */
static dim
foot_baseline(const struct page_style *s)
{
	dim lines = (s->height - s->top - s->bottom) / s->grid;

	return s->top + (lines + 1) * s->grid + page_baseline(s, PAGE_BODY);
}

/*
 * Words of the running line, in the order in which they stand from left to
 * right, so that those who copy a page get them as they see them; what comes
 * first ends in a space, which has to be of the kind that lines keep.
 */
static void
put_foot_words(struct page_sheet *sheet, const char *words, bool bold, dim x,
    dim width, bool first)
{
	struct box_maker *m = sheet->m;
	dim y = foot_baseline(m->style) - page_baseline(m->style, PAGE_SMALL);

	if (first) {
		words = arena_printf(m->arena, "%s\xC2\xA0", words);
		width = box_words_width(m, words, PAGE_SMALL, bold);
	}
	/* A point more than needed: never broken by rounding. */
	box_put_words(m, sheet->content, words, PAGE_SMALL, bold,
	    sheet->x + x, y, width + DIM_PT, 0, ARTIFACT_FOOTER);
}

void
page_sheet_foot(struct page_sheet *sheet, size_t number, const char *words)
{
	struct box_maker *m = sheet->m;
	const char *folio = page_words(m, number);
	dim measure = page_measure(m->style);
	dim folio_width, room, words_width = 0;
	bool has_words = words != NULL && words[0] != '\0';

	folio_width = box_words_width(m, folio, PAGE_SMALL, true);
	room = (folio_width < FOLIO_ROOM ? FOLIO_ROOM : folio_width) +
	    FOLIO_GAP;
	if (has_words) {
		words_width = box_words_width(m, words, PAGE_SMALL, false);
		has_words = words_width <= measure - room;
	}
	/* The folio stands at the outer edge; on single leaves at the start. */
	if (m->style->binding != BINDING_FOLDED || number % 2 == 0) {
		put_foot_words(sheet, folio, true, 0, folio_width, has_words);
		if (has_words)
			put_foot_words(sheet, words, false, room, words_width,
			    false);
		return;
	}
	if (has_words)
		put_foot_words(sheet, words, false,
		    measure - room - words_width, words_width, true);
	put_foot_words(sheet, folio, true, measure - folio_width, folio_width,
	    false);
}

static void
mirror_box(dim box[4], dim width)
{
	dim left = width - box[2];

	box[2] = width - box[0];
	box[0] = left;
}

static void
mirror_page(struct page_sheet *sheet)
{
	struct page_box *c = sheet->content;
	dim width = sheet->m->style->width;
	size_t i;

	box_mirror_items(sheet->m, c, 0, width / 2);
	for (i = 0; i < c->links.len; i++)
		mirror_box(c->links.items[i].box, width);
	for (i = 0; i < c->areas.len; i++)
		mirror_box(c->areas.items[i].box, width);
}

static void
place_area(struct display *d, const struct box_area *area, size_t page)
{
	struct display_tag *tag = &d->tags.items[area->tag];
	int i;

	tag->page = page;
	for (i = 0; i < 4; i++)
		tag->box[i] = area->box[i];
}

void
page_sheet_finish(struct page_sheet *sheet)
{
	struct page_box *c = sheet->content;
	struct display *d = sheet->m->display;
	struct display_page *page = &d->pages.items[sheet->page];
	struct display_link *link;
	size_t i;

	if (sheet->m->book->right_to_left)
		mirror_page(sheet);
	page->items.items = c->items.items;
	page->items.len = c->items.len;
	page->items.cap = c->items.cap;
	for (i = 0; i < c->links.len; i++) {
		link = vec_push(d->arena, &d->links);
		*link = c->links.items[i];
		link->page = sheet->page;
	}
	for (i = 0; i < c->areas.len; i++)
		place_area(d, &c->areas.items[i], sheet->page);
}
