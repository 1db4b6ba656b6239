/* SPDX-License-Identifier: MIT */
/*
 * Any bytes as a template, filled from a small tree of values.
 */
#include "fuzz.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/map.h"
#include "site/mustache.h"
#include "site/value.h"

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena *a = arena_new();
	struct diag_list *dl = diag_list_new(a);
	const char *text = arena_strndup(a, (const char *)data, size);
	struct mustache *template;
	struct map *partials = map_new(a);
	struct value *root;
	struct buf out;

	template = mustache_parse(a, dl, "fuzz.mustache", text, size);
	if (template != NULL) {
		map_add(partials, "self", template);
		root = value_map(a);
		value_set(a, root, "name", value_text(a, "<value>"));
		buf_init_capped(&out, 1 << 20);
		(void)mustache_render(dl, template, partials, root, &out);
		buf_release(&out);
	}
	arena_free(a);
	return 0;
}
