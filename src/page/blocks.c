/* SPDX-License-Identifier: MIT */
/*
 * Blocks of a chapter become boxes: paragraphs, headings, quotes, code, rules.
 *
 * Comes in: siblings of the tree.  Goes out: boxes in order, one a line where a
 * page may break, with tags.  Lists, callouts, figures and forms have files of
 * their own.
 */
#include "page/blocks.h"

#include <string.h>

#include "base/diag.h"
#include "doc/book.h"
#include "page/form.h"
#include "page/page_breaks.h"

struct page_box *
blocks_finish(struct page_box_list *list, size_t first, const char *id,
    dim after, struct arena *a)
{
	struct page_box *last;
	size_t i;

	if (list->len == first)
		return NULL;
	for (i = first; i < list->len; i++)
		list->items[i].on_grid = true;
	if (id != NULL)
		*vec_push(a, &list->items[first].targets) = id;
	last = &list->items[list->len - 1];
	last->after = after;
	return last;
}

void
blocks_widen(dim *x, dim *width, dim least)
{
	if (*width >= least)
		return;
	*x -= least - *width;
	*width = least;
}

/* Does it lead in what follows: a list, or whatever comes behind a colon? */
static bool
leads_in(struct box_maker *m, const struct doc_node *node)
{
	const char *words;
	size_t len;

	if (node->next == NULL || node->next->kind == DOC_FOOTNOTE)
		return false;
	if (node->next->kind == DOC_LIST)
		return true;
	words = form_words(m, node);
	len = words == NULL ? 0 : strlen(words);
	return len > 0 && words[len - 1] == ':';
}

static void
put_paragraph(struct box_maker *m, struct page_box_list *list,
    const struct doc_node *node, dim x, dim width, uint32_t parent)
{
	size_t first = list->len;
	struct page_box *last;
	uint32_t tag;

	tag = display_tag(m->display, TAG_P, parent, node->id);
	box_paragraph(m, list, node, PAGE_BODY, node->kind == DOC_LABEL, x,
	    width, tag);
	last = blocks_finish(list, first, node->id, m->style->grid,
	    m->arena);
	if (last != NULL && leads_in(m, node))
		last->keep_with_next = true;
}

static enum display_role
heading_role(int level)
{
	static const enum display_role roles[] = {
		TAG_H1, TAG_H2, TAG_H3, TAG_H4, TAG_H5, TAG_H6
	};

	if (level < 1 || level > 6)
		BUG("heading of level %d", level);
	return roles[level - 1];
}

/* White space round h2 is 9 above and 3 below, in all three lines of the grid
 * with its own; h3 has a line above. */
static void
put_heading(struct box_maker *m, struct page_box_list *list,
    const struct doc_node *node, dim x, dim width, uint32_t parent)
{
	bool second = node->u.heading.level <= 2;
	dim half = m->style->grid / 2;
	size_t first = list->len;
	size_t i;
	uint32_t tag;

	tag = display_tag(m->display, heading_role(node->u.heading.level),
	    parent, node->id);
	box_paragraph(m, list, node, second ? PAGE_H2 : PAGE_H3, true, x,
	    width, tag);
	if (blocks_finish(list, first, node->id, second ? half : 0,
	    m->arena) == NULL)
		return;
	for (i = first; i < list->len; i++) {
		list->items[i].keep_with_next = true;
		list->items[i].on_grid = false;
	}
	/* So that the text below it is on the grid again, whatever stands
	 * above. */
	list->items[first].on_grid = true;
	list->items[first].below_grid = second ? half : 0;
	list->items[first].before = second ? 3 * half : 2 * half;
	list->items[first].before_at_top = second ? half : 0;
}

static void
put_quote(struct box_maker *m, struct page_box_list *list,
    const struct doc_node *node, dim x, dim width, uint32_t parent)
{
	dim indent = m->style->grid;
	uint32_t tag;

	tag = display_tag(m->display, TAG_QUOTE, parent, node->id);
	x += indent;
	width -= 2 * indent;
	blocks_widen(&x, &width, BLOCKS_WIDTH_LEAST);
	box_blocks(m, list, node->first, x, width, tag);
}

static void
put_code(struct box_maker *m, struct page_box_list *list,
    const struct doc_node *node, dim x, dim width, uint32_t parent)
{
	size_t first = list->len;
	uint32_t tag;

	tag = display_tag(m->display, TAG_P, parent, node->id);
	tag = display_tag(m->display, TAG_CODE, tag, NULL);
	box_code_lines(m, list, node, x, width, tag);
	blocks_finish(list, first, node->id, m->style->grid, m->arena);
}

/* A pause: a short line in the middle of a line's height. */
static void
put_rule(struct box_maker *m, struct page_box_list *list, dim x)
{
	dim grid = m->style->grid;
	size_t first = list->len;
	struct page_box *box;

	box = box_new(m, list, grid);
	box_line(m, box, x, grid / 2, x + 3 * grid, grid / 2,
	    DIM_MM100(25), m->style->colours[PAGE_RULE], 0);
	blocks_finish(list, first, NULL, grid, m->arena);
}

