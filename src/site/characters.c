/* SPDX-License-Identifier: MIT */
/*
 * Values of pages -> the set of characters in them.
 *
 * What a template writes is its own text and values, so no character can reach
 * a page that is not in here.  The same texts make the same set in any order.
 */
#include "site/characters.h"

#include <stdatomic.h>
#include <string.h>

#include "base/arena.h"
#include "base/map.h"
#include "base/utf8.h"
#include "site/value.h"

#define LAST_CODE_POINT	0x10FFFFu
#define SET_WORDS	(LAST_CODE_POINT / 32 + 1)

struct character_set {
	_Atomic uint32_t	words[SET_WORDS];
};

struct character_set *
characters_new(struct arena *a)
{
	struct character_set *set = ARENA_NEW(a, struct character_set);

	for (size_t i = 0; i < SET_WORDS; i++)
		atomic_init(&set->words[i], 0);
	return set;
}

static bool
has(const struct character_set *set, uint32_t c)
{
	return (atomic_load_explicit(&set->words[c / 32],
	    memory_order_relaxed) >> (c % 32) & 1) != 0;
}

static void
add(struct character_set *set, uint32_t c)
{
	/* Nearly all are there; reading is all that is done in common. */
	if (!has(set, c))
		atomic_fetch_or_explicit(&set->words[c / 32],
		    UINT32_C(1) << (c % 32), memory_order_relaxed);
}

static void
add_text(void *context, const char *text)
{
	struct character_set *set = context;
	size_t len, n;
	uint32_t c;

	len = strlen(text);
	while (len > 0) {
		n = 1;
		if ((unsigned char)*text < 0x80)
			add(set, (unsigned char)*text);
		else if ((n = utf8_decode(text, len, &c)) > 0)
			add(set, c);
		else
			n = 1;
		text += n;
		len -= n;
	}
}

void
characters_add(struct character_set *set, const struct value *v)
{
	value_each_text(v, add_text, set);
}

/* Fields may hold what no page does. */
static bool
is_used(const struct character_set *set, uint32_t c, bool typed)
{
	if (c >= 0x20 && c <= (typed ? 0xFFu : 0x7Eu) &&
	    (c < 0x7F || c >= 0xA0))
		return true;
	return has(set, c);
}

/* The next that may be used: most of Unicode is in no guide. */
static uint32_t
next_of(const struct character_set *set, uint32_t c)
{
	c++;
	while (c > 0xFF && c % 32 == 0 && c <= LAST_CODE_POINT &&
	    atomic_load_explicit(&set->words[c / 32],
	    memory_order_relaxed) == 0)
		c += 32;
	return c;
}

const uint32_t *
characters_used(struct arena *a, struct character_set *set,
    const struct map *templates, bool typed, size_t *count)
{
	uint32_t *list;

	for (size_t i = 0; i < map_count(templates); i++)
		add_text(set, map_value(templates, i));
	*count = 0;
	for (uint32_t c = 0x20; c <= LAST_CODE_POINT; c = next_of(set, c))
		*count += is_used(set, c, typed);
	list = ARENA_ARRAY(a, uint32_t, *count);
	*count = 0;
	for (uint32_t c = 0x20; c <= LAST_CODE_POINT; c = next_of(set, c)) {
		if (is_used(set, c, typed))
			list[(*count)++] = c;
	}
	return list;
}
