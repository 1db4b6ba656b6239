/* SPDX-License-Identifier: MIT */
/*
 * Paths while they are being drawn into a box.
 */
#ifndef PAGE_BOX_PATH_H
#define PAGE_BOX_PATH_H

#include <stddef.h>
#include <stdint.h>

#include "base/dim.h"
#include "page/display.h"

struct box_maker;
struct page_box;

/* Steps in the maker's arena; start with { NULL, 0, 0 }. */
struct path {
	struct display_step	*items;
	size_t			 len, cap;
};

struct display_step *path_add(struct box_maker *m, struct path *p,
    enum path_verb verb);
/* PATH_MOVE or PATH_LINE. */
void path_to(struct box_maker *m, struct path *p, enum path_verb verb, dim x,
    dim y);
/* Two handles and the end. */
void path_curve(struct box_maker *m, struct path *p, const dim c[6]);
/* Appends the path as an item without fill or stroke; both, and its place, are
 * the caller's to set.  Tag 0: an artifact of layout. */
struct display_item *path_put(struct box_maker *m, struct page_box *box,
    const struct path *p, uint32_t tag);

#endif
