/* SPDX-License-Identifier: MIT */
/*
 * Claims about tables: how columns share a page's width, where words stand in
 * them, and what happens to rows over pages.
 */
#include "page/table.h"
#include "page_fixture.h"

#define MEASURE DIM_MM(117)

static const struct span at = { "test.md", 1, 1 };

/* natural, least, total in millimetres; the wish is the natural. */
static struct table_column
column(int natural, int least, int total)
{
	struct table_column c = { 0 };

	c.natural = c.wish = DIM_MM(natural);
	c.least = DIM_MM(least);
	c.total = DIM_MM(total);
	return c;
}

static dim
sum(const struct table_column *c, size_t count)
{
	dim all = 0;

	for (size_t i = 0; i < count; i++)
		all += c[i].width;
	return all;
}

static bool
near(dim a, dim b)
{
	return a - b < DIM_PT / 100 && b - a < DIM_PT / 100;
}

static void
shares(struct t_state *t_)
{
	struct table_column c[3];

	c[0] = column(20, 10, 20);
	c[1] = column(30, 10, 30);
	table_share(c, 2, DIM_MM(100));
	t_ok(near(c[0].width, DIM_MM(20)) && near(c[1].width, DIM_MM(30)),
	    "columns that fit are as wide as they wish");

	c[0] = column(12, 12, 400);
	c[1] = column(500, 20, 5000);
	table_share(c, 2, DIM_MM(100));
	t_ok(near(c[0].width, DIM_MM(12)), "a column of numbers never wraps");
	t_ok(near(c[1].width, DIM_MM(88)), "the text has all the rest");

	c[0] = column(300, 10, 1000);
	c[1] = column(300, 10, 3000);
	table_share(c, 2, DIM_MM(100));
	t_ok(near(c[0].width, DIM_MM(25)) && near(c[1].width, DIM_MM(75)),
	    "texts share by how much they hold");

	c[0] = column(300, 45, 100);
	c[1] = column(300, 10, 9000);
	table_share(c, 2, DIM_MM(100));
	t_ok(near(c[0].width, DIM_MM(45)), "but keep their longest word whole");

	c[0] = column(20, 10, 20);
	c[1] = column(60, 10, 60);
	c[0].wish = DIM_MM(80);
	table_share(c, 2, DIM_MM(100));
	t_ok(near(c[0].width, DIM_MM(40)) && near(c[1].width, DIM_MM(60)),
	    "a head wraps before any cell does");
}

static void
too_wide(struct t_state *t_)
{
	struct table_column c[3];

	c[0] = column(16, 16, 16);
	c[1] = column(180, 180, 180);
	table_share(c, 2, DIM_MM(100));
	t_ok(near(c[0].width, DIM_MM(16)) && near(c[1].width, DIM_MM(84)),
	    "a word that no column can hold takes nothing from the others");

	for (int i = 0; i < 3; i++)
		c[i] = column(60, 20 + 20 * i, 60);
	table_share(c, 3, DIM_MM(100));
	t_ok(near(c[0].width, DIM_MM(20)) && near(c[1].width, DIM_MM(40)) &&
	    near(c[2].width, DIM_MM(40)),
	    "where words have to be broken, the widest are cut down");
	t_ok(sum(c, 3) <= DIM_MM(100) + 3, "and all of it fits");
}

static void
widened(struct t_state *t_)
{
	struct table_column c[2];

	c[0] = column(20, 20, 20);
	c[1] = column(60, 10, 60);
	table_share(c, 2, DIM_MM(100));
	table_widen(c, 2, DIM_MM(20));
	t_ok(near(c[0].width, DIM_MM(20)) && near(c[1].width, DIM_MM(80)),
	    "spare width goes to text, not to single words");
	c[1] = column(60, 60, 60);
	table_share(c, 2, DIM_MM(100));
	table_widen(c, 2, DIM_MM(20));
	t_ok(near(c[0].width, DIM_MM(30)) && near(c[1].width, DIM_MM(70)),
	    "and where there is no text, to all");
}

/* A table of "rows" rows of what "cells" says, one string a column, below the
 * heads "One", "Two", ... */
static struct doc_node *
table(struct page_fixture *f, const enum doc_align *aligns, size_t columns,
    int rows, const char *const *cells)
{
	static const char *const heads[] = { "One", "Two", "Three" };
	struct doc_node *node = doc_new(f->arena, DOC_TABLE, at), *row;

	node->u.table.columns = columns;
	node->u.table.aligns = aligns;
	for (int i = 0; i <= rows; i++) {
		row = doc_new(f->arena, DOC_TABLE_ROW, at);
		doc_append(node, row);
		for (size_t k = 0; k < columns; k++)
			doc_append(row, fixture_text(f, DOC_TABLE_CELL,
			    i == 0 ? heads[k] : cells[k]));
	}
	return node;
}

/* Left and right edge of the first run of words that begins with "start". */
static bool
find(const struct page_box *box, const char *start, dim *left, dim *right,
    dim *y)
{
	for (size_t i = 0; i < box->items.len; i++) {
		const struct display_item *item = &box->items.items[i];
		const struct type_run *run = item->u.glyphs.run;
		size_t from;

		if (item->kind != DISPLAY_GLYPHS)
			continue;
		from = run->glyphs[0].text_start;
		if (strncmp(run->text + from, start, strlen(start)) != 0)
			continue;
		*left = item->u.glyphs.x;
		*right = item->u.glyphs.x + run->width;
		*y = item->u.glyphs.y;
		return true;
	}
	return false;
}

