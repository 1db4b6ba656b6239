/* SPDX-License-Identifier: MIT */
/*
 * Dates in words, tags of languages, directions of writing.
 */
#include "t.h"

#include "base/arena.h"
#include "conf/guide.h"

T_MAIN
{
	struct arena *a;

	a = arena_new();
	t_str(conf_date_words(a, "2026-11-23", "en-GB"), "23 November 2026",
	    "a date in British English");
	t_str(conf_date_words(a, "2026-11-23", "en-US"), "November 23, 2026",
	    "a date in American English");
	t_str(conf_date_words(a, "2026-11-23", "pl"), "23 listopada 2026",
	    "a date in Polish");
	t_str(conf_date_words(a, "2026-11-23", "ar"), "23 \xD9\x86\xD9\x88"
	    "\xD9\x81\xD9\x85\xD8\xA8\xD8\xB1 2026",
	    "a date in Arabic, in the figures of the pages' numbers");
	t_str(conf_date_words(a, "2024-02-29", "de"), "29. Februar 2024",
	    "a leap day in German");
	t_ok(conf_date_words(a, "2026-02-30", "en-GB") == NULL,
	    "a day that is not there has no words");
	t_ok(conf_date_words(a, "soon", "en-GB") == NULL,
	    "words are no date");
	t_ok(conf_date_words(a, "2026-11-23", "not a tag") == NULL,
	    "a language that is none has no words");
	t_str(conf_language_name(a, "en-US"), "English (United States)",
	    "a language with its country");
	t_str(conf_language_name(a, "pl"), "polski",
	    "a language in its own words");
	t_str(conf_language_tag(a, "EN-gb"), "en-GB",
	    "a tag in its usual spelling");
	t_str(conf_language_tag(a, "sr-latn"), "sr-Latn",
	    "a script starts with a capital");
	t_ok(conf_language_tag(a, "en_GB") == NULL,
	    "an underscore is no hyphen");
	t_ok(conf_language_tag(a, "") == NULL, "nothing is no language");
	t_ok(conf_language_tag(a, "polish") == NULL,
	    "a language's name is no tag");
	t_ok(conf_language_tag(a, "xx-GB") == NULL,
	    "nor are two letters that no language has");
	t_str(conf_language_tag(a, "rmy"), "rmy",
	    "of three letters any may be one");
	t_str(conf_language_named(a, "Polish"), "pl",
	    "a language is found by its English name");
	t_str(conf_language_named(a, "POLSKI"), "pl",
	    "and by its own, in any case");
	t_ok(conf_language_named(a, "Klingonish") == NULL,
	    "a name of none is none");
	t_ok(conf_right_to_left("ar"), "Arabic is written from the right");
	t_ok(conf_right_to_left("ur-PK"), "so is Urdu");
	t_ok(conf_right_to_left("pa-Arab"), "and Punjabi in Arabic letters");
	t_ok(!conf_right_to_left("pa"), "but not in its own");
	t_ok(!conf_right_to_left("en-GB"), "English is not");
	arena_free(a);
}
