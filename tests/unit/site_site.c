/* SPDX-License-Identifier: MIT */
/*
 * A small book as a website of the default theme.  Runs in the folder that
 * holds themes/.
 */
#include "site/site.h"

#include <stdlib.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/file.h"
#include "base/map.h"
#include "conf/guide.h"
#include "conf/theme.h"
#include "doc/book.h"
#include "doc/drawing.h"
#include "doc/node.h"
#include "emit/stage.h"
#include "t.h"

#define FACE "/usr/share/fonts/truetype/andika/Andika-"

struct made {
	struct arena		*arena;
	struct diag_list	*dl;
	struct book		 book;
	struct chapter		 chapters[3];
	struct site_report	 report;
	char			 folder[64];
	struct file_root	 root;
};

static void
make_book(struct made *m, const struct theme *theme)
{
	static const char *const ids[3] = { "time", "w2", "get-help" };
	static const enum chapter_kind kinds[3] = { CHAPTER_NUMBERED,
	    CHAPTER_WORKSHEET, CHAPTER_HELP };
	const struct span at = { "a.md", 1, 1 };
	static const char *folders[] = { "en-GB" };
	static const struct conf_language english = { .tag = "en-GB",
	    .folders = folders, .folder_count = 1 };
	static const struct chapter_redirect old = { "old/index.html",
	    { "a.md", 4, 1 } };
	static const struct chapter_redirect older = { "older.html",
	    { "a.md", 4, 1 } };
	struct book_change *changes = ARENA_ARRAY(m->arena,
	    struct book_change, 4);
	struct doc_node *p;

	for (int i = 0; i < 4; i++)
		changes[i] = (struct book_change){ "2026-05-01", NULL, "1",
		    "More & <better>.", NULL };
	m->book.guide_id = "tiny";
	m->book.title = "Tiny: a guide";
	m->book.strapline = "Small & kind";
	m->book.lang = "en-GB";
	m->book.version = "1";
	m->book.date = "2026-05-01";
	m->book.credit = "By us";
	m->book.clinic.name = "Willow <Street>";
	m->book.chapters = m->chapters;
	m->book.chapter_count = 3;
	m->book.changes = changes;
	m->book.change_count = 4;
	m->chapters[0].redirects = &old;
	m->chapters[0].redirect_count = 1;
	changes[0].chapter = changes[1].chapter = &m->chapters[0];
	m->chapters[2].discreet = true;
	m->chapters[2].summary = "You can ask for help.";
	m->chapters[2].redirects = &older;
	m->chapters[2].redirect_count = 1;
	changes[2].chapter = &m->chapters[2];
	m->book.words = theme_strings_read(m->arena, m->dl, theme,
	    &english);
	for (int i = 0; i < 3; i++) {
		m->chapters[i].id = ids[i];
		m->chapters[i].kind = kinds[i];
		m->chapters[i].number = i == 2 ? 0 : i + 1;
		m->chapters[i].title = m->chapters[i].nav_title = ids[i];
		m->chapters[i].file = "a.md";
		m->chapters[i].root = doc_new(m->arena, DOC_DOCUMENT, at);
		p = doc_new(m->arena, DOC_PARAGRAPH, at);
		doc_append_text(m->arena, p, "Words \xC4\x85.");
		doc_append(m->chapters[i].root, p);
	}
}

/* In place of the reader of SVG, which is not site's. */
static const struct drawing *
read_square(struct arena *a, const char *svg, size_t len)
{
	static const struct path_step steps[] = {
		{ PATH_MOVE, { { 2000, 2000 } } },
		{ PATH_LINE, { { 8000, 2000 } } },
		{ PATH_LINE, { { 8000, 8000 } } },
		{ PATH_CLOSE, { { 0, 0 } } }
	};
	static const struct drawing_shape shape = { .fill = ROLE_INK,
	    .steps = steps, .step_count = 4 };
	static const struct drawing square = { .width = 10000,
	    .height = 10000, .shapes = &shape, .shape_count = 1 };

	(void)a;
	return len > 0 && svg[0] == '<' ? &square : NULL;
}

