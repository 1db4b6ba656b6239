/* SPDX-License-Identifier: MIT */
/*
 * What whole pages, heads and cards share.
 */
#ifndef PAGE_FURNITURE_H
#define PAGE_FURNITURE_H

#include "doc/book.h"
#include "page/box.h"

/* The id of a chapter's own word, "<chapter>.<word>" (doc/book.h). */
const char *furniture_id(struct box_maker *m, const struct chapter *chapter,
    const char *word);

/* The tool's words "key", parted at "{hole}"; without the hole "after" is
 * "".  Both in the maker's arena. */
struct furniture_words {
	const char	*before, *after;
};
struct furniture_words furniture_words(struct box_maker *m, const char *key,
    const char *hole);

/* The page of a chapter in words; in the first pass two digits, so that lines
 * do not break elsewhere in the next. */
const char *furniture_page(const struct box_maker *m, const char *chapter_id);

/*
 * A telephone number with fixed spaces: it is never broken, and its groups keep
 * their order in right-to-left text too (U+00A0 is a common separator of
 * numbers, UAX #9, W4).
 */
const char *furniture_number(struct box_maker *m, const char *number);

/* "https://example.org/x" as it is read out; borrowed. */
const char *furniture_address(const char *url);

/* The mark, "size" wide and high, with its own empty border (ornament.h). */
void furniture_mark(struct box_maker *m, struct page_box *box, dim x, dim y,
    dim size);
/* How far the mark is pulled towards the start so that it looks flush. */
dim furniture_mark_pull(dim size);

/* A frame with round corners whose outer edge is the rectangle, filled with
 * "tint" unless that is white. */
void furniture_frame(struct box_maker *m, struct page_box *box, dim x, dim y,
    dim width, dim height, dim line, uint32_t colour, uint32_t tint);

/* A clickable place: "uri" or "target", the other NULL. */
void furniture_link(struct box_maker *m, struct page_box *box, uint32_t tag,
    const dim area[4], const char *uri, const char *target,
    const char *description);

/* Words that end at "end_x" on one line, no wider than "width"; returns the
 * height used. */
dim furniture_words_at_end(struct box_maker *m, struct page_box *box,
    const char *words, enum page_type type, bool bold, dim end_x, dim y,
    dim width, uint32_t tag);

/* The first chapter of "kind" in the booklet, or NULL. */
const struct chapter *furniture_printed(const struct box_maker *m,
    enum chapter_kind kind);

/* Where a message about the whole chapter points to. */
struct span furniture_place(const struct chapter *chapter);

#endif
