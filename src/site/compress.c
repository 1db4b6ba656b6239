/* SPDX-License-Identifier: MIT */
/*
 * Bytes -> fewer bytes.  Owner of libdeflate in site; knows no fonts.
 */
#include "site/compress.h"

#include <libdeflate.h>
#include <stdlib.h>

#include "base/arena.h"

#define ZLIB_LEVEL	12
#define PACKED_LEVEL	9
#define GZIP_LEVEL	6	/* what servers use */

const char *
compress_zlib(struct arena *a, const void *bytes, size_t len,
    size_t *compressed)
{
	struct libdeflate_compressor *c;
	char *out;

	if (len == 0)
		return NULL;
	c = libdeflate_alloc_compressor(ZLIB_LEVEL);
	if (c == NULL)
		mem_exhausted();
	out = arena_alloc(a, len);
	/* Room for one byte less: 0 means that it does not get smaller. */
	*compressed = libdeflate_zlib_compress(c, bytes, len, out, len - 1);
	libdeflate_free_compressor(c);
	return *compressed > 0 ? out : NULL;
}

const char *
compress_gzip(struct arena *a, const void *bytes, size_t len,
    size_t *compressed)
{
	struct libdeflate_compressor *c;
	char *out;

	if (len == 0)
		return NULL;
	c = libdeflate_alloc_compressor(PACKED_LEVEL);
	if (c == NULL)
		mem_exhausted();
	out = arena_alloc(a, len);
	*compressed = libdeflate_gzip_compress(c, bytes, len, out, len - 1);
	libdeflate_free_compressor(c);
	return *compressed > 0 ? out : NULL;
}

uint32_t
compress_crc32(const void *bytes, size_t len)
{
	return libdeflate_crc32(0, bytes, len);
}

size_t
compress_gzip_size(const void *bytes, size_t len)
{
	struct libdeflate_compressor *c;
	size_t room, size;
	void *out;

	c = libdeflate_alloc_compressor(GZIP_LEVEL);
	if (c == NULL)
		mem_exhausted();
	room = libdeflate_gzip_compress_bound(c, len);
	out = mem_alloc(room);
	size = libdeflate_gzip_compress(c, bytes, len, out, room);
	free(out);
	libdeflate_free_compressor(c);
	return size;
}
