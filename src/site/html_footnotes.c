/* SPDX-License-Identifier: MIT */
/*
 * Footnotes -> HTML: a list at the page's end, with ways there and back.
 *
 * Comes in: footnotes as doc/footnotes.c orders them.  Goes out: elements with
 * roles of DPUB-ARIA 1.1.  Knows no pages.
 */
#include "site/html_write.h"

#include "base/arena.h"
#include "base/buf.h"
#include "doc/book.h"
#include "site/escape.h"

void
html_footnote_reference(struct html *h, const struct doc_node *node)
{
	const struct doc_node *footnote = node->u.reference.footnote;

	buf_puts(h->out, "<a class=\"footnote\" role=\"doc-noteref\"");
	escape_attribute(h->out, "href", arena_printf(h->arena, "#%s",
	    footnote->id));
	escape_attribute(h->out, "id", node->id);
	buf_printf(h->out, ">[%d]</a>", footnote->u.footnote.number);
}

/* To where a footnote is referred to, in the order of the text. */
static void
write_way_back(struct html *h, const struct doc_node *footnote)
{
	const struct doc_node *n;

	buf_puts(h->out, "<p class=\"footnote-back\" data-web=\"\">");
	for (n = footnote->u.footnote.first; n != NULL;
	    n = n->u.reference.next) {
		if (n != footnote->u.footnote.first)
			buf_puts(h->out, ", ");
		buf_puts(h->out, "<a role=\"doc-backlink\"");
		escape_attribute(h->out, "href", arena_printf(h->arena, "#%s",
		    n->id));
		buf_putc(h->out, '>');
		escape_html(h->out, book_word(h->book, "footnote-back"));
		buf_printf(h->out, " [%d]", footnote->u.footnote.number);
		if (footnote->u.footnote.references > 1)
			buf_printf(h->out, " (%d)",
			    n->u.reference.occurrence);
		buf_puts(h->out, "</a>");
	}
	buf_puts(h->out, "</p>\n");
}

void
html_footnotes(struct html *h, const struct doc_node *first)
{
	const struct doc_node *n;

	buf_puts(h->out, "<section class=\"footnotes\" role=\"doc-endnotes\"");
	escape_attribute(h->out, "aria-label", book_word(h->book,
	    "footnotes"));
	buf_puts(h->out, ">\n<ol>\n");
	for (n = first; n != NULL; n = n->next) {
		buf_puts(h->out, "<li");
		escape_attribute(h->out, "id", n->id);
		buf_puts(h->out, ">\n");
		html_children(h, n);
		write_way_back(h, n);
		buf_puts(h->out, "</li>\n");
	}
	buf_puts(h->out, "</ol>\n</section>\n");
}
