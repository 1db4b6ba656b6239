/* SPDX-License-Identifier: MIT */
/*
 * Figures with their captions: one box each, never split.
 *
 * A figure that shows something is a Figure with Alt and BBox; one that only
 * decorates is an artifact and its caption an ordinary paragraph.
 */
#include "base/arena.h"
#include "doc/book.h"
#include "doc/drawing.h"
#include "page/blocks.h"
#include "page/page_breaks.h"

/* Ten lines of the grid, with the caption's gap. */
#define HEIGHT_MOST_LINES 10

struct figure_place {
	dim	width, height;	/* of the drawing */
	dim	room;		/* what it takes, so that lines stay level */
};

/*
 * As wide as the text unless that is too high.  With a caption the room ends
 * half a line off the grid, since the caption stands half a line below it.
 */
static struct figure_place
measure_figure(const struct page_style *s, const struct drawing *drawing,
    dim width, bool captioned)
{
	dim half = s->grid / 2;
	dim most = HEIGHT_MOST_LINES * s->grid - (captioned ? half : 0);
	struct figure_place p;

	p.width = width;
	p.height = dim_scale(width, drawing->height, drawing->width);
	if (p.height > most) {
		p.height = most;
		p.width = dim_scale(most, drawing->width, drawing->height);
	}
	if (captioned)
		p.room = dim_round_up(p.height + half - PAGE_TOLERANCE,
		    s->grid) - half;
	else
		p.room = dim_round_up(p.height - PAGE_TOLERANCE, s->grid);
	return p;
}

static void
put_drawing(struct box_maker *m, struct page_box *box,
    const struct doc_node *node, dim x, dim width, bool captioned,
    uint32_t parent)
{
	const struct drawing *drawing = node->u.image.drawing;
	struct figure_place p;
	uint32_t tag;
	dim y;

	p = measure_figure(m->style, drawing, width, captioned);
	y = (p.room - p.height) / 2;
	tag = 0;
	if (!node->u.image.decorative) {
		tag = display_tag(m->display, TAG_FIGURE, parent, node->id);
		m->display->tags.items[tag].alt = node->u.image.alt;
		box_mark_area(m, box, tag, x, y, p.width, p.height);
		if (node->id != NULL)
			*vec_push(m->arena, &box->targets) = node->id;
	}
	box_drawing(m, box, drawing, x, y, p.width, tag);
	box->height = p.room;
}

static void
put_caption(struct box_maker *m, struct page_box *box,
    const struct doc_node *caption, bool decorative, dim x, dim width,
    uint32_t parent)
{
	uint32_t tag;

	tag = display_tag(m->display, decorative ? TAG_P : TAG_CAPTION,
	    parent, caption->id);
	if (box->height > 0)
		box->height += m->style->grid / 2;
	box->height += box_put_inlines(m, box, caption, PAGE_SMALL, false, x,
	    box->height, width, tag);
	if (caption->id != NULL)
		*vec_push(m->arena, &box->targets) = caption->id;
}

void
box_figure(struct box_maker *m, struct page_box_list *list,
    const struct doc_node *node, dim x, dim width, uint32_t parent)
{
	const struct doc_node *caption = node->first;
	const struct drawing *drawing = node->u.image.drawing;
	bool drawn = drawing != NULL && drawing->width > 0 &&
	    drawing->height > 0;
	struct page_box *box;

	if (caption != NULL && caption->kind != DOC_CAPTION)
		caption = NULL;
	if (!drawn && caption == NULL)
		return;
	box = box_new(m, list, 0);
	box->at = node->at;
	box->on_grid = true;
	box->before = box->after = m->style->grid;
	if (drawn && caption != NULL && !node->u.image.decorative)
		parent = display_tag(m->display, TAG_DIV, parent, NULL);
	if (drawn)
		put_drawing(m, box, node, x, width, caption != NULL, parent);
	if (caption != NULL)
		put_caption(m, box, caption,
		    !drawn || node->u.image.decorative, x, width, parent);
}
