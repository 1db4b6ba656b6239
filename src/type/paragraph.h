/* SPDX-License-Identifier: MIT */
/*
 * A paragraph of styled text becomes lines of glyph runs.
 *
 * Bidi, script and language runs, shaping, line break opportunities and total
 * fit are done here; pages, colours and structure are not known.  Lines are
 * those that TeX's algorithm would choose (badness, demerits, fitness classes)
 * with \rightskip or justified.
 */
#ifndef TYPE_PARAGRAPH_H
#define TYPE_PARAGRAPH_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/diag.h"
#include "base/dim.h"

struct arena;
struct font;
struct hyphens;

/* How a stretch of text is set.  Adjacent spans that differ only in "tag" are
 * shaped together where the script needs it. */
struct type_style {
	const struct font *const *fonts;	/* first that has it wins */
	size_t			  font_count;
	dim			  size;
	const char		 *lang;		/* BCP 47; NULL: unknown */
	uint32_t		  tag;		/* the caller's; kept in runs */
	uint32_t		  colour;	/* the caller's; kept in runs */
	struct span		  at;		/* for "no font has" */
	bool			  keep;		/* no break inside */
	bool			  tabular;	/* figures of one width */
	bool			  joined;	/* no break before it */
	dim			  rise;		/* of the baseline; or 0 */
};

struct type_span {
	size_t			 start, end;	/* bytes of the text */
	struct type_style	 style;
};

/*
 * UTF-8 in which '\n' is a forced line break.  White space is as the author
 * wants it (already collapsed); U+00A0 and U+202F do not break, U+00AD is a
 * place for a hyphen.  Spans cover
 * the text without gaps.
 */
struct type_text {
	const char		*bytes;
	size_t			 len;
	const struct type_span	*spans;
	size_t			 span_count;
	bool			 right_to_left;	/* base direction */
};

struct type_glyph {
	uint32_t	id;
	dim		advance;	/* always from left to right */
	dim		x_offset, y_offset;	/* y up */
	/* The source bytes it stands for; of a cluster of several glyphs the
	 * first has them all and the others none.  Marks of direction have
	 * no glyph. */
	uint32_t	text_start, text_len;
	/* A hyphen at a line's end that the text, which goes on at text_start,
	 * does not have: it stands for a soft one. */
	bool		hyphen;
};

/* Glyphs of one font, size, tag and direction, in order from the left. */
struct type_run {
	const struct font	*font;
	dim			 size;
	const char		*lang;
	uint32_t		 tag, colour;
	bool			 right_to_left;
	/*
	 * Of its left edge, from the left edge of the line's ink; the line's
	 * indent is not in it.  A space that ends a line from right to left
	 * hangs out on the left, at a negative x.
	 */
	dim			 x;
	dim			 width;		/* with a trailing space */
	const struct type_glyph	*glyphs;
	size_t			 glyph_count;
	const char		*text;		/* the paragraph's bytes */
};

struct type_line {
	const struct type_run	*runs;		/* left to right */
	size_t			 run_count;
	dim			 width;	/* ink, without trailing space */
	dim			 indent;	/* that the measure gave it */
	/* Bytes of the text, trailing space and newline included: each line
	 * starts where the one before ends. */
	size_t			 start, end;
	bool			 forced;	/* ends with '\n' or the text */
};

enum type_setting { TYPE_RAGGED, TYPE_JUSTIFIED };

struct type_measure {
	dim			 width;
	/* Indents of the first line and of all others at the start side. */
	dim			 first_indent, indent;
	enum type_setting	 setting;
	/* The patterns by which words may be divided; NULL: never. */
	const struct hyphens	*hyphens;
};

struct type_lines {
	struct type_line	*lines;
	size_t			 count;
	int64_t			 demerits;	/* as TeX counts them */
	size_t			 overfull; /* lines wider than the measure */
	/* By how much the widest of these sticks out, and where it starts. */
	dim			 overfull_by;
	struct span		 overfull_at;
	/* The bytes of the text at which words begin that no line can hold
	 * and that were broken between clusters; in order. */
	const size_t		*torn;
	size_t			 torn_count;
};

/* What readers are to take glyph "i" of a run for; empty for all but the first
 * of a cluster. */
const char *type_glyph_text(const struct type_run *run, size_t i,
    uint32_t *len);

/*
 * Sets "text" to "measure"; lines live in "a".  An empty text gives no lines;
 * a newline at the end of the text starts no further line.
 * A line that ends at a space keeps that space as its last glyph (advance as
 * in the font, not counted in width), so that the text can be read back.
 * A character that no font has is an error "glyph-missing" in "dl" that names
 * it; .notdef is never in a run.  Words wider than the measure are broken
 * between clusters.  Words are divided only with measure->hyphens, and then
 * only those of letters alone.  Linear in practice; texts over 10^6 characters included.
 */
void type_paragraph(struct arena *a, struct diag_list *dl,
    const struct type_text *text, const struct type_measure *measure,
    struct type_lines *lines);

/* How wide a text would like to be and how wide it has to be: its longest line
 * where only forced breaks end one, and the longest stretch between two places
 * where a line may end. */
struct type_extent {
	dim			 natural, least;
};

/* Both without white space at the end; 0 for an empty text.  What no font has
 * is told in "dl" as by type_paragraph. */
struct type_extent type_extent(struct diag_list *dl,
    const struct type_text *text);

/* The width of "text" on one line, forced breaks ignored, without white space
 * at its end. */
dim type_width(struct arena *a, struct diag_list *dl,
    const struct type_text *text);

#endif
