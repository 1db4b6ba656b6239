/* SPDX-License-Identifier: MIT */
/*
 * Page breaking by dynamic programming over all boxes of a chapter.
 *
 * best[i] is the least cost of pages that end before box i, with the notes that
 * were placed by then; each page is tried from every place where one may start.
 * To cut a note costs more than anything that whole notes can lead to, so that
 * one way to a place, the best, is enough to know.
 */
#include "page/page_breaks.h"

#include <stdint.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/vec.h"
#include "page/box.h"

/* Every page costs, so that there are as few as may be. */
#define COST_PAGE 1000
/* Lines that stay empty at a page's foot: up to 9 are welcome. */
#define SHORT_LINES 9
#define COST_SHORT_LINE 4
#define COST_EMPTY_LINE 60
/* A chapter's last page with fewer lines than this looks like a mistake. */
#define LAST_LINES 10
#define COST_LAST_LINE 40
/* To cut a paragraph, beyond two lines on either side. */
#define COST_IN_PARAGRAPH 60
#define PARAGRAPH_LINES 2
/* A page has one dark spot: what is more than two callouts or one figure. */
#define CALLOUTS 2
#define FIGURES 1
#define COST_CROWDED 200
/* Notes go on over the page only where they must; the fewer lines the
 * better. */
#define COST_NOTES_CUT 100000
#define COST_NOTE_CARRIED 100
/* What shall not be and yet must, if there is no other way. */
#define COST_FORBIDDEN 1000000
/* Boxes without height are never tried without end. */
#define PAGE_BOXES_MOST 2000

dim
page_cursor_place(struct page_cursor *c, const struct page_box *box,
    dim grid)
{
	dim gap, top;

	if (!c->started)
		gap = box->before_at_top;
	else
		gap = c->after > box->before ? c->after : box->before;
	top = c->y + gap;
	if (box->on_grid && grid > 0)
		top = box->below_grid + dim_round_up(top - box->below_grid -
		    PAGE_TOLERANCE, grid);
	else if (box->on_half_grid && grid > 0)
		top = dim_round_up(top - PAGE_TOLERANCE, grid / 2);
	c->y = top + box->height;
	c->after = box->after;
	c->started = true;
	return top;
}

dim
page_notes_height(const struct page_cursor *cursor, dim above, dim grid)
{
	if (!cursor->started)
		return 0;
	return above + dim_round_up(cursor->y - PAGE_TOLERANCE, grid);
}

dim
page_notes_foot(const struct page_room *room)
{
	return (room->height + PAGE_TOLERANCE) / room->grid * room->grid;
}

/* Boxes below each other, and where a paragraph among them is. */
struct column {
	const struct page_box	*boxes;
	size_t			 count;
	/* Lines of the paragraph before and behind a break before box i. */
	size_t			*lines_before, *lines_behind;
};

/* How the pages before a box are made best. */
struct stop {
	int64_t	cost;
	size_t	from;		/* the box that starts the last of them */
	size_t	note;		/* the first that is not placed yet */
};

struct breaker {
	const struct page_flow	*flow;
	struct page_room	 room;
	dim			 foot;		/* of notes */
	struct column		 text, notes;
	struct stop		*best;
};

/* What stands on a page that is being tried. */
struct trial {
	size_t			 start;		/* first box */
	struct page_cursor	 text, notes;
	size_t			 note;		/* behind the last note */
	int			 callouts, figures;
};

static void
column_start(struct column *c, struct arena *a, const struct page_box *boxes,
    size_t count)
{
	size_t i;

	c->boxes = boxes;
	c->count = count;
	c->lines_before = ARENA_ARRAY(a, size_t, count + 1);
	c->lines_behind = ARENA_ARRAY(a, size_t, count + 1);
	for (i = 1; i < count; i++) {
		if (boxes[i].paragraph == 0 ||
		    boxes[i].paragraph != boxes[i - 1].paragraph)
			continue;
		c->lines_before[i] = c->lines_before[i - 1] + 1;
	}
	/* Until now: lines of its paragraph above line i. */
	for (i = count; i-- > 0;) {
		c->lines_behind[i] = 1;
		if (i + 1 < count && c->lines_before[i + 1] > 0)
			c->lines_behind[i] += c->lines_behind[i + 1];
	}
}

