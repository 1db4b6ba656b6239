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

static size_t
count_rules(const char *text)
{
	size_t count = 0;

	for (const char *line = text; *line != '\0'; line++)
		count += line[0] == '/' && (line == text || line[-1] == '\n');
	return count;
}

/* A host takes a hundred rules, however large the guide is. */
static void
test_few_rules(struct t_state *t_)
{
	struct arena *a = arena_new();
	const char **files = ARENA_ARRAY(a, const char *, 1400);
	struct buf out;
	size_t n = 0;

	files[n++] = "0-00000000.css";
	for (int i = 0; i < 60; i++) {
		files[n++] = arena_printf(a, "a%02d/feed.xml", i);
		for (int k = 0; k < 5; k++)
			files[n++] = arena_printf(a,
			    "a%02d/search/texts-%d-0a1b2c3d.js", i, k);
	}
	files[n++] = "feed.xml";
	files[n++] = "figures/photo-0a1b2c3d.jpg";
	files[n++] = "mixed/photo-0a1b2c3d.jpg";
	files[n++] = "mixed/plain.jpg";
	for (int k = 0; k < 900; k++) {
		files[n++] = arena_printf(a, "search/words-%03d-0a1b2c3d.js",
		    k);
		if (k == 0)
			files[n++] = "search/words-000-0a1b2c3d.js.gz";
	}
	buf_init(&out);
	hosting_headers(&out, files, n);
	t_int(count_rules(out.data), 8, "a large guide has few rules");
	t_ok(strstr(out.data, "\n/search/*\n  Cache-Control: public") != NULL &&
	    strstr(out.data, "\n/:language/search/*\n  Cache-") != NULL &&
	    strstr(out.data, "\n/figures/*\n") != NULL,
	    "a folder of hashed names has one rule, in all languages");
	t_ok(strstr(out.data, "\n/feed.xml\n  Content-Type: ") != NULL &&
	    strstr(out.data, "\n/:language/feed.xml\n  Content-Type: ") !=
	    NULL, "so have the feeds");
	t_ok(strstr(out.data, "\n/mixed/photo-0a1b2c3d.jpg\n") != NULL &&
	    strstr(out.data, "/mixed/*") == NULL,
	    "a folder with something else in it has none");
	buf_clear(&out);
	n = 0;
	for (int i = 0; i < 200; i++)
		files[n++] = arena_printf(a, "a-%08x.css", i);
	hosting_headers(&out, files, n);
	t_int(count_rules(out.data), 100, "and never more than a host takes");
	buf_clear(&out);
	files[0] = "old/search/index.html";
	files[1] = "pl/search/index-0a1b2c3d.js";
	hosting_headers(&out, files, 2);
	t_ok(strstr(out.data, "/:language") == NULL &&
	    strstr(out.data, "\n/pl/search/*\n") != NULL,
	    "a page at an old address of that name is not kept for good");
	buf_release(&out);
	arena_free(a);
}

T_MAIN
{
	struct world w;
	const char *text;

	test_headers(t_);
	test_few_rules(t_);
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
