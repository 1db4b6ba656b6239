/* SPDX-License-Identifier: MIT */
/*
 * Gradients: what an element and those that it refers to say together, for
 * one shape.
 *
 * Repeats and reflections are written out as stops, so that renderers need to
 * know no more than a row of colours.
 */
#include "base/arena.h"
#include "base/str.h"
#include "read/svg_tree.h"

/* How many elements may refer to each other. */
#define MAX_CHAIN 16
/* Repeats to either side. */
#define MAX_REPEATS 32
/* How large a gradient may be, in the drawing's larger side. */
#define MAX_SIZE 1000

struct gradient_reader {
	struct svg_reader	*r;
	struct svg_node		*chain[MAX_CHAIN];
	size_t			 count;
	bool			 user_space;
	VEC(struct drawing_stop) stops;
	/* From a plane in which it is the simplest to that of the shape. */
	struct svg_matrix	 plane;
	int64_t			 focus_x, focus_y, focus_radius;
};

static void
follow_chain(struct gradient_reader *g, struct svg_node *node)
{
	struct svg_reader *r = g->r;

	while (node != NULL && g->count < MAX_CHAIN) {
		if (node->kind != SVG_LINEAR && node->kind != SVG_RADIAL) {
			svg_refuse(r, g->chain[g->count - 1], NULL,
			    SAY_SVG_REFERENCE_KIND, "href",
			    g->chain[g->count - 1]->href, node->name);
			return;
		}
		if (!svg_count_bytes(r, node))
			return;
		g->chain[g->count++] = node;
		node = node->href == NULL ? NULL : svg_target(r, node, "href",
		    node->href);
	}
	if (node != NULL)
		svg_refuse(r, g->chain[0], NULL, SAY_SVG_CIRCLE,
		    g->chain[0]->name);
}

/* The element that says "name", or NULL. */
static const struct svg_node *
sayer(const struct gradient_reader *g, const char *name)
{
	for (size_t i = 0; i < g->count; i++)
		if (svg_attribute(g->chain[i], name) != NULL)
			return g->chain[i];
	return NULL;
}

/* Is the attribute "other" rather than "usual"?  They are its two values. */
static bool
is_other(struct gradient_reader *g, const char *name, const char *usual,
    const char *other)
{
	const struct svg_node *node = sayer(g, name);
	const char *value;

	if (node == NULL)
		return false;
	value = svg_attribute(node, name);
	if (str_equal(value, other))
		return true;
	if (!str_equal(value, usual))
		svg_refuse(g->r, node, arena_printf(g->r->arena,
		    HINT_SVG_VALUE, usual, other), SAY_SVG_VALUE, name, value);
	return false;
}

/* A number or a percentage of the box, which is 1, or of "whole". */
static int64_t
coordinate(struct gradient_reader *g, const char *name, int64_t whole,
    int64_t percent)
{
	const struct svg_node *node = sayer(g, name);
	struct svg_cursor c = { NULL, NULL };
	int64_t value;

	if (!g->user_space)
		whole = SVG_UNIT;
	if (node == NULL)
		return dim_scale(whole, percent, 100);
	c.s = svg_attribute(node, name);
	if (!svg_number(&c, &value) || (c.s[0] != '\0' &&
	    !str_equal(c.s, "%") && !str_equal(c.s, "px"))) {
		svg_refuse(g->r, node, NULL, SAY_SVG_NUMBER, name,
		    svg_attribute(node, name));
		return 0;
	}
	return c.s[0] == '%' ? dim_scale(whole, value, 100 * SVG_UNIT) :
	    value;
}

