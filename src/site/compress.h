/* SPDX-License-Identifier: MIT */
/*
 * Deflate for web fonts and for files packed for servers.
 */
#ifndef SITE_COMPRESS_H
#define SITE_COMPRESS_H

#include <stddef.h>
#include <stdint.h>

struct arena;

/*
 * The zlib stream (RFC 1950) of "bytes" in "a", as small as it gets; NULL if it
 * would not be smaller than "len".  Same input, same output.
 */
const char *compress_zlib(struct arena *a, const void *bytes, size_t len,
    size_t *compressed);
/*
 * A gzip file (RFC 1952) of "bytes" in "a", without name or time; NULL if it
 * would not be smaller.  Same input, same output.
 */
const char *compress_gzip(struct arena *a, const void *bytes, size_t len,
    size_t *compressed);
/* The check of PNG and gzip (ISO 3309). */
uint32_t compress_crc32(const void *bytes, size_t len);

#endif
