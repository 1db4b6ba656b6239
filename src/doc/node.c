/* SPDX-License-Identifier: MIT */
/*
 * Nodes: making, joining, walking.
 *
 * Comes in and goes out: the tree.  Knows no format, neither of input nor of
 * output.
 */
#include "doc/node.h"

#include "base/arena.h"
#include "base/buf.h"

struct doc_node *
doc_new(struct arena *a, enum doc_kind kind, struct span at)
{
	struct doc_node *node;

	node = ARENA_NEW(a, struct doc_node);
	node->kind = kind;
	node->at = at;
	return node;
}

void
doc_append(struct doc_node *parent, struct doc_node *child)
{
	if (child->parent != NULL || child->prev != NULL || child->next != NULL)
		BUG("%s is in a tree already", doc_kind_name(child->kind));
	child->parent = parent;
	child->prev = parent->last;
	if (parent->last != NULL)
		parent->last->next = child;
	else
		parent->first = child;
	parent->last = child;
}

void
doc_insert_before(struct doc_node *sibling, struct doc_node *node)
{
	if (node->parent != NULL || node->prev != NULL || node->next != NULL)
		BUG("%s is in a tree already", doc_kind_name(node->kind));
	node->parent = sibling->parent;
	node->prev = sibling->prev;
	node->next = sibling;
	if (sibling->prev != NULL)
		sibling->prev->next = node;
	else if (sibling->parent != NULL)
		sibling->parent->first = node;
	sibling->prev = node;
}

void
doc_unlink(struct doc_node *node)
{
	if (node->prev != NULL)
		node->prev->next = node->next;
	else if (node->parent != NULL)
		node->parent->first = node->next;
	if (node->next != NULL)
		node->next->prev = node->prev;
	else if (node->parent != NULL)
		node->parent->last = node->prev;
	node->parent = node->prev = node->next = NULL;
}

struct doc_node *
doc_append_text(struct arena *a, struct doc_node *parent, const char *text)
{
	struct doc_node *node;

	node = doc_new(a, DOC_TEXT, parent->at);
	node->text = arena_strdup(a, text);
	doc_append(parent, node);
	return node;
}

const char *
doc_kind_name(enum doc_kind kind)
{
	static const char *const names[DOC_KIND_COUNT] = {
		[DOC_DOCUMENT] = "document",
		[DOC_PARAGRAPH] = "paragraph",
		[DOC_HEADING] = "heading",
		[DOC_QUOTE] = "quote",
		[DOC_LIST] = "list",
		[DOC_ITEM] = "item",
		[DOC_CODE_BLOCK] = "code-block",
		[DOC_HTML_BLOCK] = "html-block",
		[DOC_RULE] = "rule",
		[DOC_CALLOUT] = "callout",
		[DOC_LABEL] = "label",
		[DOC_FIGURE] = "figure",
		[DOC_CAPTION] = "caption",
		[DOC_TABLE] = "table",
		[DOC_TABLE_ROW] = "table-row",
		[DOC_TABLE_CELL] = "table-cell",
		[DOC_FOOTNOTE] = "footnote",
		[DOC_COMPONENT] = "component",
		[DOC_CONTENTS] = "contents",
		[DOC_FACTS] = "facts",
		[DOC_FACT] = "fact",
		[DOC_HELP] = "help",
		[DOC_HELP_LINE] = "help-line",
		[DOC_PAGE_BREAK] = "page-break",
		[DOC_ONLY] = "only",
		[DOC_ANSWER] = "answer",
		[DOC_TICKS] = "ticks",
		[DOC_TICK] = "tick",
		[DOC_GRID] = "grid",
		[DOC_GRID_ROW] = "grid-row",
		[DOC_GRID_CELL] = "grid-cell",
		[DOC_CHOICES] = "choices",
		[DOC_CHOICE] = "choice",
		[DOC_SCALE] = "scale",
		[DOC_SCALE_WORD] = "scale-word",
		[DOC_FINISH] = "finish",
		[DOC_RINGS] = "rings",
		[DOC_CARD] = "card",
		[DOC_WHEEL] = "wheel",
		[DOC_WHEEL_PART] = "wheel-part",
		[DOC_TEXT] = "text",
		[DOC_SOFT_BREAK] = "soft-break",
		[DOC_LINE_BREAK] = "line-break",
		[DOC_CODE] = "code",
		[DOC_HTML_INLINE] = "html-inline",
		[DOC_EMPHASIS] = "emphasis",
		[DOC_STRONG] = "strong",
		[DOC_LINK] = "link",
		[DOC_IMAGE] = "image",
		[DOC_LANGUAGE] = "language",
		[DOC_SPAN] = "span",
		[DOC_STRIKE] = "strike",
		[DOC_FOOTNOTE_REFERENCE] = "footnote-reference",
	};

	if ((unsigned)kind >= DOC_KIND_COUNT || names[kind] == NULL)
		BUG("node kind %d has no name", (int)kind);
	return names[kind];
}

