/* SPDX-License-Identifier: MIT */
/*
 * Parts of a worksheet as a little picture.
 */
#include "site/site_int.h"

#include <string.h>

#include "base/arena.h"
#include "doc/book.h"
#include "doc/node.h"
#include "site/value.h"
#include "t.h"

struct drawn {
	const char	*shapes, *words;
};

static struct drawn
draw(struct arena *a, struct doc_node *root)
{
	struct chapter c = { .root = root };
	struct value *item = value_map(a);

	page_sketch(a, &c, item);
	return (struct drawn){ value_find(item, "sketch")->text,
	    value_find(item, "sketch_words")->text };
}

static size_t
count_of(const char *path, char verb)
{
	size_t count = 0;

	for (; *path != '\0'; path++)
		count += *path == verb;
	return count;
}

static struct doc_node *
node(struct arena *a, struct doc_node *parent, enum doc_kind kind)
{
	struct doc_node *n = doc_new(a, kind, (struct span){ "w.md", 1, 1 });

	if (parent != NULL)
		doc_append(parent, n);
	return n;
}

/* Numbers of a path that lie outside of the sheet's 104 by 140. */
static bool
stays_inside(const char *path)
{
	int number = 0;

	for (; *path != '\0'; path++) {
		number = *path >= '0' && *path <= '9' ?
		    number * 10 + (*path - '0') : 0;
		if (number > 140)
			return false;
	}
	return true;
}

static struct doc_node *
sheet_of_lines(struct arena *a, int sets, int lines)
{
	struct doc_node *root = node(a, NULL, DOC_DOCUMENT), *answer;

	for (int i = 0; i < sets; i++) {
		answer = node(a, root, DOC_ANSWER);
		answer->u.answer.kind = ANSWER_LINES;
		answer->u.answer.count = lines;
	}
	return root;
}

static struct doc_node *
sheet_of_ticks(struct arena *a, int ticks, int columns)
{
	struct doc_node *root = node(a, NULL, DOC_DOCUMENT), *list;

	list = node(a, root, DOC_TICKS);
	list->u.ticks.columns = columns;
	for (int i = 0; i < ticks; i++)
		node(a, list, DOC_TICK);
	return root;
}

static struct doc_node *
sheet_of_choices(struct arena *a, int choices)
{
	struct doc_node *root = node(a, NULL, DOC_DOCUMENT), *list;

	list = node(a, root, DOC_CHOICES);
	list->u.choices.columns = 1;
	for (int i = 0; i < choices; i++)
		node(a, list, DOC_CHOICE);
	return root;
}

static struct doc_node *
sheet_of_paragraphs(struct arena *a, int count)
{
	struct doc_node *root = node(a, NULL, DOC_DOCUMENT);

	for (int i = 0; i < count; i++)
		node(a, root, DOC_PARAGRAPH);
	return root;
}

static struct doc_node *
sheet_of_grid(struct arena *a, int rows)
{
	struct doc_node *root = node(a, NULL, DOC_DOCUMENT), *grid, *row;

	grid = node(a, root, DOC_GRID);
	for (int i = 0; i <= rows; i++) {
		row = node(a, grid, DOC_GRID_ROW);
		if (i > 0)
			node(a, row, DOC_GRID_CELL)->u.cell.kind = CELL_HEAD;
		for (int k = 0; k < 2; k++) {
			struct doc_node *cell = node(a, row, DOC_GRID_CELL);

			cell->u.cell.kind = i == 0 ? CELL_HEAD :
			    k == 0 ? CELL_WRITE : CELL_CIRCLES;
			cell->u.cell.count = 5;
			cell->u.cell.share = 50;
		}
	}
	return root;
}

T_MAIN
{
	struct arena *a = arena_new();
	struct doc_node *only, *part;
	struct drawn d;

	d = draw(a, sheet_of_lines(a, 2, 3));
	t_int(count_of(d.shapes, 'h'), 6, "each line to write on is drawn");
	d = draw(a, sheet_of_ticks(a, 7, 2));
	t_int(count_of(d.shapes, 'z'), 7, "each box to tick is drawn");
	d = draw(a, sheet_of_grid(a, 4));
	t_int(count_of(d.shapes, 'h'), 5, "rows of a grid are drawn");
	t_int(count_of(d.shapes, 'v'), 8, "with their columns");
	t_int(count_of(d.shapes, 'a'), 40, "and their circles");
	d = draw(a, sheet_of_lines(a, 300, 9));
	t_ok(stays_inside(d.shapes) && stays_inside(d.words),
	    "what is far too much for a sheet stays on its picture");
	d = draw(a, sheet_of_choices(a, 40));
	t_int(count_of(d.shapes, 'a'), 80, "circles are drawn, however small");
	t_int(count_of(d.shapes, '-'), 40, "and each comes back to its start");
	d = draw(a, sheet_of_choices(a, 200));
	t_int(count_of(d.shapes, '-'), 200, "no circle is less than nothing");
	d = draw(a, sheet_of_ticks(a, 200, 1));
	t_int(count_of(d.shapes, '-'), 0, "and no box");
	d = draw(a, sheet_of_paragraphs(a, 300000));
	t_ok(stays_inside(d.words) && strlen(d.words) < 20000,
	    "a picture of countless parts stays small");
	d = draw(a, node(a, NULL, DOC_DOCUMENT));
	t_ok(d.shapes[0] == '\0' && d.words[0] == '\0',
	    "an empty sheet stays empty");
	d = draw(a, NULL);
	t_ok(d.shapes[0] == '\0', "and one that could not be read");
	only = node(a, NULL, DOC_DOCUMENT);
	part = node(a, only, DOC_ONLY);
	part->u.only.medium = ONLY_WEB;
	node(a, part, DOC_ANSWER)->u.answer.count = 1;
	d = draw(a, only);
	t_ok(d.shapes[0] == '\0', "what is not on the paper is left out");
	arena_free(a);
}
