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
	map_add(words, "link-page", arena_strdup(f->arena,
	    "(page\xC2\xA0{page})"));
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
	t_int(d->bookmarks.len, 4, "chapters and their parts are bookmarks");
	t_str(d->bookmarks.items[1].title, "notes", "and pages for notes");
	t_str(d->bookmarks.items[3].title, "Part", "parts have their words");
	t_int(d->bookmarks.items[3].level, 2, "parts are below chapters");
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

/* The pages of a worksheet of "count" lines in large print; *last becomes the
 * first words of the last. */
static size_t
large_print_pages(struct page_fixture *f, size_t count, const char **last)
{
	struct chapter sheet = chapter_of(f, "w1", count);
	const struct print_part print[1] = { { PRINT_CHAPTER, &sheet } };
	const struct display_page *page;
	struct page_report report;
	const struct display *d;
	size_t i = 0;

	sheet.kind = CHAPTER_WORKSHEET;
	sheet.number = 1;
	f->style.binding = BINDING_SINGLE;
	d = lay_out(f, print, 1, &report);
	page = &d->pages.items[report.pages - 1];
	while (i < page->items.len &&
	    page->items.items[i].kind != DISPLAY_GLYPHS)
		i++;
	*last = i < page->items.len ?
	    fixture_words(f, &page->items.items[i]) : "";
	return report.pages;
}

