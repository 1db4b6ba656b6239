/* SPDX-License-Identifier: MIT */
/*
 * The tree of an SVG becomes the flat row of shapes that a drawing is.
 *
 * Every element is drawn where its transforms put it.  A stroke grows with the
 * mean of both directions (the root of the determinant): under a transform that
 * stretches, its width is the same all round, where SVG would stretch it, too.
 * Labels stay level for the same reason.
 */
#include "base/arena.h"
#include "base/map.h"
#include "base/str.h"
#include "read/figures.h"
#include "read/svg_tree.h"

/* Below this nothing is seen: a thousandth. */
#define SEEN (SVG_ONE / 1000)

/* Where and how an element is drawn. */
struct draw_place {
	struct svg_matrix	 matrix;
	struct svg_style	 style;
	struct drawing_clip	*clip;
	bool			 used;		/* by <use> */
};

static void draw_node(struct svg_reader *r, struct svg_node *node,
    struct draw_place place);

static int32_t
transparency(int64_t share)
{
	return (int32_t)(1000 - dim_scale(share, 1000, SVG_ONE));
}

static void
set_stroke(struct svg_reader *r, const struct svg_node *node,
    const struct draw_place *place, struct drawing_shape *shape)
{
	const struct svg_style *s = &place->style;
	int64_t growth = svg_growth(&place->matrix);
	int64_t share = svg_times(s->stroke_opacity, s->opacity);
	int32_t *dashes;
	int64_t sum = 0;

	if (s->stroke.role == ROLE_GRADIENT)
		svg_refuse(r, node, NULL, SAY_SVG_STROKE_GRADIENT,
		    node->name);
	shape->stroke_width = svg_thousandths(svg_times(s->stroke_width,
	    growth));
	if (s->stroke.role == ROLE_NONE || shape->stroke_width == 0 ||
	    share < SEEN) {
		shape->stroke_width = 0;
		return;
	}
	shape->stroke = s->stroke.role;
	shape->stroke_colour = s->stroke.colour;
	shape->stroke_transparency = transparency(share);
	shape->cap = s->cap;
	shape->join = s->join;
	shape->miter_limit = svg_thousandths(s->miter_limit);
	dashes = ARENA_ARRAY(r->arena, int32_t, s->dash_count);
	for (size_t i = 0; i < s->dash_count; i++) {
		dashes[i] = svg_thousandths(svg_times(s->dashes[i], growth));
		sum += dashes[i];
	}
	if (sum == 0)
		return;
	shape->dashes = dashes;
	shape->dash_count = s->dash_count;
	shape->dash_offset = svg_thousandths(svg_times(s->dash_offset,
	    growth));
}

static void
set_fill(struct svg_reader *r, const struct svg_node *node,
    const struct draw_place *place, const struct svg_path *path,
    struct drawing_shape *shape)
{
	const struct svg_style *s = &place->style;
	int64_t share = svg_times(s->fill_opacity, s->opacity);
	struct svg_matrix identity = svg_identity();
	struct svg_box box = { 0, 0, 0, 0, false };

	if (node->kind == SVG_LINE || share < SEEN)
		return;
	shape->fill = s->fill.role;
	shape->fill_colour = s->fill.colour;
	shape->fill_transparency = transparency(share);
	shape->even_odd = s->even_odd;
	if (s->fill.role != ROLE_GRADIENT)
		return;
	svg_box_path(&box, &identity, path->steps.items, path->steps.len);
	svg_gradient_fill(r, s->fill.gradient, &place->matrix, &box, shape);
}

/* What lies outside of the drawing is not seen on a screen; on paper it would
 * lie on the words round it. */
static const struct drawing_clip *
clip_to_edge(struct svg_reader *r, const struct svg_node *node,
    const struct drawing_shape *shape, struct drawing_clip *clip)
{
	struct svg_matrix identity = svg_identity();
	struct svg_view all = { .width = r->view.width,
	    .height = r->view.height };
	struct svg_point p;
	bool outside = false;

	for (size_t i = 0; i < shape->step_count && !outside; i++) {
		for (int j = 0; j < 3; j++) {
			p.x = shape->steps[i].p[j].x * (int64_t)1000;
			p.y = shape->steps[i].p[j].y * (int64_t)1000;
			outside |= p.x < 0 || p.y < 0 || p.x > all.width ||
			    p.y > all.height;
		}
	}
	if (!outside)
		return clip;
	if (clip != NULL)
		return svg_clip_rectangle(r, node, &identity, &all, clip);
	if (r->edge == NULL)
		r->edge = svg_clip_rectangle(r, node, &identity, &all, NULL);
	return r->edge;
}

