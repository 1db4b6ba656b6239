/* SPDX-License-Identifier: MIT */
/*
 * Claims about scales, choices, rings, wheels, cards and marks of grids on
 * paper: measures, tags.
 */
#include "page_forms.h"

static const struct span at = { "sheet.md", 4, 1 };
static const char *const words[] = {
	"answer-space", "{label}: space to write",
	"card-cut", "Cut along the dashed line.",
	"checklist-box", "Tick box: {label}",
	"choice-of", "{label}: {choice}",
	"grid-cell", "{row}: {column}",
	"scale-spoken", "{label}: from {left} to {right}",
	NULL, NULL
};

static struct doc_node *
with_label(struct page_fixture *f, enum doc_kind kind, const char *label)
{
	struct doc_node *node = doc_new(f->arena, kind, at);

	if (label != NULL)
		doc_append(node, fixture_text(f, DOC_LABEL, label));
	return node;
}

static void
add_words(struct page_fixture *f, struct doc_node *into, enum doc_kind kind,
    const char *const *list)
{
	struct doc_node *answer;

	for (; *list != NULL; list++) {
		if (kind != DOC_ANSWER) {
			doc_append(into, fixture_text(f, kind, *list));
			continue;
		}
		answer = with_label(f, DOC_ANSWER, *list);
		answer->u.answer.count = 1;
		doc_append(into, answer);
	}
}

static const struct page_box *
put(struct page_fixture *f, const struct doc_node *node,
    void (*make)(struct box_maker *, struct page_box_list *,
    const struct doc_node *, dim, dim, uint32_t), dim width, size_t nth)
{
	static const struct page_box none;
	struct page_box_list list = { NULL, 0, 0 };

	make(&f->maker, &list, node, 0, width, 1);
	return nth < list.len ? &list.items[nth] : &none;
}

static struct doc_node *
scale(struct page_fixture *f, int count, const char *left, const char *right)
{
	struct doc_node *node = with_label(f, DOC_SCALE, "How?"), *word;

	node->u.scale.count = count;
	node->u.scale.numbered = count == 11;
	word = fixture_text(f, DOC_SCALE_WORD, left);
	doc_append(node, word);
	word = fixture_text(f, DOC_SCALE_WORD, right);
	word->u.scale_word.place = SCALE_RIGHT;
	doc_append(node, word);
	return node;
}

/* The "nth" curved path's radius and centre from the start edge. */
static int64_t
circle(const struct page_box *box, size_t nth, bool centre)
{
	const struct display_item *item;

	for (size_t i = 0; i < box->items.len; i++) {
		item = &box->items.items[i];
		if (item->kind != DISPLAY_PATH ||
		    item->u.path.step_count != 6 || nth-- > 0)
			continue;
		return hundredths(centre ? item->u.path.x :
		    item->u.path.steps[0].p[0].x + item->u.path.width / 2);
	}
	return -1;
}

static void
scales(struct t_state *t_, struct page_fixture *f)
{
	const struct page_box *box;
	const struct display_tag *form;

	box = put(f, scale(f, 11, "Never", "Always"), box_scale, DIM_MM(117),
	    0);
	t_int(circle(box, 0, false), 400, "circles are 8 wide");
	t_int(circle(box, 0, true), 400, "the first is flush");
	t_int(circle(box, 10, true), 11000, "eleven are 10.6 apart");
	form = &f->maker.display->tags.items[forms_tag(f, TAG_FORM, 0)];
	t_int(form->field, FIELD_RADIO, "all are one field to choose from");
	t_str(form->alt, "How?: from Never to Always",
	    "said with what its ends mean");
	t_str(forms_text(f, box, forms_tag(f, TAG_FORM, 0)),
	    "0|1|2|3|4|5|6|7|8|9|10", "with numbers in the circles");
	t_int(hundredths(box->height), 600 + 150 + 800 + 150 + 600,
	    "label, circles and words stand below each other");
	box = put(f, scale(f, 11, "Never", "Always"), box_scale, DIM_MM(170),
	    0);
	t_int(circle(box, 0, false), 500, "on A4 circles are 10 wide");
	t_int(circle(box, 10, true), 15500, "and 15 apart");
	box = put(f, scale(f, 5, "No", "Yes"), box_scale, DIM_MM(117), 0);
	t_int(circle(box, 1, true) - circle(box, 0, true), 1400,
	    "open circles are 6 from each other");
	t_int(hundredths(box->height), 600 + 150 + 800,
	    "short words stand beside them");
	box = put(f, scale(f, 5, "Far too many words for one line", "Yes"),
	    box_scale, DIM_MM(117), 0);
	t_int(circle(box, 0, true), 400, "long ones do not");
	box = put(f, scale(f, 11, "No", "Yes"), box_scale, DIM_MM(60), 0);
	t_int(circle(box, 6, true), 400,
	    "where there is no room they take two lines of 6 and 5");
}

