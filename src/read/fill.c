/* SPDX-License-Identifier: MIT */
/*
 * Comes in: a block with masked placeholders among its inlines.  Goes out: the
 * same with the values as text, or the verdict that it has to go: it holds
 * nothing but a blank value with its label.  A value that may be blank among
 * other words is an error, in every edition alike.
 */
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/messages.h"
#include "base/str.h"
#include "base/unicode.h"
#include "base/utf8.h"
#include "doc/node.h"
#include "read/guide.h"
#include "read/placeholders.h"
#include "read/values.h"

/* A label longer than this is a sentence. */
#define LABEL_BYTES 80
/* In the plain form of a block: a value; the ends of words in bold. */
#define VALUE '\1'
#define BOLD_START '\2'
#define BOLD_END '\3'

const char *
guide_mask(struct guide_reader *r, struct placeholders *own,
    struct span first, const char *text, size_t len)
{
	*own = (struct placeholders){ 0 };
	r->placeholders = own;
	if (r->values == NULL)
		return text;
	return placeholders_mask(r->arena, r->dl, own, first, text, len);
}

const char *
guide_as_written(struct guide_reader *r, const char *s)
{
	return r->placeholders == NULL ? s : placeholders_restore(r->arena,
	    r->placeholders, s);
}

static const struct placeholder *
next_value(const struct guide_reader *r, const char *s, const char **start,
    size_t *len)
{
	if (s == NULL || r->placeholders == NULL)
		return NULL;
	return placeholders_next(r->placeholders, s, start, len);
}

/* The value that "p" names, or NULL after an error. */
static const struct guide_value *
find_value(struct guide_reader *r, const struct placeholder *p)
{
	const struct guide_value *v;
	const char *near;

	if (p->kind != PLACEHOLDER_VALUE) {
		diag_say(r->dl, p->at, NULL, SAY_SECTION_PLACE, p->source);
		return NULL;
	}
	v = guide_value_find(r->values, p->name);
	if (v != NULL)
		return v;
	near = guide_value_near(r->arena, r->values, p->name);
	if (near == NULL && str_starts(p->name, "term."))
		near = arena_printf(r->arena, HINT_PLACEHOLDER_UNKNOWN_TERM,
		    p->name + strlen("term."));
	else
		near = near != NULL ? arena_printf(r->arena,
		    HINT_PLACEHOLDER_UNKNOWN, near) :
		    HINT_PLACEHOLDER_UNKNOWN_2;
	diag_say(r->dl, p->at, near, SAY_PLACEHOLDER_UNKNOWN, p->name);
	return NULL;
}

/* What a walk over a block's placeholders found. */
struct findings {
	/* Of the values that may be blank here; NULL if there are none. */
	const struct placeholder	*bare;
	const struct guide_value	*value;
	bool				 many;	/* of several groups */
};

static void
look_at(struct guide_reader *r, const char *s, struct findings *f)
{
	const struct placeholder *p;
	const struct guide_value *v;
	const char *start;
	size_t len;

	while ((p = next_value(r, s, &start, &len)) != NULL) {
		s = start + len;
		v = find_value(r, p);
		if (v == NULL || !v->may_be_blank ||
		    guide_mark_guards(r, v->group) || (r->row_group != NULL &&
		    str_equal(r->row_group, v->group)))
			continue;
		if (f->value != NULL && !str_equal(f->value->group, v->group))
			f->many = true;
		if (f->value == NULL) {
			f->bare = p;
			f->value = v;
		}
	}
}

static void
look_at_node(struct guide_reader *r, const struct doc_node *n,
    struct findings *f)
{
	if (n->kind == DOC_TEXT) {
		look_at(r, n->text, f);
	} else if (n->kind == DOC_LINK) {
		look_at(r, n->u.link.href, f);
		look_at(r, n->u.link.title, f);
	}
}

