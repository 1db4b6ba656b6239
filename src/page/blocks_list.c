/* SPDX-License-Identifier: MIT */
/*
 * Lists: drawn bullets, or numbers as labels, beside the boxes of their items.
 */
#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "doc/book.h"
#include "page/blocks.h"
#include "page/form.h"
#include "page/page_breaks.h"

/* Behind an item; more behind the first and before the last. */
#define COST_IN_LIST 20
#define COST_AT_END 150
/* An item of so many lines is not cut, nor a list of so many. */
#define SHORT_ITEM_LINES 4
#define SHORT_LIST_LINES 6
#define NUMBER_GAP DIM_MM10(15)
#define BULLET_CENTRE DIM_MM10(15)
#define BULLET_RADIUS DIM_MM100(95)
#define RING_LINE DIM_MM10(3)
#define TASK_SQUARE DIM_MM10(38)
#define TASK_LINE DIM_MM100(35)
#define TASK_RADIUS DIM_MM10(5)
#define TASK_TICK DIM_MM10(5)

struct list_measures {
	dim		 x, indent, width;	/* width of an item's text */
	int		 depth;			/* 0: not in another list */
};

static int
list_depth(const struct doc_node *list)
{
	const struct doc_node *node;
	int depth;

	depth = 0;
	for (node = list->parent; node != NULL; node = node->parent)
		depth += node->kind == DOC_LIST;
	return depth;
}

static const char *
number_words(struct box_maker *m, const struct doc_node *list, int number)
{
	return arena_printf(m->arena, "%d%c", number,
	    list->u.list.delimiter == ')' ? ')' : '.');
}

static size_t
item_count(const struct doc_node *list)
{
	const struct doc_node *item;
	size_t count;

	count = 0;
	for (item = list->first; item != NULL; item = item->next)
		count++;
	return count;
}

/* Room for the widest number, in steps of half a line. */
static dim
label_width(struct box_maker *m, const struct doc_node *list)
{
	dim half = m->style->grid / 2;
	dim width;
	int last;

	if (!list->u.list.ordered)
		return 2 * half;
	last = list->u.list.start + (int)item_count(list) - 1;
	width = box_words_width(m, number_words(m, list, last), PAGE_BODY,
	    false) + NUMBER_GAP;
	width = dim_round_up(width, half);
	return width < 2 * half ? 2 * half : width;
}

/* The bullet stands at half the height of small letters, about 0.25 em. */
static void
put_bullet(struct box_maker *m, struct page_box *box,
    const struct list_measures *at)
{
	dim y = page_baseline(m->style, PAGE_BODY) -
	    m->style->types[PAGE_BODY].size / 4;

	if (at->depth % 2 == 0)
		box_circle(m, box, at->x + BULLET_CENTRE, y, BULLET_RADIUS, 0,
		    m->style->colours[PAGE_PRIMARY], true, 0);
	else
		box_circle(m, box, at->x + BULLET_CENTRE, y,
		    BULLET_RADIUS - RING_LINE / 2, RING_LINE,
		    m->style->colours[PAGE_PRIMARY], false, 0);
}

void
blocks_put_before(struct box_maker *m, struct page_box *box,
    const struct page_box *head)
{
	struct page_box body = *box;

	memset(&box->items, 0, sizeof(box->items));
	memset(&box->links, 0, sizeof(box->links));
	memset(&box->areas, 0, sizeof(box->areas));
	memset(&box->targets, 0, sizeof(box->targets));
	memset(&box->references, 0, sizeof(box->references));
	box_move_into(m, box, head, 0, 0);
	box_move_into(m, box, &body, 0, 0);
}

/* A box in the place of a bullet, ticked if the task is done. */
static void
put_task(struct box_maker *m, struct page_box *box,
    const struct doc_node *item, const struct list_measures *at,
    uint32_t label)
{
	dim y = page_baseline(m->style, PAGE_BODY) - TASK_SQUARE;
	bool done = item->u.item.task == TASK_DONE;
	const char *words = item->first == NULL ? NULL :
	    form_words(m, item->first);
	uint32_t form;

	form = form_tag(m, label, NULL, FIELD_CHECK,
	    words != NULL ? words : "", book_word(m->book, done ?
	    "task-done" : "task-open"));
	m->display->tags.items[form].checked = done;
	box_stroke_round(m, box, at->x + TASK_LINE / 2, y + TASK_LINE / 2,
	    TASK_SQUARE - TASK_LINE, TASK_SQUARE - TASK_LINE, TASK_RADIUS,
	    TASK_LINE, COLOUR_BLACK, NULL, 0, form);
	if (done) {
		dim corner_x = at->x + TASK_SQUARE * 2 / 5;
		dim corner_y = y + TASK_SQUARE * 3 / 4;

		box_line(m, box, at->x + TASK_SQUARE / 5,
		    y + TASK_SQUARE / 2, corner_x, corner_y, TASK_TICK,
		    COLOUR_BLACK, form);
		box_line(m, box, corner_x, corner_y,
		    at->x + TASK_SQUARE * 4 / 5, y + TASK_SQUARE / 4,
		    TASK_TICK, COLOUR_BLACK, form);
	}
	box_mark_area(m, box, form, at->x, y, TASK_SQUARE, TASK_SQUARE);
}

