/* SPDX-License-Identifier: MIT */
/*
 * What publish.c and swap.c share: one edition that is being published.
 */
#ifndef EMIT_PUBLISH_INT_H
#define EMIT_PUBLISH_INT_H

#include <sys/stat.h>

#include "emit/publish.h"

/* Unfinished files inside an edition; output names never begin so. */
#define PUBLISH_PART	".part"

struct map;
struct tree;

struct publish {
	struct arena		*arena;
	struct diag_list	*dl;
	const char		*name;
	const char		*target;	/* OUT/NAME, for messages */
	const char		*stage_name;
	const char		*stage_path;
	enum publish_form	 form;
	enum publish_sync	 sync;
	int			 parent, lock, stage;
	/* The earlier edition; -1: there is none. */
	int			 old;
	struct stat		 old_stat;
	struct map		*old_files;	/* of its marker; NULL: empty */
	bool			 carried;	/* publish_carry was called */
	struct map		*strangers;	/* carried files of others, and
						 * the folders they are in */
};

/* Puts the finished, synced stage, whose content is "t", in its place. */
bool swap_in(struct publish *p, const struct tree *t);

#endif