static bool
holds_value(struct guide_reader *r, struct doc_node *root)
{
	const char *start;
	size_t len;

	for (struct doc_node *n = root; n != NULL;
	    n = doc_following(root, n)) {
		if ((n->kind == DOC_TEXT && next_value(r, n->text, &start,
		    &len) != NULL) || (n->kind == DOC_LINK &&
		    next_value(r, n->u.link.href, &start, &len) != NULL))
			return true;
	}
	return false;
}

/* The words of "s" with one VALUE for each placeholder. */
static void
put_plain(struct guide_reader *r, struct buf *out, const char *s)
{
	const char *start;
	size_t len;

	while (next_value(r, s, &start, &len) != NULL) {
		buf_put(out, s, (size_t)(start - s));
		buf_putc(out, VALUE);
		s = start + len;
	}
	buf_puts(out, s);
}

/* A link that holds or leads to a value is a value as a whole. */
static void
plain_form(struct guide_reader *r, const struct doc_node *block,
    struct buf *out)
{
	struct doc_walk w = doc_walk_start(block);

	while (doc_walk_next(&w)) {
		const struct doc_node *n = w.node;
		bool bold = n->kind == DOC_STRONG || n->kind == DOC_EMPHASIS;

		if (bold && n->first != NULL)
			buf_putc(out, w.entering ? BOLD_START : BOLD_END);
		if (!w.entering)
			continue;
		if (n->kind == DOC_LINK && n->first != NULL &&
		    holds_value(r, n->first->parent)) {
			buf_putc(out, VALUE);
			doc_walk_skip(&w);
		} else if (n->kind == DOC_TEXT) {
			put_plain(r, out, n->text);
		} else if (n->kind == DOC_CODE) {
			buf_puts(out, n->text);
		} else if (doc_is_inline(n->kind) && n->first == NULL) {
			buf_putc(out, ' ');
		}
	}
}

static bool
holds_words(const char *s)
{
	size_t len = strlen(s);

	while (len > 0) {
		uint32_t c;
		size_t bytes = utf8_decode(s, len, &c);

		if (bytes == 0)
			bytes = 1;
		else if (unicode_is_word(c))
			return true;
		s += bytes;
		len -= bytes;
	}
	return false;
}

/* "Phone: ", words in bold alone, or signs: no part of a sentence. */
static bool
is_label(const char *s, size_t len)
{
	while (len > 0 && (s[len - 1] == ' ' || s[len - 1] == BOLD_START))
		len--;
	while (len > 0 && *s == ' ') {
		s++;
		len--;
	}
	if (len > LABEL_BYTES)
		return false;
	for (size_t i = 0; i + 1 < len; i++) {
		if (strchr(".!?", s[i]) != NULL && s[i + 1] == ' ')
			return false;
	}
	if (len > 1 && s[0] == BOLD_START && s[len - 1] == BOLD_END &&
	    memchr(s, BOLD_END, len - 1) == NULL)
		return true;
	while (len > 0 && s[len - 1] == BOLD_END)
		len--;
	/* Also the wide colon of Chinese and Japanese. */
	return len > 0 && (s[len - 1] == ':' || (len >= 3 &&
	    memcmp(s + len - 3, "\xEF\xBC\x9A", 3) == 0));
}

static bool
is_labelled_value(struct guide_reader *r, const struct doc_node *block)
{
	struct buf plain;
	const char *before;
	char *value;
	bool ok;

	buf_init(&plain);
	plain_form(r, block, &plain);
	value = plain.len > 0 ? strchr(plain.data, VALUE) : NULL;
	ok = value != NULL && !holds_words(value);
	if (ok) {
		before = arena_strndup(r->arena, plain.data,
		    (size_t)(value - plain.data));
		ok = !holds_words(before) || is_label(before,
		    strlen(before));
	}
	buf_release(&plain);
	return ok;
}

