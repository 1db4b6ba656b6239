/* SPDX-License-Identifier: MIT */
/*
 * Any UTF-8 as a paragraph, first byte: how wide. Needs the Andika fonts.
 */
#include "fuzz.h"

#include <stdlib.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/utf8.h"
#include "type/find.h"
#include "type/font.h"
#include "type/hyphen.h"
#include "type/paragraph.h"

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena *a = arena_new();
	struct diag_list *dl = diag_list_new(a);
	struct type_measure measure = { 0 };
	struct type_span span = { 0 };
	struct type_text text = { 0 };
	/* Read once, or nothing else would be done. */
	static struct hyphens *hyphens;
	static struct font *font;
	const struct font *fonts[1];
	struct type_lines lines;
	struct font_finder *finder;
	const char *path;
	unsigned index;
	struct buf why;

	buf_init(&why);
	if (font == NULL) {
		finder = font_finder_new(NULL, 0);
		path = font_find(finder, a, "Andika", false, &index, &why);
		font_finder_free(finder);
		font = path != NULL ? font_load(path, index, &why) : NULL;
		hyphens = hyphens_new();
		if (font == NULL ||
		    !hyphens_open(hyphens, "en", HYPHENS_FOLDER, &why))
			abort();
	}
	if (size > 1 &&
	    utf8_invalid_at((const char *)data + 1, size - 1) == size - 1) {
		fonts[0] = font;
		text.bytes = arena_strndup(a, (const char *)data + 1,
		    size - 1);
		text.len = size - 1;
		text.spans = &span;
		text.span_count = 1;
		text.right_to_left = (data[0] & 1) != 0;
		span.end = text.len;
		span.style.fonts = fonts;
		span.style.font_count = 1;
		span.style.size = 12 * DIM_PT;
		span.style.lang = "en";
		measure.width = (1 + data[0]) * DIM_PT;
		measure.setting = (data[0] & 2) != 0 ? TYPE_JUSTIFIED :
		    TYPE_RAGGED;
		measure.hyphens = (data[0] & 4) != 0 ? hyphens : NULL;
		type_paragraph(a, dl, &text, &measure, &lines);
	}
	buf_release(&why);
	arena_free(a);
	return 0;
}
