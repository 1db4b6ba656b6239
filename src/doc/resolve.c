/* SPDX-License-Identifier: MIT */
/*
 * From the chapters as they were read to a frozen book.
 *
 * Comes in: trees with components in them.  Goes out: trees in which every
 * block has its id and every link its aim.  Knows no format.
 */
#include "base/messages.h"
#include "doc/resolve_int.h"

#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/map.h"
#include "base/str.h"
#include "doc/component.h"

/* Words a minute of somebody who reads slowly, at night. */
#define WORDS_A_MINUTE 200

/* Names of pages and parts that are not chapters. */
static const char *const reserved_ids[] = { "index", "downloads", "search",
    "a-z", "assets", "cover", "contents", "notes", "back-cover", "con", "prn", "aux",
    "nul" };

static bool
is_chapter_id(const char *id)
{
	size_t i;

	if (id == NULL || id[0] < 'a' || id[0] > 'z')
		return false;
	for (i = 0; id[i] != '\0'; i++) {
		if (!(id[i] >= 'a' && id[i] <= 'z') &&
		    !(id[i] >= '0' && id[i] <= '9') && id[i] != '-')
			return false;
	}
	return i <= 64;
}

static void
check_chapter_ids(struct arena *a, struct diag_list *dl, const struct book *b)
{
	struct map *seen;
	struct chapter *c;
	const struct chapter *first;
	struct span at;

	seen = map_new(a);
	for (size_t i = 0; i < b->chapter_count; i++) {
		c = &b->chapters[i];
		at = (struct span){ c->file, 1, 1 };
		if (!is_chapter_id(c->id)) {
			/* conf/ lets no other id into guide.yaml's order. */
			BUG("a chapter with the id \"%s\"", c->id != NULL ?
			    c->id : "");
		}
		for (size_t r = 0; r < sizeof(reserved_ids) /
		    sizeof(reserved_ids[0]); r++) {
			if (!str_equal(reserved_ids[r], c->id))
				continue;
			diag_say(dl, at, NULL, SAY_CHAPTER_ID_RESERVED, c->id);
		}
		if (map_add(seen, c->id, c))
			continue;
		first = map_find(seen, c->id);
		diag_say(dl, at, arena_printf(a, HINT_CHAPTER_ID_TWICE,
		    first->file), SAY_CHAPTER_ID_TWICE, c->id);
	}
}

/* "content/en-GB/worksheets/02-step.md" -> "worksheets/02-step.md". */
static const char *
source_name_of(struct arena *a, const struct book *b, const char *file)
{
	const char *folder, *found, *slash;

	folder = arena_printf(a, "/%s/", b->lang);
	found = strstr(file, folder);
	if (found != NULL)
		return found + strlen(folder);
	slash = strrchr(file, '/');
	return slash != NULL ? slash + 1 : file;
}

static void
unfold_chapter(struct arena *a, struct diag_list *dl, const struct book *b,
    const struct chapter *c)
{
	struct component_place place;
	const struct component_definition *definition;
	struct doc_node *node, *next, *into, *child;

	place = (struct component_place){ a, dl, b, c, NULL };
	for (node = c->root; node != NULL; node = next) {
		next = doc_following(c->root, node);
		if (node->kind != DOC_COMPONENT)
			continue;
		/* Without values the reader has said what is wrong. */
		if (node->u.component.values != NULL) {
			definition = node->u.component.values->definition;
			into = doc_new(a, DOC_DOCUMENT, node->at);
			place.node = node;
			if (definition->unfold == NULL)
				BUG("%s was not replaced", definition->name);
			definition->unfold(&place, node->u.component.values,
			    into);
			while ((child = into->first) != NULL) {
				doc_unlink(child);
				doc_insert_before(node, child);
			}
		}
		doc_unlink(node);
	}
}

static void
number_chapters(struct book *b)
{
	int number;

	number = 0;
	for (size_t i = 0; i < b->chapter_count; i++) {
		if (b->chapters[i].kind == CHAPTER_NUMBERED)
			b->chapters[i].number = ++number;
	}
}

static void
check_worksheet_numbers(struct arena *a, struct diag_list *dl,
    const struct book *b)
{
	const struct chapter *c, *other;

	for (size_t i = 0; i < b->chapter_count; i++) {
		c = &b->chapters[i];
		for (size_t j = 0; c->kind == CHAPTER_WORKSHEET &&
		    c->number > 0 && j < i; j++) {
			other = &b->chapters[j];
			if (other->kind != CHAPTER_WORKSHEET ||
			    other->number != c->number)
				continue;
			diag_say(dl, (struct span){ c->file, 1, 1 },
			    arena_printf(a, HINT_WORKSHEET_NUMBER,
			    other->file), SAY_WORKSHEET_NUMBER, c->number);
		}
	}
}

static size_t
count_words(const char *text)
{
	size_t words;
	bool inside;

	words = 0;
	inside = false;
	for (; *text != '\0'; text++) {
		if (*text == ' ' || *text == '\t' || *text == '\n') {
			inside = false;
		} else if (!inside) {
			inside = true;
			words++;
		}
	}
	return words;
}

static void
set_minutes(struct chapter *c)
{
	struct buf text;
	size_t words;

	buf_init(&text);
	if (c->summary != NULL) {
		buf_puts(&text, c->summary);
		buf_putc(&text, ' ');
	}
	doc_plain_text(c->root, &text);
	words = count_words(text.data);
	buf_release(&text);
	c->minutes = (int)((words + WORDS_A_MINUTE / 2) / WORDS_A_MINUTE);
	if (c->minutes < 1)
		c->minutes = 1;
}

void
doc_resolve(struct arena *a, struct diag_list *dl, struct book *b)
{
	struct chapter *c;

	for (size_t i = 0; i < b->chapter_count; i++) {
		c = &b->chapters[i];
		if (c->file == NULL)
			BUG("chapter %zu has no file", i);
		/* The reader has said why it could not be read. */
		if (c->root == NULL)
			c->root = doc_new(a, DOC_DOCUMENT,
			    (struct span){ NULL, 0, 0 });
	}
	check_chapter_ids(a, dl, b);
	check_worksheet_numbers(a, dl, b);
	resolve_structure(dl, b);
	for (size_t i = 0; i < b->chapter_count; i++) {
		c = &b->chapters[i];
		if (c->source_name == NULL)
			c->source_name = source_name_of(a, b, c->file);
		unfold_chapter(a, dl, b, c);
		/* Snippets bring their own. */
		doc_gather_footnotes(a, c->root);
		if (c->minutes == 0)
			set_minutes(c);
	}
	number_chapters(b);
	resolve_links(a, dl, b, resolve_ids(a, b));
}
