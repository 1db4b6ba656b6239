/* SPDX-License-Identifier: MIT */
/*
 * Words of a language: where they begin and end, what counts as the same one,
 * and their order in an index.
 *
 * Comes in: UTF-8.  Goes out: byte offsets, folded words, keys to sort by.
 * Owner of ICU in site/.
 */
#ifndef SITE_WORDS_H
#define SITE_WORDS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;

/*
 * What two words have in common that a reader takes for one: no case, no
 * accents (U+0300 to U+036F), no points of Arabic and Hebrew, no apostrophes,
 * no invisible characters; form C.  themes/default/site/search.js does the same
 * to what is typed: keep both alike.  In "a".
 */
char *words_fold(struct arena *a, const char *s);
/* Lower case as "lang" has it, form C, apostrophes straight; in "a".  What
 * stems are made of. */
char *words_lower(struct arena *a, const char *lang, const char *s,
    size_t len);

/* Word boundaries (UAX 29; dictionaries for scripts without spaces).  One
 * thread at a time. */
struct word_breaks;
struct word_breaks *word_breaks_open(const char *lang);
void word_breaks_close(struct word_breaks *w);
/* Starts over with "text", which has to stay. */
void word_breaks_start(struct word_breaks *w, const char *text, size_t len);
/* The next word as text[*start..*end): letters, marks, digits, apostrophes and
 * invisible characters; false: no more. */
bool word_breaks_next(struct word_breaks *w, size_t *start, size_t *end);

/* The order of an index (UTS 10, CLDR's rules of the language; numbers by
 * their value).  One thread at a time. */
struct word_order;
struct word_order *word_order_open(const char *lang);
void word_order_close(struct word_order *o);
/* Keys in "a" that strcmp puts in order; what stands before the first letter
 * or digit does not count. */
const char *word_order_key(struct word_order *o, struct arena *a,
    const char *s);
/*
 * The letter under which "s" stands in an index: *primary is equal for all of
 * one letter, the text (in "a") is its name: "A", "Ch"; "0-9" for digits; NULL
 * with *primary 0 for what has no place in an alphabet.
 */
const char *word_order_letter(struct word_order *o, struct arena *a,
    const char *s, int32_t *primary);

#endif
