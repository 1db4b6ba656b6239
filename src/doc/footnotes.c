/* SPDX-License-Identifier: MIT */
/*
 * Comes in: a tree with footnotes anywhere.  Goes out: the same with those that
 * are referred to at its end, numbered.
 */
#include "doc/node.h"

#include "base/arena.h"
#include "base/vec.h"

struct footnotes {
	VEC(struct doc_node *)	 all;
};

/* In the order of the text as written: footnotes are still where they stood. */
static void
count_references(struct doc_node *root, struct arena *a,
    struct footnotes *used)
{
	struct doc_node *n, *footnote;

	for (n = root; n != NULL; n = doc_following(root, n)) {
		if (n->kind != DOC_FOOTNOTE_REFERENCE)
			continue;
		footnote = n->u.reference.footnote;
		n->u.reference.next = NULL;
		if (footnote->u.footnote.references == 0) {
			*vec_push(a, &used->all) = footnote;
			footnote->u.footnote.number = (int)used->all.len;
			footnote->u.footnote.first = n;
		} else {
			footnote->u.footnote.last->u.reference.next = n;
		}
		footnote->u.footnote.last = n;
		n->u.reference.occurrence =
		    ++footnote->u.footnote.references;
	}
}

void
doc_gather_footnotes(struct arena *a, struct doc_node *root)
{
	struct footnotes all = { 0 }, used = { 0 };
	struct doc_node *n;

	for (n = root; n != NULL; n = doc_following(root, n)) {
		if (n->kind != DOC_FOOTNOTE)
			continue;
		*vec_push(a, &all.all) = n;
		n->u.footnote.references = n->u.footnote.number = 0;
	}
	if (all.all.len == 0)
		return;
	count_references(root, a, &used);
	for (size_t i = 0; i < all.all.len; i++)
		doc_unlink(all.all.items[i]);
	for (size_t i = 0; i < used.all.len; i++)
		doc_append(root, used.all.items[i]);
}
