/* SPDX-License-Identifier: MIT */
/*
 * Claims about blocks: white space, tags, and what is never split.
 */
#include "doc/drawing.h"
#include "page_fixture.h"

#define MEASURE DIM_MM(117)

static const struct span at = { "test.md", 1, 1 };

static struct doc_node *
root(struct page_fixture *f)
{
	return doc_new(f->arena, DOC_DOCUMENT, at);
}

static struct doc_node *
add(struct page_fixture *f, struct doc_node *parent, enum doc_kind kind,
    const char *text, const char *id)
{
	struct doc_node *node;

	node = text == NULL ? doc_new(f->arena, kind, at) :
	    fixture_text(f, kind, text);
	node->id = id;
	doc_append(parent, node);
	return node;
}

static struct page_box_list
boxes(struct page_fixture *f, const struct doc_node *document)
{
	struct page_box_list list = { NULL, 0, 0 };

	box_blocks(&f->maker, &list, document->first, 0, MEASURE, 1);
	return list;
}

/* All boxes on one page, and its tags as text. */
static const char *
tags(struct page_fixture *f, const struct page_box_list *list)
{
	struct page_box *all = ARENA_NEW(f->arena, struct page_box);
	struct display_page *page;
	const char *text;
	struct buf out;

	box_stack(&f->maker, all, list, 0, 0);
	page = display_page_new(f->maker.display, MEASURE, MEASURE, "1");
	page->items.items = all->items.items;
	page->items.len = all->items.len;
	buf_init(&out);
	display_dump_tags(f->maker.display, &out);
	page->items.len = 0;
	text = arena_strdup(f->arena, out.data);
	buf_release(&out);
	return text;
}

static void
paragraphs(struct t_state *t_, struct page_fixture *f)
{
	struct doc_node *d = root(f);
	struct page_box_list list;
	struct doc_node *heading;

	add(f, d, DOC_PARAGRAPH, "First.", "p1");
	heading = add(f, d, DOC_HEADING, "Heading", "h");
	heading->u.heading.level = 2;
	add(f, d, DOC_PARAGRAPH, "Second.", "p2");
	list = boxes(f, d);
	t_int(list.len, 3, "three lines are three boxes");
	t_int(dim_to_um(list.items[0].after), 6000,
	    "a line is free below a paragraph");
	t_int(dim_to_um(list.items[1].before), 9000, "h2 has 9 mm above");
	t_int(dim_to_um(list.items[1].after), 3000, "h2 has 3 mm below");
	t_int(dim_to_um(list.items[1].before_at_top), 3000,
	    "h2 has 3 mm above at the top of a page");
	t_ok(list.items[1].keep_with_next, "h2 stays with its text");
	t_ok(list.items[2].on_grid && list.items[2].below_grid == 0,
	    "text is on the grid");
	t_int(dim_to_um(list.items[1].below_grid), 3000,
	    "h2 is between its lines");
	t_str(list.items[1].targets.items[0], "h", "blocks are targets");
	t_str(tags(f, &list), "Document\n"
	    "  P #p1\n    \"First.\"\n  H2 #h\n    \"Heading\"\n"
	    "  P #p2\n    \"Second.\"\n", "tags say what blocks are");
}

static void
tight_list(struct t_state *t_, struct page_fixture *f)
{
	struct doc_node *d = root(f), *l, *item;
	struct page_box_list list;

	l = add(f, d, DOC_LIST, NULL, NULL);
	l->u.list.tight = l->u.list.ordered = true;
	l->u.list.start = 9;
	l->u.list.delimiter = '.';
	item = add(f, l, DOC_ITEM, NULL, NULL);
	add(f, item, DOC_PARAGRAPH, "Nine", "p1");
	item = add(f, l, DOC_ITEM, NULL, NULL);
	add(f, item, DOC_PARAGRAPH, "Ten", "p2");
	add(f, l, DOC_ITEM, NULL, NULL);
	list = boxes(f, d);
	t_int(list.items[0].after, 0, "nothing stands between tight items");
	t_int(dim_to_um(list.items[2].after), 6000,
	    "a line is free below a list");
	t_int(dim_to_um(list.items[0].items.items[1].u.glyphs.x), 9000,
	    "text stands beside the widest number");
	t_str(tags(f, &list), "Document\n  L decimal\n"
	    "    LI\n      Lbl\n        \"9.\"\n      LBody #p1\n"
	    "        \"Nine\"\n"
	    "    LI\n      Lbl\n        \"10.\"\n      LBody #p2\n"
	    "        \"Ten\"\n"
	    "    LI\n      Lbl\n        \"11.\"\n      LBody\n",
	    "numbers are labels, also of an empty item");
}

