/* SPDX-License-Identifier: MIT */
/*
 * `checklist`: boxes to tick, each with its words.
 */
#include "doc/component_int.h"

#include "base/arena.h"

static const struct component_field fields[] = {
	{ .name = "label", .type = COMPONENT_TEXT, .required = true,
	    .help = "what the boxes are about" },
	{ .name = "items", .type = COMPONENT_TEXTS, .required = true,
	    .min = 1, .max = 30, .help = "the words beside the boxes" },
	{ .name = "columns", .type = COMPONENT_NUMBER, .preset = "1",
	    .min = 1, .max = 3, .help = "columns on paper" },
	COMPONENT_BRINGS_HELP("the kind of callout that moves up to a box on "
	    "the web when the box is ticked"),
	{ 0 }
};

static void
unfold(const struct component_place *place,
    const struct component_values *values, struct doc_node *into)
{
	const struct component_value *items;
	struct doc_node *ticks, *tick;

	ticks = doc_new(place->arena, DOC_TICKS, place->node->at);
	ticks->u.ticks.columns =
	    (int)component_value(values, "columns")->number;
	ticks->u.ticks.brings_help = component_brings_help(place, values);
	component_add_label(values, ticks);
	items = component_value(values, "items");
	for (size_t i = 0; i < items->count; i++) {
		tick = items->texts[i];
		tick->kind = DOC_TICK;
		tick->u.tick.name = NULL;
		doc_append(ticks, tick);
	}
	doc_append(into, ticks);
}

const struct component_definition component_checklist = {
	.name = "checklist",
	.help = "boxes to tick",
	.fields = fields,
	.unfold = unfold,
};
