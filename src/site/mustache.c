/* SPDX-License-Identifier: MIT */
/*
 * Template text -> tree of tags.
 *
 * One pass over the text: literal pieces and tags, white space of lines that
 * hold nothing but one tag removed (the specification's standalone lines), each
 * tag with its place.  Knows no values.
 */
#include "site/mustache.h"

#include <stdarg.h>
#include <string.h>

#include "base/arena.h"
#include "base/messages.h"
#include "base/vec.h"

#define DELIMITER_MAX	16

/* A section that is open while the text is read. */
struct open_section {
	struct mustache_node	*node;
	struct mustache_node	*last;	/* child */
};

struct parser {
	struct arena		*arena;
	struct diag_list	*dl;
	const char		*file;
	const char		*text;
	size_t			 len, pos;
	size_t			 literal;	/* start of the pending piece */
	unsigned		 line;
	size_t			 line_start, counted;
	char			 opening[DELIMITER_MAX + 1];
	char			 closing[DELIMITER_MAX + 1];
	struct open_section	 open[MUSTACHE_SECTION_DEPTH + 1];
	size_t			 depth;
	bool			 failed;
};

/* A tag as it stands in the text. */
struct tag {
	size_t		 start, end;	/* with its delimiters */
	char		 sigil;		/* 0: none */
	const char	*name;
	struct span	 at;
};

static struct span
place(struct parser *p, size_t offset)
{
	struct span at;

	/* Offsets only grow, so lines are counted once. */
	for (; p->counted < offset; p->counted++) {
		if (p->text[p->counted] == '\n') {
			p->line++;
			p->line_start = p->counted + 1;
		}
	}
	at.file = p->file;
	at.line = p->line;
	at.col = (unsigned)(offset - p->line_start) + 1;
	return at;
}

__attribute__((format(printf, 6, 7)))
static void
fail(struct parser *p, struct span at, enum diag_level level, const char *id,
    const char *hint, const char *fmt, ...)
{
	va_list ap;

	p->failed = true;
	va_start(ap, fmt);
	diag_say_list(p->dl, DIAG_CONFIGURATION, at, NULL, level, id, hint,
	    fmt, ap);
	va_end(ap);
}

static struct mustache_node *
append(struct parser *p, enum mustache_kind kind, struct span at)
{
	struct open_section *into;
	struct mustache_node *node;

	into = &p->open[p->depth];
	node = ARENA_NEW(p->arena, struct mustache_node);
	node->kind = kind;
	node->at = at;
	if (into->last == NULL)
		into->node->first = node;
	else
		into->last->next = node;
	into->last = node;
	return node;
}

/* The text from p->literal up to "end" becomes a node, unless it is empty. */
static void
flush_literal(struct parser *p, size_t end)
{
	struct mustache_node *node;

	if (end > p->literal) {
		node = append(p, MUSTACHE_LITERAL,
		    (struct span){ p->file, 0, 0 });
		node->text = p->text + p->literal;
		node->len = end - p->literal;
	}
	p->literal = end;
}

static void
split_name(struct parser *p, struct mustache_node *node, const char *name)
{
	VEC(const char *) parts = { NULL, 0, 0 };
	const char *dot;

	node->text = name;
	node->len = strlen(name);
	if (strcmp(name, ".") == 0)
		return;
	while ((dot = strchr(name, '.')) != NULL) {
		*vec_push(p->arena, &parts) = arena_strndup(p->arena, name,
		    (size_t)(dot - name));
		name = dot + 1;
	}
	*vec_push(p->arena, &parts) = name;
	node->path = parts.items;
	node->path_len = parts.len;
}

