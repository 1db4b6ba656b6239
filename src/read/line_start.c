/* SPDX-License-Identifier: MIT */
/*
 * Comes in: a line and a place in it.  Goes out: what starts there.  Knows one
 * line only.
 */
#include "read/line_start.h"

#include <string.h>

static unsigned
tab_width(unsigned column)
{
	return 4 - column % 4;
}

unsigned
line_indent(const struct line_cursor *c)
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

void
line_skip_columns(struct line_cursor *c, unsigned columns)
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

char
line_char(const struct line_cursor *c)
{
	return c->off < c->end ? c->text[c->off] : '\0';
}

struct line_cursor
line_behind_indent(struct line_cursor c)
{
	line_skip_columns(&c, line_indent(&c));
	return c;
}

bool
line_is_blank(struct line_cursor c)
{
	c = line_behind_indent(c);
	return c.off >= c.end;
}

void
line_take_char(struct line_cursor *c)
{
	c->off++;
	c->column++;
}

void
line_take_quote_mark(struct line_cursor *c)
{
	line_skip_columns(c, line_indent(c));
	line_take_char(c);
	if (line_indent(c) > 0)
		line_skip_columns(c, 1);
}

bool
line_is_rule(const struct line_cursor *c)
{
	char mark = line_char(c);
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

size_t
line_marker_length(const struct line_cursor *c, bool in_paragraph)
{
	struct line_cursor after = *c;
	size_t digits = 0;
	bool one;

	while (c->off + digits < c->end && digits < 10 &&
	    c->text[c->off + digits] >= '0' && c->text[c->off + digits] <= '9')
		digits++;
	after.off += digits;
	after.column += (unsigned)digits;
	one = digits > 0 && c->text[c->off + digits - 1] == '1' &&
	    strspn(c->text + c->off, "0") >= digits - 1;
	if (digits > 9)
		return 0;
	if (digits > 0) {
		if (line_char(&after) != '.' && line_char(&after) != ')')
			return 0;
	} else if (line_char(c) != '-' && line_char(c) != '+' &&
	    line_char(c) != '*') {
		return 0;
	}
	line_take_char(&after);
	if (after.off < after.end && line_indent(&after) == 0)
		return 0;
	if (in_paragraph && (line_is_blank(after) || (digits > 0 && !one)))
		return 0;
	return digits + 1;
}

size_t
line_fence_length(const struct line_cursor *c)
{
	char mark = line_char(c);
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

bool
line_is_heading(const struct line_cursor *c)
{
	size_t i = c->off;

	while (i < c->end && c->text[i] == '#')
		i++;
	return i > c->off && i - c->off <= 6 &&
	    (i == c->end || c->text[i] == ' ' || c->text[i] == '\t');
}

char
line_underline(const struct line_cursor *c)
{
	char mark = line_char(c);
	size_t i = c->off;

	if (mark != '=' && mark != '-')
		return '\0';
	while (i < c->end && c->text[i] == mark)
		i++;
	while (i < c->end && (c->text[i] == ' ' || c->text[i] == '\t'))
		i++;
	return i == c->end ? mark : '\0';
}

unsigned
line_take_marker(struct line_cursor *c, size_t bytes, unsigned indent)
{
	unsigned spaces;

	for (size_t i = 0; i < bytes; i++)
		line_take_char(c);
	spaces = line_indent(c);
	if (spaces > 4 || line_is_blank(*c))
		spaces = 1;
	line_skip_columns(c, spaces);
	return indent + (unsigned)bytes + spaces;
}
