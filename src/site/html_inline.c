/* SPDX-License-Identifier: MIT */
/*
 * Inlines of the guide -> HTML: words, emphasis, links, languages.
 *
 * Addresses were checked when they were read.  Knows no blocks.
 */
#include "site/html_write.h"

#include <stdarg.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/map.h"
#include "base/str.h"
#include "conf/guide.h"
#include "doc/book.h"
#include "site/escape.h"

#define WORD_HOLES 8

const char *
html_chapter_href(struct html *h, const struct chapter *chapter,
    const char *block)
{
	if (block == NULL)
		return arena_printf(h->arena, "%s%s.html", h->base,
		    chapter->id);
	return arena_printf(h->arena, "%s%s.html#%s", h->base, chapter->id,
	    block);
}

/* A number alone: its groups would change places in right-to-left text. */
static bool
is_number(const struct doc_node *link)
{
	const struct doc_node *words;

	words = link->first;
	return words != NULL && words->next == NULL &&
	    words->kind == DOC_TEXT &&
	    words->text[strspn(words->text, "0123456789 +()-./")] == '\0';
}

static void
write_link(struct html *h, const struct doc_node *node)
{
	const char *href;

	href = node->u.link.href;
	if (node->u.link.chapter != NULL)
		href = html_chapter_href(h, node->u.link.chapter,
		    node->u.link.block);
	buf_puts(h->out, "<a");
	escape_attribute(h->out, "href", href);
	if (str_starts(href, "http:") || str_starts(href, "https:"))
		buf_puts(h->out, " rel=\"noopener noreferrer\"");
	else if (str_starts(href, "tel:") && is_number(node))
		buf_puts(h->out, " dir=\"ltr\"");
	if (node->u.link.title != NULL)
		escape_attribute(h->out, "title", node->u.link.title);
	buf_putc(h->out, '>');
	html_inlines(h, node);
	buf_puts(h->out, "</a>");
}

static void
write_language(struct html *h, const struct doc_node *node)
{
	bool rtl;

	rtl = node->u.language.right_to_left;
	buf_puts(h->out, "<span");
	escape_attribute(h->out, "lang", node->u.language.tag);
	if (rtl != h->book->right_to_left)
		escape_attribute(h->out, "dir", rtl ? "rtl" : "ltr");
	buf_putc(h->out, '>');
	html_inlines(h, node);
	buf_puts(h->out, "</span>");
}

static void
write_image(struct html *h, const struct doc_node *node)
{
	const struct drawing *drawing;

	drawing = node->u.image.drawing;
	if (drawing == NULL && h->book->drawings != NULL)
		drawing = map_find(h->book->drawings, node->u.image.src);
	if (drawing != NULL)
		html_drawing(h, drawing, node->u.image.alt,
		    node->u.image.decorative);
	else
		escape_html(h->out, node->u.image.alt);
}

static void
write_span(struct html *h, const struct doc_node *node, const char *element)
{
	buf_printf(h->out, "<%s>", element);
	html_inlines(h, node);
	buf_printf(h->out, "</%s>", element);
}

static const char *
element_of(enum doc_span kind)
{
	switch (kind) {
	case SPAN_ABBREVIATION:
		return "abbr";
	case SPAN_KEYBOARD:
		return "kbd";
	case SPAN_SUBSCRIPT:
		return "sub";
	case SPAN_SUPERSCRIPT:
		return "sup";
	case SPAN_ISOLATE:
		return "bdi";
	case SPAN_DIAL:
	case SPAN_COUNT:
		break;
	}
	BUG("span of kind %d", (int)kind);
}

/* Its groups would change places in right-to-left text. */
static void
write_number(struct html *h, const struct doc_node *node)
{
	buf_puts(h->out, "<a class=\"call\"");
	escape_attribute(h->out, "href", arena_printf(h->arena, "tel:%s",
	    node->u.span.title));
	buf_puts(h->out, " dir=\"ltr\">");
	html_inlines(h, node);
	buf_puts(h->out, "</a>");
}

static void
write_element(struct html *h, const struct doc_node *node)
{
	const char *element;

	if (node->u.span.kind == SPAN_DIAL) {
		write_number(h, node);
		return;
	}
	element = element_of(node->u.span.kind);
	buf_printf(h->out, "<%s", element);
	if (node->u.span.title != NULL)
		escape_attribute(h->out, "title", node->u.span.title);
	buf_putc(h->out, '>');
	html_inlines(h, node);
	buf_printf(h->out, "</%s>", element);
}

