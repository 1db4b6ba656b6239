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
	struct page_box_list	 list, notes;
	VEC(size_t)		 noted;		/* boxes of text, by note */
	uint32_t		 paragraphs;
	struct page_end		*ends;
	size_t			 pages;
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

/* A note of "lines" lines to the last box of the text. */
static void
note(struct made *t, size_t lines)
{
	struct page_box *box;

	t->paragraphs++;
	while (lines-- > 0) {
		box = vec_push(t->a, &t->notes);
		box->height = LINE;
		box->on_grid = true;
		box->paragraph = t->paragraphs;
		*vec_push(t->a, &t->noted) = t->list.len - 1;
	}
}

static void
break_up(struct made *t)
{
	struct page_flow flow = { .boxes = t->list.items,
	    .count = t->list.len };
	size_t *before, i, k = 0;

	before = ARENA_ARRAY(t->a, size_t, t->list.len + 1);
	for (i = 0; i < t->list.len; i++) {
		while (k < t->noted.len && t->noted.items[k] == i)
			k++;
		before[i + 1] = k;
	}
	flow.notes = t->notes.items;
	flow.note_count = t->notes.len;
	flow.notes_before = t->notes.len > 0 ? before : NULL;
	flow.above_notes = LINE;
	t->pages = page_breaks(t->a, &flow, a5(), &t->ends);
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
	t_ok(t.ends[0].box <= 28 && t.ends[0].box >= 2,
	    "at least two lines of a paragraph stand on either page");
	arena_free(t.a);

	t = nothing();
	paragraph(&t, 27);
	paragraph(&t, 3);
	break_up(&t);
	t_ok(t.ends[0].box <= 27, "a paragraph of three lines is not cut");
	arena_free(t.a);
}

static void
short_pages(struct t_state *t_)
{
	struct made t = nothing();
	int i;

	paragraph(&t, 20);
	paragraph(&t, 16);
	break_up(&t);
	t_int(t.ends[0].box, 20,
	    "a page ends eight lines short rather than cut a paragraph");
	arena_free(t.a);

	t = nothing();
	paragraph(&t, 10);
	paragraph(&t, 26);
	break_up(&t);
	t_ok(t.ends[0].box > 12,
	    "a paragraph is cut rather than leave most of a page empty");
	arena_free(t.a);

	t = nothing();
	paragraph(&t, 12);
	paragraph(&t, 7);
	paragraph(&t, 7);
	paragraph(&t, 2);
	break_up(&t);
	t_int(t.ends[0].box, 19,
	    "a paragraph moves over so that two lines are not alone");
	arena_free(t.a);

	t = nothing();
	for (i = 0; i < 4; i++)
		put(&t, 7 * LINE);
	put(&t, 6 * LINE);
	break_up(&t);
	t_int(t.ends[0].box, 3, "a box moves over so that another is not alone");
	arena_free(t.a);
}

