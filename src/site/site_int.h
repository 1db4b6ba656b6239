/* SPDX-License-Identifier: MIT */
/*
 * What the files of site/ share while a site is made.
 */
#ifndef SITE_SITE_INT_H
#define SITE_SITE_INT_H

#include <stdbool.h>
#include <stddef.h>

#include "doc/book.h"
#include "site/html_write.h"
#include "site/site.h"

/* A guide of more chapters than this is not listed whole on each page. */
#define PAGE_CHAPTERS_LISTED 100

/* The page that tells the current version, and its template. */
#define PAGE_CURRENT "current"

struct character_set;
struct map;
struct stage;
struct value;

/* Names of files that every page refers to, relative to the site. */
struct site_assets {
	const char	*stylesheet, *script, *icon;
	const char	*picture;	/* or NULL: not to be shared */
	struct map	*scripts;	/* const char, by "search" for search.js */
	size_t		*script_bytes;	/* gzipped, as in "scripts" */
};

/* The clinic's sign as a file, and how large it is shown. */
struct site_logo {
	const char	*file;		/* NULL: it has none */
	int		 width, height;	/* CSS pixels */
};

/* What the page of the search refers to; search.h sets it. */
struct site_search {
	const char	*index;		/* from the language's folder */
	const char	*distress;	/* words that call for help */
};

/* page_shared.c: what is the same on most pages, made before them. */
struct site_shared {
	/* Places of listed chapters; of each of the book's chapters its place
	 * there or SIZE_MAX. */
	const struct chapter	**listed;
	size_t			 listed_count, *places;
	const struct chapter	*first_of_kind[CHAPTER_PLAIN + 1];
	int			 numbered;	/* chapters with a number */
	bool			 many_chapters;
	struct map		*sheets;	/* path, by chapter's id */
	/* Lists for pages with these addresses; no chapter is current. */
	const char		*base, *assets;
	struct value		*chapters, *worksheets, *downloads;
};

struct site {
	struct arena			*arena;
	struct diag_list		*dl;
	const struct book		*book;
	const struct site_language	*languages;
	size_t				 language_count, current;
	const struct map		**language_pages; /* by file name */
	const char			*folder;	/* "" or "pl/" */
	const struct theme		*theme;
	const struct drawing		*(*read_drawing)(struct arena *a,
	    const char *svg, size_t len);
	const struct map		*templates;	/* struct mustache */
	struct html_icons		 icons;
	struct value			*words;	/* the same on all pages */
	struct site_shared		 shared;
	struct character_set		*characters;	/* on all pages */
	struct site_assets		 assets;
	struct site_logo		 logo;
	struct site_search		 search;
	const struct site_download	*downloads;
	size_t				 download_count;
	struct site_page		*pages;
	size_t				 page_count;
};

struct site_page {
	const char		*file;		/* "rush-of-love.html" */
	const char		*template;	/* "chapter" */
	const char		*title;
	const struct chapter	*chapter;	/* NULL: a page of our own */
	const char		*base;		/* before pages; usually "" */
	const char		*assets;	/* before files of the site */
	bool			 listed;	/* in the sitemap */
	/* A page at an old address: where it leads. */
	const struct chapter	*moved_to;
	/* Its text as HTML, from malloc, till the page is filled; or NULL. */
	char			*content;
	/* While it is made. */
	struct arena		*arena;
	struct diag_list	*dl;
	struct value		*values;
	const char		*html;
	size_t			 html_len;
	const char		*broken;	/* instead: what to quote */
	const char		*gzip;		/* NULL: it would be no smaller */
	size_t			 gzip_len;
};

/* page_list.c: which pages there are; mistakes go to s->dl. */
void page_list(struct site *s);
/* The path of the site on its host, with a slash at both ends; "" without
 * "site_url".  Only where the address is known can a page that answers at any
 * depth find its way. */
const char *page_site_path(struct arena *a, const char *site_url);
/* page_values.c: the tool's words, in s->arena. */
struct value *page_words(const struct site *s);
/* Everything but the assets, in page->arena. */
struct value *page_values(const struct site *s, const struct site_page *page);
/* The names of the assets. */
void page_values_assets(const struct site *s, const struct site_page *page,
    struct value *values);
/* page_facts.c: what pages tell machines, and of versions. */
void page_facts(const struct site *s, const struct site_page *page,
    struct value *values);
struct value *page_changes(const struct site *s, const struct site_page *page);
/* page_shared.c: where chapters are, for which pages there are. */
void page_places(struct site *s);
/* Then the rest of s->shared; adds its characters. */
void page_shared(struct site *s);
/* Most are shared by pages, which do not change them.  Where there are many
 * chapters, all are on the first page and others have those round their own. */
struct value *page_chapters(const struct site *s, const struct site_page *page);
struct value *page_worksheets(const struct site *s,
    const struct site_page *page);
/* The address of a worksheet's own file for paper, "" without one. */
const char *page_sheet_href(const struct site *s,
    const struct site_page *page, const struct chapter *c);