static void
read_stop(struct gradient_reader *g, const struct svg_node *node,
    int64_t opacity)
{
	const char *colour = node->properties[SVG_PROPERTY_STOP_COLOR];
	int64_t offset = svg_share(g->r, node, "offset",
	    svg_attribute(node, "offset"), 0);
	struct drawing_stop *stop, *last;

	last = g->stops.len == 0 ? NULL : &g->stops.items[g->stops.len - 1];
	offset = dim_scale(offset, 1000000, SVG_ONE);
	if (last != NULL && offset < last->offset)
		offset = last->offset;
	opacity = svg_times(opacity, svg_share(g->r, node, "stop-opacity",
	    node->properties[SVG_PROPERTY_STOP_OPACITY], SVG_ONE));
	stop = vec_push(g->r->arena, &g->stops);
	stop->offset = (int32_t)offset;
	stop->transparency = (int32_t)(1000 - dim_scale(opacity, 1000,
	    SVG_ONE));
	/* What would be the ink's colour is black: it is mixed with others. */
	if (colour != NULL && !str_equal_nocase(colour, "currentColor") &&
	    !svg_colour(colour, &stop->colour))
		svg_refuse(g->r, node, NULL, SAY_SVG_COLOUR, "stop-color",
		    colour);
}

static void
read_stops(struct gradient_reader *g, int64_t opacity)
{
	for (size_t i = 0; i < g->count && g->stops.len == 0; i++) {
		for (struct svg_node *n = g->chain[i]->first; n != NULL;
		    n = n->next) {
			if (n->kind != SVG_STOP)
				continue;
			svg_count_steps(g->r, n, 1);
			if (!svg_count_bytes(g->r, n) ||
			    g->r->messages >= SVG_MAX_MESSAGES)
				return;
			read_stop(g, n, opacity);
		}
	}
}

static struct svg_matrix
read_linear(struct gradient_reader *g)
{
	int64_t x1 = coordinate(g, "x1", g->r->view.width, 0);
	int64_t y1 = coordinate(g, "y1", g->r->view.height, 0);
	int64_t x = coordinate(g, "x2", g->r->view.width, 100) - x1;
	int64_t y = coordinate(g, "y2", g->r->view.height, 0) - y1;

	return (struct svg_matrix){ svg_ratio(x, SVG_UNIT),
	    svg_ratio(y, SVG_UNIT), -svg_ratio(y, SVG_UNIT),
	    svg_ratio(x, SVG_UNIT), x1, y1 };
}

static struct svg_matrix
read_radial(struct gradient_reader *g)
{
	const struct svg_view *v = &g->r->view;
	/* Of both sides, SVG 1.1 7.10. */
	int64_t whole = dim_root(v->width / 2000 * (v->width / 1000) +
	    v->height / 2000 * (v->height / 1000)) * 1000;
	int64_t cx = coordinate(g, "cx", v->width, 50);
	int64_t cy = coordinate(g, "cy", v->height, 50);
	int64_t radius = coordinate(g, "r", whole, 50);
	int64_t distance;

	if (radius < 0)
		radius = 0;
	if (radius > 0 && sayer(g, "fx") != NULL)
		g->focus_x = dim_scale(coordinate(g, "fx", v->width, 50) - cx,
		    SVG_UNIT, radius);
	if (radius > 0 && sayer(g, "fy") != NULL)
		g->focus_y = dim_scale(coordinate(g, "fy", v->height, 50) -
		    cy, SVG_UNIT, radius);
	if (radius > 0)
		g->focus_radius = dim_scale(coordinate(g, "fr", whole, 0),
		    SVG_UNIT, radius);
	if (g->focus_radius < 0 || g->focus_radius >= SVG_UNIT)
		g->focus_radius = 0;
	/* A focus outside is on the edge, SVG 1.1 13.2.3; just within it,
	 * so that it has an outside at all. */
	g->focus_x = g->focus_x > 1000 * SVG_UNIT ? 1000 * SVG_UNIT :
	    g->focus_x < -1000 * SVG_UNIT ? -1000 * SVG_UNIT : g->focus_x;
	g->focus_y = g->focus_y > 1000 * SVG_UNIT ? 1000 * SVG_UNIT :
	    g->focus_y < -1000 * SVG_UNIT ? -1000 * SVG_UNIT : g->focus_y;
	distance = dim_root(g->focus_x * g->focus_x + g->focus_y *
	    g->focus_y);
	if (distance + g->focus_radius > SVG_UNIT / 100 * 99) {
		g->focus_radius = 0;
		g->focus_x = dim_scale(g->focus_x, SVG_UNIT / 100 * 99,
		    distance + 1);
		g->focus_y = dim_scale(g->focus_y, SVG_UNIT / 100 * 99,
		    distance + 1);
	}
	return (struct svg_matrix){ svg_ratio(radius, SVG_UNIT), 0, 0,
	    svg_ratio(radius, SVG_UNIT), cx, cy };
}

