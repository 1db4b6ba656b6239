/* SPDX-License-Identifier: MIT */
/*
 * Lines of help as cards, one for each level of danger; the frame's weight
 * tells the level.
 *
 * A card is one box, never split, unless it is higher than a page: then it goes
 * on in a second one.  A number is never broken.
 */
#include "base/arena.h"
#include "page/furniture.h"

/* Help cards, millimetres (design of the default theme). */
#define INSET DIM_MM(4)
#define BAND DIM_MM(9)
#define HEAD_ABOVE DIM_MM(3)
#define HEAD_TO_RULE DIM_MM10(15)
#define BAND_TO_LINES DIM_MM10(15)
#define LINE_PADDING DIM_MM10(15)
#define CARD_BELOW DIM_MM10(15)
#define HEAD_ICON DIM_MM(7)
#define HEAD_WORDS DIM_MM(14)
#define NUMBER_GAP DIM_MM(6)
#define NUMBER_BELOW DIM_MM10(15)
#define LINE_RULE DIM_MM100(18)
#define BETWEEN_CARDS DIM_MM(3)
#define AFTER DIM_MM(6)
#define RADIUS DIM_MM(2)

struct level_look {
	const char		*word;		/* the tool's, for the head */
	enum doc_callout	 icon;
	enum page_type		 number;
	int			 frame;		/* micrometres */
};

static const struct level_look looks[HELP_LEVEL_COUNT] = {
	[HELP_EMERGENCY] = { "help-level-emergency", CALLOUT_EMERGENCY,
	    PAGE_PHONE_EMERGENCY, 900 },
	[HELP_URGENT] = { "help-level-urgent", CALLOUT_URGENT,
	    PAGE_PHONE_URGENT, 700 },
	[HELP_TALK] = { "help-level-talk", CALLOUT_HELP, PAGE_PHONE, 250 },
	[HELP_SPECIALIST] = { "help-level-specialist", CALLOUT_HELP,
	    PAGE_PHONE, 250 },
	[HELP_BABY] = { "help-level-baby", CALLOUT_HELP, PAGE_PHONE, 250 },
};

/* What is said of a line, in the order in which it is read, here and on the
 * website: after the name the number, whatever stands above it. */
enum part {
	PART_NAME, PART_NUMBER, PART_TEXT, PART_HOURS, PART_NOTE, PART_WEB,
	PART_COUNT
};

struct card {
	struct box_maker		*m;
	const struct level_look		*look;
	enum help_level			 level;
	dim				 width;
	struct page_box			 box;
	dim				 y;
	uint32_t			 tag;
	size_t				 lines;
};

/* One line while it is being set: its parts, each from its own corner. */
struct help_parts {
	struct page_box	 boxes[PART_COUNT];
	dim		 x[PART_COUNT], y[PART_COUNT];
	dim		 inner;		/* width between the insets */
	uint32_t	 tag;
};

/* What stands large beside the name or below it. */
struct large {
	const char	*words;		/* NULL: there is only an address */
	enum page_type	 type;
	dim		 width;
};

static uint32_t
put_part(struct card *c, struct help_parts *p, enum part part,
    const char *words, enum page_type type, bool bold, dim width)
{
	uint32_t tag;

	tag = display_tag(c->m->display, TAG_P, p->tag, NULL);
	p->boxes[part].height = box_put_words(c->m, &p->boxes[part], words,
	    type, bold, 0, 0, width, tag, ARTIFACT_NONE);
	return tag;
}

/* What the guide says of a line, in whatever language that is ("lang", if it is
 * not the edition's; or NULL). */
static void
put_own_words(struct card *c, struct help_parts *p, enum part part,
    const char *words, const char *lang, dim width)
{
	uint32_t tag;

	tag = put_part(c, p, part, book_isolated(c->m->book, c->m->arena,
	    words), part == PART_NAME ? PAGE_BODY : PAGE_SMALL, false, width);
	c->m->display->tags.items[tag].lang = lang;
}

