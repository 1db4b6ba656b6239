/* SPDX-License-Identifier: MIT */
/*
 * Figures: a drawing's shapes and labels become paths and glyphs.
 *
 * Labels keep the size of small print at any scale; only their place is the
 * drawing's.
 */
#include "base/arena.h"
#include "base/diag.h"
#include "doc/book.h"
#include "doc/drawing.h"
#include "page/box.h"
#include "page/box_path.h"

struct scale {
	dim	to;
	int64_t	from;
};

static dim
scaled(const struct scale *s, int64_t length)
{
	return dim_scale(s->to, length, s->from);
}

static uint32_t
role_colour(const struct page_style *style, enum drawing_role role)
{
	switch (role) {
	case ROLE_PAPER:
		return style->colours[PAGE_ROLE_PAPER];
	case ROLE_TINT1:
		return style->colours[PAGE_ROLE_TINT1];
	case ROLE_TINT2:
		return style->colours[PAGE_ROLE_TINT2];
	case ROLE_ACCENT:
		return style->colours[PAGE_ROLE_ACCENT];
	case ROLE_NONE:
	case ROLE_INK:
		return COLOUR_BLACK;
	}
	BUG("drawing role %d", (int)role);
}

static void
put_dashes(struct box_maker *m, struct display_item *item,
    const struct drawing_shape *shape, const struct scale *s)
{
	dim *dashes;
	size_t i;

	if (shape->dash_count == 0)
		return;
	dashes = ARENA_ARRAY(m->arena, dim, shape->dash_count);
	for (i = 0; i < shape->dash_count; i++)
		dashes[i] = scaled(s, shape->dashes[i]);
	item->u.path.dashes = dashes;
	item->u.path.dash_count = shape->dash_count;
}

static void
put_shape(struct box_maker *m, struct page_box *box,
    const struct drawing_shape *shape, const struct scale *s, dim x, dim y,
    uint32_t tag)
{
	struct path p = { NULL, 0, 0 };
	struct display_item *item;
	struct display_step *step;
	size_t i;
	int j;

	for (i = 0; i < shape->step_count; i++) {
		step = path_add(m, &p, shape->steps[i].verb);
		for (j = 0; j < 3; j++) {
			step->p[j].x = scaled(s, shape->steps[i].p[j].x);
			step->p[j].y = scaled(s, shape->steps[i].p[j].y);
		}
	}
	item = path_put(m, box, &p, tag);
	item->u.path.x = x;
	item->u.path.y = y;
	item->u.path.fill = shape->fill != ROLE_NONE;
	item->u.path.fill_colour = role_colour(m->style, shape->fill);
	item->u.path.stroke = shape->stroke_width > 0;
	item->u.path.stroke_colour = COLOUR_BLACK;
	item->u.path.width = scaled(s, shape->stroke_width);
	item->u.path.round_cap = shape->round_cap;
	item->u.path.round_join = shape->round_join;
	put_dashes(m, item, shape, s);
}

static void
put_label(struct box_maker *m, struct page_box *box,
    const struct drawing_shape *shape, const struct scale *s, dim x, dim y,
    uint32_t tag)
{
	dim width, left;

	if (shape->words == NULL || shape->words[0] == '\0')
		return;
	/* A tag of its own keeps a label's words apart from the next one's. */
	if (tag != 0)
		tag = display_tag(m->display, TAG_SPAN, tag, NULL);
	width = box_words_width(m, shape->words, PAGE_SMALL, false);
	left = x + scaled(s, shape->x);
	if (shape->anchor == 0)
		left -= width / 2;
	else if (shape->anchor > 0)
		left -= width;
	/* A point more than it needs: never broken by rounding. */
	box_put_words(m, box, shape->words, PAGE_SMALL, false, left,
	    y + scaled(s, shape->y) - page_baseline(m->style, PAGE_SMALL),
	    width + DIM_PT, tag, ARTIFACT_LAYOUT);
}

dim
box_drawing(struct box_maker *m, struct page_box *box,
    const struct drawing *drawing, dim x, dim y, dim width, uint32_t tag)
{
	struct scale s = { width, drawing->width };
	const struct drawing_shape *shape;
	size_t i, first;

	if (drawing->width <= 0 || drawing->height <= 0)
		BUG("drawing %s is %d wide, %d high", drawing->name,
		    (int)drawing->width, (int)drawing->height);
	first = box->items.len;
	for (i = 0; i < drawing->shape_count; i++) {
		shape = &drawing->shapes[i];
		switch (shape->kind) {
		case DRAWING_PATH:
			put_shape(m, box, shape, &s, x, y, tag);
			break;
		case DRAWING_TEXT:
			put_label(m, box, shape, &s, x, y, tag);
			break;
		}
	}
	if (m->book->right_to_left)
		box_mirror_items(m, box, first, x + width / 2);
	return scaled(&s, drawing->height);
}
