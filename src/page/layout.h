/* SPDX-License-Identifier: MIT */
/*
 * A book becomes the pages of its booklet.
 */
#ifndef PAGE_LAYOUT_H
#define PAGE_LAYOUT_H

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct book;
struct diag_list;
struct display;
struct page_style;

struct page_report {
	size_t	pages;		/* a multiple of 4 */
	size_t	notes;		/* pages added to make it one */
	size_t	passes;		/* until page numbers stood still */
};

/*
 * Lays the book's print sequence out.  What does not fit (a worksheet over its
 * page, a word over the measure, a character without glyph) is in "dl" with the
 * place and by how many millimetres.
 */
struct display *page_layout_booklet(struct arena *a, struct diag_list *dl,
    const struct book *book, const struct page_style *style,
    struct page_report *report);

#endif
