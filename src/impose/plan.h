/* SPDX-License-Identifier: MIT */
/*
 * Imposition: which page stands where on which side of which sheet.
 *
 * Integers only: no PDF, no content.  A saddle-stitched booklet of N pages (a
 * multiple of 4) has N/4 sheets; sheet 0 is the outermost.
 */
#ifndef IMPOSE_PLAN_H
#define IMPOSE_PLAN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/dim.h"

struct arena;

enum impose_flip { FLIP_SHORT_EDGE, FLIP_LONG_EDGE };

/* Where a page stands on a side before the side is turned. */
struct impose_slot {
	size_t	page;		/* 0-based */
	dim	x, y;		/* of the page's top left corner on the side,
				 * from the sheet's top left, y down */
};

struct impose_side {
	size_t			sheet;		/* 0: outermost */
	bool			back;
	bool			turned;		/* whole side by 180 degrees */
	struct impose_slot	slots[2];	/* left, right of the spine */
};

struct impose_plan {
	size_t			 page_count;
	dim			 width, height;		/* of a side */
	dim			 page_width, page_height;
	enum impose_flip	 flip;
	struct impose_side	*sides;			/* front, back, ... */
	size_t			 side_count;
	dim			 creep;			/* of the inmost sheet */
	/* First marked-content id of each page, so that the two on a side
	 * never clash: by page index.  Filled by impose_mark_bases. */
	uint32_t		*mark_base;
};

struct impose_options {
	dim			 page_width, page_height;
	/* Of the paper, lying on its long edge; 0: just the two pages.  The
	 * pages meet at its middle; what the paper has more is outside. */
	dim			 sheet_width, sheet_height;
	enum impose_flip	 flip;
	dim			 paper_thickness;	/* of one sheet */
	int			 creep_percent;		/* 100 plain, 120 loose */
	dim			 creep_most;		/* cap: inner margin */
	bool			 right_to_left;		/* spine on the right */
};

/*
 * The plan for "page_count" pages, a multiple of 4 and > 0 (else BUG).
 *
 * Front of sheet i: pages N-2i and 1+2i; back: 2+2i and N-1-2i (pages counted
 * from 1, left before right; mirrored with right_to_left).  Flipped on the
 * short edge the backs are upright, on the long edge they are turned.  Pages
 * move towards the spine by i times the thickness of the paper, at most by
 * creep_most; creep under 0.3 mm in all is left out.
 */
struct impose_plan *impose_saddle(struct arena *a, size_t page_count,
    const struct impose_options *options);
/* Gives every page the base of its marked-content ids from the number of marks
 * that each page has: the left page of a side from 0, the right one behind. */
void impose_mark_bases(struct arena *a, struct impose_plan *plan,
    const uint32_t *marks);

#endif
