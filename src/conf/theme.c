/* SPDX-License-Identifier: MIT */
/*
 * theme.yaml: colours, faces and sizes, with those of the themes it extends.
 *
 * Comes in: the folders in which themes are looked for.  Goes out: struct
 * theme with every token set.  Its templates and files are read by
 * theme_files.c, its words by theme_strings.c.
 */
#include "conf/theme.h"

#include <string.h>

#include "base/arena.h"
#include "base/file.h"
#include "base/map.h"
#include "base/messages.h"
#include "base/str.h"
#include "base/vec.h"
#include "base/yaml.h"
#include "conf/contrast.h"
#include "conf/key_tables.h"
#include "conf/keys.h"
#include "conf/theme_int.h"

/* A theme that extends a theme that ... : more is a mistake. */
#define CHAIN_MAX 8
#define FALLBACK_MAX 32
/* Values that a theme leaves unset, each with a message. */
#define UNSET_NAMED 4

#define COLOUR_NAME(id, name, help) name,
static const char *const colour_names[] = { THEME_COLOURS(COLOUR_NAME) };
#undef COLOUR_NAME

#define COLOUR_HELP(id, name, help) help,
static const char *const colour_helps[] = { THEME_COLOURS(COLOUR_HELP) };
#undef COLOUR_HELP

const char *
theme_colour_name(enum theme_colour colour)
{
	return colour_names[colour];
}

const char *
theme_colour_help(enum theme_colour colour)
{
	return colour_helps[colour];
}

/* In the order of enum theme_palette. */
const struct key theme_palette_keys[] = {
	{ .name = "light", KEY_COLOUR, false, NULL,
	    PALETTE_LIGHT * sizeof(struct conf_text), "on a light screen" },
	{ .name = "dark", KEY_COLOUR, false, NULL,
	    PALETTE_DARK * sizeof(struct conf_text), "on a dark screen" },
	{ .name = "print", KEY_COLOUR, false, NULL,
	    PALETTE_PRINT * sizeof(struct conf_text), "on paper" },
	{ .name = "grey", KEY_COLOUR, false, NULL,
	    PALETTE_GREY * sizeof(struct conf_text),
	    "on paper without colours" },
	{ 0 }
};

#define COLOUR_KEY(id, title, what)					\
	{ .name = title, KEY_NAMED, false, NULL, KEY_NOT_STORED,	\
	    what, .keys = theme_palette_keys },
static const struct key colours_keys[] = {
	THEME_COLOURS(COLOUR_KEY)
	{ 0 }
};
#undef COLOUR_KEY

enum size_part { SIZE, LEADING, SIZE_PART_COUNT };

static const struct key size_keys[] = {
	{ .name = "size", KEY_LENGTH, true, NULL,
	    SIZE * sizeof(struct conf_text), "the size of the letters" },
	{ .name = "leading", KEY_LENGTH, true, NULL,
	    LEADING * sizeof(struct conf_text),
	    "from one line to the next" },
	{ 0 }
};

enum measure {
	INNER, OUTER, TOP, BOTTOM, GRID, MEASURE_COUNT,
	/* and words */
	SETTING = MEASURE_COUNT, HYPHENS, PRINT_VALUE_COUNT
};

static const char *const settings[] = { "ragged", "justified", NULL };
static const char *const no_yes[] = { "no", "yes", NULL };

#define TYPE_KEY(id, title)						\
	{ .name = title, KEY_NAMED, false, NULL, KEY_NOT_STORED,	\
	    "a size and its leading", .keys = size_keys },
