/* SPDX-License-Identifier: MIT */
/*
 * The back cover: a kind line, one number to call, the way to the website, the
 * clinic, what version this is.
 *
 * Comes in: the book.  Goes out: one box of the page's size, a page with the
 * outer margin at the start edge.  What the profile leaves blank leaves no
 * gap.
 */
#include "base/arena.h"
#include "base/messages.h"
#include "base/str.h"
#include "page/box_path.h"
#include "page/furniture.h"
#include "page/qr.h"

/* Back cover, millimetres (design of the default theme). */
#define MARK_SIZE DIM_MM(27)
#define MARK_TOP DIM_MM10(135)
#define KIND_LINE_MIDDLE DIM_MM(27)
#define KIND_LINE_START DIM_MM(31)
#define PARTS_TOP DIM_MM(45)
#define BETWEEN DIM_MM(6)
#define BETWEEN_LEAST DIM_MM(4)
/* For which the measures are; a lower one moves its ends apart, and one that is
 * lower still, large print on Letter, moves its parts closer. */
#define PAGE_HEIGHT DIM_MM(210)
#define APART_MOST DIM_MM(6)
#define HELP DIM_MM(18)
#define HELP_LINE DIM_MM10(7)
#define HELP_INSET DIM_MM10(45)
#define HELP_ICON DIM_MM(7)
#define HELP_WORDS DIM_MM(16)
#define HELP_GAP DIM_MM(4)
/* The code alone; 6 mm of white round it are at least the 4 modules of its
 * quiet zone (ISO/IEC 18004, 5.3.8). */
#define QR_SIZE DIM_MM(30)
#define QR_WORDS DIM_MM(36)
#define NAME_TO_ROWS DIM_MM(3)
#define ROWS_TO_TEXT DIM_MM(3)
#define LABELS DIM_MM(33)
#define LABEL_GAP DIM_MM(3)
#define FOOT_RULE DIM_MM100(25)
#define RULE_TO_WORDS DIM_MM(3)
#define VERSION_TO_SAMPLE DIM_MM(3)

struct back_cover {
	struct box_maker	*m;
	struct page_box		*box;
	dim			 x, y, width;
	/* How far what hangs from the top and what stands at the foot of a low
	 * page move apart. */
	dim			 apart;
	dim			 between;	/* its parts */
	uint32_t		 sect;
};

static uint32_t
new_tag(struct back_cover *b, enum display_role role, uint32_t parent)
{
	return display_tag(b->m->display, role, parent, NULL);
}

static void
put_kind_line(struct back_cover *b)
{
	const char *line = book_word(b->m->book, "back-cover-line");
	struct page_box words = { 0 };

	furniture_mark(b->m, b->box, b->x - furniture_mark_pull(MARK_SIZE),
	    MARK_TOP - b->apart, MARK_SIZE);
	words.height = box_put_words(b->m, &words, line, PAGE_LEAD, false, 0,
	    0, b->width - KIND_LINE_START, new_tag(b, TAG_P, b->sect),
	    ARTIFACT_NONE);
	box_move_into(b->m, b->box, &words, b->x + KIND_LINE_START,
	    KIND_LINE_MIDDLE - b->apart - words.height / 2);
	b->y = PARTS_TOP - b->apart;
}

static void
put_help(struct back_cover *b)
{
	struct box_maker *m = b->m;
	const struct page_style *s = m->style;
	const struct help_line *line = book_someone(m->book);
	struct page_box words = { 0 };
	const char *number;
	dim width, height;
	uint32_t tag;

	if (line == NULL)
		return;
	number = furniture_number(m, book_help_number(line));
	width = box_words_width(m, number, PAGE_PHONE, true);
	tag = new_tag(b, TAG_P, b->sect);
	words.height = box_put_words(m, &words, book_word(m->book,
	    "back-cover-help"), PAGE_BODY, true, 0, 0, b->width - HELP_WORDS -
	    HELP_INSET - HELP_GAP - width, tag, ARTIFACT_NONE);
	tag = new_tag(b, TAG_P, b->sect);
	words.height += box_put_words(m, &words, line->name, PAGE_BODY, false,
	    0, words.height, b->width - HELP_WORDS - HELP_INSET - HELP_GAP -
	    width, tag, ARTIFACT_NONE);
	height = words.height + HELP - 2 * s->types[PAGE_BODY].leading;
	furniture_frame(m, b->box, b->x, b->y, b->width, height, HELP_LINE,
	    s->colours[PAGE_ACCENT], s->colours[PAGE_TINT_HELP]);
	box_icon(m, b->box, CALLOUT_HELP, b->x + HELP_INSET,
	    b->y + (height - HELP_ICON) / 2, HELP_ICON,
	    s->colours[PAGE_ACCENT], COLOUR_WHITE);
	box_move_into(m, b->box, &words, b->x + HELP_WORDS,
	    b->y + (height - words.height) / 2);
	tag = new_tag(b, TAG_P, b->sect);
	furniture_words_at_end(m, b->box, number, PAGE_PHONE, true,
	    b->x + b->width - HELP_INSET,
	    b->y + (height - s->types[PAGE_PHONE].leading) / 2, width, tag);
	b->y += height + b->between;
}

