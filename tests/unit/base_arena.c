/* SPDX-License-Identifier: MIT */
/*
 * Claims about base/arena.h.
 */
#include "base/arena.h"

#include <stdint.h>

#include "t.h"

T_MAIN
{
	struct arena *a;
	unsigned char *p, *q;
	char *s;
	size_t i;
	bool aligned, zeroed;

	a = arena_new();
	aligned = zeroed = true;
	for (i = 0; i < 3000; i++) {
		p = arena_alloc(a, i % 97);
		aligned &= (uintptr_t)p % _Alignof(max_align_t) == 0;
		for (size_t k = 0; k < i % 97; k++)
			zeroed &= p[k] == 0;
		memset(p, 0xAA, i % 97);
	}
	t_ok(aligned, "every piece is aligned for every type");
	t_ok(zeroed, "every piece is zeroed");
	p = arena_alloc(a, 1000000);
	memset(p, 1, 1000000);
	q = arena_alloc(a, 10);
	q[9] = 1;
	t_ok(p[999999] == 1, "a large piece is not shared");
	t_ok(arena_alloc(a, 0) != NULL, "a piece of 0 bytes is not NULL");
	s = arena_strndup(a, "bifolio", 3);
	t_str(s, "bif", "strndup ends the copy");
	t_str(arena_strndup(a, NULL, 0), "", "strndup of nothing is empty");
	t_str(arena_printf(a, "%s-%d", "a", 42), "a-42", "printf formats");
	t_ok(arena_bytes(a) > 1000000, "the bytes handed out are counted");
	arena_free(a);
	arena_free(NULL);
	t_ok(true, "NULL may be freed");

	{
		struct arena *into = arena_new(), *from = arena_new();
		char *first, *second;

		first = arena_strdup(into, "first");
		for (i = 0; i < 100; i++)
			arena_alloc(from, 5000);
		second = arena_strdup(from, "second");
		arena_join(into, from);
		arena_strdup(into, "third");
		t_ok(strcmp(first, "first") == 0 &&
		    strcmp(second, "second") == 0,
		    "what came from two arenas that are joined lives on");
		t_int((int64_t)arena_bytes(into), 500000 + 6 + 7 + 6,
		    "and is counted");
		arena_join(into, arena_new());
		arena_free(into);
	}
}
