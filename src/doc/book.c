/* SPDX-License-Identifier: MIT */
/*
 * Questions about a book: its words, its chapters.
 */
#include "doc/book.h"

#include <stdarg.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/map.h"
#include "base/str.h"

#define FIRST_STRONG_ISOLATE "\xE2\x81\xA8"
#define POP_ISOLATE "\xE2\x81\xA9"

const char *
book_word(const struct book *b, const char *key)
{
	const char *words;

	words = map_find(b->words, key);
	if (words == NULL)
		BUG("no words \"%s\": add them to conf/theme_strings.c", key);
	return words;
}

/* Letters from left to right, or figures with anything between them?  Figures
 * alone keep their order, and letters from right to left need no help. */
static bool
has_own_direction(const char *text)
{
	bool figures = false, others = false;

	for (const char *s = text; *s != '\0'; s++) {
		if ((*s >= 'A' && *s <= 'Z') || (*s >= 'a' && *s <= 'z'))
			return true;
		if (*s >= '0' && *s <= '9')
			figures = true;
		else
			others = true;
	}
	return figures && others;
}

const char *
book_isolated(const struct book *b, struct arena *a, const char *text)
{
	if (text == NULL || !b->right_to_left || !has_own_direction(text))
		return text;
	return arena_printf(a, "%s%s%s", FIRST_STRONG_ISOLATE, text,
	    POP_ISOLATE);
}

/* What stands for the "len" bytes long "name" among the pairs, or NULL. */
static const char *
value_of(va_list pairs, const char *name, size_t len)
{
	const char *key, *value, *found;

	found = NULL;
	for (;;) {
		key = va_arg(pairs, const char *);
		if (key == NULL)
			return found;
		value = va_arg(pairs, const char *);
		if (value == NULL)
			BUG("no value for {%s}", key);
		if (strlen(key) == len && memcmp(key, name, len) == 0)
			found = value;
	}
}

const char *
book_word_with(const struct book *b, struct arena *a, const char *key, ...)
{
	const char *words, *open, *close, *value, *result;
	struct buf text;
	va_list pairs;

	words = book_word(b, key);
	buf_init(&text);
	for (;;) {
		open = strchr(words, '{');
		close = open != NULL ? strchr(open, '}') : NULL;
		if (close == NULL)
			break;
		va_start(pairs, key);
		value = value_of(pairs, open + 1, (size_t)(close - open - 1));
		va_end(pairs);
		if (value == NULL)
			BUG("nothing to fill into \"%s\"", open);
		buf_put(&text, words, (size_t)(open - words));
		buf_puts(&text, book_isolated(b, a, value));
		words = close + 1;
	}
	buf_puts(&text, words);
	result = arena_strndup(a, text.data, text.len);
	buf_release(&text);
	return result;
}

const char *
book_sample_line(const struct book *b)
{
	return b->edition == EDITION_SAMPLE ? book_word(b, "sample") : NULL;
}

const char *
book_partial_line(const struct book *b)
{
	return b->left_out_count > 0 ? book_word(b, "partial-line") : NULL;
}

bool
book_help_verified(const struct book *b)
{
	for (size_t i = 0; i < b->help_count; i++) {
		if (b->help[i].status != HELP_VERIFIED)
			return false;
	}
	return true;
}

const char *
book_help_dated(const struct book *b, struct arena *a)
{
	if (b->help_checked_words == NULL)
		return NULL;
	return book_word_with(b, a, book_help_verified(b) ? "help-checked" :
	    "help-seen", "date", b->help_checked_words, NULL);
}

const char *
book_help_number(const struct help_line *line)
{
	return line->display != NULL ? line->display : line->number;
}

const struct help_line *
book_someone(const struct book *b)
{
	static const enum help_level order[] = { HELP_TALK, HELP_URGENT,
		HELP_SPECIALIST };

	for (size_t i = 0; i < sizeof(order) / sizeof(order[0]); i++) {
		for (size_t j = 0; j < b->help_count; j++) {
			if (b->help[j].level == order[i] &&
			    b->help[j].number != NULL)
				return &b->help[j];
		}
	}
	return NULL;
}

const struct chapter *
book_chapter(const struct book *b, const char *id)
{
	for (size_t i = 0; i < b->chapter_count; i++) {
		if (str_equal(b->chapters[i].id, id))
			return &b->chapters[i];
	}
	return NULL;
}

bool
book_prints(const struct book *b, enum print_kind kind,
    const struct chapter *chapter)
{
	for (size_t i = 0; i < b->print_count; i++) {
		if (b->print[i].kind == kind && b->print[i].chapter == chapter)
			return true;
	}
	return false;
}

const char *
chapter_lead(const struct chapter *c)
{
	switch (c->kind) {
	case CHAPTER_START:
	case CHAPTER_NUMBERED:
	case CHAPTER_WORKSHEET:
	case CHAPTER_PLAIN:
		return str_blank(c->summary) ? NULL : c->summary;
	case CHAPTER_HELP:
	case CHAPTER_ABOUT:
		return NULL;
	}
	BUG("chapter of kind %d", (int)c->kind);
}