static const struct key print_keys[] = {
	{ .name = "inner", KEY_LENGTH, false, NULL,
	    INNER * sizeof(struct conf_text), "margin at the fold" },
	{ .name = "outer", KEY_LENGTH, false, NULL,
	    OUTER * sizeof(struct conf_text), "margin at the outer edge" },
	{ .name = "top", KEY_LENGTH, false, NULL,
	    TOP * sizeof(struct conf_text), "margin above the text" },
	{ .name = "bottom", KEY_LENGTH, false, NULL,
	    BOTTOM * sizeof(struct conf_text), "margin below the text" },
	{ .name = "grid", KEY_LENGTH, false, NULL,
	    GRID * sizeof(struct conf_text), "distance of the lines" },
	{ .name = "setting", KEY_CHOICE, false, NULL,
	    SETTING * sizeof(struct conf_text),
	    "how paragraphs end their lines: at words, or all at the margin",
	    .choices = settings },
	{ .name = "hyphens", KEY_CHOICE, false, NULL,
	    HYPHENS * sizeof(struct conf_text),
	    "words of paragraphs divided at the ends of lines",
	    .choices = no_yes },
	THEME_TYPES(TYPE_KEY)
	{ 0 }
};
#undef TYPE_KEY

#define TYPE_NAME(id, name) name,
static const char *const type_names[] = { THEME_TYPES(TYPE_NAME) };
#undef TYPE_NAME

#define PAGES_NAME(id, name, help) name,
static const char *const pages_names[] = { THEME_PAGES(PAGES_NAME) };
#undef PAGES_NAME

#define PAGES_KEY(id, title, what)					\
	{ .name = title, KEY_NAMED, false, NULL, KEY_NOT_STORED, what,	\
	    .keys = print_keys },
const struct key theme_keys[] = {
	{ .name = "format", KEY_FORMAT, true, NULL, KEY_NOT_STORED,
	    "the version of this file's form" },
	{ .name = "extends", KEY_ID, false, NULL, KEY_NOT_STORED,
	    "the theme from which everything comes that is not set here" },
	{ .name = "family", KEY_TEXT, false, NULL, KEY_NOT_STORED,
	    "the family of the text face", .max = 100 },
	{ .name = "fallback", KEY_LIST, false, NULL, KEY_NOT_STORED,
	    "families for characters that the text face lacks",
	    .of = KEY_TEXT, .min = 0, .max = FALLBACK_MAX },
	{ .name = "logo", KEY_TEXT, false, NULL, KEY_NOT_STORED,
	    "the clinic's sign: an SVG, PNG or JPEG file beside theme.yaml",
	    .max = 100 },
	{ .name = "colours", KEY_NAMED, false, NULL, KEY_NOT_STORED,
	    "colours by name, each with light, dark, print and grey",
	    .keys = colours_keys },
	THEME_PAGES(PAGES_KEY)
	{ 0 }
};
#undef PAGES_KEY

/* What was set so far, nearest theme first. */
struct theme_draft {
	struct theme	*theme;
	struct map	*templates, *site_files;
	bool		 colour_set[THEME_COLOUR_COUNT][PALETTE_COUNT];
	struct theme_places places;
	bool		 type_set[THEME_PAGES_COUNT][THEME_TYPE_COUNT];
	bool		 measure_set[THEME_PAGES_COUNT][MEASURE_COUNT];
	bool		 setting_set[THEME_PAGES_COUNT];
	bool		 hyphens_set[THEME_PAGES_COUNT];
	bool		 fallback_set;
};

/* "#RRGGBB", checked. */
static uint32_t
colour_of(const char *text)
{
	static const char digits[] = "0123456789abcdef";
	uint32_t value;
	char c;

	value = 0;
	for (text++; *text != '\0'; text++) {
		c = *text >= 'A' && *text <= 'F' ? (char)(*text - 'A' + 'a') :
		    *text;
		value = value << 4 | (uint32_t)(strchr(digits, c) - digits);
	}
	return value;
}

/* "12.5 pt", checked: up to four digits, up to three behind the point. */
static dim
length_of(const char *text)
{
	int64_t thousandths;
	int places;

	thousandths = 0;
	for (; *text >= '0' && *text <= '9'; text++)
		thousandths = thousandths * 10 + (*text - '0');
	places = 0;
	if (*text == '.') {
		for (text++; *text >= '0' && *text <= '9'; text++, places++)
			thousandths = thousandths * 10 + (*text - '0');
	}
	for (; places < 3; places++)
		thousandths *= 10;
	while (*text == ' ')
		text++;
	return *text == 'm' ? dim_um(thousandths) :
	    dim_millipoints(thousandths);
}

