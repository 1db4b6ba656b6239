/* SPDX-License-Identifier: MIT */
/*
 * Which help lines an edition prints.  For use inside read/ only.
 */
#ifndef READ_HELP_LINES_H
#define READ_HELP_LINES_H

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct conf_guide;
struct conf_help_line;
struct conf_profile;
struct diag_list;
struct help_line;

struct help_choice {
	const struct help_line	*lines;		/* by level, then file order */
	size_t			 count;
	const char		*checked;	/* the oldest date, or NULL */
};

/*
 * The lines of "all" that answer in the profile's region (or in its part of
 * it, or in the country it is a part of) and that are not "unverified".  No
 * line for an emergency is an error in every edition.  Lines past their
 * check_by on the guide's date: warnings in a sample edition, errors in a live
 * one, where lines that are not "verified" are errors too.
 */
void help_lines_choose(struct arena *a, struct diag_list *dl,
    const struct conf_guide *guide, const struct conf_profile *profile,
    const struct conf_help_line *all, size_t count,
    struct help_choice *choice);

#endif
