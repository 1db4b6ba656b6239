/* SPDX-License-Identifier: MIT */
/*
 * Tables on paper: a box a row, so that a table may go over pages; its head
 * stands on each of them.
 *
 * Columns are as wide as their words ask for; cells wrap.  Only horizontals.
 */
#include <string.h>

#include "base/arena.h"
#include "base/messages.h"
#include "doc/book.h"
#include "page/form.h"
#include "type/paragraph.h"

#define PADDING DIM_MM10(15)
#define HEAD_PADDING DIM_MM(1)
#define GUTTER DIM_MM(4)
#define HEAD_RULE DIM_MM100(35)
#define HAIRLINE DIM_MM100(18)
#define CAPTION_TO_TABLE DIM_MM10(15)
#define COLUMN_LEAST DIM_MM(8)
/* A page break between two rows is no joy, and less so near the ends. */
#define BREAK_COST 30
#define BREAK_COST_END 60

struct column {
	dim	natural;	/* all on one line */
	dim	least;		/* its longest word */
	dim	x, width;
};

struct table {
	struct box_maker	*m;
	struct page_box_list	*list;
	const struct doc_node	*node, *head;
	dim			 x, width;
	struct column		*columns;
	struct page_box		*again;		/* the head as an artifact */
	uint32_t		 body;		/* tag; 0: none yet */
};

static bool
is_bold(const struct table *t, const struct doc_node *row, size_t column)
{
	return row == t->head ||
	    (column == 0 && t->node->u.table.row_heads);
}

static enum page_type
type_of(const struct table *t, const struct doc_node *row)
{
	return row == t->head ? PAGE_TABLE_HEAD : PAGE_BODY;
}

/* The widest of the words of "words", which are cut apart. */
static dim
longest_word(struct box_maker *m, char *words, enum page_type type, bool bold)
{
	dim width, longest = 0;
	char *word = words, *end;

	for (; *word != '\0'; word = end) {
		end = word + strcspn(word, " ");
		while (*end == ' ')
			*end++ = '\0';
		if (*word == '\0')
			continue;
		width = box_words_width(m, word, type, bold);
		if (width > longest)
			longest = width;
	}
	return longest;
}

/* References to footnotes are no part of a cell's plain words. */
static dim
references_width(struct table *t, const struct doc_node *cell)
{
	struct doc_walk w = doc_walk_start(cell);
	dim width = 0;

	while (doc_walk_next(&w)) {
		if (w.entering && w.node->kind == DOC_FOOTNOTE_REFERENCE)
			width += box_words_width(t->m, "[00]", PAGE_BODY,
			    false);
	}
	return width;
}

static void
measure_cell(struct table *t, struct column *c, const struct doc_node *cell,
    enum page_type type, bool bold)
{
	const char *words = form_words(t->m, cell);
	dim extra = references_width(t, cell), width;

	if (words == NULL)
		return;
	width = box_words_width(t->m, words, type, bold) + extra;
	if (width > c->natural)
		c->natural = width;
	width = longest_word(t->m, arena_strdup(t->m->arena, words), type,
	    bold) + extra;
	if (width > c->least)
		c->least = width;
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
			    type_of(t, row), is_bold(t, row, i));
			i++;
		}
	}
	for (i = 0; i < t->node->u.table.columns; i++) {
		/* A point more: never broken by rounding. */
		t->columns[i].natural += DIM_PT;
		t->columns[i].least += DIM_PT;
		if (t->columns[i].natural < COLUMN_LEAST)
			t->columns[i].natural = COLUMN_LEAST;
		if (t->columns[i].least < COLUMN_LEAST)
			t->columns[i].least = COLUMN_LEAST;
	}
}

/* Each column what it must have, and of the rest a share of what it would
 * like; where there is too little, less by the same part. */
static void
set_columns(struct table *t)
{
	size_t count = t->node->u.table.columns, i;
	dim room = t->width - (dim)(count - 1) * GUTTER;
	dim natural = 0, least = 0, x = t->x;

	if (room < (dim)count)
		room = (dim)count;
	for (i = 0; i < count; i++) {
		natural += t->columns[i].natural;
		least += t->columns[i].least;
	}
	for (i = 0; i < count; i++) {
		struct column *c = &t->columns[i];

		if (natural <= room)
			c->width = dim_scale(room, c->natural, natural);
		else if (least >= room)
			c->width = dim_scale(room, c->least, least);
		else
			c->width = c->least + dim_scale(room - least,
			    c->natural - c->least, natural - least);
		c->x = x;
		x += c->width + GUTTER;
	}
}

/* How far the glyphs of a box reach from its start edge. */
static dim
extent_of(const struct page_box *box)
{
	dim extent = 0, end;

	for (size_t i = 0; i < box->items.len; i++) {
		const struct display_item *item = &box->items.items[i];

		if (item->kind != DISPLAY_GLYPHS)
			continue;
		end = item->u.glyphs.x + item->u.glyphs.run->width;
		if (end > extent)
			extent = end;
	}
	return extent;
}

/* A cell's words of more than one line stand at the start. */
static void
put_words(struct table *t, struct page_box *row, const struct page_box *words,
    size_t column, dim y, dim line)
{
	const struct column *c = &t->columns[column];
	dim room = c->width - extent_of(words), shift = 0;

	if (words->height <= line && room > 0) {
		if (t->node->u.table.aligns[column] == ALIGN_END)
			shift = room;
		else if (t->node->u.table.aligns[column] == ALIGN_CENTRE)
			shift = room / 2;
	}
	box_move_into(t->m, row, words, c->x + shift, y);
}