static void
headings_stay(struct t_state *t_)
{
	struct made t = nothing();

	paragraph(&t, 26);
	heading(&t);
	paragraph(&t, 8);
	break_up(&t);
	t_int(t.ends[0].box, 26, "a heading goes where its text goes");
	arena_free(t.a);

	t = nothing();
	while (t.list.len < 60)
		heading(&t);
	paragraph(&t, 2);
	break_up(&t);
	t_ok(t.pages > 1 && t.ends[t.pages - 1].box == t.list.len,
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
	t_int(t.ends[1].box, 3, "nothing else stands on that page");
	arena_free(t.a);

	t = nothing();
	paragraph(&t, 2);
	paragraph(&t, 2);
	t.list.items[2].break_before = true;
	break_up(&t);
	t_int(t.pages, 2, "a box that starts a page does");
	t_int(t.ends[0].box, 2, "what is before it stays on the page before");
	arena_free(t.a);
}

/* How high text and notes of page "i" are, with the line above the notes. */
static dim
used(const struct made *t, size_t i)
{
	struct page_cursor text = { 0 }, notes = { 0 };
	struct page_end first = { 0, 0 };

	if (i > 0)
		first = t->ends[i - 1];
	for (; first.box < t->ends[i].box; first.box++)
		page_cursor_place(&text, &t->list.items[first.box], LINE);
	for (; first.note < t->ends[i].note; first.note++)
		page_cursor_place(&notes, &t->notes.items[first.note], LINE);
	return text.y + page_notes_height(&notes, LINE, LINE);
}

static void
notes_at_the_foot(struct t_state *t_)
{
	struct made t = nothing();
	int i;

	paragraph(&t, 10);
	note(&t, 3);
	for (i = 0; i < 12; i++)
		paragraph(&t, 2);
	break_up(&t);
	t_int(t.pages, 2, "notes take room from the text");
	t_int(t.ends[0].note, 3, "a note stands on the page of its box");
	t_ok(used(&t, 0) <= 29 * LINE, "text and note fit the page");
	arena_free(t.a);

	/* Its last lines would do, but not the note of the last. */
	t = nothing();
	paragraph(&t, 16);
	paragraph(&t, 8);
	note(&t, 8);
	break_up(&t);
	t_int(t.ends[0].box, 22,
	    "a paragraph is cut so that a note stands with its line");
	t_int(t.ends[0].note, 0, "nothing of the note is on the page before");
	t_int(t.ends[1].note, 8, "it is whole on the next");
	arena_free(t.a);

	t = nothing();
	put(&t, 25 * LINE);
	note(&t, 1);
	paragraph(&t, 6);
	note(&t, 1);
	break_up(&t);
	t_int(t.ends[0].box, 1, "what has no room beside notes moves over");
	t_int(t.ends[1].note, 2, "with its own note");
	arena_free(t.a);
}

static void
notes_are_cut(struct t_state *t_)
{
	struct made t = nothing();

	put(&t, 20 * LINE);
	note(&t, 12);
	paragraph(&t, 20);
	note(&t, 2);
	break_up(&t);
	t_int(t.ends[0].note, 8, "a note that must be cut fills the page");
	t_int(t.ends[1].note - 8, 6, "it goes on above the next page's own");
	t_int(t.pages, 2, "and is then over");
	arena_free(t.a);

	t = nothing();
	put(&t, 24 * LINE);
	note(&t, 5);
	paragraph(&t, 8);
	break_up(&t);
	t_int(t.ends[0].note, 3,
	    "at least two lines of a note stand on either page");
	arena_free(t.a);

	t = nothing();
	put(&t, 29 * LINE);
	note(&t, 70);
	break_up(&t);
	t_int(t.pages, 4, "notes without text left get pages of their own");
	t_int(t.ends[0].note, 0, "a full page leaves them all to the next");
	t_int(t.ends[3].note, 70, "none is lost");
	t_ok(used(&t, 1) <= 29 * LINE && used(&t, 3) <= 29 * LINE,
	    "and no page is too full");
	arena_free(t.a);

	t = nothing();
	paragraph(&t, 2);
	note(&t, 1);
	vec_push(t.a, &t.notes)->height = DIM_MM(300);
	*vec_push(t.a, &t.noted) = 1;
	break_up(&t);
	t_int(t.ends[t.pages - 1].note, 2,
	    "a box of a note that is higher than a page ends the search");
	arena_free(t.a);
}

static void
crowds(struct t_state *t_)
{
	struct made t = nothing();
	int i;

	for (i = 0; i < 4; i++) {
		paragraph(&t, 4);
		put(&t, 2 * LINE)->kind = BOX_CALLOUT;
		t.list.items[t.list.len - 1].after = LINE;
	}
	paragraph(&t, 6);
	break_up(&t);
	t_int(t.pages, 2, "four short callouts take two pages");
	t_ok(t.ends[0].box >= 10 && t.ends[0].box < 15,
	    "each page has two of them");
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
			if (seed % 7 == 0)
				note(&t, 1 + (seed >> 16) % 9);
		}
		paragraph(&t, 3);
		break_up(&t);
		i = 0;
		for (page = 0; page < t.pages; page++) {
			memset(&c, 0, sizeof(c));
			whole = whole && (t.ends[page].box > i ||
			    i == t.list.len);
			for (; i < t.ends[page].box; i++)
				page_cursor_place(&c, &t.list.items[i], LINE);
			fits = fits && c.y <= a5()->height &&
			    used(&t, page) <= a5()->height;
		}
		whole = whole && i == t.list.len &&
		    t.ends[t.pages - 1].note == t.notes.len;
		arena_free(t.a);
	}
	t_ok(whole, "every box is on one page, in order");
	t_ok(fits, "no page is too full");
}

/* Boxes below one that ends off the grid. */
static void
grids(struct t_state *t_)
{
	struct page_cursor c = { 0, 0, false };
	struct page_box odd = { .height = DIM_MM10(75), .after = DIM_MM(3) };
	struct page_box half = { .height = DIM_MM(6), .on_half_grid = true };
	struct page_box heading_box = { .height = DIM_MM(6), .on_grid = true,
	    .below_grid = DIM_MM(3), .before = DIM_MM(9),
	    .after = DIM_MM(3) };
	struct page_box text = { .height = DIM_MM(6), .on_grid = true };
	struct page_cursor again;

	page_cursor_place(&c, &odd, LINE);
	again = c;
	t_int(dim_to_um(page_cursor_place(&again, &half, LINE)), 12000,
	    "a box on the half grid begins on it");
	t_int(dim_to_um(page_cursor_place(&c, &heading_box, LINE)), 21000,
	    "a heading begins half between lines, whatever is above it");
	t_int(dim_to_um(page_cursor_place(&c, &text, LINE)), 30000,
	    "so that what is below it keeps its distance");
}

T_MAIN
{
	grids(t_);
	lines_on_pages(t_);
	short_pages(t_);
	headings_stay(t_);
	big_boxes(t_);
	cursor_places(t_);
	notes_at_the_foot(t_);
	notes_are_cut(t_);
	crowds(t_);
	random_lists(t_);
}
