/* SPDX-License-Identifier: MIT */
/*
 * Circles to choose from: lists and scales, as radio buttons of one group each.
 *
 * A pencil's mark can be rubbed out, a radio button's cannot: each group has a
 * button that takes the answer back, without script.
 */
#include "site/html_write.h"

#include "base/arena.h"
#include "base/buf.h"
#include "doc/book.h"
#include "site/escape.h"

/* More open circles than these need the whole width. */
#define FEW_CIRCLES 7

const struct doc_node *
html_legend(struct html *h, const struct doc_node *node)
{
	const struct doc_node *label = node->first;

	if (label == NULL || label->kind != DOC_LABEL)
		return label;
	buf_puts(h->out, "<legend");
	html_id(h, label);
	buf_putc(h->out, '>');
	html_inlines(h, label);
	buf_puts(h->out, "</legend>\n");
	return label->next;
}

static const char *
take_back_id(struct html *h, const char *group)
{
	return arena_printf(h->arena, "back-%s", group);
}

void
html_radio(struct html *h, const char *group, int value)
{
	buf_puts(h->out, "<input type=\"radio\"");
	if (group != NULL) {
		escape_attribute(h->out, "name", group);
		escape_attribute(h->out, "form", take_back_id(h, group));
	}
	buf_printf(h->out, " value=\"%d\"", value);
}

/* A form of its own for each group, so that resetting it leaves all other
 * answers alone.  Its method sends nothing, whatever key is pressed. */
void
html_take_back(struct html *h, const char *group)
{
	if (group == NULL)
		return;
	buf_puts(h->out, "<form class=\"take-back\" method=\"dialog\" "
	    "data-web=\"\"");
	escape_attribute(h->out, "id", take_back_id(h, group));
	buf_puts(h->out, "><button type=\"reset\">");
	escape_html(h->out, book_word(h->book, "take-back"));
	buf_puts(h->out, "</button></form>\n");
}

void
html_choices(struct html *h, const struct doc_node *node)
{
	const struct doc_node *choice;
	int value = 0;

	buf_printf(h->out, "<fieldset class=\"ticks ticks-%d\"",
	    node->u.choices.columns);
	html_id(h, node);
	buf_puts(h->out, ">\n");
	choice = html_legend(h, node);
	for (; choice != NULL; choice = choice->next) {
		buf_puts(h->out, "<label class=\"tick\"");
		html_id(h, choice);
		buf_putc(h->out, '>');
		html_radio(h, node->id, ++value);
		if (value == 1)
			html_brings_help(h, node->u.choices.brings_help);
		buf_puts(h->out, " /><span>");
		html_inlines(h, choice);
		buf_puts(h->out, "</span></label>\n");
	}
	html_take_back(h, node->id);
	buf_puts(h->out, "</fieldset>\n");
}

/* The number in a circle is the block's own; "1 of 5" the website's. */
static void
write_circle(struct html *h, const struct doc_node *node, int i)
{
	if (node->u.scale.numbered) {
		buf_puts(h->out, "<label class=\"circle\">");
		html_radio(h, node->id, i);
		buf_printf(h->out, " /><span>%d</span></label>\n", i);
		return;
	}
	buf_puts(h->out, "<label class=\"circle\" data-web=\"\">");
	html_radio(h, node->id, i + 1);
	buf_puts(h->out, " /><span>");
	escape_html(h->out, book_word_with(h->book, h->arena, "circle-of",
	    "number", arena_printf(h->arena, "%d", i + 1),
	    "count", arena_printf(h->arena, "%d", node->u.scale.count),
	    NULL));
	buf_puts(h->out, "</span></label>\n");
}

/* A listener hears what the ends mean with the question. */
static void
write_description(struct html *h, const struct doc_node *word)
{
	const char *ids = NULL;

	for (; word != NULL; word = word->next) {
		if (word->kind == DOC_SCALE_WORD && word->id != NULL)
			ids = ids == NULL ? word->id :
			    arena_printf(h->arena, "%s %s", ids, word->id);
	}
	if (ids != NULL)
		escape_attribute(h->out, "aria-describedby", ids);
}

void
html_scale(struct html *h, const struct doc_node *node)
{
	const struct doc_node *word;
	const char *kind;

	kind = node->u.scale.numbered ? "numbered" :
	    node->u.scale.count > FEW_CIRCLES ? "many" : "few";
	buf_printf(h->out, "<fieldset class=\"scale scale-%s\"", kind);
	write_description(h, node->first);
	buf_puts(h->out, ">\n");
	word = html_legend(h, node);
	buf_puts(h->out, "<div class=\"scale-circles\"");
	html_id(h, node);
	buf_puts(h->out, ">\n");
	for (int i = 0; i < node->u.scale.count; i++)
		write_circle(h, node, i);
	buf_puts(h->out, "</div>\n<div class=\"scale-words\">\n");
	for (; word != NULL; word = word->next) {
		buf_puts(h->out, "<p");
		html_id(h, word);
		buf_putc(h->out, '>');
		html_inlines(h, word);
		buf_puts(h->out, "</p>\n");
	}
	buf_puts(h->out, "</div>\n");
	html_take_back(h, node->id);
	buf_puts(h->out, "</fieldset>\n");
}
