/* SPDX-License-Identifier: MIT */
/*
 * The whole booklet: parts in print order, padded with notes, laid out again
 * until the page numbers that it mentions are those that it has.
 */
#include "page/layout.h"

#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/map.h"
#include "base/messages.h"
#include "base/str.h"
#include "doc/book.h"
#include "page/box.h"
#include "page/display.h"
#include "page/layout_part.h"

#define MOST_PASSES 5
#define PAGES_OF_SHEET 4

struct parts {
	struct layout_part	*items;
	size_t			 len, cap;
};

/* One pass of layout. */
struct pass {
	struct box_maker	 maker;
	struct parts		 parts;
	struct map		*pages;		/* what it came to */
	size_t			 notes;
};

/* Spare pages go where the plan says, else before the back cover. */
static size_t
notes_index(const struct book *book)
{
	size_t i;

	for (i = 0; i < book->print_count; i++) {
		if (book->print[i].kind == PRINT_NOTES)
			return i;
	}
	if (i > 0 && book->print[i - 1].kind == PRINT_BACK_COVER)
		return i - 1;
	return i;
}

static void
build_notes(struct pass *pass, struct layout_part *notes)
{
	size_t i, total;

	total = 0;
	for (i = 0; i < pass->parts.len; i++)
		total += pass->parts.items[i].pages;
	notes->pages = (PAGES_OF_SHEET - total % PAGES_OF_SHEET) %
	    PAGES_OF_SHEET;
	layout_part_build(&pass->maker, notes);
	pass->notes = notes->pages;
}

/* Every part is built, the notes last, since they fill what is left. */
static void
build_parts(struct pass *pass, const struct book *book)
{
	size_t place = notes_index(book);
	struct layout_part *part;
	size_t i;

	for (i = 0; i <= book->print_count; i++) {
		if (i == place) {
			part = vec_push(pass->maker.arena, &pass->parts);
			part->kind = PRINT_NOTES;
		}
		if (i == book->print_count ||
		    book->print[i].kind == PRINT_NOTES)
			continue;
		part = vec_push(pass->maker.arena, &pass->parts);
		part->kind = book->print[i].kind;
		if (part->kind == PRINT_CHAPTER)
			part->chapter = book->print[i].chapter;
		layout_part_build(&pass->maker, part);
	}
	for (i = 0; i < pass->parts.len; i++) {
		if (pass->parts.items[i].kind == PRINT_NOTES)
			build_notes(pass, &pass->parts.items[i]);
	}
}

static void
add_bookmark(struct pass *pass, int level, const char *title,
    const char *target)
{
	struct display *d = pass->maker.display;
	struct display_bookmark *bookmark;

	bookmark = vec_push(d->arena, &d->bookmarks);
	bookmark->level = level;
	bookmark->title = title;
	bookmark->target = target;
}

static void
add_bookmarks(struct pass *pass, const struct chapter *c)
{
	const struct doc_node *node;
	struct buf words;

	add_bookmark(pass, 1, c->title, c->id);
	if (c->root == NULL)
		return;
	for (node = doc_next_in(c->root, NULL, ONLY_PRINT); node != NULL;
	    node = doc_next_in(c->root, node, ONLY_PRINT)) {
		if (node->kind != DOC_HEADING || node->u.heading.level != 2 ||
		    node->id == NULL)
			continue;
		buf_init(&words);
		doc_plain_text(node, &words);
		add_bookmark(pass, 2, arena_strndup(pass->maker.arena,
		    words.data, words.len), node->id);
		buf_release(&words);
	}
}

static void
note_pages(struct pass *pass)
{
	const struct display *d = pass->maker.display;
	const struct display_target *t;
	size_t i;

	pass->pages = map_new(pass->maker.arena);
	for (i = 0; i < d->targets.len; i++) {
		t = &d->targets.items[i];
		map_add(pass->pages, t->name, arena_strdup(pass->maker.arena,
		    d->pages.items[t->page].label));
	}
}

static void
run_pass(struct pass *pass, const struct book *book)
{
	const struct layout_part *part;
	size_t i;

	build_parts(pass, book);
	for (i = 0; i < pass->parts.len; i++) {
		part = &pass->parts.items[i];
		layout_part_put(&pass->maker, part);
		if (part->chapter != NULL)
			add_bookmarks(pass, part->chapter);
	}
	note_pages(pass);
}

static bool
same_pages(const struct map *a, const struct map *b)
{
	const char *other;
	size_t i;

	if (a == NULL || b == NULL || map_count(a) != map_count(b))
		return false;
	for (i = 0; i < map_count(a); i++) {
		other = map_find(b, map_key(a, i));
		if (other == NULL || !str_equal(other, map_value(a, i)))
			return false;
	}
	return true;
}

static void
start_pass(struct pass *pass, struct arena *a, const struct diag_list *dl,
    const struct book *book, const struct page_style *style,
    const struct map *pages)
{
	memset(pass, 0, sizeof(*pass));
	pass->maker.arena = a;
	/* What a pass that is thrown away complained of is no news. */
	pass->maker.dl = diag_list_beside(a, dl);
	pass->maker.display = display_new(a);
	pass->maker.book = book;
	pass->maker.style = style;
	pass->maker.pages = pages;
	pass->maker.ink = COLOUR_BLACK;
}

struct display *
page_layout_booklet(struct arena *a, struct diag_list *dl,
    const struct book *book, const struct page_style *style,
    struct page_report *report)
{
	static const struct span nowhere = { NULL, 0, 0 };
	const struct map *known = NULL;
	struct pass pass;
	size_t passes;
	bool settled;

	settled = false;
	for (passes = 0; passes < MOST_PASSES && !settled; passes++) {
		start_pass(&pass, a, dl, book, style, known);
		run_pass(&pass, book);
		settled = same_pages(known, pass.pages);
		known = pass.pages;
	}
	diag_join(dl, pass.maker.dl);
	if (!settled)
		diag_say(dl, nowhere, NULL, SAY_PAGES_UNSETTLED, MOST_PASSES);
	report->pages = pass.maker.display->pages.len;
	report->notes = pass.notes;
	report->passes = passes;
	return pass.maker.display;
}
