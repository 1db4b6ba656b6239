/* SPDX-License-Identifier: MIT */
/*
 * Words -> where they are: the inverted index.
 *
 * Comes in: words of numbered entries.  Goes out: shards, each a run of the
 * alphabet, as the browser reads them.  Knows no pages and no files.
 *
 * A shard is lines, one for each stem that has words in it:
 *
 *	hold holding|3A1C5
 *
 * the folded words that share the stem, then its places: the distance from the
 * entry before (base 36; none is 1) and a capital, A to Z, for the weight.
 */
#ifndef SITE_SEARCH_INDEX_H
#define SITE_SEARCH_INDEX_H

#include <stddef.h>
#include <stdint.h>

struct arena;
struct search_index;

struct search_shard {
	const char	*first;		/* its first word; "" for the first */
	const char	*text;
	size_t		 len;
};

/* The most that one entry's words of a stem can weigh together. */
#define SEARCH_WEIGHT_MAX 26

/* In "a"; to be closed with search_index_close. */
struct search_index *search_index_open(struct arena *a, const char *lang);
void search_index_close(struct search_index *ix);
/* "word": as words_lower gives it; "entry": not less than the one before;
 * "weight" > 0.  "scratch" may be freed afterwards. */
void search_index_add(struct search_index *ix, struct arena *scratch,
    uint32_t entry, const char *word, unsigned weight);
/* The folded words, with " " between them, that share a stem with "word" (as
 * words_lower gives it), itself first; in "a". */
const char *search_index_relatives(struct search_index *ix, struct arena *a,
    const char *word);
/* In order; each begins a word, most of them a letter. */
const struct search_shard *search_index_shards(struct search_index *ix,
    size_t *count);

#endif
