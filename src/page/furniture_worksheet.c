/* SPDX-License-Identifier: MIT */
/*
 * Head and foot of a page to write on.
 *
 * The black rule under the head is the only one in the booklet: below it one
 * writes.
 */
#include "base/arena.h"
#include "base/messages.h"
#include "base/str.h"
#include "page/furniture.h"
#include "page/page_breaks.h"

/* Worksheet head, millimetres (design of the default theme). */
#define HEAD DIM_MM(30)
#define ICON DIM_MM(6)
/* The icon's own empty border, so that what is drawn stands flush. */
#define ICON_BORDER DIM_MM10(3)
#define WORDS_START DIM_MM(9)
#define NUMBER_TO_TIME DIM_MM(3)
#define FIRST_LINE DIM_MM(6)
#define LINE_TO_TITLE DIM_MM10(22)
/* The rule's foot; three are free below it. */
#define RULE_FOOT DIM_MM(27)
#define RULE DIM_MM100(50)
/* Worksheet foot: the rule, the kind line, in samples two lines more. */
#define FOOT_LIVE DIM_MM(12)
#define FOOT_SAMPLE DIM_MM(18)
#define FOOT_RULE DIM_MM100(25)
#define SOMEONE_GAP DIM_MM(4)
#define EDITION_GAP DIM_MM(4)

/* "Worksheet 2" in Bold; returns its width. */
static dim
put_number(struct box_maker *m, struct page_box *box,
    const struct chapter *sheet, uint32_t parent)
{
	const char *words;
	dim width;
	uint32_t tag;

	words = book_word_with(m->book, m->arena, "worksheet", "number",
	    arena_printf(m->arena, "%d", sheet->number), NULL);
	width = box_words_width(m, words, PAGE_SMALL, true);
	tag = display_tag(m->display, TAG_P, parent,
	    furniture_id(m, sheet, "number"));
	box_put_words(m, box, words, PAGE_SMALL, true, WORDS_START, 0, width,
	    tag, ARTIFACT_NONE);
	return width;
}

/* Three pieces: what the tool says before, the sheet's own words, after. */
static size_t
add_pieces(struct box_maker *m, struct box_piece *pieces, const char *key,
    const char *value, const char *id, uint32_t tag)
{
	struct furniture_words words;

	if (str_blank(value))
		return 0;
	words = furniture_words(m, key, "words");
	pieces[0] = (struct box_piece){ words.before, false, tag };
	pieces[1] = (struct box_piece){ value, false,
	    display_tag(m->display, TAG_SPAN, tag, id) };
	pieces[2] = (struct box_piece){ words.after, false, tag };
	return 3;
}

/* "For any week. 2 minutes a day." */
static dim
put_time(struct box_maker *m, struct page_box *box,
    const struct chapter *sheet, dim x, uint32_t parent)
{
	struct box_piece pieces[7];
	size_t count;
	uint32_t tag;

	if (str_blank(sheet->for_whom) && str_blank(sheet->duration))
		return 0;
	tag = display_tag(m->display, TAG_P, parent, NULL);
	count = add_pieces(m, pieces, "worksheet-for", sheet->for_whom,
	    furniture_id(m, sheet, "for"), tag);
	if (count > 0)
		pieces[count++] = (struct box_piece){ " ", false, tag };
	count += add_pieces(m, pieces + count, "worksheet-time",
	    sheet->duration, furniture_id(m, sheet, "time"), tag);
	return box_put_pieces(m, box, pieces, count, PAGE_SMALL, x, 0,
	    page_measure(m->style) - x, 0);
}

static dim
put_title_and_why(struct box_maker *m, struct page_box *box,
    const struct chapter *sheet, dim y, uint32_t parent)
{
	dim width = page_measure(m->style);
	uint32_t tag;

	tag = display_tag(m->display, TAG_H1, parent,
	    furniture_id(m, sheet, "title"));
	y += box_put_words(m, box, sheet->title, PAGE_WORKSHEET_TITLE, true,
	    0, y, width, tag, ARTIFACT_NONE);
	if (str_blank(sheet->why))
		return y;
	tag = display_tag(m->display, TAG_P, parent,
	    furniture_id(m, sheet, "why"));
	return y + box_put_words(m, box, sheet->why, PAGE_BODY, false, 0, y,
	    width, tag, ARTIFACT_NONE);
}

void
box_worksheet_head(struct box_maker *m, struct page_box_list *list,
    const struct chapter *chapter, uint32_t parent)
{
	const struct page_style *s = m->style;
	dim first, end, more, rule, number;
	struct page_box *box;

	box = box_new(m, list, 0);
	box->at = furniture_place(chapter);
	box->break_before = true;
	box->keep_with_next = true;
	*vec_push(m->arena, &box->targets) = furniture_id(m, chapter, "title");
	box_icon(m, box, CALLOUT_TRY, -ICON_BORDER, 0, ICON,
	    s->colours[PAGE_PRIMARY], COLOUR_WHITE);
	number = put_number(m, box, chapter, parent);
	first = put_time(m, box, chapter,
	    WORDS_START + number + NUMBER_TO_TIME, parent);
	if (first < FIRST_LINE)
		first = FIRST_LINE;
	end = put_title_and_why(m, box, chapter, first + LINE_TO_TITLE,
	    parent);
	/* What takes more lines than one each pushes the rule down. */
	more = end - (FIRST_LINE + LINE_TO_TITLE +
	    s->types[PAGE_WORKSHEET_TITLE].leading +
	    s->types[PAGE_BODY].leading);
	if (more <= PAGE_TOLERANCE)
		more = 0;
	rule = RULE_FOOT + more - RULE / 2;
	box_line(m, box, 0, rule, page_measure(s), rule, RULE, COLOUR_BLACK,
	    0);
	box->height = HEAD + more;
	if (more > 0)
		diag_say(m->dl, box->at, NULL, SAY_WORKSHEET_HEAD_TOO_HIGH,
		    (long long)(dim_to_um(more) / 1000 + 1));
}

