/* SPDX-License-Identifier: MIT */
/*
 * A place to write an answer: ruled lines, a line of fitting width, a frame;
 * beginnings of sentences with lines to finish them.
 *
 * The label stands above, never at the start of a line.  What is drawn is the
 * content of a Form, so that a listener hears that there is room to write.
 */
#include "base/arena.h"
#include "doc/book.h"
#include "page/form.h"

/* Answers, millimetres (measurements of worksheet parts). */
#define PITCH DIM_MM(9)
#define NAME_WIDTH DIM_MM(80)
#define DATE_WIDTH DIM_MM(35)
#define PHONE_WIDTH DIM_MM(50)
#define FRAME_PITCHES_MIN 3
#define FRAME_LINE DIM_MM100(26)
#define FRAME_RADIUS DIM_MM(2)
#define LABEL_TO_FRAME DIM_MM10(15)
#define BETWEEN DIM_MM(6)
#define BETWEEN_SENTENCES DIM_MM(3)

static dim
field_width(enum doc_answer_width width, dim full)
{
	dim wanted = full;

	switch (width) {
	case ANSWER_FULL:
		break;
	case ANSWER_NAME:
		wanted = NAME_WIDTH;
		break;
	case ANSWER_DATE:
		wanted = DATE_WIDTH;
		break;
	case ANSWER_PHONE:
		wanted = PHONE_WIDTH;
		break;
	}
	return wanted < full ? wanted : full;
}

uint32_t
form_answer_tag(struct box_maker *m, const struct doc_node *node,
    uint32_t parent)
{
	const char *label = NULL;

	if (node->first != NULL && node->first->kind == DOC_LABEL)
		label = form_words(m, node->first);
	/* Without a label of its own it belongs to the page as a whole. */
	if (label == NULL)
		label = m->chapter != NULL ? m->chapter->title :
		    m->book->title;
	return form_tag(m, parent, node->id, FIELD_TEXT, label,
	    book_word_with(m->book, m->arena, "answer-space", "label", label,
	    NULL));
}

dim
form_lines(struct box_maker *m, struct page_box *box, int count, dim x, dim y,
    dim width, uint32_t tag)
{
	dim pitch = page_room(m->style, PITCH);
	int i;

	for (i = 1; i <= count; i++)
		form_rule(m, box, x, y + i * pitch, width, tag);
	box_mark_area(m, box, tag, x, y, width, count * pitch);
	return count * pitch;
}

static dim
put_frame(struct box_maker *m, struct page_box *box, int pitches, dim x,
    dim y, dim width, uint32_t tag)
{
	dim height;

	if (pitches < FRAME_PITCHES_MIN)
		pitches = FRAME_PITCHES_MIN;
	height = pitches * page_room(m->style, PITCH);
	box_stroke_round(m, box, x + FRAME_LINE / 2, y + FRAME_LINE / 2,
	    width - FRAME_LINE, height - FRAME_LINE, FRAME_RADIUS, FRAME_LINE,
	    COLOUR_BLACK, NULL, 0, tag);
	box_mark_area(m, box, tag, x, y, width, height);
	return height;
}

void
box_answer(struct box_maker *m, struct page_box_list *list,
    const struct doc_node *node, dim x, dim width, uint32_t parent)
{
	const struct doc_node *rest;
	struct page_box *box;
	uint32_t tag;
	dim y;

	box = box_new(m, list, 0);
	box->at = node->at;
	box->after = BETWEEN;
	y = form_label(m, box, node, TAG_P, x, width, parent, &rest);
	tag = form_answer_tag(m, node, parent);
	form_target(m, box, node->id);
	switch (node->u.answer.kind) {
	case ANSWER_LINES:
		y += form_lines(m, box, node->u.answer.count, x, y,
		    width, tag);
		break;
	case ANSWER_FIELD:
		y += form_lines(m, box, 1, x, y,
		    field_width(node->u.answer.width, width), tag);
		break;
	case ANSWER_BOX:
		if (y > 0)
			y += LABEL_TO_FRAME;
		y += put_frame(m, box, node->u.answer.count, x, y, width,
		    tag);
		break;
	}
	box->height = y;
}

/* A label for several boxes, as one of its own. */
static const struct doc_node *
put_label(struct box_maker *m, struct page_box_list *list,
    const struct doc_node *node, dim x, dim width, uint32_t parent)
{
	const struct doc_node *rest;
	struct page_box label = { 0 };

	label.height = form_label(m, &label, node, TAG_P, x, width, parent,
	    &rest);
	if (label.height == 0)
		return rest;
	label.at = node->at;
	label.keep_with_next = true;
	*box_new(m, list, 0) = label;
	return rest;
}

/* The beginning of a sentence is no label: it is not in Bold. */
void
box_finish(struct box_maker *m, struct page_box_list *list,
    const struct doc_node *node, dim x, dim width, uint32_t parent)
{
	const struct doc_node *answer;
	struct page_box *box;
	uint32_t tag;
	dim y;

	answer = put_label(m, list, node, x, width, parent);
	for (; answer != NULL; answer = answer->next) {
		box = box_new(m, list, 0);
		box->at = answer->at;
		box->keep_with_next = answer->next != NULL;
		box->after = answer->next != NULL ? BETWEEN_SENTENCES :
		    BETWEEN;
		tag = display_tag(m->display, TAG_P, parent,
		    answer->first->id);
		form_target(m, box, answer->first->id);
		y = box_put_inlines(m, box, answer->first, PAGE_BODY, false,
		    x, 0, width, tag);
		tag = form_answer_tag(m, answer, parent);
		form_target(m, box, answer->id);
		box->height = y + form_lines(m, box, answer->u.answer.count,
		    x, y, width, tag);
	}
}
