/* SPDX-License-Identifier: MIT */
/*
 * What an editor is told about a line of YAML that is wrong.
 *
 * Knows the look of a line ("  - key: value"), not the grammar.
 */
#include "base/yaml_line.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/messages.h"

/* A line that is repeated in a hint is no longer than this. */
#define QUOTED_MAX	100

const char *
yaml_line_at(const struct yaml_source *in, size_t offset, size_t *len)
{
	size_t end, start;

	start = offset > in->len ? in->len : offset;
	while (start > 0 && in->text[start - 1] != '\n' &&
	    in->text[start - 1] != '\r')
		start--;
	end = start;
	while (end < in->len && in->text[end] != '\n' && in->text[end] != '\r')
		end++;
	*len = end - start;
	return in->text + start;
}

size_t
yaml_line_value(const char *line, size_t len)
{
	size_t at, i;

	at = 0;
	while (at < len && (line[at] == ' ' || line[at] == '\t'))
		at++;
	while (at + 1 < len && line[at] == '-' && line[at + 1] == ' ') {
		at += 2;
		while (at < len && line[at] == ' ')
			at++;
	}
	/* Is there a plain key?  Then what follows its colon. */
	for (i = at; i < len; i++) {
		if (i == at && strchr("\"'[{", line[i]) != NULL)
			break;
		if (line[i] != ':' || (i + 1 < len && line[i + 1] != ' '))
			continue;
		at = i + 1;
		while (at < len && line[at] == ' ')
			at++;
		break;
	}
	return at;
}

const char *
yaml_line_quoted(const struct yaml_source *in, const char *before,
    size_t before_len, const char *value, size_t len)
{
	const char *hint;
	struct buf b;
	size_t i;

	buf_init(&b);
	buf_puts(&b, "put quotes round it: ");
	buf_put(&b, before, before_len);
	buf_putc(&b, '"');
	for (i = 0; i < len; i++) {
		if (value[i] == '"' || value[i] == '\\')
			buf_putc(&b, '\\');
		buf_putc(&b, value[i]);
	}
	buf_putc(&b, '"');
	hint = arena_strndup(in->arena, b.data, b.len);
	buf_release(&b);
	return hint;
}

/* A group in braces whose end is missing on its line, or stands in what YAML
 * takes for a note; NULL if it is no group. */
static const char *
group_hint(const char *value, size_t len)
{
	bool named = false, ended = false;

	if (len == 0 || value[0] != '{')
		return NULL;
	for (size_t i = 1; i < len; i++) {
		if (value[i] == '#' && value[i - 1] == ' ')
			return named && !ended ? HINT_YAML_GROUP_NOTE : NULL;
		named = named || (value[i] == ' ' && value[i - 1] == ':');
		ended = ended || value[i] == '}';
	}
	return named && !ended ? HINT_YAML_GROUP_END : NULL;
}

const char *
yaml_line_quotes(const struct yaml_source *in, size_t offset)
{
	size_t i, len, start;
	const char *line;

	line = yaml_line_at(in, offset, &len);
	start = yaml_line_value(line, len);
	if (group_hint(line + start, len - start) != NULL)
		return group_hint(line + start, len - start);
	for (i = start + 1; i < len; i++) {
		if (line[i] == '#' && line[i - 1] == ' ')
			len = i;
	}
	while (len > start && (line[len - 1] == ' ' || line[len - 1] == '\t'))
		len--;
	if (start >= len || len > QUOTED_MAX)
		return "put quotes round it: \"...\"";
	for (i = 0; i < start && line[i] == ' '; i++)
		continue;
	return yaml_line_quoted(in, line + i, start - i, line + start,
	    len - start);
}

size_t
yaml_line_group(const struct yaml_source *in, size_t offset)
{
	const char *line;
	size_t len, start;

	line = yaml_line_at(in, offset, &len);
	start = yaml_line_value(line, len);
	return group_hint(line + start, len - start) == NULL ? SIZE_MAX :
	    (size_t)(line - in->text) + start;
}

