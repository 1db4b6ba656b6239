/* SPDX-License-Identifier: MIT */
/*
 * The outlines of shapes, and where they are.
 *
 * Comes in: the geometry of an element in its own units.  Goes out: paths,
 * boxes, and the whole thousandths of the finished drawing.
 */
#include "base/arena.h"
#include "base/str.h"
#include "read/svg_tree.h"

/* How far from the drawing a point may lie, in its larger side. */
#define FAR 100
/* Points of a drawing with all clips, each as often as it is used. */
#define MAX_STEPS 400000
/* Attributes of all elements, each as often as it is drawn. */
#define MAX_MEBIBYTES 8

static bool
outline_rectangle(struct svg_reader *r, const struct svg_node *node,
    struct svg_path *path)
{
	int64_t x = svg_length(r, node, "x", 0);
	int64_t y = svg_length(r, node, "y", 0);
	int64_t width = svg_extent(r, node, "width");
	int64_t height = svg_extent(r, node, "height");
	int64_t rx = 0, ry = 0;

	if (svg_attribute(node, "rx") != NULL)
		rx = ry = svg_extent(r, node, "rx");
	if (svg_attribute(node, "ry") != NULL)
		ry = svg_extent(r, node, "ry");
	if (svg_attribute(node, "rx") == NULL)
		rx = ry;
	svg_rectangle(r->arena, path, x, y, width, height, rx, ry);
	return width > 0 && height > 0;
}

static bool
outline_ellipse(struct svg_reader *r, const struct svg_node *node,
    struct svg_path *path)
{
	bool circle = node->kind == SVG_CIRCLE;
	int64_t cx = svg_length(r, node, "cx", 0);
	int64_t cy = svg_length(r, node, "cy", 0);
	int64_t rx = svg_extent(r, node, circle ? "r" : "rx");
	int64_t ry = circle ? rx : svg_extent(r, node, "ry");

	svg_ellipse(r->arena, path, cx, cy, rx, ry);
	return rx > 0 && ry > 0;
}

static bool
outline_points(struct svg_reader *r, const struct svg_node *node,
    struct svg_path *path)
{
	const char *data, *problem = NULL;

	data = svg_attribute(node, node->kind == SVG_PATH ? "d" : "points");
	if (data == NULL)
		problem = "it has no points";
	else if (node->kind == SVG_PATH)
		(void)svg_path_data(r->arena, path, data, &problem);
	else
		(void)svg_points(r->arena, path, data,
		    node->kind == SVG_POLYGON, &problem);
	if (problem != NULL)
		svg_refuse(r, node, NULL, SAY_SVG_PATH, node->name, problem);
	return problem == NULL;
}

void
svg_count_steps(struct svg_reader *r, const struct svg_node *node,
    size_t count)
{
	r->steps += count;
	if (r->steps <= MAX_STEPS)
		return;
	svg_refuse(r, node, NULL, SAY_SVG_TOO_LONG, MAX_STEPS);
	/* No more of it is read. */
	r->messages = SVG_MAX_MESSAGES;
}

bool
svg_count_bytes(struct svg_reader *r, const struct svg_node *node)
{
	r->bytes += node->size;
	if (r->bytes <= (size_t)MAX_MEBIBYTES * 1024 * 1024)
		return true;
	svg_refuse(r, node, NULL, SAY_SVG_TOO_MUCH_USED, MAX_MEBIBYTES);
	/* No more of it is read. */
	r->messages = SVG_MAX_MESSAGES;
	return false;
}

bool
svg_outline(struct svg_reader *r, const struct svg_node *node,
    struct svg_path *path)
{
	bool fine = true;

	switch (node->kind) {
	case SVG_RECT:
		fine = outline_rectangle(r, node, path);
		break;
	case SVG_CIRCLE: case SVG_ELLIPSE:
		fine = outline_ellipse(r, node, path);
		break;
	case SVG_LINE:
		svg_move(r->arena, path, svg_length(r, node, "x1", 0),
		    svg_length(r, node, "y1", 0));
		svg_line(r->arena, path, svg_length(r, node, "x2", 0),
		    svg_length(r, node, "y2", 0));
		break;
	case SVG_PATH: case SVG_POLYLINE: case SVG_POLYGON:
		fine = outline_points(r, node, path);
		break;
	case SVG_SVG: case SVG_G: case SVG_DEFS: case SVG_SYMBOL:
	case SVG_USE: case SVG_TEXT: case SVG_TSPAN: case SVG_LINEAR:
	case SVG_RADIAL: case SVG_STOP: case SVG_CLIP_PATH: case SVG_MASK:
	case SVG_TITLE: case SVG_DESC: case SVG_KIND_COUNT:
		BUG("<%s> has no outline", node->name);
	}
	svg_count_steps(r, node, path->steps.len);
	return fine && r->messages < SVG_MAX_MESSAGES;
}

