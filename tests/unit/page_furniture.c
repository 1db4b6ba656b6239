/* SPDX-License-Identifier: MIT */
/*
 * Claims about covers, contents, notes, heads, feet and help cards.
 */
#include "page_forms.h"

static const char *const words[] = {
	"back-cover-help", "If today is very hard",
	"back-cover-line", "Go gently.",
	"back-cover-version", "Version {version}, {date}",
	"clinic-address", "Address",
	"clinic-email", "Email",
	"clinic-hours", "Open",
	"clinic-phone", "Phone",
	"contents", "Contents",
	"contents-help", "Turn to page {page}",
	"contents-help-label", "Need help now?",
	"contents-worksheets", "Pages to write on",
	"help-checked", "Checked {date}.",
	"help-level-emergency", "Danger to life now",
	"help-level-talk", "Talk to someone",
	"help-level-urgent", "Urgent, today",
	"help-text", "Text {word} to {number}",
	"help-text-only", "Text {number}",
	"language-name", "English",
	"next-review", "Next review: {date}",
	"notes", "Notes",
	"notes-line", "Questions to ask.",
	"page", "Page {page}",
	"pair", "{first}, {second}",
	"qr-alt", "QR code for {address}",
	"qr-label", "Scan this",
	"sample", "Sample: not reviewed by a clinician; numbers not yet "
	    "checked by a person",
	"worksheet", "Worksheet {number}",
	"worksheet-for", "For {words}.",
	"worksheet-keep", "Keep it.",
	"worksheet-time", "{words}.",
	NULL, NULL
};

static const struct help_line lines[] = {
	{ .id = "a", .level = HELP_EMERGENCY, .name = "Emergency",
	    .number = "999", .display = "999", .hours = "Day and night" },
	{ .id = "b", .level = HELP_URGENT, .name = "Health line",
	    .number = "111", .display = "111", .hours = "Day and night",
	    .note = "Press 2." },
	{ .id = "c", .level = HELP_TALK, .name = "Listeners",
	    .number = "116123", .display = "116 123", .hours = "Day and night",
	    .web = "listeners.example.org" },
	{ .id = "d", .level = HELP_TALK, .name = "By text message",
	    .text_to = "85258", .text_word = "TALK" },
};

/* What is drawn reaches from left, top to right, bottom. */
static void
extents(const struct page_box *box, dim e[4])
{
	const struct display_item *item;
	const struct display_step *step;
	size_t i, j;
	dim x, y, last;
	int k;

	e[0] = e[1] = DIM_PT * 10000;
	e[2] = e[3] = -e[0];
	for (i = 0; i < box->items.len; i++) {
		item = &box->items.items[i];
		last = 0;
		for (j = 0; item->kind == DISPLAY_PATH &&
		    j < item->u.path.step_count; j++) {
			step = &item->u.path.steps[j];
			for (k = 0; step->verb != PATH_CLOSE &&
			    k < (step->verb == PATH_CURVE ? 3 : 1); k++) {
				x = item->u.path.x + step->p[k].x;
				y = item->u.path.y + step->p[k].y;
				e[0] = x < e[0] ? x : e[0];
				e[1] = y < e[1] ? y : e[1];
				e[2] = x > e[2] ? x : e[2];
				e[3] = y > e[3] ? y : e[3];
			}
		}
		if (item->kind != DISPLAY_GLYPHS)
			continue;
		x = item->u.glyphs.x;
		last = x + item->u.glyphs.run->width;
		e[0] = x < e[0] ? x : e[0];
		e[2] = last > e[2] ? last : e[2];
		e[3] = item->u.glyphs.y > e[3] ? item->u.glyphs.y : e[3];
	}
}

static bool
within_safe_zone(const struct page_fixture *f, const struct page_box *box)
{
	dim e[4], edge = DIM_MM(6);

	extents(box, e);
	return e[0] >= edge && e[1] >= edge &&
	    e[2] <= f->style.width - edge && e[3] <= f->style.height - edge;
}

