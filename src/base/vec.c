/* SPDX-License-Identifier: MIT */
/*
 * Growth of arrays in an arena: doubling; the former place is left to it.
 */
#include "base/vec.h"

#include <stdint.h>
#include <string.h>

void *
vec_grow(struct arena *a, void *items, size_t len, size_t *cap, size_t size)
{
	void *moved;
	size_t grown;

	if (len < *cap) {
		memset((unsigned char *)items + len * size, 0, size);
		return items;
	}
	if (*cap > SIZE_MAX / 2)
		mem_exhausted();
	grown = *cap == 0 ? 8 : *cap * 2;
	moved = arena_array(a, grown, size);
	if (len > 0)
		memcpy(moved, items, len * size);
	*cap = grown;
	return moved;
}
