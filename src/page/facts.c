/* SPDX-License-Identifier: MIT */
/*
 * Facts: names in a column of their own, what they are beside them; or, for
 * words and their meanings, one behind the other.
 *
 * In columns one box is one line, so that a long fact may go over a page.
 */
#include "base/arena.h"
#include "base/buf.h"
#include "doc/book.h"
#include "page/form.h"

/* Facts, millimetres: the column of names as on the back cover, wider only if
 * a name needs it. */
#define NAMES DIM_MM(33)
#define NAMES_MAX DIM_MM(48)
#define NAME_TO_VALUE DIM_MM(3)
#define AFTER_LONG DIM_MM(3)
#define AFTER_ALL DIM_MM(6)
/* Further lines of a meaning, so that the words stand out. */
#define HANG DIM_MM(6)
/* Between a word and its meaning. */
#define EN_SPACE "\xE2\x80\x82"

static dim
names_width(struct box_maker *m, const struct doc_node *facts)
{
	const struct doc_node *fact;
	dim width, wanted;

	width = NAMES;
	for (fact = facts->first; fact != NULL; fact = fact->next) {
		if (fact->u.fact.name == NULL)
			continue;
		wanted = box_words_width(m, fact->u.fact.name, PAGE_BODY,
		    true) + NAME_TO_VALUE;
		if (wanted > width)
			width = wanted;
	}
	return width < NAMES_MAX ? width : NAMES_MAX;
}

/*
 * Lines of the name and of the value side by side.  All of the name stands in
 * the first box, so that it is read before the value; the lines it needs stay
 * together.
 */
static void
join_lines(struct box_maker *m, struct page_box_list *list,
    const struct page_box_list *name, const struct page_box_list *value)
{
	const struct page_box_list *longer;
	struct page_box *box;
	size_t i, line;

	longer = value->len >= name->len ? value : name;
	for (i = 0; i < longer->len; i++) {
		box = box_new(m, list, longer->items[i].height);
		box->paragraph = longer->items[i].paragraph;
		box->at = longer->items[i].at;
		box->on_grid = true;
		box->keep_with_next = i + 1 < name->len;
		for (line = 0; i == 0 && line < name->len; line++)
			box_move_into(m, box, &name->items[line], 0,
			    (dim)line * box->height);
		if (i < value->len)
			box_move_into(m, box, &value->items[i], 0, 0);
	}
	if (longer->len > 1)
		list->items[list->len - 1].after = AFTER_LONG;
}

static void
put_fact(struct box_maker *m, struct page_box_list *list,
    const struct doc_node *fact, dim x, dim width, dim names, uint32_t facts)
{
	struct page_box_list name = { NULL, 0, 0 }, value = { NULL, 0, 0 };
	size_t first = list->len;
	uint32_t item, tag;

	item = display_tag(m->display, TAG_LI, facts, NULL);
	if (fact->u.fact.name != NULL) {
		tag = display_tag(m->display, TAG_LBL, item, NULL);
		box_words(m, &name, fact->u.fact.name, PAGE_BODY, true, x,
		    names - NAME_TO_VALUE, tag);
	}
	tag = display_tag(m->display, TAG_LBODY, item, fact->id);
	box_paragraph(m, &value, fact, PAGE_BODY, false, x + names,
	    width - names, tag);
	join_lines(m, list, &name, &value);
	if (list->len > first)
		form_target(m, &list->items[first], fact->id);
}

/* Name and value as one paragraph, for values of a line or two. */
static void
put_run_in(struct box_maker *m, struct page_box_list *list,
    const struct doc_node *fact, dim x, dim width, uint32_t facts)
{
	struct box_piece pieces[3];
	struct page_box *box;
	struct buf words;
	size_t count = 0;
	uint32_t item, tag;

	item = display_tag(m->display, TAG_LI, facts, NULL);
	if (fact->u.fact.name != NULL) {
		tag = display_tag(m->display, TAG_LBL, item, NULL);
		pieces[count++] = (struct box_piece){ fact->u.fact.name, true,
		    tag };
		pieces[count++] = (struct box_piece){ EN_SPACE, false, tag };
	}
	tag = display_tag(m->display, TAG_LBODY, item, fact->id);
	buf_init(&words);
	doc_plain_text(fact, &words);
	pieces[count++] = (struct box_piece){ arena_strndup(m->arena,
	    words.data, words.len), false, tag };
	buf_release(&words);
	box = box_new(m, list, 0);
	box->at = fact->at;
	box->height = box_put_pieces(m, box, pieces, count, PAGE_BODY, x, 0,
	    width, HANG);
	box->on_grid = true;
	form_target(m, box, fact->id);
}

void
box_facts(struct box_maker *m, struct page_box_list *list,
    const struct doc_node *node, dim x, dim width, uint32_t parent)
{
	const struct doc_node *fact;
	size_t first = list->len;
	uint32_t facts;
	dim names;

	facts = display_tag(m->display, TAG_L, parent, NULL);
	names = names_width(m, node);
	for (fact = node->first; fact != NULL; fact = fact->next) {
		if (node->u.facts.run_in)
			put_run_in(m, list, fact, x, width, facts);
		else
			put_fact(m, list, fact, x, width, names, facts);
	}
	if (list->len > first)
		list->items[list->len - 1].after = AFTER_ALL;
}
