/* SPDX-License-Identifier: MIT */
/*
 * Comes in: a Markdown text.  Goes out: its lines, or a message that names the
 * limit it breaks.  A small model of CommonMark's containers: where it cannot
 * be exact it counts too much rather than too little.
 */
#include "read/lines.h"

#include <string.h>

#include "base/arena.h"
#include "base/messages.h"

/* A block that holds blocks: a quote, or a list item of some width. */
struct container {
	bool		quote;
	unsigned	width;		/* columns an item's lines are indented */
};

/* A place in a line; tabs stop at every fourth column (CommonMark 2.2). */
struct cursor {
	const char	*text;
	size_t		 off, end;
	unsigned	 column;
	unsigned	 rest;		/* columns left of a tab begun */
};

struct scan {
	struct diag_list	*dl;
	struct source_lines	*lines;
	struct container	 stack[MARKDOWN_MAX_NESTING];
	size_t			 depth;
	bool			 in_fence;
	char			 fence_char;
	size_t			 fence_len, fence_depth;
	unsigned		 fence_indent;
	bool			 in_paragraph;
	size_t			 paragraph_bytes, paragraph_line;
};

static unsigned
tab_width(unsigned column)
{
	return 4 - column % 4;
}

/* Columns of white space at the cursor. */
static unsigned
indent_of(const struct cursor *c)
{
	unsigned column = c->column, width = 0;
	size_t off = c->off;

	if (c->rest > 0) {
		width = c->rest;
		column += c->rest;
		off++;
	}
	for (; off < c->end; off++) {
		unsigned step;

		if (c->text[off] == ' ')
			step = 1;
		else if (c->text[off] == '\t')
			step = tab_width(column);
		else
			break;
		width += step;
		column += step;
	}
	return width;
}

/* Passes up to "columns" columns of white space. */
static void
skip_columns(struct cursor *c, unsigned columns)
{
	while (columns > 0 && c->off < c->end) {
		unsigned step;

		if (c->rest > 0)
			step = c->rest;
		else if (c->text[c->off] == '\t')
			step = tab_width(c->column);
		else if (c->text[c->off] == ' ')
			step = 1;
		else
			break;
		if (step > columns) {
			c->rest = step - columns;
			c->column += columns;
			return;
		}
		c->rest = 0;
		c->column += step;
		columns -= step;
		c->off++;
	}
}

static char
char_at(const struct cursor *c)
{
	return c->off < c->end ? c->text[c->off] : '\0';
}

/* The cursor at the first byte that is no white space. */
static struct cursor
behind_indent(struct cursor c)
{
	skip_columns(&c, indent_of(&c));
	return c;
}

static bool
is_blank(struct cursor c)
{
	c = behind_indent(c);
	return c.off >= c.end;
}

static void
take_char(struct cursor *c)
{
	c->off++;
	c->column++;
}

static void
take_quote_mark(struct cursor *c)
{
	skip_columns(c, indent_of(c));
	take_char(c);
	if (indent_of(c) > 0)
		skip_columns(c, 1);
}

/* Passes the marks of open containers; how many are still open. */
static size_t
match_containers(const struct scan *s, struct cursor *c)
{
	size_t i;

	for (i = 0; i < s->depth; i++) {
		unsigned indent = indent_of(c);

		if (s->stack[i].quote) {
			struct cursor mark = behind_indent(*c);

			if (indent > 3 || char_at(&mark) != '>')
				break;
			take_quote_mark(c);
		} else if (indent >= s->stack[i].width) {
			skip_columns(c, s->stack[i].width);
		} else if (is_blank(*c)) {
			skip_columns(c, indent);
		} else {
			break;
		}
	}
	return i;
}

/* CommonMark 4.1, at a byte that is no white space. */
static bool
is_rule(const struct cursor *c)
{
	char mark = char_at(c);
	size_t i, count = 0;

	if (mark != '*' && mark != '-' && mark != '_')
		return false;
	for (i = c->off; i < c->end; i++) {
		if (c->text[i] == mark)
			count++;
		else if (c->text[i] != ' ' && c->text[i] != '\t')
			return false;
	}
	return count >= 3;
}

