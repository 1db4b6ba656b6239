/* SPDX-License-Identifier: MIT */
/*
 * What a page tells machines of itself (Open Graph, schema.org), and what the
 * page of the current version tells of versions and changes.
 *
 * Comes in: a book and one of its pages.  Goes out: values for templates.  Only
 * what is true is told: who reviewed it if somebody did, and when if a date is
 * given.
 */
#include "site/site_int.h"

#include <string.h>

#include "base/arena.h"
#include "base/str.h"
#include "doc/book.h"
#include "site/feed.h"
#include "site/value.h"
#include "site/worker.h"

/* "2026-05-01" in "Dr A. Example, paediatrician, 2026-05-01"; or NULL. */
static const char *
date_in(struct arena *a, const char *words)
{
	static const char form[] = "0000-00-00";
	size_t i;

	for (; *words != '\0'; words++) {
		for (i = 0; form[i] != '\0'; i++) {
			if (form[i] == '0' ? words[i] < '0' || words[i] > '9' :
			    words[i] != form[i])
				break;
		}
		if (form[i] == '\0' && (words[i] < '0' || words[i] > '9'))
			return arena_strndup(a, words, sizeof(form) - 1);
	}
	return NULL;
}

void
page_facts(const struct site *s, const struct site_page *page,
    struct value *values)
{
	const struct book *b = s->book;
	struct arena *a = page->arena;
	struct value *v = value_map(a);
	const char *reviewed;

	reviewed = str_blank(b->reviewed_by) ? NULL : b->reviewed_by;
	/* A page of its own kind is called medical once a clinician has
	 * looked at it, not before. */
	value_set_text(a, v, "type", reviewed != NULL &&
	    page->chapter != NULL ? "MedicalWebPage" : "WebPage");
	value_set_text(a, v, "reviewed_by", reviewed);
	value_set_text(a, v, "last_reviewed", reviewed != NULL ?
	    date_in(a, reviewed) : NULL);
	value_set_text(a, v, "modified", b->date);
	value_set_text(a, v, "version", b->version);
	value_set_text(a, v, "picture", s->assets.picture == NULL ? "" :
	    arena_printf(a, "%s/%s",
	    s->languages[0].book->clinic.site_url, s->assets.picture));
	value_set(a, values, "facts", v);
	/* Where readers of feeds look for it; each byte counts elsewhere. */
	value_set_text(a, values, "feed_href", feed_is_there(b) &&
	    (str_equal(page->template, "home") ||
	    str_equal(page->template, PAGE_CURRENT)) ?
	    page_href(page, FEED_FILE) : "");
	value_set_text(a, values, "current_href", page_href(page,
	    PAGE_CURRENT ".html"));
	value_set_text(a, values, "newest", book_word_with(b, a,
	    "current-newest", "version", b->version, "date",
	    b->date_words != NULL ? b->date_words : b->date, NULL));
	value_set_text(a, values, "compare", book_word_with(b, a,
	    "current-step-2", "version", b->version, NULL));
	value_set_text(a, values, "worker_href", b->clinic.offline ?
	    page_asset(page, WORKER_FILE) : "");
	value_set(a, values, "is_current", value_bool(a,
	    str_equal(page->template, PAGE_CURRENT)));
	value_set_text(a, values, "moved_href", page->moved_to != NULL ?
	    page_chapter_href(page, page->moved_to) : "");
	value_set_text(a, values, "moved_title", page->moved_to != NULL ?
	    page->moved_to->title : "");
}

/* The list of changes, on the page of the current version alone. */
struct value *
page_changes(const struct site *s, const struct site_page *page)
{
	const struct book *b = s->book;
	struct arena *a = page->arena;
	struct value *list = value_list(a), *item;

	if (!str_equal(page->template, PAGE_CURRENT))
		return list;
	for (size_t i = 0; i < b->change_count; i++) {
		const struct book_change *c = &b->changes[i];

		item = value_map(a);
		value_set_text(a, item, "date", c->date_words != NULL ?
		    c->date_words : c->date);
		value_set_text(a, item, "version", c->version);
		value_set_text(a, item, "of", book_word_with(b, a,
		    "back-cover-version", "version", c->version, "date",
		    c->date_words != NULL ? c->date_words : c->date, NULL));
		value_set_text(a, item, "what", c->what);
		value_set_text(a, item, "title", c->chapter != NULL ?
		    c->chapter->title : "");
		value_set_text(a, item, "href", c->chapter != NULL ?
		    page_chapter_href(page, c->chapter) : "");
		value_push(a, list, item);
	}
	return list;
}
