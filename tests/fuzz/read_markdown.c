/* SPDX-License-Identifier: MIT */
/*
 * Any bytes as Markdown in both modes: a tree that can be dumped, or messages.
 */
#include "fuzz.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "doc/node.h"
#include "read/read.h"

static void
read_one(const char *text, size_t size, enum markdown_mode mode)
{
	struct arena *a = arena_new();
	struct diag_list *dl = diag_list_new(a);
	struct doc_node *root;
	struct buf out;

	buf_init(&out);
	diag_source(dl, "fuzz.md", text, size);
	root = markdown_read(a, dl, "fuzz.md", 1, text, size, mode);
	if (root != NULL)
		doc_dump(root, &out);
	diag_write(dl, &out, false);
	buf_release(&out);
	arena_free(a);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena *a = arena_new();
	const char *text = arena_strndup(a, (const char *)data, size);

	read_one(text, size, MARKDOWN_GUIDE);
	read_one(text, size, MARKDOWN_COMMONMARK);
	arena_free(a);
	return 0;
}
