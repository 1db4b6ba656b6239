/* SPDX-License-Identifier: MIT */
/*
 * A display list made by hand becomes a reading file and sheets.
 *
 * With PDF_TEST_OUT=DIR in the environment the files are also left in DIR, to be
 * looked at with other tools.
 */
#include "pdf/pdf.h"

#include <stdlib.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/file.h"
#include "impose/plan.h"
#include "page/display.h"
#include "font_kit.h"
#include "t.h"
#include "type/find.h"
#include "type/font.h"
#include "type/paragraph.h"

#define PAGES	8

struct sample {
	struct arena		*arena;
	struct diag_list	*dl;
	struct display		*display;
	const struct font	*regular, *bold;
	struct pdf_info		 info;
};

static struct font *
font_of(struct arena *a, const char *family, bool bold)
{
	struct font_finder *finder;
	const char *path;
	struct font *font;
	struct buf why;
	unsigned index;

	buf_init(&why);
	finder = font_finder_new(NULL, 0);
	path = font_find(finder, a, family, bold, &index, &why);
	font_finder_free(finder);
	font = path == NULL ? NULL : font_load(path, index, &why);
	if (font == NULL)
		printf("# %s\n", why.data);
	buf_release(&why);
	return font;
}

static struct display_page *
page_of(struct sample *s, size_t page)
{
	return &s->display->pages.items[page];
}

/* Sets words of one tag on a page from baseline y on; the next baseline. */
static dim
put_words(struct sample *s, size_t page, const char *words, bool bold, dim x,
    dim y, uint32_t tag, enum display_artifact artifact)
{
	struct type_measure measure = { .width = DIM_MM(117) };
	struct display_item *item;
	struct type_lines lines;
	struct type_text text;
	struct type_span *span;
	size_t i, k;

	span = ARENA_NEW(s->arena, struct type_span);
	span->end = strlen(words);
	span->style.fonts = bold ? &s->bold : &s->regular;
	span->style.font_count = 1;
	span->style.size = dim_millipoints(12500);
	span->style.lang = "en-GB";
	memset(&text, 0, sizeof(text));
	text.bytes = words;
	text.len = strlen(words);
	text.spans = span;
	text.span_count = 1;
	type_paragraph(s->arena, s->dl, &text, &measure, &lines);
	for (i = 0; i < lines.count; i++, y += dim_millipoints(17008)) {
		for (k = 0; k < lines.lines[i].run_count; k++) {
			item = vec_push(s->arena, &page_of(s, page)->items);
			item->kind = DISPLAY_GLYPHS;
			item->tag = tag;
			item->artifact = artifact;
			item->u.glyphs.run = &lines.lines[i].runs[k];
			item->u.glyphs.x = x + lines.lines[i].runs[k].x;
			item->u.glyphs.y = y;
		}
	}
	return y;
}

static void
put_box(struct sample *s, size_t page, const dim box[4], bool fill,
    uint32_t colour, uint32_t tag, enum display_artifact artifact)
{
	struct display_item *item;
	struct display_step *steps;
	int i;

	steps = ARENA_ARRAY(s->arena, struct display_step, 5);
	for (i = 0; i < 4; i++) {
		steps[i].verb = i == 0 ? PATH_MOVE : PATH_LINE;
		steps[i].p[0].x = box[i == 1 || i == 2 ? 2 : 0];
		steps[i].p[0].y = box[i >= 2 ? 3 : 1];
	}
	steps[4].verb = PATH_CLOSE;
	item = vec_push(s->arena, &page_of(s, page)->items);
	item->kind = DISPLAY_PATH;
	item->tag = tag;
	item->artifact = artifact;
	item->u.path.steps = steps;
	item->u.path.step_count = 5;
	item->u.path.fill = fill;
	item->u.path.stroke = !fill;
	item->u.path.fill_colour = item->u.path.stroke_colour = colour;
	item->u.path.width = DIM_PT;
	item->u.path.join = JOIN_ROUND;
}

static void
put_anchor(struct sample *s, size_t page, uint32_t tag)
{
	struct display_item *item;

	item = vec_push(s->arena, &page_of(s, page)->items);
	item->kind = DISPLAY_ANCHOR;
	item->tag = tag;
}

