/* SPDX-License-Identifier: MIT */
/*
 * Footnotes in the order in which a chapter's pages ask for them.
 *
 * Comes in: the chapter's tree and the boxes of its text.  Goes out: boxes of
 * notes, and how many of them each box of the text brings with it.  Where pages
 * end is page_breaks.c's to choose.
 */
#include "page/layout_notes.h"

#include <stdlib.h>

#include "base/arena.h"
#include "doc/book.h"
#include "page/page_breaks.h"
#include "page/page_put.h"

/* A footnote on its way to its place. */
struct note {
	const struct doc_node	*node;
	const struct doc_node	*reference;	/* the first on paper */
	struct page_box_list	 boxes;
	size_t			 wanted_by;	/* box of the text */
};

struct notes {
	struct box_maker	*m;
	dim			 indent;
	uint32_t		 sect;
	VEC(struct note)	 all;		/* by number */
	VEC(size_t)		 open;		/* found, not made yet */
};

static void
find_notes(struct notes *n, const struct chapter *chapter)
{
	const struct doc_node *node;

	if (chapter->root == NULL)
		return;
	for (node = chapter->root->first; node != NULL; node = node->next) {
		if (node->kind == DOC_FOOTNOTE)
			vec_push(n->m->arena, &n->all)->node = node;
	}
}

static void
make_note(struct notes *n, struct note *note)
{
	box_footnote(n->m, &note->boxes, note->node, note->reference,
	    n->indent, page_measure(n->m->style), n->sect);
}

static void
want(struct notes *n, const struct page_box *box, size_t wanted_by)
{
	const struct doc_node *reference;
	struct note *note;
	size_t i, number;

	for (i = 0; i < box->references.len; i++) {
		reference = box->references.items[i];
		number = (size_t)
		    reference->u.reference.footnote->u.footnote.number;
		if (number == 0 || number > n->all.len)
			BUG("a box asks for note %zu of %zu", number,
			    n->all.len);
		note = &n->all.items[number - 1];
		if (note->reference != NULL)
			continue;
		note->reference = reference;
		note->wanted_by = wanted_by;
		*vec_push(n->m->arena, &n->open) = number - 1;
	}
}

/* Notes may refer to notes: those stand with the first of the chain. */
static void
want_all(struct notes *n, const struct page_box_list *text)
{
	struct note *note;
	size_t i, k;

	for (i = 0; i < text->len; i++) {
		want(n, &text->items[i], i);
		while (n->open.len > 0) {
			note = &n->all.items[
			    n->open.items[--n->open.len]];
			make_note(n, note);
			for (k = 0; k < note->boxes.len; k++)
				want(n, &note->boxes.items[k], i);
		}
	}
	for (i = 0; i < n->all.len; i++) {
		note = &n->all.items[i];
		if (note->reference != NULL)
			continue;
		note->wanted_by = i == 0 ? 0 : note[-1].wanted_by;
		make_note(n, note);
	}
}

static int
compare_notes(const void *a, const void *b)
{
	const struct note *x = a, *y = b;

	if (x->wanted_by != y->wanted_by)
		return x->wanted_by < y->wanted_by ? -1 : 1;
	return x->node->u.footnote.number - y->node->u.footnote.number;
}

static void
line_up(struct box_maker *m, struct notes *n,
    const struct page_box_list *text, struct layout_notes *out)
{
	const struct note *note;
	size_t i, k, next = 0;

	qsort(n->all.items, n->all.len, sizeof(*n->all.items),
	    compare_notes);
	out->before = ARENA_ARRAY(m->arena, size_t, text->len + 1);
	for (i = 0; i < text->len; i++) {
		for (; next < n->all.len &&
		    n->all.items[next].wanted_by == i; next++) {
			note = &n->all.items[next];
			for (k = 0; k < note->boxes.len; k++)
				*vec_push(m->arena, &out->boxes) =
				    note->boxes.items[k];
		}
		out->before[i + 1] = out->boxes.len;
	}
}

void
layout_notes_build(struct box_maker *m, const struct chapter *chapter,
    const struct page_box_list *text, uint32_t sect, struct layout_notes *out)
{
	struct notes n = { .m = m, .sect = sect };

	find_notes(&n, chapter);
	if (n.all.len == 0 || text->len == 0)
		return;
	box_above_footnotes(m, &out->above);
	n.indent = box_footnote_indent(m, n.all.items[n.all.len - 1].node);
	want_all(&n, text);
	line_up(m, &n, text, out);
}

dim
layout_notes_height(const struct box_maker *m,
    const struct layout_notes *notes, size_t first, size_t end)
{
	struct page_cursor cursor = { 0, 0, false };
	size_t i;

	for (i = first; i < end; i++)
		page_cursor_place(&cursor, &notes->boxes.items[i],
		    m->style->grid);
	return first == end ? 0 : page_notes_height(&cursor,
	    notes->above.items[0].height, m->style->grid);
}

void
layout_notes_put(struct page_sheet *sheet, const struct layout_notes *notes,
    size_t first, size_t end, dim y)
{
	struct page_cursor cursor = { 0, 0, false };
	const struct page_box *above;
	size_t i;
	dim top;

	if (first == end)
		return;
	above = &notes->above.items[0];
	page_sheet_put(sheet, above, sheet->x, y);
	for (i = first; i < end; i++) {
		top = page_cursor_place(&cursor, &notes->boxes.items[i],
		    sheet->m->style->grid);
		page_sheet_put(sheet, &notes->boxes.items[i], sheet->x,
		    y + above->height + top);
	}
}
