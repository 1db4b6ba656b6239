/* SPDX-License-Identifier: MIT */
/*
 * A theme's style sheet -> the mistakes after which browsers would silently
 * leave out rules: what is never closed, closed twice or closed by something
 * else, and properties that nobody has set.
 *
 * Knows the tokens of CSS Syntax Module Level 3 (4.3) as far as they can hide a
 * bracket; it knows no properties and no selectors, so it judges none.
 */
#include "site/site_int.h"

#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/map.h"
#include "base/messages.h"
#include "base/str.h"
#include "base/vec.h"
#include "conf/theme.h"

struct place {
	const char	*s;
	struct span	 at;
};

struct use {
	const char	*name;		/* "--ink" */
	struct span	 at;
};

struct reading {
	struct arena		*arena;
	struct diag_list	*dl;
	const char		*s, *line_start;
	struct span		 line;	/* its column is not used */
	VEC(struct place)	 open;
	VEC(struct use)		 uses;
	struct map		*set;	/* properties that have a value */
	const struct map	*files;
	bool			 ok;
};

static struct span
place_here(const struct reading *r)
{
	struct span at = r->line;

	at.col = (unsigned)(r->s - r->line_start) + 1;
	return at;
}

/* Goes on to "end", past line ends. */
static void
go_to(struct reading *r, const char *end)
{
	for (; r->s < end; r->s++) {
		if (*r->s == '\n') {
			r->line.line++;
			r->line_start = r->s + 1;
		}
	}
}

static bool
in_name(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
	    (c >= '0' && c <= '9') || c == '-' || c == '_' ||
	    (unsigned char)c >= 0x80;
}

static const char *
past_name(const char *s)
{
	while (in_name(*s))
		s++;
	return s;
}

static const char *
past_blanks(const char *s)
{
	return s + strspn(s, " \t\r\n");
}

static void
read_comment(struct reading *r)
{
	const char *end = strstr(r->s + 2, "*/");

	if (end == NULL) {
		r->ok = false;
		diag_say_class(r->dl, DIAG_CONFIGURATION, place_here(r), NULL,
		    SAY_STYLE_COMMENT);
	}
	go_to(r, end != NULL ? end + 2 : r->s + strlen(r->s));
}

/* A string ends with its line, unless that ends in a backslash (4.3.5). */
static void
read_string(struct reading *r)
{
	const char *end = r->s + 1;

	while (*end != '\0' && *end != *r->s && *end != '\n') {
		if (*end == '\\' && end[1] == '\r' && end[2] == '\n')
			end += 2;
		end += *end == '\\' && end[1] != '\0' ? 2 : 1;
	}
	if (*end != *r->s) {
		r->ok = false;
		diag_say_class(r->dl, DIAG_CONFIGURATION, place_here(r), NULL,
		    SAY_STYLE_STRING);
	}
	go_to(r, *end == *r->s ? end + 1 : end);
}

static char
partner(char open)
{
	return open == '{' ? '}' : open == '(' ? ')' : ']';
}

static void
read_close(struct reading *r)
{
	const struct place *open;

	if (r->open.len == 0) {
		r->ok = false;
		diag_say_class(r->dl, DIAG_CONFIGURATION, place_here(r), NULL,
		    SAY_STYLE_CLOSE, *r->s);
	} else {
		open = &r->open.items[--r->open.len];
		if (partner(*open->s) != *r->s) {
			r->ok = false;
			diag_say_class(r->dl, DIAG_CONFIGURATION,
			    place_here(r), arena_printf(r->arena,
			    HINT_STYLE_PAIR, partner(*open->s), *open->s,
			    open->at.line), SAY_STYLE_PAIR, *r->s);
		}
	}
	r->s++;
}

static void
read_open(struct reading *r)
{
	struct place *open;

	open = vec_push(r->arena, &r->open);
	open->s = r->s;
	open->at = place_here(r);
	r->s++;
}

/* A name, and what it means: an address without quotation marks, whose marks
 * are no brackets; a property that is set, or used without a value in its
 * place. */
