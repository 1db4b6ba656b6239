/* SPDX-License-Identifier: MIT */
/*
 * Which characters a site shows.
 */
#ifndef SITE_CHARACTERS_H
#define SITE_CHARACTERS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;
struct character_set;
struct map;
struct value;

/* An empty set, in the arena. */
struct character_set *characters_new(struct arena *a);
/* Adds the characters of all texts in "v" but those that are shared; any number
 * of threads may do so. */
void characters_add(struct character_set *set, const struct value *v);
/*
 * The code points of the set and of all texts in "templates" (const char), and
 * ASCII; with "typed" those of Latin-1, too, for what people write into fields.
 * Sorted; *count of them.
 */
const uint32_t *characters_used(struct arena *a, struct character_set *set,
    const struct map *templates, bool typed, size_t *count);

#endif
