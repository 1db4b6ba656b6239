/* SPDX-License-Identifier: MIT */
/*
 * HarfBuzz calls: feeds it pieces of bounded length and turns what comes back
 * into the order of the text.
 */
#include "type/shape.h"

#include <hb.h>
#include <stdlib.h>

#include "base/arena.h"
#include "base/utf8.h"
#include "type/font.h"
#include "type/itemise.h"

#define PIECE_CODEPOINTS	4096
/* A piece ends at a space if one comes after this many. */
#define PIECE_SEEK_SPACE	3072
/* UAX 15, stream-safe text format. */
#define MARKS_IN_A_ROW		30
/* HarfBuzz looks at five characters on either side. */
#define CONTEXT_BYTES		32

struct shaper {
	hb_buffer_t		*buffer;
	hb_unicode_funcs_t	*unicode;
};

struct shaper *
shaper_new(void)
{
	struct shaper *s;

	s = mem_alloc(sizeof(*s));
	s->buffer = hb_buffer_create();
	s->unicode = hb_unicode_funcs_get_default();
	if (!hb_buffer_allocation_successful(s->buffer))
		mem_exhausted();
	return s;
}

void
shaper_free(struct shaper *s)
{
	if (s == NULL)
		return;
	hb_buffer_destroy(s->buffer);
	free(s);
}

static bool
is_mark(const struct shaper *s, uint32_t c)
{
	hb_unicode_general_category_t category;

	if (c < 0x300)
		return false;
	category = hb_unicode_general_category(s->unicode, c);
	return category == HB_UNICODE_GENERAL_CATEGORY_NON_SPACING_MARK ||
	    category == HB_UNICODE_GENERAL_CATEGORY_SPACING_MARK ||
	    category == HB_UNICODE_GENERAL_CATEGORY_ENCLOSING_MARK;
}

/* The end of the piece from "start" that one call may shape. */
static size_t
piece_end(const struct shaper *s, const char *text, size_t start, size_t end)
{
	size_t at, step, count, marks;
	uint32_t c;

	count = marks = 0;
	for (at = start; at < end; at += step) {
		step = utf8_decode(text + at, end - at, &c);
		if (step == 0)
			step = 1;
		marks = is_mark(s, c) ? marks + 1 : 0;
		if (marks > MARKS_IN_A_ROW || count == PIECE_CODEPOINTS)
			return at;
		count++;
		if (c == ' ' && count > PIECE_SEEK_SPACE)
			return at + step;
	}
	return end;
}

static void
append(struct arena *a, const struct type_item *item, size_t offset,
    const hb_glyph_info_t *info, const hb_glyph_position_t *position,
    struct shape_glyphs *out)
{
	struct shape_glyph *glyph;
	int64_t upem;

	/* .notdef draws a box that says nothing; missing characters are
	 * reported when fonts are chosen. */
	if (info->codepoint == 0)
		return;
	upem = font_units_per_em(item->font);
	glyph = vec_push(a, &out->glyphs);
	glyph->id = info->codepoint;
	glyph->cluster = (uint32_t)(info->cluster + offset);
	glyph->advance = dim_scale(item->size, position->x_advance, upem);
	glyph->x_offset = dim_scale(item->size, position->x_offset, upem);
	glyph->y_offset = dim_scale(item->size, position->y_offset, upem);
	glyph->unsafe = (hb_glyph_info_get_glyph_flags(info) &
	    HB_GLYPH_FLAG_UNSAFE_TO_BREAK) != 0;
}

/* Shapes one piece; "whole" says that it is not a part of a heap of marks. */
static void
shape_piece(struct shaper *s, struct arena *a, const char *text, size_t len,
    const struct type_item *item, size_t start, size_t end, bool whole,
    struct shape_glyphs *out)
{
	static const char *const shapers[] = { "ot", NULL };
	static const hb_feature_t tabular = { HB_TAG('t', 'n', 'u', 'm'), 1,
	    HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END };
	const hb_glyph_position_t *positions;
	const hb_glyph_info_t *infos;
	size_t before, after;
	unsigned count;
	bool rtl;

