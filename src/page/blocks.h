/* SPDX-License-Identifier: MIT */
/*
 * What the files that make blocks share.
 */
#ifndef PAGE_BLOCKS_H
#define PAGE_BLOCKS_H

#include <stddef.h>

#include "page/box.h"

struct arena;

/*
 * Ends a block whose boxes are those from "first" on: all on the grid, "id" (or
 * NULL) a target at the first, "after" below the last, which is returned; NULL
 * if there are none.
 */
struct page_box *blocks_finish(struct page_box_list *list, size_t first,
    const char *id, dim after, struct arena *a);

/* Puts "head" before what "box" holds: read first. */
void blocks_put_before(struct box_maker *m, struct page_box *box,
    const struct page_box *head);

/* Text is never set narrower than this, however deep it is nested. */
#define BLOCKS_WIDTH_LEAST DIM_MM(30)

/* Widens the place x..x+width towards the start edge until it has "least". */
void blocks_widen(dim *x, dim *width, dim least);

#endif
