/* SPDX-License-Identifier: MIT */
/*
 * Claims about places to write on paper: measures, lines, tags.
 */
#include "page_forms.h"

static const struct span at = { "sheet.md", 4, 1 };
static const char *const words[] = {
	"answer-space", "{label}: space to write",
	"checklist-box", "Tick box: {label}",
	"grid-cell", "{row}: {column}",
	"circle-of", "{number} of {count}",
	NULL, NULL
};

static struct doc_node *
with_label(struct page_fixture *f, enum doc_kind kind, const char *label)
{
	struct doc_node *node = doc_new(f->arena, kind, at), *l;

	if (label != NULL) {
		l = fixture_text(f, DOC_LABEL, label);
		l->id = "w.l1";
		doc_append(node, l);
	}
	return node;
}

static struct page_box_list
answer(struct page_fixture *f, enum doc_answer_kind kind,
    enum doc_answer_width width, int count, const char *label)
{
	struct page_box_list list = { NULL, 0, 0 };
	struct doc_node *node = with_label(f, DOC_ANSWER, label);

	node->id = "w.answer1";
	node->u.answer.kind = kind;
	node->u.answer.width = width;
	node->u.answer.count = count;
	box_answer(&f->maker, &list, node, 0, page_measure(&f->style), 1);
	return list;
}

static void
ruled_lines(struct t_state *t_, struct page_fixture *f)
{
	struct page_box_list list;
	const struct page_box *box;
	const struct display_tag *form;
	uint32_t tag;

	list = answer(f, ANSWER_LINES, ANSWER_FULL, 3, "I can see ...");
	box = &list.items[0];
	t_int(list.len, 1, "an answer is one box, never split");
	t_int(hundredths(box->height), 3300, "three lines below a label: 33");
	t_int(hundredths(box->after), 600, "questions are 6 apart");
	t_int(forms_line_place(box, false, 0), 1500,
	    "the first line is one pitch below the label");
	t_int(forms_line_place(box, false, 1), 2400, "the pitch is 9");
	t_int(forms_line_place(box, false, 2), 3300, "and goes on");
	t_int(forms_line_length(box, false, 0), 11700, "over the measure");
	t_int(forms_line_width(box, false, 0), 18, "half a point thick");
	t_int(forms_line(box, false, 0)->u.path.stroke_colour,
	    f->style.colours[PAGE_RULE], "in the colour of rules");
	tag = forms_tag(f, TAG_FORM, 0);
	form = &f->maker.display->tags.items[tag];
	t_int(forms_line(box, false, 0)->tag, tag,
	    "lines are a Form's content");
	t_int(form->field, FIELD_TEXT, "it is a field for text");
	t_str(form->id, "w.answer1", "with the id of the place to write");
	t_str(form->field_name, "I can see ...", "described by the label");
	t_str(form->alt, "I can see ...: space to write",
	    "and said to those who listen");
	t_str(forms_text(f, box, forms_tag_of_id(f, "w.l1")),
	    "I can see ...", "the label is its own element");
	t_int(hundredths(forms_area(box, tag)->box[3]), 3300,
	    "its place ends at the last line");
}

static void
other_answers(struct t_state *t_, struct page_fixture *f)
{
	static const enum doc_answer_width widths[3] = {
		ANSWER_NAME, ANSWER_DATE, ANSWER_PHONE
	};
	static const int wanted[3] = { 8000, 3500, 5000 };
	struct page_box_list list;
	int i;

	list = answer(f, ANSWER_LINES, ANSWER_FULL, 2, NULL);
	t_int(hundredths(list.items[0].height), 1800,
	    "without a label there are only the lines");
	t_int(forms_line_place(&list.items[0], false, 0), 900,
	    "and the first is one pitch down");
	for (i = 0; i < 3; i++) {
		list = answer(f, ANSWER_FIELD, widths[i], 1, "My name");
		t_int(forms_line_length(&list.items[0], false, 0), wanted[i],
		    "names have 80, dates 35, telephones 50");
	}
	t_int(hundredths(list.items[0].height), 1500, "one line is 9 high");
	list = answer(f, ANSWER_BOX, ANSWER_FULL, 1, NULL);
	t_int(hundredths(list.items[0].height), 2700,
	    "a frame is 27 high at least");
	t_int(forms_smallest(&list), 1000000, "without words");
}

