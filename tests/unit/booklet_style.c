/* SPDX-License-Identifier: MIT */
/*
 * A theme becomes fonts, measures and colours for printed pages.
 */
#include "base/arena.h"
#include "base/diag.h"
#include "booklet/booklet.h"
#include "booklet/booklet_int.h"
#include "conf/guide.h"
#include "conf/theme.h"
#include "page/style.h"
#include "t.h"
#include "type/font.h"
#include "type/hyphen.h"

static struct theme *
theme_of(struct arena *a, const char *family)
{
	static const char *const fallback[] = { "No Such Family", "Andika" };
	static const char *const chain[] = { "themes/none" };
	struct theme *theme;
	size_t i;

	theme = ARENA_NEW(a, struct theme);
	theme->chain = chain;
	theme->chain_count = 1;
	theme->family = family;
	theme->fallback = fallback;
	theme->fallback_count = 2;
	theme->print[THEME_PAGES_BOOKLET].inner = DIM_MM(18);
	theme->print[THEME_PAGES_BOOKLET].outer = DIM_MM(13);
	theme->print[THEME_PAGES_BOOKLET].grid = DIM_MM(6);
	for (i = 0; i < THEME_TYPE_COUNT; i++)
		theme->print[THEME_PAGES_BOOKLET].types[i].size = DIM_PT * (dim)(i + 10);
	theme->print[THEME_PAGES_SHEET] = theme->print[THEME_PAGES_BOOKLET];
	theme->print[THEME_PAGES_LARGE].grid = DIM_MM(9);
	theme->print[THEME_PAGES_LARGE].types[THEME_TYPE_BODY].size =
	    18 * DIM_PT;
	for (i = 0; i < THEME_COLOUR_COUNT; i++) {
		theme->colours[i][PALETTE_PRINT] = (uint32_t)(0x100 + i);
		theme->colours[i][PALETTE_GREY] = (uint32_t)(0x200 + i);
	}
	return theme;
}

static void
claim_style(struct t_state *t_, const struct theme *theme,
    const struct booklet_assets *assets)
{
	struct conf_profile profile;
	struct booklet_paper paper;
	struct page_style style;

	memset(&profile, 0, sizeof(profile));
	booklet_style_fill(&style, theme, &profile, assets,
	    DOCUMENT_BOOKLET);
	paper = booklet_paper_of(&profile);
	t_ok(style.width == DIM_MM(148) && style.height == DIM_MM(210),
	    "pages are A5");
	t_str(paper.sheet_name, "a4", "sheets are A4");
	t_ok(style.colours[PAGE_RULE] == 0x100 + THEME_RULE && !style.grey,
	    "colours are those of print");
	t_ok(style.types[PAGE_CHAPTER_NUMBER].size ==
	    DIM_PT * (THEME_TYPE_CHAPTER_NUMBER + 10),
	    "every kind of type has its size");
	t_ok(style.inner == DIM_MM(18) && style.grid == DIM_MM(6),
	    "margins and grid come from the theme");

	booklet_style_fill(&style, theme, &profile, assets,
	    DOCUMENT_LARGE_PRINT);
	t_ok(style.width == DIM_MM(140) && style.height == DIM_MM(198) &&
	    style.grid == DIM_MM(6) && style.final_grid == DIM_MM(9),
	    "large print on A4 is laid out on two thirds of it");
	t_int(style.types[PAGE_BODY].size, 12 * DIM_PT,
	    "where letters of 18 pt have 12");
	t_int(booklet_style_scale(theme, DOCUMENT_LARGE_PRINT), DIM_MM(9),
	    "to be enlarged to the grid of 9 mm");
	t_ok(style.binding == BINDING_SINGLE, "its leaves are single");
	booklet_style_fill(&style, theme, &profile, assets,
	    DOCUMENT_WORKSHEETS);
	t_ok(style.width == DIM_MM(210) && style.height == DIM_MM(297) &&
	    style.grid == style.final_grid &&
	    style.binding == BINDING_LOOSE, "worksheets are loose A4 leaves");

	profile.grey = true;
	profile.us_paper = true;
	booklet_style_fill(&style, theme, &profile, assets,
	    DOCUMENT_BOOKLET);
	paper = booklet_paper_of(&profile);
	t_ok(style.colours[PAGE_EMERGENCY_HEAD] == 0x200 + THEME_EMERGENCY &&
	    style.grey, "a grey edition has the grey palette");
	t_int(dim_to_um(style.width), 139700, "US pages are half letters");
	t_ok(paper.sheet_width == 2 * style.width,
	    "two half letters are a Letter, to the last digit");
	t_str(paper.sheet_name, "letter", "US sheets are Letter");
}

T_MAIN
{
	struct conf_language languages[] = { { .tag = "en-GB" } };
	struct conf_guide guide = { .languages = languages,
	    .language_count = 1 };
	struct booklet_assets *assets;
	struct theme *theme;
	struct diag_list *dl;
	struct arena *a;

	a = arena_new();
	dl = diag_list_new(a);
	theme = theme_of(a, "Andika");
	assets = booklet_assets_load(a, dl, theme, &guide);
	t_ok(assets != NULL, "fonts and profile are found");
	if (assets != NULL) {
		t_int(assets->font_count, 2,
		    "a fallback that is not there is passed over");
		t_int(diag_total(dl), 0, "and nothing is said of it");
		t_str(font_style(assets->bold[0]), "Bold", "Bold is bold");
		claim_style(t_, theme, assets);
		t_ok(assets->hyphens == NULL,
		    "no patterns are read for a theme without hyphens");
		booklet_assets_free(assets);
	}

	theme->print[THEME_PAGES_BOOKLET].hyphens = true;
	assets = booklet_assets_load(a, dl, theme, &guide);
	t_ok(assets != NULL && hyphens_know(assets->hyphens, "en-GB"),
	    "with hyphens those of the guide's languages are");
	booklet_assets_free(assets);
	languages[0].tag = "zu";
	t_ok(booklet_assets_load(a, dl, theme, &guide) == NULL,
	    "a language whose patterns are missing is an error");
	t_str(diag_nth(dl, 0)->id, "hyphens-missing", "that says so");
	theme->print[THEME_PAGES_BOOKLET].hyphens = false;

	theme->family = "No Such Family";
	t_ok(booklet_assets_load(a, dl, theme, &guide) == NULL,
	    "without the text face there is no booklet");
	t_str(diag_nth(dl, 1)->id, "font-missing", "and the message says so");
	arena_free(a);
}
