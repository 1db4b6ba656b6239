/* SPDX-License-Identifier: MIT */
/*
 * A grid to fill in: a table with heads of rows and columns, cells to write
 * in, boxes to tick, circles to colour or to choose from.
 *
 * One box, never split.  Only horizontals and hairlines between columns; no
 * outer frame.
 */
#include "base/arena.h"
#include "base/messages.h"
#include "doc/book.h"
#include "page/form.h"
#include "page/page_breaks.h"

/* Worksheet grid, millimetres (design of the default theme). */
#define ROW_HEAD DIM_MM(13)
#define ROW_HEAD_MAX DIM_MM(40)
#define ROW_HEAD_TO_RULE DIM_MM(2)
#define HEAD DIM_MM(12)
#define HEAD_TO_RULE DIM_MM(1)
#define HEAD_LINES_MAX 2
#define ROW DIM_MM(15)
/* Where there is only to tick or to choose. */
#define SHORT_ROW DIM_MM(9)
#define ROW_PADDING DIM_MM10(15)
#define INSET DIM_MM(2)
#define HEAD_RULE DIM_MM100(35)
#define HAIRLINE DIM_MM100(18)
#define CIRCLE DIM_MM(5)
#define CIRCLE_LINE DIM_MM100(35)
#define CIRCLE_GAP DIM_MM10(13)
#define TICK_RADIUS DIM_MM10(6)
#define CIRCLE_TO_WORDS DIM_MM10(15)
#define NOTE_ABOVE DIM_MM10(15)
#define BETWEEN DIM_MM(6)

struct grid {
	struct box_maker		*m;
	struct page_box			*box;
	const struct doc_node		*node, *heads;
	dim				 x, width;
	/* The starts of the columns and, last, the end. */
	dim				*edges;
	int				 columns;
	uint32_t			 body;
};

/* The width of the row heads: 13, or what the longest of them needs. */
static dim
row_head_width(struct grid *g)
{
	const struct doc_node *row;
	const char *words;
	dim width, wanted;

	width = ROW_HEAD;
	for (row = g->heads->next; row != NULL; row = row->next) {
		if (row->first == NULL)
			continue;
		words = form_words(g->m, row->first);
		if (words == NULL)
			continue;
		wanted = box_words_width(g->m, words, PAGE_BODY, true) +
		    ROW_HEAD_TO_RULE;
		if (wanted > width)
			width = wanted;
	}
	return width < ROW_HEAD_MAX ? width : ROW_HEAD_MAX;
}

static void
set_edges(struct grid *g)
{
	const struct doc_node *head;
	dim start, left;
	int i, share;

	start = g->x + row_head_width(g);
	left = g->x + g->width - start;
	g->edges = ARENA_ARRAY(g->m->arena, dim, (size_t)g->columns + 1);
	share = 0;
	i = 0;
	for (head = g->heads->first; head != NULL; head = head->next) {
		g->edges[i++] = start + dim_scale(left, share, 100);
		share += head->u.cell.share;
	}
	g->edges[g->columns] = g->x + g->width;
}

static uint32_t
head_tag(struct grid *g, const struct doc_node *cell, uint32_t row,
    enum display_scope scope)
{
	uint32_t tag;

	tag = display_tag(g->m->display, TAG_TH, row, cell->id);
	g->m->display->tags.items[tag].scope = scope;
	form_target(g->m, g->box, cell->id);
	return tag;
}

/* Of two lines none is one short word. */
static dim
head_width(struct grid *g, const struct doc_node *head, int column)
{
	dim width = g->edges[column + 1] - g->edges[column] - INSET;
	const char *words = form_words(g->m, head);

	return words == NULL ? width : box_balanced_width(g->m, words,
	    PAGE_TABLE_HEAD, true, width);
}

