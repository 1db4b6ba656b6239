/* SPDX-License-Identifier: MIT */
/*
 * Claims about page breaking: on boxes of which only the heights are known.
 */
#include "page/page_breaks.h"

#include <string.h>

#include "base/arena.h"
#include "page/box.h"
#include "t.h"

#define LINE DIM_MM(6)

/* A page of 29 lines, as at A5. */
static const struct page_room *
a5(void)
{
	static struct page_room room;

	room.height = DIM_MM(177);
	room.grid = LINE;
	return &room;
}

/* A test's boxes and the pages they come to. */
struct made {
	struct arena		*a;
	struct page_box_list	 list;
	uint32_t		 paragraphs;
	size_t			*ends, pages;
};

static struct page_box *
put(struct made *t, dim height)
{
	struct page_box *box;

	box = vec_push(t->a, &t->list);
	box->height = height;
	box->on_grid = true;
	return box;
}

static void
paragraph(struct made *t, size_t lines)
{
	struct page_box *box = NULL;

	t->paragraphs++;
	while (lines-- > 0) {
		box = put(t, LINE);
		box->paragraph = t->paragraphs;
	}
	if (box != NULL)
		box->after = LINE;
}

static void
heading(struct made *t)
{
	struct page_box *box;

	box = put(t, LINE);
	box->on_grid = false;
	box->before = DIM_MM(9);
	box->before_at_top = box->after = DIM_MM(3);
	box->keep_with_next = true;
}

static void
break_up(struct made *t)
{
	t->pages = page_breaks(t->a, t->list.items, t->list.len, a5(),
	    &t->ends);
}

static struct made
nothing(void)
{
	struct made t;

	memset(&t, 0, sizeof(t));
	t.a = arena_new();
	return t;
}

static void
lines_on_pages(struct t_state *t_)
{
	struct made t = nothing();

	break_up(&t);
	t_int(t.pages, 0, "no boxes make no pages");
	paragraph(&t, 29);
	break_up(&t);
	t_int(t.pages, 1, "29 lines are one page");
	arena_free(t.a);

	t = nothing();
	paragraph(&t, 30);
	break_up(&t);
	t_int(t.pages, 2, "30 lines are two pages");
	t_ok(t.ends[0] <= 28 && t.ends[0] >= 2,
	    "at least two lines of a paragraph stand on either page");
	arena_free(t.a);

	t = nothing();
	paragraph(&t, 27);
	paragraph(&t, 3);
	break_up(&t);
	t_ok(t.ends[0] <= 27, "a paragraph of three lines is not cut");
	arena_free(t.a);
}

static void
short_pages(struct t_state *t_)
{
	struct made t = nothing();

	paragraph(&t, 20);
	paragraph(&t, 16);
	break_up(&t);
	t_int(t.ends[0], 20,
	    "a page ends eight lines short rather than cut a paragraph");
	arena_free(t.a);

	t = nothing();
	paragraph(&t, 10);
	paragraph(&t, 26);
	break_up(&t);
	t_ok(t.ends[0] > 12,
	    "a paragraph is cut rather than leave most of a page empty");
	arena_free(t.a);

	t = nothing();
	paragraph(&t, 12);
	paragraph(&t, 7);
	paragraph(&t, 7);
	paragraph(&t, 2);
	break_up(&t);
	t_int(t.ends[0], 19,
	    "a paragraph moves over so that two lines are not alone");
	arena_free(t.a);
}

static void
headings_stay(struct t_state *t_)
{
	struct made t = nothing();

	paragraph(&t, 26);
	heading(&t);
	paragraph(&t, 4);
	break_up(&t);
	t_int(t.ends[0], 26, "a heading goes where its text goes");
	arena_free(t.a);

	t = nothing();
	while (t.list.len < 60)
		heading(&t);
	paragraph(&t, 2);
	break_up(&t);
	t_ok(t.pages > 1 && t.ends[t.pages - 1] == t.list.len,
	    "headings without end are cut somewhere");
	arena_free(t.a);
}

static void
big_boxes(struct t_state *t_)
{
	struct made t = nothing();

	paragraph(&t, 2);
	put(&t, DIM_MM(300));
	paragraph(&t, 2);
	break_up(&t);
	t_int(t.pages, 3, "a box higher than a page has a page");
	t_int(t.ends[1], 3, "nothing else stands on that page");
	arena_free(t.a);

	t = nothing();
	paragraph(&t, 2);
	paragraph(&t, 2);
	t.list.items[2].break_before = true;
	break_up(&t);
	t_int(t.pages, 2, "a box that starts a page does");
	t_int(t.ends[0], 2, "what is before it stays on the page before");
	arena_free(t.a);
}

static void
cursor_places(struct t_state *t_)
{
	struct page_cursor c = { 0, 0, false };
	struct page_box box;

	memset(&box, 0, sizeof(box));
	box.height = LINE;
	box.before = DIM_MM(9);
	box.before_at_top = DIM_MM(3);
	box.after = DIM_MM(3);
	t_int(page_cursor_place(&c, &box, LINE), DIM_MM(3),
	    "at the top of a page its own white space holds");
	box.after = DIM_MM(3);
	box.before = 0;
	box.on_grid = true;
	t_int(dim_to_um(page_cursor_place(&c, &box, LINE)), 12000,
	    "a line below a heading is on the grid");
	box.before = DIM_MM(9);
	box.on_grid = false;
	t_int(dim_to_um(page_cursor_place(&c, &box, LINE)), 27000,
	    "of two white spaces the larger holds");
	box.on_grid = true;
	box.before = 0;
	t_int(dim_to_um(page_cursor_place(&c, &box, LINE)), 36000,
	    "a box on the grid snaps down to it");
}

/* Any list: every box on one page, and no page too full. */
static void
random_lists(struct t_state *t_)
{
	bool whole = true, fits = true;
	uint32_t seed = 1;
	int round;

	for (round = 0; round < 50; round++) {
		struct made t = nothing();
		struct page_cursor c;
		size_t i, page;

		while (t.list.len < 150) {
			seed = seed * 1664525U + 1013904223U;
			if (seed >> 30 == 0)
				heading(&t);
			else if (seed >> 30 == 1)
				put(&t, (seed >> 8) % DIM_MM(100));
			else
				paragraph(&t, 1 + (seed >> 12) % 12);
		}
		paragraph(&t, 3);
		break_up(&t);
		i = 0;
		for (page = 0; page < t.pages; page++) {
			memset(&c, 0, sizeof(c));
			whole = whole && t.ends[page] > i;
			for (; i < t.ends[page]; i++)
				page_cursor_place(&c, &t.list.items[i], LINE);
			fits = fits && c.y <= a5()->height;
		}
		whole = whole && i == t.list.len;
		arena_free(t.a);
	}
	t_ok(whole, "every box is on one page, in order");
	t_ok(fits, "no page is too full");
}

T_MAIN
{
	lines_on_pages(t_);
	short_pages(t_);
	headings_stay(t_);
	big_boxes(t_);
	cursor_places(t_);
	random_lists(t_);
}
