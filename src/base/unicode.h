/* SPDX-License-Identifier: MIT */
/*
 * What needs the Unicode tables: normal forms, letters, case.
 *
 * No locale.  Bytes that are not UTF-8 become U+FFFD.  Owner of ICU in base;
 * also holds utf8_columns of base/utf8.h.
 */
#ifndef BASE_UNICODE_H
#define BASE_UNICODE_H

#include <stdbool.h>
#include <stdint.h>

struct arena;

/* "s" in normal form C (UAX 15), in "a". */
char *unicode_nfc(struct arena *a, const char *s);
/*
 * "s" with full case folding, in normal form C, in "a": two names that a file
 * system could take for one are equal after this (Unicode 3.13, D145).
 */
char *unicode_fold(struct arena *a, const char *s);
/* Is it a letter, a mark on one, or a digit (categories L, M, N)? */
bool unicode_is_word(uint32_t codepoint);
/* White space, and punctuation, as CommonMark 0.30, 2.1 has them. */
bool unicode_is_space(uint32_t codepoint);
bool unicode_is_punctuation(uint32_t codepoint);
/* The lower case of one letter, or the code point itself. */
uint32_t unicode_lower(uint32_t codepoint);

#endif
