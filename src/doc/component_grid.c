/* SPDX-License-Identifier: MIT */
/*
 * `grid`: a table to fill in; a row for each day, say.
 */
#include "doc/component_int.h"

#include "base/arena.h"

#define COLUMNS_MAX 6

static const struct component_field column_fields[] = {
	{ .name = "label", .type = COMPONENT_TEXT, .required = true,
	    .max = 120, .help = "the head of the column" },
	{ .name = "circles", .type = COMPONENT_NUMBER, .preset = "0",
	    .min = 0, .max = 7, .help = "circles to colour instead of room "
	    "to write" },
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

static void
add_row(struct arena *a, struct doc_node *head,
    const struct component_value *columns, struct doc_node *grid)
{
	struct doc_node *row, *cell;
	int64_t circles;

	row = doc_new(a, DOC_GRID_ROW, head->at);
	doc_append(row, head_cell(head));
	for (size_t i = 0; i < columns->count; i++) {
		circles = component_value(columns->items[i],
		    "circles")->number;
		cell = doc_new(a, DOC_GRID_CELL, head->at);
		cell->u.cell.kind = circles > 0 ? CELL_CIRCLES : CELL_WRITE;
		cell->u.cell.count = (int)circles;
		doc_append(row, cell);
	}
	doc_append(grid, row);
}

static void
unfold(const struct component_place *place,
    const struct component_values *values, struct doc_node *into)
{
	const struct component_value *rows, *columns;
	struct doc_node *grid;

	rows = component_value(values, "rows");
	columns = component_value(values, "columns");
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
