/* SPDX-License-Identifier: MIT */
/*
 * Streams are compressed one by one, whole, by libdeflate.
 */
#include "pdf/deflate.h"

#include <libdeflate.h>
#include <stdlib.h>

#include "base/arena.h"
#include "base/diag.h"

/* Higher levels take three times as long for one part in thirty. */
#define LEVEL	8

struct deflate {
	struct libdeflate_compressor	*compressor;
	char				*space;
	size_t				 size;
};

struct deflate *
deflate_new(void)
{
	struct deflate *d;

	d = mem_calloc(1, sizeof(*d));
	d->compressor = libdeflate_alloc_compressor(LEVEL);
	if (d->compressor == NULL)
		mem_exhausted();
	return d;
}

void
deflate_free(struct deflate *d)
{
	if (d == NULL)
		return;
	libdeflate_free_compressor(d->compressor);
	free(d->space);
	free(d);
}

const char *
deflate_bytes(struct deflate *d, struct arena *a, const void *bytes,
    size_t len, size_t *out_len)
{
	size_t bound;

	bound = libdeflate_zlib_compress_bound(d->compressor, len);
	if (bound > d->size) {
		d->space = mem_realloc(d->space, bound);
		d->size = bound;
	}
	*out_len = libdeflate_zlib_compress(d->compressor, bytes, len,
	    d->space, d->size);
	if (*out_len == 0)
		BUG("%zu bytes do not fit their bound", len);
	return arena_strndup(a, d->space, *out_len);
}