static void
put_link(struct sample *s, uint32_t tag, size_t page, dim y, const char *uri,
    const char *target)
{
	struct display_link *link;

	link = vec_push(s->arena, &s->display->links);
	link->tag = tag;
	link->page = page;
	link->box[0] = DIM_MM(18);
	link->box[1] = y - DIM_MM(4);
	link->box[2] = DIM_MM(60);
	link->box[3] = y + DIM_MM(1);
	link->uri = uri;
	link->target = target;
	link->description = uri != NULL ? "A page outside" : "The list";
}

static struct display_tag *
tag_of(struct sample *s, uint32_t tag)
{
	return &s->display->tags.items[tag];
}

static dim
put_list(struct sample *s, size_t page, dim y)
{
	uint32_t list, item, label, body, paragraph;
	static const char *const words[] = { "One thing", "Another thing" };
	size_t i;

	list = display_tag(s->display, TAG_L, 1, "sample.list");
	tag_of(s, list)->numbering = NUMBERING_DISC;
	for (i = 0; i < 2; i++) {
		item = display_tag(s->display, TAG_LI, list, NULL);
		label = display_tag(s->display, TAG_LBL, item, NULL);
		body = display_tag(s->display, TAG_LBODY, item, NULL);
		paragraph = display_tag(s->display, TAG_P, body, NULL);
		put_words(s, page, "\xe2\x80\xa2", false, DIM_MM(18), y, label,
		    ARTIFACT_NONE);
		y = put_words(s, page, words[i], false, DIM_MM(24), y,
		    paragraph, ARTIFACT_NONE);
	}
	return y;
}

static dim
put_figure(struct sample *s, size_t page, dim y)
{
	const dim box[4] = { DIM_MM(18), y, DIM_MM(50), y + DIM_MM(20) };
	struct display_tag *tag;
	uint32_t figure;

	figure = display_tag(s->display, TAG_FIGURE, 1, "sample.figure");
	tag = tag_of(s, figure);
	tag->alt = "A square, drawn \xe2\x80\x9cquickly\xe2\x80\x9d";
	tag->page = page;
	memcpy(tag->box, box, sizeof(box));
	put_box(s, page, box, false, COLOUR_BLACK, figure, ARTIFACT_NONE);
	return y + DIM_MM(30);
}

static void
put_table(struct sample *s, size_t page, dim y)
{
	uint32_t table, part, row, cell;
	int i, k;

	table = display_tag(s->display, TAG_TABLE, 1, NULL);
	for (i = 0; i < 2; i++) {
		part = display_tag(s->display, i == 0 ? TAG_THEAD : TAG_TBODY,
		    table, NULL);
		row = display_tag(s->display, TAG_TR, part, NULL);
		for (k = 0; k < 2; k++) {
			cell = display_tag(s->display, i == 0 || k == 0 ?
			    TAG_TH : TAG_TD, row, NULL);
			if (tag_of(s, cell)->role == TAG_TH)
				tag_of(s, cell)->scope = i == 0 ?
				    SCOPE_COLUMN : SCOPE_ROW;
			if (i == 1 && k == 1) {
				uint32_t form;

				form = display_tag(s->display, TAG_FORM, cell,
				    "sample.field");
				tag_of(s, form)->field = FIELD_TEXT;
				tag_of(s, form)->field_name = "Your notes";
				tag_of(s, form)->alt = "Space to write";
				put_anchor(s, page, form);
				continue;
			}
			put_words(s, page, "Cell", i == 0,
			    DIM_MM(18 + 30 * k), y + DIM_MM(8 * i), cell,
			    ARTIFACT_NONE);
		}
	}
}

