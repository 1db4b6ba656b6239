/* SPDX-License-Identifier: MIT */
/*
 * The A to Z of a guide: titles, headings, keywords and words to know by
 * letter, in the order of the language.
 *
 * Comes in: the pages.  Goes out: values for a template.  Knows no HTML.
 */
#include "site/site_int.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/map.h"
#include "base/str.h"
#include "base/vec.h"
#include "doc/book.h"
#include "site/value.h"
#include "site/words.h"

/* With more pages than this the headings are left to the search: the list
 * would be longer than anybody reads or a telephone likes to load. */
#define PAGES_WITH_HEADINGS 300
/* Letters without an alphabet are one group, behind the others. */
#define NO_LETTER INT32_MAX

struct line {
	const char	*title, *href;
	const char	*where;		/* the page, or "" */
	const char	*key;
	size_t		 number;	/* among equal keys the first wins */
	const char	*letter;	/* NULL: none */
	int32_t		 primary;
};

struct lines {
	const struct site	*site;
	const struct site_page	*page;	/* the A to Z itself */
	struct arena		*arena;
	struct word_order	*order;
	struct map		*seen;	/* folded words and page */
	VEC(struct line)	 all;
};

/* "owner" has each title but once. */
static void
add_line(struct lines *l, const char *title, const char *owner,
    const char *href, const char *where)
{
	struct arena *a = l->arena;
	struct line *line;

	if (str_blank(title) || !map_add(l->seen, arena_printf(a, "%s\n%s",
	    words_fold(a, title), owner), l))
		return;
	line = vec_push(a, &l->all);
	line->title = title;
	line->href = href;
	line->where = where;
	line->key = word_order_key(l->order, a, title);
	line->number = l->all.len;
	line->letter = word_order_letter(l->order, a, title, &line->primary);
	if (line->letter == NULL)
		line->primary = NO_LETTER;
}

static void
add(struct lines *l, const char *title, const struct chapter *c,
    const char *id, const char *where)
{
	const char *href = page_chapter_href(l->page, c);

	if (id != NULL)
		href = arena_printf(l->arena, "%s#%s", href, id);
	add_line(l, title, c->id, href, where);
}

/* Pages that no chapter makes, such as all downloads. */
static void
add_own_pages(struct lines *l)
{
	const struct site_page *p;

	for (size_t i = 0; i < l->site->page_count; i++) {
		p = &l->site->pages[i];
		if (p->chapter == NULL && p->listed && p != l->page &&
		    !str_equal(p->template, "home"))
			add_line(l, p->title, p->file,
			    page_href(l->page, p->file), "");
	}
}

static bool
is_term(const struct book *b, const char *name)
{
	for (size_t i = 0; i < b->term_count; i++) {
		if (str_equal(b->terms[i].term, name))
			return true;
	}
	return false;
}

static void
add_block(struct lines *l, const struct chapter *c, const struct doc_node *n,
    bool headings)
{
	struct buf words;

	if (n->kind == DOC_FACT && n->u.fact.name != NULL &&
	    is_term(l->site->book, n->u.fact.name))
		add(l, n->u.fact.name, c, n->id, c->nav_title);
	if (n->kind != DOC_HEADING || !headings)
		return;
	buf_init(&words);
	doc_plain_text(n, &words);
	add(l, arena_strdup(l->arena, words.data), c, n->id, c->nav_title);
	buf_release(&words);
}

/* Headings, and words that are explained. */
static void
add_blocks(struct lines *l, const struct chapter *c, bool headings)
{
	struct doc_walk w;

	if (c->root == NULL)
		return;
	w = doc_walk_start(c->root);
	while (doc_walk_next(&w)) {
		if (!w.entering)
			continue;
		if (w.node->kind == DOC_ONLY &&
		    w.node->u.only.medium == ONLY_PRINT)
			doc_walk_skip(&w);
		else if (w.node->id != NULL)
			add_block(l, c, w.node, headings);
	}
}

static void
add_chapter(struct lines *l, const struct chapter *c, bool headings)
{
	const char *where = "";

	if (c->kind == CHAPTER_WORKSHEET && c->number > 0)
		where = book_word_with(l->site->book, l->arena, "worksheet",
		    "number", arena_printf(l->arena, "%d", c->number), NULL);
	add(l, c->title, c, NULL, where);
	add_blocks(l, c, headings);
	for (size_t i = 0; i < c->keyword_count; i++)
		add(l, c->keywords[i], c, NULL, c->nav_title);
}

static int
compare_lines(const void *x, const void *y)
{
	const struct line *a = x, *b = y;
	int order;

	/* What has no letter comes last, whatever its key. */
	if ((a->letter == NULL) != (b->letter == NULL))
		return a->letter == NULL ? 1 : -1;
	order = strcmp(a->key, b->key);
	if (order != 0)
		return order;
	return a->number < b->number ? -1 : a->number > b->number;
}

static struct value *
new_letter(struct lines *l, struct value *letters, const struct line *line,
    size_t number)
{
	struct arena *a = l->arena;
	struct value *letter, *entries;

	letter = value_map(a);
	value_set_text(a, letter, "letter", line->letter != NULL ?
	    line->letter : book_word(l->site->book, "a-z-other"));
	value_set_text(a, letter, "id", arena_printf(a, "letter-%zu", number));
	entries = value_list(a);
	value_set(a, letter, "entries", entries);
	value_push(a, letters, letter);
	return entries;
}

static struct value *
letters_of(struct lines *l)
{
	struct arena *a = l->arena;
	struct value *letters, *entries, *entry;
	const struct line *line, *before;
	size_t count;

	letters = value_list(a);
	entries = NULL;
	before = NULL;
	count = 0;
	for (size_t i = 0; i < l->all.len; i++) {
		line = &l->all.items[i];
		if (before == NULL || line->primary != before->primary)
			entries = new_letter(l, letters, line, ++count);
		entry = value_map(a);
		value_set_text(a, entry, "title", line->title);
		value_set_text(a, entry, "href", line->href);
		value_set_text(a, entry, "where", line->where);
		value_push(a, entries, entry);
		before = line;
	}
	return letters;
}

struct value *
page_letters(const struct site *s, const struct site_page *page)
{
	const struct book *b = s->book;
	struct lines l;

	memset(&l, 0, sizeof(l));
	l.site = s;
	l.page = page;
	l.arena = page->arena;
	l.seen = map_new(page->arena);
	l.order = word_order_open(b->lang);
	for (size_t i = 0; i < b->chapter_count; i++)
		add_chapter(&l, &b->chapters[i],
		    b->chapter_count <= PAGES_WITH_HEADINGS);
	add_own_pages(&l);
	word_order_close(l.order);
	if (l.all.len > 0)
		qsort(l.all.items, l.all.len, sizeof(l.all.items[0]),
		    compare_lines);
	return letters_of(&l);
}
