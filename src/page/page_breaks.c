/* SPDX-License-Identifier: MIT */
/*
 * Page breaking by dynamic programming over all boxes of a chapter.
 *
 * best[i] is the least cost of pages that end before box i; each page is tried
 * from every place where one may start.
 */
#include "page/page_breaks.h"

#include <stdint.h>

#include "base/arena.h"
#include "base/diag.h"
#include "page/box.h"

/* Every page costs, so that there are as few as may be. */
#define COST_PAGE 1000
/* Lines that stay empty at a page's foot: up to 9 are welcome. */
#define SHORT_LINES 9
#define COST_SHORT_LINE 4
#define COST_EMPTY_LINE 60
/* A chapter's last page with fewer lines than this looks like a mistake. */
#define LAST_LINES 5
#define COST_LAST_LINE 40
/* To cut a paragraph, beyond two lines on either side. */
#define COST_IN_PARAGRAPH 60
#define PARAGRAPH_LINES 2
/* What shall not be and yet must, if there is no other way. */
#define COST_FORBIDDEN 1000000

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
		top = dim_round_up(top - PAGE_TOLERANCE, grid);
	c->y = top + box->height;
	c->after = box->after;
	c->started = true;
	return top;
}

struct breaker {
	const struct page_box	*boxes;
	size_t			 count;
	struct page_room	 room;
	/* Lines of the paragraph before and behind a break before box i. */
	size_t			*lines_before, *lines_behind;
	int64_t			*best;
	size_t			*from;		/* where the page starts */
};

static void
count_lines(struct breaker *b)
{
	size_t i;

	for (i = 1; i < b->count; i++) {
		if (b->boxes[i].paragraph == 0 ||
		    b->boxes[i].paragraph != b->boxes[i - 1].paragraph)
			continue;
		b->lines_before[i] = b->lines_before[i - 1] + 1;
	}
	/* Until now: lines of its paragraph above line i. */
	for (i = b->count; i-- > 0;) {
		b->lines_behind[i] = 1;
		if (i + 1 < b->count && b->lines_before[i + 1] > 0)
			b->lines_behind[i] += b->lines_behind[i + 1];
	}
}

static bool
must_break_before(const struct breaker *b, size_t i)
{
	return i < b->count && b->boxes[i].break_before;
}

/* The cost of a page break before box i > 0. */
static int64_t
break_cost(const struct breaker *b, size_t i)
{
	int64_t cost;

	if (i == b->count || must_break_before(b, i))
		return 0;
	if (b->boxes[i - 1].keep_with_next)
		return COST_FORBIDDEN;
	cost = b->boxes[i - 1].break_cost;
	if (b->lines_before[i] == 0)
		return cost;
	if (b->lines_before[i] < PARAGRAPH_LINES ||
	    b->lines_behind[i] < PARAGRAPH_LINES)
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

/* Tries every page that starts at box i. */
static void
try_pages(struct breaker *b, size_t i)
{
	struct page_cursor c = { 0, 0, false };
	int64_t cost;
	size_t j;
	bool last;

	for (j = i; j < b->count; j++) {
		if (j > i && must_break_before(b, j))
			return;
		page_cursor_place(&c, &b->boxes[j], b->room.grid);
		if (j > i && c.y > b->room.height + PAGE_TOLERANCE)
			return;
		last = j + 1 == b->count || must_break_before(b, j + 1);
		cost = b->best[i] + page_cost(b, c.y, last) +
		    break_cost(b, j + 1);
		if (cost < b->best[j + 1]) {
			b->best[j + 1] = cost;
			b->from[j + 1] = i;
		}
	}
}

size_t
page_breaks(struct arena *a, const struct page_box *boxes, size_t count,
    const struct page_room *room, size_t **ends)
{
	struct breaker b = { boxes, count, *room, NULL, NULL, NULL, NULL };
	size_t i, k, pages;

	if (room->grid <= 0 || room->height <= 0)
		BUG("a page without room");
	b.lines_before = ARENA_ARRAY(a, size_t, count + 1);
	b.lines_behind = ARENA_ARRAY(a, size_t, count + 1);
	b.best = ARENA_ARRAY(a, int64_t, count + 1);
	b.from = ARENA_ARRAY(a, size_t, count + 1);
	for (i = 1; i <= count; i++)
		b.best[i] = INT64_MAX;
	count_lines(&b);
	/* Every box can end a page that starts with it: all are reached. */
	for (i = 0; i < count; i++)
		try_pages(&b, i);
	pages = 0;
	for (i = count; i > 0; i = b.from[i])
		pages++;
	*ends = ARENA_ARRAY(a, size_t, pages);
	k = pages;
	for (i = count; i > 0; i = b.from[i])
		(*ends)[--k] = i;
	return pages;
}
