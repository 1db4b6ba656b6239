/* SPDX-License-Identifier: MIT */
/*
 * The steps of doc_resolve.  For doc/ only.
 */
#ifndef DOC_RESOLVE_INT_H
#define DOC_RESOLVE_INT_H

#include "doc/book.h"

struct arena;
struct diag_list;
struct map;

/*
 * Gives every block of every chapter its id and every control its name.
 * Returns the headings of each chapter, in the order of b->chapters: slug as
 * editors write it in links (UTF-8) -> struct doc_node *.
 */
struct map *const *resolve_ids(struct arena *a, struct book *b);
/* Finds what links aim at; mistakes go to "dl". */
void resolve_links(struct arena *a, struct diag_list *dl, struct book *b,
    struct map *const *headings);
/* Headings that jump, callouts in callouts, chapters without words. */
void resolve_structure(struct diag_list *dl, const struct book *b);

#endif
