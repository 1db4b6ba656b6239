/* SPDX-License-Identifier: MIT */
/*
 * Do templates use only names that there are?  Which those are stands in
 * page_name_tables.c.
 *
 * Comes in: parsed templates.  Goes out: messages with the nearest name.
 */
#include "site/page_names.h"

#include <stdarg.h>
#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/map.h"
#include "base/messages.h"
#include "base/str.h"
#include "base/vec.h"
#include "site/mustache.h"
#include "site/page_name_tables.h"

/* Tables in which a name is looked up, innermost first. */
struct name_scope {
	const struct page_name	*names;
	const struct name_scope	*outer;
};

struct check {
	struct arena		*arena;
	struct diag_list	*dl;
	const struct map	*partials, *words, *site_files;
	int			 depth;
	bool			 ok;
};

static void check_nodes(struct check *c, const struct mustache_node *node,
    const struct name_scope *scope);

static const struct page_name *
find_name(const struct page_name *names, const char *name)
{
	for (; names->name != NULL; names++) {
		if (strcmp(names->name, name) == 0)
			return names;
	}
	return NULL;
}

__attribute__((format(printf, 7, 8)))
static void
fail(struct check *c, const struct mustache_node *node, const char *hint,
    enum diag_level level, const char *id, const char *own_hint,
    const char *fmt, ...)
{
	va_list ap;

	c->ok = false;
	va_start(ap, fmt);
	diag_say_list(c->dl, DIAG_CONFIGURATION, node->at, hint, level, id,
	    own_hint, fmt, ap);
	va_end(ap);
}

static void
unknown_name(struct check *c, const struct mustache_node *node,
    const struct name_scope *scope, const char *name)
{
	VEC(const char *) near = { NULL, 0, 0 };
	const char *nearest;

	for (; scope != NULL; scope = scope->outer) {
		for (const struct page_name *n = scope->names; n->name != NULL;
		    n++)
			*vec_push(c->arena, &near) = n->name;
	}
	nearest = str_nearest(name, near.items, near.len);
	fail(c, node, nearest != NULL ? arena_printf(c->arena,
	    HINT_TEMPLATE_NAME, nearest) : HINT_TEMPLATE_NAME_2,
	    SAY_TEMPLATE_NAME, name);
}

static void
check_word(struct check *c, const struct mustache_node *node)
{
	VEC(const char *) near = { NULL, 0, 0 };
	const char *nearest;

	if (node->path_len == 2 && map_find(c->words, node->path[1]) != NULL)
		return;
	for (size_t i = 0; i < map_count(c->words); i++)
		*vec_push(c->arena, &near) = map_key(c->words, i);
	nearest = str_nearest(node->path[node->path_len - 1], near.items,
	    near.len);
	fail(c, node, nearest != NULL ? arena_printf(c->arena,
	    HINT_TEMPLATE_WORD, nearest) : HINT_TEMPLATE_WORD_2,
	    SAY_TEMPLATE_WORD, node->text);
}

static void
check_script(struct check *c, const struct mustache_node *node)
{
	VEC(const char *) names = { NULL, 0, 0 };
	const char *name;

	if (node->path_len == 2 && map_find(c->site_files,
	    arena_printf(c->arena, "%s.js", node->path[1])) != NULL)
		return;
	for (size_t i = 0; i < map_count(c->site_files); i++) {
		name = map_key(c->site_files, i);
		if (str_ends(name, ".js"))
			*vec_push(c->arena, &names) = arena_strndup(c->arena,
			    name, strlen(name) - strlen(".js"));
	}
	fail(c, node, str_nearest_hint(c->arena, node->path[node->path_len -
	    1], names.items, names.len), SAY_TEMPLATE_SCRIPT,
	    node->path[node->path_len - 1]);
}

