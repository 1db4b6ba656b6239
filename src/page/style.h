/* SPDX-License-Identifier: MIT */
/*
 * How a document looks on paper: every measure, face and colour that layout
 * uses.  Filled by booklet/ from the theme; page/ reads nothing else.
 */
#ifndef PAGE_STYLE_H
#define PAGE_STYLE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/dim.h"
#include "doc/node.h"

struct font;
struct hyphens;

enum page_type {
	PAGE_BODY, PAGE_LEAD, PAGE_H1, PAGE_H2, PAGE_H3, PAGE_SMALL,
	PAGE_COVER_TITLE, PAGE_COVER_SUBTITLE, PAGE_WORKSHEET_TITLE,
	PAGE_TABLE_HEAD, PAGE_PHONE, PAGE_PHONE_URGENT, PAGE_PHONE_EMERGENCY,
	PAGE_CHAPTER_NUMBER, PAGE_TYPE_COUNT
};

struct page_type_size {
	dim	size, leading;
};

/* 0xRRGGBB as printed. */
enum page_colour {
	PAGE_PRIMARY, PAGE_SAGE, PAGE_SAGE_TINT, PAGE_ACCENT, PAGE_EDGE,
	PAGE_RULE, PAGE_TINT_DO, PAGE_TINT_AVOID, PAGE_TINT_TRY,
	PAGE_TINT_NOTE, PAGE_TINT_HELP, PAGE_TINT_URGENT, PAGE_EMERGENCY_HEAD,
	PAGE_ON_EMERGENCY, PAGE_ROLE_PAPER, PAGE_ROLE_TINT1, PAGE_ROLE_TINT2,
	PAGE_ROLE_ACCENT, PAGE_COLOUR_COUNT
};

#define PAGE_ROOM_USUAL 45

enum page_binding {
	/* Folded sheets: inner margins at the fold, folios outside, a multiple
	 * of four pages. */
	BINDING_FOLDED,
	/* One side of each leaf is printed: all pages are alike. */
	BINDING_SINGLE,
	/* Leaves that are handed out one by one: no running line; a worksheet's
	 * foot says where help is and of which edition it is. */
	BINDING_LOOSE
};

struct page_style {
	dim			 width, height;		/* trimmed page */
	dim			 inner, outer, top, bottom;
	dim			 grid;			/* 6 mm */
	struct page_type_size	 types[PAGE_TYPE_COUNT];
	uint32_t		 colours[PAGE_COLOUR_COUNT];
	bool			 grey;			/* the grey palette */
	/* Of paragraphs of running text; all else is ragged with whole words.
	 * "hyphens" is NULL where no word is divided. */
	bool			 justified;
	const struct hyphens	*hyphens;
	enum page_binding	 binding;
	/* The grid when the finished pages have been enlarged; else "grid". */
	dim			 final_grid;
	/* Places to write, which need not grow with the letters, and have more
	 * where there is room: their height for a usual one of
	 * PAGE_ROOM_USUAL. */
	int			 room;
	/* The text face first, then those for what it lacks. */
	const struct font	*const *regular, *const *bold;
	size_t			 font_count;
};

/* The width of the text block. */
dim page_measure(const struct page_style *s);
/* "height" of a place to write, as high as this style has it. */
dim page_room(const struct page_style *s, dim height);
/* "height" of a place to tick, which has to hold its words too: more where
 * places to write have more, a sixth less where they have less. */
dim page_room_to_tick(const struct page_style *s, dim height);
/* Which switches these pages follow. */
enum doc_medium page_medium(const struct page_style *s);
/* From a line's top to its baseline: half-leading over ascent and descent. */
dim page_baseline(const struct page_style *s, enum page_type type);

#endif
