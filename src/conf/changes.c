/* SPDX-License-Identifier: MIT */
/*
 * <lang>/changes.yaml: what changed from version to version, the newest first.
 *
 * Comes in: the file of the language, or else of the nearest one that it
 * extends.  Goes out: struct conf_change.  Whether the pages that it names
 * exist is for read/ to see.
 */
#include "conf/guide.h"

#include <string.h>

#include "base/arena.h"
#include "base/messages.h"
#include "base/yaml.h"
#include "conf/key_tables.h"
#include "conf/keys.h"

#define AT(member) offsetof(struct conf_change, member)

static const struct key change_keys[] = {
	{ .name = "date", KEY_DATE, true, NULL, AT(date),
	    "the day of the change" },
	{ .name = "version", KEY_VERSION, true, NULL, AT(version),
	    "the guide's version that has it first" },
	{ .name = "what", KEY_TEXT, true, NULL, AT(what),
	    "what changed, in a sentence or two for readers", .max = 400 },
	{ .name = "page", KEY_ID, false, NULL, AT(page),
	    "the id of the page that changed; left out: the whole guide" },
	{ 0 }
};

const struct key changes_keys[] = {
	{ .name = "format", KEY_FORMAT, true, NULL, KEY_NOT_STORED,
	    "the version of this file's form" },
	{ .name = "changes", KEY_RECORDS, true, NULL, KEY_NOT_STORED,
	    "what changed, the newest first", .keys = change_keys,
	    .min = 0, .max = 1000 },
	{ 0 }
};

/* Dates as YYYY-MM-DD sort as they are. */
static bool
dates_agree(const struct keys_job *job, const struct conf_text *guide_date,
    const struct conf_change *changes, size_t i)
{
	if (guide_date->text != NULL &&
	    strcmp(changes[i].date.text, guide_date->text) > 0) {
		keys_say(job, changes[i].date.at, NULL, SAY_CHANGES_LATER,
		    guide_date->text);
		return false;
	}
	if (i > 0 && strcmp(changes[i].date.text,
	    changes[i - 1].date.text) > 0) {
		keys_say(job, changes[i].date.at, NULL, SAY_CHANGES_ORDER,
		    changes[i - 1].date.text);
		return false;
	}
	return true;
}

static bool
read_changes(const struct keys_job *job, const struct conf_text *guide_date,
    const struct yaml_node *list, struct conf_change *changes)
{
	bool ok = true;

	for (size_t i = 0; i < list->count; i++) {
		if (!keys_is_map(job, &list->items[i]) ||
		    !keys_read(job, change_keys, &list->items[i],
		    &changes[i]))
			return false;
		ok &= dates_agree(job, guide_date, changes, i);
	}
	return ok;
}

bool
conf_changes_read(struct arena *a, struct diag_list *dl,
    const struct file_root *root, const struct conf_language *language,
    const struct conf_text *guide_date, const struct conf_change **changes,
    size_t *count)
{
	const struct keys_job job = { a, dl, DIAG_CONTENT, "changes.yaml" };
	const struct yaml_node *map = NULL, *list;
	struct conf_change *found;
	bool missing = true;

	*changes = NULL;
	*count = 0;
	for (size_t i = 0; i < language->folder_count && missing; i++)
		map = keys_file(&job, root, arena_printf(a, "%s/changes.yaml",
		    language->folders[i]), &missing);
	if (missing)
		return true;
	if (map == NULL || !keys_read(&job, changes_keys, map, NULL))
		return false;
	list = yaml_find(map, "changes");
	found = ARENA_ARRAY(a, struct conf_change, list->count + 1);
	if (!read_changes(&job, guide_date, list, found))
		return false;
	*changes = found;
	*count = list->count;
	return true;
}
