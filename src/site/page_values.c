/* SPDX-License-Identifier: MIT */
/*
 * A book and one of its pages -> the values that its template is filled with.
 *
 * The names are those of page_names.c.  Runs on several threads, one page each:
 * reads the site, writes to the page's arena only.
 */
#include "site/site_int.h"

#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/map.h"
#include "base/str.h"
#include "doc/book.h"
#include "site/policy.h"
#include "site/value.h"

/* Characters. */
#define SHORT_NAME 40

struct filling {
	const struct site	*site;
	const struct site_page	*page;
	const struct book	*book;
	struct arena		*arena;
	struct value		*root;
};

static void
set(struct filling *f, const char *name, const char *text)
{
	value_set_text(f->arena, f->root, name, text);
}

static void
set_flag(struct filling *f, const char *name, bool truth)
{
	value_set(f->arena, f->root, name, value_bool(f->arena, truth));
}

/* A title up to its colon: the name beside the mark. */
static const char *
short_title(struct arena *a, const char *title)
{
	const char *colon;

	colon = strstr(title, ": ");
	return colon != NULL && colon != title ?
	    arena_strndup(a, title, (size_t)(colon - title)) : title;
}

/* Does the name need more than two lines beside the menu of a telephone? */
static bool
is_long(const char *name)
{
	size_t count = 0;

	for (; *name != '\0'; name++)
		count += ((unsigned char)*name & 0xC0) != 0x80;
	return count > SHORT_NAME;
}

static const char *
dated(struct filling *f, const char *key, const char *hole, const char *words)
{
	return words == NULL ? "" :
	    book_word_with(f->book, f->arena, key, hole, words, NULL);
}

/* A title with a colon is set as two lines, as on the booklet's cover. */
static void
set_title_lines(struct filling *f)
{
	const char *title = f->book->title, *colon;

	colon = strstr(title, ": ");
	if (colon == NULL || colon == title)
		colon = NULL;
	set(f, "title_first", colon == NULL ? title :
	    arena_strndup(f->arena, title, (size_t)(colon + 1 - title)));
	set(f, "title_rest", colon == NULL ? "" : colon + 2);
}

static void
set_head(struct filling *f)
{
	const struct site_page *page = f->page;
	const struct book *b = f->book;
	const struct chapter *c = page->chapter;
	const char *summary, *title;

	summary = c != NULL && !c->discreet ? c->summary : NULL;
	set(f, "kind", page->template);
	set(f, "lang", b->lang);
	set(f, "dir", b->right_to_left ? "rtl" : "ltr");
	set(f, "csp", SITE_POLICY);
	set(f, "base", page->base);
	set(f, "book_title", b->title);
	set(f, "book_name", short_title(f->arena, b->title));
	set_flag(f, "long_name", is_long(short_title(f->arena, b->title)));
	set(f, "strapline", b->strapline);
	set(f, "credit", b->credit);
	set(f, "title", page->title);
	title = c == NULL ? page->title : page_tab_title(f->site, f->arena, c);
	set(f, "page_title", str_equal(title, b->title) ? title :
	    arena_printf(f->arena, "%s - %s", title, b->title));
	set(f, "shared_title", page_shared_title(f->site, page));
	set(f, "description", summary != NULL ? summary : b->strapline);
	set(f, "canonical", "");
	if (b->clinic.site_url != NULL && page->moved_to != NULL)
		set(f, "canonical", arena_printf(f->arena, "%s/%s.html",
		    b->clinic.site_url, page->moved_to->id));
	else if (b->clinic.site_url != NULL && page->listed)
		set(f, "canonical", arena_printf(f->arena, "%s/%s",
		    b->clinic.site_url, str_equal(page->template, "home") ? "" :
		    page->file));
	set(f, "mail_href", page_mail_href(f->site, page,
	    value_find(f->root, "canonical")->text));
	set_title_lines(f);
	set(f, "sample", book_sample_line(b));
	set(f, "partial", book_partial_line(b));
	set(f, "review", b->reviewed_by == NULL ?
	    book_word(b, "about-not-reviewed") :
	    arena_printf(f->arena, "%s: %s", book_word(b, "about-reviewed-by"),
	    b->reviewed_by));
	set(f, "version", dated(f, "version", "version", b->version));
	set(f, "date", dated(f, "date", "date", b->date_words));
	set(f, "next_review", dated(f, "next-review", "date",
	    b->next_review_words));
}

