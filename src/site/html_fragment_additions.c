/* SPDX-License-Identifier: MIT */
/*
 * Comes in: nodes that CommonMark does not have.  Goes out: the HTML that
 * cmark-gfm 0.29.0.gfm.6 makes of tables, footnotes and struck words, byte for
 * byte; captions, callouts and figures, which it does not have, in plain
 * elements.
 */
#include <stddef.h>

#include "base/buf.h"
#include "doc/node.h"
#include "site/html_fragment_int.h"

static void
put_tag_on_line(struct buf *out, const char *tag)
{
	fragment_line_start(out);
	buf_puts(out, tag);
}

static void
put_table(struct buf *out, const struct doc_node *n, bool entering)
{
	if (entering) {
		put_tag_on_line(out, "<table>");
		return;
	}
	if (n->last->prev != NULL && n->last->prev->kind == DOC_TABLE_ROW)
		put_tag_on_line(out, "</tbody>");
	put_tag_on_line(out, "</table>\n");
}

static bool
is_head(const struct doc_node *row)
{
	return row->prev == NULL || row->prev->kind == DOC_CAPTION;
}

static void
put_row(struct buf *out, const struct doc_node *n, bool entering)
{
	if (!entering) {
		put_tag_on_line(out, "</tr>");
		if (is_head(n))
			put_tag_on_line(out, "</thead>");
		return;
	}
	if (is_head(n))
		put_tag_on_line(out, "<thead>");
	else if (is_head(n->prev))
		put_tag_on_line(out, "<tbody>");
	put_tag_on_line(out, "<tr>");
}

static enum doc_align
align_of(const struct doc_node *cell)
{
	const struct doc_node *n;
	size_t column = 0;

	for (n = cell->prev; n != NULL; n = n->prev)
		column++;
	return cell->parent->parent->u.table.aligns[column];
}

static void
put_cell(struct buf *out, const struct doc_node *n, bool entering)
{
	const char *element = is_head(n->parent) ? "th" : "td";
	const char *align = "";

	if (!entering) {
		buf_printf(out, "</%s>", element);
		return;
	}
	switch (align_of(n)) {
	case ALIGN_NONE:
		break;
	case ALIGN_START:
		align = " align=\"left\"";
		break;
	case ALIGN_CENTRE:
		align = " align=\"center\"";
		break;
	case ALIGN_END:
		align = " align=\"right\"";
		break;
	}
	fragment_line_start(out);
	buf_printf(out, "<%s%s>", element, align);
}

/* "fnref-label", with "-2" and so on for further references. */
static void
put_reference_name(struct buf *out, const struct doc_node *footnote,
    int occurrence)
{
	buf_puts(out, "fnref-");
	fragment_address(out, footnote->u.footnote.label);
	if (occurrence > 1)
		buf_printf(out, "-%d", occurrence);
}

void
fragment_back_links(struct buf *out, const struct doc_node *footnote)
{
	for (int i = 1; i <= footnote->u.footnote.references; i++) {
		buf_puts(out, i > 1 ? " <a href=\"#" : "<a href=\"#");
		put_reference_name(out, footnote, i);
		buf_puts(out, "\" class=\"footnote-backref\" "
		    "data-footnote-backref aria-label=\"Back to content\">"
		    "\xE2\x86\xA9");
		if (i > 1)
			buf_printf(out, "<sup class=\"footnote-ref\">%d</sup>",
			    i);
		buf_puts(out, "</a>");
	}
}

static void
put_footnote(struct buf *out, const struct doc_node *n, bool entering)
{
	if (entering) {
		if (n->prev == NULL || n->prev->kind != DOC_FOOTNOTE)
			put_tag_on_line(out, "<section class=\"footnotes\" "
			    "data-footnotes>\n<ol>\n");
		buf_puts(out, "<li id=\"fn-");
		fragment_address(out, n->u.footnote.label);
		buf_puts(out, "\">\n");
		return;
	}
	if (n->last == NULL || n->last->kind != DOC_PARAGRAPH) {
		fragment_back_links(out, n);
		buf_putc(out, '\n');
	}
	buf_puts(out, "</li>\n");
	if (n->next == NULL)
		buf_puts(out, "</ol>\n</section>\n");
}

static void
put_reference(struct buf *out, const struct doc_node *n)
{
	const struct doc_node *footnote = n->u.reference.footnote;

	buf_puts(out, "<sup class=\"footnote-ref\"><a href=\"#fn-");
	fragment_address(out, footnote->u.footnote.label);
	buf_puts(out, "\" id=\"");
	put_reference_name(out, footnote, n->u.reference.occurrence);
	buf_printf(out, "\" data-footnote-ref>%d</a></sup>",
	    footnote->u.footnote.number);
}

static void
put_callout(struct buf *out, const struct doc_node *n, bool entering)
{
	static const char *const names[CALLOUT_COUNT] = {
		[CALLOUT_DO] = "do", [CALLOUT_AVOID] = "avoid",
		[CALLOUT_TRY] = "try", [CALLOUT_NOTE] = "note",
		[CALLOUT_HELP] = "help", [CALLOUT_URGENT] = "urgent",
		[CALLOUT_EMERGENCY] = "emergency"
	};

	fragment_line_start(out);
	if (entering)
		buf_printf(out, "<div class=\"callout callout-%s\">\n",
		    names[n->u.callout.kind]);
	else
		buf_puts(out, "</div>\n");
}

static void
put_figure(struct buf *out, const struct doc_node *n, bool entering)
{
	if (entering) {
		put_tag_on_line(out, "<figure>\n<img src=\"");
		fragment_address(out, n->u.image.src);
		buf_puts(out, "\" alt=\"");
		fragment_escaped(out, n->u.image.alt);
		buf_puts(out, "\" />\n");
	}
	if (!entering || n->first == NULL)
		put_tag_on_line(out, "</figure>\n");
}

/* The caption of a table or figure, the title of a callout. */
static void
put_words(struct buf *out, const struct doc_node *n, bool entering)
{
	const char *element = "p";

	if (n->kind == DOC_CAPTION)
		element = n->parent->kind == DOC_TABLE ? "caption" :
		    "figcaption";
	if (!entering)
		buf_printf(out, "</%s>\n", element);
	else if (n->kind == DOC_LABEL && n->parent->kind == DOC_CALLOUT)
		put_tag_on_line(out, "<p class=\"callout-title\">");
	else {
		fragment_line_start(out);
		buf_printf(out, "<%s>", element);
	}
}

void
fragment_addition(struct buf *out, const struct doc_node *n, bool entering)
{
	if (n->kind == DOC_TABLE)
		put_table(out, n, entering);
	else if (n->kind == DOC_TABLE_ROW)
		put_row(out, n, entering);
	else if (n->kind == DOC_TABLE_CELL)
		put_cell(out, n, entering);
	else if (n->kind == DOC_FOOTNOTE)
		put_footnote(out, n, entering);
	else if (n->kind == DOC_FOOTNOTE_REFERENCE)
		put_reference(out, n);
	else if (n->kind == DOC_STRIKE)
		buf_puts(out, entering ? "<del>" : "</del>");
	else if (n->kind == DOC_LANGUAGE && entering)
		buf_printf(out, "<span lang=\"%s\">", n->u.language.tag);
	else if (n->kind == DOC_LANGUAGE)
		buf_puts(out, "</span>");
	else if (n->kind == DOC_CALLOUT)
		put_callout(out, n, entering);
	else if (n->kind == DOC_FIGURE)
		put_figure(out, n, entering);
	else if (n->kind == DOC_CAPTION || n->kind == DOC_LABEL)
		put_words(out, n, entering);
}
