/* SPDX-License-Identifier: MIT */
/*
 * What the files of booklet/ share.  Not for other folders.
 */
#ifndef BOOKLET_BOOKLET_INT_H
#define BOOKLET_BOOKLET_INT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/dim.h"
#include "booklet/booklet.h"
#include "page/layout.h"

struct arena;
struct book;
struct buf;
struct conf_profile;
struct diag_list;
struct display;
struct font;
struct impose_plan;
struct pdf_content;
struct pdf_info;
struct stage;
struct hyphens;
struct page_style;
struct theme;

/* The text face first, then the fallbacks that are installed. */
struct booklet_assets {
	const struct font	**regular, **bold;
	size_t			  font_count;
	struct hyphens		 *hyphens;	/* NULL: none */
	struct font		**owned;	/* to be freed */
	size_t			  owned_count;
	const char		 *colour_profile;
	size_t			  colour_profile_len;
};

/* A page of the booklet and the paper that two of them are printed on. */
struct booklet_paper {
	dim		 page_width, page_height;
	dim		 sheet_width, sheet_height;
	const char	*sheet_name;	/* "a4", as in file names */
};

/* A5 on A4, or half letter on Letter. */
struct booklet_paper booklet_paper_of(const struct conf_profile *profile);
/*
 * Every measure, face and colour of a document's pages.  Large print is laid
 * out in proportion, as if on the booklet's grid, so that every part keeps its
 * design: the finished pages are to be enlarged by booklet_style_scale to
 * DIM_MM(6).
 */
void booklet_style_fill(struct page_style *style, const struct theme *theme,
    const struct conf_profile *profile, const struct booklet_assets *assets,
    enum booklet_document document);
dim booklet_style_scale(const struct theme *theme,
    enum booklet_document document);

/* What making a document needs. */
struct booklet_job {
	struct arena			*arena;
	struct diag_list		*dl;
	const struct book		*book;
	const struct theme		*theme;
	const struct conf_profile	*profile;
	const struct booklet_assets	*assets;
	struct stage			*stage;
	struct page_report		 pages;		/* the last document's */
};

/* A document's pages; mistakes go to "dl", which need not be the job's.  The
 * book is one with the document's own print sequence. */
struct display *booklet_lay_out(struct booklet_job *job,
    const struct book *book, enum booklet_document document,
    struct diag_list *dl);
/* The book with the print sequence of "document". */
const struct book *booklet_view(struct arena *a, const struct book *book,
    enum booklet_document document);
void booklet_info_fill(struct pdf_info *info, const struct book *book,
    const struct booklet_assets *assets);
/* A finished file in memory; false after an error. */
bool booklet_file_make(const struct pdf_content *content,
    struct diag_list *dl, const struct pdf_info *info,
    const struct impose_plan *plan, struct buf *out);

/* The documents on whole sheets of paper, below print/<lang>/ of the stage. */
void booklet_large_print(struct booklet_job *job,
    struct booklet_report *report);
void booklet_worksheets(struct booklet_job *job, bool write,
    struct booklet_report *report);

#endif
