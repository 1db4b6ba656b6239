/* SPDX-License-Identifier: MIT */
/*
 * Comes in: the lines of a text.  Goes out: which of them are tables and
 * footnotes, and which items are tasks.  Follows CommonMark 0.30's appendix
 * ("phase 1: block structure"), with tables and footnotes among the blocks;
 * keeps nothing of a block but what the next line needs.
 */
#include "read/gfm.h"

#include <string.h>

#include "base/arena.h"
#include "base/messages.h"

struct container {
	enum {
		HOLDS_QUOTE, HOLDS_ITEM, HOLDS_NOTE
	}		 kind;
	unsigned	 width;		/* columns an item's lines are indented */
	bool		 filled;	/* holds a block */
	size_t		 note;
};

enum leaf {
	LEAF_NONE, LEAF_PARAGRAPH, LEAF_TABLE, LEAF_FENCE, LEAF_INDENTED,
	LEAF_HTML
};

struct scan {
	struct gfm		*g;
	struct container	 stack[MARKDOWN_MAX_NESTING];
	size_t			 depth;
	enum leaf		 leaf;
	/* Of a fence or an HTML block. */
	char			 fence_char;
	size_t			 fence_len;
	int			 html_type;
	/* Of a paragraph: its last line, which can be a table's head. */
	size_t			 head_line, head_start;
	bool			 head_first, head_lazy;
	/* This line. */
	size_t			 line, end;
	struct line_cursor	 from;		/* behind marks of the footnote */
	size_t			 section;
	/* The line before: was it empty, and did nothing inside of the
	 * innermost footnote take it? */
	bool			 was_blank;
	size_t			 rule_depth;	/* 1 + depth, if it was a rule */
	bool			 failed;
};

static struct gfm_piece *
add_piece(struct scan *s, size_t section, size_t content)
{
	struct gfm_pieces *pieces = &s->g->sections.items[section];
	struct gfm_piece *piece = vec_push(s->g->scratch, &pieces->list);

	piece->line = s->line;
	piece->from = s->from;
	piece->content = content;
	piece->end = s->end;
	return piece;
}

static size_t
section_at(const struct scan *s, size_t depth)
{
	while (depth > 0) {
		if (s->stack[depth - 1].kind == HOLDS_NOTE)
			return s->stack[depth - 1].note + 1;
		depth--;
	}
	return 0;
}

/* Ends what is open below "depth".  An empty line at a footnote's end counts
 * for what stands round the footnote as well: it makes a list loose. */
static void
close_to(struct scan *s, size_t depth)
{
	struct gfm_piece *blank;

	if (depth < s->depth)
		s->leaf = LEAF_NONE;
	while (s->depth > depth) {
		s->depth--;
		if (s->stack[s->depth].kind != HOLDS_NOTE || !s->was_blank)
			continue;
		s->was_blank = false;
		blank = add_piece(s, section_at(s, s->depth), s->end);
		blank->from.off = s->end;
		blank->from.rest = 0;
	}
}

static bool
open_container(struct scan *s, size_t off, struct container opened)
{
	struct source_lines *lines = &s->g->source;

	if (s->depth == MARKDOWN_MAX_NESTING) {
		diag_say(s->g->dl, source_lines_place(lines, s->line, off),
		    NULL, SAY_NESTING_TOO_DEEP, MARKDOWN_MAX_NESTING);
		s->failed = true;
		return false;
	}
	if (s->depth > 0)
		s->stack[s->depth - 1].filled = true;
	s->stack[s->depth++] = opened;
	s->leaf = LEAF_NONE;
	return true;
}

static void
open_leaf(struct scan *s, enum leaf leaf)
{
	if (s->depth > 0)
		s->stack[s->depth - 1].filled = true;
	s->leaf = leaf;
}

