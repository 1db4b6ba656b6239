/* SPDX-License-Identifier: MIT */
/*
 * The glyphs of one line as hb-shape writes them, for a script that compares.
 *
 *	type_shape_dump FONT LANGUAGE ltr|rtl TEXT
 */
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "type/font.h"
#include "type/paragraph.h"

static void
write_line(const struct type_line *line)
{
	const char *before = "[";

	for (size_t r = 0; r < line->run_count; r++) {
		const struct type_run *run = &line->runs[r];

		for (size_t g = 0; g < run->glyph_count; g++) {
			const struct type_glyph *glyph = &run->glyphs[g];

			printf("%s%u", before, glyph->id);
			if (glyph->x_offset != 0 || glyph->y_offset != 0)
				printf("@%" PRId64 ",%" PRId64,
				    glyph->x_offset, glyph->y_offset);
			printf("+%" PRId64, glyph->advance);
			before = "|";
		}
	}
	printf("]\n");
}

int
main(int argc, char **argv)
{
	const struct font *fonts[1];
	struct type_measure measure;
	struct type_lines lines;
	struct type_text text;
	struct type_span span;
	struct diag_list *dl;
	struct font *font;
	struct arena *a;
	struct buf why;
	bool failed;

	if (argc != 5)
		return 2;
	a = arena_new();
	dl = diag_list_new(a);
	buf_init(&why);
	font = font_load(argv[1], 0, &why);
	if (font == NULL) {
		fprintf(stderr, "%s\n", why.data);
		return 3;
	}
	memset(&text, 0, sizeof(text));
	memset(&span, 0, sizeof(span));
	memset(&measure, 0, sizeof(measure));
	fonts[0] = font;
	text.bytes = argv[4];
	text.len = span.end = strlen(argv[4]);
	text.spans = &span;
	text.span_count = 1;
	text.right_to_left = strcmp(argv[3], "rtl") == 0;
	span.style.fonts = fonts;
	span.style.font_count = 1;
	/* One unit of length is one font unit. */
	span.style.size = font_units_per_em(font);
	span.style.lang = argv[2];
	measure.width = INT64_C(1) << 40;
	type_paragraph(a, dl, &text, &measure, &lines);
	if (lines.count > 0)
		write_line(&lines.lines[0]);
	buf_release(&why);
	font_free(font);
	failed = diag_count(dl, DIAG_ERROR) > 0;
	arena_free(a);
	return failed;
}
