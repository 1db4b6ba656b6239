/* SPDX-License-Identifier: MIT */
/*
 * Paragraphs of real text in the default face: every byte is in one glyph, no
 * line is too wide, bidi and fall-back order, forced breaks, things that must
 * stay on one line.
 */
#include "type/paragraph.h"

#include <stdlib.h>
#include <time.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "t.h"
#include "type/font.h"
#include "type_world.h"

static const char prose[] =
    "Babies cry. It is how they tell you that they are hungry, tired, too "
    "warm, or simply that they want you near. You cannot spoil a newborn by "
    "holding her too much: skin-to-skin contact calms her breathing, keeps "
    "her warm and helps milk to come. On hard days, put the baby down "
    "somewhere safe, close the door, and take ten slow breaths. Then ring "
    "someone. You are not failing, and you are not alone with this.";

/* Does line "i" show exactly "want", trailing space included? */
static bool
line_is(const struct world *w, size_t i, const char *want)
{
	const struct type_line *line = &w->lines.lines[i];
	size_t len = line->end - line->start;

	if (i >= w->lines.count)
		return false;
	if (len == strlen(want) &&
	    memcmp(w->text.bytes + line->start, want, len) == 0)
		return true;
	printf("# line %zu: \"%.*s\"\n", i, (int)len,
	    w->text.bytes + line->start);
	return false;
}

static void
test_prose(struct t_state *t_, struct world *w)
{
	dim shortest;

	set(w, prose);
	t_ok(w->lines.count > 5, "prose takes several lines");
	t_ok(text_is_whole(w), "every byte of prose is in one glyph");
	t_ok(lines_add_up(w), "lines tile the text and runs add up");
	t_int(w->lines.overfull, 0, "no line of prose is overfull");
	shortest = w->measure.width;
	for (size_t i = 0; i + 1 < w->lines.count; i++) {
		if (w->lines.lines[i].width < shortest)
			shortest = w->lines.lines[i].width;
	}
	t_ok(shortest > w->measure.width * 3 / 4, "the rag is even");
	t_ok(w->lines.lines[w->lines.count - 1].width >
	    w->measure.width / 5, "the last line is no single short word");
	t_ok(w->lines.lines[w->lines.count - 1].forced &&
	    !w->lines.lines[0].forced, "only the last line is forced");
	set(w, "Hello.");
	t_int(w->lines.count, 1, "one word is one line");
	t_int(w->lines.lines[0].width, type_width(w->a, w->dl, &w->text),
	    "a line is as wide as type_width says");
	set(w, "");
	t_int(w->lines.count, 0, "an empty text has no lines");
}

static void
test_breaks(struct t_state *t_, struct world *w)
{
	set(w, "Name\nDate \n\nPlace\n");
	t_int(w->lines.count, 4, "newlines force lines, the last none");
	t_ok(line_is(w, 1, "Date \n"), "the newline belongs to its line");
	t_ok(line_is(w, 2, "\n"), "an empty line is kept");
	t_int(w->lines.lines[2].width, 0, "an empty line has no width");
	t_ok(text_is_whole(w), "spaces before a newline are kept");
	t_ok(lines_add_up(w), "forced lines add up");
	set(w, "\n");
	t_int(w->lines.count, 1, "a lone newline is one empty line");
	set(w, "a\tb");
	t_ok(text_is_whole(w), "a tab is drawn as a space");

	w->measure.width = DIM_MM(20);
	set(w, "Donaudampfschifffahrtsgesellschaft");
	t_ok(w->lines.count > 2, "a word wider than the measure is broken");
	t_int(w->lines.overfull, 0, "its pieces fit");
	t_ok(text_is_whole(w) && lines_add_up(w), "no letter is lost");
	w->measure.width = DIM_MM(42);
	set(w, "Call 0800 123 4567, or on 23 November 2026, take 10 mg "
	    "of it at 7 am.");
	for (size_t i = 0; i < w->lines.count; i++) {
		size_t end = w->lines.lines[i].end;
		const char *s = w->text.bytes;

		if (end == w->text.len)
			break;
		t_ok(end < 2 || s[end - 1] != ' ' || s[end - 2] < '0' ||
		    s[end - 2] > '9', "no line ends after a tied number");
	}
	w->measure.width = DIM_MM(1);
	set(w, "ab cd");
	t_int(w->lines.count, 4, "one letter a line is the least");
	t_ok(text_is_whole(w) && lines_add_up(w), "even then all is there");
	w->measure.width = 0;
	set(w, "ab cd");
	t_ok(w->lines.count == 4 && w->lines.overfull == 4,
	    "a measure of nothing gives overfull lines, no hang");
	w->measure.width = DIM_MM(117);
}

