/* SPDX-License-Identifier: MIT */
/*
 * <lang>/figures.yaml: what each figure shows, in words.
 *
 * Comes in: the file.  Goes out: a map from file names to struct conf_figure.
 * Knows nothing of the drawings themselves.
 */
#include "base/messages.h"
#include "conf/guide.h"

#include "base/arena.h"
#include "base/map.h"
#include "base/str.h"
#include "base/yaml.h"
#include "conf/key_tables.h"
#include "conf/keys.h"

struct figure_words {
	struct conf_figure	figure;
	struct conf_text	decorative, mirrored;
};

static const char *const yes_no[] = { "yes", "no", NULL };

static const struct key figure_keys[] = {
	{ .name = "alt", KEY_TEXT, false, NULL,
	    offsetof(struct figure_words, figure.alt),
	    "what it shows, and its point" },
	{ .name = "decorative", KEY_CHOICE, false, "no",
	    offsetof(struct figure_words, decorative),
	    "yes if it says nothing that the text does not",
	    .choices = yes_no },
	{ .name = "mirrored", KEY_CHOICE, false, "no",
	    offsetof(struct figure_words, mirrored),
	    "yes if the drawing runs the other way in this language: left for "
	    "right, but for its words", .choices = yes_no },
	{ .name = "labels", KEY_NAMED, false, NULL, KEY_NOT_STORED,
	    "the words in it, by their names in the drawing" },
	{ .name = "source", KEY_TEXT, false, NULL,
	    offsetof(struct figure_words, figure.source), "who drew it" },
	{ .name = "licence", KEY_TEXT, false, NULL,
	    offsetof(struct figure_words, figure.licence), "its licence" },
	{ 0 }
};

const struct key figures_keys[] = {
	{ .name = "format", KEY_FORMAT, true, NULL, KEY_NOT_STORED,
	    "the version of this file's form" },
	{ .name = "figures", KEY_NAMED, true, NULL, KEY_NOT_STORED,
	    "the figures by their file names", .keys = figure_keys,
	    .each = "FILE" },
	{ 0 }
};

static const struct map *
read_labels(const struct keys_job *job, const struct yaml_node *map)
{
	const struct yaml_node *labels, *value;
	struct map *words;

	words = map_new(job->arena);
	labels = yaml_find(map, "labels");
	if (labels == NULL || labels->kind != YAML_MAP)
		return words;
	for (size_t i = 0; i < labels->count; i++) {
		value = &labels->items[i];
		if (value->kind != YAML_SCALAR || str_blank(value->text)) {
			keys_say(job, labels->key_at[i], NULL,
			    SAY_FIGURE_LABEL, labels->keys[i]);
			return NULL;
		}
		map_add(words, labels->keys[i],
		    str_trim(job->arena, value->text));
	}
	return words;
}

static bool
read_figure(const struct keys_job *job, const struct yaml_node *figures,
    size_t i, struct figure_words *words)
{
	struct conf_figure *figure;

	figure = &words->figure;
	figure->file = figures->keys[i];
	if (!keys_is_map(job, &figures->items[i]) ||
	    !keys_read(job, figure_keys, &figures->items[i], words))
		return false;
	figure->decorative = str_equal(words->decorative.text, "yes");
	figure->mirrored = str_equal(words->mirrored.text, "yes");
	if (figure->decorative == (figure->alt.text != NULL)) {
		if (figure->decorative)
			keys_say(job, figures->key_at[i], NULL,
			    SAY_FIGURE_ALT_DECORATIVE, figure->file);
		else
			keys_say(job, figures->key_at[i], NULL, SAY_FIGURE_ALT,
			    figure->file);
		return false;
	}
	figure->labels = read_labels(job, &figures->items[i]);
	return figure->labels != NULL;
}

/* The figures of one folder that are not in "figures" yet. */
static bool
add_folder(const struct keys_job *job, const struct file_root *root,
    const char *folder, struct map *figures)
{
	const struct yaml_node *map, *list;
	struct figure_words *words;
	bool missing, ok;

	map = keys_file(job, root, arena_printf(job->arena,
	    "%s/figures.yaml", folder), &missing);
	if (missing)
		return true;
	if (map == NULL || !keys_read(job, figures_keys, map, NULL))
		return false;
	list = yaml_find(map, "figures");
	ok = true;
	for (size_t i = 0; i < list->count; i++) {
		words = ARENA_NEW(job->arena, struct figure_words);
		words->figure.at = list->key_at[i];
		if (read_figure(job, list, i, words))
			map_add(figures, words->figure.file, &words->figure);
		else
			ok = false;
	}
	return ok;
}

/* Which of a language's own figures the languages that it extends lack. */
static void
mark_strangers(struct arena *a, const struct map *own,
    const struct map *inherited)
{
	const char **names = ARENA_ARRAY(a, const char *,
	    map_count(inherited) + 1);

	for (size_t i = 0; i < map_count(inherited); i++)
		names[i] = map_key(inherited, i);
	for (size_t i = 0; i < map_count(own); i++) {
		struct conf_figure *figure = map_value(own, i);

		if (map_find(inherited, figure->file) != NULL)
			continue;
		figure->stranger = true;
		figure->near = str_nearest(figure->file, names,
		    map_count(inherited));
	}
}

const struct map *
conf_figures_read(struct arena *a, struct diag_list *dl,
    const struct file_root *root, const struct conf_language *language)
{
	const struct keys_job job = { a, dl, DIAG_CONTENT, "figures.yaml" };
	struct map *figures = map_new(a), *inherited = map_new(a);
	bool ok;

	ok = add_folder(&job, root, language->folders[0], figures);
	for (size_t i = 1; i < language->folder_count; i++)
		ok &= add_folder(&job, root, language->folders[i], inherited);
	if (!ok)
		return NULL;
	if (language->folder_count > 1)
		mark_strangers(a, figures, inherited);
	for (size_t i = 0; i < map_count(inherited); i++)
		map_add(figures, map_key(inherited, i),
		    map_value(inherited, i));
	return figures;
}
