/* SPDX-License-Identifier: MIT */
/*
 * <lang>/help.yaml: what help.yaml says in words, in another language.
 *
 * Comes in: the lines as help.yaml has them and the files of a language and of
 * those it extends.  Goes out: the lines with these words, and which of their
 * words are still those of the guide's default language.  Words are found by
 * what they say there, so that a translation of words that have changed since is
 * not used any more.
 */
#include "conf/guide.h"

#include <string.h>

#include "base/arena.h"
#include "base/map.h"
#include "base/messages.h"
#include "base/str.h"
#include "base/yaml.h"
#include "conf/key_tables.h"
#include "conf/keys.h"

const struct key help_words_keys[] = {
	{ .name = "format", KEY_FORMAT, true, NULL, KEY_NOT_STORED,
	    "the version of this file's form" },
	{ .name = "words", KEY_NAMED, true, NULL, KEY_NOT_STORED,
	    "names, hours and notes of help.yaml, each as it stands there, "
	    "and what this language says for it" },
	{ 0 }
};

struct words_job {
	const struct keys_job	 keys;
	struct map		*originals;	/* what help.yaml says */
	struct map		*words;		/* original -> translation */
};

static void
note_original(struct words_job *job, const struct conf_text *text)
{
	if (text->text != NULL)
		map_add(job->originals, text->text, job);
}

/* Words for what no line says any more are most likely out of date. */
static void
warn_of_stranger(const struct words_job *job, const char *original,
    struct span at)
{
	size_t count = map_count(job->originals);
	const char **all = ARENA_ARRAY(job->keys.arena, const char *,
	    count + 1), *near;

	for (size_t i = 0; i < count; i++)
		all[i] = map_key(job->originals, i);
	near = str_nearest(original, all, count);
	keys_say(&job->keys, at, near != NULL ?
	    arena_printf(job->keys.arena, HINT_HELP_WORDS_STRANGER, near) :
	    NULL, SAY_HELP_WORDS_STRANGER, original);
}

/* The nearest language comes first and keeps its words. */
static bool
read_folder(const struct words_job *job, const struct file_root *root,
    const char *folder)
{
	const struct yaml_node *map, *list;
	bool missing, ok = true;

	map = keys_file(&job->keys, root, arena_printf(job->keys.arena,
	    "%s/help.yaml", folder), &missing);
	if (missing)
		return true;
	if (map == NULL || !keys_read(&job->keys, help_words_keys, map, NULL))
		return false;
	list = yaml_find(map, "words");
	for (size_t i = 0; i < list->count; i++) {
		const struct yaml_node *value = &list->items[i];

		if (value->kind != YAML_SCALAR || str_blank(value->text)) {
			keys_say(&job->keys, list->key_at[i], NULL,
			    SAY_HELP_WORDS_FORM, list->keys[i]);
			ok = false;
			continue;
		}
		if (map_find(job->originals, list->keys[i]) == NULL)
			warn_of_stranger(job, list->keys[i], list->key_at[i]);
		map_add(job->words, list->keys[i],
		    str_trim(job->keys.arena, value->text));
	}
	return ok;
}

/* Regions of one language understand each other. */
static bool
same_language(const char *a, const char *b)
{
	size_t len = strcspn(a, "-");

	return len == strcspn(b, "-") && strncmp(a, b, len) == 0;
}

/* Returns the language of the words if it is not the edition's. */
static const char *
translate(const struct words_job *job, struct conf_text *text,
    const char *other)
{
	const char *words;

	if (text->text == NULL)
		return NULL;
	words = map_find(job->words, text->text);
	if (words == NULL)
		return other;
	text->text = words;
	return NULL;
}

bool
conf_help_words_read(struct arena *a, struct diag_list *dl,
    const struct file_root *root, const struct conf_language *language,
    const char *default_language, struct conf_help_line *lines, size_t count)
{
	struct words_job job = { { a, dl, DIAG_CONTENT, "help.yaml" },
	    map_new(a), map_new(a) };
	const char *other = same_language(language->tag, default_language) ?
	    NULL : default_language;
	bool ok = true;

	for (size_t i = 0; i < count; i++) {
		note_original(&job, &lines[i].name);
		note_original(&job, &lines[i].hours);
		note_original(&job, &lines[i].note);
	}
	for (size_t i = 0; i < language->folder_count; i++)
		ok &= read_folder(&job, root, language->folders[i]);
	for (size_t i = 0; i < count; i++) {
		lines[i].name_lang = translate(&job, &lines[i].name, other);
		lines[i].hours_lang = translate(&job, &lines[i].hours, other);
		lines[i].note_lang = translate(&job, &lines[i].note, other);
	}
	return ok;
}
