/* SPDX-License-Identifier: MIT */
/*
 * One look at a Markdown text before cmark sees it: limits and places.
 *
 * Comes in: valid UTF-8.  Goes out: where each line starts and where its own
 * words start behind quote marks, list markers and indentation.  For use
 * inside read/ only; knows nothing of cmark.
 */
#ifndef READ_LINES_H
#define READ_LINES_H

#include <stdbool.h>
#include <stddef.h>

#include "base/diag.h"

struct arena;

/* cmark 0.30.2 needs more than linear time beyond these. */
#define MARKDOWN_MAX_BYTES ((size_t)1024 * 1024)
#define MARKDOWN_MAX_NESTING 64
#define MARKDOWN_MAX_PARAGRAPH ((size_t)64 * 1024)

struct source_line {
	size_t	start;		/* byte in the text */
	size_t	end;		/* first byte of the line's end */
	size_t	content;	/* first byte behind marks and white space */
};

/* Where a line of a text that was written anew came from. */
struct line_origin {
	size_t		 line;		/* from 0, in the text as written */
	long		 shift;		/* its bytes are so much further on */
	/* Bytes of the new line before each of which one was left out. */
	const size_t	*removed;
	size_t		 removed_count;
};

struct source_lines {
	struct span		 first;		/* place of the first byte */
	const char		*text;
	size_t			 len;
	struct source_line	*items;		/* [0] is line 1 */
	size_t			 count;
	const struct line_origin *origins;	/* one a line; NULL: as is */
};

/*
 * Splits "text" into lines as CommonMark 0.30 2.1 does (LF, CR, CRLF) and
 * follows its quotes, list items and fences (5.1, 5.2, 4.5) closely enough to
 * refuse nesting over 64 and paragraphs over 64 KiB.  "first": the place of the
 * text's first byte, for messages; "origins" are the caller's, or NULL.  False
 * after an error.
 */
bool source_lines_read(struct arena *a, struct diag_list *dl,
    struct span first, const char *text, size_t len,
    const struct line_origin *origins, struct source_lines *lines);
/* Splits only; where a line's words start is not looked for.  False if the text
 * is too long. */
bool source_lines_split(struct arena *a, struct diag_list *dl,
    struct span first, const char *text, size_t len,
    struct source_lines *lines);
/* The place in the file of byte "off" of the text in line "line" (0 is the
 * first). */
struct span source_lines_place(const struct source_lines *lines, size_t line,
    size_t off);

/* The number of the line that byte "off" is in; the first for an empty text. */
size_t source_lines_find(const struct source_lines *lines, size_t off);

#endif
