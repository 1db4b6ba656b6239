/* SPDX-License-Identifier: MIT */
/*
 * Strings to pointers, in an arena; remembers the order of insertion.
 */
#ifndef BASE_MAP_H
#define BASE_MAP_H

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct map;

struct map *map_new(struct arena *a);
/* The value of "key", or NULL. */
void *map_find(const struct map *m, const char *key);
/* Sets "key" (copied) to "value" (not NULL).  False if it was there: then
 * nothing is changed. */
bool map_add(struct map *m, const char *key, void *value);
size_t map_count(const struct map *m);
/* The i-th key in order of insertion, and its value. */
const char *map_key(const struct map *m, size_t i);
void *map_value(const struct map *m, size_t i);

#endif
