/* SPDX-License-Identifier: MIT */
/*
 * Arenas: memory from malloc in large blocks, handed out in small pieces.
 *
 * Sanitized builds give every piece a block of its own, so that reading past
 * its end is seen.
 */
#include "base/arena.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define BLOCK_BYTES	((size_t)64 * 1024)

struct block {
	struct block	*next;
	size_t		 used, size;
	_Alignas(max_align_t) unsigned char bytes[];
};

struct arena {
	struct block	*blocks;
	size_t		 handed_out;
};

void
mem_exhausted(void)
{
	static const char message[] = "bifolio: error: out of memory\n";

	/* Nothing that could allocate: no stdio, no exit handlers. */
	if (write(STDERR_FILENO, message, sizeof(message) - 1) < 0)
		_exit(3);
	_exit(3);
}

void *
mem_alloc(size_t bytes)
{
	void *p;

	p = malloc(bytes == 0 ? 1 : bytes);
	if (p == NULL)
		mem_exhausted();
	return p;
}

void *
mem_realloc(void *p, size_t bytes)
{
	void *moved;

	moved = realloc(p, bytes == 0 ? 1 : bytes);
	if (moved == NULL)
		mem_exhausted();
	return moved;
}

void *
mem_calloc(size_t count, size_t size)
{
	void *p;

	if (count == 0 || size == 0)
		count = size = 1;
	p = calloc(count, size);
	if (p == NULL)
		mem_exhausted();
	return p;
}

struct arena *
arena_new(void)
{
	return mem_calloc(1, sizeof(struct arena));
}

void
arena_free(struct arena *a)
{
	struct block *b, *next;

	if (a == NULL)
		return;
	for (b = a->blocks; b != NULL; b = next) {
		next = b->next;
		free(b);
	}
	free(a);
}

void
arena_join(struct arena *into, struct arena *from)
{
	struct block *last = from->blocks;

	into->handed_out += from->handed_out;
	if (last != NULL) {
		while (last->next != NULL)
			last = last->next;
		last->next = into->blocks;
		into->blocks = from->blocks;
	}
	free(from);
}

/* A zeroed block that holds at least "bytes". */
static struct block *
block_new(size_t bytes)
{
	struct block *b;
	size_t size;

	size = bytes;
#ifndef BIFOLIO_SANITIZED
	if (size < BLOCK_BYTES)
		size = BLOCK_BYTES;
#endif
	if (size > SIZE_MAX - sizeof(*b))
		mem_exhausted();
	b = mem_calloc(1, sizeof(*b) + size);
	b->size = size;
	return b;
}

void *
arena_alloc(struct arena *a, size_t bytes)
{
	const size_t align = _Alignof(max_align_t);
	struct block *b;
	size_t step;
	void *p;

	if (bytes > SIZE_MAX - align)
		mem_exhausted();
	if (bytes == 0)
		bytes = 1;
	step = (bytes + align - 1) / align * align;
	b = a->blocks;
	if (b == NULL || b->size - b->used < bytes) {
		b = block_new(bytes);
		/* A large piece has its block alone: the one that is being
		 * filled stays in front. */
		if (a->blocks != NULL && bytes >= BLOCK_BYTES / 4) {
			b->next = a->blocks->next;
			a->blocks->next = b;
		} else {
			b->next = a->blocks;
			a->blocks = b;
		}
	}
	p = b->bytes + b->used;
	b->used = b->size - b->used < step ? b->size : b->used + step;
	a->handed_out += bytes;
	return p;
}

void *
arena_array(struct arena *a, size_t count, size_t size)
{
	if (size != 0 && count > SIZE_MAX / size)
		mem_exhausted();
	return arena_alloc(a, count * size);
}

char *
arena_strdup(struct arena *a, const char *s)
{
	return arena_strndup(a, s, strlen(s));
}

char *
arena_strndup(struct arena *a, const char *s, size_t len)
{
	char *copy;

	if (len == SIZE_MAX)
		mem_exhausted();
	copy = arena_alloc(a, len + 1);
	if (len > 0)
		memcpy(copy, s, len);
	return copy;
}

char *
arena_printf(struct arena *a, const char *fmt, ...)
{
	va_list ap, again;
	char *text;
	int len;

	va_start(ap, fmt);
	va_copy(again, ap);
	len = vsnprintf(NULL, 0, fmt, ap);
	va_end(ap);
	if (len < 0)
		mem_exhausted();
	text = arena_alloc(a, (size_t)len + 1);
	(void)vsnprintf(text, (size_t)len + 1, fmt, again);
	va_end(again);
	return text;
}

size_t
arena_bytes(const struct arena *a)
{
	return a->handed_out;
}
