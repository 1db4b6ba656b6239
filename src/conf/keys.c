/* SPDX-License-Identifier: MIT */
/*
 * Checks a YAML map against a table of keys and stores its texts.
 *
 * Comes in: a tree of values with places, and a table.  Goes out: struct
 * conf_text by offset, and messages for editors.  Knows no file in particular.
 */
#include "conf/keys.h"

#include <errno.h>
#include <stdarg.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/file.h"
#include "base/messages.h"
#include "base/str.h"
#include "base/yaml.h"

/* One mebibyte: a help.yaml for all countries is a tenth of it. */
#define YAML_FILE_BYTES ((size_t)1 << 20)

void
keys_say(const struct keys_job *job, struct span at, const char *hint,
    enum diag_level level, const char *id, const char *own_hint,
    const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	diag_say_list(job->dl, job->class, at, hint, level, id, own_hint, fmt,
	    ap);
	va_end(ap);
}

const struct yaml_node *
keys_parse(const struct keys_job *job, const char *file, const char *text,
    size_t len)
{
	const struct diag *d;
	const struct yaml_node *root;
	struct diag_list *found;
	struct keys_job here;

	diag_source(job->dl, file, text, len);
	/* The parser does not know which exit code its errors ask for. */
	found = diag_list_new(job->arena);
	root = yaml_parse(job->arena, found, file, 1, 1, text, len);
	for (size_t i = 0; i < diag_total(found); i++) {
		d = diag_nth(found, i);
		if (d->level == DIAG_ERROR)
			diag_error_class(job->dl, job->class, d->id, d->at,
			    d->hint, "%s", d->text);
		else
			diag_add(job->dl, d->level, d->id, d->at, d->hint,
			    "%s", d->text);
	}
	if (root == NULL)
		return NULL;
	here = *job;
	return keys_is_map(&here, root) ? root : NULL;
}

const struct yaml_node *
keys_file(const struct keys_job *job, const struct file_root *root,
    const char *path, bool *missing)
{
	struct span at;
	enum file_status status;
	const char *text;
	size_t len;

	at = (struct span){ file_join(job->arena, root->path, path), 0, 0 };
	*missing = false;
	status = file_read(root, job->arena, path, YAML_FILE_BYTES, &text,
	    &len);
	switch (status) {
	case FILE_READ:
		return keys_parse(job, at.file, text, len);
	case FILE_MISSING:
		*missing = true;
		return NULL;
	case FILE_NOT_REGULAR:
	case FILE_TOO_LARGE:
	case FILE_BAD_PATH:
		keys_say(job, at, NULL, SAY_FILE_UNREADABLE_KIND,
		    file_status_text(status));
		return NULL;
	case FILE_FAILED:
		diag_say_class(job->dl, DIAG_SYSTEM, at, NULL,
		    SAY_FILE_UNREADABLE, strerror(errno));
		return NULL;
	}
	BUG("file status %d", (int)status);
}

bool
keys_is_map(const struct keys_job *job, const struct yaml_node *value)
{
	if (value->kind == YAML_MAP)
		return true;
	keys_say(job, value->at, NULL, SAY_WRONG_TYPE_MAP, job->what);
	return false;
}

static const struct key *
find_key(const struct key *keys, const char *name)
{
	for (; keys->name != NULL; keys++) {
		if (str_equal(keys->name, name))
			return keys;
	}
	return NULL;
}

/* "a, b and c" of a NULL-ended list. */
static const char *
spell_out(struct arena *a, const char *const *words, const char *join)
{
	struct buf text;
	const char *result;

	buf_init(&text);
	for (size_t i = 0; words[i] != NULL; i++) {
		if (i > 0)
			buf_puts(&text, words[i + 1] == NULL ? join : ", ");
		buf_puts(&text, words[i]);
	}
	result = arena_strdup(a, text.data);
	buf_release(&text);
	return result;
}

