/* SPDX-License-Identifier: MIT */
/*
 * A paragraph while it is being set; shared by paragraph.c (shaping),
 * compose.c (boxes, glue and penalties) and lines.c (glyphs of each line).
 */
#ifndef TYPE_SETTING_H
#define TYPE_SETTING_H

#include <stddef.h>

#include "base/dim.h"
#include "base/vec.h"
#include "type/fit.h"
#include "type/itemise.h"
#include "type/paragraph.h"
#include "type/shape.h"

struct diag_list;
struct hyphens;

struct setting {
	struct arena		*scratch;
	/* As given, but tabs are spaces; and the bytes as given. */
	struct type_text	 text;
	const char		*source;
	struct type_items	 items;
	const struct hyphens	*hyphens;	/* or NULL */
	struct shaper		*shaper;
	/* Of all items, one behind the other; item i has first[i] up to
	 * first[i + 1]. */
	struct shape_glyphs	 glyphs;
	size_t			*first;
	/* pen[i]: the advances of all clusters that begin before byte i. */
	dim			*pen;
};

/* What total fit is asked, and where in the text each answer lies. */
struct composition {
	VEC(struct fit_item)	items;
	/* The byte at which a line ends that breaks at the item. */
	VEC(size_t)		ends;
};

/* The width of bytes start..end as shaped without breaks. */
static inline dim
setting_width(const struct setting *s, size_t start, size_t end)
{
	return s->pen[end] - s->pen[start];
}

/* The code point at byte "at", which is one's first; *next is behind it. */
uint32_t setting_codepoint(const struct setting *s, size_t at, size_t *next);
/* The first byte of the code point that ends before "at" > 0. */
size_t setting_before(const struct setting *s, size_t at);
/* "end" without a newline and without white space before it; > "start". */
size_t setting_ink_end(const struct setting *s, size_t start, size_t end,
    size_t *body_end);

/* The first of an item's glyphs whose cluster is not before byte "at". */
size_t setting_glyph_at(const struct setting *s, size_t item, size_t at);
/* Do the glyphs stay as they are if the item is cut before byte "at"? */
bool setting_is_safe_cut(const struct setting *s, size_t item, size_t at);

/*
 * Itemises, shapes and measures; marks the places where words may be divided by
 * "hyphens", or none if that is NULL.  What type_paragraph begins with, for it
 * and for tests; what it makes is given back by setting_release.
 */
void setting_init(struct setting *s, struct diag_list *dl,
    const struct type_text *text, const struct hyphens *hyphens);
void setting_release(struct setting *s);
/* Marks the places for hyphens in a text that was shaped. */
void divide_words(struct setting *s);
/* Writes the text as boxes, glue and penalties. */
void compose(const struct setting *s, const struct type_measure *measure,
    const struct fit_parameters *parameters, struct composition *c);
/* Writes lines that end at the breaks into "a". */
void lines_build(struct arena *a, struct setting *s,
    const struct type_measure *measure, const struct composition *c,
    const struct fit_breaks *breaks, struct type_lines *lines);

#endif
