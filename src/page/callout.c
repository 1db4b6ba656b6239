/* SPDX-License-Identifier: MIT */
/*
 * Callouts: one box each, never split; outlines by kind, the louder the more
 * urgent.
 *
 * The label is the first paragraph, in Bold; outline, tint and icon are
 * artifacts, since the label says the same in words.
 */
#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "doc/book.h"
#include "page/blocks.h"

#define INSET_START DIM_MM(14)
#define INSET_END DIM_MM(4)
#define ICON_SIZE DIM_MM10(64)
#define ICON_START DIM_MM(4)
/* From the label's top: centres it on the label's line. */
#define ICON_UP DIM_MM10(1)
#define RADIUS DIM_MM(2)
#define RADIUS_NOTE DIM_MM(3)
#define BAR DIM_MM10(12)
#define BAR_ON DIM_MM(3)
#define BAR_OFF DIM_MM(2)
#define DASH_ON DIM_MM10(14)
#define DASH_OFF DIM_MM(1)
#define THIN DIM_MM100(35)
#define THICK DIM_MM10(7)
#define THICKEST DIM_MM10(9)
/* The head band of an emergency around its label, and the text below it: with
 * them its lines are on the half grid, and the whole is a multiple of the
 * grid. */
#define BAND_ABOVE DIM_MM(3)
#define BAND_BELOW DIM_MM(3)
#define BAND_TO_TEXT DIM_MM(3)

static enum page_colour
tint_of(enum doc_callout kind)
{
	switch (kind) {
	case CALLOUT_DO:
		return PAGE_TINT_DO;
	case CALLOUT_AVOID:
		return PAGE_TINT_AVOID;
	case CALLOUT_TRY:
		return PAGE_TINT_TRY;
	case CALLOUT_NOTE:
		return PAGE_TINT_NOTE;
	case CALLOUT_HELP:
		return PAGE_TINT_HELP;
	case CALLOUT_URGENT:
		return PAGE_TINT_URGENT;
	case CALLOUT_EMERGENCY:
		return PAGE_ON_EMERGENCY;
	case CALLOUT_COUNT:
		break;
	}
	BUG("callout %d", (int)kind);
}

static uint32_t
icon_colour(const struct page_style *s, enum doc_callout kind)
{
	switch (kind) {
	case CALLOUT_DO:
	case CALLOUT_TRY:
	case CALLOUT_NOTE:
		return s->colours[PAGE_PRIMARY];
	case CALLOUT_HELP:
	case CALLOUT_URGENT:
		return s->colours[PAGE_ACCENT];
	case CALLOUT_EMERGENCY:
		return s->colours[PAGE_ON_EMERGENCY];
	case CALLOUT_AVOID:
	case CALLOUT_COUNT:
		break;
	}
	return COLOUR_BLACK;
}

static void
fill(struct box_maker *m, struct page_box *box, dim x, dim width, dim height,
    const dim radius[4], uint32_t colour)
{
	if (colour != COLOUR_WHITE)
		box_fill_round(m, box, x, 0, width, height, radius, colour);
}

/* The line stands inside the box's edges. */
static void
frame(struct box_maker *m, struct page_box *box, dim x, dim width, dim height,
    dim line, uint32_t colour, const dim *dashes, size_t dash_count)
{
	box_stroke_round(m, box, x + line / 2, line / 2, width - line,
	    height - line, RADIUS - line / 2, line, colour, dashes,
	    dash_count, 0);
}

/* Pieces of 3 and gaps of about 2, a piece at either end. */
static void
broken_bar(struct box_maker *m, struct page_box *box, dim x, dim height)
{
	dim pieces, gap, y;
	int64_t i;

	pieces = (height + BAR_OFF + (BAR_ON + BAR_OFF) / 2) /
	    (BAR_ON + BAR_OFF);
	if (pieces < 2)
		pieces = 2;
	gap = (height - pieces * BAR_ON) / (pieces - 1);
	for (i = 0; i < pieces; i++) {
		y = i == pieces - 1 ? height - BAR_ON : i * (BAR_ON + gap);
		box_fill_rect(m, box, x, y, BAR, BAR_ON, COLOUR_BLACK);
	}
}

