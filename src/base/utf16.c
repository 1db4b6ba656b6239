/* SPDX-License-Identifier: MIT */
/*
 * Conversion and normal forms, by ICU's built-in tables.
 *
 * Comes in: UTF-8, trusted by nobody.  Goes out: UTF-16 and UTF-8.  Knows no
 * language.
 */
#include "base/utf16.h"

#include <stdlib.h>

#include <unicode/unorm2.h>
#include <unicode/ustring.h>

#include "base/arena.h"
#include "base/diag.h"

/* Most UTF-16 units that ICU's 32-bit lengths leave room to grow from. */
#define UNITS_MAX	((size_t)1 << 26)

void
utf16_must(int status, const char *call)
{
	if (status == U_MEMORY_ALLOCATION_ERROR)
		mem_exhausted();
	if (U_FAILURE((UErrorCode)status))
		BUG("%s: %s", call, u_errorName((UErrorCode)status));
}

struct utf16
utf16_from(const char *s, size_t len)
{
	UErrorCode status = U_ZERO_ERROR;
	struct utf16 u;

	if (len > UNITS_MAX)
		BUG("a text of %zu bytes is to be UTF-16", len);
	u.units = mem_alloc((len + 1) * sizeof(UChar));
	u.len = 0;
	u_strFromUTF8WithSub(u.units, (int32_t)len + 1, &u.len, s, (int32_t)len,
	    0xFFFD, NULL, &status);
	utf16_must(status, "u_strFromUTF8WithSub");
	return u;
}

char *
utf16_text(struct arena *a, struct utf16 u)
{
	UErrorCode status = U_ZERO_ERROR;
	int32_t len, size;
	char *text;

	/* At most three bytes for a unit. */
	size = u.len * 3 + 1;
	text = arena_alloc(a, (size_t)size);
	u_strToUTF8WithSub(text, size, &len, u.units, u.len, 0xFFFD, NULL,
	    &status);
	utf16_must(status, "u_strToUTF8WithSub");
	free(u.units);
	return text;
}

static const UNormalizer2 *
normalizer(enum utf16_form form)
{
	UErrorCode status = U_ZERO_ERROR;
	const UNormalizer2 *n = NULL;

	switch (form) {
	case UTF16_NFC:
		n = unorm2_getNFCInstance(&status);
		break;
	case UTF16_NFD:
		n = unorm2_getNFDInstance(&status);
		break;
	case UTF16_NFKD:
		n = unorm2_getNFKDInstance(&status);
		break;
	}
	utf16_must(status, "unorm2_getInstance");
	return n;
}

struct utf16
utf16_normalised(struct utf16 u, enum utf16_form form)
{
	const UNormalizer2 *by = normalizer(form);
	UErrorCode status = U_ZERO_ERROR;
	struct utf16 n;

	n.len = unorm2_normalize(by, u.units, u.len, NULL, 0, &status);
	if (status == U_BUFFER_OVERFLOW_ERROR)
		status = U_ZERO_ERROR;
	utf16_must(status, "unorm2_normalize");
	n.units = mem_alloc(((size_t)n.len + 1) * sizeof(UChar));
	n.len = unorm2_normalize(by, u.units, u.len, n.units, n.len + 1,
	    &status);
	utf16_must(status, "unorm2_normalize");
	free(u.units);
	return n;
}
