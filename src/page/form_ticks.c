/* SPDX-License-Identifier: MIT */
/*
 * Boxes to tick and circles to choose from, each with its words, in one to
 * three columns.
 *
 * One box a row, so that a list longer than a page may go on; a shorter one is
 * never split.  Columns only where every item fits on one line.
 */
#include "base/arena.h"
#include "doc/book.h"
#include "page/form.h"

/* Tick boxes, millimetres (measurements of worksheet parts). */
#define SQUARE DIM_MM(5)
#define SQUARE_LINE DIM_MM100(35)
#define SQUARE_RADIUS DIM_MM10(6)
#define SQUARE_TO_WORDS DIM_MM10(35)
#define ROW DIM_MM(9)
#define GUTTER DIM_MM(6)
#define BETWEEN DIM_MM(6)
/* A page break between two rows is no joy. */
#define BREAK_COST 40

struct ticks {
	struct box_maker	*m;
	struct page_box_list	*list;
	dim			 x, column;	/* a column's width */
	int			 columns;
	bool			 choose;	/* circles: one of them */
	const char		*label;		/* words of all, or NULL */
	uint32_t		 tag;		/* L */
};

static dim
column_width(dim width, int columns)
{
	return (width - (columns - 1) * GUTTER) / columns;
}

/* Bold is wider, and some of the words may be. */
static bool
all_fit(struct box_maker *m, const struct doc_node *tick, dim width)
{
	const char *words;

	for (; tick != NULL; tick = tick->next) {
		words = form_words(m, tick);
		if (words != NULL &&
		    box_words_width(m, words, PAGE_BODY, false) > width)
			return false;
	}
	return true;
}

static int
fitting_columns(struct box_maker *m, const struct doc_node *tick, dim width,
    int columns)
{
	while (columns > 1 && !all_fit(m, tick, column_width(width, columns) -
	    SQUARE - SQUARE_TO_WORDS))
		columns--;
	return columns < 1 ? 1 : columns;
}

/* Where there is more room, places to write take it; lists stay together. */
static dim
row_height(const struct ticks *t)
{
	dim height = page_room_to_tick(t->m->style, ROW);

	return height < ROW ? height : ROW;
}

/* What is free in a row of one line is above its words: so they stand on the
 * half grid, and the last row has below it what any block has. */
static dim
row_margin(const struct ticks *t)
{
	dim leading = t->m->style->types[PAGE_BODY].leading;

	return row_height(t) > leading ? row_height(t) - leading : 0;
}

/* The box or circle before the words, as a field of the form. */
static void
put_mark(struct ticks *t, struct page_box *box, const char *words, dim x,
    uint32_t label)
{
	dim y = row_margin(t) +
	    (t->m->style->types[PAGE_BODY].leading - SQUARE) / 2;
	const char *spoken;
	uint32_t form;

	if (!t->choose)
		spoken = book_word_with(t->m->book, t->m->arena,
		    "checklist-box", "label", words, NULL);
	else if (t->label != NULL)
		spoken = book_word_with(t->m->book, t->m->arena, "choice-of",
		    "label", t->label, "choice", words, NULL);
	else
		spoken = words;
	form = form_tag(t->m, label, NULL, t->choose ? FIELD_RADIO :
	    FIELD_CHECK, words, spoken);
	if (t->choose)
		box_circle(t->m, box, x + SQUARE / 2, y + SQUARE / 2,
		    (SQUARE - SQUARE_LINE) / 2, SQUARE_LINE, COLOUR_BLACK,
		    false, form);
	else
		box_stroke_round(t->m, box, x + SQUARE_LINE / 2,
		    y + SQUARE_LINE / 2, SQUARE - SQUARE_LINE,
		    SQUARE - SQUARE_LINE, SQUARE_RADIUS, SQUARE_LINE,
		    COLOUR_BLACK, NULL, 0, form);
	box_mark_area(t->m, box, form, x, y, SQUARE, SQUARE);
}

/* Returns the height the tick needs, a row at least. */
static dim
put_tick(struct ticks *t, struct page_box *box, const struct doc_node *tick,
    dim x)
{
	dim indent = SQUARE + SQUARE_TO_WORDS;
	dim margin = row_margin(t);
	const char *words = form_words(t->m, tick);
	uint32_t item, body;
	dim height;

	if (words == NULL)
		words = "";
	item = display_tag(t->m->display, TAG_LI, t->tag, NULL);
	put_mark(t, box, words, x,
	    display_tag(t->m->display, TAG_LBL, item, NULL));
	body = display_tag(t->m->display, TAG_LBODY, item, tick->id);
	form_target(t->m, box, tick->id);
	height = margin + box_put_inlines(t->m, box, tick, PAGE_BODY,
	    false, x + indent, margin, t->column - indent, body);
	return height > row_height(t) ? height : row_height(t);
}

/* The ticks of one row; returns the first of the next. */
static const struct doc_node *
put_row(struct ticks *t, const struct doc_node *tick)
{
	struct page_box *box;
	dim height;
	int i;

	box = box_new(t->m, t->list, 0);
	box->at = tick->at;
	box->break_cost = BREAK_COST;
	box->keep_with_next = true;
	for (i = 0; i < t->columns && tick != NULL; i++) {
		height = put_tick(t, box, tick,
		    t->x + i * (t->column + GUTTER));
		if (height > box->height)
			box->height = height;
		tick = tick->next;
	}
	return tick;
}

void
box_ticks(struct box_maker *m, struct page_box_list *list,
    const struct doc_node *node, dim x, dim width, uint32_t parent)
{
	struct ticks t = { .m = m, .list = list, .x = x, .columns = 1 };
	struct page_box label = { 0 }, *box;
	const struct doc_node *tick;

	label.height = form_label(m, &label, node, TAG_P, x, width, parent,
	    &tick);
	if (label.height > 0) {
		label.at = node->at;
		label.keep_with_next = true;
		box = box_new(m, list, 0);
		*box = label;
	}
	if (tick == NULL)
		return;
	t.tag = display_tag(m->display, TAG_L, parent, NULL);
	t.choose = node->kind == DOC_CHOICES;
	if (node->first->kind == DOC_LABEL)
		t.label = form_words(m, node->first);
	t.columns = fitting_columns(m, tick, width, t.choose ?
	    node->u.choices.columns : node->u.ticks.columns);
	t.column = column_width(width, t.columns);
	while (tick != NULL)
		tick = put_row(&t, tick);
	list->items[list->len - 1].keep_with_next = false;
	list->items[list->len - 1].after = BETWEEN;
}
