/* SPDX-License-Identifier: MIT */
/*
 * True places of inlines.
 *
 * cmark 0.30.2 gives columns that are right relative to each other on one
 * line, but not from a paragraph's second line on, nor behind code or a link
 * that spans lines.  This follows the source and puts them right.  For use
 * inside read/ only; knows nothing of cmark's types.
 */
#ifndef READ_PLACES_H
#define READ_PLACES_H

#include <stdbool.h>
#include <stddef.h>

#include "read/lines.h"

struct places {
	const struct source_lines	*lines;
	size_t		 line;		/* from 0 */
	size_t		 last_line;	/* of the block */
	size_t		 anchor;	/* byte in the text ... */
	unsigned	 column;	/* ... that cmark calls this column */
	bool		 pending;	/* column not known yet */
	size_t		 found;		/* byte of the last answer */
};

/* A block that cmark puts on lines first..last (from 1). */
void places_block(struct places *p, unsigned first, unsigned last);
/* The same, when cmark's columns are those of an earlier line. */
void places_later_block(struct places *p, unsigned first, unsigned last);
/* The place of what starts at cmark's column. */
struct span places_inline(struct places *p, unsigned column);
/* A text with this literal. */
struct span places_text(struct places *p, unsigned column,
    const char *literal);
/* A code span whose content starts at cmark's column. */
struct span places_code(struct places *p, unsigned column, bool many_lines);
/* Raw HTML with this literal. */
struct span places_html(struct places *p, unsigned column,
    const char *literal);
/* A soft or hard line break: what follows is on the next line. */
struct span places_break(struct places *p);

#endif
