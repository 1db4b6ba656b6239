/* SPDX-License-Identifier: MIT */
/*
 * Tables on paper: a box a row, so that a table may go over pages; its head
 * stands on each of them.
 *
 * Columns are as wide as their words ask for; cells wrap.  Only horizontals.
 * The words of rows stand on the half grid.  Where not even broken words would
 * make the columns fit, each row becomes a block of "head: words".
 */
#include "base/arena.h"
#include "base/messages.h"
#include "page/form.h"
#include "page/table.h"

#define HEAD_PADDING DIM_MM(1)
/* Words longer than so many sizes of their type may be broken before columns
 * are given up: about twelve letters. */
#define WORD_SIZES 6
/* Tables that fill so many fourths of the measure get all of it. */
#define NEARLY_FULL 3

static enum page_type
type_of(const struct table *t, const struct doc_node *row)
{
	return row == t->head ? PAGE_TABLE_HEAD : PAGE_BODY;
}

static void
grow(dim *longest, dim width)
{
	if (width > *longest)
		*longest = width;
}

static void
measure_cell(struct table *t, struct table_column *c,
    const struct doc_node *cell, enum page_type type, bool bold)
{
	dim natural, least;

	if (cell->first == NULL)
		return;
	box_inlines_extent(t->m, cell, type, bold, &natural, &least);
	/* A point more: never broken by rounding. */
	grow(&c->wish, natural + DIM_PT);
	grow(&c->least, least + DIM_PT);
	if (cell->parent == t->head)
		return;
	grow(&c->natural, natural + DIM_PT);
	c->total += natural;
}

static void
measure_columns(struct table *t)
{
	const struct doc_node *row, *cell;
	size_t i;

	for (row = t->head; row != NULL; row = row->next) {
		i = 0;
		for (cell = row->first; cell != NULL; cell = cell->next) {
			measure_cell(t, &t->columns[i], cell,
			    type_of(t, row), table_is_bold(t, row, i));
			i++;
		}
	}
	for (i = 0; i < t->count; i++) {
		struct table_column *c = &t->columns[i];

		/* A column without words is still one. */
		grow(&c->least, t->m->style->grid);
		grow(&c->natural, c->least);
		grow(&c->wish, c->natural);
		/* A head that needs but little more is no reason to wrap. */
		if (c->wish <= c->natural + t->m->style->grid)
			c->natural = c->wish;
	}
}

static dim
sum_of_wishes(const struct table *t)
{
	dim sum = 0;

	for (size_t i = 0; i < t->count; i++)
		sum += t->columns[i].wish;
	return sum;
}

/* What columns must have if long words are broken. */
static dim
sum_of_least(const struct table *t, dim word)
{
	dim sum = 0;

	for (size_t i = 0; i < t->count; i++)
		sum += t->columns[i].least < word ? t->columns[i].least : word;
	return sum;
}

/* A grid between columns where there is room, else less, down to half. */
static void
choose_gutter(struct table *t)
{
	dim grid = t->m->style->grid, gutters = (dim)t->count - 1;

	t->gutter = grid;
	if (sum_of_wishes(t) + gutters * grid <= t->width)
		return;
	t->gutter = 2 * grid / 3;
	if (sum_of_least(t, t->width) + gutters * t->gutter > t->width)
		t->gutter = grid / 2;
}

/* Shares "room" out and says of each column whether words of it are broken,
 * which the share has to tell. */
static void
share_and_tell(struct table *t, dim room)
{
	const struct doc_node *cell = t->head->first;
	dim *least = ARENA_ARRAY(t->m->arena, dim, t->count);

	for (size_t i = 0; i < t->count; i++)
		least[i] = t->columns[i].least;
	table_share(t->columns, t->count, room);
	for (size_t i = 0; i < t->count && cell != NULL; i++) {
		if (t->columns[i].width < least[i] - DIM_PT)
			diag_say(t->m->dl, cell->at.line == 0 ? t->node->at :
			    cell->at, NULL, SAY_TABLE_WORD_BROKEN, i + 1,
			    (long long)(dim_to_um(t->columns[i].width) /
			    1000));
		cell = cell->next;
	}
}

static void
set_columns(struct table *t)
{
	dim gutters = (dim)(t->count - 1) * t->gutter;
	dim width = gutters, x = t->x;
	size_t i;

	share_and_tell(t, t->width - gutters);
	for (i = 0; i < t->count; i++)
		width += t->columns[i].width;
	if (width < t->width && 4 * width >= NEARLY_FULL * t->width) {
		table_widen(t->columns, t->count, t->width - width);
		width = t->width;
	}
	if (width < t->width)
		t->width = width;
	for (i = 0; i < t->count; i++) {
		t->columns[i].x = x;
		x += t->columns[i].width + t->gutter;
	}
}

