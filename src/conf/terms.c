/* SPDX-License-Identifier: MIT */
/*
 * <lang>/terms.yaml: the words that {{term.NAME}} stands for, such as "nappy" in
 * one English and "diaper" in another.
 *
 * Comes in: the files of a language and of those it extends.  Goes out: struct
 * conf_term, the nearest language's of each name.
 */
#include "conf/guide.h"

#include "base/arena.h"
#include "base/map.h"
#include "base/messages.h"
#include "base/str.h"
#include "base/vec.h"
#include "base/yaml.h"
#include "conf/key_tables.h"
#include "conf/keys.h"

#define NAME_BYTES 48

const struct key terms_keys[] = {
	{ .name = "format", KEY_FORMAT, true, NULL, KEY_NOT_STORED,
	    "the version of this file's form" },
	{ .name = "terms", KEY_NAMED, true, NULL, KEY_NOT_STORED,
	    "the words by the names that {{term.NAME}} gives them" },
	{ 0 }
};

struct terms_job {
	const struct keys_job	 keys;
	const struct file_root	*root;
	struct map		*known;		/* name -> struct conf_term * */
};

/* What stands in {{ }} behind "term.": letters, digits, hyphens. */
static bool
is_name(const char *s)
{
	size_t len = 0;

	for (; s[len] != '\0'; len++) {
		if (!((s[len] >= 'a' && s[len] <= 'z') ||
		    (s[len] >= 'A' && s[len] <= 'Z') ||
		    (s[len] >= '0' && s[len] <= '9') || s[len] == '-'))
			return false;
	}
	return len > 0 && len <= NAME_BYTES;
}

/* A language that extends another says its own words for the terms there; a
 * name that is new is probably mistyped. */
static void
warn_of_stranger(const struct terms_job *job, const struct conf_term *term)
{
	size_t count = map_count(job->known);
	const char **names = ARENA_ARRAY(job->keys.arena, const char *,
	    count + 1), *near;

	for (size_t i = 0; i < count; i++)
		names[i] = map_key(job->known, i);
	near = str_nearest(term->name, names, count);
	keys_say(&job->keys, term->at, near != NULL ?
	    arena_printf(job->keys.arena, HINT_TERM_STRANGER, near) : NULL,
	    SAY_TERM_STRANGER, term->name);
}

static bool
read_folder(const struct terms_job *job, const char *folder, bool extends,
    struct map *into)
{
	const struct yaml_node *map, *list;
	struct conf_term *term;
	bool missing, ok = true;

	map = keys_file(&job->keys, job->root, arena_printf(job->keys.arena,
	    "%s/terms.yaml", folder), &missing);
	if (missing)
		return true;
	if (map == NULL || !keys_read(&job->keys, terms_keys, map, NULL))
		return false;
	list = yaml_find(map, "terms");
	for (size_t i = 0; i < list->count; i++) {
		const struct yaml_node *value = &list->items[i];

		if (!is_name(list->keys[i]) || value->kind != YAML_SCALAR ||
		    str_blank(value->text)) {
			keys_say(&job->keys, list->key_at[i], NULL,
			    SAY_TERM_FORM, list->keys[i]);
			ok = false;
			continue;
		}
		term = ARENA_NEW(job->keys.arena, struct conf_term);
		term->name = list->keys[i];
		term->text = str_trim(job->keys.arena, value->text);
		term->at = list->key_at[i];
		term->folder = folder;
		map_add(into, term->name, term);
		if (extends && map_find(job->known, term->name) == NULL)
			warn_of_stranger(job, term);
	}
	return ok;
}

/* "over" on top of "under". */
static struct map *
lay_over(struct arena *a, const struct map *over, const struct map *under)
{
	struct map *both = map_new(a);

	for (size_t i = 0; i < map_count(over); i++)
		map_add(both, map_key(over, i), map_value(over, i));
	for (size_t i = 0; i < map_count(under); i++)
		map_add(both, map_key(under, i), map_value(under, i));
	return both;
}

bool
conf_terms_read(struct arena *a, struct diag_list *dl,
    const struct file_root *root, const struct conf_language *language,
    const struct conf_term **terms, size_t *count)
{
	struct terms_job job = { { a, dl, DIAG_CONTENT, "terms.yaml" }, root,
	    map_new(a) };
	struct conf_term *list;
	bool ok = true;

	for (size_t i = language->folder_count; i-- > 0; ) {
		struct map *own = map_new(a);

		ok &= read_folder(&job, language->folders[i],
		    i + 1 < language->folder_count, own);
		job.known = lay_over(a, own, job.known);
	}
	*count = map_count(job.known);
	*terms = list = ARENA_ARRAY(a, struct conf_term, *count + 1);
	for (size_t i = 0; i < *count; i++)
		list[i] = *(const struct conf_term *)map_value(job.known, i);
	return ok;
}