bool
theme_colours_read(const struct keys_job *job, const struct key *keys,
    const struct yaml_node *colours, theme_colour_taker *take, void *context)
{
	const struct yaml_node *value;
	struct conf_text texts[PALETTE_COUNT];
	bool ok;

	ok = keys_read(job, keys, colours, NULL);
	for (size_t i = 0; i < THEME_COLOUR_COUNT; i++) {
		value = yaml_find(colours, colour_names[i]);
		if (value == NULL || value->kind != YAML_MAP)
			continue;
		memset(texts, 0, sizeof(texts));
		ok &= keys_read(job, theme_palette_keys, value, texts);
		for (size_t p = 0; ok && p < PALETTE_COUNT; p++) {
			if (texts[p].text != NULL)
				take(context, (enum theme_colour)i,
				    (enum theme_palette)p,
				    colour_of(texts[p].text), texts[p].at);
		}
	}
	return ok;
}

/* The nearest theme's colour is the one that counts. */
static void
take_colour(void *context, enum theme_colour colour,
    enum theme_palette palette, uint32_t value, struct span at)
{
	struct theme_draft *draft = context;
	struct theme_place *place = &draft->places.colours[colour][palette];

	if (draft->colour_set[colour][palette])
		return;
	draft->colour_set[colour][palette] = true;
	draft->theme->colours[colour][palette] = value;
	*place = (struct theme_place){ at, (unsigned)draft->theme->chain_count };
}

static bool
read_colours(const struct keys_job *job, const struct yaml_node *map,
    struct theme_draft *draft)
{
	const struct yaml_node *colours = yaml_find(map, "colours");

	return colours == NULL || colours->kind != YAML_MAP ||
	    theme_colours_read(job, colours_keys, colours, take_colour, draft);
}

static bool
set_length(const struct keys_job *job, const struct conf_text *text,
    dim least, dim most, bool *set, dim *value)
{
	dim length;

	if (text->text == NULL || *set)
		return true;
	length = length_of(text->text);
	if (length < least || length > most) {
		keys_say(job, text->at, arena_printf(job->arena,
		    HINT_BAD_LENGTH, (long long)(dim_to_um(least) / 1000),
		    (long long)(dim_to_um(most) / 1000)), SAY_BAD_LENGTH,
		    text->text);
		return false;
	}
	*value = length;
	*set = true;
	return true;
}

static bool
read_size(const struct keys_job *job, const struct yaml_node *value,
    enum theme_pages pages, enum theme_type type, struct theme_draft *draft)
{
	struct conf_text texts[SIZE_PART_COUNT];
	struct theme_size *size;
	bool size_set, leading_set;

	memset(texts, 0, sizeof(texts));
	if (!keys_read(job, size_keys, value, texts))
		return false;
	size = &draft->theme->print[pages].types[type];
	size_set = leading_set = draft->type_set[pages][type];
	if (!set_length(job, &texts[SIZE], DIM_MM(2), DIM_MM(60), &size_set,
	    &size->size) || !set_length(job, &texts[LEADING], DIM_MM(2),
	    DIM_MM(80), &leading_set, &size->leading))
		return false;
	if (!draft->type_set[pages][type] && size->leading < size->size) {
		keys_say(job, texts[LEADING].at, NULL, SAY_BAD_LENGTH_SIZE,
		    type_names[type]);
		return false;
	}
	draft->type_set[pages][type] = true;
	return true;
}

/* Does "text" say the second of two choices? */
static void
set_choice(const struct conf_text *text, const char *const *choices, bool *set,
    bool *value)
{
	if (text->text == NULL || *set)
		return;
	*value = str_equal(text->text, choices[1]);
	*set = true;
}

/* In the order of enum measure. */
static void
measures_of(struct theme_print *print, dim *values[MEASURE_COUNT])
{
	values[INNER] = &print->inner;
	values[OUTER] = &print->outer;
	values[TOP] = &print->top;
	values[BOTTOM] = &print->bottom;
	values[GRID] = &print->grid;
}

