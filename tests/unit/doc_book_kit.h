/* SPDX-License-Identifier: MIT */
/*
 * A small book for tests of doc/, built by hand, and questions about messages.
 */
#ifndef TESTS_DOC_BOOK_KIT_H
#define TESTS_DOC_BOOK_KIT_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/map.h"
#include "doc/book.h"
#include "doc/component.h"
#include "doc/node.h"
#include "t.h"

#define KIT_CHAPTERS 4

struct kit {
	struct arena		*arena;
	struct diag_list	*dl;
	struct map		*words;
	struct book		 book;
	struct chapter		 chapters[KIT_CHAPTERS];
};

static inline struct doc_node *
kit_block(struct kit *k, struct doc_node *parent, enum doc_kind kind,
    const char *text)
{
	struct doc_node *node;
	struct span at;

	at = (struct span){ "content/en-GB/01-a.md", parent->at.line + 1, 1 };
	node = doc_new(k->arena, kind, at);
	if (text != NULL)
		doc_append_text(k->arena, node, text);
	doc_append(parent, node);
	return node;
}

static inline struct doc_node *
kit_heading(struct kit *k, struct doc_node *parent, int level,
    const char *text)
{
	struct doc_node *node;

	node = kit_block(k, parent, DOC_HEADING, text);
	node->u.heading.level = level;
	return node;
}

static inline struct doc_node *
kit_link(struct kit *k, struct doc_node *parent, const char *href)
{
	struct doc_node *link;

	link = kit_block(k, parent, DOC_LINK, "here");
	link->u.link.href = href;
	return link;
}

/* Four chapters: start, two with numbers, a worksheet; one paragraph each. */
static inline void
kit_new(struct kit *k)
{
	static const char *const ids[KIT_CHAPTERS] = { "before-you-start",
	    "rush-of-love", "give-it-time", "one-small-step" };
	static const char *const files[KIT_CHAPTERS] = {
	    "content/en-GB/00-start.md", "content/en-GB/01-rush.md",
	    "content/en-GB/02-time.md", "content/en-GB/worksheets/02-step.md"
	};
	static const enum chapter_kind kinds[KIT_CHAPTERS] = { CHAPTER_START,
	    CHAPTER_NUMBERED, CHAPTER_NUMBERED, CHAPTER_WORKSHEET };
	struct span at;

	memset(k, 0, sizeof(*k));
	k->arena = arena_new();
	k->dl = diag_list_new(k->arena);
	k->words = map_new(k->arena);
	k->book.words = k->words;
	k->book.lang = "en-GB";
	k->book.chapters = k->chapters;
	k->book.chapter_count = KIT_CHAPTERS;
	for (size_t i = 0; i < KIT_CHAPTERS; i++) {
		k->chapters[i].id = ids[i];
		k->chapters[i].title = ids[i];
		k->chapters[i].file = files[i];
		k->chapters[i].kind = kinds[i];
		at = (struct span){ files[i], 1, 1 };
		k->chapters[i].root = doc_new(k->arena, DOC_DOCUMENT, at);
		kit_block(k, k->chapters[i].root, DOC_PARAGRAPH, "Words.");
	}
}

static inline void
kit_word(struct kit *k, const char *key, const char *words)
{
	map_add(k->words, key, arena_strdup(k->arena, words));
}

static inline void
kit_end(struct kit *k)
{
	arena_free(k->arena);
}

/* The first message as "id text", or "". */
static inline const char *
kit_first(struct kit *k)
{
	const struct diag *d;

	if (diag_total(k->dl) == 0)
		return "";
	d = diag_nth(k->dl, 0);
	return arena_printf(k->arena, "%s %s", d->id, d->text);
}

static inline const char *
kit_hint(struct kit *k)
{
	if (diag_total(k->dl) == 0 || diag_nth(k->dl, 0)->hint == NULL)
		return "";
	return diag_nth(k->dl, 0)->hint;
}

#endif
