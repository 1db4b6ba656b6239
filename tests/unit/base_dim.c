/* SPDX-License-Identifier: MIT */
/*
 * Claims about base/dim.h.
 */
#include "base/dim.h"

#include "t.h"

static void
turns(struct t_state *t_)
{
	dim x, y;
	int64_t off;
	bool round;

	dim_turn(DIM_MM(10), 0, 12, &x, &y);
	t_ok(x == 0 && y == -DIM_MM(10), "a turn starts straight up");
	dim_turn(DIM_MM(10), 1, 4, &x, &y);
	t_ok(x == DIM_MM(10) && y == 0, "a quarter goes to the right");
	dim_turn(DIM_MM(10), 1, 2, &x, &y);
	t_ok(x == 0 && y == DIM_MM(10), "a half goes down");
	dim_turn(DIM_MM(10), 1, 12, &x, &y);
	t_int(dim_to_um(x), 5000, "the sine of 30 degrees is a half");
	t_int(dim_to_um(y), -8660, "its cosine is 0.866");
	dim_turn(DIM_MM(10), -1, 12, &x, &y);
	t_int(dim_to_um(x), -5000, "parts may be negative");
	round = true;
	for (int part = 0; part < 77; part++) {
		dim_turn(DIM_MM(58), part, 77, &x, &y);
		off = dim_root(x * x + y * y) - DIM_MM(58);
		round &= off >= -64 && off <= 64;
	}
	t_ok(round, "all points are on the circle");
}

T_MAIN
{
	int64_t um;
	bool right;

	t_int(dim_um(25400), 72 * DIM_PT, "an inch is 72 points");
	t_int(DIM_MM(148), 27494158, "148 mm are rounded to the nearest");
	t_int(DIM_MM10(35), dim_um(3500), "tenths of a millimetre");
	t_int(DIM_MM100(25), dim_um(250), "hundredths of a millimetre");
	t_int(dim_millipoints(12500), 12 * DIM_PT + DIM_PT / 2,
	    "thousandths of a point");
	t_int(dim_scale(1, 1, 2), 1, "a half is rounded away from zero");
	t_int(dim_scale(-1, 1, 2), -1, "below zero too");
	t_int(dim_scale(7, 1, 3), 2, "thirds go to the nearest");
	t_int(dim_scale(8, -1, 3), -3, "negative thirds too");
	t_int(dim_scale(INT64_MAX, 4, 8), INT64_MAX / 2 + 1,
	    "nothing overflows in between");
	t_int(dim_scale(INT64_MAX, 2, 1), INT64_MAX,
	    "a result that is too large is the largest");
	t_int(dim_scale(INT64_MIN, 2, 1), INT64_MIN, "or the smallest");
	right = true;
	for (um = -500000; um <= 500000; um += 37)
		right &= dim_to_um(dim_um(um)) == um;
	t_ok(right, "micrometres come back");
	t_int(dim_round_up(0, 6), 0, "0 is a multiple");
	t_int(dim_round_up(1, 6), 6, "rounding up goes to the next multiple");
	t_int(dim_round_up(6, 6), 6, "a multiple stays");
	t_int(dim_round_up(-7, 6), -6, "below zero up is towards zero");
	t_int(dim_root(0), 0, "the root of nothing");
	t_int(dim_root(99), 9, "a root is rounded down");
	t_int(dim_root(100), 10, "a square has its root");
	t_int(dim_root(INT64_MAX), 3037000499, "large squares too");
	turns(t_);
}
