/* SPDX-License-Identifier: MIT */
/*
 * The glyphs of one line as hb-shape writes them, for a script that compares.
 *
 *	type_shape_dump FONT LANGUAGE ltr|rtl TEXT
 *
 * FONT may end in #INDEX; TEXT may be "-": each line of standard input.
 */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "type/font.h"
#include "type/paragraph.h"
#include "type/shape.h"

/* Without what stands for a letter of a right-to-left ligature: it has no ink
 * and no width, and only says which letter it is. */
static bool
is_letter_alone(const struct font *font, const struct type_glyph *glyph)
{
	uint32_t blank;

	return shape_blank(font, &blank) && glyph->id == blank &&
	    glyph->advance == 0 && glyph->x_offset == 0 &&
	    glyph->y_offset == 0;
}

static void
write_line(const struct font *font, const struct type_line *line)
{
	const char *before = "[";

	for (size_t r = 0; r < line->run_count; r++) {
		const struct type_run *run = &line->runs[r];

		for (size_t g = 0; g < run->glyph_count; g++) {
			const struct type_glyph *glyph = &run->glyphs[g];

			if (is_letter_alone(font, glyph))
				continue;
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

/* Shapes a text in one line; false if the font lacks something of it. */
static bool
shape_text(const struct font *font, const char *lang, bool right_to_left,
    const char *bytes)
{
	const struct font *fonts[1];
	struct type_measure measure;
	struct type_lines lines;
	struct type_text text;
	struct type_span span;
	struct diag_list *dl;
	struct arena *a;
	bool failed;

	a = arena_new();
	dl = diag_list_new(a);
	memset(&text, 0, sizeof(text));
	memset(&span, 0, sizeof(span));
	memset(&measure, 0, sizeof(measure));
	fonts[0] = font;
	text.bytes = bytes;
	text.len = span.end = strlen(bytes);
	text.spans = &span;
	text.span_count = 1;
	text.right_to_left = right_to_left;
	span.style.fonts = fonts;
	span.style.font_count = 1;
	/* One unit of length is one font unit. */
	span.style.size = font_units_per_em(font);
	span.style.lang = lang;
	measure.width = INT64_C(1) << 40;
	type_paragraph(a, dl, &text, &measure, &lines);
	if (lines.count > 0)
		write_line(font, &lines.lines[0]);
	failed = diag_count(dl, DIAG_ERROR) > 0;
	arena_free(a);
	return !failed;
}

/* The font at "PATH" or, in a collection, "PATH#INDEX"; or NULL. */
static struct font *
open_font(char *name)
{
	struct font *font;
	struct buf why;
	char *index;

	buf_init(&why);
	index = strchr(name, '#');
	if (index != NULL)
		*index++ = '\0';
	font = font_load(name, index == NULL ? 0 :
	    (unsigned)strtoul(index, NULL, 10), &why);
	if (font == NULL)
		fprintf(stderr, "%s\n", why.data);
	buf_release(&why);
	return font;
}

int
main(int argc, char **argv)
{
	struct font *font;
	char *line;
	size_t size;
	bool rtl, fine;

	if (argc != 5)
		return 2;
	font = open_font(argv[1]);
	if (font == NULL)
		return 3;
	rtl = strcmp(argv[3], "rtl") == 0;
	fine = true;
	if (strcmp(argv[4], "-") != 0) {
		fine = shape_text(font, argv[2], rtl, argv[4]);
	} else {
		line = NULL;
		size = 0;
		while (getline(&line, &size, stdin) > 0) {
			line[strcspn(line, "\n")] = '\0';
			fine = shape_text(font, argv[2], rtl, line) && fine;
		}
		free(line);
	}
	font_free(font);
	return !fine;
}
