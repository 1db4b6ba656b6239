/* SPDX-License-Identifier: MIT */
/*
 * From marked and measured text to what total fit understands.
 *
 * A word is a box, a space is glue, a place without a space where a line may
 * end is a penalty or a discretionary.  A chunk (what lies between two allowed
 * breaks) that is wider than the narrowest line is opened: first where we would
 * rather not break, then at spaces that tie, then between clusters.
 */
#include "type/setting.h"

#include <string.h>

#include "type/breaks.h"

#define FORBIDDEN	10000
#define FORCED		(-10000)
/* High enough that a line only ends so if nothing else will do. */
#define PENALTY_KEPT	2000
#define PENALTY_CLUSTER	5000
#define SOFT_HYPHEN	0xAD

struct composer {
	const struct setting	*s;
	const struct fit_parameters *p;
	struct composition	*c;
	bool			 justified;
	dim			 limit;		/* narrowest line */
	size_t			 chunk_end;
	bool			 wide;		/* is the chunk over it? */
	size_t			 item;		/* cursor for hyphens */
	struct shape_glyphs	 cut;		/* glyphs that are measured */
	bool			 line_empty;
};

static struct fit_item *
add(struct composer *k, enum fit_kind kind, size_t end)
{
	struct fit_item *item;

	item = vec_push(k->s->scratch, &k->c->items);
	item->kind = kind;
	*vec_push(k->s->scratch, &k->c->ends) = end;
	return item;
}

static enum fit_kind
last_kind(const struct composer *k)
{
	return k->c->items.items[k->c->items.len - 1].kind;
}

static void
add_box(struct composer *k, size_t start, size_t end)
{
	add(k, FIT_BOX, end)->width = setting_width(k->s, start, end);
	k->line_empty = false;
}

static void
add_penalty(struct composer *k, int penalty, size_t end)
{
	add(k, FIT_PENALTY, end)->penalty = penalty;
}

/* Looks how far the next allowed break is, and whether a line can hold what
 * stands before it. */
static void
measure_chunk(struct composer *k, size_t start)
{
	const struct setting *s = k->s;
	size_t at, ink, next;
	uint32_t c;

	ink = start;
	for (at = start; at < s->text.len; at = next) {
		if (at > start && (s->items.marks[at] &
		    (MARK_BREAK | MARK_NEWLINE)) != 0)
			break;
		c = setting_codepoint(s, at, &next);
		if (break_class_of(c) != BREAK_SPACE &&
		    break_class_of(c) != BREAK_FIXED_SPACE)
			ink = next;
	}
	k->chunk_end = at;
	k->wide = setting_width(s, start, ink) > k->limit;
}

/* Glue for the white space start..end, "stretchable" of which may change. */
static void
add_glue(struct composer *k, size_t start, size_t end, dim stretchable)
{
	struct fit_item *glue;

	glue = add(k, FIT_GLUE, end);
	glue->width = setting_width(k->s, start, end);
	if (k->justified) {
		/* Computer Modern's: a half and a third of the space. */
		glue->stretch = stretchable / 2;
		glue->shrink = stretchable / 3;
	}
}

/* The white space at "at", of one kind; returns what is behind it. */
static size_t
add_space(struct composer *k, size_t at, enum break_class class)
{
	const struct setting *s = k->s;
	size_t end, next;
	dim stretchable;
	uint8_t mark;

	stretchable = 0;
	for (end = at; end < s->text.len; end = next) {
		enum break_class found;

		found = break_class_of(setting_codepoint(s, end, &next));
		if ((found == BREAK_TIED_SPACE) != (class == BREAK_TIED_SPACE))
			break;
		if (found == BREAK_WORD || found == BREAK_NEWLINE)
			break;
		if (found != BREAK_FIXED_SPACE)
			stretchable += setting_width(s, end, next);
	}
	/* White space at the end of a line is nothing to fit. */
	if (end == s->text.len || (s->items.marks[end] & MARK_NEWLINE) != 0)
		return end;

	/* Glue that begins a line would vanish. */
	if (k->line_empty && (k->c->items.len == 0 ||
	    last_kind(k) == FIT_PENALTY))
		add(k, FIT_BOX, at);
	mark = s->items.marks[end];
	if ((mark & MARK_BREAK) == 0) {
		add_penalty(k, !k->wide ? FORBIDDEN : (mark & MARK_KEPT) != 0 ?
		    PENALTY_KEPT : PENALTY_CLUSTER, end);
	} else if (last_kind(k) == FIT_GLUE) {
		/* Glue after glue is no break by itself. */
		add_penalty(k, 0, end);
	}
	add_glue(k, at, end, stretchable);
	return end;
}