/* Passes the marks of open containers; how many go on. */
static size_t
match_containers(struct scan *s, struct line_cursor *c)
{
	size_t i;

	for (i = 0; i < s->depth; i++) {
		const struct container *at = &s->stack[i];
		unsigned indent = line_indent(c);

		if (at->kind == HOLDS_QUOTE) {
			struct line_cursor mark = line_behind_indent(*c);

			if (indent > 3 || line_char(&mark) != '>')
				break;
			line_take_quote_mark(c);
		} else if (at->kind == HOLDS_ITEM && indent >= at->width) {
			line_skip_columns(c, at->width);
		} else if (at->kind == HOLDS_ITEM && at->filled &&
		    line_is_blank(*c)) {
			line_skip_columns(c, indent);
		} else if (at->kind == HOLDS_NOTE && (indent >= 4 ||
		    s->g->source.items[s->line].start == s->end)) {
			line_skip_columns(c, 4);
		} else {
			break;
		}
		if (at->kind == HOLDS_NOTE) {
			s->from = *c;
			s->section = at->note + 1;
		}
	}
	return i;
}

static bool
closes_fence(const struct scan *s, struct line_cursor c)
{
	size_t n = 0;

	if (line_indent(&c) > 3)
		return false;
	c = line_behind_indent(c);
	while (line_char(&c) == s->fence_char) {
		line_take_char(&c);
		n++;
	}
	return n >= s->fence_len && line_is_blank(c);
}

static void
html_line(struct scan *s, const struct line_cursor *c)
{
	if (gfm_html_end(s->html_type, c->text, c->off, c->end))
		s->leaf = LEAF_NONE;
}

/* A line inside a block of literal text.  False if the block ends before it. */
static bool
literal_line(struct scan *s, const struct line_cursor *c)
{
	if (s->leaf == LEAF_FENCE) {
		if (closes_fence(s, *c))
			s->leaf = LEAF_NONE;
	} else if (s->leaf == LEAF_INDENTED) {
		if (line_indent(c) <= 3 && !line_is_blank(*c))
			return false;
	} else if (s->leaf == LEAF_HTML) {
		if (s->html_type >= 6 && line_is_blank(*c))
			return false;
		html_line(s, c);
	} else {
		return false;
	}
	add_piece(s, s->section, c->off);
	return true;
}

static bool
add_cells(struct scan *s, size_t line, size_t start, size_t end,
    size_t columns)
{
	struct gfm *g = s->g;
	struct span at = source_lines_place(&g->source, line, start);
	struct gfm_cell *cells, *lost;

	s->failed = true;
	if (end - start > MARKDOWN_MAX_PARAGRAPH) {
		diag_say(g->dl, at, NULL, SAY_ROW_TOO_LONG,
		    MARKDOWN_MAX_PARAGRAPH / 1024);
		return false;
	}
	if (columns > GFM_MAX_COLUMNS ||
	    g->cells.len + columns > GFM_MAX_CELLS) {
		diag_say(g->dl, at, NULL, SAY_TABLE_TOO_LARGE,
		    GFM_MAX_COLUMNS, GFM_MAX_CELLS);
		return false;
	}
	s->failed = false;
	cells = ARENA_ARRAY(g->scratch, struct gfm_cell, columns + 1);
	lost = &cells[columns];
	if (gfm_row(g->source.text, start, end, cells, columns + 1) >
	    columns && lost->start < lost->end)
		diag_say(g->dl, source_lines_place(&g->source, line,
		    lost->start), NULL, SAY_ROW_CELLS);
	for (size_t i = 0; i < columns; i++) {
		cells[i].line = line;
		*vec_push(g->scratch, &g->cells) = cells[i];
	}
	return true;
}

/* The paragraph's last line becomes the head of a table; where it started is
 * the mark, behind the marks of what holds it. */
static void
open_table(struct scan *s, const struct line_cursor *mark, size_t columns)
{
	struct gfm *g = s->g;
	struct gfm_pieces *pieces = &g->sections.items[s->section];
	struct gfm_piece *piece = &pieces->list.items[pieces->list.len - 1];
	struct gfm_table *table;
	size_t end = g->source.items[s->head_line].end;

	if (!s->head_first || s->head_lazy) {
		/* Its own white space would make it part of the paragraph. */
		piece->from = s->from;
		piece->content = mark->off;
	}
	piece->lazy = false;
	piece->end = piece->content;
	piece->kind = PIECE_TABLE;
	piece->index = g->tables.len;
	table = vec_push(g->scratch, &g->tables);
	if (piece->task != 0)
		table->task = mark->text[piece->task + 1] == ' ' ? TASK_OPEN :
		    TASK_DONE;
	piece->task = 0;
	table->at = source_lines_place(&g->source, s->head_line,
	    s->head_start);
	table->columns = columns;
	table->aligns = gfm_aligns(g->arena, mark->text, mark->off, mark->end,
	    columns);
	table->first_cell = g->cells.len;
	table->rows = 1;
	s->leaf = LEAF_TABLE;
	add_cells(s, s->head_line, s->head_start, end, columns);
}

