/* SPDX-License-Identifier: MIT */
/*
 * Ids of blocks, names of controls.
 *
 * An id is "<chapter>.<letters><number>", counted in the chapter and by kind;
 * a heading's is "<chapter>.<slug>".  So it never changes with other chapters,
 * and fits HTML's id, PDF's ID and form fields alike: [a-z0-9.-].
 */
#include "doc/resolve_int.h"

#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/map.h"
#include "base/str.h"

/* The letters of a kind's ids, or NULL if it has none. */
static const char *
letters_of(enum doc_kind kind)
{
	/* lint: long because every kind of node has its case. */
	switch (kind) {
	case DOC_PARAGRAPH:
		return "p";
	case DOC_CODE_BLOCK:
		return "code";
	case DOC_HTML_BLOCK:
		return "html";
	case DOC_LABEL:
		return "l";
	case DOC_FIGURE:
		return "figure";
	case DOC_CAPTION:
		return "caption";
	case DOC_TABLE:
		return "table";
	case DOC_TABLE_CELL:
		return "c";
	case DOC_FOOTNOTE:
		return "note";
	case DOC_FOOTNOTE_REFERENCE:
		return "ref";
	case DOC_CALLOUT:
		return "callout";
	case DOC_CONTENTS:
		return "contents";
	case DOC_FACT:
		return "fact";
	case DOC_HELP_LINE:
		return "help";
	case DOC_ANSWER:
		return "answer";
	case DOC_TICKS:
		return "ticks";
	case DOC_TICK:
		return "tick";
	case DOC_GRID:
		return "grid";
	case DOC_GRID_CELL:
		return "cell";
	case DOC_DOCUMENT:
	case DOC_HEADING:	/* by their slugs */
	case DOC_QUOTE:
	case DOC_LIST:
	case DOC_ITEM:
	case DOC_RULE:
	case DOC_COMPONENT:
	case DOC_FACTS:
	case DOC_HELP:
	case DOC_GRID_ROW:
	case DOC_TABLE_ROW:
	case DOC_TEXT:
	case DOC_SOFT_BREAK:
	case DOC_LINE_BREAK:
	case DOC_CODE:
	case DOC_HTML_INLINE:
	case DOC_EMPHASIS:
	case DOC_STRONG:
	case DOC_LINK:
	case DOC_IMAGE:
	case DOC_LANGUAGE:
	case DOC_STRIKE:
	case DOC_KIND_COUNT:
		return NULL;
	}
	BUG("node kind %d", (int)kind);
}

/* Ids of the chapter's own words, book.h. */
static const char *const own_names[] = { "title", "summary", "number", "for",
    "time", "why", "closing" };

/* Could "slug" be the id of another block: "p12", "title"? */
static bool
is_taken_form(const char *slug)
{
	const char *letters;
	size_t len;

	for (size_t i = 0; i < sizeof(own_names) / sizeof(own_names[0]); i++) {
		if (str_equal(own_names[i], slug))
			return true;
	}
	for (int kind = 0; kind < DOC_KIND_COUNT; kind++) {
		letters = letters_of((enum doc_kind)kind);
		if (letters == NULL || !str_starts(slug, letters))
			continue;
		len = strlen(letters);
		if (slug[len] != '\0' &&
		    slug[len + strspn(slug + len, "0123456789")] == '\0')
			return true;
	}
	return false;
}

/* What is left of a slug in a-z, 0-9 and single hyphens inside. */
static const char *
plain_slug(struct arena *a, const char *slug)
{
	struct buf text;
	const char *result;

	buf_init(&text);
	for (; *slug != '\0'; slug++) {
		if ((*slug >= 'a' && *slug <= 'z') ||
		    (*slug >= '0' && *slug <= '9'))
			buf_putc(&text, *slug);
		else if (*slug == '-' && text.len > 0 &&
		    text.data[text.len - 1] != '-')
			buf_putc(&text, '-');
	}
	while (text.len > 0 && text.data[text.len - 1] == '-')
		text.data[--text.len] = '\0';
	result = arena_strdup(a, text.len > 0 ? text.data : "section");
	buf_release(&text);
	return result;
}

/*
 * Adds "name" to "names", with "-2", "-3" ... if it is there already.  Each
 * name remembers the next number, so that a thousand equal headings cost no
 * more than a thousand different ones.
 */
static const char *
unique_name(struct arena *a, struct map *names, const char *name, bool taken)
{
	const char *tried;
	unsigned *next;

	next = map_find(names, name);
	if (next == NULL) {
		next = ARENA_NEW(a, unsigned);
		*next = 2;
		map_add(names, name, next);
		if (!taken)
			return name;
	}
	do {
		tried = arena_printf(a, "%s-%u", name, (*next)++);
	} while (map_find(names, tried) != NULL);
	next = ARENA_NEW(a, unsigned);
	*next = 2;
	map_add(names, tried, next);
	return tried;
}

struct id_job {
	struct arena			*arena;
	const struct chapter		*chapter;
	unsigned			 counts[DOC_KIND_COUNT];
	struct map			*slugs, *plain, *headings;
};

/*
 * Two names for a heading: its slug is what editors write in links, in letters
 * of any script; its id has only plain ones.
 */
static void
name_heading(struct id_job *job, struct doc_node *node)
{
	struct buf words;
	const char *slug, *plain;

	buf_init(&words);
	doc_plain_text(node, &words);
	slug = str_slug(job->arena, words.data);
	buf_release(&words);
	plain = plain_slug(job->arena, slug);
	slug = unique_name(job->arena, job->slugs, slug, false);
	plain = unique_name(job->arena, job->plain, plain,
	    is_taken_form(plain));
	node->id = arena_printf(job->arena, "%s.%s", job->chapter->id, plain);
	map_add(job->headings, slug, node);
}

static void
name_block(struct id_job *job, struct doc_node *node)
{
	const char *letters;

	if (node->kind == DOC_HEADING) {
		name_heading(job, node);
		return;
	}
	letters = letters_of(node->kind);
	/* A cell without words is no block. */
	if (letters == NULL ||
	    (node->kind == DOC_TABLE_CELL && node->first == NULL))
		return;
	node->id = arena_printf(job->arena, "%s.%s%u", job->chapter->id,
	    letters, ++job->counts[node->kind]);
	if (node->kind == DOC_ANSWER)
		node->u.answer.name = node->id;
	else if (node->kind == DOC_TICK)
		node->u.tick.name = node->id;
	else if (node->kind == DOC_GRID_CELL && node->u.cell.kind != CELL_HEAD)
		node->u.cell.name = node->id;
}

struct map *const *
resolve_ids(struct arena *a, struct book *b)
{
	struct map **headings;
	struct doc_node *node;
	struct id_job job;

	headings = ARENA_ARRAY(a, struct map *, b->chapter_count);
	for (size_t i = 0; i < b->chapter_count; i++) {
		memset(&job, 0, sizeof(job));
		job.arena = a;
		job.chapter = &b->chapters[i];
		job.slugs = map_new(a);
		job.plain = map_new(a);
		job.headings = headings[i] = map_new(a);
		for (node = b->chapters[i].root; node != NULL;
		    node = doc_following(b->chapters[i].root, node))
			name_block(&job, node);
	}
	return headings;
}