static void
set_places(struct filling *f)
{
	const struct chapter *help, *about;

	help = page_chapter_of_kind(f->site, CHAPTER_HELP);
	about = page_chapter_of_kind(f->site, CHAPTER_ABOUT);
	set(f, "guide_id", f->book->guide_id);
	set(f, "clinic_id", f->book->clinic.id);
	set(f, "home_href", page_href(f->page, "index.html"));
	set(f, "leave_href", f->book->clinic.leave_to != NULL ?
	    f->book->clinic.leave_to : page_href(f->page, "index.html"));
	set(f, "help_href", help != NULL ? page_chapter_href(f->page, help) :
	    "");
	set(f, "start_href", f->book->chapter_count > 0 ?
	    page_chapter_href(f->page, &f->book->chapters[0]) : "");
	set(f, "worksheets_href", page_has_worksheets(f->site) ?
	    page_href(f->page, "worksheets.html") : "");
	set(f, "downloads_href", f->site->download_count > 0 ?
	    page_href(f->page, "downloads.html") : "");
	set(f, "search_href", page_href(f->page, "search.html"));
	set(f, "a_z_href", page_href(f->page, "a-z.html"));
	set_flag(f, "is_search", str_equal(f->page->template, "search"));
	set_flag(f, "is_a_z", str_equal(f->page->template, "a-z"));
	set(f, "accessibility_href", page_href(f->page,
	    "accessibility.html"));
	set_flag(f, "shares", f->page->chapter != NULL &&
	    f->page->chapter->kind != CHAPTER_WORKSHEET);
	set(f, "website_facts", book_word_with(f->book, f->arena,
	    "download-website-facts", "pages", arena_printf(f->arena, "%zu",
	    f->site->page_count), NULL));
	set(f, "about_href", about != NULL ? page_chapter_href(f->page,
	    about) : "");
	set(f, "about_title", about != NULL ? about->nav_title : "");
	/* Pages with what is written in worksheets. */
	set_flag(f, "keeps", str_equal(f->page->template, "worksheet") ||
	    str_equal(f->page->template, "worksheets"));
	set_flag(f, "is_home", str_equal(f->page->template, "home"));
	set_flag(f, "is_help", help != NULL && f->page->chapter == help);
}

static void
set_clinic(struct filling *f)
{
	const struct book_clinic *c = &f->book->clinic;
	struct arena *a = f->arena;
	struct value *v;

	v = value_map(a);
	value_set_text(a, v, "name", book_isolated(f->book, a, c->name));
	value_set_text(a, v, "strapline", c->strapline);
	value_set_text(a, v, "phone", book_isolated(f->book, a,
	    c->phone_display != NULL ? c->phone_display : c->phone));
	value_set_text(a, v, "phone_href", c->phone == NULL ? "" :
	    arena_printf(a, "tel:%s", c->phone));
	value_set_text(a, v, "email", book_isolated(f->book, a, c->email));
	value_set_text(a, v, "email_href", c->email == NULL ? "" :
	    arena_printf(a, "mailto:%s", c->email));
	value_set_text(a, v, "hours", book_isolated(f->book, a, c->hours));
	value_set_text(a, v, "address", book_isolated(f->book, a, c->address));
	value_set_text(a, v, "booking_url", c->booking_url);
	value_set_text(a, v, "emergency_text", c->emergency_text);
	if (f->site->logo.file != NULL) {
		value_set_text(a, v, "logo_href", page_href(f->page,
		    f->site->logo.file));
		value_set_text(a, v, "logo_width", arena_printf(a, "%d",
		    f->site->logo.width));
		value_set_text(a, v, "logo_height", arena_printf(a, "%d",
		    f->site->logo.height));
	}
	value_set(a, f->root, "clinic", v);
}

static void
set_this(struct filling *f)
{
	const struct chapter *c = f->page->chapter;
	struct arena *a = f->arena;
	struct value *v;

	if (c == NULL)
		return;
	v = value_map(a);
	value_set_text(a, v, "id", c->id);
	value_set_text(a, v, "number", c->number > 0 ?
	    arena_printf(a, "%d", c->number) : "");
	value_set_text(a, v, "label", page_label(f->site, a, c));
	value_set_text(a, v, "minutes", c->minutes <= 0 ? "" :
	    c->minutes == 1 ? book_word(f->book, "minute-to-read") :
	    book_word_with(f->book, a, "minutes-to-read", "minutes",
	    arena_printf(a, "%d", c->minutes), NULL));
	value_set_text(a, v, "summary", chapter_lead(c));
	value_set_text(a, v, "for_whom", c->for_whom);
	value_set_text(a, v, "duration", c->duration);
	value_set_text(a, v, "why", c->why);
	value_set_text(a, v, "closing", c->closing);
	value_set_text(a, v, "pdf_href", c->kind == CHAPTER_WORKSHEET ?
	    page_sheet_href(f->site, f->page, c) : "");
	value_set_text(a, v, "pdf_words", page_sheet_words(f->site, a));
	value_set(a, v, "is_worksheet", value_bool(a,
	    c->kind == CHAPTER_WORKSHEET));
	value_set(a, v, "is_help", value_bool(a, c->kind == CHAPTER_HELP));
	value_set(a, v, "discreet", value_bool(a, c->discreet));
	value_set(a, v, "not_kept", value_bool(a, c->not_kept));
	value_set(a, f->root, "this", v);
}

