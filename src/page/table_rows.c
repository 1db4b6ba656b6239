/* SPDX-License-Identifier: MIT */
/*
 * Rows of a table: the words of cells in lines, and the boxes they make.
 *
 * A row is one box, which no page break cuts; one that is higher than a page is
 * a box a line, in the same elements.
 */
#include "base/arena.h"
#include "page/form.h"
#include "page/table.h"

#define HAIRLINE DIM_MM100(18)
/* A page break between two rows is no joy, and less so near the ends. */
#define BREAK_COST 30
#define BREAK_COST_END 60

bool
table_is_bold(const struct table *t, const struct doc_node *row,
    size_t column)
{
	return row == t->head ||
	    (column == 0 && t->node->u.table.row_heads);
}

static uint32_t
cell_tag(struct table *t, const struct doc_node *cell, size_t column,
    uint32_t row)
{
	bool head = cell->parent == t->head;
	uint32_t tag;

	/* A head without words, or above nothing, is no head. */
	if (cell->first == NULL || !table_is_bold(t, cell->parent, column) ||
	    (head && cell->parent->next == NULL))
		return display_tag(t->m->display, TAG_TD, row, cell->id);
	tag = display_tag(t->m->display, TAG_TH, row, cell->id);
	t->m->display->tags.items[tag].scope = head ? SCOPE_COLUMN :
	    SCOPE_ROW;
	return tag;
}

struct page_box *
table_again(struct table *t, const struct page_box *box,
    enum display_artifact artifact)
{
	struct page_box *again = ARENA_NEW(t->m->arena, struct page_box);

	again->height = box->height;
	again->ink = box->ink;
	for (size_t i = 0; i < box->items.len; i++) {
		struct display_item *item;

		if (box->items.items[i].kind == DISPLAY_ANCHOR)
			continue;
		item = vec_push(t->m->arena, &again->items);
		*item = box->items.items[i];
		item->tag = 0;
		item->artifact = item->kind == DISPLAY_GLYPHS ? artifact :
		    ARTIFACT_LAYOUT;
	}
	return again;
}

/* From the start edge of a cell to that of a line's words. */
static dim
indent_of(const struct table_words *cell, dim ink)
{
	dim room = cell->width - ink;

	if (room <= 0)
		return 0;
	switch (cell->align) {
	case ALIGN_NONE:
	case ALIGN_START:
		return 0;
	case ALIGN_CENTRE:
		return room / 2;
	case ALIGN_END:
		return room;
	}
	return 0;
}

void
table_put_lines(struct table *t, struct page_box *box,
    const struct table_words *cells, size_t count, size_t from, size_t end,
    dim leading, dim y)
{
	for (size_t i = 0; i < count; i++) {
		const struct table_words *cell = &cells[i];
		size_t level = cell->level;

		for (size_t k = 0; k < cell->lines.len; k++, level++) {
			const struct page_box *line = &cell->lines.items[k];

			if (level < from || level >= end)
				continue;
			box_move_into(t->m, box, line,
			    cell->x + indent_of(cell, line->ink),
			    y + (dim)(level - from) * leading);
		}
	}
}

static size_t
last_level(const struct table_words *cells, size_t count)
{
	size_t levels = 1;

	for (size_t i = 0; i < count; i++) {
		if (cells[i].level + cells[i].lines.len > levels)
			levels = cells[i].level + cells[i].lines.len;
	}
	return levels;
}

static struct page_box *
row_box(struct table *t, const struct doc_node *row)
{
	struct page_box *box = box_new(t->m, t->list, 0);

	box->at = row->at;
	if (t->again != NULL) {
		box->above_at_top = t->again;
		box->before_at_top = t->again->height;
	}
	return box;
}

/* No page holds it: a box a line, which break like those of a paragraph. */
static void
put_split_row(struct table *t, const struct doc_node *row,
    const struct table_words *cells, size_t count, size_t levels)
{
	dim leading = t->m->style->types[PAGE_BODY].leading;
	uint32_t paragraph = ++t->m->paragraphs;
	struct page_box *box, *again = NULL;

	/* White space between the head and a line that goes on. */
	if (t->again != NULL) {
		again = ARENA_NEW(t->m->arena, struct page_box);
		*again = *t->again;
		again->height += t->padding;
	}
	for (size_t level = 0; level < levels; level++) {
		dim above = level == 0 ? t->padding : 0;

		box = row_box(t, row);
		box->paragraph = paragraph;
		box->height = above + leading;
		if (level > 0 && again != NULL) {
			box->above_at_top = again;
			box->before_at_top = again->height;
		}
		if (level + 1 == levels)
			box->height += t->padding;
		table_put_lines(t, box, cells, count, level, level + 1,
		    leading, above);
	}
}

/* The highest that a row can be and still stand on a page, below the head. */
static dim
room_of_row(const struct table *t)
{
	const struct page_style *s = t->m->style;

	return s->height - s->top - s->bottom -
	    (t->again == NULL ? 0 : t->again->height);
}

/* Boxes of a row whose cells are set; names and empty cells go to the first,
 * whose index is returned. */
