/* SPDX-License-Identifier: MIT */
/*
 * Trees and the objects of a file, read back as text.
 */
#include "pdf/tree.h"

#include <stdlib.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "pdf/obj.h"
#include "t.h"

static size_t
count_of(const struct buf *b, const char *part)
{
	const char *at;
	size_t n;

	n = 0;
	for (at = b->data; (at = strstr(at, part)) != NULL; at++)
		n++;
	return n;
}

/* Does the offset behind "startxref" point at the table? */
static bool
xref_found(const struct buf *b)
{
	const char *at;
	size_t offset;

	at = strstr(b->data, "startxref\n");
	if (at == NULL)
		return false;
	offset = strtoul(at + strlen("startxref\n"), NULL, 10);
	return offset < b->len && strncmp(b->data + offset, "xref\n", 5) == 0;
}

T_MAIN
{
	struct tree_pair pairs[150];
	struct obj_file *file;
	struct diag_list *dl;
	struct buf b, out;
	struct arena *a;
	uint32_t root, names, empty;
	size_t i;

	a = arena_new();
	dl = diag_list_new(a);
	buf_init(&b);
	buf_init(&out);
	file = obj_open();
	memset(pairs, 0, sizeof(pairs));
	for (i = 0; i < 150; i++) {
		pairs[i].number = (int64_t)i * 2;
		pairs[i].value = "null";
	}
	root = tree_of_numbers(file, pairs, 150);
	t_int(root, 4, "150 pairs are three leaves and a root");
	for (i = 0; i < 150; i++)
		pairs[i].name = arena_printf(a, "n%03zu", i);
	names = tree_of_names(file, pairs, 2);
	empty = tree_of_names(file, pairs, 0);
	t_ok(names == 6 && empty == 7, "objects are numbered in order");
	buf_puts(&b, "/Type/Sample");
	t_int(obj_add_stream(file, &b, "abc", 3), 8, "a stream is an object");

	t_ok(obj_save(file, dl, root, names, &out), "the file is written");
	t_int(count_of(&out, "/Limits[0 126]"), 1, "a leaf has 64 pairs");
	t_int(count_of(&out, "/Limits[256 298]"), 1, "the last has the rest");
	t_int(count_of(&out, "/Kids[1 0 R 2 0 R 3 0 R ]"), 1,
	    "the root names its leaves");
	t_int(count_of(&out, "/Limits[(n000) (n001)]"), 1,
	    "a name tree has names as limits");
	t_int(count_of(&out, "<<\n/Names[]>>"), 1,
	    "a tree of nothing is an empty one");
	t_int(count_of(&out, "/Type/Sample/Length 3>>\nstream\r\nabc\n"
	    "endstream"), 1, "a stream has its length and bytes");
	t_int(count_of(&out, "/Root 4 0 R/Info 6 0 R/ID[<"), 1,
	    "the trailer names catalog, info and an id");
	t_ok(xref_found(&out), "the cross-reference table is where it says");
	t_int(count_of(&out, "0000000000 65535 f"), 1,
	    "the table starts with the free entry");
	t_int(diag_total(dl), 0, "nothing was complained of");

	obj_close(file);
	buf_clear(&out);
	file = obj_open();
	root = obj_add(file, &b);
	buf_release(&out);
	buf_init_capped(&out, 20);
	t_ok(!obj_save(file, dl, root, root, &out),
	    "a file that does not fit is an error");
	t_str(diag_nth(dl, 0)->id, "pdf-not-written", "which says so");
	obj_close(file);
	buf_release(&b);
	buf_release(&out);
	arena_free(a);
}