/* An address that can be clicked in the PDF. */
static void
put_web(struct card *c, struct help_parts *p, const char *web)
{
	struct page_box *box = &p->boxes[PART_WEB];
	uint32_t tag;
	dim width;

	tag = display_tag(c->m->display, TAG_P, p->tag, NULL);
	tag = display_tag(c->m->display, TAG_LINK, tag, NULL);
	width = box_words_width(c->m, web, PAGE_BODY, false);
	if (width > p->inner)
		width = p->inner;
	box->height = box_put_words(c->m, box, web, PAGE_BODY, false, 0, 0,
	    p->inner, tag, ARTIFACT_NONE);
	furniture_link(c->m, box, tag, (dim[4]){ 0, 0, width, box->height },
	    arena_printf(c->m->arena, "https://%s", web), NULL, web);
}

static const char *
text_words(struct card *c, const struct help_line *line)
{
	const char *number = furniture_number(c->m, line->text_to);

	if (line->text_word == NULL)
		return book_word_with(c->m->book, c->m->arena,
		    "help-text-only", "number", number, NULL);
	return book_word_with(c->m->book, c->m->arena, "help-text", "word",
	    line->text_word, "number", number, NULL);
}

/* What stands large beside the name; NULL if there is only an address. */
static const char *
large_words(struct card *c, const struct help_line *line)
{
	if (line->number != NULL)
		return furniture_number(c->m, book_help_number(line));
	return line->text_to != NULL ? text_words(c, line) : NULL;
}

/* A sentence would be too long in the size of a short number, and so is a long
 * number that finds room beside its name only in the size of the list. */
static enum page_type
large_type(struct card *c, const struct help_parts *p,
    const struct help_line *line, const char *large)
{
	dim left;

	if (line->number == NULL)
		return PAGE_PHONE;
	left = p->inner - NUMBER_GAP -
	    box_words_width(c->m, line->name, PAGE_BODY, false);
	if (box_words_width(c->m, large, c->look->number, true) > left &&
	    box_words_width(c->m, large, PAGE_PHONE, true) <= left)
		return PAGE_PHONE;
	return c->look->number;
}

static dim
larger(dim a, dim b)
{
	return a > b ? a : b;
}

/* Number first, the name and the hours beside it. */
static dim
set_number_first(struct card *c, struct help_parts *p,
    const struct help_line *line, const struct large *large)
{
	dim x = large->width + NUMBER_GAP, height;

	put_own_words(c, p, PART_NAME, line->name, line->name_lang,
	    p->inner - x);
	put_part(c, p, PART_NUMBER, large->words, large->type, true,
	    large->width);
	p->x[PART_NAME] = p->x[PART_HOURS] = x;
	height = p->boxes[PART_NAME].height;
	if (line->hours != NULL) {
		put_own_words(c, p, PART_HOURS, line->hours,
		    line->hours_lang, p->inner - x);
		p->y[PART_HOURS] = height;
		height += p->boxes[PART_HOURS].height;
	}
	return larger(height, p->boxes[PART_NUMBER].height) + NUMBER_BELOW;
}

/* Name and hours at the start, number at the end. */
static dim
set_number_last(struct card *c, struct help_parts *p,
    const struct help_line *line, const struct large *large)
{
	dim left = p->inner - large->width - NUMBER_GAP, height;

	put_own_words(c, p, PART_NAME, line->name, line->name_lang,
	    left);
	put_part(c, p, PART_NUMBER, large->words, large->type, true,
	    large->width);
	p->x[PART_NUMBER] = p->inner - large->width;
	height = p->boxes[PART_NAME].height;
	if (line->hours != NULL) {
		put_own_words(c, p, PART_HOURS, line->hours,
		    line->hours_lang, left);
		p->y[PART_HOURS] = height;
		height += p->boxes[PART_HOURS].height;
	}
	height = larger(height, p->boxes[PART_NUMBER].height);
	/* A number of the list shares the name's baseline, a larger one stands
	 * in the middle. */
	if (large->type == PAGE_PHONE)
		p->y[PART_NUMBER] = page_baseline(c->m->style, PAGE_BODY) -
		    page_baseline(c->m->style, PAGE_PHONE);
	else
		p->y[PART_NUMBER] = (height -
		    p->boxes[PART_NUMBER].height) / 2;
	return height;
}

