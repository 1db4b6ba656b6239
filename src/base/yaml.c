/* SPDX-License-Identifier: MIT */
/*
 * YAML by libyaml's events, with places in bytes and words for editors.
 *
 * libyaml counts characters; its index is turned into bytes by a cursor that
 * mostly moves forward.  What is wrong is said in terms of the line that the
 * editor sees, not of YAML's grammar.
 */
#include "base/yaml.h"

#include <stdint.h>
#include <string.h>
#include <yaml.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/map.h"
#include "base/str.h"
#include "base/utf8.h"
#include "base/vec.h"

#define TEXT_MAX_BYTES	((size_t)256 * 1024)
#define DEPTH_MAX	16
/* A line that is repeated in a hint is no longer than this. */
#define QUOTED_MAX	100

struct reader {
	struct arena		*arena;
	struct diag_list	*dl;
	const char		*file;
	unsigned		 line, col;	/* of the text's first byte */
	unsigned		 mark_bytes;	/* of a byte order mark before it */
	const char		*text;
	size_t			 len;
	yaml_parser_t		 parser;
	/* The cursor: character number, byte, and the line it is in. */
	size_t			 index, offset, line_start;
	unsigned		 lines_before;
	size_t			 event_offset;	/* of the last event */
	unsigned		 depth;
};

/* A value that is being filled. */
struct growing {
	VEC(struct yaml_node)	 items;
	VEC(const char *)	 keys;
	VEC(struct span)	 key_at;
	struct map		*known;		/* key -> its struct span */
};

static bool read_node(struct reader *r, yaml_event_t *event,
    struct yaml_node *node);

static void
cursor_step(struct reader *r)
{
	uint32_t c;
	size_t step;

	step = utf8_decode(r->text + r->offset, r->len - r->offset, &c);
	r->offset += step == 0 ? 1 : step;
	r->index++;
	if (c == '\n' || (c == '\r' && (r->offset == r->len ||
	    r->text[r->offset] != '\n'))) {
		r->lines_before++;
		r->line_start = r->offset;
	}
}

static void
cursor_rewind(struct reader *r)
{
	r->index = r->offset = r->line_start = 0;
	r->lines_before = 0;
}

static struct span
cursor_span(const struct reader *r)
{
	struct span at;

	at.file = r->file;
	at.line = r->line + r->lines_before;
	at.col = r->col + (unsigned)(r->offset - r->line_start);
	if (r->lines_before == 0)
		at.col += r->mark_bytes;
	return at;
}

static struct span
span_at_index(struct reader *r, size_t index)
{
	if (index < r->index)
		cursor_rewind(r);
	while (r->index < index && r->offset < r->len)
		cursor_step(r);
	return cursor_span(r);
}

static struct span
span_at_offset(struct reader *r, size_t offset)
{
	if (offset < r->offset)
		cursor_rewind(r);
	while (r->offset < offset)
		cursor_step(r);
	return cursor_span(r);
}

/* The line that holds byte "offset", without its end. */
static const char *
line_at(const struct reader *r, size_t offset, size_t *len)
{
	size_t end, start;

	start = offset > r->len ? r->len : offset;
	while (start > 0 && r->text[start - 1] != '\n' &&
	    r->text[start - 1] != '\r')
		start--;
	end = start;
	while (end < r->len && r->text[end] != '\n' && r->text[end] != '\r')
		end++;
	*len = end - start;
	return r->text + start;
}

/* Where the value begins in a line such as "  - title: value"; the end of the
 * line if it holds a key alone. */
static size_t
value_start(const char *line, size_t len)
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

/* "put quotes round it: " and "before", then "value" in double quotes. */
static const char *
quoted_hint(const struct reader *r, const char *before, size_t before_len,
    const char *value, size_t len)
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
	hint = arena_strndup(r->arena, b.data, b.len);
	buf_release(&b);
	return hint;
}

/* The line of "offset" as it should be, its value in quotes, if it is short;
 * a comment at its end is left out. */
static const char *
quotes_hint(const struct reader *r, size_t offset)
{
	size_t i, len, start;
	const char *line;

	line = line_at(r, offset, &len);
	start = value_start(line, len);
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
	return quoted_hint(r, line + i, start - i, line + start, len - start);
}