struct value *page_downloads(const struct site *s,
    const struct site_page *page);
/* Is the chapter in the list of chapters (not a worksheet, help or about)? */
bool page_is_listed_chapter(const struct chapter *chapter);
bool page_has_worksheets(const struct site *s);
/* The first chapter of "kind", or NULL. */
const struct chapter *page_chapter_of_kind(const struct site *s, int kind);
/* The chapter before (-1) or after (1) the page's; NULL: none. */
const struct chapter *page_neighbour(const struct site *s,
    const struct site_page *page, int step);
/* page_lists.c: the parts of the values that are lists. */
struct value *page_menu(const struct site *s, const struct site_page *page);
struct value *page_all_downloads(const struct site *s,
    const struct site_page *page);
/* "Print, A4 (PDF)" */
const char *page_sheet_words(const struct site *s, struct arena *a);
struct value *page_headings(const struct site *s,
    const struct site_page *page);
/* The worksheets that follow a numbered chapter, at most three. */
struct value *page_with_chapter(const struct site *s,
    const struct site_page *page);
/* "640 KB", in page_lists.c. */
const char *page_size_words(struct arena *a, size_t bytes);
/* page_sketch.c: sets "sketch" and "sketch_words" of a worksheet. */
void page_sketch(struct arena *a, const struct chapter *c, struct value *item);
/* page_statement.c: what the page about accessibility tells; the weight of the
 * heaviest page is known when all others are made. */
void page_statement(const struct site *s, const struct site_page *page,
    struct value *values);
void page_statement_weight(const struct site *s, struct site_page *page,
    size_t bytes);
bool page_is_statement(const struct site_page *page);
/* page_share.c: the way from the start to the page, which is the last and has
 * no address; empty on the first page. */
struct value *page_crumbs(const struct site *s, const struct site_page *page);
/* "Chapter 3 of 8", "Worksheet 4", or "" if it has no number. */
const char *page_label(const struct site *s, struct arena *a,
    const struct chapter *c);
/* What tabs and the list of visited pages show. */
const char *page_tab_title(const struct site *s, struct arena *a,
    const struct chapter *c);
/* What others read without opening the page: in a preview of its link, a mail,
 * a feed.  Tells nothing of a discreet page. */
const char *page_outward_title(const struct site *s, struct arena *a,
    const struct chapter *c);
/* The same of any page. */
const char *page_shared_title(const struct site *s,
    const struct site_page *page);
/* A mail about the page, which is at "address" ("": not known). */
const char *page_mail_href(const struct site *s,
    const struct site_page *page, const char *address);
/* The same page in each language; empty if there is but one. */
struct value *page_languages(const struct site *s,
    const struct site_page *page);
/* a_z.c: the letters of the A to Z, each with what stands under it. */
struct value *page_letters(const struct site *s, const struct site_page *page);
/* page_lists.c: the numbers that are shown to who may be in distress. */
struct value *page_first_help(const struct site *s,
    const struct site_page *page);
/* Lists the pages of all languages; before the first page_languages. */
void page_languages_list(struct site *s);
/* "pl/", or "" for the language at the root. */
const char *site_folder(struct arena *a, const struct site_language *languages,
    size_t i);
/* "<base><name>" in the page's arena. */
const char *page_href(const struct site_page *page, const char *name);
/* The address of a file that all languages of the site share; its path is
 * that from the site's root. */
const char *page_asset(const struct site_page *page, const char *path);
const char *page_chapter_href(const struct site_page *page,
    const struct chapter *chapter);

/* templates.c: parses and checks the theme's templates; false after errors. */
bool templates_read(struct site *s);
/* The path of a theme's file, for messages: in the nearest theme that has it. */
const char *theme_file_path(const struct site *s, const char *path);
/* Fills template "name" with "values" (NULL: nothing); "" if the theme has
 * none. */
const char *templates_picture(struct site *s, const char *name,
    const struct value *values);

/* html_picture.c: the files of all pictures that are on the site. */
void pictures_write(struct site *s, struct stage *stage);

/* logo.c: its name and size, before pages are made; and its file. */
void logo_name(struct site *s);
void logo_write(struct site *s, struct stage *stage);

/* style_check.c: can browsers read the style sheet "css" to its end?  "file" is
 * its name in messages, which go to "dl"; "files": the theme's styles and
 * scripts by name, for scripts may set properties. */
bool style_check(struct arena *a, struct diag_list *dl, const char *file,
    const char *css, const struct map *files);
/* style_sheet.c: the theme's colours, then site.css; fonts by file name. */
const char *style_sheet(struct arena *a, const struct theme *theme,
    const char *css, const char *const font_files[2], size_t *len);
/* "site-1a2b3c4d.css": the name with the first half of the bytes' hash. */
const char *hashed_name(struct arena *a, const char *stem, const char *ending,
    const void *bytes, size_t len);

#endif
