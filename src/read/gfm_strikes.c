/* SPDX-License-Identifier: MIT */
/*
 * Words between ~ or ~~ (GFM 6.5), by the rules for emphasis (CommonMark 0.30,
 * 6.2), among the inlines that have the same parent: where strokes and stars
 * cross, the stars hold.
 */
#include "read/gfm.h"

#include <string.h>

#include "base/arena.h"
#include "base/unicode.h"
#include "base/utf8.h"

struct stroke {
	struct doc_node	*text;		/* nothing but its "~" */
	size_t		 len;		/* 1 or 2 */
	bool		 opens, closes, gone;
};

struct strokes {
	VEC(struct stroke)	 list;
};

/* The ends of a line count as white space. */
static uint32_t
character_before(const struct gfm_inlines *in, size_t off)
{
	const struct source_line *l =
	    &in->lines->items[source_lines_find(in->lines, off)];
	size_t start = off;
	uint32_t codepoint;

	if (off <= l->content)
		return ' ';
	do {
		start--;
	} while (start > l->content &&
	    ((unsigned char)in->lines->text[start] & 0xC0) == 0x80);
	if (utf8_decode(in->lines->text + start, off - start, &codepoint) == 0)
		return ' ';
	return codepoint;
}

static uint32_t
character_after(const struct gfm_inlines *in, size_t off)
{
	const struct source_line *l =
	    &in->lines->items[source_lines_find(in->lines, off)];
	uint32_t codepoint;

	if (off >= l->end || utf8_decode(in->lines->text + off, l->end - off,
	    &codepoint) == 0)
		return ' ';
	return codepoint;
}

static void
add_stroke(struct gfm_inlines *in, struct strokes *strokes,
    struct doc_node *text, size_t len)
{
	uint32_t before = character_before(in, text->source);
	uint32_t after = character_after(in, text->source + len);
	bool space_before = unicode_is_space(before);
	bool space_after = unicode_is_space(after);
	bool mark_before = unicode_is_punctuation(before);
	bool mark_after = unicode_is_punctuation(after);
	struct stroke s = { .text = text, .len = len };

	s.opens = !space_after && (!mark_after || space_before ||
	    mark_before);
	s.closes = !space_before && (!mark_before || space_after ||
	    mark_after);
	if (s.opens || s.closes)
		*vec_push(in->g->scratch, &strokes->list) = s;
}

/* Cuts each run of one or two "~" out of a text. */
static void
cut_text(struct gfm_inlines *in, struct strokes *strokes, struct doc_node *n)
{
	const char *s = n->text;
	size_t off = 0, run;

	while (s[off += strcspn(s + off, "~")] != '\0') {
		struct span at = n->at;
		struct doc_node *text;

		run = strspn(s + off, "~");
		if (run > 2) {
			off += run;
			continue;
		}
		if (off > 0)
			doc_insert_before(n, gfm_text(in, n->source,
			    n->source + off, at));
		at.col += (unsigned)off;
		text = gfm_text(in, n->source + off, n->source + off + run,
		    at);
		doc_insert_before(n, text);
		add_stroke(in, strokes, text, run);
		n->text = s += off + run;
		n->source += off + run;
		n->at.col += (unsigned)(off + run);
		off = 0;
	}
	if (s[0] == '\0')
		doc_unlink(n);
}

static void
strike(struct gfm_inlines *in, struct stroke *open, struct stroke *close)
{
	struct doc_node *n = doc_new(in->g->arena, DOC_STRIKE, open->text->at);
	struct doc_node *child;

	n->source = open->text->source;
	doc_insert_before(open->text, n);
	while ((child = open->text->next) != close->text) {
		doc_unlink(child);
		doc_append(n, child);
	}
	doc_unlink(open->text);
	doc_unlink(close->text);
}

/* The stroke before "index" that "close" meets, or NULL; "bottom": how far
 * back to look. */
static struct stroke *
find_open(struct strokes *strokes, const struct stroke *close, size_t index,
    size_t bottom)
{
	while (index-- > bottom) {
		struct stroke *open = &strokes->list.items[index];

		/* CommonMark's rule about multiples of 3. */
		if (!open->gone && open->opens &&
		    ((!close->opens && !open->closes) ||
		    (open->len + close->len) % 3 != 0))
			return open;
	}
	return NULL;
}

/* One that meets a stroke of another length closes nothing. */
static void
match_strokes(struct gfm_inlines *in, struct strokes *strokes)
{
	/* By what find_open asks of "close". */
	size_t bottoms[2][2] = { { 0, 0 }, { 0, 0 } };

	for (size_t i = 0; i < strokes->list.len; i++) {
		struct stroke *close = &strokes->list.items[i], *open;
		size_t *bottom = &bottoms[close->len - 1][close->opens];

		if (close->gone || !close->closes)
			continue;
		open = find_open(strokes, close, i, *bottom);
		if (open == NULL) {
			*bottom = i;
			continue;
		}
		if (open->len != close->len)
			open = close;
		else
			strike(in, open, close);
		for (; open <= close; open++)
			open->gone = true;
	}
}

static void
strike_children(struct gfm_inlines *in, struct doc_node *parent)
{
	struct strokes strokes = { 0 };
	struct doc_node *n, *next;

	for (n = parent->first; n != NULL; n = next) {
		next = n->next;
		if (n->kind == DOC_TEXT && strchr(n->text, '~') != NULL &&
		    gfm_is_plain(in, n))
			cut_text(in, &strokes, n);
	}
	match_strokes(in, &strokes);
}

void
gfm_strikes(struct gfm_inlines *in)
{
	struct doc_node *n;

	strike_children(in, in->block);
	for (n = in->block->first; n != NULL;
	    n = doc_following(in->block, n)) {
		if (n->first != NULL && n->kind != DOC_STRIKE)
			strike_children(in, n);
	}
}
