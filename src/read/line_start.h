/* SPDX-License-Identifier: MIT */
/*
 * What a line of Markdown starts with: white space, marks of quotes and lists,
 * fences, headings, rules (CommonMark 0.30, 2.2, 4 and 5).
 *
 * For use inside read/ only; knows no other lines than the one it is given.
 */
#ifndef READ_LINE_START_H
#define READ_LINE_START_H

#include <stdbool.h>
#include <stddef.h>

/* A place in a line; tabs stop at every fourth column (CommonMark 2.2). */
struct line_cursor {
	const char	*text;
	size_t		 off, end;	/* bytes; "end" is the line's */
	unsigned	 column;
	unsigned	 rest;		/* columns left of a tab begun */
};

/* Columns of white space at the cursor. */
unsigned line_indent(const struct line_cursor *c);
/* Passes up to "columns" columns of white space. */
void line_skip_columns(struct line_cursor *c, unsigned columns);
/* The byte at the cursor, NUL at the end. */
char line_char(const struct line_cursor *c);
/* The cursor at the first byte that is no white space. */
struct line_cursor line_behind_indent(struct line_cursor c);
bool line_is_blank(struct line_cursor c);
/* Passes one byte that is no tab. */
void line_take_char(struct line_cursor *c);
/* Passes white space, ">" and the space behind it. */
void line_take_quote_mark(struct line_cursor *c);

/* The rest is asked at a byte that is no white space. */

/* A thematic break, 4.1. */
bool line_is_rule(const struct line_cursor *c);
/* A heading with #, 4.2. */
bool line_is_heading(const struct line_cursor *c);
/* '=' or '-' if the rest can be the line under a heading (4.3), else NUL. */
char line_underline(const struct line_cursor *c);
/* Bytes of a list marker (5.2), or 0; "in_paragraph": that it would end. */
size_t line_marker_length(const struct line_cursor *c, bool in_paragraph);
/* Passes a list marker of "bytes" bytes in front of which "indent" columns
 * were; returns the columns that further lines of its item are indented. */
unsigned line_take_marker(struct line_cursor *c, size_t bytes,
    unsigned indent);
/* Length of a fence that opens here (4.5), or 0. */
size_t line_fence_length(const struct line_cursor *c);

#endif
