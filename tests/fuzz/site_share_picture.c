/* SPDX-License-Identifier: MIT */
/*
 * Any bytes as a theme's mark, or as the path in one.
 */
#include "fuzz.h"

#include <string.h>

#include "base/arena.h"
#include "site/share_picture.h"

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena *a = arena_new();
	const char *text = arena_strndup(a, (const char *)data, size);
	size_t len;

	if (*text != '<')
		text = arena_printf(a, "<svg viewBox=\"0 0 110 116\"><path "
		    "d=\"%s\" /></svg>", text);
	(void)share_picture(a, text, 0xFBF9F4, &len);
	arena_free(a);
	return 0;
}
