/* SPDX-License-Identifier: MIT */
/*
 * Shapes in boxes: rectangles, lines, circles, ornaments, icons.
 *
 * Knows paths; what they mean is the caller's.
 */
#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "page/box.h"
#include "page/box_path.h"

/* A quarter of a circle as a curve: its handles are 0.5523 of the radius. */
#define HANDLE(r) dim_scale((r), 36195, 65536)

struct display_step *
path_add(struct box_maker *m, struct path *p, enum path_verb verb)
{
	struct display_step *step;

	step = vec_push(m->arena, p);
	step->verb = verb;
	return step;
}

void
path_to(struct box_maker *m, struct path *p, enum path_verb verb, dim x,
    dim y)
{
	struct display_step *step;

	step = path_add(m, p, verb);
	step->p[0].x = x;
	step->p[0].y = y;
}

void
path_curve(struct box_maker *m, struct path *p, const dim c[6])
{
	struct display_step *step;
	int i;

	step = path_add(m, p, PATH_CURVE);
	for (i = 0; i < 3; i++) {
		step->p[i].x = c[2 * i];
		step->p[i].y = c[2 * i + 1];
	}
}

struct display_item *
path_put(struct box_maker *m, struct page_box *box, const struct path *p,
    uint32_t tag)
{
	struct display_item *item;

	item = vec_push(m->arena, &box->items);
	item->kind = DISPLAY_PATH;
	item->tag = tag;
	item->artifact = tag == 0 ? ARTIFACT_LAYOUT : ARTIFACT_NONE;
	item->u.path.steps = p->items;
	item->u.path.step_count = p->len;
	return item;
}

static void
set_fill(struct display_item *item, uint32_t colour)
{
	item->u.path.fill = true;
	item->u.path.fill_colour = colour;
}

static void
set_stroke(struct display_item *item, uint32_t colour, dim width)
{
	item->u.path.stroke = true;
	item->u.path.stroke_colour = colour;
	item->u.path.width = width;
}

/* Round corners: start top, end top, end bottom, start bottom; 0 is square. */
static void
round_path(struct box_maker *m, struct path *p, dim w, dim h,
    const dim r[4])
{
	dim k[4];
	int i;

	for (i = 0; i < 4; i++)
		k[i] = r[i] - HANDLE(r[i]);
	path_to(m, p, PATH_MOVE, r[0], 0);
	path_to(m, p, PATH_LINE, w - r[1], 0);
	if (r[1] > 0)
		path_curve(m, p, (dim[6]){ w - k[1], 0, w, k[1], w, r[1] });
	path_to(m, p, PATH_LINE, w, h - r[2]);
	if (r[2] > 0)
		path_curve(m, p,
		    (dim[6]){ w, h - k[2], w - k[2], h, w - r[2], h });
	path_to(m, p, PATH_LINE, r[3], h);
	if (r[3] > 0)
		path_curve(m, p, (dim[6]){ k[3], h, 0, h - k[3], 0, h - r[3] });
	path_to(m, p, PATH_LINE, 0, r[0]);
	if (r[0] > 0)
		path_curve(m, p, (dim[6]){ 0, k[0], k[0], 0, r[0], 0 });
	path_add(m, p, PATH_CLOSE);
}

void
box_fill_rect(struct box_maker *m, struct page_box *box, dim x, dim y,
    dim width, dim height, uint32_t colour)
{
	box_fill_round(m, box, x, y, width, height, (dim[4]){ 0, 0, 0, 0 },
	    colour);
}

void
box_fill_round(struct box_maker *m, struct page_box *box, dim x, dim y,
    dim width, dim height, const dim radius[4], uint32_t colour)
{
	struct display_item *item;
	struct path p = { NULL, 0, 0 };

	round_path(m, &p, width, height, radius);
	item = path_put(m, box, &p, 0);
	item->u.path.x = x;
	item->u.path.y = y;
	set_fill(item, colour);
}

void
box_stroke_round(struct box_maker *m, struct page_box *box, dim x, dim y,
    dim width, dim height, dim radius, dim line, uint32_t colour,
    const dim *dashes, size_t dash_count, uint32_t tag)
{
	struct display_item *item;
	struct path p = { NULL, 0, 0 };
	dim *kept;
	size_t i;

	round_path(m, &p, width, height,
	    (dim[4]){ radius, radius, radius, radius });
	item = path_put(m, box, &p, tag);
	item->u.path.x = x;
	item->u.path.y = y;
	set_stroke(item, colour, line);
	if (dash_count == 0)
		return;
	kept = ARENA_ARRAY(m->arena, dim, dash_count);
	for (i = 0; i < dash_count; i++)
		kept[i] = dashes[i];
	item->u.path.dashes = kept;
	item->u.path.dash_count = dash_count;
}

void
box_line(struct box_maker *m, struct page_box *box, dim x0, dim y0, dim x1,
    dim y1, dim line, uint32_t colour, uint32_t tag)
{
	struct display_item *item;
	struct path p = { NULL, 0, 0 };

	path_to(m, &p, PATH_MOVE, 0, 0);
	path_to(m, &p, PATH_LINE, x1 - x0, y1 - y0);
	item = path_put(m, box, &p, tag);
	item->u.path.x = x0;
	item->u.path.y = y0;
	set_stroke(item, colour, line);
}

