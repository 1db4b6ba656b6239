/* SPDX-License-Identifier: MIT */
/*
 * Random texts of many scripts with everything that is awkward in Unicode, at
 * random measures: all text is there once, lines tile it, only what cannot be
 * broken is too wide, and the same text gives the same lines.
 */
#include "base/utf8.h"
#include "t.h"
#include "type/breaks.h"
#include "type/hyphen.h"
#include "type_world.h"

#ifdef BIFOLIO_SANITIZED
#define ROUNDS	300
#else
#define ROUNDS	3000
#endif

static const char *const pieces[] = {
	"a", "i", "ffi", "AV", "To ", "milk ", "skin-to-skin", " ", " ", " ",
	"  ", "\n", ".", ",", "(", ")", "[", "\"", "10 mg ", "0800 123 4567",
	"23 November 2026", "\xC2\xA0", "\xE2\x80\xAF", "\xC2\xAD", "/", "-",
	"\xE2\x80\x94", "\xE2\x80\x8B", "\xE2\x80\x8D", "\xE2\x80\x8C",
	"e\xCC\x81", "\xCC\x87", "\xC5\xBC", "\xD0\x96\xD0\xB8", "\t",
	"\xD7\x90\xD7\x91", "\xD7\x9C\xD7\x95\xD6\xB9", "\xD8\xB3\xD9\x84",
	"\xD8\xA7\xD9\x84\xD9\x84\xD9\x87", "\xD9\x8E", "12", "\xD9\xA3",
	"\xE0\xA4\x95\xE0\xA5\x8D\xE0\xA4\xB7\xE0\xA4\xBF", "\xE0\xA4\xBF",
	"\xE0\xA4\xB0\xE0\xA5\x8D", "\xE0\xB8\xAA\xE0\xB8\xA7\xE0\xB8\xB1",
	"\xE0\xB8\x99\xE0\xB9\x89\xE0\xB8\xB3", "\xE2\x80\x8F", "\xE2\x80\xAB",
	"\xE2\x80\xAC", "\xE2\x81\xA7", "\xE2\x81\xA9", "\xE3\x80\x80",
	"\xE2\x80\x83", "supercalifragilistic", "understanding",
	"affluently ", ("\xC2\xB0" "C"), "%",
};

static uint32_t
next(uint64_t *state)
{
	*state = *state * 6364136223846793005U + 1442695040888963407U;
	return (uint32_t)(*state >> 33);
}

static void
random_text(uint64_t *state, struct buf *b)
{
	uint32_t count;

	buf_clear(b);
	count = 1 + next(state) % 60;
	for (uint32_t i = 0; i < count; i++)
		buf_puts(b, pieces[next(state) %
		    (sizeof(pieces) / sizeof(pieces[0]))]);
}

static void
random_spans(uint64_t *state, struct world *w, struct type_span spans[4])
{
	size_t at;

	memset(spans, 0, 4 * sizeof(spans[0]));
	at = 0;
	for (int i = 0; i < 4; i++) {
		style_init(w, &spans[i].style);
		spans[i].style.tag = (uint32_t)i % 3;
		spans[i].style.keep = next(state) % 4 == 0;
		spans[i].style.lang = next(state) % 3 == 0 ? "th" : "en";
		spans[i].style.size = DIM_PT * (dim)(10 + next(state) % 2);
		spans[i].start = at;
		at += next(state) % (w->text.len - at + 1);
		while (at < w->text.len && ((unsigned char)w->text.bytes[at] &
		    0xC0) == 0x80)
			at++;
		if (i == 3)
			at = w->text.len;
		spans[i].end = at;
	}
	w->text.spans = spans;
	w->text.span_count = 4;
}

/* Does every line that is too wide hold two clusters at most? */
static bool
overfull_is_one_cluster(const struct world *w)
{
	for (size_t l = 0; l < w->lines.count; l++) {
		const struct type_line *line = &w->lines.lines[l];
		size_t clusters = 0;

		if (line->width <= w->measure.width - line->indent)
			continue;
		for (size_t r = 0; r < line->run_count; r++) {
			const struct type_run *run = &line->runs[r];

			for (size_t g = 0; g < run->glyph_count; g++) {
				uint32_t c;

				if (run->glyphs[g].text_len == 0)
					continue;
				utf8_decode(run->text +
				    run->glyphs[g].text_start,
				    run->glyphs[g].text_len, &c);
				clusters += break_class_of(c) == BREAK_WORD &&
				    run->glyphs[g].advance > 0;
			}
		}
		if (clusters > 2)
			return false;
	}
	return true;
}

T_MAIN
{
	size_t whole, tiled, narrow, same;
	struct type_lines before;
	struct type_span spans[4];
	struct arena *fonts_arena;
	struct hyphens *hyphens;
	struct world w;
	uint64_t state;
	struct buf b;

	world_init(&w);
	fonts_arena = w.a;
	buf_init(&b);
	hyphens = hyphens_new();
	t_ok(hyphens_open(hyphens, "en-GB", HYPHENS_FOLDER, &b),
	    "there are patterns for English");
	state = 2026;
	whole = tiled = narrow = same = 0;
	for (int i = 0; i < ROUNDS; i++) {
		w.a = arena_new();
		w.dl = diag_list_new(w.a);
		random_text(&state, &b);
		memset(&w.text, 0, sizeof(w.text));
		w.text.bytes = b.data;
		w.text.len = b.len;
		w.text.right_to_left = next(&state) % 3 == 0;
		random_spans(&state, &w, spans);
		w.measure.width = DIM_PT * (dim)(20 + next(&state) % 300);
		w.measure.indent = next(&state) % 3 == 0 ? DIM_PT * 8 : 0;
		w.measure.first_indent = next(&state) % 3 == 0 ? DIM_PT * 6 : 0;
		w.measure.setting = next(&state) % 3 == 0 ? TYPE_JUSTIFIED :
		    TYPE_RAGGED;
		w.measure.hyphens = next(&state) % 2 == 0 ? hyphens : NULL;
		type_paragraph(w.a, w.dl, &w.text, &w.measure, &w.lines);
		before = w.lines;
		type_paragraph(w.a, w.dl, &w.text, &w.measure, &w.lines);
		whole += text_is_whole(&w);
		tiled += lines_add_up(&w);
		narrow += overfull_is_one_cluster(&w);
		same += before.count == w.lines.count &&
		    before.demerits == w.lines.demerits;
		arena_free(w.a);
	}
	t_int(whole, ROUNDS, "every byte is the text of one glyph");
	t_int(tiled, ROUNDS, "lines tile the text and runs add up");
	/* Letters that join or kern may be wider when a word is cut. */
	t_ok(narrow >= ROUNDS - ROUNDS / 100,
	    "what can be broken is hardly ever too wide");
	t_int(same, ROUNDS, "the same text gives the same lines");
	buf_release(&b);
	hyphens_free(hyphens);
	w.a = fonts_arena;
	world_release(&w);
}
