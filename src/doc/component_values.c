/* SPDX-License-Identifier: MIT */
/*
 * Reads the YAML of a component against its definition.
 *
 * Comes in: values with places.  Goes out: checked values, inline Markdown as
 * nodes.  Knows no component in particular, and no Markdown: that is handed
 * in.
 */
#include "base/messages.h"
#include "doc/component.h"

#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/str.h"
#include "base/yaml.h"

struct values_job {
	struct arena				*arena;
	struct diag_list			*dl;
	const struct component_definition	*definition;
	struct doc_node	*(*inlines)(void *, const struct yaml_node *);
	void					*context;
};

static size_t
field_count(const struct component_field *fields)
{
	size_t count;

	for (count = 0; fields[count].name != NULL; count++)
		;
	return count;
}

/* "a, b and c"; NULL-ended. */
static const char *
spell_out(struct arena *a, const char *const *words, const char *join)
{
	const char *text;

	text = words[0] != NULL ? words[0] : "";
	for (size_t i = 1; words[0] != NULL && words[i] != NULL; i++)
		text = arena_printf(a, "%s%s%s", text,
		    words[i + 1] == NULL ? join : ", ", words[i]);
	return text;
}

/* Says that there is no such field; the field that was probably meant, or
 * NULL. */
static const struct component_field *
unknown_field(const struct values_job *job,
    const struct component_field *fields, const struct yaml_node *map,
    size_t at)
{
	const char **names, *near, *hint;
	size_t count;

	count = field_count(fields);
	names = ARENA_ARRAY(job->arena, const char *, count + 1);
	for (size_t i = 0; i < count; i++)
		names[i] = fields[i].name;
	near = str_nearest(str_without_curly_quotes(job->arena,
	    map->keys[at]), names, count);
	if (near != NULL)
		hint = arena_printf(job->arena, "did you mean \"%s\"?", near);
	else if (count == 0)
		hint = arena_printf(job->arena, "\"%s\" takes no fields; leave "
		    "the block empty", job->definition->name);
	else
		hint = arena_printf(job->arena, "what may stand here: %s",
		    spell_out(job->arena, names, " and "));
	diag_say(job->dl, map->key_at[at], hint, SAY_FIELD_UNKNOWN,
	    job->definition->name, map->keys[at]);
	for (size_t i = 0; near != NULL && i < count; i++) {
		if (str_equal(names[i], near))
			return &fields[i];
	}
	return NULL;
}

static bool
wrong_type(const struct values_job *job, const struct component_field *field,
    const struct yaml_node *value, const char *hint)
{
	diag_say(job->dl, value->at, hint, SAY_FIELD_TYPE, field->name,
	    job->definition->name);
	return false;
}

static bool
missing_field(const struct values_job *job,
    const struct component_field *field, struct span at)
{
	diag_say(job->dl, at, arena_printf(job->arena, HINT_FIELD_MISSING,
	    field->name, field->help), SAY_FIELD_MISSING,
	    job->definition->name, field->name);
	return false;
}

/* One scalar that is not blank and not too long. */
static bool
check_text(const struct values_job *job, const struct component_field *field,
    const struct yaml_node *value, size_t cap)
{
	size_t len;

	if (value->kind != YAML_SCALAR)
		return wrong_type(job, field, value,
		    "write it as words on one line; words with a colon need "
		    "quotes round them");
	if (str_blank(value->text))
		return wrong_type(job, field, value,
		    "write something, or take the line out");
	len = strlen(value->text);
	if (len <= cap)
		return true;
	diag_say(job->dl, value->at, NULL, SAY_FIELD_LONG, field->name, len,
	    cap);
	return false;
}

static bool
check_count(const struct values_job *job, const struct component_field *field,
    const struct yaml_node *value)
{
	if (value->kind != YAML_LIST)
		return wrong_type(job, field, value,
		    "write a list: a line \"- ...\" for each");
	if ((int64_t)value->count >= field->min &&
	    (int64_t)value->count <= field->max)
		return true;
	diag_say(job->dl, value->at, arena_printf(job->arena, HINT_FIELD_COUNT,
	    (long long)field->min, (long long)field->max), SAY_FIELD_COUNT,
	    field->name, value->count,
	    str_by_count(value->count, "entry", "entries"));
	return false;
}

static size_t
text_cap(const struct component_field *field)
{
	return field->max > 0 ? (size_t)field->max : COMPONENT_TEXT_BYTES;
}

static bool
read_number(const struct values_job *job, const struct component_field *field,
    const struct yaml_node *value, struct component_value *out)
{
	if (value->kind == YAML_SCALAR && str_to_int(value->text, field->min,
	    field->max, &out->number))
		return true;
	diag_say(job->dl, value->at, arena_printf(job->arena,
	    HINT_FIELD_NUMBER, (long long)field->min, (long long)field->max),
	    SAY_FIELD_NUMBER, field->name, job->definition->name);
	return false;
}

static bool
read_choice(const struct values_job *job, const struct component_field *field,
    const struct yaml_node *value, struct component_value *out)
{
	for (size_t i = 0; value->kind == YAML_SCALAR &&
	    field->choices[i] != NULL; i++) {
		if (str_equal(field->choices[i], value->text)) {
			out->word = field->choices[i];
			return true;
		}
	}
	diag_say(job->dl, value->at, arena_printf(job->arena,
	    HINT_FIELD_CHOICE, spell_out(job->arena, field->choices,
	    HINT_FIELD_CHOICE_2)), SAY_FIELD_CHOICE, field->name,
	    job->definition->name);
	return false;
}