static void
read_name(struct reading *r)
{
	const char *end = past_name(r->s), *name;
	size_t len = (size_t)(end - r->s);
	struct use *use;

	if (len == 3 && *end == '(' && (str_starts(r->s, "url") ||
	    str_starts(r->s, "URL"))) {
		name = past_blanks(end + 1);
		if (*name != '"' && *name != '\'') {
			/* An address that never ends is a bracket that never
			 * ends. */
			end = name + strcspn(name, ") \t\r\n\"'(");
			go_to(r, r->s + 3);
			read_open(r);
		}
	} else if (str_starts(r->s, "--") && len > 2) {
		name = arena_strndup(r->arena, r->s, len);
		if ((*past_blanks(end) == '{' || (*past_blanks(end) == ':' &&
		    r->open.len > 0 &&
		    *r->open.items[r->open.len - 1].s == '{')) &&
		    map_find(r->set, name) == NULL)
			map_add(r->set, name, r);
	} else if (len == 3 && str_starts(r->s, "var(")) {
		name = past_blanks(end + 1);
		if (str_starts(name, "--") &&
		    *past_blanks(past_name(name)) == ')') {
			end = past_name(name);
			use = vec_push(r->arena, &r->uses);
			use->name = arena_strndup(r->arena, name,
			    (size_t)(end - name));
			go_to(r, r->s + 3);
			read_open(r);
			go_to(r, name);
			use->at = place_here(r);
		}
	}
	go_to(r, end);
}

static void
read_all(struct reading *r)
{
	while (*r->s != '\0') {
		if (str_starts(r->s, "/*"))
			read_comment(r);
		else if (*r->s == '"' || *r->s == '\'')
			read_string(r);
		else if (*r->s == '\\' && r->s[1] != '\0')
			go_to(r, r->s + 2);
		else if (strchr("{([", *r->s) != NULL)
			read_open(r);
		else if (strchr("})]", *r->s) != NULL)
			read_close(r);
		else if (in_name(*r->s))
			read_name(r);
		else
			go_to(r, r->s + 1);
		/* What follows the first mistake is not what was meant. */
		if (!r->ok)
			return;
	}
	if (r->open.len > 0) {
		const struct place *open = &r->open.items[r->open.len - 1];

		r->ok = false;
		diag_say_class(r->dl, DIAG_CONFIGURATION, open->at,
		    arena_printf(r->arena, HINT_STYLE_OPEN,
		    partner(*open->s)), SAY_STYLE_OPEN, *open->s);
	}
}

/* Does a script name the property?  Then it may set it. */
static bool
in_script(const struct reading *r, const char *name)
{
	for (size_t i = 0; i < map_count(r->files); i++) {
		if (str_ends(map_key(r->files, i), ".js") &&
		    strstr(map_value(r->files, i), name) != NULL)
			return true;
	}
	return false;
}

static void
check_uses(struct reading *r)
{
	VEC(const char *) near = { NULL, 0, 0 };
	const char *nearest;

	for (size_t i = 0; i < map_count(r->set); i++)
		*vec_push(r->arena, &near) = map_key(r->set, i);
	for (size_t i = 0; i < r->uses.len; i++) {
		const struct use *use = &r->uses.items[i];

		if (map_find(r->set, use->name) != NULL ||
		    in_script(r, use->name))
			continue;
		r->ok = false;
		nearest = str_nearest(use->name, near.items, near.len);
		diag_say_class(r->dl, DIAG_CONFIGURATION, use->at,
		    nearest != NULL ? arena_printf(r->arena,
		    HINT_STYLE_PROPERTY, nearest) : HINT_STYLE_PROPERTY_2,
		    SAY_STYLE_PROPERTY, use->name);
	}
}

bool
style_check(struct arena *a, struct diag_list *dl, const char *file,
    const char *css, const struct map *files)
{
	struct reading r;

	memset(&r, 0, sizeof(r));
	r.arena = a;
	r.dl = dl;
	r.s = r.line_start = css;
	r.line = (struct span){ file, 1, 0 };
	r.files = files;
	r.ok = true;
	r.set = map_new(a);
	map_add(r.set, "--face", &r);
	for (int i = 0; i < THEME_COLOUR_COUNT; i++)
		map_add(r.set, arena_printf(a, "--%s",
		    theme_colour_name((enum theme_colour)i)), &r);
	read_all(&r);
	if (r.ok)
		check_uses(&r);
	return r.ok;
}
