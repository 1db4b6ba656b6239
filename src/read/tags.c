/* SPDX-License-Identifier: MIT */
/*
 * The short list of HTML that a text may hold: abbr, bdi, br, kbd, span with
 * lang, sub and sup.
 *
 * Comes in: inlines with raw tags among them.  Goes out: spans that hold what
 * stood between two tags; whatever is not on the list stays raw and is refused
 * with the rest.
 */
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/messages.h"
#include "base/str.h"
#include "conf/guide.h"
#include "doc/node.h"
#include "read/guide.h"

/* Tags inside tags; more is no text. */
#define TAGS_MAX 8
#define NAME_BYTES 8

struct tag {
	char		 name[NAME_BYTES];
	bool		 end;		/* </name> */
	const char	*attribute, *value;	/* NULL: none */
};

/* A tag whose end has not come yet. */
struct open_tag {
	struct tag	 tag;
	struct doc_node	*node;
};

struct element {
	const char	*name;
	const char	*attribute;	/* that it may have, or NULL */
	enum doc_span	 kind;
};

static const struct element elements[] = {
	{ "abbr", "title", SPAN_ABBREVIATION },
	{ "bdi", NULL, SPAN_ISOLATE },
	{ "kbd", NULL, SPAN_KEYBOARD },
	{ "span", "lang", SPAN_COUNT },
	{ "sub", NULL, SPAN_SUBSCRIPT },
	{ "sup", NULL, SPAN_SUPERSCRIPT }
};

static const struct element *
find_element(const char *name)
{
	for (size_t i = 0; i < sizeof(elements) / sizeof(elements[0]); i++) {
		if (str_equal(elements[i].name, name))
			return &elements[i];
	}
	return NULL;
}

static const char *
skip_space(const char *s)
{
	while (*s == ' ' || *s == '\t' || *s == '\n')
		s++;
	return s;
}

/* The five names and the numbers of characters; others stay as they are. */
static const char *
decoded(struct arena *a, const char *s, size_t len)
{
	static const struct {
		const char	*name;
		char		 c;
	} names[] = { { "&amp;", '&' }, { "&lt;", '<' }, { "&gt;", '>' },
	    { "&quot;", '"' }, { "&#39;", '\'' } };
	const size_t count = sizeof(names) / sizeof(names[0]);
	const char *end = s + len, *result;
	struct buf out;
	size_t i;

	buf_init(&out);
	while (s < end) {
		for (i = 0; i < count; i++) {
			if (strncmp(s, names[i].name,
			    strlen(names[i].name)) == 0)
				break;
		}
		if (*s == '&' && i < count) {
			buf_putc(&out, names[i].c);
			s += strlen(names[i].name);
		} else {
			buf_putc(&out, *s++);
		}
	}
	result = arena_strndup(a, out.data, out.len);
	buf_release(&out);
	return result;
}

/* ' name="value"' at *s, which moves behind it. */
static bool
read_attribute(struct arena *a, const char **s, struct tag *tag)
{
	size_t len = strspn(*s, "abcdefghijklmnopqrstuvwxyz");
	const char *value, *end;

	if (len == 0 || tag->attribute != NULL || (*s)[len] != '=' ||
	    ((*s)[len + 1] != '"' && (*s)[len + 1] != '\''))
		return false;
	tag->attribute = arena_strndup(a, *s, len);
	value = *s + len + 2;
	end = strchr(value, value[-1]);
	if (end == NULL)
		return false;
	tag->value = decoded(a, value, (size_t)(end - value));
	*s = end + 1;
	return true;
}

/* False if it is no tag, or one that this list could never hold. */
static bool
read_tag(struct arena *a, const char *html, struct tag *tag)
{
	size_t len;

	memset(tag, 0, sizeof(*tag));
	if (*html++ != '<')
		return false;
	tag->end = *html == '/';
	html += tag->end;
	len = strspn(html, "abcdefghijklmnopqrstuvwxyz");
	if (len == 0 || len >= NAME_BYTES)
		return false;
	memcpy(tag->name, html, len);
	for (html = skip_space(html + len); *html != '>' && *html != '/';
	    html = skip_space(html)) {
		if (!read_attribute(a, &html, tag))
			return false;
	}
	return html[*html == '/'] == '>';
}

