/* SPDX-License-Identifier: MIT */
/*
 * Transforms of SVG, without floating point.
 *
 * Lengths are millionths of a user unit.  What grows beyond all bounds stays at
 * SVG_LIMIT, far outside of every drawing, and is refused there.  For use
 * inside read/ only; knows nothing of XML.
 */
#ifndef READ_SVG_MATRIX_H
#define READ_SVG_MATRIX_H

#include <stdbool.h>
#include <stdint.h>

#include "base/dim.h"

#define SVG_UNIT ((int64_t)1000000)
/* The factor 1 in a matrix. */
#define SVG_ONE ((int64_t)1 << 30)
/* Three of them may be added. */
#define SVG_LIMIT ((int64_t)1 << 61)

struct svg_point { int64_t x, y; };

/* x' = ax + cy + e, y' = bx + dy + f (SVG 1.1, 7.4). */
struct svg_matrix {
	int64_t	a, b, c, d;	/* of SVG_ONE */
	int64_t	e, f;		/* millionths of a unit */
};

/* What viewBox and preserveAspectRatio say (SVG 1.1, 7.7 and 7.8). */
struct svg_view {
	int64_t	x, y, width, height;
	int	align_x, align_y;	/* 0 start, 1 middle, 2 end */
	bool	stretch;		/* "none" */
	bool	slice;
};

/* a * b for factors of SVG_ONE; never beyond SVG_LIMIT. */
int64_t svg_times(int64_t a, int64_t b);
/* a / b as a factor of SVG_ONE; 0 if b is 0. */
int64_t svg_ratio(int64_t a, int64_t b);
int64_t svg_limited(int64_t value);

struct svg_matrix svg_identity(void);
struct svg_matrix svg_translation(int64_t x, int64_t y);
/* "inner" first, then "outer". */
struct svg_matrix svg_joined(const struct svg_matrix *outer,
    const struct svg_matrix *inner);
struct svg_point svg_placed(const struct svg_matrix *m, int64_t x, int64_t y);
/* A direction: without e and f. */
struct svg_point svg_directed(const struct svg_matrix *m, int64_t x,
    int64_t y);
/* Of SVG_ONE; 0: everything falls together on a line. */
int64_t svg_determinant(const struct svg_matrix *m);
/* The determinant may not be 0. */
struct svg_matrix svg_inverse(const struct svg_matrix *m);
/* How much lengths grow on the average: the root of the determinant. */
int64_t svg_growth(const struct svg_matrix *m);
/* Sine and cosine of millionths of a degree, as factors of SVG_ONE. */
void svg_angle(int64_t degrees, int64_t *sine, int64_t *cosine);

/* A list of matrix, translate, scale, rotate, skewX and skewY (SVG 1.1, 7.6).
 * False if it is none. */
bool svg_transform(const char *s, struct svg_matrix *m);
/* The four numbers of viewBox; false if they are none or enclose nothing. */
bool svg_view_box(const char *s, struct svg_view *view);
/* "s" may be NULL; false if it is not understood. */
bool svg_view_aspect(const char *s, struct svg_view *view);
/* How the view fills width x height at 0, 0. */
struct svg_matrix svg_view_matrix(const struct svg_view *view, int64_t width,
    int64_t height);

#endif
