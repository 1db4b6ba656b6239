/* SPDX-License-Identifier: MIT */
/*
 * guide.yaml.
 *
 * Comes in: the file.  Goes out: struct conf_guide.  Whether the chapters that
 * it names exist is for read/ to see.
 */
#include "conf/guide.h"

#include <string.h>

#include "base/arena.h"
#include "base/file.h"
#include "base/map.h"
#include "base/messages.h"
#include "base/str.h"
#include "base/yaml.h"
#include "conf/key_tables.h"
#include "conf/keys.h"

#define AT(member) offsetof(struct conf_guide, member)

static const struct key adapted_keys[] = {
	{ .name = "title", KEY_TEXT, true, NULL, AT(adapted_title),
	    "the title of the work that was adapted" },
	{ .name = "author", KEY_TEXT, false, NULL, AT(adapted_author),
	    "who wrote it" },
	{ .name = "publisher", KEY_TEXT, false, NULL, AT(adapted_publisher),
	    "who published it" },
	{ 0 }
};

/* The limits of one edition's build, RELIABILITY: memory, time, file size. */
static const struct key limit_keys[] = {
	{ .name = "memory_mib", KEY_NUMBER, false, "2048", KEY_NOT_STORED,
	    "most memory of a build, in MiB", .min = 64, .max = 1048576 },
	{ .name = "cpu_seconds", KEY_NUMBER, false, "300", KEY_NOT_STORED,
	    "most processor time of a build, in seconds",
	    .min = 1, .max = 86400 },
	{ .name = "file_mib", KEY_NUMBER, false, "512", KEY_NOT_STORED,
	    "largest file that a build may write, in MiB",
	    .min = 1, .max = 1048576 },
	{ 0 }
};

static const char *const no_yes[] = { "no", "yes", NULL };

static const struct key language_keys[] = {
	{ .name = "extends", KEY_LANGUAGE, false, NULL,
	    offsetof(struct conf_language, extends),
	    "the language that has what this one lacks" },
	{ .name = "title", KEY_TEXT, false, NULL,
	    offsetof(struct conf_language, title),
	    "the guide's title; required without \"extends\"", .max = 120 },
	{ .name = "strapline", KEY_TEXT, false, NULL,
	    offsetof(struct conf_language, strapline),
	    "the line below the title; required without \"extends\"",
	    .max = 200 },
	{ .name = "credit", KEY_TEXT, false, NULL,
	    offsetof(struct conf_language, credit),
	    "the sentence that says what the guide was adapted from; "
	    "required without \"extends\"" },
	{ .name = "partial", KEY_CHOICE, false, "no",
	    offsetof(struct conf_language, partial_word),
	    "yes: chapters that this language lacks are left out, and its "
	    "editions say so", .choices = no_yes },
	{ 0 }
};

const struct key guide_keys[] = {
	{ .name = "format", KEY_FORMAT, true, NULL, KEY_NOT_STORED,
	    "the version of this file's form" },
	{ .name = "id", KEY_ID, true, NULL, AT(id),
	    "a short name of the guide" },
	{ .name = "version", KEY_VERSION, true, NULL, AT(version),
	    "the guide's version" },
	{ .name = "date", KEY_DATE, true, NULL, AT(date),
	    "the date of this version" },
	{ .name = "next_review", KEY_DATE, true, NULL, AT(next_review),
	    "when it has to be looked at again" },
	{ .name = "author", KEY_TEXT, true, NULL, AT(author),
	    "who wrote this text" },
	{ .name = "reviewed_by", KEY_TEXT, false, NULL, AT(reviewed_by),
	    "name, role and date of the clinical review; empty if there was "
	    "none" },
	{ .name = "licence", KEY_TEXT, true, NULL, AT(licence),
	    "the licence of the words" },
	{ .name = "adapted_from", KEY_NAMED, false, NULL, KEY_NOT_STORED,
	    "the work that the guide is based on", .keys = adapted_keys },
	{ .name = "default_clinic", KEY_ID, true, NULL, AT(default_clinic),
	    "the profile that is built if none is named" },
	{ .name = "default_language", KEY_LANGUAGE, true, NULL,
	    AT(default_language), "the language at the root of the site" },
	{ .name = "theme", KEY_ID, false, "default", AT(theme),
	    "the theme's name" },
	{ .name = "languages", KEY_NAMED, true, NULL, KEY_NOT_STORED,
	    "the languages, each with title, strapline and credit",
	    .keys = language_keys, .each = "TAG" },
	{ .name = "order", KEY_LIST, true, NULL, KEY_NOT_STORED,
	    "the chapters' ids in reading order", .of = KEY_ID, .min = 1,
	    .max = 20000 },
	{ .name = "print", KEY_LIST, true, NULL, KEY_NOT_STORED,
	    "what the booklet is made of, in order", .of = KEY_ID, .min = 1,
	    .max = 20000 },
	{ .name = "limits", KEY_MAP, false, NULL, KEY_NOT_STORED,
	    "what a build may use", .keys = limit_keys },
	{ 0 }
};

