/* SPDX-License-Identifier: MIT */
/*
 * Typed growing arrays whose elements live in an arena.
 *
 *	struct { ... VEC(struct line) lines; ... } x;
 *	*vec_push(arena, &x.lines) = line;
 *	for (size_t i = 0; i < x.lines.len; i++) use(&x.lines.items[i]);
 *
 * Growth moves the elements: keep indices, not pointers, while pushing.
 */
#ifndef BASE_VEC_H
#define BASE_VEC_H

#include <stddef.h>

#include "base/arena.h"

#define VEC(type) struct { type *items; size_t len, cap; }

/* Makes room for one more and returns the array; used by vec_push only. */
void *vec_grow(struct arena *a, void *items, size_t len, size_t *cap,
    size_t size);

/* A pointer to a new, zeroed last element. */
#define vec_push(a, v)							\
	((v)->items = vec_grow((a), (v)->items, (v)->len, &(v)->cap,	\
	    sizeof(*(v)->items)), &(v)->items[(v)->len++])

#endif
