/* SPDX-License-Identifier: MIT */
/*
 * The components' definitions and what they share.  For doc/ only.
 */
#ifndef DOC_COMPONENT_INT_H
#define DOC_COMPONENT_INT_H

#include "doc/component.h"
#include "doc/node.h"

extern const struct component_definition component_about;
extern const struct component_definition component_checklist;
extern const struct component_definition component_clinic;
extern const struct component_definition component_contents;
extern const struct component_definition component_field_line;
extern const struct component_definition component_grid;
extern const struct component_definition component_help;
extern const struct component_definition component_lines;

/* Appends the value of field "label", a DOC_LABEL, to "into". */
void component_add_label(const struct component_values *values,
    struct doc_node *into);

#endif
