/* SPDX-License-Identifier: MIT */
/*
 * The way of a paragraph: items, glyphs, composition, breaks, lines.
 */
#include "type/paragraph.h"

#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/messages.h"
#include "base/utf8.h"
#include "type/breaks.h"
#include "type/setting.h"

/* Different characters that one paragraph is told it lacks. */
#define MISSING_MAX	10

uint32_t
setting_codepoint(const struct setting *s, size_t at, size_t *next)
{
	unsigned char byte;
	uint32_t c;
	size_t n;

	byte = (unsigned char)s->text.bytes[at];
	if (byte < 0x80) {
		*next = at + 1;
		return byte;
	}
	n = utf8_decode(s->text.bytes + at, s->text.len - at, &c);
	*next = at + (n == 0 ? 1 : n);
	return n == 0 ? 0xFFFD : c;
}

size_t
setting_before(const struct setting *s, size_t at)
{
	size_t start, next;

	start = at - 1;
	while (start > 0 && at - start < 4 &&
	    ((unsigned char)s->text.bytes[start] & 0xC0) == 0x80)
		start--;
	setting_codepoint(s, start, &next);
	return next == at ? start : at - 1;
}

size_t
setting_ink_end(const struct setting *s, size_t start, size_t end,
    size_t *body_end)
{
	enum break_class class;
	size_t before, next;

	*body_end = end;
	while (end > start) {
		before = setting_before(s, end);
		class = break_class_of(setting_codepoint(s, before, &next));
		if (class == BREAK_NEWLINE && end == *body_end)
			*body_end = before;
		else if (class == BREAK_WORD || class == BREAK_NEWLINE)
			break;
		end = before;
	}
	return end;
}

/* Says once for each character that no font has it. */
static void
report_missing(const struct setting *s, struct diag_list *dl)
{
	const struct type_items *items = &s->items;
	uint32_t said[MISSING_MAX];
	struct buf name;
	struct span at;
	char utf8[5];
	size_t count, k;

	count = 0;
	for (size_t i = 0; i < items->missing_count; i++) {
		const struct type_missing *missing = &items->missing[i];

		for (k = 0; k < count && said[k] != missing->codepoint; k++)
			;
		if (k < count)
			continue;
		if (count == MISSING_MAX)
			return;
		said[count++] = missing->codepoint;
		buf_init(&name);
		itemise_name(missing->codepoint, &name);
		utf8[utf8_encode(missing->codepoint, utf8)] = '\0';
		if (missing->codepoint < 0x20 ||
		    (missing->codepoint >= 0x7F && missing->codepoint < 0xA0))
			utf8[0] = '\0';
		at = s->text.spans[missing->span].style.at;
		at = diag_find_anywhere(dl, at, utf8);
		diag_say(dl, at, NULL, SAY_GLYPH_MISSING,
		    name.data, utf8[0] != '\0' ? " (" : "", utf8,
		    utf8[0] != '\0' ? ")" : "");
		buf_release(&name);
	}
}

/* The text with spaces for tabs, which no font draws; as long as before. */
static const char *
without_tabs(struct arena *a, const struct type_text *text)
{
	char *copy;

	if (text->len == 0 || memchr(text->bytes, '\t', text->len) == NULL)
		return text->bytes;
	copy = arena_strndup(a, text->bytes, text->len);
	for (size_t i = 0; i < text->len; i++) {
		if (text->bytes[i] == '\t')
			copy[i] = ' ';
	}
	return copy;
}

static void
measure_clusters(struct setting *s)
{
	const struct shape_glyph *glyphs = s->glyphs.glyphs.items;
	size_t count = s->glyphs.glyphs.len;
	size_t glyph;
	dim pen;

	s->pen = ARENA_ARRAY(s->scratch, dim, s->text.len + 1);
	glyph = 0;
	pen = 0;
	for (size_t at = 0; at < s->text.len; at++) {
		s->pen[at] = pen;
		if (glyph < count && glyphs[glyph].cluster == at)
			s->items.marks[at] |= MARK_GLYPH;
		for (; glyph < count && glyphs[glyph].cluster <= at; glyph++)
			pen += glyphs[glyph].advance;
	}
	s->pen[s->text.len] = pen;
}

