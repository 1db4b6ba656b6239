/* SPDX-License-Identifier: MIT */
/*
 * `sources`: what the guide rests on, from sources.yaml.
 */
#include "doc/component_int.h"

#include "base/arena.h"
#include "base/messages.h"
#include "base/str.h"
#include "doc/book.h"

static const struct component_field fields[] = {
	{ 0 }
};

/* "Organisation: Title (2022). example.org/page"; the address is printed,
 * since nobody can click on paper. */
static struct doc_node *
source_item(const struct component_place *place, const struct book_source *s)
{
	struct doc_node *item, *paragraph, *link;
	struct arena *a = place->arena;

	item = doc_new(a, DOC_ITEM, place->node->at);
	paragraph = doc_new(a, DOC_PARAGRAPH, place->node->at);
	doc_append(item, paragraph);
	component_add_value(place, paragraph, book_word_with(place->book, a,
	    s->year != NULL ? "source-year" : "source",
	    "organisation", s->organisation, "title", s->title,
	    "year", s->year != NULL ? s->year : "", NULL));
	if (s->address == NULL)
		return item;
	doc_append_text(a, paragraph, " ");
	link = doc_new(a, DOC_LINK, place->node->at);
	link->u.link.href = s->address;
	component_add_value(place, link, component_without_scheme(s->address));
	doc_append(paragraph, link);
	return item;
}

static void
unfold(const struct component_place *place,
    const struct component_values *values, struct doc_node *into)
{
	const struct book *b = place->book;
	struct doc_node *list;

	(void)values;
	if (b->source_count == 0) {
		if (!b->sources_broken)
			diag_say(place->dl, place->node->at, NULL,
			    SAY_SOURCES_NONE);
		return;
	}
	list = doc_new(place->arena, DOC_LIST, place->node->at);
	list->u.list.tight = true;
	for (size_t i = 0; i < b->source_count; i++)
		doc_append(list, source_item(place, &b->sources[i]));
	doc_append(into, list);
}

const struct component_definition component_sources = {
	.name = "sources",
	.help = "what the guide rests on, from sources.yaml",
	.fields = fields,
	.unfold = unfold,
};
