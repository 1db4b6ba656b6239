/* SPDX-License-Identifier: MIT */
/*
 * A grid to fill in: a card for each row on a narrow screen, the columns of a
 * table on a wide one, from the same fieldsets and labels.
 *
 * The heads of columns are written once, at the top; each place repeats its
 * head as the label of its control, which only narrow screens show.
 */
#include "site/html_write.h"

#include "base/arena.h"
#include "base/buf.h"
#include "doc/book.h"
#include "site/escape.h"

/* A head of a row that fits in the column that days need. */
#define SHORT_HEAD_BYTES 8

static void
write_heads(struct html *h, const struct doc_node *row)
{
	/* Who listens hears each head at its places, and not all at once. */
	buf_puts(h->out, "<div class=\"grid-heads\" aria-hidden=\"true\">\n");
	for (const struct doc_node *n = row->first; n != NULL; n = n->next) {
		buf_puts(h->out, "<p class=\"grid-head\"");
		html_id(h, n);
		buf_putc(h->out, '>');
		html_inlines(h, n);
		buf_puts(h->out, "</p>\n");
	}
	buf_puts(h->out, "</div>\n");
}

/* The words of the head above, once more: the website's, not the block's. */
static void
write_label_words(struct html *h, const struct doc_node *head)
{
	struct buf words;

	buf_init(&words);
	if (head != NULL)
		doc_plain_text(head, &words);
	escape_html(h->out, words.data);
	buf_release(&words);
}

static void
write_circles(struct html *h, const struct doc_node *cell,
    const struct doc_node *head)
{
	const char *count, *number;

	buf_puts(h->out, "<fieldset class=\"grid-cell circles\"");
	html_id(h, cell);
	buf_puts(h->out, "><legend data-web=\"\">");
	write_label_words(h, head);
	buf_puts(h->out, "</legend>\n");
	count = arena_printf(h->arena, "%d", cell->u.cell.count);
	for (int i = 1; i <= cell->u.cell.count; i++) {
		number = arena_printf(h->arena, "%d", i);
		buf_puts(h->out, "<label class=\"circle\" data-web=\"\">");
		html_radio(h, cell->id, i);
		buf_puts(h->out, " /><span>");
		escape_html(h->out, book_word_with(h->book, h->arena,
		    "circle-of", "number", number, "count", count, NULL));
		buf_puts(h->out, "</span></label>\n");
	}
	html_take_back(h, cell->id);
	buf_puts(h->out, "</fieldset>\n");
}

/* Circles with words of their own. */
static void
write_choices(struct html *h, const struct doc_node *cell,
    const struct doc_node *head)
{
	buf_puts(h->out, "<fieldset class=\"grid-cell cell-choices\"");
	html_id(h, cell);
	buf_puts(h->out, "><legend data-web=\"\">");
	write_label_words(h, head);
	buf_puts(h->out, "</legend>\n");
	for (int i = 0; i < cell->u.cell.count; i++) {
		buf_puts(h->out, "<label class=\"tick\">");
		html_radio(h, cell->id, i + 1);
		buf_puts(h->out, " /><span>");
		escape_html(h->out, cell->u.cell.words[i]);
		buf_puts(h->out, "</span></label>\n");
	}
	html_take_back(h, cell->id);
	buf_puts(h->out, "</fieldset>\n");
}

/* The circles of a row are one group, named by the first of them. */
static const char *
row_group(const struct doc_node *row)
{
	for (const struct doc_node *n = row->first; n != NULL; n = n->next) {
		if (n->u.cell.kind == CELL_CHOICE)
			return n->id;
	}
	return NULL;
}

static int
place_in_row(const struct doc_node *cell)
{
	int place;

	for (place = 0; cell->prev != NULL; cell = cell->prev)
		place++;
	return place;
}

/* A box to tick or a circle, with the head of the column as its words. */
static void
write_mark(struct html *h, const struct doc_node *cell,
    const struct doc_node *head)
{
	buf_puts(h->out, "<div class=\"grid-cell\"><label class=\"tick\" "
	    "data-web=\"\">");
	if (cell->u.cell.kind == CELL_CHOICE)
		html_radio(h, row_group(cell->parent), place_in_row(cell));
	else
		buf_puts(h->out, "<input type=\"checkbox\"");
	html_id(h, cell);
	buf_puts(h->out, " /><span>");
	write_label_words(h, head);
	buf_puts(h->out, "</span></label></div>\n");
}