const char *
guide_filled(struct guide_reader *r, const char *s)
{
	struct findings f = { 0 };
	const struct placeholder *p;
	const struct guide_value *v;
	const char *start, *result;
	struct buf out;
	size_t len;

	if (next_value(r, s, &start, &len) == NULL)
		return s;
	look_at(r, s, &f);
	if (f.bare != NULL)
		diag_say(r->dl, f.bare->at, arena_printf(r->arena,
		    HINT_PLACEHOLDER_BLANK_WORDS, f.value->name,
		    f.value->name), SAY_PLACEHOLDER_BLANK_WORDS, f.value->name);
	buf_init(&out);
	while ((p = next_value(r, s, &start, &len)) != NULL) {
		buf_put(&out, s, (size_t)(start - s));
		v = guide_value_find(r->values, p->name);
		if (v != NULL && v->text != NULL)
			buf_puts(&out, v->text);
		s = start + len;
	}
	buf_puts(&out, s);
	result = arena_strndup(r->arena, out.data, out.len);
	buf_release(&out);
	return result;
}

/* Bytes that mean something in an address become %XX. */
static void
put_encoded(struct buf *out, const char *s)
{
	for (; *s != '\0'; s++) {
		unsigned char c = (unsigned char)*s;

		if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
		    (c >= '0' && c <= '9') || strchr("-._~+*@", *s) != NULL)
			buf_putc(out, *s);
		else
			buf_printf(out, "%%%02X", (unsigned)c);
	}
}

/* An address that starts with a value needs one that is an address. */
static void
fill_address(struct guide_reader *r, struct doc_node *link)
{
	const struct placeholder *p;
	const struct guide_value *v;
	const char *s = link->u.link.href, *start;
	struct buf out;
	size_t len;

	if (next_value(r, s, &start, &len) == NULL)
		return;
	buf_init(&out);
	while ((p = next_value(r, s, &start, &len)) != NULL) {
		buf_put(&out, s, (size_t)(start - s));
		s = start + len;
		v = guide_value_find(r->values, p->name);
		if (v == NULL)
			continue;
		if (out.len > 0) {
			if (v->text != NULL)
				put_encoded(&out, v->text);
			continue;
		}
		if (!v->address)
			diag_say(r->dl, p->at, NULL, SAY_PLACEHOLDER_ADDRESS,
			    v->name);
		/* A stand-in leads to the page itself. */
		buf_puts(&out, v->address && v->text != NULL ? v->text : "#");
	}
	buf_puts(&out, s);
	link->u.link.href = arena_strndup(r->arena, out.data, out.len);
	buf_release(&out);
}

static void
insert_text(struct guide_reader *r, struct doc_node *before, struct span at,
    const char *text, size_t len)
{
	struct doc_node *n;

	if (len == 0)
		return;
	n = doc_new(r->arena, DOC_TEXT, at);
	n->text = arena_strndup(r->arena, text, len);
	doc_insert_before(before, n);
}

static struct doc_node *
new_span(struct guide_reader *r, struct span at, enum doc_span kind)
{
	struct doc_node *span = doc_new(r->arena, DOC_SPAN, at);

	span->u.span.kind = kind;
	return span;
}

static bool
in_link(const struct doc_node *n)
{
	while (n != NULL && n->kind != DOC_LINK)
		n = n->parent;
	return n != NULL;
}

/* In a text from right to left a number or an address keeps its order. */
static void
insert_value(struct guide_reader *r, struct doc_node *before,
    const struct placeholder *p, const struct guide_value *v)
{
	struct doc_node *isolate, *dial;
	const char *number = v->text;

	if (r->right_to_left) {
		isolate = new_span(r, p->at, SPAN_ISOLATE);
		doc_insert_before(before, isolate);
		/* What is inserted goes inside, before an empty text. */
		before = doc_new(r->arena, DOC_TEXT, p->at);
		before->text = "";
		doc_append(isolate, before);
	}
	if (v->dials != NULL && !in_link(before)) {
		number += v->before_number;
		insert_text(r, before, p->at, v->text, v->before_number);
		dial = new_span(r, p->at, SPAN_DIAL);
		dial->u.span.title = v->dials;
		doc_append_text(r->arena, dial, number);
		doc_insert_before(before, dial);
	} else {
		insert_text(r, before, p->at, number, strlen(number));
	}
	if (r->right_to_left)
		doc_unlink(before);
}

