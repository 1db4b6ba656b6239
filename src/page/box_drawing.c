/* SPDX-License-Identifier: MIT */
/*
 * Figures: a drawing's shapes and labels become paths and glyphs.
 *
 * Labels keep the size of small print at any scale; only their place is the
 * drawing's.  Colours become greys, but for a clinic's sign, and transparency is
 * flattened on white, each shape by itself: what lies under a transparent shape
 * does not show.
 */
#include "base/arena.h"
#include "base/diag.h"
#include "doc/book.h"
#include "doc/drawing.h"
#include "doc/picture.h"
#include "page/box.h"
#include "page/box_path.h"

/* Where shapes say nothing, SVG 1.1 11.4; thousandths. */
#define SVG_MITER_LIMIT 4000
/* The shortest row of dashes, a twentieth of a point. */
#define DASHES_LEAST (DIM_PT / 20)

struct scale {
	dim	to;
	int64_t	from;
	bool	colours;	/* are kept */
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
	case ROLE_COLOUR:
	case ROLE_GRADIENT:
		return COLOUR_BLACK;
	}
	BUG("drawing role %d", (int)role);
}

/* Its luminance (ITU-R BT.709) as a grey. */
static uint32_t
grey_of(uint32_t colour)
{
	uint32_t grey = ((colour >> 16 & 0xff) * 2126 +
	    (colour >> 8 & 0xff) * 7152 + (colour & 0xff) * 722 + 5000) /
	    10000;

	return grey << 16 | grey << 8 | grey;
}

/* As much paler as white paper shows through; "transparency" in thousandths. */
static uint32_t
on_white(uint32_t colour, int32_t transparency)
{
	uint32_t part, mixed = 0;
	int i;

	if (transparency == 0)
		return colour;
	for (i = 16; i >= 0; i -= 8) {
		part = colour >> i & 0xff;
		part = (part * (uint32_t)(1000 - transparency) +
		    255 * (uint32_t)transparency + 500) / 1000;
		mixed |= part << i;
	}
	return mixed;
}

static uint32_t
paint_colour(const struct page_style *style, const struct scale *s,
    enum drawing_role role, uint32_t colour, int32_t transparency)
{
	if (role != ROLE_COLOUR)
		colour = role_colour(style, role);
	else if (!s->colours)
		colour = grey_of(colour);
	return on_white(colour, transparency);
}

static void
put_dashes(struct box_maker *m, struct display_item *item,
    const struct drawing_shape *shape, const struct scale *s)
{
	dim *dashes, sum = 0;
	size_t i;

	if (shape->dash_count == 0)
		return;
	dashes = ARENA_ARRAY(m->arena, dim, shape->dash_count);
	for (i = 0; i < shape->dash_count; i++) {
		dashes[i] = scaled(s, shape->dashes[i]);
		sum += dashes[i];
	}
	/* Too fine to be printed; without length they would be no dashes. */
	if (sum < DASHES_LEAST)
		return;
	item->u.path.dashes = dashes;
	item->u.path.dash_offset = scaled(s, shape->dash_offset);
	item->u.path.dash_count = shape->dash_count;
}

static struct path
scaled_path(struct box_maker *m, const struct path_step *steps, size_t count,
    const struct scale *s)
{
	struct path p = { NULL, 0, 0 };
	struct display_step *step;
	size_t i;
	int j;

	for (i = 0; i < count; i++) {
		step = path_add(m, &p, steps[i].verb);
		for (j = 0; j < 3; j++) {
			step->p[j].x = scaled(s, steps[i].p[j].x);
			step->p[j].y = scaled(s, steps[i].p[j].y);
		}
	}
	return p;
}

static const struct display_clip *
scaled_clip(struct box_maker *m, const struct drawing_clip *clip,
    const struct scale *s)
{
	const struct display_clip *first = NULL;
	struct display_clip *made, *last = NULL;
	struct path p;

	for (; clip != NULL; clip = clip->outer) {
		p = scaled_path(m, clip->steps, clip->step_count, s);
		made = ARENA_NEW(m->arena, struct display_clip);
		made->steps = p.items;
		made->step_count = p.len;
		made->even_odd = clip->even_odd;
		if (last == NULL)
			first = made;
		else
			last->outer = made;
		last = made;
	}
	return first;
}

