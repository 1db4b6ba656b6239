/* SPDX-License-Identifier: MIT */
/*
 * The tree: joining, walking, words.
 */
#include "doc_book_kit.h"

#include "base/str.h"

static const struct span here = { "a.md", 1, 1 };

static const char *
walk_text(struct arena *a, const struct doc_node *root,
    enum doc_kind skipped)
{
	const char *text;
	struct doc_walk w;

	text = "";
	w = doc_walk_start(root);
	while (doc_walk_next(&w)) {
		text = arena_printf(a, "%s%s%s ", text,
		    w.entering ? "" : "/", doc_kind_name(w.node->kind));
		if (w.entering && w.node->kind == skipped)
			doc_walk_skip(&w);
	}
	return text;
}

static void
joins(struct t_state *t_, struct arena *a)
{
	struct doc_node *root, *one, *two, *three;

	root = doc_new(a, DOC_DOCUMENT, here);
	one = doc_new(a, DOC_PARAGRAPH, here);
	two = doc_new(a, DOC_RULE, here);
	three = doc_new(a, DOC_HEADING, here);
	doc_append(root, one);
	doc_append(root, three);
	doc_insert_before(three, two);
	t_ok(root->first == one && root->last == three,
	    "append keeps the order");
	t_ok(one->next == two && two->prev == one && two->next == three &&
	    three->prev == two && two->parent == root,
	    "insert before joins both sides");
	doc_unlink(one);
	t_ok(root->first == two && two->prev == NULL && one->parent == NULL,
	    "unlink of the first");
	doc_insert_before(two, one);
	t_ok(root->first == one, "insert before the first");
	doc_unlink(three);
	t_ok(root->last == two && two->next == NULL, "unlink of the last");
	doc_unlink(two);
	doc_unlink(one);
	t_ok(root->first == NULL && root->last == NULL,
	    "unlink of all leaves nothing");
}

static void
walks(struct t_state *t_, struct arena *a)
{
	struct doc_node *root, *quote, *paragraph;

	t_str(walk_text(a, NULL, DOC_KIND_COUNT), "",
	    "a walk through nothing ends");
	root = doc_new(a, DOC_DOCUMENT, here);
	t_str(walk_text(a, root, DOC_KIND_COUNT), "document ",
	    "a leaf is entered once");
	quote = doc_new(a, DOC_QUOTE, here);
	paragraph = doc_new(a, DOC_PARAGRAPH, here);
	doc_append(root, quote);
	doc_append(quote, paragraph);
	doc_append_text(a, paragraph, "x");
	doc_append(root, doc_new(a, DOC_RULE, here));
	t_str(walk_text(a, root, DOC_KIND_COUNT), "document quote paragraph "
	    "text /paragraph /quote rule /document ",
	    "nodes with children are entered and left");
	t_str(walk_text(a, root, DOC_QUOTE), "document quote rule /document ",
	    "a skipped node is not left");
	t_str(walk_text(a, quote, DOC_KIND_COUNT), "quote paragraph text "
	    "/paragraph /quote ", "a walk stays inside its root");
	t_str(walk_text(a, root, DOC_DOCUMENT), "document ",
	    "a skipped root ends the walk");
	t_ok(doc_following(root, quote->first->first) == root->last,
	    "what follows a last leaf is behind its parents");
	t_ok(doc_following(root, root->last) == NULL,
	    "nothing follows the last");
	t_ok(doc_following(quote, quote->first->first) == NULL,
	    "nothing follows outside the root");
}

static void
last_ones(struct t_state *t_, struct arena *a)
{
	struct doc_node *root, *only, *first, *second;

	root = doc_new(a, DOC_DOCUMENT, here);
	first = doc_new(a, DOC_HELP, here);
	second = doc_new(a, DOC_HELP, here);
	only = doc_new(a, DOC_ONLY, here);
	only->u.only.medium = ONLY_WEB;
	doc_append(root, first);
	doc_append(root, only);
	doc_append(only, second);
	doc_append(root, doc_new(a, DOC_RULE, here));
	t_ok(doc_is_last_in(second, ONLY_WEB) &&
	    !doc_is_last_in(first, ONLY_WEB),
	    "the last of its kind, however deep");
	t_ok(doc_is_last_in(first, ONLY_PRINT) &&
	    !doc_is_last_in(second, ONLY_PRINT),
	    "another in a medium that does not have it");
}

/* What a switch holds, for all media in their order. */
static const char *
shown(struct arena *a, enum doc_medium says)
{
	struct doc_node *only = doc_new(a, DOC_ONLY, here);
	struct doc_node *inside = doc_new(a, DOC_RULE, here);

	only->u.only.medium = says;
	doc_append(only, inside);
	return arena_printf(a, "%s%s%s",
	    doc_is_in(inside, ONLY_WEB) ? "web " : "",
	    doc_is_in(inside, ONLY_PRINT) ? "booklet " : "",
	    doc_is_in(inside, ONLY_SHEET) ? "sheet" : "");
}

static void
media(struct t_state *t_, struct arena *a)
{
	t_str(shown(a, ONLY_WEB), "web ", "web-only is on the web alone");
	t_str(shown(a, ONLY_PRINT), "booklet sheet",
	    "print-only is on all paper");
	t_str(shown(a, ONLY_SHEET), "web sheet",
	    "what the booklet has no room for is on the web and its sheet");
}

static void
words(struct t_state *t_, struct arena *a)
{
	struct doc_node *item, *paragraph, *image, *strong;
	struct buf text;

	item = doc_new(a, DOC_ITEM, here);
	paragraph = doc_new(a, DOC_PARAGRAPH, here);
	doc_append(item, paragraph);
	doc_append_text(a, paragraph, "Give");
	doc_append(paragraph, doc_new(a, DOC_SOFT_BREAK, here));
	strong = doc_new(a, DOC_STRONG, here);
	doc_append_text(a, strong, "it");
	doc_append(paragraph, strong);
	doc_append_text(a, paragraph, " ");
	image = doc_new(a, DOC_IMAGE, here);
	image->u.image.alt = "time";
	doc_append(paragraph, image);
	paragraph = doc_new(a, DOC_PARAGRAPH, here);
	doc_append_text(a, paragraph, "Rest.");
	doc_append(item, paragraph);
	buf_init(&text);
	doc_plain_text(item, &text);
	t_str(text.data, "Give it time Rest.",
	    "words: breaks as spaces, images as their alt");
	buf_release(&text);
}

T_MAIN
{
	struct arena *a;

	a = arena_new();
	joins(t_, a);
	walks(t_, a);
	last_ones(t_, a);
	media(t_, a);
	words(t_, a);
	for (int kind = 0; kind < DOC_KIND_COUNT; kind++)
		t_ok(!str_blank(doc_kind_name((enum doc_kind)kind)),
		    "every kind has a name");
	t_ok(doc_is_inline(DOC_LANGUAGE) && doc_is_inline(DOC_TEXT) &&
	    !doc_is_inline(DOC_GRID_CELL), "inlines are told from blocks");
	t_ok(doc_is_text_block(DOC_TICK) && !doc_is_text_block(DOC_QUOTE) &&
	    !doc_is_text_block(DOC_STRONG), "text blocks hold inlines");
	arena_free(a);
}
