/* SPDX-License-Identifier: MIT */
/*
 * Claims about base/vec.h.
 */
#include "base/vec.h"

#include "t.h"

T_MAIN
{
	struct { VEC(int) numbers; } x = { { NULL, 0, 0 } };
	struct arena *a;
	bool right;
	int i;

	a = arena_new();
	for (i = 0; i < 1000; i++)
		*vec_push(a, &x.numbers) = i;
	right = x.numbers.len == 1000;
	for (i = 0; i < 1000; i++)
		right &= x.numbers.items[i] == i;
	t_ok(right, "elements keep their order and value while it grows");
	x.numbers.len = 5;
	t_int(*vec_push(a, &x.numbers), 0,
	    "a new element is zeroed also where another was");
	arena_free(a);
}
