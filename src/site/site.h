/* SPDX-License-Identifier: MIT */
/*
 * A book becomes a website: pages, style sheet, script, fonts, downloads.
 */
#ifndef SITE_SITE_H
#define SITE_SITE_H

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct book;
struct diag_list;
struct drawing;
struct stage;
struct theme;

/* A file to offer on the downloads page. */
struct site_download {
	const char	*path;		/* from the edition: "print/en-GB/x.pdf" */
	/* "booklet", "sheets", "large-print", "worksheets": part of the
	 * strings' keys; "worksheet": one of them, for its own page. */
	const char	*kind;
	const char	*chapter;	/* of one worksheet its id, else NULL */
	size_t		 bytes, pages;
	size_t		 sheets;	/* of paper; 0: not made to be folded */
	bool		 us_paper;	/* half letter and Letter, not A5, A4 */
	/* The printer has to turn paper over its long edge. */
	bool		 long_edge;
};

/* One language of a site: the first is at its root, each other in a folder
 * that its tag names. */
struct site_language {
	const struct book	*book;
	bool			 downloads;	/* has files to offer */
};

/* A font file, and which of its faces. */
struct site_font {
	const char	*path;
	unsigned	 index;
};

struct site_report {
	size_t	pages;
	size_t	bytes_first_page;	/* HTML, CSS, script, fonts: as sent */
};

/*
 * Writes the site's language number "current" below "site/" of the stage; its
 * pages name those of the other languages.  "read_drawing" makes a drawing of
 * an SVG file, NULL if it is more than drawings may be.  "fonts": the Regular
 * and Bold face, found before the builder shut itself in.  What languages share
 * has the hash of its bytes in its name and is written by each of them.  Every
 * finished page is read again as XML before it is written; a page that is not
 * well-formed is a mistake in a template or in us, and an error here.
 * "threads" >= 1.
 */
void site_build(struct arena *a, struct diag_list *dl,
    const struct site_language *languages, size_t language_count,
    size_t current, const struct theme *theme,
    const struct drawing *(*read_drawing)(struct arena *a, const char *svg,
    size_t len), const struct site_font fonts[2], const struct site_download *downloads,
    size_t download_count, int threads, struct stage *stage,
    struct site_report *report);

#endif
