/* SPDX-License-Identifier: MIT */
/*
 * `grid`: a table to fill in; a row for each day, say.
 */
#include "doc/component_int.h"

#include "base/arena.h"
#include "base/messages.h"
#include "base/str.h"

#define COLUMNS_MAX 6

static const char *const yes_no[] = { "no", "yes", NULL };

static const struct component_field column_fields[] = {
	{ .name = "label", .type = COMPONENT_TEXT, .required = true,
	    .max = 120, .help = "the head of the column" },
	{ .name = "circles", .type = COMPONENT_NUMBER, .preset = "0",
	    .min = 0, .max = 7, .help = "circles to colour instead of room "
	    "to write" },
	{ .name = "tick", .type = COMPONENT_CHOICE, .preset = "no",
	    .choices = yes_no, .help = "a box to tick instead of room to "
	    "write" },
	{ .name = "choose", .type = COMPONENT_CHOICE, .preset = "no",
	    .choices = yes_no, .help = "a circle instead of room to write; "
	    "of the circles in a row one is chosen" },
	{ .name = "choices", .type = COMPONENT_WORDS, .min = 2, .max = 5,
	    .help = "circles with these words in each place; one is chosen" },
	{ .name = "share", .type = COMPONENT_NUMBER, .preset = "0",
	    .min = 0, .max = 100, .help = "its width against the others'" },
	{ 0 }
};

static const struct component_field fields[] = {
	/* On a worksheet of one grid the title says it. */
	{ .name = "label", .type = COMPONENT_TEXT,
	    .help = "what the grid is about" },
	{ .name = "rows", .type = COMPONENT_TEXTS, .required = true,
	    .min = 1, .max = 31, .help = "the heads of the rows" },
	{ .name = "columns", .type = COMPONENT_ITEMS, .required = true,
	    .min = 1, .max = COLUMNS_MAX, .fields = column_fields,
	    .help = "the columns" },
	{ .name = "note", .type = COMPONENT_WORD,
	    .help = "how to use the circles" },
	{ 0 }
};

/*
 * Shares as editors give them, any numbers, made to add up to 100; columns
 * without one get the mean of the others'.
 */
static void
share_out(const struct component_value *columns, int shares[COLUMNS_MAX])
{
	int64_t given, sum, left;
	size_t with;

	sum = 0;
	with = 0;
	for (size_t i = 0; i < columns->count; i++) {
		given = component_value(columns->items[i], "share")->number;
		shares[i] = (int)given;
		sum += given;
		with += given > 0;
	}
	for (size_t i = 0; i < columns->count; i++) {
		if (shares[i] == 0)
			shares[i] = with == 0 ? 1 : (int)(sum / (int64_t)with);
		if (shares[i] == 0)
			shares[i] = 1;
	}
	sum = 0;
	for (size_t i = 0; i < columns->count; i++)
		sum += shares[i];
	left = 100;
	for (size_t i = 0; i < columns->count; i++) {
		given = shares[i];
		shares[i] = (int)(left * given / sum);
		if (shares[i] == 0)
			shares[i] = 1;
		/* What is left is shared by those that are left. */
		left -= shares[i];
		sum -= given;
	}
}

/* A cell that is a head takes over the inlines of a label. */
static struct doc_node *
head_cell(struct doc_node *label)
{
	label->kind = DOC_GRID_CELL;
	label->u.cell.kind = CELL_HEAD;
	label->u.cell.count = 0;
	label->u.cell.name = NULL;
	label->u.cell.share = 0;
	label->u.cell.column_head = false;
	return label;
}

static void
add_head_row(struct arena *a, const struct component_value *columns,
    struct doc_node *grid)
{
	struct doc_node *row, *cell;
	int shares[COLUMNS_MAX];

	share_out(columns, shares);
	row = doc_new(a, DOC_GRID_ROW, columns->at);
	for (size_t i = 0; i < columns->count; i++) {
		cell = head_cell(component_value(columns->items[i],
		    "label")->texts[0]);
		cell->u.cell.column_head = true;
		cell->u.cell.share = shares[i];
		doc_append(row, cell);
	}
	doc_append(grid, row);
}

static bool
says_yes(const struct component_values *column, const char *name)
{
	return str_equal(component_value(column, name)->word, "yes");
}

/* What stands in each place of a column. */
static void
fill_cell(const struct component_values *column, struct doc_node *cell)
{
	const struct component_value *choices, *circles;

	circles = component_value(column, "circles");
	choices = component_value(column, "choices");
	cell->u.cell.kind = CELL_WRITE;
	if (circles->number > 0) {
		cell->u.cell.kind = CELL_CIRCLES;
		cell->u.cell.count = (int)circles->number;
	} else if (says_yes(column, "tick")) {
		cell->u.cell.kind = CELL_TICK;
	} else if (says_yes(column, "choose")) {
		cell->u.cell.kind = CELL_CHOICE;
	} else if (choices->count > 0) {
		cell->u.cell.kind = CELL_CHOICES;
		cell->u.cell.count = (int)choices->count;
		cell->u.cell.words = choices->words;
	}
}

static void
add_row(struct arena *a, struct doc_node *head,
    const struct component_value *columns, struct doc_node *grid)
{
	struct doc_node *row, *cell;

	row = doc_new(a, DOC_GRID_ROW, head->at);
	doc_append(row, head_cell(head));
	for (size_t i = 0; i < columns->count; i++) {
		cell = doc_new(a, DOC_GRID_CELL, head->at);
		fill_cell(columns->items[i], cell);
		doc_append(row, cell);
	}
	doc_append(grid, row);
}

/* A place holds one thing; circles to choose from are two at least. */
static void
check_columns(const struct component_place *place,
    const struct component_value *columns)
{
	const struct component_values *column;
	const struct component_value *only = NULL;
	int kinds, chosen = 0;

	for (size_t i = 0; i < columns->count; i++) {
		column = columns->items[i];
		kinds = (component_value(column, "circles")->number > 0) +
		    says_yes(column, "tick") + says_yes(column, "choose") +
		    (component_value(column, "choices")->count > 0);
		if (kinds > 1)
			diag_say(place->dl, component_value(column,
			    "label")->at, NULL, SAY_GRID_COLUMN);
		if (!says_yes(column, "choose"))
			continue;
		only = component_value(column, "choose");
		chosen++;
	}
	if (chosen == 1)
		diag_say(place->dl, only->at, NULL, SAY_GRID_CHOOSE_ONE);
}

static void
unfold(const struct component_place *place,
    const struct component_values *values, struct doc_node *into)
{
	const struct component_value *rows, *columns;
	struct doc_node *grid;

	rows = component_value(values, "rows");
	columns = component_value(values, "columns");
	check_columns(place, columns);
	grid = doc_new(place->arena, DOC_GRID, place->node->at);
	grid->u.grid.note = component_value(values, "note")->word;
	grid->u.grid.columns = (int)columns->count;
	component_add_label(values, grid);
	add_head_row(place->arena, columns, grid);
	for (size_t i = 0; i < rows->count; i++)
		add_row(place->arena, rows->texts[i], columns, grid);
	doc_append(into, grid);
}

const struct component_definition component_grid = {
	.name = "grid",
	.help = "a table to fill in",
	.fields = fields,
	.unfold = unfold,
};