static void
write_inline(struct html *h, const struct doc_node *node)
{
	/* lint: long because every kind of node has its case. */
	switch (node->kind) {
	case DOC_TEXT:
		escape_html(h->out, node->text);
		break;
	case DOC_SOFT_BREAK:
		buf_putc(h->out, '\n');
		break;
	case DOC_LINE_BREAK:
		buf_puts(h->out, "<br />\n");
		break;
	case DOC_CODE:
		buf_puts(h->out, "<code>");
		escape_html(h->out, node->text);
		buf_puts(h->out, "</code>");
		break;
	case DOC_EMPHASIS:
		write_span(h, node, "em");
		break;
	case DOC_STRONG:
		write_span(h, node, "strong");
		break;
	case DOC_LINK:
		write_link(h, node);
		break;
	case DOC_IMAGE:
		write_image(h, node);
		break;
	case DOC_LANGUAGE:
		write_language(h, node);
		break;
	case DOC_SPAN:
		write_element(h, node);
		break;
	case DOC_STRIKE:
		write_span(h, node, "del");
		break;
	case DOC_FOOTNOTE_REFERENCE:
		html_footnote_reference(h, node);
		break;
	case DOC_HTML_INLINE:
	case DOC_DOCUMENT:
	case DOC_PARAGRAPH:
	case DOC_HEADING:
	case DOC_QUOTE:
	case DOC_LIST:
	case DOC_ITEM:
	case DOC_CODE_BLOCK:
	case DOC_HTML_BLOCK:
	case DOC_RULE:
	case DOC_CALLOUT:
	case DOC_LABEL:
	case DOC_FIGURE:
	case DOC_CAPTION:
	case DOC_TABLE:
	case DOC_TABLE_ROW:
	case DOC_TABLE_CELL:
	case DOC_FOOTNOTE:
	case DOC_COMPONENT:
	case DOC_CONTENTS:
	case DOC_FACTS:
	case DOC_FACT:
	case DOC_HELP:
	case DOC_HELP_LINE:
	case DOC_PAGE_BREAK:
	case DOC_ONLY:
	case DOC_ANSWER:
	case DOC_TICKS:
	case DOC_TICK:
	case DOC_GRID:
	case DOC_CHOICES:
	case DOC_CHOICE:
	case DOC_SCALE:
	case DOC_SCALE_WORD:
	case DOC_FINISH:
	case DOC_RINGS:
	case DOC_CARD:
	case DOC_WHEEL:
	case DOC_WHEEL_PART:
	case DOC_GRID_ROW:
	case DOC_GRID_CELL:
	case DOC_KIND_COUNT:
		BUG("%s is no inline", doc_kind_name(node->kind));
	}
}

void
html_inlines(struct html *h, const struct doc_node *parent)
{
	for (const struct doc_node *n = parent->first; n != NULL; n = n->next)
		write_inline(h, n);
}

static void
web_piece(struct html *h, const char *text, size_t len)
{
	if (len == 0)
		return;
	buf_puts(h->out, "<span data-web=\"\">");
	escape_html(h->out, arena_strndup(h->arena, text, len));
	buf_puts(h->out, "</span>");
}

void
html_web_words(struct html *h, const char *key, ...)
{
	const char *element = h->book->right_to_left ? "bdi" : "span";
	const char *names[WORD_HOLES], *values[WORD_HOLES], *s, *brace;
	size_t count, len;
	va_list ap;

	va_start(ap, key);
	for (count = 0; count < WORD_HOLES; count++) {
		names[count] = va_arg(ap, const char *);
		if (names[count] == NULL)
			break;
		values[count] = va_arg(ap, const char *);
	}
	va_end(ap);
	s = book_word(h->book, key);
	while ((brace = strchr(s, '{')) != NULL) {
		web_piece(h, s, (size_t)(brace - s));
		len = strcspn(brace, "}");
		for (size_t i = 0; i < count; i++) {
			if (strlen(names[i]) != len - 1 ||
			    memcmp(names[i], brace + 1, len - 1) != 0)
				continue;
			/* A number keeps the order of its groups. */
			buf_printf(h->out, "<%s class=\"whole\" "
			    "dir=\"ltr\">", element);
			escape_html(h->out, values[i]);
			buf_printf(h->out, "</%s>", element);
		}
		s = brace + len;
		if (*s == '}')
			s++;
	}
	web_piece(h, s, strlen(s));
}