/* One column of heads and one of words. */
static void
set_stacked_columns(struct table *t)
{
	struct table_column two[2] = { { 0 }, { 0 } };
	const struct doc_node *cell = t->head->first;
	dim room = t->width - t->gutter;

	for (; cell != NULL; cell = cell->next)
		measure_cell(t, &two[0], cell, PAGE_BODY, true);
	two[0].natural = two[0].wish;
	for (size_t i = 0; i < t->count; i++) {
		grow(&two[1].natural, t->columns[i].natural);
		grow(&two[1].least, t->columns[i].least);
		two[1].total += t->columns[i].total;
	}
	two[1].wish = two[1].natural;
	table_share(two, 2, room);
	two[0].x = t->x;
	two[1].x = t->x + two[0].width + t->gutter;
	two[1].width = room - two[0].width;
	t->columns[0] = two[0];
	t->columns[1] = two[1];
}

static size_t
set_heads(struct table *t, struct table_words *cells, struct page_box *names,
    uint32_t row)
{
	const struct doc_node *cell;
	size_t i = 0, lines = 0, found;

	for (cell = t->head->first; cell != NULL; cell = cell->next) {
		cells[i].x = t->columns[i].x;
		cells[i].width = t->columns[i].width;
		cells[i].align = t->node->u.table.aligns[i];
		found = table_set_cell(t, &cells[i], names, cell, i, row);
		if (found > lines)
			lines = found;
		i++;
	}
	/* They stand on the rule. */
	for (i = 0; i < t->count; i++) {
		if (cells[i].lines.len < lines)
			cells[i].level = lines - cells[i].lines.len;
	}
	return lines;
}

/* As high as brings the words of the rows below it to the half grid. */
static dim
head_height(const struct table *t, dim words)
{
	dim half = t->m->style->grid / 2;

	return dim_round_up(words + HEAD_PADDING - t->padding, half) +
	    t->padding;
}

static void
put_head(struct table *t, uint32_t table)
{
	dim leading = t->m->style->types[PAGE_TABLE_HEAD].leading;
	struct page_box *box = box_new(t->m, t->list, 0);
	struct page_box names = { 0 };
	struct table_words *cells;
	uint32_t row, parent = table;
	size_t lines;

	/* ISO 14289-1: no THead without a TBody. */
	if (t->head->next != NULL)
		parent = display_tag(t->m->display, TAG_THEAD, table, NULL);
	box->at = t->head->at;
	box->keep_with_next = t->head->next != NULL;
	row = display_tag(t->m->display, TAG_TR, parent, NULL);
	cells = ARENA_ARRAY(t->m->arena, struct table_words, t->count);
	lines = set_heads(t, cells, &names, row);
	box->height = head_height(t, (dim)lines * leading);
	table_put_lines(t, box, cells, t->count, 0, lines + 1, leading,
	    box->height - HEAD_PADDING - (dim)lines * leading);
	box_move_into(t->m, box, &names, 0, 0);
	box_line(t->m, box, t->x, box->height, t->x + t->width, box->height,
	    TABLE_HEAD_RULE, COLOUR_BLACK, 0);
	t->again = table_again(t, box, ARTIFACT_HEADER);
}

/* One box: a caption is short, and stays with its table. */
static void
put_caption(struct table *t, const struct doc_node *caption, uint32_t table)
{
	struct page_box *box = box_new(t->m, t->list, 0);
	uint32_t tag;

	tag = display_tag(t->m->display, TAG_CAPTION, table, caption->id);
	form_target(t->m, box, caption->id);
	box->at = caption->at;
	box->keep_with_next = true;
	box->height = box_put_inlines(t->m, box, caption, PAGE_BODY, true,
	    t->x, 0, t->width, tag);
}

static void
put_columns(struct table *t, uint32_t table)
{
	set_columns(t);
	put_head(t, table);
	if (t->head->next == NULL)
		return;
	t->body = display_tag(t->m->display, TAG_TBODY, table, NULL);
	table_rows(t);
}

void
box_table(struct box_maker *m, struct page_box_list *list,
    const struct doc_node *node, dim x, dim width, uint32_t parent)
{
	struct table t = { .m = m, .list = list, .node = node,
	    .head = node->first, .x = x, .width = width,
	    .padding = m->style->grid / 4,
	    .count = node->u.table.columns };
	size_t first = list->len;
	dim word = WORD_SIZES * m->style->types[PAGE_BODY].size;
	uint32_t table;

	table = display_tag(m->display, TAG_TABLE, parent, node->id);
	if (t.head->kind == DOC_CAPTION) {
		put_caption(&t, t.head, table);
		t.head = t.head->next;
	}
	t.columns = ARENA_ARRAY(m->arena, struct table_column, t.count);
	measure_columns(&t);
	choose_gutter(&t);
	if (t.count > 2 && sum_of_least(&t, word) +
	    (dim)(t.count - 1) * t.gutter > width) {
		diag_say(m->dl, node->at, NULL, SAY_TABLE_STACKED);
		t.stacked = true;
		t.padding = m->style->grid / 2;
		set_stacked_columns(&t);
		table_stacked(&t, table);
	} else {
		put_columns(&t, table);
	}
	form_target(m, &list->items[first], node->id);
	/* The last break is between the table and what follows. */
	list->items[first].on_grid = true;
	list->items[list->len - 1].break_cost = 0;
	/* A last rule below columns is a quarter off the grid. */
	list->items[list->len - 1].after = t.stacked ? m->style->grid :
	    m->style->grid - t.padding;
}