static void
draw_shape(struct svg_reader *r, struct svg_node *node,
    const struct draw_place *place)
{
	struct svg_path path = { { NULL, 0, 0 } };
	struct drawing_shape shape = { .kind = DRAWING_PATH };

	if (place->style.hidden || !svg_outline(r, node, &path))
		return;
	shape.steps = svg_flatten(r, node, &place->matrix, &path);
	if (shape.steps == NULL)
		return;
	shape.step_count = path.steps.len;
	set_fill(r, node, place, &path, &shape);
	set_stroke(r, node, place, &shape);
	shape.clip = clip_to_edge(r, node, &shape, place->clip);
	*vec_push(r->arena, &r->shapes) = shape;
}

/* Words come from figures.yaml, in the book's language; the file's own are for
 * programs that show it as it is.  They are always there, in whole: what has to
 * be read is not clipped and not paled. */
static void
draw_label(struct svg_reader *r, const struct svg_node *node,
    const char *label, const struct draw_place *place, int64_t x, int64_t y)
{
	struct drawing_shape shape = { .kind = DRAWING_TEXT };
	struct svg_point p = svg_placed(&place->matrix, x, y);
	const struct svg_style *s = &place->style;
	const char *words;

	if (s->hidden)
		return;
	words = r->labels == NULL ? NULL : map_find(r->labels, label);
	if (str_blank(words))
		svg_refuse(r, node, arena_printf(r->arena, HINT_LABEL_MISSING,
		    label), SAY_LABEL_MISSING, label);
	if (p.x < 0 || p.y < 0 || p.x > r->view.width || p.y >
	    r->view.height) {
		svg_refuse(r, node, NULL, SAY_SVG_LABEL_OUTSIDE, label);
		return;
	}
	shape.label = label;
	shape.words = words;
	shape.x = svg_thousandths(p.x);
	shape.y = svg_thousandths(p.y);
	shape.size = svg_thousandths(svg_times(s->font_size,
	    svg_growth(&place->matrix)));
	shape.anchor = s->anchor;
	shape.fill = s->fill.role;
	shape.fill_colour = s->fill.colour;
	if (shape.fill == ROLE_NONE || shape.fill == ROLE_GRADIENT)
		shape.fill = ROLE_INK;
	*vec_push(r->arena, &r->shapes) = shape;
}

/* The first x or y said in <text> or in what it starts with. */
static const struct svg_node *
place_sayer(const struct svg_node *node, const char *name)
{
	while (node != NULL && svg_attribute(node, name) == NULL) {
		node = node->first;
		while (node != NULL && node->kind != SVG_TSPAN)
			node = node->next;
	}
	return node;
}

/* May "node" be drawn, with all that was drawn before it? */
static bool
may_go_on(struct svg_reader *r, const struct svg_node *node, bool used)
{
	if (r->depth >= SVG_MAX_DEPTH) {
		svg_refuse(r, node, NULL, SAY_SVG_TOO_DEEP, SVG_MAX_DEPTH);
		r->messages = SVG_MAX_MESSAGES;
	} else if (used && ++r->used > SVG_MAX_USED) {
		svg_refuse(r, node, NULL, SAY_SVG_TOO_MANY_USED,
		    SVG_MAX_USED);
		r->messages = SVG_MAX_MESSAGES;
	}
	return r->messages < SVG_MAX_MESSAGES && svg_count_bytes(r, node);
}

/* <text> or <tspan>: a label, or labels in tspans.  As deep as the file. */
static void
draw_text(struct svg_reader *r, const struct svg_node *node,
    struct draw_place place, int64_t x, int64_t y)
{
	const char *label = svg_attribute(node, "data-label");
	const struct svg_node *said;
	size_t spans = 0;

	said = place_sayer(node, "x");
	x = said == NULL ? x : svg_length(r, said, "x", 0);
	said = place_sayer(node, "y");
	y = said == NULL ? y : svg_length(r, said, "y", 0);
	if (!str_blank(label)) {
		draw_label(r, node, label, &place, x, y);
		return;
	}
	for (const struct svg_node *n = node->first; n != NULL; n = n->next) {
		struct draw_place inner = place;

		if (n->kind != SVG_TSPAN)
			continue;
		spans++;
		if (!may_go_on(r, n, place.used))
			return;
		svg_inherit(r, n, &inner.style);
		draw_text(r, n, inner, x, y);
	}
	if (spans == 0)
		svg_refuse(r, node, NULL, SAY_SVG_TEXT, node->name);
}

/* A symbol fills the place that <use> gives it. */
static void
draw_symbol(struct svg_reader *r, const struct svg_node *use,
    struct svg_node *symbol, struct draw_place place)
{
	const char *box = svg_attribute(symbol, "viewBox");
	const char *overflow = symbol->properties[SVG_PROPERTY_OVERFLOW];
	const char *aspect = svg_attribute(symbol, "preserveAspectRatio");
	struct svg_view view = { .width = r->view.width,
	    .height = r->view.height }, area = view;
	struct svg_matrix m;

