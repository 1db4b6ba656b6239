/* SPDX-License-Identifier: MIT */
/*
 * Strings to pointers: entries in order of insertion, and a table of their
 * numbers with open addressing.
 */
#include "base/map.h"

#include <stdint.h>
#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/str.h"
#include "base/vec.h"

struct entry {
	const char	*key;
	void		*value;
	uint64_t	 hash;
};

struct map {
	struct arena		*arena;
	VEC(struct entry)	 entries;
	size_t			*slots;	/* entry number + 1; 0: free */
	size_t			 slot_count;	/* a power of two, or 0 */
};

struct map *
map_new(struct arena *a)
{
	struct map *m;

	m = ARENA_NEW(a, struct map);
	m->arena = a;
	return m;
}

/* The slot that holds "key", or the free one where it belongs. */
static size_t
slot_of(const struct map *m, const char *key, uint64_t hash)
{
	const struct entry *e;
	size_t i;

	i = (size_t)hash & (m->slot_count - 1);
	while (m->slots[i] != 0) {
		e = &m->entries.items[m->slots[i] - 1];
		if (e->hash == hash && strcmp(e->key, key) == 0)
			break;
		i = (i + 1) & (m->slot_count - 1);
	}
	return i;
}

/* Keeps the table at most half full. */
static void
make_room(struct map *m)
{
	const struct entry *e;
	size_t i;

	if (m->entries.len < m->slot_count / 2)
		return;
	m->slot_count = m->slot_count == 0 ? 16 : m->slot_count * 2;
	m->slots = ARENA_ARRAY(m->arena, size_t, m->slot_count);
	for (i = 0; i < m->entries.len; i++) {
		e = &m->entries.items[i];
		m->slots[slot_of(m, e->key, e->hash)] = i + 1;
	}
}

void *
map_find(const struct map *m, const char *key)
{
	size_t slot;

	if (m->slot_count == 0)
		return NULL;
	slot = slot_of(m, key, str_hash(key, strlen(key)));
	if (m->slots[slot] == 0)
		return NULL;
	return m->entries.items[m->slots[slot] - 1].value;
}

bool
map_add(struct map *m, const char *key, void *value)
{
	struct entry *e;
	uint64_t hash;
	size_t slot;

	if (value == NULL)
		BUG("map_add: no value for \"%s\"", key);
	make_room(m);
	hash = str_hash(key, strlen(key));
	slot = slot_of(m, key, hash);
	if (m->slots[slot] != 0)
		return false;
	e = vec_push(m->arena, &m->entries);
	e->key = arena_strdup(m->arena, key);
	e->value = value;
	e->hash = hash;
	m->slots[slot] = m->entries.len;
	return true;
}

size_t
map_count(const struct map *m)
{
	return m->entries.len;
}

const char *
map_key(const struct map *m, size_t i)
{
	if (i >= m->entries.len)
		BUG("map_key: %zu of %zu", i, m->entries.len);
	return m->entries.items[i].key;
}

void *
map_value(const struct map *m, size_t i)
{
	if (i >= m->entries.len)
		BUG("map_value: %zu of %zu", i, m->entries.len);
	return m->entries.items[i].value;
}
