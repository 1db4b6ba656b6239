/* SPDX-License-Identifier: MIT */
/*
 * Colours that lie on each other, and how far apart they have to be.
 *
 * Comes in: a theme's colours.  Goes out: messages about pairs that some
 * readers could not tell apart.  Knows no page: which pairs can meet is the
 * table here, and whoever lays two other colours on each other adds a row.
 */
#include "conf/contrast.h"

#include "base/messages.h"
#include "conf/keys.h"

/* What the letters or shapes are, by WCAG 2.2: 1.4.6 and 1.4.11. */
enum use {
	TEXT = 700,		/* text to read, and words on buttons */
	LINE = 450,		/* lines that the eye follows */
	SHAPE = 300,		/* borders, icons, rings */
	NO_USE = 0		/* the two do not meet there */
};

struct pair {
	enum theme_colour	front, back;
	enum use		screen, paper;
};

#define ON(front, back, screen, paper)					\
	{ THEME_##front, THEME_##back, screen, paper }

static const struct pair pairs[] = {
	ON(INK, PAPER, TEXT, TEXT), ON(INK, SURFACE, TEXT, TEXT),
	ON(INK, SUNK, TEXT, TEXT), ON(INK, SAGE_TINT, TEXT, TEXT),
	ON(INK, TINT_DO, TEXT, TEXT), ON(INK, TINT_AVOID, TEXT, TEXT),
	ON(INK, TINT_TRY, TEXT, TEXT), ON(INK, TINT_NOTE, TEXT, TEXT),
	ON(INK, TINT_HELP, TEXT, TEXT), ON(INK, TINT_URGENT, TEXT, TEXT),
	/* Figures and the words in them. */
	ON(INK, ROLE_PAPER, TEXT, TEXT), ON(INK, ROLE_TINT1, TEXT, TEXT),
	ON(INK, ROLE_TINT2, TEXT, TEXT), ON(INK, ROLE_ACCENT, TEXT, TEXT),
	ON(MUTED, PAPER, TEXT, NO_USE), ON(MUTED, SURFACE, TEXT, NO_USE),
	ON(MUTED, SUNK, TEXT, NO_USE), ON(MUTED, SAGE_TINT, TEXT, NO_USE),
	ON(MUTED, TINT_DO, TEXT, NO_USE), ON(MUTED, TINT_AVOID, TEXT, NO_USE),
	ON(MUTED, TINT_TRY, TEXT, NO_USE), ON(MUTED, TINT_NOTE, TEXT, NO_USE),
	ON(MUTED, TINT_HELP, TEXT, NO_USE),
	ON(MUTED, TINT_URGENT, TEXT, NO_USE),
	/* Links are in the text; on paper they are bars and icons. */
	ON(PRIMARY, PAPER, TEXT, SHAPE), ON(PRIMARY, SURFACE, TEXT, SHAPE),
	ON(PRIMARY, SUNK, TEXT, SHAPE), ON(PRIMARY, SAGE_TINT, TEXT, SHAPE),
	ON(PRIMARY, TINT_DO, TEXT, SHAPE), ON(PRIMARY, TINT_AVOID, TEXT, SHAPE),
	ON(PRIMARY, TINT_TRY, TEXT, SHAPE), ON(PRIMARY, TINT_NOTE, TEXT, SHAPE),
	ON(PRIMARY, TINT_HELP, TEXT, NO_USE),
	ON(PRIMARY, TINT_URGENT, TEXT, NO_USE),
	ON(PRIMARY_HOVER, PAPER, TEXT, NO_USE),
	ON(PRIMARY_HOVER, SURFACE, TEXT, NO_USE),
	ON(PRIMARY_HOVER, SUNK, TEXT, NO_USE),
	ON(PRIMARY_HOVER, SAGE_TINT, TEXT, NO_USE),
	ON(PRIMARY_HOVER, TINT_DO, TEXT, NO_USE),
	ON(PRIMARY_HOVER, TINT_AVOID, TEXT, NO_USE),
	ON(PRIMARY_HOVER, TINT_TRY, TEXT, NO_USE),
	ON(PRIMARY_HOVER, TINT_NOTE, TEXT, NO_USE),
	ON(PRIMARY_HOVER, TINT_HELP, TEXT, NO_USE),
	ON(PRIMARY_HOVER, TINT_URGENT, TEXT, NO_USE),
	ON(ON_PRIMARY, PRIMARY, TEXT, NO_USE),
	ON(ON_PRIMARY, PRIMARY_HOVER, TEXT, NO_USE),
	ON(ACCENT, PAPER, TEXT, SHAPE), ON(ACCENT, SURFACE, TEXT, SHAPE),
	ON(ACCENT, TINT_HELP, TEXT, SHAPE),
	ON(ACCENT, TINT_URGENT, SHAPE, SHAPE),
	ON(ON_ACCENT, ACCENT, TEXT, NO_USE),
	ON(ON_EMERGENCY, EMERGENCY, TEXT, TEXT),
	ON(SAGE, PAPER, SHAPE, SHAPE),
	ON(EDGE, PAPER, SHAPE, SHAPE), ON(EDGE, SURFACE, SHAPE, SHAPE),
	ON(EDGE, SUNK, SHAPE, SHAPE), ON(EDGE, TINT_TRY, SHAPE, SHAPE),
	ON(RULE, PAPER, NO_USE, LINE),
	ON(FOCUS, PAPER, SHAPE, NO_USE), ON(FOCUS, SURFACE, SHAPE, NO_USE),
	ON(FOCUS, SUNK, SHAPE, NO_USE), ON(FOCUS, SAGE_TINT, SHAPE, NO_USE),
	ON(FOCUS, TINT_DO, SHAPE, NO_USE), ON(FOCUS, TINT_AVOID, SHAPE, NO_USE),
	ON(FOCUS, TINT_TRY, SHAPE, NO_USE), ON(FOCUS, TINT_NOTE, SHAPE, NO_USE),
	ON(FOCUS, TINT_HELP, SHAPE, NO_USE),
	ON(FOCUS, TINT_URGENT, SHAPE, NO_USE)
};

static const char *const palette_words[PALETTE_COUNT] = {
	[PALETTE_LIGHT] = "on a light screen",
	[PALETTE_DARK] = "on a dark screen", [PALETTE_PRINT] = "in print",
	[PALETTE_GREY] = "in print without colours"
};

/*
 * A channel's part of the relative luminance, in millionths: the curve of
 * WCAG 2.2, "relative luminance", for its 256 values.
 */
static const uint32_t linear[256] = {
	0, 304, 607, 911, 1214, 1518, 1821, 2125, 2428, 2732, 3035, 3347, 3677,
	4025, 4391, 4777, 5182, 5605, 6049, 6512, 6995, 7499, 8023, 8568, 9134,
	9721, 10330, 10960, 11612, 12286, 12983, 13702, 14444, 15209, 15996,
	16807, 17642, 18500, 19382, 20289, 21219, 22174, 23153, 24158, 25187,
	26241, 27321, 28426, 29557, 30713, 31896, 33105, 34340, 35601, 36889,
	38204, 39546, 40915, 42311, 43735, 45186, 46665, 48172, 49707, 51269,
	52861, 54480, 56128, 57805, 59511, 61246, 63010, 64803, 66626, 68478,
	70360, 72272, 74214, 76185, 78187, 80220, 82283, 84376, 86500, 88656,
	90842, 93059, 95307, 97587, 99899, 102242, 104616, 107023, 109462,
	111932, 114435, 116971, 119538, 122139, 124772, 127438, 130136, 132868,
	135633, 138432, 141263, 144128, 147027, 149960, 152926, 155926, 158961,
	162029, 165132, 168269, 171441, 174647, 177888, 181164, 184475, 187821,
	191202, 194618, 198069, 201556, 205079, 208637, 212231, 215861, 219526,
	223228, 226966, 230740, 234551, 238398, 242281, 246201, 250158, 254152,
	258183, 262251, 266356, 270498, 274677, 278894, 283149, 287441, 291771,
	296138, 300544, 304987, 309469, 313989, 318547, 323143, 327778, 332452,
	337164, 341914, 346704, 351533, 356400, 361307, 366253, 371238, 376262,
	381326, 386429, 391572, 396755, 401978, 407240, 412543, 417885, 423268,
	428690, 434154, 439657, 445201, 450786, 456411, 462077, 467784, 473531,
	479320, 485150, 491021, 496933, 502886, 508881, 514918, 520996, 527115,
	533276, 539479, 545724, 552011, 558340, 564712, 571125, 577580, 584078,
	590619, 597202, 603827, 610496, 617207, 623960, 630757, 637597, 644480,
	651406, 658375, 665387, 672443, 679542, 686685, 693872, 701102, 708376,
	715694, 723055, 730461, 737910, 745404, 752942, 760525, 768151, 775822,
	783538, 791298, 799103, 806952, 814847, 822786, 830770, 838799, 846873,
	854993, 863157, 871367, 879622, 887923, 896269, 904661, 913099, 921582,
	930111, 938686, 947307, 955973, 964686, 973445, 982251, 991102,
	1000000
};

/* In millionths of white's. */
static uint64_t
luminance(uint32_t colour)
{
	return (2126 * (uint64_t)linear[colour >> 16 & 0xff] +
	    7152 * (uint64_t)linear[colour >> 8 & 0xff] +
	    722 * (uint64_t)linear[colour & 0xff]) / 10000;
}

unsigned
contrast_ratio(uint32_t a, uint32_t b)
{
	uint64_t x, y;

	x = luminance(a) + 50000;
	y = luminance(b) + 50000;
	return (unsigned)(x > y ? x * 100 / y : y * 100 / x);
}

static enum use
use_in(const struct pair *pair, enum theme_palette palette)
{
	return palette == PALETTE_LIGHT || palette == PALETTE_DARK ?
	    pair->screen : pair->paper;
}

/* Where the pair went wrong: at the colour that the nearest theme sets. */
static struct span
place_of(const struct theme_places *places, const struct pair *pair,
    enum theme_palette palette)
{
	const struct theme_place *front, *back;

	front = &places->colours[pair->front][palette];
	back = &places->colours[pair->back][palette];
	return back->depth < front->depth ? back->at : front->at;
}

bool
contrast_check(const struct keys_job *job, const struct theme *theme,
    const struct theme_places *places)
{
	const struct pair *pair;
	unsigned ratio, least;
	bool ok;

	ok = true;
	for (size_t i = 0; i < sizeof(pairs) / sizeof(pairs[0]); i++) {
		pair = &pairs[i];
		for (int p = 0; p < PALETTE_COUNT; p++) {
			least = use_in(pair, (enum theme_palette)p);
			ratio = contrast_ratio(theme->colours[pair->front][p],
			    theme->colours[pair->back][p]);
			if (ratio >= least)
				continue;
			ok = false;
			keys_say(job, place_of(places, pair,
			    (enum theme_palette)p), NULL, SAY_CONTRAST,
			    theme_colour_name(pair->front),
			    theme_colour_name(pair->back), ratio / 100,
			    ratio % 100, palette_words[p], least / 100,
			    least % 100 / 10);
		}
	}
	return ok;
}

unsigned
contrast_least(const struct theme *theme, enum theme_palette palette)
{
	unsigned ratio, least;

	least = 2100;
	for (size_t i = 0; i < sizeof(pairs) / sizeof(pairs[0]); i++) {
		if (use_in(&pairs[i], palette) != TEXT)
			continue;
		ratio = contrast_ratio(theme->colours[pairs[i].front][palette],
		    theme->colours[pairs[i].back][palette]);
		if (ratio < least)
			least = ratio;
	}
	return least;
}
