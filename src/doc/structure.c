/* SPDX-License-Identifier: MIT */
/*
 * Checks of a chapter's build that every output relies on: headings in order,
 * no callout inside another, words at all.
 */
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
		diag_add(dl, DIAG_ERROR, "heading-empty", node->at,
		    "write the heading's words behind the #, or take the # "
		    "away", "this heading has no words");
	level = node->u.heading.level;
	if (level == 1)
		diag_add(dl, DIAG_ERROR, "heading-one", node->at,
		    "start this heading with ##; the title of the page is "
		    "\"title:\" at the head of the file",
		    "a heading with one # is the title, and the page has one "
		    "already");
	else if (level > before + 1)
		diag_add(dl, DIAG_ERROR, "heading-jump", node->at,
		    before <= 1 ? "start with ##" :
		    "take one # away, or add the heading between",
		    "this heading is of level %d, but what stands above is of "
		    "level %d", level, before);
}

/* A worksheet is one page, and what stands in a list or a callout is put on
 * pages as a whole. */
static void
check_page_break(struct diag_list *dl, const struct chapter *c,
    const struct doc_node *node)
{
	if (c->kind == CHAPTER_WORKSHEET)
		diag_add(dl, DIAG_ERROR, "page-break-place", node->at,
		    "take it out, or make two worksheets",
		    "a worksheet is one page");
	else if (node->parent != c->root)
		diag_add(dl, DIAG_ERROR, "page-break-place", node->at,
		    "write it between two paragraphs, outside lists, quotes "
		    "and parts for one medium",
		    "a page cannot end inside another block");
}

static void
check_chapter(struct diag_list *dl, const struct chapter *c)
{
	struct doc_walk w;
	int level, callouts;

	/* No file: it could not be read, which the reader has said. */
	if (c->root->first == NULL && c->root->at.file != NULL)
		diag_add(dl, DIAG_ERROR, "chapter-empty",
		    (struct span){ c->file, 1, 1 },
		    "write something below the front matter, or take the "
		    "chapter out of \"order:\" in guide.yaml",
		    "this chapter has no text");
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
				diag_add(dl, DIAG_ERROR, "callout-nested",
				    w.node->at, "end the first callout with "
				    "an empty line, then start this one",
				    "a callout cannot stand inside another");
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
