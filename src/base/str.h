/* SPDX-License-Identifier: MIT */
/*
 * Small questions about NUL-terminated UTF-8 strings.  No locale.
 */
#ifndef BASE_STR_H
#define BASE_STR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;

bool str_equal(const char *a, const char *b);
/* For qsort: two places that hold strings, in the order of their bytes. */
int str_order(const void *a, const void *b);
/* ASCII letters alike in both cases. */
bool str_equal_nocase(const char *a, const char *b);
bool str_is_ascii(const char *s, size_t len);
/* "len" bytes of "s" with ASCII letters in lower case, in "a". */
char *str_lower(struct arena *a, const char *s, size_t len);
bool str_starts(const char *s, const char *prefix);
bool str_ends(const char *s, const char *suffix);
/* Is "s" NULL, empty or white space only? */
bool str_blank(const char *s);
/* "s" without white space at its ends, in "a". */
char *str_trim(struct arena *a, const char *s);
/* "one" or "many", whichever stands after "count": "1 page", "0 pages". */
const char *str_by_count(size_t count, const char *one, const char *many);
/* A whole decimal number that fills "s" and lies in min..max. */
bool str_to_int(const char *s, int64_t min, int64_t max, int64_t *value);
/*
 * The candidate that is "name" in another case, or nearest to it by edit
 * distance; NULL if none is near enough to be meant.  "count" candidates.
 */
const char *str_nearest(const char *name, const char *const *candidates,
    size_t count);
/* The hint 'did you mean "en-GB"?' of the nearest candidate, or NULL. */
const char *str_nearest_hint(struct arena *a, const char *name,
    const char *const *candidates, size_t count);
/* "s" without the curly quotation marks that word processors put round words;
 * in "a". */
const char *str_without_curly_quotes(struct arena *a, const char *s);
/*
 * A URL fragment from a heading: lower case ASCII letters, digits and hyphens;
 * other letters stay as UTF-8.  Never empty ("section" then).
 */
char *str_slug(struct arena *a, const char *text);
/* FNV-1a, 64 bits. */
uint64_t str_hash(const void *bytes, size_t len);

#endif