/* Says that there is no such key; the key that was probably meant, or NULL. */
static const struct key *
unknown_key(const struct keys_job *job, const struct key *keys,
    const struct yaml_node *map, size_t at)
{
	const char **names, *near, *hint;
	size_t count;

	for (count = 0; keys[count].name != NULL; count++)
		;
	names = ARENA_ARRAY(job->arena, const char *, count + 1);
	for (size_t i = 0; i < count; i++)
		names[i] = keys[i].name;
	near = str_nearest(str_without_curly_quotes(job->arena,
	    map->keys[at]), names, count);
	if (near != NULL)
		hint = arena_printf(job->arena, "did you mean \"%s\"?", near);
	else
		hint = arena_printf(job->arena, "what may stand here: %s",
		    spell_out(job->arena, names, " and "));
	keys_say(job, map->key_at[at], hint, SAY_UNKNOWN_KEY, job->what,
	    map->keys[at]);
	return near != NULL ? find_key(keys, near) : NULL;
}

/* What a right value looks like, for hints. */
static const char *
example_of(struct arena *a, const struct key *key, enum key_type type)
{
	switch (type) {
	case KEY_FORMAT:
		return "write \"format: 1\"";
	case KEY_TEXT:
		return "write it as words on one line";
	case KEY_ID:
		return "use small letters a to z, digits and hyphens, with a "
		    "letter first, such as \"rush-of-love\"";
	case KEY_VERSION:
		return "use letters, digits, dots and hyphens, such as "
		    "\"2026.11\"";
	case KEY_DATE:
		return "write year, month and day of a real date, such as "
		    "2026-11-23";
	case KEY_NUMBER:
		return arena_printf(a, "write a whole number from %lld to %lld",
		    (long long)key->min, (long long)key->max);
	case KEY_CHOICE:
		return arena_printf(a, "write %s",
		    spell_out(a, key->choices, " or "));
	case KEY_LANGUAGE:
		return "write the language's tag, such as en-GB, pl or ar";
	case KEY_REGION:
		return "write the country's two capital letters, such as GB, "
		    "or a part of it, such as GB-WLS";
	case KEY_ADDRESS:
		return "write the whole address, such as https://example.org";
	case KEY_WEB:
		return "write the address without https://, such as "
		    "example.org/help";
	case KEY_PHONE:
		return "write it as it is dialled, without spaces, such as "
		    "\"+441632960123\"";
	case KEY_EMAIL:
		return "write it as name@example.org";
	case KEY_LENGTH:
		return "write a number and mm or pt, such as 18 mm";
	case KEY_COLOUR:
		return "write six hexadecimal digits in quotes, such as "
		    "\"#265240\"";
	case KEY_LIST:
		return "write a list: [one, two], or a line \"- one\" for "
		    "each";
	case KEY_MAP:
	case KEY_NAMED:
		return "write one \"name: value\" on each line below it, set "
		    "in by two spaces";
	case KEY_RECORDS:
		return "write a list: a line \"- name: value\" starts each "
		    "entry";
	}
	BUG("key type %d", (int)type);
}

static bool
wrong_value(const struct keys_job *job, const struct key *key,
    enum key_type type, const struct yaml_node *value)
{
	struct arena *a;
	const char *hint, *near;

	a = job->arena;
	hint = example_of(a, key, type);
	if (value->kind != YAML_SCALAR || type > KEY_COLOUR) {
		keys_say(job, value->at, hint, SAY_WRONG_TYPE, key->name);
		return false;
	}
	if (type == KEY_LANGUAGE) {
		near = conf_language_tag(a, value->text);
		if (near == NULL)
			near = conf_language_named(a, value->text);
		if (near != NULL)
			hint = arena_printf(a, "write %s", near);
	}
	if (type == KEY_REGION && str_starts(value->text, "UK"))
		hint = arena_printf(a, "did you mean \"GB%s\"?",
		    value->text + 2);
	if (type == KEY_FORMAT)
		keys_say(job, value->at, hint, SAY_BAD_FORMAT, job->what,
		    value->text);
	else if (type == KEY_DATE)
		keys_say(job, value->at, hint, SAY_BAD_DATE, value->text,
		    key->name);
	else if (type == KEY_NUMBER)
		keys_say(job, value->at, hint, SAY_BAD_NUMBER, value->text,
		    key->name);
	else if (type == KEY_CHOICE)
		keys_say(job, value->at, hint, SAY_BAD_CHOICE, value->text,
		    key->name);
	else
		keys_say(job, value->at, hint, SAY_BAD_VALUE, value->text,
		    key->name);
	return false;
}

