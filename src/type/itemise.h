/* SPDX-License-Identifier: MIT */
/*
 * Cuts a paragraph into stretches that can be shaped in one go, and marks what
 * Unicode says of every place between two bytes.
 *
 * Comes in: UTF-8 and spans of style.  Goes out: items (one font, size,
 * language, script and bidi level each) in the order of the text, and marks.
 * Knows nothing of widths or lines.  Owner of ICU in type.
 */
#ifndef TYPE_ITEMISE_H
#define TYPE_ITEMISE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/dim.h"

struct arena;
struct buf;
struct font;
struct type_text;

/* What may happen before byte i of the text. */
#define MARK_BREAK	0x01	/* a line may end here (UAX 14) */
#define MARK_KEPT	0x02	/* it may, but we would rather not */
#define MARK_CLUSTER	0x04	/* a grapheme cluster begins (UAX 29) */
#define MARK_NEWLINE	0x08	/* the character here forces a break */
#define MARK_GLYPH	0x10	/* a glyph's text begins; set by the shaping */
#define MARK_HYPHEN	0x20	/* a word may be divided; set by hyphenation */

struct type_item {
	size_t			 start, end;	/* bytes */
	const struct font	*font;
	dim			 size;
	const char		*lang;		/* or NULL */
	uint32_t		 script;	/* ISO 15924, four letters */
	uint8_t			 level;		/* bidi; odd: right to left */
	bool			 tabular;	/* figures of one width */
};

/* A character that none of its span's fonts has. */
struct type_missing {
	size_t		at;		/* byte */
	size_t		span;		/* index */
	uint32_t	codepoint;
};

struct type_items {
	struct type_item	*items;
	size_t			 count;
	/* Text without an item: newlines and what no font has. */
	struct type_missing	*missing;
	size_t			 missing_count;
	/* One a byte, and one for the end of the text. */
	uint8_t			*marks;
	uint8_t			 base_level;
};

/* Fonts are chosen a cluster at a time, so that a mark stays with its base. */
void itemise(struct arena *a, const struct type_text *text,
    struct type_items *items);
/* The bidi level of each byte (UAX 9), each line of the text a paragraph of the
 * text's direction; NULL: all are of that direction. */
const uint8_t *itemise_levels(struct arena *a, const struct type_text *text);
/*
 * The order from the left of "count" stretches of a line with the bidi levels
 * "levels" (UAX 9, L2): order[i] is the stretch that stands i-th.
 */
void itemise_visual_order(const uint8_t *levels, size_t count, int *order);
/* "U+00E9 LATIN SMALL LETTER E WITH ACUTE". */
void itemise_name(uint32_t codepoint, struct buf *out);

#endif
