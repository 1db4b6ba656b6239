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
#include "page/layout_spare.h"
#include "page/page_links.h"

#define MOST_PASSES 5
#define PAGES_OF_SHEET 4

/* One pass of layout. */
struct pass {
	struct box_maker	 maker;
	struct layout_parts	 parts;
	/* What it came to. */
	struct map		*pages;
	const struct page_links	*links;
	size_t			 notes;
};

static struct layout_part *
new_part(struct arena *a, struct layout_parts *parts, enum print_kind kind)
{
	struct layout_part *part;

	part = vec_push(a, parts);
	part->kind = kind;
	return part;
}

/* Every part is built, the notes last, since they fill what is left. */
static void
build_parts(struct pass *pass, const struct book *book)
{
	struct arena *a = pass->maker.arena;
	struct layout_parts parts = { 0 };
	struct layout_part *part;
	size_t i, *notes;

	for (i = 0; i < book->print_count; i++) {
		if (book->print[i].kind == PRINT_NOTES)
			continue;
		part = new_part(a, &parts, book->print[i].kind);
		if (part->kind == PRINT_CHAPTER)
			part->chapter = book->print[i].chapter;
		else if (part->kind == PRINT_CONTENTS)
			part->name = "Contents";
		layout_part_build(&pass->maker, part);
	}
	notes = layout_spare_places(a, book, &parts,
	    pass->maker.style->binding == BINDING_FOLDED ? PAGES_OF_SHEET : 1);
	for (i = 0; i <= parts.len; i++) {
		if (notes[i] > 0) {
			part = new_part(a, &pass->parts, PRINT_NOTES);
			part->pages = notes[i];
			part->name = arena_printf(a, "Notes.%zu",
			    pass->notes + 1);
			layout_part_build(&pass->maker, part);
			pass->notes += notes[i];
		}
		if (i < parts.len)
			*vec_push(a, &pass->parts) = parts.items[i];
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
add_chapter_bookmarks(struct pass *pass, const struct chapter *c)
{
	enum doc_medium medium = page_medium(pass->maker.style);
	const struct doc_node *node;
	struct buf words;

	add_bookmark(pass, 1, c->title, c->id);
	if (c->root == NULL)
		return;
	for (node = doc_next_in(c->root, NULL, medium); node != NULL;
	    node = doc_next_in(c->root, node, medium)) {
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

/* Covers need none: they are where every reader looks. */
static void
add_bookmarks(struct pass *pass, const struct layout_part *part)
{
	const struct book *book = pass->maker.book;

	switch (part->kind) {
	case PRINT_CONTENTS:
		add_bookmark(pass, 1, book_word(book, "contents"), part->name);
		return;
	case PRINT_NOTES:
		add_bookmark(pass, 1, book_word(book, "notes"), part->name);
		return;
	case PRINT_CHAPTER:
		add_chapter_bookmarks(pass, part->chapter);
		return;
	case PRINT_COVER:
	case PRINT_BACK_COVER:
		return;
	}
}

/* In "a": the next pass asks for them when this one is gone. */
static void
note_pages(struct pass *pass, struct arena *a)
{
	const struct display *d = pass->maker.display;
	const struct display_target *t;
	size_t i;

	pass->pages = map_new(a);
	for (i = 0; i < d->targets.len; i++) {
		t = &d->targets.items[i];
		map_add(pass->pages, t->name, arena_strdup(a,
		    d->pages.items[t->page].label));
	}
	pass->links = page_links_new(a, d, pass->maker.links);
}

static void
run_pass(struct pass *pass, const struct book *book, struct arena *a)
{
	const struct layout_part *part;
	size_t i;

	build_parts(pass, book);
	for (i = 0; i < pass->parts.len; i++) {
		part = &pass->parts.items[i];
		layout_part_put(&pass->maker, part);
		add_bookmarks(pass, part);
	}
	note_pages(pass, a);
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

/* A pass has memory of its own, which goes with it unless it is the last. */
static void
start_pass(struct pass *pass, const struct diag_list *dl,
    const struct book *book, const struct page_style *style,
    const struct pass *before)
{
	struct arena *a = arena_new();

	memset(pass, 0, sizeof(*pass));
	pass->maker.arena = a;
	/* What a pass that is thrown away complained of is no news. */
	pass->maker.dl = diag_list_beside(a, dl);
	pass->maker.display = display_new(a);
	pass->maker.book = book;
	pass->maker.style = style;
	if (before != NULL) {
		pass->maker.pages = before->pages;
		pass->maker.links = before->links;
	}
	pass->maker.ink = COLOUR_BLACK;
}

struct display *
page_layout_booklet(struct arena *a, struct diag_list *dl,
    const struct book *book, const struct page_style *style,
    struct page_report *report)
{
	static const struct span nowhere = { NULL, 0, 0 };
	struct pass pass, before;
	size_t passes;
	bool settled;

	settled = false;
	for (passes = 0; passes < MOST_PASSES && !settled; passes++) {
		if (passes > 0)
			arena_free(before.maker.arena);
		start_pass(&pass, dl, book, style,
		    passes == 0 ? NULL : &before);
		run_pass(&pass, book, a);
		settled = passes > 0 && same_pages(before.pages, pass.pages) &&
		    page_links_equal(before.links, pass.links);
		before = pass;
	}
	diag_join(dl, pass.maker.dl);
	if (!settled)
		diag_say(dl, nowhere, NULL, SAY_PAGES_UNSETTLED, MOST_PASSES);
	report->pages = pass.maker.display->pages.len;
	report->notes = pass.notes;
	report->passes = passes;
	pass.maker.display->arena = a;
	arena_join(a, pass.maker.arena);
	return pass.maker.display;
}