static bool
must_break_before(const struct column *c, size_t i)
{
	return i < c->count && c->boxes[i].break_before;
}

/* The cost of a page break before box i > 0. */
static int64_t
break_cost(const struct column *c, size_t i)
{
	int64_t cost;

	if (i == c->count || must_break_before(c, i))
		return 0;
	if (c->boxes[i - 1].keep_with_next)
		return COST_FORBIDDEN;
	cost = c->boxes[i - 1].break_cost;
	if (c->lines_before[i] == 0)
		return cost;
	if (c->lines_before[i] < PARAGRAPH_LINES ||
	    c->lines_behind[i] < PARAGRAPH_LINES)
		return COST_FORBIDDEN;
	return cost + COST_IN_PARAGRAPH;
}

/* The cost of a page that is filled to "used". */
static int64_t
page_cost(const struct breaker *b, dim used, bool last)
{
	dim grid = b->room.grid;
	int64_t empty, lines;

	if (used > b->room.height + PAGE_TOLERANCE)
		return COST_PAGE + COST_FORBIDDEN;
	if (last) {
		lines = (used - PAGE_TOLERANCE + grid - 1) / grid;
		return COST_PAGE + (lines < LAST_LINES ?
		    (LAST_LINES - lines) * COST_LAST_LINE : 0);
	}
	empty = (b->room.height - used + PAGE_TOLERANCE) / grid;
	if (empty <= SHORT_LINES)
		return COST_PAGE + empty * COST_SHORT_LINE;
	return COST_PAGE + SHORT_LINES * COST_SHORT_LINE +
	    (empty - SHORT_LINES) * COST_EMPTY_LINE;
}

static int64_t
crowd_cost(const struct trial *t)
{
	int64_t cost = 0;

	if (t->callouts > CALLOUTS)
		cost += (t->callouts - CALLOUTS) * COST_CROWDED;
	if (t->figures > FIGURES)
		cost += (t->figures - FIGURES) * COST_CROWDED;
	return cost;
}

static size_t
notes_before(const struct breaker *b, size_t box)
{
	return b->flow->notes_before == NULL ? 0 : b->flow->notes_before[box];
}

static dim
notes_height(const struct breaker *b, const struct page_cursor *notes)
{
	return page_notes_height(notes, b->flow->above_notes, b->room.grid);
}

/* Is there room for these notes below what ends at "y"? */
static bool
notes_fit(const struct breaker *b, const struct page_cursor *notes, dim y)
{
	return !notes->started ||
	    y + notes_height(b, notes) <= b->foot + PAGE_TOLERANCE;
}

/*
 * The most notes from "first" on, up to "end", that fit below what ends at "y"
 * and may be followed by a page break; "least" at least.  The index behind
 * them.
 */
static size_t
fill_notes(const struct breaker *b, size_t first, size_t end, dim y,
    size_t least)
{
	struct page_cursor c = { 0, 0, false };
	size_t i, good = first, fitting = first;

	for (i = first; i < end; i++) {
		page_cursor_place(&c, &b->notes.boxes[i], b->room.grid);
		if (!notes_fit(b, &c, y))
			break;
		fitting = i + 1;
		if (break_cost(&b->notes, i + 1) < COST_FORBIDDEN)
			good = i + 1;
	}
	if (good < first + least)
		good = fitting;
	return good < first + least ? first + least : good;
}

/* How many pages the notes from "note" on fill when the text is over. */
static size_t
pages_of_notes(const struct breaker *b, size_t note)
{
	size_t pages;

	for (pages = 0; note < b->notes.count; pages++)
		note = fill_notes(b, note, b->notes.count, 0, 1);
	return pages;
}

