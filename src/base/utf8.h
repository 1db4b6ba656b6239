/* SPDX-License-Identifier: MIT */
/*
 * UTF-8 as RFC 3629 has it: no surrogates, no overlong forms.
 */
#ifndef BASE_UTF8_H
#define BASE_UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * Decodes the character at s[0..len), sets *codepoint, and returns its bytes
 * (1 to 4), or 0 if the bytes are not UTF-8 or len is 0.
 */
size_t utf8_decode(const char *s, size_t len, uint32_t *codepoint);
/* Writes 1 to 4 bytes; an invalid code point becomes U+FFFD. */
size_t utf8_encode(uint32_t codepoint, char out[4]);
/* The offset of the first byte that is not UTF-8, or "len" if all is well. */
size_t utf8_invalid_at(const char *s, size_t len);
/*
 * Columns that a character takes in a terminal: 0 for combining marks and
 * format characters, 2 for wide ones (Unicode's East Asian Width W and F), else
 * 1.  A tab is counted by the caller.
 */
int utf8_columns(uint32_t codepoint);

#endif
