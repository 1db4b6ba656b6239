/* SPDX-License-Identifier: MIT */
/*
 * What the files that write a fragment share.  For use inside site/ only.
 */
#ifndef SITE_HTML_FRAGMENT_INT_H
#define SITE_HTML_FRAGMENT_INT_H

#include <stdbool.h>

struct buf;
struct doc_node;

/* As cmark does: & < > " only. */
void fragment_escaped(struct buf *out, const char *s);
/*
 * An address in an attribute: bytes that RFC 3986 does not let stand as they
 * are become percent escapes; escapes that are there stay.
 */
void fragment_address(struct buf *out, const char *s);
/* A line end, unless the output is at the start of a line. */
void fragment_line_start(struct buf *out);

/* Nodes that CommonMark does not have; nothing for kinds that a fragment does
 * not show. */
void fragment_addition(struct buf *out, const struct doc_node *n,
    bool entering);
/* The links from the end of a footnote back to where it is referred to. */
void fragment_back_links(struct buf *out, const struct doc_node *footnote);

#endif
