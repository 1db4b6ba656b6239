/* SPDX-License-Identifier: MIT */
/*
 * Normal forms, case folding and widths from ICU's built-in tables.
 */
#include "base/unicode.h"

#include <stdlib.h>
#include <string.h>

#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/utf8.h"

/* Most UTF-16 units that ICU's 32-bit lengths leave room to grow from. */
#define UNITS_MAX	((size_t)1 << 26)

/* UTF-16, freed by its owner. */
struct units {
	UChar	*data;
	int32_t	 len;
};

static void
must(UErrorCode status, const char *call)
{
	if (status == U_MEMORY_ALLOCATION_ERROR)
		mem_exhausted();
	if (U_FAILURE(status))
		BUG("%s: %s", call, u_errorName(status));
}

static struct units
units_from(const char *s)
{
	UErrorCode status = U_ZERO_ERROR;
	struct units u;
	size_t len;

	len = strlen(s);
	if (len > UNITS_MAX)
		BUG("a string of %zu bytes is to be normalised", len);
	u.data = mem_alloc((len + 1) * sizeof(UChar));
	u.len = 0;
	u_strFromUTF8WithSub(u.data, (int32_t)len + 1, &u.len, s, (int32_t)len,
	    0xFFFD, NULL, &status);
	must(status, "u_strFromUTF8WithSub");
	return u;
}

static char *
units_text(struct arena *a, struct units u)
{
	UErrorCode status = U_ZERO_ERROR;
	int32_t len, size;
	char *text;

	/* At most three bytes for a unit. */
	size = u.len * 3 + 1;
	text = arena_alloc(a, (size_t)size);
	u_strToUTF8WithSub(text, size, &len, u.data, u.len, 0xFFFD, NULL,
	    &status);
	must(status, "u_strToUTF8WithSub");
	free(u.data);
	return text;
}

/* "u" in the form that "form" gives; frees "u". */
static struct units
normalised(struct units u, const UNormalizer2 *form)
{
	UErrorCode status = U_ZERO_ERROR;
	struct units n;

	n.len = unorm2_normalize(form, u.data, u.len, NULL, 0, &status);
	if (status == U_BUFFER_OVERFLOW_ERROR)
		status = U_ZERO_ERROR;
	must(status, "unorm2_normalize");
	n.data = mem_alloc(((size_t)n.len + 1) * sizeof(UChar));
	n.len = unorm2_normalize(form, u.data, u.len, n.data, n.len + 1,
	    &status);
	must(status, "unorm2_normalize");
	free(u.data);
	return n;
}

static struct units
folded(struct units u)
{
	UErrorCode status = U_ZERO_ERROR;
	struct units f;

	f.len = u_strFoldCase(NULL, 0, u.data, u.len, U_FOLD_CASE_DEFAULT,
	    &status);
	if (status == U_BUFFER_OVERFLOW_ERROR)
		status = U_ZERO_ERROR;
	must(status, "u_strFoldCase");
	f.data = mem_alloc(((size_t)f.len + 1) * sizeof(UChar));
	f.len = u_strFoldCase(f.data, f.len + 1, u.data, u.len,
	    U_FOLD_CASE_DEFAULT, &status);
	must(status, "u_strFoldCase");
	free(u.data);
	return f;
}

static const UNormalizer2 *
form_c(void)
{
	UErrorCode status = U_ZERO_ERROR;
	const UNormalizer2 *form;

	form = unorm2_getNFCInstance(&status);
	must(status, "unorm2_getNFCInstance");
	return form;
}

static const UNormalizer2 *
form_d(void)
{
	UErrorCode status = U_ZERO_ERROR;
	const UNormalizer2 *form;

	form = unorm2_getNFDInstance(&status);
	must(status, "unorm2_getNFDInstance");
	return form;
}

char *
unicode_nfc(struct arena *a, const char *s)
{
	return units_text(a, normalised(units_from(s), form_c()));
}

char *
unicode_fold(struct arena *a, const char *s)
{
	struct units u;

	/* D145 folds the decomposed form: U+0345 is a letter when folded. */
	u = folded(normalised(units_from(s), form_d()));
	return units_text(a, normalised(normalised(u, form_d()), form_c()));
}

bool
unicode_is_word(uint32_t codepoint)
{
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
