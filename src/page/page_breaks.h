/* SPDX-License-Identifier: MIT */
/*
 * Page breaking: a vertical list of boxes becomes pages.
 *
 * Knows heights and white space, not text.  All breaks of a chapter are chosen
 * together so that the sum of their costs is the least there is.
 */
#ifndef PAGE_PAGE_BREAKS_H
#define PAGE_PAGE_BREAKS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/dim.h"

struct arena;
struct page_box;

/* Lengths that differ by less are one: leadings are given in points, the grid
 * in millimetres. */
#define PAGE_TOLERANCE DIM_MM100(2)

struct page_room {
	dim	height;		/* of the text block */
	dim	grid;		/* of boxes that are on the grid */
};

/* Where the next box goes on a page. */
struct page_cursor {
	dim	y;		/* below the last box */
	dim	after;		/* white space that it asks for */
	bool	started;
};

/*
 * Puts "box" below what is there and returns the y of its top; the cursor, {0}
 * at the top of a page, moves on.  Whether it fits is the caller's to see.
 */
dim page_cursor_place(struct page_cursor *c, const struct page_box *box,
    dim grid);

/*
 * Chooses where pages end: ends[i], in "a", is the index behind the last box of
 * page i; returns the number of pages (0 without boxes).  Rules are broken only
 * where nothing else is possible: a box higher than a page gets a page, a
 * chain of boxes that belong together and do not fit is cut.  Time is boxes
 * times boxes of a page.
 */
size_t page_breaks(struct arena *a, const struct page_box *boxes,
    size_t count, const struct page_room *room, size_t **ends);

#endif
