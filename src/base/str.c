/* SPDX-License-Identifier: MIT */
/*
 * Small questions about strings.
 */
#include "base/str.h"

#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/unicode.h"
#include "base/utf8.h"

/* Names longer than this are not mistyped but something else. */
#define NAME_MAX_BYTES	64

static bool
is_space(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' ||
	    c == '\v';
}

static char
ascii_lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

bool
str_equal(const char *a, const char *b)
{
	return strcmp(a, b) == 0;
}

int
str_order(const void *a, const void *b)
{
	const char *const *x = a;
	const char *const *y = b;

	return strcmp(*x, *y);
}

bool
str_equal_nocase(const char *a, const char *b)
{
	while (*a != '\0' && ascii_lower(*a) == ascii_lower(*b)) {
		a++;
		b++;
	}
	return *a == '\0' && *b == '\0';
}

bool
str_is_ascii(const char *s, size_t len)
{
	for (size_t i = 0; i < len; i++) {
		if ((unsigned char)s[i] >= 0x80)
			return false;
	}
	return true;
}

char *
str_lower(struct arena *a, const char *s, size_t len)
{
	char *out = arena_strndup(a, s, len);

	for (char *c = out; *c != '\0'; c++)
		*c = ascii_lower(*c);
	return out;
}

bool
str_starts(const char *s, const char *prefix)
{
	/* Most strings that are asked differ in their first byte. */
	for (; *prefix != '\0'; s++, prefix++) {
		if (*s != *prefix)
			return false;
	}
	return true;
}

bool
str_ends(const char *s, const char *suffix)
{
	size_t len, suffix_len;

	len = strlen(s);
	suffix_len = strlen(suffix);
	return len >= suffix_len && strcmp(s + len - suffix_len, suffix) == 0;
}

bool
str_blank(const char *s)
{
	if (s == NULL)
		return true;
	while (is_space(*s))
		s++;
	return *s == '\0';
}

char *
str_trim(struct arena *a, const char *s)
{
	size_t len;

	while (is_space(*s))
		s++;
	len = strlen(s);
	while (len > 0 && is_space(s[len - 1]))
		len--;
	return arena_strndup(a, s, len);
}

bool
str_to_int(const char *s, int64_t min, int64_t max, int64_t *value)
{
	bool negative;
	int64_t n;
	int digit;

	negative = *s == '-';
	if (*s == '-' || *s == '+')
		s++;
	if (*s == '\0')
		return false;
	/* Counted below zero, where there is one number more. */
	for (n = 0; *s != '\0'; s++) {
		if (*s < '0' || *s > '9')
			return false;
		digit = *s - '0';
		if (n < (INT64_MIN + digit) / 10)
			return false;
		n = n * 10 - digit;
	}
	if (!negative && n == INT64_MIN)
		return false;
	if (!negative)
		n = -n;
	if (n < min || n > max)
		return false;
	*value = n;
	return true;
}

static unsigned
smallest(unsigned a, unsigned b, unsigned c)
{
	if (b < a)
		a = b;
	return c < a ? c : a;
}

/* Insertions, deletions, changes and swaps of neighbours between two names of
 * at most NAME_MAX_BYTES; case does not count. */
static unsigned
edit_distance(const char *a, size_t a_len, const char *b, size_t b_len)
{
	unsigned rows[3][NAME_MAX_BYTES + 1];
	unsigned *before, *last, *now, *spare;
	size_t i, j;
	bool same;

	before = rows[0];
	last = rows[1];
	now = rows[2];
	for (j = 0; j <= b_len; j++)
		before[j] = last[j] = (unsigned)j;
	for (i = 1; i <= a_len; i++) {
		now[0] = (unsigned)i;
		for (j = 1; j <= b_len; j++) {
			same = ascii_lower(a[i - 1]) == ascii_lower(b[j - 1]);
			now[j] = smallest(last[j] + 1, now[j - 1] + 1,
			    last[j - 1] + (same ? 0 : 1));
			if (i > 1 && j > 1 &&
			    ascii_lower(a[i - 1]) == ascii_lower(b[j - 2]) &&
			    ascii_lower(a[i - 2]) == ascii_lower(b[j - 1]) &&
			    before[j - 2] + 1 < now[j])
				now[j] = before[j - 2] + 1;
		}
		spare = before;
		before = last;
		last = now;
		now = spare;
	}
	return last[b_len];
}

