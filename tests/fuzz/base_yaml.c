/* SPDX-License-Identifier: MIT */
/*
 * Any bytes as YAML: a tree or messages, printed with their carets.
 */
#include "fuzz.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/yaml.h"

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena *a = arena_new();
	struct diag_list *dl = diag_list_new(a);
	const char *text = arena_strndup(a, (const char *)data, size);
	struct buf out;

	buf_init(&out);
	diag_source(dl, "fuzz.yaml", text, size);
	(void)yaml_parse(a, dl, "fuzz.yaml", 1, 1, text, size);
	diag_write(dl, &out, false);
	buf_release(&out);
	arena_free(a);
	return 0;
}
