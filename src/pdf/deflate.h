/* SPDX-License-Identifier: MIT */
/*
 * Compression, in one place.  Owner of <libdeflate.h>.
 */
#ifndef PDF_DEFLATE_H
#define PDF_DEFLATE_H

#include <stddef.h>

struct arena;
struct deflate;

struct deflate *deflate_new(void);
void deflate_free(struct deflate *d);
/*
 * "len" bytes as zlib data (RFC 1950, for FlateDecode) in "a"; the same bytes
 * for the same input and version of libdeflate.  *out_len becomes its length.
 */
const char *deflate_bytes(struct deflate *d, struct arena *a,
    const void *bytes, size_t len, size_t *out_len);

#endif
