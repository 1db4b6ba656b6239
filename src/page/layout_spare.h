/* SPDX-License-Identifier: MIT */
/*
 * Where the spare pages go that make up whole sheets: pages for notes.
 */
#ifndef PAGE_LAYOUT_SPARE_H
#define PAGE_LAYOUT_SPARE_H

#include <stddef.h>

#include "page/layout_part.h"

struct layout_parts {
	struct layout_part	*items;
	size_t			 len, cap;
};

/*
 * How many pages for notes stand before each of "parts", which are built and
 * without notes, and behind the last: parts->len + 1 numbers in "a".  They make
 * the sum of pages a multiple of "whole".
 *
 * The plan's own places come first, one page each.  What is left is spread, so
 * that no two follow each other while there is another place: first where it
 * lets the most chapters open on a left page, as a spread, else as far behind
 * as may be.
 */
size_t *layout_spare_places(struct arena *a, const struct book *book,
    const struct layout_parts *parts, size_t whole);

#endif
