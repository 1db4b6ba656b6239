/* SPDX-License-Identifier: MIT */
/*
 * The contents: chapters and pages to write on with their page numbers, and
 * where help is.
 *
 * Comes in: the book's print sequence, page numbers as last known.  Goes out:
 * a box as high as the text block, more if one is not enough.  Page numbers
 * stand on lines of their own, so rows keep their height from pass to pass.
 */
#include "base/arena.h"
#include "base/str.h"
#include "page/furniture.h"
#include "page/page_breaks.h"

/* Contents, millimetres (design of the default theme). */
#define TITLE_TO_ROWS DIM_MM10(45)
#define ROW DIM_MM10(75)
#define ROW_TO_WORDS DIM_MM10(5)
#define ROW_BELOW_WORDS DIM_MM10(10)
#define ROW_RULE DIM_MM100(18)
#define NUMBERS DIM_MM(9)
#define PAGES DIM_MM(14)
#define ICON DIM_MM(5)
#define ICON_BORDER DIM_MM10(3)
#define ROWS_TO_HEADING DIM_MM(9)
#define HEADING_TO_ROWS DIM_MM10(15)
#define ROWS_TO_HELP DIM_MM(9)
/* What is between the groups when all is to stay on one page. */
#define NARROW DIM_MM10(45)
#define HELP DIM_MM(15)
#define HELP_LINE DIM_MM10(7)
#define HELP_INSET DIM_MM10(45)
#define HELP_ICON DIM_MM(7)
#define HELP_WORDS DIM_MM(16)

struct contents {
	struct box_maker	*m;
	struct page_box_list	*list;
	dim			 y, width, height;
	bool			 narrow;
	bool			 two_pages;
	uint32_t		 sect;
};

static struct page_box *
current_page(const struct contents *c)
{
	return &c->list->items[c->list->len - 1];
}

static void
new_page(struct contents *c)
{
	box_new(c->m, c->list, c->height)->break_before = true;
	c->y = 0;
}

/* Starts a page if "height" is not left on this one. */
static void
make_room(struct contents *c, dim height)
{
	if (c->y > 0 && c->y + height > c->height + PAGE_TOLERANCE)
		new_page(c);
}

static const char *
row_title(const struct chapter *chapter)
{
	return str_blank(chapter->nav_title) ? chapter->title :
	    chapter->nav_title;
}

static void
put_row_start(struct contents *c, struct page_box *row,
    const struct chapter *chapter, uint32_t item)
{
	uint32_t tag;

	if (chapter->kind == CHAPTER_WORKSHEET) {
		box_icon(c->m, row, CALLOUT_TRY, -ICON_BORDER, ROW_TO_WORDS +
		    (c->m->style->types[PAGE_BODY].leading - ICON) / 2, ICON,
		    c->m->style->colours[PAGE_PRIMARY], COLOUR_WHITE);
		return;
	}
	if (chapter->kind != CHAPTER_NUMBERED || chapter->number <= 0)
		return;
	tag = display_tag(c->m->display, TAG_LBL, item, NULL);
	box_put_words(c->m, row, arena_printf(c->m->arena, "%d",
	    chapter->number), PAGE_BODY, true, 0, ROW_TO_WORDS, NUMBERS, tag,
	    ARTIFACT_NONE);
}

/* What a link to a page is called by those who hear it. */
static const char *
link_words(struct contents *c, const char *title, const char *page)
{
	const struct book *b = c->m->book;

	return book_word_with(b, c->m->arena, "pair", "first", title,
	    "second", book_word_with(b, c->m->arena, "page", "page", page,
	    NULL), NULL);
}

/* Title and page are one link; each has its Span so that they stay apart for
 * those who read the tags. */
