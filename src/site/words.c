/* SPDX-License-Identifier: MIT */
/*
 * Words by ICU: boundaries, folding, collation.
 *
 * Comes in: UTF-8, trusted by nobody; bytes that are not UTF-8 count as
 * U+FFFD.  Goes out: offsets, words, keys.  Knows no pages and no index.
 */
#include "site/words.h"

#include <stdlib.h>
#include <string.h>

#include <unicode/ubrk.h>
#include <unicode/uchar.h>
#include <unicode/ucol.h>
#include <unicode/ucoleitr.h>
#include <unicode/uloc.h>
#include <unicode/ustring.h>
#include <unicode/utext.h>

#include "base/arena.h"
#include "base/str.h"
#include "base/unicode.h"
#include "base/utf16.h"
#include "base/utf8.h"

#define LOCALE_BYTES	64
/* The digits' own letter; no primary weight of ICU is as high. */
#define DIGITS_PRIMARY	INT32_MAX
/* Jamo in a Hangul syllable, Unicode 3.12. */
#define HANGUL_FIRST	0xAC00
#define HANGUL_LAST	0xD7A3
#define HANGUL_PER_LEAD	588
#define HANGUL_LEAD	0x1100

struct word_breaks {
	UBreakIterator	*iterator;
	UText		*text;
	const char	*bytes;
	size_t		 len;
	size_t		 at, end;	/* of the segment that is being read */
	bool		 over;
};

struct word_order {
	UCollator	*collator;
	UBreakIterator	*titles;
	char		 locale[LOCALE_BYTES];
};

enum change { TO_UPPER, TO_LOWER, TO_TITLE };

static void
locale_of(const char *lang, char locale[LOCALE_BYTES])
{
	UErrorCode status = U_ZERO_ERROR;
	int32_t parsed;

	uloc_forLanguageTag(lang, locale, LOCALE_BYTES, &parsed, &status);
	if (U_FAILURE(status) || status == U_STRING_NOT_TERMINATED_WARNING)
		locale[0] = '\0';
}

/* "titles": where words begin, for TO_TITLE. */
static int32_t
change_case(struct utf16 u, enum change change, const char *locale,
    UBreakIterator *titles, UChar *into, int32_t size, UErrorCode *status)
{
	switch (change) {
	case TO_UPPER:
		return u_strToUpper(into, size, u.units, u.len, locale, status);
	case TO_LOWER:
		return u_strToLower(into, size, u.units, u.len, locale, status);
	case TO_TITLE:
		break;
	}
	return u_strToTitle(into, size, u.units, u.len, titles, locale, status);
}

/* Frees "u". */
static struct utf16
in_case(struct utf16 u, enum change change, const char *locale,
    UBreakIterator *titles)
{
	UErrorCode status = U_ZERO_ERROR;
	struct utf16 n;

	n.len = change_case(u, change, locale, titles, NULL, 0, &status);
	if (status == U_BUFFER_OVERFLOW_ERROR)
		status = U_ZERO_ERROR;
	utf16_must(status, "u_strToLower");
	n.units = mem_alloc(((size_t)n.len + 1) * sizeof(UChar));
	n.len = change_case(u, change, locale, titles, n.units, n.len + 1,
	    &status);
	utf16_must(status, "u_strToLower");
	free(u.units);
	return n;
}

static bool
is_apostrophe(uint32_t c)
{
	return c == '\'' || c == 0x2019 || c == 0x02BC;
}

static bool
is_invisible(uint32_t c)
{
	return c == 0xAD || (c >= 0x200B && c <= 0x200F) || c == 0x2060 ||
	    c == 0xFEFF;
}

/* What compatibility forms such as "(1)" as one character unfold to. */
static bool
is_unfolded(UChar c)
{
	return c == ' ' || c == '(' || c == ')' || c == '.' || c == 0x2044;
}

/* What a reader leaves out when typing; all of it is below U+10000. */
static bool
is_left_out(UChar c)
{
	return is_unfolded(c) || (c >= 0x300 && c <= 0x36F) ||
	    (c >= 0x591 && c <= 0x5C7) || c == 0x640 ||
	    (c >= 0x64B && c <= 0x65F) || c == 0x670 || is_apostrophe(c) ||
	    is_invisible(c);
}

/* A word of ASCII letters and digits folds without tables. */
static char *
fold_ascii(struct arena *a, const char *s, size_t len)
{
	char *out, *to;

	to = out = str_lower(a, s, len);
	for (const char *c = out; *c != '\0'; c++) {
		if (*c != '\'')
			*to++ = *c;
	}
	*to = '\0';
	return out;
}

