/* SPDX-License-Identifier: MIT */
/*
 * Takes back line breaks that would cut a piece of information: a number from
 * its unit, the groups of a phone number, a date (UKAAF G003: "words and single
 * pieces of information not split unless unavoidable").
 *
 * Knows nothing of fonts or widths; works on the marks of type/itemise.h.
 */
#ifndef TYPE_BREAKS_H
#define TYPE_BREAKS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct type_text;

/* Turns MARK_BREAK into MARK_KEPT where a line had better not end, also inside
 * spans with "keep". */
void breaks_keep(const struct type_text *text, uint8_t *marks);

/* What a character is to the breaking of lines. */
enum break_class {
	BREAK_WORD,		/* anything that is drawn */
	BREAK_SPACE,		/* vanishes at the end of a line */
	BREAK_FIXED_SPACE,	/* so does this, but it does not stretch */
	BREAK_TIED_SPACE,	/* U+00A0: stretches, does not end a line */
	BREAK_NEWLINE
};
enum break_class break_class_of(uint32_t codepoint);
/* Does a line end after it without anything being added: hyphens, dashes,
 * slash? */
bool break_is_hyphen(uint32_t codepoint);

#endif
