/* SPDX-License-Identifier: MIT */
/*
 * Links of the text to other places of the booklet are followed by the number
 * of the page that they lead to, unless it is the page on which they stand.
 *
 * Where links stand is known from the pass before.  A link that was followed by
 * a number keeps it from the second pass on, even if it would no longer need
 * one: else a number that pushes its own target to the next page would come and
 * go for ever.
 */
#ifndef PAGE_PAGE_LINKS_H
#define PAGE_PAGE_LINKS_H

#include <stdbool.h>

struct arena;
struct box_maker;
struct display;
struct doc_node;
struct page_links;

/*
 * What the next pass prints, from the finished pages of "display", in "a".
 * "before" is what they were laid out with; NULL forgets it.
 */
const struct page_links *page_links_new(struct arena *a,
    const struct display *display, const struct page_links *before);

/* Do both say the same of every link? */
bool page_links_equal(const struct page_links *a, const struct page_links *b);

/*
 * What follows "link" (a link, or a reference to a footnote) that leads to
 * "target": "(page 12)" in the words of the book, or NULL.  Before pages are
 * known, links have a number of two digits, so that lines do not break
 * elsewhere in the next pass.
 */
const char *page_links_words(const struct box_maker *m,
    const struct doc_node *link, const char *target);

#endif
