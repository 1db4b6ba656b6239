/* SPDX-License-Identifier: MIT */
/*
 * A page of lines to write on, where the booklet has a page to spare.
 */
#include "page/form.h"
#include "page/furniture.h"
#include "page/page_breaks.h"

/* Notes, millimetres (design of the default theme): lines of 9 down to one
 * pitch above the text block's end. */
#define PITCH DIM_MM(9)
#define HEAD_TO_LINES DIM_MM(9)

void
box_notes(struct box_maker *m, struct page_box_list *list)
{
	const struct page_style *s = m->style;
	dim width = page_measure(s);
	struct page_box *box;
	uint32_t sect, tag;
	dim y, first;

	box = box_new(m, list, s->height - s->top - s->bottom);
	box->break_before = true;
	sect = display_tag(m->display, TAG_SECT, 1, NULL);
	tag = display_tag(m->display, TAG_H1, sect, NULL);
	y = box_put_words(m, box, book_word(m->book, "notes"), PAGE_H1, true,
	    0, 0, width, tag, ARTIFACT_NONE);
	tag = display_tag(m->display, TAG_P, sect, NULL);
	y += box_put_words(m, box, book_word(m->book, "notes-line"),
	    PAGE_BODY, false, 0, y, width, tag, ARTIFACT_NONE);
	tag = form_tag(m, sect, NULL, FIELD_TEXT,
	    book_word(m->book, "notes"), NULL);
	first = y + HEAD_TO_LINES;
	for (y = first; y <= box->height - PITCH + PAGE_TOLERANCE; y += PITCH)
		form_rule(m, box, 0, y, width, tag);
	box_mark_area(m, box, tag, 0, first - PITCH, width, y - first);
}
