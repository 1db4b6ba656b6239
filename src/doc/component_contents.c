/* SPDX-License-Identifier: MIT */
/*
 * `contents`: the list of chapters, which renderers make.
 */
#include "doc/component_int.h"

static const struct component_field fields[] = {
	{ 0 }
};

static void
unfold(const struct component_place *place,
    const struct component_values *values, struct doc_node *into)
{
	(void)values;
	doc_append(into, doc_new(place->arena, DOC_CONTENTS,
	    place->node->at));
}

const struct component_definition component_contents = {
	.name = "contents",
	.help = "the list of chapters",
	.fields = fields,
	.unfold = unfold,
};