/* The words of a tight item stand in its LBody without a paragraph. */
static void
put_item_words(struct box_maker *m, struct page_box_list *list,
    const struct doc_node *words, const struct list_measures *at,
    uint32_t body)
{
	size_t first = list->len;

	m->display->tags.items[body].id = words->id;
	box_paragraph(m, list, words, PAGE_BODY, false, at->x + at->indent,
	    at->width, body);
	blocks_finish(list, first, words->id, 0, m->arena);
}

static void
put_item_blocks(struct box_maker *m, struct page_box_list *list,
    const struct doc_node *item, const struct list_measures *at,
    uint32_t body)
{
	const struct doc_node *first = item->first;
	size_t start = list->len;
	size_t i;

	if (item->parent->u.list.tight && first != NULL &&
	    first->kind == DOC_PARAGRAPH) {
		put_item_words(m, list, first, at, body);
		first = first->next;
	}
	box_blocks(m, list, first, at->x + at->indent, at->width, body);
	if (item->parent->u.list.tight)
		for (i = start; i < list->len; i++)
			list->items[i].after = 0;
	if (list->len == start) {
		struct page_box *box;

		box = box_new(m, list, m->style->grid);
		box->on_grid = true;
		box->at = item->at;
		box_anchor(m, box, body);
	}
}

static void
put_item(struct box_maker *m, struct page_box_list *list,
    const struct doc_node *item, const struct list_measures *at, int number,
    uint32_t parent)
{
	size_t first = list->len;
	struct page_box head;
	uint32_t entry, body, label;

	memset(&head, 0, sizeof(head));
	entry = display_tag(m->display, TAG_LI, parent, NULL);
	if (item->parent->u.list.ordered) {
		label = display_tag(m->display, TAG_LBL, entry, NULL);
		box_put_words(m, &head, number_words(m, item->parent, number),
		    PAGE_BODY, false, at->x, 0, at->indent, label,
		    ARTIFACT_NONE);
	} else if (item->u.item.task != TASK_NONE) {
		put_task(m, &head, item, at, display_tag(m->display, TAG_LBL,
		    entry, NULL));
	} else {
		put_bullet(m, &head, at);
	}
	body = display_tag(m->display, TAG_LBODY, entry, NULL);
	put_item_blocks(m, list, item, at, body);
	blocks_put_before(m, &list->items[first], &head);
}

static void
keep_short(const struct box_maker *m, struct page_box_list *list,
    size_t first, int lines)
{
	dim height = 0;
	size_t i;

	for (i = first; i < list->len; i++)
		height += list->items[i].height;
	if (height > lines * m->style->grid + PAGE_TOLERANCE)
		return;
	for (i = first; i + 1 < list->len; i++)
		list->items[i].keep_with_next = true;
}

static int
cost_behind(const struct doc_node *item)
{
	if (item->prev == NULL || item->next == NULL ||
	    item->next->next == NULL)
		return COST_AT_END;
	return COST_IN_LIST;
}

void
box_list(struct box_maker *m, struct page_box_list *list,
    const struct doc_node *node, dim x, dim width, uint32_t parent)
{
	struct list_measures at;
	const struct doc_node *item;
	int number = node->u.list.start;
	size_t start = list->len, first;
	struct page_box *last;
	uint32_t tag;

	if (node->first == NULL)
		return;
	at.depth = list_depth(node);
	at.indent = label_width(m, node);
	blocks_widen(&x, &width, BLOCKS_WIDTH_LEAST + at.indent);
	at.x = x;
	at.width = width - at.indent;
	tag = display_tag(m->display, TAG_L, parent, node->id);
	m->display->tags.items[tag].numbering = node->u.list.ordered ?
	    NUMBERING_DECIMAL : NUMBERING_DISC;
	for (item = node->first; item != NULL; item = item->next) {
		first = list->len;
		put_item(m, list, item, &at, number++, tag);
		keep_short(m, list, first, SHORT_ITEM_LINES);
		last = &list->items[list->len - 1];
		last->after = node->u.list.tight && item->next != NULL ?
		    0 : m->style->grid;
		last->break_cost = item->next == NULL ? 0 : cost_behind(item);
		if (item->prev != NULL)
			list->items[first].before = 0;
	}
	keep_short(m, list, start, SHORT_LIST_LINES);
}