void
setting_init(struct setting *s, struct diag_list *dl,
    const struct type_text *text, const struct hyphens *hyphens)
{
	memset(s, 0, sizeof(*s));
	s->scratch = arena_new();
	s->shaper = shaper_new();
	s->hyphens = hyphens;
	s->text = *text;
	s->source = text->bytes;
	s->text.bytes = without_tabs(s->scratch, text);
	itemise(s->scratch, &s->text, &s->items);
	breaks_keep(&s->text, s->items.marks);
	report_missing(s, dl);
	s->first = ARENA_ARRAY(s->scratch, size_t, s->items.count + 1);
	for (size_t i = 0; i < s->items.count; i++) {
		const struct type_item *item = &s->items.items[i];

		s->first[i] = s->glyphs.glyphs.len;
		shape(s->shaper, s->scratch, s->text.bytes, s->text.len, item,
		    item->start, item->end, &s->glyphs);
	}
	s->first[s->items.count] = s->glyphs.glyphs.len;
	if (s->glyphs.failed) {
		diag_say_class(dl, DIAG_SYSTEM, text->spans[0].style.at, NULL,
		    SAY_SHAPING_FAILED);
	}
	measure_clusters(s);
	if (hyphens != NULL)
		divide_words(s);
}

void
setting_release(struct setting *s)
{
	shaper_free(s->shaper);
	arena_free(s->scratch);
}

static bool
is_overfull(const struct fit_breaks *breaks)
{
	for (size_t i = 0; i < breaks->count; i++) {
		if (breaks->badness[i] > FIT_BADNESS_MOST)
			return true;
	}
	return false;
}

void
type_paragraph(struct arena *a, struct diag_list *dl,
    const struct type_text *text, const struct type_measure *measure,
    struct type_lines *lines)
{
	struct fit_parameters parameters;
	struct fit_measure fit_measure;
	struct fit_breaks breaks;
	struct composition c;
	struct setting s;
	dim em;

	memset(lines, 0, sizeof(*lines));
	if (text->len == 0)
		return;
	setting_init(&s, dl, text, measure->hyphens);
	em = text->spans[0].style.size;
	if (measure->setting == TYPE_JUSTIFIED)
		fit_parameters_justified(&parameters, em);
	else
		fit_parameters_ragged(&parameters, em, measure->width);
	compose(&s, measure, &parameters, &c);
	fit_measure.width = measure->width;
	fit_measure.first_indent = measure->first_indent;
	fit_measure.indent = measure->indent;
	fit_break(s.scratch, c.items.items, c.items.len, &parameters,
	    &fit_measure, &breaks);
	if (measure->setting == TYPE_JUSTIFIED && is_overfull(&breaks)) {
		fit_parameters_loosen(&parameters);
		fit_break(s.scratch, c.items.items, c.items.len, &parameters,
		    &fit_measure, &breaks);
	}
	lines_build(a, &s, measure, &c, &breaks, lines);
	setting_release(&s);
}

const char *
type_glyph_text(const struct type_run *run, size_t i, uint32_t *len)
{
	static const char soft_hyphen[] = "\xC2\xAD";
	const struct type_glyph *glyph = &run->glyphs[i];

	if (glyph->hyphen) {
		*len = sizeof(soft_hyphen) - 1;
		return soft_hyphen;
	}
	*len = glyph->text_len;
	return *len == 0 ? "" : run->text + glyph->text_start;
}

dim
type_width(struct arena *a, struct diag_list *dl, const struct type_text *text)
{
	struct setting s;
	size_t body_end;
	dim width;

	(void)a;
	if (text->len == 0)
		return 0;
	setting_init(&s, dl, text, NULL);
	width = s.pen[setting_ink_end(&s, 0, text->len, &body_end)];
	setting_release(&s);
	return width;
}

/* The width of bytes start..end without white space at their end. */
static dim
ink_of(const struct setting *s, size_t start, size_t end)
{
	size_t body_end;

	if (start == end)
		return 0;
	return setting_width(s, start,
	    setting_ink_end(s, start, end, &body_end));
}

static void
grow(dim *longest, dim width)
{
	if (width > *longest)
		*longest = width;
}

struct type_extent
type_extent(struct diag_list *dl, const struct type_text *text)
{
	struct type_extent extent = { 0, 0 };
	size_t line = 0, chunk = 0, at;
	struct setting s;
	uint8_t mark;

	if (text->len == 0)
		return extent;
	setting_init(&s, dl, text, NULL);
	for (at = 1; at < text->len; at++) {
		mark = s.items.marks[at];
		if ((mark & (MARK_BREAK | MARK_NEWLINE)) == 0 &&
		    (s.items.marks[at - 1] & MARK_NEWLINE) == 0)
			continue;
		grow(&extent.least, ink_of(&s, chunk, at));
		chunk = at;
		if ((s.items.marks[at - 1] & MARK_NEWLINE) == 0)
			continue;
		grow(&extent.natural, ink_of(&s, line, at));
		line = at;
	}
	grow(&extent.least, ink_of(&s, chunk, text->len));
	grow(&extent.natural, ink_of(&s, line, text->len));
	setting_release(&s);
	return extent;
}
