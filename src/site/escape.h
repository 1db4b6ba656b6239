/* SPDX-License-Identifier: MIT */
/*
 * Text that may stand in HTML and in XML, as content and between double
 * quotes.
 */
#ifndef SITE_ESCAPE_H
#define SITE_ESCAPE_H

struct buf;

/*
 * Writes & < > " as references; characters that XML 1.0 (2.2) does not allow
 * become U+FFFD, so that every page is well-formed.
 */
void escape_html(struct buf *out, const char *text);
/* Writes ' name="value"' with the value escaped. */
void escape_attribute(struct buf *out, const char *name, const char *value);

/* A string of JavaScript, with its quotation marks. */
void escape_script(struct buf *out, const char *text);

#endif
