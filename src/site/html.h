/* SPDX-License-Identifier: MIT */
/*
 * Tree -> HTML text.
 */
#ifndef SITE_HTML_H
#define SITE_HTML_H

struct buf;
struct doc_node;

/* The plain fragment that "bifolio html" prints: CommonMark's own HTML, byte
 * for byte as the specification's examples have it.  No ids, no classes. */
void html_fragment(const struct doc_node *root, struct buf *out);

#endif
