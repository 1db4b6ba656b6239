/* SPDX-License-Identifier: MIT */
/*
 * `wheel`: a wheel of tasks, each with stars to colour.
 */
#include "doc/component_int.h"

static const struct component_field fields[] = {
	{ .name = "label", .type = COMPONENT_TEXT,
	    .help = "what the wheel is about" },
	{ .name = "tasks", .type = COMPONENT_TEXTS, .required = true,
	    .min = 3, .max = 12, .help = "the words in the parts of the "
	    "wheel, one or two each" },
	{ .name = "stars", .type = COMPONENT_NUMBER, .preset = "3",
	    .min = 1, .max = 3, .help = "stars to colour in each part" },
	{ .name = "note", .type = COMPONENT_WORD,
	    .help = "how to colour the stars" },
	{ 0 }
};

static void
unfold(const struct component_place *place,
    const struct component_values *values, struct doc_node *into)
{
	const struct component_value *tasks;
	struct doc_node *wheel;

	wheel = doc_new(place->arena, DOC_WHEEL, place->node->at);
	wheel->u.wheel.stars = (int)component_value(values, "stars")->number;
	wheel->u.wheel.note = component_value(values, "note")->word;
	component_add_label(values, wheel);
	tasks = component_value(values, "tasks");
	for (size_t i = 0; i < tasks->count; i++) {
		tasks->texts[i]->kind = DOC_WHEEL_PART;
		doc_append(wheel, tasks->texts[i]);
	}
	doc_append(into, wheel);
}

const struct component_definition component_wheel = {
	.name = "wheel",
	.help = "a wheel of tasks with stars to colour",
	.fields = fields,
	.unfold = unfold,
};
