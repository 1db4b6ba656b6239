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
