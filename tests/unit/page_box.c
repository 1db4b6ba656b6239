/* SPDX-License-Identifier: MIT */
/*
 * Claims about text and shapes in boxes.
 */
#include "page/box.h"

#include "doc/drawing.h"
#include "page_fixture.h"

static struct page_box *
empty(struct page_fixture *f)
{
	return ARENA_NEW(f->arena, struct page_box);
}

static uint32_t
paragraph_tag(struct page_fixture *f)
{
	return display_tag(f->maker.display, TAG_P, 1, "p1");
}

static void
lines_of_words(struct t_state *t_, struct page_fixture *f)
{
	struct page_box_list list = { NULL, 0, 0 };
	struct page_box *box;
	uint32_t tag = paragraph_tag(f);
	size_t lines;
	int64_t um;

	lines = box_words(&f->maker, &list, "Some  parents feel close on the "
	    "first day. Many\n do not, and they have time.", PAGE_BODY, false,
	    0, DIM_MM(60), tag);
	t_ok(lines > 1 && lines == list.len, "every line is a box");
	box = &list.items[0];
	t_int(dim_to_um(box->height), 6000, "a line of body is 6 mm high");
	t_ok(box->paragraph != 0 && box->paragraph ==
	    list.items[lines - 1].paragraph, "lines know their paragraph");
	um = dim_to_um(box->items.items[0].u.glyphs.y);
	t_ok(um > 4780 && um < 4880, "the baseline is 4.8 mm below the top");
	t_int(box->items.items[0].tag, tag, "words belong to their tag");
	t_ok(strncmp(fixture_words(f, &box->items.items[0]),
	    "Some parents feel", 17) == 0, "white space is one space");
	t_str(fixture_words(f, &list.items[lines - 1].items.items[0]) +
	    strlen(fixture_words(f, &list.items[lines - 1].items.items[0])) -
	    5, "time.", "nothing is lost at the end");
}

static void
inlines(struct t_state *t_, struct page_fixture *f)
{
	struct doc_node *p = fixture_text(f, DOC_PARAGRAPH, "One ");
	struct doc_node *strong = fixture_text(f, DOC_STRONG, "two");
	struct doc_node *polish = fixture_text(f, DOC_LANGUAGE, "trzy");
	struct page_box *box = empty(f);
	uint32_t tag = paragraph_tag(f);
	const struct display_item *items;
	dim height;

	polish->u.language.tag = "pl";
	doc_append(p, strong);
	doc_append(p, doc_new(f->arena, DOC_LINE_BREAK, p->at));
	doc_append(p, polish);
	height = box_put_inlines(&f->maker, box, p, PAGE_BODY, false, 0, 0,
	    DIM_MM(117), tag);
	items = box->items.items;
	t_int(dim_to_um(height), 12000, "a hard break makes a second line");
	t_int(box->items.len, 4, "each manner of setting is an item");
	t_ok(items[0].u.glyphs.run->font == f->faces[0], "text is Regular");
	t_ok(items[1].u.glyphs.run->font == f->faces[1], "strong is Bold");
	t_str(fixture_words(f, &items[2]), " ",
	    "a hard break leaves a space for readers");
	t_str(f->maker.display->tags.items[items[3].tag].lang, "pl",
	    "a language span has its own tag");
	t_int(f->maker.display->tags.items[items[3].tag].parent, tag,
	    "the span is below the paragraph");
}

static void
links(struct t_state *t_, struct page_fixture *f)
{
	struct doc_node *p = fixture_text(f, DOC_PARAGRAPH, "See ");
	struct doc_node *link = fixture_text(f, DOC_LINK,
	    "a very long name of a page that takes two lines");
	struct page_box *box = empty(f);
	uint32_t tag = paragraph_tag(f);
	dim height;

	link->u.link.href = "https://example.org/";
	doc_append(p, link);
	height = box_put_inlines(&f->maker, box, p, PAGE_BODY, false, 0, 0,
	    DIM_MM(70), tag);
	t_int(dim_to_um(height), 12000, "the link takes two lines");
	t_int(box->links.len, 2, "a link has an area on each line");
	t_ok(box->links.items[0].tag == box->links.items[1].tag,
	    "both areas are one link");
	t_ok(box->links.items[0].box[0] > DIM_MM(5),
	    "the area begins where the link does");
	t_ok(box->links.items[0].box[2] <= DIM_MM(70),
	    "the area ends with the words");
	t_str(box->links.items[0].uri, "https://example.org/",
	    "the link knows its address");
}

static void
unprinted_link(struct t_state *t_, struct page_fixture *f)
{
	static const struct chapter elsewhere = { .id = "elsewhere" };
	struct doc_node *p = fixture_text(f, DOC_PARAGRAPH, "See ");
	struct doc_node *link = fixture_text(f, DOC_LINK, "the site");
	struct page_box *box = empty(f);

	link->u.link.chapter = &elsewhere;
	doc_append(p, link);
	box_put_inlines(&f->maker, box, p, PAGE_BODY, false, 0, 0,
	    DIM_MM(70), paragraph_tag(f));
	t_int(box->links.len, 0, "what is not printed is not linked to");
	t_str(fixture_words(f, &box->items.items[0]), "See the site",
	    "the words of such a link are there");
}

