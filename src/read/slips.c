/* SPDX-License-Identifier: MIT */
/*
 * Comes in: a paragraph as cmark read it.  Goes out: warnings about words in it
 * that were meant to be something else: a heading, a list, a table, a callout
 * or a link of which one sign is wrong.  Changes nothing, and knows nothing of
 * code, which is no paragraph.
 */
#include <string.h>

#include "base/arena.h"
#include "base/messages.h"
#include "base/str.h"
#include "base/unicode.h"
#include "base/utf8.h"
#include "doc/node.h"
#include "read/guide.h"

/* The signs that word processors put before the items of a list. */
static const char *const bullets[] = { "\xE2\x80\xA2", "\xE2\x80\xA3",
    "\xE2\x97\xA6", "\xE2\x96\xAA", "\xE2\x97\x8F", "\xE2\x97\x8B",
    "\xC2\xB7", "\xEF\x82\xB7" };
/* Dashes and what looks like a hyphen: one may begin a line of prose. */
static const char *const dashes[] = { "\xE2\x80\x93", "\xE2\x80\x94",
    "\xE2\x80\x90", "\xE2\x80\x91", "\xE2\x88\x92" };
/* Spaces that do not break: U+00A0, U+2007, U+202F. */
static const char *const false_spaces[] = { "\xC2\xA0", "\xE2\x80\x87",
    "\xE2\x80\xAF" };

#define COUNT(list) (sizeof(list) / sizeof((list)[0]))

/* Which of "list" stands at "s"; its bytes, or 0. */
static size_t
starts_with_one(const char *s, const char *const *list, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		if (str_starts(s, list[i]))
			return strlen(list[i]);
	}
	return 0;
}

static size_t
false_space(const char *s)
{
	return starts_with_one(s, false_spaces, COUNT(false_spaces));
}

/* Does a line of the paragraph begin with this node? */
static bool
begins_line(const struct doc_node *n)
{
	return n->kind == DOC_TEXT && (n->prev == NULL ||
	    n->prev->kind == DOC_SOFT_BREAK ||
	    n->prev->kind == DOC_LINE_BREAK);
}

/* The bytes of "##", "-" or "1." at "s"; 0 if it is no such mark. */
static size_t
mark_length(const char *s)
{
	size_t n = strspn(s, "#");

	if (n > 0)
		return n <= 6 ? n : 0;
	if (s[0] == '-' || s[0] == '*' || s[0] == '+')
		return 1;
	n = strspn(s, "0123456789");
	return n > 0 && n < 10 && (s[n] == '.' || s[n] == ')') ? n + 1 : 0;
}

/* "##Heading", and "## Heading" with a space that is none.  One # without a
 * space is a tag or a number. */
static bool
look_for_mark(struct guide_reader *r, const struct doc_node *n)
{
	size_t len = mark_length(n->text), bytes;
	const char *mark = arena_strndup(r->arena, n->text, len);
	struct span at = n->at;
	uint32_t c;

	/* Behind a backslash it is meant as it stands. */
	if (len == 0 || !diag_stands(r->dl, n->at, mark))
		return false;
	at.col += (unsigned)len;
	if (false_space(n->text + len) > 0) {
		diag_say(r->dl, at, NULL, SAY_SLIP_SPACE, mark);
		return true;
	}
	bytes = utf8_decode(n->text + len, strlen(n->text + len), &c);
	if (len < 2 || mark[0] != '#' || bytes == 0 || !unicode_is_word(c))
		return false;
	diag_say(r->dl, at, NULL, SAY_SLIP_HEADING);
	return true;
}

static bool
is_gap(char c)
{
	return c == ' ' || c == '\t';
}

/* Lines that start with a sign of another program's lists; with dashes only if
 * all do. */
static bool
look_for_bullets(struct guide_reader *r, const struct doc_node *paragraph)
{
	const struct doc_node *first = NULL;
	size_t bullet, dash, found = 0, dashed = 0, lines = 0;

	for (const struct doc_node *n = paragraph->first; n != NULL;
	    n = n->next) {
		lines += n->prev == NULL || n->prev->kind == DOC_SOFT_BREAK ||
		    n->prev->kind == DOC_LINE_BREAK;
		if (!begins_line(n))
			continue;
		bullet = starts_with_one(n->text, bullets, COUNT(bullets));
		dash = starts_with_one(n->text, dashes, COUNT(dashes));
		dashed += dash > 0 && is_gap(n->text[dash]);
		found += bullet > 0 && (is_gap(n->text[bullet]) ||
		    false_space(n->text + bullet) > 0);
		if (first == NULL && found + dashed > 0)
			first = n;
	}
	if (found == 0 && (dashed < 2 || dashed < lines))
		return false;
	bullet = starts_with_one(first->text, bullets, COUNT(bullets));
	dash = starts_with_one(first->text, dashes, COUNT(dashes));
	diag_say(r->dl, first->at, NULL, SAY_SLIP_BULLET,
	    arena_strndup(r->arena, first->text, bullet + dash));
	return true;
}

