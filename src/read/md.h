/* SPDX-License-Identifier: MIT */
/*
 * CommonMark 0.30 text -> our tree, nothing added.
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

/*
 * A DOC_DOCUMENT of the whole text; "first" is the place of its first byte.
 * The text is valid UTF-8.  NULL after an error (a limit was passed).
 */
struct doc_node *md_parse(struct arena *a, struct diag_list *dl,
    struct span first, const char *text, size_t len);
/*
 * The inlines of one short text, as children of a DOC_LABEL; line ends count
 * as spaces.  NULL after an error.
 */
struct doc_node *md_parse_inlines(struct arena *a, struct diag_list *dl,
    struct span first, const char *text);

#endif