static bool
is_break(const struct tag *tag)
{
	return str_equal(tag->name, "br") && !tag->end &&
	    tag->attribute == NULL;
}

/* The end of line behind it is no second one. */
static void
make_break(struct doc_node *n)
{
	n->kind = DOC_LINE_BREAK;
	n->text = NULL;
	if (n->next != NULL && n->next->kind == DOC_SOFT_BREAK)
		doc_unlink(n->next);
}

static bool
fits(struct guide_reader *r, const struct doc_node *n, const struct tag *tag)
{
	const struct element *e = find_element(tag->name);
	const char *near;

	if (e == NULL || (tag->attribute != NULL && (e->attribute == NULL ||
	    !str_equal(tag->attribute, e->attribute))))
		return false;
	if (e->kind != SPAN_COUNT)
		return true;
	if (tag->value == NULL)
		return false;
	if (conf_language_tag(r->arena, tag->value) != NULL)
		return true;
	near = conf_language_named(r->arena, tag->value);
	diag_say(r->dl, n->at, near == NULL ? NULL : arena_printf(r->arena,
	    HINT_LANGUAGE_TAG_SPAN, near), SAY_LANGUAGE_TAG_SPAN, tag->value);
	return true;
}

/* What stands between "open" and "end" moves into a span in the place of
 * "open"; "end" goes. */
static void
make_span(struct guide_reader *r, const struct open_tag *open,
    struct doc_node *end)
{
	const struct element *e = find_element(open->tag.name);
	struct doc_node *span = open->node, *n;
	const char *lang;

	span->text = NULL;
	memset(&span->u, 0, sizeof(span->u));
	if (e->kind == SPAN_COUNT) {
		lang = conf_language_tag(r->arena, open->tag.value);
		span->kind = DOC_LANGUAGE;
		span->u.language.tag = lang != NULL ? lang : "und";
		span->u.language.right_to_left = lang != NULL &&
		    conf_right_to_left(lang);
	} else {
		span->kind = DOC_SPAN;
		span->u.span.kind = e->kind;
		span->u.span.title = str_blank(open->tag.value) ? NULL :
		    open->tag.value;
	}
	while ((n = span->next) != end) {
		doc_unlink(n);
		doc_append(span, n);
	}
	doc_unlink(end);
}

static void
refuse_open(struct guide_reader *r, const struct open_tag *open)
{
	diag_say(r->dl, open->node->at, arena_printf(r->arena, HINT_TAG_OPEN,
	    open->tag.name), SAY_TAG_OPEN, open->tag.name);
	doc_unlink(open->node);
}

/* An end tag takes everything that is open up to its own start. */
static bool
end_tag(struct guide_reader *r, struct open_tag *open, size_t *depth,
    const struct tag *tag, struct doc_node *n)
{
	size_t i = *depth;

	while (i > 0 && !str_equal(open[i - 1].tag.name, tag->name))
		i--;
	if (i == 0)
		return false;
	for (; *depth > i; (*depth)--)
		refuse_open(r, &open[*depth - 1]);
	(*depth)--;
	make_span(r, &open[*depth], n);
	return true;
}

static void
tags_of(struct guide_reader *r, struct doc_node *parent)
{
	struct open_tag open[TAGS_MAX];
	struct doc_node *n, *next;
	size_t depth = 0;

	for (n = parent->first; n != NULL; n = next) {
		struct tag tag;

		next = n->next;
		if (n->kind != DOC_HTML_INLINE ||
		    !read_tag(r->arena, n->text, &tag))
			continue;
		if (is_break(&tag)) {
			make_break(n);
			next = n->next;
		} else if (tag.end) {
			(void)end_tag(r, open, &depth, &tag, n);
		} else if (depth < TAGS_MAX && fits(r, n, &tag)) {
			open[depth++] = (struct open_tag){ tag, n };
		}
	}
	while (depth > 0)
		refuse_open(r, &open[--depth]);
}

void
guide_tags(struct guide_reader *r, struct doc_node *block)
{
	struct doc_node *n, *next;

	/* Spans that are made here need no second look: their tags are gone. */
	for (n = block; n != NULL; n = next) {
		if (n->first != NULL)
			tags_of(r, n);
		next = doc_following(block, n);
	}
}
