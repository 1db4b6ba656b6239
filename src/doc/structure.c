/* SPDX-License-Identifier: MIT */
/*
 * Checks of a chapter's build that every output relies on: headings in order,
 * no callout inside another, words at all.
 */
#include "base/messages.h"
#include "doc/resolve_int.h"

#include "base/buf.h"
#include "base/str.h"

/* Without words there is nothing that a link or a bookmark could lead to. */
static bool
has_words(const struct doc_node *node)
{
	struct buf words;
	bool found;

	buf_init(&words);
	doc_plain_text(node, &words);
	found = !str_blank(words.data);
	buf_release(&words);
	return found;
}

static void
check_heading(struct diag_list *dl, const struct doc_node *node, int before)
{
	int level;

	if (!has_words(node))
		diag_say(dl, node->at, NULL, SAY_HEADING_EMPTY);
	level = node->u.heading.level;
	if (level == 1)
		diag_say(dl, node->at, NULL, SAY_HEADING_ONE);
	else if (level > before + 1)
		diag_say(dl, node->at, before <= 1 ? HINT_HEADING_JUMP :
		    HINT_HEADING_JUMP_2, SAY_HEADING_JUMP, level, before);
}

/* A worksheet is one page, and what stands in a list or a callout is put on
 * pages as a whole. */
static void
check_page_break(struct diag_list *dl, const struct chapter *c,
    const struct doc_node *node)
{
	if (c->kind == CHAPTER_WORKSHEET)
		diag_say(dl, node->at, NULL, SAY_PAGE_BREAK_WORKSHEET);
	else if (node->parent != c->root)
		diag_say(dl, node->at, NULL, SAY_PAGE_BREAK_INSIDE);
}

static void
check_chapter(struct diag_list *dl, const struct chapter *c)
{
	struct doc_walk w;
	int level, callouts;

	/* No file: it could not be read, which the reader has said. */
	if (c->root->first == NULL && c->root->at.file != NULL)
		diag_say(dl, (struct span){ c->file, 1, 1 }, NULL,
		    SAY_CHAPTER_EMPTY);
	level = 1;
	callouts = 0;
	w = doc_walk_start(c->root);
	while (doc_walk_next(&w)) {
		if (w.node->kind == DOC_CALLOUT) {
			if (!w.entering) {
				callouts--;
				continue;
			}
			if (callouts > 0)
				diag_say(dl, w.node->at, NULL,
				    SAY_CALLOUT_NESTED);
			if (w.node->first != NULL)
				callouts++;
		} else if (w.node->kind == DOC_PAGE_BREAK) {
			check_page_break(dl, c, w.node);
		} else if (w.node->kind == DOC_HEADING && w.entering) {
			check_heading(dl, w.node, level);
			level = w.node->u.heading.level;
		}
	}
}

void
resolve_structure(struct diag_list *dl, const struct book *b)
{
	for (size_t i = 0; i < b->chapter_count; i++)
		check_chapter(dl, &b->chapters[i]);
}