/* The first value in the lines of from..to that begins with "{{" and has no
 * quotes, or SIZE_MAX. */
static size_t
bare_placeholder(const struct reader *r, size_t from, size_t to)
{
	const char *line;
	size_t len, start;

	line = line_at(r, from, &len);
	for (;;) {
		start = value_start(line, len);
		if (len - start >= 2 && line[start] == '{' &&
		    line[start + 1] == '{')
			return (size_t)(line - r->text) + start;
		line += len;
		if ((size_t)(line - r->text) >= r->len ||
		    (size_t)(line - r->text) >= to)
			return SIZE_MAX;
		line = line_at(r, (size_t)(line - r->text) + 1, &len);
	}
}

static void
placeholder_error(struct reader *r, size_t offset)
{
	diag_add(r->dl, DIAG_ERROR, "yaml-placeholder",
	    span_at_offset(r, offset), quotes_hint(r, offset),
	    "a value that begins with {{ needs quotes");
}

/* What libyaml says, and what the editor is told. */
struct known_problem {
	const char	*phrase;	/* part of libyaml's text */
	const char	*id;
	const char	*text;
	const char	*hint;		/* NULL: put quotes round the value */
};

static const struct known_problem known_problems[] = {
	{ "mapping values are not allowed", "yaml-colon",
	    "a colon followed by a space begins a new value here", NULL },
	{ "found a tab character", "yaml-tab",
	    "a tab is used to indent", "use spaces, not tabs" },
	{ "found unknown escape character", "yaml-escape",
	    "a backslash in double quotes needs a character that it may stand "
	    "before", "write \\\\ for a backslash, or use single quotes" },
	{ "found unexpected end of stream", "yaml-quote-open",
	    "a quotation mark is never closed",
	    "add the same quotation mark where the text ends" },
	{ "found unexpected document indicator", "yaml-quote-open",
	    "a quotation mark is never closed",
	    "add the same quotation mark where the text ends" },
	{ "did not find expected key", "yaml-key",
	    "this does not fit below the line above it",
	    "indent it as its neighbours are, and write \"key: value\"" },
	{ "did not find expected <document start>", "yaml-key",
	    "this does not fit below what is above it",
	    "write \"key: value\" in every line" },
	{ "could not find expected ':'", "yaml-key",
	    "this line has no key",
	    "write \"key: value\", with a space after the colon; a longer "
	    "text goes on in lines that are indented" },
	{ "block sequence entries are not allowed", "yaml-list",
	    "a list cannot begin here",
	    "begin the list in the line after its key, each item with \"- \"" },
	{ "did not find expected '-' indicator", "yaml-list",
	    "this line does not belong to the list above it",
	    "begin it with \"- \", or indent it as its neighbours are" },
	{ "did not find expected ',' or ']'", "yaml-bracket",
	    "text that begins with [ is read as a list", NULL },
	{ "did not find expected ',' or '}'", "yaml-bracket",
	    "text that begins with { is read as a group of values", NULL },
	{ "while scanning an alias", "yaml-alias",
	    "text that begins with * needs quotes", NULL },
	{ "while scanning an anchor", "yaml-alias",
	    "text that begins with & needs quotes", NULL },
	{ "while scanning a block scalar", "yaml-block",
	    "after | or > the text begins in the next line",
	    "put the text in the next line, indented, or put quotes round "
	    "it" },
	{ "tag", "yaml-tag", "text that begins with ! needs quotes", NULL },
	{ "invalid leading UTF-8", "yaml-utf8", "this is not UTF-8 text",
	    "save the file as UTF-8" },
};

static const struct known_problem *
find_problem(const char *context, const char *problem)
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

/* The value in the line of "offset" begins with a character that YAML keeps
 * for itself; says so. */
static bool
special_start_error(struct reader *r, size_t offset)
{
	const char *line;
	size_t at, len, start;

	line = line_at(r, offset, &len);
	start = value_start(line, len);
	if (start == len || strchr("[{\"'*&!%@`|>", line[start]) == NULL)
		return false;
	at = (size_t)(line - r->text) + start;
	if (line[start] == '"' || line[start] == '\'')
		diag_add(r->dl, DIAG_ERROR, "yaml-quotes",
		    span_at_offset(r, at), "put quotes round it whole: in "
		    "double quotes write \\\" for a quotation mark",
		    "there is more text after the closing quotation mark");
	else
		diag_add(r->dl, DIAG_ERROR, "yaml-quotes",
		    span_at_offset(r, at), quotes_hint(r, offset),
		    "text that begins with %c needs quotes", line[start]);
	return true;
}