/* Pages 1 and 2 of the sample have everything; the others a line each. */
static void
fill_pages(struct sample *s)
{
	const dim tint[4] = { DIM_MM(18), DIM_MM(40), DIM_MM(135),
	    DIM_MM(70) };
	uint32_t heading, paragraph, link, across, tag;
	struct display_target *target;
	struct display_bookmark *mark;
	size_t i;
	dim y;

	heading = display_tag(s->display, TAG_H1, 1, "sample.title");
	y = put_words(s, 0, "A sample: fi, \xc3\xa9" "e\xcc\x81, AVATAR",
	    true, DIM_MM(18), DIM_MM(20), heading, ARTIFACT_NONE);
	put_box(s, 0, tint, true, 0xe6f0e7, 0, ARTIFACT_LAYOUT);
	paragraph = display_tag(s->display, TAG_P, 1, "sample.p1");
	y = put_words(s, 0, "A paragraph of more than one line, so that "
	    "something is broken, with a link at its end.", false, DIM_MM(20),
	    DIM_MM(50), paragraph, ARTIFACT_NONE);
	link = display_tag(s->display, TAG_LINK, paragraph, NULL);
	put_link(s, link, 0, y, "https://example.org/?a=(b)\xC3\xA9", NULL);
	y = put_words(s, 0, "example.org", false, DIM_MM(18), y, link,
	    ARTIFACT_NONE);
	y = put_list(s, 0, y + DIM_MM(10));
	y = put_figure(s, 0, y);
	across = display_tag(s->display, TAG_P, 1, "sample.p2");
	put_words(s, 0, "This starts on one page ", false, DIM_MM(18), y,
	    across, ARTIFACT_NONE);
	y = put_words(s, 1, "and ends on the next.", false, DIM_MM(18),
	    DIM_MM(20), across, ARTIFACT_NONE);
	link = display_tag(s->display, TAG_LINK, across, NULL);
	put_link(s, link, 1, y, NULL, "sample.list");
	y = put_words(s, 1, "The list", false, DIM_MM(18), y, link,
	    ARTIFACT_NONE);
	put_table(s, 1, y + DIM_MM(10));
	for (i = 0; i < PAGES; i++) {
		if (i > 1) {
			tag = display_tag(s->display, TAG_P, 1, NULL);
			put_words(s, i, "Words of a page.", false,
			    DIM_MM(18), DIM_MM(20), tag, ARTIFACT_NONE);
		}
		put_words(s, i, page_of(s, i)->label, true, DIM_MM(18),
		    DIM_MM(199), 0, ARTIFACT_FOOTER);
	}
	target = vec_push(s->arena, &s->display->targets);
	target->name = "sample.title";
	target = vec_push(s->arena, &s->display->targets);
	target->name = "sample.list";
	target->y = DIM_MM(80);
	for (i = 0; i < 3; i++) {
		mark = vec_push(s->arena, &s->display->bookmarks);
		mark->level = i == 1 ? 2 : 1;
		mark->title = i == 0 ? "Sample" : "The list \xe2\x80\x93 all";
		mark->target = i == 0 ? "sample.title" : "sample.list";
	}
}

static void
make_pages(struct sample *s)
{
	static const char *const labels[PAGES] = {
		"Cover", "2", "3", "4", "5", "6", "7", "Back cover"
	};
	size_t i;

	s->display = display_new(s->arena);
	for (i = 0; i < PAGES; i++)
		display_page_new(s->display, DIM_MM(148), DIM_MM(210),
		    labels[i]);
	fill_pages(s);
}

static struct impose_plan *
plan_of(struct arena *a, enum impose_flip flip)
{
	struct impose_options o;

	memset(&o, 0, sizeof(o));
	o.page_width = DIM_MM(148);
	o.page_height = o.sheet_height = DIM_MM(210);
	o.sheet_width = DIM_MM(297);
	o.flip = flip;
	o.paper_thickness = DIM_MM10(2);
	o.creep_percent = 100;
	o.creep_most = DIM_MM(5);
	return impose_saddle(a, PAGES, &o);
}

static void
leave(const char *name, const struct buf *b)
{
	const char *folder;
	char path[512];
	FILE *f;

	folder = getenv("PDF_TEST_OUT");
	if (folder == NULL)
		return;
	(void)snprintf(path, sizeof(path), "%s/%s", folder, name);
	f = fopen(path, "wb");
	if (f == NULL)
		return;
	(void)fwrite(b->data, 1, b->len, f);
	(void)fclose(f);
}

