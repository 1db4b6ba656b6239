/* SPDX-License-Identifier: MIT */
/*
 * Comes in: a tree.  Goes out: for CommonMark's own nodes, the HTML that the
 * specification's examples show, byte for byte; html_fragment_additions.c has
 * the others.  Knows no page, no theme and no ids: that is html.c.
 */
#include <string.h>

#include "base/buf.h"
#include "doc/node.h"
#include "site/html.h"
#include "site/html_fragment_int.h"

void
fragment_escaped(struct buf *out, const char *s)
{
	for (; *s != '\0'; s++) {
		if (*s == '&')
			buf_puts(out, "&amp;");
		else if (*s == '<')
			buf_puts(out, "&lt;");
		else if (*s == '>')
			buf_puts(out, "&gt;");
		else if (*s == '"')
			buf_puts(out, "&quot;");
		else
			buf_putc(out, *s);
	}
}

void
fragment_address(struct buf *out, const char *s)
{
	static const char plain[] = "-_.+!*(),%#@?=;:/,+$~";

	for (; *s != '\0'; s++) {
		bool word = (*s >= 'a' && *s <= 'z') ||
		    (*s >= 'A' && *s <= 'Z') || (*s >= '0' && *s <= '9');

		if (*s == '&')
			buf_puts(out, "&amp;");
		else if (*s == '\'')
			buf_puts(out, "&#x27;");
		else if (word || strchr(plain, *s) != NULL)
			buf_putc(out, *s);
		else
			buf_printf(out, "%%%02X", (unsigned)(unsigned char)*s);
	}
}

void
fragment_line_start(struct buf *out)
{
	if (out->len > 0 && out->data[out->len - 1] != '\n')
		buf_putc(out, '\n');
}

static void
put_title(struct buf *out, const char *title)
{
	if (title == NULL)
		return;
	buf_puts(out, " title=\"");
	fragment_escaped(out, title);
	buf_putc(out, '"');
}

/* CommonMark 5.3: paragraphs of a tight list stand without their tags. */
static bool
is_tight(const struct doc_node *paragraph)
{
	const struct doc_node *item = paragraph->parent;

	return item != NULL && item->kind == DOC_ITEM &&
	    item->parent != NULL && item->parent->kind == DOC_LIST &&
	    item->parent->u.list.tight;
}

static void
put_code_block(struct buf *out, const struct doc_node *n)
{
	const char *info = n->u.code.info;

	fragment_line_start(out);
	buf_puts(out, "<pre><code");
	if (info != NULL && info[0] != '\0') {
		size_t len = strcspn(info, " \t\n\r\f\v");

		buf_puts(out, " class=\"language-");
		for (size_t i = 0; i < len; i++) {
			char one[2] = { info[i], '\0' };

			fragment_escaped(out, one);
		}
		buf_putc(out, '"');
	}
	buf_putc(out, '>');
	fragment_escaped(out, n->text);
	buf_puts(out, "</code></pre>\n");
}

static void
put_image(struct buf *out, const struct doc_node *n)
{
	buf_puts(out, "<img src=\"");
	fragment_address(out, n->u.image.src);
	buf_puts(out, "\" alt=\"");
	fragment_escaped(out, n->u.image.alt);
	buf_putc(out, '"');
	put_title(out, n->u.image.title);
	buf_puts(out, " />");
}

static void
put_list(struct buf *out, const struct doc_node *n, bool entering)
{
	fragment_line_start(out);
	if (!entering)
		buf_puts(out, n->u.list.ordered ? "</ol>\n" : "</ul>\n");
	else if (!n->u.list.ordered)
		buf_puts(out, "<ul>\n");
	else if (n->u.list.start == 1)
		buf_puts(out, "<ol>\n");
	else
		buf_printf(out, "<ol start=\"%d\">\n", n->u.list.start);
}

static void
put_paragraph(struct buf *out, const struct doc_node *n, bool entering)
{
	if (is_tight(n))
		return;
	if (!entering) {
		if (n->next == NULL && n->parent != NULL &&
		    n->parent->kind == DOC_FOOTNOTE) {
			buf_putc(out, ' ');
			fragment_back_links(out, n->parent);
		}
		buf_puts(out, "</p>\n");
		return;
	}
	fragment_line_start(out);
	buf_puts(out, "<p>");
}

static void
put_link(struct buf *out, const struct doc_node *n, bool entering)
{
	if (!entering) {
		buf_puts(out, "</a>");
		return;
	}
	buf_puts(out, "<a href=\"");
	fragment_address(out, n->u.link.href);
	buf_putc(out, '"');
	put_title(out, n->u.link.title);
	buf_putc(out, '>');
}