static void
put_row(struct contents *c, const struct chapter *chapter, uint32_t toc)
{
	struct page_box row = { 0 };
	const char *title = row_title(chapter), *page;
	uint32_t item, link;
	dim words;

	item = display_tag(c->m->display, TAG_TOCI, toc, NULL);
	put_row_start(c, &row, chapter, item);
	link = display_tag(c->m->display, TAG_LINK, display_tag(c->m->display,
	    TAG_REFERENCE, item, NULL), NULL);
	words = box_put_words(c->m, &row, title, PAGE_BODY, false, NUMBERS,
	    ROW_TO_WORDS, c->width - NUMBERS - PAGES,
	    display_tag(c->m->display, TAG_SPAN, link, NULL), ARTIFACT_NONE);
	page = furniture_page(c->m, chapter->id);
	furniture_words_at_end(c->m, &row, page, PAGE_BODY, true, c->width,
	    ROW_TO_WORDS, PAGES,
	    display_tag(c->m->display, TAG_SPAN, link, NULL));
	row.height = ROW_TO_WORDS + words + ROW_BELOW_WORDS;
	if (row.height < ROW)
		row.height = ROW;
	furniture_link(c->m, &row, link, (dim[4]){ NUMBERS, 0, c->width,
	    row.height }, NULL, chapter->id, link_words(c, title, page));
	box_line(c->m, &row, 0, row.height, c->width, row.height, ROW_RULE,
	    c->m->style->colours[PAGE_RULE], 0);
	make_room(c, row.height);
	box_move_into(c->m, current_page(c), &row, 0, c->y);
	c->y += row.height;
}

/* Help has the box below the rows, and who reads the contents has turned over
 * the page that stands before them. */
static bool
is_listed(const struct contents *c, size_t nth, bool worksheets)
{
	const struct book *book = c->m->book;
	const struct print_part *part = &book->print[nth];
	size_t i;

	if (part->kind != PRINT_CHAPTER ||
	    (part->chapter->kind == CHAPTER_WORKSHEET) != worksheets ||
	    part->chapter == furniture_printed(c->m, CHAPTER_HELP))
		return false;
	for (i = nth; part->chapter->kind == CHAPTER_START &&
	    i < book->print_count; i++) {
		if (book->print[i].kind == PRINT_CONTENTS)
			return false;
	}
	return true;
}

static size_t
count_rows(const struct contents *c, bool worksheets)
{
	size_t i, count = 0;

	for (i = 0; i < c->m->book->print_count; i++)
		count += is_listed(c, i, worksheets);
	return count;
}

static dim
between(const struct contents *c, dim usual)
{
	return c->narrow ? NARROW : usual;
}

/* How high all is from "y" on, if no title takes a second line. */
static dim
least_height(const struct contents *c, dim y)
{
	size_t sheets = count_rows(c, true);

	y += (dim)(count_rows(c, false) + sheets) * ROW;
	if (sheets > 0)
		y += between(c, ROWS_TO_HEADING) +
		    c->m->style->types[PAGE_H2].leading + HEADING_TO_ROWS;
	if (furniture_printed(c->m, CHAPTER_HELP) != NULL)
		y += between(c, ROWS_TO_HELP) + HELP;
	return y;
}

/* Where help is must not be left alone on a page for want of a little: what is
 * too much for a page even so is cut before the pages to write on. */
static void
choose_spaces(struct contents *c)
{
	dim full = c->height + PAGE_TOLERANCE;

	if (least_height(c, c->y) <= full)
		return;
	c->narrow = true;
	if (least_height(c, c->y) <= full)
		return;
	c->narrow = false;
	c->two_pages = true;
}

static void
put_rows(struct contents *c, bool worksheets)
{
	uint32_t toc;
	size_t i;

	toc = display_tag(c->m->display, TAG_TOC, c->sect, NULL);
	for (i = 0; i < c->m->book->print_count; i++) {
		if (is_listed(c, i, worksheets))
			put_row(c, c->m->book->print[i].chapter, toc);
	}
}

static void
put_worksheets(struct contents *c)
{
	dim leading = c->m->style->types[PAGE_H2].leading;
	uint32_t tag;

	if (count_rows(c, true) == 0)
		return;
	if (c->two_pages && c->y > 0)
		new_page(c);
	make_room(c, between(c, ROWS_TO_HEADING) + leading + HEADING_TO_ROWS +
	    ROW);
	if (c->y > 0)
		c->y += between(c, ROWS_TO_HEADING);
	tag = display_tag(c->m->display, TAG_H2, c->sect, NULL);
	c->y += box_put_words(c->m, current_page(c), book_word(c->m->book,
	    "contents-worksheets"), PAGE_H2, true, 0, c->y, c->width, tag,
	    ARTIFACT_NONE);
	c->y += HEADING_TO_ROWS;
	put_rows(c, true);
}

