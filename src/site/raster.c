/* SPDX-License-Identifier: MIT */
/*
 * Outlines -> pixels: lines between the rows of pixels are cut with the edges,
 * and what lies inside counts, to a 256th of a pixel, for how much of a pixel
 * is covered.
 */
#include "site/raster.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"

/* Lines that cut each row of pixels. */
#define CUTS 16
#define CUT (RASTER_PIXEL / CUTS)
#define WHOLE (CUTS * RASTER_PIXEL)
/* Straight edges that stand for a curve. */
#define CURVE_EDGES 32

struct crossing {
	int32_t	x;
	int	turn;		/* +1 down, -1 up */
};

struct raster
raster_new(struct arena *a, int width, int height, unsigned colour)
{
	struct raster r = { width, height, NULL };
	const size_t count = (size_t)width * (size_t)height;

	r.rgb = ARENA_ARRAY(a, uint8_t, 3 * count);
	for (size_t i = 0; i < count; i++) {
		r.rgb[3 * i] = (uint8_t)(colour >> 16);
		r.rgb[3 * i + 1] = (uint8_t)(colour >> 8);
		r.rgb[3 * i + 2] = (uint8_t)colour;
	}
	return r;
}

void
raster_line(struct arena *a, struct raster_outline *o, struct raster_point to)
{
	/* A flat edge is crossed by no line. */
	if (o->at.y != to.y)
		*vec_push(a, &o->edges) = (struct raster_edge){ o->at, to };
	o->at = to;
}

void
raster_close(struct arena *a, struct raster_outline *o)
{
	raster_line(a, o, o->start);
}

void
raster_move(struct arena *a, struct raster_outline *o, struct raster_point to)
{
	raster_close(a, o);
	o->start = o->at = to;
}

/* The point at "t" of CURVE_EDGES, by Bernstein's polynomials. */
static int32_t
on_curve(int64_t p0, int64_t p1, int64_t p2, int64_t p3, int64_t t)
{
	const int64_t n = CURVE_EDGES, u = n - t;
	const int64_t sum = u * u * u * p0 + 3 * u * u * t * p1 +
	    3 * u * t * t * p2 + t * t * t * p3;
	const int64_t whole = n * n * n;

	return (int32_t)((sum >= 0 ? sum + whole / 2 : sum - whole / 2) /
	    whole);
}

void
raster_curve(struct arena *a, struct raster_outline *o,
    const struct raster_point p[3])
{
	const struct raster_point from = o->at;

	for (int t = 1; t <= CURVE_EDGES; t++)
		raster_line(a, o, (struct raster_point){
		    on_curve(from.x, p[0].x, p[1].x, p[2].x, t),
		    on_curve(from.y, p[0].y, p[1].y, p[2].y, t) });
}

static int
compare_crossings(const void *a, const void *b)
{
	const struct crossing *x = a, *y = b;

	return x->x != y->x ? (x->x > y->x) - (x->x < y->x) :
	    x->turn - y->turn;
}

/* Where the line at "y" meets the edges, from left to right. */
static size_t
cross(const struct raster_outline *o, int32_t y, struct crossing *crossings)
{
	const struct raster_edge *e;
	size_t count = 0;

	for (size_t i = 0; i < o->edges.len; i++) {
		e = &o->edges.items[i];
		/* An edge has its upper end and not its lower one. */
		if ((e->from.y <= y) == (e->to.y <= y))
			continue;
		crossings[count].x = e->from.x + (int32_t)((int64_t)(e->to.x -
		    e->from.x) * (y - e->from.y) / (e->to.y - e->from.y));
		crossings[count++].turn = e->to.y > e->from.y ? 1 : -1;
	}
	qsort(crossings, count, sizeof(*crossings), compare_crossings);
	return count;
}

/* What [from, to) of a line covers of each pixel. */
static void
cover(const struct raster *r, int32_t from, int32_t to, uint32_t *covered)
{
	const int32_t end = r->width * RASTER_PIXEL;

	if (from < 0)
		from = 0;
	if (to > end)
		to = end;
	while (from < to) {
		int32_t next = (from / RASTER_PIXEL + 1) * RASTER_PIXEL;

		if (next > to)
			next = to;
		covered[from / RASTER_PIXEL] += (uint32_t)(next - from);
		from = next;
	}
}

static void
blend(uint8_t *pixel, unsigned colour, uint32_t covered)
{
	for (int i = 0; i < 3; i++) {
		uint32_t over = (colour >> (16 - 8 * i)) & 0xFF;

		pixel[i] = (uint8_t)((pixel[i] * (WHOLE - covered) +
		    over * covered + WHOLE / 2) / WHOLE);
	}
}

void
raster_fill(struct arena *a, struct raster *r, struct raster_outline *o,
    unsigned colour)
{
	struct crossing *crossings;
	uint32_t *covered;

	raster_close(a, o);
	crossings = ARENA_ARRAY(a, struct crossing, o->edges.len + 1);
	covered = ARENA_ARRAY(a, uint32_t, (size_t)r->width);
	for (int row = 0; row < r->height; row++) {
		memset(covered, 0, (size_t)r->width * sizeof(*covered));
		for (int i = 0; i < CUTS; i++) {
			size_t count = cross(o, row * RASTER_PIXEL + i * CUT +
			    CUT / 2, crossings);
			int winding = 0;

			for (size_t k = 0; k + 1 < count; k++) {
				winding += crossings[k].turn;
				if (winding != 0)
					cover(r, crossings[k].x,
					    crossings[k + 1].x, covered);
			}
		}
		for (int x = 0; x < r->width; x++) {
			if (covered[x] > 0)
				blend(r->rgb + 3 * ((size_t)row *
				    (size_t)r->width + (size_t)x), colour,
				    covered[x]);
		}
	}
}
