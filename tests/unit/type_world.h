/* SPDX-License-Identifier: MIT */
/*
 * What tests of paragraphs share: five scripts' fonts, a text in one style, and
 * two claims that hold for the lines of every text.
 */
#ifndef TESTS_TYPE_WORLD_H
#define TESTS_TYPE_WORLD_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/utf8.h"
#include "type/font.h"
#include "type/paragraph.h"

#define ANDIKA		"/usr/share/fonts/truetype/andika/Andika-Regular.ttf"
#define ANDIKA_BOLD	"/usr/share/fonts/truetype/andika/Andika-Bold.ttf"
#define NOTO		"/usr/share/fonts/truetype/noto/"

#define SIZE		(DIM_PT * 25 / 2)

struct world {
	struct arena		*a;
	struct diag_list	*dl;
	struct font		*fonts[6];
	const struct font	*list[6];
	struct type_span	 span;
	struct type_text	 text;
	struct type_measure	 measure;
	struct type_lines	 lines;
};

static inline void
world_init(struct world *w)
{
	static const char *const paths[] = {
		ANDIKA, NOTO "NotoSansHebrew-Regular.ttf",
		NOTO "NotoSansArabic-Regular.ttf",
		NOTO "NotoSansDevanagari-Regular.ttf",
		NOTO "NotoSansThai-Regular.ttf", ANDIKA_BOLD,
	};
	struct buf why;

	memset(w, 0, sizeof(*w));
	w->a = arena_new();
	w->dl = diag_list_new(w->a);
	buf_init(&why);
	for (size_t i = 0; i < 6; i++) {
		w->fonts[i] = font_load(paths[i], 0, &why);
		if (w->fonts[i] == NULL) {
			printf("Bail out! %s\n", why.data);
			exit(1);
		}
		w->list[i] = w->fonts[i];
	}
	buf_release(&why);
	w->measure.width = DIM_MM(117);
}

static inline void
world_release(struct world *w)
{
	for (size_t i = 0; i < 6; i++)
		font_free(w->fonts[i]);
	arena_free(w->a);
}

static inline void
style_init(const struct world *w, struct type_style *style)
{
	memset(style, 0, sizeof(*style));
	style->fonts = w->list;
	style->font_count = 5;
	style->size = SIZE;
	style->lang = "en-GB";
}

/* Sets "s" as one span with the world's measure. */
static inline void
set(struct world *w, const char *s)
{
	memset(&w->text, 0, sizeof(w->text));
	w->text.bytes = s;
	w->text.len = strlen(s);
	w->span.start = 0;
	w->span.end = w->text.len;
	style_init(w, &w->span.style);
	w->text.spans = &w->span;
	w->text.span_count = 1;
	type_paragraph(w->a, w->dl, &w->text, &w->measure, &w->lines);
}

/* Marks of direction, three bytes each, which lines do not draw. */
static inline bool
is_direction_mark(uint32_t c)
{
	return c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) ||
	    (c >= 0x2066 && c <= 0x2069);
}

/* Is every byte of the text, newlines aside, the text of exactly one glyph, and
 * of those of marks of direction of one at most? */
static inline bool
text_is_whole(const struct world *w)
{
	unsigned char *seen;
	bool whole;

	seen = mem_calloc(w->text.len + 1, 1);
	for (size_t l = 0; l < w->lines.count; l++) {
		const struct type_line *line = &w->lines.lines[l];

		for (size_t r = 0; r < line->run_count; r++) {
			const struct type_run *run = &line->runs[r];

			for (size_t g = 0; g < run->glyph_count; g++) {
				const struct type_glyph *glyph;

				glyph = &run->glyphs[g];
				for (uint32_t k = 0; k < glyph->text_len; k++)
					seen[glyph->text_start + k]++;
			}
		}
	}
	whole = true;
	for (size_t i = 0, step; i < w->text.len; i += step) {
		uint32_t c;

		step = utf8_decode(w->text.bytes + i, w->text.len - i, &c);
		if (is_direction_mark(c)) {
			whole = whole && seen[i] <= 1;
			continue;
		}
		for (size_t k = i; k < i + step; k++)
			whole = whole && seen[k] == (c != '\n');
	}
	free(seen);
	return whole;
}

/* Do lines tile the text, runs stand side by side, widths add up? */
static inline bool
lines_add_up(const struct world *w)
{
	size_t start;

	start = 0;
	for (size_t l = 0; l < w->lines.count; l++) {
		const struct type_line *line = &w->lines.lines[l];
		dim x;

		if (line->start != start)
			return false;
		start = line->end;
		x = line->run_count > 0 ? line->runs[0].x : 0;
		for (size_t r = 0; r < line->run_count; r++) {
			const struct type_run *run = &line->runs[r];
			dim width = 0;

			for (size_t g = 0; g < run->glyph_count; g++) {
				width += run->glyphs[g].advance;
				if (run->glyphs[g].id == 0)
					return false;
			}
			if (run->x != x || run->width != width)
				return false;
			x += width;
		}
		if (line->width > x)
			return false;
	}
	return start == w->text.len;
}

#endif