	rtl = (item->level & 1) != 0;
	/* A window, so that offsets fit HarfBuzz's int in any text. */
	before = start < CONTEXT_BYTES ? start : CONTEXT_BYTES;
	while (before > 0 && ((unsigned char)text[start - before] & 0xC0) ==
	    0x80)
		before--;
	after = len - end < CONTEXT_BYTES ? len - end : CONTEXT_BYTES;

	hb_buffer_clear_contents(s->buffer);
	hb_buffer_set_cluster_level(s->buffer,
	    HB_BUFFER_CLUSTER_LEVEL_MONOTONE_CHARACTERS);
	hb_buffer_set_flags(s->buffer, whole ? HB_BUFFER_FLAG_DEFAULT :
	    HB_BUFFER_FLAG_DO_NOT_INSERT_DOTTED_CIRCLE);
	hb_buffer_set_direction(s->buffer,
	    rtl ? HB_DIRECTION_RTL : HB_DIRECTION_LTR);
	hb_buffer_set_script(s->buffer,
	    hb_script_from_iso15924_tag(item->script));
	if (item->lang != NULL)
		hb_buffer_set_language(s->buffer,
		    hb_language_from_string(item->lang, -1));
	hb_buffer_add_utf8(s->buffer, text + start - before,
	    (int)(before + (end - start) + after), (unsigned)before,
	    (int)(end - start));
	hb_shape_full(font_shaping(item->font), s->buffer, &tabular,
	    item->tabular ? 1 : 0, shapers);
	if (!hb_buffer_allocation_successful(s->buffer))
		out->failed = true;

	infos = hb_buffer_get_glyph_infos(s->buffer, &count);
	positions = hb_buffer_get_glyph_positions(s->buffer, &count);
	for (unsigned i = 0; i < count; i++) {
		unsigned k = rtl ? count - 1 - i : i;

		append(a, item, start - before, &infos[k], &positions[k], out);
	}
}

void
shape(struct shaper *s, struct arena *a, const char *text, size_t len,
    const struct type_item *item, size_t start, size_t end,
    struct shape_glyphs *out)
{
	size_t stop;
	bool whole;
	uint32_t c;

	while (start < end) {
		stop = piece_end(s, text, start, end);
		utf8_decode(text + start, end - start, &c);
		whole = stop == end && !is_mark(s, c);
		shape_piece(s, a, text, len, item, start, stop, whole, out);
		start = stop;
	}
}

bool
shape_blank(const struct font *font, uint32_t *glyph)
{
	/* Joiners and non-joiners, spaces of no width. */
	static const uint32_t signs[] = { 0x200C, 0x200D, 0x200B, 0x2060,
		0xFEFF };
	hb_font_t *shaping = font_shaping(font);
	hb_glyph_extents_t ink;
	hb_codepoint_t found;

	for (size_t i = 0; i < sizeof(signs) / sizeof(signs[0]); i++) {
		if (!hb_font_get_nominal_glyph(shaping, signs[i], &found) ||
		    font_glyph_advance(font, found) != 0)
			continue;
		if (hb_font_get_glyph_extents(shaping, found, &ink) &&
		    (ink.width != 0 || ink.height != 0))
			continue;
		*glyph = found;
		return true;
	}
	return false;
}

bool
shape_hyphen(const struct font *font, dim size, uint32_t *glyph, dim *advance)
{
	hb_codepoint_t found;

	if (!hb_font_get_nominal_glyph(font_shaping(font), 0x2010, &found) &&
	    !hb_font_get_nominal_glyph(font_shaping(font), '-', &found))
		return false;
	*glyph = found;
	*advance = dim_scale(size, font_glyph_advance(font, found),
	    font_units_per_em(font));
	return true;
}
