/* SPDX-License-Identifier: MIT */
/*
 * Comes in: Markdown.  Goes out: struct doc_node with places.  cmark is used
 * as a parser only; its tree is walked by its iterator and freed here.  Owner
 * of <cmark.h>.
 */
#include "read/md.h"

#include <cmark.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/messages.h"
#include "doc/node.h"
#include "read/gfm.h"
#include "read/lines.h"
#include "read/places.h"

struct conversion {
	struct arena		*arena;
	struct diag_list	*dl;
	struct source_lines	 lines;
	struct places		 places;
	struct doc_node		*parent;
	struct doc_node		*text;		/* gets "words" when done */
	struct doc_node		*image;		/* inside of it, or NULL */
	int			 image_depth;
	int			 inline_depth;
	struct buf		 words;		/* of "text" or of the image */
	bool			 failed;
};

/* Adds text of cmark's, which writes &#xFFFE; and &#xFFFF; as the bytes FE and
 * FF: no UTF-8.  Nothing else can bring these bytes, the source was checked. */
static void
put_sound(struct buf *b, const char *s)
{
	size_t len;

	while (*s != '\0') {
		len = strcspn(s, "\xFE\xFF");
		buf_put(b, s, len);
		s += len;
		if (*s == '\0')
			break;
		buf_put_utf8(b, 0xFFFD);
		s++;
	}
}

static const char *
copy(struct conversion *c, const char *s)
{
	const char *text;
	struct buf b;

	if (s == NULL)
		return "";
	buf_init(&b);
	put_sound(&b, s);
	text = arena_strndup(c->arena, b.data, b.len);
	buf_release(&b);
	return text;
}

static const char *
copy_or_null(struct conversion *c, const char *s)
{
	return s == NULL || s[0] == '\0' ? NULL : copy(c, s);
}

static bool
is_cmark_inline(cmark_node_type type)
{
	return type >= CMARK_NODE_FIRST_INLINE &&
	    type <= CMARK_NODE_LAST_INLINE;
}

static enum doc_kind
kind_of(cmark_node_type type)
{
	switch (type) {
	case CMARK_NODE_DOCUMENT:	return DOC_DOCUMENT;
	case CMARK_NODE_BLOCK_QUOTE:	return DOC_QUOTE;
	case CMARK_NODE_LIST:		return DOC_LIST;
	case CMARK_NODE_ITEM:		return DOC_ITEM;
	case CMARK_NODE_CODE_BLOCK:	return DOC_CODE_BLOCK;
	case CMARK_NODE_HTML_BLOCK:	return DOC_HTML_BLOCK;
	case CMARK_NODE_PARAGRAPH:	return DOC_PARAGRAPH;
	case CMARK_NODE_HEADING:	return DOC_HEADING;
	case CMARK_NODE_THEMATIC_BREAK:	return DOC_RULE;
	case CMARK_NODE_TEXT:		return DOC_TEXT;
	case CMARK_NODE_SOFTBREAK:	return DOC_SOFT_BREAK;
	case CMARK_NODE_LINEBREAK:	return DOC_LINE_BREAK;
	case CMARK_NODE_CODE:		return DOC_CODE;
	case CMARK_NODE_HTML_INLINE:	return DOC_HTML_INLINE;
	case CMARK_NODE_EMPH:		return DOC_EMPHASIS;
	case CMARK_NODE_STRONG:		return DOC_STRONG;
	case CMARK_NODE_LINK:		return DOC_LINK;
	case CMARK_NODE_IMAGE:		return DOC_IMAGE;
	case CMARK_NODE_NONE:
	case CMARK_NODE_CUSTOM_BLOCK:
	case CMARK_NODE_CUSTOM_INLINE:
		break;
	}
	BUG("cmark gave a node of kind %d", (int)type);
}

static struct span
block_place(struct conversion *c, cmark_node *node)
{
	int line = cmark_node_get_start_line(node);
	int col = cmark_node_get_start_column(node);
	struct span at = c->parent != NULL ? c->parent->at : c->lines.first;
	const struct source_line *l;
	size_t off;

	if (line <= 0 || (size_t)line > c->lines.count)
		return at;
	l = &c->lines.items[line - 1];
	off = l->start + (col > 0 ? (size_t)col - 1 : 0);
	return source_lines_place(&c->lines, (size_t)line - 1,
	    off < l->end ? off : l->end);
}