/* Boxes of one cluster each for a word that no line can hold. */
static void
add_clusters(struct composer *k, size_t start, size_t end)
{
	const uint8_t both = MARK_CLUSTER | MARK_GLYPH;
	size_t from, at;

	from = start;
	for (at = start + 1; at < end; at++) {
		if ((k->s->items.marks[at] & both) != both)
			continue;
		add_box(k, from, at);
		add_penalty(k, PENALTY_CLUSTER, at);
		k->c->items.items[k->c->items.len - 1].torn = true;
		from = at;
	}
	add_box(k, from, end);
}

/* The width of the hyphen that a break after byte "at" - 1 shows. */
static dim
hyphen_width(struct composer *k, size_t at)
{
	const struct type_items *items = &k->s->items;
	uint32_t glyph;
	dim advance;

	while (k->item < items->count && items->items[k->item].end < at)
		k->item++;
	if (k->item == items->count ||
	    !shape_hyphen(items->items[k->item].font,
	    items->items[k->item].size, &glyph, &advance))
		return 0;
	return advance;
}

/* Boxes for start..end, in clusters if no line can hold them. */
static void
add_letters(struct composer *k, size_t start, size_t end, dim hyphen)
{
	if (start == end)
		return;
	if (setting_width(k->s, start, end) + hyphen > k->limit)
		add_clusters(k, start, end);
	else
		add_box(k, start, end);
}

/* The width of bytes start..end shaped by themselves. */
static dim
shaped_width(struct composer *k, size_t item, size_t start, size_t end)
{
	const struct setting *s = k->s;
	dim width;

	k->cut.glyphs.len = 0;
	shape(s->shaper, s->scratch, s->text.bytes, s->text.len,
	    &s->items.items[item], start, end, &k->cut);
	width = 0;
	for (size_t i = 0; i < k->cut.glyphs.len; i++)
		width += k->cut.glyphs.items[i].advance;
	return width;
}

/*
 * A hyphen before byte "at" of the word start..end.  Where it cuts glyphs, such
 * as a ligature, the discretionary holds them whole and in parts.  Returns the
 * byte from which boxes go on; "start" if there is no room for a hyphen.
 */
static size_t
add_hyphen(struct composer *k, size_t start, size_t at, size_t end)
{
	const uint8_t both = MARK_CLUSTER | MARK_GLYPH;
	const struct setting *s = k->s;
	size_t from, to, item;
	struct fit_item *disc;
	dim hyphen;

	hyphen = hyphen_width(k, at);
	if (hyphen == 0 || (s->items.marks[at] & MARK_CLUSTER) == 0)
		return start;
	item = k->item;
	from = to = at;
	if (!setting_is_safe_cut(s, item, at)) {
		from--;
		while (from > start && (s->items.marks[from] & both) != both)
			from--;
		for (to++; to < end && (s->items.marks[to] & both) != both;)
			to++;
		if (from < s->items.items[item].start ||
		    to > s->items.items[item].end ||
		    (s->items.marks[from] & both) != both)
			return start;
	}
	add_letters(k, start, from, hyphen);
	disc = add(k, FIT_DISCRETIONARY, at);
	disc->automatic = true;
	disc->width = hyphen;
	if (from < to) {
		disc->nobreak = setting_width(s, from, to);
		disc->width += shaped_width(k, item, from, at);
		disc->postbreak = shaped_width(k, item, at, to);
		k->line_empty = false;
	}
	return to;
}

