/* SPDX-License-Identifier: MIT */
/*
 * Comes in: the inlines of a block as cmark made them, each with the byte it
 * begins at.  Goes out: the same with references to footnotes in it, or with
 * a stretch of the source taken out for an address.
 */
#include "read/gfm.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/str.h"

bool
gfm_is_plain(const struct gfm_inlines *in, const struct doc_node *text)
{
	size_t len = strlen(text->text);

	return text->kind == DOC_TEXT && text->source + len <= in->lines->len &&
	    memcmp(in->lines->text + text->source, text->text, len) == 0;
}

struct doc_node *
gfm_behind(const struct gfm_inlines *in, struct doc_node *n)
{
	while (n != in->block && n->next == NULL)
		n = n->parent;
	return n == in->block ? NULL : n->next;
}

struct doc_node *
gfm_text(struct gfm_inlines *in, size_t start, size_t end, struct span at)
{
	struct doc_node *text = doc_new(in->g->arena, DOC_TEXT, at);

	text->text = arena_strndup(in->g->arena, in->lines->text + start,
	    end - start);
	text->source = start;
	return text;
}

static void
replace_by_children(struct doc_node *n)
{
	struct doc_node *child;

	while ((child = n->first) != NULL) {
		doc_unlink(child);
		doc_insert_before(n, child);
	}
	doc_unlink(n);
}

/* Bytes of the stars or lines that open or close emphasis. */
static size_t
mark_length(const struct doc_node *n)
{
	return n->kind == DOC_STRONG ? 2 : 1;
}

static bool
is_emphasis(const struct doc_node *n)
{
	return n->kind == DOC_EMPHASIS || n->kind == DOC_STRONG;
}

/* Where emphasis that holds plain text last closes. */
static size_t
emphasis_close(const struct gfm_inlines *in, const struct doc_node *n)
{
	const struct doc_node *last = n->last;
	size_t close;

	if (last == NULL)
		return n->source + mark_length(n);
	if (is_emphasis(last))
		return emphasis_close(in, last) + mark_length(last);
	close = last->source;
	if (last->kind == DOC_TEXT)
		close += gfm_is_plain(in, last) ? strlen(last->text) : 1;
	return close;
}

/* Does it hold nothing but text and emphasis before "end"? */
static bool
is_words(const struct doc_node *n, size_t end)
{
	const struct doc_node *child;

	if (!is_emphasis(n))
		return false;
	for (child = n->first; child != NULL && child->source < end;
	    child = child->next) {
		if (child->kind != DOC_TEXT && !is_words(child, end))
			return false;
	}
	return true;
}

/* Up to where the siblings from "first" on are text and emphasis of text;
 * *stopped: the first behind that, or NULL. */
static size_t
siblings_reach(const struct doc_node *first, size_t end,
    const struct doc_node **stopped)
{
	const struct doc_node *n;

	for (n = first; n != NULL && n->source < end; n = n->next) {
		*stopped = n;
		if (n->kind != DOC_TEXT && !is_words(n, end))
			return n->source;
	}
	*stopped = n;
	return end;
}

size_t
gfm_source_reach(const struct gfm_inlines *in, const struct doc_node *first,
    size_t end)
{
	const struct doc_node *stopped = first;
	size_t reach = siblings_reach(first, end, &stopped), close;

	if (stopped == NULL && is_emphasis(first->parent)) {
		close = emphasis_close(in, first->parent);
		if (close < reach)
			return close;
	}
	return reach;
}

void
gfm_unwrap(struct gfm_inlines *in, struct doc_node *first, size_t end)
{
	while (is_emphasis(first->parent)) {
		struct doc_node *n = first->parent;
		const struct doc_node *stopped = first;
		size_t mark = mark_length(n), close = emphasis_close(in, n);
		struct span at = n->at;

		if (close >= end ||
		    siblings_reach(first, end, &stopped) != end ||
		    stopped != NULL)
			return;
		doc_insert_before(n->first, gfm_text(in, n->source,
		    n->source + mark, at));
		at.col += (unsigned)(close - n->source);
		doc_append(n, gfm_text(in, close, close + mark, at));
		replace_by_children(n);
	}
}

