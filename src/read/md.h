/* SPDX-License-Identifier: MIT */
/*
 * CommonMark 0.30 text -> our tree, nothing added but what gfm.h adds.
 *
 * For use inside read/ only.  Images have no children: their words are in alt.
 */
#ifndef READ_MD_H
#define READ_MD_H

#include <stddef.h>

#include "base/diag.h"

struct arena;
struct doc_node;

/* Inlines inside inlines at most; blocks: MARKDOWN_MAX_NESTING. */
#define MARKDOWN_MAX_INLINE_NESTING 64

enum md_additions {
	MD_COMMONMARK,		/* nothing added */
	MD_GFM			/* GitHub's additions, gfm.h */
};

/*
 * A DOC_DOCUMENT of the whole text; "first" is the place of its first byte.
 * The text is valid UTF-8.  NULL after an error (a limit was passed).
 */
struct doc_node *md_parse(struct arena *a, struct diag_list *dl,
    struct span first, const char *text, size_t len,
    enum md_additions additions);
/*
 * The inlines of one short text, as children of a DOC_LABEL; line ends count
 * as spaces; struck words are the only addition.  NULL after an error.
 */
struct doc_node *md_parse_inlines(struct arena *a, struct diag_list *dl,
    struct span first, const char *text);

/* The characters of an entity such as "&copy;", or NULL if it is none. */
const char *md_entity(struct arena *a, const char *entity);

#endif
