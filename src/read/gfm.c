/* SPDX-License-Identifier: MIT */
/*
 * The two ends of GitHub's additions: what is asked before cmark and what is
 * put back behind it.
 */
#include "read/gfm.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/map.h"
#include "base/messages.h"
#include "base/str.h"
#include "base/unicode.h"

bool
gfm_prepare(struct gfm *g, struct arena *a, struct arena *scratch,
    struct diag_list *dl, struct span first, const char *text, size_t len)
{
	*g = (struct gfm){ .arena = a, .scratch = scratch, .dl = dl,
	    .text = text, .len = len };
	g->labels = map_new(scratch);
	if (!source_lines_split(scratch, dl, first, text, len, &g->source) ||
	    !gfm_blocks(g))
		return false;
	if (g->tables.len > 0 || g->notes.len > 0 || g->tasks > 0)
		gfm_write(g);
	return true;
}

long
gfm_find_note(struct gfm *g, const char *label, size_t len)
{
	const struct gfm_note *note;

	note = map_find(g->labels, unicode_fold(g->scratch, str_trim(
	    g->scratch, arena_strndup(g->scratch, label, len))));
	return note == NULL ? -1 : (long)(note - g->notes.items);
}

/* Is it a mark of ours of this kind?  Then *index is its number. */
static bool
is_mark(const struct doc_node *n, char kind, size_t *index)
{
	const char start[] = { '<', '!', '-', '-', GFM_MARK, kind, '\0' };
	const char *text;

	if (n == NULL || n->kind != DOC_HTML_BLOCK)
		return false;
	text = n->text + strspn(n->text, " \t");
	if (!str_starts(text, start))
		return false;
	*index = strtoul(text + sizeof(start) - 1, NULL, 10);
	return true;
}

/* The end of a text is the end of its words. */
static void
strip_cell_end(struct gfm *g, struct doc_node *cell)
{
	struct doc_node *text = cell->last;
	size_t len, end = sizeof(GFM_CELL_END) - 1;

	if (text == NULL || text->kind != DOC_TEXT ||
	    (len = strlen(text->text)) < end ||
	    !str_equal(text->text + len - end, GFM_CELL_END))
		BUG("the words of a cell have no end");
	text->text = arena_strndup(g->arena, text->text, len - end);
	if (len == end)
		doc_unlink(text);
}

/* "^Ax^A words" at the start of an item. */
static void
take_task_words(struct doc_node *item)
{
	struct doc_node *text = item->first->first;
	size_t space;

	if (text == NULL || text->kind != DOC_TEXT ||
	    text->text[0] != GFM_MARK || text->text[1] == '\0' ||
	    text->text[2] != GFM_MARK)
		return;
	item->u.item.task = text->text[1] == ' ' ? TASK_OPEN : TASK_DONE;
	space = strspn(text->text + 3, " \t");
	text->at.col += (unsigned)(3 + space);
	text->text += 3 + space;
	/* Words may begin with something else than text. */
	if (text->text[0] == '\0')
		doc_unlink(text);
}

static void
take_tasks(struct doc_node *document)
{
	struct doc_node *n;
	size_t done;

	for (n = document; n != NULL; n = doc_following(document, n)) {
		if (n->kind != DOC_ITEM || n->first == NULL)
			continue;
		if (n->first->kind == DOC_PARAGRAPH ||
		    n->first->kind == DOC_HEADING) {
			take_task_words(n);
		} else if (is_mark(n->first, 'K', &done)) {
			n->u.item.task = done == 0 ? TASK_OPEN : TASK_DONE;
			doc_unlink(n->first);
		}
	}
}

static void
finish_inlines(struct gfm *g, const struct source_lines *lines,
    struct doc_node *block)
{
	struct gfm_inlines in = { g, lines, block, 0 };

	gfm_split_texts(&in);
	gfm_references(&in);
	gfm_web_addresses(&in);
	gfm_strikes(&in);
	gfm_join_texts(&in);
	gfm_mail_addresses(&in);
}

void
gfm_words(struct arena *a, struct diag_list *dl,
    const struct source_lines *lines, struct doc_node *block)
{
	struct gfm g = { .arena = a, .scratch = a, .dl = dl };
	struct gfm_inlines in = { &g, lines, block, 0 };

	gfm_split_texts(&in);
	gfm_strikes(&in);
	gfm_join_texts(&in);
}