static void
cover(struct t_state *t_, struct page_fixture *f)
{
	struct page_box_list list = { NULL, 0, 0 };
	const struct page_box *box;
	uint32_t tag;

	f->book.strapline = "A gentle guide";
	box_cover(&f->maker, &list);
	box = &list.items[0];
	t_int(hundredths(box->height), 21000, "the cover is a whole page");
	tag = forms_tag_of_id(f, "cover.title");
	t_str(forms_text(f, box, tag), "The guide", "it has the title");
	t_int(tag, forms_tag(f, TAG_H1, 0), "as the first heading");
	t_int(forms_top(f, box, tag, PAGE_COVER_TITLE), 12800,
	    "128 down the page");
	t_int(hundredths(forms_first_glyphs(box, tag)->u.glyphs.x), 1800,
	    "behind the inner margin");
	t_int(forms_top(f, box, forms_tag_of_id(f, "cover.subtitle"),
	    PAGE_COVER_SUBTITLE), 14300, "the strapline is 3 below");
	t_int(forms_line_place(box, false, 0), 18600, "a rule at 186");
	t_int(forms_line_width(box, false, 0), 35, "of 0.35");
	t_str(forms_text(f, box, forms_tag(f, TAG_P, 1)), "Clinic",
	    "the clinic below it");
	t_str(forms_text(f, box, forms_tag(f, TAG_P, 2)), "English",
	    "and the language");
	t_ok(within_safe_zone(f, box), "nothing is near the trim");
	t_int(diag_total(f->dl), 0, "there is nothing to complain of");
}

static void
long_cover(struct t_state *t_, struct page_fixture *f)
{
	struct page_box_list list = { NULL, 0, 0 };

	f->book.clinic.name = NULL;
	f->book.title = "A very long title that goes on and on over line after "
	    "line of the cover, so that nobody would read it to its end, "
	    "and the cover has no room for it";
	box_cover(&f->maker, &list);
	t_int(forms_count(f, TAG_P), 1, "blank names leave no trace");
	t_str(diag_nth(f->dl, 0)->id, "cover-too-full",
	    "a title that is too long is told of");
}

static void
title_of_two_parts(struct t_state *t_, struct page_fixture *f)
{
	struct page_box_list list = { NULL, 0, 0 };
	uint32_t tag;

	f->book.title = "Growing close: you and your baby";
	box_cover(&f->maker, &list);
	tag = forms_tag_of_id(f, "cover.title");
	t_str(forms_text(f, &list.items[0], tag),
	    "Growing close: |you and your baby",
	    "a title of two parts has a line for each");
	list.len = 0;
	f->book.title = "On it: us";
	box_cover(&f->maker, &list);
	tag = forms_tag(f, TAG_H1, 1);
	t_str(forms_text(f, &list.items[0], tag), "On it: us",
	    "one that fits a line stays on it");
}

static void
fill_clinic(struct page_fixture *f)
{
	f->book.version = "2026.11";
	f->book.date = "2026-11-23";
	f->book.date_words = "23 November 2026";
	f->book.help = lines;
	f->book.help_count = 4;
	f->book.clinic.phone_display = "01632 960 100";
	f->book.clinic.site_url = "https://clinic.example.org/close";
}

