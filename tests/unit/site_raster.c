/* SPDX-License-Identifier: MIT */
/*
 * Filled outlines, by counting what is covered.
 */
#include "site/raster.h"

#include <string.h>

#include "base/arena.h"
#include "t.h"

#define SIDE 40

static struct raster_point
at(int x, int y)
{
	return (struct raster_point){ x, y };
}

/* A rectangle in 256ths of a pixel, clockwise or not. */
static void
put_rectangle(struct arena *a, struct raster_outline *o, int left, int top,
    int right, int bottom, bool clockwise)
{
	raster_move(a, o, at(left, top));
	raster_line(a, o, clockwise ? at(right, top) : at(left, bottom));
	raster_line(a, o, at(right, bottom));
	raster_line(a, o, clockwise ? at(left, bottom) : at(right, top));
	raster_close(a, o);
}

static int
value(const struct raster *r, int x, int y)
{
	return r->rgb[3 * (y * r->width + x)];
}

/* How much white there is on black, in whole pixels. */
static long
area(const struct raster *r)
{
	long sum = 0;

	for (int i = 0; i < r->width * r->height; i++)
		sum += r->rgb[3 * i];
	return (sum + 127) / 255;
}

static void
test_rectangles(struct t_state *t_, struct arena *a)
{
	struct raster r = raster_new(a, SIDE, SIDE, 0x102030);
	struct raster_outline o;

	t_ok(r.rgb[0] == 0x10 && r.rgb[1] == 0x20 && r.rgb[2] == 0x30,
	    "a canvas has its colour");
	memset(&o, 0, sizeof(o));
	put_rectangle(a, &o, 2 * 256, 3 * 256, 5 * 256, 7 * 256, true);
	raster_fill(a, &r, &o, 0xFFFFFF);
	t_ok(value(&r, 2, 3) == 255 && value(&r, 4, 6) == 255 &&
	    value(&r, 1, 3) == 0x10 && value(&r, 5, 3) == 0x10 &&
	    value(&r, 2, 2) == 0x10 && value(&r, 2, 7) == 0x10,
	    "what lies on whole pixels has sharp edges");
	r = raster_new(a, SIDE, SIDE, 0);
	memset(&o, 0, sizeof(o));
	put_rectangle(a, &o, 128, 256, 512 + 64, 512, true);
	raster_fill(a, &r, &o, 0xFFFFFF);
	t_ok(value(&r, 0, 1) == 128 && value(&r, 1, 1) == 255 &&
	    value(&r, 2, 1) == 64,
	    "half a pixel is half as light, a quarter a quarter");
	r = raster_new(a, SIDE, SIDE, 0);
	memset(&o, 0, sizeof(o));
	put_rectangle(a, &o, -9000, -9000, 99000, 99000, true);
	raster_fill(a, &r, &o, 0xFFFFFF);
	t_int(area(&r), SIDE * SIDE, "what is too large is cut off");
}

static void
test_rule(struct t_state *t_, struct arena *a)
{
	struct raster r = raster_new(a, SIDE, SIDE, 0);
	struct raster_outline o;

	memset(&o, 0, sizeof(o));
	put_rectangle(a, &o, 0, 0, 10 * 256, 10 * 256, true);
	put_rectangle(a, &o, 2 * 256, 2 * 256, 8 * 256, 8 * 256, true);
	raster_fill(a, &r, &o, 0xFFFFFF);
	t_int(area(&r), 100, "the same way round twice is no hole");
	r = raster_new(a, SIDE, SIDE, 0);
	memset(&o, 0, sizeof(o));
	put_rectangle(a, &o, 0, 0, 10 * 256, 10 * 256, true);
	put_rectangle(a, &o, 2 * 256, 2 * 256, 8 * 256, 8 * 256, false);
	raster_fill(a, &r, &o, 0xFFFFFF);
	t_int(area(&r), 64, "the other way round is one");
	r = raster_new(a, SIDE, SIDE, 0);
	memset(&o, 0, sizeof(o));
	raster_move(a, &o, at(0, 0));
	raster_line(a, &o, at(10 * 256, 0));
	raster_line(a, &o, at(0, 10 * 256));
	raster_fill(a, &r, &o, 0xFFFFFF);
	t_int(area(&r), 50, "an open outline is closed");
}

/* Four quarters, their handles being 0.552285 of the radius long. */
static void
put_circle(struct arena *a, struct raster_outline *o, int32_t centre,
    int32_t radius)
{
	static const int ends[5][2] = { { 1, 0 }, { 0, 1 }, { -1, 0 },
	    { 0, -1 }, { 1, 0 } };
	const int32_t handle = radius * 552 / 1000;

	raster_move(a, o, (struct raster_point){ centre + radius, centre });
	for (int i = 0; i < 4; i++) {
		const int *from = ends[i], *to = ends[i + 1];
		const struct raster_point p[3] = {
			{ centre + from[0] * radius + to[0] * handle,
			    centre + from[1] * radius + to[1] * handle },
			{ centre + to[0] * radius + from[0] * handle,
			    centre + to[1] * radius + from[1] * handle },
			{ centre + to[0] * radius, centre + to[1] * radius }
		};

		raster_curve(a, o, p);
	}
}

static void
test_curves(struct t_state *t_, struct arena *a)
{
	const struct raster_point bow[3] = { { 0, 12 * 256 },
	    { 12 * 256, 12 * 256 }, { 12 * 256, 0 } };
	struct raster r = raster_new(a, SIDE, SIDE, 0);
	struct raster_outline o;
	bool same = true;

	memset(&o, 0, sizeof(o));
	put_circle(a, &o, 20 * 256, 15 * 256);
	raster_fill(a, &r, &o, 0xFFFFFF);
	/* 225 pi = 706.9 */
	t_ok(area(&r) >= 705 && area(&r) <= 708, "a circle has its area");
	for (int y = 0; y < SIDE; y++) {
		for (int x = 0; x < SIDE; x++)
			same &= value(&r, x, y) - value(&r, SIDE - 1 - x, y) <=
			    2 && value(&r, SIDE - 1 - x, y) -
			    value(&r, x, y) <= 2;
	}
	t_ok(same, "and is as round on both sides");
	r = raster_new(a, SIDE, SIDE, 0);
	memset(&o, 0, sizeof(o));
	raster_move(a, &o, at(0, 0));
	raster_curve(a, &o, bow);
	raster_fill(a, &r, &o, 0xFFFFFF);
	/* 3/5 of the box of its handles, 12 x 12, less what is outside. */
	t_ok(area(&r) >= 86 && area(&r) <= 87, "a curve has its area");
}

T_MAIN
{
	struct arena *a = arena_new();

	test_rectangles(t_, a);
	test_rule(t_, a);
	test_curves(t_, a);
	arena_free(a);
}