static bool
is_choice(const struct key *key, const char *text)
{
	for (size_t i = 0; key->choices[i] != NULL; i++) {
		if (str_equal(key->choices[i], text))
			return true;
	}
	return false;
}

/* Quotation marks of a word processor round a value are words to YAML. */
static void
look_for_curly_quotes(const struct keys_job *job,
    const struct yaml_node *value)
{
	static const char *const pairs[][2] = { { "\xE2\x80\x9C",
	    "\xE2\x80\x9D" }, { "\xE2\x80\x9E", "\xE2\x80\x9C" },
	    { "\xE2\x80\x98", "\xE2\x80\x99" }, { "\xE2\x80\x9D",
	    "\xE2\x80\x9D" } };
	const char *words, *hint;
	size_t len = strlen(value->text);

	for (size_t i = 0; i < sizeof(pairs) / sizeof(pairs[0]); i++) {
		if (len <= 6 || !str_starts(value->text, pairs[i][0]) ||
		    !str_ends(value->text, pairs[i][1]))
			continue;
		words = arena_strndup(job->arena, value->text + 3, len - 6);
		/* Two quotations, with words between them. */
		if (strstr(words, pairs[i][0]) != NULL)
			continue;
		hint = len > 60 || strpbrk(words, "\"\\") != NULL ?
		    HINT_CURLY_QUOTES_2 : arena_printf(job->arena,
		    HINT_CURLY_QUOTES, words);
		keys_say(job, value->at, hint, SAY_CURLY_QUOTES);
		return;
	}
}

static bool
check_scalar(const struct keys_job *job, const struct key *key,
    enum key_type type, const struct yaml_node *value)
{
	int64_t number;
	size_t cap, len;
	bool ok;

	if (value->kind != YAML_SCALAR)
		return wrong_value(job, key, type, value);
	cap = key->max > 0 && type == KEY_TEXT && key->type == KEY_TEXT ?
	    (size_t)key->max : KEYS_TEXT_BYTES;
	len = strlen(value->text);
	if (len > cap) {
		keys_say(job, value->at, NULL, SAY_TOO_LONG, key->name, len,
		    cap);
		return false;
	}
	if (type == KEY_CHOICE)
		ok = is_choice(key, value->text);
	else if (type == KEY_NUMBER)
		ok = str_to_int(value->text, key->min, key->max, &number);
	else
		ok = keys_value_ok(type, value->text);
	if (ok && type == KEY_TEXT && value->style == YAML_PLAIN)
		look_for_curly_quotes(job, value);
	return ok || wrong_value(job, key, type, value);
}

/* YAML's own words for "nothing"; in quotes they are words. */
static bool
is_null(const struct yaml_node *value)
{
	static const char *const words[] = { "~", "null", "Null", "NULL" };

	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
		if (str_equal(value->text, words[i]))
			return !value->quoted;
	}
	return false;
}

static bool
is_blank(const struct yaml_node *value)
{
	return value == NULL || (value->kind == YAML_SCALAR &&
	    (str_blank(value->text) || is_null(value)));
}

static bool
check_list(const struct keys_job *job, const struct key *key,
    const struct yaml_node *value)
{
	bool ok;

	if (value->kind != YAML_LIST)
		return wrong_value(job, key, key->type, value);
	if ((int64_t)value->count < key->min ||
	    (key->max > 0 && (int64_t)value->count > key->max)) {
		keys_say(job, value->at, arena_printf(job->arena,
		    HINT_BAD_COUNT, (long long)key->min, (long long)key->max),
		    SAY_BAD_COUNT, key->name, value->count,
		    str_by_count(value->count, "entry", "entries"));
		return false;
	}
	if (key->type == KEY_RECORDS)
		return true;
	ok = true;
	for (size_t i = 0; i < value->count; i++) {
		if (is_blank(&value->items[i])) {
			keys_say(job, value->items[i].at, NULL,
			    SAY_EMPTY_ENTRY, key->name);
			ok = false;
		} else if (!check_scalar(job, key, key->of,
		    &value->items[i])) {
			ok = false;
		}
	}
	return ok;
}

static void
store(const struct keys_job *job, const struct key *key, const char *text,
    struct span at, void *into)
{
	struct conf_text *slot;

