/* SPDX-License-Identifier: MIT */
/*
 * Where lines may end: "|" in an expected text is a break that is allowed,
 * "_" one that is kept together unless unavoidable.
 */
#include "type/breaks.h"

#include "base/arena.h"
#include "base/buf.h"
#include "t.h"
#include "type/itemise.h"
#include "type/paragraph.h"

static struct arena *
marked(const char *s, const char *lang, bool keep, struct buf *out)
{
	struct type_items items;
	struct type_span span;
	struct type_text text;
	struct arena *a;

	a = arena_new();
	memset(&span, 0, sizeof(span));
	memset(&text, 0, sizeof(text));
	text.bytes = s;
	text.len = span.end = strlen(s);
	text.spans = &span;
	text.span_count = 1;
	span.style.lang = lang;
	span.style.keep = keep;
	itemise(a, &text, &items);
	breaks_keep(&text, items.marks);
	buf_clear(out);
	for (size_t i = 0; i < text.len; i++) {
		if ((items.marks[i] & MARK_BREAK) != 0)
			buf_putc(out, '|');
		if ((items.marks[i] & MARK_KEPT) != 0)
			buf_putc(out, '_');
		buf_putc(out, s[i]);
	}
	return a;
}

T_MAIN
{
	static const struct {
		const char *text, *want, *claim;
	} cases[] = {
		{ "skin-to-skin contact", "skin-|to-|skin |contact",
		    "a line may end after a hyphen in a word" },
		{ "take 10 mg now", "take |10 _mg |now",
		    "a number keeps its unit" },
		{ "10 minutes, 2 cups", "10 |minutes, |2 |cups",
		    "other words are not units" },
		{ "at 7 am, 38.5 \xC2\xB0""C. I am", "at |7 _am, |38.5 _"
		    "\xC2\xB0""C. |I |am", "am is a unit after a number only" },
		{ "5 mg/day (30 ml)", "5 _mg/|day |(30 _ml)",
		    "units in brackets and before a slash count" },
		{ "at 10 a.m., or", "at |10 _a.m., |or",
		    "abbreviations keep their stops" },
		{ "ring 0800 123 4567.", "ring |0800 _123 _4567.",
		    "a phone number stays whole" },
		{ "+44 (0)20 7946 0018, free", "+44 _(0)20 _7946 _0018, |free",
		    "with country code and brackets" },
		{ "116 123 is free", "116 _123 |is |free",
		    "so does a short one" },
		{ "1 2 3 4 5 6 7 8 9 10", "1 |2 |3 |4 |5 |6 |7 |8 |9 |10",
		    "a row of numbers is no phone number" },
		{ "4 5 or", "4 |5 |or", "nor are two digits" },
		{ "on 23 November 2026 we", "on |23 _November _2026 |we",
		    "a date stays whole" },
		{ "on 3rd May, I", "on |3rd _May, |I",
		    "a day keeps its month" },
		{ "November 23, 2026", "November _23, _2026",
		    "in either order" },
		{ "you may 5", "you |may |5", "may is a verb" },
		{ "12.5 pt, 3 a.m.", "12.5 _pt, |3 _a.m.",
		    "points and small hours are units" },
		{ "dnia 3 maja 2026 r.", "dnia |3 _maja _2026 |r.",
		    "dates are known in any language by their form" },
		{ "am 3. Mai 2026", "am |3. _Mai _2026",
		    "with a stop behind the day" },
		{ "el 3 de mayo de 2026.", "el |3 _de _mayo _de _2026.",
		    "with small words between" },
		{ "3 cups 2026", "3 _cups _2026",
		    "what looks like a date is kept, too" },
		{ "13 or 2 de trop", "13 |or |2 |de |trop", "no year, no date" },
		{ "\xD9\xA1\xD9\xA0 mg", "\xD9\xA1\xD9\xA0 _mg",
		    "Arabic figures keep their unit" },
		{ "warm \xE2\x80\x93 close", "warm _\xE2\x80\x93 |close",
		    "a dash stays with the word before it" },
		{ "warm\xE2\x80\x94""close", "warm_\xE2\x80\x94|close",
		    "also without spaces" },
		{ "\xE2\x80\x94""Ven \xE2\x80\x94""dijo", "\xE2\x80\x94"
		    "_Ven |\xE2\x80\x94""_dijo",
		    "a dash that opens stays with the word behind it" },
		{ "the baby\xE2\x80\x99s \xE2\x80\x9Cyes\xE2\x80\x9D",
		    "the |baby\xE2\x80\x99s |\xE2\x80\x9Cyes\xE2\x80\x9D",
		    "no line ends at an apostrophe or inside quotes' edge" },
		{ "a\xC2\xA0""b c\xE2\x80\xAF""d", "a\xC2\xA0""b |c\xE2\x80\xAF"
		    "d", "no-break spaces do not break" },
		{ "\xE0\xB8\xAA\xE0\xB8\xA7\xE0\xB8\xB1\xE0\xB8\xAA\xE0\xB8\x94"
		    "\xE0\xB8\xB5\xE0\xB8\x84\xE0\xB8\xA3\xE0\xB8\xB1\xE0\xB8"
		    "\x9A", "\xE0\xB8\xAA\xE0\xB8\xA7\xE0\xB8\xB1\xE0\xB8\xAA"
		    "\xE0\xB8\x94\xE0\xB8\xB5|\xE0\xB8\x84\xE0\xB8\xA3\xE0\xB8"
		    "\xB1\xE0\xB8\x9A", "Thai breaks between words" },
	};
	struct buf out;

	buf_init(&out);
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		arena_free(marked(cases[i].text, "en", false, &out));
		t_str(out.data, cases[i].want, cases[i].claim);
	}
	arena_free(marked("call us now", "en-GB", true, &out));
	t_str(out.data, "call _us _now", "a kept span is not broken");
	arena_free(marked("bad \xFF\xFE bytes", NULL, false, &out));
	t_ok(out.len > 10, "bytes that are no UTF-8 do no harm");
	arena_free(marked("x y", "not a language!", false, &out));
	t_str(out.data, "x |y", "nor does a language that is none");
	arena_free(marked("ja i ty, a (z nim)", "pl", false, &out));
	t_str(out.data, "ja |i _ty, |a _(z _nim)",
	    "a Polish line ends in no word of one letter");
	arena_free(marked("I a b", "en-GB", false, &out));
	t_str(out.data, "I |a |b", "an English one may");
	arena_free(marked("\xC2\xAB oui \xC2\xBB, dit-il ?", "fr-CA", false,
	    &out));
	t_str(out.data, "\xC2\xAB _oui _\xC2\xBB, |dit-|il ?",
	    "French spaces inside guillemets hold");
	arena_free(marked("\xC2\xAB\xE2\x80\xAFoui\xE2\x80\xAF\xC2\xBB",
	    "fr", false, &out));
	t_ok(strchr(out.data, '|') == NULL, "narrow ones do by themselves");
	buf_release(&out);
}