/* No default: a new kind of block must be thought of here. */
static void
put_block(struct box_maker *m, struct page_box_list *list,
    const struct doc_node *node, dim x, dim width, uint32_t parent)
{
	/* lint: long because every kind of node has its case. */
	switch (node->kind) {
	case DOC_PARAGRAPH:
	case DOC_LABEL:
	case DOC_CAPTION:
		put_paragraph(m, list, node, x, width, parent);
		return;
	case DOC_HEADING:
		put_heading(m, list, node, x, width, parent);
		return;
	case DOC_QUOTE:
		put_quote(m, list, node, x, width, parent);
		return;
	case DOC_LIST:
		box_list(m, list, node, x, width, parent);
		return;
	case DOC_CODE_BLOCK:
		put_code(m, list, node, x, width, parent);
		return;
	case DOC_RULE:
		put_rule(m, list, x);
		return;
	case DOC_CALLOUT:
		box_callout(m, list, node, x, width, parent);
		return;
	case DOC_FIGURE:
		box_figure(m, list, node, x, width, parent);
		return;
	case DOC_FACTS:
		box_facts(m, list, node, x, width, parent);
		return;
	case DOC_HELP:
		box_help(m, list, node, x, width, parent);
		return;
	case DOC_ANSWER:
		box_answer(m, list, node, x, width, parent);
		return;
	case DOC_TICKS:
	case DOC_CHOICES:
		box_ticks(m, list, node, x, width, parent);
		return;
	case DOC_GRID:
		box_grid(m, list, node, x, width, parent);
		return;
	case DOC_TABLE:
		box_table(m, list, node, x, width, parent);
		return;
	case DOC_SCALE:
		box_scale(m, list, node, x, width, parent);
		return;
	case DOC_FINISH:
		box_finish(m, list, node, x, width, parent);
		return;
	case DOC_RINGS:
		box_rings(m, list, node, x, width, parent);
		return;
	case DOC_CARD:
		box_card(m, list, node, x, width, parent);
		return;
	case DOC_WHEEL:
		box_wheel(m, list, node, x, width, parent);
		return;
	case DOC_ONLY:
		if (doc_only_shows(node, page_medium(m->style)))
			box_blocks(m, list, node->first, x, width, parent);
		return;
	case DOC_PAGE_BREAK:	/* box_blocks has seen it */
	case DOC_CONTENTS:	/* on paper it is a page of its own */
	case DOC_FOOTNOTE:	/* at the foot of its page: layout_notes.c */
	case DOC_HTML_BLOCK:
	case DOC_COMPONENT:	/* unfolded to nothing after a mistake */
		return;
	case DOC_DOCUMENT: case DOC_ITEM: case DOC_FACT: case DOC_HELP_LINE:
	case DOC_TICK: case DOC_GRID_ROW: case DOC_GRID_CELL:
	case DOC_CHOICE: case DOC_SCALE_WORD: case DOC_WHEEL_PART:
	case DOC_TEXT:
	case DOC_SOFT_BREAK: case DOC_LINE_BREAK: case DOC_CODE:
	case DOC_HTML_INLINE: case DOC_EMPHASIS: case DOC_STRONG:
	case DOC_LINK: case DOC_IMAGE: case DOC_LANGUAGE: case DOC_SPAN:
	case DOC_STRIKE: case DOC_FOOTNOTE_REFERENCE: case DOC_TABLE_ROW:
	case DOC_TABLE_CELL:
	case DOC_KIND_COUNT:
		BUG("%s:%u: a %s among blocks", node->at.file, node->at.line,
		    doc_kind_name(node->kind));
	}
}

/* The space below a heading is small on purpose; and one line alone below it
 * at a page's foot is as bad as none. */
static void
stay_with_heading(const struct box_maker *m, struct page_box_list *list,
    size_t first)
{
	struct page_box *box = &list->items[first];
	bool alone = box->paragraph == 0 || first + 1 == list->len ||
	    list->items[first + 1].paragraph != box->paragraph;

	box->before = 0;
	if (alone && box->height <= m->style->grid + PAGE_TOLERANCE)
		box->keep_with_next = true;
}

/* Depth is capped where the Markdown is read. */
void
box_blocks(struct box_maker *m, struct page_box_list *list,
    const struct doc_node *first, dim x, dim width, uint32_t parent)
{
	const struct doc_node *node;
	bool after_heading = false, break_before = false;
	size_t i, start;

	for (node = first; node != NULL; node = node->next) {
		start = list->len;
		put_block(m, list, node, x, width, parent);
		/* It is for the booklet's pages; others flow. */
		break_before |= node->kind == DOC_PAGE_BREAK &&
		    m->style->binding == BINDING_FOLDED;
		if (list->len == start)
			continue;
		for (i = start; i < list->len; i++) {
			if (list->items[i].at.line == 0)
				list->items[i].at = node->at;
		}
		list->items[start].on_half_grid = true;
		list->items[start].break_before |= break_before;
		break_before = false;
		if (after_heading)
			stay_with_heading(m, list, start);
		after_heading = node->kind == DOC_HEADING;
	}
}
