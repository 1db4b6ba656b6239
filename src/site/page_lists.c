/* SPDX-License-Identifier: MIT */
/*
 * Lists that pages show: menu, downloads, headings, first help.
 *
 * Comes in: the book.  Goes out: values for templates.  Knows no HTML.
 */
#include "site/site_int.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/map.h"
#include "base/str.h"
#include "doc/book.h"
#include "site/value.h"

const char *
page_href(const struct site_page *page, const char *name)
{
	return page->base[0] == '\0' ? name :
	    arena_printf(page->arena, "%s%s", page->base, name);
}

const char *
page_asset(const struct site_page *page, const char *path)
{
	return page->assets[0] == '\0' ? path :
	    arena_printf(page->arena, "%s%s", page->assets, path);
}

const char *
page_chapter_href(const struct site_page *page, const struct chapter *chapter)
{
	return arena_printf(page->arena, "%s%s.html", page->base, chapter->id);
}

static void
add_link(struct value *list, const struct site_page *page, const char *title,
    const char *href, bool current)
{
	struct arena *a = page->arena;
	struct value *link;

	link = value_map(a);
	value_set_text(a, link, "title", title);
	value_set_text(a, link, "href", href);
	value_set(a, link, "current", value_bool(a, current));
	value_set(a, link, "to_home", value_bool(a, str_starts(href,
	    page_href(page, "index.html#"))));
	value_push(a, list, link);
}

struct value *
page_menu(const struct site *s, const struct site_page *page)
{
	const struct chapter *about, *c = page->chapter;
	struct value *menu;

	menu = value_list(page->arena);
	add_link(menu, page, book_word(s->book, "chapters"), page_href(page,
	    "index.html#chapters"), c != NULL && page_is_listed_chapter(c));
	if (page_has_worksheets(s))
		add_link(menu, page, book_word(s->book, "worksheets"),
		    page_href(page, "worksheets.html"),
		    str_equal(page->template, "worksheets") ||
		    (c != NULL && c->kind == CHAPTER_WORKSHEET));
	if (s->download_count > 0)
		add_link(menu, page, book_word(s->book, "downloads"),
		    page_href(page, "downloads.html"),
		    str_equal(page->template, "downloads"));
	about = page_chapter_of_kind(s, CHAPTER_ABOUT);
	if (about != NULL)
		add_link(menu, page, about->nav_title, page_chapter_href(page,
		    about), c == about);
	return menu;
}

const char *
page_sheet_words(const struct site *s, struct arena *a)
{
	bool us_paper = s->download_count > 0 && s->downloads[0].us_paper;

	return book_word_with(s->book, a, "worksheet-pdf", "sheet",
	    book_word(s->book, us_paper ? "paper-letter" : "paper-a4"), NULL);
}

/* "640 KB", "1.2 MB": rounded up, in thousands as disks and phones count. */
const char *
page_size_words(struct arena *a, size_t bytes)
{
	size_t tenths;

	if (bytes < 1000 * 1000)
		return arena_printf(a, "%zu KB", (bytes + 999) / 1000);
	tenths = (bytes + 99999) / 100000;
	return arena_printf(a, "%zu.%zu MB", tenths / 10, tenths % 10);
}

/* The words "key", if there are any: with the paper's names filled in, and as
 * the printer has to turn the paper. */
static const char *
paper_words(const struct site *s, struct arena *a,
    const struct site_download *d, const char *key)
{
	const struct book *b = s->book;
	const char *long_key = arena_printf(a, "%s-long", key);

	if (d->long_edge && map_find(b->words, long_key) != NULL)
		key = long_key;
	if (map_find(b->words, key) == NULL)
		return NULL;
	return book_word_with(b, a, key, "page", book_word(b, d->us_paper ?
	    "paper-half-letter" : "paper-a5"), "sheet", book_word(b,
	    d->us_paper ? "paper-letter" : "paper-a4"), NULL);
}

/* Not every kind of file has steps. */
static struct value *
download_steps(const struct site *s, struct arena *a,
    const struct site_download *d)
{
	struct value *list, *item;
	const char *text;

	list = value_list(a);
	for (int i = 1; i <= 9; i++) {
		text = paper_words(s, a, d, arena_printf(a,
		    "download-%s-step-%d", d->kind, i));
		if (text == NULL)
			break;
		item = value_map(a);
		value_set_text(a, item, "text", text);
		value_push(a, list, item);
	}
	return list;
}

