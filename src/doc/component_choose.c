/* SPDX-License-Identifier: MIT */
/*
 * `choose`: circles, each with its words, of which one is chosen.
 */
#include "doc/component_int.h"

static const struct component_field fields[] = {
	{ .name = "label", .type = COMPONENT_TEXT, .required = true,
	    .help = "the question, with the order to choose one" },
	{ .name = "items", .type = COMPONENT_TEXTS, .required = true,
	    .min = 2, .max = 12, .help = "the words beside the circles" },
	{ .name = "columns", .type = COMPONENT_NUMBER, .preset = "1",
	    .min = 1, .max = 3, .help = "columns on paper, if the words are "
	    "short enough" },
	COMPONENT_BRINGS_HELP("the kind of callout that moves up to the "
	    "circles on the web when the first of them is chosen"),
	{ 0 }
};

static void
unfold(const struct component_place *place,
    const struct component_values *values, struct doc_node *into)
{
	const struct component_value *items;
	struct doc_node *choices;

	choices = doc_new(place->arena, DOC_CHOICES, place->node->at);
	choices->u.choices.columns =
	    (int)component_value(values, "columns")->number;
	choices->u.choices.brings_help = component_brings_help(place, values);
	component_add_label(values, choices);
	items = component_value(values, "items");
	for (size_t i = 0; i < items->count; i++) {
		items->texts[i]->kind = DOC_CHOICE;
		doc_append(choices, items->texts[i]);
	}
	doc_append(into, choices);
}

const struct component_definition component_choose = {
	.name = "choose",
	.help = "a list of which one thing is chosen",
	.fields = fields,
	.unfold = unfold,
};
