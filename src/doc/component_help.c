/* SPDX-License-Identifier: MIT */
/*
 * `help`: the help lines of the edition's region.
 */
#include "base/messages.h"
#include "doc/component_int.h"

#include "base/str.h"
#include "doc/book.h"

/* Behind "all": in the order of enum help_level. */
static const char *const levels[] = { "all", "emergency", "urgent", "talk",
    "specialist", "baby", NULL };

static const struct component_field fields[] = {
	{ .name = "level", .type = COMPONENT_CHOICE, .preset = "all",
	    .choices = levels, .help = "only the lines of this level" },
	{ 0 }
};

static void
unfold(const struct component_place *place,
    const struct component_values *values, struct doc_node *into)
{
	const struct book *b;
	struct doc_node *help, *line;
	const char *level, *region;

	b = place->book;
	level = component_value(values, "level")->word;
	help = doc_new(place->arena, DOC_HELP, place->node->at);
	for (size_t i = 0; i < b->help_count; i++) {
		if (!str_equal(level, "all") &&
		    !str_equal(level, levels[b->help[i].level + 1]))
			continue;
		line = doc_new(place->arena, DOC_HELP_LINE, place->node->at);
		line->u.help.line = &b->help[i];
		doc_append(help, line);
	}
	if (help->first != NULL)
		doc_append(into, help);
	if (help->first != NULL || b->help_broken)
		return;
	/* A page that should say whom to call and does not is no small thing,
	 * but a region need not have a line of each level. */
	region = b->clinic.region != NULL ? b->clinic.region : "unknown";
	if (str_equal(level, "all") || str_equal(level, "emergency"))
		diag_say(place->dl, place->node->at, NULL, SAY_HELP_NONE_HERE,
		    level, region);
	else
		diag_say(place->dl, place->node->at, NULL,
		    SAY_HELP_NONE_HERE_WARNING, level, region);
}

const struct component_definition component_help = {
	.name = "help",
	.help = "the help lines of the edition's region",
	.fields = fields,
	.unfold = unfold,
};
