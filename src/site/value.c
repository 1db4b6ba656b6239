/* SPDX-License-Identifier: MIT */
/*
 * The values that templates are filled with: texts, truths, lists and maps in
 * an arena.  Knows nothing of templates.
 */
#include "site/value.h"

#include <string.h>

#include "base/arena.h"
#include "base/str.h"
#include "base/vec.h"

static struct value *
value_new(struct arena *a, enum value_kind kind)
{
	struct value *v;

	v = ARENA_NEW(a, struct value);
	v->kind = kind;
	return v;
}

struct value *
value_text(struct arena *a, const char *text)
{
	struct value *v;

	v = value_new(a, VALUE_TEXT);
	v->text = text != NULL ? text : "";
	return v;
}

struct value *
value_bool(struct arena *a, bool truth)
{
	struct value *v;

	v = value_new(a, VALUE_BOOL);
	v->truth = truth;
	return v;
}

struct value *
value_list(struct arena *a)
{
	return value_new(a, VALUE_LIST);
}

struct value *
value_map(struct arena *a)
{
	return value_new(a, VALUE_MAP);
}

void
value_push(struct arena *a, struct value *list, struct value *item)
{
	struct value_entry *entry;

	entry = vec_push(a, &list->entries);
	entry->value = item;
}

/* Pages ask their maps for hundreds of names: few are compared by letters. */
static struct value_entry *
entry_of(const struct value *map, const char *name, uint64_t hash)
{
	struct value_entry *entry;

	for (size_t i = 0; i < map->entries.len; i++) {
		entry = &map->entries.items[i];
		if (entry->hash == hash && strcmp(entry->name, name) == 0)
			return entry;
	}
	return NULL;
}

void
value_set(struct arena *a, struct value *map, const char *name,
    struct value *v)
{
	uint64_t hash = str_hash(name, strlen(name));
	struct value_entry *entry;

	entry = entry_of(map, name, hash);
	if (entry == NULL) {
		entry = vec_push(a, &map->entries);
		entry->name = name;
		entry->hash = hash;
	}
	entry->value = v;
}

void
value_set_text(struct arena *a, struct value *map, const char *name,
    const char *text)
{
	value_set(a, map, name, value_text(a, text));
}

const struct value *
value_find(const struct value *map, const char *name)
{
	const struct value_entry *entry;

	if (map->kind != VALUE_MAP)
		return NULL;
	entry = entry_of(map, name, str_hash(name, strlen(name)));
	return entry != NULL ? entry->value : NULL;
}

bool
value_is_true(const struct value *v)
{
	if (v == NULL)
		return false;
	switch (v->kind) {
	case VALUE_TEXT:
		return v->text[0] != '\0';
	case VALUE_BOOL:
		return v->truth;
	case VALUE_LIST:
		return v->entries.len > 0;
	case VALUE_MAP:
		return true;
	}
	return false;
}

void
value_share(struct value *v)
{
	v->shared = true;
	for (size_t i = 0; v->kind == VALUE_LIST && i < v->entries.len; i++)
		v->entries.items[i].value->shared = true;
}

void
value_each_text(const struct value *v,
    void (*each)(void *context, const char *text), void *context)
{
	if (v->shared)
		return;
	if (v->kind == VALUE_TEXT)
		each(context, v->text);
	for (size_t i = 0; i < v->entries.len; i++)
		value_each_text(v->entries.items[i].value, each, context);
}
