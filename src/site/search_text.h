/* SPDX-License-Identifier: MIT */
/*
 * What there is to find: pages and their headed sections.
 */
#ifndef SITE_SEARCH_TEXT_H
#define SITE_SEARCH_TEXT_H

#include <stddef.h>

#include "base/vec.h"

struct chapter;

/* How much a place says about what a page is on. */
enum search_weight {
	WEIGHT_TEXT = 1,
	WEIGHT_STRESSED = 2,	/* strong words, labels, captions */
	WEIGHT_TERM = 5,	/* a word that is explained here */
	WEIGHT_HEADING = 8,	/* also keywords */
	WEIGHT_TITLE = 12
};

/* The words of a section up to byte "end" have this weight. */
struct search_run {
	size_t			end;
	enum search_weight	weight;
};

struct search_section {
	const char	*id;		/* of its heading; NULL: the page's top */
	const char	*title;
	const char	*text;		/* without the title */
	size_t		 len;
	VEC(struct search_run) runs;
};

struct search_sections {
	VEC(struct search_section) all;	/* the page's top comes first */
};

/* The sections of a chapter as the website has it; everything in "a". */
void search_text_of(struct arena *a, const struct chapter *chapter,
    struct search_sections *into);

#endif
