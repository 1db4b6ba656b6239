/* SPDX-License-Identifier: MIT */
/*
 * measured.yaml of a theme: which tools judged its pages, and what they found.
 *
 * Comes in: the folders of a theme and of those it extends.  Goes out: the
 * checks of the nearest that has the file.  Its words are in strings/, so that
 * a statement can be read in every language.
 */
#include "conf/theme.h"

#include <stdlib.h>

#include "base/arena.h"
#include "base/file.h"
#include "base/yaml.h"
#include "conf/key_tables.h"
#include "conf/theme_int.h"

#define AT(member) offsetof(struct check_texts, member)

struct check_texts {
	struct conf_text tool, version, what, found;
};

/* Each has words "measured-...". */
static const char *const whats[] = {
	"accessibility", "browser", "code", "equal", "firefox", "links",
	"lighthouse", "pdf", NULL
};

static const struct key check_keys[] = {
	{ .name = "tool", KEY_TEXT, true, NULL, AT(tool),
	    "the name of the tool", .max = 60 },
	{ .name = "version", KEY_VERSION, false, NULL, AT(version),
	    "its version, if the tests ask for one" },
	{ .name = "what", KEY_CHOICE, true, NULL, AT(what),
	    "what it looked at", .choices = whats },
	{ .name = "found", KEY_NUMBER, true, NULL, AT(found),
	    "how many mistakes it found", .min = 0, .max = 9999 },
	{ 0 }
};

const struct key measured_keys[] = {
	{ .name = "format", KEY_FORMAT, true, NULL, KEY_NOT_STORED,
	    "the version of this file's form" },
	{ .name = "checks", KEY_RECORDS, true, NULL, KEY_NOT_STORED,
	    "the checks, in the order in which they are told",
	    .keys = check_keys, .min = 0, .max = 40 },
	{ 0 }
};

static bool
read_checks(const struct keys_job *job, const struct yaml_node *map,
    struct theme *theme)
{
	const struct yaml_node *list;
	struct theme_check *checks;
	struct check_texts texts;

	if (map == NULL || !keys_read(job, measured_keys, map, NULL))
		return false;
	list = yaml_find(map, "checks");
	checks = ARENA_ARRAY(job->arena, struct theme_check, list->count + 1);
	for (size_t i = 0; i < list->count; i++) {
		texts = (struct check_texts){ 0 };
		if (!keys_is_map(job, &list->items[i]) || !keys_read(job,
		    check_keys, &list->items[i], &texts))
			return false;
		checks[i].tool = texts.tool.text;
		checks[i].version = texts.version.text;
		checks[i].what = texts.what.text;
		checks[i].found = (int)strtol(texts.found.text, NULL, 10);
	}
	theme->checks = checks;
	theme->check_count = list->count;
	return true;
}

bool
theme_measured_read(struct arena *a, struct diag_list *dl, struct theme *theme)
{
	const struct keys_job job = { a, dl, DIAG_CONFIGURATION,
	    "measured.yaml" };
	const struct yaml_node *map;
	struct file_root root;
	bool missing = true;

	for (size_t i = 0; missing && i < theme->chain_count; i++) {
		if (!file_root_open(&root, a, theme->chain[i]))
			continue;
		map = keys_file(&job, &root, "measured.yaml", &missing);
		file_root_close(&root);
		if (!missing && !read_checks(&job, map, theme))
			return false;
	}
	return true;
}
