/* SPDX-License-Identifier: MIT */
/*
 * For tests of page/: the default face, the measures of A5, an empty book.
 */
#ifndef TESTS_PAGE_FIXTURE_H
#define TESTS_PAGE_FIXTURE_H

#include <stdlib.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "doc/book.h"
#include "page/box.h"
#include "page/display.h"
#include "page/style.h"
#include "t.h"
#include "type/find.h"
#include "type/font.h"
#include "type/paragraph.h"

struct page_fixture {
	struct arena		*arena;
	struct font		*faces[2];	/* Regular, Bold */
	const struct font	*regular[1], *bold[1];
	struct page_style	 style;
	struct book		 book;
	struct diag_list	*dl;
	struct box_maker	 maker;
};

static inline struct font *
fixture_face(struct arena *a, bool bold)
{
	struct buf why;
	struct font_finder *finder;
	const char *path;
	struct font *face;
	unsigned index;

	buf_init(&why);
	face = NULL;
	finder = font_finder_new(NULL, 0);
	path = font_find(finder, a, "Andika", bold, &index, &why);
	font_finder_free(finder);
	if (path != NULL)
		face = font_load(path, index, &why);
	if (face == NULL) {
		printf("Bail out! %s\n", why.data);
		exit(1);
	}
	buf_release(&why);
	return face;
}

/* Sizes and leadings in thousandths of a point, LOOK's for A5. */
static inline void
fixture_style(struct page_style *s)
{
	static const int types[PAGE_TYPE_COUNT][2] = {
		[PAGE_BODY] = { 12500, 17008 },
		[PAGE_LEAD] = { 15500, 21260 },
		[PAGE_H1] = { 22000, 25512 },
		[PAGE_H2] = { 15000, 17008 },
		[PAGE_H3] = { 12500, 17008 },
		[PAGE_SMALL] = { 12000, 17008 },
		[PAGE_COVER_TITLE] = { 29000, 34016 },
		[PAGE_COVER_SUBTITLE] = { 15500, 21260 },
		[PAGE_WORKSHEET_TITLE] = { 19000, 25512 },
		[PAGE_TABLE_HEAD] = { 12000, 14173 },
		[PAGE_PHONE] = { 15000, 17008 },
		[PAGE_PHONE_URGENT] = { 22000, 25512 },
		[PAGE_PHONE_EMERGENCY] = { 30000, 34016 },
		[PAGE_CHAPTER_NUMBER] = { 27700, 34016 }
	};
	int i;

	s->width = DIM_MM(148);
	s->height = DIM_MM(210);
	s->inner = DIM_MM(18);
	s->outer = DIM_MM(13);
	s->top = DIM_MM(15);
	s->bottom = DIM_MM(18);
	s->grid = s->final_grid = DIM_MM(6);
	s->room = PAGE_ROOM_USUAL;
	for (i = 0; i < PAGE_TYPE_COUNT; i++) {
		s->types[i].size = dim_millipoints(types[i][0]);
		s->types[i].leading = dim_millipoints(types[i][1]);
	}
	for (i = 0; i < PAGE_COLOUR_COUNT; i++)
		s->colours[i] = 0x808000U + (uint32_t)i;
}

static inline void
fixture_new(struct page_fixture *f)
{
	memset(f, 0, sizeof(*f));
	f->arena = arena_new();
	f->faces[0] = fixture_face(f->arena, false);
	f->faces[1] = fixture_face(f->arena, true);
	f->regular[0] = f->faces[0];
	f->bold[0] = f->faces[1];
	fixture_style(&f->style);
	f->style.regular = f->regular;
	f->style.bold = f->bold;
	f->style.font_count = 1;
	f->book.title = "The guide";
	f->book.lang = "en-GB";
	f->book.version = "1";
	f->book.clinic.id = "clinic";
	f->book.edition = EDITION_SAMPLE;
	f->book.credit = "Adapted.";
	f->book.clinic.name = "Clinic";
	f->dl = diag_list_new(f->arena);
	f->maker.arena = f->arena;
	f->maker.dl = f->dl;
	f->maker.display = display_new(f->arena);
	f->maker.book = &f->book;
	f->maker.style = &f->style;
	f->maker.ink = COLOUR_BLACK;
}

static inline void
fixture_free(struct page_fixture *f)
{
	font_free(f->faces[0]);
	font_free(f->faces[1]);
	arena_free(f->arena);
}

/* A node with text in it. */
static inline struct doc_node *
fixture_text(struct page_fixture *f, enum doc_kind kind, const char *text)
{
	static const struct span at = { "test.md", 1, 1 };
	struct doc_node *node;

	node = doc_new(f->arena, kind, at);
	doc_append_text(f->arena, node, text);
	return node;
}

/* The bytes of the text that a glyph item shows, in the fixture's arena. */
static inline const char *
fixture_words(struct page_fixture *f, const struct display_item *item)
{
	const struct type_run *run = item->u.glyphs.run;
	size_t start = SIZE_MAX, end = 0, i;

	for (i = 0; i < run->glyph_count; i++) {
		const struct type_glyph *g = &run->glyphs[i];

		if (g->text_len == 0)
			continue;
		if (g->text_start < start)
			start = g->text_start;
		if ((size_t)g->text_start + g->text_len > end)
			end = (size_t)g->text_start + g->text_len;
	}
	return start < end ? arena_strndup(f->arena, run->text + start,
	    end - start) : "";
}

#endif