/* All dark squares are one path. */
static void
put_code(struct back_cover *b, const struct qr_code *code, uint32_t figure)
{
	struct path p = { NULL, 0, 0 };
	struct display_item *item;
	size_t first = b->box->items.len, i;
	dim left, right, top, bottom;

	for (i = 0; i < code->row_count; i++) {
		const struct qr_row *row = &code->rows[i];

		left = dim_scale(QR_SIZE, row->x, code->side);
		right = dim_scale(QR_SIZE, row->x + row->width, code->side);
		top = dim_scale(QR_SIZE, row->y, code->side);
		bottom = dim_scale(QR_SIZE, row->y + 1, code->side);
		path_to(b->m, &p, PATH_MOVE, left, top);
		path_to(b->m, &p, PATH_LINE, right, top);
		path_to(b->m, &p, PATH_LINE, right, bottom);
		path_to(b->m, &p, PATH_LINE, left, bottom);
		path_add(b->m, &p, PATH_CLOSE);
	}
	item = path_put(b->m, b->box, &p, figure);
	item->u.path.x = b->x;
	item->u.path.y = b->y;
	item->u.path.fill = true;
	item->u.path.fill_colour = COLOUR_BLACK;
	box_mark_area(b->m, b->box, figure, b->x, b->y, QR_SIZE, QR_SIZE);
	/* A code that is mirrored is not one. */
	if (b->m->book->right_to_left)
		box_mirror_items(b->m, b->box, first, b->x + QR_SIZE / 2);
}

static void
put_address(struct back_cover *b, dim x, dim height)
{
	struct box_maker *m = b->m;
	const char *url = m->book->clinic.site_url;
	const char *address = furniture_address(url);
	dim width = b->x + b->width - x, label, words;
	struct page_box box = { 0 };
	uint32_t link;

	label = box_put_words(m, &box, book_word(m->book, "qr-label"),
	    PAGE_BODY, true, 0, 0, width, new_tag(b, TAG_P, b->sect),
	    ARTIFACT_NONE);
	link = new_tag(b, TAG_LINK, new_tag(b, TAG_P, b->sect));
	words = box_put_words(m, &box, address, PAGE_BODY, false, 0, label,
	    width, link, ARTIFACT_NONE);
	furniture_link(m, &box, link, (dim[4]){ 0, label, width,
	    label + words }, url, NULL, address);
	box.height = label + words;
	if (height < box.height)
		height = box.height;
	box_move_into(m, b->box, &box, x, b->y + (height - box.height) / 2);
	b->y += height + b->between;
}

/* The way to the website: a code to scan and the address in words. */
static void
put_website(struct back_cover *b)
{
	struct box_maker *m = b->m;
	const char *url = m->book->clinic.site_url, *page;
	struct qr_code code;
	uint32_t figure;

	if (str_blank(url))
		return;
	/* The page that says whether this copy is the newest.  What stands
	 * behind the # is for the page alone: no server is sent it. */
	page = arena_printf(m->arena, "%s/current.html", url);
	if (!qr_encode(m->arena, arena_printf(m->arena, "%s#v=%s", page,
	    m->book->version), &code)) {
		put_address(b, b->x, 0);
		return;
	}
	figure = new_tag(b, TAG_FIGURE, b->sect);
	m->display->tags.items[figure].alt = book_word_with(m->book, m->arena,
	    "qr-alt", "address", furniture_address(page), NULL);
	put_code(b, &code, figure);
	put_address(b, b->x + QR_WORDS, QR_SIZE);
}

static void
put_row(struct back_cover *b, const char *key, const char *value,
    uint32_t rows)
{
	dim label, words;
	uint32_t item;

	if (str_blank(value))
		return;
	item = new_tag(b, TAG_LI, rows);
	label = box_put_words(b->m, b->box, book_word(b->m->book, key),
	    PAGE_BODY, true, b->x, b->y, LABELS - LABEL_GAP,
	    new_tag(b, TAG_LBL, item), ARTIFACT_NONE);
	words = box_put_words(b->m, b->box, value, PAGE_BODY, false,
	    b->x + LABELS, b->y, b->width - LABELS,
	    new_tag(b, TAG_LBODY, item), ARTIFACT_NONE);
	b->y += label > words ? label : words;
}