const char *
str_nearest(const char *name, const char *const *candidates, size_t count)
{
	const char *nearest;
	unsigned best, distance;
	size_t i, len, name_len;

	name_len = strlen(name);
	if (name_len == 0 || name_len > NAME_MAX_BYTES)
		return NULL;
	nearest = NULL;
	/* One slip for each three letters, and one for short names. */
	best = (unsigned)(name_len < 3 ? 1 : name_len / 3) + 1;
	for (i = 0; i < count; i++) {
		len = strlen(candidates[i]);
		if (len == 0 || len > NAME_MAX_BYTES)
			continue;
		if (str_equal_nocase(name, candidates[i]))
			return candidates[i];
		distance = edit_distance(name, name_len, candidates[i], len);
		/* A name of which nothing is left is another name. */
		if (distance < best && distance < len) {
			best = distance;
			nearest = candidates[i];
		}
	}
	return nearest;
}

const char *
str_nearest_hint(struct arena *a, const char *name,
    const char *const *candidates, size_t count)
{
	const char *near = str_nearest(name, candidates, count);

	return near == NULL ? NULL :
	    arena_printf(a, "did you mean \"%s\"?", near);
}

/* Is this a quotation mark that no keyboard has?  U+2018 to U+201F, and the
 * angled ones. */
static bool
is_curly_quote(uint32_t c)
{
	return (c >= 0x2018 && c <= 0x201F) || c == 0xAB || c == 0xBB ||
	    c == 0x2039 || c == 0x203A;
}

const char *
str_without_curly_quotes(struct arena *a, const char *s)
{
	const char *result;
	struct buf out;
	size_t len, step;
	uint32_t c;

	buf_init(&out);
	for (len = strlen(s); len > 0; s += step, len -= step) {
		step = utf8_decode(s, len, &c);
		if (step == 0)
			step = 1;
		else if (is_curly_quote(c))
			continue;
		buf_put(&out, s, step);
	}
	result = arena_strndup(a, out.data, out.len);
	buf_release(&out);
	return result;
}

char *
str_slug(struct arena *a, const char *text)
{
	struct buf slug;
	uint32_t codepoint;
	size_t len, step;
	char *copy;
	bool gap;

	text = unicode_nfc(a, text);
	len = strlen(text);
	buf_init(&slug);
	gap = false;
	for (; len > 0; text += step, len -= step) {
		step = utf8_decode(text, len, &codepoint);
		if (step == 0)
			step = 1;
		/* Apostrophes stand inside words: baby's, babys. */
		if (codepoint == '\'' || codepoint == 0x2019)
			continue;
		if (!unicode_is_word(codepoint)) {
			gap = true;
			continue;
		}
		if (gap && slug.len > 0)
			buf_putc(&slug, '-');
		gap = false;
		buf_put_utf8(&slug, unicode_lower(codepoint));
	}
	copy = arena_strdup(a, slug.len == 0 ? "section" : slug.data);
	buf_release(&slug);
	return copy;
}

const char *
str_by_count(size_t count, const char *one, const char *many)
{
	return count == 1 ? one : many;
}

uint64_t
str_hash(const void *bytes, size_t len)
{
	const unsigned char *p = bytes;
	uint64_t hash;
	size_t i;

	hash = UINT64_C(14695981039346656037);
	for (i = 0; i < len; i++)
		hash = (hash ^ p[i]) * UINT64_C(1099511628211);
	return hash;
}
