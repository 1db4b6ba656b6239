/* SPDX-License-Identifier: MIT */
/*
 * Glyphs of each line: cut out of the shaped items, shaped again where a cut
 * changes them, spread when justified, put into visual order.
 */
#include "type/setting.h"

#include <string.h>

#include "base/arena.h"
#include "base/utf8.h"
#include "type/breaks.h"

#define NOWHERE		SIZE_MAX
#define SOFT_HYPHEN	0xAD

/* Glyphs of one line, in the order of the text, that make one run. */
struct stretch {
	const struct type_item	*item;
	const struct type_style	*style;
	uint8_t			 level;
	size_t			 first, count;	/* of builder.glyphs */
	size_t			 end;		/* byte */
};

struct builder {
	struct arena		*a;
	struct setting		*s;
	size_t			 item, span;	/* cursors */
	/* The line in hand. */
	struct type_line	*line;
	size_t			 body_end, ink_end;
	size_t			 hyphen_at;	/* of the soft hyphen shown */
	struct shape_glyphs	 glyphs;
	VEC(struct stretch)	 stretches;
	VEC(uint8_t)		 levels;
	VEC(int)		 order;
	VEC(size_t)		 torn;		/* words, by their first byte */
};

size_t
setting_glyph_at(const struct setting *s, size_t item, size_t at)
{
	size_t low = s->first[item], high = s->first[item + 1], middle;

	while (low < high) {
		middle = low + (high - low) / 2;
		if (s->glyphs.glyphs.items[middle].cluster < at)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

bool
setting_is_safe_cut(const struct setting *s, size_t item, size_t at)
{
	const struct type_item *it = &s->items.items[item];
	size_t glyph;

	if (at <= it->start || at >= it->end)
		return true;
	glyph = setting_glyph_at(s, item, at);
	return glyph < s->first[item + 1] &&
	    s->glyphs.glyphs.items[glyph].cluster == at &&
	    !s->glyphs.glyphs.items[glyph].unsafe;
}

/* Appends the glyphs of bytes start..end of an item to the line's. */
static void
take_glyphs(struct builder *b, size_t item, size_t start, size_t end)
{
	struct setting *s = b->s;
	size_t from, to;

	if (!setting_is_safe_cut(s, item, start) ||
	    !setting_is_safe_cut(s, item, end)) {
		shape(s->shaper, s->scratch, s->text.bytes, s->text.len,
		    &s->items.items[item], start, end, &b->glyphs);
		return;
	}
	from = setting_glyph_at(s, item, start);
	to = setting_glyph_at(s, item, end);
	for (; from < to; from++)
		*vec_push(s->scratch, &b->glyphs.glyphs) =
		    s->glyphs.glyphs.items[from];
}

static bool
same_run(const struct stretch *stretch, const struct type_item *item,
    const struct type_style *style, uint8_t level)
{
	return stretch->item == item && stretch->level == level &&
	    stretch->style->tag == style->tag &&
	    stretch->style->rise == style->rise &&
	    stretch->style->colour == style->colour;
}

/* The style of the text at byte "at", which never goes back. */
static const struct type_style *
style_at(struct builder *b, size_t at)
{
	const struct type_text *text = &b->s->text;

	while (b->span + 1 < text->span_count &&
	    text->spans[b->span].end <= at)
		b->span++;
	return &text->spans[b->span].style;
}

/* Sorts the line's glyphs from "first" on, which are those of bytes up to
 * "end" of an item, into stretches. */
static void
add_stretches(struct builder *b, const struct type_item *item, size_t first,
    size_t end)
{
	const struct shape_glyph *glyph;
	const struct type_style *style;
	struct stretch *stretch;
	uint8_t level;

	stretch = NULL;
	for (size_t i = first; i < b->glyphs.glyphs.len; i++) {
		glyph = &b->glyphs.glyphs.items[i];
		style = style_at(b, glyph->cluster);
		/* White space at a line's end has the paragraph's direction
		 * (UAX 9, L1). */
		level = glyph->cluster < b->ink_end ? item->level :
		    b->s->items.base_level;
		if (stretch != NULL && same_run(stretch, item, style, level)) {
			stretch->count++;
			continue;
		}
		if (stretch != NULL)
			stretch->end = glyph->cluster;
		stretch = vec_push(b->s->scratch, &b->stretches);
		stretch->item = item;
		stretch->style = style;
		stretch->level = level;
		stretch->first = i;
		stretch->count = 1;
	}
	if (stretch != NULL)
		stretch->end = end;
}

/* Gathers the line's glyphs in the order of the text. */
static void
gather(struct builder *b)
{
	const struct type_items *items = &b->s->items;
	const struct type_item *item;
	size_t start, end, first;

	b->glyphs.glyphs.len = 0;
	b->stretches.len = 0;
	while (b->item < items->count &&
	    items->items[b->item].end <= b->line->start)
		b->item++;
	for (size_t i = b->item; i < items->count; i++) {
		item = &items->items[i];
		if (item->start >= b->body_end)
			break;
		start = item->start > b->line->start ? item->start :
		    b->line->start;
		end = item->end < b->body_end ? item->end : b->body_end;
		first = b->glyphs.glyphs.len;
		take_glyphs(b, i, start, end);
		add_stretches(b, item, first, end);
	}
}

/* A soft hyphen at the line's end becomes one that is seen. */
static void
show_hyphen(struct builder *b)
{
	struct shape_glyph *glyph;
	struct stretch *stretch;
	uint32_t id;
	dim advance;

	for (size_t i = b->stretches.len; i > 0; i--) {
		stretch = &b->stretches.items[i - 1];
		for (size_t k = stretch->count; k > 0; k--) {
			glyph = &b->glyphs.glyphs.items[stretch->first + k - 1];
			if (glyph->cluster != b->hyphen_at)
				continue;
			if (shape_hyphen(stretch->item->font,
			    stretch->item->size, &id, &advance)) {
				glyph->id = id;
				glyph->advance = advance;
			}
			return;
		}
	}
}

/* Puts the hyphen behind a word that the line's end divides. */
static void
add_hyphen(struct builder *b)
{
	struct shape_glyph *glyph;
	struct stretch *stretch;
	uint32_t id;
	dim advance;

	if (b->stretches.len == 0)
		return;
	stretch = &b->stretches.items[b->stretches.len - 1];
	if (!shape_hyphen(stretch->item->font, stretch->item->size, &id,
	    &advance))
		return;
	glyph = vec_push(b->s->scratch, &b->glyphs.glyphs);
	glyph->id = id;
	glyph->advance = advance;
	glyph->cluster = (uint32_t)b->line->end;
	glyph->hyphen = true;
	stretch->count++;
}

static bool
is_stretchable(const struct builder *b, const struct shape_glyph *glyph)
{
	const char *s = b->s->text.bytes + glyph->cluster;

	if (glyph->cluster >= b->ink_end)
		return false;
	return s[0] == ' ' || (glyph->cluster + 1 < b->ink_end &&
	    s[0] == '\xC2' && s[1] == '\xA0');
}

static dim
ink_width(const struct builder *b)
{
	const struct shape_glyph *glyph;
	dim width;

	width = 0;
	for (size_t i = 0; i < b->glyphs.glyphs.len; i++) {
		glyph = &b->glyphs.glyphs.items[i];
		if (glyph->cluster < b->ink_end || glyph->hyphen)
			width += glyph->advance;
	}
	return width;
}

/* Spreads the line's spaces so that its ink is "available" wide; the last line
 * may only shrink.  Each space has its share of the sum up to it, so that
 * nothing is lost to rounding. */
static void
justify(struct builder *b, dim available)
{
	struct shape_glyph *glyph;
	dim extra, total, before, given, share;

	extra = available - ink_width(b);
	if (extra > 0 && b->line->forced)
		return;
	total = 0;
	for (size_t i = 0; i < b->glyphs.glyphs.len; i++) {
		glyph = &b->glyphs.glyphs.items[i];
		if (is_stretchable(b, glyph))
			total += glyph->advance;
	}
	if (total == 0)
		return;
	/* TeX never shrinks glue by more than it can. */
	if (extra < -(total / 3))
		extra = -(total / 3);
	before = given = 0;
	for (size_t i = 0; i < b->glyphs.glyphs.len; i++) {
		glyph = &b->glyphs.glyphs.items[i];
		if (!is_stretchable(b, glyph))
			continue;
		before += glyph->advance;
		share = dim_scale(extra, before, total);
		glyph->advance += share - given;
		given = share;
	}
}

static void
run_glyph(struct type_glyph *to, const struct shape_glyph *from, dim rise)
{
	to->id = from->id;
	to->advance = from->advance;
	to->x_offset = from->x_offset;
	to->y_offset = from->y_offset + rise;
}

/* Marks of direction (UAX 9, 2.1 to 2.6): U+200E, U+200F, U+202A to U+202E,
 * U+2066 to U+2069.  They have done their work when a line is in visual order,
 * and what reads finished pages takes them for words. */
static bool
is_direction_mark(const char *text, const struct type_glyph *glyph)
{
	const char *s = text + glyph->text_start;

	if (glyph->text_len != 3 || glyph->advance != 0 || s[0] != '\xE2')
		return false;
	if (s[1] == '\x80')
		return s[2] == '\x8E' || s[2] == '\x8F' ||
		    (s[2] >= '\xAA' && s[2] <= '\xAE');
	return s[1] == '\x81' && s[2] >= '\xA6' && s[2] <= '\xA9';
}

static size_t
drop_direction_marks(const char *text, struct type_glyph *glyphs,
    size_t count)
{
	size_t kept = 0;

	for (size_t i = 0; i < count; i++) {
		if (!is_direction_mark(text, &glyphs[i]))
			glyphs[kept++] = glyphs[i];
	}
	return kept;
}

/*
 * From right to left one glyph that stands for several letters has the last of
 * them as its text, and glyphs without ink on its right have the others.  For
 * what reads pages turns what it sees round letter by letter: "la" in one piece
 * would come out as "al".  Returns how many glyphs there are now.
 */
static size_t
spread_ligature(const struct builder *b, const struct stretch *stretch,
    struct type_glyph *glyphs, size_t count)
{
	struct type_glyph ligature = glyphs[count - 1];
	const char *text = b->s->source + ligature.text_start;
	uint32_t blank, c, at = 0, len;

	if (!shape_blank(stretch->item->font, &blank))
		return count;
	for (count--; at < ligature.text_len; at += len, count++) {
		len = (uint32_t)utf8_decode(text + at, ligature.text_len - at,
		    &c);
		memset(&glyphs[count], 0, sizeof(glyphs[count]));
		if (at + len == ligature.text_len)
			glyphs[count] = ligature;
		else
			glyphs[count].id = blank;
		glyphs[count].text_start = ligature.text_start + at;
		glyphs[count].text_len = len;
	}
	return count;
}

static void
turn_round(struct type_glyph *glyphs, size_t count)
{
	struct type_glyph glyph;

	for (size_t i = 0; i < count / 2; i++) {
		glyph = glyphs[i];
		glyphs[i] = glyphs[count - 1 - i];
		glyphs[count - 1 - i] = glyph;
	}
}

/* The glyphs of a stretch in order from the left. */
static size_t
write_glyphs(struct builder *b, const struct stretch *stretch,
    struct type_glyph *glyphs, dim *width)
{
	const struct shape_glyph *from =
	    &b->glyphs.glyphs.items[stretch->first];
	bool rtl = (stretch->level & 1) != 0;
	size_t count = stretch->count, done = 0, i, k, end;
	struct type_glyph *text_of;

	for (i = 0; i < count; i = k) {
		text_of = &glyphs[done];
		for (k = i; k < count && from[k].cluster == from[i].cluster;
		    k++) {
			run_glyph(&glyphs[done++], &from[k],
			    stretch->style->rise);
			*width += from[k].advance;
		}
		end = k < count ? from[k].cluster : stretch->end;
		if (rtl)
			text_of = &glyphs[done - 1];
		text_of->text_start = from[i].cluster;
		text_of->text_len = (uint32_t)(end - from[i].cluster);
		text_of->hyphen = from[i].hyphen;
		if (rtl && k - i == 1 && !text_of->hyphen)
			done = spread_ligature(b, stretch, glyphs, done);
	}
	if (rtl)
		turn_round(glyphs, done);
	return drop_direction_marks(b->s->source, glyphs, done);
}

/* Writes a stretch as a run; its width is returned. */
static dim
write_run(struct builder *b, const struct stretch *stretch,
    struct type_run *run)
{
	struct type_glyph *glyphs;
	size_t most = stretch->count;

	/* A ligature takes as many glyphs as it has letters. */
	if ((stretch->level & 1) != 0 && stretch->count > 0)
		most += stretch->end -
		    b->glyphs.glyphs.items[stretch->first].cluster;
	glyphs = ARENA_ARRAY(b->a, struct type_glyph, most);
	run->glyph_count = write_glyphs(b, stretch, glyphs, &run->width);
	run->font = stretch->item->font;
	run->size = stretch->item->size;
	run->lang = stretch->item->lang;
	run->tag = stretch->style->tag;
	run->colour = stretch->style->colour;
	run->right_to_left = (stretch->level & 1) != 0;
	run->glyphs = glyphs;
	run->text = b->s->source;
	return run->width;
}

/* Letters that are written from right to left, and their marks. */
static bool
is_from_right(uint32_t c)
{
	return (c >= 0x0590 && c <= 0x08FF) || (c >= 0xFB1D && c <= 0xFDFF) ||
	    (c >= 0xFE70 && c <= 0xFEFC) || (c >= 0x10800 && c <= 0x10FFF) ||
	    (c >= 0x1E800 && c <= 0x1EFFF);
}

/* Signs without a direction that stand from right to left: ")." in Arabic. */
static bool
is_signs_from_right(const struct type_run *run)
{
	uint32_t c;

	for (size_t i = 0; i < run->glyph_count; i++) {
		const struct type_glyph *glyph = &run->glyphs[i];

		if (glyph->text_len == 0)
			return false;
		utf8_decode(run->text + glyph->text_start, glyph->text_len,
		    &c);
		if (is_from_right(c))
			return false;
	}
	return run->right_to_left;
}

/* What turns letters round leaves signs as they stand, so that each is a run
 * of its own, which takes its place in the order of reading. */
static void
part_signs(struct builder *b, struct type_run **runs, size_t *count)
{
	struct type_run *parts, *part;
	size_t most = *count, kept = 0;

	for (size_t i = 0; i < *count; i++)
		most += (*runs)[i].glyph_count;
	parts = ARENA_ARRAY(b->a, struct type_run, most);
	for (size_t i = 0; i < *count; i++) {
		const struct type_run *run = &(*runs)[i];

		if (!is_signs_from_right(run)) {
			parts[kept++] = *run;
			continue;
		}
		for (size_t k = 0; k < run->glyph_count; k++) {
			part = &parts[kept++];
			*part = *run;
			part->glyphs = &run->glyphs[k];
			part->glyph_count = 1;
			part->width = run->glyphs[k].advance;
		}
	}
	*runs = parts;
	*count = kept;
}

/* Puts the stretches into visual order, as runs of the line. */
static void
write_runs(struct builder *b)
{
	struct arena *scratch = b->s->scratch;
	size_t count = b->stretches.len, kept = 0;
	struct type_run *runs;
	dim all, x;

	b->levels.len = b->order.len = 0;
	for (size_t i = 0; i < count; i++) {
		*vec_push(scratch, &b->levels) = b->stretches.items[i].level;
		*vec_push(scratch, &b->order) = (int)i;
	}
	if (count > 0)
		itemise_visual_order(b->levels.items, count, b->order.items);
	runs = ARENA_ARRAY(b->a, struct type_run, count);
	all = 0;
	for (size_t i = 0; i < count; i++) {
		all += write_run(b, &b->stretches.items[b->order.items[i]],
		    &runs[kept]);
		if (runs[kept].glyph_count > 0)
			kept++;
	}
	if (b->s->items.base_level == 1)
		part_signs(b, &runs, &kept);
	b->line->width = ink_width(b);
	x = b->s->items.base_level == 1 ? b->line->width - all : 0;
	for (size_t i = 0; i < kept; i++) {
		runs[i].x = x;
		x += runs[i].width;
	}
	b->line->runs = runs;
	b->line->run_count = kept;
}

/* Does the line end at a soft hyphen that was chosen as a break? */
static size_t
soft_hyphen_at(const struct setting *s, const struct composition *c,
    size_t at, size_t ink_end)
{
	size_t start, next;

	if (at >= c->items.len || c->items.items[at].kind !=
	    FIT_DISCRETIONARY || ink_end == 0)
		return NOWHERE;
	start = setting_before(s, ink_end);
	return setting_codepoint(s, start, &next) == SOFT_HYPHEN ? start :
	    NOWHERE;
}

/* Counts a line that sticks out; remembers the worst, and the place of the
 * word behind which it would have to end. */
static void
note_overfull(struct builder *b, struct type_lines *lines, dim by)
{
	const struct type_text *text = &b->s->text;
	size_t at, span;

	lines->overfull++;
	if (by <= lines->overfull_by)
		return;
	lines->overfull_by = by;
	span = 0;
	at = b->line->start;
	while (span + 1 < text->span_count && text->spans[span].end <= at)
		span++;
	lines->overfull_at = text->spans[span].style.at;
}

/* Notes the word within which the line ends; "goes_on": the line before ended
 * within a word as well. */
static void
note_torn(struct builder *b, bool goes_on)
{
	size_t at = b->line->end, before, next;

	while (at > b->line->start) {
		before = setting_before(b->s, at);
		if (break_class_of(setting_codepoint(b->s, before, &next)) !=
		    BREAK_WORD)
			break;
		at = before;
	}
	if (at > b->line->start || !goes_on)
		*vec_push(b->a, &b->torn) = at;
}

void
lines_build(struct arena *a, struct setting *s,
    const struct type_measure *measure, const struct composition *c,
    const struct fit_breaks *breaks, struct type_lines *lines)
{
	struct builder b;
	size_t at, start;
	bool torn = false, was_torn;
	dim available;

	memset(&b, 0, sizeof(b));
	b.a = a;
	b.s = s;
	lines->lines = ARENA_ARRAY(a, struct type_line, breaks->count);
	lines->count = breaks->count;
	lines->demerits = breaks->demerits;
	start = 0;
	for (size_t i = 0; i < breaks->count; i++) {
		b.line = &lines->lines[i];
		at = breaks->at[i];
		b.line->start = start;
		b.line->end = at < c->items.len ? c->ends.items[at] :
		    s->text.len;
		b.line->indent = i == 0 ? measure->first_indent :
		    measure->indent;
		b.ink_end = setting_ink_end(s, start, b.line->end,
		    &b.body_end);
		b.line->forced = at >= c->items.len ||
		    b.body_end < b.line->end;
		b.hyphen_at = soft_hyphen_at(s, c, at, b.ink_end);
		gather(&b);
		if (b.hyphen_at != NOWHERE)
			show_hyphen(&b);
		else if (at < c->items.len && c->items.items[at].automatic)
			add_hyphen(&b);
		available = measure->width - b.line->indent;
		if (measure->setting == TYPE_JUSTIFIED)
			justify(&b, available);
		write_runs(&b);
		if (b.line->width > available)
			note_overfull(&b, lines, b.line->width - available);
		was_torn = torn;
		torn = at < c->items.len && c->items.items[at].torn;
		if (torn)
			note_torn(&b, was_torn);
		start = b.line->end;
	}
	lines->torn = b.torn.items;
	lines->torn_count = b.torn.len;
}
