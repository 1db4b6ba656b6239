/* SPDX-License-Identifier: MIT */
/*
 * `rings`: rings round each other, to write names in: who is near.
 */
#include "doc/component_int.h"

/* Lines of a ring's place to write on the website. */
#define RING_LINES 2

static const struct component_field fields[] = {
	{ .name = "label", .type = COMPONENT_TEXT,
	    .help = "what to write in the rings" },
	{ .name = "rings", .type = COMPONENT_TEXTS, .required = true,
	    .min = 2, .max = 5, .help = "the names of the rings, from the "
	    "middle outwards, in a few words each" },
	{ 0 }
};

static void
unfold(const struct component_place *place,
    const struct component_values *values, struct doc_node *into)
{
	struct doc_node *rings;

	rings = doc_new(place->arena, DOC_RINGS, place->node->at);
	component_add_label(values, rings);
	component_add_answers(place, component_value(values, "rings"),
	    ANSWER_LINES, RING_LINES, rings);
	doc_append(into, rings);
}

const struct component_definition component_rings = {
	.name = "rings",
	.help = "rings round each other, to write names in",
	.fields = fields,
	.unfold = unfold,
};
