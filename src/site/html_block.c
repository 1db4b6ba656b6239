/* SPDX-License-Identifier: MIT */
/*
 * Blocks of the guide -> HTML.
 *
 * Comes in: a resolved tree.  Goes out: elements with the blocks' ids.  Knows
 * no pages, no templates.  Recursion is as deep as the tree, which read/ caps.
 */
#include "site/html_write.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/map.h"
#include "doc/book.h"
#include "site/escape.h"

static void write_block(struct html *h, const struct doc_node *node);

void
html_id(struct html *h, const struct doc_node *node)
{
	if (node->id == NULL)
		return;
	escape_attribute(h->out, "id", node->id);
	buf_puts(h->out, " data-block=\"\"");
}

static void
text_block(struct html *h, const struct doc_node *node, const char *element)
{
	buf_printf(h->out, "<%s", element);
	html_id(h, node);
	buf_putc(h->out, '>');
	html_inlines(h, node);
	buf_printf(h->out, "</%s>\n", element);
}

static void
write_heading(struct html *h, const struct doc_node *node)
{
	char element[3] = "h2";

	element[1] = (char)('0' + (node->u.heading.level < 2 ? 2 :
	    node->u.heading.level));
	text_block(h, node, element);
}

/* A drawn box, not a control: there is nothing to change on a page. */
static void
write_task(struct html *h, const struct doc_node *item)
{
	bool done = item->u.item.task == TASK_DONE;

	if (item->u.item.task == TASK_NONE)
		return;
	buf_printf(h->out, "<span class=\"task-box%s\" role=\"img\"",
	    done ? " task-done" : "");
	escape_attribute(h->out, "aria-label", book_word(h->book, done ?
	    "task-done" : "task-open"));
	buf_puts(h->out, "></span> ");
}

/* The paragraph of a tight item has no element: its id is the item's. */
static void
write_item(struct html *h, const struct doc_node *item, bool tight)
{
	const struct doc_node *child;

	child = item->first;
	buf_puts(h->out, item->u.item.task == TASK_NONE ? "<li" :
	    "<li class=\"task\"");
	if (tight && child != NULL && child->kind == DOC_PARAGRAPH) {
		html_id(h, child);
		buf_putc(h->out, '>');
		write_task(h, item);
		html_inlines(h, child);
		child = child->next;
		if (child != NULL)
			buf_putc(h->out, '\n');
	} else {
		buf_puts(h->out, ">\n");
		write_task(h, item);
	}
	for (; child != NULL; child = child->next)
		write_block(h, child);
	buf_puts(h->out, "</li>\n");
}

static void
write_list(struct html *h, const struct doc_node *list)
{
	const char *element;

	element = list->u.list.ordered ? "ol" : "ul";
	buf_printf(h->out, "<%s", element);
	if (list->u.list.ordered && list->u.list.start != 1)
		buf_printf(h->out, " start=\"%d\"", list->u.list.start);
	buf_puts(h->out, ">\n");
	for (const struct doc_node *n = list->first; n != NULL; n = n->next)
		write_item(h, n, list->u.list.tight);
	buf_printf(h->out, "</%s>\n", element);
}

static const char *
callout_name(enum doc_callout kind)
{
	switch (kind) {
	case CALLOUT_DO:
		return "do";
	case CALLOUT_AVOID:
		return "avoid";
	case CALLOUT_TRY:
		return "try";
	case CALLOUT_NOTE:
		return "note";
	case CALLOUT_HELP:
		return "help";
	case CALLOUT_URGENT:
		return "urgent";
	case CALLOUT_EMERGENCY:
		return "emergency";
	case CALLOUT_COUNT:
		break;
	}
	BUG("callout %d", (int)kind);
}

static void
write_callout(struct html *h, const struct doc_node *node)
{
	const struct doc_node *child;

	child = node->first;
	/* Landmarks with the same name twice on a page confuse; a note is no
	 * landmark. */
	buf_printf(h->out, "<aside class=\"callout callout-%s\" role=\"note\"",
	    callout_name(node->u.callout.kind));
	html_id(h, node);
	if (child != NULL && child->kind == DOC_LABEL && child->id != NULL)
		escape_attribute(h->out, "aria-labelledby", child->id);
	buf_puts(h->out, ">\n");
	if (child != NULL && child->kind == DOC_LABEL) {
		buf_puts(h->out, "<div class=\"callout-head\">");
		buf_puts(h->out, h->icons->callouts[node->u.callout.kind]);
		buf_puts(h->out, "<p class=\"label\"");
		html_id(h, child);
		buf_putc(h->out, '>');
		html_inlines(h, child);
		buf_puts(h->out, "</p></div>\n");
		child = child->next;
	}
	buf_puts(h->out, "<div class=\"callout-body\">\n");
	for (; child != NULL; child = child->next)
		write_block(h, child);
	buf_puts(h->out, "</div>\n</aside>\n");
}

static void
write_figure(struct html *h, const struct doc_node *node)
{
	const struct drawing *drawing;

	drawing = node->u.image.drawing;
	if (drawing == NULL && h->book->drawings != NULL)
		drawing = map_find(h->book->drawings, node->u.image.src);
	buf_puts(h->out, "<figure");
	html_id(h, node);
	buf_puts(h->out, ">\n");
	if (drawing != NULL)
		html_drawing(h, drawing, node->u.image.alt,
		    node->u.image.decorative);
	else if (node->u.image.picture != NULL)
		html_picture(h, node->u.image.picture, node->u.image.alt);
	for (const struct doc_node *n = node->first; n != NULL; n = n->next) {
		if (n->kind == DOC_CAPTION)
			text_block(h, n, "figcaption");
	}
	buf_puts(h->out, "</figure>\n");
}