static void
large_print_worksheet(struct t_state *t_, struct page_fixture *f)
{
	const char *last;

	t_int((int64_t)large_print_pages(f, 11, &last), 1,
	    "a sheet of one page is one");
	t_int((int64_t)large_print_pages(f, 14, &last), 1,
	    "one that is nearly so is closed up");
	t_int((int64_t)large_print_pages(f, 16, &last), 2,
	    "one that is too long goes on");
	t_str(last, "A line.", "with more than its foot");
	t_int(diag_total(f->dl), 0, "and nobody is told");
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

/* A paragraph at the end of "from" with a link to the start of "to". */
static void
add_link(struct page_fixture *f, struct chapter *from, const char *words,
    const struct chapter *to)
{
	struct doc_node *p = fixture_text(f, DOC_PARAGRAPH, words);
	struct doc_node *link = fixture_text(f, DOC_LINK, "there");

	link->u.link.chapter = to;
	doc_append(p, link);
	doc_append(from->root, p);
}

/* All words of a page in a row. */
static const char *
page_words(struct page_fixture *f, const struct display *d, size_t page)
{
	const struct display_item *item;
	struct buf b;
	const char *words;
	size_t i;

	buf_init(&b);
	for (i = 0; i < d->pages.items[page].items.len; i++) {
		item = &d->pages.items[page].items.items[i];
		if (item->kind == DISPLAY_GLYPHS)
			buf_puts(&b, fixture_words(f, item));
	}
	words = arena_strndup(f->arena, b.data, b.len);
	buf_release(&b);
	return words;
}

static void
numbered_links(struct t_state *t_, struct page_fixture *f)
{
	struct chapter one = chapter_of(f, "one", 20);
	struct chapter two = chapter_of(f, "two", 1);
	struct chapter away = chapter_of(f, "away", 1);
	const struct print_part print[2] = {
		{ PRINT_CHAPTER, &one }, { PRINT_CHAPTER, &two }
	};
	struct page_report report;
	const struct display *d;
	const char *words;

	add_link(f, &two, "Forth ", &one);
	add_link(f, &two, "Here ", &two);
	add_link(f, &two, "Away ", &away);
	add_link(f, &one, "On ", &two);
	d = lay_out(f, print, 2, &report);
	t_ok(strstr(page_words(f, d, 1), "On there (page\xC2\xA0" "3)") !=
	    NULL, "a link to another page names it");
	words = page_words(f, d, 2);
	t_ok(strstr(words, "Forth there (page\xC2\xA0" "1)") != NULL,
	    "backwards too");
	t_ok(strstr(words, "Here there (") == NULL &&
	    strstr(words, "Here there") != NULL,
	    "a link to its own page has no number");
	t_ok(strstr(words, "Away there (") == NULL,
	    "a link to what is not printed has no number");
	t_str(d->links.items[0].description, "there (page\xC2\xA0" "3)",
	    "who listens hears the number too");
	t_int(diag_total(f->dl), 0, "there is nothing to complain of");
}

/* Words that are "left" narrower than a line of the text, or less. */
static const char *
words_short_of(struct page_fixture *f, dim left)
{
	const char *words = "x ", *more = words;
	dim room = page_measure(&f->style) - left;

	while (box_words_width(&f->maker, more, PAGE_BODY, false) < room) {
		words = more;
		more = arena_printf(f->arena, "i%s", words);
	}
	return words;
}

/*
 * With a number the last line of the page would be two and move to the page of
 * its own target, where it needs none; without it would move back.
 */
static void
link_on_the_edge(struct t_state *t_, struct page_fixture *f)
{
	struct chapter one = chapter_of(f, "one", 13);
	const struct print_part print[1] = { { PRINT_CHAPTER, &one } };
	struct doc_node *p, *link;
	struct page_report report;
	const struct display *d;
	dim there;

	there = box_words_width(&f->maker, "n there", PAGE_BODY, false);
	p = fixture_text(f, DOC_PARAGRAPH, words_short_of(f, there));
	link = fixture_text(f, DOC_LINK, "there");
	link->u.link.chapter = &one;
	link->u.link.block = "one.end";
	doc_append(p, link);
	doc_append(one.root, p);
	p = fixture_text(f, DOC_PARAGRAPH, "The end.");
	p->id = "one.end";
	doc_append(one.root, p);
	for (int i = 0; i < 8; i++)
		doc_append(one.root, fixture_text(f, DOC_PARAGRAPH, "More."));
	d = lay_out(f, print, 1, &report);
	t_int(target(d, "one.end")->page, 1, "the target is on page 2");
	t_ok(strstr(page_words(f, d, 1), "(page\xC2\xA0" "2)") != NULL,
	    "a number that comes and goes is printed in the end");
	t_int(report.passes, 3, "and the pages stand still");
	t_int(diag_total(f->dl), 0, "so there is nothing to complain of");
}

static struct doc_node *
add_block(struct page_fixture *f, struct chapter *c, enum doc_kind kind,
    const char *words, const char *id)
{
	struct doc_node *node = fixture_text(f, kind, words);

	node->id = id;
	doc_append(c->root, node);
	return node;
}

static void
add_list(struct page_fixture *f, struct chapter *c, int items,
    const char *words)
{
	struct doc_node *list = doc_new(f->arena, DOC_LIST, at), *item;
	struct doc_node *p;
	int i;

	list->u.list.tight = true;
	for (i = 0; i < items; i++) {
		item = doc_new(f->arena, DOC_ITEM, at);
		p = fixture_text(f, DOC_PARAGRAPH, words);
		p->id = arena_printf(f->arena, "%s.item%d", c->id, i + 1);
		doc_append(item, p);
		doc_append(list, item);
	}
	doc_append(c->root, list);
}

/* 29 lines a page: the title takes two, each paragraph one and a gap. */
static void
what_stays_together(struct t_state *t_, struct page_fixture *f)
{
	struct chapter heads = chapter_of(f, "heads", 12);
	struct chapter intro = chapter_of(f, "intro", 13);
	struct chapter item = chapter_of(f, "item", 10);
	const struct print_part print[3] = {
		{ PRINT_CHAPTER, &heads }, { PRINT_CHAPTER, &intro },
		{ PRINT_CHAPTER, &item }
	};
	struct page_report report;
	const struct display *d;
	int i;

	add_block(f, &heads, DOC_HEADING, "Part", "heads.part")
	    ->u.heading.level = 2;
	for (i = 0; i < 6; i++)
		add_block(f, &heads, DOC_PARAGRAPH, "One line.", NULL);
	add_block(f, &intro, DOC_PARAGRAPH, "There are", "intro.in");
	add_list(f, &intro, 6, "an item");
	add_list(f, &item, 3, "An item of four lines, which are not to be "
	    "cut where a page ends, although two of them would have room on "
	    "either page, for it is short enough to stand on one page, whole "
	    "as it was written down.");
	add_list(f, &item, 6, "more");
	d = lay_out(f, print, 3, &report);
	t_int(target(d, "heads.part")->page, target(d, "heads")->page + 1,
	    "one line below a heading at a page's foot is not enough");
	t_int(target(d, "intro.in")->page, target(d, "intro")->page + 1,
	    "what leads in a list stands with its first item");
	t_int(target(d, "item.item1")->page, target(d, "item")->page + 1,
	    "a short item is not cut");
	t_int(diag_total(f->dl), 0, "there is nothing to complain of");
}

/*
 * Each chapter fills its page to the last line, in which a link stands that
 * has room for a number of two digits.  Where it leads is page 99, 98, 97 and
 * so on; as soon as that is page 100 the chapter takes a page more, which makes
 * the next one's 100.  Numbers that change with every pass are told.
 */
static void
numbers_without_end(struct t_state *t_, struct page_fixture *f)
{
	enum { EDGES = 8, CHAPTERS = 110 };
	struct chapter *all = ARENA_ARRAY(f->arena, struct chapter, CHAPTERS);
	struct print_part *print = ARENA_ARRAY(f->arena, struct print_part,
	    CHAPTERS);
	struct page_report report;
	struct display *d;
	const char *words;
	dim there;
	size_t i;

	there = box_words_width(&f->maker, "n there (page\xC2\xA0" "00)",
	    PAGE_BODY, false) - box_words_width(&f->maker, "n", PAGE_BODY,
	    false);
	words = words_short_of(f, there);
	for (i = 0; i < CHAPTERS; i++) {
		all[i] = chapter_of(f, arena_printf(f->arena, "c%zu", i),
		    i < EDGES ? 13 : 1);
		print[i] = (struct print_part){ PRINT_CHAPTER, &all[i] };
	}
	/* The first leads to page 100 from the start. */
	for (i = 0; i < EDGES; i++)
		add_link(f, &all[i], words, &all[99 - i]);
	d = lay_out(f, print, CHAPTERS, &report);
	t_int(report.passes, 5, "after five passes it is enough");
	t_int(diag_count(f->dl, DIAG_WARNING), 1, "it is said once");
	t_str(diag_nth(f->dl, 0)->id, "pages-unsettled",
	    "numbers that have not settled are told");
	t_ok(d->pages.len > CHAPTERS, "and there is a booklet");
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
	with_fixture(t_, large_print_worksheet);
	with_fixture(t_, tall_block);
	with_fixture(t_, mirrored);
	with_fixture(t_, numbered_links);
	with_fixture(t_, link_on_the_edge);
	with_fixture(t_, what_stays_together);
	with_fixture(t_, numbers_without_end);
}
