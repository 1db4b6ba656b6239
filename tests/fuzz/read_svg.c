/* SPDX-License-Identifier: MIT */
/*
 * Any bytes as a figure.
 */
#include "fuzz.h"

#include "base/arena.h"
#include "base/diag.h"
#include "base/map.h"
#include "read/figures.h"

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena *a = arena_new();
	struct diag_list *dl = diag_list_new(a);
	const char *text = arena_strndup(a, (const char *)data, size);
	struct map *labels = map_new(a);
	char word[] = "birth";

	map_add(labels, "birth", word);
	(void)svg_read(a, dl, "fuzz.svg", "figures/fuzz.svg", text, size,
	    labels);
	arena_free(a);
	return 0;
}