static void
choices(struct t_state *t_, struct page_fixture *f)
{
	static const char *const items[] = { "Yes", "No", NULL };
	struct doc_node *node = with_label(f, DOC_CHOICES, "Now?");
	const struct display_tag *form;
	const struct page_box *box;

	node->u.choices.columns = 2;
	add_words(f, node, DOC_CHOICE, items);
	box = put(f, node, box_ticks, DIM_MM(117), 1);
	t_int(circle(box, 0, false), 250, "circles to choose from are 5 wide");
	t_int(hundredths(box->height), 900, "rows are 9 high");
	form = &f->maker.display->tags.items[forms_tag(f, TAG_FORM, 1)];
	t_int(form->field, FIELD_RADIO, "each is a field to choose");
	t_str(form->field_name, "No", "described by its words");
	t_str(form->alt, "Now?: No", "and said with the question");
}

static void
rings(struct t_state *t_, struct page_fixture *f)
{
	static const char *const four[] = { "Me", "Home", "Friends", "Others",
		NULL };
	struct doc_node *node = with_label(f, DOC_RINGS, NULL);
	const struct page_box *box;

	add_words(f, node, DOC_ANSWER, four);
	box = put(f, node, box_rings, DIM_MM(117), 0);
	t_int(hundredths(box->height), 11700, "four rings fill the measure");
	t_int(circle(box, 0, false), 1463, "rings are equally wide");
	t_int(circle(box, 3, false), 5850, "up to the margin");
	t_int(circle(box, 0, true), 5850, "round one middle");
	t_int(forms_count(f, TAG_FORM), 4, "each is a place to write");
	t_int(diag_total(f->dl), 0, "short names fit");
	node = with_label(f, DOC_RINGS, NULL);
	add_words(f, node, DOC_ANSWER, (const char *const[]){ "A name that is "
	    "much too long for the innermost of the rings", "x", NULL });
	put(f, node, box_rings, DIM_MM(117), 0);
	t_str(diag_nth(f->dl, 0)->id, "ring-name-long", "long ones are told");
}

static void
wheel(struct t_state *t_, struct page_fixture *f)
{
	static const char *const parts[] = { "Bath", "Play", "Songs", "Walks",
		NULL };
	struct doc_node *node = with_label(f, DOC_WHEEL, NULL);
	const struct page_box *box;

	node->u.wheel.stars = 2;
	node->u.wheel.note = "Colour.";
	add_words(f, node, DOC_WHEEL_PART, parts);
	box = put(f, node, box_wheel, DIM_MM(117), 0);
	t_int(hundredths(box->height), 11700 + 150 + 600,
	    "a wheel fills the measure; its note is below");
	t_int(forms_count(f, TAG_FORM), 4, "the stars of a part are one field");
	t_str(f->maker.display->tags.items[forms_tag(f, TAG_FORM, 2)].
	    field_name, "Songs", "described by its words");
	t_str(forms_parent(f, forms_tag(f, TAG_FORM, 0)), "Lbl",
	    "which it stands before");
	t_int(diag_total(f->dl), 0, "short words fit");
	add_words(f, node, DOC_WHEEL_PART, (const char *const[]){
	    "Incomprehensibilities of an extraordinary kind", NULL });
	put(f, node, box_wheel, DIM_MM(100), 0);
	t_str(diag_nth(f->dl, 0)->id, "wheel-words-long",
	    "long ones are told");
}

