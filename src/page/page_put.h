/* SPDX-License-Identifier: MIT */
/*
 * Boxes are put on a page: from places in a box to places on paper.
 */
#ifndef PAGE_PAGE_PUT_H
#define PAGE_PAGE_PUT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/dim.h"

struct box_maker;
struct page_box;

/* A page that is being filled; x from the start edge of the trimmed page. */
struct page_sheet {
	struct box_maker	*m;
	size_t			 page;		/* index in the display */
	struct page_box		*content;
	dim			 x;		/* start of the text block */
};

/*
 * A new page of the display, "number" counting from 1.  Odd pages have their
 * inner margin at the start edge.
 */
struct page_sheet page_sheet_new(struct box_maker *m, size_t number);
/* Puts "box" with its start corner at x, y from the page's start corner. */
void page_sheet_put(struct page_sheet *sheet, const struct page_box *box,
    dim x, dim y);
/* The running line: folio at the outer edge, then "words" (or NULL). */
void page_sheet_foot(struct page_sheet *sheet, size_t number,
    const char *words);
/* Writes the page: mirrored in a right-to-left book. */
void page_sheet_finish(struct page_sheet *sheet);

#endif
