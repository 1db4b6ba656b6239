/* SPDX-License-Identifier: MIT */
/*
 * Font files that no package has: other licence bits, several faces in a file.
 */
#ifndef TESTS_FONT_KIT_H
#define TESTS_FONT_KIT_H

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/file.h"

#define KIT_PATH	sizeof("/tmp/bifolio-font-XXXXXX")

static inline uint32_t
kit_get32(const char *bytes)
{
	uint32_t n = 0;

	for (int i = 0; i < 4; i++)
		n = n << 8 | (unsigned char)bytes[i];
	return n;
}

static inline void
kit_put32(char *bytes, uint32_t n)
{
	for (int i = 0; i < 4; i++)
		bytes[i] = (char)(n >> (24 - 8 * i) & 0xff);
}

static inline char *
kit_read(struct arena *a, const char *path, size_t *len)
{
	const char *bytes;

	if (file_read_path(a, path, 64 << 20, &bytes, len) != FILE_READ) {
		printf("Bail out! cannot read %s\n", path);
		exit(1);
	}
	return memcpy(arena_alloc(a, *len + 1), bytes, *len);
}

static inline void
kit_write(const char *path, const char *bytes, size_t len)
{
	FILE *f;

	f = fopen(path, "wb");
	if (f == NULL || fwrite(bytes, 1, len, f) != len || fclose(f) != 0) {
		printf("Bail out! cannot write %s\n", path);
		exit(1);
	}
}

/* Makes an empty file for a font and writes its path; unlink it. */
static inline void
kit_file(char path[KIT_PATH])
{
	int file;

	memcpy(path, "/tmp/bifolio-font-XXXXXX", KIT_PATH);
	file = mkstemp(path);
	if (file < 0) {
		printf("Bail out! no file for a font\n");
		exit(1);
	}
	close(file);
}

/* The font at "from" with the licence bits "type" (OS/2 fsType), at "to". */
static inline void
kit_licence(struct arena *a, const char *from, const char *to, unsigned type)
{
	char *bytes, *entry;
	size_t len, count;

	bytes = kit_read(a, from, &len);
	count = kit_get32(bytes + 4) >> 16;
	for (size_t i = 0; i < count; i++) {
		entry = bytes + 12 + 16 * i;
		if (memcmp(entry, "OS/2", 4) != 0)
			continue;
		bytes[kit_get32(entry + 8) + 8] = (char)(type >> 8);
		bytes[kit_get32(entry + 8) + 9] = (char)(type & 0xff);
	}
	kit_write(to, bytes, len);
}

/* A collection (OpenType 1.9, "Font collections") of the two fonts. */
static inline void
kit_collection(struct arena *a, const char *const from[2], const char *to)
{
	size_t len[2], start[2], end;
	char *bytes[2], *all, *entry;

	end = 20;
	for (int i = 0; i < 2; i++) {
		bytes[i] = kit_read(a, from[i], &len[i]);
		start[i] = end;
		end += (len[i] + 3) & ~(size_t)3;
	}
	all = arena_alloc(a, end);
	memset(all, 0, end);
	memcpy(all, "ttcf\0\1\0\0\0\0\0\2", 12);
	for (int i = 0; i < 2; i++) {
		kit_put32(all + 12 + 4 * i, (uint32_t)start[i]);
		memcpy(all + start[i], bytes[i], len[i]);
		for (size_t k = 0; k < kit_get32(bytes[i] + 4) >> 16; k++) {
			entry = all + start[i] + 12 + 16 * k;
			kit_put32(entry + 8, kit_get32(entry + 8) +
			    (uint32_t)start[i]);
		}
	}
	kit_write(to, all, end);
}

#endif
