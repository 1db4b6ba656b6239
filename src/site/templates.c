/* SPDX-License-Identifier: MIT */
/*
 * The theme's templates: text -> checked trees, by name without ending.
 */
#include "base/messages.h"
#include "site/site_int.h"

#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/file.h"
#include "base/map.h"
#include "base/str.h"
#include "base/vec.h"
#include "conf/theme.h"
#include "doc/book.h"
#include "site/mustache.h"
#include "site/page_name_tables.h"
#include "site/page_names.h"
#include "site/value.h"

#define ENDING ".mustache"

const char *
theme_file_path(const struct site *s, const char *path)
{
	struct file_root root;
	bool there;

	for (size_t i = 0; i < s->theme->chain_count; i++) {
		if (!file_root_open(&root, s->arena, s->theme->chain[i]))
			continue;
		there = file_exists(&root, path);
		file_root_close(&root);
		if (there)
			return file_join(s->arena, s->theme->chain[i], path);
	}
	return path;
}

static bool
in_table(const struct template_name *row, const char *name)
{
	while (row->name != NULL && !str_equal(row->name, name))
		row++;
	return row->name != NULL;
}

/* Does another template say its name?  Close enough to calling it. */
static bool
is_named(const struct site *s, const char *name)
{
	const struct map *all = s->theme->templates;

	for (size_t i = 0; i < map_count(all); i++) {
		if (!str_equal(map_key(all, i), arena_printf(s->arena, "%s"
		    ENDING, name)) && strstr(map_value(all, i), name) != NULL)
			return true;
	}
	return false;
}

/* A template with a name of its own that no other calls is a slip. */
static void
check_used(struct site *s, const char *name)
{
	VEC(const char *) near = { NULL, 0, 0 };
	const char *nearest;

	if (in_table(page_templates, name) || in_table(page_parts, name) ||
	    is_named(s, name))
		return;
	for (size_t i = 0; page_templates[i].name != NULL; i++)
		*vec_push(s->arena, &near) = page_templates[i].name;
	for (size_t i = 0; page_parts[i].name != NULL; i++)
		*vec_push(s->arena, &near) = page_parts[i].name;
	nearest = str_nearest(name, near.items, near.len);
	diag_say(s->dl, (struct span){ theme_file_path(s, arena_printf(
	    s->arena, "templates/%s" ENDING, name)), 0, 0 }, nearest != NULL ?
	    arena_printf(s->arena, HINT_THEME_UNUSED, nearest) : arena_printf(
	    s->arena, HINT_THEME_UNUSED_2, name), SAY_THEME_UNUSED);
}

bool
templates_read(struct site *s)
{
	struct mustache *m;
	struct map *templates;
	const char *name, *text;
	bool ok;

	ok = true;
	templates = map_new(s->arena);
	for (size_t i = 0; i < map_count(s->theme->templates); i++) {
		name = map_key(s->theme->templates, i);
		text = map_value(s->theme->templates, i);
		if (!str_ends(name, ENDING))
			continue;
		m = mustache_parse(s->arena, s->dl, theme_file_path(s,
		    arena_printf(s->arena, "templates/%s", name)), text,
		    strlen(text));
		if (m == NULL) {
			ok = false;
			continue;
		}
		map_add(templates, arena_strndup(s->arena, name,
		    strlen(name) - strlen(ENDING)), m);
	}
	s->templates = templates;
	if (!ok)
		return false;
	for (size_t i = 0; i < map_count(templates); i++)
		check_used(s, map_key(templates, i));
	for (size_t i = 0; page_templates[i].name != NULL; i++) {
		m = map_find(templates, page_templates[i].name);
		if (m == NULL) {
			diag_say_class(s->dl, DIAG_CONFIGURATION,
			    (struct span){ s->theme->folder, 0, 0 }, NULL,
			    SAY_TEMPLATE_MISSING, page_templates[i].name,
			    ENDING);
			ok = false;
		} else if (!page_names_check(s->arena, s->dl, m, templates,
		    s->book->words, s->theme->site_files)) {
			ok = false;
		}
	}
	return ok;
}

const char *
templates_picture(struct site *s, const char *name,
    const struct value *values)
{
	const struct mustache *m;
	struct buf out;
	const char *text;

	m = map_find(s->templates, name);
	if (m == NULL)
		return "";
	buf_init(&out);
	text = "";
	if (values == NULL)
		values = value_map(s->arena);
	if (mustache_render(s->dl, m, s->templates, values, &out))
		text = arena_strdup(s->arena, out.data);
	buf_release(&out);
	return text;
}
