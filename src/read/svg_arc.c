/* SPDX-License-Identifier: MIT */
/*
 * Arcs of ellipses as cubic curves, without floating point and nearly without
 * angles: on the unit circle a quarter turn is an exchange of coordinates.
 */
#include "read/svg_path.h"

#include "base/dim.h"

/* A ratio of lengths beyond which an ellipse is a line to the eye. */
#define FLAT ((int64_t)1 << 44)
/* The handle of a quarter of the unit circle: 4/3 of (sqrt(2) - 1). */
#define QUARTER ((int64_t)593011490)

/* The sine of an angle that no digit of a point shows. */
#define NEXT_TO_NOTHING (SVG_ONE >> 20)

struct arc_frame {
	struct arena		*arena;
	struct svg_path		*path;
	/* From the unit circle round (0, 0) to the drawing. */
	struct svg_matrix	 matrix;
	int64_t			 turn;		/* 1: x towards y; -1 */
};

/* Half of the way from end to start where the ellipse is a unit circle. */
static struct svg_point
half_chord(const struct svg_arc *arc, int64_t sine, int64_t cosine)
{
	int64_t dx = (arc->from.x - arc->to.x) / 2;
	int64_t dy = (arc->from.y - arc->to.y) / 2;

	return (struct svg_point){
	    svg_ratio(svg_times(cosine, dx) + svg_times(sine, dy), arc->rx),
	    svg_ratio(svg_times(cosine, dy) - svg_times(sine, dx), arc->ry) };
}

/* From "v" to "w" with handles of length "handle". */
static void
piece(const struct arc_frame *f, struct svg_point v, struct svg_point w,
    int64_t handle)
{
	int64_t k = handle * f->turn;
	struct svg_point one = svg_placed(&f->matrix,
	    v.x - svg_times(k, v.y), v.y + svg_times(k, v.x));
	struct svg_point two = svg_placed(&f->matrix,
	    w.x + svg_times(k, w.y), w.y - svg_times(k, w.x));
	struct svg_point end = svg_placed(&f->matrix, w.x, w.y);

	svg_curve(f->arena, f->path, (int64_t[6]){ one.x, one.y, two.x, two.y,
	    end.x, end.y });
}

/* 4/3 of the tangent of a quarter of the angle, which is a right one at most,
 * by its cosine and sine. */
static int64_t
handle_of(int64_t cosine, int64_t sine)
{
	int64_t half_cosine, half_sine;

	half_cosine = dim_root((SVG_ONE + cosine) / 2 * SVG_ONE);
	half_sine = svg_ratio(sine, 2 * half_cosine);
	return svg_ratio(half_sine * 4, (SVG_ONE + half_cosine) * 3);
}

/* From "v" on to "w" on the unit circle. */
static void
follow(const struct arc_frame *f, struct svg_point v, struct svg_point w,
    bool large)
{
	int64_t cosine = svg_times(v.x, w.x) + svg_times(v.y, w.y);
	int64_t sine;
	struct svg_point next;
	int quarters;

	if (large)
		quarters = cosine < 0 ? 2 : 3;
	else
		quarters = cosine < 0 ? 1 : 0;
	for (; quarters > 0; quarters--) {
		next.x = -f->turn * v.y;
		next.y = f->turn * v.x;
		piece(f, v, next, QUARTER);
		v = next;
	}
	cosine = svg_times(v.x, w.x) + svg_times(v.y, w.y);
	sine = f->turn * (svg_times(v.x, w.y) - svg_times(v.y, w.x));
	if (sine > NEXT_TO_NOTHING)
		piece(f, v, w, handle_of(cosine < SVG_ONE ? cosine : SVG_ONE,
		    sine));
}

/* The circle's centre as seen from the middle of the chord. */
static struct svg_point
centre_of(struct svg_point half, int64_t length, bool positive)
{
	int64_t away = 0;

	if (length < SVG_ONE)
		away = dim_root(SVG_ONE * SVG_ONE - length * length);
	if (!positive)
		away = -away;
	if (length == 0)
		return (struct svg_point){ 0, 0 };
	return (struct svg_point){ dim_scale(half.y, away, length),
	    -dim_scale(half.x, away, length) };
}

/* All in a frame whose origin is the circle's centre. */
static void
follow_circle(struct arc_frame *f, const struct svg_arc *arc,
    struct svg_point half, int64_t sine, int64_t cosine)
{
	int64_t length, square = svg_times(half.x, half.x) +
	    svg_times(half.y, half.y);
	int64_t rx = arc->rx, ry = arc->ry;
	struct svg_point centre;

	if (square >= SVG_ONE) {
		/* Too small an ellipse grows until it reaches, F.6.6. */
		length = square < SVG_ONE * 4 ? dim_root(square * SVG_ONE) :
		    dim_scale(dim_root(square), 1 << 15, 1);
		rx = svg_times(rx, length);
		ry = svg_times(ry, length);
		half.x = svg_ratio(half.x, length);
		half.y = svg_ratio(half.y, length);
		length = SVG_ONE;
	} else {
		length = dim_root(half.x * half.x + half.y * half.y);
	}
	centre = centre_of(half, length, arc->large != arc->sweep);
	f->matrix = (struct svg_matrix){ svg_times(cosine, rx),
	    svg_times(sine, rx), -svg_times(sine, ry), svg_times(cosine, ry),
	    arc->to.x / 2 + arc->from.x / 2, arc->to.y / 2 +
	    arc->from.y / 2 };
	f->matrix = svg_joined(&f->matrix, &(struct svg_matrix){ SVG_ONE, 0,
	    0, SVG_ONE, centre.x, centre.y });
	follow(f, (struct svg_point){ half.x - centre.x, half.y - centre.y },
	    (struct svg_point){ -half.x - centre.x, -half.y - centre.y },
	    arc->large);
}

void
svg_arc(struct arena *a, struct svg_path *p, const struct svg_arc *arc)
{
	struct arc_frame frame = { .arena = a, .path = p,
	    .turn = arc->sweep ? 1 : -1 };
	int64_t sine, cosine;
	struct svg_point half;
	size_t before = p->steps.len;

	if (arc->from.x == arc->to.x && arc->from.y == arc->to.y)
		return;
	svg_angle(arc->degrees, &sine, &cosine);
	half = half_chord(arc, sine, cosine);
	if (arc->rx > 0 && arc->ry > 0 && half.x < FLAT && half.x > -FLAT &&
	    half.y < FLAT && half.y > -FLAT)
		follow_circle(&frame, arc, half, sine, cosine);
	if (p->steps.len == before) {
		svg_line(a, p, arc->to.x, arc->to.y);
		return;
	}
	/* Where the next step starts, to the last digit. */
	p->steps.items[p->steps.len - 1].p[2] = arc->to;
}