void
gfm_take_source(struct gfm_inlines *in, struct doc_node *first, size_t end)
{
	struct doc_node *n = first, *next;
	size_t len, close, mark;

	while (n != NULL && n->source < end) {
		next = n->next;
		if (n->kind == DOC_TEXT) {
			len = strlen(n->text);
			if (gfm_is_plain(in, n) && n->source + len > end) {
				n->text += end - n->source;
				n->at.col += (unsigned)(end - n->source);
				n->source = end;
				return;
			}
			/* The address took the "\\" that escapes it. */
			if (n->source + 1 == end &&
			    in->lines->text[n->source] == '\\' && len == 1)
				return;
			doc_unlink(n);
		} else {
			close = emphasis_close(in, n);
			mark = mark_length(n);
			if (n->first != NULL)
				next = n->first;
			if (close + mark > end) {
				size_t from = close > end ? close : end;
				struct span at = n->at;

				at.col += (unsigned)(from - n->source);
				doc_append(n, gfm_text(in, from, close + mark,
				    at));
			}
			replace_by_children(n);
		}
		n = next;
	}
}

void
gfm_join_texts(struct gfm_inlines *in)
{
	struct doc_node *n, *next;
	struct buf words;

	buf_init(&words);
	for (n = in->block->first; n != NULL;
	    n = doc_following(in->block, n)) {
		if (n->kind != DOC_TEXT || n->next == NULL ||
		    n->next->kind != DOC_TEXT)
			continue;
		buf_clear(&words);
		buf_puts(&words, n->text);
		while ((next = n->next) != NULL && next->kind == DOC_TEXT) {
			buf_puts(&words, next->text);
			doc_unlink(next);
		}
		n->text = arena_strndup(in->g->arena, words.data, words.len);
	}
	buf_release(&words);
}

/* The byte behind the "]" that ends the label at "off" (its "["), or 0. */
static size_t
label_end(const struct gfm_inlines *in, size_t off)
{
	const char *text = in->lines->text;
	size_t i;

	for (i = off + 1; i < in->lines->len && text[i] != '\n'; i++) {
		if (text[i] == '\\' && i + 1 < in->lines->len)
			i++;
		else if (text[i] == '[')
			return 0;
		else if (text[i] == ']')
			return i + 1;
	}
	return 0;
}

/* The footnote that the source refers to at "off" with "[^label]"; *end: the
 * byte behind it.  -1: it does not. */
static long
note_at(struct gfm_inlines *in, size_t off, size_t *end)
{
	const char *text = in->lines->text;

	if (off + 3 > in->lines->len || text[off] != '[' ||
	    text[off + 1] != '^')
		return -1;
	*end = label_end(in, off);
	if (*end == 0)
		return -1;
	return gfm_find_note(in->g, text + off + 2, *end - off - 3);
}

static struct doc_node *
reference(struct gfm_inlines *in, long note, struct span at, size_t source)
{
	struct doc_node *n = doc_new(in->g->arena, DOC_FOOTNOTE_REFERENCE, at);

	n->source = source;
	n->u.reference.footnote = in->g->note_nodes[note];
	return n;
}

static void
tell_unknown(struct gfm_inlines *in, const struct doc_node *n, size_t end)
{
	const char *label = arena_strndup(in->g->arena,
	    in->lines->text + n->source, end - n->source);

	if (strpbrk(label, " \t") != NULL)
		return;
	diag_add(in->g->dl, DIAG_WARNING, "footnote-unknown", n->at,
	    arena_printf(in->g->arena, "write a line that begins with %s: and "
	    "the footnote's words", label),
	    "there is no footnote %s", label);
}

/* Which footnote an address that we made up means, or -1. */
static long
note_of(const struct gfm_inlines *in, const char *href)
{
	unsigned long index;

	if (href[0] != GFM_MARK || href[1] < '0' || href[1] > '9')
		return -1;
	index = strtoul(href + 1, NULL, 10);
	return index < in->g->notes.len ? (long)index : -1;
}

