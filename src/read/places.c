/* SPDX-License-Identifier: MIT */
/*
 * Comes in: cmark's columns in the order of the text.  Goes out: places in the
 * file.  A place is never outside the block's lines, however wrong a column.
 */
#include "read/places.h"

#include <string.h>

/* Bytes of a text that are looked for when its column turns out wrong. */
#define KEY_BYTES 12

static const struct source_line *
current(const struct places *p)
{
	return &p->lines->items[p->line];
}

static void
wait_at(struct places *p, size_t line, size_t off)
{
	if (line > p->last_line) {
		line = p->last_line;
		off = p->lines->items[line].end;
	}
	p->line = line;
	p->anchor = off;
	p->pending = true;
}

void
places_block(struct places *p, unsigned first, unsigned last)
{
	size_t count = p->lines->count;

	p->line = first > 0 && first <= count ? first - 1 : 0;
	p->last_line = last >= first && last <= count && last > 0 ?
	    last - 1 : p->line;
	p->pending = false;
	p->anchor = count > 0 ? current(p)->start : 0;
	p->column = 1;
}

void
places_later_block(struct places *p, unsigned first, unsigned last)
{
	places_block(p, first, last);
	wait_at(p, p->line, current(p)->content);
}

/* The byte of cmark's column, kept inside the line. */
static size_t
byte_of(struct places *p, unsigned column)
{
	const struct source_line *l = current(p);
	size_t off;

	if (p->pending) {
		p->column = column;
		p->pending = false;
	}
	if (column >= p->column)
		off = p->anchor + (column - p->column);
	else if (p->anchor - l->start >= p->column - column)
		off = p->anchor - (p->column - column);
	else
		off = l->start;
	return off < l->end ? off : l->end;
}

static struct span
span_of(struct places *p, size_t off)
{
	p->found = off;
	return source_lines_place(p->lines, p->line, off);
}

struct span
places_inline(struct places *p, unsigned column)
{
	return span_of(p, byte_of(p, column));
}

/* Can the source at "off" stand for a text that starts so?  As it is, escaped,
 * or as an entity. */
static bool
stands_for(const struct places *p, size_t off, const char *literal)
{
	const char *text = p->lines->text;
	size_t end = current(p)->end, i = 0;

	if (off + 1 < end && text[off] == '\\' && text[off + 1] == literal[0])
		return true;
	if (off < end && text[off] == '&')
		return true;
	/* Up to the next of those. */
	while (i < KEY_BYTES && off + i < end && text[off + i] == literal[i] &&
	    literal[i] != '\0')
		i++;
	return i > 0 && (i == KEY_BYTES || literal[i] == '\0' ||
	    off + i == end || text[off + i] == '\\' || text[off + i] == '&');
}

/* Looks for the text's first bytes further on in the block. */
static bool
find_text(struct places *p, size_t from, unsigned column, const char *literal)
{
	size_t len = strlen(literal), line;

	if (len > KEY_BYTES)
		len = KEY_BYTES;
	for (line = p->line; line <= p->last_line; line++) {
		const struct source_line *l = &p->lines->items[line];
		size_t off = line == p->line ? from : l->content;

		for (; off + len <= l->end; off++) {
			if (memcmp(p->lines->text + off, literal, len) != 0)
				continue;
			p->line = line;
			p->anchor = off;
			p->column = column;
			return true;
		}
	}
	return false;
}

struct span
places_text(struct places *p, unsigned column, const char *literal)
{
	size_t off = byte_of(p, column);
	char here = p->lines->text[off];

	/* Backticks that open nothing: cmark points behind them. */
	if (literal[0] == '`' && here != '`') {
		size_t ticks = strspn(literal, "`");

		if (off >= current(p)->start + ticks &&
		    p->lines->text[off - ticks] == '`') {
			off -= ticks;
			return span_of(p, off);
		}
	}
	if (literal[0] != '\0' && !stands_for(p, off, literal) &&
	    find_text(p, off, column, literal))
		off = p->anchor;
	return span_of(p, off);
}

/* Goes behind the run of exactly "ticks" backticks that closes a code span. */
static void
close_code(struct places *p, size_t off, size_t ticks)
{
	const char *text = p->lines->text;

	for (size_t line = p->line; line <= p->last_line; line++) {
		const struct source_line *l = &p->lines->items[line];

		if (line != p->line)
			off = l->content;
		while (off < l->end) {
			size_t run = 0;

			while (off + run < l->end && text[off + run] == '`')
				run++;
			if (run == ticks) {
				wait_at(p, line, off + run);
				return;
			}
			off += run > 0 ? run : 1;
		}
	}
}

struct span
places_code(struct places *p, unsigned column, bool many_lines)
{
	const struct source_line *l = current(p);
	const char *text = p->lines->text;
	size_t ticks = 0, off;
	struct span at;

	if (p->pending) {
		while (p->anchor + ticks < l->end &&
		    text[p->anchor + ticks] == '`')
			ticks++;
		p->anchor += ticks;
	}
	off = byte_of(p, column);
	for (ticks = 0; off - ticks > l->start &&
	    text[off - ticks - 1] == '`'; )
		ticks++;
	at = span_of(p, off - ticks);
	if (many_lines && ticks > 0)
		close_code(p, off, ticks);
	return at;
}

struct span
places_html(struct places *p, unsigned column, const char *literal)
{
	size_t off = byte_of(p, column), line = p->line;
	struct span at = span_of(p, off);
	const char *s = strchr(literal, '\n');

	if (s == NULL)
		return at;
	for (;; s = strchr(literal, '\n')) {
		if (s == NULL)
			break;
		literal = s + 1;
		line++;
	}
	if (line <= p->last_line)
		wait_at(p, line, p->lines->items[line].content +
		    strlen(literal));
	else
		wait_at(p, line, 0);
	return at;
}

struct span
places_break(struct places *p)
{
	size_t line = p->line;
	struct span at = span_of(p, current(p)->end);

	if (line + 1 <= p->last_line)
		wait_at(p, line + 1, p->lines->items[line + 1].content);
	else
		wait_at(p, line, current(p)->end);
	return at;
}
