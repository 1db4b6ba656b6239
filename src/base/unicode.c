/* SPDX-License-Identifier: MIT */
/*
 * Case folding, kinds and widths of characters from ICU's built-in tables.
 */
#include "base/unicode.h"

#include <stdlib.h>
#include <string.h>

#include <unicode/uchar.h>
#include <unicode/ustring.h>

#include "base/arena.h"
#include "base/str.h"
#include "base/utf16.h"
#include "base/utf8.h"

static struct utf16
folded(struct utf16 u)
{
	UErrorCode status = U_ZERO_ERROR;
	struct utf16 f;

	f.len = u_strFoldCase(NULL, 0, u.units, u.len, U_FOLD_CASE_DEFAULT,
	    &status);
	if (status == U_BUFFER_OVERFLOW_ERROR)
		status = U_ZERO_ERROR;
	utf16_must(status, "u_strFoldCase");
	f.units = mem_alloc(((size_t)f.len + 1) * sizeof(UChar));
	f.len = u_strFoldCase(f.units, f.len + 1, u.units, u.len,
	    U_FOLD_CASE_DEFAULT, &status);
	utf16_must(status, "u_strFoldCase");
	free(u.units);
	return f;
}

char *
unicode_nfc(struct arena *a, const char *s)
{
	return utf16_text(a, utf16_normalised(utf16_from(s, strlen(s)),
	    UTF16_NFC));
}

char *
unicode_fold(struct arena *a, const char *s)
{
	size_t len = strlen(s);
	struct utf16 u;

	/* In every form, and folded to its lower case. */
	if (str_is_ascii(s, len))
		return str_lower(a, s, len);
	/* D145 folds the decomposed form: U+0345 is a letter when folded. */
	u = folded(utf16_normalised(utf16_from(s, len), UTF16_NFD));
	return utf16_text(a, utf16_normalised(utf16_normalised(u, UTF16_NFD),
	    UTF16_NFC));
}

bool
unicode_is_word(uint32_t codepoint)
{
	if (codepoint < 0x80)
		return (codepoint >= '0' && codepoint <= '9') ||
		    (codepoint >= 'A' && codepoint <= 'Z') ||
		    (codepoint >= 'a' && codepoint <= 'z');
	return (U_GET_GC_MASK((UChar32)codepoint) &
	    (U_GC_L_MASK | U_GC_M_MASK | U_GC_N_MASK)) != 0;
}

bool
unicode_is_space(uint32_t codepoint)
{
	return codepoint == '\t' || codepoint == '\n' || codepoint == '\f' ||
	    codepoint == '\r' || (U_GET_GC_MASK((UChar32)codepoint) &
	    U_GC_ZS_MASK) != 0;
}

bool
unicode_is_punctuation(uint32_t codepoint)
{
	if (codepoint < 0x80)
		return codepoint > ' ' && codepoint < 0x7F &&
		    !(codepoint >= '0' && codepoint <= '9') &&
		    !(codepoint >= 'A' && codepoint <= 'Z') &&
		    !(codepoint >= 'a' && codepoint <= 'z');
	return (U_GET_GC_MASK((UChar32)codepoint) & U_GC_P_MASK) != 0;
}

uint32_t
unicode_lower(uint32_t codepoint)
{
	return (uint32_t)u_tolower((UChar32)codepoint);
}

int
utf8_columns(uint32_t codepoint)
{
	int32_t width;

	if (codepoint < 0x300)
		return codepoint == 0xAD ? 0 : 1;
	if ((U_GET_GC_MASK((UChar32)codepoint) &
	    (U_GC_MN_MASK | U_GC_ME_MASK | U_GC_CF_MASK)) != 0)
		return 0;
	/* The vowels and finals of a Hangul syllable written in parts stand
	 * in the cells of its first letter. */
	if (codepoint >= 0x1160 && codepoint <= 0x11FF)
		return 0;
	width = u_getIntPropertyValue((UChar32)codepoint,
	    UCHAR_EAST_ASIAN_WIDTH);
	return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}