/* Is "part" among the bytes? */
static bool
holds(const struct buf *b, const char *part)
{
	size_t i, len;

	len = strlen(part);
	for (i = 0; i + len <= b->len; i++)
		if (memcmp(b->data + i, part, len) == 0)
			return true;
	return false;
}

static size_t
count_of(const struct buf *b, const char *part)
{
	size_t i, len, n;

	len = strlen(part);
	n = 0;
	for (i = 0; i + len <= b->len; i++)
		if (memcmp(b->data + i, part, len) == 0)
			n++;
	return n;
}

static void
claim_reading(struct t_state *t_, const struct buf *b)
{
	t_ok(b->len > 100 && memcmp(b->data, "%PDF-1.7\n", 9) == 0,
	    "the file starts as PDF 1.7");
	t_ok(memcmp(b->data + b->len - 6, "%%EOF\n", 6) == 0,
	    "the file ends where a PDF ends");
	t_ok(holds(b, "/MarkInfo<</Marked true>>"), "it says it is tagged");
	t_ok(holds(b, "/S/H1") && holds(b, "/ID (sample.title)"),
	    "elements have roles and ids");
	t_ok(holds(b, "/O/List/ListNumbering/Disc"), "lists are numbered");
	t_ok(holds(b, "/Scope/Column") && holds(b, "/Scope/Row"),
	    "head cells have a scope");
	t_ok(holds(b, "/O/PrintField/Role/tv/Desc (Your notes)"),
	    "a field to write in says what for");
	t_ok(holds(b, "/O/Layout/Placement/Block/BBox["),
	    "a figure has its box");
	t_ok(holds(b, "<</Type/MCR/Pg "),
	    "a paragraph over two pages is one element");
	t_ok(count_of(b, "/Type/OBJR") == 2 &&
	    holds(b, "/URI(https://example.org/?a=\\(b\\)%C3%A9)"),
	    "links have annotations and tags");
	t_ok(holds(b, "/S/D/St 2") && holds(b, "/P (Back cover)"),
	    "page labels count and name");
	t_ok(holds(b, "<pdfuaid:part>1</pdfuaid:part>"),
	    "metadata can be read without unpacking");
	t_ok(holds(b, "(D:20261123000000Z)"), "dates come from the guide");
	t_ok(!holds(b, "Haru"), "nothing else signs the file");
}

static void
claim_sheets(struct t_state *t_, const struct buf *b)
{
	t_int(count_of(b, "/Type/Page/"), PAGES / 2, "two pages a side");
	t_ok(holds(b, "/Duplex/DuplexFlipShortEdge"),
	    "the sheets ask for the short edge");
	t_ok(holds(b, "(Sheet 1 front: Back cover | Cover)"),
	    "sides are labelled by their pages");
	t_int(count_of(b, "/Type/OBJR"), 2, "links keep their annotations");
	t_ok(holds(b, "/MediaBox[0 0 841.89 595.276]"), "a side is A4");
}

static bool
same_bytes(const struct buf *a, const struct buf *b)
{
	return a->len == b->len && memcmp(a->data, b->data, a->len) == 0;
}

/* The sample once more from nothing, to compare. */
static bool
make_reading(struct sample *s, struct buf *out)
{
	struct pdf_content *content;
	bool fine;

	make_pages(s);
	content = pdf_content_build(s->arena, s->dl, s->display,
	    plan_of(s->arena, FLIP_SHORT_EDGE));
	fine = content != NULL &&
	    pdf_write(content, s->dl, &s->info, NULL, out);
	pdf_content_free(content);
	return fine;
}