/* The row of the node's name; NULL for ".", words, scripts and mistakes. */
static const struct page_name *
check_name(struct check *c, const struct mustache_node *node,
    const struct name_scope *scope)
{
	const struct page_name *row;
	const struct name_scope *s;

	if (node->path_len == 0)
		return NULL;
	row = NULL;
	for (s = scope; s != NULL && row == NULL; s = s->outer)
		row = find_name(s->names, node->path[0]);
	if (row == NULL) {
		unknown_name(c, node, scope, node->path[0]);
		return NULL;
	}
	if (row->kind == NAME_WORDS) {
		check_word(c, node);
		return NULL;
	}
	if (row->kind == NAME_SCRIPTS) {
		check_script(c, node);
		return NULL;
	}
	for (size_t i = 1; i < node->path_len; i++) {
		struct name_scope inside = { row->inside, NULL };

		if (row->inside == NULL ||
		    find_name(row->inside, node->path[i]) == NULL) {
			unknown_name(c, node, row->inside != NULL ? &inside :
			    scope, node->path[i]);
			return NULL;
		}
		row = find_name(row->inside, node->path[i]);
	}
	return row;
}

static void
check_value(struct check *c, const struct mustache_node *node,
    const struct name_scope *scope)
{
	const struct page_name *row;

	row = check_name(c, node, scope);
	if (node->kind == MUSTACHE_RAW &&
	    (row == NULL || row->kind != NAME_CONTENT))
		fail(c, node, NULL, SAY_TEMPLATE_RAW, node->text);
	if (node->kind == MUSTACHE_ESCAPED && row != NULL &&
	    row->kind == NAME_CONTENT)
		fail(c, node, NULL, SAY_TEMPLATE_RAW_CONTENT);
	if (row != NULL && (row->kind == NAME_GROUP || row->kind == NAME_FLAG))
		fail(c, node, arena_printf(c->arena, HINT_TEMPLATE_NAME_GROUP,
		    node->text), SAY_TEMPLATE_NAME_GROUP, node->text);
}

static void
check_partial(struct check *c, const struct mustache_node *node,
    const struct name_scope *scope)
{
	const struct mustache *partial;
	VEC(const char *) near = { NULL, 0, 0 };
	const char *nearest;

	partial = map_find(c->partials, node->text);
	if (partial == NULL) {
		for (size_t i = 0; i < map_count(c->partials); i++)
			*vec_push(c->arena, &near) = map_key(c->partials, i);
		nearest = str_nearest(node->text, near.items, near.len);
		fail(c, node, nearest != NULL ? arena_printf(c->arena,
		    HINT_TEMPLATE_MISSING_PARTIAL, nearest) :
		    HINT_TEMPLATE_MISSING_PARTIAL_2,
		    SAY_TEMPLATE_MISSING_PARTIAL, node->text);
		return;
	}
	/* Rendering says so if they never end. */
	if (c->depth == MUSTACHE_PARTIAL_DEPTH)
		return;
	c->depth++;
	check_nodes(c, partial->first, scope);
	c->depth--;
}

static void
check_nodes(struct check *c, const struct mustache_node *node,
    const struct name_scope *scope)
{
	const struct page_name *row;
	struct name_scope inner;

	for (; node != NULL && c->ok; node = node->next) {
		switch (node->kind) {
		case MUSTACHE_LITERAL:
			break;
		case MUSTACHE_ESCAPED:
		case MUSTACHE_RAW:
			check_value(c, node, scope);
			break;
		case MUSTACHE_SECTION:
		case MUSTACHE_INVERTED:
			row = check_name(c, node, scope);
			inner.names = row != NULL ? row->inside : NULL;
			inner.outer = scope;
			check_nodes(c, node->first, inner.names != NULL ?
			    &inner : scope);
			break;
		case MUSTACHE_PARTIAL:
			check_partial(c, node, scope);
			break;
		}
	}
}

bool
page_names_check(struct arena *a, struct diag_list *dl,
    const struct mustache *page, const struct map *partials,
    const struct map *words, const struct map *site_files)
{
	struct check c = { a, dl, partials, words, site_files, 0, true };
	const struct name_scope root = { page_root_names, NULL };

	check_nodes(&c, page->first, &root);
	return c.ok;
}
