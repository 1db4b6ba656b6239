/* SPDX-License-Identifier: MIT */
/*
 * What makes an edition's site whole for a server once its pages are there.
 */
#ifndef COMMAND_SITE_KIT_H
#define COMMAND_SITE_KIT_H

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct command_options;
struct conf_profile;
struct diag_list;
struct report;
struct site_language;
struct stage;
struct theme;

struct site_kit {
	const struct command_options	*options;
	const struct conf_profile	*profile;
	const struct theme		*theme;
	/* All languages of the site, the one at its root first. */
	const struct site_language	*languages;
	size_t				 language_count;
	bool				 at_root; /* this run makes the first */
};

/*
 * Copies what there is to print into the site, so that this folder alone can
 * be put on a server, and writes the files for servers.  "report": the outputs
 * that there are; those for servers are added.
 */
void site_kit_build(struct arena *a, struct diag_list *dl,
    const struct site_kit *kit, struct report *report, struct stage *stage);

#endif
