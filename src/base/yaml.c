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
#include "base/messages.h"
#include "base/str.h"
#include "base/utf8.h"
#include "base/vec.h"
#include "base/yaml_line.h"

#define TEXT_MAX_BYTES	((size_t)256 * 1024)
#define DEPTH_MAX	16

struct reader {
	struct yaml_source	 in;
	struct diag_list	*dl;
	const char		*file;
	unsigned		 line, col;	/* of the text's first byte */
	const unsigned		*cols;		/* of each line; NULL: "col" */
	unsigned		 mark_bytes;	/* byte order mark before it */
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

	step = utf8_decode(r->in.text + r->offset, r->in.len - r->offset, &c);
	r->offset += step == 0 ? 1 : step;
	r->index++;
	if (c == '\n' || (c == '\r' && (r->offset == r->in.len ||
	    r->in.text[r->offset] != '\n'))) {
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
	at.col = (r->cols == NULL ? r->col : r->cols[r->lines_before]) +
	    (unsigned)(r->offset - r->line_start);
	if (r->lines_before == 0)
		at.col += r->mark_bytes;
	return at;
}

static struct span
span_at_index(struct reader *r, size_t index)
{
	if (index < r->index)
		cursor_rewind(r);
	while (r->index < index && r->offset < r->in.len)
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

static void
placeholder_error(struct reader *r, size_t offset)
{
	diag_say(r->dl, span_at_offset(r, offset), yaml_line_quotes(&r->in,
	    offset), SAY_YAML_PLACEHOLDER);
}

static void
false_space_error(struct reader *r, size_t offset)
{
	diag_say(r->dl, span_at_offset(r, offset), NULL, SAY_YAML_SPACE);
}

/* The value in the line of "offset" begins with a character that YAML keeps
 * for itself; says so. */
static bool
special_start_error(struct reader *r, size_t offset)
{
	const char *line;
	size_t at, len, opened, start;

	line = yaml_line_at(&r->in, offset, &len);
	start = yaml_line_value(line, len);
	if (start == len || strchr("[{\"'*&!%@`|>", line[start]) == NULL)
		return false;
	at = (size_t)(line - r->in.text) + start;
	opened = yaml_line_open_quote(&r->in, r->event_offset < offset ?
	    r->event_offset : offset, (size_t)(line - r->in.text));
	if (opened != SIZE_MAX)
		/* It ended at the next one, which was to open another text. */
		diag_say(r->dl, span_at_offset(r, opened), NULL,
		    SAY_YAML_QUOTE_OPEN);
	else if (line[start] == '"' || line[start] == '\'')
		diag_say(r->dl, span_at_offset(r, at), NULL, SAY_YAML_QUOTES);
	else
		diag_say(r->dl, span_at_offset(r, at), yaml_line_quotes(&r->in,
		    offset), SAY_YAML_SIGN, line[start]);
	return true;
}

/* A key where none can be: the colon at "offset" is the first of its line. */
static bool
stray_key_error(struct reader *r, size_t offset)
{
	const char *line;
	size_t at, len;

	line = yaml_line_at(&r->in, offset, &len);
	at = (size_t)(line - r->in.text);
	if (at + yaml_line_value(line, offset - at + 1) != offset + 1)
		return false;
	while (r->in.text[at] == ' ')
		at++;
	diag_say(r->dl, span_at_offset(r, at), NULL, SAY_YAML_KEY_STRAY);
	return true;
}

/* Which of the places that libyaml names is the one to show. */
static struct span
problem_span(struct reader *r, const struct yaml_problem *known)
{
	const yaml_parser_t *p = &r->parser;

	if (p->error == YAML_READER_ERROR)
		return span_at_offset(r, p->problem_offset < r->in.len ?
		    p->problem_offset : r->in.len);
	if (known != NULL && p->context != NULL &&
	    (str_equal(known->message.id, "yaml-quote-open") ||
	    str_equal(known->message.id, "yaml-bracket") ||
	    strstr(p->context, "simple key") != NULL))
		return span_at_index(r, p->context_mark.index);
	return span_at_index(r, p->problem_mark.index);
}

/* A tab that indents the line, or that stands where a value or the next key
 * was looked for. */
static bool
tab_error(struct reader *r, size_t offset)
{
	const char *line, *tab;
	size_t indent, len;

	line = yaml_line_at(&r->in, offset, &len);
	for (indent = 0; indent < len && (line[indent] == ' ' ||
	    line[indent] == '\t'); indent++)
		continue;
	tab = memchr(line, '\t', indent);
	if (tab != NULL)
		diag_say(r->dl, span_at_offset(r, (size_t)(tab - r->in.text)),
		    NULL, SAY_YAML_TAB);
	else if (offset < r->in.len && r->in.text[offset] == '\t')
		diag_say(r->dl, span_at_offset(r, offset), NULL,
		    SAY_YAML_TAB_SPACE);
	else
		return false;
	return true;
}

/* Says what libyaml stumbled over: the value that began it, if it can be
 * told, else the place where it fell. */
static void
syntax_error(struct reader *r)
{
	const yaml_parser_t *p = &r->parser;
	const struct yaml_problem *known;
	size_t begin, len, offset;
	const char *line;
	struct span at;
	bool mid_line;

	known = yaml_line_problem(p->context == NULL ? "" : p->context,
	    p->problem == NULL ? "" : p->problem);
	at = problem_span(r, known);
	offset = r->offset;
	if ((known == NULL || str_equal(known->message.id, "yaml-colon")) &&
	    tab_error(r, offset))
		return;
	begin = yaml_line_false_space(&r->in,
	    r->event_offset < offset ? r->event_offset : offset, offset);
	if (begin != SIZE_MAX) {
		false_space_error(r, begin);
		return;
	}
	begin = yaml_line_placeholder(&r->in,
	    r->event_offset < offset ? r->event_offset : offset, offset);
	if (begin != SIZE_MAX) {
		placeholder_error(r, begin);
		return;
	}
	/* A group that the file ends in is found only there. */
	begin = known != NULL ? SIZE_MAX :
	    yaml_line_group(&r->in, r->event_offset);
	if (begin != SIZE_MAX) {
		diag_say(r->dl, span_at_offset(r, begin),
		    yaml_line_quotes(&r->in, begin), SAY_YAML_BRACE);
		return;
	}
	line = yaml_line_at(&r->in, offset, &len);
	mid_line = r->in.text + offset > line + yaml_line_value(line, len);
	if (known != NULL && str_equal(known->message.id, "yaml-colon")) {
		if (stray_key_error(r, offset))
			return;
	} else if (mid_line && (known == NULL || known->message.hint == NULL ||
	    str_equal(known->message.id, "yaml-key") ||
	    str_equal(known->message.id, "yaml-list"))) {
		if (special_start_error(r, offset))
			return;
	}
	if (known != NULL)
		diag_add(r->dl, DIAG_ERROR, known->message.id, at,
		    known->message.hint != NULL ? known->message.hint :
		    yaml_line_quotes(&r->in, offset), "%s", known->message.text);
	else if (!special_start_error(r, offset))
		diag_say(r->dl, at, NULL, SAY_YAML_SYNTAX, p->problem == NULL ?
		    "unknown" : p->problem);
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
		diag_say(r->dl, at, yaml_line_quotes(&r->in, r->event_offset),
		    SAY_YAML_ALIAS, event->type == YAML_ALIAS_EVENT ? '*' :
		    '&');
		return true;
	}
	if (tag != NULL) {
		diag_say(r->dl, at, yaml_line_quotes(&r->in, r->event_offset),
		    SAY_YAML_TAG);
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

static enum yaml_style
style_of(yaml_scalar_style_t style)
{
	switch (style) {
	case YAML_SINGLE_QUOTED_SCALAR_STYLE:
		return YAML_SINGLE;
	case YAML_DOUBLE_QUOTED_SCALAR_STYLE:
		return YAML_DOUBLE;
	case YAML_LITERAL_SCALAR_STYLE:
	case YAML_FOLDED_SCALAR_STYLE:
		return YAML_BLOCK;
	case YAML_ANY_SCALAR_STYLE:
	case YAML_PLAIN_SCALAR_STYLE:
		return YAML_PLAIN;
	}
	BUG("YAML scalar of style %d", (int)style);
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
		diag_say(r->dl, node->at, NULL, SAY_YAML_CONTROL_ESCAPE);
		return false;
	}
	node->kind = YAML_SCALAR;
	node->text = arena_strndup(r->in.arena, value, len);
	node->quoted = event->data.scalar.style != YAML_PLAIN_SCALAR_STYLE;
	node->style = style_of(event->data.scalar.style);
	node->source = r->in.text + r->event_offset;
	node->line_col = r->col;
	node->line_cols = r->cols == NULL ? NULL : r->cols +
	    (node->at.line - r->line);
	(void)span_at_index(r, event->end_mark.index);
	node->source_end = r->in.text + r->offset;
	return true;
}

static bool
enter(struct reader *r, struct span at)
{
	if (++r->depth <= DEPTH_MAX)
		return true;
	diag_say(r->dl, at, NULL, SAY_YAML_DEPTH, DEPTH_MAX);
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
		*vec_push(r->in.arena, &list.items) = item;
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
	begin = yaml_line_placeholder(&r->in, offset, offset);
	if (begin != SIZE_MAX) {
		placeholder_error(r, begin);
		return;
	}
	if (event->type == YAML_ALIAS_EVENT) {
		(void)refuse_extras(r, event, NULL, NULL);
		return;
	}
	if (offset == 0 || r->in.text[offset] != '{' ||
	    r->in.text[offset - 1] != '{') {
		diag_say(r->dl, event_span(r, event), yaml_line_quotes(&r->in,
		    offset), SAY_YAML_KEY_KIND);
		return;
	}
	start = r->in.text + offset - 1;
	end = yaml_line_at(&r->in, offset, &len);
	end += len;
	for (len = 2; start + len < end; len++) {
		if (start[len - 1] == '}' && start[len - 2] == '}')
			break;
	}
	diag_say(r->dl, span_at_offset(r, offset - 1), len > 100 ?
	    HINT_YAML_PLACEHOLDER_KEY : yaml_line_quoted(&r->in,
	    "", 0, start, len),
	    SAY_YAML_PLACEHOLDER_KEY);
}

/* Before or behind a key nobody sees a space that is none. */
static bool
key_spaces_are_true(struct reader *r, const yaml_event_t *event)
{
	const char *key = (const char *)event->data.scalar.value;
	size_t at, len = event->data.scalar.length;

	for (at = 0; at < len; at++) {
		if (yaml_false_space(key + at, len - at) > 0) {
			false_space_error(r, r->event_offset + at);
			return false;
		}
	}
	return true;
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
	if (!key->quoted && !key_spaces_are_true(r, event))
		return false;
	if (key->text[0] == '\0') {
		diag_say(r->dl, key->at, NULL, SAY_YAML_KEY_EMPTY);
		return false;
	}
	if (!key->quoted && str_equal(key->text, "<<")) {
		diag_say(r->dl, key->at, NULL, SAY_YAML_MERGE);
		return false;
	}
	at = ARENA_NEW(r->in.arena, struct span);
	*at = key->at;
	if (map_add(map->known, key->text, at))
		return true;
	former = map_find(map->known, key->text);
	diag_say(r->dl, key->at, NULL, SAY_YAML_DUPLICATE_KEY, key->text,
	    former->line);
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
	*vec_push(r->in.arena, &map->keys) = key.text;
	*vec_push(r->in.arena, &map->key_at) = key.at;
	*vec_push(r->in.arena, &map->items) = value;
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
	map.known = map_new(r->in.arena);
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
		diag_say(r->dl, *at, NULL, SAY_YAML_DIRECTIVE);
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
	size_t space;
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
		diag_say(r->dl, at, NULL, SAY_YAML_DOCUMENTS);
		return false;
	}
	if (node->kind != YAML_SCALAR || node->quoted)
		return true;
	if (node->text[0] == '\0')
		empty_map(r, node);
	/* A text that consists of one value is a key that was not seen. */
	space = yaml_line_false_space(&r->in, 0, r->in.len);
	if (space != SIZE_MAX)
		false_space_error(r, space);
	return space == SIZE_MAX;
}

/* What libyaml must not even see. */
static bool
text_is_sound(struct reader *r)
{
	size_t at;
	unsigned char c;

	if (r->in.len > TEXT_MAX_BYTES) {
		diag_say(r->dl, span_at_offset(r, 0), NULL, SAY_YAML_SIZE,
		    r->in.len, TEXT_MAX_BYTES);
		return false;
	}
	at = utf8_invalid_at(r->in.text, r->in.len);
	if (at < r->in.len) {
		diag_say(r->dl, span_at_offset(r, at), NULL, SAY_YAML_UTF8);
		return false;
	}
	for (at = 0; at < r->in.len; at++) {
		c = (unsigned char)r->in.text[at];
		if ((c < 0x20 && c != '\t' && c != '\n' && c != '\r') ||
		    c == 0x7F) {
			diag_say(r->dl, span_at_offset(r, at), NULL,
			    SAY_YAML_CONTROL);
			return false;
		}
	}
	return true;
}

static const struct yaml_node *
parse(struct reader *r, struct arena *a, const char *text, size_t len)
{
	struct yaml_node *node;
	bool ok;

	r->in.arena = a;
	r->in.text = text;
	r->in.len = len;
	if (len >= 3 && memcmp(text, "\xEF\xBB\xBF", 3) == 0) {
		r->mark_bytes = 3;
		r->in.text += 3;
		r->in.len -= 3;
	}
	if (!text_is_sound(r))
		return NULL;
	if (yaml_parser_initialize(&r->parser) != 1)
		mem_exhausted();
	/* Said, not guessed: no other encoding is tried. */
	yaml_parser_set_encoding(&r->parser, YAML_UTF8_ENCODING);
	yaml_parser_set_input_string(&r->parser,
	    (const unsigned char *)r->in.text, r->in.len);
	node = ARENA_NEW(a, struct yaml_node);
	ok = read_document(r, node);
	yaml_parser_delete(&r->parser);
	return ok ? node : NULL;
}

const struct yaml_node *
yaml_parse(struct arena *a, struct diag_list *dl, const char *file,
    unsigned line, unsigned col, const char *text, size_t len)
{
	struct reader r;

	memset(&r, 0, sizeof(r));
	r.dl = dl;
	r.file = file;
	r.line = line;
	r.col = col;
	return parse(&r, a, text, len);
}

const struct yaml_node *
yaml_parse_lines(struct arena *a, struct diag_list *dl, const char *file,
    unsigned line, const unsigned *cols, const char *text, size_t len)
{
	struct reader r;

	memset(&r, 0, sizeof(r));
	r.dl = dl;
	r.file = file;
	r.line = line;
	r.cols = cols;
	return parse(&r, a, text, len);
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
