/* SPDX-License-Identifier: MIT */
/*
 * Tree of tags + tree of values -> text.
 *
 * Names are looked up in the innermost section first, a dotted name's first
 * part decides where.  A partial that stands alone on its line is indented as
 * that line is, its own lines only, never lines inside values.
 */
#include "base/messages.h"
#include "site/mustache.h"

#include <stdint.h>
#include <stdarg.h>
#include <string.h>

#include "base/buf.h"
#include "base/map.h"
#include "site/escape.h"
#include "site/value.h"

/* Templates that write nothing must come to an end as well. */
#define STEPS_MAX	10000000u

/* Values that a name is looked up in, innermost first. */
struct scope {
	const struct value	*value;
	const struct scope	*outer;
};

/* White space that starts each line of the partials being rendered. */
struct indent {
	const char		*text;
	const struct indent	*outer;
};

struct renderer {
	struct diag_list	*dl;
	const struct map	*partials;
	struct buf		*out;
	size_t			 start;		/* of our part of "out" */
	const struct indent	*indent;
	bool			 line_start;	/* indent is still to come */
	int			 depth;		/* of partials */
	uint32_t		 steps;
	bool			 failed;
};

static void render_nodes(struct renderer *r, const struct mustache_node *node,
    const struct scope *scope);

static const struct value *
look_up(const struct scope *scope, const struct mustache_node *node)
{
	const struct value *v;

	if (node->path_len == 0)
		return scope->value;
	v = NULL;
	for (; scope != NULL && v == NULL; scope = scope->outer)
		v = value_find(scope->value, node->path[0]);
	for (size_t i = 1; i < node->path_len && v != NULL; i++)
		v = value_find(v, node->path[i]);
	return v;
}

static void
put_indent(struct renderer *r, const struct indent *indent)
{
	if (indent == NULL)
		return;
	put_indent(r, indent->outer);
	buf_puts(r->out, indent->text);
}

static void
start_line(struct renderer *r)
{
	if (r->line_start)
		put_indent(r, r->indent);
	r->line_start = false;
}

static void
put_literal(struct renderer *r, const char *text, size_t len)
{
	const char *end, *newline;

	if (r->indent == NULL) {
		buf_put(r->out, text, len);
		return;
	}
	for (end = text + len; text < end; text = newline) {
		newline = memchr(text, '\n', (size_t)(end - text));
		newline = newline != NULL ? newline + 1 : end;
		start_line(r);
		buf_put(r->out, text, (size_t)(newline - text));
		r->line_start = newline[-1] == '\n';
	}
}

static void
put_value(struct renderer *r, const struct mustache_node *node,
    const struct scope *scope)
{
	const struct value *v;

	start_line(r);
	v = look_up(scope, node);
	if (v == NULL || v->kind != VALUE_TEXT)
		return;
	if (node->kind == MUSTACHE_RAW)
		buf_puts(r->out, v->text);
	else
		escape_html(r->out, v->text);
}

static void
render_section(struct renderer *r, const struct mustache_node *node,
    const struct scope *scope)
{
	const struct value *v;
	struct scope inner;

	v = look_up(scope, node);
	inner.outer = scope;
	if (node->kind == MUSTACHE_INVERTED) {
		if (!value_is_true(v))
			render_nodes(r, node->first, scope);
		return;
	}
	if (!value_is_true(v))
		return;
	if (v->kind != VALUE_LIST) {
		inner.value = v;
		render_nodes(r, node->first, &inner);
		return;
	}
	for (size_t i = 0; i < v->entries.len && !r->failed; i++) {
		inner.value = v->entries.items[i].value;
		render_nodes(r, node->first, &inner);
	}
}

__attribute__((format(printf, 6, 7)))
static void
fail(struct renderer *r, const struct mustache_node *node,
    enum diag_level level, const char *id, const char *hint, const char *fmt,
    ...)
{
	va_list ap;

	va_start(ap, fmt);
	if (!r->failed)
		diag_say_list(r->dl, DIAG_CONFIGURATION, node->at, NULL,
		    level, id, hint, fmt, ap);
	va_end(ap);
	r->failed = true;
}

static void
render_partial(struct renderer *r, const struct mustache_node *node,
    const struct scope *scope)
{
	const struct mustache *partial;
	const struct indent *outer;
	struct indent inner;

	partial = map_find(r->partials, node->text);
	if (partial == NULL)
		return;
	if (r->depth == MUSTACHE_PARTIAL_DEPTH) {
		fail(r, node, SAY_TEMPLATE_TOO_DEEP_CALLS);
		return;
	}
	outer = r->indent;
	if (!node->alone) {
		start_line(r);
		r->indent = NULL;
	} else if (node->indent[0] != '\0') {
		inner.text = node->indent;
		inner.outer = outer;
		r->indent = &inner;
		r->line_start = true;
	}
	r->depth++;
	render_nodes(r, partial->first, scope);
	r->depth--;
	r->indent = outer;
	r->line_start = node->alone && outer != NULL;
}

static void
render_nodes(struct renderer *r, const struct mustache_node *node,
    const struct scope *scope)
{
	for (; node != NULL && !r->failed; node = node->next) {
		switch (node->kind) {
		case MUSTACHE_LITERAL:
			put_literal(r, node->text, node->len);
			break;
		case MUSTACHE_ESCAPED:
		case MUSTACHE_RAW:
			put_value(r, node, scope);
			break;
		case MUSTACHE_SECTION:
		case MUSTACHE_INVERTED:
			render_section(r, node, scope);
			break;
		case MUSTACHE_PARTIAL:
			render_partial(r, node, scope);
			break;
		}
		if (r->out->len - r->start > MUSTACHE_OUTPUT_BYTES ||
		    buf_overflowed(r->out) || r->steps++ > STEPS_MAX)
			fail(r, node, SAY_TEMPLATE_TOO_LONG);
	}
}

bool
mustache_render(struct diag_list *dl, const struct mustache *template,
    const struct map *partials, const struct value *root, struct buf *out)
{
	struct renderer r;
	struct scope scope;

	memset(&r, 0, sizeof(r));
	r.dl = dl;
	r.partials = partials;
	r.out = out;
	r.start = out->len;
	scope.value = root;
	scope.outer = NULL;
	render_nodes(&r, template->first, &scope);
	return !r.failed;
}
