/* SPDX-License-Identifier: MIT */
/*
 * Words of several scripts: where they begin and end, what folds to the same,
 * their stems, and their order in an index.
 */
#include "site/words.h"

#include <stdlib.h>

#include <libstemmer.h>

#include "base/arena.h"
#include "site/stems.h"
#include "t.h"

/* The words of "text" with "|" between them. */
static const char *
cut(struct arena *a, const char *lang, const char *text)
{
	struct word_breaks *w = word_breaks_open(lang);
	const char *all = "";
	size_t start, end;

	word_breaks_start(w, text, strlen(text));
	while (word_breaks_next(w, &start, &end))
		all = arena_printf(a, "%s%s%.*s", all, all[0] != '\0' ? "|" :
		    "", (int)(end - start), text + start);
	word_breaks_close(w);
	return all;
}

static void
claim_breaks(struct t_state *t_, struct arena *a)
{
	t_str(cut(a, "en", "Skin-to-skin: don\xE2\x80\x99t rush, 2.5 kg (a_b)"),
	    "Skin|to|skin|don\xE2\x80\x99t|rush|2|5|kg|a|b",
	    "English is cut at spaces and signs, not at apostrophes");
	t_str(cut(a, "pl", "Je\xC5\xBC\xC3\xB3w, mo\xC5\xBC" "e \xC5\x82\xC4\x85ka"),
	    "Je\xC5\xBC\xC3\xB3w|mo\xC5\xBC" "e|\xC5\x82\xC4\x85ka",
	    "Polish letters belong to words");
	t_str(cut(a, "th", "\xE0\xB8\x97\xE0\xB8\xB2\xE0\xB8\xA3\xE0\xB8\x81"
	    "\xE0\xB8\xA3\xE0\xB9\x89\xE0\xB8\xAD\xE0\xB8\x87\xE0\xB9\x84"
	    "\xE0\xB8\xAB\xE0\xB9\x89"),
	    "\xE0\xB8\x97\xE0\xB8\xB2\xE0\xB8\xA3\xE0\xB8\x81|\xE0\xB8\xA3"
	    "\xE0\xB9\x89\xE0\xB8\xAD\xE0\xB8\x87\xE0\xB9\x84\xE0\xB8\xAB"
	    "\xE0\xB9\x89", "Thai is cut into words without spaces");
	t_str(cut(a, "ar", "\xD8\xB7\xD9\x81\xD9\x84\xD9\x83\xD8\x8C "
	    "\xD8\xA3\xD9\x86\xD8\xAA\xD8\x9F"),
	    "\xD8\xB7\xD9\x81\xD9\x84\xD9\x83|\xD8\xA3\xD9\x86\xD8\xAA",
	    "Arabic is cut at its own comma and question mark");
	t_str(cut(a, "en", "a\xFF\xFE" "b \xC3"), "a|b",
	    "bytes that are not UTF-8 part words and do no harm");
	t_str(cut(a, "xx-nonsense-tag", "one two"), "one|two",
	    "an unknown language is cut like any other");
	t_str(cut(a, "en", ""), "", "nothing has no words");
	t_str(cut(a, "en", "... !"), "", "signs are no words");
}

static void
claim_folds(struct t_state *t_, struct arena *a)
{
	static const struct {
		const char	*word, *folded;
	} cases[] = {
		{ "Baby\xE2\x80\x99s", "babys" },
		{ "CAF\xC3\x89", "cafe" },
		{ "Stra\xC3\x9F" "e", "strasse" },
		{ "\xC4\xB0stanbul", "istanbul" },
		{ "s\xC4\xB1k", "sik" },
		{ "\xCE\x9F\xCE\x94\xCE\x8C\xCE\xA3",
		    "\xCE\xBF\xCE\xB4\xCE\xBF\xCF\x83" },
		{ "\xD8\xB7\xD9\x90\xD9\x81\xD9\x92\xD9\x84\xD9\x8C",
		    "\xD8\xB7\xD9\x81\xD9\x84" },
		{ "\xD7\xA9\xD7\x81\xD6\xB8\xD7\x9C\xD7\x95\xD6\xB9\xD7\x9D",
		    "\xD7\xA9\xD7\x9C\xD7\x95\xD7\x9D" },
		{ "\xE0\xB8\xA3\xE0\xB9\x89\xE0\xB8\xAD\xE0\xB8\x87",
		    "\xE0\xB8\xA3\xE0\xB9\x89\xE0\xB8\xAD\xE0\xB8\x87" },
		{ "\xE0\xA4\xAC\xE0\xA4\x9A\xE0\xA5\x8D\xE0\xA4\x9A\xE0\xA4\xBE",
		    "\xE0\xA4\xAC\xE0\xA4\x9A\xE0\xA5\x8D\xE0\xA4\x9A\xE0\xA4\xBE" },
		{ "\xEF\xAC\x81ne", "fine" },
		{ "co\xC2\xADpe", "cope" },
		{ "'", "" },
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
		t_str(words_fold(a, cases[i].word), cases[i].folded,
		    arena_printf(a, "%s folds", cases[i].word));
	t_str(words_lower(a, "tr", "ISI", 3), "\xC4\xB1s\xC4\xB1",
	    "Turkish has its own lower case");
	t_str(words_lower(a, "en", "Don\xE2\x80\x99T", 7), "don't",
	    "apostrophes are straight before words are stemmed");
}

static void
claim_stems(struct t_state *t_, struct arena *a)
{
	static const struct {
		const char	*lang, *algorithm, *word;
	} cases[] = {
		{ "en-GB", "english", "holding" }, { "en", "english", "baby's" },
		{ "de-CH", "german", "h\xC3\xA4user" },
		{ "fr", "french", "allaitement" },
		{ "ru", "russian", "\xD0\xB4\xD0\xB5\xD1\x82\xD0\xB8" },
		{ "ar", "arabic", "\xD8\xA7\xD9\x84\xD8\xB7\xD9\x81\xD9\x84" },
		{ "nb-NO", "norwegian", "barnet" },
	};
	static const char *const tags[] = { "ca", "da", "el", "es", "eu", "fi",
	    "ga", "hi", "hu", "hy", "id", "it", "lt", "ne", "nl", "nn", "no",
	    "pt", "ro", "sr", "sv", "ta", "tr", "yi" };
	struct stems *s;
	struct sb_stemmer *own;
	const char *want;

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		s = stems_open(cases[i].lang);
		own = sb_stemmer_new(cases[i].algorithm, NULL);
		want = (const char *)sb_stemmer_stem(own, (const sb_symbol *)
		    cases[i].word, (int)strlen(cases[i].word));
		t_str(stems_of(s, a, cases[i].word), want, arena_printf(a,
		    "%s in %s has libstemmer's stem", cases[i].word,
		    cases[i].lang));
		sb_stemmer_delete(own);
		stems_close(s);
	}
	for (size_t i = 0; i < sizeof(tags) / sizeof(tags[0]); i++) {
		s = stems_open(tags[i]);
		t_str(stems_of(s, a, "q"), "q", arena_printf(a,
		    "%s has an algorithm", tags[i]));
		stems_close(s);
	}
	s = stems_open("pl");
	t_str(stems_of(s, a, "dzieckiem"), "dzieckiem",
	    "a language without an algorithm keeps its words");
	stems_close(s);
	s = stems_open("e");
	t_str(stems_of(s, a, "holding"), "holding", "so does nonsense");
	stems_close(s);
}