/* Heads hang from their common foot, so they are set aside first. */
static dim
put_heads(struct grid *g, uint32_t table, dim y)
{
	struct page_box *words;
	const struct doc_node *head;
	uint32_t row, tag;
	dim height;
	int i;

	row = display_tag(g->m->display, TAG_TR,
	    display_tag(g->m->display, TAG_THEAD, table, NULL), NULL);
	tag = display_tag(g->m->display, TAG_TD, row, NULL);
	box_anchor(g->m, g->box, tag);
	words = ARENA_ARRAY(g->m->arena, struct page_box, (size_t)g->columns);
	height = HEAD;
	for (i = 0, head = g->heads->first; head != NULL;
	    i++, head = head->next) {
		words[i].height = box_put_inlines(g->m, &words[i], head,
		    PAGE_TABLE_HEAD, true, 0, 0, head_width(g, head, i),
		    head_tag(g, head, row, SCOPE_COLUMN));
		if (words[i].height > height - HEAD_TO_RULE)
			height = words[i].height + HEAD_TO_RULE;
	}
	for (i = 0; i < g->columns; i++)
		box_move_into(g->m, g->box, &words[i], g->edges[i] + INSET,
		    y + height - HEAD_TO_RULE - words[i].height);
	box_line(g->m, g->box, g->x, y + height, g->x + g->width, y + height,
	    HEAD_RULE, COLOUR_BLACK, 0);
	if (height > HEAD + PAGE_TOLERANCE)
		diag_say(g->m->dl, g->heads->at, NULL, SAY_GRID_HEAD_TOO_HIGH,
		    HEAD_LINES_MAX);
	return height;
}

/* Circles in as few lines as fit, in the middle of the row. */
static void
put_circles(struct grid *g, const struct doc_node *cell, int column, dim y,
    dim height, uint32_t tag)
{
	dim pitch = CIRCLE + CIRCLE_GAP;
	dim room = g->edges[column + 1] - g->edges[column] - INSET;
	dim left = g->edges[column] + INSET, top;
	int count = cell->u.cell.count, in_line, lines, i;

	in_line = (int)((room + CIRCLE_GAP) / pitch);
	if (in_line < 1)
		in_line = 1;
	if (in_line > count)
		in_line = count;
	lines = (count + in_line - 1) / in_line;
	top = y + (height - (lines * pitch - CIRCLE_GAP)) / 2;
	for (i = 0; i < count; i++)
		box_circle(g->m, g->box,
		    left + i % in_line * pitch + CIRCLE / 2,
		    top + i / in_line * pitch + CIRCLE / 2,
		    (CIRCLE - CIRCLE_LINE) / 2, CIRCLE_LINE, COLOUR_BLACK,
		    false, tag);
	box_mark_area(g->m, g->box, tag, left, top,
	    in_line * pitch - CIRCLE_GAP, lines * pitch - CIRCLE_GAP);
}

static void
put_tick(struct grid *g, int column, dim y, dim height, uint32_t tag)
{
	dim x = g->edges[column] + INSET, top = y + (height - CIRCLE) / 2;

	box_stroke_round(g->m, g->box, x + CIRCLE_LINE / 2,
	    top + CIRCLE_LINE / 2, CIRCLE - CIRCLE_LINE, CIRCLE - CIRCLE_LINE,
	    TICK_RADIUS, CIRCLE_LINE, COLOUR_BLACK, NULL, 0, tag);
	box_mark_area(g->m, g->box, tag, x, top, CIRCLE, CIRCLE);
}

static void
put_choice(struct grid *g, int column, dim y, dim height, uint32_t tag)
{
	dim x = g->edges[column] + INSET, top = y + (height - CIRCLE) / 2;

	box_circle(g->m, g->box, x + CIRCLE / 2, top + CIRCLE / 2,
	    (CIRCLE - CIRCLE_LINE) / 2, CIRCLE_LINE, COLOUR_BLACK, false,
	    tag);
	box_mark_area(g->m, g->box, tag, x, top, CIRCLE, CIRCLE);
}

/* Circles with words below each other, from y on in "box"; tag 0: only to see
 * how high they are, which is returned. */
