/* SPDX-License-Identifier: MIT */
/*
 * One part of the booklet (a cover, the contents, a chapter, a worksheet): its
 * boxes, how many pages they fill, and those pages.
 */
#ifndef PAGE_LAYOUT_PART_H
#define PAGE_LAYOUT_PART_H

#include <stddef.h>

#include "doc/book.h"
#include "page/box.h"
#include "page/layout_notes.h"
#include "page/page_breaks.h"

struct layout_part {
	enum print_kind		 kind;
	const struct chapter	*chapter;	/* PRINT_CHAPTER */
	/* Of other pages that can be jumped to, or NULL: a name that is no
	 * block's, which have no capitals. */
	const char		*name;
	struct page_box_list	 boxes;
	struct page_box_list	 foot;		/* of a worksheet */
	struct layout_notes	 notes;
	struct page_end		*ends;		/* of a chapter's pages */
	size_t			 pages;
};

/* Makes the boxes of "part", whose kind and chapter are set, and counts its
 * pages.  Of PRINT_NOTES there are "pages" pages, set by the caller. */
void layout_part_build(struct box_maker *m, struct layout_part *part);
/* Puts the part's pages behind those that the display has. */
void layout_part_put(struct box_maker *m, const struct layout_part *part);

#endif
