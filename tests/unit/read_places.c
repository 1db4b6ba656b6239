/* SPDX-License-Identifier: MIT */
/*
 * Every place is the one that the editor sees: a tag that may not be used is
 * put into each kind of block, behind each kind of character, with each kind of
 * line end; line, column and caret are compared with where its bytes are.
 */
#include "t.h"

#include <stdint.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/str.h"
#include "base/utf8.h"
#include "read/read.h"

#define TAG "<b>"

/* Where a prefix and the tag may stand, at the "%". */
struct context {
	const char	*name, *text;
	/* No words of Markdown that stand for others: YAML reads them first, or
	 * they would end what they stand in. */
	bool		 plain;
};

static const struct context contexts[] = {
	{ "in a paragraph", "%\n", false },
	{ "in its second line", "one\n%\n", false },
	{ "behind spaces", "one\n   %\n", false },
	{ "behind definitions", "[a]: x\n[b]: y\n%\n", false },
	{ "behind code over two lines", "`one\ntwo` %\n", false },
	{ "in a heading", "## %\n", false },
	{ "in an underlined heading", "%\n---\n", false },
	{ "in a quote", "> %\n", false },
	{ "in a quote without a space", ">%\n", false },
	{ "in a quote in a quote", "> > one\n> > %\n", false },
	{ "in a quote that goes on by itself", "> one\n%\n", false },
	{ "in an item", "- %\n", false },
	{ "in an item behind a tab", "-\t%\n", false },
	{ "in a second line of an item", "12. one\n    %\n", false },
	{ "in a second paragraph of an item", "- one\n\n  %\n", false },
	{ "in an item in a quote in an item", "- > 1. %\n", false },
	{ "in a task", "- [ ] %\n", false },
	{ "in a callout's title", "> [!TRY] %\n", false },
	{ "in a callout", "> [!TRY]\n> %\n", false },
	{ "in a callout with a title", "> [!TRY] One\n> %\n", false },
	{ "in a list in a callout", "> [!TRY] One\n>\n> - %\n", false },
	{ "in a table's head", "| a | % |\n| - | - |\n| c | d |\n", false },
	{ "in a table's cell", "| a | b |\n| - | - |\n| c \\| e | % |\n",
	    false },
	{ "in a table in a quote", "> a | b\n> - | -\n> c | %\n", false },
	{ "in a table in an item", "- | a | b |\n  | - | - |\n  | % | d |\n",
	    false },
	{ "in a footnote", "one[^1]\n\n[^1]: %\n", false },
	{ "in a footnote's second line", "one[^1]\n\n[^1]: two\n    %\n",
	    false },
	{ "behind a footnote", "one[^1]\n\n[^1]: two\n\nthree %\n", false },
	{ "in strong words", "a **b % c**\n", false },
	{ "in struck words", "a ~~b % c~~\n", false },
	{ "in a link", "a [b % c](#x)\n", false },
	{ "behind a bare address", "see www.example.org/x and %\n", false },
	{ "in a field", "```lines\nlabel: a %\n```\n", true },
	{ "in a field with quotes", "```lines\nlabel: \"a %\"\n```\n", true },
	{ "in a field behind escapes",
	    "```lines\nlabel: \"\\u00e9 \\\" \\t%\"\n```\n", true },
	{ "in a field with single quotes",
	    "```lines\nlabel: 'it''s %'\n```\n", true },
	{ "in a field of several lines",
	    "```lines\nlabel: |\n  one\n  two %\n```\n", true },
	{ "in a field that is folded",
	    "```lines\nlabel: >\n  one\n  two %\n```\n", true },
	{ "in a field that goes on",
	    "```lines\nlabel: one\n  two %\n```\n", true },
	{ "in a field's list",
	    "~~~checklist\nlabel: a\nitems:\n  - b\n  - c %\n~~~\n", true },
	{ "in a field's list in brackets",
	    "```checklist\nlabel: a\nitems: [b, \"c %\"]\n```\n", true },
	{ "in a field in a quote", "> ```lines\n> label: a %\n> ```\n", true },
	{ "in a field in an item", "- ```lines\n  label: a %\n  ```\n", true },
	{ "in a field in a quote with uneven spaces",
	    "> ```lines\n>label: a %\n> count: 3\n> ```\n", true },
	{ "in a field of several lines in such a quote",
	    "> ```lines\n> label: |\n>   one\n>  \n>   two %\n> ```\n",
	    true },
	{ "in a field in an item behind a tab",
	    "-\t```lines\n    label: a %\n    ```\n", true },
	{ "in a field behind an indented fence",
	    "  ```lines\n  label: a %\n  ```\n", true },
};

/* What may stand before the tag. */
struct prefix {
	const char	*name, *text;
	bool		 plain;
};

