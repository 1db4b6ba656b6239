/* SPDX-License-Identifier: MIT */
/*
 * Lengths of layout in whole numbers.  A result too large for 64 bits becomes
 * the largest there is: sizes are checked where they are read.
 */
#include "base/dim.h"

#include "base/diag.h"

__extension__ typedef __int128 wide;

#define UM_PER_INCH	25400
#define PT_PER_INCH	72

/* n / d rounded half away from zero; d > 0. */
static wide
divided(wide n, wide d)
{
	wide half;

	half = d / 2;
	/* For odd d no quotient ends in exactly one half. */
	return n >= 0 ? (n + half) / d : -((-n + half) / d);
}

static int64_t
narrowed(wide n)
{
	if (n > INT64_MAX)
		return INT64_MAX;
	if (n < INT64_MIN)
		return INT64_MIN;
	return (int64_t)n;
}

dim
dim_um(int64_t um)
{
	return narrowed(divided((wide)um * (DIM_PT * PT_PER_INCH),
	    UM_PER_INCH));
}

dim
dim_millipoints(int64_t millipoints)
{
	return narrowed(divided((wide)millipoints * DIM_PT, 1000));
}

int64_t
dim_to_um(dim d)
{
	return narrowed(divided((wide)d * UM_PER_INCH, DIM_PT * PT_PER_INCH));
}

dim
dim_scale(dim a, int64_t b, int64_t c)
{
	if (c <= 0)
		BUG("dim_scale: divided by %lld", (long long)c);
	return narrowed(divided((wide)a * b, c));
}

dim
dim_round_up(dim d, dim step)
{
	wide n;

	if (step <= 0)
		BUG("dim_round_up: a step of %lld", (long long)step);
	n = d >= 0 ? ((wide)d + step - 1) / step : -(-(wide)d / step);
	return narrowed(n * step);
}

dim
dim_root(int64_t square)
{
	int64_t root, bit;

	if (square < 0)
		BUG("dim_root of %lld", (long long)square);
	root = 0;
	for (bit = (int64_t)1 << 31; bit > 0; bit /= 2) {
		if ((root + bit) <= square / (root + bit))
			root += bit;
	}
	return root;
}

/* Sine of "part" of "whole" of a quarter turn in 2^30ths, by its series:
 * exact to 1 in 10^7. */
static int64_t
quarter_sine(int64_t part, int64_t whole)
{
	/* Half of pi in 2^30ths. */
	const int64_t quarter = 1686629713, one = (int64_t)1 << 30;
	int64_t angle, square, term, sum;
	int i;

	angle = dim_scale(quarter, part, whole);
	square = dim_scale(angle, angle, one);
	term = sum = angle;
	for (i = 2; i < 14; i += 2) {
		term = -dim_scale(term, square, one) / (i * (i + 1));
		sum += term;
	}
	return sum < one ? sum : one;
}

void
dim_turn(dim radius, int64_t part, int64_t whole, dim *x, dim *y)
{
	const int64_t one = (int64_t)1 << 30;
	int64_t quarters, rest;
	dim along, across;

	part = (part % whole + whole) % whole;
	quarters = 4 * part / whole;
	rest = 4 * part % whole;
	across = dim_scale(radius, quarter_sine(rest, whole), one);
	along = dim_scale(radius, quarter_sine(whole - rest, whole), one);
	*x = quarters % 2 == 0 ? across : along;
	*y = quarters % 2 == 0 ? -along : across;
	if (quarters >= 2) {
		*x = -*x;
		*y = -*y;
	}
}