static void
back_cover(struct t_state *t_, struct page_fixture *f)
{
	struct page_box_list list = { NULL, 0, 0 };
	const struct page_box *box;
	const struct box_area *area;
	uint32_t figure;

	fill_clinic(f);
	box_back_cover(&f->maker, &list);
	box = &list.items[0];
	figure = forms_tag(f, TAG_FIGURE, 0);
	area = forms_area(box, figure);
	t_str(f->maker.display->tags.items[figure].alt,
	    "QR code for clinic.example.org/close/current.html",
	    "the code is described");
	t_int(hundredths(area->box[0]), 1300, "behind the outer margin");
	t_int(hundredths(area->box[1]), 6900, "below the help box");
	t_int(hundredths(area->box[2] - area->box[0]), 3000, "30 wide");
	t_str(box->links.items[0].uri, "https://clinic.example.org/close",
	    "its address can be clicked");
	t_str(forms_text(f, box, forms_tag(f, TAG_P, 1)),
	    "If today is very hard", "the help box says when");
	t_str(forms_text(f, box, forms_tag(f, TAG_P, 2)), "Listeners",
	    "whom: somebody to talk to");
	t_str(forms_text(f, box, forms_tag(f, TAG_P, 3)),
	    "116\xC2\xA0" "123", "and the number, with fixed spaces");
	t_int(forms_count(f, TAG_LI), 1, "blank values leave no rows");
	t_str(forms_text(f, box, forms_tag(f, TAG_H2, 0)), "Clinic",
	    "the clinic's name is a heading");
	t_int(forms_line_place(box, false, 0), 16800,
	    "the foot's rule is 3 above the last lines");
	t_ok(within_safe_zone(f, box), "nothing is near the trim");
	t_int(forms_smallest(&list), 12000, "nothing is under 12 points");
	t_int(diag_total(f->dl), 0, "there is nothing to complain of");
}

static void
bare_back_cover(struct t_state *t_, struct page_fixture *f)
{
	struct page_box_list list = { NULL, 0, 0 };

	fill_clinic(f);
	f->book.help_count = 0;
	f->book.clinic.site_url = NULL;
	f->book.edition = EDITION_LIVE;
	box_back_cover(&f->maker, &list);
	t_int(forms_count(f, TAG_FIGURE), 0, "no address, no code");
	t_int(forms_top(f, &list.items[0], forms_tag(f, TAG_H2, 0), PAGE_H2),
	    4500, "what is missing closes up");
	t_int(forms_count(f, TAG_P), 2, "a live edition is no sample");
}

static struct chapter
chapter(enum chapter_kind kind, const char *id, int number)
{
	struct chapter c;

	memset(&c, 0, sizeof(c));
	c.kind = kind;
	c.id = id;
	c.title = "A title";
	c.nav_title = "Short";
	c.file = "chapter.md";
	c.number = number;
	c.in_booklet = true;
	return c;
}

static void
contents(struct t_state *t_, struct page_fixture *f)
{
	struct chapter start = chapter(CHAPTER_START, "start", 0);
	struct chapter one = chapter(CHAPTER_NUMBERED, "one", 1);
	struct chapter sheet = chapter(CHAPTER_WORKSHEET, "w1", 1);
	struct chapter about = chapter(CHAPTER_ABOUT, "about", 0);
	struct chapter help = chapter(CHAPTER_HELP, "help", 0);
	const struct print_part print[6] = {
		{ PRINT_CHAPTER, &start },
		{ PRINT_CONTENTS, NULL }, { PRINT_CHAPTER, &one },
		{ PRINT_CHAPTER, &sheet }, { PRINT_CHAPTER, &about },
		{ PRINT_CHAPTER, &help }
	};
	struct page_box_list list = { NULL, 0, 0 };
	struct map *pages = map_new(f->arena);
	const struct page_box *box;

	map_add(pages, "one", arena_strdup(f->arena, "4"));
	map_add(pages, "about", arena_strdup(f->arena, "12"));
	map_add(pages, "help", arena_strdup(f->arena, "13"));
	f->maker.pages = pages;
	f->book.print = print;
	f->book.print_count = 6;
	box_contents(&f->maker, &list);
	box = &list.items[0];
	t_int(list.len, 1, "a short list is one page");
	t_int(hundredths(box->height), 17700, "as high as the text block");
	t_int(forms_count(f, TAG_TOC), 2, "chapters, and pages to write on");
	t_int(forms_count(f, TAG_TOCI), 3, "every chapter behind it has a row but help");
	t_str(forms_parent(f, forms_tag(f, TAG_LINK, 0)), "Reference",
	    "rows are references with links");
	t_str(forms_text(f, box, forms_tag(f, TAG_TOCI, 0)), "1|Short|4",
	    "number, short title, page");
	t_str(forms_text(f, box, forms_tag(f, TAG_TOCI, 1)), "Short|12",
	    "chapters without a number have none");
	t_str(box->links.items[0].target, "one", "a row leads to its chapter");
	t_str(box->links.items[0].description, "Short, Page 4",
	    "and says so");
	t_int(forms_line_place(box, false, 0), 2100, "rows start 4.5 below");
	t_int(forms_line_place(box, false, 1), 2850, "and are 7.5 high");
	t_int(forms_line_place(box, false, 2), 5250,
	    "pages to write on follow after a heading");
	t_str(forms_text(f, box, forms_tag(f, TAG_LINK, 3)),
	    "Need help now?| Turn to page|13", "help is the last");
}