void
svg_box_add(struct svg_box *box, struct svg_point p)
{
	if (!box->filled) {
		*box = (struct svg_box){ p.x, p.y, p.x, p.y, true };
		return;
	}
	if (p.x < box->left)
		box->left = p.x;
	if (p.x > box->right)
		box->right = p.x;
	if (p.y < box->top)
		box->top = p.y;
	if (p.y > box->bottom)
		box->bottom = p.y;
}

static int64_t
between(int64_t from, int64_t to, int64_t part)
{
	return svg_limited(from + svg_times(svg_limited(to / 2 - from / 2),
	    part * 2));
}

/* The point of the curve from p[0] at "part" of its way (de Casteljau). */
static struct svg_point
curve_point(const struct svg_point p[4], int64_t part)
{
	struct svg_point q[4] = { p[0], p[1], p[2], p[3] };

	for (int level = 3; level > 0; level--) {
		for (int i = 0; i < level; i++) {
			q[i].x = between(q[i].x, q[i + 1].x, part);
			q[i].y = between(q[i].y, q[i + 1].y, part);
		}
	}
	return q[0];
}

/* By its points rather than its turning points: the box is off by less than
 * one part in thousands, which no gradient shows. */
static void
add_curve(struct svg_box *box, const struct svg_point p[4])
{
	enum { PARTS = 32 };

	for (int i = 1; i <= PARTS; i++)
		svg_box_add(box, curve_point(p, SVG_ONE / PARTS * i));
}

void
svg_box_path(struct svg_box *box, const struct svg_matrix *matrix,
    const struct svg_step *steps, size_t count)
{
	struct svg_point p[4] = { { 0, 0 }, { 0, 0 }, { 0, 0 }, { 0, 0 } };

	for (size_t i = 0; i < count; i++) {
		if (steps[i].verb == PATH_CLOSE)
			continue;
		for (int j = 0; j < 3; j++)
			p[j + 1] = svg_placed(matrix, steps[i].p[j].x,
			    steps[i].p[j].y);
		if (steps[i].verb == PATH_CURVE) {
			add_curve(box, p);
			p[0] = p[3];
			continue;
		}
		svg_box_add(box, p[1]);
		p[0] = p[1];
	}
}

struct svg_matrix
svg_box_matrix(const struct svg_box *box)
{
	return (struct svg_matrix){
	    svg_ratio(box->right - box->left, SVG_UNIT), 0, 0,
	    svg_ratio(box->bottom - box->top, SVG_UNIT), box->left,
	    box->top };
}

int32_t
svg_thousandths(int64_t millionths)
{
	int64_t n = dim_scale(millionths, 1, SVG_UNIT / 1000);

	return (int32_t)(n > INT32_MAX ? INT32_MAX : n < -INT32_MAX ?
	    -INT32_MAX : n);
}

static bool
is_far(const struct svg_reader *r, struct svg_point p)
{
	int64_t most = FAR * (r->view.width > r->view.height ?
	    r->view.width : r->view.height);

	return p.x > most || p.x < -most || p.y > most || p.y < -most;
}

const struct path_step *
svg_flatten(struct svg_reader *r, const struct svg_node *node,
    const struct svg_matrix *matrix, const struct svg_path *path)
{
	struct path_step *steps;
	struct svg_point p;

	steps = ARENA_ARRAY(r->arena, struct path_step, path->steps.len);
	for (size_t i = 0; i < path->steps.len; i++) {
		steps[i].verb = path->steps.items[i].verb;
		for (int j = 0; j < (steps[i].verb == PATH_CURVE ? 3 :
		    steps[i].verb == PATH_CLOSE ? 0 : 1); j++) {
			p = svg_placed(matrix, path->steps.items[i].p[j].x,
			    path->steps.items[i].p[j].y);
			if (is_far(r, p)) {
				svg_refuse(r, node, NULL, SAY_SVG_FAR,
				    node->name);
				return NULL;
			}
			steps[i].p[j].x = svg_thousandths(p.x);
			steps[i].p[j].y = svg_thousandths(p.y);
		}
	}
	return steps;
}