static struct doc_node *
ticks(struct page_fixture *f, const char *label, int columns,
    const char *const *items)
{
	struct doc_node *node = with_label(f, DOC_TICKS, label), *tick;
	int i;

	node->u.ticks.columns = columns;
	for (i = 0; items[i] != NULL; i++) {
		tick = fixture_text(f, DOC_TICK, items[i]);
		tick->id = arena_printf(f->arena, "w.tick%d", i + 1);
		doc_append(node, tick);
	}
	return node;
}

static void
tick_boxes(struct t_state *t_, struct page_fixture *f)
{
	static const char *const items[] = { "A cuddle", "A song", "A walk",
		NULL };
	struct page_box_list list = { NULL, 0, 0 };
	const struct display_item *words_item;
	const struct box_area *area;
	const struct page_box *row;
	uint32_t form, body;

	box_ticks(&f->maker, &list, ticks(f, "Today", 2, items), 0,
	    page_measure(&f->style), 1);
	t_int(list.len, 3, "a label and two rows of two columns");
	t_ok(list.items[0].keep_with_next, "the label stays with its boxes");
	t_int(hundredths(list.items[0].height), 600, "the label is a line");
	row = &list.items[1];
	t_int(hundredths(row->height), 900, "rows are 9 high");
	form = forms_tag(f, TAG_FORM, 0);
	area = forms_area(row, form);
	t_int(hundredths(area->box[2] - area->box[0]), 500, "boxes are 5");
	t_int(hundredths(area->box[1]), 350, "in the middle of their words");
	t_int(hundredths(row->items.items[0].u.path.width), 35,
	    "drawn with 0.35");
	t_int(f->maker.display->tags.items[form].field, FIELD_CHECK,
	    "they are boxes to tick");
	t_str(f->maker.display->tags.items[form].field_name, "A cuddle",
	    "described by their words");
	t_str(forms_parent(f, form), "Lbl", "the box is the item's label");
	body = forms_tag_of_id(f, "w.tick1");
	t_str(forms_parent(f, body), "LI", "the words are in the item");
	t_str(display_role_name(f->maker.display->tags.items[body].role),
	    "LBody", "as its body, with their id");
	words_item = forms_first_glyphs(row, body);
	t_int(hundredths(words_item->u.glyphs.x), 850,
	    "words start 3.5 behind the box");
	t_int(forms_count(f, TAG_L), 1, "all are one list");
	area = forms_area(row, forms_tag(f, TAG_FORM, 1));
	t_int(hundredths(area->box[0]), 6150,
	    "the second column starts behind a gutter of 6");
}

static void
long_ticks(struct t_state *t_, struct page_fixture *f)
{
	static const char *const items[] = { "A cuddle",
		"Sitting close by, for as long as both of you like it",
		"Looking at tiny hands and at tiny feet, and saying out loud "
		"what they do", NULL };
	struct page_box_list list = { NULL, 0, 0 };

	box_ticks(&f->maker, &list, ticks(f, NULL, 2, items), 0,
	    page_measure(&f->style), 1);
	t_int(list.len, 3, "where an item needs two lines there is one column");
	t_int(hundredths(list.items[0].height), 900, "a short item is 9 high");
	t_int(hundredths(list.items[2].height), 1500,
	    "a long one takes its lines");
	t_int(hundredths(list.items[2].after), 600, "6 below the last");
	t_int(forms_smallest(&list), 12500, "in the size of the text");
}

static struct doc_node *
cell(struct page_fixture *f, enum doc_cell kind, const char *text, int count)
{
	struct doc_node *node;

	node = text == NULL ? doc_new(f->arena, DOC_GRID_CELL, at) :
	    fixture_text(f, DOC_GRID_CELL, text);
	node->u.cell.kind = kind;
	node->u.cell.count = count;
	return node;
}