static void
cards(struct t_state *t_, struct page_fixture *f)
{
	static const char *const four[] = { "A", "B", "C", "D", NULL };
	struct doc_node *node = with_label(f, DOC_CARD, "Call");
	const struct page_box *box;

	add_words(f, node, DOC_ANSWER, four);
	box = put(f, node, box_card, DIM_MM(117), 0);
	t_int(hundredths(box->height), 600 + 5500,
	    "a wallet card is 55 high, with a line above");
	t_int(forms_line_length(box, false, 0), 3650,
	    "four blanks stand in two columns");
	t_int(forms_line_place(box, false, 2) - forms_line_place(box, false,
	    0), 1800, "rows are apart as far as there is room, up to 3");
	node = with_label(f, DOC_CARD, NULL);
	node->u.card.size = CARD_A7;
	add_words(f, node, DOC_ANSWER, four);
	box = put(f, node, box_card, DIM_MM(117), 0);
	t_int(hundredths(box->height), 600 + 7400, "an A7 card is 74 high");
	t_int(forms_line_length(box, false, 0), 9700,
	    "and holds four in one column");
	t_int(diag_total(f->dl), 0, "without a word too many");
}

static struct doc_node *
cell(struct page_fixture *f, struct doc_node *row, enum doc_cell kind,
    const char *text)
{
	struct doc_node *node;

	node = text == NULL ? doc_new(f->arena, DOC_GRID_CELL, at) :
	    fixture_text(f, DOC_GRID_CELL, text);
	node->u.cell.kind = kind;
	doc_append(row, node);
	return node;
}

static void
marks(struct t_state *t_, struct page_fixture *f)
{
	static const char *const three[] = { "most", "some", "few" };
	struct doc_node *grid = with_label(f, DOC_GRID, NULL), *row, *node;
	const struct page_box *box;

	row = doc_new(f->arena, DOC_GRID_ROW, at);
	cell(f, row, CELL_HEAD, "One")->u.cell.share = 50;
	cell(f, row, CELL_HEAD, "Two")->u.cell.share = 50;
	doc_append(grid, row);
	row = doc_new(f->arena, DOC_GRID_ROW, at);
	cell(f, row, CELL_HEAD, "Mon");
	cell(f, row, CELL_TICK, NULL);
	cell(f, row, CELL_CHOICE, NULL);
	doc_append(grid, row);
	row = doc_new(f->arena, DOC_GRID_ROW, at);
	cell(f, row, CELL_HEAD, "Tue");
	cell(f, row, CELL_TICK, NULL);
	node = cell(f, row, CELL_CHOICES, NULL);
	node->u.cell.count = 3;
	node->u.cell.words = three;
	doc_append(grid, row);
	box = put(f, grid, box_grid, DIM_MM(117), 0);
	t_int(hundredths(box->height), 1200 + 900 + 2100, "rows to tick are 9 "
	    "high, those with three choices as high as these");
	t_int(f->maker.display->tags.items[forms_tag(f, TAG_FORM, 0)].field,
	    FIELD_CHECK, "a box is a field to tick");
	t_int(f->maker.display->tags.items[forms_tag(f, TAG_FORM, 1)].field,
	    FIELD_RADIO, "a circle is one to choose");
	t_str(forms_text(f, box, forms_tag(f, TAG_FORM, 3)),
	    "most|some|few", "choices have their words");
}

T_MAIN
{
	forms_with(t_, words, scales);
	forms_with(t_, words, choices);
	forms_with(t_, words, rings);
	forms_with(t_, words, wheel);
	forms_with(t_, words, cards);
	forms_with(t_, words, marks);
}