/* Is there a tab with words before it? */
static bool
holds_tab(const struct doc_node *n, bool begins)
{
	const char *tab = n->kind == DOC_TEXT ? strchr(n->text, '\t') : NULL;

	return tab != NULL && tab[1] != '\0' && (!begins || tab != n->text);
}

/* Two lines or more with tabs between words. */
static bool
look_for_tabs(struct guide_reader *r, const struct doc_node *paragraph)
{
	size_t lines = 0;
	bool tab = false;

	for (const struct doc_node *n = paragraph->first; n != NULL;
	    n = n->next) {
		if (n->kind == DOC_SOFT_BREAK || n->kind == DOC_LINE_BREAK) {
			if (!tab)
				return false;
			lines++;
			tab = false;
		} else if (holds_tab(n, begins_line(n))) {
			tab = true;
		}
	}
	if (!tab || lines == 0)
		return false;
	diag_say(r->dl, paragraph->at, NULL, SAY_SLIP_TABLE);
	return true;
}

/* Does an address of a page, a file or a place stand at "s", up to a ")"? */
static bool
is_address(const char *s)
{
	static const char *const starts[] = { "http://", "https://", "www.",
	    "mailto:", "tel:", "sms:", "#", "figures/", "../", "./" };
	size_t len = strcspn(s, " \t()");

	if (s[len] != ')' || len == 0)
		return false;
	if (starts_with_one(s, starts, COUNT(starts)) > 0)
		return true;
	for (size_t i = 0; i + 3 <= len; i++) {
		if (memcmp(s + i, ".md", 3) == 0 && (i + 3 == len ||
		    s[i + 3] == '#'))
			return true;
	}
	return false;
}

/* "[words] (address)"; a bare web address is a link already. */
static void
look_for_link(struct guide_reader *r, const struct doc_node *n)
{
	static const char between[] = "] (";
	const char *s = n->kind == DOC_TEXT ? n->text : "";
	struct span from = n->at, at;

	while ((s = strstr(s, between)) != NULL) {
		s += strlen(between);
		if (*s == '\0' ? n->next == NULL || n->next->kind != DOC_LINK :
		    !is_address(s))
			continue;
		at = diag_find(r->dl, from, between);
		at.col++;
		diag_say(r->dl, at, NULL, SAY_SLIP_LINK);
		from = at;
	}
}

/* Is the sign there meant as it stands? */
static bool
is_escaped(struct guide_reader *r, struct span at)
{
	if (at.col < 2)
		return false;
	at.col--;
	return diag_stands(r->dl, at, "\\");
}

static bool
ascii_equal(const char *s, const char *lower, size_t len)
{
	for (size_t i = 0; i < len; i++) {
		char c = s[i];

		if (c >= 'A' && c <= 'Z')
			c = (char)(c - 'A' + 'a');
		if (c != lower[i])
			return false;
	}
	return true;
}

/* The bytes of an address that a link would have to end with a ")": up to the
 * one that has no "(" of its own, or 0. */
static size_t
address_length(const char *s)
{
	size_t depth = 0, i;

	for (i = 0; s[i] != '\0'; i++) {
		if (s[i] == '(')
			depth++;
		else if (s[i] == ')' && depth-- == 0)
			return i;
	}
	return 0;
}

/* Is it a page, a file or a place, but for a space within it?  A title behind
 * an address begins with a quotation mark. */
static bool
is_spaced_address(const char *s)
{
	static const char *const starts[] = { "http://", "https://", "www.",
	    "figures/", "../", "./" };
	static const char *const ends[] = { ".md", ".svg", ".png", ".jpg",
	    ".jpeg", ".webp", ".gif", ".heic", ".pdf" };
	size_t len = strcspn(s, "#");

	if (strchr(s, ' ') == NULL || strpbrk(s, "\"<>\t") != NULL)
		return false;
	if (starts_with_one(s, starts, COUNT(starts)) > 0)
		return true;
	for (size_t i = 0; i < COUNT(ends); i++) {
		size_t end = strlen(ends[i]);

		if (len > end && ascii_equal(s + len - end, ends[i], end))
			return true;
	}
	return false;
}

/* Where "[words" begin that "](" at "close" ends, with the "!" of a figure;
 * NULL if another node holds it. */
static const char *
bracket_before(const char *text, const char *close)
{
	while (close > text && *--close != '[')
		continue;
	if (*close != '[')
		return NULL;
	return close > text && close[-1] == '!' ? close - 1 : close;
}

/* Behind "](": a web address, which is a link by itself, and more words up to
 * a ")"? */