/* A key where none can be: the colon at "offset" is the first of its line. */
static bool
stray_key_error(struct reader *r, size_t offset)
{
	const char *line;
	size_t at, len;

	line = line_at(r, offset, &len);
	at = (size_t)(line - r->text);
	if (value_start(line, offset - at) + at != offset ||
	    value_start(line, len) + at <= offset)
		return false;
	while (r->text[at] == ' ')
		at++;
	diag_add(r->dl, DIAG_ERROR, "yaml-key", span_at_offset(r, at),
	    "indent it as the key above it, and see that the colon in the "
	    "line above has a space after it",
	    "a new key cannot begin here");
	return true;
}

/* Which of the places that libyaml names is the one to show. */
static struct span
problem_span(struct reader *r, const struct known_problem *known)
{
	const yaml_parser_t *p = &r->parser;

	if (p->error == YAML_READER_ERROR)
		return span_at_offset(r, p->problem_offset < r->len ?
		    p->problem_offset : r->len);
	if (known != NULL && p->context != NULL &&
	    (str_equal(known->id, "yaml-quote-open") ||
	    str_equal(known->id, "yaml-bracket") ||
	    strstr(p->context, "simple key") != NULL))
		return span_at_index(r, p->context_mark.index);
	return span_at_index(r, p->problem_mark.index);
}

/* Says what libyaml stumbled over: the value that began it, if it can be
 * told, else the place where it fell. */
static void
syntax_error(struct reader *r)
{
	const yaml_parser_t *p = &r->parser;
	const struct known_problem *known;
	size_t begin, len, offset;
	const char *line;
	struct span at;
	bool mid_line;

	known = find_problem(p->context == NULL ? "" : p->context,
	    p->problem == NULL ? "" : p->problem);
	at = problem_span(r, known);
	offset = r->offset;
	begin = bare_placeholder(r, r->event_offset < offset ?
	    r->event_offset : offset, offset);
	if (begin != SIZE_MAX) {
		placeholder_error(r, begin);
		return;
	}
	line = line_at(r, offset, &len);
	mid_line = r->text + offset > line + value_start(line, len);
	if (known != NULL && str_equal(known->id, "yaml-colon")) {
		if (stray_key_error(r, offset))
			return;
	} else if (mid_line && (known == NULL || known->hint == NULL ||
	    str_equal(known->id, "yaml-key") ||
	    str_equal(known->id, "yaml-list"))) {
		if (special_start_error(r, offset))
			return;
	}
	if (known != NULL)
		diag_add(r->dl, DIAG_ERROR, known->id, at,
		    known->hint != NULL ? known->hint :
		    quotes_hint(r, offset), "%s", known->text);
	else if (!special_start_error(r, offset))
		diag_add(r->dl, DIAG_ERROR, "yaml-syntax", at,
		    "check the indentation and the quotation marks of this "
		    "line and of the one above", "this does not fit here (%s)",
		    p->problem == NULL ? "unknown" : p->problem);
}

/* The next event; false after an error, which has been said. */
static bool
next_event(struct reader *r, yaml_event_t *event)
{
	if (yaml_parser_parse(&r->parser, event) != 1) {
		if (r->parser.error == YAML_MEMORY_ERROR)
			mem_exhausted();
		syntax_error(r);
		return false;
	}
	(void)span_at_index(r, event->start_mark.index);
	r->event_offset = r->offset;
	return true;
}

static struct span
event_span(struct reader *r, const yaml_event_t *event)
{
	return span_at_index(r, event->start_mark.index);
}

/* Anchors, aliases and tags: valid YAML that no guide needs and that makes
 * small files large. */