static void
write_facts(struct html *h, const struct doc_node *node)
{
	buf_puts(h->out, "<dl class=\"facts\">\n");
	for (const struct doc_node *n = node->first; n != NULL; n = n->next) {
		buf_puts(h->out, "<div><dt>");
		escape_html(h->out, n->u.fact.name);
		buf_puts(h->out, "</dt> ");
		text_block(h, n, "dd");
		buf_puts(h->out, "</div>\n");
	}
	buf_puts(h->out, "</dl>\n");
}

/* The list of chapters, inside a chapter. */
static void
write_contents(struct html *h, const struct doc_node *node)
{
	const struct chapter *c;

	buf_puts(h->out, "<ul class=\"contents\"");
	html_id(h, node);
	buf_puts(h->out, ">\n");
	for (size_t i = 0; i < h->book->chapter_count; i++) {
		c = &h->book->chapters[i];
		buf_puts(h->out, "<li><a");
		escape_attribute(h->out, "href", html_chapter_href(h, c, NULL));
		buf_putc(h->out, '>');
		escape_html(h->out, c->title);
		buf_puts(h->out, "</a></li>\n");
	}
	buf_puts(h->out, "</ul>\n");
}

static void
write_code_block(struct html *h, const struct doc_node *node)
{
	buf_puts(h->out, "<pre");
	html_id(h, node);
	buf_puts(h->out, "><code>");
	escape_html(h->out, node->text);
	buf_puts(h->out, "</code></pre>\n");
}

static void
write_block(struct html *h, const struct doc_node *node)
{
	/* lint: long because every kind of node has its case. */
	switch (node->kind) {
	case DOC_PARAGRAPH:
		text_block(h, node, "p");
		break;
	case DOC_HEADING:
		write_heading(h, node);
		break;
	case DOC_QUOTE:
		buf_puts(h->out, "<blockquote>\n");
		html_children(h, node);
		buf_puts(h->out, "</blockquote>\n");
		break;
	case DOC_LIST:
		write_list(h, node);
		break;
	case DOC_CODE_BLOCK:
		write_code_block(h, node);
		break;
	case DOC_RULE:
		buf_puts(h->out, "<hr />\n");
		break;
	case DOC_CALLOUT:
		write_callout(h, node);
		break;
	case DOC_LABEL:
	case DOC_CAPTION:
		text_block(h, node, "p");
		break;
	case DOC_FIGURE:
		write_figure(h, node);
		break;
	case DOC_CONTENTS:
		write_contents(h, node);
		break;
	case DOC_FACTS:
		write_facts(h, node);
		break;
	case DOC_HELP:
		html_help(h, node);
		break;
	case DOC_ANSWER:
		html_answer(h, node);
		break;
	case DOC_TICKS:
		html_ticks(h, node);
		break;
	case DOC_GRID:
		html_grid(h, node);
		break;
	case DOC_CHOICES:
		html_choices(h, node);
		break;
	case DOC_SCALE:
		html_scale(h, node);
		break;
	case DOC_FINISH:
		html_finish(h, node);
		break;
	case DOC_RINGS:
		html_rings(h, node);
		break;
	case DOC_CARD:
		html_card(h, node);
		break;
	case DOC_WHEEL:
		html_wheel(h, node);
		break;
	case DOC_TABLE:
		html_table(h, node);
		break;
	case DOC_FOOTNOTE:
		html_footnotes(h, node);
		break;
	case DOC_DOCUMENT:
		html_children(h, node);
		break;
	case DOC_ONLY:
		if (doc_only_shows(node, ONLY_WEB))
			html_children(h, node);
		break;
	case DOC_PAGE_BREAK:	/* a screen has no pages */
		break;
	case DOC_ITEM:
	case DOC_HTML_BLOCK:
	case DOC_COMPONENT:
	case DOC_FACT:
	case DOC_HELP_LINE:
	case DOC_TICK:
	case DOC_GRID_ROW:
	case DOC_GRID_CELL:
	case DOC_CHOICE:
	case DOC_SCALE_WORD:
	case DOC_WHEEL_PART:
	case DOC_TABLE_ROW:
	case DOC_TABLE_CELL:
	case DOC_TEXT:
	case DOC_SOFT_BREAK:
	case DOC_LINE_BREAK:
	case DOC_CODE:
	case DOC_HTML_INLINE:
	case DOC_EMPHASIS:
	case DOC_STRONG:
	case DOC_LINK:
	case DOC_IMAGE:
	case DOC_LANGUAGE:
	case DOC_SPAN:
	case DOC_STRIKE:
	case DOC_FOOTNOTE_REFERENCE:
	case DOC_KIND_COUNT:
		BUG("%s is no block of a page", doc_kind_name(node->kind));
	}
}

void
html_children(struct html *h, const struct doc_node *parent)
{
	for (const struct doc_node *n = parent->first; n != NULL; n = n->next) {
		write_block(h, n);
		/* The first footnote writes those behind it. */
		if (n->kind == DOC_FOOTNOTE)
			return;
	}
}
