/* SPDX-License-Identifier: MIT */
/*
 * What is the same on many pages, made once: places of chapters, long lists.
 *
 * Comes in: the book and its downloads.  Goes out: values that pages share and
 * never change.  A page whose addresses begin elsewhere makes lists of its own.
 */
#include "site/site_int.h"

#include <stdint.h>

#include "base/arena.h"
#include "base/map.h"
#include "base/str.h"
#include "doc/book.h"
#include "site/characters.h"
#include "site/value.h"

/* Chapters on each side of the page's own, where not all are listed. */
#define NEIGHBOURS 5

bool
page_is_listed_chapter(const struct chapter *chapter)
{
	return chapter->kind == CHAPTER_START ||
	    chapter->kind == CHAPTER_NUMBERED ||
	    chapter->kind == CHAPTER_PLAIN;
}

const struct chapter *
page_chapter_of_kind(const struct site *s, int kind)
{
	return s->shared.first_of_kind[kind];
}

bool
page_has_worksheets(const struct site *s)
{
	return page_chapter_of_kind(s, CHAPTER_WORKSHEET) != NULL;
}

/* The chapter's number among all of the book. */
static size_t
index_of(const struct site *s, const struct chapter *c)
{
	return (size_t)(c - s->book->chapters);
}

const struct chapter *
page_neighbour(const struct site *s, const struct site_page *page, int step)
{
	size_t i;

	if (page->chapter == NULL)
		return NULL;
	i = index_of(s, page->chapter);
	if (step < 0)
		return i > 0 ? page->chapter - 1 : NULL;
	return i + 1 < s->book->chapter_count ? page->chapter + 1 : NULL;
}

static const char *
number_words(struct arena *a, int number)
{
	return number > 0 ? arena_printf(a, "%d", number) : "";
}

static struct value *
chapter_item(struct arena *a, const char *base, const struct chapter *c,
    bool current)
{
	struct value *item;

	item = value_map(a);
	value_set_text(a, item, "title", c->title);
	value_set_text(a, item, "nav_title", c->nav_title);
	value_set_text(a, item, "summary", c->summary);
	value_set_text(a, item, "href", arena_printf(a, "%s%s.html", base,
	    c->id));
	value_set_text(a, item, "number", number_words(a, c->number));
	value_set(a, item, "current", value_bool(a, current));
	return item;
}

static struct value *
all_chapters(struct arena *a, const struct site_shared *lists,
    const char *base)
{
	struct value *list;

	list = value_list(a);
	for (size_t i = 0; i < lists->listed_count; i++)
		value_push(a, list, chapter_item(a, base, lists->listed[i],
		    false));
	return list;
}

/* Do the page's addresses begin as those of the shared lists do? */
static bool
shares_lists(const struct site *s, const struct site_page *page)
{
	return str_equal(page->base, s->shared.base) &&
	    str_equal(page->assets, s->shared.assets);
}

struct value *
page_chapters(const struct site *s, const struct site_page *page)
{
	const struct site_shared *lists = &s->shared;
	struct arena *a = page->arena;
	size_t place = SIZE_MAX, first = 0, end = lists->listed_count;
	struct value *list, *item;
	bool shared = shares_lists(s, page);

	if (page->chapter != NULL)
		place = lists->places[index_of(s, page->chapter)];
	if (lists->many_chapters && !str_equal(page->template, "home")) {
		if (place == SIZE_MAX)
			return value_list(a);
		first = place > NEIGHBOURS ? place - NEIGHBOURS : 0;
		if (end - place > NEIGHBOURS + 1)
			end = place + NEIGHBOURS + 1;
	}
	if (shared && place == SIZE_MAX)
		return lists->chapters;
	list = value_list(a);
	for (size_t i = first; i < end; i++) {
		item = shared && i != place ?
		    lists->chapters->entries.items[i].value :
		    chapter_item(a, page->base, lists->listed[i], i == place);
		value_push(a, list, item);
	}
	return list;
}

