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
#include "read/line_start.h"

/* A block that holds blocks: a quote, or a list item of some width. */
struct container {
	bool		quote;
	unsigned	width;		/* columns an item's lines are indented */
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

/* Passes the marks of open containers; how many are still open. */
static size_t
match_containers(const struct scan *s, struct line_cursor *c)
{
	size_t i;

	for (i = 0; i < s->depth; i++) {
		unsigned indent = line_indent(c);

		if (s->stack[i].quote) {
			struct line_cursor mark = line_behind_indent(*c);

			if (indent > 3 || line_char(&mark) != '>')
				break;
			line_take_quote_mark(c);
		} else if (indent >= s->stack[i].width) {
			line_skip_columns(c, s->stack[i].width);
		} else if (line_is_blank(*c)) {
			line_skip_columns(c, indent);
		} else {
			break;
		}
	}
	return i;
}

static bool
closes_fence(const struct scan *s, const struct line_cursor *at)
{
	struct line_cursor c = line_behind_indent(*at);
	size_t n = 0;

	if (line_indent(at) > 3)
		return false;
	while (line_char(&c) == s->fence_char) {
		line_take_char(&c);
		n++;
	}
	return n >= s->fence_len && line_is_blank(c);
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

/* Opens what the rest of a line opens; "opened" says whether anything. */
static bool
open_containers(struct scan *s, size_t line, struct line_cursor *c,
    size_t matched, bool *opened)
{
	bool interrupting = s->in_paragraph && matched == s->depth;

	for (*opened = false;;) {
		unsigned indent = line_indent(c);
		struct line_cursor mark = line_behind_indent(*c);
		size_t bytes;

		if (indent > 3 || mark.off >= mark.end || line_is_rule(&mark))
			return true;
		bytes = line_char(&mark) == '>' ? 0 :
		    line_marker_length(&mark, interrupting);
		if (line_char(&mark) != '>' && bytes == 0)
			return true;
		if (!*opened)
			s->depth = matched;
		*opened = true;
		interrupting = false;
		if (bytes == 0) {
			if (!push(s, line, mark.off, true, 0))
				return false;
			line_take_quote_mark(c);
		} else {
			unsigned width;

			*c = mark;
			width = line_take_marker(c, bytes, indent);
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

/* A comment that begins and ends on its line (CommonMark 4.6) is no paragraph;
 * what was written anew holds some. */
static bool
is_comment(const struct line_cursor *c)
{
	const char *text = c->text + c->off;
	size_t len = c->end - c->off;

	return len >= 7 && memcmp(text, "<!--", 4) == 0 &&
	    memcmp(text + len - 3, "-->", 3) == 0;
}

/* The rest of a line that opened no fence: heading, rule, code or words. */
static bool
read_words(struct scan *s, size_t line, struct line_cursor c, size_t matched,
    bool opened)
{
	struct line_cursor mark = line_behind_indent(c);
	unsigned indent = line_indent(&c);
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
	if (indent <= 3 && (line_is_rule(&mark) || is_comment(&mark) ||
	    line_is_heading(&mark) ||
	    line_underline(&mark) == '=')) {
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
	struct line_cursor c = { s->lines->text, l->start, l->end, 0, 0 }, mark;
	size_t matched = match_containers(s, &c), fence;
	bool opened;

	if (s->in_fence && matched >= s->fence_depth) {
		unsigned indent = line_indent(&c);

		if (closes_fence(s, &c))
			s->in_fence = false;
		line_skip_columns(&c, indent < s->fence_indent ? indent :
		    s->fence_indent);
		l->content = c.off;
		return true;
	}
	s->in_fence = false;
	if (!open_containers(s, line, &c, matched, &opened))
		return false;
	mark = line_behind_indent(c);
	l->content = mark.off;
	fence = line_indent(&c) > 3 ? 0 : line_fence_length(&mark);
	if (fence > 0) {
		if (!opened)
			s->depth = matched;
		s->in_fence = true;
		s->in_paragraph = false;
		s->fence_char = line_char(&mark);
		s->fence_len = fence;
		s->fence_indent = line_indent(&c);
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

/* How many bytes were left out of a line before its byte "off". */
static long
removed_before(const struct line_origin *origin, size_t off)
{
	size_t low = 0, high = origin->removed_count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (origin->removed[middle] <= off)
			low = middle + 1;
		else
			high = middle;
	}
	return (long)low;
}

struct span
source_lines_place(const struct source_lines *lines, size_t line, size_t off)
{
	struct span at = lines->first;
	size_t in_line = off - lines->items[line].start;
	long column = (long)in_line;

	if (lines->origins != NULL) {
		const struct line_origin *origin = &lines->origins[line];

		line = origin->line;
		column += origin->shift + removed_before(origin, in_line);
	}
	at.line += (unsigned)line;
	at.col = (unsigned)(column > 0 ? column : 0) +
	    (line == 0 ? lines->first.col : 1);
	return at;
}

static void
split(struct arena *a, struct span first, const char *text, size_t len,
    struct source_lines *lines)
{
	size_t off, end, count = 0;

	*lines = (struct source_lines){ .first = first, .text = text,
	    .len = len };
	for (off = 0; off < len; off = line_end(text, len, off, &end))
		count++;
	lines->items = ARENA_ARRAY(a, struct source_line, count + 1);
	for (off = 0; off < len; ) {
		struct source_line *l = &lines->items[lines->count++];

		l->start = l->content = off;
		off = line_end(text, len, off, &l->end);
	}
}

bool
source_lines_split(struct arena *a, struct diag_list *dl, struct span first,
    const char *text, size_t len, struct source_lines *lines)
{
	if (len > MARKDOWN_MAX_BYTES) {
		diag_say(dl, (struct span){ first.file, 0, 0 }, NULL,
		    SAY_FILE_TOO_LARGE, MARKDOWN_MAX_BYTES / 1024);
		return false;
	}
	split(a, first, text, len, lines);
	return true;
}

bool
source_lines_read(struct arena *a, struct diag_list *dl, struct span first,
    const char *text, size_t len, const struct line_origin *origins,
    struct source_lines *lines)
{
	struct scan s = { .dl = dl, .lines = lines };

	/* A text written anew may be longer than the one in the file. */
	if (origins != NULL)
		split(a, first, text, len, lines);
	else if (!source_lines_split(a, dl, first, text, len, lines))
		return false;
	lines->origins = origins;
	for (size_t line = 0; line < lines->count; line++) {
		if (!scan_line(&s, line))
			return false;
	}
	return true;
}

size_t
source_lines_find(const struct source_lines *lines, size_t off)
{
	size_t low = 0, high = lines->count;

	while (high - low > 1) {
		size_t middle = low + (high - low) / 2;

		if (lines->items[middle].start <= off)
			low = middle;
		else
			high = middle;
	}
	return low;
}
