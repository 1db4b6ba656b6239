/* SPDX-License-Identifier: MIT */
/*
 * Escaping for polyglot pages: the same bytes are right in HTML and in XML.
 * Knows no elements.
 */
#include "site/escape.h"

#include <stdbool.h>
#include <string.h>

#include "base/buf.h"

static const char *
reference(char c)
{
	switch (c) {
	case '&':
		return "&amp;";
	case '<':
		return "&lt;";
	case '>':
		return "&gt;";
	case '"':
		return "&quot;";
	default:
		return NULL;
	}
}

/* U+FFFE and U+FFFF in UTF-8: EF BF BE, EF BF BF. */
static bool
is_noncharacter(const char *s)
{
	return memcmp(s, "\xEF\xBF", 2) == 0 &&
	    (s[2] == '\xBE' || s[2] == '\xBF');
}

void
escape_html(struct buf *out, const char *text)
{
	const char *start, *ref;

	for (start = text; *text != '\0'; text++) {
		/* Nearly everything is a letter. */
		if ((unsigned char)*text > '>' && *text != '\xEF')
			continue;
		ref = reference(*text);
		if (ref == NULL && *text == '\xEF' && is_noncharacter(text)) {
			buf_put(out, start, (size_t)(text - start));
			buf_puts(out, "\xEF\xBF\xBD");
			text += 2;
			start = text + 1;
			continue;
		}
		if (ref == NULL && ((unsigned char)*text >= 0x20 ||
		    *text == '\t' || *text == '\n' || *text == '\r'))
			continue;
		buf_put(out, start, (size_t)(text - start));
		buf_puts(out, ref != NULL ? ref : "\xEF\xBF\xBD");
		start = text + 1;
	}
	buf_put(out, start, (size_t)(text - start));
}

void
escape_attribute(struct buf *out, const char *name, const char *value)
{
	buf_putc(out, ' ');
	buf_puts(out, name);
	buf_puts(out, "=\"");
	escape_html(out, value);
	buf_putc(out, '"');
}

/* U+2028 and U+2029, line ends to scripts older than ES2019. */
static bool
is_line_end(const char *s)
{
	return s[0] == '\xE2' && s[1] == '\x80' &&
	    (s[2] == '\xA8' || s[2] == '\xA9');
}

void
escape_script(struct buf *out, const char *text)
{
	const char *start;

	buf_putc(out, '"');
	for (start = text; *text != '\0'; text++) {
		if ((unsigned char)*text >= 0x20 && *text != '"' &&
		    *text != '\\' && *text != '<' && !is_line_end(text))
			continue;
		buf_put(out, start, (size_t)(text - start));
		if (*text == '"' || *text == '\\')
			buf_printf(out, "\\%c", *text);
		else if (*text == '\n')
			buf_puts(out, "\\n");
		else if (!is_line_end(text))
			buf_printf(out, "\\u%04x", (unsigned)*text);
		else {
			buf_puts(out, text[2] == '\xA8' ? "\\u2028" :
			    "\\u2029");
			text += 2;
		}
		start = text + 1;
	}
	buf_put(out, start, (size_t)(text - start));
	buf_putc(out, '"');
}
