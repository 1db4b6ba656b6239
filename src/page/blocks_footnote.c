/* SPDX-License-Identifier: MIT */
/*
 * Footnotes as boxes: each with its number, from which a link leads back to
 * where the text refers to it; and the line above those of a page.
 *
 * Where they stand is layout's.
 */
#include <string.h>

#include "base/arena.h"
#include "doc/book.h"
#include "page/blocks.h"
#include "page/furniture.h"

#define NUMBER_GAP DIM_MM10(15)
#define LINE_LENGTH DIM_MM(30)
#define LINE_WIDTH DIM_MM100(25)

static const char *
number_words(struct box_maker *m, const struct doc_node *note)
{
	return arena_printf(m->arena, "%d.", note->u.footnote.number);
}

dim
box_footnote_indent(struct box_maker *m, const struct doc_node *last)
{
	dim half = m->style->grid / 2, width;

	width = box_words_width(m, number_words(m, last), PAGE_BODY, false) +
	    NUMBER_GAP;
	width = dim_round_up(width, half);
	return width < 2 * half ? 2 * half : width;
}

void
box_above_footnotes(struct box_maker *m, struct page_box_list *list)
{
	/* Below the middle: letters of the text hang down into the space. */
	dim y = m->style->grid * 2 / 3;
	struct page_box *box;

	box = box_new(m, list, m->style->grid);
	box_line(m, box, 0, y, LINE_LENGTH, y, LINE_WIDTH,
	    m->style->colours[PAGE_RULE], 0);
}

static void
put_number(struct box_maker *m, struct page_box *head,
    const struct doc_node *note, const struct doc_node *reference, dim indent,
    uint32_t tag)
{
	const char *words = number_words(m, note);

	tag = display_tag(m->display, TAG_LBL, tag, NULL);
	if (reference != NULL && reference->id != NULL) {
		tag = display_tag(m->display, TAG_LINK, tag, NULL);
		furniture_link(m, head, tag, (dim[4]){ 0, 0,
		    box_words_width(m, words, PAGE_BODY, false),
		    m->style->types[PAGE_BODY].leading }, NULL,
		    reference->id, arena_printf(m->arena, "%s [%d]",
		    book_word(m->book, "footnote-back"),
		    note->u.footnote.number));
	}
	box_put_words(m, head, words, PAGE_BODY, false, 0, 0, indent, tag,
	    ARTIFACT_NONE);
}

void
box_footnote(struct box_maker *m, struct page_box_list *list,
    const struct doc_node *node, const struct doc_node *reference, dim indent,
    dim width, uint32_t parent)
{
	size_t first = list->len;
	struct page_box head, *box;
	uint32_t tag;

	memset(&head, 0, sizeof(head));
	tag = display_tag(m->display, TAG_NOTE, parent, node->id);
	put_number(m, &head, node, reference, indent, tag);
	if (node->id != NULL)
		*vec_push(m->arena, &head.targets) = node->id;
	box_blocks(m, list, node->first, indent, width - indent, tag);
	if (list->len == first) {
		box = box_new(m, list, m->style->grid);
		box->on_grid = true;
		box->at = node->at;
	}
	blocks_put_before(m, &list->items[first], &head);
	/* Notes follow each other closely; their numbers tell them apart. */
	list->items[first].before = 0;
	list->items[first].before_at_top = 0;
	list->items[list->len - 1].after = 0;
}
