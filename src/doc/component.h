/* SPDX-License-Identifier: MIT */
/*
 * Components: fenced blocks whose info string is a component's name.
 *
 * One definition each (component_NAME.c): its fields with types, defaults and
 * limits, and how it unfolds into nodes of the tree.  Renderers know only the
 * nodes, so a new component is one file and one line in component.c.
 */
#ifndef DOC_COMPONENT_H
#define DOC_COMPONENT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/diag.h"

struct arena;
struct book;
struct buf;
struct chapter;
struct diag_list;
struct doc_node;
struct map;
struct yaml_node;

/* The longest text or word of a component, unless its field says less. */
#define COMPONENT_TEXT_BYTES 600

enum component_type {
	COMPONENT_TEXT,		/* inline Markdown without links */
	COMPONENT_WORD,		/* plain text */
	COMPONENT_NUMBER,
	COMPONENT_CHOICE,	/* one of "choices" */
	COMPONENT_TEXTS,	/* a list of inline Markdown */
	COMPONENT_WORDS,	/* a list of plain texts */
	COMPONENT_ITEMS		/* a list of maps with "fields" */
};

struct component_field {
	const char			*name;
	enum component_type		 type;
	bool				 required;
	const char			*preset;	/* default, or NULL */
	/* A number's bounds, how many a list may hold, or (max) the bytes of a
	 * text; 0 for max: COMPONENT_TEXT_BYTES. */
	int64_t				 min, max;
	const char			*const *choices; /* NULL-ended */
	/* Of items; ended by name NULL. */
	const struct component_field	*fields;
	const char			*help;		/* one plain sentence */
};

/* A value that was checked against its field. */
struct component_value {
	const struct component_field	*field;
	struct span			 at;
	const struct yaml_node		*yaml;	/* NULL: not given */
	bool				 given;
	const char			*word;	/* WORD, CHOICE, raw TEXT */
	int64_t				 number;
	/* TEXT: its inlines as children of a DOC_LABEL; TEXTS: one each. */
	struct doc_node			**texts;
	const char			**words;	/* WORDS */
	struct component_values		**items;	/* ITEMS */
	size_t				 count;
};

struct component_values {
	const struct component_definition *definition;
	struct component_value		*values;	/* as many as fields */
	size_t				 count;
};

/* What unfolding may look at. */
struct component_place {
	struct arena		*arena;
	struct diag_list	*dl;
	const struct book	*book;
	const struct chapter	*chapter;
	const struct doc_node	*node;		/* the DOC_COMPONENT */
};

struct component_definition {
	const char			*name;
	const char			*help;
	const struct component_field	*fields;	/* ended by name NULL */
	/* Appends what the component stands for to "into".  NULL for the one
	 * that read/ replaces by other blocks itself. */
	void	(*unfold)(const struct component_place *place,
		    const struct component_values *values,
		    struct doc_node *into);
};

/*
 * What there is to know of each component, from the definitions: its name and
 * help in a line, then its fields, indented, with type, limits and default;
 * fields of items deeper.  The manual is made from it.
 */
void component_describe(struct buf *out);

const struct component_definition *component_find(const char *name);
/* All of them in order of name; *count of them. */
const struct component_definition *const *component_all(size_t *count);
/*
 * Checks the YAML of a component against its definition: unknown, missing and
 * repeated fields, types, bounds; mistakes go to "dl" with their places.
 * "inlines" makes a DOC_LABEL of the inline Markdown in a scalar, in which
 * are no links and no pictures; NULL after an error.  NULL if anything was
 * wrong: then the component unfolds to nothing.
 */
const struct component_values *component_read(struct arena *a,
    struct diag_list *dl, const struct component_definition *definition,
    const struct yaml_node *yaml,
    struct doc_node *(*inlines)(void *context,
    const struct yaml_node *scalar), void *context);
/* The value of field "name"; never NULL. */
const struct component_value *component_value(
    const struct component_values *values, const char *name);

#endif