static void
test_soft_hyphen(struct t_state *t_, struct world *w)
{
	const struct type_run *run;
	const struct type_glyph *last;
	dim unbroken;

	w->measure.width = DIM_MM(33);
	set(w, "Neben der Donaudampf\xC2\xADschifffahrt");
	w->measure.width = DIM_MM(117);
	t_ok(w->lines.count == 3, "a soft hyphen is a place to break");
	run = &w->lines.lines[1].runs[w->lines.lines[1].run_count - 1];
	last = &run->glyphs[run->glyph_count - 1];
	t_ok(last->advance > 0 && last->text_len == 2,
	    "it is shown there, with its own text");
	t_ok(text_is_whole(w) && lines_add_up(w), "and all adds up");
	set(w, "schifffahrt");
	unbroken = w->lines.lines[0].width;
	set(w, "schiff\xC2\xAD""fahrt");
	t_int(w->lines.lines[0].width, unbroken,
	    "within a line it has no width");
}

static size_t
glyphs_of(const struct world *w)
{
	const struct type_line *line = &w->lines.lines[0];
	size_t count = 0;

	for (size_t i = 0; i < line->run_count; i++)
		count += line->runs[i].glyph_count;
	return count;
}

static void
test_bidi(struct t_state *t_, struct world *w)
{
	const struct type_line *line;

	/* "abc " alef bet gimel " def" */
	set(w, "abc \xD7\x90\xD7\x91\xD7\x92 def");
	line = &w->lines.lines[0];
	t_int(line->run_count, 3, "Hebrew in English makes three runs");
	t_ok(line->runs[1].right_to_left && line->runs[1].font == w->fonts[1],
	    "the Hebrew run is from right to left, in its font");
	t_int(line->runs[1].glyphs[0].text_start, 8,
	    "its last letter is its first glyph");
	t_ok(text_is_whole(w) && lines_add_up(w), "bidi text adds up");

	/* "a " isolate "b" end "." */
	set(w, "a \xE2\x81\xA8" "b\xE2\x81\xA9.");
	t_int(glyphs_of(w), 4, "marks of direction have no glyph");
	t_ok(text_is_whole(w) && lines_add_up(w), "and nothing else is lost");

	w->measure.width = DIM_MM(20);
	w->text.right_to_left = true;
	w->text.bytes = "\xD7\x90\xD7\x91\xD7\x92 \xD7\x90\xD7\x91\xD7\x92 "
	    "abc 12 \xD7\x90\xD7\x91\xD7\x92 \xD7\x90\xD7\x91\xD7\x92 "
	    "\xD7\x90\xD7\x91\xD7\x92";
	w->text.len = w->span.end = strlen(w->text.bytes);
	type_paragraph(w->a, w->dl, &w->text, &w->measure, &w->lines);
	w->measure.width = DIM_MM(117);
	t_ok(w->lines.count > 1 && text_is_whole(w) && lines_add_up(w),
	    "lines from right to left add up");
	line = &w->lines.lines[0];
	t_ok(line->runs[0].x < 0 && line->runs[0].glyphs[0].advance ==
	    -line->runs[0].x, "their trailing space hangs out on the left");
}