/* Paper is counted in sheets, what is read in pages. */
static const char *
download_facts(const struct site *s, struct arena *a,
    const struct site_download *d)
{
	const struct book *b = s->book;
	const char *size = page_size_words(a, d->bytes);
	const char *paper = book_word(b, d->us_paper ? "paper-letter" :
	    "paper-a4");

	if (d->sheets == 0 && d->pages == 1)
		return book_word_with(b, a, "download-file-page", "size",
		    size, NULL);
	if (d->sheets == 0)
		return book_word_with(b, a, "download-file", "pages",
		    arena_printf(a, "%zu", d->pages), "size", size, NULL);
	if (d->sheets == 1)
		return book_word_with(b, a, "download-file-sheet", "sheet",
		    paper, "size", size, NULL);
	return book_word_with(b, a, "download-file-sheets", "sheets",
	    arena_printf(a, "%zu", d->sheets), "sheet", paper, "size", size,
	    NULL);
}

struct value *
page_all_downloads(const struct site *s, const struct site_page *page)
{
	struct arena *a = page->arena;
	const struct site_download *d;
	struct value *list, *item, *steps;

	list = value_list(a);
	for (size_t i = 0; i < s->download_count; i++) {
		d = &s->downloads[i];
		if (d->chapter != NULL)
			continue;
		item = value_map(a);
		value_set_text(a, item, "kind", d->kind);
		value_set_text(a, item, "title", book_word(s->book,
		    arena_printf(a, "download-%s", d->kind)));
		value_set_text(a, item, "why", paper_words(s, a, d,
		    arena_printf(a, "download-%s-why", d->kind)));
		value_set_text(a, item, "href", arena_printf(a, "%s%s",
		    page->assets, d->path));
		value_set_text(a, item, "facts", download_facts(s, a, d));
		steps = download_steps(s, a, d);
		value_set(a, item, "steps", steps);
		value_set(a, item, "has_steps",
		    value_bool(a, value_is_true(steps)));
		value_push(a, list, item);
	}
	return list;
}

struct value *
page_headings(const struct site *s, const struct site_page *page)
{
	struct arena *a = page->arena;
	struct value *list;
	struct buf words;

	(void)s;
	list = value_list(a);
	if (page->chapter == NULL || page->chapter->root == NULL)
		return list;
	for (const struct doc_node *n = doc_next_in(page->chapter->root, NULL,
	    ONLY_WEB); n != NULL; n = doc_next_in(page->chapter->root, n,
	    ONLY_WEB)) {
		if (n->kind != DOC_HEADING || n->u.heading.level > 2 ||
		    n->id == NULL)
			continue;
		buf_init(&words);
		doc_plain_text(n, &words);
		add_link(list, page, arena_strdup(a, words.data),
		    arena_printf(a, "#%s", n->id), false);
		buf_release(&words);
	}
	/* A list of one thing leads nowhere that the eye is not already. */
	return list->entries.len > 1 ? list : value_list(a);
}

/* The worksheets that stand behind a chapter are its own; behind the last one
 * stand also those for any time, so a list of all of them says nothing. */
#define WITH_CHAPTER_MAX 3

struct value *
page_with_chapter(const struct site *s, const struct site_page *page)
{
	const struct book *b = s->book;
	const struct chapter *end = b->chapters + b->chapter_count;
	struct value *list;

	list = value_list(page->arena);
	if (page->chapter == NULL || page->chapter->kind != CHAPTER_NUMBERED)
		return list;
	for (const struct chapter *c = page->chapter + 1; c < end &&
	    c->kind == CHAPTER_WORKSHEET &&
	    list->entries.len < WITH_CHAPTER_MAX; c++)
		add_link(list, page, c->nav_title, page_chapter_href(page, c),
		    false);
	return list;
}

/* The levels of who may be in distress, and how many lines of each are shown
 * at once; the help page has all. */
static const struct {
	enum help_level	level;
	size_t		lines;
} first_help[] = {
	{ HELP_EMERGENCY, 1 }, { HELP_URGENT, 1 }, { HELP_TALK, 1 }
};

struct value *
page_first_help(const struct site *s, const struct site_page *page)
{
	const struct book *b = s->book;
	struct arena *a = page->arena;
	const struct help_line *line;
	struct value *list, *item;
	size_t left;

	list = value_list(a);
	for (size_t k = 0; k < sizeof(first_help) / sizeof(first_help[0]);
	    k++) {
		left = first_help[k].lines;
		for (size_t i = 0; i < b->help_count && left > 0; i++) {
			line = &b->help[i];
			if (line->level != first_help[k].level ||
			    line->number == NULL)
				continue;
			item = value_map(a);
			value_set_text(a, item, "name", line->name);
			value_set_text(a, item, "call", book_word_with(b, a,
			    "help-call", "number", book_isolated(b, a,
			    book_help_number(line)), NULL));
			value_set_text(a, item, "href", arena_printf(a,
			    "tel:%s", line->number));
			value_set_text(a, item, "hours", line->hours);
			value_set_text(a, item, "hours_lang",
			    line->hours_lang);
			value_set_text(a, item, "name_lang", line->name_lang);
			value_set(a, item, "emergency", value_bool(a,
			    line->level == HELP_EMERGENCY));
			value_push(a, list, item);
			left--;
		}
	}
	return list;
}
