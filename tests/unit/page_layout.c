/* SPDX-License-Identifier: MIT */
/*
 * Claims about the whole booklet: pages, padding, running line, numbers.
 */
#include "page/layout.h"

#include "base/map.h"
#include "page_fixture.h"

static const struct span at = { "test.md", 1, 1 };

/* The words of the tool that pages ask for; a word is its own key. */
static void
add_words(struct page_fixture *f)
{
	static const char *const keys[] = {
		"notes", "notes-line", "contents", "contents-worksheets",
		"contents-help", "contents-help-label", "page", "worksheet",
		"worksheet-keep", "for", "time", "sample", "chapter"
	};
	struct map *words = map_new(f->arena);
	size_t i;

	for (i = 0; i < sizeof(keys) / sizeof(keys[0]); i++)
		map_add(words, keys[i], arena_strdup(f->arena, keys[i]));
	f->book.words = words;
	f->book.edition = EDITION_LIVE;
}

/* A chapter of "count" paragraphs of one line each. */
static struct chapter
chapter_of(struct page_fixture *f, const char *id, size_t count)
{
	struct chapter c;
	struct doc_node *p;
	size_t i;

	memset(&c, 0, sizeof(c));
	c.kind = CHAPTER_PLAIN;
	c.id = id;
	c.title = arena_printf(f->arena, "Title of %s", id);
	c.nav_title = arena_printf(f->arena, "Short %s", id);
	c.file = "test.md";
	c.in_booklet = true;
	c.root = doc_new(f->arena, DOC_DOCUMENT, at);
	for (i = 0; i < count; i++) {
		p = fixture_text(f, DOC_PARAGRAPH, "A line.");
		p->id = arena_printf(f->arena, "%s.p%zu", id, i + 1);
		doc_append(c.root, p);
	}
	return c;
}

static struct display *
lay_out(struct page_fixture *f, const struct print_part *print, size_t count,
    struct page_report *report)
{
	f->book.print = print;
	f->book.print_count = count;
	return page_layout_booklet(f->arena, f->dl, &f->book, &f->style,
	    report);
}

/* The words of the page's running line, in order of reading. */
static const char *
foot(struct page_fixture *f, const struct display *d, size_t page)
{
	const struct display_item *item;
	const char *words = "";
	size_t i;

	for (i = 0; i < d->pages.items[page].items.len; i++) {
		item = &d->pages.items[page].items.items[i];
		if (item->tag == 0 && item->artifact == ARTIFACT_FOOTER)
			words = arena_printf(f->arena, "%s[%s]", words,
			    fixture_words(f, item));
	}
	return words;
}

static const struct display_target *
target(const struct display *d, const char *name)
{
	size_t i;

	for (i = 0; i < d->targets.len; i++)
		if (strcmp(d->targets.items[i].name, name) == 0)
			return &d->targets.items[i];
	return NULL;
}

static void
plain_booklet(struct t_state *t_, struct page_fixture *f)
{
	struct chapter one = chapter_of(f, "one", 20);
	struct chapter two = chapter_of(f, "two", 3);
	const struct print_part print[3] = {
		{ PRINT_CHAPTER, &one }, { PRINT_NOTES, NULL },
		{ PRINT_CHAPTER, &two }
	};
	struct doc_node *h = fixture_text(f, DOC_HEADING, "Part");
	struct page_report report;
	const struct display *d;

	h->u.heading.level = 2;
	h->id = "two.part";
	doc_append(two.root, h);
	doc_append(two.root, fixture_text(f, DOC_PARAGRAPH, "Text."));
	d = lay_out(f, print, 3, &report);
	t_int(report.pages, 4, "pages are a multiple of four");
	t_int(report.notes, 1, "what is missing are notes");
	t_int(report.passes, 2, "a second pass proves the page numbers");
	t_int(d->pages.len, 4, "the display has those pages");
	t_int(target(d, "one.p1")->page, 0, "a chapter starts a page");
	t_int(target(d, "one.p20")->page, 1, "a chapter goes on over pages");
	t_int(target(d, "two")->page, 3, "notes stand where the plan says");
	t_str(foot(f, d, 0), "[Short one\xC2\xA0][1]",
	    "a right page's foot has the chapter's name");
	t_str(foot(f, d, 1), "[2\xC2\xA0][The guide]",
	    "a left page's foot has the guide's");
	t_int(d->bookmarks.len, 3, "chapters and their parts are bookmarks");
	t_str(d->bookmarks.items[2].title, "Part", "parts have their words");
	t_int(d->bookmarks.items[2].level, 2, "parts are below chapters");
	t_int(diag_total(f->dl), 0, "there is nothing to complain of");
}

