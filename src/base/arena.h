/* SPDX-License-Identifier: MIT */
/*
 * Memory that is freed all at once.
 *
 * An arena hands out zeroed memory and takes none of it back before
 * arena_free.  A pointer may live in a structure of the same arena or of one
 * that is freed sooner, never the other way round.  No memory: the process
 * says so in one line and ends with exit code 3.
 */
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include <stddef.h>

struct arena;

struct arena *arena_new(void);
/* Frees everything that came from "a", and "a".  NULL is allowed. */
void arena_free(struct arena *a);

/* Frees "from" alone: what came from it lives on as if it came from "into". */
void arena_join(struct arena *into, struct arena *from);

/* Zeroed, aligned for every type.  Never NULL, also for 0 bytes. */
void *arena_alloc(struct arena *a, size_t bytes);
/* "count" elements of "size" bytes, zeroed; overflow ends the process. */
void *arena_array(struct arena *a, size_t count, size_t size);
char *arena_strdup(struct arena *a, const char *s);
/* The first "len" bytes of "s" and a NUL. */
char *arena_strndup(struct arena *a, const char *s, size_t len);
char *arena_printf(struct arena *a, const char *fmt, ...)
    __attribute__((format(printf, 2, 3)));
/* Bytes handed out so far. */
size_t arena_bytes(const struct arena *a);

#define ARENA_NEW(a, type) ((type *)arena_alloc((a), sizeof(type)))
#define ARENA_ARRAY(a, type, n) ((type *)arena_array((a), (n), sizeof(type)))

/* malloc and realloc that end the process with 3 rather than return NULL. */
void *mem_alloc(size_t bytes);
void *mem_realloc(void *p, size_t bytes);
/* Zeroed, "count" times "size"; the shape that libraries ask for. */
void *mem_calloc(size_t count, size_t size);
/* Says that memory is exhausted and ends the process with 3, at once. */
_Noreturn void mem_exhausted(void);

#endif
