/* SPDX-License-Identifier: MIT */
/*
 * How a numbered chapter opens: number, title, lead.
 *
 * In a folded booklet number and lead never move: the title hangs above the
 * lead, so only the gap below the number varies.  A leaf that is printed on one
 * side has no facing page to be level with: there the title follows the number,
 * since large letters need the room.  The title's lines are balanced: no word
 * of it is left alone on a line that another could share.
 */
#include "base/arena.h"
#include "base/messages.h"
#include "base/str.h"
#include "page/furniture.h"
#include "page/ornament.h"

/* Chapter opening, millimetres (design of the default theme). */
#define ZONE DIM_MM(66)
#define NUMBER_TO_TITLE DIM_MM(6)
#define TITLE_TO_LEAD DIM_MM(9)
#define TITLE_LINES_MAX 3
#define LEAD_LINES_MAX 4
#define LEAD_AFTER DIM_MM10(75)
/* The number is as wide as this for a figure of that size. */
#define NUMBER DIM_MM(27)
#define NUMBER_FIGURE (DIM_PT * 277 / 10)
/* The number, tenths of its 116 units from the middle. */
#define NUMBER_UNITS 1160
#define NUMBER_HALF 580
#define TIP_WIDTH 45
#define DISC_X 50
#define DISC_Y (-50)
#define DISC_RADIUS 340
#define RING_WIDTH 25
#define FIGURE_BASELINE 95

static dim
number_width(const struct page_style *s)
{
	return dim_scale(NUMBER, s->types[PAGE_CHAPTER_NUMBER].size,
	    NUMBER_FIGURE);
}

/* Tenths of a unit from the number's top start corner. */
static dim
units(const struct page_style *s, int64_t tenths)
{
	return dim_scale(number_width(s), tenths, NUMBER_UNITS);
}

static void
put_number(struct box_maker *m, struct page_box *box,
    const struct chapter *chapter, uint32_t parent)
{
	const struct page_style *s = m->style;
	dim centre_x = units(s, NUMBER_HALF + DISC_X);
	dim centre_y = units(s, NUMBER_HALF + DISC_Y);
	const char *number;
	dim width, top;
	uint32_t tag;

	box_ornament(m, box, CRESCENT, units(s, NUMBER_HALF),
	    units(s, NUMBER_HALF), units(s, 10), s->colours[PAGE_SAGE], true,
	    s->colours[PAGE_SAGE], units(s, TIP_WIDTH));
	box_circle(m, box, centre_x, centre_y, units(s, DISC_RADIUS), 0,
	    s->colours[PAGE_SAGE_TINT], true, 0);
	if (s->grey)
		box_circle(m, box, centre_x, centre_y, units(s, DISC_RADIUS),
		    units(s, RING_WIDTH), COLOUR_BLACK, false, 0);
	number = arena_printf(m->arena, "%d", chapter->number);
	width = box_words_width(m, number, PAGE_CHAPTER_NUMBER, true);
	top = units(s, NUMBER_HALF + FIGURE_BASELINE) -
	    page_baseline(s, PAGE_CHAPTER_NUMBER);
	tag = display_tag(m->display, TAG_P, parent,
	    furniture_id(m, chapter, "number"));
	box_put_words(m, box, number, PAGE_CHAPTER_NUMBER, true,
	    centre_x - width / 2, top, width, tag, ARTIFACT_NONE);
}

static dim
put_title(struct box_maker *m, struct page_box *box,
    const struct chapter *chapter, uint32_t parent)
{
	uint32_t tag;
	dim width;

	tag = display_tag(m->display, TAG_H1, parent,
	    furniture_id(m, chapter, "title"));
	width = box_balanced_width(m, chapter->title, PAGE_H1, true,
	    page_measure(m->style));
	return box_put_words(m, box, chapter->title, PAGE_H1, true,
	    0, 0, width, tag, ARTIFACT_NONE);
}

/* Returns the height of the lead, 0 if there is none. */
static dim
put_lead(struct box_maker *m, struct page_box *box,
    const struct chapter *chapter, dim y, uint32_t parent)
{
	dim leading = m->style->types[PAGE_LEAD].leading, height;
	uint32_t tag;

	if (str_blank(chapter->summary))
		return 0;
	tag = display_tag(m->display, TAG_P, parent,
	    furniture_id(m, chapter, "summary"));
	height = box_put_words(m, box, chapter->summary, PAGE_LEAD, false, 0,
	    y, page_measure(m->style), tag, ARTIFACT_NONE);
	if (height > LEAD_LINES_MAX * leading)
		diag_say(m->dl, furniture_place(chapter), NULL,
		    SAY_LEAD_TOO_LONG, (long long)(height / leading),
		    LEAD_LINES_MAX);
	return height;
}

/* From the number's top to the lead's. */
static dim
zone_height(const struct page_style *s, dim title)
{
	return s->binding == BINDING_FOLDED ? ZONE :
	    number_width(s) + NUMBER_TO_TITLE + title + TITLE_TO_LEAD;
}

/* The title hangs from its foot, so it is set aside first. */
void
box_chapter_opening(struct box_maker *m, struct page_box_list *list,
    const struct chapter *chapter, uint32_t parent)
{
	dim leading = m->style->types[PAGE_H1].leading, lead, zone;
	struct page_box title = { 0 }, *box;

	box = box_new(m, list, 0);
	box->at = furniture_place(chapter);
	box->break_before = true;
	box->keep_with_next = true;
	*vec_push(m->arena, &box->targets) = furniture_id(m, chapter, "title");
	put_number(m, box, chapter, parent);
	title.height = put_title(m, &title, chapter, parent);
	zone = zone_height(m->style, title.height);
	box_move_into(m, box, &title, 0, zone - TITLE_TO_LEAD - title.height);
	if (title.height > TITLE_LINES_MAX * leading)
		diag_say(m->dl, furniture_place(chapter), NULL,
		    SAY_TITLE_TOO_LONG, (long long)(title.height / leading),
		    TITLE_LINES_MAX);
	lead = put_lead(m, box, chapter, zone, parent);
	box->height = lead > 0 ? zone + lead : zone - TITLE_TO_LEAD;
	box->after = lead > 0 ? LEAD_AFTER : TITLE_TO_LEAD;
}
