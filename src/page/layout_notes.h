/* SPDX-License-Identifier: MIT */
/*
 * The footnotes of a chapter: which boxes they are, and which box of the text
 * is the first to ask for each.
 */
#ifndef PAGE_LAYOUT_NOTES_H
#define PAGE_LAYOUT_NOTES_H

#include <stddef.h>
#include <stdint.h>

#include "page/box.h"

struct page_cursor;
struct page_sheet;

struct layout_notes {
	struct page_box_list	 boxes;		/* in the order of printing */
	struct page_box_list	 above;		/* the line above them */
	/* By box of the text: how many boxes of notes those before it ask
	 * for; NULL without notes. */
	size_t			*before;
};

/*
 * Makes the notes of "chapter" below the tag "sect".  A note stands with the
 * first box that refers to it, or to a note that does; one to which nothing on
 * paper refers, with the note before it.
 */
void layout_notes_build(struct box_maker *m, const struct chapter *chapter,
    const struct page_box_list *text, uint32_t sect,
    struct layout_notes *notes);

/* Height of the notes from "first" up to "end", with the line above them. */
dim layout_notes_height(const struct box_maker *m,
    const struct layout_notes *notes, size_t first, size_t end);
/* Puts them with the line's top at y on the page. */
void layout_notes_put(struct page_sheet *sheet,
    const struct layout_notes *notes, size_t first, size_t end, dim y);

#endif