/* What stands in pages is turned round letter by letter. */
static void
test_pieces_from_right(struct t_state *t_, struct world *w)
{
	const struct type_run *run;

	/* lam alef, one glyph */
	set(w, "\xD9\x84\xD8\xA7");
	run = &w->lines.lines[0].runs[0];
	t_int(run->glyph_count, 2, "a ligature has a glyph for each letter");
	t_ok(run->glyphs[0].text_start == 2 && run->glyphs[1].text_start == 0,
	    "the last letter's on the left");
	t_ok(run->glyphs[0].advance > 0 && run->glyphs[1].advance == 0,
	    "and all of its width");
	t_ok(text_is_whole(w) && lines_add_up(w), "nothing is lost");

	w->text.right_to_left = true;
	w->text.bytes = "\xD7\x90 (5 %).";
	w->text.len = w->span.end = strlen(w->text.bytes);
	type_paragraph(w->a, w->dl, &w->text, &w->measure, &w->lines);
	run = w->lines.lines[0].runs;
	t_ok(run[0].glyph_count == 1 && run[0].glyphs[0].text_start == 8 &&
	    run[1].glyph_count == 1 && run[1].glyphs[0].text_start == 7,
	    "each sign from right to left is a run");
	t_ok(text_is_whole(w) && lines_add_up(w), "and nothing is lost");
}

static void
test_fallback(struct t_state *t_, struct world *w)
{
	/* Arabic with vowels; Devanagari ksha + i; Thai. */
	set(w, "salaam \xD8\xB3\xD9\x8E\xD9\x84\xD8\xA7\xD9\x85 "
	    "\xE0\xA4\x95\xE0\xA5\x8D\xE0\xA4\xB7\xE0\xA4\xBF "
	    "\xE0\xB8\xAA\xE0\xB8\xA7\xE0\xB8\xB1\xE0\xB8\xAA"
	    "\xE0\xB8\x94\xE0\xB8\xB5");
	t_ok(text_is_whole(w) && lines_add_up(w),
	    "four scripts on one line add up");
	t_int(diag_count(w->dl, DIAG_ERROR), 0, "all were found");
	/* e + combining acute, o + 40 combining dots */
	set(w, "cafe\xCC\x81");
	t_ok(w->lines.lines[0].run_count == 1 && text_is_whole(w),
	    "a decomposed letter is in the first font");
	set(w, "smile \xF0\x9F\x98\x80 \xF0\x9F\x98\x80 end");
	t_int(diag_count(w->dl, DIAG_ERROR), 1,
	    "a character that no font has is one error");
	t_str(diag_nth(w->dl, 0)->id, "glyph-missing", "with its id");
	t_ok(strstr(diag_nth(w->dl, 0)->text, "U+1F600 GRINNING FACE") != NULL,
	    "and its name");
	t_ok(lines_add_up(w), "there is no .notdef");
}

static void
test_spans(struct t_state *t_, struct world *w)
{
	struct type_span spans[3];
	const struct font *bold[1];
	const struct type_line *line;

	bold[0] = w->fonts[5];
	for (int i = 0; i < 3; i++) {
		style_init(w, &spans[i].style);
		spans[i].style.tag = (uint32_t)i;
	}
	spans[1].style.fonts = bold;
	spans[1].style.font_count = 1;
	w->text.bytes = "one two three";
	w->text.len = 13;
	w->text.right_to_left = false;
	spans[0].start = 0;
	spans[0].end = spans[1].start = 4;
	spans[1].end = spans[2].start = 7;
	spans[2].end = 13;
	w->text.spans = spans;
	w->text.span_count = 3;
	type_paragraph(w->a, w->dl, &w->text, &w->measure, &w->lines);
	line = &w->lines.lines[0];
	t_int(line->run_count, 3, "three spans make three runs");
	t_ok(line->runs[1].tag == 1 && line->runs[1].font == w->fonts[5],
	    "with their tags and fonts");
	t_ok(text_is_whole(w) && lines_add_up(w), "and add up");

	w->text.bytes = "aaa bbb ccc ddd";
	w->text.len = 15;
	spans[0].end = spans[1].start = 4;
	spans[1].end = spans[2].start = 11;
	spans[1].style.keep = true;
	spans[2].end = 15;
	for (int mm = 12; mm < 40; mm++) {
		w->measure.width = DIM_MM(mm);
		type_paragraph(w->a, w->dl, &w->text, &w->measure, &w->lines);
		for (size_t i = 0; i < w->lines.count; i++) {
			if (w->lines.lines[i].end == 8 && mm > 18)
				t_ok(false, "a kept span is not broken");
		}
		if (w->lines.overfull > 0)
			t_ok(false, "a kept span that is too wide is broken");
	}
	w->measure.width = DIM_MM(117);
}

