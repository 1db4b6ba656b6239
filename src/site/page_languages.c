/* SPDX-License-Identifier: MIT */
/*
 * The same page in the site's other languages.
 *
 * Comes in: a page and the books of all languages.  Goes out: a list of links
 * for templates.  A page that a language lacks leads to its first page.
 */
#include "site/site_int.h"

#include "base/arena.h"
#include "base/str.h"
#include "doc/book.h"
#include "site/value.h"

const char *
site_folder(struct arena *a, const struct site_language *languages, size_t i)
{
	return i == 0 ? "" : arena_printf(a, "%s/", languages[i].book->lang);
}

/* Has the language this page?  A page of ours is known by its template. */
static bool
has_page(const struct site_language *language, const struct site_page *page)
{
	const struct book *b = language->book;

	if (page->chapter != NULL)
		return book_chapter(b, page->chapter->id) != NULL;
	if (str_equal(page->template, "downloads"))
		return language->downloads;
	for (size_t i = 0; str_equal(page->template, "worksheets") &&
	    i < b->chapter_count; i++) {
		if (b->chapters[i].kind == CHAPTER_WORKSHEET)
			return true;
	}
	return str_equal(page->template, "home") ||
	    str_equal(page->template, PAGE_CURRENT) ||
	    page_is_statement(page);
}

/* Whole addresses for those that gather pages, if the site has one. */
static const char *
alternate_href(const struct site_page *page, const struct book *book,
    const char *file, const char *href)
{
	if (book->clinic.site_url == NULL)
		return href;
	return arena_printf(page->arena, "%s/%s", book->clinic.site_url,
	    str_equal(file, "index.html") ? "" : file);
}

struct value *
page_languages(const struct site *s, const struct site_page *page)
{
	struct arena *a = page->arena;
	struct value *list = value_list(a), *item;

	for (size_t i = 0; i < s->language_count && s->language_count > 1;
	    i++) {
		const struct book *b = s->languages[i].book;
		bool same = has_page(&s->languages[i], page);
		const char *file = same ? page->file : "index.html";
		const char *href = arena_printf(a, "%s%s%s", page->assets,
		    site_folder(a, s->languages, i), file);

		item = value_map(a);
		value_set_text(a, item, "tag", b->lang);
		value_set_text(a, item, "name", book_word(b,
		    "language-name"));
		value_set_text(a, item, "href", href);
		value_set_text(a, item, "alternate", same ?
		    alternate_href(page, b, file, href) : "");
		value_set(a, item, "root", value_bool(a, i == 0));
		value_set(a, item, "current", value_bool(a,
		    i == s->current));
		value_push(a, list, item);
	}
	return list;
}