static size_t
put_row(struct table *t, const struct doc_node *row,
    const struct table_words *cells, size_t count,
    const struct page_box *names)
{
	dim leading = t->m->style->types[PAGE_BODY].leading;
	size_t levels = last_level(cells, count), first = t->list->len;
	dim height = (dim)levels * leading + 2 * t->padding;
	struct page_box *box;

	if (height > room_of_row(t)) {
		put_split_row(t, row, cells, count, levels);
	} else {
		box = row_box(t, row);
		box->height = height;
		table_put_lines(t, box, cells, count, 0, levels, leading,
		    t->padding);
	}
	box_move_into(t->m, &t->list->items[first], names, 0, 0);
	box = &t->list->items[t->list->len - 1];
	box->break_cost = row->prev == t->head || row->next == NULL ||
	    row->next->next == NULL ? BREAK_COST_END : BREAK_COST;
	box_line(t->m, box, t->x, box->height, t->x + t->width, box->height,
	    HAIRLINE, t->m->style->colours[PAGE_RULE], 0);
	return first;
}

size_t
table_set_cell(struct table *t, struct table_words *words,
    struct page_box *names, const struct doc_node *cell, size_t column,
    uint32_t row)
{
	enum page_type type = cell->parent == t->head && !t->stacked ?
	    PAGE_TABLE_HEAD : PAGE_BODY;
	uint32_t tag = cell_tag(t, cell, column, row);
	size_t lines;

	form_target(t->m, names, cell->id);
	lines = box_paragraph(t->m, &words->lines, cell, type,
	    table_is_bold(t, cell->parent, column), 0, words->width, tag);
	if (lines == 0)
		box_anchor(t->m, box_new(t->m, &words->lines, 0), tag);
	return lines;
}

void
table_rows(struct table *t)
{
	struct table_words *cells;
	const struct doc_node *row, *cell;
	struct page_box names;
	uint32_t tag;
	size_t i;

	for (row = t->head->next; row != NULL; row = row->next) {
		names = (struct page_box){ 0 };
		cells = ARENA_ARRAY(t->m->arena, struct table_words, t->count);
		tag = display_tag(t->m->display, TAG_TR, t->body, NULL);
		i = 0;
		for (cell = row->first; cell != NULL; cell = cell->next) {
			cells[i].x = t->columns[i].x;
			cells[i].width = t->columns[i].width;
			cells[i].align = t->node->u.table.aligns[i];
			table_set_cell(t, &cells[i], &names, cell, i, tag);
			i++;
		}
		put_row(t, row, cells, i, &names);
	}
}

/* The head of a column as the label of a cell in each row: the first time it is
 * the head, later an artifact. */
static void
set_label(struct table *t, struct table_words *label,
    const struct table_words *head, bool again)
{
	*label = *head;
	if (!again)
		return;
	label->lines = (struct page_box_list){ NULL, 0, 0 };
	for (size_t i = 0; i < head->lines.len; i++)
		*vec_push(t->m->arena, &label->lines) = *table_again(t,
		    &head->lines.items[i], ARTIFACT_LAYOUT);
}

/* Where a table has no head, a rule above its first row says that it begins. */
static void
top_rule(struct table *t, size_t row, bool first)
{
	if (first)
		box_line(t->m, &t->list->items[row], t->x, 0,
		    t->x + t->width, 0, TABLE_HEAD_RULE, COLOUR_BLACK, 0);
}

/* Labels stand at the start edge, words beside them: labels first, so that what
 * is read in the order of the file is the head and then its row. */
static void
put_stacked_row(struct table *t, const struct doc_node *row,
    const struct table_words *heads, struct page_box *names)
{
	bool again = row->prev != t->head;
	struct table_words *cells;
	const struct doc_node *cell;
	size_t i = 0, level = 0, lines;
	uint32_t tag;

	tag = display_tag(t->m->display, TAG_TR, t->body, NULL);
	cells = ARENA_ARRAY(t->m->arena, struct table_words, 2 * t->count);
	for (cell = row->first; cell != NULL; cell = cell->next) {
		struct table_words *words = &cells[t->count + i];

		set_label(t, &cells[i], &heads[i], again);
		words->x = t->columns[1].x;
		words->width = t->columns[1].width;
		table_set_cell(t, words, names, cell, i, tag);
		cells[i].level = words->level = level;
		lines = words->lines.len > cells[i].lines.len ?
		    words->lines.len : cells[i].lines.len;
		level += lines == 0 ? 1 : lines;
		i++;
	}
	top_rule(t, put_row(t, row, cells, 2 * t->count, names), !again);
}

/* Of a table that has nothing else: below each other. */
static void
put_stacked_heads(struct table *t, struct table_words *heads,
    const struct page_box *names)
{
	size_t level = 0;

	for (size_t i = 0; i < t->count; i++) {
		heads[i].level = level;
		level += heads[i].lines.len;
	}
	top_rule(t, put_row(t, t->head, heads, t->count, names), true);
}

void
table_stacked(struct table *t, uint32_t table)
{
	const struct doc_node *row = t->head->next, *cell;
	struct page_box names = { 0 };
	struct table_words *heads;
	uint32_t tag = table;
	size_t i = 0;

	/* ISO 14289-1: no THead without a TBody. */
	if (row != NULL)
		tag = display_tag(t->m->display, TAG_THEAD, table, NULL);
	tag = display_tag(t->m->display, TAG_TR, tag, NULL);
	heads = ARENA_ARRAY(t->m->arena, struct table_words, t->count);
	for (cell = t->head->first; cell != NULL; cell = cell->next) {
		heads[i].x = t->columns[0].x;
		heads[i].width = t->columns[0].width;
		table_set_cell(t, &heads[i++], &names, cell, 0, tag);
	}
	if (row == NULL) {
		put_stacked_heads(t, heads, &names);
		return;
	}
	t->body = display_tag(t->m->display, TAG_TBODY, table, NULL);
	for (; row != NULL; row = row->next) {
		put_stacked_row(t, row, heads, &names);
		names = (struct page_box){ 0 };
	}
}