/* How many times the row of stops is needed before and behind it; the shape's
 * box is looked at in the gradient's own plane. */
static void
find_repeats(const struct gradient_reader *g, const struct svg_box *box,
    bool radial, int64_t *from, int64_t *to)
{
	struct svg_matrix back = svg_inverse(&g->plane);
	int64_t least = INT64_MAX, most = INT64_MIN, t, distance;
	struct svg_point p;

	for (int i = 0; i < 4; i++) {
		p = svg_placed(&back, i % 2 == 0 ? box->left : box->right,
		    i < 2 ? box->top : box->bottom);
		t = p.x;
		if (radial)
			t = (p.x < 0 ? -p.x : p.x) / 2 + (p.y < 0 ? -p.y :
			    p.y) / 2;
		least = t < least ? t : least;
		most = t > most ? t : most;
	}
	*from = least / SVG_UNIT - 1;
	*to = most / SVG_UNIT + 1;
	if (radial) {
		/* As far as the farthest corner, at the focus's narrow side. */
		distance = dim_root(g->focus_x * g->focus_x + g->focus_y *
		    g->focus_y) + g->focus_radius;
		*from = 0;
		*to = svg_limited(dim_scale(2 * *to + 1, SVG_UNIT, SVG_UNIT -
		    distance));
	}
	*from = *from < -MAX_REPEATS ? -MAX_REPEATS : *from > 0 ? 0 : *from;
	*to = *to > MAX_REPEATS ? MAX_REPEATS : *to < 1 ? 1 : *to;
}

static void
repeat_stops(struct gradient_reader *g, int64_t from, int64_t to,
    bool reflected)
{
	struct drawing_stop *row = g->stops.items, stop;
	size_t count = g->stops.len;
	bool back;

	g->stops.items = NULL;
	g->stops.len = g->stops.cap = 0;
	for (int64_t k = from; k < to; k++) {
		back = reflected && k % 2 != 0;
		for (size_t i = 0; i < count; i++) {
			stop = row[back ? count - 1 - i : i];
			stop.offset = (int32_t)(((k - from) * 1000000 +
			    (back ? 1000000 - stop.offset : stop.offset)) /
			    (to - from));
			*vec_push(g->r->arena, &g->stops) = stop;
		}
	}
}

/* The plane grows so that all repeats lie between 0 and 1. */
static void
write_repeats_out(struct gradient_reader *g, const struct svg_box *box,
    bool radial, bool reflected)
{
	struct svg_matrix grown = svg_identity();
	int64_t from, to, radius;

	if (svg_determinant(&g->plane) == 0)
		return;
	find_repeats(g, box, radial, &from, &to);
	svg_count_steps(g->r, g->chain[0], g->stops.len * (size_t)(to - from));
	if (g->r->messages >= SVG_MAX_MESSAGES)
		return;
	repeat_stops(g, from, to, reflected);
	if (!radial) {
		grown.a = SVG_ONE * (to - from);
		grown.e = SVG_UNIT * from;
		g->plane = svg_joined(&g->plane, &grown);
		return;
	}
	radius = g->focus_radius + to * (SVG_UNIT - g->focus_radius);
	grown.a = grown.d = svg_ratio(radius, SVG_UNIT);
	grown.e = g->focus_x * (1 - to);
	grown.f = g->focus_y * (1 - to);
	g->plane = svg_joined(&g->plane, &grown);
	g->focus_x = dim_scale(g->focus_x * to, SVG_UNIT, radius);
	g->focus_y = dim_scale(g->focus_y * to, SVG_UNIT, radius);
	g->focus_radius = dim_scale(g->focus_radius, SVG_UNIT, radius);
}

static void
fill_plainly(struct drawing_shape *shape, const struct drawing_stop *stop)
{
	shape->fill = stop->transparency >= 1000 ? ROLE_NONE : ROLE_COLOUR;
	shape->fill_colour = stop->colour;
	shape->fill_transparency = stop->transparency;
}