/* A word without places where a line may end but for hyphens of its own. */
static void
add_divided(struct composer *k, size_t start, size_t end, dim hyphen)
{
	for (size_t at = start + 1; at < end; at++) {
		if ((k->s->items.marks[at] & MARK_HYPHEN) != 0 && at > start)
			start = add_hyphen(k, start, at, end);
	}
	add_letters(k, start, end, hyphen);
}

/* A word, or a part of one up to where a line may end, in clusters if no line
 * can hold it; returns its end. */
static size_t
add_word(struct composer *k, size_t at)
{
	const struct setting *s = k->s;
	uint8_t stops = k->wide ? MARK_BREAK | MARK_KEPT : MARK_BREAK;
	size_t end, next;
	uint32_t c, last;
	dim hyphen;

	last = 0;
	for (end = at; end < s->text.len; end = next) {
		if (end > at && (s->items.marks[end] & stops) != 0)
			break;
		c = setting_codepoint(s, end, &next);
		if (break_class_of(c) != BREAK_WORD)
			break;
		last = c;
	}
	hyphen = last == SOFT_HYPHEN ? hyphen_width(k, end) : 0;
	add_divided(k, at, end, hyphen);

	if (end == s->text.len || (s->items.marks[end] & stops) == 0)
		return end;
	c = setting_codepoint(s, end, &next);
	if (break_class_of(c) != BREAK_WORD)
		return end;
	if ((s->items.marks[end] & MARK_BREAK) == 0)
		add_penalty(k, PENALTY_KEPT, end);
	else if (last == SOFT_HYPHEN)
		add(k, FIT_DISCRETIONARY, end)->width = hyphen;
	else if (break_is_hyphen(last))
		add(k, FIT_DISCRETIONARY, end);
	else
		add_penalty(k, 0, end);
	return end;
}

/* A forced break that ends at byte "end": \hskip\parfillskip\break. */
static void
add_newline(struct composer *k, size_t end)
{
	if (k->line_empty)
		add_box(k, end, end);
	add_penalty(k, FORBIDDEN, end);
	*add(k, FIT_GLUE, end) = k->p->par_fill_skip;
	add_penalty(k, FORCED, end);
	k->line_empty = true;
}

/* A break takes along what total fit discards after it. */
static void
extend_ends(struct composition *c)
{
	for (size_t i = c->items.len; i > 1; i--) {
		enum fit_kind after = c->items.items[i - 1].kind;

		if (c->items.items[i - 2].kind != FIT_BOX &&
		    (after == FIT_GLUE || after == FIT_PENALTY))
			c->ends.items[i - 2] = c->ends.items[i - 1];
	}
}

void
compose(const struct setting *s, const struct type_measure *measure,
    const struct fit_parameters *parameters, struct composition *c)
{
	struct composer k;
	enum break_class class;
	size_t at, next;
	uint32_t codepoint;

	memset(c, 0, sizeof(*c));
	memset(&k, 0, sizeof(k));
	k.s = s;
	k.p = parameters;
	k.c = c;
	k.justified = measure->setting == TYPE_JUSTIFIED;
	k.limit = measure->width - (measure->first_indent > measure->indent ?
	    measure->first_indent : measure->indent);
	k.line_empty = true;
	for (at = 0; at < s->text.len; at = next) {
		if (at >= k.chunk_end)
			measure_chunk(&k, at);
		codepoint = setting_codepoint(s, at, &next);
		class = break_class_of(codepoint);
		switch (class) {
		case BREAK_NEWLINE:
			if (codepoint == '\r' && next < s->text.len &&
			    s->text.bytes[next] == '\n')
				next++;
			/* The last newline only ends the last line. */
			if (next < s->text.len)
				add_newline(&k, next);
			break;
		case BREAK_SPACE:
		case BREAK_FIXED_SPACE:
		case BREAK_TIED_SPACE:
			next = add_space(&k, at, class);
			break;
		case BREAK_WORD:
			next = add_word(&k, at);
			break;
		}
	}
	if (k.line_empty)
		add_box(&k, s->text.len, s->text.len);
	extend_ends(c);
}
