/* SPDX-License-Identifier: MIT */
/*
 * The list of components.  A new one is a file component_NAME.c and a row here.
 */
#include "doc/component.h"

#include "base/messages.h"
#include "base/str.h"
#include "doc/book.h"
#include "doc/component_int.h"

/* In order of name. */
static const struct component_definition *const components[] = {
	&component_about,
	&component_box,
	&component_card,
	&component_checklist,
	&component_choose,
	&component_clinic,
	&component_contents,
	&component_field_line,
	&component_finish,
	&component_glossary,
	&component_grid,
	&component_help,
	&component_include,
	&component_lines,
	&component_rings,
	&component_scale,
	&component_sources,
	&component_wheel,
};

#define COMPONENT_COUNT (sizeof(components) / sizeof(components[0]))

const struct component_definition *
component_find(const char *name)
{
	for (size_t i = 0; i < COMPONENT_COUNT; i++) {
		if (str_equal(components[i]->name, name))
			return components[i];
	}
	return NULL;
}

const struct component_definition *const *
component_all(size_t *count)
{
	*count = COMPONENT_COUNT;
	return components;
}

const struct component_value *
component_value(const struct component_values *values, const char *name)
{
	for (size_t i = 0; i < values->count; i++) {
		if (str_equal(values->values[i].field->name, name))
			return &values->values[i];
	}
	BUG("component %s has no field %s", values->definition->name, name);
}

void
component_add_label(const struct component_values *values,
    struct doc_node *into)
{
	const struct component_value *label;

	label = component_value(values, "label");
	if (label->count > 0)
		doc_append(into, label->texts[0]);
}

const char *const component_help_kinds[] = { "no", "help", "urgent",
    "emergency", NULL };

const char *
component_brings_help(const struct component_place *place,
    const struct component_values *values)
{
	static const enum doc_callout kinds[] = { CALLOUT_COUNT, CALLOUT_HELP,
		CALLOUT_URGENT, CALLOUT_EMERGENCY };
	struct doc_node *node;
	const char *word;
	size_t kind = 0;

	word = component_value(values, "brings_help")->word;
	while (!str_equal(component_help_kinds[kind], word))
		kind++;
	if (kind == 0)
		return NULL;
	for (node = place->chapter->root; node != NULL;
	    node = doc_following(place->chapter->root, node)) {
		if (node->kind == DOC_CALLOUT &&
		    node->u.callout.kind == kinds[kind])
			return word;
	}
	diag_say(place->dl, component_value(values, "brings_help")->at, NULL,
	    SAY_BRINGS_HELP_NONE, word);
	return NULL;
}

void
component_add_answers(const struct component_place *place,
    const struct component_value *texts, enum doc_answer_kind kind, int count,
    struct doc_node *into)
{
	struct doc_node *answer;

	for (size_t i = 0; i < texts->count; i++) {
		answer = doc_new(place->arena, DOC_ANSWER,
		    texts->texts[i]->at);
		answer->u.answer.kind = kind;
		answer->u.answer.width = ANSWER_FULL;
		answer->u.answer.count = count;
		doc_append(answer, texts->texts[i]);
		doc_append(into, answer);
	}
}

void
component_add_value(const struct component_place *place,
    struct doc_node *parent, const char *text)
{
	struct doc_node *isolate = parent;

	if (place->book->right_to_left) {
		isolate = doc_new(place->arena, DOC_SPAN, place->node->at);
		isolate->u.span.kind = SPAN_ISOLATE;
		doc_append(parent, isolate);
	}
	doc_append_text(place->arena, isolate, text);
}

const char *
component_without_scheme(const char *address)
{
	if (address == NULL)
		return NULL;
	if (str_starts(address, "https://"))
		return address + 8;
	return str_starts(address, "http://") ? address + 7 : address;
}