static struct conf_language *
find_language(const struct conf_guide *guide, const char *tag)
{
	for (size_t i = 0; i < guide->language_count; i++) {
		if (str_equal(guide->languages[i].tag, tag))
			return &guide->languages[i];
	}
	return NULL;
}

const char *
conf_language_meant(struct arena *a, const struct conf_guide *guide,
    const char *tag)
{
	const char **tags = ARENA_ARRAY(a, const char *,
	    guide->language_count + 1);

	for (size_t i = 0; i < guide->language_count; i++)
		tags[i] = guide->languages[i].tag;
	return str_nearest_hint(a, tag, tags, guide->language_count);
}

static void
no_such_parent(const struct keys_job *job, const struct conf_guide *guide,
    const struct conf_language *language)
{
	keys_say(job, language->extends.at, conf_language_meant(job->arena,
	    guide, language->extends.text), SAY_EXTENDS_UNKNOWN,
	    language->extends.text);
}

/* The language and those it extends, and what it takes from them. */
static bool
find_folders(const struct keys_job *job, const struct conf_guide *guide,
    struct conf_language *language)
{
	const struct conf_language *l = language;

	language->folders = ARENA_ARRAY(job->arena, const char *,
	    guide->language_count);
	for (;;) {
		language->folders[language->folder_count++] = l->tag;
		if (language->title.text == NULL)
			language->title = l->title;
		if (language->strapline.text == NULL)
			language->strapline = l->strapline;
		if (language->credit.text == NULL)
			language->credit = l->credit;
		if (l->extends.text == NULL)
			return true;
		if (find_language(guide, l->extends.text) == NULL) {
			no_such_parent(job, guide, l);
			return false;
		}
		l = find_language(guide, l->extends.text);
		for (size_t i = 0; i < language->folder_count; i++) {
			if (!str_equal(language->folders[i], l->tag))
				continue;
			keys_say(job, language->extends.at, NULL,
			    SAY_EXTENDS_LOOP, language->tag, l->tag);
			return false;
		}
	}
}

static bool
language_is_whole(const struct keys_job *job, struct span at,
    const struct conf_language *language)
{
	const struct conf_text *const texts[] = { &language->title,
	    &language->strapline, &language->credit };
	bool ok = true;

	for (size_t i = 0; i < 3 && language->extends.text == NULL; i++) {
		const struct key *key = &language_keys[1 + i];

		if (texts[i]->text != NULL)
			continue;
		keys_say(job, at, arena_printf(job->arena, HINT_MISSING_KEY,
		    key->name, key->help, "", ""), SAY_MISSING_KEY, job->what,
		    key->name);
		ok = false;
	}
	return ok;
}

static bool
says_yes(const struct conf_text *word)
{
	return word->text != NULL && str_equal(word->text, "yes");
}

static bool
read_languages(const struct keys_job *job, const struct yaml_node *map,
    struct conf_guide *guide)
{
	const struct yaml_node *languages;
	const char *tag, *usual;
	bool ok;

	languages = yaml_find(map, "languages");
	if (languages == NULL || languages->kind != YAML_MAP)
		return false;
	ok = true;
	guide->languages = ARENA_ARRAY(job->arena, struct conf_language,
	    languages->count);
	for (size_t i = 0; i < languages->count; i++) {
		tag = languages->keys[i];
		usual = conf_language_tag(job->arena, tag);
		if (usual == NULL || !str_equal(usual, tag)) {
			if (usual == NULL)
				usual = conf_language_named(job->arena, tag);
			keys_say(job, languages->key_at[i], usual != NULL ?
			    arena_printf(job->arena, HINT_BAD_VALUE_LANGUAGE,
			    usual) : HINT_BAD_VALUE_LANGUAGE_2,
			    SAY_BAD_VALUE_LANGUAGE, tag);
			ok = false;
		}
		guide->languages[i].tag = tag;
		guide->languages[i].at = languages->key_at[i];
		if (!keys_is_map(job, &languages->items[i]) ||
		    !keys_read(job, language_keys, &languages->items[i],
		    &guide->languages[i]) || !language_is_whole(job,
		    languages->items[i].at, &guide->languages[i]))
			ok = false;
		guide->languages[i].partial = says_yes(
		    &guide->languages[i].partial_word);
	}
	guide->language_count = languages->count;
	for (size_t i = 0; i < languages->count && ok; i++)
		ok = find_folders(job, guide, &guide->languages[i]);
	return ok;
}

static bool
default_language_is_there(const struct keys_job *job,
    const struct conf_guide *guide)
{
	if (guide->default_language.text == NULL)
		return true;
	for (size_t i = 0; i < guide->language_count; i++) {
		if (str_equal(guide->languages[i].tag,
		    guide->default_language.text))
			return true;
	}
	keys_say(job, guide->default_language.at, conf_language_meant(
	    job->arena, guide, guide->default_language.text),
	    SAY_LANGUAGE_UNKNOWN_DEFAULT, guide->default_language.text);
	return false;
}