static bool
is_cut_address(const char *s, const struct doc_node *next)
{
	const struct doc_node *rest = next == NULL ? NULL : next->next;

	return *s == '\0' && next != NULL && next->kind == DOC_LINK &&
	    rest != NULL && rest->kind == DOC_TEXT && rest->text[0] == ' ' &&
	    strchr(rest->text, ')') != NULL &&
	    rest->text[1 + strcspn(rest->text + 1, " )\"")] == ')';
}

/* "[words](my page.md)" and "![words](figures/my photo.jpg)". */
static void
look_for_spaces(struct guide_reader *r, const struct doc_node *n)
{
	const char *s = n->kind == DOC_TEXT ? n->text : "", *open, *address;
	struct span at = n->at;
	size_t len;

	while ((s = strstr(s, "](")) != NULL) {
		open = bracket_before(n->text, s);
		s += 2;
		if (is_cut_address(s, n->next)) {
			at = diag_find(r->dl, at, "](");
			diag_say(r->dl, at, NULL, SAY_SLIP_ADDRESS, "link");
			continue;
		}
		len = address_length(s);
		address = arena_strndup(r->arena, s, len);
		if (len == 0 || !is_spaced_address(address))
			continue;
		at = diag_find(r->dl, at, open == NULL ? "](" :
		    arena_strndup(r->arena, open, (size_t)(s - open) + len));
		if (is_escaped(r, at))
			continue;
		diag_say(r->dl, at, arena_printf(r->arena, HINT_SLIP_ADDRESS,
		    guide_as_written(r, address)), SAY_SLIP_ADDRESS,
		    open != NULL && *open == '!' ? "figure" : "link");
	}
}

/* "- []words", "- [x]words" and "-[ ] words". */
static void
look_for_task(struct guide_reader *r, const struct doc_node *n)
{
	bool item = n->prev == NULL && n->parent->prev == NULL &&
	    n->parent->parent != NULL && n->parent->parent->kind == DOC_ITEM;
	const char *s = n->text, *box;
	size_t len;

	/* A list's sign without its space. */
	if (!item && (*s == '-' || *s == '*' || *s == '+') && s[1] == '[')
		s++;
	else if (!item)
		return;
	if (*s != '[')
		return;
	len = strcspn(s, "]");
	if (s[len] == '\0' || len > 2 || (len == 2 && strchr(" xX", s[1]) ==
	    NULL) || s[len + 1] == '\0' || s[len + 1] == '(')
		return;
	box = arena_strndup(r->arena, n->text, (size_t)(s - n->text) + len +
	    1);
	if (diag_stands(r->dl, n->at, box))
		diag_say(r->dl, n->at, NULL, SAY_SLIP_TASK, box);
}

/* "[!TRY]" where no quote begins, or "[TRY]" where one does. */
static void
look_for_callout(struct guide_reader *r, const struct doc_node *n,
    bool begins_quote)
{
	const char *end = strchr(n->text, ']'), *name;
	bool marked = str_starts(n->text, "[!");
	size_t before = marked ? 2 : 1;

	if (n->text[0] != '[' || end == NULL || !diag_stands(r->dl, n->at,
	    marked ? "[!" : "["))
		return;
	name = arena_strndup(r->arena, n->text + before,
	    (size_t)(end - n->text) - before);
	if (!guide_is_callout(name))
		return;
	if (marked)
		diag_say(r->dl, n->at, NULL, SAY_CALLOUT_PLACE, name);
	else if (begins_quote)
		diag_say(r->dl, n->at, arena_printf(r->arena,
		    HINT_CALLOUT_MARK, name), SAY_CALLOUT_MARK, name);
}

/* ">", a space that is none, and "[!TRY]". */
static void
look_for_quote_space(struct guide_reader *r, const struct doc_node *n)
{
	size_t bytes = false_space(n->text);

	if (bytes > 0 && str_starts(n->text + bytes, "[!"))
		diag_say(r->dl, n->at, NULL, SAY_SLIP_SPACE, ">");
}

void
guide_slips(struct guide_reader *r, const struct doc_node *paragraph)
{
	bool begins_quote = paragraph->parent != NULL && paragraph->prev ==
	    NULL && paragraph->parent->kind == DOC_QUOTE;

	/* A text without a guide round it is Markdown, whatever it says. */
	if (r->values == NULL)
		return;
	if (!look_for_bullets(r, paragraph))
		(void)look_for_tabs(r, paragraph);
	for (const struct doc_node *n = paragraph->first; n != NULL;
	    n = n->next) {
		look_for_link(r, n);
		look_for_spaces(r, n);
		if (!begins_line(n))
			continue;
		look_for_task(r, n);
		if (!look_for_mark(r, n))
			look_for_callout(r, n, begins_quote && n->prev ==
			    NULL);
		if (begins_quote && n->prev == NULL)
			look_for_quote_space(r, n);
	}
}
