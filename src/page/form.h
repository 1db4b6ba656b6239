/* SPDX-License-Identifier: MIT */
/*
 * What the places to write of paper forms share: labels, tags, lines.
 */
#ifndef PAGE_FORM_H
#define PAGE_FORM_H

#include "page/box.h"

/*
 * The label of a form, if "node" starts with a DOC_LABEL: Bold, from the box's
 * top at x on, as an element of "role" below "parent".  Returns the height
 * used, 0 without a label; *rest becomes the first node behind it, or NULL.
 */
dim form_label(struct box_maker *m, struct page_box *box,
    const struct doc_node *node, enum display_role role, dim x, dim width,
    uint32_t parent, const struct doc_node **rest);

/* The words of a node, NULL if there are none; in the maker's arena. */
const char *form_words(struct box_maker *m, const struct doc_node *node);

/*
 * A Form with PrintField attributes (ISO 32000-1, 14.8.5.6): "name" says what
 * is filled in, "spoken" (or NULL: "name") is its text for those who listen.
 */
uint32_t form_tag(struct box_maker *m, uint32_t parent, const char *id,
    enum display_field field, const char *name, const char *spoken);

/* The Form of a DOC_ANSWER, described by its label. */
uint32_t form_answer_tag(struct box_maker *m, const struct doc_node *answer,
    uint32_t parent);
/* "count" writing lines, the first one pitch of 9 mm below y; returns the
 * height used. */
dim form_lines(struct box_maker *m, struct page_box *box, int count, dim x,
    dim y, dim width, uint32_t tag);

/*
 * Sets the words of "node" in lines round x 0 from y 0 on, to see whether they
 * fit: false, without a message, if a word is wider than "width".  *widest is
 * the width of the longest line.
 */
bool form_try_centred(struct box_maker *m, struct page_box *box,
    const struct doc_node *node, bool bold, dim width, uint32_t tag,
    dim *height, dim *widest);

/* A writing line, content of "tag". */
void form_rule(struct box_maker *m, struct page_box *box, dim x, dim y,
    dim width, uint32_t tag);

/* A name that can be jumped to, unless it is NULL. */
void form_target(struct box_maker *m, struct page_box *box, const char *id);

#endif
