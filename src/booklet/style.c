/* SPDX-License-Identifier: MIT */
/*
 * The theme's tokens as the style of printed pages.
 */
#include "booklet/booklet_int.h"

#include <string.h>

#include "base/diag.h"
#include "conf/guide.h"
#include "conf/theme.h"
#include "page/style.h"

/* All measures in page/ are for this grid. */
#define DESIGN_GRID DIM_MM(6)
/* Writing lines 10.5 mm apart in large print, where 10 are asked for; with the
 * letters they would be 13.5. */
#define LARGE_ROOM (PAGE_ROOM_USUAL * 7 / 9)

struct booklet_paper
booklet_paper_of(const struct conf_profile *profile)
{
	struct booklet_paper paper;

	if (profile->us_paper) {
		/* 5.5 by 8.5 inches, two of them on 11 by 8.5. */
		paper.page_width = dim_um(139700);
		paper.page_height = dim_um(215900);
		paper.sheet_width = dim_um(279400);
		paper.sheet_height = dim_um(215900);
		paper.sheet_name = "letter";
	} else {
		paper.page_width = DIM_MM(148);
		paper.page_height = DIM_MM(210);
		paper.sheet_width = DIM_MM(297);
		paper.sheet_height = DIM_MM(210);
		paper.sheet_name = "a4";
	}
	return paper;
}

static void
fill_types(struct page_style *style, const struct theme_print *print)
{
	static const enum theme_type from[PAGE_TYPE_COUNT] = {
		[PAGE_BODY] = THEME_TYPE_BODY,
		[PAGE_LEAD] = THEME_TYPE_LEAD,
		[PAGE_H1] = THEME_TYPE_H1,
		[PAGE_H2] = THEME_TYPE_H2,
		[PAGE_H3] = THEME_TYPE_H3,
		[PAGE_SMALL] = THEME_TYPE_SMALL,
		[PAGE_COVER_TITLE] = THEME_TYPE_COVER_TITLE,
		[PAGE_COVER_SUBTITLE] = THEME_TYPE_COVER_SUBTITLE,
		[PAGE_WORKSHEET_TITLE] = THEME_TYPE_WORKSHEET_TITLE,
		[PAGE_TABLE_HEAD] = THEME_TYPE_TABLE_HEAD,
		[PAGE_PHONE] = THEME_TYPE_PHONE,
		[PAGE_PHONE_URGENT] = THEME_TYPE_PHONE_URGENT,
		[PAGE_PHONE_EMERGENCY] = THEME_TYPE_PHONE_EMERGENCY,
		[PAGE_CHAPTER_NUMBER] = THEME_TYPE_CHAPTER_NUMBER
	};
	size_t i;

	for (i = 0; i < PAGE_TYPE_COUNT; i++) {
		style->types[i].size = print->types[from[i]].size;
		style->types[i].leading = print->types[from[i]].leading;
	}
}

static void
fill_colours(struct page_style *style, const struct theme *theme,
    enum theme_palette palette)
{
	static const enum theme_colour from[PAGE_COLOUR_COUNT] = {
		[PAGE_PRIMARY] = THEME_PRIMARY,
		[PAGE_SAGE] = THEME_SAGE,
		[PAGE_SAGE_TINT] = THEME_SAGE_TINT,
		[PAGE_ACCENT] = THEME_ACCENT,
		[PAGE_EDGE] = THEME_EDGE,
		[PAGE_RULE] = THEME_RULE,
		[PAGE_TINT_DO] = THEME_TINT_DO,
		[PAGE_TINT_AVOID] = THEME_TINT_AVOID,
		[PAGE_TINT_TRY] = THEME_TINT_TRY,
		[PAGE_TINT_NOTE] = THEME_TINT_NOTE,
		[PAGE_TINT_HELP] = THEME_TINT_HELP,
		[PAGE_TINT_URGENT] = THEME_TINT_URGENT,
		[PAGE_EMERGENCY_HEAD] = THEME_EMERGENCY,
		[PAGE_ON_EMERGENCY] = THEME_ON_EMERGENCY,
		[PAGE_ROLE_PAPER] = THEME_ROLE_PAPER,
		[PAGE_ROLE_TINT1] = THEME_ROLE_TINT1,
		[PAGE_ROLE_TINT2] = THEME_ROLE_TINT2,
		[PAGE_ROLE_ACCENT] = THEME_ROLE_ACCENT
	};
	size_t i;

	for (i = 0; i < PAGE_COLOUR_COUNT; i++)
		style->colours[i] = theme->colours[from[i]][palette];
}

static enum theme_pages
pages_of(enum booklet_document document)
{
	switch (document) {
	case DOCUMENT_BOOKLET:
		return THEME_PAGES_BOOKLET;
	case DOCUMENT_LARGE_PRINT:
		return THEME_PAGES_LARGE;
	case DOCUMENT_WORKSHEETS:
		return THEME_PAGES_SHEET;
	}
	BUG("document %d", (int)document);
}

/* Of the grid for which all that has no token is measured; see page/. */
dim
booklet_style_scale(const struct theme *theme, enum booklet_document document)
{
	return document == DOCUMENT_LARGE_PRINT ?
	    theme->print[THEME_PAGES_LARGE].grid : DESIGN_GRID;
}

/* In large print every length is first what it would be on the booklet's grid. */
static void
shrink(struct page_style *style, dim grid)
{
	dim *lengths[] = { &style->width, &style->height, &style->inner,
		&style->outer, &style->top, &style->bottom, &style->grid };
	size_t i;

	for (i = 0; i < sizeof(lengths) / sizeof(lengths[0]); i++)
		*lengths[i] = dim_scale(*lengths[i], DESIGN_GRID, grid);
	for (i = 0; i < PAGE_TYPE_COUNT; i++) {
		style->types[i].size = dim_scale(style->types[i].size,
		    DESIGN_GRID, grid);
		style->types[i].leading = dim_scale(style->types[i].leading,
		    DESIGN_GRID, grid);
	}
}

void
booklet_style_fill(struct page_style *style, const struct theme *theme,
    const struct conf_profile *profile, const struct booklet_assets *assets,
    enum booklet_document document)
{
	const struct theme_print *print = &theme->print[pages_of(document)];
	struct booklet_paper paper;

	memset(style, 0, sizeof(*style));
	paper = booklet_paper_of(profile);
	style->width = paper.page_width;
	style->height = paper.page_height;
	if (document != DOCUMENT_BOOKLET) {
		/* The sheet lies; its pages stand. */
		style->width = paper.sheet_height;
		style->height = paper.sheet_width;
	}
	style->inner = print->inner;
	style->outer = print->outer;
	style->top = print->top;
	style->bottom = print->bottom;
	style->grid = style->final_grid = print->grid;
	style->grey = profile->grey;
	style->justified = print->justified;
	style->hyphens = print->hyphens ? assets->hyphens : NULL;
	style->binding = document == DOCUMENT_BOOKLET ? BINDING_FOLDED :
	    document == DOCUMENT_LARGE_PRINT ? BINDING_SINGLE : BINDING_LOOSE;
	style->room = document == DOCUMENT_LARGE_PRINT ? LARGE_ROOM :
	    PAGE_ROOM_USUAL;
	style->regular = assets->regular;
	style->bold = assets->bold;
	style->font_count = assets->font_count;
	fill_types(style, print);
	shrink(style, booklet_style_scale(theme, document));
	fill_colours(style, theme,
	    profile->grey ? PALETTE_GREY : PALETTE_PRINT);
}
