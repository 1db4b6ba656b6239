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
	buf_release(&out);
}
