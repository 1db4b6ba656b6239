/* SPDX-License-Identifier: MIT */
/*
 * Items become operators: pens, rises, clusters, marks, paths, colours.
 */
#include "pdf/draw.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "page/display.h"
#include "pdf/content.h"
#include "pdf/deflate.h"
#include "pdf/font_file.h"
#include "pdf/shading.h"
#include "t.h"
#include "type/find.h"
#include "type/font.h"
#include "type/paragraph.h"

#define SIZE	(DIM_PT * 10)

struct sample {
	struct arena		*arena;
	struct diag_list	*dl;
	struct deflate		*deflate;
	struct pdf_content	 content;
	struct display		*display;
	struct buf		 out;
};

/* "words" as one run whose glyphs may be changed. */
static struct type_run *
run_of(struct sample *s, const struct font *const *font, const char *words)
{
	struct type_measure measure = { .width = DIM_MM(500) };
	struct type_glyph *glyphs;
	struct type_lines lines;
	struct type_text text;
	struct type_span span;
	struct type_run *run;

	memset(&span, 0, sizeof(span));
	span.end = strlen(words);
	span.style.fonts = font;
	span.style.font_count = 1;
	span.style.size = SIZE;
	memset(&text, 0, sizeof(text));
	text.bytes = words;
	text.len = strlen(words);
	text.spans = &span;
	text.span_count = 1;
	type_paragraph(s->arena, s->dl, &text, &measure, &lines);
	run = ARENA_NEW(s->arena, struct type_run);
	*run = lines.lines[0].runs[0];
	glyphs = ARENA_ARRAY(s->arena, struct type_glyph, run->glyph_count);
	memcpy(glyphs, run->glyphs, run->glyph_count * sizeof(*glyphs));
	run->glyphs = glyphs;
	return run;
}

static void
start(struct sample *s)
{
	memset(&s->content, 0, sizeof(s->content));
	s->content.arena = s->arena;
	s->content.display = s->display = display_new(s->arena);
	display_page_new(s->display, DIM_PT * 100, DIM_PT * 200, "1");
}

static struct display_item *
item_of(struct sample *s, enum display_kind kind, uint32_t tag)
{
	struct display_item *item;

	item = vec_push(s->arena, &s->display->pages.items[0].items);
	item->kind = kind;
	item->tag = tag;
	if (tag == 0)
		item->artifact = ARTIFACT_LAYOUT;
	return item;
}

static void
put_run(struct sample *s, const struct type_run *run, uint32_t tag)
{
	struct display_item *item;

	item = item_of(s, DISPLAY_GLYPHS, tag);
	item->u.glyphs.run = run;
	item->u.glyphs.x = DIM_PT * 5;
	item->u.glyphs.y = DIM_PT * 50;
}

/* The stream of what was put on the page. */
static const char *
drawn(struct sample *s)
{
	const struct display_page *page = &s->display->pages.items[0];
	size_t i;

	s->content.pages = ARENA_ARRAY(s->arena, struct content_page, 1);
	content_find_marks(&s->content);
	content_number_marks(&s->content);
	s->content.fonts = font_set_new(s->arena);
	for (i = 0; i < page->items.len; i++)
		if (page->items.items[i].kind == DISPLAY_GLYPHS)
			font_set_collect(s->content.fonts,
			    page->items.items[i].u.glyphs.run);
	if (!font_set_finish(s->content.fonts, s->deflate, s->dl))
		return "no fonts";
	buf_clear(&s->out);
	draw_page(s->display, page, s->content.pages, s->content.fonts,
	    shading_set_new(s->arena, s->display), s->content.images,
	    &s->out);
	return s->out.data;
}

static struct type_glyph *
glyph_of(struct sample *s, struct type_run *run, size_t i)
{
	struct type_glyph *glyphs;

	glyphs = ARENA_ARRAY(s->arena, struct type_glyph, run->glyph_count);
	memcpy(glyphs, run->glyphs, run->glyph_count * sizeof(*glyphs));
	run->glyphs = glyphs;
	return &glyphs[i];
}

static void
claim_text(struct t_state *t_, struct sample *s,
    const struct font *const *font)
{
	struct type_run *run;
	uint32_t tag;

	start(s);
	tag = display_tag(s->display, TAG_P, 1, NULL);
	run = run_of(s, font, "non");
	put_run(s, run, tag);
	t_str(drawn(s), "/P<</MCID 0>>BDC\nBT\n/F1 10 Tf\n5 150 Td\n"
	    "[<000100020001>]TJ\nET\nEMC\n",
	    "glyphs have codes by first use, y goes up");

	glyph_of(s, run, 0)->advance += SIZE / 10;
	t_str(drawn(s), "/P<</MCID 0>>BDC\nBT\n/F1 10 Tf\n5 150 Td\n"
	    "[<0001>-100<00020001>]TJ\nET\nEMC\n",
	    "what the font does not move, TJ does, once");

	glyph_of(s, run, 0)->advance -= SIZE / 10;
	glyph_of(s, run, 1)->x_offset = SIZE / 20;
	t_str(drawn(s), "/P<</MCID 0>>BDC\nBT\n/F1 10 Tf\n5 150 Td\n"
	    "[<0001>-50<0002>50<0001>]TJ\nET\nEMC\n",
	    "a glyph that is moved does not move those behind it");

	glyph_of(s, run, 1)->x_offset = 0;
	glyph_of(s, run, 1)->y_offset = DIM_PT * 3 / 2;
	t_str(drawn(s), "/P<</MCID 0>>BDC\nBT\n/F1 10 Tf\n5 150 Td\n"
	    "[<0001>]TJ\n1.5 Ts\n[<0002>]TJ\n0 Ts\n[<0001>]TJ\nET\nEMC\n",
	    "a raised glyph is raised and the next is not");

	glyph_of(s, run, 1)->y_offset = 0;
	glyph_of(s, run, 0)->text_len = 2;
	glyph_of(s, run, 1)->text_len = 0;
	t_str(drawn(s), "/P<</MCID 0>>BDC\nBT\n/F1 10 Tf\n5 150 Td\n"
	    "/Span<</ActualText<FEFF006E006F>>>BDC\n[<00010002>]TJ\nEMC\n"
	    "[<0003>]TJ\nET\nEMC\n",
	    "a cluster of two glyphs says its text");
}

