/* SPDX-License-Identifier: MIT */
/*
 * Pages -> sitemap.xml (sitemaps.org, protocol 0.9) and robots.txt (RFC 9309).
 */
#include "site/sitemap.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/str.h"
#include "doc/book.h"
#include "emit/stage.h"
#include "site/escape.h"
#include "site/site_int.h"

void
sitemap_write(const struct site *s, struct stage *stage)
{
	const char *url = s->book->clinic.site_url;
	const struct site_page *page;
	struct buf out;

	if (url == NULL)
		return;
	buf_init(&out);
	buf_puts(&out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset "
	    "xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n");
	for (size_t i = 0; i < s->page_count; i++) {
		page = &s->pages[i];
		if (!page->listed)
			continue;
		buf_puts(&out, "<url><loc>");
		escape_html(&out, url);
		buf_putc(&out, '/');
		if (!str_equal(page->template, "home"))
			escape_html(&out, page->file);
		buf_puts(&out, "</loc>");
		if (s->book->date != NULL) {
			buf_puts(&out, "<lastmod>");
			escape_html(&out, s->book->date);
			buf_puts(&out, "</lastmod>");
		}
		buf_puts(&out, "</url>\n");
	}
	buf_puts(&out, "</urlset>\n");
	stage_write_file(stage, arena_printf(s->arena, "site/%ssitemap.xml",
	    s->folder), out.data, out.len);
	buf_clear(&out);
	/* One for the whole site. */
	buf_puts(&out, "User-agent: *\nAllow: /\n");
	for (size_t i = 0; i < s->language_count; i++)
		buf_printf(&out, "Sitemap: %s/sitemap.xml\n",
		    s->languages[i].book->clinic.site_url);
	if (s->current == 0)
		stage_write_file(stage, "site/robots.txt", out.data, out.len);
	buf_release(&out);
}