static void
test_justified(struct t_state *t_, struct world *w)
{
	bool even;

	w->measure.setting = TYPE_JUSTIFIED;
	w->measure.first_indent = DIM_MM(5);
	set(w, prose);
	even = true;
	for (size_t i = 0; i + 1 < w->lines.count; i++)
		even = even && w->lines.lines[i].width ==
		    w->measure.width - w->lines.lines[i].indent;
	t_ok(even, "justified lines fill the measure to the last unit");
	t_ok(text_is_whole(w) && lines_add_up(w), "and add up");
	w->measure.setting = TYPE_RAGGED;
	w->measure.first_indent = 0;
}

static void
test_hostile(struct t_state *t_, struct world *w)
{
	struct timespec before, after;
	struct buf b;
	long ms;

	buf_init(&b);
	clock_gettime(CLOCK_MONOTONIC, &before);
	buf_puts(&b, "o");
	for (int i = 0; i < 80000; i++)
		buf_puts(&b, "\xCC\x87");
	set(w, b.data);
	t_ok(lines_add_up(w), "80,000 marks on a letter are survived");
	buf_clear(&b);
	for (int i = 0; i < 10000; i++)
		buf_putc(&b, 'a');
	set(w, b.data);
	t_ok(text_is_whole(w) && lines_add_up(w) && w->lines.count > 100,
	    "a word of 10,000 letters is broken between them");
	t_int(w->lines.overfull, 0, "into lines that fit");
	t_int(w->lines.overfull_by, 0, "by nothing");
	t_ok(w->lines.torn_count == 1 && w->lines.torn[0] == 0,
	    "and is noted once");
	set(w, "a b");
	t_ok(w->lines.torn_count == 0, "words that fit are not");
	w->measure.width = 2 * DIM_PT;
	set(w, "iW");
	t_ok(w->lines.overfull == 2 && w->lines.overfull_by ==
	    w->lines.lines[1].width - 2 * DIM_PT,
	    "the widest line says by how much it sticks out");
	w->measure.width = DIM_MM(117);
	buf_clear(&b);
	for (int i = 0; i < 2500; i++)
		buf_puts(&b, prose);
	set(w, b.data);
	t_ok(text_is_whole(w) && lines_add_up(w), "a million letters add up");
	t_int(w->lines.overfull, 0, "in lines that fit");
	buf_clear(&b);
	for (int i = 0; i < 300000; i++)
		buf_putc(&b, (char)('a' + i % 26));
	set(w, b.data);
	t_ok(text_is_whole(w) && lines_add_up(w), "so does one long word");
	buf_clear(&b);
	for (int i = 0; i < 100000; i++)
		buf_puts(&b, "1 ");
	set(w, b.data);
	t_ok(lines_add_up(w), "and a long row of numbers");
	clock_gettime(CLOCK_MONOTONIC, &after);
	ms = (after.tv_sec - before.tv_sec) * 1000 +
	    (after.tv_nsec - before.tv_nsec) / 1000000;
	printf("# hostile texts: %ld ms\n", ms);
#ifndef BIFOLIO_SANITIZED
	t_ok(ms < 20000, "time does not explode");
#endif
	buf_release(&b);
}

T_MAIN
{
	struct world w;

	world_init(&w);
	test_prose(t_, &w);
	test_breaks(t_, &w);
	test_soft_hyphen(t_, &w);
	test_bidi(t_, &w);
	test_pieces_from_right(t_, &w);
	test_fallback(t_, &w);
	test_spans(t_, &w);
	test_justified(t_, &w);
	test_hostile(t_, &w);
	world_release(&w);
}