/* Is this line the row below a table's head? */
static bool
try_table(struct scan *s, const struct line_cursor *mark)
{
	struct gfm *g = s->g;
	size_t columns = gfm_delimiter_row(mark->text, mark->off, mark->end);
	size_t head;

	if (columns == 0)
		return false;
	head = gfm_row(mark->text, s->head_start,
	    g->source.items[s->head_line].end, NULL, 0);
	if (head != columns) {
		/* "---" alone underlines a heading. */
		if (head > 1 && memchr(mark->text + mark->off, '|',
		    mark->end - mark->off) != NULL)
			diag_say(g->dl, source_lines_place(&g->source,
			    s->line, mark->off), NULL, SAY_TABLE_HEAD,
			    head, columns);
		return false;
	}
	open_table(s, mark, columns);
	return true;
}

static void
add_row(struct scan *s, const struct line_cursor *mark)
{
	struct gfm_table *table = &s->g->tables.items[s->g->tables.len - 1];

	table->rows++;
	add_cells(s, s->line, mark->off, mark->end, table->columns);
}

/* "[^label]:" and white space at the cursor: bytes of it, or 0. */
static size_t
note_length(const struct line_cursor *c, size_t *label_len)
{
	size_t i = c->off + 2;

	if (c->end - c->off < 5 || memcmp(c->text + c->off, "[^", 2) != 0)
		return 0;
	while (i < c->end && c->text[i] != ']' && c->text[i] != ' ' &&
	    c->text[i] != '\t')
		i++;
	*label_len = i - c->off - 2;
	if (*label_len == 0 || c->end - i < 2 || c->text[i] != ']' ||
	    c->text[i + 1] != ':')
		return 0;
	return *label_len + 4;
}

static bool
open_note(struct scan *s, struct line_cursor *c, size_t bytes,
    size_t label_len)
{
	struct gfm *g = s->g;
	struct container opened = { .kind = HOLDS_NOTE };
	struct gfm_piece *piece;
	struct gfm_note *note;

	opened.note = g->notes.len;
	if (!open_container(s, c->off, opened))
		return false;
	piece = add_piece(s, s->section, c->off);
	piece->end = c->off;
	piece->kind = PIECE_NOTE;
	piece->index = opened.note;
	note = vec_push(g->scratch, &g->notes);
	note->at = source_lines_place(&g->source, s->line, c->off);
	note->label = arena_strndup(g->arena, c->text + c->off + 2,
	    label_len);
	vec_push(g->scratch, &g->sections);
	for (size_t i = 0; i < bytes; i++)
		line_take_char(c);
	line_skip_columns(c, line_indent(c));
	s->from = *c;
	s->section = opened.note + 1;
	return true;
}

static bool
open_item(struct scan *s, struct line_cursor *c, size_t bytes)
{
	struct container opened = { .kind = HOLDS_ITEM };
	unsigned indent = line_indent(c);

	*c = line_behind_indent(*c);
	if (!open_container(s, c->off, opened))
		return false;
	s->stack[s->depth - 1].width = line_take_marker(c, bytes, indent);
	return true;
}

/* Opens a container that starts at the cursor.  False: none does. */
static bool
try_container(struct scan *s, struct line_cursor *c, size_t matched,
    bool in_paragraph)
{
	struct line_cursor mark = line_behind_indent(*c);
	size_t bytes, label = 0;

	if (line_char(&mark) == '>') {
		close_to(s, matched);
		if (open_container(s, mark.off,
		    (struct container){ .kind = HOLDS_QUOTE }))
			line_take_quote_mark(c);
		return true;
	}
	bytes = note_length(&mark, &label);
	if (bytes > 0) {
		close_to(s, matched);
		*c = mark;
		open_note(s, c, bytes, label);
		return true;
	}
	bytes = line_is_rule(&mark) ? 0 :
	    line_marker_length(&mark, in_paragraph);
	if (bytes == 0)
		return false;
	close_to(s, matched);
	open_item(s, c, bytes);
	return true;
}