static int
order_of(struct arena *a, const char *lang, const char *x, const char *y)
{
	struct word_order *o = word_order_open(lang);
	int order;

	order = strcmp(word_order_key(o, a, x), word_order_key(o, a, y));
	word_order_close(o);
	return order < 0 ? -1 : order > 0;
}

/* The letter of "s" in "lang", or "none". */
static const char *
letter(struct arena *a, const char *lang, const char *s)
{
	struct word_order *o = word_order_open(lang);
	const char *name;
	int32_t primary;

	name = word_order_letter(o, a, s, &primary);
	word_order_close(o);
	return name != NULL && primary != 0 ? name : "none";
}

static void
claim_order(struct t_state *t_, struct arena *a)
{
	t_int(order_of(a, "de", "\xC3\x84hnlich", "Zeit"), -1,
	    "a German umlaut stands with its letter");
	t_int(order_of(a, "sv", "\xC3\xA4ta", "zon"), 1,
	    "in Swedish it stands behind Z");
	t_int(order_of(a, "en", "Week 9", "Week 10"), -1,
	    "numbers stand by their value");
	t_int(order_of(a, "en", "\xE2\x80\x9CSleep\xE2\x80\x9D", "rest"), 1,
	    "quotation marks do not count");
	t_str(letter(a, "de", "\xC3\x84hnlich"), "A",
	    "a German umlaut has the letter of its vowel");
	t_str(letter(a, "sv", "\xC3\xA4ta"), "\xC3\x84",
	    "in Swedish it is a letter of its own");
	t_str(letter(a, "cs", "chlad"), "Ch", "Ch is one letter in Czech");
	t_str(letter(a, "en", "chair"), "C", "and two in English");
	t_str(letter(a, "pl", "\xC5\x82\xC3\xB3\xC5\xBCko"), "\xC5\x81",
	    "Polish L with a stroke is a letter of its own");
	t_str(letter(a, "fr", "\xC3\x89l\xC3\xA8ve"), "E",
	    "a French accent is not");
	t_str(letter(a, "en", "\xE2\x80\x9Csleep\xE2\x80\x9D"), "S",
	    "quotation marks are no letter");
	t_str(letter(a, "en", "10 minutes"), "0\xE2\x80\x93" "9",
	    "digits share a letter");
	t_str(letter(a, "th", "\xE0\xB9\x80\xE0\xB8\x94\xE0\xB9\x87\xE0\xB8\x81"),
	    "\xE0\xB8\x94", "a Thai vowel before its consonant is passed");
	t_str(letter(a, "ko", "\xEC\x95\x84\xEA\xB8\xB0"), "\xE1\x84\x8B",
	    "a Hangul syllable stands under its first letter");
	t_str(letter(a, "zh", "\xE5\xAE\x9D\xE5\xAE\x9D"), "none",
	    "Han characters have no alphabet");
	t_str(letter(a, "en", "?!"), "none", "signs have none either");
	t_str(letter(a, "en", ""), "none", "nor has nothing");
	t_str(letter(a, "en", "\xFF\xFE"), "none", "nor bytes that are no text");
}

T_MAIN
{
	struct arena *a = arena_new();

	claim_breaks(t_, a);
	claim_folds(t_, a);
	claim_stems(t_, a);
	claim_order(t_, a);
	arena_free(a);
}