static const struct display_shading *
scaled_shading(struct box_maker *m, const struct drawing_gradient *gradient,
    const struct scale *s)
{
	struct display_shading *made;
	struct display_stop *stops;
	size_t i;

	made = ARENA_NEW(m->arena, struct display_shading);
	made->radial = gradient->radial;
	made->origin.x = scaled(s, gradient->origin.x);
	made->origin.y = scaled(s, gradient->origin.y);
	made->along.x = scaled(s, gradient->along.x);
	made->along.y = scaled(s, gradient->along.y);
	made->across.x = scaled(s, gradient->across.x);
	made->across.y = scaled(s, gradient->across.y);
	made->focus_x = gradient->focus_x;
	made->focus_y = gradient->focus_y;
	made->focus_radius = gradient->focus_radius;
	stops = ARENA_ARRAY(m->arena, struct display_stop,
	    gradient->stop_count);
	for (i = 0; i < gradient->stop_count; i++) {
		stops[i].offset = gradient->stops[i].offset;
		stops[i].colour = on_white(s->colours ?
		    gradient->stops[i].colour :
		    grey_of(gradient->stops[i].colour),
		    gradient->stops[i].transparency);
	}
	made->stops = stops;
	made->stop_count = gradient->stop_count;
	return made;
}

static void
put_shape(struct box_maker *m, struct page_box *box,
    const struct drawing_shape *shape, const struct scale *s, dim x, dim y,
    uint32_t tag)
{
	struct path p = scaled_path(m, shape->steps, shape->step_count, s);
	struct display_item *item;

	item = path_put(m, box, &p, tag);
	item->u.path.x = x;
	item->u.path.y = y;
	item->u.path.fill = shape->fill != ROLE_NONE;
	item->u.path.fill_colour = paint_colour(m->style, s, shape->fill,
	    shape->fill_colour, shape->fill_transparency);
	if (shape->fill == ROLE_GRADIENT)
		item->u.path.shading = scaled_shading(m, shape->gradient, s);
	item->u.path.even_odd = shape->even_odd;
	item->u.path.stroke = shape->stroke != ROLE_NONE;
	item->u.path.stroke_colour = paint_colour(m->style, s, shape->stroke,
	    shape->stroke_colour, shape->stroke_transparency);
	item->u.path.width = scaled(s, shape->stroke_width);
	item->u.path.cap = shape->cap;
	item->u.path.join = shape->join;
	item->u.path.miter_limit = shape->miter_limit == 0 ? SVG_MITER_LIMIT :
	    shape->miter_limit;
	item->u.path.clip = scaled_clip(m, shape->clip, s);
	put_dashes(m, item, shape, s);
}

static void
put_label(struct box_maker *m, struct page_box *box,
    const struct drawing_shape *shape, const struct scale *s, dim x, dim y,
    uint32_t tag)
{
	size_t first = box->items.len;
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
	for (; first < box->items.len; first++)
		if (box->items.items[first].kind == DISPLAY_GLYPHS)
			box->items.items[first].u.glyphs.colour =
			    paint_colour(m->style, s, shape->fill,
			    shape->fill_colour, 0);
}

static dim
put_drawing(struct box_maker *m, struct page_box *box,
    const struct drawing *drawing, dim x, dim y, dim width, uint32_t tag,
    bool colours)
{
	struct scale s = { width, drawing->width, colours };
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

dim
box_drawing(struct box_maker *m, struct page_box *box,
    const struct drawing *drawing, dim x, dim y, dim width, uint32_t tag)
{
	return put_drawing(m, box, drawing, x, y, width, tag, false);
}

/* A picture was made grey when it was read, where no colours are printed. */
static void
put_picture(struct box_maker *m, struct page_box *box,
    const struct picture *picture, dim x, dim y, dim width, dim height)
{
	struct display_item *item = vec_push(m->arena, &box->items);

	item->kind = DISPLAY_PICTURE;
	item->artifact = ARTIFACT_LAYOUT;
	item->u.picture.picture = picture;
	item->u.picture.x = x;
	item->u.picture.y = y;
	item->u.picture.width = width;
	item->u.picture.height = height;
}

void
box_logo(struct box_maker *m, struct page_box *box, dim x, dim foot,
    dim most_width, dim most_height)
{
	const struct book_clinic *clinic = &m->book->clinic;
	const struct picture *picture = clinic->logo_picture;
	int64_t own_width, own_height;
	dim width, height;

	if (clinic->logo == NULL && picture == NULL)
		return;
	own_width = picture != NULL ? (int64_t)picture->width :
	    clinic->logo->width;
	own_height = picture != NULL ? (int64_t)picture->height :
	    clinic->logo->height;
	height = most_height;
	width = dim_scale(height, own_width, own_height);
	if (width > most_width) {
		width = most_width;
		height = dim_scale(width, own_height, own_width);
	}
	if (picture != NULL)
		put_picture(m, box, picture, x, foot - height, width, height);
	else
		put_drawing(m, box, clinic->logo, x, foot - height, width, 0,
		    !m->style->grey);
}