static void
alignment(struct t_state *t_, struct page_fixture *f)
{
	static const enum doc_align aligns[] = { ALIGN_START, ALIGN_END };
	static const char *const cells[] = { "a lot of words that go on and "
	    "on, so that there have to be lines", "first words of a cell "
	    "that has to have lines as well, zz" };
	struct page_box_list list = { NULL, 0, 0 };
	dim left, right, y, top;

	box_table(&f->maker, &list, table(f, aligns, 2, 1, cells), 0,
	    MEASURE, 1);
	t_int(list.len, 2, "a row is a box");
	t_ok(find(&list.items[1], "first", &left, &right, &top),
	    "the first line is there");
	t_ok(find(&list.items[1], "a lot", &left, &right, &y) && y == top,
	    "cells begin at the same height");
	t_ok(find(&list.items[1], "lines as well", &left, &right, &y) ||
	    find(&list.items[1], "as well", &left, &right, &y) ||
	    find(&list.items[1], "have", &left, &right, &y) ||
	    find(&list.items[1], "to have", &left, &right, &y),
	    "a line further down is there");
	t_ok(y > top && right > MEASURE - DIM_MM(3) && right < MEASURE +
	    DIM_MM(1), "each line of a right-aligned cell ends at the right");
	t_ok(find(&list.items[0], "Two", &left, &right, &y) &&
	    right > MEASURE - DIM_MM(1), "and so does its head");
}

static void
on_the_half_grid(struct t_state *t_, struct page_fixture *f)
{
	static const enum doc_align aligns[] = { ALIGN_NONE, ALIGN_NONE };
	static const char *const cells[] = { "one", "two" };
	struct page_box_list list = { NULL, 0, 0 };
	dim y = 0, left, right, baseline;
	bool level = true;

	box_table(&f->maker, &list, table(f, aligns, 2, 3, cells), 0,
	    MEASURE, 1);
	t_ok(list.items[0].on_grid, "a table begins on the grid");
	for (size_t i = 0; i < list.len; i++) {
		if (i > 0 && find(&list.items[i], "one", &left, &right,
		    &baseline)) {
			int64_t um = dim_to_um(y + baseline -
			    page_baseline(&f->style, PAGE_BODY)) % 3000;

			level = level && (um < 5 || um > 2995);
		}
		y += list.items[i].height;
	}
	t_ok(level, "words of rows stand on the half grid");
	t_ok(list.items[1].above_at_top != NULL &&
	    list.items[1].before_at_top == list.items[0].height,
	    "at the top of a page there is room for the head");
	t_int(list.items[1].above_at_top->items.items[0].artifact,
	    ARTIFACT_HEADER, "which is an artifact");
	t_ok(right < DIM_MM(40), "a small table is not stretched");
}

static void
high_rows(struct t_state *t_, struct page_fixture *f)
{
	static const enum doc_align aligns[] = { ALIGN_NONE, ALIGN_NONE };
	struct page_box_list list = { NULL, 0, 0 };
	const char *cells[] = { "short", "" };
	size_t tags, rows = 0;
	struct buf b;

	buf_init(&b);
	for (int i = 0; i < 400; i++)
		buf_puts(&b, "some words of it ");
	cells[1] = arena_strdup(f->arena, b.data);
	buf_release(&b);
	box_table(&f->maker, &list, table(f, aligns, 2, 1, cells), 0,
	    MEASURE, 1);
	t_ok(list.len > 50, "a row that no page holds is a box a line");
	t_int(dim_to_um(list.items[2].height), 6000, "as high as a line");
	t_ok(list.items[1].paragraph != 0 &&
	    list.items[1].paragraph == list.items[list.len - 1].paragraph,
	    "the lines of which break like those of a paragraph");
	tags = f->maker.display->tags.len;
	for (size_t i = 0; i < tags; i++)
		rows += f->maker.display->tags.items[i].role == TAG_TD;
	t_int(rows, 2, "in one element a cell");
}

static void
stacked(struct t_state *t_, struct page_fixture *f)
{
	static enum doc_align aligns[9];
	struct page_box_list list = { NULL, 0, 0 };
	struct doc_node *node, *row;
	dim left, right, y0, y1;

	node = doc_new(f->arena, DOC_TABLE, at);
	node->u.table.columns = 9;
	node->u.table.aligns = aligns;
	for (int i = 0; i < 3; i++) {
		row = doc_new(f->arena, DOC_TABLE_ROW, at);
		doc_append(node, row);
		for (int k = 0; k < 9; k++)
			doc_append(row, fixture_text(f, DOC_TABLE_CELL,
			    arena_printf(f->arena, "%s%dabcdefgh",
			    i == 0 ? "head" : "cell", k)));
	}
	box_table(&f->maker, &list, node, 0, MEASURE, 1);
	t_int(list.len, 2, "a row of a wide table is a block");
	t_ok(find(&list.items[1], "head3", &left, &right, &y0) &&
	    find(&list.items[1], "cell3", &left, &right, &y1) && y0 == y1,
	    "in which each cell stands beside its head");
	t_ok(list.items[0].items.items[0].tag != 0 &&
	    list.items[1].items.items[0].tag == 0,
	    "heads are read once, and seen in each block");
	t_int(diag_total(f->dl), 1, "the author is told");
}

static void
with_fixture(struct t_state *t_,
    void (*claims)(struct t_state *, struct page_fixture *))
{
	struct page_fixture f;

	fixture_new(&f);
	claims(t_, &f);
	fixture_free(&f);
}

T_MAIN
{
	shares(t_);
	too_wide(t_);
	widened(t_);
	with_fixture(t_, alignment);
	with_fixture(t_, on_the_half_grid);
	with_fixture(t_, high_rows);
	with_fixture(t_, stacked);
}
