/* SPDX-License-Identifier: MIT */
/*
 * A card to cut out: a dashed line to cut along, a title, blanks with their
 * labels above, in two columns where one does not hold them.
 */
#include "base/arena.h"
#include "base/diag.h"
#include "base/messages.h"
#include "doc/book.h"
#include "page/form.h"
#include "page/page_breaks.h"

/* Cards, millimetres (measurements of worksheet parts). */
#define WALLET_WIDTH DIM_MM(85)
#define WALLET_HEIGHT DIM_MM(55)
#define A7_WIDTH DIM_MM(105)
#define A7_HEIGHT DIM_MM(74)
#define INSET DIM_MM(4)
#define GUTTER DIM_MM(4)
#define CUT_LINE DIM_MM100(18)
#define CUT_ON DIM_MM10(14)
#define CUT_OFF DIM_MM(1)
#define PITCH DIM_MM(9)
/* Between rows and below the title, where there is room. */
#define ROW_GAP_MOST DIM_MM(3)
#define BETWEEN DIM_MM(6)

struct card {
	struct box_maker	*m;
	struct page_box		*box;
	dim			 x, y, width, height;
};

/* Words above the line: what to do with it. */
static void
put_cut_line(struct card *c, dim measure, uint32_t parent)
{
	const dim dashes[2] = { CUT_ON, CUT_OFF };
	uint32_t tag;

	tag = display_tag(c->m->display, TAG_P, parent, NULL);
	c->y += box_put_words(c->m, c->box, book_word(c->m->book, "card-cut"),
	    PAGE_SMALL, false, c->x, c->y, measure, tag, ARTIFACT_NONE);
	box_stroke_round(c->m, c->box, c->x + CUT_LINE / 2,
	    c->y + CUT_LINE / 2, c->width - CUT_LINE, c->height - CUT_LINE, 0,
	    CUT_LINE, COLOUR_BLACK, dashes, 2, 0);
}

/* A label and its line from the top of "box" on; returns the height used. */
static dim
put_blank(struct card *c, struct page_box *box, const struct doc_node *blank,
    dim x, dim width, uint32_t parent)
{
	const struct doc_node *rest;
	uint32_t tag;
	dim y;

	y = form_label(c->m, box, blank, TAG_P, x, width, parent, &rest);
	tag = form_answer_tag(c->m, blank, parent);
	form_target(c->m, box, blank->id);
	return y + form_lines(c->m, box, 1, x, y, width, tag);
}

static int
count_blanks(const struct doc_node *blank)
{
	int count;

	for (count = 0; blank != NULL; blank = blank->next)
		count++;
	return count;
}

/* All blanks in "columns", a box for each row; returns the height of all. */
static dim
put_rows(struct card *c, struct page_box *rows, const struct doc_node *blank,
    int columns, uint32_t parent)
{
	dim width = (c->width - 2 * INSET - (columns - 1) * GUTTER) / columns;
	dim height, sum = 0;
	int i;

	for (; blank != NULL; rows++) {
		for (i = 0; i < columns && blank != NULL; i++) {
			height = put_blank(c, rows, blank,
			    i * (width + GUTTER), width, parent);
			if (height > rows->height)
				rows->height = height;
			blank = blank->next;
		}
		sum += rows->height;
	}
	return sum;
}

/* White space between the rows and below the title; none if what is there
 * does not even fit without. */
static dim
row_gap(dim left, int gaps)
{
	if (left <= 0 || gaps == 0)
		return 0;
	return left / gaps < ROW_GAP_MOST ? left / gaps : ROW_GAP_MOST;
}

static void
put_inside(struct card *c, const struct doc_node *node, uint32_t parent)
{
	dim row = page_room(c->m->style, PITCH) +
	    c->m->style->types[PAGE_H3].leading;
	struct page_box title = { 0 }, *rows;
	const struct doc_node *blank;
	int columns, count, i;
	dim y, left, gap;

	title.height = form_label(c->m, &title, node, TAG_P, 0,
	    c->width - 2 * INSET, parent, &blank);
	box_move_into(c->m, c->box, &title, c->x + INSET, c->y + INSET);
	left = c->height - 2 * INSET - title.height;
	count = count_blanks(blank);
	columns = count * row <= left + PAGE_TOLERANCE ? 1 : 2;
	count = (count + columns - 1) / columns;
	rows = ARENA_ARRAY(c->m->arena, struct page_box, (size_t)count);
	left -= put_rows(c, rows, blank, columns, parent);
	gap = row_gap(left, count - (title.height > 0 ? 0 : 1));
	y = c->y + INSET + title.height + (title.height > 0 ? gap : 0);
	for (i = 0; i < count; i++) {
		box_move_into(c->m, c->box, &rows[i], c->x + INSET, y);
		y += rows[i].height + gap;
	}
	if (left < -PAGE_TOLERANCE)
		diag_say(c->m->dl, node->at, NULL, SAY_CARD_TOO_FULL,
		    (long long)(dim_to_um(-left) / 1000 + 1));
}

void
box_card(struct box_maker *m, struct page_box_list *list,
    const struct doc_node *node, dim x, dim width, uint32_t parent)
{
	bool a7 = node->u.card.size == CARD_A7;
	struct card c = { .m = m, .x = x, .y = 0 };
	const struct page_style *style = m->style;
	struct page_style own = *style;

	c.width = a7 ? A7_WIDTH : WALLET_WIDTH;
	c.height = a7 ? A7_HEIGHT : WALLET_HEIGHT;
	if (c.width > width)
		c.width = width;
	c.box = box_new(m, list, 0);
	c.box->at = node->at;
	c.box->before = c.box->after = BETWEEN;
	put_cut_line(&c, width, parent);
	/* A card does not grow with the room of its page. */
	if (own.room > PAGE_ROOM_USUAL)
		own.room = PAGE_ROOM_USUAL;
	m->style = &own;
	put_inside(&c, node, parent);
	m->style = style;
	c.box->height = c.y + c.height;
}
