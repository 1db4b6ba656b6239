/* SPDX-License-Identifier: MIT */
/*
 * Footnotes at a chapter's end: a line, then each with its number.
 */
#include <string.h>

#include "base/arena.h"
#include "page/blocks.h"

#define NUMBER_GAP DIM_MM10(15)
#define LINE_LENGTH DIM_MM(30)
#define LINE_WIDTH DIM_MM100(25)
/* A page break between two footnotes is no joy. */
#define BREAK_COST 20

static const char *
number_words(struct box_maker *m, const struct doc_node *note)
{
	return arena_printf(m->arena, "%d.", note->u.footnote.number);
}

static bool
is_first(const struct doc_node *note)
{
	return note->prev == NULL || note->prev->kind != DOC_FOOTNOTE;
}

/* Room for the widest number: that of the last. */
static dim
label_width(struct box_maker *m, const struct doc_node *note)
{
	dim half = m->style->grid / 2, width;

	while (note->next != NULL)
		note = note->next;
	width = box_words_width(m, number_words(m, note), PAGE_BODY, false) +
	    NUMBER_GAP;
	width = dim_round_up(width, half);
	return width < 2 * half ? 2 * half : width;
}

static void
put_line(struct box_maker *m, struct page_box_list *list, dim x)
{
	dim grid = m->style->grid;
	struct page_box *box;

	box = box_new(m, list, grid);
	box->keep_with_next = true;
	box->on_grid = true;
	box->before = grid;
	box_line(m, box, x, grid / 2, x + LINE_LENGTH, grid / 2, LINE_WIDTH,
	    m->style->colours[PAGE_RULE], 0);
}

void
box_footnote(struct box_maker *m, struct page_box_list *list,
    const struct doc_node *node, dim x, dim width, uint32_t parent)
{
	dim indent = label_width(m, node);
	struct page_box head, *box;
	uint32_t tag, label;
	size_t first;

	if (is_first(node))
		put_line(m, list, x);
	first = list->len;
	memset(&head, 0, sizeof(head));
	tag = display_tag(m->display, TAG_NOTE, parent, node->id);
	label = display_tag(m->display, TAG_LBL, tag, NULL);
	box_put_words(m, &head, number_words(m, node), PAGE_BODY, false, x, 0,
	    indent, label, ARTIFACT_NONE);
	*vec_push(m->arena, &head.targets) = node->id;
	box_blocks(m, list, node->first, x + indent, width - indent, tag);
	if (list->len == first) {
		box = box_new(m, list, m->style->grid);
		box->on_grid = true;
		box->at = node->at;
	}
	blocks_put_before(m, &list->items[first], &head);
	list->items[list->len - 1].break_cost = BREAK_COST;
}