static void
make(struct made *m, const char *site_url, const char *second_id, int threads)
{
	static const char *const themes[] = { "themes" };
	static const struct site_font fonts[2] = { { FACE "Regular.ttf", 0 },
	    { FACE "Bold.ttf", 0 } };
	static const struct site_download downloads[3] = {
		{ .path = "print/b.pdf", .kind = "booklet",
		    .bytes = 1234567, .pages = 28 },
		{ .path = "print/s.pdf", .kind = "sheets", .bytes = 1000,
		    .pages = 14, .sheets = 7 },
		{ .path = "print/us.pdf", .kind = "sheets", .bytes = 1000,
		    .pages = 2, .sheets = 1, .us_paper = true,
		    .long_edge = true },
	};
	const struct theme *theme;
	struct stage *stage;

	memset(m, 0, sizeof(*m));
	m->arena = arena_new();
	m->dl = diag_list_new(m->arena);
	memcpy(m->folder, "/tmp/bifolio-site-XXXXXX", 25);
	theme = theme_read(m->arena, m->dl, "default",
	    (struct span){ NULL, 0, 0 }, themes, 1);
	if (theme == NULL || mkdtemp(m->folder) == NULL)
		exit(1);
	make_book(m, theme);
	m->book.clinic.site_url = site_url;
	m->chapters[1].id = second_id;
	stage = stage_open(m->arena, m->folder);
	site_build(m->arena, m->dl, &(struct site_language){ &m->book, true },
	    1, 0, theme, read_square, fonts, downloads, 3, threads, stage, &m->report);
	stage_report(stage, m->dl);
	stage_close(stage);
	if (!file_root_open(&m->root, m->arena, m->folder))
		exit(1);
}

static void
unmake(struct made *m)
{
	const char *const folders[] = { "site/fonts", "site/old",
	    "site/search", "site",
	    "." };
	const char *const *names;
	size_t count;

	for (int f = 0; f < 4; f++) {
		if (!file_list(&m->root, m->arena, folders[f], &names, &count))
			continue;
		for (size_t i = 0; i < count; i++)
			remove(arena_printf(m->arena, "%s/%s/%s", m->folder,
			    folders[f], names[i]));
	}
	rmdir(m->folder);
	file_root_close(&m->root);
	arena_free(m->arena);
}

static const char *
text_of(struct made *m, const char *path)
{
	const char *bytes;
	size_t len;

	if (file_read(&m->root, m->arena, path, 1 << 20, &bytes, &len) !=
	    FILE_READ)
		return "";
	return bytes;
}

static bool
same_files(struct made *a, struct made *b, const char *folder)
{
	const char *const *x, *const *y;
	size_t n, m;

	if (!file_list(&a->root, a->arena, folder, &x, &n) ||
	    !file_list(&b->root, b->arena, folder, &y, &m) || n != m || n == 0)
		return false;
	for (size_t i = 0; i < n; i++) {
		if (strcmp(x[i], y[i]) != 0 ||
		    strcmp(text_of(a, file_join(a->arena, folder, x[i])),
		    text_of(b, file_join(b->arena, folder, y[i]))) != 0)
			return false;
	}
	return true;
}

static void
claim_downloads(struct t_state *t_, struct made *m)
{
	const char *page = text_of(m, "site/downloads.html");

	t_ok(strstr(page, "PDF, 28 pages, 1.3 MB") != NULL &&
	    strstr(page, "A5 size in reading order") != NULL,
	    "what is read is told in pages");
	t_ok(strstr(page, "PDF, 7 sheets of A4 paper, 1 KB") != NULL &&
	    strstr(page, "sides of A4 paper") != NULL &&
	    strstr(page, "flip on the short edge") != NULL,
	    "what is folded is told in sheets, with its edge to flip on");
	t_ok(strstr(page, "PDF, 1 sheet of Letter paper, 1 KB") != NULL &&
	    strstr(page, "booklet of half letter size") != NULL &&
	    strstr(page, "sides of Letter paper") != NULL &&
	    strstr(page, "flip on the long edge") != NULL,
	    "paper and edge are those of the file");
	t_ok(strstr(page, ">Download and print</a>") != NULL &&
	    strstr(page, "<h1>Download and print</h1>") != NULL,
	    "menu and title have the same words");
}