/* cmark 0.30.2 forgets how far an autolink's block is indented, but not for
 * the link's only text. */
static int
start_column(cmark_node *node)
{
	cmark_node *text = cmark_node_first_child(node);

	if (cmark_node_get_type(node) == CMARK_NODE_LINK && text != NULL &&
	    cmark_node_next(text) == NULL &&
	    cmark_node_get_type(text) == CMARK_NODE_TEXT &&
	    cmark_node_get_start_column(text) > 1)
		return cmark_node_get_start_column(text) - 1;
	return cmark_node_get_start_column(node);
}

/*
 * How many lines at the start of a paragraph, or of a heading with a line
 * below, are definitions of links: cmark takes
 * them away but counts from them.  All lines but those that the inlines have.
 */
static int
definition_lines(cmark_node *paragraph)
{
	int lines = cmark_node_get_end_line(paragraph) -
	    cmark_node_get_start_line(paragraph) -
	    (cmark_node_get_type(paragraph) == CMARK_NODE_HEADING);
	cmark_iter *iter = cmark_iter_new(paragraph);
	cmark_event_type event;

	while ((event = cmark_iter_next(iter)) != CMARK_EVENT_DONE) {
		cmark_node *n = cmark_iter_get_node(iter);
		cmark_node_type type = cmark_node_get_type(n);

		if (event != CMARK_EVENT_ENTER)
			continue;
		if (type == CMARK_NODE_SOFTBREAK ||
		    type == CMARK_NODE_LINEBREAK)
			lines--;
		else if (type == CMARK_NODE_CODE)
			lines -= cmark_node_get_end_line(n) -
			    cmark_node_get_start_line(n);
		else if (type == CMARK_NODE_HTML_INLINE)
			for (const char *s = cmark_node_get_literal(n);
			    (s = strchr(s, '\n')) != NULL; s++)
				lines--;
	}
	cmark_iter_free(iter);
	return lines > 0 ? lines : 0;
}

static struct span
inline_place(struct conversion *c, cmark_node *node)
{
	int col = start_column(node);
	unsigned column = col > 0 ? (unsigned)col : 1;
	const char *literal = cmark_node_get_literal(node);
	enum doc_kind kind = kind_of(cmark_node_get_type(node));

	if (kind == DOC_SOFT_BREAK || kind == DOC_LINE_BREAK)
		return places_break(&c->places);
	if (kind == DOC_TEXT)
		return places_text(&c->places, column, literal);
	if (kind == DOC_CODE)
		return places_code(&c->places, column,
		    cmark_node_get_end_line(node) !=
		    cmark_node_get_start_line(node));
	if (kind == DOC_HTML_INLINE)
		return places_html(&c->places, column, literal);
	return places_inline(&c->places, column);
}

/* Gives the words gathered so far to the text node they belong to. */
static void
end_text(struct conversion *c)
{
	if (c->text == NULL)
		return;
	/* What was left of white space before a line break. */
	if (c->words.len == 0)
		doc_unlink(c->text);
	c->text->text = arena_strndup(c->arena, c->words.data, c->words.len);
	c->text = NULL;
	buf_clear(&c->words);
}

/* Is it a block of indented code that shows a fence?  Then its first line is
 * a part of it. */
static bool
is_indented(const char *head, size_t len, const char *info,
    const char *literal)
{
	return (info == NULL || info[0] == '\0') &&
	    strncmp(literal, head, len) == 0;
}

/* Does a block of code run on because no fence closes it (CommonMark 4.5)? */
static bool
fence_is_open(struct conversion *c, cmark_node *node)
{
	int first = cmark_node_get_start_line(node);
	int last = cmark_node_get_end_line(node);
	const struct source_line *head, *end;
	const char *text = c->lines.text;
	size_t off, ticks = 0, run = 0;
	char fence;

	if (first <= 0 || (size_t)first > c->lines.count ||
	    cmark_node_get_start_column(node) <= 0)
		return false;
	head = &c->lines.items[first - 1];
	off = head->start + (size_t)cmark_node_get_start_column(node) - 1;
	if (off >= head->end || (text[off] != '`' && text[off] != '~') ||
	    is_indented(text + off, head->end - off,
	    cmark_node_get_fence_info(node), cmark_node_get_literal(node)))
		return false;
	fence = text[off];
	while (off + ticks < head->end && text[off + ticks] == fence)
		ticks++;
	if (last <= first || (size_t)last > c->lines.count)
		return true;
	end = &c->lines.items[last - 1];
	off = end->content;
	while (off < end->end && text[off] == ' ')
		off++;
	while (off + run < end->end && text[off + run] == fence)
		run++;
	off += run;
	while (off < end->end && (text[off] == ' ' || text[off] == '\t'))
		off++;
	return run < ticks || off < end->end;
}