static void
circle_path(struct box_maker *m, struct path *p, dim x, dim y, dim r)
{
	dim k = HANDLE(r);

	path_to(m, p, PATH_MOVE, x + r, y);
	path_curve(m, p, (dim[6]){ x + r, y + k, x + k, y + r, x, y + r });
	path_curve(m, p, (dim[6]){ x - k, y + r, x - r, y + k, x - r, y });
	path_curve(m, p, (dim[6]){ x - r, y - k, x - k, y - r, x, y - r });
	path_curve(m, p, (dim[6]){ x + k, y - r, x + r, y - k, x + r, y });
	path_add(m, p, PATH_CLOSE);
}

void
box_circle(struct box_maker *m, struct page_box *box, dim x, dim y,
    dim radius, dim line, uint32_t colour, bool fill, uint32_t tag)
{
	struct display_item *item;
	struct path p = { NULL, 0, 0 };

	circle_path(m, &p, 0, 0, radius);
	item = path_put(m, box, &p, tag);
	item->u.path.x = x;
	item->u.path.y = y;
	if (fill)
		set_fill(item, colour);
	else
		set_stroke(item, colour, line);
}

/* The inner corners of a regular star are at 382 in 1000 of its radius. */
void
box_star(struct box_maker *m, struct page_box *box, dim x, dim y, dim radius,
    dim line, uint32_t colour, uint32_t tag)
{
	struct display_item *item;
	struct path p = { NULL, 0, 0 };
	dim px, py;
	int i;

	for (i = 0; i < 10; i++) {
		dim_turn(i % 2 == 0 ? radius : dim_scale(radius, 382, 1000),
		    i, 10, &px, &py);
		path_to(m, &p, i == 0 ? PATH_MOVE : PATH_LINE, px, py);
	}
	path_add(m, &p, PATH_CLOSE);
	item = path_put(m, box, &p, tag);
	item->u.path.x = x;
	item->u.path.y = y;
	item->u.path.join = JOIN_ROUND;
	set_stroke(item, colour, line);
}

/* A decimal number as thousandths; our own data, so it is a bug if not. */
static int64_t
read_number(const char **s)
{
	int64_t value;
	bool negative;
	int digits;

	while (**s == ' ' || **s == ',')
		(*s)++;
	negative = **s == '-';
	if (negative)
		(*s)++;
	if (**s < '0' || **s > '9')
		BUG("path data: number expected at \"%s\"", *s);
	for (value = 0; **s >= '0' && **s <= '9' && value < 100000; (*s)++)
		value = value * 10 + (**s - '0');
	value *= 1000;
	if (**s == '.')
		(*s)++;
	for (digits = 100; **s >= '0' && **s <= '9'; digits /= 10, (*s)++)
		value += (**s - '0') * digits;
	return negative ? -value : value;
}

static dim
read_length(const char **s, dim unit)
{
	return dim_scale(unit, read_number(s), 1000);
}

/* One command of path data; (*x, *y) is where the path is. */
static void
read_command(struct box_maker *m, struct path *p, const char **s, dim unit,
    dim *x, dim *y)
{
	char command = *(*s)++;
	dim c[6];
	int i;

	if (command == 'Z') {
		path_add(m, p, PATH_CLOSE);
		return;
	}
	if (command == 'C') {
		for (i = 0; i < 6; i++)
			c[i] = read_length(s, unit);
		path_curve(m, p, c);
		*x = c[4];
		*y = c[5];
		return;
	}
	if (command != 'M' && command != 'L' && command != 'H' &&
	    command != 'V')
		BUG("path data: command '%c'", command);
	if (command != 'V')
		*x = read_length(s, unit);
	if (command != 'H')
		*y = read_length(s, unit);
	path_to(m, p, command == 'M' ? PATH_MOVE : PATH_LINE, *x, *y);
}

static void
read_path(struct box_maker *m, struct path *p, const char *data, dim unit)
{
	dim x, y;

	x = y = 0;
	for (;;) {
		while (*data == ' ')
			data++;
		if (*data == '\0')
			return;
		read_command(m, p, &data, unit, &x, &y);
	}
}

static void
put_ornament(struct box_maker *m, struct page_box *box,
    const struct path *p, dim x, dim y, uint32_t fill, bool has_fill,
    uint32_t stroke, dim stroke_width)
{
	struct display_item *item;

	item = path_put(m, box, p, 0);
	item->u.path.x = x;
	item->u.path.y = y;
	item->u.path.cap = CAP_ROUND;
	item->u.path.join = JOIN_ROUND;
	if (has_fill)
		set_fill(item, fill);
	if (stroke_width > 0)
		set_stroke(item, stroke, stroke_width);
}

void
box_ornament(struct box_maker *m, struct page_box *box,
    const char *path_data, dim x, dim y, dim unit, uint32_t fill,
    bool has_fill, uint32_t stroke, dim stroke_width)
{
	struct path p = { NULL, 0, 0 };

	read_path(m, &p, path_data, unit);
	put_ornament(m, box, &p, x, y, fill, has_fill, stroke, stroke_width);
}