static uint32_t
cell_tag(struct table *t, const struct doc_node *cell, size_t column,
    uint32_t row)
{
	bool head = cell->parent == t->head;
	uint32_t tag;

	/* A head without words, or above nothing, is no head. */
	if (cell->first == NULL || !is_bold(t, cell->parent, column) ||
	    (head && cell->parent->next == NULL))
		return display_tag(t->m->display, TAG_TD, row, cell->id);
	tag = display_tag(t->m->display, TAG_TH, row, cell->id);
	t->m->display->tags.items[tag].scope = head ? SCOPE_COLUMN :
	    SCOPE_ROW;
	return tag;
}

/* The cells of a row, their words "above" below its top; returns the height of
 * the highest.  "tag" 0: once more, as an artifact. */
static dim
put_cells(struct table *t, struct page_box *box, const struct doc_node *row,
    dim above, uint32_t tag)
{
	enum page_type type = type_of(t, row);
	const struct doc_node *cell;
	size_t i = 0;
	dim height = t->m->style->types[type].leading;

	for (cell = row->first; cell != NULL; cell = cell->next, i++) {
		struct page_box words = { 0 };
		const char *plain = tag == 0 ? form_words(t->m, cell) : NULL;
		uint32_t cell_is = tag == 0 ? 0 : cell_tag(t, cell, i, tag);

		if (plain != NULL)
			words.height = box_put_words(t->m, &words, plain,
			    type, is_bold(t, row, i), 0, 0,
			    t->columns[i].width, 0, ARTIFACT_HEADER);
		else if (tag != 0 && cell->first == NULL)
			box_anchor(t->m, box, cell_is);
		else if (tag != 0)
			words.height = box_put_inlines(t->m, &words, cell,
			    type, is_bold(t, row, i), 0, 0,
			    t->columns[i].width, cell_is);
		if (tag != 0)
			form_target(t->m, box, cell->id);
		put_words(t, box, &words, i, above,
		    t->m->style->types[type].leading);
		if (words.height > height)
			height = words.height;
	}
	return height;
}

static void
put_head(struct table *t, uint32_t table)
{
	struct page_box *box = box_new(t->m, t->list, 0);
	uint32_t row, parent = table;
	bool cramped = t->m->cramped;

	/* ISO 14289-1: no THead without a TBody. */
	if (t->head->next != NULL)
		parent = display_tag(t->m->display, TAG_THEAD, table, NULL);
	box->at = t->head->at;
	box->keep_with_next = t->head->next != NULL;
	row = display_tag(t->m->display, TAG_TR, parent, NULL);
	box->height = put_cells(t, box, t->head, 0, row) + HEAD_PADDING;
	box_line(t->m, box, t->x, box->height, t->x + t->width, box->height,
	    HEAD_RULE, COLOUR_BLACK, 0);
	t->again = ARENA_NEW(t->m->arena, struct page_box);
	/* What is wrong with its words has been said. */
	t->m->cramped = true;
	t->again->height = put_cells(t, t->again, t->head, 0, 0) +
	    HEAD_PADDING;
	t->m->cramped = cramped;
	box_line(t->m, t->again, t->x, t->again->height, t->x + t->width,
	    t->again->height, HEAD_RULE, COLOUR_BLACK, 0);
}

static void
put_row(struct table *t, const struct doc_node *row)
{
	struct page_box *box = box_new(t->m, t->list, 0);
	uint32_t tag = display_tag(t->m->display, TAG_TR, t->body, NULL);

	box->at = row->at;
	box->height = put_cells(t, box, row, PADDING, tag) + 2 * PADDING;
	box->break_cost = row->prev == t->head || row->next == NULL ||
	    row->next->next == NULL ? BREAK_COST_END : BREAK_COST;
	box->above_at_top = t->again;
	box->before_at_top = t->again->height;
	box_line(t->m, box, t->x, box->height, t->x + t->width, box->height,
	    HAIRLINE, t->m->style->colours[PAGE_RULE], 0);
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
	box->after = CAPTION_TO_TABLE;
}

/* So many columns that no word fits?  Then one message is enough. */
static bool
is_too_wide(const struct table *t)
{
	dim most = (t->width + GUTTER) / (COLUMN_LEAST + GUTTER);

	if ((dim)t->node->u.table.columns <= most)
		return false;
	diag_say(t->m->dl, t->node->at, NULL, SAY_TABLE_TOO_WIDE,
	    t->node->u.table.columns, (long long)most);
	return true;
}

void
box_table(struct box_maker *m, struct page_box_list *list,
    const struct doc_node *node, dim x, dim width, uint32_t parent)
{
	struct table t = { .m = m, .list = list, .node = node,
	    .head = node->first, .x = x, .width = width };
	const struct doc_node *row;
	size_t first = list->len;
	uint32_t table;
	bool cramped;

	table = display_tag(m->display, TAG_TABLE, parent, node->id);
	if (t.head->kind == DOC_CAPTION) {
		put_caption(&t, t.head, table);
		t.head = t.head->next;
	}
	t.columns = ARENA_ARRAY(m->arena, struct column,
	    node->u.table.columns);
	cramped = m->cramped;
	m->cramped = cramped || is_too_wide(&t);
	measure_columns(&t);
	set_columns(&t);
	put_head(&t, table);
	if (t.head->next != NULL)
		t.body = display_tag(m->display, TAG_TBODY, table, NULL);
	for (row = t.head->next; row != NULL; row = row->next)
		put_row(&t, row);
	form_target(m, &list->items[first], node->id);
	m->cramped = cramped;
	/* The last break is between the table and what follows. */
	list->items[list->len - 1].break_cost = 0;
	list->items[list->len - 1].after = m->style->grid;
}