static void
put_text(struct gfm_inlines *in, struct doc_node *before, size_t start,
    size_t end)
{
	struct span at = before->at;

	at.col += (unsigned)(start - before->source);
	doc_insert_before(before, gfm_text(in, start, end, at));
}

/* "[words][^a]": the words stay, in brackets. */
static struct doc_node *
unfold_words(struct gfm_inlines *in, struct doc_node *n, long note,
    size_t start)
{
	struct doc_node *open = gfm_text(in, start, start + 1, n->at), *text;
	size_t end = label_end(in, start);

	doc_insert_before(n, open);
	if (n->kind == DOC_IMAGE) {
		text = doc_new(in->g->arena, DOC_TEXT, n->at);
		text->text = n->u.image.alt;
		text->source = start + 1;
		doc_insert_before(n, text);
	}
	while (n->first != NULL) {
		text = n->first;
		doc_unlink(text);
		doc_insert_before(n, text);
	}
	text = doc_new(in->g->arena, DOC_TEXT, n->at);
	text->text = "]";
	text->source = end > 0 ? end - 1 : start;
	doc_insert_before(n, text);
	doc_insert_before(n, reference(in, note, n->at, end));
	doc_unlink(n);
	return open;
}

/* The footnote whose label is all that a link's words are, or -1. */
static long
note_in_words(struct gfm_inlines *in, const struct doc_node *n)
{
	const char *words = NULL;

	if (n->kind == DOC_IMAGE)
		words = n->u.image.alt;
	else if (n->first != NULL && n->first == n->last &&
	    n->first->kind == DOC_TEXT)
		words = n->first->text;
	if (words == NULL || words[0] != '^')
		return -1;
	return gfm_find_note(in->g, words + 1, strlen(words + 1));
}

/*
 * A link or image that cmark made of a reference: "[^a]", "[^a][]", or
 * "[words][^a]", in which the words may be a reference too.  Returns a node
 * that stands where it stood.
 */
static struct doc_node *
unfold_link(struct gfm_inlines *in, struct doc_node *n, long note)
{
	const char *text = in->lines->text;
	size_t start = n->source, end = 0, last;
	long source = -1, first = note_in_words(in, n);
	struct doc_node *made;

	if (n->kind == DOC_IMAGE) {
		put_text(in, n, start, start + 1);
		start++;
	}
	source = note_at(in, start, &end);
	/* The words may hold emphasis. */
	if (first < 0)
		first = source;
	if (first < 0)
		return unfold_words(in, n, note, start);
	made = reference(in, first, n->at, start);
	doc_insert_before(n, made);
	last = source >= 0 && text[end] == '[' ? label_end(in, end) : 0;
	if (last == end + 2)
		put_text(in, n, end, last);
	else if (last > 0 || first != note)
		doc_insert_before(n, reference(in, note, n->at, end));
	doc_unlink(n);
	return made;
}

/* "[^label]" that cmark left as it was, because what follows it could have
 * been the label of a link. */
static struct doc_node *
left_reference(struct gfm_inlines *in, struct doc_node *n)
{
	size_t end = 0;
	long note;
	struct doc_node *made;

	if (!str_equal(n->text, "[") || !gfm_is_plain(in, n))
		return n;
	note = note_at(in, n->source, &end);
	if (note < 0) {
		if (end > n->source + 3)
			tell_unknown(in, n, end);
		return n;
	}
	if (gfm_source_reach(in, n, end) != end)
		return n;
	made = reference(in, note, n->at, n->source);
	doc_insert_before(n, made);
	gfm_take_source(in, n, end);
	return made;
}

void
gfm_references(struct gfm_inlines *in)
{
	struct doc_node *n;
	long note;

	for (n = in->block->first; n != NULL;
	    n = doc_following(in->block, n)) {
		note = -1;
		if (n->kind == DOC_LINK)
			note = note_of(in, n->u.link.href);
		else if (n->kind == DOC_IMAGE)
			note = note_of(in, n->u.image.src);
		if (note >= 0)
			n = unfold_link(in, n, note);
		else if (n->kind == DOC_TEXT)
			n = left_reference(in, n);
	}
}
