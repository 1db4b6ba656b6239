/* SPDX-License-Identifier: MIT */
/*
 * Comes in: a text.  Goes out: the same with masks of the same length, and a
 * list of what they hide.
 */
#include "read/placeholders.h"

#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/messages.h"
#include "base/utf8.h"

#define PLANE_15	0xF0000U
#define PLANE_15_END	0x100000U
/* Bytes of a private character, of "<!--" and of "-->". */
#define CHARACTER_BYTES	4
#define OPEN_BYTES	4
#define CLOSE_BYTES	3
#define MARK_BYTES	(OPEN_BYTES + CHARACTER_BYTES + CLOSE_BYTES)
#define NAME_BYTES	64

struct masking {
	struct arena		*arena;
	struct diag_list	*dl;
	struct placeholders	*into;
	const char		*text;
	size_t			 len;
	char			*masked;	/* NULL until one is found */
	struct span		 line;		/* where the line starts */
	size_t			 line_start;	/* its first byte */
};

static bool
is_name(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
	    (c >= '0' && c <= '9') || c == '_' || c == '.' || c == '-';
}

static size_t
skip_spaces(const struct masking *m, size_t i)
{
	while (i < m->len && m->text[i] == ' ')
		i++;
	return i;
}

static struct span
place_of(const struct masking *m, size_t off)
{
	struct span at = m->line;

	at.col += (unsigned)(off - m->line_start);
	return at;
}

/* Do only white space and quote marks stand before "from" on its line, and
 * only white space behind "end"? */
static bool
is_alone(const struct masking *m, size_t from, size_t end)
{
	for (size_t i = m->line_start; i < from; i++) {
		if (m->text[i] != ' ' && m->text[i] != '\t' &&
		    m->text[i] != '>')
			return false;
	}
	for (; end < m->len && m->text[end] != '\n' && m->text[end] != '\r';
	    end++) {
		if (m->text[end] != ' ' && m->text[end] != '\t')
			return false;
	}
	return true;
}

/* The byte behind a placeholder that starts at "from", or 0 if it is none. */
static size_t
scan(const struct masking *m, size_t from, char *mark, const char **name)
{
	size_t i = from + 2, start;

	*mark = '\0';
	if (i < m->len && (m->text[i] == '#' || m->text[i] == '/'))
		*mark = m->text[i++];
	i = skip_spaces(m, i);
	for (start = i; i < m->len && is_name(m->text[i]); i++)
		;
	if (i == start || i - start > NAME_BYTES)
		return 0;
	*name = arena_strndup(m->arena, m->text + start, i - start);
	i = skip_spaces(m, i);
	if (i + 1 >= m->len || m->text[i] != '}' || m->text[i + 1] != '}')
		return 0;
	return i + 2;
}

static void
hide(struct masking *m, size_t from, size_t end, char mark, const char *name)
{
	struct placeholder *p;
	size_t number = m->into->found.len;
	char *to;

	if (m->masked == NULL)
		m->masked = arena_strndup(m->arena, m->text, m->len);
	p = vec_push(m->arena, &m->into->found);
	p->source = arena_strndup(m->arena, m->text + from, end - from);
	p->name = name;
	p->at = place_of(m, from);
	p->kind = PLACEHOLDER_VALUE;
	to = m->masked + from;
	if (mark != '\0') {
		p->kind = PLACEHOLDER_STRAY;
		if (end - from >= MARK_BYTES && is_alone(m, from, end))
			p->kind = mark == '#' ? PLACEHOLDER_OPEN :
			    PLACEHOLDER_CLOSE;
	}
	memset(to, 'x', end - from);
	if (p->kind == PLACEHOLDER_OPEN || p->kind == PLACEHOLDER_CLOSE) {
		memcpy(to, "<!--", OPEN_BYTES);
		memcpy(m->masked + end - CLOSE_BYTES, "-->", CLOSE_BYTES);
		to += OPEN_BYTES;
	}
	(void)utf8_encode(PLANE_15 + (uint32_t)number, to);
}

static bool
refuse_private(struct masking *m, size_t off)
{
	uint32_t c;

	(void)utf8_decode(m->text + off, m->len - off, &c);
	if (c < PLANE_15 || c >= PLANE_15_END)
		return true;
	diag_say(m->dl, place_of(m, off), NULL, SAY_PRIVATE_CHARACTER,
	    (unsigned)c);
	return false;
}

/* The byte behind what starts with "{{" at "off", masked or not; 0 after an
 * error. */
static size_t
pass_braces(struct masking *m, size_t off)
{
	const char *name;
	char mark;
	size_t end;

	/* A backslash before it makes it no placeholder. */
	if (off > 0 && m->text[off - 1] == '\\')
		return off + 2;
	end = scan(m, off, &mark, &name);
	if (end == 0)
		return off + 2;
	if (m->into->found.len == PLACEHOLDERS_MAX) {
		diag_say(m->dl, place_of(m, off), NULL,
		    SAY_PLACEHOLDER_TOO_MANY, PLACEHOLDERS_MAX);
		return 0;
	}
	hide(m, off, end, mark, name);
	return end;
}

const char *
placeholders_mask(struct arena *a, struct diag_list *dl,
    struct placeholders *p, struct span first, const char *text, size_t len)
{
	struct masking m = { .arena = a, .dl = dl, .into = p, .text = text,
	    .len = len, .line = first };
	size_t i = 0;

	while (i < len) {
		if (text[i] == '\n' || (text[i] == '\r' && (i + 1 == len ||
		    text[i + 1] != '\n'))) {
			m.line.line++;
			m.line.col = 1;
			m.line_start = ++i;
		} else if (text[i] == '{' && i + 1 < len &&
		    text[i + 1] == '{') {
			i = pass_braces(&m, i);
			if (i == 0)
				return NULL;
		} else if ((unsigned char)text[i] == 0xF3) {
			if (!refuse_private(&m, i))
				return NULL;
			i++;
		} else {
			i++;
		}
	}
	return m.masked != NULL ? m.masked : text;
}

const struct placeholder *
placeholders_next(const struct placeholders *p, const char *s,
    const char **start, size_t *len)
{
	const struct placeholder *found;
	const char *here;
	size_t before;
	uint32_t c;

	for (here = s; p->found.len > 0 && *here != '\0'; here++) {
		if ((unsigned char)*here != 0xF3)
			continue;
		(void)utf8_decode(here, strlen(here), &c);
		if (c < PLANE_15 || c - PLANE_15 >= p->found.len)
			continue;
		found = &p->found.items[c - PLANE_15];
		before = found->kind == PLACEHOLDER_OPEN ||
		    found->kind == PLACEHOLDER_CLOSE ? OPEN_BYTES : 0;
		*len = strlen(found->source);
		/* No parser cuts a mask; should one do, nothing is read that
		 * is not there. */
		if ((size_t)(here - s) < before ||
		    strlen(here) < *len - before)
			continue;
		*start = here - before;
		return found;
	}
	return NULL;
}

const char *
placeholders_restore(struct arena *a, const struct placeholders *p,
    const char *s)
{
	const struct placeholder *found;
	const char *start, *result;
	struct buf out;
	size_t len;

	if (s == NULL || placeholders_next(p, s, &start, &len) == NULL)
		return s;
	buf_init(&out);
	while ((found = placeholders_next(p, s, &start, &len)) != NULL) {
		buf_put(&out, s, (size_t)(start - s));
		buf_puts(&out, found->source);
		s = start + len;
	}
	buf_puts(&out, s);
	result = arena_strndup(a, out.data, out.len);
	buf_release(&out);
	return result;
}
