/* SPDX-License-Identifier: MIT */
/*
 * sources.yaml: what the guide rests on.
 *
 * Comes in: the file.  Goes out: struct conf_source in the file's order.
 */
#include "conf/guide.h"

#include "base/arena.h"
#include "base/map.h"
#include "base/messages.h"
#include "base/yaml.h"
#include "conf/key_tables.h"
#include "conf/keys.h"

#define AT(member) offsetof(struct conf_source, member)

static const struct key source_keys[] = {
	{ .name = "id", KEY_ID, true, NULL, AT(id),
	    "a short name that never changes" },
	{ .name = "organisation", KEY_TEXT, true, NULL, AT(organisation),
	    "who published it", .max = 200 },
	{ .name = "title", KEY_TEXT, true, NULL, AT(title), "its title",
	    .max = 300 },
	{ .name = "year", KEY_NUMBER, false, NULL, AT(year),
	    "the year of this edition", .min = 1900, .max = 2200 },
	{ .name = "address", KEY_ADDRESS, false, NULL, AT(address),
	    "its address, with https://", .max = 300 },
	{ 0 }
};

const struct key sources_keys[] = {
	{ .name = "format", KEY_FORMAT, true, NULL, KEY_NOT_STORED,
	    "the version of this file's form" },
	{ .name = "sources", KEY_RECORDS, true, NULL, KEY_NOT_STORED,
	    "the sources", .keys = source_keys,
	    .min = 0, .max = 1000 },
	{ 0 }
};

static bool
read_source(const struct keys_job *job, const struct yaml_node *map,
    struct map *seen, struct conf_source *source)
{
	if (!keys_is_map(job, map) ||
	    !keys_read(job, source_keys, map, source))
		return false;
	if (map_add(seen, source->id.text, source))
		return true;
	keys_say(job, source->id.at, NULL, SAY_REPEATED_SOURCE,
	    source->id.text);
	return false;
}

bool
conf_sources_read(struct arena *a, struct diag_list *dl,
    const struct file_root *root, const struct conf_source **sources,
    size_t *count)
{
	const struct keys_job job = { a, dl, DIAG_CONTENT, "sources.yaml" };
	const struct yaml_node *map, *list;
	struct conf_source *found;
	struct map *seen;
	bool missing, ok;

	*sources = NULL;
	*count = 0;
	map = keys_file(&job, root, "sources.yaml", &missing);
	if (missing)
		return true;
	if (map == NULL || !keys_read(&job, sources_keys, map, NULL))
		return false;
	list = yaml_find(map, "sources");
	found = ARENA_ARRAY(a, struct conf_source, list->count);
	seen = map_new(a);
	ok = true;
	for (size_t i = 0; i < list->count; i++)
		ok &= read_source(&job, &list->items[i], seen, &found[i]);
	if (!ok)
		return false;
	*sources = found;
	*count = list->count;
	return true;
}