static void
long_contents(struct t_state *t_, struct page_fixture *f)
{
	struct page_box_list list = { NULL, 0, 0 };
	struct print_part print[40];
	struct chapter many[40];
	size_t i;

	for (i = 0; i < 40; i++) {
		many[i] = chapter(CHAPTER_NUMBERED, "c", (int)i + 1);
		print[i] = (struct print_part){ PRINT_CHAPTER, &many[i] };
	}
	f->book.print = print;
	f->book.print_count = 40;
	box_contents(&f->maker, &list);
	t_int(list.len, 2, "a long list goes on");
	t_int(forms_count(f, TAG_TOC), 1, "as one list");
	t_int(forms_line_place(&list.items[1], false, 0), 750,
	    "from the top of the next page");
	t_str(forms_text(f, &list.items[0], forms_tag(f, TAG_TOCI, 0)),
	    "1|Short|00", "unknown pages keep room for two digits");
}

/* "count" chapters, five pages to write on, and help. */
static size_t
contents_pages(struct page_fixture *f, int count, struct page_box_list *list)
{
	struct print_part print[24];
	struct chapter many[24];
	size_t len = 0;
	int i;

	for (i = 0; i < count; i++)
		many[len++] = chapter(CHAPTER_NUMBERED, "c", i + 1);
	for (i = 0; i < 5; i++)
		many[len++] = chapter(CHAPTER_WORKSHEET, "w", i + 1);
	many[len++] = chapter(CHAPTER_HELP, "help", 0);
	for (i = 0; i < (int)len; i++)
		print[i] = (struct print_part){ PRINT_CHAPTER, &many[i] };
	f->book.print = print;
	f->book.print_count = len;
	box_contents(&f->maker, list);
	f->book.print = NULL;
	f->book.print_count = 0;
	return list->len;
}

static void
full_contents(struct t_state *t_, struct page_fixture *f)
{
	struct page_box_list list = { NULL, 0, 0 };

	t_int(contents_pages(f, 12, &list), 1,
	    "what is between the groups gives way so that help stays");
	t_int(forms_line_place(&list.items[0], false, 12), 12300,
	    "half as much is between them");
}

static void
overfull_contents(struct t_state *t_, struct page_fixture *f)
{
	struct page_box_list list = { NULL, 0, 0 };

	t_int(contents_pages(f, 13, &list), 2, "too many rows are two pages");
	t_int(forms_line_place(&list.items[1], false, 0), 1500,
	    "cut before the pages to write on: help is not alone");
	t_str(forms_text(f, &list.items[1], forms_tag(f, TAG_LINK, 18)),
	    "Need help now?| Turn to page|00", "and stands below them");
}

static void
notes(struct t_state *t_, struct page_fixture *f)
{
	struct page_box_list list = { NULL, 0, 0 };
	const struct page_box *box;
	uint32_t form;

	box_notes(&f->maker, &list);
	box = &list.items[0];
	form = forms_tag(f, TAG_FORM, 0);
	t_int(forms_line_place(box, false, 0), 2400, "lines start at 24");
	t_int(forms_line_place(box, false, 16), 16800, "there are 17, 9 apart");
	t_ok(forms_line(box, false, 17) == NULL,
	    "down to one pitch of the end");
	t_int(forms_line(box, false, 0)->tag, form, "all are one Form");
	t_str(f->maker.display->tags.items[form].field_name, "Notes",
	    "that says what it is for");
}