/* A page that ends before box "end" of the text, with its notes whole or
 * not. */
static void
offer(struct breaker *b, const struct trial *t, size_t end, bool whole)
{
	bool last = end == b->text.count || must_break_before(&b->text, end);
	size_t wanted = notes_before(b, end), note = t->note;
	int64_t cost;

	cost = b->best[t->start].cost + break_cost(&b->text, end) +
	    crowd_cost(t);
	if (whole) {
		cost += page_cost(b, t->text.y + notes_height(b, &t->notes),
		    last);
	} else {
		note = fill_notes(b, b->best[t->start].note, wanted,
		    t->text.y, 0);
		cost += page_cost(b, note > b->best[t->start].note ?
		    b->room.height : t->text.y, last) + COST_NOTES_CUT +
		    (int64_t)(wanted - note) * COST_NOTE_CARRIED;
	}
	if (end == b->text.count)
		cost += (int64_t)pages_of_notes(b, note) * COST_PAGE;
	if (cost < b->best[end].cost)
		b->best[end] = (struct stop){ cost, t->start, note };
}

/* Puts box i and, while they fit, the notes that it wants on the page. */
static void
add_box(const struct breaker *b, struct trial *t, size_t i)
{
	size_t wanted = notes_before(b, i + 1);

	page_cursor_place(&t->text, &b->text.boxes[i], b->room.grid);
	t->callouts += b->text.boxes[i].kind == BOX_CALLOUT;
	t->figures += b->text.boxes[i].kind == BOX_FIGURE;
	while (t->note < wanted && notes_fit(b, &t->notes, t->text.y)) {
		page_cursor_place(&t->notes, &b->notes.boxes[t->note],
		    b->room.grid);
		t->note++;
	}
}

/* Tries every page that starts at box i. */
static void
try_pages(struct breaker *b, size_t i)
{
	struct trial t = { .start = i, .note = b->best[i].note };
	size_t j;

	for (j = i; j < b->text.count && j - i < PAGE_BOXES_MOST; j++) {
		if (j > i && must_break_before(&b->text, j))
			return;
		add_box(b, &t, j);
		if (j > i && t.text.y > b->room.height + PAGE_TOLERANCE)
			return;
		offer(b, &t, j + 1, t.note == notes_before(b, j + 1) &&
		    notes_fit(b, &t.notes, t.text.y));
	}
}

static size_t
write_ends(const struct breaker *b, struct arena *a, struct page_end **ends)
{
	size_t count = b->text.count, i, k, text_pages = 0, pages, note;

	for (i = count; i > 0; i = b->best[i].from)
		text_pages++;
	note = b->best[count].note;
	pages = text_pages + pages_of_notes(b, note);
	*ends = ARENA_ARRAY(a, struct page_end, pages);
	k = text_pages;
	for (i = count; i > 0; i = b->best[i].from)
		(*ends)[--k] = (struct page_end){ i, b->best[i].note };
	for (k = text_pages; k < pages; k++) {
		note = fill_notes(b, note, b->notes.count, 0, 1);
		(*ends)[k] = (struct page_end){ count, note };
	}
	return pages;
}

size_t
page_breaks(struct arena *a, const struct page_flow *flow,
    const struct page_room *room, struct page_end **ends)
{
	struct breaker b = { .flow = flow, .room = *room };
	size_t i;

	if (room->grid <= 0 || room->height <= 0)
		BUG("a page without room");
	*ends = NULL;
	if (flow->count == 0)
		return 0;
	b.foot = page_notes_foot(room);
	column_start(&b.text, a, flow->boxes, flow->count);
	column_start(&b.notes, a, flow->notes, flow->note_count);
	b.best = ARENA_ARRAY(a, struct stop, flow->count + 1);
	for (i = 1; i <= flow->count; i++)
		b.best[i].cost = INT64_MAX;
	/* Every box can end a page that starts with it: all are reached. */
	for (i = 0; i < flow->count; i++)
		try_pages(&b, i);
	return write_ends(&b, a, ends);
}
