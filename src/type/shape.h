/* SPDX-License-Identifier: MIT */
/*
 * Turns one item's text into glyphs with HarfBuzz's OpenType shaper.
 *
 * Calls are bounded: 4096 code points a call, 30 marks in a row (HarfBuzz 6 is
 * quadratic in them, CVE-2023-25193).  Graphite is not used, so that what is
 * printed does not hang on how HarfBuzz was built.
 */
#ifndef TYPE_SHAPE_H
#define TYPE_SHAPE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/dim.h"
#include "base/vec.h"

struct arena;
struct font;
struct type_item;

struct shape_glyph {
	uint32_t	id;
	uint32_t	cluster;	/* byte of the text */
	dim		advance, x_offset, y_offset;
	/* Cutting the text before this cluster changes glyphs. */
	bool		unsafe;
	/* Not of the text: the hyphen that divides a word (type/lines.c). */
	bool		hyphen;
};

/* In the order of the text, also for right to left: clusters ascend. */
struct shape_glyphs {
	VEC(struct shape_glyph)	glyphs;
	/* HarfBuzz gave up; what it had is there. */
	bool	failed;
};

struct shaper;

/* Holds HarfBuzz's buffer between calls; one a thread. */
struct shaper *shaper_new(void);
void shaper_free(struct shaper *s);

/*
 * Appends the glyphs of bytes start..end, which lie in "item", to "out".  What
 * stands around them in the text still decides how letters join.  .notdef is
 * left out.
 */
void shape(struct shaper *s, struct arena *a, const char *text, size_t len,
    const struct type_item *item, size_t start, size_t end,
    struct shape_glyphs *out);
/* A glyph without ink and without width; false if the font has none. */
bool shape_blank(const struct font *font, uint32_t *glyph);
/* The hyphen of a font and its advance; false if it has none. */
bool shape_hyphen(const struct font *font, dim size, uint32_t *glyph,
    dim *advance);

#endif