static void
level_lines(struct t_state *t_, struct page_fixture *f)
{
	struct chapter one = chapter_of(f, "one", 40);
	const struct print_part print[1] = { { PRINT_CHAPTER, &one } };
	const struct display_item *item;
	struct page_report report;
	const struct display *d;
	bool level = true, margins = true;
	size_t i, j;
	dim first;

	d = lay_out(f, print, 1, &report);
	first = f->style.top + page_baseline(&f->style, PAGE_BODY);
	for (i = 0; i < 3; i++) {
		for (j = 0; j < d->pages.items[i].items.len; j++) {
			item = &d->pages.items[i].items.items[j];
			if (item->tag == 0 || item->u.glyphs.run->size !=
			    f->style.types[PAGE_BODY].size)
				continue;
			level = level && (item->u.glyphs.y - first) %
			    f->style.grid == 0;
			margins = margins && item->u.glyphs.x ==
			    (i % 2 == 0 ? f->style.inner : f->style.outer);
		}
	}
	t_ok(level, "body lines of all pages are on one grid");
	t_ok(margins, "the inner margin is on the side of the fold");
}

static void
tall_worksheet(struct t_state *t_, struct page_fixture *f)
{
	struct chapter sheet = chapter_of(f, "w1", 30);
	const struct print_part print[1] = { { PRINT_CHAPTER, &sheet } };
	struct page_report report;
	const struct diag *d;

	sheet.kind = CHAPTER_WORKSHEET;
	sheet.number = 1;
	lay_out(f, print, 1, &report);
	t_int(diag_count(f->dl, DIAG_ERROR), 1, "it is an error, said once");
	d = diag_nth(f->dl, 0);
	t_str(d->id, "worksheet-too-tall", "a worksheet is one page");
	t_ok(strstr(d->text, " mm too high") != NULL, "it says by how much");
	t_str(d->at.file, "test.md", "it says where");
}

static void
tall_block(struct t_state *t_, struct page_fixture *f)
{
	struct chapter one = chapter_of(f, "one", 1);
	const struct print_part print[1] = { { PRINT_CHAPTER, &one } };
	struct page_report report;
	struct doc_node *c;
	int i;

	c = doc_new(f->arena, DOC_CALLOUT, at);
	c->u.callout.kind = CALLOUT_NOTE;
	for (i = 0; i < 20; i++)
		doc_append(c, fixture_text(f, DOC_PARAGRAPH, "A line."));
	doc_append(one.root, c);
	lay_out(f, print, 1, &report);
	t_int(diag_count(f->dl, DIAG_ERROR), 1, "it is an error, said once");
	t_str(diag_nth(f->dl, 0)->id, "block-too-tall",
	    "a callout higher than a page is an error");
}

static void
mirrored(struct t_state *t_, struct page_fixture *f)
{
	struct chapter one = chapter_of(f, "one", 2);
	const struct print_part print[1] = { { PRINT_CHAPTER, &one } };
	const struct display_item *item;
	struct page_report report;
	const struct display *d;
	dim end;

	f->book.right_to_left = true;
	d = lay_out(f, print, 1, &report);
	item = &d->pages.items[0].items.items[0];
	end = item->u.glyphs.x + item->u.glyphs.run->width;
	t_int(dim_to_um(end) / 10, 13000,
	    "a right-to-left page starts at its right");
}

static void
with_fixture(struct t_state *t_,
    void (*claims)(struct t_state *, struct page_fixture *))
{
	struct page_fixture f;

	fixture_new(&f);
	add_words(&f);
	claims(t_, &f);
	fixture_free(&f);
}

T_MAIN
{
	with_fixture(t_, plain_booklet);
	with_fixture(t_, level_lines);
	with_fixture(t_, tall_worksheet);
	with_fixture(t_, tall_block);
	with_fixture(t_, mirrored);
}