static void
put_outline(struct box_maker *m, struct page_box *box, enum doc_callout kind,
    dim x, dim width, dim band)
{
	static const dim square[4] = { 0, 0, 0, 0 };
	const uint32_t *colours = m->style->colours;
	const dim all[4] = { RADIUS, RADIUS, RADIUS, RADIUS };
	const dim end[4] = { 0, RADIUS, RADIUS, 0 };
	const dim note[4] = { RADIUS_NOTE, RADIUS_NOTE, RADIUS_NOTE, 0 };
	const dim head[4] = { RADIUS, RADIUS, 0, 0 };
	const dim dashes[2] = { DASH_ON, DASH_OFF };
	uint32_t tint = colours[tint_of(kind)];
	dim height = box->height;

	switch (kind) {
	case CALLOUT_NOTE:
		fill(m, box, x, width, height, note, tint);
		return;
	case CALLOUT_DO:
		fill(m, box, x, width, height, end, tint);
		fill(m, box, x, BAR, height, square, colours[PAGE_PRIMARY]);
		return;
	case CALLOUT_AVOID:
		fill(m, box, x, width, height, end, tint);
		broken_bar(m, box, x, height);
		return;
	case CALLOUT_TRY:
		fill(m, box, x, width, height, all, tint);
		frame(m, box, x, width, height, THIN, colours[PAGE_EDGE],
		    dashes, 2);
		return;
	case CALLOUT_HELP:
		fill(m, box, x, width, height, all, tint);
		frame(m, box, x, width, height, THIN, colours[PAGE_ACCENT],
		    NULL, 0);
		return;
	case CALLOUT_URGENT:
		fill(m, box, x, width, height, all, tint);
		frame(m, box, x, width, height, THICK, colours[PAGE_ACCENT],
		    NULL, 0);
		return;
	case CALLOUT_EMERGENCY:
		fill(m, box, x, width, band, head,
		    colours[PAGE_EMERGENCY_HEAD]);
		frame(m, box, x, width, height, THICKEST,
		    colours[PAGE_EMERGENCY_HEAD], NULL, 0);
		return;
	case CALLOUT_COUNT:
		break;
	}
	BUG("callout %d", (int)kind);
}

/* The lines of the label below each other in "label"; the height of it. */
static dim
make_label(struct box_maker *m, struct page_box *label,
    const struct doc_node *node, dim x, dim width, uint32_t tag)
{
	const struct page_style *s = m->style;
	uint32_t ink = m->ink;
	dim height;

	if (node->u.callout.kind == CALLOUT_EMERGENCY)
		m->ink = s->colours[PAGE_ON_EMERGENCY];
	height = 0;
	if (node->first != NULL && node->first->kind == DOC_LABEL) {
		const char *id = node->first->id;

		tag = display_tag(m->display, TAG_P, tag, id);
		height = box_put_inlines(m, label, node->first, PAGE_H3, true,
		    x, 0, width, tag);
		if (id != NULL)
			*vec_push(m->arena, &label->targets) = id;
	}
	m->ink = ink;
	return height < s->types[PAGE_H3].leading ?
	    s->types[PAGE_H3].leading : height;
}

/* Outline first, so that the words stand on it. */
static void
assemble(struct box_maker *m, struct page_box *box,
    const struct doc_node *node, dim x, dim width,
    const struct page_box *label, dim label_height,
    const struct page_box *body)
{
	enum doc_callout kind = node->u.callout.kind;
	dim half = m->style->grid / 2;
	bool banded = kind == CALLOUT_EMERGENCY;
	dim top, band, below;

	top = banded ? BAND_ABOVE : half;
	band = banded ? top + label_height + BAND_BELOW : 0;
	below = banded ? band + BAND_TO_TEXT : top + label_height;
	if (banded && body->height == 0)
		below = band;
	else
		below += body->height + (banded ? BAND_TO_TEXT : half);
	box->height = below;
	put_outline(m, box, kind, x, width, band);
	box_icon(m, box, kind, x + ICON_START, top - ICON_UP, ICON_SIZE,
	    icon_colour(m->style, kind),
	    m->style->colours[PAGE_EMERGENCY_HEAD]);
	box_move_into(m, box, label, 0, top);
	box_move_into(m, box, body, 0, banded ? band + BAND_TO_TEXT :
	    top + label_height);
}

void
box_callout(struct box_maker *m, struct page_box_list *list,
    const struct doc_node *node, dim x, dim width, uint32_t parent)
{
	struct page_box_list lines = { NULL, 0, 0 };
	const struct doc_node *first = node->first;
	struct page_box label, body, *box;
	dim text_x, text_width, label_height;
	uint32_t tag;

	blocks_widen(&x, &width,
	    INSET_START + BLOCKS_WIDTH_LEAST + INSET_END);
	text_x = x + INSET_START;
	text_width = width - INSET_START - INSET_END;
	memset(&label, 0, sizeof(label));
	memset(&body, 0, sizeof(body));
	tag = display_tag(m->display, TAG_DIV, parent, node->id);
	label_height = make_label(m, &label, node, text_x, text_width, tag);
	if (first != NULL && first->kind == DOC_LABEL)
		first = first->next;
	box_blocks(m, &lines, first, text_x, text_width, tag);
	body.height = box_stack(m, &body, &lines, 0, 0);
	box = box_new(m, list, 0);
	box->at = node->at;
	box->on_grid = true;
	box->kind = BOX_CALLOUT;
	box->before = box->after = m->style->grid;
	if (node->id != NULL)
		*vec_push(m->arena, &box->targets) = node->id;
	assemble(m, box, node, x, width, &label, label_height, &body);
}
