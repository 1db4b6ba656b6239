/* SPDX-License-Identifier: MIT */
/*
 * Comes in: the pieces of a text.  Goes out: the text for cmark, and where each
 * of its lines came from.  Its shape:
 *
 *	the text, with <!--^AT0--> for a table and <!--^AN0--> for a footnote
 *	<!--^AE-->
 *	-   <!--^AN0-->
 *	    what the footnote holds
 *	<!--^AC-->
 *	# words of a cell ^B
 *
 *	[^label]: <^A0>
 *
 * There are no empty lines between the parts: they would belong to code that
 * an item leaves open.  The last line makes cmark take references to footnotes
 * for links: it knows where code, links and escapes end.
 */
#include "read/gfm.h"

#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/map.h"
#include "base/messages.h"
#include "base/unicode.h"

/* cmark takes no longer labels for links, brackets and the caret included. */
#define LABEL_MOST 990

struct writer {
	struct gfm			*g;
	struct buf			 out;
	size_t				 line_start;
	VEC(struct line_origin)		 origins;
};

static void
end_line(struct writer *w, size_t line, long shift)
{
	struct line_origin *origin = vec_push(w->g->scratch, &w->origins);

	buf_putc(&w->out, '\n');
	origin->line = line;
	origin->shift = shift;
	w->line_start = w->out.len;
}

/* What is between the marks of the footnote and the words; tabs become the
 * spaces they stood for where they would mean another width. */
static void
put_marks(struct writer *w, const struct gfm_piece *piece, unsigned column)
{
	struct line_cursor c = piece->from;

	if (c.rest == 0 && c.column % 4 == column % 4) {
		buf_put(&w->out, c.text + c.off, piece->content - c.off);
		return;
	}
	while (c.off < piece->content) {
		struct line_cursor before = c;

		if (c.text[c.off] != '\t') {
			buf_putc(&w->out, c.text[c.off]);
			line_take_char(&c);
			continue;
		}
		line_skip_columns(&c, 1);
		while (c.off == before.off)
			line_skip_columns(&c, 1);
		buf_printf(&w->out, "%*s", (int)(c.column - before.column),
		    "");
	}
}

static void
put_words(struct writer *w, const struct gfm_piece *piece)
{
	const char *text = piece->from.text;
	size_t off = piece->content;

	if (piece->task != 0 || piece->kind != PIECE_TEXT)
		off = piece->end;
	if (piece->task != 0) {
		buf_printf(&w->out, "%c%c%c", GFM_MARK,
		    text[piece->task + 1], GFM_MARK);
		off = piece->task + 3;
	}
	if (off < piece->end)
		buf_put(&w->out, text + off, piece->end - off);
	if (piece->kind == PIECE_TABLE)
		buf_printf(&w->out, "<!--%cT%zu-->", GFM_MARK, piece->index);
	else if (piece->kind == PIECE_NOTE)
		buf_printf(&w->out, "<!--%cN%zu-->", GFM_MARK, piece->index);
	else if (piece->kind == PIECE_TASK)
		buf_printf(&w->out, "<!--%cK%zu-->", GFM_MARK, piece->index);
}

static bool
is_blank(const struct gfm_piece *piece)
{
	const char *text = piece->from.text;

	if (piece->kind != PIECE_TEXT)
		return false;
	for (size_t off = piece->from.off; off < piece->end; off++) {
		if (text[off] != ' ' && text[off] != '\t')
			return false;
	}
	return true;
}

static void
put_piece(struct writer *w, const struct gfm_piece *piece, bool in_note)
{
	const struct source_line *l =
	    &w->g->source.items[piece->line];
	long shift = 0;

	if (!is_blank(piece)) {
		if (piece->lazy)
			buf_printf(&w->out, "%*s", (int)piece->lazy_indent,
			    "");
		else if (in_note)
			buf_puts(&w->out, "    ");
		put_marks(w, piece, in_note ? 4 : 0);
		shift = (long)(piece->content - l->start) -
		    (long)(w->out.len - w->line_start);
		put_words(w, piece);
	} else if (!in_note) {
		buf_put(&w->out, piece->from.text + piece->from.off,
		    piece->end - piece->from.off);
	}
	if (l->end + 1 < w->g->source.len &&
	    w->g->source.text[l->end] == '\r' &&
	    w->g->source.text[l->end + 1] == '\n')
		buf_putc(&w->out, '\r');
	end_line(w, piece->line, shift);
}