static bool
refuse_extras(struct reader *r, const yaml_event_t *event,
    const yaml_char_t *anchor, const yaml_char_t *tag)
{
	struct span at = event_span(r, event);

	if (anchor != NULL || event->type == YAML_ALIAS_EVENT) {
		diag_add(r->dl, DIAG_ERROR, "yaml-alias", at,
		    quotes_hint(r, r->event_offset),
		    "text that begins with %c needs quotes",
		    event->type == YAML_ALIAS_EVENT ? '*' : '&');
		return true;
	}
	if (tag != NULL) {
		diag_add(r->dl, DIAG_ERROR, "yaml-tag", at,
		    quotes_hint(r, r->event_offset),
		    "text that begins with ! needs quotes");
		return true;
	}
	return false;
}

/* Escapes in double quotes can smuggle in what no page may hold. */
static bool
has_bad_character(const char *s, size_t len)
{
	uint32_t c;
	size_t step;

	for (; len > 0; s += step, len -= step) {
		step = utf8_decode(s, len, &c);
		if (step == 0)
			return true;
		if ((c < 0x20 && c != '\t' && c != '\n' && c != '\r') ||
		    (c >= 0x7F && c < 0xA0 && c != 0x85) ||
		    (c & 0xFFFE) == 0xFFFE)
			return true;
	}
	return false;
}

static bool
read_scalar(struct reader *r, const yaml_event_t *event,
    struct yaml_node *node)
{
	const char *value = (const char *)event->data.scalar.value;
	size_t len = event->data.scalar.length;

	if (refuse_extras(r, event, event->data.scalar.anchor,
	    event->data.scalar.tag))
		return false;
	node->at = event_span(r, event);
	if (has_bad_character(value, len)) {
		diag_add(r->dl, DIAG_ERROR, "yaml-control", node->at,
		    "remove the backslash escape that makes it",
		    "the text holds a control character");
		return false;
	}
	node->kind = YAML_SCALAR;
	node->text = arena_strndup(r->arena, value, len);
	node->quoted = event->data.scalar.style != YAML_PLAIN_SCALAR_STYLE;
	return true;
}

static bool
enter(struct reader *r, struct span at)
{
	if (++r->depth <= DEPTH_MAX)
		return true;
	diag_add(r->dl, DIAG_ERROR, "yaml-depth", at,
	    "write it with fewer levels of indentation or brackets",
	    "values are nested more than %d deep", DEPTH_MAX);
	return false;
}

static bool
read_list(struct reader *r, const yaml_event_t *start, struct yaml_node *node)
{
	struct growing list;
	struct yaml_node item;
	yaml_event_t event;
	bool ok;

	if (refuse_extras(r, start, start->data.sequence_start.anchor,
	    start->data.sequence_start.tag))
		return false;
	node->kind = YAML_LIST;
	node->at = event_span(r, start);
	node->text = "";
	if (!enter(r, node->at))
		return false;
	memset(&list, 0, sizeof(list));
	for (;;) {
		if (!next_event(r, &event))
			return false;
		if (event.type == YAML_SEQUENCE_END_EVENT)
			break;
		memset(&item, 0, sizeof(item));
		ok = read_node(r, &event, &item);
		yaml_event_delete(&event);
		if (!ok)
			return false;
		*vec_push(r->arena, &list.items) = item;
	}
	yaml_event_delete(&event);
	r->depth--;
	node->items = list.items.items;
	node->count = list.items.len;
	return true;
}

/* A list or group where a key should be: mostly {{name}} without quotes. */
static void
key_kind_error(struct reader *r, const yaml_event_t *event)
{
	size_t begin, len, offset;
	const char *end, *start;

	offset = r->event_offset;
	begin = bare_placeholder(r, offset, offset);
	if (begin != SIZE_MAX) {
		placeholder_error(r, begin);
		return;
	}
	if (event->type == YAML_ALIAS_EVENT) {
		(void)refuse_extras(r, event, NULL, NULL);
		return;
	}
	if (offset == 0 || r->text[offset] != '{' ||
	    r->text[offset - 1] != '{') {
		diag_add(r->dl, DIAG_ERROR, "yaml-key", event_span(r, event),
		    quotes_hint(r, offset),
		    "a list or a group of values cannot be a key");
		return;
	}
	start = r->text + offset - 1;
	end = line_at(r, offset, &len);
	end += len;
	for (len = 2; start + len < end; len++) {
		if (start[len - 1] == '}' && start[len - 2] == '}')
			break;
	}
	diag_add(r->dl, DIAG_ERROR, "yaml-placeholder",
	    span_at_offset(r, offset - 1), len > QUOTED_MAX ?
	    "put quotes round it" : quoted_hint(r, "", 0, start, len),
	    "a value that begins with {{ needs quotes");
}

