/* SPDX-License-Identifier: MIT */
/*
 * Trees of two levels: a root with leaves of up to 64 pairs.
 */
#include "pdf/tree.h"

#include <stdbool.h>
#include <string.h>

#include "base/buf.h"
#include "base/diag.h"
#include "pdf/obj.h"
#include "pdf/syntax.h"

#define LEAF_PAIRS	64

static void
put_key(struct buf *b, const struct tree_pair *pair)
{
	if (pair->name != NULL)
		syntax_name_bytes(b, pair->name);
	else
		syntax_int(b, pair->number);
}

static bool
ascends(const struct tree_pair *a, const struct tree_pair *b)
{
	if (a->name != NULL && b->name != NULL)
		return strcmp(a->name, b->name) < 0;
	return a->name == NULL && b->name == NULL && a->number < b->number;
}

static uint32_t
tree_write(struct obj_file *file, const struct tree_pair *pairs, size_t count,
    const char *array)
{
	struct buf root, leaf;
	uint32_t object;
	size_t i, end;

	buf_init(&root);
	buf_init(&leaf);
	buf_puts(&root, count == 0 ? array : "/Kids");
	buf_putc(&root, '[');
	for (i = 0; i < count; i = end) {
		buf_clear(&leaf);
		buf_puts(&leaf, array);
		buf_putc(&leaf, '[');
		for (end = i; end < count && end - i < LEAF_PAIRS; end++) {
			if (end > 0 && !ascends(&pairs[end - 1], &pairs[end]))
				BUG("pair %zu of a tree does not ascend", end);
			put_key(&leaf, &pairs[end]);
			buf_putc(&leaf, ' ');
			buf_puts(&leaf, pairs[end].value);
			buf_putc(&leaf, '\n');
		}
		buf_puts(&leaf, "]/Limits[");
		put_key(&leaf, &pairs[i]);
		buf_putc(&leaf, ' ');
		put_key(&leaf, &pairs[end - 1]);
		buf_putc(&leaf, ']');
		syntax_ref(&root, obj_add(file, &leaf));
		buf_putc(&root, ' ');
	}
	buf_putc(&root, ']');
	object = obj_add(file, &root);
	buf_release(&root);
	buf_release(&leaf);
	return object;
}

uint32_t
tree_of_names(struct obj_file *file, const struct tree_pair *pairs,
    size_t count)
{
	return tree_write(file, pairs, count, "/Names");
}

uint32_t
tree_of_numbers(struct obj_file *file, const struct tree_pair *pairs,
    size_t count)
{
	return tree_write(file, pairs, count, "/Nums");
}
