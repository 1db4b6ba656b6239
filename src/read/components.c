/* SPDX-License-Identifier: MIT */
/*
 * Comes in: a fenced block with a word behind its fence.  Goes out: the
 * component of that name with its checked values, or the snippet it names.
 * Knows no component: they are defined in doc/.
 */
#include <string.h>

#include "base/arena.h"
#include "base/messages.h"
#include "base/str.h"
#include "base/yaml.h"
#include "doc/component.h"
#include "doc/node.h"
#include "read/guide.h"
#include "read/md.h"
#include "read/placeholders.h"

/* The column of a text's first byte while it is parsed; md_parse_inlines
 * needs room for one more before it. */
#define FIRST_COL 2

static void
unknown_component(struct guide_reader *r, const struct doc_node *block,
    const char *name)
{
	size_t count;
	const struct component_definition *const *all = component_all(&count);
	const char **names = ARENA_ARRAY(r->arena, const char *, count);
	const char *near;

	for (size_t i = 0; i < count; i++)
		names[i] = all[i]->name;
	near = str_nearest(name, names, count);
	diag_say(r->dl, block->at, near != NULL ? arena_printf(r->arena,
	    HINT_COMPONENT_UNKNOWN, near) : HINT_COMPONENT_UNKNOWN_2,
	    SAY_COMPONENT_UNKNOWN, name);
}

const struct yaml_node *
guide_block_yaml(struct guide_reader *r, const struct doc_node *block)
{
	if (block->u.code.cols != NULL)
		return yaml_parse_lines(r->arena, r->dl, block->at.file,
		    block->at.line + 1, block->u.code.cols, block->text,
		    strlen(block->text));
	/* A block's lines are mostly indented as its fence is. */
	return yaml_parse(r->arena, r->dl, block->at.file, block->at.line + 1,
	    block->at.col, block->text, strlen(block->text));
}

/* What follows a block without an end was read as a part of it: it would be
 * told as wrong YAML, or be lost without a word where it looks like a comment
 * ("## Heading"). */
static bool
has_end(struct guide_reader *r, const struct doc_node *block)
{
	if (!block->u.code.open)
		return true;
	diag_say(r->dl, block->at, NULL, SAY_FENCE_OPEN, block->at.line);
	return false;
}

/* Signs of a fence that a hint repeats. */
#define FENCE_SHOWN 32

/* CommonMark lets a block of plain text go on to the end (4.5), which nobody
 * means who writes for parents. */
static void
tell_open_text(struct guide_reader *r, const struct doc_node *block)
{
	char sign = diag_stands(r->dl, block->at, "~") ? '~' : '`';
	char fence[FENCE_SHOWN + 1] = { sign, sign, sign };

	/* The end is no shorter than the beginning. */
	for (size_t i = 3; i < FENCE_SHOWN; i++) {
		fence[i] = sign;
		if (!diag_stands(r->dl, block->at, fence)) {
			fence[i] = '\0';
			break;
		}
	}
	diag_say(r->dl, block->at, arena_printf(r->arena,
	    HINT_FENCE_OPEN_TEXT, fence), SAY_FENCE_OPEN_TEXT,
	    block->at.line);
}

/* Words on a form lead nowhere: paper has no links. */
static bool
refuse_in_component(struct guide_reader *r, const struct doc_node *label)
{
	struct doc_walk w = doc_walk_start(label);
	size_t before = diag_count(r->dl, DIAG_ERROR);

	while (doc_walk_next(&w)) {
		const struct doc_node *n = w.node;

		if (!w.entering)
			continue;
		if (n->kind == DOC_LINK)
			diag_say(r->dl, n->at, NULL, SAY_COMPONENT_LINK);
		else if (n->kind == DOC_IMAGE)
			diag_say(r->dl, n->at, NULL, SAY_IMAGE_IN_COMPONENT);
		else if (n->kind == DOC_HTML_INLINE &&
		    !(str_starts(n->text, "</") && diag_count(r->dl,
		    DIAG_ERROR) > before))
			guide_refuse_html(r, n->at, n->text);
		else if (n->kind == DOC_TEXT && strstr(n->text, "{{") != NULL)
			guide_refuse_braces(r, n);
	}
	return diag_count(r->dl, DIAG_ERROR) == before;
}

/* From a byte of the text to its place in the file. */
static struct span
place_in(const struct yaml_node *scalar, struct span at)
{
	return yaml_text_place(scalar, at.col - FIRST_COL);
}