static dim
last_title_baseline(struct page_fixture *f, const struct page_box *box,
    uint32_t tag)
{
	dim y = 0;
	size_t i;

	(void)f;
	for (i = 0; i < box->items.len; i++) {
		if (box->items.items[i].kind == DISPLAY_GLYPHS &&
		    box->items.items[i].tag == tag)
			y = box->items.items[i].u.glyphs.y;
	}
	return y;
}

static void
opening(struct t_state *t_, struct page_fixture *f)
{
	struct chapter c = chapter(CHAPTER_NUMBERED, "one", 3);
	struct page_box_list list = { NULL, 0, 0 };
	const struct page_box *box;
	dim foot;
	uint32_t tag;

	c.summary = "What it is about.";
	box_chapter_opening(&f->maker, &list, &c, 1);
	box = &list.items[0];
	t_ok(box->break_before, "a chapter starts a page");
	t_int(hundredths(box->height), 7350, "zone and a lead of one line");
	t_int(hundredths(box->after), 750, "7.5 below the lead");
	t_str(forms_text(f, box, forms_tag_of_id(f, "one.number")), "3",
	    "the number");
	tag = forms_tag_of_id(f, "one.title");
	t_str(display_role_name(f->maker.display->tags.items[tag].role), "H1",
	    "the title is the first heading");
	t_int(forms_top(f, box, tag, PAGE_H1), 4800,
	    "it ends 9 above the lead");
	t_int(forms_top(f, box, forms_tag_of_id(f, "one.summary"), PAGE_LEAD),
	    6600, "the lead is 66 down");
	t_int(hundredths(box->items.items[0].u.path.x), 1350,
	    "the number's middle is half its width in: it stands flush");
	foot = last_title_baseline(f, box, tag);
	c.title = "A title that is so long that it has to be broken into "
	    "two lines";
	c.id = "two";
	box_chapter_opening(&f->maker, &list, &c, 1);
	t_int(last_title_baseline(f, &list.items[1],
	    forms_tag_of_id(f, "two.title")), foot,
	    "a longer title hangs from the same place");
	t_ok(box_balanced_width(&f->maker, c.title, PAGE_H1, true,
	    page_measure(f->maker.style)) < page_measure(f->maker.style),
	    "its lines are balanced in a narrower measure");
	t_int(box_balanced_width(&f->maker, "A title", PAGE_H1, true,
	    page_measure(f->maker.style)), page_measure(f->maker.style),
	    "a title of one line keeps the whole measure");
	t_int(diag_total(f->dl), 0, "there is nothing to complain of");
	c.summary = "A summary that goes on and on, sentence after sentence, "
	    "because whoever wrote it could not stop, and did not ask how "
	    "much of it a tired parent would like to read at night, with a "
	    "baby in one arm and this guide in the other hand.";
	box_chapter_opening(&f->maker, &list, &c, 1);
	t_str(diag_nth(f->dl, 0)->id, "lead-too-long",
	    "a lead of more than four lines is told of");
}

/* Large print, on one side of its paper. */
static void
opening_of_leaf(struct t_state *t_, struct page_fixture *f)
{
	struct chapter c = chapter(CHAPTER_NUMBERED, "one", 3);
	struct page_box_list list = { NULL, 0, 0 };
	struct page_type_size *number;

	f->style.binding = BINDING_SINGLE;
	c.summary = "What it is about.";
	box_chapter_opening(&f->maker, &list, &c, 1);
	t_int(forms_top(f, &list.items[0], forms_tag_of_id(f, "one.title"),
	    PAGE_H1), 3300, "the title stands 6 below the number");
	t_int(hundredths(list.items[0].height), 5850, "and the lead follows");
	number = &f->style.types[PAGE_CHAPTER_NUMBER];
	number->size = number->size * 2 / 3;
	c.id = "two";
	box_chapter_opening(&f->maker, &list, &c, 1);
	t_int(forms_top(f, &list.items[1], forms_tag_of_id(f, "two.title"),
	    PAGE_H1), 2400, "the crescent is as large as its figure wants");
}

