/* SPDX-License-Identifier: MIT */
/*
 * Tables -> HTML: heads with their scope, cells with their side.
 *
 * Comes in: a DOC_TABLE.  Goes out: a table that a narrow screen can show, for
 * its cells wrap.  Knows no pages.
 */
#include "site/html_write.h"

#include <stddef.h>

#include "base/buf.h"

/* More than so many get too narrow on a phone for words to stay whole. */
#define MANY_COLUMNS 4

static const char *
align_class(enum doc_align align)
{
	switch (align) {
	case ALIGN_NONE:
	case ALIGN_START:
		break;
	case ALIGN_CENTRE:
		return " class=\"centre\"";
	case ALIGN_END:
		return " class=\"end\"";
	}
	return "";
}

static void
write_cell(struct html *h, const struct doc_node *cell, enum doc_align align,
    const char *scope)
{
	/* A head without words is no head: the corner of a table. */
	const char *element = scope != NULL && cell->first != NULL ? "th" :
	    "td";

	buf_printf(h->out, "<%s%s", element, align_class(align));
	if (element[1] == 'h')
		buf_printf(h->out, " scope=\"%s\"", scope);
	html_id(h, cell);
	buf_putc(h->out, '>');
	html_inlines(h, cell);
	buf_printf(h->out, "</%s>", element);
}

static void
write_row(struct html *h, const struct doc_node *row, bool head)
{
	const struct doc_node *table = row->parent, *cell;
	const char *scope;
	size_t column = 0;

	buf_puts(h->out, "<tr>");
	for (cell = row->first; cell != NULL; cell = cell->next) {
		/* Above nothing there are no heads. */
		scope = head && row->next != NULL ? "col" : NULL;
		if (!head && column == 0 && table->u.table.row_heads)
			scope = "row";
		write_cell(h, cell, table->u.table.aligns[column], scope);
		column++;
	}
	buf_puts(h->out, "</tr>\n");
}

void
html_table(struct html *h, const struct doc_node *node)
{
	const struct doc_node *row = node->first;

	buf_puts(h->out, node->u.table.columns > MANY_COLUMNS ?
	    "<table class=\"many\"" : "<table");
	html_id(h, node);
	buf_puts(h->out, ">\n");
	if (row->kind == DOC_CAPTION) {
		buf_puts(h->out, "<caption");
		html_id(h, row);
		buf_putc(h->out, '>');
		html_inlines(h, row);
		buf_puts(h->out, "</caption>\n");
		row = row->next;
	}
	buf_puts(h->out, "<thead>\n");
	write_row(h, row, true);
	buf_puts(h->out, "</thead>\n");
	if (row->next != NULL)
		buf_puts(h->out, "<tbody>\n");
	for (row = row->next; row != NULL; row = row->next) {
		write_row(h, row, false);
		if (row->next == NULL)
			buf_puts(h->out, "</tbody>\n");
	}
	buf_puts(h->out, "</table>\n");
}
