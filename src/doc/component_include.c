/* SPDX-License-Identifier: MIT */
/*
 * `include`: the blocks of a snippet.
 *
 * read/ puts them in its place while the text is read, so there is nothing to
 * unfold.
 */
#include "doc/component_int.h"

static const struct component_field fields[] = {
	{ .name = "snippet", .type = COMPONENT_WORD, .required = true,
	    .max = 64, .help = "the name of a file in snippets/, without "
	    ".md" },
	{ 0 }
};

const struct component_definition component_include = {
	.name = "include",
	.help = "text that several chapters share",
	.fields = fields,
};