static dim
put_choices(struct grid *g, struct page_box *box,
    const struct doc_node *cell, int column, dim y, uint32_t tag)
{
	dim x = g->edges[column] + INSET, top = y, height;
	dim words = CIRCLE + CIRCLE_TO_WORDS;
	dim leading = g->m->style->types[PAGE_SMALL].leading;
	dim room = g->edges[column + 1] - x - words;
	int i;

	for (i = 0; i < cell->u.cell.count; i++) {
		box_circle(g->m, box, x + CIRCLE / 2, y + leading / 2,
		    (CIRCLE - CIRCLE_LINE) / 2, CIRCLE_LINE, COLOUR_BLACK,
		    false, tag);
		height = box_put_words(g->m, box, cell->u.cell.words[i],
		    PAGE_SMALL, false, x + words, y, room, tag == 0 ? 0 :
		    display_tag(g->m->display, TAG_SPAN, tag, NULL),
		    tag == 0 ? ARTIFACT_LAYOUT : ARTIFACT_NONE);
		y += height > leading ? height : leading;
	}
	if (tag != 0)
		box_mark_area(g->m, box, tag, x, top, g->edges[column + 1] -
		    x, y - top);
	return y - top;
}

/* Above and below the words of a row: half of what a short row has more than
 * one line of them. */
static dim
row_padding(const struct grid *g)
{
	const struct page_style *s = g->m->style;
	dim free = page_room_to_tick(s, SHORT_ROW) - s->types[PAGE_BODY].leading;

	if (free < 0)
		return 0;
	return free / 2 < ROW_PADDING ? free / 2 : ROW_PADDING;
}

/* Nothing is said of words too wide: it is when they are put. */
static dim
choices_height(struct grid *g, const struct doc_node *cell, int column)
{
	struct page_box measured = { 0 };
	struct diag_list *dl = g->m->dl;
	dim height;

	g->m->dl = diag_list_new(g->m->arena);
	height = put_choices(g, &measured, cell, column, 0, 0);
	g->m->dl = dl;
	return height;
}

/* The height that the places of a row need at least. */
static dim
places_height(struct grid *g, const struct doc_node *cell)
{
	dim least = page_room_to_tick(g->m->style, SHORT_ROW);
	dim height, most = least;
	int i;

	for (i = 0; i < g->columns && cell != NULL; i++) {
		height = least;
		if (cell->u.cell.kind == CELL_WRITE ||
		    cell->u.cell.kind == CELL_CIRCLES)
			height = page_room(g->m->style, ROW);
		else if (cell->u.cell.kind == CELL_CHOICES)
			height = choices_height(g, cell, i) + 2 * row_padding(g);
		if (height > most)
			most = height;
		cell = cell->next;
	}
	return most;
}

static const char *
cell_name(struct grid *g, const struct doc_node *row_head,
    const struct doc_node *column_head)
{
	const char *row, *column;

	row = row_head == NULL ? NULL : form_words(g->m, row_head);
	column = column_head == NULL ? NULL : form_words(g->m, column_head);
	return book_word_with(g->m->book, g->m->arena, "grid-cell",
	    "row", row == NULL ? "" : row,
	    "column", column == NULL ? "" : column, NULL);
}

static void
put_place(struct grid *g, const struct doc_node *cell, int column, dim y,
    dim height, uint32_t row, const char *name)
{
	uint32_t tag;

	tag = display_tag(g->m->display, TAG_TD, row, NULL);
	form_target(g->m, g->box, cell->id);
	switch (cell->u.cell.kind) {
	case CELL_CIRCLES:
		tag = form_tag(g->m, tag, cell->id, FIELD_RADIO, name, NULL);
		put_circles(g, cell, column, y, height, tag);
		return;
	case CELL_TICK:
		tag = form_tag(g->m, tag, cell->id, FIELD_CHECK, name, NULL);
		put_tick(g, column, y, height, tag);
		return;
	case CELL_CHOICE:
		tag = form_tag(g->m, tag, cell->id, FIELD_RADIO, name, NULL);
		put_choice(g, column, y, height, tag);
		return;
	case CELL_CHOICES:
		tag = form_tag(g->m, tag, cell->id, FIELD_RADIO, name, NULL);
		put_choices(g, g->box, cell, column, y + (height -
		    choices_height(g, cell, column)) / 2, tag);
		return;
	case CELL_HEAD:
	case CELL_WRITE:
		break;
	}
	tag = form_tag(g->m, tag, cell->id, FIELD_TEXT, name, NULL);
	box_anchor(g->m, g->box, tag);
	box_mark_area(g->m, g->box, tag, g->edges[column], y,
	    g->edges[column + 1] - g->edges[column], height);
}

