/* SPDX-License-Identifier: MIT */
/*
 * Comes in: Markdown text.  Goes out: the guide's tree.  Decides block by
 * block which of the guide's forms it is; the forms have files of their own.
 */
#include "read/guide.h"

#include "base/map.h"
#include "base/messages.h"
#include "doc/node.h"
#include "read/lines.h"
#include "read/md.h"
#include "read/placeholders.h"
#include "read/read.h"
#include "read/text.h"

void
guide_reader_init(struct guide_reader *r, struct arena *a,
    struct diag_list *dl)
{
	*r = (struct guide_reader){ .arena = a, .dl = dl };
	r->drawings = map_new(a);
	r->counted = map_new(a);
	r->refused = map_new(a);
	r->snippets = map_new(a);
}

static bool
is_figure(const struct doc_node *paragraph)
{
	return paragraph->first != NULL && paragraph->first->next == NULL &&
	    paragraph->first->kind == DOC_IMAGE;
}

/* What held blocks and holds none any more, or only its label, goes too. */
static void
convert_inside(struct guide_reader *r, struct doc_node *n)
{
	bool held = n->first != NULL && n->first->next != NULL;

	held = held || (n->first != NULL && n->kind != DOC_CALLOUT);
	guide_blocks(r, n);
	if (held && (n->first == NULL || (n->kind == DOC_CALLOUT &&
	    n->first->next == NULL)))
		doc_unlink(n);
}

/* A table whose rows were all blank values goes with its head and caption. */
static void
convert_table(struct guide_reader *r, struct doc_node *n)
{
	const struct doc_node *before = n->last;

	guide_blocks(r, n);
	if (n->last != before && (n->last == NULL ||
	    n->last->kind != DOC_TABLE_ROW || n->last->prev == NULL ||
	    n->last->prev->kind != DOC_TABLE_ROW))
		doc_unlink(n);
}

static void
convert_block(struct guide_reader *r, struct doc_node *n)
{
	if (n->kind == DOC_QUOTE)
		guide_callout(r, n);
	if (n->kind == DOC_HTML_BLOCK) {
		n->text = guide_as_written(r, n->text);
		guide_refuse_html(r, n->at, n->text);
	} else if (n->kind == DOC_CODE_BLOCK) {
		n->text = guide_as_written(r, n->text);
		n->u.code.info = guide_as_written(r, n->u.code.info);
		guide_fenced_block(r, n);
	} else if (n->kind == DOC_PARAGRAPH && is_figure(n)) {
		guide_figure(r, n);
	} else if (doc_is_text_block(n->kind)) {
		if (n->kind == DOC_PARAGRAPH)
			guide_slips(r, n);
		if (!guide_inlines(r, n))
			doc_unlink(n);
	} else if (n->kind == DOC_QUOTE || n->kind == DOC_LIST ||
	    n->kind == DOC_ITEM || n->kind == DOC_CALLOUT ||
	    n->kind == DOC_FOOTNOTE) {
		convert_inside(r, n);
	} else if (n->kind == DOC_TABLE_ROW) {
		if (!guide_row(r, n))
			doc_unlink(n);
	} else if (n->kind == DOC_TABLE) {
		convert_table(r, n);
	}
}

/* Recursion is as deep as the text's nesting, which md_parse bounds. */
void
guide_blocks(struct guide_reader *r, struct doc_node *parent)
{
	struct guide_mark *outer = guide_marks_start(r);
	struct doc_node *n, *next, *before;

	for (n = parent->first; n != NULL; n = next) {
		/* What an include brings was converted on its own. */
		next = n->next;
		before = n->prev;
		if (!guide_mark_block(r, n, outer))
			convert_block(r, n);
		guide_mark_gather(r, parent, before, next, outer);
	}
	guide_marks_end(r, outer);
}

/* Every renderer walks every node several times. */
static bool
few_enough(struct guide_reader *r, struct doc_node *document,
    struct span first)
{
	size_t before = r->node_count;

	for (struct doc_node *n = document; n != NULL;
	    n = doc_following(document, n))
		r->node_count++;
	if (r->node_count <= GUIDE_MAX_NODES)
		return true;
	/* Once is enough: what follows passes the limit as well. */
	if (before <= GUIDE_MAX_NODES)
		diag_say(r->dl, first, NULL, SAY_PAGE_TOO_MUCH,
		    GUIDE_MAX_NODES);
	return false;
}

struct doc_node *
guide_document(struct guide_reader *r, struct span first, const char *text,
    size_t len)
{
	const struct placeholders *outer = r->placeholders;
	struct doc_node *document = NULL;
	struct placeholders own;

	text = guide_mask(r, &own, first, text, len);
	if (text != NULL)
		document = md_parse(r->arena, r->dl, first, text, len,
		    MD_GFM);
	if (document != NULL && !few_enough(r, document, first))
		document = NULL;
	if (document != NULL)
		guide_blocks(r, document);
	r->placeholders = outer;
	return document;
}

struct doc_node *
markdown_read(struct arena *a, struct diag_list *dl, const char *file,
    unsigned line, const char *text, size_t len, enum markdown_mode mode)
{
	struct span first = { file, line, 1 };
	struct guide_reader reader;
	size_t bom = text_bom(text, len);

	if (!text_check(dl, first, text, len, mode == MARKDOWN_COMMONMARK))
		return NULL;
	first.col += (unsigned)bom;
	if (mode == MARKDOWN_COMMONMARK)
		return md_parse(a, dl, first, text + bom, len - bom,
		    MD_COMMONMARK);
	guide_reader_init(&reader, a, dl);
	return guide_document(&reader, first, text + bom, len - bom);
}