static void
worksheet(struct t_state *t_, struct page_fixture *f)
{
	struct chapter c = chapter(CHAPTER_WORKSHEET, "w2", 2);
	struct page_box_list list = { NULL, 0, 0 };
	const struct page_box *box;

	c.for_whom = "any week";
	c.duration = "2 minutes a day";
	c.why = "Notice one small moment.";
	box_worksheet_head(&f->maker, &list, &c, 1);
	box = &list.items[0];
	t_int(hundredths(box->height), 3000, "the head is 30 high");
	t_int(forms_line_place(box, false, 0), 2675, "its rule ends at 27");
	t_int(forms_line_width(box, false, 0), 50, "and is 0.5 thick");
	t_int(forms_line(box, false, 0)->u.path.stroke_colour, COLOUR_BLACK,
	    "in black");
	t_str(forms_text(f, box, forms_tag_of_id(f, "w2.number")),
	    "Worksheet 2", "the number");
	t_str(forms_text(f, box, forms_tag_of_id(f, "w2.for")), "any week",
	    "for whom, alone");
	t_str(forms_text(f, box, forms_tag_of_id(f, "w2.time")),
	    "2 minutes a day", "the time, alone");
	t_str(forms_text(f, box, forms_tag(f, TAG_P, 1)),
	    "For |any week|. |2 minutes a day|.", "with words round them");
	t_int(forms_top(f, box, forms_tag_of_id(f, "w2.title"),
	    PAGE_WORKSHEET_TITLE), 820, "the title is 2.2 below");
	t_str(forms_text(f, box, forms_tag_of_id(f, "w2.why")),
	    "Notice one small moment.", "one line says why");
	t_int(diag_total(f->dl), 0, "there is nothing to complain of");
	c.title = "A title that is so long that it has to be broken into two";
	box_worksheet_head(&f->maker, &list, &c, 1);
	t_int(hundredths(list.items[1].height), 3900,
	    "a second line pushes the rule down");
	t_str(diag_nth(f->dl, 0)->id, "worksheet-head-too-high",
	    "and is told of");
}

static void
worksheet_foot(struct t_state *t_, struct page_fixture *f)
{
	struct chapter c = chapter(CHAPTER_WORKSHEET, "w2", 2);
	struct page_box_list list = { NULL, 0, 0 };

	box_worksheet_foot(&f->maker, &list, &c, 1);
	t_int(hundredths(list.items[0].height), 1800,
	    "a sample's foot is 18 high");
	t_int(forms_line_place(&list.items[0], false, 0), 0,
	    "with a rule at its top");
	t_str(forms_text(f, &list.items[0], forms_tag(f, TAG_P, 0)),
	    "Keep it.", "the tool has a kind line");
	f->book.edition = EDITION_LIVE;
	c.closing = "It is yours.";
	box_worksheet_foot(&f->maker, &list, &c, 1);
	t_int(hundredths(list.items[1].height), 1200, "else it is 12 high");
	t_str(forms_text(f, &list.items[1], forms_tag_of_id(f,
	    "w2.closing")), "It is yours.", "the sheet may have its own line");
	t_int(forms_smallest(&list), 12000, "nothing is under 12 points");
}

/* Whom to ring stands beside the kind line; below it if there is no room. */
static void
worksheet_foot_number(struct t_state *t_, struct page_fixture *f)
{
	struct chapter c = chapter(CHAPTER_WORKSHEET, "w2", 2);
	struct page_box_list list = { NULL, 0, 0 };

	f->book.edition = EDITION_LIVE;
	f->book.help = lines;
	f->book.help_count = 2;
	box_worksheet_foot(&f->maker, &list, &c, 1);
	t_str(forms_text(f, &list.items[0], forms_tag(f, TAG_P, 1)),
	    "Health line 111", "a sheet says whom to ring");
	t_int(hundredths(list.items[0].height), 1200,
	    "on the line of the kind words");
	f->book.help_count = 1;
	box_worksheet_foot(&f->maker, &list, &c, 1);
	t_int((int64_t)list.items[1].items.len, (int64_t)
	    list.items[0].items.len - 1,
	    "who answers for danger to life is not there to listen");
}

