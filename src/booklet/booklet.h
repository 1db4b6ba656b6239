/* SPDX-License-Identifier: MIT */
/*
 * Which printed documents an edition has, and how they are made.
 */
#ifndef BOOKLET_BOOKLET_H
#define BOOKLET_BOOKLET_H

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct book;
struct buf;
struct chapter;
struct conf_guide;
struct conf_profile;
struct diag_list;
struct stage;
struct theme;

/* Files, fonts and hyphenation patterns that printing needs, opened before the builder shuts itself
 * in; shared by all editions of a run. */
struct booklet_assets;

/* NULL after errors, which are in "dl". */
struct booklet_assets *booklet_assets_load(struct arena *a,
    struct diag_list *dl, const struct theme *theme,
    const struct conf_guide *guide);
/* The text face, Regular or Bold: the path and the bytes of its file, and its
 * place in one that holds several. */
const char *booklet_text_face(const struct booklet_assets *assets, bool bold,
    unsigned *index, const char **bytes, size_t *len);
void booklet_assets_free(struct booklet_assets *assets);

enum booklet_output {
	BOOKLET_READING = 1,	/* booklet.pdf */
	BOOKLET_SHEETS = 2,	/* booklet-sheets-a4.pdf or -letter.pdf */
	BOOKLET_LARGE_PRINT = 4,	/* large-print.pdf */
	/* worksheets.pdf and each of them as worksheets/NN-id.pdf */
	BOOKLET_WORKSHEETS = 8
};

/* What differs in its pages. */
enum booklet_document {
	DOCUMENT_BOOKLET, DOCUMENT_LARGE_PRINT, DOCUMENT_WORKSHEETS
};

struct booklet_options {
	unsigned	outputs;	/* a set of enum booklet_output */
	/* The printer turns paper over its long edge: backs by 180 degrees. */
	bool		flip_long_edge;
};

/* A file beside the booklet and its sheets. */
struct booklet_file {
	const char		*path;		/* from the edition's folder */
	const struct chapter	*chapter;	/* of one worksheet, or NULL */
	size_t			 pages, bytes;
};

struct booklet_report {
	size_t	pages, notes, sheets, passes;
	size_t	reading_bytes, sheets_bytes;
	const char *creep;	/* "0.3 mm", or NULL */
	/* No path: not made. */
	struct booklet_file large_print, worksheets;
	struct booklet_file *single;	/* one a worksheet */
	size_t	single_count;
};

/*
 * Makes the documents in options->outputs and writes them below
 * print/<lang>/ of the stage.  Mistakes go to "dl"; nothing is written after an
 * error.  An empty set only looks for what does not fit in the booklet and on
 * the worksheets; then "report" may be NULL.
 */
void booklet_build(struct arena *a, struct diag_list *dl,
    const struct book *book, const struct theme *theme,
    const struct conf_profile *profile,
    const struct booklet_assets *assets,
    const struct booklet_options *options, struct stage *stage,
    struct booklet_report *report);
/* A document's display list as text, or with "tags" its tag tree: golden
 * tests. */
void booklet_dump(struct arena *a, struct diag_list *dl,
    const struct book *book, const struct theme *theme,
    const struct conf_profile *profile,
    const struct booklet_assets *assets, enum booklet_document document,
    bool tags, struct buf *out);

#endif
