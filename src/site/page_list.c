/* SPDX-License-Identifier: MIT */
/*
 * A book -> the pages of its site, in reading order.
 */
#include "base/messages.h"
#include "site/site_int.h"

#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/map.h"
#include "base/str.h"
#include "base/unicode.h"
#include "base/vec.h"
#include "doc/book.h"

struct list {
	struct site		*site;
	struct map		*names;		/* folded: see emit/stage.h */
	VEC(struct site_page)	 pages;
};

/* False if a page has the name, whatever its case: files of a guide have to
 * fit on any disk. */
static bool
take_name(struct list *l, const char *file)
{
	struct arena *a = l->site->arena;

	return map_add(l->names, unicode_fold(a, file), l);
}

static void
add(struct list *l, const char *name, const char *template, const char *title,
    const struct chapter *chapter, const char *base)
{
	struct arena *a = l->site->arena;
	struct site_page *page;

	if (!take_name(l, arena_printf(a, "%s.html", name))) {
		diag_say_class(l->site->dl, DIAG_CONTENT,
		    (struct span){ chapter != NULL ? chapter->file : NULL, 0,
		    0 }, NULL, SAY_PAGE_NAME_TAKEN, name);
		return;
	}
	page = vec_push(a, &l->pages);
	page->file = arena_printf(a, "%s.html", name);
	page->template = template;
	page->title = title;
	page->chapter = chapter;
	page->base = base;
	page->assets = l->site->folder[0] != '\0' ? "../" : base;
	page->listed = !str_equal(name, "404") && !str_equal(name, "search");
}

bool
page_is_statement(const struct site_page *page)
{
	return str_equal(page->template, "accessibility");
}

const char *
page_site_path(struct arena *a, const char *site_url)
{
	const char *host, *path;

	if (site_url == NULL)
		return "";
	host = strstr(site_url, "://");
	path = strchr(host != NULL ? host + 3 : site_url, '/');
	return arena_printf(a, "%s/", path != NULL ? path : "");
}

/* Is it below the folder of another of the site's languages? */
static bool
is_of_language(const struct site *s, const char *address)
{
	const char *folded = unicode_fold(s->arena, address);

	if (s->folder[0] != '\0')
		return false;
	for (size_t i = 0; i < s->language_count; i++) {
		const char *folder = site_folder(s->arena, s->languages, i);

		if (folder[0] != '\0' && str_starts(folded,
		    unicode_fold(s->arena, folder)))
			return true;
	}
	return false;
}

/* Pages at the addresses of the past, which lead to those of today. */
static void
add_redirects(struct list *l, const struct chapter *c)
{
	struct site *s = l->site;
	const struct chapter_redirect *r;
	struct site_page *page;
	const char *slash, *title;

	for (size_t i = 0; i < c->redirect_count; i++) {
		r = &c->redirects[i];
		if (is_of_language(s, r->address) ||
		    !take_name(l, r->address)) {
			diag_say(s->dl, r->at, NULL, SAY_REDIRECT_TAKEN,
			    r->address);
			continue;
		}
		page = vec_push(s->arena, &l->pages);
		page->file = r->address;
		page->template = "moved";
		title = !c->discreet ? c->title : c->tab_title != NULL ?
		    c->tab_title : s->book->title;
		page->title = book_word_with(s->book, s->arena, "moved-title",
		    "title", title, NULL);
		page->moved_to = c;
		page->base = "";
		for (slash = strchr(r->address, '/'); slash != NULL;
		    slash = strchr(slash + 1, '/'))
			page->base = arena_printf(s->arena, "../%s",
			    page->base);
		page->assets = s->folder[0] == '\0' ? page->base :
		    arena_printf(s->arena, "../%s", page->base);
	}
}

static const char *
template_of(const struct chapter *c)
{
	switch (c->kind) {
	case CHAPTER_WORKSHEET:
		return "worksheet";
	case CHAPTER_HELP:
		return "help";
	case CHAPTER_START:
	case CHAPTER_NUMBERED:
	case CHAPTER_ABOUT:
	case CHAPTER_PLAIN:
		break;
	}
	return "chapter";
}

void
page_list(struct site *s)
{
	const struct book *b = s->book;
	struct list l;

	memset(&l, 0, sizeof(l));
	l.site = s;
	l.names = map_new(s->arena);
	page_places(s);
	add(&l, "index", "home", b->title, NULL, "");
	add(&l, "accessibility", "accessibility", book_word(b,
	    "accessibility"), NULL, "");
	if (page_has_worksheets(s))
		add(&l, "worksheets", "worksheets", book_word(b, "worksheets"),
		    NULL, "");
	if (s->download_count > 0)
		add(&l, "downloads", "downloads", book_word(b, "downloads"),
		    NULL, "");
	add(&l, "search", "search", book_word(b, "search"), NULL, "");
	add(&l, "a-z", "a-z", book_word(b, "a-z"), NULL, "");
	add(&l, PAGE_CURRENT, PAGE_CURRENT, book_word(b, "current-title"),
	    NULL, "");
	/* A server has one page for what it does not find. */
	if (s->folder[0] == '\0')
		add(&l, "404", "not-found", book_word(b, "not-found"), NULL,
		    page_site_path(s->arena, b->clinic.site_url));
	for (size_t i = 0; i < b->chapter_count; i++)
		add(&l, b->chapters[i].id, template_of(&b->chapters[i]),
		    b->chapters[i].title, &b->chapters[i], "");
	for (size_t i = 0; i < b->chapter_count; i++)
		add_redirects(&l, &b->chapters[i]);
	s->pages = l.pages.items;
	s->page_count = l.pages.len;
}
