/* SPDX-License-Identifier: MIT */
/*
 * Name trees and number trees (ISO 32000-1, 7.9.6 and 7.9.7).
 *
 * Comes in: pairs in ascending order.  Goes out: the objects of a tree of two
 * levels, however many pairs there are.
 */
#ifndef PDF_TREE_H
#define PDF_TREE_H

#include <stddef.h>
#include <stdint.h>

struct obj_file;

struct tree_pair {
	const char	*name;		/* name trees */
	int64_t		 number;	/* number trees */
	const char	*value;		/* PDF text of any object */
};

/* The root's object.  The names differ and ascend by bytes (else BUG). */
uint32_t tree_of_names(struct obj_file *file, const struct tree_pair *pairs,
    size_t count);
uint32_t tree_of_numbers(struct obj_file *file, const struct tree_pair *pairs,
    size_t count);

#endif
