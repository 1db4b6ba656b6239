/* SPDX-License-Identifier: MIT */
/*
 * Help lines as cards, one for each level of danger, with buttons that dial.
 *
 * A number is never broken and always has its verb.  Numbers come from
 * help.yaml and were checked when they were read.
 */
#include "site/html_write.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "doc/book.h"
#include "site/escape.h"

static const char *
level_name(enum help_level level)
{
	switch (level) {
	case HELP_EMERGENCY:
		return "emergency";
	case HELP_URGENT:
		return "urgent";
	case HELP_TALK:
		return "talk";
	case HELP_SPECIALIST:
		return "specialist";
	case HELP_BABY:
		return "baby";
	case HELP_LEVEL_COUNT:
		break;
	}
	BUG("level %d", (int)level);
}

static void
paragraph(struct html *h, const char *class, const char *text)
{
	if (text == NULL)
		return;
	buf_printf(h->out, "<p class=\"%s\">", class);
	escape_html(h->out, text);
	buf_puts(h->out, "</p>\n");
}

/* What the guide says of a line; "lang" if that is not in the page's. */
static void
own_words(struct html *h, const char *class, const char *text,
    const char *lang)
{
	if (text == NULL || lang == NULL) {
		paragraph(h, class, book_isolated(h->book, h->arena, text));
		return;
	}
	buf_printf(h->out, "<p class=\"%s\"><bdi", class);
	escape_attribute(h->out, "lang", lang);
	buf_putc(h->out, '>');
	escape_html(h->out, text);
	buf_puts(h->out, "</bdi></p>\n");
}

static void
write_call(struct html *h, const struct help_line *line)
{
	buf_puts(h->out, "<p class=\"help-dial\"><a class=\"dial\"");
	escape_attribute(h->out, "href", arena_printf(h->arena, "tel:%s",
	    line->number));
	buf_putc(h->out, '>');
	buf_puts(h->out, h->icons->call);
	buf_puts(h->out, "<span>");
	html_web_words(h, "help-call", "number", book_help_number(line),
	    NULL);
	buf_puts(h->out, "</span></a></p>\n");
}

static void
write_text_to(struct html *h, const struct help_line *line)
{
	const char *words;

	buf_puts(h->out, "<p class=\"help-dial\"><a class=\"dial\"");
	escape_attribute(h->out, "href", arena_printf(h->arena, "sms:%s",
	    line->text_to));
	buf_puts(h->out, "><span>");
	/* Printed in the same words, so they are the block's own. */
	if (line->text_word != NULL)
		words = book_word_with(h->book, h->arena, "help-text", "word",
		    line->text_word, "number", line->text_to, NULL);
	else
		words = book_word_with(h->book, h->arena, "help-text-only",
		    "number", line->text_to, NULL);
	escape_html(h->out, words);
	buf_puts(h->out, "</span></a></p>\n");
}

static void
write_web(struct html *h, const struct help_line *line)
{
	buf_puts(h->out, "<p class=\"help-web\"><a class=\"dial\"");
	escape_attribute(h->out, "href", arena_printf(h->arena, "https://%s",
	    line->web));
	buf_puts(h->out, " rel=\"noopener noreferrer\"><span>");
	html_web_words(h, "help-visit", "address", line->web, NULL);
	buf_puts(h->out, "</span></a></p>\n");
}

static void
write_line(struct html *h, const struct doc_node *node)
{
	const struct help_line *line;

	line = node->u.help.line;
	buf_puts(h->out, "<div class=\"help-line\"");
	html_id(h, node);
	buf_puts(h->out, ">\n");
	/* In the order of print, and of the screen: first whom, then how. */
	own_words(h, "help-name", line->name, line->name_lang);
	if (line->number != NULL)
		write_call(h, line);
	if (line->text_to != NULL)
		write_text_to(h, line);
	own_words(h, "help-hours", line->hours, line->hours_lang);
	own_words(h, "help-note", line->note, line->note_lang);
	if (line->web != NULL)
		write_web(h, line);
	buf_puts(h->out, "</div>\n");
}

void
html_help(struct html *h, const struct doc_node *node)
{
	const struct doc_node *n;
	enum help_level level;

	for (n = node->first; n != NULL; ) {
		level = n->u.help.line->level;
		buf_printf(h->out, "<section class=\"help-card help-%s\">\n"
		    "<h2>", level_name(level));
		buf_puts(h->out, h->icons->levels[level]);
		buf_puts(h->out, "<span>");
		escape_html(h->out, book_word(h->book, arena_printf(h->arena,
		    "help-level-%s", level_name(level))));
		buf_puts(h->out, "</span></h2>\n");
		for (; n != NULL && n->u.help.line->level == level;
		    n = n->next)
			write_line(h, n);
		buf_puts(h->out, "</section>\n");
	}
	/* What is said of all lines is said once a page. */
	if (doc_is_last_in(node, ONLY_WEB))
		paragraph(h, "muted", book_help_dated(h->book, h->arena));
}