static dim
put_row(struct grid *g, const struct doc_node *node, dim y)
{
	const struct doc_node *head = node->first, *cell, *column_head;
	struct page_box words = { 0 };
	dim height, least;
	uint32_t row;
	int i;

	row = display_tag(g->m->display, TAG_TR, g->body, NULL);
	words.height = box_put_inlines(g->m, &words, head, PAGE_BODY, true,
	    g->x, 0, g->edges[0] - g->x, head_tag(g, head, row, SCOPE_ROW));
	height = words.height + 2 * row_padding(g);
	least = places_height(g, head->next);
	if (height < least)
		height = least;
	box_move_into(g->m, g->box, &words, 0,
	    y + (height - words.height) / 2);
	cell = head->next;
	column_head = g->heads->first;
	for (i = 0; i < g->columns && cell != NULL; i++) {
		put_place(g, cell, i, y, height, row,
		    cell_name(g, head, column_head));
		cell = cell->next;
		column_head = column_head->next;
	}
	box_line(g->m, g->box, g->x, y + height, g->x + g->width, y + height,
	    HAIRLINE, g->m->style->colours[PAGE_RULE], 0);
	return height;
}

static dim
put_table(struct grid *g, uint32_t table, dim y)
{
	const struct doc_node *row;
	dim top = y, first;
	int i;

	set_edges(g);
	y += put_heads(g, table, y);
	first = y;
	g->body = display_tag(g->m->display, TAG_TBODY, table, NULL);
	for (row = g->heads->next; row != NULL; row = row->next) {
		if (row->first != NULL)
			y += put_row(g, row, y);
	}
	for (i = 0; i < g->columns; i++)
		box_line(g->m, g->box, g->edges[i], first, g->edges[i], y,
		    HAIRLINE, g->m->style->colours[PAGE_RULE], 0);
	return y - top;
}

static dim
put_note(struct grid *g, dim y, uint32_t parent)
{
	const char *note = g->node->u.grid.note;
	uint32_t tag;

	if (note == NULL)
		return 0;
	tag = display_tag(g->m->display, TAG_P, parent, g->node->id);
	form_target(g->m, g->box, g->node->id);
	return NOTE_ABOVE + box_put_words(g->m, g->box, note, PAGE_SMALL,
	    false, g->x, y + NOTE_ABOVE, g->width, tag, ARTIFACT_NONE);
}

static int
count_columns(const struct doc_node *heads)
{
	const struct doc_node *head;
	int columns = 0;

	for (head = heads->first; head != NULL; head = head->next)
		columns++;
	return columns;
}

void
box_grid(struct box_maker *m, struct page_box_list *list,
    const struct doc_node *node, dim x, dim width, uint32_t parent)
{
	struct grid g = { m, NULL, node, NULL, x, width, NULL, 0, 0 };
	uint32_t table;
	dim y;

	table = display_tag(m->display, TAG_TABLE, parent, NULL);
	g.box = box_new(m, list, 0);
	g.box->at = node->at;
	g.box->after = BETWEEN;
	y = form_label(m, g.box, node, TAG_CAPTION, x, width, table,
	    &g.heads);
	if (g.heads != NULL) {
		g.columns = count_columns(g.heads);
		y += put_table(&g, table, y);
	}
	y += put_note(&g, y, parent);
	g.box->height = y;
}
