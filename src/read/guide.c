/* SPDX-License-Identifier: MIT */
/*
 * Comes in: Markdown text.  Goes out: the guide's tree.  Decides block by
 * block which of the guide's forms it is; the forms have files of their own.
 */
#include "read/guide.h"

#include "base/map.h"
#include "doc/node.h"
#include "read/lines.h"
#include "read/md.h"
#include "read/read.h"
#include "read/text.h"

void
guide_reader_init(struct guide_reader *r, struct arena *a,
    struct diag_list *dl)
{
	*r = (struct guide_reader){ .arena = a, .dl = dl };
	r->drawings = map_new(a);
	r->refused = map_new(a);
	r->snippets = map_new(a);
}

static bool
is_figure(const struct doc_node *paragraph)
{
	return paragraph->first != NULL && paragraph->first->next == NULL &&
	    paragraph->first->kind == DOC_IMAGE;
}

static void
convert_block(struct guide_reader *r, struct doc_node *n)
{
	if (n->kind == DOC_QUOTE)
		guide_callout(r, n);
	if (n->kind == DOC_HTML_BLOCK)
		guide_refuse_html(r, n->at, n->text);
	else if (n->kind == DOC_CODE_BLOCK)
		guide_fenced_block(r, n);
	else if (n->kind == DOC_PARAGRAPH && is_figure(n))
		guide_figure(r, n);
	else if (doc_is_text_block(n->kind))
		guide_inlines(r, n);
	else if (n->kind == DOC_QUOTE || n->kind == DOC_LIST ||
	    n->kind == DOC_ITEM || n->kind == DOC_CALLOUT ||
	    n->kind == DOC_TABLE || n->kind == DOC_TABLE_ROW ||
	    n->kind == DOC_FOOTNOTE)
		guide_blocks(r, n);
}

/* Recursion is as deep as the text's nesting, which md_parse bounds. */
void
guide_blocks(struct guide_reader *r, struct doc_node *parent)
{
	struct doc_node *n, *next;

	for (n = parent->first; n != NULL; n = next) {
		/* What an include brings was converted on its own. */
		next = n->next;
		convert_block(r, n);
	}
}

struct doc_node *
guide_document(struct guide_reader *r, struct span first, const char *text,
    size_t len)
{
	struct doc_node *document = md_parse(r->arena, r->dl, first, text,
	    len, MD_GFM);

	if (document != NULL)
		guide_blocks(r, document);
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