static bool
read_texts(const struct values_job *job, const struct component_field *field,
    const struct yaml_node *value, struct component_value *out)
{
	bool ok;

	if (!check_count(job, field, value))
		return false;
	out->texts = ARENA_ARRAY(job->arena, struct doc_node *, value->count);
	out->count = value->count;
	ok = true;
	for (size_t i = 0; i < value->count; i++) {
		if (!check_text(job, field, &value->items[i],
		    COMPONENT_TEXT_BYTES)) {
			ok = false;
			continue;
		}
		out->texts[i] = job->inlines(job->context,
		    &value->items[i]);
		ok = ok && out->texts[i] != NULL;
	}
	return ok;
}

static bool
read_words(const struct values_job *job, const struct component_field *field,
    const struct yaml_node *value, struct component_value *out)
{
	bool ok;

	if (!check_count(job, field, value))
		return false;
	out->words = ARENA_ARRAY(job->arena, const char *, value->count + 1);
	out->count = value->count;
	ok = true;
	for (size_t i = 0; i < value->count; i++) {
		if (check_text(job, field, &value->items[i],
		    COMPONENT_TEXT_BYTES))
			out->words[i] = str_trim(job->arena,
			    value->items[i].text);
		else
			ok = false;
	}
	return ok;
}

static struct component_values *read_map(const struct values_job *job,
    const struct component_field *fields, const struct yaml_node *map);

/* Fields of items are no items: the depth is that of the definitions. */
static bool
read_items(const struct values_job *job, const struct component_field *field,
    const struct yaml_node *value, struct component_value *out)
{
	bool ok;

	if (!check_count(job, field, value))
		return false;
	out->items = ARENA_ARRAY(job->arena, struct component_values *,
	    value->count);
	out->count = value->count;
	ok = true;
	for (size_t i = 0; i < value->count; i++) {
		if (value->items[i].kind != YAML_MAP) {
			ok = wrong_type(job, field, &value->items[i],
			    arena_printf(job->arena, "write \"- %s: ...\" for "
			    "each", field->fields[0].name));
			continue;
		}
		out->items[i] = read_map(job, field->fields, &value->items[i]);
		ok = ok && out->items[i] != NULL;
	}
	return ok;
}

static bool
read_value(const struct values_job *job, const struct component_field *field,
    const struct yaml_node *value, struct component_value *out)
{
	switch (field->type) {
	case COMPONENT_TEXT:
		if (!check_text(job, field, value, text_cap(field)))
			return false;
		out->word = value->text;
		out->texts = ARENA_NEW(job->arena, struct doc_node *);
		out->texts[0] = job->inlines(job->context, value);
		out->count = 1;
		return out->texts[0] != NULL;
	case COMPONENT_WORD:
		if (!check_text(job, field, value, text_cap(field)))
			return false;
		out->word = str_trim(job->arena, value->text);
		return true;
	case COMPONENT_NUMBER:
		return read_number(job, field, value, out);
	case COMPONENT_CHOICE:
		return read_choice(job, field, value, out);
	case COMPONENT_TEXTS:
		return read_texts(job, field, value, out);
	case COMPONENT_WORDS:
		return read_words(job, field, value, out);
	case COMPONENT_ITEMS:
		return read_items(job, field, value, out);
	}
	BUG("component type %d", (int)field->type);
}

/* The default of a field that is not there. */
static void
preset_value(const struct component_field *field, struct component_value *out)
{
	if (field->preset == NULL)
		return;
	if (field->type == COMPONENT_NUMBER) {
		if (!str_to_int(field->preset, field->min, field->max,
		    &out->number))
			BUG("preset of field %s", field->name);
	} else {
		out->word = field->preset;
	}
}

static struct component_values *
read_map(const struct values_job *job, const struct component_field *fields,
    const struct yaml_node *map)
{
	const struct component_field *field;
	const struct yaml_node *value;
	struct component_values *values;
	const struct component_field *meant;
	bool *misspelt;
	bool ok, known;

	values = ARENA_NEW(job->arena, struct component_values);
	values->definition = job->definition;
	values->count = field_count(fields);
	values->values = ARENA_ARRAY(job->arena, struct component_value,
	    values->count);
	misspelt = ARENA_ARRAY(job->arena, bool, values->count + 1);
	ok = true;
	for (size_t i = 0; i < map->count; i++) {
		known = false;
		for (field = fields; field->name != NULL; field++)
			known = known || str_equal(field->name, map->keys[i]);
		if (known)
			continue;
		meant = unknown_field(job, fields, map, i);
		if (meant != NULL)
			misspelt[meant - fields] = true;
		ok = false;
	}
	for (size_t i = 0; i < values->count; i++) {
		field = &fields[i];
		value = yaml_find(map, field->name);
		values->values[i].field = field;
		values->values[i].at = value != NULL ? value->at : map->at;
		values->values[i].yaml = value;
		values->values[i].given = value != NULL;
		if (value != NULL)
			ok = read_value(job, field, value,
			    &values->values[i]) && ok;
		else if (misspelt[i])
			continue;	/* It is there, by another name. */
		else if (field->required)
			ok = missing_field(job, field, map->at);
		else
			preset_value(field, &values->values[i]);
	}
	return ok ? values : NULL;
}

const struct component_values *
component_read(struct arena *a, struct diag_list *dl,
    const struct component_definition *definition,
    const struct yaml_node *yaml,
    struct doc_node *(*inlines)(void *context,
    const struct yaml_node *scalar), void *context)
{
	const struct values_job job = { a, dl, definition, inlines, context };

	if (yaml->kind == YAML_MAP)
		return read_map(&job, definition->fields, yaml);
	diag_say(dl, yaml->at, NULL, SAY_FIELD_TYPE_MAP, definition->name);
	return NULL;
}
