/* SPDX-License-Identifier: MIT */
/*
 * Comes in: a block of inlines.  Goes out: the same, and a message for what a
 * guide may not hold (raw HTML, images in running text); links to lang:TAG
 * become spans.  Other links are doc/'s to check, once all files are read.
 */
#include <string.h>

#include "base/arena.h"
#include "base/str.h"
#include "doc/node.h"
#include "read/guide.h"

void
guide_refuse_html(struct guide_reader *r, struct span at, const char *html)
{
	const char *hint = "say it in Markdown, or put ` before and after the "
	    "tag to show it as text";
	size_t shown = strcspn(html, "\n");

	if (str_starts(html, "<!--"))
		hint = "delete the comment; notes to yourself belong in "
		    "another file";
	else if (str_starts(html, "<br"))
		hint = "end the line above with a backslash instead";
	else if (str_starts(html, "<b>") || str_starts(html, "<strong") ||
	    str_starts(html, "<i>") || str_starts(html, "<em"))
		hint = "write **words** instead";
	else if (str_starts(html, "<a ") || str_starts(html, "<img"))
		hint = "write [words](address) or ![](figures/name.svg) "
		    "instead";
	if (shown > 40)
		shown = 40;
	while (shown > 0 && ((unsigned char)html[shown] & 0xC0) == 0x80)
		shown--;
	diag_add(r->dl, DIAG_ERROR, "raw-html", at, hint,
	    "raw HTML may not be used: %.*s", (int)shown, html);
}

static bool
is_letter_or_digit(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
	    (c >= '0' && c <= '9');
}

/* The shape of a BCP 47 tag: 2 or 3 letters, then parts of 1 to 8. */
static bool
is_language_tag(const char *tag)
{
	size_t part = 0, len = 0;

	for (;; tag++) {
		if (*tag == '-' || *tag == '\0') {
			if (part == 0 ? len < 2 || len > 3 : len < 1 ||
			    len > 8)
				return false;
			if (*tag == '\0')
				return true;
			part++;
			len = 0;
		} else if (is_letter_or_digit(*tag) && (part > 0 ||
		    *tag > '9')) {
			len++;
		} else {
			return false;
		}
	}
}

static void
language_span(struct guide_reader *r, struct doc_node *link)
{
	const char *tag = link->u.link.href + strlen("lang:");

	if (!is_language_tag(tag)) {
		diag_add(r->dl, DIAG_ERROR, "language-tag", link->at,
		    "write a tag such as lang:pl or lang:pt-BR",
		    "\"%s\" is no language tag", tag);
		return;
	}
	link->kind = DOC_LANGUAGE;
	memset(&link->u, 0, sizeof(link->u));
	link->u.language.tag = tag;
}

/* An end tag is worth a message only if no tag before it had one. */
static void
check_html(struct guide_reader *r, const struct doc_node *n, bool *refused)
{
	if (!*refused || !str_starts(n->text, "</"))
		guide_refuse_html(r, n->at, n->text);
	*refused = true;
}

static void
check_inline(struct guide_reader *r, struct doc_node *n, bool *refused)
{
	if (n->kind == DOC_HTML_INLINE)
		check_html(r, n, refused);
	else if (n->kind == DOC_IMAGE)
		diag_add(r->dl, DIAG_ERROR, "image-in-text", n->at,
		    "give it a paragraph of its own: an empty line before and "
		    "after it",
		    "a figure may not stand inside a line of text");
	else if (n->kind == DOC_LINK &&
	    str_starts(n->u.link.href, "lang:"))
		language_span(r, n);
	else if (n->kind == DOC_TEXT && strstr(n->text, "{{") != NULL)
		diag_add(r->dl, DIAG_ERROR, "placeholder", n->at,
		    "write the words themselves, or use the block \"clinic\"",
		    "values in {{ }} cannot be used in a text");
}

/* Nodes change in place and none is taken out, so a pre-order walk over the
 * links of the tree is safe. */
void
guide_inlines(struct guide_reader *r, struct doc_node *block)
{
	struct doc_node *n = block->first;
	bool refused = false;

	while (n != NULL) {
		check_inline(r, n, &refused);
		if (n->first != NULL) {
			n = n->first;
			continue;
		}
		while (n->next == NULL && n->parent != block)
			n = n->parent;
		n = n->next;
	}
}