static void
set_neighbour(struct filling *f, const char *name, int step)
{
	const struct chapter *c = page_neighbour(f->site, f->page, step);
	struct value *v;

	if (c == NULL)
		return;
	v = value_map(f->arena);
	value_set_text(f->arena, v, "title", c->nav_title);
	value_set_text(f->arena, v, "href", page_chapter_href(f->page, c));
	value_set(f->arena, f->root, name, v);
}

static void
set_list(struct filling *f, const char *name, const char *flag,
    struct value *list)
{
	value_set(f->arena, f->root, name, list);
	set_flag(f, flag, value_is_true(list));
}

static void
set_content(struct filling *f)
{
	struct html h;
	struct buf out;

	set(f, "content", f->page->content);
	if (f->page->content != NULL)
		return;
	if (f->page->chapter == NULL || f->page->chapter->root == NULL)
		return;
	buf_init(&out);
	memset(&h, 0, sizeof(h));
	h.arena = f->arena;
	h.book = f->book;
	h.icons = &f->site->icons;
	h.out = &out;
	h.base = f->page->base;
	h.assets = f->page->assets;
	html_children(&h, f->page->chapter->root);
	set(f, "content", arena_strndup(f->arena, out.data, out.len));
	buf_release(&out);
}

struct value *
page_words(const struct site *s)
{
	const struct map *words = s->book->words;
	struct value *v;

	v = value_map(s->arena);
	for (size_t i = 0; i < map_count(words); i++)
		value_set_text(s->arena, v, map_key(words, i),
		    map_value(words, i));
	return v;
}

struct value *
page_values(const struct site *s, const struct site_page *page)
{
	struct filling f = { s, page, s->book, page->arena, NULL };

	f.root = value_map(f.arena);
	set_head(&f);
	set_places(&f);
	set_clinic(&f);
	set_this(&f);
	set_neighbour(&f, "previous", -1);
	set_neighbour(&f, "next", 1);
	value_set(f.arena, f.root, "menu", page_menu(s, page));
	value_set(f.arena, f.root, "chapters", page_chapters(s, page));
	set_flag(&f, "has_chapters", s->shared.listed_count > 0);
	set_flag(&f, "many_chapters", s->shared.many_chapters);
	set_list(&f, "worksheets", "has_worksheets", page_worksheets(s, page));
	set_list(&f, "downloads", "has_downloads", page_downloads(s, page));
	set_list(&f, "languages", "has_languages", page_languages(s, page));
	set_list(&f, "changes", "has_changes", page_changes(s, page));
	set_list(&f, "headings", "has_headings", page_headings(s, page));
	set_list(&f, "with_chapter", "has_with_chapter",
	    page_with_chapter(s, page));
	if (str_equal(page->template, "a-z"))
		value_set(f.arena, f.root, "letters", page_letters(s, page));
	if (str_equal(page->template, "search"))
		set_list(&f, "first_help", "has_first_help",
		    page_first_help(s, page));
	set_list(&f, "crumbs", "has_crumbs", page_crumbs(s, page));
	value_set(f.arena, f.root, "words", s->words);
	if (page_is_statement(page))
		page_statement(s, page, f.root);
	set_content(&f);
	return f.root;
}

void
page_values_assets(const struct site *s, const struct site_page *page,
    struct value *values)
{
	struct arena *a = page->arena;
	struct value *scripts;

	value_set_text(a, values, "stylesheet", page_asset(page,
	    s->assets.stylesheet));
	value_set_text(a, values, "script", page_asset(page,
	    s->assets.script));
	value_set_text(a, values, "search_index", page_href(page,
	    s->search.index));
	value_set_text(a, values, "distress_words", s->search.distress);
	scripts = value_map(a);
	for (size_t i = 0; i < map_count(s->assets.scripts); i++)
		value_set_text(a, scripts, map_key(s->assets.scripts, i),
		    page_asset(page, map_value(s->assets.scripts, i)));
	value_set(a, values, "scripts", scripts);
	value_set_text(a, values, "icon", page_asset(page, s->assets.icon));
	page_facts(s, page, values);
}
