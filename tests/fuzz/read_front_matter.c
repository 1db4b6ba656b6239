/* SPDX-License-Identifier: MIT */
/*
 * Any bytes as a page with front matter.
 */
#include "fuzz.h"

#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "read/front_matter.h"

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena *a = arena_new();
	struct diag_list *dl = diag_list_new(a);
	const char *text = arena_strndup(a, (const char *)data, size);
	struct front_matter matter;
	unsigned line;
	size_t body;

	memset(&matter, 0, sizeof(matter));
	(void)front_matter_read(a, dl, "fuzz.md", text, size, &matter, &body,
	    &line);
	arena_free(a);
	return 0;
}