/* Whom to ring, at the end of the first line: a sheet may be all that somebody
 * has at hand.  Without the name if both are too long, and on a line of its
 * own if there is no room beside "taken".  Returns the height of its own. */
static dim
put_someone(struct box_maker *m, struct page_box *box, dim taken, dim y,
    uint32_t parent)
{
	const struct help_line *line = book_someone(m->book);
	dim width = page_measure(m->style), wanted;
	const char *number, *words;
	bool beside;

	if (line == NULL)
		return 0;
	number = furniture_number(m, book_help_number(line));
	words = arena_printf(m->arena, "%s %s", line->name, number);
	wanted = box_words_width(m, words, PAGE_SMALL, true);
	if (taken + SOMEONE_GAP + wanted > width) {
		words = number;
		wanted = box_words_width(m, words, PAGE_SMALL, true);
	}
	beside = taken + SOMEONE_GAP + wanted <= width;
	furniture_words_at_end(m, box, words, PAGE_SMALL, true, width,
	    beside ? 0 : y, wanted, display_tag(m->display, TAG_P, parent,
	    NULL));
	return beside ? 0 : m->style->types[PAGE_SMALL].leading;
}

/* Which edition a sheet is of, so that two in one drawer can be told apart.  A
 * sheet that goes its own way names the guide too. */
static const char *
edition_words(struct box_maker *m)
{
	const struct book *b = m->book;

	if (m->style->binding == BINDING_LOOSE)
		return b->edition_code;
	return book_isolated(b, m->arena, arena_printf(m->arena, "%s %s %s",
	    b->version, b->clinic.id, b->lang));
}

/* At the end of the foot's last line, of which "taken" is in use, or on a line
 * of its own.  Returns the height of that. */
static dim
put_edition(struct box_maker *m, struct page_box *box, dim taken, dim y,
    uint32_t parent)
{
	dim width = page_measure(m->style), wanted;
	dim leading = m->style->types[PAGE_SMALL].leading;
	const char *words = edition_words(m);
	bool beside;
	uint32_t tag;

	tag = display_tag(m->display, TAG_P, parent, NULL);
	wanted = box_words_width(m, words, PAGE_SMALL, false);
	beside = taken + EDITION_GAP + wanted <= width;
	if (!beside && m->style->binding == BINDING_LOOSE)
		return box_put_words(m, box, words, PAGE_SMALL, false, 0, y,
		    width, tag, ARTIFACT_NONE);
	if (wanted <= width) {
		furniture_words_at_end(m, box, words, PAGE_SMALL, false,
		    width, beside ? y - leading : y, wanted, tag);
		return beside ? 0 : leading;
	}
	return box_put_words(m, box, words, PAGE_SMALL, false, 0, y, width,
	    tag, ARTIFACT_NONE);
}

void
box_worksheet_foot(struct box_maker *m, struct page_box_list *list,
    const struct chapter *chapter, uint32_t parent)
{
	const char *sample = book_sample_line(m->book), *closing;
	dim width = page_measure(m->style), y, height, needed, taken = width;
	struct page_box *box;
	bool own;
	uint32_t tag;

	box = box_new(m, list, 0);
	box->at = furniture_place(chapter);
	box_line(m, box, 0, 0, width, 0, FOOT_RULE, COLOUR_BLACK, 0);
	own = !str_blank(chapter->closing);
	closing = own ? chapter->closing :
	    book_word(m->book, "worksheet-keep");
	tag = display_tag(m->display, TAG_P, parent,
	    own ? furniture_id(m, chapter, "closing") : NULL);
	y = box_put_words(m, box, closing, PAGE_SMALL, false, 0, 0, width,
	    tag, ARTIFACT_NONE);
	y += put_someone(m, box, y > m->style->types[PAGE_SMALL].leading ?
	    width : box_words_width(m, closing, PAGE_SMALL, false), y, parent);
	if (sample != NULL) {
		tag = display_tag(m->display, TAG_P, parent, NULL);
		y += box_put_words(m, box, sample, PAGE_SMALL, false, 0, y,
		    width, tag, ARTIFACT_NONE);
		taken = box_last_line_width(m, sample, PAGE_SMALL, false,
		    width);
	}
	needed = y;
	y += put_edition(m, box, taken, y, parent);
	height = sample != NULL ? FOOT_SAMPLE : FOOT_LIVE;
	box->height = y > height ? y : height;
	/* What a loose sheet and the name of an edition take more has its room
	 * from the body. */
	if (needed > height + PAGE_TOLERANCE &&
	    m->style->binding != BINDING_LOOSE)
		diag_say(m->dl, box->at, NULL, SAY_WORKSHEET_FOOT_TOO_HIGH,
		    (long long)(dim_to_um(needed - height) / 1000 + 1));
}