static bool
is_too_large(const struct gradient_reader *g, const struct svg_matrix *m)
{
	int64_t most = MAX_SIZE * (g->r->view.width > g->r->view.height ?
	    g->r->view.width : g->r->view.height);
	struct svg_box box = { 0, 0, 0, 0, false };

	/* No more thousandths than there is room for. */
	if (most > (int64_t)INT32_MAX * 1000)
		most = (int64_t)INT32_MAX * 1000;
	svg_box_add(&box, svg_placed(m, 0, 0));
	svg_box_add(&box, svg_directed(m, SVG_UNIT, 0));
	svg_box_add(&box, svg_directed(m, 0, SVG_UNIT));
	return box.left < -most || box.right > most || box.top < -most ||
	    box.bottom > most;
}

static void
keep(struct gradient_reader *g, const struct svg_matrix *m, bool radial,
    struct drawing_shape *shape)
{
	struct drawing_gradient *made = ARENA_NEW(g->r->arena,
	    struct drawing_gradient);
	struct svg_point origin = svg_placed(m, 0, 0);
	struct svg_point along = svg_directed(m, SVG_UNIT, 0);
	struct svg_point across = svg_directed(m, 0, SVG_UNIT);

	made->radial = radial;
	made->origin.x = svg_thousandths(origin.x);
	made->origin.y = svg_thousandths(origin.y);
	made->along.x = svg_thousandths(along.x);
	made->along.y = svg_thousandths(along.y);
	made->across.x = svg_thousandths(across.x);
	made->across.y = svg_thousandths(across.y);
	made->focus_x = (int32_t)g->focus_x;
	made->focus_y = (int32_t)g->focus_y;
	made->focus_radius = (int32_t)g->focus_radius;
	made->stops = g->stops.items;
	made->stop_count = g->stops.len;
	/* Too flat to be seen, SVG 1.1 13.2.2 and 13.2.3. */
	if ((int64_t)made->along.x * made->across.y ==
	    (int64_t)made->along.y * made->across.x) {
		fill_plainly(shape, &g->stops.items[g->stops.len - 1]);
		return;
	}
	made->number = g->r->gradients.len;
	*vec_push(g->r->arena, &g->r->gradients) = made;
	shape->gradient = made;
	shape->fill = ROLE_GRADIENT;
	shape->fill_transparency = 0;
}

void
svg_gradient_fill(struct svg_reader *r, struct svg_node *node,
    const struct svg_matrix *matrix, const struct svg_box *box,
    struct drawing_shape *shape)
{
	struct gradient_reader g = { .r = r };
	bool radial = node->kind == SVG_RADIAL, repeated, reflected;
	const struct svg_node *transformed;
	struct svg_matrix m, inner;

	shape->fill = ROLE_NONE;
	follow_chain(&g, node);
	g.user_space = is_other(&g, "gradientUnits", "objectBoundingBox",
	    "userSpaceOnUse");
	read_stops(&g, SVG_ONE - dim_scale(shape->fill_transparency, SVG_ONE,
	    1000));
	if (g.stops.len == 0)
		return;
	if (!g.user_space && (box->left == box->right || box->top ==
	    box->bottom))
		return;
	transformed = sayer(&g, "gradientTransform");
	m = transformed == NULL ? svg_identity() : svg_node_matrix(r,
	    transformed, "gradientTransform");
	if (!g.user_space) {
		inner = svg_box_matrix(box);
		m = svg_joined(&inner, &m);
	}
	inner = radial ? read_radial(&g) : read_linear(&g);
	g.plane = svg_joined(&m, &inner);
	if (g.stops.len == 1 || svg_determinant(&g.plane) == 0) {
		fill_plainly(shape, &g.stops.items[g.stops.len - 1]);
		return;
	}
	repeated = sayer(&g, "spreadMethod") != NULL && !str_equal(
	    svg_attribute(sayer(&g, "spreadMethod"), "spreadMethod"), "pad");
	reflected = repeated && is_other(&g, "spreadMethod", "repeat",
	    "reflect");
	if (repeated)
		write_repeats_out(&g, box, radial, reflected);
	m = svg_joined(matrix, &g.plane);
	if (is_too_large(&g, &m))
		svg_refuse(r, node, NULL, SAY_SVG_FAR, node->name);
	else
		keep(&g, &m, radial, shape);
}
