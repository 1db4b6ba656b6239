/* SPDX-License-Identifier: MIT */
/*
 * Comes in: the texts of a block.  Goes out: shorter ones, each of which either
 * stands in the source as it is or does not.  cmark joins texts before it gives
 * them away, so their source is read along with them.
 */
#include "read/gfm.h"

#include <string.h>

#include "base/arena.h"
#include "base/str.h"
#include "read/md.h"

/* Bytes of the longest entity, "&CounterClockwiseContourIntegral;". */
#define ENTITY_MOST 40

static bool
is_punctuation(char c)
{
	return (c >= '!' && c <= '/') || (c >= ':' && c <= '@') ||
	    (c >= '[' && c <= '`') || (c >= '{' && c <= '~');
}

/* One text of "words" (its first "len" bytes) that begins at "source". */
static void
put_part(struct gfm_inlines *in, struct doc_node *before, const char *words,
    size_t len, size_t source)
{
	struct doc_node *part;

	if (len == 0)
		return;
	part = doc_new(in->g->arena, DOC_TEXT, before->at);
	part->at.col += (unsigned)(source - before->source);
	part->text = arena_strndup(in->g->arena, words, len);
	part->source = source;
	doc_insert_before(before, part);
}

/* The entity at "s": its bytes, and in *words its characters; or 0. */
static size_t
entity_at(struct gfm_inlines *in, const char *s, size_t len,
    const char **words)
{
	size_t end = 1;

	if (len < 3 || s[0] != '&')
		return 0;
	if (len > ENTITY_MOST)
		len = ENTITY_MOST;
	while (end < len && ((s[end] >= '0' && s[end] <= '9') ||
	    (s[end] >= 'A' && s[end] <= 'Z') ||
	    (s[end] >= 'a' && s[end] <= 'z') || s[end] == '#'))
		end++;
	if (end == len || s[end] != ';')
		return 0;
	*words = md_entity(in->g->arena, arena_strndup(in->g->arena, s,
	    end + 1));
	return *words == NULL ? 0 : end + 1;
}

/* How many bytes from "s" on are one part: a bracket, or up to the next. */
static size_t
part_length(const char *s)
{
	size_t len = 0;

	if (s[0] == '[' || s[0] == ']')
		return 1;
	if (s[0] == '!' && s[1] == '[')
		return 2;
	while (s[len] != '\0' && s[len] != '[' && s[len] != ']' &&
	    s[len] != '\\' && s[len] != '&' &&
	    !(s[len] == '!' && s[len + 1] == '['))
		len++;
	/* A "\" or "&" that stands for itself. */
	return len > 0 ? len : 1;
}

static void
split(struct gfm_inlines *in, struct doc_node *n)
{
	const char *words = n->text, *source = in->lines->text, *characters;
	size_t off = n->source, len, skip;

	while (*words != '\0' && off < in->lines->len) {
		if (source[off] == '\\' && words[0] == source[off + 1] &&
		    is_punctuation(words[0])) {
			len = 1;
			skip = 2;
		} else if ((skip = entity_at(in, source + off,
		    in->lines->len - off, &characters)) > 0 &&
		    str_starts(words, characters)) {
			len = strlen(characters);
		} else {
			len = skip = part_length(words);
			/* Escapes and entities in the source cut it short. */
			for (size_t i = 0; i < len; i++) {
				if (words[i] != source[off + i] || (i > 0 &&
				    (source[off + i] == '\\' ||
				    source[off + i] == '&')))
					len = skip = i;
			}
			if (len == 0)
				break;
		}
		put_part(in, n, words, len, off);
		words += len;
		off += skip;
	}
	/* What could not be followed is no part of the source. */
	put_part(in, n, words, strlen(words), in->lines->len);
	doc_unlink(n);
}

static bool
may_hold_addition(const char *text)
{
	return strpbrk(text, "~[]") != NULL || strstr(text, "www.") != NULL ||
	    strstr(text, "://") != NULL;
}

void
gfm_split_texts(struct gfm_inlines *in)
{
	struct doc_node *n, *next;
	bool wanted = false;

	for (n = in->block->first; n != NULL && !wanted;
	    n = doc_following(in->block, n))
		wanted = n->kind == DOC_TEXT && may_hold_addition(n->text);
	for (n = wanted ? in->block->first : NULL; n != NULL; n = next) {
		next = doc_following(in->block, n);
		if (n->kind == DOC_TEXT)
			split(in, n);
	}
}