/* Divides a text at its placeholders; what is left behind the last one stays
 * in "n", which leaves the tree if that is nothing. */
static struct doc_node *
fill_text(struct guide_reader *r, struct doc_node *n, struct doc_node *next)
{
	const struct placeholder *p;
	const struct guide_value *v;
	const char *start;
	size_t len;

	while ((p = next_value(r, n->text, &start, &len)) != NULL) {
		insert_text(r, n, n->at, n->text, (size_t)(start - n->text));
		v = guide_value_find(r->values, p->name);
		if (v != NULL && v->text != NULL)
			insert_value(r, n, p, v);
		n->at = p->at;
		n->at.col += (unsigned)len;
		n->text = start + len;
	}
	if (n->text[0] == '\0')
		doc_unlink(n);
	return next;
}

static void
fill_nodes(struct guide_reader *r, struct doc_node *block)
{
	struct doc_node *n, *next;

	for (n = block->first; n != NULL; n = next) {
		next = doc_following(block, n);
		if (n->kind == DOC_LINK) {
			fill_address(r, n);
			n->u.link.title = guide_filled(r, n->u.link.title);
		} else if (n->kind == DOC_TEXT) {
			next = fill_text(r, n, next);
		} else if (n->kind == DOC_CODE || n->kind ==
		    DOC_HTML_INLINE) {
			n->text = guide_as_written(r, n->text);
		} else if (n->kind == DOC_SPAN) {
			n->u.span.title = guide_filled(r, n->u.span.title);
		} else if (n->kind == DOC_IMAGE) {
			n->u.image.src = guide_as_written(r, n->u.image.src);
		}
	}
}

bool
guide_fill(struct guide_reader *r, struct doc_node *block, bool stays)
{
	struct findings f = { 0 };

	if (r->placeholders == NULL || r->placeholders->found.len == 0)
		return true;
	for (struct doc_node *n = block->first; n != NULL;
	    n = doc_following(block, n))
		look_at_node(r, n, &f);
	if (f.bare != NULL && (stays || f.many ||
	    !is_labelled_value(r, block)))
		diag_say(r->dl, f.bare->at, arena_printf(r->arena,
		    HINT_PLACEHOLDER_BLANK, f.value->group, f.value->group),
		    SAY_PLACEHOLDER_BLANK, f.value->name);
	else if (f.bare != NULL && f.value->text == NULL)
		return false;
	fill_nodes(r, block);
	return true;
}

/* Is the value alone in its cell, with nothing but a label in those before it
 * and no words behind? */
static bool
is_labelled_row(struct guide_reader *r, const struct doc_node *row)
{
	struct buf plain;
	bool ok = true, behind = false;

	for (struct doc_node *cell = row->first; cell != NULL && ok;
	    cell = cell->next) {
		if (holds_value(r, cell)) {
			ok = !behind && is_labelled_value(r, cell);
			behind = true;
			continue;
		}
		buf_init(&plain);
		plain_form(r, cell, &plain);
		ok = behind ? !holds_words(plain.data) :
		    plain.len <= LABEL_BYTES;
		buf_release(&plain);
	}
	return ok && behind;
}

bool
guide_row(struct guide_reader *r, struct doc_node *row)
{
	struct findings f = { 0 };

	for (struct doc_node *n = row->first; r->values != NULL && n != NULL;
	    n = doc_following(row, n))
		look_at_node(r, n, &f);
	if (f.bare != NULL && !f.many && is_labelled_row(r, row)) {
		if (f.value->text == NULL)
			return false;
		r->row_group = f.value->group;
	}
	guide_blocks(r, row);
	r->row_group = NULL;
	return true;
}
