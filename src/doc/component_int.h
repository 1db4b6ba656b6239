/* SPDX-License-Identifier: MIT */
/*
 * The components' definitions and what they share.  For doc/ only.
 */
#ifndef DOC_COMPONENT_INT_H
#define DOC_COMPONENT_INT_H

#include "doc/component.h"
#include "doc/node.h"

extern const struct component_definition component_about;
extern const struct component_definition component_box;
extern const struct component_definition component_card;
extern const struct component_definition component_checklist;
extern const struct component_definition component_choose;
extern const struct component_definition component_clinic;
extern const struct component_definition component_contents;
extern const struct component_definition component_field_line;
extern const struct component_definition component_finish;
extern const struct component_definition component_glossary;
extern const struct component_definition component_grid;
extern const struct component_definition component_help;
extern const struct component_definition component_include;
extern const struct component_definition component_lines;
extern const struct component_definition component_rings;
extern const struct component_definition component_scale;
extern const struct component_definition component_sources;
extern const struct component_definition component_wheel;

/* Appends the value of field "label", a DOC_LABEL, to "into". */
void component_add_label(const struct component_values *values,
    struct doc_node *into);
/* Appends a DOC_ANSWER for each of "texts", which is its label. */
/* The field of components whose marks may bring help forward. */
#define COMPONENT_BRINGS_HELP(words)					\
	{ .name = "brings_help", .type = COMPONENT_CHOICE,		\
	    .preset = "no", .choices = component_help_kinds,		\
	    .help = words }
extern const char *const component_help_kinds[];
/* The value of that field, a kind of callout, or NULL; says so if the page
 * has no callout of that kind. */
const char *component_brings_help(const struct component_place *place,
    const struct component_values *values);
void component_add_answers(const struct component_place *place,
    const struct component_value *texts, enum doc_answer_kind kind, int count,
    struct doc_node *into);
/* Appends "text", a value among words: of its own direction in a book from right
 * to left. */
void component_add_value(const struct component_place *place,
    struct doc_node *parent, const char *text);
/* "https://example.org/x" is read as "example.org/x"; NULL for NULL. */
const char *component_without_scheme(const char *address);

#endif
