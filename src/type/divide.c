/* SPDX-License-Identifier: MIT */
/*
 * Which words of a paragraph may be divided, and where.
 *
 * Only words of letters alone: addresses, numbers, capitals, and words that
 * bring hyphens of their own, soft or hard, stay as the author wrote them.
 */
#include "type/setting.h"

#include <string.h>

#include "base/arena.h"
#include "base/unicode.h"
#include "type/breaks.h"
#include "type/hyphen.h"

/* Longer ones are no words of a language, and not asked about. */
#define WORD_BYTES_MAX	512

/* What a character is to a word that may be divided. */
enum letter_class {
	LETTER,			/* part of a word */
	LETTER_JOINT,		/* apostrophe: between parts of a word */
	LETTER_DASH,		/* between words that stand without a space */
	LETTER_EDGE,		/* stops, brackets, quotes: around a word */
	LETTER_NONE		/* a word with this is none to divide */
};

static enum letter_class
letter_class_of(uint32_t c)
{
	if (c == '\'' || c == 0x2019)
		return LETTER_JOINT;
	if (c == 0x2013 || c == 0x2014)
		return LETTER_DASH;
	if (c == '-' || c == '/' || c == '@' || c == '_' || c == '\\' ||
	    c == '#' || c == '&' || c == 0xAD || c == 0x2010 || c == 0x2011)
		return LETTER_NONE;
	/* Marks and letters of all scripts; figures are words to others. */
	if (unicode_is_word(c))
		return c >= '0' && c <= '9' ? LETTER_NONE : LETTER;
	if (unicode_is_punctuation(c))
		return LETTER_EDGE;
	return LETTER_NONE;
}

/* The style of the text at byte "at"; *span never goes back. */
static const struct type_style *
style_at(const struct setting *s, size_t at, size_t *span)
{
	while (*span + 1 < s->text.span_count &&
	    s->text.spans[*span].end <= at)
		++*span;
	return &s->text.spans[*span].style;
}

/* Is start..end in one language, and none of it kept together? */
static bool
is_plain(const struct setting *s, size_t start, size_t end, size_t span)
{
	const struct type_style *style, *first;

	first = &s->text.spans[span].style;
	for (; span < s->text.span_count &&
	    s->text.spans[span].start < end; span++) {
		style = &s->text.spans[span].style;
		if (style->keep || style->lang == NULL ||
		    strcmp(style->lang, first->lang) != 0)
			return false;
	}
	return start < end;
}

/* Marks the places in letters start..end. */
static void
divide_part(struct setting *s, const char *lang, size_t start, size_t end)
{
	bool places[WORD_BYTES_MAX];

	if (end - start > WORD_BYTES_MAX)
		return;
	hyphens_places(s->hyphens, lang, s->text.bytes + start, end - start,
	    places);
	for (size_t i = 1; i < end - start; i++) {
		if (places[i])
			s->items.marks[start + i] |= MARK_HYPHEN;
	}
}

/* A stretch of characters with white space around. */
struct token {
	size_t	start, end;		/* from its first letter to its last */
	bool	letters, edge;		/* one behind the letters so far */
	bool	odd;			/* not to be divided */
};

static void
token_add(struct token *t, uint32_t c, size_t at, size_t next)
{
	switch (letter_class_of(c)) {
	case LETTER_NONE:
		t->odd = true;
		return;
	case LETTER:
		if (!t->letters)
			t->start = at;
		/* "NHS", "e.g.", "example.org" */
		else if (t->edge || unicode_lower(c) != c)
			t->odd = true;
		t->letters = true;
		t->end = next;
		return;
	case LETTER_EDGE:
		t->edge = t->letters;
		return;
	case LETTER_DASH:
	case LETTER_JOINT:
		return;
	}
}

/* Divides the parts of a token between joints and dashes. */
static void
divide_token(struct setting *s, const struct token *t, size_t *span)
{
	const struct type_style *style;
	size_t at, part, next;
	uint32_t c;

	if (!t->letters || t->odd)
		return;
	style = style_at(s, t->start, span);
	if (!hyphens_know(s->hyphens, style->lang) ||
	    !is_plain(s, t->start, t->end, *span))
		return;
	part = t->start;
	for (at = t->start; at < t->end; at = next) {
		c = setting_codepoint(s, at, &next);
		if (letter_class_of(c) == LETTER)
			continue;
		divide_part(s, style->lang, part, at);
		part = next;
	}
	divide_part(s, style->lang, part, t->end);
}

void
divide_words(struct setting *s)
{
	struct token token;
	size_t at, next, span;
	uint32_t c;

	memset(&token, 0, sizeof(token));
	span = 0;
	for (at = 0; at < s->text.len; at = next) {
		c = setting_codepoint(s, at, &next);
		if (break_class_of(c) == BREAK_WORD) {
			token_add(&token, c, at, next);
			continue;
		}
		divide_token(s, &token, &span);
		memset(&token, 0, sizeof(token));
	}
	divide_token(s, &token, &span);
}
