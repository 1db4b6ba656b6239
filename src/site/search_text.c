/* SPDX-License-Identifier: MIT */
/*
 * A chapter's tree -> the texts of its sections, with weights.
 *
 * Comes in: a frozen chapter.  Goes out: plain text, blocks parted by a space.
 * Knows no words and no index.
 */
#include "site/search_text.h"

#include <string.h>

#include "base/buf.h"
#include "doc/book.h"
#include "doc/help.h"
#include "doc/node.h"

#define BLANKS " \n\t"

struct section_text {
	struct buf	text;
	VEC(struct search_run) runs;
	const char	*id, *title;
};

struct gathering {
	struct arena		*arena;
	VEC(struct section_text) sections;
	size_t			 current;
	unsigned		 stressed;	/* elements that are open */
	bool			 apart;		/* a block has begun or ended */
};

static struct section_text *
current(struct gathering *g)
{
	return &g->sections.items[g->current];
}

/* Parts two blocks: what has no full stop gets a dot in the middle. */
static void
part(struct buf *text)
{
	while (text->len > 0 && text->data[text->len - 1] == ' ')
		text->len--;
	if (text->len > 0)
		buf_puts(text, strchr(".?!:;,", text->data[text->len - 1]) !=
		    NULL ? " " : " \xC2\xB7 ");
}

static void
put(struct gathering *g, const char *words, enum search_weight weight)
{
	struct section_text *s = current(g);
	struct search_run *last;
	size_t len;

	if (words == NULL || *words == '\0')
		return;
	if (g->apart)
		part(&s->text);
	g->apart = false;
	while (*words != '\0') {
		len = strcspn(words, BLANKS);
		buf_put(&s->text, words, len);
		words += len;
		len = strspn(words, BLANKS);
		if (len > 0 && s->text.len > 0 &&
		    s->text.data[s->text.len - 1] != ' ')
			buf_putc(&s->text, ' ');
		words += len;
	}
	last = s->runs.len > 0 ? &s->runs.items[s->runs.len - 1] : NULL;
	if (last == NULL || last->weight != weight)
		last = vec_push(g->arena, &s->runs);
	last->end = s->text.len;
	last->weight = weight;
}

/* A block of its own: what stands before it is another sentence. */
static void
put_block(struct gathering *g, const char *words, enum search_weight weight)
{
	g->apart = true;
	put(g, words, weight);
	g->apart = true;
}

static void
start_section(struct gathering *g, const char *id, const char *title)
{
	struct section_text *s;

	s = vec_push(g->arena, &g->sections);
	buf_init(&s->text);
	s->id = id;
	s->title = title;
	g->current = g->sections.len - 1;
	g->apart = false;
}

static void
start_heading(struct gathering *g, const struct doc_node *heading)
{
	struct buf words;

	buf_init(&words);
	doc_plain_text(heading, &words);
	if (heading->id != NULL)
		start_section(g, heading->id, arena_strdup(g->arena,
		    words.data));
	else
		put_block(g, words.data, WEIGHT_HEADING);
	buf_release(&words);
}

static void
put_help(struct gathering *g, const struct help_line *line)
{
	put_block(g, line->name, WEIGHT_STRESSED);
	put_block(g, book_help_number(line), WEIGHT_TEXT);
	put_block(g, line->hours, WEIGHT_TEXT);
	put_block(g, line->note, WEIGHT_TEXT);
}

static bool
is_stressed(enum doc_kind kind)
{
	return kind == DOC_STRONG || kind == DOC_EMPHASIS ||
	    kind == DOC_LABEL || kind == DOC_CAPTION;
}

static enum search_weight
weight_now(const struct gathering *g)
{
	return g->stressed > 0 ? WEIGHT_STRESSED : WEIGHT_TEXT;
}

/* Leaves with words; what has children is walked through. */
static void
enter(struct gathering *g, struct doc_walk *w)
{
	const struct doc_node *n = w->node;

	if (!doc_is_inline(n->kind))
		g->apart = true;
	if (n->kind == DOC_HEADING) {
		start_heading(g, n);
		doc_walk_skip(w);
	} else if ((n->kind == DOC_ONLY && n->u.only.medium == ONLY_PRINT) ||
	    n->kind == DOC_CONTENTS) {
		doc_walk_skip(w);
	} else if (n->kind == DOC_FOOTNOTE) {
		/* They stand at the end, and are of the whole page. */
		g->current = 0;
	} else if (n->kind == DOC_FACT) {
		put_block(g, n->u.fact.name, WEIGHT_TERM);
	} else if (n->kind == DOC_HELP_LINE) {
		put_help(g, n->u.help.line);
	} else if (n->kind == DOC_SOFT_BREAK || n->kind == DOC_LINE_BREAK) {
		put(g, " ", WEIGHT_TEXT);
	} else if (n->kind == DOC_TEXT || n->kind == DOC_CODE ||
	    n->kind == DOC_CODE_BLOCK) {
		put(g, n->text, weight_now(g));
	} else if (n->kind == DOC_IMAGE && !n->u.image.decorative) {
		put_block(g, n->u.image.alt, WEIGHT_TEXT);
	}
	if (is_stressed(n->kind) && n->first != NULL)
		g->stressed++;
}

static void
gather_body(struct gathering *g, const struct doc_node *root)
{
	struct doc_walk w;

	if (root == NULL)
		return;
	w = doc_walk_start(root);
	while (doc_walk_next(&w)) {
		if (w.entering)
			enter(g, &w);
		else if (is_stressed(w.node->kind))
			g->stressed--;
	}
}

void
search_text_of(struct arena *a, const struct chapter *c,
    struct search_sections *into)
{
	struct gathering g;
	struct search_section *s;
	struct section_text *from;

	memset(&g, 0, sizeof(g));
	memset(into, 0, sizeof(*into));
	g.arena = a;
	start_section(&g, NULL, c->title);
	put_block(&g, c->kind == CHAPTER_WORKSHEET ? c->why : c->summary,
	    WEIGHT_STRESSED);
	put_block(&g, c->for_whom, WEIGHT_TEXT);
	put_block(&g, c->duration, WEIGHT_TEXT);
	gather_body(&g, c->root);
	for (size_t i = 0; i < g.sections.len; i++) {
		from = &g.sections.items[i];
		s = vec_push(a, &into->all);
		s->id = from->id;
		s->title = from->title;
		s->text = arena_strndup(a, from->text.data, from->text.len);
		s->len = from->text.len;
		s->runs.items = from->runs.items;
		s->runs.len = from->runs.len;
		s->runs.cap = from->runs.cap;
		buf_release(&from->text);
	}
}