static void
put_section(struct writer *w, size_t section)
{
	const struct gfm_pieces *pieces = &w->g->sections.items[section];

	for (size_t i = 0; i < pieces->list.len; i++)
		put_piece(w, &pieces->list.items[i], section > 0);
}

/* A line of our own. */
static void
put_line(struct writer *w, const char *line)
{
	buf_puts(&w->out, line);
	end_line(w, 0, 0);
}

static void
put_mark(struct writer *w, const char *before, char kind, size_t index)
{
	buf_printf(&w->out, "%s<!--%c%c%zu-->", before, GFM_MARK, kind,
	    index);
	end_line(w, 0, 0);
}

/* "\|" in a cell stands for "|", in code too. */
static void
put_cell(struct writer *w, const struct gfm_cell *cell)
{
	struct gfm *g = w->g;
	const char *text = g->source.text;
	VEC(size_t) removed = { NULL, 0, 0 };
	struct line_origin *origin;

	buf_puts(&w->out, "# ");
	for (size_t off = cell->start; off < cell->end; off++) {
		if (text[off] == '\\' && off + 1 < cell->end &&
		    text[off + 1] == '|') {
			*vec_push(g->scratch, &removed) =
			    w->out.len - w->line_start;
			continue;
		}
		buf_putc(&w->out, text[off]);
	}
	buf_puts(&w->out, GFM_CELL_END);
	end_line(w, cell->line, (long)(cell->start -
	    g->source.items[cell->line].start) - 2);
	origin = &w->origins.items[w->origins.len - 1];
	origin->removed = removed.items;
	origin->removed_count = removed.len;
}

static bool
can_be_label(const char *label)
{
	size_t len = strlen(label), slashes = 0;

	while (slashes < len && label[len - 1 - slashes] == '\\')
		slashes++;
	return len <= LABEL_MOST && strchr(label, '[') == NULL &&
	    slashes % 2 == 0;
}

static void
put_label(struct writer *w, size_t index)
{
	struct gfm *g = w->g;
	const struct gfm_note *note = &g->notes.items[index];

	if (!map_add(g->labels, unicode_fold(g->scratch, note->label),
	    &g->notes.items[index])) {
		diag_say(g->dl, note->at, NULL, SAY_FOOTNOTE_TWICE,
		    note->label);
		return;
	}
	if (!can_be_label(note->label))
		return;
	put_line(w, "");
	buf_printf(&w->out, "[^%s]: <%c%zu>", note->label, GFM_MARK, index);
	end_line(w, 0, 0);
}

void
gfm_write(struct gfm *g)
{
	struct writer w = { .g = g };

	buf_init(&w.out);
	put_section(&w, 0);
	if (g->closing != NULL)
		put_line(&w, g->closing);
	put_mark(&w, "", 'E', 0);
	for (size_t i = 0; i < g->notes.len; i++) {
		put_mark(&w, "-   ", 'N', i);
		put_section(&w, i + 1);
	}
	put_mark(&w, "", 'C', 0);
	for (size_t i = 0; i < g->cells.len; i++) {
		if (g->cells.items[i].end > g->cells.items[i].start)
			put_cell(&w, &g->cells.items[i]);
	}
	for (size_t i = 0; i < g->notes.len; i++)
		put_label(&w, i);
	g->text = arena_strndup(g->scratch, w.out.data, w.out.len);
	g->len = w.out.len;
	/* Where the text ends is asked as well. */
	end_line(&w, 0, 0);
	g->origins = w.origins.items;
	buf_release(&w.out);
}
