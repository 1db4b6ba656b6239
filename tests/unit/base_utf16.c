/* SPDX-License-Identifier: MIT */
/*
 * Claims about base/utf16.h.
 */
#include "base/utf16.h"

#include "base/arena.h"
#include "t.h"

static const char *
in_form(struct arena *a, const char *s, enum utf16_form form)
{
	return utf16_text(a, utf16_normalised(utf16_from(s, strlen(s)), form));
}

T_MAIN
{
	struct arena *a;
	struct utf16 u;

	a = arena_new();
	u = utf16_from("a\xF0\x9F\x98\x80z", 6);
	t_ok(u.len == 4 && u.units[0] == 'a' && u.units[1] == 0xD83D &&
	    u.units[2] == 0xDE00 && u.units[3] == 'z',
	    "a character beyond the first plane is two units");
	t_str(utf16_text(a, u), "a\xF0\x9F\x98\x80z", "and comes back whole");
	u = utf16_from("abc", 2);
	t_int(u.len, 2, "no byte is read behind the length");
	u.len = 1;
	t_str(utf16_text(a, u), "a", "text can be cut");
	t_str(utf16_text(a, utf16_from("\xE2\x82", 2)), "\xEF\xBF\xBD",
	    "half a character becomes U+FFFD");
	u = utf16_from("", 0);
	t_int(u.len, 0, "nothing is no units");
	t_str(utf16_text(a, utf16_normalised(u, UTF16_NFKD)), "",
	    "and stays nothing in any form");
	t_str(in_form(a, "e\xCC\x81", UTF16_NFC), "\xC3\xA9",
	    "form C composes");
	t_str(in_form(a, "\xC3\xA9", UTF16_NFD), "e\xCC\x81",
	    "form D takes apart");
	t_str(in_form(a, "\xEF\xAC\x81", UTF16_NFD), "\xEF\xAC\x81",
	    "and leaves a ligature");
	t_str(in_form(a, "\xEF\xAC\x81", UTF16_NFKD), "fi",
	    "which form KD takes apart as well");
	arena_free(a);
}
