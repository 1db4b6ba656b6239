/* SPDX-License-Identifier: MIT */
/*
 * A scale: circles in a row, and what its ends mean.
 *
 * Words stand below the circles that they belong to; those of open circles
 * stand beside them if there is room.  All circles are one Form.
 */
#include "base/arena.h"
#include "base/diag.h"
#include "doc/book.h"
#include "page/form.h"

/* Scales, millimetres (measurements of worksheet parts). */
#define CIRCLE DIM_MM(8)
#define NUMBERED_PITCH DIM_MM10(106)
#define OPEN_PITCH DIM_MM(14)
#define PITCH_LEAST DIM_MM(9)
#define WIDE_CIRCLE DIM_MM(10)
#define WIDE_PITCH DIM_MM(15)
#define CIRCLE_LINE DIM_MM100(35)
#define LABEL_TO_CIRCLES DIM_MM10(15)
#define CIRCLES_TO_WORDS DIM_MM10(15)
#define BESIDE DIM_MM(3)
#define BETWEEN_WORDS DIM_MM(3)
#define BETWEEN DIM_MM(6)
/* Wider than any page. */
#define ONE_LINE DIM_MM(1000)
/* A figure's height in 1000ths of the size, for its middle. */
#define FIGURE_HEIGHT 725

struct scale {
	struct box_maker	*m;
	struct page_box		*box;
	const struct doc_node	*node;
	const struct doc_node	*words[SCALE_RIGHT + 1];
	uint32_t		 tags[SCALE_RIGHT + 1];	/* of the words */
	dim			 circle, pitch;
	int			 in_line, lines;
};

static dim
circles_width(const struct scale *s)
{
	return (s->in_line - 1) * s->pitch + s->circle;
}

/* As wide apart as they should be; closer where there is no room; in several
 * lines where there is not even that. */
static void
measure(struct scale *s, dim width)
{
	int count = s->node->u.scale.count;
	bool numbered = s->node->u.scale.numbered;

	s->circle = CIRCLE;
	s->pitch = numbered ? NUMBERED_PITCH : OPEN_PITCH;
	if (numbered && (count - 1) * WIDE_PITCH + WIDE_CIRCLE <= width) {
		s->circle = WIDE_CIRCLE;
		s->pitch = WIDE_PITCH;
	}
	s->in_line = count;
	s->lines = 1;
	if (circles_width(s) > width)
		s->pitch = (width - s->circle) / (count - 1);
	if (s->pitch >= PITCH_LEAST)
		return;
	s->pitch = PITCH_LEAST;
	s->in_line = (int)((width - s->circle) / s->pitch) + 1;
	if (s->in_line < 1)
		s->in_line = 1;
	s->lines = (count + s->in_line - 1) / s->in_line;
	/* 6 and 5, not 10 and 1. */
	s->in_line = (count + s->lines - 1) / s->lines;
}

static void
put_number(struct scale *s, int number, dim x, dim y, uint32_t tag)
{
	const struct page_style *style = s->m->style;
	const char *words = arena_printf(s->m->arena, "%d", number);
	dim width = box_words_width(s->m, words, PAGE_SMALL, false);

	box_put_words(s->m, s->box, words, PAGE_SMALL, false, x - width / 2,
	    y + dim_scale(style->types[PAGE_SMALL].size, FIGURE_HEIGHT, 2000) -
	    page_baseline(style, PAGE_SMALL), width + DIM_PT, tag,
	    ARTIFACT_NONE);
}

/* The circles from x, y on; returns the height used. */
static dim
put_circles(struct scale *s, dim x, dim y, uint32_t parent)
{
	const char *label = NULL, *left, *right;
	dim height = s->lines * s->pitch - (s->pitch - s->circle), cx, cy;
	uint32_t tag;
	int i;

	if (s->node->first->kind == DOC_LABEL)
		label = form_words(s->m, s->node->first);
	left = form_words(s->m, s->words[SCALE_LEFT]);
	right = form_words(s->m, s->words[SCALE_RIGHT]);
	tag = form_tag(s->m, parent, s->node->id, FIELD_RADIO, label,
	    book_word_with(s->m->book, s->m->arena, "scale-spoken",
	    "label", label == NULL ? "" : label, "left", left == NULL ? "" :
	    left, "right", right == NULL ? "" : right, NULL));
	form_target(s->m, s->box, s->node->id);
	for (i = 0; i < s->node->u.scale.count; i++) {
		cx = x + i % s->in_line * s->pitch + s->circle / 2;
		cy = y + i / s->in_line * s->pitch + s->circle / 2;
		box_circle(s->m, s->box, cx, cy, (s->circle - CIRCLE_LINE) / 2,
		    CIRCLE_LINE, COLOUR_BLACK, false, tag);
		if (s->node->u.scale.numbered)
			put_number(s, i, cx, cy, display_tag(s->m->display,
			    TAG_SPAN, tag, NULL));
	}
	box_mark_area(s->m, s->box, tag, x, y, circles_width(s), height);
	return height;
}

