/* SPDX-License-Identifier: MIT */
/*
 * One line of text in a box, and what a paragraph's lines share.
 */
#ifndef PAGE_BOX_LINE_H
#define PAGE_BOX_LINE_H

#include "page/box.h"

struct doc_node;
struct type_line;

struct line_link {
	uint32_t		 tag;
	const char		*uri, *target, *description;
	const struct doc_node	*node;	/* link, or reference to a footnote */
};

/* Words of a paragraph that are more than words. */
struct line_marks {
	VEC(struct line_link)	 links;
	VEC(uint32_t)		 strikes;	/* tags of struck words */
};

/* Puts "line" of "type" into "box", its top at "top" and its start at x. */
void box_put_line(struct box_maker *m, struct page_box *box,
    enum page_type type, const struct type_line *line,
    const struct line_marks *marks, dim x, dim top,
    enum display_artifact artifact);

#endif
