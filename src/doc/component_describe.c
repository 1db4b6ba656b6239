/* SPDX-License-Identifier: MIT */
/*
 * What there is to know of each component, in words, from the definitions.
 */
#include "doc/component.h"

#include "base/buf.h"

/* "one of a, b or c" */
static void
put_choices(const char *const *choices, struct buf *out)
{
	buf_puts(out, "one of ");
	for (size_t i = 0; choices[i] != NULL; i++) {
		if (i > 0)
			buf_puts(out, choices[i + 1] == NULL ? " or " : ", ");
		buf_puts(out, choices[i]);
	}
}

static void
put_bytes(const struct component_field *field, const char *what,
    struct buf *out)
{
	buf_printf(out, "%s, at most %lld bytes", what,
	    (long long)(field->max > 0 ? field->max : COMPONENT_TEXT_BYTES));
}

static void
put_bounds(const struct component_field *field, const char *before,
    const char *behind, struct buf *out)
{
	buf_puts(out, before);
	if (field->min == field->max)
		buf_printf(out, "%lld", (long long)field->min);
	else
		buf_printf(out, "%lld to %lld", (long long)field->min,
		    (long long)field->max);
	buf_puts(out, behind);
}

static void
put_type(const struct component_field *field, struct buf *out)
{
	switch (field->type) {
	case COMPONENT_TEXT:
		put_bytes(field, "Markdown in one line", out);
		return;
	case COMPONENT_WORD:
		put_bytes(field, "plain words", out);
		return;
	case COMPONENT_NUMBER:
		put_bounds(field, "a number, ", "", out);
		return;
	case COMPONENT_CHOICE:
		put_choices(field->choices, out);
		return;
	case COMPONENT_TEXTS:
		put_bounds(field, "a list of ", " lines of Markdown", out);
		return;
	case COMPONENT_WORDS:
		put_bounds(field, "a list of ", " plain texts", out);
		return;
	case COMPONENT_ITEMS:
		put_bounds(field, "a list of ", " with the fields below", out);
		return;
	}
	BUG("component type %d", (int)field->type);
}

/* Fields of items are no items: two levels at most. */
static void
put_fields(const struct component_field *fields, int indent, struct buf *out)
{
	const struct component_field *field;

	for (field = fields; field->name != NULL; field++) {
		buf_printf(out, "%*s%s: %s (", indent, "", field->name,
		    field->help);
		put_type(field, out);
		if (field->required)
			buf_puts(out, "; needed");
		else if (field->preset != NULL)
			buf_printf(out, "; %s if left out", field->preset);
		buf_puts(out, ")\n");
		if (field->type == COMPONENT_ITEMS)
			put_fields(field->fields, indent + 2, out);
	}
}

void
component_describe(struct buf *out)
{
	const struct component_definition *const *all;
	size_t count;

	all = component_all(&count);
	for (size_t i = 0; i < count; i++) {
		buf_printf(out, "%s: %s\n", all[i]->name, all[i]->help);
		put_fields(all[i]->fields, 2, out);
	}
}
