/* SPDX-License-Identifier: MIT */
/*
 * Where a word may be divided: Liang's patterns by libhyphen.
 *
 * Comes in: a language and one word of letters.  Goes out: the places between
 * its letters where a hyphen may stand.  Knows nothing of lines or fonts.
 */
#ifndef TYPE_HYPHEN_H
#define TYPE_HYPHEN_H

#include <stdbool.h>
#include <stddef.h>

struct buf;
struct hyphens;

/* The folder into which Debian's packages put patterns. */
#define HYPHENS_FOLDER "/usr/share/hyphen"

/* Patterns by language; nothing is in it yet.  The caller frees it. */
struct hyphens *hyphens_new(void);
void hyphens_free(struct hyphens *h);
/*
 * Reads the patterns of "lang" (BCP 47) from "folder" into memory: no file is
 * opened later.  False with the reason in "why" if the language is one that has
 * patterns in Debian and they cannot be read; true without doing anything for a
 * language that is not hyphenated.
 */
bool hyphens_open(struct hyphens *h, const char *lang, const char *folder,
    struct buf *why) __attribute__((warn_unused_result));
/* Can words in "lang" be divided?  Regions count only where patterns differ. */
bool hyphens_know(const struct hyphens *h, const char *lang);
/*
 * Sets at[i] where a hyphen may stand before byte i of the word; at[0..len) is
 * cleared first.  "word" is UTF-8 of letters and marks only, of any length; one
 * too long to be a word, or that the patterns' encoding lacks, is not divided.
 * Where the spelling would change with the hyphen there is no place.  May be
 * called by threads at once.
 */
void hyphens_places(const struct hyphens *h, const char *lang,
    const char *word, size_t len, bool *at);

#endif
