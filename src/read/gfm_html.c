/* SPDX-License-Identifier: MIT */
/*
 * Where HTML blocks start and end (CommonMark 0.30, 4.6).  A guide may not
 * hold most of them, but what is inside of one is no table.
 */
#include "read/gfm.h"

#include <string.h>
#include <strings.h>

static const char *const literal_tags[] = { "pre", "script", "style",
    "textarea" };

static const char *const block_tags[] = { "address", "article", "aside",
    "base", "basefont", "blockquote", "body", "caption", "center", "col",
    "colgroup", "dd", "details", "dialog", "dir", "div", "dl", "dt",
    "fieldset", "figcaption", "figure", "footer", "form", "frame", "frameset",
    "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "hr", "html",
    "iframe", "legend", "li", "link", "main", "menu", "menuitem", "nav",
    "noframes", "ol", "optgroup", "option", "p", "param", "section", "source",
    "summary", "table", "tbody", "td", "tfoot", "th", "thead", "title", "tr",
    "track", "ul" };

static bool
is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool
is_in(const char *const *names, size_t count, const char *name, size_t len)
{
	for (size_t i = 0; i < count; i++) {
		if (strlen(names[i]) == len &&
		    strncasecmp(names[i], name, len) == 0)
			return true;
	}
	return false;
}

/* A tag that is alone on its line; quotes in it may hold ">". */
static bool
is_lone_tag(const char *text, size_t off, size_t end)
{
	char quote = '\0';

	for (; off < end; off++) {
		char c = text[off];

		if (quote != '\0') {
			if (c == quote)
				quote = '\0';
		} else if (c == '"' || c == '\'') {
			quote = c;
		} else if (c == '<') {
			return false;
		} else if (c == '>') {
			break;
		}
	}
	if (off >= end)
		return false;
	for (off++; off < end; off++) {
		if (text[off] != ' ' && text[off] != '\t')
			return false;
	}
	return true;
}

static int
type_of_tag(const char *text, size_t off, size_t end, bool in_paragraph)
{
	bool closes = off < end && text[off] == '/';
	size_t name = off + closes, len = 0;
	char next;

	while (name + len < end && (is_letter(text[name + len]) ||
	    (len > 0 && ((text[name + len] >= '0' && text[name + len] <= '9') ||
	    text[name + len] == '-'))))
		len++;
	if (len == 0)
		return 0;
	next = name + len < end ? text[name + len] : '\n';
	if (!closes && (next == ' ' || next == '\t' || next == '>' ||
	    next == '\n') && is_in(literal_tags, sizeof(literal_tags) /
	    sizeof(literal_tags[0]), text + name, len))
		return 1;
	if (next != ' ' && next != '\t' && next != '>' && next != '\n' &&
	    next != '/')
		return 0;
	if (is_in(block_tags, sizeof(block_tags) / sizeof(block_tags[0]),
	    text + name, len) && (next != '/' ||
	    (name + len + 1 < end && text[name + len + 1] == '>')))
		return 6;
	if (in_paragraph || is_in(literal_tags, sizeof(literal_tags) /
	    sizeof(literal_tags[0]), text + name, len))
		return 0;
	return is_lone_tag(text, name + len, end) ? 7 : 0;
}

int
gfm_html_start(const char *text, size_t off, size_t end, bool in_paragraph)
{
	size_t left = end - off;

	if (left < 2 || text[off] != '<')
		return 0;
	if (left >= 4 && memcmp(text + off, "<!--", 4) == 0)
		return 2;
	if (text[off + 1] == '?')
		return 3;
	if (left >= 9 && memcmp(text + off, "<![CDATA[", 9) == 0)
		return 5;
	if (text[off + 1] == '!')
		return left >= 3 && is_letter(text[off + 2]) ? 4 : 0;
	return type_of_tag(text, off + 1, end, in_paragraph);
}

static bool
holds(const char *text, size_t off, size_t end, const char *what)
{
	size_t len = strlen(what);

	for (; off + len <= end; off++) {
		if (strncasecmp(text + off, what, len) == 0)
			return true;
	}
	return false;
}

bool
gfm_html_end(int type, const char *text, size_t off, size_t end)
{
	switch (type) {
	case 1:
		return holds(text, off, end, "</pre>") ||
		    holds(text, off, end, "</script>") ||
		    holds(text, off, end, "</style>") ||
		    holds(text, off, end, "</textarea>");
	case 2:
		return holds(text, off, end, "-->");
	case 3:
		return holds(text, off, end, "?>");
	case 4:
		return holds(text, off, end, ">");
	case 5:
		return holds(text, off, end, "]]>");
	}
	return false;
}