static struct doc_node *
week(struct page_fixture *f, const char *label, const char *third)
{
	static const char *const days[7] = { "Mon", "Tue", "Wed", "Thu",
		"Fri", "Sat", "Sun" };
	static const int shares[3] = { 36, 30, 34 };
	const char *heads[3] = { "A small moment with my baby",
		"A kind word to me", third };
	struct doc_node *grid = with_label(f, DOC_GRID, label), *row, *c;
	int i;

	grid->u.grid.columns = 3;
	grid->id = "w.grid1";
	row = doc_new(f->arena, DOC_GRID_ROW, at);
	for (i = 0; i < 3; i++) {
		c = cell(f, CELL_HEAD, heads[i], 0);
		c->u.cell.share = shares[i];
		c->u.cell.column_head = true;
		doc_append(row, c);
	}
	doc_append(grid, row);
	for (i = 0; i < 7; i++) {
		row = doc_new(f->arena, DOC_GRID_ROW, at);
		doc_append(row, cell(f, CELL_HEAD, days[i], 0));
		doc_append(row, cell(f, CELL_WRITE, NULL, 0));
		doc_append(row, cell(f, CELL_WRITE, NULL, 0));
		doc_append(row, cell(f, CELL_CIRCLES, NULL, 5));
		doc_append(grid, row);
	}
	return grid;
}

/* Every row has as many cells. */
static bool
rows_are_equal(const struct page_fixture *f, size_t columns)
{
	const struct display *d = f->maker.display;
	size_t i, row, cells;
	uint32_t tag;

	for (row = 0; (tag = forms_tag(f, TAG_TR, row)) != 0; row++) {
		cells = 0;
		for (i = 1; i < d->tags.len; i++)
			cells += d->tags.items[i].parent == tag;
		if (cells != columns)
			return false;
	}
	return row > 0;
}

static size_t
forms_of(const struct page_fixture *f, enum display_field field)
{
	const struct display *d = f->maker.display;
	size_t i, n = 0;

	for (i = 1; i < d->tags.len; i++)
		n += d->tags.items[i].role == TAG_FORM &&
		    d->tags.items[i].field == field;
	return n;
}

static void
grid_measures(struct t_state *t_, struct page_fixture *f)
{
	struct page_box_list list = { NULL, 0, 0 };
	const struct page_box *box;

	box_grid(&f->maker, &list, week(f, NULL, "My patience with myself"),
	    0, page_measure(&f->style), 1);
	box = &list.items[0];
	t_int(list.len, 1, "a grid is one box, never split");
	t_int(hundredths(box->height), 11700, "a week is 7 x 15 + 12 high");
	t_int(forms_line_place(box, false, 0), 1200, "the head is 12 high");
	t_int(forms_line_width(box, false, 0), 35, "with a rule of 0.35");
	t_int(forms_line(box, false, 0)->u.path.stroke_colour, COLOUR_BLACK,
	    "in black");
	t_int(forms_line_place(box, false, 1), 2700, "rows are 15 high");
	t_int(forms_line_place(box, false, 7), 11700, "the last ends the grid");
	t_int(forms_line_width(box, false, 7), 18, "rows have hairlines");
	t_ok(forms_line(box, false, 8) == NULL, "no other line goes across");
	t_int(forms_line_place(box, true, 0), 1300, "heads of rows have 13");
	t_int(forms_line_place(box, true, 1), 5044,
	    "then 36 in 100 of the rest");
	t_int(forms_line_place(box, true, 2), 8164, "then 30");
	t_ok(forms_line(box, true, 3) == NULL, "there is no outer frame");
	t_int(forms_line_length(box, true, 0), 10500,
	    "lines between columns go from head to foot");
	t_int(diag_total(f->dl), 0, "heads of two lines fit");
	t_int(forms_smallest(&list), 12000, "nothing is under 12 points");
}