char *
words_fold(struct arena *a, const char *s)
{
	size_t len = strlen(s);
	struct utf16 u;
	int32_t kept;

	if (str_is_ascii(s, len))
		return fold_ascii(a, s, len);
	u = utf16_normalised(utf16_from(s, len), UTF16_NFKD);
	/* Upper case first: "ss" for sharp s, "I" for the dotless one. */
	u = in_case(u, TO_UPPER, "", NULL);
	u = in_case(u, TO_LOWER, "", NULL);
	u = utf16_normalised(u, UTF16_NFD);
	kept = 0;
	for (int32_t i = 0; i < u.len; i++) {
		if (!is_left_out(u.units[i]))
			u.units[kept++] = u.units[i] == 0x3C2 ? 0x3C3 :
			    u.units[i];
	}
	u.len = kept;
	return utf16_text(a, utf16_normalised(u, UTF16_NFC));
}

/* ASCII, in a language without cases of its own: most words of most guides. */
static bool
is_plain(const char *lang, const char *s, size_t len)
{
	return !str_starts(lang, "tr") && !str_starts(lang, "az") &&
	    !str_starts(lang, "lt") && str_is_ascii(s, len);
}

char *
words_lower(struct arena *a, const char *lang, const char *s, size_t len)
{
	char locale[LOCALE_BYTES];
	struct utf16 u;
	int32_t kept;

	if (is_plain(lang, s, len))
		return str_lower(a, s, len);
	locale_of(lang, locale);
	u = utf16_normalised(utf16_from(s, len), UTF16_NFC);
	u = in_case(u, TO_LOWER, locale, NULL);
	kept = 0;
	for (int32_t i = 0; i < u.len; i++) {
		if (!is_invisible(u.units[i]))
			u.units[kept++] = is_apostrophe(u.units[i]) ? '\'' :
			    u.units[i];
	}
	u.len = kept;
	return utf16_text(a, u);
}

struct word_breaks *
word_breaks_open(const char *lang)
{
	UErrorCode status = U_ZERO_ERROR;
	char locale[LOCALE_BYTES];
	struct word_breaks *w;

	locale_of(lang, locale);
	w = mem_calloc(1, sizeof(*w));
	w->iterator = ubrk_open(UBRK_WORD, locale, NULL, 0, &status);
	utf16_must(status, "ubrk_open");
	return w;
}

void
word_breaks_close(struct word_breaks *w)
{
	ubrk_close(w->iterator);
	if (w->text != NULL)
		utext_close(w->text);
	free(w);
}

void
word_breaks_start(struct word_breaks *w, const char *text, size_t len)
{
	UErrorCode status = U_ZERO_ERROR;

	w->bytes = text;
	w->len = len;
	w->at = w->end = 0;
	w->over = len == 0;
	if (w->over)
		return;
	w->text = utext_openUTF8(w->text, text, (int64_t)len, &status);
	utf16_must(status, "utext_openUTF8");
	ubrk_setUText(w->iterator, w->text, &status);
	utf16_must(status, "ubrk_setUText");
	ubrk_first(w->iterator);
}

/* The next segment that is a word for ICU. */
static bool
next_segment(struct word_breaks *w)
{
	int32_t next;

	while (!w->over) {
		w->at = w->end;
		next = ubrk_next(w->iterator);
		if (next == UBRK_DONE || (size_t)next > w->len) {
			w->over = true;
			return false;
		}
		w->end = (size_t)next;
		if (ubrk_getRuleStatus(w->iterator) >= UBRK_WORD_NONE_LIMIT)
			return true;
	}
	return false;
}

static bool
is_in_word(uint32_t c)
{
	return unicode_is_word(c) || is_apostrophe(c) || is_invisible(c);
}

/* The end of the run of characters from "at" that are in words, or not. */
static size_t
run_end(const struct word_breaks *w, size_t at, bool in_word)
{
	uint32_t c;
	size_t n;

	while (at < w->end) {
		n = utf8_decode(w->bytes + at, w->end - at, &c);
		if ((n > 0 && is_in_word(c)) != in_word)
			break;
		at += n > 0 ? n : 1;
	}
	return at;
}

bool
word_breaks_next(struct word_breaks *w, size_t *start, size_t *end)
{
	/* ICU keeps "2.5" and "a_b" whole: whoever searches types "2" or "b",
	 * so that these are cut once more. */
	for (;;) {
		if (w->at < w->end) {
			*start = run_end(w, w->at, false);
			*end = run_end(w, *start, true);
			w->at = *end;
			if (*end > *start)
				return true;
		}
		if (!next_segment(w))
			return false;
	}
}

struct word_order *
word_order_open(const char *lang)
{
	UErrorCode status = U_ZERO_ERROR;
	struct word_order *o;

	o = mem_calloc(1, sizeof(*o));
	locale_of(lang, o->locale);
	o->collator = ucol_open(o->locale, &status);
	utf16_must(status, "ucol_open");
	ucol_setAttribute(o->collator, UCOL_NUMERIC_COLLATION, UCOL_ON,
	    &status);
	utf16_must(status, "ucol_setAttribute");
	o->titles = ubrk_open(UBRK_WORD, o->locale, NULL, 0, &status);
	utf16_must(status, "ubrk_open");
	return o;
}

