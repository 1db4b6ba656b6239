/* SPDX-License-Identifier: MIT */
/*
 * Bytes -> their SHA-256.  Owner of nettle.
 */
#include "site/checksum.h"

#include <nettle/sha2.h>

void
checksum_of(const void *bytes, size_t len, char digits[CHECKSUM_SIZE])
{
	static const char hex[] = "0123456789abcdef";
	struct sha256_ctx context;
	uint8_t digest[SHA256_DIGEST_SIZE];

	sha256_init(&context);
	sha256_update(&context, len, bytes);
	sha256_digest(&context, sizeof(digest), digest);
	for (size_t i = 0; i < sizeof(digest); i++) {
		digits[2 * i] = hex[digest[i] >> 4];
		digits[2 * i + 1] = hex[digest[i] & 15];
	}
	digits[2 * sizeof(digest)] = '\0';
}
