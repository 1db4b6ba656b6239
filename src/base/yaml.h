/* SPDX-License-Identifier: MIT */
/*
 * YAML as editors write it: text -> tree of values with places.
 *
 * A subset on purpose (RELIABILITY: aliases, anchors, tags, several documents,
 * merge keys, duplicate keys and nesting over 16 are refused with a message).
 * Every scalar is text: "no" is the word no.  Knows nothing of what the keys
 * mean.  Owner of <yaml.h>.
 */
#ifndef BASE_YAML_H
#define BASE_YAML_H

#include <stdbool.h>
#include <stddef.h>

#include "base/diag.h"

struct arena;

enum yaml_kind { YAML_SCALAR, YAML_LIST, YAML_MAP };

enum yaml_style { YAML_PLAIN, YAML_SINGLE, YAML_DOUBLE, YAML_BLOCK };

struct yaml_node {
	enum yaml_kind		 kind;
	struct span		 at;
	const char		*text;	/* scalar; "" for an empty value */
	bool			 quoted; /* scalar in quotes or block style */
	/* How a scalar is written, quotes and all; for yaml_text_place. */
	enum yaml_style		 style;
	const char		*source, *source_end;
	unsigned		 line_col;	/* of its further lines, */
	const unsigned		*line_cols;	/* or of each, from its own */
	struct yaml_node	*items;	/* list: values; map: values */
	const char		*const *keys;	/* map: one for each item */
	const struct span	*key_at;	/* map: their places */
	size_t			 count;
};

/*
 * Parses "text" (at most 256 KiB) as one document.  Places count from line
 * "line" and column "col" of "file", where the text begins (for front matter
 * and fenced blocks); every line of the text begins at that column.
 * NULL after an error, which is in "dl"; an empty text is an empty map.  The
 * two classic slips, an unquoted colon and an unquoted {{, get a hint that says
 * "put quotes round it".
 */
const struct yaml_node *yaml_parse(struct arena *a, struct diag_list *dl,
    const char *file, unsigned line, unsigned col, const char *text,
    size_t len);
/* The same for a text of which each line begins at a column of its own: "cols"
 * has one for each, and one for the end of the text; it must outlive the
 * values. */
const struct yaml_node *yaml_parse_lines(struct arena *a,
    struct diag_list *dl, const char *file, unsigned line,
    const unsigned *cols, const char *text, size_t len);
/* The place of byte "offset" of a scalar's text, behind quotes and escapes;
 * the parsed text must still be there. */
struct span yaml_text_place(const struct yaml_node *scalar, size_t offset);
/* The value of "key" in a map, or NULL. */
const struct yaml_node *yaml_find(const struct yaml_node *map,
    const char *key);

#endif
