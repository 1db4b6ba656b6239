/* SPDX-License-Identifier: MIT */
/*
 * Reading a component's YAML and unfolding it, for tests of doc/.
 */
#ifndef TESTS_DOC_COMPONENT_KIT_H
#define TESTS_DOC_COMPONENT_KIT_H

#include "base/yaml.h"
#include "doc_book_kit.h"

#define COMPONENT_FILE "content/en-GB/worksheets/02-step.md"

/* Stands in for the reader of inline Markdown: [x] is a link. */
static inline struct doc_node *
component_inlines(void *context, const struct yaml_node *scalar)
{
	struct kit *k = context;
	struct doc_node *label, *link;

	label = doc_new(k->arena, DOC_LABEL, scalar->at);
	if (scalar->text[0] == '[') {
		link = doc_new(k->arena, DOC_LINK, scalar->at);
		doc_append(label, link);
	} else {
		doc_append_text(k->arena, label, scalar->text);
	}
	return label;
}

static inline const struct component_values *
component_read_text(struct kit *k, const char *name, const char *text)
{
	const struct yaml_node *yaml;

	yaml = yaml_parse(k->arena, k->dl, COMPONENT_FILE, 10, 1, text,
	    strlen(text));
	return yaml == NULL ? NULL : component_read(k->arena, k->dl,
	    component_find(name), yaml, component_inlines, k);
}

/* The worksheet as it is after resolve, with the component in it. */
static inline const char *
component_unfolded(struct kit *k, const char *name, const char *text)
{
	struct doc_node *node;
	struct buf dump;
	const char *result;

	node = doc_new(k->arena, DOC_COMPONENT,
	    (struct span){ COMPONENT_FILE, 9, 1 });
	node->u.component.name = name;
	node->u.component.values = component_read_text(k, name, text);
	doc_unlink(k->chapters[3].root->first);
	doc_append(k->chapters[3].root, node);
	doc_resolve(k->arena, k->dl, &k->book);
	buf_init(&dump);
	if (diag_total(k->dl) > 0)
		buf_puts(&dump, kit_first(k));
	doc_dump(k->chapters[3].root, &dump);
	result = arena_strdup(k->arena, dump.data);
	buf_release(&dump);
	return result;
}

#endif