static bool
is_space(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/* Text between two offsets without white space at its ends. */
static const char *
trimmed(struct parser *p, size_t start, size_t end)
{
	while (start < end && is_space(p->text[start]))
		start++;
	while (end > start && is_space(p->text[end - 1]))
		end--;
	return arena_strndup(p->arena, p->text + start, end - start);
}

/* The offset of "what" at or after "from", or p->len. */
static size_t
find(const struct parser *p, size_t from, const char *what)
{
	size_t n;

	n = strlen(what);
	for (size_t i = from; i + n <= p->len; i++) {
		if (memcmp(p->text + i, what, n) == 0)
			return i;
	}
	return p->len;
}

/* Reads the tag that starts at p->pos; false if it does not end. */
static bool
read_tag(struct parser *p, struct tag *tag)
{
	char closing[DELIMITER_MAX + 2];
	size_t inside, end;

	tag->start = p->pos;
	tag->at = place(p, p->pos);
	inside = p->pos + strlen(p->opening);
	tag->sigil = inside < p->len ? p->text[inside] : '\0';
	if (tag->sigil == '\0' || strchr("!#^/>&={", tag->sigil) == NULL)
		tag->sigil = '\0';
	else
		inside++;
	closing[0] = tag->sigil == '{' ? '}' : '=';
	memcpy(closing + 1, p->closing, strlen(p->closing) + 1);
	if (tag->sigil == '{' || tag->sigil == '=')
		end = find(p, inside, closing);
	else
		end = find(p, inside, p->closing);
	if (end >= p->len) {
		fail(p, tag->at, SAY_TEMPLATE_TAG_OPEN);
		return false;
	}
	tag->name = trimmed(p, inside, end);
	tag->end = end + strlen(p->closing) +
	    (tag->sigil == '{' || tag->sigil == '=');
	return true;
}

/*
 * Is the tag, of a kind that writes nothing itself, alone on its line?  Then
 * *before is where the line starts and *after where the next one does.
 */
static bool
is_alone(const struct parser *p, const struct tag *tag, size_t *before,
    size_t *after)
{
	size_t i, j;

	if (tag->sigil == '\0' || tag->sigil == '&' || tag->sigil == '{')
		return false;
	i = tag->start;
	while (i > 0 && (p->text[i - 1] == ' ' || p->text[i - 1] == '\t'))
		i--;
	if (i > 0 && p->text[i - 1] != '\n')
		return false;
	j = tag->end;
	while (j < p->len && (p->text[j] == ' ' || p->text[j] == '\t'))
		j++;
	if (j + 1 < p->len && p->text[j] == '\r' && p->text[j + 1] == '\n')
		j++;
	if (j < p->len && p->text[j] != '\n')
		return false;
	*before = i;
	*after = j < p->len ? j + 1 : j;
	/* Another tag of this line may have taken the white space already. */
	return i >= p->literal;
}

static void
set_delimiters(struct parser *p, const struct tag *tag)
{
	const char *space, *second;
	size_t n;

	space = strpbrk(tag->name, " \t\r\n");
	if (space == NULL) {
		fail(p, tag->at, SAY_TEMPLATE_DELIMITERS_TWO);
		return;
	}
	n = (size_t)(space - tag->name);
	second = space + strspn(space, " \t\r\n");
	if (n == 0 || n > DELIMITER_MAX || strlen(second) > DELIMITER_MAX ||
	    strpbrk(second, " \t\r\n=") != NULL ||
	    memchr(tag->name, '=', n) != NULL) {
		fail(p, tag->at, SAY_TEMPLATE_DELIMITERS);
		return;
	}
	memcpy(p->opening, tag->name, n);
	p->opening[n] = '\0';
	memcpy(p->closing, second, strlen(second) + 1);
}

static void
open_section(struct parser *p, const struct tag *tag)
{
	struct mustache_node *node;

	node = append(p, tag->sigil == '#' ? MUSTACHE_SECTION :
	    MUSTACHE_INVERTED, tag->at);
	split_name(p, node, tag->name);
	if (p->depth == MUSTACHE_SECTION_DEPTH) {
		fail(p, tag->at, SAY_TEMPLATE_TOO_DEEP);
		return;
	}
	p->depth++;
	p->open[p->depth].node = node;
	p->open[p->depth].last = NULL;
}

static void
close_section(struct parser *p, const struct tag *tag)
{
	const char *want;

	if (p->depth == 0) {
		fail(p, tag->at, SAY_TEMPLATE_SECTION_CLOSE, tag->name);
		return;
	}
	want = p->open[p->depth].node->text;
	if (strcmp(want, tag->name) != 0)
		fail(p, tag->at, SAY_TEMPLATE_SECTION_ORDER, tag->name, want);
	p->depth--;
}

static void
take_tag(struct parser *p, const struct tag *tag, const char *indent,
    bool alone)
{
	struct mustache_node *node;

	if (tag->name[0] == '\0' && tag->sigil != '!') {
		fail(p, tag->at, SAY_TEMPLATE_TAG_EMPTY);
		return;
	}
	switch (tag->sigil) {
	case '!':
		break;
	case '=':
		set_delimiters(p, tag);
		break;
	case '#':
	case '^':
		open_section(p, tag);
		break;
	case '/':
		close_section(p, tag);
		break;
	case '>':
		node = append(p, MUSTACHE_PARTIAL, tag->at);
		node->text = tag->name;
		node->len = strlen(tag->name);
		node->indent = indent;
		node->alone = alone;
		break;
	default:
		node = append(p, tag->sigil == '\0' ? MUSTACHE_ESCAPED :
		    MUSTACHE_RAW, tag->at);
		split_name(p, node, tag->name);
		break;
	}
}

static void
parse(struct parser *p)
{
	struct tag tag;
	size_t before, after;
	const char *indent;
	bool alone;

	while (!p->failed) {
		p->pos = find(p, p->pos, p->opening);
		if (p->pos >= p->len || !read_tag(p, &tag))
			break;
		alone = is_alone(p, &tag, &before, &after);
		indent = "";
		if (alone) {
			indent = arena_strndup(p->arena, p->text + before,
			    tag.start - before);
			flush_literal(p, before);
		} else {
			flush_literal(p, tag.start);
			after = tag.end;
		}
		take_tag(p, &tag, indent, alone);
		p->pos = p->literal = after;
	}
	if (!p->failed)
		flush_literal(p, p->len);
}

struct mustache *
mustache_parse(struct arena *a, struct diag_list *dl, const char *file,
    const char *text, size_t len)
{
	struct mustache_node *root;
	struct mustache *m;
	struct parser p;

	memset(&p, 0, sizeof(p));
	p.arena = a;
	p.dl = dl;
	p.file = file;
	p.text = text;
	p.len = len;
	p.line = 1;
	memcpy(p.opening, "{{", 3);
	memcpy(p.closing, "}}", 3);
	root = ARENA_NEW(a, struct mustache_node);
	p.open[0].node = root;
	diag_source(dl, file, text, len);
	parse(&p);
	if (!p.failed && p.depth > 0)
		fail(&p, p.open[p.depth].node->at, SAY_TEMPLATE_SECTION_OPEN,
		    p.open[p.depth].node->text);
	if (p.failed)
		return NULL;
	m = ARENA_NEW(a, struct mustache);
	m->name = file;
	m->first = root->first;
	return m;
}