static void
move_children(struct doc_node *from, struct doc_node *to)
{
	struct doc_node *child;

	while ((child = from->first) != NULL) {
		doc_unlink(child);
		doc_append(to, child);
	}
}

/* What was put behind the text. */
struct taken {
	struct doc_node	**notes;	/* items of lists */
	struct doc_node	**cells;	/* headings, NULL for empty ones */
};

static void
take_notes(struct gfm *g, struct doc_node *list, struct taken *t)
{
	struct doc_node *item, *mark;
	size_t index;

	for (item = list->first; item != NULL; item = item->next) {
		mark = item->first;
		if (!is_mark(mark, 'N', &index) || index >= g->notes.len)
			BUG("an item that is no footnote");
		doc_unlink(mark);
		t->notes[index] = item;
	}
}

/* The headings from "n" on, one for each cell that is not empty. */
static void
take_cells(struct gfm *g, struct doc_node *n, struct taken *t)
{
	struct doc_node *next;

	for (size_t i = 0; i < g->cells.len; i++) {
		if (g->cells.items[i].start == g->cells.items[i].end)
			continue;
		if (n == NULL || n->kind != DOC_HEADING)
			BUG("the words of cell %zu are lost", i);
		next = n->next;
		doc_unlink(n);
		strip_cell_end(g, n);
		t->cells[i] = n;
		n = next;
	}
	if (n != NULL)
		BUG("a %s behind the cells", doc_kind_name(n->kind));
}

/* Takes everything from the mark of the end on out of the document. */
static void
take_apart(struct gfm *g, struct doc_node *document, struct taken *t)
{
	struct doc_node *n = document->last, *next;
	size_t index;

	t->notes = ARENA_ARRAY(g->scratch, struct doc_node *, g->notes.len);
	t->cells = ARENA_ARRAY(g->scratch, struct doc_node *, g->cells.len);
	while (n != NULL && !is_mark(n, 'E', &index))
		n = n->prev;
	if (n == NULL)
		BUG("the mark of a text's end is lost");
	for (; n != NULL && !is_mark(n, 'C', &index); n = next) {
		next = n->next;
		doc_unlink(n);
		if (n->kind == DOC_LIST)
			take_notes(g, n, t);
		else if (!is_mark(n, 'E', &index))
			BUG("a %s behind the text", doc_kind_name(n->kind));
	}
	if (n == NULL)
		BUG("the mark of the cells is lost");
	next = n->next;
	doc_unlink(n);
	take_cells(g, next, t);
}

/* "Table: words" right above a table is its caption. */
static void
take_caption(struct gfm *g, struct doc_node *table)
{
	struct doc_node *above = table->prev, *text, *caption;
	size_t skip = strlen("Table:");

	if (above == NULL || above->kind != DOC_PARAGRAPH)
		return;
	text = above->first;
	if (text == NULL || text->kind != DOC_TEXT ||
	    !str_starts(text->text, "Table: "))
		return;
	skip += strspn(text->text + skip, " ");
	text->text += skip;
	text->at.col += (unsigned)skip;
	if (text->text[0] == '\0')
		doc_unlink(text);
	doc_unlink(above);
	caption = doc_new(g->arena, DOC_CAPTION, above->at);
	move_children(above, caption);
	doc_append(table, caption);
}

static bool
is_strong(const struct doc_node *cell)
{
	return cell->first != NULL && cell->first->next == NULL &&
	    cell->first->kind == DOC_STRONG;
}

/* See u.table.row_heads. */
static bool
has_row_heads(const struct doc_node *head)
{
	const struct doc_node *row;

	if (head->next == NULL || head->first->next == NULL)
		return false;
	if (head->first->first == NULL)
		return true;
	for (row = head->next; row != NULL; row = row->next) {
		if (!is_strong(row->first))
			return false;
	}
	return true;
}

static struct doc_node *
make_row(struct gfm *g, size_t first, size_t columns, const struct taken *t)
{
	const struct gfm_cell *cell = &g->cells.items[first];
	struct doc_node *row, *n;

	row = doc_new(g->arena, DOC_TABLE_ROW, source_lines_place(&g->source,
	    cell->line, cell->start));
	for (size_t i = first; i < first + columns; i++, cell++) {
		n = doc_new(g->arena, DOC_TABLE_CELL, source_lines_place(
		    &g->source, cell->line, cell->start));
		doc_append(row, n);
		if (t->cells[i] != NULL)
			move_children(t->cells[i], n);
	}
	return row;
}

