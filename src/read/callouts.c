/* SPDX-License-Identifier: MIT */
/*
 * Comes in: a quote.  Goes out: a callout, if it starts with [!KIND].  GitHub's
 * five kinds are other names for ours, so that its pages look alike.
 */
#include <string.h>

#include "base/arena.h"
#include "base/map.h"
#include "base/messages.h"
#include "base/str.h"
#include "doc/node.h"
#include "read/guide.h"

struct callout_name {
	const char		*name;
	enum doc_callout	 kind;
};

static const struct callout_name callout_names[] = {
	{ "DO", CALLOUT_DO },
	{ "AVOID", CALLOUT_AVOID },
	{ "TRY", CALLOUT_TRY },
	{ "NOTE", CALLOUT_NOTE },
	{ "HELP", CALLOUT_HELP },
	{ "URGENT", CALLOUT_URGENT },
	{ "EMERGENCY", CALLOUT_EMERGENCY },
	/* GitHub's; NOTE is above. */
	{ "TIP", CALLOUT_TRY },
	{ "IMPORTANT", CALLOUT_NOTE },
	{ "WARNING", CALLOUT_URGENT },
	{ "CAUTION", CALLOUT_AVOID }
};

#define NAME_COUNT (sizeof(callout_names) / sizeof(callout_names[0]))

/* The key of the kind's word in the strings file. */
static const char *
word_key(enum doc_callout kind)
{
	switch (kind) {
	case CALLOUT_DO:	return "callout-do";
	case CALLOUT_AVOID:	return "callout-avoid";
	case CALLOUT_TRY:	return "callout-try";
	case CALLOUT_NOTE:	return "callout-note";
	case CALLOUT_HELP:	return "callout-help";
	case CALLOUT_URGENT:	return "callout-urgent";
	case CALLOUT_EMERGENCY:	return "callout-emergency";
	case CALLOUT_COUNT:	break;
	}
	BUG("a callout of kind %d", (int)kind);
}

static const struct callout_name *
find_name(const char *name)
{
	for (size_t i = 0; i < NAME_COUNT; i++) {
		if (str_equal_nocase(callout_names[i].name, name))
			return &callout_names[i];
	}
	return NULL;
}

bool
guide_is_callout(const char *name)
{
	const struct callout_name *found = find_name(name);

	return found != NULL && str_equal(found->name, name);
}

static void
unknown_kind(struct guide_reader *r, struct span at, const char *name)
{
	const char *candidates[NAME_COUNT], *near;
	char *upper = arena_strdup(r->arena, name);

	for (size_t i = 0; upper[i] != '\0'; i++) {
		if (upper[i] >= 'a' && upper[i] <= 'z')
			upper[i] = (char)(upper[i] - 'a' + 'A');
	}
	for (size_t i = 0; i < NAME_COUNT; i++)
		candidates[i] = callout_names[i].name;
	near = str_nearest(upper, candidates, NAME_COUNT);
	diag_say(r->dl, at, near != NULL ? arena_printf(r->arena,
	    HINT_CALLOUT_UNKNOWN, near) : HINT_CALLOUT_UNKNOWN_2,
	    SAY_CALLOUT_UNKNOWN, name);
}

/* Moves the inlines up to the first line break into the label; the break goes,
 * and the paragraph too if nothing is left. */
static void
take_title(struct doc_node *paragraph, struct doc_node *label)
{
	struct doc_node *n;

	while ((n = paragraph->first) != NULL) {
		bool ends = n->kind == DOC_SOFT_BREAK ||
		    n->kind == DOC_LINE_BREAK;

		doc_unlink(n);
		if (ends)
			break;
		doc_append(label, n);
	}
	if (paragraph->first == NULL)
		doc_unlink(paragraph);
	else
		paragraph->at = paragraph->first->at;
}

static void
default_title(struct guide_reader *r, struct doc_node *label,
    const struct callout_name *name)
{
	const char *word = r->words == NULL ? NULL :
	    map_find(r->words, word_key(name->kind));

	doc_append_text(r->arena, label, word != NULL ? word : name->name);
}

void
guide_callout(struct guide_reader *r, struct doc_node *quote)
{
	struct doc_node *paragraph = quote->first, *text, *label;
	const struct callout_name *name;
	const char *end, *rest;

	if (paragraph == NULL || paragraph->kind != DOC_PARAGRAPH)
		return;
	text = paragraph->first;
	if (text == NULL || text->kind != DOC_TEXT ||
	    !str_starts(text->text, "[!"))
		return;
	end = strchr(text->text, ']');
	if (end == NULL)
		return;
	name = find_name(arena_strndup(r->arena, text->text + 2,
	    (size_t)(end - text->text) - 2));
	if (name == NULL) {
		unknown_kind(r, text->at, arena_strndup(r->arena,
		    text->text + 2, (size_t)(end - text->text) - 2));
		return;
	}
	for (rest = end + 1; *rest == ' ' || *rest == '\t'; rest++)
		;
	label = doc_new(r->arena, DOC_LABEL, text->at);
	text->at.col += (unsigned)(rest - text->text);
	text->text = rest;
	if (*rest == '\0')
		doc_unlink(text);
	take_title(paragraph, label);
	if (label->first == NULL)
		default_title(r, label, name);
	quote->kind = DOC_CALLOUT;
	quote->u.callout.kind = name->kind;
	if (quote->first != NULL)
		doc_insert_before(quote->first, label);
	else
		doc_append(quote, label);
}
