/* SPDX-License-Identifier: MIT */
/*
 * What a run leaves of the edition that is live: outputs and languages that it
 * was not asked for.
 *
 * For the parent, which copies these files, and the builder, which has to tell
 * of them.
 */
#ifndef COMMAND_CARRIED_H
#define COMMAND_CARRIED_H

#include <stdbool.h>

struct command_options;

struct carried {
	const struct command_options	*options;
	bool				 at_root;	/* --lang is */
};

/*
 * Does a file of the earlier edition ("site/index.html") belong to an output
 * that this run was not asked for?  The report is always made anew.  "context"
 * is a struct carried; as publish_carry wants it.
 */
bool carried_keeps(const char *path, void *context);

#endif
