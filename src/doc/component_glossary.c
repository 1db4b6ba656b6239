/* SPDX-License-Identifier: MIT */
/*
 * `glossary`: the words to know, from glossary.yaml of the language.
 */
#include "doc/component_int.h"

#include "base/messages.h"

#include "doc/book.h"

static const struct component_field fields[] = {
	{ 0 }
};

static void
unfold(const struct component_place *place,
    const struct component_values *values, struct doc_node *into)
{
	const struct book *b = place->book;
	struct doc_node *facts, *fact;

	(void)values;
	facts = doc_new(place->arena, DOC_FACTS, place->node->at);
	facts->u.facts.run_in = true;
	for (size_t i = 0; i < b->term_count; i++) {
		fact = doc_new(place->arena, DOC_FACT, place->node->at);
		fact->u.fact.name = b->terms[i].term;
		if (b->terms[i].say != NULL) {
			doc_append_text(place->arena, fact,
			    book_word_with(b, place->arena, "glossary-say",
			    "say", b->terms[i].say, NULL));
			doc_append_text(place->arena, fact, " ");
		}
		doc_append_text(place->arena, fact, b->terms[i].meaning);
		doc_append(facts, fact);
	}
	if (facts->first != NULL)
		doc_append(into, facts);
	else if (!b->terms_broken)
		diag_say(place->dl, place->node->at, NULL, SAY_GLOSSARY_NONE);
}

const struct component_definition component_glossary = {
	.name = "glossary",
	.help = "the words to know, from glossary.yaml",
	.fields = fields,
	.unfold = unfold,
};