static void
write_area(struct html *h, const struct doc_node *cell,
    const struct doc_node *head)
{
	buf_puts(h->out, "<div class=\"grid-cell\">");
	if (cell->id != NULL) {
		buf_puts(h->out, "<label data-web=\"\"");
		escape_attribute(h->out, "for", cell->id);
		buf_putc(h->out, '>');
		write_label_words(h, head);
		buf_puts(h->out, "</label>\n");
	}
	buf_puts(h->out, "<textarea class=\"write\" rows=\"2\"");
	html_id(h, cell);
	buf_puts(h->out, HTML_UNSENT "></textarea></div>\n");
}

static void
write_place(struct html *h, const struct doc_node *cell,
    const struct doc_node *head)
{
	switch (cell->u.cell.kind) {
	case CELL_CIRCLES:
		write_circles(h, cell, head);
		return;
	case CELL_CHOICES:
		write_choices(h, cell, head);
		return;
	case CELL_TICK:
	case CELL_CHOICE:
		write_mark(h, cell, head);
		return;
	case CELL_HEAD:
	case CELL_WRITE:
		write_area(h, cell, head);
		return;
	}
	BUG("cell %d", (int)cell->u.cell.kind);
}

static void
write_row(struct html *h, const struct doc_node *row,
    const struct doc_node *heads)
{
	const struct doc_node *cell, *head;

	buf_puts(h->out, "<fieldset class=\"grid-row\">");
	cell = row->first;
	head = heads->first;
	if (cell != NULL && cell->u.cell.kind == CELL_HEAD) {
		buf_puts(h->out, "<legend");
		html_id(h, cell);
		buf_putc(h->out, '>');
		html_inlines(h, cell);
		buf_puts(h->out, "</legend>\n");
		cell = cell->next;
	}
	for (; cell != NULL; cell = cell->next) {
		write_place(h, cell, head);
		if (head != NULL)
			head = head->next;
	}
	html_take_back(h, row_group(row));
	buf_puts(h->out, "</fieldset>\n");
}

/* Circles need a column of their own width. */
static bool
ends_in_circles(const struct doc_node *grid)
{
	return grid->last != NULL && grid->last->last != NULL &&
	    grid->last->kind == DOC_GRID_ROW &&
	    grid->last->last->u.cell.kind == CELL_CIRCLES;
}

/* "Mon" needs little room, "I feel close to my baby" more. */
static bool
has_long_heads(const struct doc_node *heads)
{
	struct buf words;
	size_t most = 0;

	for (const struct doc_node *row = heads->next; row != NULL;
	    row = row->next) {
		buf_init(&words);
		if (row->first != NULL)
			doc_plain_text(row->first, &words);
		if (words.len > most)
			most = words.len;
		buf_release(&words);
	}
	return most > SHORT_HEAD_BYTES;
}

void
html_grid(struct html *h, const struct doc_node *node)
{
	const struct doc_node *n, *heads;

	n = node->first;
	buf_puts(h->out, "<div class=\"grid-block\">\n");
	if (n != NULL && n->kind == DOC_LABEL) {
		buf_puts(h->out, "<p class=\"label\"");
		html_id(h, n);
		buf_putc(h->out, '>');
		html_inlines(h, n);
		buf_puts(h->out, "</p>\n");
		n = n->next;
	}
	buf_printf(h->out, "<div class=\"grid columns-%d%s%s\"",
	    node->u.grid.columns, ends_in_circles(node) ? " circles-last" : "",
	    n != NULL && has_long_heads(n) ? " long-heads" : "");
	/* Who listens hears how to fill it in before its first place. */
	if (node->u.grid.note != NULL && node->id != NULL) {
		buf_puts(h->out, " role=\"group\"");
		escape_attribute(h->out, "aria-describedby", node->id);
	}
	buf_puts(h->out, ">\n");
	heads = n;
	if (heads != NULL) {
		write_heads(h, heads);
		for (n = heads->next; n != NULL; n = n->next)
			write_row(h, n, heads);
	}
	buf_puts(h->out, "</div>\n");
	if (node->u.grid.note != NULL) {
		buf_puts(h->out, "<p class=\"muted\"");
		html_id(h, node);
		buf_putc(h->out, '>');
		escape_html(h->out, node->u.grid.note);
		buf_puts(h->out, "</p>\n");
	}
	buf_puts(h->out, "</div>\n");
}
