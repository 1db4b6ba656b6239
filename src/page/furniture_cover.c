/* SPDX-License-Identifier: MIT */
/*
 * The cover: mark, title, strapline, who hands the guide out, language.
 *
 * Comes in: the book.  Goes out: one box of the page's size, a page with the
 * inner margin at the start edge.  Nothing bleeds.
 */
#include <string.h>

#include "base/arena.h"
#include "base/messages.h"
#include "base/str.h"
#include "page/furniture.h"

/* Cover, millimetres from the trim's top (design of the default theme). */
#define MARK_SIZE DIM_MM(108)
#define MARK_TOP DIM_MM(14)
#define TITLE_TOP DIM_MM(128)
/* On a lower page the mark is so much smaller. */
#define PAGE_HEIGHT DIM_MM(210)
#define TITLE_TO_SUBTITLE DIM_MM(3)
/* The rule is 186 down an A5 page: 24 above its foot. */
#define RULE_ABOVE_FOOT DIM_MM(24)
#define RULE DIM_MM100(35)
#define RULE_TO_WORDS DIM_MM(3)
#define BETWEEN DIM_MM(6)
#define LOGO_HEIGHT DIM_MM(14)
#define LOGO_WIDTH DIM_MM(70)
#define LOGO_TO_RULE DIM_MM(2)

#define TITLE_ID "cover.title"
#define SUBTITLE_ID "cover.subtitle"

/* A title of two parts has a line for each if both fit; else all is one.
 * Returns how many pieces there are. */
static size_t
title_pieces(struct box_maker *m, dim width, uint32_t tag,
    struct box_piece pieces[3])
{
	const char *title = m->book->title, *colon, *first;

	pieces[0] = (struct box_piece){ title, true, tag };
	colon = strstr(title, ": ");
	if (colon == NULL ||
	    box_words_width(m, title, PAGE_COVER_TITLE, true) <= width)
		return 1;
	first = arena_strndup(m->arena, title, (size_t)(colon + 1 - title));
	if (box_words_width(m, first, PAGE_COVER_TITLE, true) > width ||
	    box_words_width(m, colon + 2, PAGE_COVER_TITLE, true) > width)
		return 1;
	pieces[0].words = first;
	pieces[1] = (struct box_piece){ NULL, true, tag };
	pieces[2] = (struct box_piece){ colon + 2, true, tag };
	return 3;
}

static dim
put_title(struct box_maker *m, struct page_box *box, uint32_t sect, dim x,
    dim y, dim width)
{
	struct box_piece pieces[3];
	size_t count;
	uint32_t tag;

	tag = display_tag(m->display, TAG_H1, sect, TITLE_ID);
	count = title_pieces(m, width, tag, pieces);
	y += box_put_pieces(m, box, pieces, count, PAGE_COVER_TITLE, x, y,
	    width, 0);
	if (str_blank(m->book->strapline))
		return y;
	y += TITLE_TO_SUBTITLE;
	tag = display_tag(m->display, TAG_P, sect, SUBTITLE_ID);
	return y + box_put_words(m, box, m->book->strapline,
	    PAGE_COVER_SUBTITLE, false, x, y, width, tag, ARTIFACT_NONE);
}

/* Who hands it out at the start, the language at the end. */
static void
put_foot(struct box_maker *m, struct page_box *box, uint32_t sect, dim x,
    dim y, dim width)
{
	const char *language = book_word(m->book, "language-name");
	dim language_width;
	uint32_t tag;

	box_line(m, box, x, y, x + width, y, RULE, COLOUR_BLACK, 0);
	y += RULE_TO_WORDS;
	language_width = box_words_width(m, language, PAGE_BODY, false);
	if (!str_blank(m->book->clinic.name)) {
		tag = display_tag(m->display, TAG_P, sect, NULL);
		box_put_words(m, box, m->book->clinic.name, PAGE_BODY, true,
		    x, y, width - language_width - BETWEEN, tag,
		    ARTIFACT_NONE);
	}
	tag = display_tag(m->display, TAG_P, sect, NULL);
	furniture_words_at_end(m, box, language, PAGE_BODY, false, x + width,
	    y, width, tag);
}

void
box_cover(struct box_maker *m, struct page_box_list *list)
{
	const struct page_style *s = m->style;
	dim rule = s->height - RULE_ABOVE_FOOT;
	dim less = s->height < PAGE_HEIGHT ? PAGE_HEIGHT - s->height : 0;
	dim mark = MARK_SIZE - less;
	struct page_box *box;
	uint32_t sect;
	dim end, last;

	box = box_new(m, list, s->height);
	box->break_before = true;
	*vec_push(m->arena, &box->targets) = TITLE_ID;
	sect = display_tag(m->display, TAG_SECT, 1, NULL);
	furniture_mark(m, box, s->inner - furniture_mark_pull(mark), MARK_TOP,
	    mark);
	end = put_title(m, box, sect, s->inner, TITLE_TOP - less,
	    page_measure(s));
	put_foot(m, box, sect, s->inner, rule, page_measure(s));
	last = rule;
	if (m->book->clinic.logo != NULL ||
	    m->book->clinic.logo_picture != NULL)
		last -= LOGO_HEIGHT + LOGO_TO_RULE;
	box_logo(m, box, s->inner, rule - LOGO_TO_RULE, LOGO_WIDTH,
	    LOGO_HEIGHT);
	if (end > last)
		diag_say(m->dl, furniture_place(NULL), NULL,
		    SAY_COVER_TOO_FULL,
		    (long long)(dim_to_um(end - last) / 1000 + 1));
}