static bool
read_print(const struct keys_job *job, const struct yaml_node *map,
    enum theme_pages pages, struct theme_draft *draft)
{
	struct conf_text texts[PRINT_VALUE_COUNT];
	const struct yaml_node *print, *value;
	dim *values[MEASURE_COUNT];
	bool ok;

	print = yaml_find(map, pages_names[pages]);
	if (print == NULL || print->kind != YAML_MAP)
		return true;
	memset(texts, 0, sizeof(texts));
	ok = keys_read(job, print_keys, print, texts);
	measures_of(&draft->theme->print[pages], values);
	for (size_t i = 0; ok && i < MEASURE_COUNT; i++)
		ok = set_length(job, &texts[i], i == GRID ? DIM_MM(3) :
		    DIM_MM(6), i == GRID ? DIM_MM(15) : DIM_MM(50),
		    &draft->measure_set[pages][i], values[i]);
	set_choice(&texts[SETTING], settings, &draft->setting_set[pages],
	    &draft->theme->print[pages].justified);
	set_choice(&texts[HYPHENS], no_yes, &draft->hyphens_set[pages],
	    &draft->theme->print[pages].hyphens);
	for (size_t i = 0; i < THEME_TYPE_COUNT; i++) {
		value = yaml_find(print, type_names[i]);
		if (value != NULL && value->kind == YAML_MAP)
			ok &= read_size(job, value, pages, (enum theme_type)i,
			    draft);
	}
	return ok;
}

static void
read_faces(const struct keys_job *job, const struct yaml_node *map,
    struct theme_draft *draft)
{
	const struct yaml_node *family;
	const char **names;
	struct conf_text *texts;
	struct theme *theme;
	size_t count;

	theme = draft->theme;
	family = yaml_find(map, "family");
	if (theme->family == NULL && family != NULL &&
	    !str_blank(family->text)) {
		theme->family = str_trim(job->arena, family->text);
		theme->family_at = family->at;
	}
	texts = keys_list(job->arena, map, "fallback", &count);
	if (texts == NULL || draft->fallback_set)
		return;
	names = ARENA_ARRAY(job->arena, const char *, count);
	for (size_t i = 0; i < count; i++)
		names[i] = texts[i].text;
	theme->fallback = names;
	theme->fallback_count = count;
	draft->fallback_set = true;
}

/* Worksheets on whole sheets are as in the booklet where nothing else is said. */
static void
complete_sheets(struct theme_draft *draft)
{
	const struct theme_print *from;
	struct theme_print *to;
	dim *values[MEASURE_COUNT], *own[MEASURE_COUNT];
	struct theme_print booklet;
	size_t i;

	from = &draft->theme->print[THEME_PAGES_BOOKLET];
	to = &draft->theme->print[THEME_PAGES_SHEET];
	booklet = *from;
	measures_of(&booklet, values);
	measures_of(to, own);
	for (i = 0; i < MEASURE_COUNT; i++) {
		if (!draft->measure_set[THEME_PAGES_SHEET][i])
			*own[i] = *values[i];
		draft->measure_set[THEME_PAGES_SHEET][i] = true;
	}
	for (i = 0; i < THEME_TYPE_COUNT; i++) {
		if (!draft->type_set[THEME_PAGES_SHEET][i])
			to->types[i] = from->types[i];
		draft->type_set[THEME_PAGES_SHEET][i] = true;
	}
}

/* What a theme leaves unset. */
struct unset {
	const struct keys_job	*job;
	struct span		 at;
	size_t			 count;
};

/* The first of them are named. */
static void
not_set(struct unset *unset, const char *what, const char *name,
    const char *part)
{
	if (unset->count++ < UNSET_NAMED)
		keys_say(unset->job, unset->at, NULL, SAY_THEME_INCOMPLETE,
		    what, name, *part == '\0' ? "" : " for ", part);
}

static void
pages_complete(struct unset *unset, const struct theme_draft *draft,
    enum theme_pages pages)
{
	for (size_t i = 0; i < MEASURE_COUNT; i++) {
		if (!draft->measure_set[pages][i])
			not_set(unset, "the measure", print_keys[i].name,
			    pages_names[pages]);
	}
	for (size_t i = 0; i < THEME_TYPE_COUNT; i++) {
		if (!draft->type_set[pages][i])
			not_set(unset, "the size", type_names[i],
			    pages_names[pages]);
	}
}

