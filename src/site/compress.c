/* SPDX-License-Identifier: MIT */
/*
 * Bytes -> fewer bytes.  Owner of libdeflate in site; knows no fonts.
 */
#include "site/compress.h"

#include <libdeflate.h>

#include "base/arena.h"

#define ZLIB_LEVEL	12
#define PACKED_LEVEL	9

typedef size_t deflate_call(struct libdeflate_compressor *, const void *,
    size_t, void *, size_t);

/* What "call" makes of the bytes, or NULL if that is not smaller. */
static const char *
compressed_by(deflate_call *call, int level, struct arena *a,
    const void *bytes, size_t len, size_t *compressed)
{
	struct libdeflate_compressor *c;
	char *out;

	if (len == 0)
		return NULL;
	c = libdeflate_alloc_compressor(level);
	if (c == NULL)
		mem_exhausted();
	out = arena_alloc(a, len);
	/* Room for one byte less: 0 means that it does not get smaller. */
	*compressed = call(c, bytes, len, out, len - 1);
	libdeflate_free_compressor(c);
	return *compressed > 0 ? out : NULL;
}

const char *
compress_zlib(struct arena *a, const void *bytes, size_t len,
    size_t *compressed)
{
	return compressed_by(libdeflate_zlib_compress, ZLIB_LEVEL, a, bytes,
	    len, compressed);
}

const char *
compress_gzip(struct arena *a, const void *bytes, size_t len,
    size_t *compressed)
{
	return compressed_by(libdeflate_gzip_compress, PACKED_LEVEL, a, bytes,
	    len, compressed);
}

uint32_t
compress_crc32(const void *bytes, size_t len)
{
	return libdeflate_crc32(0, bytes, len);
}