static const struct prefix prefixes[] = {
	{ "nothing", "", true },
	{ "a letter of two bytes", "\xC3\xA9 ", true },
	{ "a combining mark", "e\xCC\x81\xCC\xA3 ", true },
	{ "wide letters", "\xE6\x97\xA5\xE6\x9C\xAC ", true },
	{ "an emoji", "\xF0\x9F\x91\xB6 ", true },
	{ "a tab", "a\tb ", true },
	{ "an entity", "&amp; ", false },
	{ "an escape", "\\* ", false },
	{ "code", "`x` ", false },
};

static const char *const line_ends[] = { "\n", "\r\n", "\r" };
static const char *const end_names[] = { "LF", "CR LF", "CR" };

/* The context's text with all that varies. */
static void
compose(struct buf *out, const char *context, const char *prefix,
    const char *end, bool mark)
{
	if (mark)
		buf_puts(out, "\xEF\xBB\xBF");
	for (; *context != '\0'; context++) {
		if (*context == '\n') {
			buf_puts(out, end);
		} else if (*context == '%') {
			buf_puts(out, prefix);
			buf_puts(out, TAG);
		} else {
			buf_putc(out, *context);
		}
	}
}

/* Line and byte of the tag, and the column under which the caret belongs. */
struct where {
	unsigned line, col, caret;
};

static struct where
find_tag(const char *text)
{
	struct where w = { 1, 1, 0 };
	size_t step, len = strlen(text);
	uint32_t c;

	for (; !str_starts(text, TAG); text += step, len -= step) {
		step = utf8_decode(text, len, &c);
		w.col += (unsigned)step;
		if (c == '\t')
			w.caret += 8 - w.caret % 8;
		else if (c == 0x65E5 || c == 0x672C || c == 0x1F476)
			w.caret += 2;
		else if (c != 0x301 && c != 0x323 && c != 0xFEFF)
			w.caret++;
		if (c == '\n' || (c == '\r' && text[1] != '\n')) {
			w.line++;
			w.col = 1;
			w.caret = 0;
		}
	}
	return w;
}

/* The column of the caret in what is written about one message, or -1. */
static int
caret_of(const char *written)
{
	const char *caret = strstr(written, "^\n");
	const char *margin = caret;

	if (caret == NULL)
		return -1;
	while (margin > written && margin[-1] != '\n')
		margin--;
	return (int)(caret - margin) - (int)strlen("    | ");
}

/* Is the tag told once, where it is? */
static bool
is_told(const char *text, struct where *got)
{
	struct arena *a = arena_new();
	struct diag_list *dl = diag_list_new(a);
	struct where want = find_tag(text);
	const struct diag *d = NULL;
	struct buf written;
	size_t count = 0;

	diag_source(dl, "a.md", text, strlen(text));
	(void)markdown_read(a, dl, "a.md", 1, text, strlen(text),
	    MARKDOWN_GUIDE);
	for (size_t i = 0; i < diag_total(dl); i++) {
		d = diag_nth(dl, i);
		count += str_equal(d->id, "raw-html");
	}
	buf_init(&written);
	diag_write(dl, &written, false);
	*got = (struct where){ d != NULL ? d->at.line : 0,
	    d != NULL ? d->at.col : 0, (unsigned)caret_of(written.data) };
	buf_release(&written);
	arena_free(a);
	return count == 1 && got->line == want.line &&
	    got->col == want.col && got->caret == want.caret;
}

static void
claim(struct t_state *t_, const struct context *context,
    const struct prefix *prefix, size_t end, bool mark)
{
	struct where got, want;
	struct buf text, name;
	bool ok;

	buf_init(&text);
	buf_init(&name);
	compose(&text, context->text, prefix->text, line_ends[end], mark);
	ok = is_told(text.data, &got);
	buf_printf(&name, "%s behind %s, with %s%s", context->name,
	    prefix->name, end_names[end], mark ? " and a byte order mark" :
	    "");
	t_ok(ok, name.data);
	if (!ok) {
		want = find_tag(text.data);
		printf("#  got: %u:%u, caret %u\n# want: %u:%u, caret %u\n",
		    got.line, got.col, got.caret, want.line, want.col,
		    want.caret);
	}
	buf_release(&name);
	buf_release(&text);
}

#define COUNT(list) (sizeof(list) / sizeof((list)[0]))

T_MAIN
{
	for (size_t c = 0; c < COUNT(contexts); c++) {
		for (size_t p = 0; p < COUNT(prefixes); p++) {
			if (contexts[c].plain && !prefixes[p].plain)
				continue;
			for (size_t end = 0; end < COUNT(line_ends); end++) {
				claim(t_, &contexts[c], &prefixes[p], end,
				    false);
				claim(t_, &contexts[c], &prefixes[p], end,
				    true);
			}
		}
	}
}