bool
doc_is_inline(enum doc_kind kind)
{
	return kind >= DOC_TEXT && kind < DOC_KIND_COUNT;
}

bool
doc_is_text_block(enum doc_kind kind)
{
	return kind == DOC_PARAGRAPH || kind == DOC_HEADING ||
	    kind == DOC_LABEL || kind == DOC_CAPTION || kind == DOC_FACT ||
	    kind == DOC_TICK || kind == DOC_GRID_CELL ||
	    kind == DOC_CHOICE || kind == DOC_SCALE_WORD ||
	    kind == DOC_WHEEL_PART ||
	    kind == DOC_TABLE_CELL;
}

struct doc_walk
doc_walk_start(const struct doc_node *root)
{
	return (struct doc_walk){ .root = root };
}

bool
doc_walk_next(struct doc_walk *w)
{
	if (!w->started) {
		w->started = true;
		w->node = w->root;
		w->entering = true;
		return w->root != NULL;
	}
	if (w->node == NULL)
		return false;
	if (w->entering && w->node->first != NULL) {
		w->node = w->node->first;
		return true;
	}
	if (w->node == w->root) {
		w->node = NULL;
		return false;
	}
	if (w->node->next != NULL) {
		w->node = w->node->next;
		w->entering = true;
	} else {
		w->node = w->node->parent;
		w->entering = false;
	}
	return true;
}

void
doc_walk_skip(struct doc_walk *w)
{
	w->entering = false;
}

struct doc_node *
doc_following(const struct doc_node *root, struct doc_node *node)
{
	if (node->first != NULL)
		return node->first;
	while (node != root && node->next == NULL)
		node = node->parent;
	return node == root ? NULL : node->next;
}

bool
doc_only_shows(const struct doc_node *only, enum doc_medium medium)
{
	switch (only->u.only.medium) {
	case ONLY_WEB:
		return medium == ONLY_WEB;
	case ONLY_PRINT:
		return medium != ONLY_WEB;
	case ONLY_SHEET:
		return medium != ONLY_PRINT;
	}
	BUG("a switch for medium %d", (int)only->u.only.medium);
}

bool
doc_is_in(const struct doc_node *node, enum doc_medium medium)
{
	for (; node != NULL; node = node->parent) {
		if (node->kind == DOC_ONLY && !doc_only_shows(node, medium))
			return false;
	}
	return true;
}

bool
doc_is_last_in(const struct doc_node *node, enum doc_medium medium)
{
	const struct doc_node *root = node, *last = NULL;
	struct doc_walk w;

	while (root->parent != NULL)
		root = root->parent;
	w = doc_walk_start(root);
	while (doc_walk_next(&w)) {
		if (w.entering && w.node->kind == node->kind &&
		    doc_is_in(w.node, medium))
			last = w.node;
	}
	return last == node;
}

const struct doc_node *
doc_next_in(const struct doc_node *root, const struct doc_node *node,
    enum doc_medium medium)
{
	const struct doc_node *next;

	next = node == NULL ? root->first : node->next;
	for (;;) {
		while (next == NULL && node != NULL && node->parent != root) {
			node = node->parent;
			next = node->next;
		}
		if (next == NULL || next->kind != DOC_ONLY)
			return next;
		node = next;
		next = doc_only_shows(node, medium) && node->first != NULL ?
		    node->first : node->next;
	}
}

/* Words of two blocks do not run into each other. */
static void
part_from_before(struct buf *out, size_t start)
{
	if (out->len > start && out->data[out->len - 1] != ' ')
		buf_putc(out, ' ');
}

void
doc_plain_text(const struct doc_node *node, struct buf *out)
{
	struct doc_walk w;
	size_t start;

	start = out->len;
	w = doc_walk_start(node);
	while (doc_walk_next(&w)) {
		if (!w.entering)
			continue;
		if (!doc_is_inline(w.node->kind)) {
			part_from_before(out, start);
			continue;
		}
		if (w.node->kind == DOC_TEXT || w.node->kind == DOC_CODE)
			buf_puts(out, w.node->text);
		else if (w.node->kind == DOC_SOFT_BREAK ||
		    w.node->kind == DOC_LINE_BREAK)
			buf_putc(out, ' ');
		else if (w.node->kind == DOC_IMAGE) {
			if (w.node->u.image.alt != NULL)
				buf_puts(out, w.node->u.image.alt);
			doc_walk_skip(&w);
		}
	}
}
