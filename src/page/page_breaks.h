/* SPDX-License-Identifier: MIT */
/*
 * Page breaking: a vertical list of boxes becomes pages, and notes to them
 * stand at their feet.
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
 * What flows over the pages of a chapter: its text, and at the foot of a page
 * the notes to which the page's text refers.
 */
struct page_flow {
	const struct page_box	*boxes;
	size_t			 count;
	/* Boxes of notes in the order in which they are printed; the first
	 * notes_before[i] of them belong to what the text before box i refers
	 * to (count + 1 numbers that never fall; NULL without notes). */
	const struct page_box	*notes;
	size_t			 note_count;
	const size_t		*notes_before;
	/* What stands above the notes of a page: white space and a line. */
	dim			 above_notes;
};

/* Indices behind the last box of text and of notes on a page. */
struct page_end {
	size_t	box, note;
};

/*
 * Chooses where pages end: ends[i], in "a", is the end of page i; returns the
 * number of pages (0 without boxes).  Rules are broken only where nothing else
 * is possible: a box higher than a page gets a page, a chain of boxes that
 * belong together and do not fit is cut, notes that do not fit go on at the
 * foot of the next page and, behind the last of the text, on pages of their
 * own.  Time is boxes times boxes of a page.
 */
size_t page_breaks(struct arena *a, const struct page_flow *flow,
    const struct page_room *room, struct page_end **ends);

/* Height of notes up to "cursor" with what is above them; 0 if there are
 * none. */
dim page_notes_height(const struct page_cursor *cursor, dim above,
    dim grid);

/* The end of the text block's last whole line, where notes end. */
dim page_notes_foot(const struct page_room *room);

#endif
