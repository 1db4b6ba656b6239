/* SPDX-License-Identifier: MIT */
/*
 * `scale`: a row of circles between two meanings.
 *
 * Eleven circles have the numbers 0 to 10 in them; fewer are open.  The ends
 * always have words: a number alone means something else to everybody.
 */
#include "doc/component_int.h"

#define NUMBERED 11

static const struct component_field fields[] = {
	{ .name = "label", .type = COMPONENT_TEXT, .required = true,
	    .help = "the question, with the order to ring or colour one" },
	{ .name = "circles", .type = COMPONENT_NUMBER, .preset = "11",
	    .min = 3, .max = NUMBERED, .help = "how many circles; 11 have the "
	    "numbers 0 to 10 in them, fewer are open" },
	{ .name = "left", .type = COMPONENT_TEXT, .required = true,
	    .max = 80, .help = "what the first circle means" },
	{ .name = "middle", .type = COMPONENT_TEXT, .max = 80,
	    .help = "what the circle in the middle means" },
	{ .name = "right", .type = COMPONENT_TEXT, .required = true,
	    .max = 80, .help = "what the last circle means" },
	{ 0 }
};

static void
add_word(const struct component_values *values, const char *name,
    enum doc_scale_place place, struct doc_node *scale)
{
	const struct component_value *value;
	struct doc_node *word;

	value = component_value(values, name);
	if (value->count == 0)
		return;
	word = value->texts[0];
	word->kind = DOC_SCALE_WORD;
	word->u.scale_word.place = place;
	doc_append(scale, word);
}

static void
unfold(const struct component_place *place,
    const struct component_values *values, struct doc_node *into)
{
	struct doc_node *scale;

	scale = doc_new(place->arena, DOC_SCALE, place->node->at);
	scale->u.scale.count = (int)component_value(values, "circles")->number;
	scale->u.scale.numbered = scale->u.scale.count == NUMBERED;
	component_add_label(values, scale);
	add_word(values, "left", SCALE_LEFT, scale);
	add_word(values, "middle", SCALE_MIDDLE, scale);
	add_word(values, "right", SCALE_RIGHT, scale);
	doc_append(into, scale);
}

const struct component_definition component_scale = {
	.name = "scale",
	.help = "a row of circles from one meaning to another",
	.fields = fields,
	.unfold = unfold,
};