static void
shapes(struct t_state *t_, struct page_fixture *f)
{
	static const dim corners[4] = { 0, DIM_PT, DIM_PT, DIM_PT };
	struct page_box *box = empty(f);
	const struct display_item *item;

	box_fill_round(&f->maker, box, 0, 0, DIM_MM(10), DIM_MM(10), corners,
	    0x112233);
	item = &box->items.items[0];
	t_int(item->artifact, ARTIFACT_LAYOUT, "a tint is an artifact");
	t_ok(item->u.path.fill && !item->u.path.stroke &&
	    item->u.path.fill_colour == 0x112233, "a fill is filled");
	t_int(item->u.path.step_count, 9, "a square corner has no curve");
	box_ornament(&f->maker, box, "M1 2 L-3.5 4 H7 V8 C1 1 2 2 3 3 Z",
	    0, 0, DIM_PT, 0, true, 0, 0);
	item = &box->items.items[1];
	t_int(item->u.path.step_count, 6, "path data becomes steps");
	t_int(item->u.path.steps[1].p[0].x, -7 * DIM_PT / 2,
	    "decimals and signs are read");
	t_int(item->u.path.steps[3].p[0].x, 7 * DIM_PT,
	    "a vertical line keeps its x");
	box_icon(&f->maker, box, CALLOUT_URGENT, 0, 0, DIM_MM(6), 0, 0);
	t_int(box->items.len, 5, "an icon is its outline and its sign");
}

static void
drawings(struct t_state *t_, struct page_fixture *f)
{
	static const struct path_step line[2] = {
		{ PATH_MOVE, { { 0, 0 } } },
		{ PATH_LINE, { { 320000, 160000 } } }
	};
	struct drawing_shape s[2];
	struct drawing d = { .name = "f.svg", .width = 320000,
	    .height = 160000, .shapes = s, .shape_count = 2 };
	struct page_box *box = empty(f);
	uint32_t tag;
	dim middle;

	memset(s, 0, sizeof(s));
	s[0].stroke = ROLE_INK;
	s[0].stroke_width = 2000;
	s[0].steps = line;
	s[0].step_count = 2;
	s[1].kind = DRAWING_TEXT;
	s[1].words = "label";
	s[1].x = 160000;
	s[1].y = 80000;
	tag = display_tag(f->maker.display, TAG_FIGURE, 1, NULL);
	t_int(dim_to_um(box_drawing(&f->maker, box, &d, 0, 0, DIM_MM(100),
	    tag)), 50000, "a drawing keeps its shape");
	t_int(dim_to_um(box->items.items[0].u.path.steps[1].p[0].x), 100000,
	    "it fills the width");
	middle = box->items.items[1].u.glyphs.x +
	    box->items.items[1].u.glyphs.run->width / 2;
	t_int(dim_to_um(middle) / 10, 5000, "a label stands on its middle");
	t_int(dim_to_um(box->items.items[1].u.glyphs.y) / 10, 2500,
	    "a label stands on its baseline");
}

static void
moving(struct t_state *t_, struct page_fixture *f)
{
	struct page_box_list list = { NULL, 0, 0 };
	struct page_box *into = empty(f), *box;
	const struct display_item *item;

	box = box_new(&f->maker, &list, DIM_MM(6));
	box->after = DIM_MM(3);
	*vec_push(f->arena, &box->targets) = "here";
	box_mark_area(&f->maker, box, 1, DIM_MM(1), 0, DIM_MM(2), DIM_MM(2));
	box = box_new(&f->maker, &list, DIM_MM(6));
	box->before = DIM_MM(9);
	box_line(&f->maker, box, 0, 0, DIM_MM(4), 0, DIM_PT, 0, 0);
	t_int(dim_to_um(box_stack(&f->maker, into, &list, DIM_MM(5),
	    DIM_MM(10))), 21000, "of two white spaces the larger holds");
	item = &into->items.items[0];
	t_ok(dim_to_um(item->u.path.x) == 5000 &&
	    dim_to_um(item->u.path.y) == 25000, "items move with their box");
	t_int(dim_to_um(into->areas.items[0].box[0]), 6000,
	    "areas move with their box");
	t_str(into->targets.items[0], "here", "targets move with their box");
	box_mirror_items(&f->maker, into, 0, DIM_MM(20));
	item = &into->items.items[0];
	t_int(dim_to_um(item->u.path.x + item->u.path.steps[1].p[0].x),
	    31000, "a mirrored line ends as far on the other side");
}

T_MAIN
{
	struct page_fixture f;

	fixture_new(&f);
	lines_of_words(t_, &f);
	inlines(t_, &f);
	links(t_, &f);
	unprinted_link(t_, &f);
	shapes(t_, &f);
	drawings(t_, &f);
	moving(t_, &f);
	t_int(diag_total(f.dl), 0, "there is nothing to complain of");
	fixture_free(&f);
}