/* Every token has a value once the whole chain was read. */
static bool
is_complete(const struct keys_job *job, const struct theme_draft *draft,
    struct span at)
{
	struct unset unset = { job, at, 0 };

	if (draft->theme->family == NULL)
		not_set(&unset, "the text face", "family", "");
	for (size_t i = 0; i < THEME_COLOUR_COUNT; i++) {
		for (size_t p = 0; p < PALETTE_COUNT; p++) {
			if (!draft->colour_set[i][p])
				not_set(&unset, "the colour", colour_names[i],
				    theme_palette_keys[p].name);
		}
	}
	for (size_t p = 0; p < THEME_PAGES_COUNT; p++)
		pages_complete(&unset, draft, (enum theme_pages)p);
	if (unset.count > UNSET_NAMED)
		keys_say(job, at, NULL, SAY_THEME_INCOMPLETE_MORE,
		    unset.count - UNSET_NAMED);
	return unset.count == 0;
}

/* The folder of theme "name" in the first of "folders" that has it. */
static bool
find_theme(const struct keys_job *job, const char *name,
    const char *const *folders, size_t count, struct file_root *root)
{
	const char *path;

	for (size_t i = 0; i < count; i++) {
		path = file_join(job->arena, folders[i], name);
		if (!file_root_open(root, job->arena, path))
			continue;
		if (file_exists(root, "theme.yaml"))
			return true;
		file_root_close(root);
	}
	return false;
}

/* The hint that names the theme that was probably meant, or NULL. */
static const char *
theme_meant(const struct keys_job *job, const char *name,
    const char *const *folders, size_t count)
{
	VEC(const char *) found = { NULL, 0, 0 };
	const char *const *names;
	struct file_root root;
	size_t name_count;

	for (size_t i = 0; i < count; i++) {
		if (!file_root_open(&root, job->arena, folders[i]))
			continue;
		if (!file_list(&root, job->arena, ".", &names, &name_count))
			name_count = 0;
		for (size_t k = 0; k < name_count; k++) {
			if (file_exists(&root, file_join(job->arena, names[k],
			    "theme.yaml")))
				*vec_push(job->arena, &found) = names[k];
		}
		file_root_close(&root);
	}
	return str_nearest_hint(job->arena, name, found.items, found.len);
}

static void
no_such_theme(const struct keys_job *job, const char *name, struct span at,
    const char *const *folders, size_t count)
{
	const char *looked, *hint;
	bool own;

	/* Nobody has to name the default one. */
	own = str_equal(name, "default");
	if (own)
		at = (struct span){ NULL, 0, 0 };
	looked = "";
	for (size_t i = 0; i < count; i++)
		looked = arena_printf(job->arena, "%s%s%s", looked,
		    i > 0 ? ", " : "", folders[i]);
	hint = own ? NULL : theme_meant(job, name, folders, count);
	if (hint == NULL)
		hint = arena_printf(job->arena, own ? HINT_NO_THEME_3 :
		    HINT_NO_THEME, count > 0 ? looked : HINT_NO_THEME_2);
	keys_say(job, at, hint, SAY_NO_THEME, name);
}

static void
read_logo(const struct keys_job *job, const struct yaml_node *map,
    const struct file_root *root, struct theme *theme)
{
	const struct yaml_node *logo = yaml_find(map, "logo");

	if (theme->logo != NULL || logo == NULL || str_blank(logo->text))
		return;
	theme->logo = str_trim(job->arena, logo->text);
	theme->logo_folder = root->path;
	theme->logo_at = logo->at;
}

/* Reads one theme of the chain; *next is the one it extends, or NULL. */
static bool
read_one(const struct keys_job *job, const struct file_root *root,
    struct theme_draft *draft, struct conf_text *next)
{
	const struct yaml_node *map, *extends;
	bool missing, ok;