	if (into == NULL || key->offset == KEY_NOT_STORED)
		return;
	slot = (struct conf_text *)(void *)((char *)into + key->offset);
	slot->text = text == NULL ? NULL : str_trim(job->arena, text);
	slot->at = at;
}

static bool
read_blank(const struct keys_job *job, const struct key *key,
    const struct yaml_node *map, const struct yaml_node *value, void *into)
{
	struct span at;
	const char *hint;

	at = value != NULL ? value->at : map->at;
	if (key->required) {
		hint = arena_printf(job->arena, HINT_MISSING_KEY,
		    key->name, key->help, key->type == KEY_TEXT ? "" : "; ",
		    key->type == KEY_TEXT ? "" :
		    example_of(job->arena, key, key->type));
		if (value != NULL)
			keys_say(job, at, hint, SAY_EMPTY_KEY, job->what,
			    key->name);
		else
			keys_say(job, at, hint, SAY_MISSING_KEY, job->what,
			    key->name);
		return false;
	}
	/* What looks like a colour was read as a note. */
	if (value != NULL && key->type == KEY_COLOUR) {
		keys_say(job, at, NULL, SAY_EMPTY_COLOUR, key->name);
		return false;
	}
	if (key->type == KEY_MAP) {
		static const struct yaml_node empty = { .kind = YAML_MAP };

		return keys_read(job, key->keys, &empty, into);
	}
	store(job, key, key->preset, at, into);
	return true;
}

static bool
read_value(const struct keys_job *job, const struct key *key,
    const struct yaml_node *value, void *into)
{
	switch (key->type) {
	case KEY_LIST:
	case KEY_RECORDS:
		return check_list(job, key, value);
	case KEY_NAMED:
		if (value->kind != YAML_MAP)
			return wrong_value(job, key, key->type, value);
		return true;
	case KEY_MAP:
		if (value->kind != YAML_MAP)
			return wrong_value(job, key, key->type, value);
		return keys_read(job, key->keys, value, into);
	case KEY_FORMAT:
	case KEY_TEXT:
	case KEY_ID:
	case KEY_VERSION:
	case KEY_DATE:
	case KEY_NUMBER:
	case KEY_CHOICE:
	case KEY_LANGUAGE:
	case KEY_REGION:
	case KEY_ADDRESS:
	case KEY_WEB:
	case KEY_PHONE:
	case KEY_EMAIL:
	case KEY_LENGTH:
	case KEY_COLOUR:
		if (!check_scalar(job, key, key->type, value))
			return false;
		store(job, key, value->text, value->at, into);
		return true;
	}
	BUG("key type %d", (int)key->type);
}

bool
keys_read(const struct keys_job *job, const struct key *keys,
    const struct yaml_node *map, void *into)
{
	const struct key **meant, *key;
	const struct yaml_node *value;
	size_t i, wrong;
	bool ok;

	ok = true;
	meant = ARENA_ARRAY(job->arena, const struct key *, map->count + 1);
	wrong = 0;
	for (i = 0; i < map->count; i++) {
		if (find_key(keys, map->keys[i]) == NULL) {
			meant[wrong++] = unknown_key(job, keys, map, i);
			ok = false;
		}
	}
	for (key = keys; key->name != NULL; key++) {
		value = yaml_find(map, key->name);
		for (i = 0; i < wrong && meant[i] != key; i++)
			;
		/* It is there, by another name. */
		if (value == NULL && i < wrong)
			continue;
		if (is_blank(value)) {
			if (!read_blank(job, key, map, value, into))
				ok = false;
		} else if (!read_value(job, key, value, into)) {
			ok = false;
		}
	}
	return ok;
}

struct conf_text *
keys_list(struct arena *a, const struct yaml_node *map, const char *name,
    size_t *count)
{
	const struct yaml_node *list;
	struct conf_text *texts;

	list = yaml_find(map, name);
	*count = 0;
	if (list == NULL || list->kind != YAML_LIST)
		return NULL;
	texts = ARENA_ARRAY(a, struct conf_text, list->count);
	for (size_t i = 0; i < list->count; i++) {
		texts[i].text = list->items[i].text;
		texts[i].at = list->items[i].at;
	}
	*count = list->count;
	return texts;
}
