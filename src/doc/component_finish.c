/* SPDX-License-Identifier: MIT */
/*
 * `finish`: beginnings of sentences, and lines to finish them on.
 */
#include "doc/component_int.h"

static const struct component_field fields[] = {
	{ .name = "label", .type = COMPONENT_TEXT,
	    .help = "what the sentences are about" },
	{ .name = "sentences", .type = COMPONENT_TEXTS, .required = true,
	    .min = 1, .max = 8, .help = "the beginnings of the sentences" },
	{ .name = "count", .type = COMPONENT_NUMBER, .preset = "1",
	    .min = 1, .max = 6, .help = "lines below each beginning" },
	{ 0 }
};

static void
unfold(const struct component_place *place,
    const struct component_values *values, struct doc_node *into)
{
	struct doc_node *finish;

	finish = doc_new(place->arena, DOC_FINISH, place->node->at);
	component_add_label(values, finish);
	component_add_answers(place, component_value(values, "sentences"),
	    ANSWER_LINES, (int)component_value(values, "count")->number,
	    finish);
	doc_append(into, finish);
}

const struct component_definition component_finish = {
	.name = "finish",
	.help = "beginnings of sentences, with lines to finish them",
	.fields = fields,
	.unfold = unfold,
};