/* The way from the start, handing on, and the page about accessibility. */
static void
claim_places(struct t_state *t_, struct made *one, struct made *named)
{
	const char *page = text_of(one, "site/w2.html");

	t_ok(strstr(page, "<a href=\"worksheets.html\">") != NULL &&
	    strstr(page, "data-share") == NULL,
	    "a worksheet's page leads to the others and is not handed on");
	t_ok(strstr(text_of(one, "site/index.html"), "class=\"crumbs") == NULL,
	    "the start is not on the way to itself");
	page = text_of(one, "site/time.html");
	t_ok(strstr(page, "mailto:?subject=time&amp;body="
	    "Tiny%3A%20a%20guide%0D%0A\"") != NULL,
	    "a mail names the page and the guide");
	t_ok(strstr(page, "data-failed=\"") != NULL && strstr(page,
	    "hidden=\"hidden\">\n<h2 id=\"share\"") != NULL,
	    "without an address nothing is offered before script finds one");
	t_ok(strstr(text_of(named, "site/time.html"),
	    "%0D%0Ahttps%3A%2F%2Fexample.org%2Fclose%2Ftime.html\"") != NULL,
	    "with an address the mail has it");
	t_ok(strstr(page, "accessibility.html") != NULL,
	    "each page leads to the one about accessibility");
	page = text_of(one, "site/accessibility.html");
	t_ok(strstr(page, "axe-core ") != NULL && strstr(page, " KB with ") !=
	    NULL, "which tells its tools and what was weighed");
	t_ok(strstr(page, "<dd>13</dd>") != NULL, "and counts all pages");
}

/* Old addresses, changes and the picture of shared links. */
static void
claim_machines(struct t_state *t_, struct made *one, struct made *named)
{
	const char *page = text_of(named, "site/old/index.html");
	const char *feed = text_of(named, "site/feed.xml");

	t_ok(strstr(page, "content=\"0; url=../time.html\"") != NULL &&
	    strstr(page, "rel=\"canonical\" "
	    "href=\"https://example.org/close/time.html\"") != NULL &&
	    strstr(page, "<a href=\"../time.html\">time</a>") != NULL,
	    "an old address leads to the page of today");
	t_ok(strstr(feed, "<id>tag:example.org,2026-05-01:tiny/en-GB/time/2"
	    "</id>") != NULL && strstr(feed, "tiny/en-GB/time/1</id>") !=
	    NULL && strstr(feed, "tiny/en-GB/guide/1</id>") != NULL,
	    "changes of a day are told apart from the oldest on");
	t_ok(strstr(feed, "More &amp; &lt;better&gt;.") != NULL,
	    "their words are text");
	t_ok(!file_exists(&one->root, "site/feed.xml") &&
	    strstr(text_of(one, "site/time.html"), "feed.xml") == NULL &&
	    strstr(text_of(one, "site/time.html"), "og:") == NULL,
	    "without an address there is no feed and no picture");
	t_ok(strstr(text_of(one, "site/current.html"), "More &amp; ") !=
	    NULL, "but the list of changes");
	page = text_of(named, "site/time.html");
	t_ok(strstr(page, "og:image\" content=\"https://example.org/close/"
	    "share-") != NULL && strstr(page, "schema.org/WebPage\"") !=
	    NULL && strstr(page, "eviewedBy") == NULL,
	    "a page tells its picture, and of no review");
}