static struct value *
worksheet_item(const struct site *s, const struct site_page *page,
    const struct chapter *c)
{
	struct arena *a = page->arena;
	struct value *item;

	item = value_map(a);
	value_set_text(a, item, "title", c->title);
	value_set_text(a, item, "href", page_chapter_href(page, c));
	value_set_text(a, item, "pdf_href", page_sheet_href(s, page, c));
	value_set_text(a, item, "pdf_words", page_sheet_words(s, a));
	value_set_text(a, item, "label", book_word_with(s->book, a,
	    "worksheet", "number", number_words(a, c->number), NULL));
	value_set_text(a, item, "for_whom", c->for_whom);
	value_set_text(a, item, "duration", c->duration);
	value_set_text(a, item, "why", c->why);
	value_set_text(a, item, "summary", c->summary);
	page_sketch(a, c, item);
	return item;
}

static struct value *
all_worksheets(const struct site *s, const struct site_page *page)
{
	const struct chapter *c;
	struct value *list;

	list = value_list(page->arena);
	for (size_t i = 0; i < s->book->chapter_count; i++) {
		c = &s->book->chapters[i];
		if (c->kind == CHAPTER_WORKSHEET)
			value_push(page->arena, list, worksheet_item(s, page,
			    c));
	}
	return list;
}

/* A page that only leads on has no such lists: there may be many. */
struct value *
page_worksheets(const struct site *s, const struct site_page *page)
{
	if (page->moved_to != NULL)
		return value_list(page->arena);
	return shares_lists(s, page) ? s->shared.worksheets :
	    all_worksheets(s, page);
}

struct value *
page_downloads(const struct site *s, const struct site_page *page)
{
	if (page->moved_to != NULL)
		return value_list(page->arena);
	return shares_lists(s, page) ? s->shared.downloads :
	    page_all_downloads(s, page);
}

const char *
page_sheet_href(const struct site *s, const struct site_page *page,
    const struct chapter *c)
{
	const char *path = map_find(s->shared.sheets, c->id);

	return path == NULL ? "" : arena_printf(page->arena, "%s%s",
	    page->assets, path);
}

void
page_places(struct site *s)
{
	struct site_shared *lists = &s->shared;
	const struct book *b = s->book;
	const struct chapter *c;

	*lists = (struct site_shared){ NULL };
	lists->listed = ARENA_ARRAY(s->arena, const struct chapter *,
	    b->chapter_count + 1);
	lists->places = ARENA_ARRAY(s->arena, size_t, b->chapter_count + 1);
	for (size_t i = 0; i < b->chapter_count; i++) {
		c = &b->chapters[i];
		if (lists->first_of_kind[c->kind] == NULL)
			lists->first_of_kind[c->kind] = c;
		lists->numbered += c->kind == CHAPTER_NUMBERED;
		lists->places[i] = SIZE_MAX;
		if (!page_is_listed_chapter(c))
			continue;
		lists->places[i] = lists->listed_count;
		lists->listed[lists->listed_count++] = c;
	}
	lists->many_chapters = lists->listed_count > PAGE_CHAPTERS_LISTED;
}

static void
set_sheets(struct site *s)
{
	s->shared.sheets = map_new(s->arena);
	for (size_t i = 0; i < s->download_count; i++) {
		if (s->downloads[i].chapter != NULL)
			map_add(s->shared.sheets, s->downloads[i].chapter,
			    arena_strdup(s->arena, s->downloads[i].path));
	}
}

/* Its characters are counted here, and not again for each page. */
static void
share(struct site *s, struct value *v)
{
	characters_add(s->characters, v);
	value_share(v);
}

void
page_shared(struct site *s)
{
	struct site_shared *lists = &s->shared;
	struct site_page page = { .base = "", .arena = s->arena };

	page.assets = s->folder[0] == '\0' ? "" : "../";
	lists->base = page.base;
	lists->assets = page.assets;
	set_sheets(s);
	lists->chapters = all_chapters(s->arena, lists, page.base);
	lists->worksheets = all_worksheets(s, &page);
	lists->downloads = page_all_downloads(s, &page);
	share(s, lists->chapters);
	share(s, lists->worksheets);
	share(s, lists->downloads);
	share(s, s->words);
}
