/* SPDX-License-Identifier: MIT */
/*
 * Claims about base/str.h.
 */
#include "base/str.h"

#include "base/arena.h"
#include "t.h"

static void
numbers(struct t_state *t_)
{
	int64_t n = 0;

	t_ok(str_to_int("42", 0, 100, &n) && n == 42, "a number is read");
	t_ok(str_to_int("-9223372036854775808", INT64_MIN, INT64_MAX, &n) &&
	    n == INT64_MIN, "the smallest number is read");
	t_ok(str_to_int("9223372036854775807", INT64_MIN, INT64_MAX, &n) &&
	    n == INT64_MAX, "the largest number is read");
	t_ok(!str_to_int("9223372036854775808", INT64_MIN, INT64_MAX, &n) &&
	    !str_to_int("-9223372036854775809", INT64_MIN, INT64_MAX, &n) &&
	    !str_to_int("99999999999999999999999", 0, INT64_MAX, &n),
	    "numbers beyond 64 bits are refused");
	t_ok(!str_to_int("", 0, 9, &n) && !str_to_int("-", -9, 9, &n) &&
	    !str_to_int(" 1", 0, 9, &n) && !str_to_int("1x", 0, 9, &n) &&
	    !str_to_int("0x1", 0, 9, &n), "what is not a number is refused");
	t_ok(!str_to_int("10", 0, 9, &n) && !str_to_int("-1", 0, 9, &n),
	    "numbers out of the range are refused");
}

static void
nearest(struct t_state *t_)
{
	static const char *const keys[] = {
		"title", "subtitle", "version", "languages", "order"
	};

	t_str(str_nearest("tilte", keys, 5), "title",
	    "swapped letters are one slip");
	t_str(str_nearest("Langauge", keys, 5), "languages",
	    "case does not count, two slips in eight letters do not matter");
	t_str(str_nearest("verison", keys, 5), "version",
	    "the nearest name is found");
	t_str(str_nearest("credit", keys, 5), NULL,
	    "another word is not taken for a slip");
	t_str(str_nearest("x", keys, 5), NULL, "one letter is no slip");
	t_str(str_nearest("", keys, 5), NULL, "nothing is near to nothing");
	t_str(str_nearest("title", keys, 0), NULL, "no candidates, none near");
	t_str(str_nearest("ttttttttttttttttttttttttttttttttttttttttttttttttt"
	    "tttttttttttttttttttttttttttt", keys, 5), NULL,
	    "a long text is no name");
}

T_MAIN
{
	struct arena *a;

	a = arena_new();
	t_ok(str_equal_nocase("UTF-8", "utf-8"), "ASCII case is ignored");
	t_ok(!str_equal_nocase("ab", "abc") && !str_equal_nocase("\xC3\x84",
	    "\xC3\xA4"), "other letters are compared as they are");
	t_str(str_nearest("en-gb", (const char *[]){ "en", "en-GB" }, 2),
	    "en-GB", "another case is nearest");
	t_str(str_by_count(1, "sheet", "sheets"), "sheet", "one is one");
	t_str(str_by_count(0, "sheet", "sheets"), "sheets", "none are many");
	t_ok(str_is_ascii("a\x7F", 2) && !str_is_ascii("a\xC3\xA9", 3) &&
	    str_is_ascii("a\xC3\xA9", 1), "bytes below 80 are ASCII");
	t_str(str_lower(a, "AbZ[\xC3\x89!x", 7), "abz[\xC3\x89!",
	    "lower case is for ASCII letters alone");
	t_ok(str_starts("content/x.md", "content/") && !str_starts("a", "ab"),
	    "prefixes are told");
	t_ok(str_ends("x.md", ".md") && !str_ends("md", ".md"),
	    "suffixes are told");
	t_ok(str_blank(NULL) && str_blank("") && str_blank(" \t\n") &&
	    !str_blank(" a"), "blank is NULL, empty or white space");
	t_str(str_trim(a, "  a b\n"), "a b", "trim keeps what is inside");
	t_str(str_trim(a, " \n"), "", "trim of white space is empty");
	numbers(t_);
	nearest(t_);
	t_str(str_slug(a, "Skin to skin: why it helps!"),
	    "skin-to-skin-why-it-helps", "a slug has letters and hyphens");
	t_str(str_slug(a, "Your baby\xE2\x80\x99s day"), "your-babys-day",
	    "an apostrophe does not part a word");
	t_str(str_slug(a, "\xC3\x84rger \xE2\x80\x94 "
	    "\xC5\xBB\xC3\xB3\xC5\x82w"),
	    "\xC3\xA4rger-\xC5\xBC\xC3\xB3\xC5\x82w",
	    "letters of other alphabets stay, in lower case");
	t_str(str_slug(a, "A\xCC\x88"), "\xC3\xA4",
	    "a slug is in normal form C");
	t_str(str_slug(a, "?!"), "section", "a slug is never empty");
	t_str(str_slug(a, " - a - "), "a", "no hyphens at the ends");
	t_ok(str_hash("", 0) == UINT64_C(0xcbf29ce484222325) &&
	    str_hash("foobar", 6) == UINT64_C(0x85944171f73967e8),
	    "the hash is FNV-1a");
	arena_free(a);
}
