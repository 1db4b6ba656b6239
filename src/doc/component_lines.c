/* SPDX-License-Identifier: MIT */
/*
 * `lines`: a question and ruled lines to answer it on.
 */
#include "doc/component_int.h"

static const struct component_field fields[] = {
	{ .name = "label", .type = COMPONENT_TEXT, .required = true,
	    .help = "the question above the lines" },
	{ .name = "count", .type = COMPONENT_NUMBER, .preset = "3", .min = 1,
	    .max = 12, .help = "how many lines" },
	{ 0 }
};

static void
unfold(const struct component_place *place,
    const struct component_values *values, struct doc_node *into)
{
	struct doc_node *answer;

	answer = doc_new(place->arena, DOC_ANSWER, place->node->at);
	answer->u.answer.kind = ANSWER_LINES;
	answer->u.answer.width = ANSWER_FULL;
	answer->u.answer.count = (int)component_value(values, "count")->number;
	component_add_label(values, answer);
	doc_append(into, answer);
}

const struct component_definition component_lines = {
	.name = "lines",
	.help = "a question and lines to write on",
	.fields = fields,
	.unfold = unfold,
};
