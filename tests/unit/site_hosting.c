/* SPDX-License-Identifier: MIT */
/*
 * What servers are told, of addresses of every kind.
 */
#include "site/hosting.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "doc/book.h"
#include "site/site.h"
#include "t.h"

struct world {
	struct arena		*a;
	struct book		 book;
	struct chapter		 chapter;
	struct chapter_redirect	 redirect;
	struct site_language	 language;
	struct hosting		 h;
	struct buf		 out;
};

static void
make(struct world *w, const char *url)
{
	memset(w, 0, sizeof(*w));
	w->a = arena_new();
	w->redirect.address = "old/index.html";
	w->chapter.id = "time";
	w->chapter.redirects = &w->redirect;
	w->chapter.redirect_count = 1;
	w->book.lang = "en-GB";
	w->book.version = "7";
	w->book.clinic.site_url = url;
	w->book.chapters = &w->chapter;
	w->book.chapter_count = 1;
	w->language.book = &w->book;
	w->h.languages = &w->language;
	w->h.language_count = 1;
	buf_init(&w->out);
}

static void
unmake(struct world *w)
{
	buf_release(&w->out);
	arena_free(w->a);
}

static const char *
nginx(struct world *w, const char *url)
{
	static const char *const files[] = { "feed.xml", "index.html" };

	make(w, url);
	hosting_nginx(w->a, &w->out, &w->h, files, 2);
	return w->out.data;
}

static void
test_headers(struct t_state *t_)
{
	static const char *const files[] = { "fonts/OFL.txt",
	    "fonts/text-0a1b2c3d.woff", "index.html",
	    "rush-deadbeef.html", "site-0a1b2c3d.css" };
	struct buf out;

	buf_init(&out);
	hosting_headers(&out, files, 5);
	t_ok(strncmp(out.data, "/*\n  Content-Security-Policy: default-src "
	    "'none'; ", 50) == 0, "every answer has the policy");
	t_ok(strstr(out.data, "\n/fonts/text-0a1b2c3d.woff\n  Cache-Control: "
	    "public, max-age=31536000, immutable\n") != NULL &&
	    strstr(out.data, "\n/site-0a1b2c3d.css\n") != NULL,
	    "what has its hash in its name is kept");
	t_ok(strstr(out.data, "OFL") == NULL && strstr(out.data, "rush") ==
	    NULL, "a licence and a page are not, whatever a page is called");
	buf_release(&out);
	t_ok(!hosting_is_fingerprinted("-0a1b2c3d") &&
	    !hosting_is_fingerprinted("x-0a1b2c3.css") &&
	    !hosting_is_fingerprinted("x-0A1B2C3D.css") &&
	    !hosting_is_fingerprinted("0a1b2c3d.css") &&
	    hosting_is_fingerprinted("x-0a1b2c3d.css"),
	    "a hash is a hyphen and eight digits");
}

T_MAIN
{
	struct world w;
	const char *text;

	test_headers(t_);
	text = nginx(&w, "https://example.org/close");
	t_ok(strstr(text, "\nlocation ^~ \"/close/\" {") != NULL &&
	    strstr(text, "error_page 404 \"/close/404.html\";") != NULL &&
	    strstr(text, "location = \"/close/feed.xml\"") != NULL,
	    "nginx is told the folder of the address");
	t_ok(strstr(text, "location = \"/close\" {\n\treturn 301 "
	    "\"/close/\";") != NULL, "and the folder without its slash");
	t_ok(strstr(text, "location = \"/close/old/index.html\" {\n\treturn "
	    "301 \"/close/time.html\";") != NULL, "and old addresses");
	unmake(&w);
	text = nginx(&w, NULL);
	t_ok(strstr(text, "\nlocation ^~ \"/\" {") != NULL &&
	    strstr(text, "location = \"\"") == NULL,
	    "without an address the site is at the root");
	unmake(&w);
	text = nginx(&w, "https://example.org/caf%C3%A9/a%20b");
	t_ok(strstr(text, "location ^~ \"/caf\xC3\xA9/a b/\" {") != NULL &&
	    strstr(text, "return 301 \"/caf%C3%A9/a%20b/time.html\"") !=
	    NULL, "a server looks for an address as it is read");
	t_ok(strstr(text, "error_page 404 \"/caf\xC3\xA9/a b/404.html\";") !=
	    NULL, "also for the page of what is not there");
	unmake(&w);
	text = nginx(&w, "https://example.org/a\";$x\\/%0A%22");
	t_ok(strstr(text, "location ^~ \"/a\\\";$x\\\\/%0A\\\"/\"") != NULL &&
	    strstr(text, "return 301 \"/a%22;%24x%5C/%0A%22/time.html\"") !=
	    NULL, "and nothing in it is taken for the server's own words");
	t_ok(strstr(text, "error_page") == NULL,
	    "that page is left out where its address cannot be said");
	unmake(&w);
	make(&w, "https://example.org");
	hosting_redirects(w.a, &w.out, &w.h);
	t_str(w.out.data, "/old/index.html /time.html 301\n",
	    "_redirects has them from its own folder on");
	unmake(&w);
}