static void
loose_list(struct t_state *t_, struct page_fixture *f)
{
	struct doc_node *d = root(f), *l, *item;
	struct page_box_list list;

	l = add(f, d, DOC_LIST, NULL, NULL);
	item = add(f, l, DOC_ITEM, NULL, NULL);
	add(f, item, DOC_PARAGRAPH, "One", "p1");
	add(f, item, DOC_PARAGRAPH, "More", "p2");
	item = add(f, l, DOC_ITEM, NULL, NULL);
	add(f, item, DOC_PARAGRAPH, "Two", "p3");
	list = boxes(f, d);
	t_int(dim_to_um(list.items[1].after), 6000,
	    "a line is free between loose items");
	t_int(list.items[0].items.items[0].artifact, ARTIFACT_LAYOUT,
	    "a bullet is drawn and is an artifact");
	t_str(tags(f, &list), "Document\n  L disc\n"
	    "    LI\n      LBody\n        P #p1\n          \"One\"\n"
	    "        P #p2\n          \"More\"\n"
	    "    LI\n      LBody\n        P #p3\n          \"Two\"\n",
	    "paragraphs of loose items are paragraphs");
}

static void
deep_list(struct t_state *t_, struct page_fixture *f)
{
	struct doc_node *d = root(f), *into = d;
	struct page_box_list list;
	const struct display_item *last;
	int i;

	for (i = 0; i < 60; i++) {
		into = add(f, into, DOC_LIST, NULL, NULL);
		into->u.list.tight = true;
		into = add(f, into, DOC_ITEM, NULL, NULL);
	}
	add(f, into, DOC_PARAGRAPH, "Deep", NULL);
	list = boxes(f, d);
	last = &list.items[0].items.items[list.items[0].items.len - 1];
	t_ok(last->u.glyphs.x > DIM_MM(70) &&
	    last->u.glyphs.x + last->u.glyphs.run->width < MEASURE,
	    "text in sixty lists is still within the page");
}

static void
callouts(struct t_state *t_, struct page_fixture *f)
{
	struct doc_node *d, *c;
	struct page_box_list list;
	bool level = true;
	int kind;

	for (kind = 0; kind < CALLOUT_COUNT; kind++) {
		d = root(f);
		c = add(f, d, DOC_CALLOUT, NULL, "c");
		c->u.callout.kind = (enum doc_callout)kind;
		add(f, c, DOC_LABEL, "Label", "l1");
		add(f, c, DOC_PARAGRAPH, "Text.", "p1");
		add(f, c, DOC_PARAGRAPH, "More.", "p2");
		list = boxes(f, d);
		level = level && list.len == 1 &&
		    dim_to_um(list.items[0].height) % 6000 == 0;
	}
	t_ok(level, "callouts are one box, a multiple of the grid high");
	t_int(dim_to_um(list.items[0].before), 6000,
	    "a line is free above a callout");
	t_str(tags(f, &list), "Document\n  Div #c\n    P #l1\n"
	    "      \"Label\"\n    P #p1\n      \"Text.\"\n"
	    "    P #p2\n      \"More.\"\n",
	    "a callout's label is its first paragraph");
	t_int(list.items[0].targets.len, 4, "all its blocks are targets");
}

static void
figures(struct t_state *t_, struct page_fixture *f)
{
	static const struct drawing drawing = {
		.name = "f.svg", .width = 320000, .height = 150000
	};
	struct doc_node *d = root(f), *figure;
	struct page_box_list list;

	figure = add(f, d, DOC_FIGURE, NULL, "f1");
	figure->u.image.alt = "A line";
	figure->u.image.drawing = &drawing;
	add(f, figure, DOC_CAPTION, "It goes up.", "c1");
	list = boxes(f, d);
	t_int(list.len, 1, "a figure and its caption are one box");
	t_int(dim_to_um(list.items[0].height), 66000,
	    "with its caption a figure fills whole lines");
	t_int(list.items[0].areas.len, 1, "a figure knows its place");
	t_int(dim_to_um(list.items[0].areas.items[0].box[2]), 117000,
	    "a figure is as wide as the text");
	figure->u.image.decorative = true;
	list = boxes(f, d);
	t_str(tags(f, &list), "Document\n  P #c1\n    \"It goes up.\"\n",
	    "the caption of a decoration is a paragraph");
}

static void
code(struct t_state *t_, struct page_fixture *f)
{
	struct doc_node *d = root(f), *block;
	struct page_box_list list;

	block = add(f, d, DOC_CODE_BLOCK, NULL, "x1");
	block->text = "one\n  two\n\nfour\n";
	list = boxes(f, d);
	t_int(list.len, 4, "lines of code stay lines, empty ones too");
	add(f, d, DOC_RULE, NULL, NULL);
	list = boxes(f, d);
	t_int(list.len, 5, "a pause is a line high");
}

static void
with_fixture(struct t_state *t_,
    void (*claims)(struct t_state *, struct page_fixture *))
{
	struct page_fixture f;

	fixture_new(&f);
	claims(t_, &f);
	t_int(diag_total(f.dl), 0, "there is nothing to complain of");
	fixture_free(&f);
}

T_MAIN
{
	with_fixture(t_, paragraphs);
	with_fixture(t_, tight_list);
	with_fixture(t_, loose_list);
	with_fixture(t_, deep_list);
	with_fixture(t_, callouts);
	with_fixture(t_, figures);
	with_fixture(t_, code);
}
