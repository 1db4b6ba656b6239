/* SPDX-License-Identifier: MIT */
/*
 * `field`: one line to write on, of a fitting width.
 */
#include "doc/component_int.h"

#include "base/str.h"

/* In the order of enum doc_answer_width. */
static const char *const widths[] = { "full", "name", "date", "phone", NULL };

static const struct component_field fields[] = {
	{ .name = "label", .type = COMPONENT_TEXT, .required = true,
	    .help = "what to write" },
	{ .name = "width", .type = COMPONENT_CHOICE, .preset = "full",
	    .choices = widths, .help = "how much room it needs" },
	{ 0 }
};

static void
unfold(const struct component_place *place,
    const struct component_values *values, struct doc_node *into)
{
	struct doc_node *answer;
	const char *width;
	int i;

	width = component_value(values, "width")->word;
	for (i = 0; widths[i + 1] != NULL && !str_equal(widths[i], width); i++)
		;
	answer = doc_new(place->arena, DOC_ANSWER, place->node->at);
	answer->u.answer.kind = ANSWER_FIELD;
	answer->u.answer.width = (enum doc_answer_width)i;
	answer->u.answer.count = 1;
	component_add_label(values, answer);
	doc_append(into, answer);
}

const struct component_definition component_field_line = {
	.name = "field",
	.help = "one line to write on",
	.fields = fields,
	.unfold = unfold,
};
