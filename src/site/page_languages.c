/* SPDX-License-Identifier: MIT */
/*
 * The same page in the site's other languages.
 *
 * Comes in: a page and the books of all languages.  Goes out: a list of links
 * for templates.  A page that a language lacks leads to its first page.
 */
#include "site/site_int.h"

#include "base/arena.h"
#include "base/diag.h"
#include "base/map.h"
#include "base/str.h"
#include "conf/guide.h"
#include "doc/book.h"
#include "site/value.h"

const char *
site_folder(struct arena *a, const struct site_language *languages, size_t i)
{
	return i == 0 ? "" : arena_printf(a, "%s/", languages[i].book->lang);
}

/* The names of the pages of each language. */
void
page_languages_list(struct site *s)
{
	const struct map **names = ARENA_ARRAY(s->arena, const struct map *,
	    s->language_count);

	for (size_t i = 0; i < s->language_count; i++) {
		struct map *own = map_new(s->arena);
		struct site other = *s;

		other.book = s->languages[i].book;
		other.folder = site_folder(s->arena, s->languages, i);
		other.download_count = s->languages[i].downloads;
		/* Its mistakes are told when it is made. */
		other.dl = diag_list_new(s->arena);
		page_list(&other);
		for (size_t k = 0; k < other.page_count; k++)
			map_add(own, other.pages[k].file, &other.pages[k]);
		names[i] = own;
	}
	s->language_pages = names;
}

/* The language in its own words; where two are called the same, with what
 * tells them apart. */
static const char *
language_name(const struct site *s, struct arena *a, size_t i)
{
	const struct book *b = s->languages[i].book;
	const char *name = book_word(b, "language-name");

	for (size_t k = 0; k < s->language_count; k++) {
		if (k != i && str_equal(name, book_word(s->languages[k].book,
		    "language-name")))
			return conf_language_name(a, b->lang);
	}
	return name;
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
	const char *alternate;

	for (size_t i = 0; i < s->language_count && s->language_count > 1;
	    i++) {
		const struct book *b = s->languages[i].book;
		bool same = map_find(s->language_pages[i], page->file) != NULL;
		const char *file = same ? page->file : "index.html";
		const char *href = arena_printf(a, "%s%s%s", page->assets,
		    site_folder(a, s->languages, i), file);

		item = value_map(a);
		value_set_text(a, item, "tag", b->lang);
		value_set_text(a, item, "name", language_name(s, a, i));
		value_set_text(a, item, "href", href);
		value_set_text(a, item, "dir", b->right_to_left ? "rtl" :
		    "ltr");
		alternate = same && page->listed ?
		    alternate_href(page, b, file, href) : "";
		value_set_text(a, item, "alternate", alternate);
		/* For readers of none of these languages. */
		value_set_text(a, item, "otherwise", i == 0 ? alternate : "");
		value_set(a, item, "current", value_bool(a,
		    i == s->current));
		value_push(a, list, item);
	}
	return list;
}