/* Bytes of a list marker at the cursor (CommonMark 5.2), or 0. */
static size_t
marker_length(const struct cursor *c, bool in_paragraph)
{
	struct cursor after = *c;
	size_t digits = 0;
	bool one;

	while (c->off + digits < c->end && digits < 10 &&
	    c->text[c->off + digits] >= '0' && c->text[c->off + digits] <= '9')
		digits++;
	after.off += digits;
	after.column += (unsigned)digits;
	one = digits == 1 && c->text[c->off] == '1';
	if (digits > 9)
		return 0;
	if (digits > 0) {
		if (char_at(&after) != '.' && char_at(&after) != ')')
			return 0;
	} else if (char_at(c) != '-' && char_at(c) != '+' &&
	    char_at(c) != '*') {
		return 0;
	}
	take_char(&after);
	if (after.off < after.end && indent_of(&after) == 0)
		return 0;
	if (in_paragraph && (is_blank(after) || (digits > 0 && !one)))
		return 0;
	return digits + 1;
}

/* Length of a fence that opens at the cursor (CommonMark 4.5), or 0. */
static size_t
fence_length(const struct cursor *c)
{
	char mark = char_at(c);
	size_t n = 0;

	if (mark != '`' && mark != '~')
		return 0;
	while (c->off + n < c->end && c->text[c->off + n] == mark)
		n++;
	if (n < 3)
		return 0;
	if (mark == '`' && memchr(c->text + c->off + n, '`',
	    c->end - c->off - n) != NULL)
		return 0;
	return n;
}

static bool
closes_fence(const struct scan *s, const struct cursor *at)
{
	struct cursor c = behind_indent(*at);
	size_t n = 0;

	if (indent_of(at) > 3)
		return false;
	while (char_at(&c) == s->fence_char) {
		take_char(&c);
		n++;
	}
	return n >= s->fence_len && is_blank(c);
}

/* CommonMark 4.2 and 4.3: a heading, or the line under one. */
static bool
is_heading_line(const struct cursor *c)
{
	char mark = char_at(c);
	size_t i = c->off;

	while (i < c->end && c->text[i] == mark)
		i++;
	if (mark == '#')
		return i - c->off <= 6 &&
		    (i == c->end || c->text[i] == ' ' || c->text[i] == '\t');
	if (mark != '=')
		return false;
	while (i < c->end && (c->text[i] == ' ' || c->text[i] == '\t'))
		i++;
	return i == c->end;
}

static bool
push(struct scan *s, size_t line, size_t off, bool quote, unsigned width)
{
	if (s->depth == MARKDOWN_MAX_NESTING) {
		diag_say(s->dl, source_lines_place(s->lines, line, off), NULL,
		    SAY_NESTING_TOO_DEEP, MARKDOWN_MAX_NESTING);
		return false;
	}
	s->stack[s->depth].quote = quote;
	s->stack[s->depth].width = width;
	s->depth++;
	return true;
}

/* A list marker of "bytes" bytes: how wide its item is, and go behind it. */
static unsigned
take_marker(struct cursor *c, size_t bytes, unsigned indent)
{
	unsigned spaces;

	for (size_t i = 0; i < bytes; i++)
		take_char(c);
	spaces = indent_of(c);
	if (spaces > 4 || is_blank(*c))
		spaces = 1;
	skip_columns(c, spaces);
	return indent + (unsigned)bytes + spaces;
}

/* Opens what the rest of a line opens; "opened" says whether anything. */
static bool
open_containers(struct scan *s, size_t line, struct cursor *c,
    size_t matched, bool *opened)
{
	bool interrupting = s->in_paragraph && matched == s->depth;

	for (*opened = false;;) {
		unsigned indent = indent_of(c);
		struct cursor mark = behind_indent(*c);
		size_t bytes;

		if (indent > 3 || mark.off >= mark.end || is_rule(&mark))
			return true;
		bytes = char_at(&mark) == '>' ? 0 :
		    marker_length(&mark, interrupting);
		if (char_at(&mark) != '>' && bytes == 0)
			return true;
		if (!*opened)
			s->depth = matched;
		*opened = true;
		interrupting = false;
		if (bytes == 0) {
			if (!push(s, line, mark.off, true, 0))
				return false;
			take_quote_mark(c);
		} else {
			unsigned width;

			*c = mark;
			width = take_marker(c, bytes, indent);
			if (!push(s, line, mark.off, false, width))
				return false;
		}
	}
}

