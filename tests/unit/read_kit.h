/* SPDX-License-Identifier: MIT */
/*
 * For tests of Markdown: a text read alone, its nodes and their places.
 */
#ifndef TESTS_READ_KIT_H
#define TESTS_READ_KIT_H

#include "base/arena.h"
#include "base/diag.h"
#include "doc/node.h"
#include "read/read.h"
#include "t.h"

struct kit_result {
	struct arena		*arena;
	struct diag_list	*dl;
	struct doc_node		*root;
};

static inline struct kit_result
kit_read(const char *text, size_t len, unsigned line,
    enum markdown_mode mode)
{
	struct kit_result r;

	r.arena = arena_new();
	r.dl = diag_list_new(r.arena);
	diag_source(r.dl, "a.md", text, len);
	r.root = markdown_read(r.arena, r.dl, "a.md", line, text, len, mode);
	return r;
}

/* The n-th node of a kind, from 1, in the order of the tree. */
static inline const struct doc_node *
kit_node(const struct kit_result *r, enum doc_kind kind, int n)
{
	struct doc_walk w = doc_walk_start(r->root);

	while (r->root != NULL && doc_walk_next(&w)) {
		if (w.node->kind == kind && w.entering && --n == 0)
			return w.node;
	}
	return NULL;
}

static inline void
kit_claim_place(struct t_state *t_, const struct doc_node *n, unsigned line,
    unsigned col, const char *claim)
{
	t_ok(n != NULL && n->at.line == line && n->at.col == col, claim);
	if (n != NULL && (n->at.line != line || n->at.col != col))
		printf("#  got: %u:%u\n# want: %u:%u\n", n->at.line,
		    n->at.col, line, col);
}

#endif
