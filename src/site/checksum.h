/* SPDX-License-Identifier: MIT */
/*
 * SHA-256 in hexadecimal digits, as sha256sum writes it.
 */
#ifndef SITE_CHECKSUM_H
#define SITE_CHECKSUM_H

#include <stddef.h>

/* Digits and a NUL. */
#define CHECKSUM_SIZE 65

/* FIPS 180-4; lower case. */
void checksum_of(const void *bytes, size_t len, char digits[CHECKSUM_SIZE]);

#endif
