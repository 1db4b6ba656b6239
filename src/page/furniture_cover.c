/* SPDX-License-Identifier: MIT */
/*
 * The cover: mark, title, strapline, who hands the guide out, language.
 *
 * Comes in: the book.  Goes out: one box of the page's size, a page with the
 * inner margin at the start edge.  Nothing bleeds.
 */
#include "base/arena.h"
#include "base/str.h"
#include "page/furniture.h"

/* Cover, millimetres from the trim's top (design of the default theme). */
#define MARK_SIZE DIM_MM(108)
#define MARK_TOP DIM_MM(14)
#define TITLE_TOP DIM_MM(128)
#define TITLE_TO_SUBTITLE DIM_MM(3)
/* The rule is 186 down an A5 page: 24 above its foot. */
#define RULE_ABOVE_FOOT DIM_MM(24)
#define RULE DIM_MM100(35)
#define RULE_TO_WORDS DIM_MM(3)
#define BETWEEN DIM_MM(6)

#define TITLE_ID "cover.title"
#define SUBTITLE_ID "cover.subtitle"

static dim
put_title(struct box_maker *m, struct page_box *box, uint32_t sect, dim x,
    dim width)
{
	dim y = TITLE_TOP;
	uint32_t tag;

	tag = display_tag(m->display, TAG_H1, sect, TITLE_ID);
	y += box_put_words(m, box, m->book->title, PAGE_COVER_TITLE, true, x,
	    y, width, tag, ARTIFACT_NONE);
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
	struct page_box *box;
	uint32_t sect;
	dim end;

	box = box_new(m, list, s->height);
	box->break_before = true;
	*vec_push(m->arena, &box->targets) = TITLE_ID;
	sect = display_tag(m->display, TAG_SECT, 1, NULL);
	furniture_mark(m, box, s->inner - furniture_mark_pull(MARK_SIZE),
	    MARK_TOP, MARK_SIZE);
	end = put_title(m, box, sect, s->inner, page_measure(s));
	put_foot(m, box, sect, s->inner, rule, page_measure(s));
	if (end > rule)
		diag_add(m->dl, DIAG_WARNING, "cover-too-full",
		    furniture_place(NULL), "make the title or the strapline "
		    "of the guide shorter",
		    "title and strapline are %lld mm too high for the cover",
		    (long long)(dim_to_um(end - rule) / 1000 + 1));
}
