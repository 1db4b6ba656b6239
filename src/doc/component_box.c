/* SPDX-License-Identifier: MIT */
/*
 * `box`: a frame to draw, stick or write in.
 */
#include "doc/component_int.h"

static const struct component_field fields[] = {
	{ .name = "label", .type = COMPONENT_TEXT, .required = true,
	    .help = "what the frame is for" },
	{ .name = "height", .type = COMPONENT_NUMBER, .preset = "3",
	    .min = 3, .max = 20, .help = "how high it is on paper, in lines "
	    "of 9 mm" },
	{ 0 }
};

static void
unfold(const struct component_place *place,
    const struct component_values *values, struct doc_node *into)
{
	struct doc_node *answer;

	answer = doc_new(place->arena, DOC_ANSWER, place->node->at);
	answer->u.answer.kind = ANSWER_BOX;
	answer->u.answer.width = ANSWER_FULL;
	answer->u.answer.count =
	    (int)component_value(values, "height")->number;
	component_add_label(values, answer);
	doc_append(into, answer);
}

const struct component_definition component_box = {
	.name = "box",
	.help = "a frame to draw, stick or write in",
	.fields = fields,
	.unfold = unfold,
};
