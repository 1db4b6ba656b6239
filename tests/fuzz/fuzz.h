/* SPDX-License-Identifier: MIT */
/*
 * What fuzz targets share: libFuzzer's entry, and, where FUZZ_REPLAY is
 * defined, a main that runs the target once for each file named.
 */
#ifndef FUZZ_FUZZ_H
#define FUZZ_FUZZ_H

#include <stddef.h>
#include <stdint.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#ifdef FUZZ_REPLAY
#include <stdio.h>

#include "base/arena.h"
#include "base/file.h"

int
main(int argc, char **argv)
{
	struct arena *a = arena_new();
	const char *bytes;
	size_t len;
	int i;

	for (i = 1; i < argc; i++) {
		if (file_read_path(a, argv[i], (size_t)1 << 24, &bytes,
		    &len) != FILE_READ) {
			printf("not ok %d - %s cannot be read\n", i, argv[i]);
			continue;
		}
		LLVMFuzzerTestOneInput((const uint8_t *)bytes, len);
		printf("ok %d - %s\n", i, argv[i]);
	}
	arena_free(a);
	return argc < 2;
}
#endif

#endif