/* All below each other; the number, if there is one, on a line of its own. */
static dim
set_stacked(struct card *c, struct help_parts *p,
    const struct help_line *line, const struct large *large)
{
	dim height;

	put_own_words(c, p, PART_NAME, line->name, line->name_lang,
	    p->inner);
	height = p->boxes[PART_NAME].height;
	if (large != NULL) {
		put_part(c, p, PART_NUMBER, large->words, large->type, true,
		    p->inner);
		p->y[PART_NUMBER] = height;
		height += p->boxes[PART_NUMBER].height;
	}
	if (line->hours != NULL) {
		put_own_words(c, p, PART_HOURS, line->hours,
		    line->hours_lang, p->inner);
		p->y[PART_HOURS] = height;
		height += p->boxes[PART_HOURS].height;
	}
	return height;
}

/* The lines over the full width: a second way to reach them, note, address. */
static dim
set_rest(struct card *c, struct help_parts *p, const struct help_line *line,
    dim y)
{
	if (line->number != NULL && line->text_to != NULL) {
		put_part(c, p, PART_TEXT, text_words(c, line), PAGE_PHONE,
		    true, p->inner);
		p->y[PART_TEXT] = y;
		y += p->boxes[PART_TEXT].height;
	}
	if (line->note != NULL) {
		put_own_words(c, p, PART_NOTE, line->note, line->note_lang,
		    p->inner);
		p->y[PART_NOTE] = y;
		y += p->boxes[PART_NOTE].height;
	}
	if (line->web != NULL) {
		put_web(c, p, line->web);
		p->y[PART_WEB] = y;
		y += p->boxes[PART_WEB].height;
	}
	return y;
}

static dim
set_line(struct card *c, struct help_parts *p, const struct help_line *line)
{
	struct large large = { large_words(c, line), PAGE_PHONE, 0 };
	dim name, y;

	if (large.words == NULL)
		return set_rest(c, p, line, set_stacked(c, p, line, NULL));
	large.type = large_type(c, p, line, large.words);
	large.width = box_words_width(c->m, large.words, large.type, true);
	name = box_words_width(c->m, line->name, PAGE_BODY, false);
	if (name + NUMBER_GAP + large.width > p->inner)
		y = set_stacked(c, p, line, &large);
	else if (c->level == HELP_EMERGENCY)
		y = set_number_first(c, p, line, &large);
	else
		y = set_number_last(c, p, line, &large);
	return set_rest(c, p, line, y);
}

static bool
is_quiet(const struct card *c)
{
	return c->level != HELP_EMERGENCY && c->level != HELP_URGENT;
}

static void
start_card(struct card *c, bool with_head)
{
	struct box_maker *m = c->m;
	const struct page_style *s = m->style;
	bool emergency = c->level == HELP_EMERGENCY;
	uint32_t ink = m->ink, tag;
	dim top;

	c->box = (struct page_box){ .height = 0 };
	c->lines = 0;
	c->y = HEAD_ABOVE - LINE_PADDING;
	if (!with_head)
		return;
	tag = display_tag(m->display, TAG_H2, c->tag, NULL);
	top = emergency ? (BAND - s->types[PAGE_H3].leading) / 2 : HEAD_ABOVE;
	box_icon(m, &c->box, c->look->icon, INSET, top +
	    (s->types[PAGE_H3].leading - HEAD_ICON) / 2, HEAD_ICON,
	    s->colours[emergency ? PAGE_ON_EMERGENCY : PAGE_ACCENT],
	    s->colours[PAGE_EMERGENCY_HEAD]);
	if (emergency)
		m->ink = s->colours[PAGE_ON_EMERGENCY];
	c->y = top + box_put_words(m, &c->box, book_word(m->book,
	    c->look->word), PAGE_H3, true, HEAD_WORDS, top,
	    c->width - HEAD_WORDS - INSET, tag, ARTIFACT_NONE);
	m->ink = ink;
	if (emergency)
		c->y += top + BAND_TO_LINES;
	else if (is_quiet(c))
		c->y += HEAD_TO_RULE;
}

/* Frame and band lie behind the words, so they are put down now that the
 * height is known; then the words on top of them. */
