/* SPDX-License-Identifier: MIT */
/*
 * theme.yaml: the tokens that screen and print share, and the theme's files.
 *
 * Comes in: a theme's folder (themes/NAME), with those it extends.  Goes out:
 * colours, lengths and words by name; templates as text.  Every token has a
 * row in the tables below and a value in the default theme.
 */
#ifndef CONF_THEME_H
#define CONF_THEME_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/diag.h"
#include "base/dim.h"

struct arena;
struct conf_language;
struct diag_list;
struct map;

/* name in theme.yaml and in CSS (--name) */
#define THEME_COLOURS(X)						\
	X(PAPER, "paper", "the page")					\
	X(SURFACE, "surface", "fields and cards to fill in")		\
	X(SUNK, "sunk", "panels")					\
	X(INK, "ink", "all text")					\
	X(MUTED, "muted", "second lines, on screens only")		\
	X(PRIMARY, "primary", "links, buttons, icons, bars and bullets")\
	X(ON_PRIMARY, "on-primary", "text on primary")			\
	X(PRIMARY_HOVER, "primary-hover",				\
	    "links and buttons below the pointer")			\
	X(SAGE, "sage",							\
	    "the adult of the mark and the crescent; never text")	\
	X(SAGE_TINT, "sage-tint", "behind numbers and what is chosen")	\
	X(ACCENT, "accent", "help, and the baby of the mark")		\
	X(ON_ACCENT, "on-accent", "text on accent")			\
	X(EDGE, "edge", "borders of fields")				\
	X(RULE, "rule", "lines that separate")				\
	X(FOCUS, "focus", "the ring round what has the focus")		\
	X(TINT_DO, "tint-do", "behind what to do")			\
	X(TINT_AVOID, "tint-avoid", "behind what to avoid")		\
	X(TINT_TRY, "tint-try", "behind what to try")			\
	X(TINT_NOTE, "tint-note", "behind notes")			\
	X(TINT_HELP, "tint-help", "behind help")			\
	X(TINT_URGENT, "tint-urgent", "behind what is urgent")		\
	X(EMERGENCY, "emergency", "the head of the box for danger to life") \
	X(ON_EMERGENCY, "on-emergency", "text on emergency")		\
	X(ROLE_PAPER, "role-paper", "light fills of figures")		\
	X(ROLE_TINT1, "role-tint1", "the lighter tint of figures")	\
	X(ROLE_TINT2, "role-tint2", "the darker tint of figures")	\
	X(ROLE_ACCENT, "role-accent", "the accent of figures")

#define THEME_COLOUR_ENUM(id, name, help) THEME_##id,
enum theme_colour { THEME_COLOURS(THEME_COLOUR_ENUM) THEME_COLOUR_COUNT };
#undef THEME_COLOUR_ENUM

enum theme_palette {
	PALETTE_LIGHT, PALETTE_DARK, PALETTE_PRINT, PALETTE_GREY,
	PALETTE_COUNT
};

/* A size and its leading, both on paper; name in theme.yaml under print:,
 * worksheet: and large-print:. */
#define THEME_TYPES(X)							\
	X(BODY, "body") X(LEAD, "lead") X(H1, "h1") X(H2, "h2")		\
	X(H3, "h3") X(SMALL, "small") X(COVER_TITLE, "cover-title")	\
	X(COVER_SUBTITLE, "cover-subtitle")				\
	X(WORKSHEET_TITLE, "worksheet-title")				\
	X(TABLE_HEAD, "table-head") X(PHONE, "phone")			\
	X(PHONE_URGENT, "phone-urgent")					\
	X(PHONE_EMERGENCY, "phone-emergency")				\
	X(CHAPTER_NUMBER, "chapter-number")

#define THEME_TYPE_ENUM(id, name) THEME_TYPE_##id,
enum theme_type { THEME_TYPES(THEME_TYPE_ENUM) THEME_TYPE_COUNT };
#undef THEME_TYPE_ENUM

struct theme_size {
	dim	size, leading;
};

/* Documents that differ in their pages; name in theme.yaml. */
#define THEME_PAGES(X)							\
	X(BOOKLET, "print", "pages of the booklet: measures and sizes")	\
	X(SHEET, "worksheet",						\
	    "worksheets on whole sheets of paper: what differs from print") \
	X(LARGE, "large-print", "pages of the large print edition")

#define THEME_PAGES_ENUM(id, name, help) THEME_PAGES_##id,
enum theme_pages { THEME_PAGES(THEME_PAGES_ENUM) THEME_PAGES_COUNT };
#undef THEME_PAGES_ENUM

struct theme_print {
	struct theme_size	 types[THEME_TYPE_COUNT];
	dim			 inner, outer, top, bottom, grid;
	/* Are paragraphs of running text set to the full measure, may their
	 * words be divided? */
	bool			 justified, hyphens;
};

struct theme_places;

/* A colour that a clinic's profile sets instead of the theme's. */
struct theme_own_colour {
	enum theme_colour	 colour;
	enum theme_palette	 palette;
	uint32_t		 value;		/* 0xRRGGBB */
	struct span		 at;
};

/* One row of measured.yaml. */
struct theme_check {
	const char	*tool;
	const char	*version;	/* or NULL */
	const char	*what;		/* "accessibility", ... */
	int		 found;		/* mistakes */
};

struct theme {
	const char		*name;
	const char		*folder;	/* path of its own folder */
	/* Its own folder, then those of the themes it extends. */
	const char		*const *chain;
	size_t			 chain_count;
	/* 0xRRGGBB */
	uint32_t		 colours[THEME_COLOUR_COUNT][PALETTE_COUNT];
	const char		*family;	/* text face, "Andika" */
	struct span		 family_at;
	/* Families tried for characters that "family" lacks. */
	const char		*const *fallback;
	size_t			 fallback_count;
	struct theme_print	 print[THEME_PAGES_COUNT];
	/* A clinic's sign: a file in "logo_folder", which is of this theme or
	 * the nearest it extends that has one; or NULL. */
	const char		*logo, *logo_folder;
	struct span		 logo_at;
	const struct theme_places *places;	/* where colours were set */
	/* Template and site files by name ("page.mustache", "site.css"), from
	 * this theme or the nearest it extends: name -> const char *text. */
	const struct map	*templates, *site_files;
	/* What was judged in the tests, and by what. */
	const struct theme_check *checks;
	size_t			 check_count;
};

const char *theme_colour_name(enum theme_colour colour);
/* What it is for, in words. */
const char *theme_colour_help(enum theme_colour colour);
/*
 * Reads theme "name", which is named at "asked", from the first of "folders"
 * that has it.  NULL after errors, which are in "dl".
 */
const struct theme *theme_read(struct arena *a, struct diag_list *dl,
    const char *name, struct span asked, const char *const *folders,
    size_t folder_count);
/* The theme with "count" colours of a clinic's own; NULL after errors, if some
 * readers could not see them. */
const struct theme *theme_with_colours(struct arena *a, struct diag_list *dl,
    const struct theme *theme, const struct theme_own_colour *colours,
    size_t count);
/* strings/<lang>.yaml of the theme: key -> const char *; every key of the list
 * in theme_strings.c is there.  What is missing comes from the base language
 * ("en" for "en-GB") and from the languages that it extends; if there is none,
 * that is an error. */
const struct map *theme_strings_read(struct arena *a, struct diag_list *dl,
    const struct theme *theme, const struct conf_language *language);

#endif
