/* SPDX-License-Identifier: MIT */
/*
 * The index of the search: places, shards, weights, and what it takes from a
 * chapter.
 */
#include "site/search_index.h"

#include <stdlib.h>

#include "base/arena.h"
#include "base/buf.h"
#include "doc/book.h"
#include "doc/node.h"
#include "site/escape.h"
#include "site/search_text.h"
#include "t.h"

static const struct span here = { "a.md", 1, 1 };

static void
claim_places(struct t_state *t_, struct arena *a)
{
	struct search_index *ix = search_index_open(a, "en");
	const struct search_shard *shards;
	size_t count;

	search_index_add(ix, a, 0, "hold", 1);
	search_index_add(ix, a, 0, "holding", 2);
	search_index_add(ix, a, 1, "holding", 99);
	search_index_add(ix, a, 3, "holds", 1);
	search_index_add(ix, a, 40, "hold", 1);
	search_index_add(ix, a, 40, "''", 1);
	search_index_add(ix, a, 41, "b\xC3\xA9" "b\xC3\xA9", 12);
	t_str(search_index_relatives(ix, a, "hold"), "hold holding holds",
	    "words of a stem are relatives");
	t_str(search_index_relatives(ix, a, "cope"), "cope",
	    "a word of its own has none");
	shards = search_index_shards(ix, &count);
	t_int(count, 1, "few words are one shard");
	t_str(shards[0].first, "", "which begins with everything");
	t_str(shards[0].text, "bebe|16L\nhold holding holds|CZ2A11A\n",
	    "a stem has its words, distances and weights");
	search_index_close(ix);
}

static void
claim_shards(struct t_state *t_, struct arena *a)
{
	struct search_index *ix = search_index_open(a, "pl");
	const struct search_shard *shards;
	size_t count, largest, letters;

	for (uint32_t i = 0; i < 3000; i++)
		search_index_add(ix, a, i, arena_printf(a, "%c%u",
		    (char)('a' + i * 7 % 26), (unsigned)i), 1);
	/* One word in more places than a page on it could be found by. */
	for (uint32_t i = 3000; i < 9000; i++)
		search_index_add(ix, a, i, "i", i % 1000 == 0 ? 8 : 1);
	shards = search_index_shards(ix, &count);
	largest = letters = 0;
	for (size_t i = 0; i < count; i++) {
		if (shards[i].len > largest && strstr(shards[i].text,
		    "i|") == NULL)
			largest = shards[i].len;
		letters += i == 0 || shards[i].first[0] != shards[i - 1].first[0];
		if (i > 0 && strcmp(shards[i - 1].first, shards[i].first) >= 0)
			letters = 0;
	}
	t_ok(count > 4 && letters == count,
	    "many words are several shards, each from a letter on");
	t_ok(largest > 0 && largest < 24 * 1024, "none of them is large");
	for (size_t i = 0; i < count; i++) {
		const char *line = strstr(shards[i].text, "\ni|");

		if (line != NULL)
			t_ok(strcspn(line + 1, "\n") < 2 * 4200,
			    "a word that is everywhere is kept within bounds");
	}
	search_index_close(ix);
}

static void
claim_order(struct t_state *t_, struct arena *a)
{
	struct search_index *ix = search_index_open(a, "zh");
	const struct search_shard *shards;
	size_t count;

	search_index_add(ix, a, 0, "\xEF\xBD\xA1x", 1);
	search_index_add(ix, a, 0, "\xEE\x80\x80", 1);
	search_index_add(ix, a, 0, "\xF0\xA0\x80\x80", 1);
	search_index_add(ix, a, 0, "a", 1);
	shards = search_index_shards(ix, &count);
	t_ok(count == 1 && strstr(shards[0].text, "\xF0\xA0\x80\x80") <
	    strstr(shards[0].text, "\xEE\x80\x80"),
	    "words stand in the order in which JavaScript compares");
	search_index_close(ix);
}

static struct doc_node *
append(struct arena *a, struct doc_node *parent, enum doc_kind kind,
    const char *text)
{
	struct doc_node *n = doc_new(a, kind, here);

	if (text != NULL)
		doc_append_text(a, n, text);
	doc_append(parent, n);
	return n;
}

static void
claim_text(struct t_state *t_, struct arena *a)
{
	struct search_sections s;
	struct doc_node *n, *only;
	struct chapter c;

	memset(&c, 0, sizeof(c));
	c.title = "Title";
	c.summary = "Sum.";
	c.root = doc_new(a, DOC_DOCUMENT, here);
	n = append(a, c.root, DOC_PARAGRAPH, "One\n two");
	append(a, n, DOC_STRONG, " strong");
	n = append(a, c.root, DOC_HEADING, "Head");
	n->id = "c.head";
	append(a, c.root, DOC_PARAGRAPH, "Three");
	only = append(a, c.root, DOC_ONLY, NULL);
	only->u.only.medium = ONLY_PRINT;
	append(a, only, DOC_PARAGRAPH, "paper");
	n = append(a, append(a, c.root, DOC_FACTS, NULL), DOC_FACT, "meaning");
	n->u.fact.name = "term";
	append(a, append(a, c.root, DOC_FOOTNOTE, NULL), DOC_PARAGRAPH, "Foot");
	search_text_of(a, &c, &s);
	t_int(s.all.len, 2, "a page and its headed section are found");
	t_str(s.all.items[0].text, "Sum. One two strong \xC2\xB7 Foot",
	    "notes belong to the page, blocks are parted");
	t_str(s.all.items[1].title, "Head", "a section has its heading");
	t_str(s.all.items[1].id, "c.head", "and its address");
	t_str(s.all.items[1].text, "Three \xC2\xB7 term \xC2\xB7 meaning",
	    "what is only on paper is not found");
	t_int(s.all.items[1].runs.items[1].weight, WEIGHT_TERM,
	    "a word that is explained weighs more");
	t_int(s.all.items[0].runs.items[2].weight, WEIGHT_STRESSED,
	    "so does a strong one");
}

static void
claim_scripts(struct t_state *t_)
{
	struct buf out;

	buf_init(&out);
	escape_script(&out, "a\"\\\n\x01</\xE2\x80\xA8\xC3");
	t_str(out.data, "\"a\\\"\\\\\\n\\u0001\\u003c/\\u2028\xC3\"",
	    "a text becomes a string of JavaScript");
	buf_release(&out);
}

T_MAIN
{
	struct arena *a = arena_new();

	claim_places(t_, a);
	claim_shards(t_, a);
	claim_order(t_, a);
	claim_text(t_, a);
	claim_scripts(t_);
	arena_free(a);
}
