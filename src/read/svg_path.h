/* SPDX-License-Identifier: MIT */
/*
 * Numbers, points and path data of SVG, without floating point.
 *
 * Lengths are thousandths of a user unit.  For use inside read/ only; knows
 * nothing of XML.
 */
#ifndef READ_SVG_PATH_H
#define READ_SVG_PATH_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/vec.h"
#include "doc/drawing.h"

/* 10 000 units either way: room for every curve computed from them. */
#define SVG_MAX_LENGTH ((int64_t)10000 * 1000)

struct svg_path {
	VEC(struct path_step)	 steps;
};

/* A text that is read from its start; "problem" is set when it is wrong. */
struct svg_cursor {
	const char	*s;
	const char	*problem;	/* in words, or NULL */
};

/* One number (SVG 1.1 4.2, without exponents), rounded to thousandths. */
bool svg_number(struct svg_cursor *c, int32_t *value);
/* Passes white space and at most one comma. */
void svg_separator(struct svg_cursor *c);
/* The whole of "s" is one number. */
bool svg_whole_number(const char *s, int32_t *value);

void svg_move(struct arena *a, struct svg_path *p, int32_t x, int32_t y);
void svg_line(struct arena *a, struct svg_path *p, int32_t x, int32_t y);
void svg_close(struct arena *a, struct svg_path *p);
/* Path data of the letters M L H V C Q Z.  False with *problem in words. */
bool svg_path_data(struct arena *a, struct svg_path *p, const char *d,
    const char **problem);
/* "x,y x,y ..." of a polyline or polygon. */
bool svg_points(struct arena *a, struct svg_path *p, const char *points,
    bool closed, const char **problem);
/* An ellipse as four curves, each within 0.03 % of its radius. */
void svg_ellipse(struct arena *a, struct svg_path *p, int32_t cx, int32_t cy,
    int32_t rx, int32_t ry);
/* A rectangle with corners of rx and ry; 0: square. */
void svg_rectangle(struct arena *a, struct svg_path *p, int32_t x, int32_t y,
    int32_t width, int32_t height, int32_t rx, int32_t ry);

#endif
