/* SPDX-License-Identifier: MIT */
/*
 * The spelling of PDF's basic objects: numbers, strings, names, colours.
 *
 * Comes in: values.  Goes out: bytes at the end of a buffer.  Knows no objects
 * and no files.  No locale, no floating point.
 */
#ifndef PDF_SYNTAX_H
#define PDF_SYNTAX_H

#include <stddef.h>
#include <stdint.h>

#include "base/dim.h"

struct buf;

/* Whole numbers; ISO 32000-1, 7.3.3. */
void syntax_int(struct buf *b, int64_t n);
/* n thousandths with as many decimals as it needs: -1500 is "-1.5". */
void syntax_milli(struct buf *b, int64_t n);
/* A length in points, rounded to thousandths; the thousandths themselves. */
void syntax_dim(struct buf *b, dim d);
int64_t syntax_dim_milli(dim d);
/* "[x0 y0 x1 y1]" */
void syntax_box(struct buf *b, const dim box[4]);
/* A byte string, 7.3.4.2. */
void syntax_bytes(struct buf *b, const void *bytes, size_t len);
void syntax_name_bytes(struct buf *b, const char *s);
/*
 * A text string, 7.9.2.2: ASCII as it is, all else as UTF-16BE with a byte
 * order mark.  "s" is UTF-8; what is not becomes U+FFFD.
 */
void syntax_text(struct buf *b, const char *s);
void syntax_text_n(struct buf *b, const char *s, size_t len);
/* UTF-16BE in hexadecimal digits, without brackets or byte order mark. */
void syntax_utf16_hex(struct buf *b, const char *s, size_t len);
/* "<0001>" without brackets: four hexadecimal digits. */
void syntax_hex4(struct buf *b, unsigned n);
/* "12 0 R" */
void syntax_ref(struct buf *b, uint32_t object);

#endif