	next->text = NULL;
	map = keys_file(job, root, "theme.yaml", &missing);
	if (map == NULL || !keys_read(job, theme_keys, map, NULL))
		return false;
	read_faces(job, map, draft);
	read_logo(job, map, root, draft->theme);
	ok = read_colours(job, map, draft);
	for (size_t p = 0; p < THEME_PAGES_COUNT; p++)
		ok &= read_print(job, map, (enum theme_pages)p, draft);
	extends = yaml_find(map, "extends");
	if (extends != NULL && !str_blank(extends->text)) {
		next->text = extends->text;
		next->at = extends->at;
	}
	return ok;
}

static bool
was_seen(const struct theme *theme, const char *const *chain,
    const char *folder)
{
	for (size_t i = 0; i < theme->chain_count; i++) {
		if (str_equal(chain[i], folder))
			return true;
	}
	return false;
}

static bool
read_chain(const struct keys_job *job, struct theme_draft *draft,
    struct span asked, const char *const *folders, size_t folder_count)
{
	struct theme *theme;
	struct file_root root;
	struct conf_text next;
	const char **chain;
	bool ok;

	theme = draft->theme;
	chain = ARENA_ARRAY(job->arena, const char *, CHAIN_MAX);
	theme->chain = chain;
	next = (struct conf_text){ theme->name, asked };
	while (next.text != NULL) {
		if (!find_theme(job, next.text, folders, folder_count,
		    &root)) {
			no_such_theme(job, next.text, next.at, folders,
			    folder_count);
			return false;
		}
		ok = !was_seen(theme, chain, root.path) &&
		    theme->chain_count < CHAIN_MAX;
		if (!ok)
			keys_say(job, next.at, NULL, SAY_THEME_LOOP);
		if (ok) {
			chain[theme->chain_count++] = root.path;
			ok = read_one(job, &root, draft, &next) &&
			    theme_files_read(job, &root,
			    draft->templates, draft->site_files);
		}
		file_root_close(&root);
		if (!ok)
			return false;
	}
	theme->folder = chain[0];
	return true;
}

const struct theme *
theme_read(struct arena *a, struct diag_list *dl, const char *name,
    struct span asked, const char *const *folders, size_t folder_count)
{
	const struct keys_job job = { a, dl, DIAG_CONFIGURATION,
	    "theme.yaml" };
	struct theme_draft *draft;
	struct span at;

	if (!keys_is_id(name)) {
		no_such_theme(&job, name, asked, folders, folder_count);
		return NULL;
	}
	draft = ARENA_NEW(a, struct theme_draft);
	draft->theme = ARENA_NEW(a, struct theme);
	draft->theme->name = arena_strdup(a, name);
	draft->theme->templates = draft->templates = map_new(a);
	draft->theme->site_files = draft->site_files = map_new(a);
	if (!read_chain(&job, draft, asked, folders, folder_count))
		return NULL;
	complete_sheets(draft);
	at = (struct span){ file_join(a, draft->theme->folder, "theme.yaml"),
	    0, 0 };
	if (!is_complete(&job, draft, at) ||
	    !contrast_check(&job, draft->theme, &draft->places) ||
	    !theme_measured_read(a, dl, draft->theme))
		return NULL;
	draft->theme->places = &draft->places;
	return draft->theme;
}

const struct theme *
theme_with_colours(struct arena *a, struct diag_list *dl,
    const struct theme *theme, const struct theme_own_colour *colours,
    size_t count)
{
	const struct keys_job job = { a, dl, DIAG_CONFIGURATION,
	    "a clinic's profile" };
	struct theme *own = ARENA_NEW(a, struct theme);
	struct theme_places *places = ARENA_NEW(a, struct theme_places);

	*own = *theme;
	*places = *theme->places;
	own->places = places;
	for (size_t i = 0; i < count; i++) {
		const struct theme_own_colour *c = &colours[i];

		own->colours[c->colour][c->palette] = c->value;
		/* The profile is nearer than any theme, the first being 1. */
		places->colours[c->colour][c->palette] =
		    (struct theme_place){ c->at, 0 };
	}
	return contrast_check(&job, own, places) ? own : NULL;
}