/*
 * "Need help now? Turn to page" and the page, large, at the end.  Where the
 * language puts words behind the number, the sentence stays whole.
 */
static void
put_help_words(struct contents *c, struct page_box *box, const char *page,
    uint32_t link)
{
	struct box_maker *m = c->m;
	struct furniture_words words;
	struct box_piece pieces[5];
	uint32_t span, number;
	size_t count = 2;
	dim inner, width;

	words = furniture_words(m, "contents-help", "page");
	span = display_tag(m->display, TAG_SPAN, link, NULL);
	pieces[0] = (struct box_piece){
	    book_word(m->book, "contents-help-label"), true, span };
	pieces[1] = (struct box_piece){ " ", false, span };
	pieces[count++] = (struct box_piece){ words.before, false, span };
	inner = c->width - HELP_WORDS - HELP_INSET;
	if (str_blank(words.after)) {
		number = display_tag(m->display, TAG_SPAN, link, NULL);
		width = box_words_width(m, page, PAGE_PHONE, true);
		box_put_pieces(m, box, pieces, count, PAGE_BODY, HELP_WORDS,
		    (HELP - m->style->types[PAGE_BODY].leading) / 2,
		    inner - width, 0);
		furniture_words_at_end(m, box, page, PAGE_PHONE, true,
		    c->width - HELP_INSET,
		    (HELP - m->style->types[PAGE_PHONE].leading) / 2, inner,
		    number);
		return;
	}
	pieces[count++] = (struct box_piece){ page, true, span };
	pieces[count++] = (struct box_piece){ words.after, false, span };
	box_put_pieces(m, box, pieces, count, PAGE_BODY, HELP_WORDS,
	    (HELP - m->style->types[PAGE_BODY].leading) / 2, inner, 0);
}

static void
put_help(struct contents *c)
{
	const struct page_style *s = c->m->style;
	const struct chapter *chapter;
	struct page_box box = { 0 };
	const char *page;
	uint32_t link;

	chapter = furniture_printed(c->m, CHAPTER_HELP);
	if (chapter == NULL)
		return;
	page = furniture_page(c->m, chapter->id);
	furniture_frame(c->m, &box, 0, 0, c->width, HELP, HELP_LINE,
	    s->colours[PAGE_ACCENT], s->colours[PAGE_TINT_HELP]);
	box_icon(c->m, &box, CALLOUT_HELP, HELP_INSET, (HELP - HELP_ICON) / 2,
	    HELP_ICON, s->colours[PAGE_ACCENT], COLOUR_WHITE);
	link = display_tag(c->m->display, TAG_LINK,
	    display_tag(c->m->display, TAG_P, c->sect, NULL), NULL);
	put_help_words(c, &box, page, link);
	furniture_link(c->m, &box, link, (dim[4]){ 0, 0, c->width, HELP },
	    NULL, chapter->id, link_words(c, row_title(chapter), page));
	make_room(c, between(c, ROWS_TO_HELP) + HELP);
	if (c->y > 0)
		c->y += between(c, ROWS_TO_HELP);
	box_move_into(c->m, current_page(c), &box, 0, c->y);
	c->y += HELP;
}

void
box_contents(struct box_maker *m, struct page_box_list *list)
{
	const struct page_style *s = m->style;
	struct contents c = { m, list, 0, page_measure(s),
		s->height - s->top - s->bottom, false, false, 0 };
	uint32_t tag;

	c.sect = display_tag(m->display, TAG_SECT, 1, NULL);
	new_page(&c);
	tag = display_tag(m->display, TAG_H1, c.sect, NULL);
	c.y = box_put_words(m, current_page(&c), book_word(m->book,
	    "contents"), PAGE_H1, true, 0, 0, c.width, tag, ARTIFACT_NONE);
	c.y += TITLE_TO_ROWS;
	choose_spaces(&c);
	if (count_rows(&c, false) > 0)
		put_rows(&c, false);
	put_worksheets(&c);
	put_help(&c);
}