static void
grid_structure(struct t_state *t_, struct page_fixture *f)
{
	struct page_box_list list = { NULL, 0, 0 };
	const struct display *d = f->maker.display;
	struct doc_node *grid = week(f, "My week", "My patience with myself");
	const struct page_box *box;
	uint32_t circles;

	grid->u.grid.note = "Colour one to five circles.";
	box_grid(&f->maker, &list, grid, 0, page_measure(&f->style), 1);
	box = &list.items[0];
	t_int(hundredths(box->height), 13050, "label and note come on top");
	t_str(forms_parent(f, forms_tag_of_id(f, "w.l1")), "Table",
	    "the label is the table's caption");
	t_int(forms_count(f, TAG_TR), 8, "a head and seven rows");
	t_ok(rows_are_equal(f, 4), "all rows have four cells");
	t_int(d->tags.items[forms_tag(f, TAG_TH, 0)].scope, SCOPE_COLUMN,
	    "heads of columns say so");
	t_int(d->tags.items[forms_tag(f, TAG_TH, 3)].scope, SCOPE_ROW,
	    "heads of rows say so");
	t_int(forms_of(f, FIELD_TEXT), 14, "empty cells are fields for text");
	t_int(forms_of(f, FIELD_RADIO), 7, "circles of a cell are one field");
	circles = forms_tag(f, TAG_FORM, 2);
	t_str(d->tags.items[circles].field_name,
	    "Mon: My patience with myself", "described by row and column");
	t_str(forms_parent(f, circles), "TD", "in its cell");
	t_int(hundredths(forms_area(box, circles)->box[0]), 8364,
	    "circles start 2 behind the line");
	t_int(hundredths(forms_area(box, circles)->box[2] -
	    forms_area(box, circles)->box[0]), 3020,
	    "five of 5, each 1.3 apart");
	t_str(forms_text(f, box, forms_tag_of_id(f, "w.grid1")),
	    "Colour one to five circles.", "the note has the grid's id");
}

static void
grid_heads(struct t_state *t_, struct page_fixture *f)
{
	struct page_box_list list = { NULL, 0, 0 };

	box_grid(&f->maker, &list, week(f, NULL,
	    "My patience with myself and with everyone else around me today"),
	    0, page_measure(&f->style), 1);
	t_ok(hundredths(list.items[0].height) > 11700,
	    "a head of more lines makes room for itself");
	t_str(diag_nth(f->dl, 0)->id, "grid-head-too-high", "and is told of");
	t_int(diag_nth(f->dl, 0)->at.line, 4, "with its place");
}

static void
facts(struct t_state *t_, struct page_fixture *f)
{
	struct page_box_list list = { NULL, 0, 0 };
	struct doc_node *node = doc_new(f->arena, DOC_FACTS, at), *fact;
	uint32_t value;

	fact = fixture_text(f, DOC_FACT, "2026.11");
	fact->u.fact.name = "Version";
	fact->id = "a.fact1";
	doc_append(node, fact);
	fact = fixture_text(f, DOC_FACT, "A long value that goes on for more "
	    "than two lines, since it says where all of this was taken "
	    "from, and by whom.");
	fact->u.fact.name = "From";
	doc_append(node, fact);
	box_facts(&f->maker, &list, node, 0, page_measure(&f->style), 1);
	t_int(list.len, 4, "one box a line");
	value = forms_tag_of_id(f, "a.fact1");
	t_str(forms_parent(f, value), "LI", "a fact is an item of a list");
	t_str(forms_text(f, &list.items[0], value), "2026.11",
	    "what it is has the id");
	t_int(hundredths(forms_first_glyphs(&list.items[0], value)->
	    u.glyphs.x), 3300, "names have a column of 33");
	t_int(list.items[1].paragraph, list.items[2].paragraph,
	    "lines of one fact belong together");
	t_ok(list.items[0].paragraph != list.items[1].paragraph,
	    "those of two do not");
	t_ok(list.items[0].on_grid, "lines are on the grid");
}

T_MAIN
{
	forms_with(t_, words, ruled_lines);
	forms_with(t_, words, other_answers);
	forms_with(t_, words, tick_boxes);
	forms_with(t_, words, long_ticks);
	forms_with(t_, words, grid_measures);
	forms_with(t_, words, grid_structure);
	forms_with(t_, words, grid_heads);
	forms_with(t_, words, facts);
}
