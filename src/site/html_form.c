/* SPDX-License-Identifier: MIT */
/*
 * Places to write, as controls of a web page.
 *
 * Every control has a label or a name; nothing is sent anywhere (there is no
 * form element) and browsers are asked not to remember what was written.
 */
#include "site/html_write.h"

#include "base/arena.h"
#include "base/buf.h"
#include "doc/book.h"
#include "site/escape.h"

static const char *
width_class(enum doc_answer_width width)
{
	switch (width) {
	case ANSWER_FULL:
		return "full";
	case ANSWER_NAME:
		return "name";
	case ANSWER_DATE:
		return "date";
	case ANSWER_PHONE:
		return "phone";
	}
	BUG("width %d", (int)width);
}

static void
name_control(struct html *h, const struct doc_node *node, bool labelled)
{
	if (labelled || node->u.answer.name == NULL)
		return;
	escape_attribute(h->out, "aria-label", node->u.answer.name);
}

static void
write_field(struct html *h, const struct doc_node *node, bool labelled)
{
	buf_printf(h->out, "<input class=\"write write-%s\" type=\"%s\"",
	    width_class(node->u.answer.width),
	    node->u.answer.width == ANSWER_PHONE ? "tel" : "text");
	html_id(h, node);
	name_control(h, node, labelled);
	buf_puts(h->out, HTML_UNSENT " />");
}

static void
write_area(struct html *h, const struct doc_node *node, bool labelled,
    int lines)
{
	buf_printf(h->out, "<textarea class=\"write\" rows=\"%d\"",
	    lines < 2 ? 2 : lines);
	html_id(h, node);
	name_control(h, node, labelled);
	buf_puts(h->out, HTML_UNSENT "></textarea>");
}

void
html_answer(struct html *h, const struct doc_node *node)
{
	const struct doc_node *label;
	bool labelled;

	label = node->first;
	labelled = label != NULL && label->kind == DOC_LABEL &&
	    node->id != NULL;
	buf_puts(h->out, "<div class=\"answer\">");
	if (labelled) {
		buf_puts(h->out, "<label");
		escape_attribute(h->out, "for", node->id);
		html_id(h, label);
		buf_putc(h->out, '>');
		html_inlines(h, label);
		buf_puts(h->out, "</label>\n");
	}
	switch (node->u.answer.kind) {
	case ANSWER_LINES:
		write_area(h, node, labelled, node->u.answer.count);
		break;
	case ANSWER_FIELD:
		write_field(h, node, labelled);
		break;
	case ANSWER_BOX:
		/* A frame on paper is measured in lines. */
		write_area(h, node, labelled, node->u.answer.count);
		break;
	}
	buf_puts(h->out, "</div>\n");
}

void
html_brings_help(struct html *h, const char *kind)
{
	if (kind != NULL)
		escape_attribute(h->out, "data-brings", kind);
}

void
html_ticks(struct html *h, const struct doc_node *node)
{
	const struct doc_node *n;
	const char *element;

	n = node->first;
	element = n != NULL && n->kind == DOC_LABEL ? "fieldset" : "div";
	buf_printf(h->out, "<%s class=\"ticks ticks-%d\"", element,
	    node->u.ticks.columns);
	html_id(h, node);
	buf_puts(h->out, ">\n");
	n = html_legend(h, node);
	for (; n != NULL; n = n->next) {
		buf_puts(h->out, "<label class=\"tick\"");
		html_id(h, n);
		buf_puts(h->out, "><input type=\"checkbox\"");
		html_brings_help(h, node->u.ticks.brings_help);
		buf_puts(h->out, " /><span>");
		html_inlines(h, n);
		buf_puts(h->out, "</span></label>\n");
	}
	buf_printf(h->out, "</%s>\n", element);
}
