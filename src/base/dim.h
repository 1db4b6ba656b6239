/* SPDX-License-Identifier: MIT */
/*
 * Lengths of layout: whole 65536ths of a PostScript point (1/72 inch).
 *
 * No floating point, so that every machine breaks lines at the same places.
 */
#ifndef BASE_DIM_H
#define BASE_DIM_H

#include <stdint.h>

typedef int64_t dim;

#define DIM_PT ((dim)65536)

/* From micrometres (1 mm = 1000) and from thousandths of a point, rounded half
 * away from zero. */
dim dim_um(int64_t um);
dim dim_millipoints(int64_t millipoints);
/* To micrometres, rounded half away from zero; for messages. */
int64_t dim_to_um(dim d);
/* a * b / c without overflow in between, rounded half away from zero; c > 0. */
dim dim_scale(dim a, int64_t b, int64_t c);
/* The smallest multiple of "step" (> 0) that is not less than d. */
dim dim_round_up(dim d, dim step);

/* The largest length whose square is not more than "square" (>= 0). */
dim dim_root(int64_t square);
/*
 * The point at "part" of "whole" of a turn round the origin, clockwise from
 * straight up, y down: 1 of 4 is (radius, 0).  Radius below 2^32, whole > 0.
 */
void dim_turn(dim radius, int64_t part, int64_t whole, dim *x, dim *y);

/* Whole or tenths of millimetres in constant places. */
#define DIM_MM(mm) dim_um((int64_t)(mm) * 1000)
#define DIM_MM10(tenths) dim_um((int64_t)(tenths) * 100)
#define DIM_MM100(hundredths) dim_um((int64_t)(hundredths) * 10)

#endif