static void
claim_marks(struct t_state *t_, struct sample *s,
    const struct font *const *font)
{
	struct type_run *run;
	uint32_t first, second;

	start(s);
	run = run_of(s, font, "n");
	first = display_tag(s->display, TAG_P, 1, NULL);
	second = display_tag(s->display, TAG_SPAN, first, NULL);
	put_run(s, run, first);
	put_run(s, run, first);
	put_run(s, run, second);
	put_run(s, run, 0);
	put_run(s, run, first);
	t_str(drawn(s), "/P<</MCID 0>>BDC\nBT\n/F1 10 Tf\n5 150 Td\n"
	    "[<0001>]TJ\n0 0 Td\n[<0001>]TJ\nET\nEMC\n"
	    "/Span<</MCID 1>>BDC\nBT\n5 150 Td\n[<0001>]TJ\nET\nEMC\n"
	    "/Artifact<</Type/Layout>>BDC\nBT\n5 150 Td\n[<0001>]TJ\nET\nEMC\n"
	    "/P<</MCID 2>>BDC\nBT\n5 150 Td\n[<0001>]TJ\nET\nEMC\n",
	    "neighbours of one tag share a mark, artifacts have none");

	start(s);
	first = display_tag(s->display, TAG_P, 1, NULL);
	second = display_tag(s->display, TAG_FORM, first, NULL);
	put_run(s, run, first);
	item_of(s, DISPLAY_ANCHOR, second);
	put_run(s, run, first);
	(void)drawn(s);
	t_int(s->content.pages[0].mark_count, 2,
	    "an anchor of another tag parts marks");
}

static void
claim_paths(struct t_state *t_, struct sample *s)
{
	static const dim dashes[] = { DIM_PT * 3, DIM_PT };
	static const struct display_step steps[] = {
		{ PATH_MOVE, { { 0, 0 } } },
		{ PATH_LINE, { { DIM_PT * 10, 0 } } },
		{ PATH_CURVE, { { DIM_PT, DIM_PT }, { 0, 0 },
		    { DIM_PT * 2, DIM_PT / 3 } } },
		{ PATH_CLOSE, { { 0, 0 } } }
	};
	struct display_item *item;

	start(s);
	item = item_of(s, DISPLAY_PATH, 0);
	item->u.path.steps = steps;
	item->u.path.step_count = 4;
	item->u.path.fill = item->u.path.stroke = true;
	item->u.path.fill_colour = 0x808080;
	item->u.path.stroke_colour = 0xff0080;
	item->u.path.width = DIM_PT / 2;
	item->u.path.cap = CAP_ROUND;
	item->u.path.dashes = dashes;
	item->u.path.dash_count = 2;
	item->u.path.x = DIM_PT;
	item->u.path.y = DIM_PT * 20;
	t_str(drawn(s), "/Artifact<</Type/Layout>>BDC\n0.502 g\n"
	    "1 0 0.502 RG\n0.5 w\n1 J\n[3 1 ]0 d\n"
	    "1 180 m\n11 180 l\n2 179 1 180 3 179.667 c\nh\nB\nEMC\n",
	    "paths are moved, turned up, coloured and dashed");
	item = item_of(s, DISPLAY_PATH, 0);
	item->u.path.steps = steps;
	item->u.path.step_count = 2;
	item->u.path.stroke = true;
	item->u.path.width = DIM_PT / 2;
	(void)drawn(s);
	t_ok(strstr(s->out.data, "B\n0 G\n0 J\n[]0 d\n0 200 m\n10 200 l\nS\n"
	    "EMC\n") != NULL,
	    "only what differs from the path before is set again");
}

T_MAIN
{
	const struct font *fonts[1];
	struct font *font;
	struct sample s;
	struct font_finder *finder;
	const char *path;
	struct buf why;
	unsigned index;

	memset(&s, 0, sizeof(s));
	s.arena = arena_new();
	s.dl = diag_list_new(s.arena);
	s.deflate = deflate_new();
	buf_init(&s.out);
	buf_init(&why);
	finder = font_finder_new(NULL, 0);
	path = font_find(finder, s.arena, "Andika", false, &index, &why);
	font_finder_free(finder);
	font = path == NULL ? NULL : font_load(path, index, &why);
	t_ok(font != NULL, "Andika is there");
	if (font != NULL) {
		fonts[0] = font;
		claim_text(t_, &s, fonts);
		claim_marks(t_, &s, fonts);
		claim_paths(t_, &s);
		font_free(font);
	}
	buf_release(&why);
	buf_release(&s.out);
	deflate_free(s.deflate);
	arena_free(s.arena);
}