size_t
yaml_line_placeholder(const struct yaml_source *in, size_t from, size_t to)
{
	const char *line;
	size_t len, start;

	line = yaml_line_at(in, from, &len);
	for (;;) {
		start = yaml_line_value(line, len);
		if (len - start >= 2 && line[start] == '{' &&
		    line[start + 1] == '{')
			return (size_t)(line - in->text) + start;
		line += len;
		if ((size_t)(line - in->text) >= in->len ||
		    (size_t)(line - in->text) >= to)
			return SIZE_MAX;
		line = yaml_line_at(in, (size_t)(line - in->text) + 1, &len);
	}
}

/* Does the line close the quotation mark at "start"? */
static bool
closes_quote(const char *line, size_t start, size_t len)
{
	size_t i;

	for (i = start + 1; i < len; i++) {
		if (line[i] == '\\' && line[start] == '"')
			i++;
		else if (line[i] == line[start])
			return true;
	}
	return false;
}

size_t
yaml_line_open_quote(const struct yaml_source *in, size_t from, size_t to)
{
	const char *line;
	size_t len, start;

	line = yaml_line_at(in, from, &len);
	while ((size_t)(line - in->text) < to) {
		start = yaml_line_value(line, len);
		if (start < len && strchr("\"'", line[start]) != NULL &&
		    !closes_quote(line, start, len))
			return (size_t)(line - in->text) + start;
		if (line + len >= in->text + in->len)
			break;
		line = yaml_line_at(in, (size_t)(line - in->text) + len + 1,
		    &len);
	}
	return SIZE_MAX;
}

size_t
yaml_false_space(const char *s, size_t len)
{
	/* U+00A0, U+2007, U+202F: spaces that do not break. */
	static const char *const spaces[] = { "\xC2\xA0", "\xE2\x80\x87",
	    "\xE2\x80\xAF" };
	size_t i, n;

	for (i = 0; i < sizeof(spaces) / sizeof(spaces[0]); i++) {
		n = strlen(spaces[i]);
		if (len >= n && memcmp(s, spaces[i], n) == 0)
			return n;
	}
	return 0;
}

size_t
yaml_line_false_space(const struct yaml_source *in, size_t from, size_t to)
{
	const char *end, *s;
	size_t len;

	s = yaml_line_at(in, from, &len);
	end = yaml_line_at(in, to, &len);
	end += len;
	for (; s < end; s++) {
		if (*s == ':' &&
		    yaml_false_space(s + 1, (size_t)(end - s - 1)) > 0)
			return (size_t)(s + 1 - in->text);
	}
	return SIZE_MAX;
}

/* In the order in which they are looked for. */
static const struct yaml_problem known_problems[] = {
	{ "mapping values are not allowed", { SAY_YAML_COLON } },
	{ "found a tab character", { SAY_YAML_TAB } },
	{ "found unknown escape character", { SAY_YAML_ESCAPE } },
	{ "found unexpected end of stream", { SAY_YAML_QUOTE_OPEN } },
	{ "found unexpected document indicator", { SAY_YAML_QUOTE_OPEN } },
	{ "did not find expected key", { SAY_YAML_KEY_BELOW } },
	{ "did not find expected <document start>", { SAY_YAML_KEY_START } },
	{ "could not find expected ':'", { SAY_YAML_KEY } },
	{ "block sequence entries are not allowed", { SAY_YAML_LIST_PLACE } },
	{ "did not find expected '-' indicator", { SAY_YAML_LIST } },
	{ "did not find expected ',' or ']'", { SAY_YAML_BRACKET } },
	{ "did not find expected ',' or '}'", { SAY_YAML_BRACE } },
	{ "while scanning an alias", { SAY_YAML_ALIAS_STAR } },
	{ "while scanning an anchor", { SAY_YAML_ALIAS_AND } },
	{ "while scanning a block scalar", { SAY_YAML_BLOCK } },
	{ "tag", { SAY_YAML_TAG } },
	{ "invalid leading UTF-8", { SAY_YAML_UTF8 } }
};

const struct yaml_problem *
yaml_line_problem(const char *context, const char *problem)
{
	size_t i;

	for (i = 0; i < sizeof(known_problems) / sizeof(known_problems[0]);
	    i++) {
		if (strstr(problem, known_problems[i].phrase) != NULL ||
		    strstr(context, known_problems[i].phrase) != NULL)
			return &known_problems[i];
	}
	return NULL;
}