/* Two editions in one drawer can be told apart. */
static void
worksheet_foot_edition(struct t_state *t_, struct page_fixture *f)
{
	struct chapter c = chapter(CHAPTER_WORKSHEET, "w2", 2);
	struct page_box_list list = { NULL, 0, 0 };

	f->book.version = "7";
	f->book.clinic.id = "here";
	f->book.lang = "en-GB";
	f->book.edition_code = "guide 7 here en-GB";
	box_worksheet_foot(&f->maker, &list, &c, 1);
	t_str(forms_text(f, &list.items[0], forms_tag(f, TAG_P, 2)),
	    "7 here en-GB", "a page of the booklet says of which edition");
	t_int(hundredths(list.items[0].height), 1800,
	    "without more room than a sample's foot has");
	f->style.binding = BINDING_LOOSE;
	box_worksheet_foot(&f->maker, &list, &c, 1);
	t_str(forms_text(f, &list.items[1], forms_tag(f, TAG_P, 5)),
	    "guide 7 here en-GB", "a loose sheet names the guide too");
	f->style.binding = BINDING_FOLDED;
	f->book.clinic.id = "a-clinic-with-a-name-of-many-letters";
	box_worksheet_foot(&f->maker, &list, &c, 1);
	t_int(hundredths(list.items[2].height), 2400,
	    "a long one has a line of its own");
	t_int(diag_total(f->dl), 0, "which nobody is told of");
}

static struct doc_node *
help_of(struct page_fixture *f, const struct help_line *first, size_t count)
{
	static const struct span at = { "help.md", 3, 1 };
	struct doc_node *help = doc_new(f->arena, DOC_HELP, at), *line;
	size_t i;

	for (i = 0; i < count; i++) {
		line = doc_new(f->arena, DOC_HELP_LINE, at);
		line->u.help.line = &first[i];
		line->id = arena_printf(f->arena, "h.help%zu", i + 1);
		doc_append(help, line);
	}
	return help;
}

/* The size of the first glyphs with these words, in points. */
static int64_t
size_of(struct page_fixture *f, const struct page_box *box, const char *text)
{
	const struct display_item *item;
	size_t i;

	for (i = 0; i < box->items.len; i++) {
		item = &box->items.items[i];
		if (item->kind == DISPLAY_GLYPHS &&
		    strcmp(fixture_words(f, item), text) == 0)
			return item->u.glyphs.run->size / DIM_PT;
	}
	return 0;
}

static void
help_cards(struct t_state *t_, struct page_fixture *f)
{
	struct page_box_list list = { NULL, 0, 0 };
	uint32_t tag;

	box_help(&f->maker, &list, help_of(f, lines, 4), 0,
	    page_measure(&f->style), 1);
	t_int(list.len, 3, "a card for each level");
	t_int(hundredths(list.items[0].after), 300, "cards are 3 apart");
	t_int(size_of(f, &list.items[0], "999"), 30,
	    "the number for danger to life is the largest");
	t_int(size_of(f, &list.items[1], "111"), 22, "then the urgent one");
	t_int(size_of(f, &list.items[2], "116\xC2\xA0" "123"), 15,
	    "then those of the list");
	tag = forms_tag_of_id(f, "h.help2");
	t_str(forms_text(f, &list.items[1], tag),
	    "Health line|111|Day and night|Press 2.",
	    "name, number, hours, note, as on the website");
	t_str(forms_text(f, &list.items[2], forms_tag_of_id(f, "h.help3")),
	    "Listeners|116\xC2\xA0" "123|Day and night|listeners.example.org",
	    "then the address");
	t_str(forms_text(f, &list.items[2], forms_tag_of_id(f, "h.help4")),
	    "By text message|Text TALK to 85258",
	    "a line for messages says what to send");
	t_str(list.items[2].links.items[0].uri,
	    "https://listeners.example.org", "addresses can be clicked");
	t_str(forms_text(f, &list.items[0], forms_tag(f, TAG_H2, 0)),
	    "Danger to life now", "levels are headings");
	t_int(list.items[0].items.items[0].u.path.fill_colour,
	    f->style.colours[PAGE_EMERGENCY_HEAD], "the loudest has a band");
	t_int(hundredths(list.items[0].items.items[1].u.path.width), 90,
	    "and the thickest frame");
	t_int(hundredths(list.items[1].items.items[0].u.path.width), 70,
	    "then the urgent one");
	t_int(hundredths(list.items[2].items.items[0].u.path.width), 25,
	    "the others are quiet");
	t_int(forms_smallest(&list), 12000, "nothing is under 12 points");
	t_int(f->maker.ink, COLOUR_BLACK, "the ink is black again");
}