/* A heading, rule, fence or HTML at the cursor.  False: none. */
static bool
try_leaf(struct scan *s, const struct line_cursor *mark, size_t matched,
    bool in_paragraph)
{
	size_t fence = line_fence_length(mark);
	int html = gfm_html_start(mark->text, mark->off, mark->end,
	    in_paragraph);

	if (fence == 0 && html == 0 && !line_is_heading(mark) &&
	    !line_is_rule(mark) &&
	    !(in_paragraph && line_underline(mark) != '\0'))
		return false;
	close_to(s, matched);
	if (fence > 0) {
		s->fence_char = line_char(mark);
		s->fence_len = fence;
		open_leaf(s, LEAF_FENCE);
	} else if (html > 0) {
		s->html_type = html;
		open_leaf(s, LEAF_HTML);
		html_line(s, mark);
	} else {
		open_leaf(s, LEAF_NONE);
		s->rule_depth = line_is_rule(mark) && !(in_paragraph &&
		    line_underline(mark) != '\0') ? s->depth + 1 : 0;
	}
	add_piece(s, s->section, mark->off);
	return true;
}

/* "[ ] " or "[x] " at the start of an item that began on this line. */
static bool
is_task(const struct line_cursor *mark)
{
	const char *text = mark->text + mark->off;

	return mark->end - mark->off > 3 && text[0] == '[' &&
	    (text[1] == ' ' || text[1] == 'x' || text[1] == 'X') &&
	    text[2] == ']' && (text[3] == ' ' || text[3] == '\t');
}

static bool
is_empty_task(const struct line_cursor *mark)
{
	struct line_cursor rest = *mark;

	rest.off += 3;
	return line_is_blank(rest);
}

/* "[ ]" and nothing else: no paragraph begins. */
static void
empty_task(struct scan *s, const struct line_cursor *mark)
{
	struct gfm_piece *piece;

	open_leaf(s, LEAF_NONE);
	piece = add_piece(s, s->section, mark->off);
	piece->end = mark->off;
	piece->kind = PIECE_TASK;
	piece->index = mark->text[mark->off + 1] != ' ';
	s->g->tasks++;
}

/* "starts": they begin a paragraph; "task": in a task's item. */
static void
words(struct scan *s, const struct line_cursor *mark, bool starts, bool task)
{
	struct gfm_piece *piece;

	if (starts)
		open_leaf(s, LEAF_PARAGRAPH);
	piece = add_piece(s, s->section, mark->off);
	if (task) {
		piece->task = mark->off;
		s->g->tasks++;
	}
	s->head_line = s->line;
	s->head_start = mark->off + (task ? 3 : 0);
	s->head_first = starts;
	s->head_lazy = false;
}

/* A line that goes on with a paragraph without all of its marks. */
static void
lazy_words(struct scan *s, const struct line_cursor *c,
    const struct line_cursor *mark)
{
	size_t section = section_at(s, s->depth), i;
	unsigned indent = 8;
	struct gfm_piece *piece;

	if (section == s->section) {
		words(s, mark, false, false);
		s->head_lazy = true;
		return;
	}
	/* White space that is passed as the indentation of items. */
	for (i = s->depth; s->stack[i - 1].kind != HOLDS_NOTE; i--)
		if (s->stack[i - 1].kind == HOLDS_ITEM)
			indent += s->stack[i - 1].width;
	s->section = section;
	s->from = *mark;
	words(s, mark, false, false);
	piece = &s->g->sections.items[section].list.items[
	    s->g->sections.items[section].list.len - 1];
	piece->lazy = true;
	piece->lazy_indent = line_indent(c) > 3 ? indent : 0;
	s->head_lazy = true;
}

