/* SPDX-License-Identifier: MIT */
/*
 * Claims about base/unicode.h.
 */
#include "base/unicode.h"

#include "base/arena.h"
#include "base/str.h"
#include "t.h"

static bool
alike(struct arena *a, const char *x, const char *y)
{
	return str_equal(unicode_fold(a, x), unicode_fold(a, y));
}

T_MAIN
{
	struct arena *a;

	a = arena_new();
	t_str(unicode_nfc(a, "e\xCC\x81"), "\xC3\xA9", "marks are composed");
	t_str(unicode_nfc(a, ""), "", "nothing stays nothing");
	t_str(unicode_nfc(a, "a\xFFz"), "a\xEF\xBF\xBDz",
	    "bad bytes become U+FFFD");
	t_ok(alike(a, "Index.HTML", "index.html"), "case is folded");
	t_ok(alike(a, "stra\xC3\x9F" "e", "STRASSE"),
	    "folding is full: sharp s is ss");
	t_ok(alike(a, "\xC3\x89t\xC3\xA9", "e\xCC\x81te\xCC\x81"),
	    "composed and decomposed forms are alike");
	t_ok(alike(a, "\xCE\xA3\xCE\xB1\xCF\x82", "\xCF\x83\xCE\xB1\xCF\x83"),
	    "final sigma is a sigma");
	t_ok(!alike(a, "a", "b"), "different names stay different");
	t_ok(unicode_is_word('a') && unicode_is_word('7') &&
	    unicode_is_word(0x301) && unicode_is_word(0x0E01) &&
	    !unicode_is_word('-') && !unicode_is_word(0x2014) &&
	    !unicode_is_word(' '), "letters, marks and digits make words");
	t_int(unicode_lower(0x0416), 0x0436, "one letter has a lower case");
	arena_free(a);
}