void
word_order_close(struct word_order *o)
{
	ucol_close(o->collator);
	ubrk_close(o->titles);
	free(o);
}

/* "s" from its first letter or digit, or all of it. */
static const char *
from_first_letter(const char *s)
{
	size_t len = strlen(s), n;
	uint32_t c;

	for (size_t i = 0; i < len; i += n) {
		n = utf8_decode(s + i, len - i, &c);
		if (n > 0 && unicode_is_word(c))
			return s + i;
		if (n == 0)
			n = 1;
	}
	return s;
}

const char *
word_order_key(struct word_order *o, struct arena *a, const char *s)
{
	struct utf16 u;
	int32_t size;
	char *key;

	s = from_first_letter(s);
	u = utf16_normalised(utf16_from(s, strlen(s)), UTF16_NFC);
	size = ucol_getSortKey(o->collator, u.units, u.len, NULL, 0);
	key = arena_alloc(a, (size_t)size + 1);
	ucol_getSortKey(o->collator, u.units, u.len, (uint8_t *)key, size);
	free(u.units);
	return key;
}

/* Vowels of Thai and Lao that are written before the consonant under which the
 * word stands. */
static bool
is_vowel_before(uint32_t c)
{
	return (c >= 0xE40 && c <= 0xE44) || (c >= 0xEC0 && c <= 0xEC4);
}

/* The first weight of "u", and the units that share it ("ch" in Czech). */
static int32_t
first_primary(const struct word_order *o, struct utf16 u, int32_t *length)
{
	UErrorCode status = U_ZERO_ERROR;
	UCollationElements *elements;
	int32_t order, primary;

	elements = ucol_openElements(o->collator, u.units, u.len, &status);
	utf16_must(status, "ucol_openElements");
	order = ucol_next(elements, &status);
	primary = order == UCOL_NULLORDER ? 0 : ucol_primaryOrder(order);
	*length = ucol_getOffset(elements);
	ucol_closeElements(elements);
	return primary;
}

/* The letter's name, without the accents that the alphabet does not count. */
static const char *
letter_name(struct word_order *o, struct arena *a, struct utf16 u,
    int32_t primary)
{
	struct utf16 bare, title;
	int32_t length;
	char *plain;

	title = in_case(u, TO_TITLE, o->locale, o->titles);
	plain = utf16_text(a, title);
	bare = utf16_normalised(utf16_from(plain, strlen(plain)),
	    UTF16_NFD);
	for (length = 0; length < bare.len; ) {
		if (is_left_out(bare.units[length]))
			break;
		length++;
	}
	bare.len = length;
	if (first_primary(o, bare, &length) != primary || bare.len == 0) {
		free(bare.units);
		return plain;
	}
	return utf16_text(a, utf16_normalised(bare, UTF16_NFC));
}

/* The Hangul letter that the syllable "c" begins with, else "c". */
static uint32_t
lead_of(uint32_t c)
{
	if (c < HANGUL_FIRST || c > HANGUL_LAST)
		return c;
	return HANGUL_LEAD + (c - HANGUL_FIRST) / HANGUL_PER_LEAD;
}

/* "s" in form C from the letter that counts, which is *c in *bytes. */
static const char *
from_counting_letter(struct arena *a, const char *s, uint32_t *c, size_t *bytes)
{
	size_t len;

	s = unicode_nfc(a, from_first_letter(s));
	len = strlen(s);
	for (;;) {
		*bytes = utf8_decode(s, len, c);
		if (*bytes == 0 || *bytes == len || !is_vowel_before(*c))
			return s;
		s += *bytes;
		len -= *bytes;
	}
}

const char *
word_order_letter(struct word_order *o, struct arena *a, const char *s,
    int32_t *primary)
{
	struct utf16 u;
	int32_t length;
	size_t bytes;
	uint32_t c;

	*primary = 0;
	s = from_counting_letter(a, s, &c, &bytes);
	if (bytes > 0 && u_isdigit((UChar32)c)) {
		*primary = DIGITS_PRIMARY;
		return arena_strdup(a, "0\xE2\x80\x93" "9");
	}
	if (bytes == 0 || !u_isalpha((UChar32)c) ||
	    u_hasBinaryProperty((UChar32)c, UCHAR_IDEOGRAPHIC))
		return NULL;
	if (lead_of(c) != c) {
		char lead[4];

		bytes = utf8_encode(lead_of(c), lead);
		s = arena_strndup(a, lead, bytes);
	}
	u = utf16_from(s, strlen(s));
	*primary = first_primary(o, u, &length);
	/* A letter without weight of its own is as if it were none. */
	if (*primary == 0) {
		free(u.units);
		return NULL;
	}
	u.len = length < (c > 0xFFFF ? 2 : 1) ? (c > 0xFFFF ? 2 : 1) : length;
	return letter_name(o, a, u, *primary);
}
