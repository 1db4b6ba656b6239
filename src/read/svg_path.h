/* SPDX-License-Identifier: MIT */
/*
 * Numbers, points and path data of SVG, without floating point.
 *
 * Lengths are millionths of a user unit.  For use inside read/ only; knows
 * nothing of XML.
 */
#ifndef READ_SVG_PATH_H
#define READ_SVG_PATH_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/vec.h"
#include "doc/drawing.h"
#include "read/svg_matrix.h"

/* A million units either way: what is larger is no drawing's. */
#define SVG_MAX_NUMBER ((int64_t)1000000 * SVG_UNIT)

struct svg_step {
	enum path_verb		 verb;
	struct svg_point	 p[3];	/* as in struct path_step */
};

struct svg_path {
	VEC(struct svg_step)	 steps;
};

/* A text that is read from its start; "problem" is set when it is wrong. */
struct svg_cursor {
	const char	*s;
	const char	*problem;	/* in words, or NULL */
};

/* One number (SVG 1.1, 4.2); further digits are cut off. */
bool svg_number(struct svg_cursor *c, int64_t *millionths);
void svg_spaces(struct svg_cursor *c);
/* Passes white space and at most one comma. */
void svg_separator(struct svg_cursor *c);
/* The whole of "s" is one number; "px" behind it is allowed. */
bool svg_whole_number(const char *s, int64_t *millionths);

void svg_move(struct arena *a, struct svg_path *p, int64_t x, int64_t y);
void svg_line(struct arena *a, struct svg_path *p, int64_t x, int64_t y);
/* Two handles and the end. */
void svg_curve(struct arena *a, struct svg_path *p, const int64_t v[6]);
void svg_close(struct arena *a, struct svg_path *p);
/* All of SVG 1.1, 8.3.  False with *problem in words. */
bool svg_path_data(struct arena *a, struct svg_path *p, const char *d,
    const char **problem);
/* "x,y x,y ..." of a polyline or polygon. */
bool svg_points(struct arena *a, struct svg_path *p, const char *points,
    bool closed, const char **problem);
/* An ellipse as four curves, each within 0.03 % of its radius. */
void svg_ellipse(struct arena *a, struct svg_path *p, int64_t cx, int64_t cy,
    int64_t rx, int64_t ry);
/* A rectangle with corners of rx and ry; 0: square. */
void svg_rectangle(struct arena *a, struct svg_path *p, int64_t x, int64_t y,
    int64_t width, int64_t height, int64_t rx, int64_t ry);

/* An elliptical arc of path data (SVG 1.1, 8.3.8 and F.6). */
struct svg_arc {
	struct svg_point	from, to;
	int64_t			rx, ry;
	int64_t			degrees;	/* of the x axis; millionths */
	bool			large, sweep;
};

/* As curves, at most four; a line where it is flat. */
void svg_arc(struct arena *a, struct svg_path *p, const struct svg_arc *arc);

#endif
