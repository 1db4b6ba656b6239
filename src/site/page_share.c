/* SPDX-License-Identifier: MIT */
/*
 * Where a page is, and how to hand it on: the way from the start to it, a mail
 * that names it, and what others may read of it in tabs, previews and feeds.
 *
 * Comes in: the book and one of its pages.  Goes out: values for templates.
 */
#include "site/site_int.h"

#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/str.h"
#include "doc/book.h"
#include "site/value.h"

static void
add_crumb(struct value *list, struct arena *a, const char *title,
    const char *href)
{
	struct value *crumb = value_map(a);

	value_set_text(a, crumb, "title", title);
	value_set_text(a, crumb, "href", href);
	value_push(a, list, crumb);
}

struct value *
page_crumbs(const struct site *s, const struct site_page *page)
{
	struct arena *a = page->arena;
	struct value *list = value_list(a);

	if (str_equal(page->template, "home"))
		return list;
	add_crumb(list, a, book_word(s->book, "home"), page_href(page,
	    "index.html"));
	if (page->chapter != NULL && page->chapter->kind == CHAPTER_WORKSHEET)
		add_crumb(list, a, book_word(s->book, "worksheets"),
		    page_href(page, "worksheets.html"));
	add_crumb(list, a, page->chapter != NULL ? page->chapter->nav_title :
	    page->title, "");
	return list;
}

const char *
page_label(const struct site *s, struct arena *a, const struct chapter *c)
{
	const char *number = arena_printf(a, "%d", c->number);

	if (c->number <= 0)
		return "";
	if (c->kind == CHAPTER_WORKSHEET)
		return book_word_with(s->book, a, "worksheet", "number",
		    number, NULL);
	return book_word_with(s->book, a, "chapter-of", "number", number,
	    "count", arena_printf(a, "%d", s->shared.numbered), NULL);
}

const char *
page_tab_title(const struct site *s, struct arena *a, const struct chapter *c)
{
	const char *words;

	if (c->tab_title != NULL)
		return c->tab_title;
	words = c->discreet ? page_label(s, a, c) : c->title;
	return words[0] != '\0' ? words : s->book->title;
}

const char *
page_outward_title(const struct site *s, struct arena *a,
    const struct chapter *c)
{
	return c->discreet ? page_tab_title(s, a, c) : c->title;
}

const char *
page_shared_title(const struct site *s, const struct site_page *page)
{
	return page->chapter == NULL ? page->title :
	    page_outward_title(s, page->arena, page->chapter);
}

/* As a part of an address: everything but RFC 3986's unreserved characters is
 * written as %XX. */
static void
put_encoded(struct buf *out, const char *text)
{
	static const char plain[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
	    "abcdefghijklmnopqrstuvwxyz0123456789-._~";

	for (; *text != '\0'; text++) {
		if (strchr(plain, *text) != NULL)
			buf_putc(out, *text);
		else
			buf_printf(out, "%%%02X", (unsigned char)*text);
	}
}

const char *
page_mail_href(const struct site *s, const struct site_page *page,
    const char *address)
{
	struct buf out;
	const char *href;

	buf_init(&out);
	buf_puts(&out, "mailto:?subject=");
	put_encoded(&out, page_shared_title(s, page));
	buf_puts(&out, "&body=");
	put_encoded(&out, s->book->title);
	/* RFC 6068: lines end in CR and LF. */
	buf_puts(&out, "%0D%0A");
	put_encoded(&out, address);
	href = arena_strdup(page->arena, out.data);
	buf_release(&out);
	return href;
}