/* Where the lines of a fenced block begin in the file; NULL if they cannot be
 * told.  A quote's marks and a list's white space may differ from line to
 * line. */
static const unsigned *
code_columns(struct conversion *c, cmark_node *node, const char *literal)
{
	size_t count = 1, len, line = (size_t)cmark_node_get_start_line(node);
	unsigned *cols;

	for (const char *s = literal; (s = strchr(s, '\n')) != NULL; s++)
		count++;
	if (line == 0 || line + count > c->lines.count + 1)
		return NULL;
	cols = ARENA_ARRAY(c->arena, unsigned, count);
	for (size_t i = 0; i < count; i++, line++) {
		const struct source_line *l;

		len = strcspn(literal, "\n");
		if (line == c->lines.count) {
			cols[i] = 1;
			break;
		}
		l = &c->lines.items[line];
		if (i + 1 < count && (l->end - l->content < len ||
		    memcmp(c->lines.text + l->end - len, literal, len) != 0))
			return NULL;
		cols[i] = source_lines_place(&c->lines, line, i + 1 < count ?
		    l->end - len : l->content).col;
		literal += len + 1;
	}
	return cols;
}

static void
set_block_fields(struct conversion *c, struct doc_node *n, cmark_node *node)
{
	if (n->kind == DOC_HEADING) {
		n->u.heading.level = cmark_node_get_heading_level(node);
	} else if (n->kind == DOC_LIST) {
		n->u.list.ordered = cmark_node_get_list_type(node) ==
		    CMARK_ORDERED_LIST;
		n->u.list.tight = cmark_node_get_list_tight(node) != 0;
		n->u.list.start = cmark_node_get_list_start(node);
		n->u.list.delimiter = cmark_node_get_list_delim(node) ==
		    CMARK_PAREN_DELIM ? ')' : '.';
	} else if (n->kind == DOC_CODE_BLOCK) {
		n->text = copy(c, cmark_node_get_literal(node));
		n->u.code.info = copy_or_null(c,
		    cmark_node_get_fence_info(node));
		n->u.code.open = fence_is_open(c, node);
		n->u.code.cols = n->u.code.info == NULL ? NULL :
		    code_columns(c, node, n->text);
	} else if (n->kind == DOC_HTML_BLOCK) {
		n->text = copy(c, cmark_node_get_literal(node));
	}
}

static void
enter_block(struct conversion *c, cmark_node *node)
{
	cmark_node_type type = cmark_node_get_type(node);
	struct doc_node *n = doc_new(c->arena, kind_of(type),
	    block_place(c, node));

	set_block_fields(c, n, node);
	if (c->parent != NULL)
		doc_append(c->parent, n);
	if (type == CMARK_NODE_PARAGRAPH || type == CMARK_NODE_HEADING) {
		int first = cmark_node_get_start_line(node);
		int last = cmark_node_get_end_line(node), later = 0;

		if (first > 0 && (size_t)first <= c->lines.count &&
		    c->lines.text[c->lines.items[first - 1].content] == '[')
			later = definition_lines(node);
		(later > 0 ? places_later_block : places_block)(&c->places,
		    first > 0 ? (unsigned)(first + later) : 0,
		    last > 0 ? (unsigned)last : 0);
	}
	if (type != CMARK_NODE_CODE_BLOCK && type != CMARK_NODE_HTML_BLOCK &&
	    type != CMARK_NODE_THEMATIC_BREAK)
		c->parent = n;
}