/* What others may see of a page about danger or distress. */
static void
claim_discreet(struct t_state *t_, struct made *named)
{
	const char *page = text_of(named, "site/get-help.html");
	const char *end = strstr(page, "</head>");
	const char *head = end == NULL ? "" : arena_strndup(named->arena, page,
	    (size_t)(end - page));

	t_ok(strstr(head, "You can ask") == NULL &&
	    strstr(head, "description\" content=\"Small &amp; kind\"") != NULL,
	    "a discreet page is described by the guide's own line");
	t_ok(strstr(head, "og:title\" content=\"Tiny: a guide\"") != NULL &&
	    strstr(page, "data-title=\"Tiny: a guide\"") != NULL &&
	    strstr(page, "mailto:?subject=Tiny%3A%20a%20guide&amp;") != NULL,
	    "a preview, the system's list and a mail have its neutral title");
	t_ok(strstr(text_of(named, "site/feed.xml"),
	    "<title>Version 1: Tiny: a guide</title>\n<updated>2026-05-01"
	    "T00:00:00Z</updated>\n<link rel=\"alternate\" type="
	    "\"text/html\" href=\"https://example.org/close/get-help.html") !=
	    NULL, "the feed has it");
	page = text_of(named, "site/older.html");
	end = strstr(page, "</title>");
	t_ok(end != NULL && strstr(page, "get-help") > end &&
	    strstr(page, "<a href=\"get-help.html\">get-help</a>") != NULL,
	    "a page that has moved names it only in its link");
	t_ok(strstr(text_of(named, "site/time.html"),
	    "og:title\" content=\"time\"") != NULL,
	    "other pages say what they are");
}

T_MAIN
{
	struct made one, two, named, taken;
	const char *page;

	make(&one, NULL, "w2", 1);
	make(&two, NULL, "w2", 2);
	make(&named, "https://example.org/close", "w2", 1);
	make(&taken, NULL, "downloads", 1);
	t_int(diag_count(one.dl, DIAG_ERROR), 0, "a site is made");
	t_int(one.report.pages, 13, "with its pages");
	t_ok(one.report.bytes_first_page > 20000 &&
	    one.report.bytes_first_page < 50000,
	    "a page with fonts, styles and script is at most 50 KB");
	page = text_of(&one, "site/time.html");
	t_ok(strstr(page, "<h1 id=\"time.title\" data-block=\"\">time</h1>") !=
	    NULL, "a chapter's title has its id");
	t_ok(strstr(page, "default-src 'none'") != NULL &&
	    strstr(page, "style=\"") == NULL && strstr(page, "<style") == NULL,
	    "every page has the policy and keeps it");
	t_ok(strstr(page, "rel=\"next\" href=\"w2.html\"") != NULL,
	    "pages follow each other");
	t_ok(strstr(page, "Willow &lt;Street&gt;") != NULL,
	    "a profile's words are text");
	t_ok(strstr(page, "rel=\"canonical\"") == NULL &&
	    !file_exists(&one.root, "site/sitemap.xml"),
	    "without an address nothing claims one");
	t_ok(same_files(&one, &two, "site") &&
	    same_files(&one, &two, "site/fonts") &&
	    same_files(&one, &two, "site/search"),
	    "two threads make the same bytes as one");
	t_ok(strstr(text_of(&named, "site/time.html"), "<link "
	    "rel=\"canonical\" href=\"https://example.org/close/time.html\"")
	    != NULL, "with an address pages name it");
	t_ok(strstr(text_of(&named, "site/sitemap.xml"),
	    "<loc>https://example.org/close/</loc>") != NULL &&
	    strstr(text_of(&named, "site/sitemap.xml"), "404") == NULL,
	    "and a sitemap lists them");
	t_ok(strstr(text_of(&named, "site/404.html"),
	    "href=\"/close/index.html\"") != NULL,
	    "and the page for lost readers works at any depth");
	t_ok(diag_count(taken.dl, DIAG_ERROR) == 1 &&
	    strcmp(diag_nth(taken.dl, 0)->id, "page-name-taken") == 0,
	    "a chapter cannot take the name of a page of ours");
	claim_downloads(t_, &one);
	claim_places(t_, &one, &named);
	claim_machines(t_, &one, &named);
	claim_discreet(t_, &named);
	unmake(&one);
	unmake(&two);
	unmake(&named);
	unmake(&taken);
}