static void
claim_files(struct t_state *t_, struct sample *s)
{
	struct impose_plan *plan;
	struct pdf_content *content;
	struct buf reading, again, sheets;

	buf_init(&reading);
	buf_init(&again);
	buf_init(&sheets);
	make_pages(s);
	plan = plan_of(s->arena, FLIP_SHORT_EDGE);
	content = pdf_content_build(s->arena, s->dl, s->display, plan);
	t_ok(content != NULL, "the content is built");
	if (content == NULL)
		return;
	t_ok(pdf_write(content, s->dl, &s->info, NULL, &reading),
	    "the reading file is written");
	leave("reading.pdf", &reading);
	claim_reading(t_, &reading);
	t_ok(pdf_write(content, s->dl, &s->info, plan, &sheets),
	    "the sheets are written");
	leave("sheets.pdf", &sheets);
	claim_sheets(t_, &sheets);
	pdf_content_free(content);

	t_ok(make_reading(s, &again) && same_bytes(&reading, &again),
	    "the same pages give the same bytes");
	buf_clear(&again);
	s->info.title = "Another title";
	t_ok(make_reading(s, &again) && !same_bytes(&reading, &again),
	    "another title gives another file");

	plan = plan_of(s->arena, FLIP_LONG_EDGE);
	make_pages(s);
	content = pdf_content_build(s->arena, s->dl, s->display, plan);
	buf_clear(&sheets);
	t_ok(content != NULL && pdf_write(content, s->dl, &s->info, plan,
	    &sheets), "sheets for the long edge are written");
	leave("sheets-long.pdf", &sheets);
	t_ok(holds(&sheets, "\n-1 0 0 -1 "), "their backs are turned");
	pdf_content_free(content);
	buf_release(&reading);
	buf_release(&again);
	buf_release(&sheets);
}

static void
claim_bad_profile(struct t_state *t_, struct sample *s)
{
	struct pdf_content *content;
	struct buf out;

	buf_init(&out);
	make_pages(s);
	s->info.colour_profile = "no profile";
	s->info.colour_profile_len = 10;
	content = pdf_content_build(s->arena, s->dl, s->display, NULL);
	t_ok(content != NULL &&
	    !pdf_write(content, s->dl, &s->info, NULL, &out) && out.len == 0,
	    "a colour profile that is none is refused");
	t_str(diag_nth(s->dl, 0)->id, "colour-profile",
	    "and the message names it");
	pdf_content_free(content);
	buf_release(&out);
}

static void
claim_restricted(struct t_state *t_, struct sample *s)
{
	const struct font *before = s->regular;
	char path[KIT_PATH];
	struct font *restricted;
	struct buf why;

	kit_file(path);
	kit_licence(s->arena, "/usr/share/fonts/truetype/andika/"
	    "Andika-Regular.ttf", path, 0x0002);
	buf_init(&why);
	restricted = font_load(path, 0, &why);
	s->regular = restricted;
	s->dl = diag_list_new(s->arena);
	make_pages(s);
	t_ok(pdf_content_build(s->arena, s->dl, s->display, NULL) == NULL,
	    "a font that may not be embedded makes no PDF");
	t_str(diag_nth(s->dl, 0)->id, "font-not-embeddable",
	    "and the message says so");
	s->regular = before;
	font_free(restricted);
	buf_release(&why);
	unlink(path);
}

T_MAIN
{
	struct sample s;
	struct font *regular, *bold;

	memset(&s, 0, sizeof(s));
	s.arena = arena_new();
	s.dl = diag_list_new(s.arena);
	regular = font_of(s.arena, getenv("PDF_TEST_FAMILY") != NULL ?
	    getenv("PDF_TEST_FAMILY") : "Andika", false);
	bold = font_of(s.arena, "Andika", true);
	t_ok(regular != NULL && bold != NULL, "Andika is there");
	if (regular == NULL || bold == NULL)
		return;
	s.regular = regular;
	s.bold = bold;
	s.info.title = "A sample & <its> test";
	s.info.author = "The makers";
	s.info.subject = "Tests";
	s.info.lang = "en-GB";
	s.info.date = "2026-11-23";
	s.info.identifier = "sample 1";
	s.info.two_up = true;
	if (file_read_path(s.arena, "/usr/share/color/icc/sRGB.icc", 1 << 20,
	    &s.info.colour_profile, &s.info.colour_profile_len) != FILE_READ)
		t_ok(false, "icc-profiles-free is installed");
	claim_files(t_, &s);
	t_int(diag_total(s.dl), 0, "nothing was complained of");
	claim_bad_profile(t_, &s);
	claim_restricted(t_, &s);
	font_free(regular);
	font_free(bold);
	arena_free(s.arena);
}
