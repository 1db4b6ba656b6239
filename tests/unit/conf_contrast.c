/* SPDX-License-Identifier: MIT */
/*
 * The contrast of two colours, against WCAG's formula in floating point.
 */
#include "conf/contrast.h"

#include <math.h>

#include "t.h"

static double
channel(uint32_t value)
{
	double c = value / 255.0;

	return c <= 0.04045 ? c / 12.92 : pow((c + 0.055) / 1.055, 2.4);
}

static double
luminance(uint32_t colour)
{
	return 0.2126 * channel(colour >> 16 & 0xff) +
	    0.7152 * channel(colour >> 8 & 0xff) +
	    0.0722 * channel(colour & 0xff);
}

/* By WCAG's words, in hundredths. */
static double
ratio(uint32_t a, uint32_t b)
{
	double x = luminance(a), y = luminance(b);

	return 100 * (x > y ? (x + 0.05) / (y + 0.05) :
	    (y + 0.05) / (x + 0.05));
}

T_MAIN
{
	uint32_t state = 20261123, a, b, bad = 0;

	t_int(contrast_ratio(0, 0xffffff), 2100, "black on white is 21");
	t_int(contrast_ratio(0xffffff, 0), 2100, "either way round");
	t_int(contrast_ratio(0x808080, 0x808080), 100, "a colour on itself");
	t_int(contrast_ratio(0x777777, 0xffffff), 447,
	    "the grey that just fails is not rounded up to 4.5");
	for (int i = 0; i < 100000; i++) {
		state = state * 1664525 + 1013904223;
		a = state >> 8;
		state = state * 1664525 + 1013904223;
		b = state >> 8;
		if (fabs(contrast_ratio(a, b) - ratio(a, b)) > 1.05)
			bad++;
	}
	t_int(bad, 0, "100,000 pairs are as the formula says");
}
