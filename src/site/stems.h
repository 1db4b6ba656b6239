/* SPDX-License-Identifier: MIT */
/*
 * Stems: what is left of a word without its endings ("holding" -> "hold").
 *
 * Comes in: words in lower case.  Goes out: stems by the Snowball algorithm of
 * the language.  Owner of libstemmer.
 */
#ifndef SITE_STEMS_H
#define SITE_STEMS_H

struct arena;
struct stems;

/* "lang": BCP 47; a language without an algorithm has words as their stems.
 * To be closed with stems_close. */
struct stems *stems_open(const char *lang);
void stems_close(struct stems *s);
/* The stem of "word" (UTF-8, lower case, form C), in "a".  One thread at a
 * time. */
const char *stems_of(struct stems *s, struct arena *a, const char *word);

#endif
