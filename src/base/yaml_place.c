/* SPDX-License-Identifier: MIT */
/*
 * Where in the file a byte of a YAML text stands: behind its quotes, escapes
 * and folded lines.
 *
 * Comes in: a scalar with its source.  Goes out: a place.  Knows nothing of
 * libyaml.
 */
#include <stdint.h>
#include <string.h>

#include "base/utf8.h"
#include "base/yaml.h"

struct source_cursor {
	const char	*s, *end;
	struct span	 at;
};

static void
pass(struct source_cursor *c, size_t bytes)
{
	while (bytes-- > 0 && c->s < c->end) {
		c->s++;
		c->at.col++;
	}
}

/* Goes to the first byte of the next line that has one, or stays at the end. */
static size_t
pass_lines(struct source_cursor *c, const struct yaml_node *scalar)
{
	size_t lines = 0;

	while (c->s < c->end && (*c->s == '\n' || *c->s == '\r' ||
	    *c->s == ' ' || *c->s == '\t')) {
		bool ends = *c->s == '\n' || (*c->s == '\r' &&
		    (c->s + 1 == c->end || c->s[1] != '\n'));

		pass(c, 1);
		if (!ends)
			continue;
		lines++;
		c->at.line++;
		c->at.col = scalar->line_cols == NULL ? scalar->line_col :
		    scalar->line_cols[c->at.line - scalar->at.line];
	}
	return lines;
}

/* Passes the escape at the cursor; the bytes that it stands for. */
static size_t
pass_escape(struct source_cursor *c, const struct yaml_node *scalar)
{
	static const char digits[] = "0123456789ABCDEF";
	uint32_t codepoint = 0;
	size_t count, i;
	char utf8[4];
	const char *d;

	if (c->s + 1 >= c->end) {
		pass(c, 1);
		return 1;
	}
	if (c->s[1] == '\n' || c->s[1] == '\r') {
		pass(c, 1);
		(void)pass_lines(c, scalar);
		return 0;
	}
	count = c->s[1] == 'x' ? 2 : c->s[1] == 'u' ? 4 :
	    c->s[1] == 'U' ? 8 : 0;
	for (i = 0; i < count && c->s + 2 + i < c->end; i++) {
		char hex = c->s[2 + i];

		if (hex >= 'a' && hex <= 'f')
			hex = (char)(hex - 'a' + 'A');
		d = hex != '\0' ? strchr(digits, hex) : NULL;
		codepoint = codepoint * 16 + (d != NULL ?
		    (uint32_t)(d - digits) : 0);
	}
	/* \N, \_: U+0085 and U+00A0; \L, \P: U+2028 and U+2029. */
	if (count == 0)
		codepoint = c->s[1] == 'N' || c->s[1] == '_' ? 0xA0 :
		    c->s[1] == 'L' || c->s[1] == 'P' ? 0x2028 : 'x';
	pass(c, 2 + count);
	return utf8_encode(codepoint, utf8);
}

/* Passes what stands for the next bytes of the text; how many. */
static size_t
step(struct source_cursor *c, const struct yaml_node *scalar)
{
	size_t lines;

	if (scalar->style == YAML_DOUBLE && *c->s == '\\')
		return pass_escape(c, scalar);
	if (scalar->style == YAML_SINGLE && *c->s == '\'') {
		pass(c, 2);
		return 1;
	}
	if (*c->s == '\n' || *c->s == '\r') {
		/* One line end is a space, each further one a line end; in a
		 * block each is one. */
		lines = pass_lines(c, scalar);
		return scalar->style == YAML_BLOCK || lines < 2 ? lines :
		    lines - 1;
	}
	pass(c, 1);
	return 1;
}

struct span
yaml_text_place(const struct yaml_node *scalar, size_t offset)
{
	struct source_cursor c = { scalar->source, scalar->source_end,
	    scalar->at };
	size_t done = 0;

	if (scalar->source == NULL)
		return scalar->at;
	if (scalar->style == YAML_DOUBLE || scalar->style == YAML_SINGLE)
		pass(&c, 1);
	if (scalar->style == YAML_BLOCK) {
		while (c.s < c.end && *c.s != '\n' && *c.s != '\r')
			pass(&c, 1);
		(void)pass_lines(&c, scalar);
	}
	while (done < offset && c.s < c.end)
		done += step(&c, scalar);
	return c.at;
}