/* The words of an image's inlines (CommonMark 6.4: plain text for alt). */
static void
add_to_alt(struct conversion *c, cmark_node *node)
{
	const char *literal = cmark_node_get_literal(node);

	(void)inline_place(c, node);
	if (literal != NULL)
		put_sound(&c->words, literal);
	else if (kind_of(cmark_node_get_type(node)) == DOC_SOFT_BREAK ||
	    kind_of(cmark_node_get_type(node)) == DOC_LINE_BREAK)
		buf_putc(&c->words, ' ');
}

static void
enter_inline(struct conversion *c, cmark_node *node)
{
	enum doc_kind kind = kind_of(cmark_node_get_type(node));
	struct span at;
	struct doc_node *n;

	if (c->image != NULL) {
		add_to_alt(c, node);
		if (kind == DOC_IMAGE)
			c->image_depth++;
		return;
	}
	at = inline_place(c, node);
	if (kind == DOC_TEXT && c->text != NULL) {
		put_sound(&c->words, cmark_node_get_literal(node));
		return;
	}
	end_text(c);
	n = doc_new(c->arena, kind, at);
	n->source = c->places.found;
	doc_append(c->parent, n);
	if (kind == DOC_TEXT) {
		c->text = n;
		put_sound(&c->words, cmark_node_get_literal(node));
	} else if (kind == DOC_CODE || kind == DOC_HTML_INLINE) {
		n->text = copy(c, cmark_node_get_literal(node));
	} else if (kind == DOC_LINK) {
		n->u.link.href = copy(c, cmark_node_get_url(node));
		n->u.link.title = copy_or_null(c, cmark_node_get_title(node));
		c->parent = n;
	} else if (kind == DOC_IMAGE) {
		n->u.image.src = copy(c, cmark_node_get_url(node));
		n->u.image.title = copy_or_null(c,
		    cmark_node_get_title(node));
		n->u.image.alt = "";
		c->image = n;
		c->image_depth = 1;
	} else if (kind == DOC_EMPHASIS || kind == DOC_STRONG) {
		c->parent = n;
	}
}

static bool
has_children_events(cmark_node_type type)
{
	return type == CMARK_NODE_EMPH || type == CMARK_NODE_STRONG ||
	    type == CMARK_NODE_LINK || type == CMARK_NODE_IMAGE;
}

static void
enter(struct conversion *c, cmark_node *node)
{
	cmark_node_type type = cmark_node_get_type(node);

	if (!is_cmark_inline(type)) {
		enter_block(c, node);
		return;
	}
	enter_inline(c, node);
	if (!has_children_events(type))
		return;
	c->inline_depth++;
	if (c->inline_depth > MARKDOWN_MAX_INLINE_NESTING && !c->failed) {
		diag_say(c->dl, c->parent->at, NULL,
		    SAY_NESTING_TOO_DEEP_INLINE, MARKDOWN_MAX_INLINE_NESTING);
		c->failed = true;
	}
}

static void
leave(struct conversion *c, cmark_node *node)
{
	cmark_node_type type = cmark_node_get_type(node);

	if (is_cmark_inline(type) && has_children_events(type))
		c->inline_depth--;
	if (c->image != NULL) {
		if (type != CMARK_NODE_IMAGE || --c->image_depth > 0)
			return;
		c->image->u.image.alt = arena_strndup(c->arena, c->words.data,
		    c->words.len);
		buf_clear(&c->words);
		c->image = NULL;
		return;
	}
	end_text(c);
	if (c->parent->parent != NULL)
		c->parent = c->parent->parent;
}

/* The nodes keep a pointer to "memory". */
static cmark_node *
parse(cmark_mem *memory, const char *text, size_t len)
{
	cmark_parser *parser = cmark_parser_new_with_mem(
	    CMARK_OPT_VALIDATE_UTF8 | CMARK_OPT_SOURCEPOS, memory);
	cmark_node *root;

	cmark_parser_feed(parser, text, len);
	root = cmark_parser_finish(parser);
	cmark_parser_free(parser);
	return root;
}

/* Exits are only reported for nodes that may hold others. */
static struct doc_node *
convert(struct conversion *c, cmark_node *root)
{
	cmark_iter *iter = cmark_iter_new(root);
	cmark_event_type event;
	struct doc_node *document = NULL;

	while ((event = cmark_iter_next(iter)) != CMARK_EVENT_DONE &&
	    !c->failed) {
		if (event == CMARK_EVENT_ENTER)
			enter(c, cmark_iter_get_node(iter));
		else
			leave(c, cmark_iter_get_node(iter));
		if (document == NULL)
			document = c->parent;
	}
	cmark_iter_free(iter);
	return c->failed ? NULL : document;
}

