/* SPDX-License-Identifier: MIT */
/*
 * Which names templates know: one table for each place where names are looked
 * up.  A new name is one row here and one value_set in page_values.c.
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

enum name_kind {
	NAME_TEXT,
	NAME_FLAG,
	NAME_CONTENT,		/* the one that may be written raw */
	NAME_GROUP,		/* a map or a list of maps */
	NAME_WORDS,		/* the tool's own words */
	NAME_SCRIPTS		/* the theme's scripts */
};

struct page_name {
	const char		*name;
	enum name_kind		 kind;
	const struct page_name	*inside;	/* of a group */
};

#define TEXT(name) { name, NAME_TEXT, NULL }
#define FLAG(name) { name, NAME_FLAG, NULL }
#define GROUP(name, inside) { name, NAME_GROUP, inside }
#define END { NULL, NAME_TEXT, NULL }

static const struct page_name link_names[] = {
	TEXT("title"), TEXT("href"), FLAG("current"), FLAG("to_home"), END
};

static const struct page_name chapter_names[] = {
	TEXT("title"), TEXT("href"), FLAG("current"), TEXT("nav_title"),
	TEXT("summary"), TEXT("number"), FLAG("help"), END
};

static const struct page_name worksheet_names[] = {
	TEXT("title"), TEXT("href"), TEXT("label"), TEXT("for_whom"),
	TEXT("duration"), TEXT("why"), TEXT("summary"), TEXT("pdf_href"),
	TEXT("pdf_words"), TEXT("sketch"), TEXT("sketch_words"), END
};

static const struct page_name text_names[] = { TEXT("text"), END };

static const struct page_name download_names[] = {
	TEXT("kind"), TEXT("title"), TEXT("why"), TEXT("href"), TEXT("facts"),
	FLAG("has_steps"), GROUP("steps", text_names), END
};

static const struct page_name language_names[] = {
	TEXT("tag"), TEXT("dir"), TEXT("name"), TEXT("href"),
	TEXT("alternate"), TEXT("otherwise"), FLAG("current"), END
};

/* Under a letter of the A to Z. */
static const struct page_name entry_names[] = {
	TEXT("title"), TEXT("href"), TEXT("where"), END
};

static const struct page_name letter_names[] = {
	TEXT("letter"), TEXT("id"), GROUP("entries", entry_names), END
};

static const struct page_name first_help_names[] = {
	TEXT("name"), TEXT("call"), TEXT("href"), TEXT("hours"),
	FLAG("emergency"), END
};

static const struct page_name check_names[] = {
	TEXT("tool"), TEXT("what"), TEXT("found"), END
};

static const struct page_name statement_names[] = {
	GROUP("checks", check_names), FLAG("has_checks"), FLAG("firefox"),
	TEXT("pages"), TEXT("contrast"), END
};

static const struct page_name clinic_names[] = {
	TEXT("name"), TEXT("strapline"), TEXT("phone"), TEXT("phone_href"),
	TEXT("email"), TEXT("email_href"), TEXT("hours"), TEXT("address"),
	TEXT("booking_url"), TEXT("emergency_text"), TEXT("logo_href"),
	TEXT("logo_width"), TEXT("logo_height"), END
};

/* The chapter that the page shows. */
static const struct page_name this_names[] = {
	TEXT("id"), TEXT("number"), TEXT("label"), TEXT("minutes"),
	TEXT("summary"), TEXT("for_whom"), TEXT("duration"), TEXT("why"),
	TEXT("closing"), TEXT("pdf_href"), TEXT("pdf_words"),
	FLAG("is_worksheet"), FLAG("is_help"), FLAG("discreet"),
	FLAG("not_kept"), END
};

/* What a page tells machines of itself. */
static const struct page_name facts_names[] = {
	TEXT("type"), TEXT("reviewed_by"), TEXT("last_reviewed"),
	TEXT("modified"), TEXT("version"), TEXT("picture"), END
};

static const struct page_name change_names[] = {
	TEXT("date"), TEXT("version"), TEXT("of"), TEXT("what"), TEXT("title"),
	TEXT("href"), END
};

static const struct page_name root_names[] = {
	TEXT("lang"), TEXT("dir"), TEXT("csp"), TEXT("base"), TEXT("canonical"),
	TEXT("stylesheet"), TEXT("script"), TEXT("icon"),
	TEXT("book_title"), TEXT("book_name"), FLAG("long_name"),
	TEXT("strapline"),
	TEXT("credit"),
	TEXT("title"), TEXT("page_title"), TEXT("description"),
	TEXT("title_first"), TEXT("title_rest"), TEXT("mail_href"),
	TEXT("website_facts"),
	TEXT("about_href"), TEXT("about_title"), TEXT("review"),
	TEXT("kind"), TEXT("accessibility_href"), FLAG("shares"),
	GROUP("statement", statement_names), TEXT("heaviest"),
	GROUP("crumbs", link_names), FLAG("has_crumbs"),
	TEXT("sample"), TEXT("version"), TEXT("date"), TEXT("next_review"),
	TEXT("guide_id"), TEXT("clinic_id"), TEXT("leave_href"),
	TEXT("home_href"), TEXT("help_href"), TEXT("start_href"),
	TEXT("worksheets_href"), TEXT("downloads_href"),
	TEXT("search_href"), TEXT("search_index"), TEXT("a_z_href"),
	FLAG("is_search"), FLAG("is_a_z"), GROUP("letters", letter_names),
	TEXT("distress_words"), GROUP("first_help", first_help_names),
	FLAG("has_first_help"),
	TEXT("current_href"), TEXT("newest"), TEXT("compare"),
	TEXT("feed_href"), TEXT("moved_href"),
	TEXT("moved_title"), TEXT("worker_href"), FLAG("is_current"),
	GROUP("facts", facts_names),
	GROUP("changes", change_names), FLAG("has_changes"),
	FLAG("is_home"), FLAG("is_help"), FLAG("keeps"),
	GROUP("menu", link_names), GROUP("chapters", chapter_names),
	FLAG("has_chapters"), GROUP("worksheets", worksheet_names),
	FLAG("has_worksheets"), GROUP("downloads", download_names),
	FLAG("has_downloads"), GROUP("clinic", clinic_names),
	GROUP("languages", language_names), FLAG("has_languages"),
	GROUP("this", this_names), GROUP("headings", link_names),
	FLAG("has_headings"), GROUP("with_chapter", link_names),
	FLAG("has_with_chapter"), GROUP("next", link_names),
	GROUP("previous", link_names), { "content", NAME_CONTENT, NULL },
	{ "words", NAME_WORDS, NULL },
	{ "scripts", NAME_SCRIPTS, NULL }, END
};

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
	if (node->path_len == 2 && map_find(c->site_files,
	    arena_printf(c->arena, "%s.js", node->path[1])) != NULL)
		return;
	fail(c, node, NULL, SAY_TEMPLATE_SCRIPT,
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
	const struct name_scope root = { root_names, NULL };

	check_nodes(&c, page->first, &root);
	return c.ok;
}
