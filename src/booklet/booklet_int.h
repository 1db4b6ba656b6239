/* SPDX-License-Identifier: MIT */
/*
 * What the files of booklet/ share.  Not for other folders.
 */
#ifndef BOOKLET_BOOKLET_INT_H
#define BOOKLET_BOOKLET_INT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/dim.h"

struct conf_profile;
struct font;
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
/* Every measure, face and colour of the pages. */
void booklet_style_fill(struct page_style *style, const struct theme *theme,
    const struct conf_profile *profile, const struct booklet_assets *assets);

#endif
