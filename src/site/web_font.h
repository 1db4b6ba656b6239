/* SPDX-License-Identifier: MIT */
/*
 * A font file cut down to the characters of a website, as WOFF.
 */
#ifndef SITE_WEB_FONT_H
#define SITE_WEB_FONT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;
struct diag_list;

/* The family's name on the web.  The names of fonts under the OFL are often
 * reserved; a font that was changed has to be called something else. */
#define WEB_FONT_FAMILY "Bifolio Text"

struct web_font {
	const char	*bytes;		/* WOFF 1.0; NULL after an error */
	size_t		 len;
	/* What the font says of itself; or NULL.  "licence" may be the whole
	 * text, so it is left out of the cut font and has to stand beside it. */
	const char	*copyright, *licence, *licence_url;
};

/*
 * Cuts face "index" of the font at "path" to "characters" (code points, "count" of them): no
 * hints, only the layout features that reading needs.  "bold" names the style.
 * A face whose licence bits do not let it be installed or put into documents
 * that are edited, or be cut, is an error.
 * Everything lives in "a".  The same input gives the same bytes.
 */
struct web_font web_font_cut(struct arena *a, struct diag_list *dl,
    const char *path, unsigned index, bool bold, const uint32_t *characters,
    size_t count);

#endif
