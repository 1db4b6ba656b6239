/* SPDX-License-Identifier: MIT */
/*
 * `about`: who made the guide, from what, when; all from the book.
 */
#include "doc/component_int.h"

#include "base/arena.h"
#include "base/str.h"
#include "doc/book.h"

static const struct component_field fields[] = {
	{ 0 }
};

static void
add_fact(const struct component_place *place, struct doc_node *facts,
    const char *key, const char *value)
{
	struct doc_node *fact;

	if (str_blank(value))
		return;
	fact = doc_new(place->arena, DOC_FACT, place->node->at);
	fact->u.fact.name = book_word(place->book, key);
	component_add_value(place, fact, value);
	doc_append(facts, fact);
}

/* As on the back cover: what it is and how old it is belong together. */
static const char *
version_and_date(const struct component_place *place)
{
	const struct book *b = place->book;
	const char *date;

	date = b->date_words != NULL ? b->date_words : b->date;
	if (str_blank(b->version) || str_blank(date))
		return str_blank(b->version) ? date : b->version;
	return book_word_with(b, place->arena, "pair", "first", b->version,
	    "second", date, NULL);
}

static void
unfold(const struct component_place *place,
    const struct component_values *values, struct doc_node *into)
{
	const struct book *b;
	struct doc_node *facts, *credit;

	(void)values;
	b = place->book;
	facts = doc_new(place->arena, DOC_FACTS, place->node->at);
	add_fact(place, facts, "about-author", b->author);
	add_fact(place, facts, "about-reviewed-by", b->reviewed_by != NULL ?
	    b->reviewed_by : book_word(b, "about-not-reviewed"));
	add_fact(place, facts, "about-version", version_and_date(place));
	add_fact(place, facts, "about-next-review",
	    b->next_review_words != NULL ? b->next_review_words :
	    b->next_review);
	add_fact(place, facts, book_help_verified(b) ? "about-help-checked" :
	    "about-help-seen", b->help_checked_words);
	add_fact(place, facts, "about-licence", b->licence);
	doc_append(into, facts);
	if (str_blank(b->credit))
		return;
	/* A sentence of its own, too long for a column. */
	credit = doc_new(place->arena, DOC_PARAGRAPH, place->node->at);
	doc_append_text(place->arena, credit, b->credit);
	doc_append(into, credit);
}

const struct component_definition component_about = {
	.name = "about",
	.help = "who made the guide, from what, and when",
	.fields = fields,
	.unfold = unfold,
};
