/* SPDX-License-Identifier: MIT */
/*
 * <lang>/glossary.yaml: the words to know, in the order in which they are
 * printed.
 *
 * Comes in: the file.  Goes out: struct conf_term.  Knows nothing of where the
 * words are used.
 */
#include "conf/guide.h"

#include "base/arena.h"
#include "base/map.h"
#include "base/messages.h"
#include "base/yaml.h"
#include "conf/key_tables.h"
#include "conf/keys.h"

#define AT(member) offsetof(struct conf_term, member)

static const struct key term_keys[] = {
	{ .name = "term", KEY_TEXT, true, NULL, AT(term), "the word",
	    .max = 80 },
	{ .name = "say", KEY_TEXT, false, NULL, AT(say),
	    "how it is said, such as ox-ee-TOE-sin", .max = 80 },
	{ .name = "meaning", KEY_TEXT, true, NULL, AT(meaning),
	    "what it means, in plain words", .max = 600 },
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
    struct map *seen, struct conf_term *term)
{
	if (!keys_is_map(job, map) || !keys_read(job, term_keys, map, term))
		return false;
	if (map_add(seen, term->term.text, term))
		return true;
	keys_say(job, term->term.at, NULL, SAY_REPEATED_TERM, term->term.text);
	return false;
}

bool
conf_glossary_read(struct arena *a, struct diag_list *dl,
    const struct file_root *root, const char *lang,
    const struct conf_term **terms, size_t *count)
{
	const struct keys_job job = { a, dl, DIAG_CONTENT, "glossary.yaml" };
	const struct yaml_node *map, *list;
	struct conf_term *found;
	struct map *seen;
	bool missing, ok;

	*terms = NULL;
	*count = 0;
	map = keys_file(&job, root, arena_printf(a, "%s/glossary.yaml", lang),
	    &missing);
	if (missing)
		return true;
	if (map == NULL || !keys_read(&job, glossary_keys, map, NULL))
		return false;
	list = yaml_find(map, "words");
	found = ARENA_ARRAY(a, struct conf_term, list->count);
	seen = map_new(a);
	ok = true;
	for (size_t i = 0; i < list->count; i++)
		ok &= read_term(&job, &list->items[i], seen, &found[i]);
	if (!ok)
		return false;
	*terms = found;
	*count = list->count;
	return true;
}