static void
put_code(struct buf *out, const struct doc_node *n)
{
	buf_puts(out, "<code>");
	fragment_escaped(out, n->text);
	buf_puts(out, "</code>");
}

/* A block's tag on a line of its own. */
static void
put_block_tag(struct buf *out, const char *tag)
{
	fragment_line_start(out);
	buf_puts(out, tag);
}

static void
put_heading(struct buf *out, const struct doc_node *n, bool entering)
{
	if (entering) {
		fragment_line_start(out);
		buf_printf(out, "<h%d>", n->u.heading.level);
	} else {
		buf_printf(out, "</h%d>\n", n->u.heading.level);
	}
}

static void
put_item(struct buf *out, const struct doc_node *n, bool entering)
{
	if (!entering) {
		buf_puts(out, "</li>\n");
		return;
	}
	put_block_tag(out, "<li>");
	if (n->u.item.task == TASK_OPEN)
		buf_puts(out, "<input type=\"checkbox\" disabled=\"\" /> ");
	else if (n->u.item.task == TASK_DONE)
		buf_puts(out, "<input type=\"checkbox\" checked=\"\" "
		    "disabled=\"\" /> ");
}

/* Blocks.  A literal HTML block brings its own line ends. */
static void
put_block(struct buf *out, const struct doc_node *n, bool entering)
{
	if (n->kind == DOC_QUOTE) {
		put_block_tag(out, entering ? "<blockquote>\n" :
		    "</blockquote>\n");
	} else if (n->kind == DOC_LIST) {
		put_list(out, n, entering);
	} else if (n->kind == DOC_ITEM) {
		put_item(out, n, entering);
	} else if (n->kind == DOC_PARAGRAPH) {
		put_paragraph(out, n, entering);
	} else if (n->kind == DOC_HEADING) {
		put_heading(out, n, entering);
	} else if (n->kind == DOC_CODE_BLOCK) {
		put_code_block(out, n);
	} else if (n->kind == DOC_RULE) {
		put_block_tag(out, "<hr />\n");
	} else if (n->kind == DOC_HTML_BLOCK) {
		put_block_tag(out, n->text);
		fragment_line_start(out);
	} else {
		fragment_addition(out, n, entering);
	}
}

static void
put_inline(struct buf *out, const struct doc_node *n, bool entering)
{
	if (n->kind == DOC_TEXT)
		fragment_escaped(out, n->text);
	else if (n->kind == DOC_SOFT_BREAK)
		buf_putc(out, '\n');
	else if (n->kind == DOC_LINE_BREAK)
		buf_puts(out, "<br />\n");
	else if (n->kind == DOC_CODE)
		put_code(out, n);
	else if (n->kind == DOC_HTML_INLINE)
		buf_puts(out, n->text);
	else if (n->kind == DOC_EMPHASIS)
		buf_puts(out, entering ? "<em>" : "</em>");
	else if (n->kind == DOC_STRONG)
		buf_puts(out, entering ? "<strong>" : "</strong>");
	else if (n->kind == DOC_LINK)
		put_link(out, n, entering);
	else if (n->kind == DOC_IMAGE)
		put_image(out, n);
	else
		fragment_addition(out, n, entering);
}

/*
 * The walk gives no EXIT for a node without children, but an empty heading or
 * item still has to be closed.
 */
static bool
closes_at_once(const struct doc_node *n)
{
	if (n->first != NULL)
		return false;
	return n->kind == DOC_QUOTE || n->kind == DOC_LIST ||
	    n->kind == DOC_ITEM || n->kind == DOC_PARAGRAPH ||
	    n->kind == DOC_HEADING || n->kind == DOC_EMPHASIS ||
	    n->kind == DOC_STRONG || n->kind == DOC_LINK ||
	    n->kind == DOC_TABLE_CELL || n->kind == DOC_FOOTNOTE ||
	    n->kind == DOC_STRIKE;
}

void
html_fragment(const struct doc_node *root, struct buf *out)
{
	struct doc_walk w = doc_walk_start(root);

	while (doc_walk_next(&w)) {
		void (*put)(struct buf *, const struct doc_node *, bool) =
		    doc_is_inline(w.node->kind) ? put_inline : put_block;

		put(out, w.node, w.entering);
		if (w.entering && closes_at_once(w.node))
			put(out, w.node, false);
	}
}