/* What the line is behind the marks of what goes on. */
static void
read_line(struct scan *s, struct line_cursor c, size_t matched, bool goes_on)
{
	bool maybe_lazy = s->leaf == LEAF_PARAGRAPH;
	bool opened = false, item = false;
	enum leaf leaf = goes_on ? s->leaf : LEAF_NONE;
	struct line_cursor mark;

	for (;;) {
		mark = line_behind_indent(c);
		if (mark.off >= mark.end)
			break;
		if (line_indent(&c) > 3) {
			if (maybe_lazy)
				break;
			close_to(s, matched);
			open_leaf(s, LEAF_INDENTED);
			add_piece(s, s->section, c.off);
			return;
		}
		if (try_leaf(s, &mark, matched, leaf == LEAF_PARAGRAPH))
			return;
		if (!try_container(s, &c, matched, leaf == LEAF_PARAGRAPH)) {
			if (leaf == LEAF_PARAGRAPH && try_table(s, &mark))
				return;
			if (leaf == LEAF_TABLE) {
				add_row(s, &mark);
				return;
			}
			break;
		}
		if (s->failed)
			return;
		matched = s->depth;
		opened = true;
		item = s->stack[s->depth - 1].kind == HOLDS_ITEM;
		leaf = LEAF_NONE;
		maybe_lazy = false;
	}
	if (mark.off >= mark.end) {
		close_to(s, matched);
		s->leaf = LEAF_NONE;
		add_piece(s, s->section, mark.off);
	} else if (!opened && matched < s->depth && maybe_lazy) {
		lazy_words(s, &c, &mark);
	} else {
		bool task = item && is_task(&mark);

		close_to(s, matched);
		if (task && is_empty_task(&mark))
			empty_task(s, &mark);
		else
			words(s, &mark, leaf != LEAF_PARAGRAPH, task);
	}
}

/* A line of literal text.  False: it is none. */
static bool
try_literal(struct scan *s, const struct line_cursor *c)
{
	if (s->leaf != LEAF_FENCE && s->leaf != LEAF_INDENTED &&
	    s->leaf != LEAF_HTML)
		return false;
	if (literal_line(s, c))
		return true;
	s->leaf = LEAF_NONE;
	return false;
}

static bool
scan_line(struct scan *s, size_t line)
{
	const struct source_line *l = &s->g->source.items[line];
	struct line_cursor c = { s->g->source.text, l->start, l->end, 0, 0 };
	size_t matched;
	bool goes_on;

	s->line = line;
	s->end = l->end;
	s->from = c;
	s->section = 0;
	matched = match_containers(s, &c);
	goes_on = matched == s->depth;
	if (goes_on && try_literal(s, &c)) {
		s->was_blank = false;
		return true;
	}
	if (goes_on && s->leaf == LEAF_TABLE) {
		struct line_cursor mark = line_behind_indent(c);

		if (gfm_row(c.text, mark.off, c.end, NULL, 0) == 0)
			s->leaf = LEAF_NONE;
	}
	if (line_is_blank(c)) {
		read_line(s, c, matched, goes_on);
		s->was_blank = s->rule_depth != s->depth + 1 && s->depth > 0 &&
		    s->stack[s->depth - 1].kind == HOLDS_NOTE;
	} else {
		s->rule_depth = 0;
		read_line(s, c, matched, goes_on);
		s->was_blank = false;
	}
	return !s->failed;
}

/* What ends the block of literal text that the last line leaves open. */
static const char *
closing_line(struct scan *s)
{
	char *fence;

	if (s->depth > 0)
		return NULL;
	if (s->leaf == LEAF_HTML)
		return s->html_type < 6 ? "</pre>-->?>]]>" : "";
	if (s->leaf != LEAF_FENCE)
		return NULL;
	fence = arena_alloc(s->g->scratch, s->fence_len + 1);
	memset(fence, s->fence_char, s->fence_len);
	return fence;
}

bool
gfm_blocks(struct gfm *g)
{
	struct scan s = { .g = g };

	vec_push(g->scratch, &g->sections);
	for (size_t line = 0; line < g->source.count; line++) {
		if (!scan_line(&s, line))
			return false;
	}
	g->closing = closing_line(&s);
	return true;
}
