/* SPDX-License-Identifier: MIT */
/*
 * Claims about base/map.h.
 */
#include "base/map.h"

#include <stdio.h>

#include "base/arena.h"
#include "t.h"

T_MAIN
{
	struct arena *a;
	struct map *m;
	int values[500];
	char key[16];
	bool right;
	int i;

	a = arena_new();
	m = map_new(a);
	t_ok(map_find(m, "x") == NULL, "an empty map has nothing");
	for (i = 0; i < 500; i++) {
		(void)snprintf(key, sizeof(key), "k%d", (i * 7919) % 500);
		values[i] = i;
		if (!map_add(m, key, &values[i]))
			break;
	}
	t_int(i, 500, "new keys are added, and copied");
	right = true;
	for (i = 0; i < 500; i++) {
		(void)snprintf(key, sizeof(key), "k%d", (i * 7919) % 500);
		right &= map_find(m, key) == &values[i];
		right &= strcmp(map_key(m, (size_t)i), key) == 0;
		right &= map_value(m, (size_t)i) == &values[i];
	}
	t_ok(right, "keys are found and keep the order of insertion");
	t_ok(!map_add(m, "k3", &values[0]), "a key is not added twice");
	t_ok(map_find(m, "k3") != &values[0], "and keeps its value");
	t_int(map_count(m), 500, "the count is that of the keys");
	t_ok(map_find(m, "") == NULL && map_add(m, "", values) &&
	    map_find(m, "") == values, "the empty string is a key");
	arena_free(a);
}
