/* SPDX-License-Identifier: MIT */
/*
 * Claims about base/utf8.h.
 */
#include "base/utf8.h"

#include "t.h"

static bool
refused(const char *s)
{
	uint32_t c;

	return utf8_decode(s, strlen(s), &c) == 0;
}

T_MAIN
{
	uint32_t c, got;
	size_t len;
	char bytes[4];
	bool right;

	right = true;
	for (c = 0; c <= 0x10FFFF; c++) {
		if (c >= 0xD800 && c <= 0xDFFF)
			continue;
		len = utf8_encode(c, bytes);
		right &= utf8_decode(bytes, len, &got) == len && got == c;
		right &= utf8_decode(bytes, len - 1, &got) == 0;
	}
	t_ok(right, "every character comes back, and none is read in part");
	t_ok(refused("\xC0\x80") && refused("\xC1\xBF") &&
	    refused("\xE0\x9F\xBF") && refused("\xF0\x8F\xBF\xBF"),
	    "overlong forms are refused");
	t_ok(refused("\xED\xA0\x80") && refused("\xED\xBF\xBF"),
	    "surrogates are refused");
	t_ok(refused("\xF4\x90\x80\x80") && refused("\xF5\x80\x80\x80") &&
	    refused("\xFF"), "nothing lies beyond U+10FFFF");
	t_ok(refused("\x80") && refused("\xE2\x82") && refused("\xE2x\xAC"),
	    "lone and missing tails are refused");
	t_int(utf8_encode(0xDFFF, bytes), 3, "a surrogate becomes U+FFFD");
	t_int(utf8_invalid_at("a\xE2\x82\xAC\xFFz", 6), 4,
	    "the first bad byte is found");
	t_int(utf8_invalid_at("a\xE2\x82\xAC", 4), 4, "good text has none");
	t_int(utf8_invalid_at("a\xE2\x82\xAC", 3), 1,
	    "a character that is cut off is bad where it begins");
	t_ok(utf8_columns('a') == 1 && utf8_columns(0xE9) == 1 &&
	    utf8_columns(0x0416) == 1, "letters take a column");
	t_ok(utf8_columns(0x0301) == 0 && utf8_columns(0x20E3) == 0 &&
	    utf8_columns(0x200D) == 0 && utf8_columns(0xAD) == 0,
	    "marks and format characters take none");
	t_ok(utf8_columns(0x65E5) == 2 && utf8_columns(0xFF21) == 2 &&
	    utf8_columns(0x1F476) == 2 && utf8_columns(0xAC00) == 2,
	    "wide characters take two");
}
