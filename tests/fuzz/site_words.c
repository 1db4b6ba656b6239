/* SPDX-License-Identifier: MIT */
/*
 * Any bytes as a heading: its words, their stems, its place in the A to Z.
 */
#include "fuzz.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "site/search_index.h"
#include "site/words.h"

/* With and without an alphabet, spaces, cases and stems of their own. */
static const char *const languages[] = { "en-GB", "tr", "th", "ko", "cs",
    "ar" };

static void
cut(struct arena *a, const char *lang, const char *text, size_t len)
{
	struct search_index *index = search_index_open(a, lang);
	struct word_breaks *breaks = word_breaks_open(lang);
	size_t start, end, before = 0, count;
	const char *word;

	word_breaks_start(breaks, text, len);
	while (word_breaks_next(breaks, &start, &end)) {
		/* In order, and inside. */
		if (start < before || end <= start || end > len)
			abort();
		before = end;
		word = words_lower(a, lang, text + start, end - start);
		search_index_add(index, a, (uint32_t)(start % 100), word, 1);
		/* Parts of the index are told apart by these. */
		if (strpbrk(words_fold(a, word), " |\n") != NULL)
			abort();
		(void)search_index_relatives(index, a, word);
	}
	(void)search_index_shards(index, &count);
	word_breaks_close(breaks);
	search_index_close(index);
}

static void
place(struct arena *a, const char *lang, const char *text)
{
	struct word_order *order = word_order_open(lang);
	const char *letter;
	int32_t primary;

	(void)word_order_key(order, a, text);
	letter = word_order_letter(order, a, text, &primary);
	if ((letter == NULL) != (primary == 0))
		abort();
	word_order_close(order);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena *a = arena_new();
	const char *text = arena_strndup(a, (const char *)data, size);
	const char *lang;

	lang = languages[size > 0 ? data[0] % (sizeof(languages) /
	    sizeof(languages[0])) : 0];
	cut(a, lang, text, strlen(text));
	place(a, lang, text);
	(void)words_fold(a, text);
	arena_free(a);
	return 0;
}