static void
put_clinic(struct back_cover *b)
{
	const struct book_clinic *clinic = &b->m->book->clinic;
	const char *phone;
	uint32_t rows;

	if (!str_blank(clinic->name)) {
		b->y += box_put_words(b->m, b->box, clinic->name, PAGE_H2,
		    true, b->x, b->y, b->width, new_tag(b, TAG_H2, b->sect),
		    ARTIFACT_NONE);
		b->y += NAME_TO_ROWS;
	}
	phone = str_blank(clinic->phone_display) ? clinic->phone :
	    clinic->phone_display;
	rows = new_tag(b, TAG_L, b->sect);
	if (phone != NULL)
		put_row(b, "clinic-phone", furniture_number(b->m, phone),
		    rows);
	put_row(b, "clinic-email", clinic->email, rows);
	put_row(b, "clinic-hours", book_isolated(b->m->book, b->m->arena,
	    clinic->hours), rows);
	put_row(b, "clinic-address", book_isolated(b->m->book, b->m->arena,
	    clinic->address), rows);
	if (str_blank(clinic->emergency_text))
		return;
	b->y += ROWS_TO_TEXT;
	b->y += box_put_words(b->m, b->box, clinic->emergency_text, PAGE_BODY,
	    false, b->x, b->y, b->width, new_tag(b, TAG_P, b->sect),
	    ARTIFACT_NONE);
}

/* Version and dates, and what nobody has checked; from the box's top. */
static void
set_foot(struct back_cover *b, struct page_box *foot)
{
	const struct book *book = b->m->book;
	const char *words, *state[] = { book_sample_line(book),
	    book_partial_line(book) };
	bool apart = false;

	words = book_word_with(book, b->m->arena, "back-cover-version",
	    "version", book->version, "date", book->date_words != NULL ?
	    book->date_words : book->date, NULL);
	foot->height = box_put_words(b->m, foot, words, PAGE_SMALL, false, 0,
	    0, b->width, new_tag(b, TAG_P, b->sect), ARTIFACT_NONE);
	words = book->next_review_words != NULL ? book->next_review_words :
	    book->next_review;
	if (words != NULL)
		foot->height += box_put_words(b->m, foot,
		    book_word_with(book, b->m->arena, "next-review", "date",
		    words, NULL), PAGE_SMALL, false, 0, foot->height,
		    b->width, new_tag(b, TAG_P, b->sect), ARTIFACT_NONE);
	for (size_t i = 0; i < sizeof(state) / sizeof(state[0]); i++) {
		if (state[i] == NULL)
			continue;
		if (!apart)
			foot->height += VERSION_TO_SAMPLE;
		apart = true;
		foot->height += box_put_words(b->m, foot, state[i],
		    PAGE_SMALL, true, 0, foot->height, b->width,
		    new_tag(b, TAG_P, b->sect), ARTIFACT_NONE);
	}
}

static void
put_foot(struct back_cover *b)
{
	const struct page_style *s = b->m->style;
	struct page_box foot = { 0 };
	dim top, rule;

	set_foot(b, &foot);
	top = s->height - s->bottom - foot.height + b->apart;
	rule = top - RULE_TO_WORDS;
	box_line(b->m, b->box, b->x, rule, b->x + b->width, rule, FOOT_RULE,
	    COLOUR_BLACK, 0);
	box_move_into(b->m, b->box, &foot, b->x, top);
	if (b->y > rule)
		diag_say(b->m->dl, furniture_place(NULL), NULL,
		    SAY_BACK_COVER_TOO_FULL,
		    (long long)(dim_to_um(b->y - rule) / 1000 + 1));
}

/* What a low page lacks comes from above, from below, then from between. */
static void
fit_to(struct back_cover *b, dim height)
{
	dim lack = PAGE_HEIGHT - height;

	if (lack <= 0)
		return;
	b->apart = lack / 2 < APART_MOST ? lack / 2 : APART_MOST;
	lack -= 2 * b->apart;
	b->between -= lack / 2 < BETWEEN - BETWEEN_LEAST ? lack / 2 :
	    BETWEEN - BETWEEN_LEAST;
}

void
box_back_cover(struct box_maker *m, struct page_box_list *list)
{
	const struct page_style *s = m->style;
	struct back_cover b = { m, NULL, s->binding == BINDING_FOLDED ?
		s->outer : s->inner, 0, page_measure(s), 0, BETWEEN, 0 };

	fit_to(&b, s->height);
	b.box = box_new(m, list, s->height);
	b.box->break_before = true;
	b.sect = display_tag(m->display, TAG_SECT, 1, NULL);
	put_kind_line(&b);
	put_help(&b);
	put_website(&b);
	put_clinic(&b);
	put_foot(&b);
}