static void
end_card(struct card *c, struct page_box_list *list, dim x, bool with_head)
{
	const struct page_style *s = c->m->style;
	uint32_t colour;
	struct page_box *box;
	dim frame = dim_um(c->look->frame), band;

	box = box_new(c->m, list, c->y + CARD_BELOW);
	box->after = BETWEEN_CARDS;
	box->at = c->box.at;
	colour = COLOUR_BLACK;
	if (c->level == HELP_EMERGENCY)
		colour = s->colours[PAGE_EMERGENCY_HEAD];
	else if (c->level == HELP_URGENT)
		colour = s->colours[PAGE_ACCENT];
	band = c->level == HELP_EMERGENCY && with_head ? BAND : 0;
	if (band > 0)
		box_fill_round(c->m, box, x, 0, c->width, band,
		    (dim[4]){ RADIUS, RADIUS, 0, 0 }, colour);
	furniture_frame(c->m, box, x, 0, c->width, box->height, frame, colour,
	    COLOUR_WHITE);
	box_move_into(c->m, box, &c->box, x, 0);
}

/* Quiet levels have a rule below their head too. */
static void
put_line(struct card *c, struct help_parts *p, const struct doc_node *node,
    dim height)
{
	int i;

	if (c->lines > 0 || is_quiet(c))
		box_line(c->m, &c->box, INSET, c->y, c->width - INSET, c->y,
		    LINE_RULE, c->m->style->colours[PAGE_RULE], 0);
	for (i = 0; i < PART_COUNT; i++)
		box_move_into(c->m, &c->box, &p->boxes[i], INSET + p->x[i],
		    c->y + LINE_PADDING + p->y[i]);
	if (node->id != NULL)
		*vec_push(c->m->arena, &c->box.targets) = node->id;
	c->box.at = node->at;
	c->y += height + 2 * LINE_PADDING;
	c->lines++;
}

/* The lines of one level; returns the first node of the next. */
static const struct doc_node *
put_level(struct box_maker *m, struct page_box_list *list,
    const struct doc_node *node, dim x, dim width, uint32_t parent)
{
	const struct page_style *s = m->style;
	dim limit = s->height - s->top - s->bottom - CARD_BELOW;
	struct card c = { .m = m, .width = width };
	bool with_head = true;

	c.level = node->u.help.line->level;
	if ((unsigned)c.level >= HELP_LEVEL_COUNT)
		BUG("help of level %d", (int)c.level);
	c.look = &looks[c.level];
	c.tag = display_tag(m->display, TAG_SECT, parent, NULL);
	start_card(&c, true);
	for (; node != NULL && node->u.help.line->level == c.level;
	    node = node->next) {
		struct help_parts p = { .inner = width - 2 * INSET };
		dim height;

		p.tag = display_tag(m->display, TAG_DIV, c.tag, node->id);
		height = set_line(&c, &p, node->u.help.line);
		if (c.lines > 0 && c.y + height + 2 * LINE_PADDING > limit) {
			end_card(&c, list, x, with_head);
			with_head = false;
			start_card(&c, false);
		}
		put_line(&c, &p, node, height);
	}
	end_card(&c, list, x, with_head);
	return node;
}

/* When the lines were last looked at, and on the page of help that nobody has
 * rung them in a sample: one paragraph below the cards. */
static void
put_checked(struct box_maker *m, struct page_box_list *list, dim x, dim width,
    uint32_t parent)
{
	const char *dated = book_help_dated(m->book, m->arena);
	const char *sample = book_sample_line(m->book);
	struct box_piece pieces[3];
	struct page_box *box;
	size_t count = 0;
	uint32_t tag;

	if (m->chapter == NULL || m->chapter->kind != CHAPTER_HELP)
		sample = NULL;
	if (dated == NULL && sample == NULL)
		return;
	tag = display_tag(m->display, TAG_P, parent, NULL);
	if (dated != NULL)
		pieces[count++] = (struct box_piece){ dated, false, tag };
	if (sample != NULL) {
		pieces[count++] = (struct box_piece){ " ", false, tag };
		pieces[count++] = (struct box_piece){ sample, true, tag };
	}
	box = box_new(m, list, 0);
	box->height = box_put_pieces(m, box, pieces, count, PAGE_SMALL, x, 0,
	    width, 0);
}

void
box_help(struct box_maker *m, struct page_box_list *list,
    const struct doc_node *node, dim x, dim width, uint32_t parent)
{
	const struct doc_node *line;
	size_t first = list->len;

	for (line = node->first; line != NULL; )
		line = put_level(m, list, line, x, width, parent);
	if (list->len == first)
		return;
	/* What is said of all lines is said once a chapter. */
	if (doc_is_last_in(node, page_medium(m->style)))
		put_checked(m, list, x, width, parent);
	list->items[list->len - 1].after = AFTER;
}