static bool
add_to_paragraph(struct scan *s, size_t line, size_t bytes)
{
	if (!s->in_paragraph) {
		s->in_paragraph = true;
		s->paragraph_bytes = 0;
		s->paragraph_line = line;
	}
	s->paragraph_bytes += bytes + 1;
	if (s->paragraph_bytes <= MARKDOWN_MAX_PARAGRAPH)
		return true;
	diag_say(s->dl, source_lines_place(s->lines, s->paragraph_line,
	    s->lines->items[s->paragraph_line].content), NULL,
	    SAY_PARAGRAPH_TOO_LONG, MARKDOWN_MAX_PARAGRAPH / 1024);
	return false;
}

/* The rest of a line that opened no fence: heading, rule, code or words. */
static bool
read_words(struct scan *s, size_t line, struct cursor c, size_t matched,
    bool opened)
{
	struct cursor mark = behind_indent(c);
	unsigned indent = indent_of(&c);
	bool continues = s->in_paragraph && !opened;

	if (mark.off >= mark.end) {
		s->in_paragraph = false;
		if (!opened)
			s->depth = matched;
		return true;
	}
	if (opened)
		s->in_paragraph = false;
	if (indent > 3 && !continues) {
		if (!opened)
			s->depth = matched;
		return true;
	}
	if (indent <= 3 && (is_rule(&mark) || is_heading_line(&mark))) {
		s->in_paragraph = false;
		if (!opened)
			s->depth = matched;
		return true;
	}
	/* A lazy line (CommonMark 5.1) leaves its containers open. */
	if (!opened && !continues)
		s->depth = matched;
	return add_to_paragraph(s, line, mark.end - mark.off);
}

static bool
scan_line(struct scan *s, size_t line)
{
	struct source_line *l = &s->lines->items[line];
	struct cursor c = { s->lines->text, l->start, l->end, 0, 0 }, mark;
	size_t matched = match_containers(s, &c), fence;
	bool opened;

	if (s->in_fence && matched >= s->fence_depth) {
		unsigned indent = indent_of(&c);

		if (closes_fence(s, &c))
			s->in_fence = false;
		skip_columns(&c, indent < s->fence_indent ? indent :
		    s->fence_indent);
		l->content = c.off;
		return true;
	}
	s->in_fence = false;
	if (!open_containers(s, line, &c, matched, &opened))
		return false;
	mark = behind_indent(c);
	l->content = mark.off;
	fence = indent_of(&c) > 3 ? 0 : fence_length(&mark);
	if (fence > 0) {
		if (!opened)
			s->depth = matched;
		s->in_fence = true;
		s->in_paragraph = false;
		s->fence_char = char_at(&mark);
		s->fence_len = fence;
		s->fence_indent = indent_of(&c);
		s->fence_depth = s->depth;
		return true;
	}
	return read_words(s, line, c, matched, opened);
}

/* The byte behind the line that starts at "start"; *end: its last but one. */
static size_t
line_end(const char *text, size_t len, size_t start, size_t *end)
{
	size_t i = start;

	while (i < len && text[i] != '\n' && text[i] != '\r')
		i++;
	*end = i;
	if (i < len && text[i] == '\r')
		i++;
	if (i < len && text[i] == '\n' && (i == *end || text[i - 1] == '\r'))
		i++;
	return i;
}

struct span
source_lines_place(const struct source_lines *lines, size_t line, size_t off)
{
	struct span at = lines->first;
	size_t column = off - lines->items[line].start;

	at.line += (unsigned)line;
	at.col = (unsigned)column + (line == 0 ? lines->first.col : 1);
	return at;
}

bool
source_lines_read(struct arena *a, struct diag_list *dl, struct span first,
    const char *text, size_t len, struct source_lines *lines)
{
	struct scan s = { .dl = dl, .lines = lines };
	size_t off, end, count = 0;

	*lines = (struct source_lines){ .first = first, .text = text,
	    .len = len };
	if (len > MARKDOWN_MAX_BYTES) {
		diag_say(dl, (struct span){ first.file, 0, 0 }, NULL,
		    SAY_FILE_TOO_LARGE, MARKDOWN_MAX_BYTES / 1024);
		return false;
	}
	for (off = 0; off < len; off = line_end(text, len, off, &end))
		count++;
	lines->items = ARENA_ARRAY(a, struct source_line, count + 1);
	for (off = 0; off < len; ) {
		struct source_line *l = &lines->items[lines->count];

		l->start = off;
		off = line_end(text, len, off, &l->end);
		l->content = l->start;
		lines->count++;
		if (!scan_line(&s, lines->count - 1))
			return false;
	}
	return true;
}
