/* SPDX-License-Identifier: MIT */
/*
 * What an editor is told about a line of YAML that is wrong.
 *
 * For yaml.c alone; a file of its own because it knows nothing of libyaml.
 */
#ifndef BASE_YAML_LINE_H
#define BASE_YAML_LINE_H

#include <stddef.h>

#include "base/messages.h"

struct arena;

struct yaml_source {
	struct arena	*arena;		/* where hints are made */
	const char	*text;
	size_t		 len;
};

/* What libyaml says, and what the editor is told. */
struct yaml_problem {
	const char	*phrase;	/* part of libyaml's text */
	/* A hint of NULL: put quotes round the value. */
	struct message	 message;
};

/* The line that holds byte "offset", without its end. */
const char *yaml_line_at(const struct yaml_source *in, size_t offset,
    size_t *len);
/* Where the value begins in a line such as "  - title: value"; the end of the
 * line if it holds a key alone. */
size_t yaml_line_value(const char *line, size_t len);
/* "put quotes round it: " and "before", then "value" in double quotes. */
const char *yaml_line_quoted(const struct yaml_source *in, const char *before,
    size_t before_len, const char *value, size_t len);
/* The same with the line of "offset" as it should be, if that is short; a
 * comment at its end is left out. */
const char *yaml_line_quotes(const struct yaml_source *in, size_t offset);
/* The value in the line of "offset" if it is a group in braces whose end is
 * missing there, or stands in a note; else SIZE_MAX. */
size_t yaml_line_group(const struct yaml_source *in, size_t offset);
/* The first value in the lines of from..to that begins with "{{" and has no
 * quotes, or SIZE_MAX. */
size_t yaml_line_placeholder(const struct yaml_source *in, size_t from,
    size_t to);
/* The first value in the lines of from..to that begins with a quotation mark
 * which its own line does not close, or SIZE_MAX. */
size_t yaml_line_open_quote(const struct yaml_source *in, size_t from,
    size_t to);
/* The first white space in the lines of from..to that stands behind a colon
 * and only looks like a space, such as U+00A0, or SIZE_MAX. */
size_t yaml_line_false_space(const struct yaml_source *in, size_t from,
    size_t to);
/* The bytes of such a character at the beginning of "s", or 0. */
size_t yaml_false_space(const char *s, size_t len);
/* The problem that libyaml's texts name, or NULL. */
const struct yaml_problem *yaml_line_problem(const char *context,
    const char *problem);

#endif