/* A key that is text, is not empty, and is new. */
static bool
read_key(struct reader *r, const yaml_event_t *event, struct growing *map,
    struct yaml_node *key)
{
	const struct span *former;
	struct span *at;

	if (event->type != YAML_SCALAR_EVENT) {
		key_kind_error(r, event);
		return false;
	}
	if (!read_scalar(r, event, key))
		return false;
	if (key->text[0] == '\0') {
		diag_add(r->dl, DIAG_ERROR, "yaml-key", key->at,
		    "write a key before the colon", "a key is missing");
		return false;
	}
	if (!key->quoted && str_equal(key->text, "<<")) {
		diag_add(r->dl, DIAG_ERROR, "yaml-merge", key->at,
		    "write the values out", "<< is not known here");
		return false;
	}
	at = ARENA_NEW(r->arena, struct span);
	*at = key->at;
	if (map_add(map->known, key->text, at))
		return true;
	former = map_find(map->known, key->text);
	diag_add(r->dl, DIAG_ERROR, "yaml-duplicate-key", key->at,
	    "keep one of the two", "\"%s\" is there twice, first in line %u",
	    key->text, former->line);
	return false;
}

static bool
read_pair(struct reader *r, const yaml_event_t *first, struct growing *map)
{
	struct yaml_node key, value;
	yaml_event_t event;
	bool ok;

	memset(&key, 0, sizeof(key));
	memset(&value, 0, sizeof(value));
	if (!read_key(r, first, map, &key) || !next_event(r, &event))
		return false;
	ok = read_node(r, &event, &value);
	yaml_event_delete(&event);
	if (!ok)
		return false;
	*vec_push(r->arena, &map->keys) = key.text;
	*vec_push(r->arena, &map->key_at) = key.at;
	*vec_push(r->arena, &map->items) = value;
	return true;
}

static bool
read_map(struct reader *r, const yaml_event_t *start, struct yaml_node *node)
{
	struct growing map;
	yaml_event_t event;
	bool ok;

	if (refuse_extras(r, start, start->data.mapping_start.anchor,
	    start->data.mapping_start.tag))
		return false;
	node->kind = YAML_MAP;
	node->at = event_span(r, start);
	node->text = "";
	if (!enter(r, node->at))
		return false;
	memset(&map, 0, sizeof(map));
	map.known = map_new(r->arena);
	for (;;) {
		if (!next_event(r, &event))
			return false;
		if (event.type == YAML_MAPPING_END_EVENT)
			break;
		ok = read_pair(r, &event, &map);
		yaml_event_delete(&event);
		if (!ok)
			return false;
	}
	yaml_event_delete(&event);
	r->depth--;
	node->items = map.items.items;
	node->keys = map.keys.items;
	node->key_at = map.key_at.items;
	node->count = map.items.len;
	return true;
}

/* The value that "event" begins; the caller deletes "event". */
static bool
read_node(struct reader *r, yaml_event_t *event, struct yaml_node *node)
{
	if (event->type == YAML_SCALAR_EVENT)
		return read_scalar(r, event, node);
	if (event->type == YAML_SEQUENCE_START_EVENT)
		return read_list(r, event, node);
	if (event->type == YAML_MAPPING_START_EVENT)
		return read_map(r, event, node);
	if (event->type == YAML_ALIAS_EVENT) {
		(void)refuse_extras(r, event, NULL, NULL);
		return false;
	}
	BUG("YAML event %d where a value should be", (int)event->type);
}

/* Reads an event that only brackets others; sets its type. */
static bool
skip_event(struct reader *r, yaml_event_type_t *type, struct span *at)
{
	yaml_event_t event;

	if (!next_event(r, &event))
		return false;
	*type = event.type;
	*at = event_span(r, &event);
	if (event.type == YAML_DOCUMENT_START_EVENT &&
	    (event.data.document_start.version_directive != NULL ||
	    event.data.document_start.tag_directives.start !=
	    event.data.document_start.tag_directives.end)) {
		diag_add(r->dl, DIAG_ERROR, "yaml-directive", *at,
		    "remove the lines that begin with %",
		    "a YAML directive is not known here");
		yaml_event_delete(&event);
		return false;
	}
	yaml_event_delete(&event);
	return true;
}

