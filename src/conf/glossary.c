/* SPDX-License-Identifier: MIT */
/*
 * <lang>/glossary.yaml: the words to know, in the order in which they are
 * printed.  A language that extends another gives those that differ.
 *
 * Comes in: the files.  Goes out: struct conf_glossary_word.  Knows nothing of
 * where the words are used.
 */
#include "conf/guide.h"

#include "base/arena.h"
#include "base/map.h"
#include "base/messages.h"
#include "base/str.h"
#include "base/yaml.h"
#include "conf/key_tables.h"
#include "conf/keys.h"

#define AT(member) offsetof(struct conf_glossary_word, member)

static const struct key term_keys[] = {
	{ .name = "term", KEY_TEXT, true, NULL, AT(term), "the word",
	    .max = 80 },
	{ .name = "say", KEY_TEXT, false, NULL, AT(say),
	    "how it is said, such as ox-ee-TOE-sin", .max = 80 },
	{ .name = "meaning", KEY_TEXT, true, NULL, AT(meaning),
	    "what it means, in plain words", .max = 600 },
	{ .name = "instead_of", KEY_TEXT, false, NULL, AT(instead_of),
	    "the word of the extended language whose place it takes",
	    .max = 80 },
	{ 0 }
};

const struct key glossary_keys[] = {
	{ .name = "format", KEY_FORMAT, true, NULL, KEY_NOT_STORED,
	    "the version of this file's form" },
	{ .name = "words", KEY_RECORDS, true, NULL, KEY_NOT_STORED,
	    "the words to know", .keys = term_keys,
	    .min = 0, .max = 500 },
	{ 0 }
};

static bool
read_term(const struct keys_job *job, const struct yaml_node *map,
    struct map *seen, struct conf_glossary_word *term)
{
	if (!keys_is_map(job, map) || !keys_read(job, term_keys, map, term))
		return false;
	if (map_add(seen, term->term.text, term))
		return true;
	keys_say(job, term->term.at, NULL, SAY_REPEATED_TERM, term->term.text);
	return false;
}

/* The words of one language and of nothing that it extends. */
struct own_words {
	struct conf_glossary_word	*items;
	size_t				 count;
};

static bool
read_folder(const struct keys_job *job, const struct file_root *root,
    const char *folder, struct own_words *words)
{
	const struct yaml_node *map, *list;
	struct map *seen;
	bool missing, ok;

	*words = (struct own_words){ NULL, 0 };
	map = keys_file(job, root, arena_printf(job->arena,
	    "%s/glossary.yaml", folder), &missing);
	if (missing)
		return true;
	if (map == NULL || !keys_read(job, glossary_keys, map, NULL))
		return false;
	list = yaml_find(map, "words");
	words->items = ARENA_ARRAY(job->arena, struct conf_glossary_word,
	    list->count + 1);
	seen = map_new(job->arena);
	ok = true;
	for (size_t i = 0; i < list->count; i++)
		ok &= read_term(job, &list->items[i], seen, &words->items[i]);
	words->count = list->count;
	return ok;
}

static void
no_such_word(const struct keys_job *job, const struct own_words *under,
    const struct conf_text *asked)
{
	const char **names = ARENA_ARRAY(job->arena, const char *,
	    under->count + 1), *near;

	for (size_t i = 0; i < under->count; i++)
		names[i] = under->items[i].term.text;
	near = str_nearest(asked->text, names, under->count);
	keys_say(job, asked->at, near != NULL ? arena_printf(job->arena,
	    HINT_GLOSSARY_INSTEAD, near) : NULL, SAY_GLOSSARY_INSTEAD,
	    asked->text);
}

/* "over" laid over "under": a word in the place of the one that it names or is,
 * new words behind. */
static struct own_words
lay_over(const struct keys_job *job, const struct own_words *under,
    const struct own_words *over)
{
	struct own_words both = { ARENA_ARRAY(job->arena,
	    struct conf_glossary_word, under->count + over->count + 1),
	    under->count };

	for (size_t i = 0; i < under->count; i++)
		both.items[i] = under->items[i];
	for (size_t i = 0; i < over->count; i++) {
		const struct conf_glossary_word *word = &over->items[i];
		const char *place = word->instead_of.text != NULL ?
		    word->instead_of.text : word->term.text;
		size_t k = 0;

		while (k < under->count &&
		    !str_equal(under->items[k].term.text, place))
			k++;
		if (k == under->count && word->instead_of.text != NULL)
			no_such_word(job, under, &word->instead_of);
		if (k == under->count)
			k = both.count++;
		both.items[k] = *word;
	}
	return both;
}

bool
conf_glossary_read(struct arena *a, struct diag_list *dl,
    const struct file_root *root, const struct conf_language *language,
    const struct conf_glossary_word **words, size_t *count)
{
	const struct keys_job job = { a, dl, DIAG_CONTENT, "glossary.yaml" };
	struct own_words all = { NULL, 0 }, own;
	bool ok = true;

	*words = NULL;
	*count = 0;
	for (size_t i = language->folder_count; i-- > 0; ) {
		if (read_folder(&job, root, language->folders[i], &own))
			all = lay_over(&job, &all, &own);
		else
			ok = false;
	}
	if (!ok)
		return false;
	*words = all.items;
	*count = all.count;
	return true;
}