/* An id may stand in a list once; notes pages as often as wanted. */
static bool
no_repeats(const struct keys_job *job, const char *name,
    const struct conf_text *texts, size_t count)
{
	struct map *seen;
	const struct conf_text *first;
	bool ok;

	seen = map_new(job->arena);
	ok = true;
	for (size_t i = 0; i < count; i++) {
		struct conf_text *text;

		if (str_equal(texts[i].text, "notes"))
			continue;
		text = ARENA_NEW(job->arena, struct conf_text);
		*text = texts[i];
		if (map_add(seen, texts[i].text, text))
			continue;
		first = map_find(seen, texts[i].text);
		keys_say(job, texts[i].at, arena_printf(job->arena,
		    HINT_REPEATED, first->at.line), SAY_REPEATED,
		    texts[i].text, name);
		ok = false;
	}
	return ok;
}

static bool
printed_chapters_are_in_order(const struct keys_job *job,
    const struct conf_guide *guide)
{
	static const char *const parts[] = { "cover", "contents", "notes",
	    "back-cover" };
	const char **names, *near;
	struct map *known = map_new(job->arena);
	size_t count, i;
	bool ok;

	names = ARENA_ARRAY(job->arena, const char *, guide->order_count + 4);
	for (count = 0; count < 4; count++)
		names[count] = parts[count];
	for (i = 0; i < guide->order_count; i++)
		names[count++] = guide->order[i].text;
	for (i = 0; i < count; i++)
		map_add(known, names[i], known);
	ok = true;
	for (i = 0; i < guide->print_count; i++) {
		if (map_find(known, guide->print[i].text) != NULL)
			continue;
		near = str_nearest(guide->print[i].text, names, count);
		keys_say(job, guide->print[i].at, near != NULL ?
		    arena_printf(job->arena, HINT_PRINT_UNKNOWN, near) :
		    HINT_PRINT_UNKNOWN_2, SAY_PRINT_UNKNOWN,
		    guide->print[i].text);
		ok = false;
	}
	return ok;
}

static bool
review_is_later(const struct keys_job *job, const struct conf_guide *guide)
{
	if (guide->date.text == NULL || guide->next_review.text == NULL ||
	    strcmp(guide->date.text, guide->next_review.text) < 0)
		return true;
	keys_say(job, guide->next_review.at, NULL, SAY_BAD_DATE_REVIEW,
	    guide->next_review.text, guide->date.text);
	return false;
}

static long
limit_of(const struct yaml_node *map, const char *name)
{
	const struct yaml_node *limits, *value;
	const struct key *key;
	int64_t number;

	for (key = limit_keys; !str_equal(key->name, name); key++)
		;
	limits = yaml_find(map, "limits");
	value = limits != NULL && limits->kind == YAML_MAP ?
	    yaml_find(limits, name) : NULL;
	if (value != NULL && value->kind == YAML_SCALAR &&
	    str_to_int(value->text, key->min, key->max, &number))
		return (long)number;
	if (!str_to_int(key->preset, key->min, key->max, &number))
		BUG("preset of %s", name);
	return (long)number;
}

static bool
read_guide(const struct keys_job *job, const struct yaml_node *map,
    struct conf_guide *guide)
{
	const struct yaml_node *adapted;
	bool ok;

	ok = keys_read(job, guide_keys, map, guide);
	adapted = yaml_find(map, "adapted_from");
	if (adapted != NULL && adapted->kind == YAML_MAP &&
	    !keys_read(job, adapted_keys, adapted, guide))
		ok = false;
	if (!read_languages(job, map, guide))
		ok = false;
	if (!ok)
		return false;
	guide->order = keys_list(job->arena, map, "order",
	    &guide->order_count);
	guide->print = keys_list(job->arena, map, "print",
	    &guide->print_count);
	guide->memory_mib = limit_of(map, "memory_mib");
	guide->cpu_seconds = limit_of(map, "cpu_seconds");
	guide->file_mib = limit_of(map, "file_mib");
	ok = default_language_is_there(job, guide);
	ok &= review_is_later(job, guide);
	ok &= no_repeats(job, "order", guide->order, guide->order_count);
	ok &= no_repeats(job, "print", guide->print, guide->print_count);
	ok &= printed_chapters_are_in_order(job, guide);
	return ok;
}

const struct conf_guide *
conf_guide_read(struct arena *a, struct diag_list *dl,
    const struct file_root *root)
{
	const struct keys_job job = { a, dl, DIAG_CONFIGURATION,
	    "guide.yaml" };
	const struct yaml_node *map;
	struct conf_guide *guide;
	bool missing;

	map = keys_file(&job, root, "guide.yaml", &missing);
	if (missing)
		keys_say(&job, (struct span){ NULL, 0, 0 }, NULL, SAY_NO_GUIDE,
		    root->path);
	if (map == NULL)
		return NULL;
	guide = ARENA_NEW(a, struct conf_guide);
	return read_guide(&job, map, guide) ? guide : NULL;
}