static void
long_urgent_number(struct t_state *t_, struct page_fixture *f)
{
	struct page_box_list list = { NULL, 0, 0 };
	struct help_line line = lines[1];

	line.name = "Lifeline, Northern Ireland";
	line.number = line.display = "0808 808 8000";
	line.hours = line.note = NULL;
	box_help(&f->maker, &list, help_of(f, &line, 1), 0,
	    page_measure(&f->style), 1);
	t_int(size_of(f, &list.items[0], "0808\xC2\xA0" "808\xC2\xA0" "8000"),
	    15, "a long number is smaller where it then stands beside its "
	    "name");
}

static void
help_page(struct t_state *t_, struct page_fixture *f)
{
	struct chapter c = chapter(CHAPTER_HELP, "help", 0);
	struct page_box_list list = { NULL, 0, 0 };
	struct help_line many[30];
	size_t i;

	for (i = 0; i < 30; i++) {
		many[i] = lines[2];
		many[i].name = "A listener with a name that is so long that "
		    "the number finds no room beside it";
	}
	f->book.help_checked_words = "November 2026";
	f->maker.chapter = &c;
	box_help(&f->maker, &list, help_of(f, many, 30), 0,
	    page_measure(&f->style), 1);
	for (i = 0; i < list.len; i++) {
		if (list.items[i].height > DIM_MM(177))
			break;
	}
	t_int(i, list.len, "no card is higher than a page");
	t_int(forms_count(f, TAG_H2), 1, "the head is not said again");
	t_str(fixture_words(f, &list.items[list.len - 1].items.items[0]),
	    "Checked November 2026. ", "it says when lines were checked");
	t_ok(strncmp(fixture_words(f, &list.items[list.len - 1].
	    items.items[1]), "Sample: ", 8) == 0, "and that it is a sample");
	t_str(forms_text(f, &list.items[0], forms_tag_of_id(f, "h.help1")),
	    "A listener with a name that is so long that the |number finds "
	    "no room beside it|116\xC2\xA0" "123|Day and night|"
	    "listeners.example.org", "a number stays whole below a long name");
}

T_MAIN
{
	forms_with(t_, words, cover);
	forms_with(t_, words, long_cover);
	forms_with(t_, words, title_of_two_parts);
	forms_with(t_, words, back_cover);
	forms_with(t_, words, bare_back_cover);
	forms_with(t_, words, contents);
	forms_with(t_, words, long_contents);
	forms_with(t_, words, full_contents);
	forms_with(t_, words, overfull_contents);
	forms_with(t_, words, notes);
	forms_with(t_, words, opening);
	forms_with(t_, words, opening_of_leaf);
	forms_with(t_, words, worksheet);
	forms_with(t_, words, worksheet_foot);
	forms_with(t_, words, worksheet_foot_number);
	forms_with(t_, words, worksheet_foot_edition);
	forms_with(t_, words, help_cards);
	forms_with(t_, words, long_urgent_number);
	forms_with(t_, words, help_page);
}