static void
set_places(struct doc_node *label, struct placeholders *own,
    const struct yaml_node *scalar)
{
	for (struct doc_node *n = label; n != NULL;
	    n = doc_following(label, n))
		n->at = place_in(scalar, n->at);
	for (size_t i = 0; i < own->found.len; i++)
		own->found.items[i].at = place_in(scalar,
		    own->found.items[i].at);
}

/* The text on one line: its bytes are columns. */
static const char *
one_line(struct guide_reader *r, const struct yaml_node *scalar)
{
	char *line = arena_strdup(r->arena, scalar->text);

	for (size_t i = 0; line[i] != '\0'; i++) {
		if (line[i] == '\n' || line[i] == '\r')
			line[i] = ' ';
	}
	return line;
}

static struct doc_node *
component_inlines(void *context, const struct yaml_node *scalar)
{
	struct guide_reader *r = context;
	const struct placeholders *outer = r->placeholders;
	size_t before = diag_count(r->dl, DIAG_ERROR);
	struct span first = { scalar->at.file, scalar->at.line, FIRST_COL };
	struct doc_node *label = NULL;
	struct placeholders own;
	const char *line = one_line(r, scalar), *text;

	text = guide_mask(r, &own, first, line, strlen(line));
	if (text != NULL)
		label = md_parse_inlines(r->arena, r->dl, first, text);
	if (label != NULL) {
		set_places(label, &own, scalar);
		guide_tags(r, label);
		(void)guide_fill(r, label, true);
	}
	r->placeholders = outer;
	if (label == NULL || !refuse_in_component(r, label) ||
	    diag_count(r->dl, DIAG_ERROR) > before)
		return NULL;
	return label;
}

/* Plain words with their values; NULL after an error. */
static const char *
filled_words(struct guide_reader *r, const struct yaml_node *scalar)
{
	const struct placeholders *outer = r->placeholders;
	size_t before = diag_count(r->dl, DIAG_ERROR);
	struct span first = { scalar->at.file, scalar->at.line, FIRST_COL };
	const char *line = one_line(r, scalar), *words = NULL, *masked, *rest;
	struct placeholders own;

	masked = guide_mask(r, &own, first, line, strlen(line));
	set_places(NULL, &own, scalar);
	if (masked != NULL)
		words = str_trim(r->arena, guide_filled(r, masked));
	r->placeholders = outer;
	/* What is no placeholder was left as it is; a value may hold braces. */
	rest = masked == NULL ? NULL : strstr(masked, "{{");
	if (rest != NULL && r->values != NULL)
		diag_say(r->dl, yaml_text_place(scalar, (size_t)(rest -
		    masked)), NULL, SAY_PLACEHOLDER);
	return diag_count(r->dl, DIAG_ERROR) == before ? words : NULL;
}

/* Fills the plain words among "values"; those of Markdown are filled when they
 * are read.  The depth is that of the definitions.  False after an error. */
static bool
fill_words(struct guide_reader *r, const struct component_values *values)
{
	struct component_value *v;
	bool ok = true;

	for (size_t i = 0; i < values->count; i++) {
		v = &values->values[i];
		if (!v->given)
			continue;
		if (v->field->type == COMPONENT_WORD) {
			v->word = filled_words(r, v->yaml);
			ok &= v->word != NULL;
		}
		for (size_t j = 0; v->words != NULL && j < v->count; j++) {
			v->words[j] = filled_words(r, &v->yaml->items[j]);
			ok &= v->words[j] != NULL;
		}
		for (size_t j = 0; v->items != NULL && j < v->count; j++)
			ok &= fill_words(r, v->items[j]);
	}
	return ok;
}

void
guide_fenced_block(struct guide_reader *r, struct doc_node *block)
{
	const struct component_definition *definition;
	const struct component_values *values;
	const struct yaml_node *yaml;
	const char *name;

	if (block->u.code.info == NULL) {
		if (block->u.code.open && r->values != NULL)
			tell_open_text(r, block);
		return;
	}
	name = str_trim(r->arena, block->u.code.info);
	if (str_equal(name, "include")) {
		if (has_end(r, block))
			guide_include(r, block);
		return;
	}
	definition = component_find(name);
	if (definition == NULL) {
		unknown_component(r, block, name);
		return;
	}
	yaml = has_end(r, block) ? guide_block_yaml(r, block) : NULL;
	if (yaml == NULL)
		return;
	values = component_read(r->arena, r->dl, definition, yaml,
	    component_inlines, r);
	if (values == NULL || !fill_words(r, values))
		return;
	block->kind = DOC_COMPONENT;
	block->text = NULL;
	memset(&block->u, 0, sizeof(block->u));
	block->u.component.name = definition->name;
	block->u.component.values = values;
}
