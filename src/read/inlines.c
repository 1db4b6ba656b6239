/* SPDX-License-Identifier: MIT */
/*
 * Comes in: a block of inlines.  Goes out: the same, and a message for what a
 * guide may not hold (raw HTML, images in running text); links to lang:TAG
 * become spans.  Other links are doc/'s to check, once all files are read.
 */
#include <string.h>

#include "base/arena.h"
#include "base/messages.h"
#include "base/str.h"
#include "conf/guide.h"
#include "doc/node.h"
#include "read/guide.h"

void
guide_refuse_html(struct guide_reader *r, struct span at, const char *html)
{
	const char *hint = "say it in Markdown, or put ` before and after the "
	    "tag to show it as text";
	size_t shown = strcspn(html, "\n");

	if (guide_switch_near(r, html) != NULL)
		hint = arena_printf(r->arena, "did you mean <!-- %s -->, on a "
		    "line of its own?", guide_switch_near(r, html));
	else if (str_starts(html, "<!--"))
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
	diag_say(r->dl, at, hint, SAY_RAW_HTML, (int)shown, html);
}

/* Braces that are no placeholder; only where there are values. */
void
guide_refuse_braces(struct guide_reader *r, const struct doc_node *text)
{
	if (r->values != NULL)
		diag_say(r->dl, diag_find(r->dl, text->at, "{{"), NULL,
		    SAY_PLACEHOLDER);
}

/* RFC 5646 2.2.9: well-formed is enough; the usual spelling is kept. */
static void
language_span(struct guide_reader *r, struct doc_node *link)
{
	const char *written = link->u.link.href + strlen("lang:"), *tag, *near;

	tag = conf_language_tag(r->arena, written);
	if (tag == NULL) {
		near = conf_language_named(r->arena, written);
		diag_say(r->dl, link->at, near == NULL ? NULL :
		    arena_printf(r->arena, HINT_LANGUAGE_TAG, near),
		    SAY_LANGUAGE_TAG, written);
		tag = "und";
	}
	link->kind = DOC_LANGUAGE;
	memset(&link->u, 0, sizeof(link->u));
	link->u.language.tag = tag;
	link->u.language.right_to_left = conf_right_to_left(tag);
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
		diag_say(r->dl, n->at, NULL, SAY_IMAGE_IN_TEXT);
	else if (n->kind == DOC_LINK &&
	    str_starts(n->u.link.href, "lang:"))
		language_span(r, n);
	else if (n->kind == DOC_TEXT && strstr(n->text, "{{") != NULL)
		guide_refuse_braces(r, n);
}

/* Nodes change in place and none is taken out, so a pre-order walk over the
 * links of the tree is safe. */
bool
guide_inlines(struct guide_reader *r, struct doc_node *block)
{
	struct doc_node *n;
	bool refused = false;

	guide_tags(r, block);
	if (!guide_fill(r, block, block->kind != DOC_PARAGRAPH))
		return false;
	n = block->first;
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
	return true;
}
