/* SPDX-License-Identifier: MIT */
/*
 * help.yaml: the help lines of all regions.
 *
 * Comes in: the file.  Goes out: struct conf_help_line in the file's order.
 * Which of them an edition prints is for read/ to choose.
 */
#include "base/messages.h"
#include "conf/guide.h"

#include <string.h>

#include "base/arena.h"
#include "base/map.h"
#include "base/str.h"
#include "base/yaml.h"
#include "conf/key_tables.h"
#include "conf/keys.h"

#define AT(member) offsetof(struct conf_help_line, member)

static const char *const levels[] = { "emergency", "urgent", "talk",
    "specialist", "baby", NULL };
static const char *const statuses[] = { "verified", "seen", "unverified",
    NULL };

static const struct key line_keys[] = {
	{ .name = "id", KEY_ID, true, NULL, AT(id),
	    "a short name that never changes" },
	{ .name = "regions", KEY_LIST, true, NULL, KEY_NOT_STORED,
	    "where the line answers", .of = KEY_REGION, .min = 1,
	    .max = 300 },
	{ .name = "level", KEY_CHOICE, true, NULL, AT(level),
	    "how urgent it is", .choices = levels },
	{ .name = "name", KEY_TEXT, true, NULL, AT(name), "who answers",
	    .max = 120 },
	{ .name = "number", KEY_PHONE, false, NULL, AT(number),
	    "the number as it is dialled" },
	{ .name = "display", KEY_TEXT, false, NULL, AT(display),
	    "the number spaced for reading", .max = 60 },
	{ .name = "text_to", KEY_PHONE, false, NULL, AT(text_to),
	    "the number for text messages" },
	{ .name = "text_word", KEY_TEXT, false, NULL, AT(text_word),
	    "the word to send", .max = 40 },
	{ .name = "web", KEY_WEB, false, NULL, AT(web), "its site" },
	{ .name = "hours", KEY_TEXT, false, NULL, AT(hours), "when it is open",
	    .max = 200 },
	{ .name = "note", KEY_TEXT, false, NULL, AT(note),
	    "what else to know", .max = 300 },
	{ .name = "source", KEY_TEXT, false, NULL, AT(source),
	    "where the number was found" },
	{ .name = "checked", KEY_DATE, false, NULL, AT(checked),
	    "when it was last checked" },
	{ .name = "check_by", KEY_DATE, false, NULL, AT(check_by),
	    "when it has to be checked again" },
	{ .name = "status", KEY_CHOICE, true, NULL, AT(status),
	    "how sure it is", .choices = statuses },
	{ 0 }
};

const struct key help_keys[] = {
	{ .name = "format", KEY_FORMAT, true, NULL, KEY_NOT_STORED,
	    "the version of this file's form" },
	{ .name = "lines", KEY_RECORDS, true, NULL, KEY_NOT_STORED,
	    "the help lines", .keys = line_keys, .min = 0, .max = 5000 },
	{ 0 }
};

/* A line that may be printed says where it is from and how to reach it. */
static bool
line_is_whole(const struct keys_job *job, const struct conf_help_line *line,
    struct span at)
{
	bool ok;

	ok = true;
	if (line->number.text == NULL && line->text_to.text == NULL &&
	    line->web.text == NULL) {
		keys_say(job, at, NULL, SAY_HELP_UNREACHABLE, line->id.text);
		ok = false;
	}
	if (line->text_word.text != NULL && line->text_to.text == NULL) {
		keys_say(job, line->text_word.at, NULL, SAY_HELP_TEXT_NUMBER);
		ok = false;
	}
	if (line->display.text != NULL && line->number.text == NULL) {
		keys_say(job, line->display.at, NULL, SAY_HELP_NUMBER);
		ok = false;
	}
	if (!str_equal(line->status.text, "unverified") &&
	    (line->source.text == NULL || line->checked.text == NULL ||
	    line->check_by.text == NULL)) {
		keys_say(job, line->status.at, NULL, SAY_HELP_UNPROVEN,
		    line->id.text);
		ok = false;
	}
	if (line->checked.text != NULL && line->check_by.text != NULL &&
	    strcmp(line->checked.text, line->check_by.text) >= 0) {
		keys_say(job, line->check_by.at, NULL, SAY_BAD_DATE_CHECK,
		    line->id.text);
		ok = false;
	}
	return ok;
}

static bool
read_line(const struct keys_job *job, const struct yaml_node *map,
    struct map *seen, struct conf_help_line *line)
{
	const char **regions;
	struct conf_text *texts;

	if (!keys_is_map(job, map) || !keys_read(job, line_keys, map, line))
		return false;
	texts = keys_list(job->arena, map, "regions", &line->region_count);
	regions = ARENA_ARRAY(job->arena, const char *, line->region_count);
	for (size_t i = 0; i < line->region_count; i++)
		regions[i] = texts[i].text;
	line->regions = regions;
	if (!map_add(seen, line->id.text, line)) {
		keys_say(job, line->id.at, NULL, SAY_REPEATED_HELP,
		    line->id.text);
		return false;
	}
	if (!line_is_whole(job, line, map->at))
		return false;
	if (line->display.text == NULL)
		line->display = line->number;
	return true;
}

bool
conf_help_read(struct arena *a, struct diag_list *dl,
    const struct file_root *root, struct conf_help_line **lines,
    size_t *count)
{
	const struct keys_job job = { a, dl, DIAG_CONTENT, "help.yaml" };
	const struct yaml_node *map, *list;
	struct conf_help_line *found;
	struct map *seen;
	bool missing, ok;

	*lines = NULL;
	*count = 0;
	map = keys_file(&job, root, "help.yaml", &missing);
	if (missing)
		return true;
	if (map == NULL || !keys_read(&job, help_keys, map, NULL))
		return false;
	list = yaml_find(map, "lines");
	found = ARENA_ARRAY(a, struct conf_help_line, list->count);
	seen = map_new(a);
	ok = true;
	for (size_t i = 0; i < list->count; i++)
		ok &= read_line(&job, &list->items[i], seen, &found[i]);
	*lines = found;
	*count = list->count;
	return ok;
}
