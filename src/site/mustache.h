/* SPDX-License-Identifier: MIT */
/*
 * Templates as the Mustache specification's core has them (1.4: comments,
 * delimiters, interpolation, sections, inverted sections, partials; no
 * lambdas).
 *
 * Comes in: template text and a tree of values.  Goes out: text, escaped for
 * HTML unless the template asks otherwise.  Knows nothing of books or pages.
 */
#ifndef SITE_MUSTACHE_H
#define SITE_MUSTACHE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/diag.h"

struct arena;
struct buf;
struct diag_list;
struct map;
struct value;

/* How deep partials may call each other, how deep sections may nest, and how
 * much one rendering may write. */
#define MUSTACHE_PARTIAL_DEPTH	16
#define MUSTACHE_SECTION_DEPTH	64
#define MUSTACHE_OUTPUT_BYTES	((size_t)16 * 1024 * 1024)

enum mustache_kind {
	MUSTACHE_LITERAL,
	MUSTACHE_ESCAPED,	/* {{name}} */
	MUSTACHE_RAW,		/* {{{name}}}, {{&name}} */
	MUSTACHE_SECTION,	/* {{#name}} ... {{/name}} */
	MUSTACHE_INVERTED,	/* {{^name}} ... {{/name}} */
	MUSTACHE_PARTIAL	/* {{>name}} */
};

struct mustache_node {
	enum mustache_kind	 kind;
	struct span		 at;
	const char		*text;		/* literal bytes, or the name */
	size_t			 len;
	const char		*const *path;	/* the name's parts; 0: "." */
	size_t			 path_len;
	/* A partial alone on its line: the white space before it. */
	const char		*indent;
	bool			 alone;
	const struct mustache_node *first, *next;
};

struct mustache {
	const char			*name;
	const struct mustache_node	*first;
};

/*
 * Parses "text" once.  "file" is the name in messages.  NULL after errors,
 * which are in "dl" with their places (class configuration).
 */
struct mustache *mustache_parse(struct arena *a, struct diag_list *dl,
    const char *file, const char *text, size_t len);
/*
 * Fills "template" with "root" and appends the outcome to "out".  Partials are
 * found in "partials" (name -> struct mustache *); a missing one is empty, as
 * the specification says.  False when partials call each other too deep or the
 * outcome is too long; the message is in "dl".
 */
bool mustache_render(struct diag_list *dl, const struct mustache *template,
    const struct map *partials, const struct value *root, struct buf *out);

#endif
