/* SPDX-License-Identifier: MIT */
/*
 * Comes in: what a run was asked for, and the path of a file.  Goes out:
 * whether it stays as it is.
 */
#include "command/carried.h"

#include <string.h>

#include "base/str.h"
#include "command/options.h"

static bool
is_in_folder(const char *path, const char *folder)
{
	size_t len = strlen(folder);

	return strncmp(path, folder, len) == 0 && path[len] == '/';
}

/* Is it a page or list of pages, packed or not? */
static bool
is_page(const char *path)
{
	return str_ends(path, "sw.js") || str_ends(path, "sw.js.gz") ||
	    str_ends(path, ".html") || str_ends(path, ".xml") ||
	    str_ends(path, ".txt") || str_ends(path, ".html.gz") ||
	    str_ends(path, ".xml.gz") || str_ends(path, ".txt.gz");
}

/*
 * A file of the site that --lang does not make anew: pages of other languages,
 * and what has the hash of its bytes in its name, since they may refer to it.
 * Pages and lists of pages at the root, and the search there, belong to the
 * language there.
 */
static bool
keeps_page(const struct carried *carried, const char *path)
{
	/* Copies of what is to be printed, made anew from what there is. */
	if (is_in_folder(path, "print"))
		return false;
	if (!carried->at_root)
		return !is_in_folder(path, carried->options->lang);
	if (is_in_folder(path, "search"))
		return false;
	return strchr(path, '/') != NULL || !is_page(path);
}

bool
carried_keeps(const char *path, void *context)
{
	const struct carried *carried = context;
	const struct command_options *o = carried->options;
	const char *name = strrchr(path, '/');
	unsigned output = 0;

	name = name == NULL ? path : name + 1;
	if (is_in_folder(path, "site") || is_in_folder(path, "hosting"))
		output = OUTPUT_SITE;
	else if (str_starts(path, "print/") && str_equal(name, "booklet.pdf"))
		output = OUTPUT_BOOKLET;
	else if (str_starts(path, "print/") &&
	    str_starts(name, "booklet-sheets-"))
		output = OUTPUT_SHEETS;
	else if (str_starts(path, "print/") &&
	    str_equal(name, "large-print.pdf"))
		output = OUTPUT_LARGE_PRINT;
	else if (str_starts(path, "print/") &&
	    (str_equal(name, "worksheets.pdf") ||
	    strstr(path, "/worksheets/") != NULL))
		output = OUTPUT_WORKSHEETS;
	else
		return false;
	if ((o->outputs & output) == 0)
		return true;
	if (o->lang == NULL || str_equal(o->lang, "all"))
		return false;
	/* One language of several: what belongs to the others stays. */
	if (is_in_folder(path, "hosting"))
		return false;
	if (output == OUTPUT_SITE)
		return keeps_page(carried, path + strlen("site/"));
	return !is_in_folder(path + strlen("print/"), o->lang);
}
