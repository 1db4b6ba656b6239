/* SPDX-License-Identifier: MIT */
/*
 * A book's changes -> an Atom feed (RFC 4287).
 */
#include "site/feed.h"

#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/str.h"
#include "doc/book.h"
#include "emit/stage.h"
#include "site/escape.h"
#include "site/site_int.h"

bool
feed_is_there(const struct book *b)
{
	return b->clinic.site_url != NULL && b->change_count > 0;
}

static void
put_element(struct buf *out, const char *name, const char *text)
{
	buf_printf(out, "<%s>", name);
	escape_html(out, text);
	buf_printf(out, "</%s>\n", name);
}

/* The guide gives days; a feed wants a time as well (RFC 3339). */
static void
put_updated(struct buf *out, const char *date)
{
	buf_puts(out, "<updated>");
	escape_html(out, date);
	buf_puts(out, "T00:00:00Z</updated>\n");
}

static const char *
page_of(const struct book_change *c)
{
	return c->chapter != NULL ? c->chapter->id : "guide";
}

/* Which of those of the same day and page, the oldest being the first. */
static size_t
number_of(const struct book *b, size_t i)
{
	size_t number = 1;

	for (size_t k = i + 1; k < b->change_count; k++)
		number += str_equal(b->changes[k].date, b->changes[i].date) &&
		    str_equal(page_of(&b->changes[k]), page_of(&b->changes[i]));
	return number;
}

/* "tag:example.org,2026-05-01:guide/en-GB/w4/1" */
static const char *
entry_id(const struct site *s, size_t i)
{
	const struct book *b = s->book;
	const char *host = strstr(b->clinic.site_url, "://");

	host = host != NULL ? host + 3 : b->clinic.site_url;
	return arena_printf(s->arena, "tag:%.*s,%s:%s/%s/%s/%zu",
	    (int)strcspn(host, "/:"), host, b->changes[i].date, b->guide_id,
	    b->lang, page_of(&b->changes[i]), number_of(b, i));
}

static void
put_entry(const struct site *s, size_t i, struct buf *out)
{
	const struct book *b = s->book;
	const struct book_change *c = &b->changes[i];
	const char *href;

	href = c->chapter != NULL ? arena_printf(s->arena, "%s/%s.html",
	    b->clinic.site_url, c->chapter->id) : arena_printf(s->arena,
	    "%s/" PAGE_CURRENT ".html", b->clinic.site_url);
	buf_puts(out, "<entry>\n");
	put_element(out, "id", entry_id(s, i));
	put_element(out, "title", arena_printf(s->arena, "%s: %s",
	    book_word_with(b, s->arena, "version", "version", c->version,
	    NULL), c->chapter != NULL ? page_outward_title(s, s->arena,
	    c->chapter) : b->title));
	put_updated(out, c->date);
	buf_puts(out, "<link rel=\"alternate\" type=\"text/html\"");
	escape_attribute(out, "href", href);
	buf_puts(out, " />\n<content type=\"text\">");
	escape_html(out, c->what);
	buf_puts(out, "</content>\n</entry>\n");
}

static void
put_head(const struct site *s, struct buf *out)
{
	const struct book *b = s->book;

	buf_puts(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
	    "<feed xmlns=\"http://www.w3.org/2005/Atom\"");
	escape_attribute(out, "xml:lang", b->lang);
	buf_puts(out, ">\n");
	put_element(out, "id", arena_printf(s->arena, "%s/" FEED_FILE,
	    b->clinic.site_url));
	put_element(out, "title", b->title);
	put_element(out, "subtitle", book_word(b, "changes-title"));
	put_updated(out, b->changes[0].date);
	buf_puts(out, "<author>\n");
	put_element(out, "name", str_blank(b->author) ? b->clinic.name :
	    b->author);
	buf_puts(out, "</author>\n<link rel=\"self\" "
	    "type=\"application/atom+xml\"");
	escape_attribute(out, "href", arena_printf(s->arena, "%s/" FEED_FILE,
	    b->clinic.site_url));
	buf_puts(out, " />\n<link rel=\"alternate\" type=\"text/html\"");
	escape_attribute(out, "href", arena_printf(s->arena, "%s/",
	    b->clinic.site_url));
	buf_puts(out, " />\n");
	if (b->licence != NULL)
		put_element(out, "rights", b->licence);
}

void
feed_write(const struct site *s, struct stage *stage)
{
	struct buf out;

	if (!feed_is_there(s->book))
		return;
	buf_init(&out);
	put_head(s, &out);
	for (size_t i = 0; i < s->book->change_count; i++)
		put_entry(s, i, &out);
	buf_puts(&out, "</feed>\n");
	stage_write_file(stage, arena_printf(s->arena, "site/%s" FEED_FILE,
	    s->folder), out.data, out.len);
	buf_release(&out);
}
