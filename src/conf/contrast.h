/* SPDX-License-Identifier: MIT */
/*
 * The contrast of colours that lie on each other (WCAG 2.2, 1.4.3, 1.4.6,
 * 1.4.11), in hundredths: 450 is 4.5 to 1.
 */
#ifndef CONF_CONTRAST_H
#define CONF_CONTRAST_H

#include <stdbool.h>
#include <stdint.h>

#include "base/diag.h"
#include "conf/theme.h"

struct keys_job;

/* Where a colour was set, and how many themes that one is away. */
struct theme_place {
	struct span	at;
	unsigned	depth;
};

struct theme_places {
	struct theme_place	colours[THEME_COLOUR_COUNT][PALETTE_COUNT];
};

/* 100 (the same) to 2100 (black and white), rounded down; colours 0xRRGGBB. */
unsigned contrast_ratio(uint32_t a, uint32_t b);
/*
 * Says for each pair of the theme's colours that can meet, and is too near in
 * some palette, where it was set.  False if there is one.
 */
bool contrast_check(const struct keys_job *job, const struct theme *theme,
    const struct theme_places *places);
/* The least contrast of any text to read in "palette". */
unsigned contrast_least(const struct theme *theme,
    enum theme_palette palette);

#endif