static void
empty_map(struct reader *r, struct yaml_node *node)
{
	memset(node, 0, sizeof(*node));
	node->kind = YAML_MAP;
	node->text = "";
	node->at = span_at_offset(r, 0);
}

static bool
read_document(struct reader *r, struct yaml_node *node)
{
	yaml_event_type_t type;
	yaml_event_t event;
	struct span at;
	bool ok;

	if (!skip_event(r, &type, &at) || !skip_event(r, &type, &at))
		return false;
	if (type == YAML_STREAM_END_EVENT) {
		empty_map(r, node);
		return true;
	}
	if (!next_event(r, &event))
		return false;
	ok = read_node(r, &event, node);
	yaml_event_delete(&event);
	if (!ok)
		return false;
	/* The end of the document, then the end of all or another one. */
	if (!skip_event(r, &type, &at) || !skip_event(r, &type, &at))
		return false;
	if (type != YAML_STREAM_END_EVENT) {
		diag_add(r->dl, DIAG_ERROR, "yaml-documents", at,
		    "remove the line --- and what comes after it",
		    "a second document begins here");
		return false;
	}
	if (node->kind == YAML_SCALAR && !node->quoted &&
	    node->text[0] == '\0')
		empty_map(r, node);
	return true;
}

/* What libyaml must not even see. */
static bool
text_is_sound(struct reader *r)
{
	size_t at;
	unsigned char c;

	if (r->len > TEXT_MAX_BYTES) {
		diag_add(r->dl, DIAG_ERROR, "yaml-size",
		    span_at_offset(r, 0), "split it into several files",
		    "%zu bytes of YAML are too many: at most %zu", r->len,
		    TEXT_MAX_BYTES);
		return false;
	}
	at = utf8_invalid_at(r->text, r->len);
	if (at < r->len) {
		diag_add(r->dl, DIAG_ERROR, "yaml-utf8",
		    span_at_offset(r, at), "save the file as UTF-8",
		    "this is not UTF-8 text");
		return false;
	}
	for (at = 0; at < r->len; at++) {
		c = (unsigned char)r->text[at];
		if ((c < 0x20 && c != '\t' && c != '\n' && c != '\r') ||
		    c == 0x7F) {
			diag_add(r->dl, DIAG_ERROR, "yaml-control",
			    span_at_offset(r, at), "delete it",
			    "there is a control character here");
			return false;
		}
	}
	return true;
}

const struct yaml_node *
yaml_parse(struct arena *a, struct diag_list *dl, const char *file,
    unsigned line, unsigned col, const char *text, size_t len)
{
	struct yaml_node *node;
	struct reader r;
	bool ok;

	memset(&r, 0, sizeof(r));
	r.arena = a;
	r.dl = dl;
	r.file = file;
	r.line = line;
	r.col = col;
	r.text = text;
	r.len = len;
	if (len >= 3 && memcmp(text, "\xEF\xBB\xBF", 3) == 0) {
		r.mark_bytes = 3;
		r.text += 3;
		r.len -= 3;
	}
	if (!text_is_sound(&r))
		return NULL;
	if (yaml_parser_initialize(&r.parser) != 1)
		mem_exhausted();
	/* Said, not guessed: no other encoding is tried. */
	yaml_parser_set_encoding(&r.parser, YAML_UTF8_ENCODING);
	yaml_parser_set_input_string(&r.parser,
	    (const unsigned char *)r.text, r.len);
	node = ARENA_NEW(a, struct yaml_node);
	ok = read_document(&r, node);
	yaml_parser_delete(&r.parser);
	return ok ? node : NULL;
}

const struct yaml_node *
yaml_find(const struct yaml_node *map, const char *key)
{
	size_t i;

	if (map == NULL || map->kind != YAML_MAP)
		return NULL;
	for (i = 0; i < map->count; i++) {
		if (str_equal(map->keys[i], key))
			return &map->items[i];
	}
	return NULL;
}