/* The width of the longest line; what is set to know it is thrown away. */
static dim
word_width(struct scale *s, enum doc_scale_place place, dim width)
{
	struct page_box measured = { 0 };
	dim widest;

	box_put_centred(s->m, &measured, s->words[place], PAGE_SMALL, false,
	    0, 0, width, s->tags[place], &widest);
	return widest;
}

static dim
put_word(struct scale *s, enum doc_scale_place place, dim x, dim y, dim width)
{
	return box_put_inlines(s->m, s->box, s->words[place], PAGE_SMALL,
	    false, x, y, width, s->tags[place]);
}

/* First flush with the first circle, last with the last, middle between. */
static dim
put_words_below(struct scale *s, dim x, dim y)
{
	dim total = circles_width(s), room, height, most, widest;

	room = (total - BETWEEN_WORDS) / 2;
	if (s->words[SCALE_MIDDLE] != NULL)
		room = (total - 2 * BETWEEN_WORDS) / 3;
	most = put_word(s, SCALE_LEFT, x, y, room);
	if (s->words[SCALE_MIDDLE] != NULL) {
		height = box_put_centred(s->m, s->box,
		    s->words[SCALE_MIDDLE], PAGE_SMALL, false, x + total / 2,
		    y, room, s->tags[SCALE_MIDDLE], &widest);
		most = height > most ? height : most;
	}
	widest = word_width(s, SCALE_RIGHT, room);
	height = put_word(s, SCALE_RIGHT, x + total - widest, y,
	    widest + DIM_PT);
	return height > most ? height : most;
}

/* "Not at all o o o o o Very" if it fits on one line. */
static bool
put_on_one_line(struct scale *s, dim x, dim y, dim width, uint32_t parent)
{
	dim left, right, height, top;

	if (s->node->u.scale.numbered || s->words[SCALE_MIDDLE] != NULL ||
	    s->lines > 1)
		return false;
	left = word_width(s, SCALE_LEFT, ONE_LINE);
	right = word_width(s, SCALE_RIGHT, ONE_LINE);
	if (left + right + 2 * BESIDE + circles_width(s) > width)
		return false;
	height = put_circles(s, x + left + BESIDE, y, parent);
	top = y + (height - s->m->style->types[PAGE_SMALL].leading) / 2;
	put_word(s, SCALE_LEFT, x, top, left + DIM_PT);
	put_word(s, SCALE_RIGHT, x + left + 2 * BESIDE + circles_width(s), top,
	    right + DIM_PT);
	s->box->height = y + height;
	return true;
}

void
box_scale(struct box_maker *m, struct page_box_list *list,
    const struct doc_node *node, dim x, dim width, uint32_t parent)
{
	struct scale s = { .m = m, .node = node };
	const struct doc_node *word;
	dim y;

	s.box = box_new(m, list, 0);
	s.box->at = node->at;
	s.box->after = BETWEEN;
	y = form_label(m, s.box, node, TAG_P, x, width, parent, &word);
	if (y > 0)
		y += LABEL_TO_CIRCLES;
	for (; word != NULL; word = word->next) {
		s.words[word->u.scale_word.place] = word;
		s.tags[word->u.scale_word.place] = display_tag(m->display,
		    TAG_P, parent, word->id);
		form_target(m, s.box, word->id);
	}
	if (s.words[SCALE_LEFT] == NULL || s.words[SCALE_RIGHT] == NULL)
		BUG("a scale without words at its ends");
	measure(&s, width);
	if (put_on_one_line(&s, x, y, width, parent))
		return;
	y += put_circles(&s, x, y, parent) + CIRCLES_TO_WORDS;
	s.box->height = y + put_words_below(&s, x, y);
}