static struct doc_node *
put_table(struct gfm *g, struct doc_node *mark, size_t index,
    const struct taken *t)
{
	const struct gfm_table *from = &g->tables.items[index];
	struct doc_node *table = doc_new(g->arena, DOC_TABLE, from->at);
	struct doc_node *head;

	table->u.table.columns = from->columns;
	table->u.table.aligns = from->aligns;
	doc_insert_before(mark, table);
	doc_unlink(mark);
	if (from->task != TASK_NONE && table->parent->kind == DOC_ITEM)
		table->parent->u.item.task = from->task;
	take_caption(g, table);
	head = make_row(g, from->first_cell, from->columns, t);
	doc_append(table, head);
	for (size_t i = 1; i < from->rows; i++)
		doc_append(table, make_row(g, from->first_cell +
		    i * from->columns, from->columns, t));
	table->u.table.row_heads = has_row_heads(head);
	return table;
}

static struct doc_node *
put_note(struct gfm *g, struct doc_node *mark, size_t index, struct taken *t)
{
	const struct gfm_note *from = &g->notes.items[index];
	struct doc_node *note = g->note_nodes[index];

	note->u.footnote.label = from->label;
	doc_insert_before(mark, note);
	doc_unlink(mark);
	if (t->notes[index] == NULL)
		BUG("the words of footnote [^%s] are lost", from->label);
	move_children(t->notes[index], note);
	t->notes[index] = NULL;
	return note;
}

/* Puts tables and footnotes where their marks are, also in each other. */
static void
put_back(struct gfm *g, struct doc_node *document, struct taken *t)
{
	struct doc_node *n;
	size_t index;

	for (n = document; n != NULL; n = doc_following(document, n)) {
		if (is_mark(n, 'T', &index) && index < g->tables.len)
			n = put_table(g, n, index, t);
		else if (is_mark(n, 'N', &index) && index < g->notes.len)
			n = put_note(g, n, index, t);
	}
	for (size_t i = 0; i < g->notes.len; i++) {
		if (t->notes[i] != NULL)
			BUG("the mark of footnote [^%s] is lost",
			    g->notes.items[i].label);
	}
}

static void
tell_unused(struct gfm *g)
{
	for (size_t i = 0; i < g->notes.len; i++) {
		/* Of a second one of the same name more has been said. */
		if (g->note_nodes[i]->u.footnote.references > 0 ||
		    map_find(g->labels, unicode_fold(g->scratch,
		    g->notes.items[i].label)) != &g->notes.items[i])
			continue;
		diag_say(g->dl, g->notes.items[i].at, arena_printf(g->arena,
		    HINT_FOOTNOTE_UNUSED, g->notes.items[i].label),
		    SAY_FOOTNOTE_UNUSED, g->notes.items[i].label);
	}
}

/* A fence that the text leaves open was closed for cmark. */
static void
tell_closed(struct doc_node *document)
{
	struct doc_node *n = document->first;
	size_t index;

	while (n != NULL && !is_mark(n, 'E', &index))
		n = n->next;
	if (n != NULL && n->prev != NULL && n->prev->kind == DOC_CODE_BLOCK)
		n->prev->u.code.open = true;
}

void
gfm_finish(struct gfm *g, const struct source_lines *lines,
    struct doc_node *document)
{
	struct doc_node *n;
	struct taken taken;

	g->note_nodes = ARENA_ARRAY(g->scratch, struct doc_node *,
	    g->notes.len);
	for (size_t i = 0; i < g->notes.len; i++)
		g->note_nodes[i] = doc_new(g->arena, DOC_FOOTNOTE,
		    g->notes.items[i].at);
	for (n = document; n != NULL; n = doc_following(document, n)) {
		if (doc_is_text_block(n->kind))
			finish_inlines(g, lines, n);
	}
	if (g->origins == NULL)
		return;
	if (g->closing != NULL)
		tell_closed(document);
	take_tasks(document);
	take_apart(g, document, &taken);
	put_back(g, document, &taken);
	doc_gather_footnotes(g->arena, document);
	tell_unused(g);
}