/* The tree of c->lines. */
static struct doc_node *
parse_lines(struct conversion *c)
{
	struct doc_node *document;
	/* cmark aborts on NULL: these end the process with 3 instead. */
	cmark_mem memory = { mem_calloc, mem_realloc, free };
	cmark_node *root;

	c->places.lines = &c->lines;
	buf_init(&c->words);
	root = parse(&memory, c->lines.text, c->lines.len);
	document = convert(c, root);
	cmark_node_free(root);
	buf_release(&c->words);
	return document;
}

/* The tree with GitHub's additions. */
static struct doc_node *
parse_gfm(struct conversion *c, struct arena *scratch, struct span first,
    const char *text, size_t len)
{
	struct doc_node *document;
	struct gfm gfm;

	if (!gfm_prepare(&gfm, c->arena, scratch, c->dl, first, text, len) ||
	    !source_lines_read(scratch, c->dl, first, gfm.text, gfm.len,
	    gfm.origins, &c->lines))
		return NULL;
	document = parse_lines(c);
	if (document != NULL)
		gfm_finish(&gfm, &c->lines, document);
	return document;
}

struct doc_node *
md_parse(struct arena *a, struct diag_list *dl, struct span first,
    const char *text, size_t len, enum md_additions additions)
{
	struct conversion c = { .arena = a, .dl = dl };
	struct doc_node *document = NULL;
	struct arena *scratch;

	scratch = arena_new();
	if (additions != MD_COMMONMARK)
		document = parse_gfm(&c, scratch, first, text, len);
	else if (source_lines_read(scratch, dl, first, text, len, NULL,
	    &c.lines))
		document = parse_lines(&c);
	arena_free(scratch);
	return document;
}

const char *
md_entity(struct arena *a, const char *entity)
{
	cmark_mem memory = { mem_calloc, mem_realloc, free };
	cmark_node *root = parse(&memory, entity, strlen(entity)), *text;
	const char *characters = NULL;

	text = cmark_node_first_child(root);
	if (text != NULL)
		text = cmark_node_first_child(text);
	if (text != NULL && cmark_node_get_type(text) == CMARK_NODE_TEXT &&
	    strcmp(cmark_node_get_literal(text), entity) != 0)
		characters = arena_strdup(a, cmark_node_get_literal(text));
	cmark_node_free(root);
	return characters;
}

/*
 * cmark has no entry for inlines alone.  A full stop in front keeps a text
 * such as "1. first" from becoming a list, and counts as punctuation, so that
 * emphasis right behind it opens as it would at the start of a line.
 */
struct doc_node *
md_parse_inlines(struct arena *a, struct diag_list *dl, struct span first,
    const char *text)
{
	struct conversion c = { .arena = a, .dl = dl };
	struct doc_node *label = doc_new(a, DOC_LABEL, first);
	struct doc_node *document, *paragraph, *child;
	char *line;
	size_t i;

	for (; *text == ' ' || *text == '\t' || *text == '\n'; text++)
		first.col++;
	line = arena_printf(a, ".%s", text);
	for (i = 0; line[i] != '\0'; i++) {
		if (line[i] == '\n' || line[i] == '\r')
			line[i] = ' ';
	}
	while (i > 1 && line[i - 1] == ' ')
		line[--i] = '\0';
	if (first.col > 1)
		first.col--;
	if (!source_lines_read(a, dl, first, line, i, NULL, &c.lines))
		return NULL;
	document = parse_lines(&c);
	if (document == NULL)
		return NULL;
	paragraph = document->first;
	if (paragraph == NULL || paragraph->kind != DOC_PARAGRAPH ||
	    paragraph->next != NULL || paragraph->first == NULL ||
	    paragraph->first->kind != DOC_TEXT)
		BUG("a line of inlines is no paragraph: %s", line);
	gfm_words(a, dl, &c.lines, paragraph);
	child = paragraph->first;
	child->text++;
	child->at = label->at;
	if (child->text[0] == '\0')
		doc_unlink(child);
	while ((child = paragraph->first) != NULL) {
		doc_unlink(child);
		doc_append(label, child);
	}
	return label;
}
