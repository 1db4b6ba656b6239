/* SPDX-License-Identifier: MIT */
/*
 * Display list -> PDF 1.7, tagged, PDF/UA-1 (ISO 14289-1) and PDF/A-2a
 * (ISO 19005-2).
 */
#ifndef PDF_PDF_H
#define PDF_PDF_H

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct buf;
struct diag_list;
struct display;
struct impose_plan;
struct pdf_content;

struct pdf_info {
	const char	*title, *author, *subject;
	const char	*lang;
	const char	*date;		/* YYYY-MM-DD: never the clock */
	const char	*identifier;	/* edition code */
	bool		 two_up;	/* open as facing pages with a cover */
	bool		 right_to_left;	/* the spine is on the right */
	/* Labels of the sheets' sides, with {sheet}, {left} and {right} for
	 * the sheet's number and the pages' labels; NULL: in English. */
	const char	*front_label, *back_label;
	const char	*colour_profile;	/* bytes of an sRGB ICC profile */
	size_t		 colour_profile_len;
};

/*
 * Fonts subset, page streams written and compressed once, for all files that
 * are made of the display list.  "plan" gives the bases of the pages' marks
 * (impose_mark_bases is called here); NULL: every page from 0.  NULL after an
 * error, which is in "dl".
 */
struct pdf_content *pdf_content_build(struct arena *a, struct diag_list *dl,
    const struct display *display, struct impose_plan *plan);
void pdf_content_free(struct pdf_content *content);
/* The reading file, or with "plan" the sheets.  False after an error. */
bool pdf_write(const struct pdf_content *content, struct diag_list *dl,
    const struct pdf_info *info, const struct impose_plan *plan,
    struct buf *out) __attribute__((warn_unused_result));

#endif