	if (svg_attribute(use, "width") != NULL)
		area.width = svg_extent(r, use, "width");
	if (svg_attribute(use, "height") != NULL)
		area.height = svg_extent(r, use, "height");
	if (area.width == 0 || area.height == 0)
		return;
	if (overflow == NULL || str_equal(overflow, "hidden") ||
	    str_equal(overflow, "scroll"))
		place.clip = svg_clip_rectangle(r, symbol, &place.matrix,
		    &area, place.clip);
	if (box != NULL) {
		if (!svg_view_box(box, &view))
			svg_refuse(r, symbol, NULL, SAY_SVG_VIEW, "viewBox",
			    box);
		if (!svg_view_aspect(aspect, &view))
			svg_refuse(r, symbol, NULL, SAY_SVG_VIEW,
			    "preserveAspectRatio", aspect);
		m = svg_view_matrix(&view, area.width, area.height);
		place.matrix = svg_joined(&place.matrix, &m);
	}
	svg_inherit(r, symbol, &place.style);
	for (struct svg_node *n = symbol->first; n != NULL; n = n->next)
		draw_node(r, n, place);
}

static void
draw_used(struct svg_reader *r, struct svg_node *node,
    struct draw_place place)
{
	struct svg_matrix moved = svg_translation(
	    svg_length(r, node, "x", 0), svg_length(r, node, "y", 0));
	struct svg_node *target;

	if (node->href == NULL) {
		svg_refuse(r, node, NULL, SAY_SVG_MISSING, node->name,
		    "href");
		return;
	}
	target = svg_target(r, node, "href", node->href);
	if (target == NULL)
		return;
	if (target->busy) {
		svg_refuse(r, node, NULL, SAY_SVG_CIRCLE, node->name);
		return;
	}
	place.used = true;
	place.matrix = svg_joined(&place.matrix, &moved);
	if (target->kind == SVG_SYMBOL) {
		if (!may_go_on(r, target, true))
			return;
		target->busy = true;
		draw_symbol(r, node, target, place);
		target->busy = false;
	} else if (target->kind == SVG_G || target->kind == SVG_USE ||
	    target->kind == SVG_TEXT || svg_is_shape(target->kind)) {
		draw_node(r, target, place);
	} else {
		svg_refuse(r, node, NULL, SAY_SVG_REFERENCE_KIND, "href",
		    node->href, target->name);
	}
}

/* Draws what the element is, inside of its transform and clip. */
static void
draw_kind(struct svg_reader *r, struct svg_node *node,
    const struct draw_place *place)
{
	switch (node->kind) {
	case SVG_SVG: case SVG_G:
		for (struct svg_node *n = node->first; n != NULL; n = n->next)
			draw_node(r, n, *place);
		return;
	case SVG_USE:
		draw_used(r, node, *place);
		return;
	case SVG_TEXT:
		draw_text(r, node, *place, 0, 0);
		return;
	case SVG_PATH: case SVG_CIRCLE: case SVG_ELLIPSE: case SVG_RECT:
	case SVG_LINE: case SVG_POLYLINE: case SVG_POLYGON:
		draw_shape(r, node, place);
		return;
	case SVG_DEFS: case SVG_SYMBOL: case SVG_TSPAN: case SVG_LINEAR:
	case SVG_RADIAL: case SVG_STOP: case SVG_CLIP_PATH: case SVG_MASK:
	case SVG_TITLE: case SVG_DESC:
		return;		/* drawn by those that refer to them */
	case SVG_KIND_COUNT:
		break;
	}
	BUG("element kind %d", (int)node->kind);
}

/* Depth is that of the file and of references, both together capped. */
static void
draw_node(struct svg_reader *r, struct svg_node *node,
    struct draw_place place)
{
	const char *display = node->properties[SVG_PROPERTY_DISPLAY];
	struct drawing_clip *outer = place.clip;
	size_t first = r->shapes.len;
	struct svg_matrix own;

	if ((display != NULL && str_equal(display, "none")) ||
	    !may_go_on(r, node, place.used))
		return;
	own = svg_node_matrix(r, node, "transform");
	place.matrix = svg_joined(&place.matrix, &own);
	/* Everything would fall together on a line: nothing is seen. */
	if (svg_determinant(&place.matrix) == 0)
		return;
	svg_inherit(r, node, &place.style);
	place.clip = svg_clip_begin(r, node, outer);
	node->busy = true;
	r->depth++;
	draw_kind(r, node, &place);
	r->depth--;
	node->busy = false;
	if (place.clip != outer)
		svg_clip_end(r, node, &place.matrix, place.clip, first);
}

void
svg_draw(struct svg_reader *r)
{
	struct draw_place place = {
		.matrix = svg_translation(-r->view.x, -r->view.y),
		.style = svg_first_style()
	};

	draw_node(r, r->root, place);
}
