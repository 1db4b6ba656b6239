/* SPDX-License-Identifier: MIT */
/*
 * `clinic`: how to reach the clinic that hands the guide out.
 */
#include "doc/component_int.h"

#include "base/arena.h"
#include "base/str.h"
#include "doc/book.h"

static const struct component_field fields[] = {
	{ 0 }
};

/* A fact, as a link if "href" is not NULL; blank values leave no trace. */
static void
add_fact(const struct component_place *place, struct doc_node *facts,
    const char *key, const char *value, const char *href)
{
	struct doc_node *fact, *link;

	if (str_blank(value))
		return;
	fact = doc_new(place->arena, DOC_FACT, place->node->at);
	fact->u.fact.name = book_word(place->book, key);
	doc_append(facts, fact);
	if (href == NULL) {
		component_add_value(place, fact, value);
		return;
	}
	link = doc_new(place->arena, DOC_LINK, place->node->at);
	link->u.link.href = href;
	component_add_value(place, link, value);
	doc_append(fact, link);
}

static void
unfold(const struct component_place *place,
    const struct component_values *values, struct doc_node *into)
{
	const struct book_clinic *c;
	struct doc_node *facts, *paragraph;
	struct arena *a;

	(void)values;
	a = place->arena;
	c = &place->book->clinic;
	facts = doc_new(a, DOC_FACTS, place->node->at);
	add_fact(place, facts, "clinic-name", c->name, NULL);
	add_fact(place, facts, "clinic-phone", c->phone_display != NULL ?
	    c->phone_display : c->phone, c->phone != NULL ?
	    arena_printf(a, "tel:%s", c->phone) : NULL);
	add_fact(place, facts, "clinic-email", c->email, c->email != NULL ?
	    arena_printf(a, "mailto:%s", c->email) : NULL);
	add_fact(place, facts, "clinic-hours", c->hours, NULL);
	add_fact(place, facts, "clinic-address", c->address, NULL);
	add_fact(place, facts, "clinic-booking",
	    component_without_scheme(c->booking_url), c->booking_url);
	add_fact(place, facts, "clinic-website",
	    component_without_scheme(c->site_url), c->site_url);
	doc_append(into, facts);
	if (str_blank(c->emergency_text))
		return;
	paragraph = doc_new(a, DOC_PARAGRAPH, place->node->at);
	doc_append_text(a, paragraph, c->emergency_text);
	doc_append(into, paragraph);
}

const struct component_definition component_clinic = {
	.name = "clinic",
	.help = "how to reach the clinic",
	.fields = fields,
	.unfold = unfold,
};
