/* SPDX-License-Identifier: MIT */
/*
 * Text in boxes: inlines or strings become lines, lines become items.
 *
 * Comes in: a node's inlines or a string.  Goes out: glyph items with their
 * tags, link areas.  Line breaking is type/'s.
 */
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/messages.h"
#include "doc/book.h"
#include "page/box_line.h"
#include "page/page_links.h"
#include "type/paragraph.h"


/* A paragraph that is being gathered. */
struct gathered {
	struct box_maker	*m;
	enum page_type		 type;
	bool			 open;		/* the last byte is a space */
	bool			 running;	/* a paragraph, no label */
	bool			 tells_torn;	/* is said of broken words */
	dim			 hang;	/* indent of all lines but the first */
	struct buf		 text;
	VEC(struct type_span)	 spans;
	struct line_marks	 marks;
};

/* How the inlines that are being walked are set. */
struct manner {
	bool		 bold;
	uint32_t	 tag;
	const char	*lang;
	struct span	 at;
	int		 rise;		/* in thirds of the size */
	bool		 joined;	/* to what stands before */
};

static void
gather_start(struct gathered *g, struct box_maker *m, enum page_type type)
{
	memset(g, 0, sizeof(*g));
	g->m = m;
	g->type = type;
	g->open = true;
	buf_init(&g->text);
}

static bool
same_manner(const struct type_style *a, const struct type_style *b)
{
	return a->fonts == b->fonts && a->tag == b->tag &&
	    a->lang == b->lang && a->rise == b->rise && !b->joined;
}

/* Makes the span that ends at the text's end, from "start" on. */
static void
end_span(struct gathered *g, size_t start, const struct manner *how)
{
	const struct page_style *s = g->m->style;
	struct type_style style;
	struct type_span *span;

	if (g->text.len == start)
		return;
	memset(&style, 0, sizeof(style));
	style.fonts = how->bold ? s->bold : s->regular;
	style.font_count = s->font_count;
	style.size = s->types[g->type].size;
	style.lang = how->lang;
	style.tag = how->tag;
	style.colour = g->m->ink;
	style.rise = how->rise * style.size / 3;
	style.at = how->at;
	/* Figures of tables, grids and labels stand in columns. */
	style.tabular = !g->running && (g->type == PAGE_BODY ||
	    g->type == PAGE_SMALL || g->type == PAGE_TABLE_HEAD);
	style.joined = how->joined;
	if (g->spans.len > 0) {
		span = &g->spans.items[g->spans.len - 1];
		if (same_manner(&span->style, &style)) {
			span->end = g->text.len;
			return;
		}
	}
	span = vec_push(g->m->arena, &g->spans);
	span->start = start;
	span->end = g->text.len;
	span->style = style;
}

/* White space of any length becomes one space, none at the start of a line. */
static void
gather_words(struct gathered *g, const char *words, const struct manner *how)
{
	size_t start;

	start = g->text.len;
	for (; *words != '\0'; words++) {
		if (*words == ' ' || *words == '\t' || *words == '\n' ||
		    *words == '\r') {
			if (!g->open)
				buf_putc(&g->text, ' ');
			g->open = true;
		} else {
			buf_putc(&g->text, *words);
			g->open = false;
		}
	}
	end_span(g, start, how);
}

/* The space keeps the words apart for whoever reads the text back. */
static void
gather_line_break(struct gathered *g, const struct manner *how)
{
	size_t start;

	start = g->text.len;
	if (!g->open)
		buf_putc(&g->text, ' ');
	buf_putc(&g->text, '\n');
	g->open = true;
	end_span(g, start, how);
}

static char *
plain_text(struct arena *a, const struct doc_node *node)
{
	struct buf b;
	char *s;

	buf_init(&b);
	doc_plain_text(node, &b);
	s = arena_strndup(a, b.data, b.len);
	buf_release(&b);
	return s;
}

/* A link more, or false if paper has nowhere to go to. */
static bool
open_link(struct gathered *g, const struct doc_node *node, uint32_t parent)
{
	struct line_link *link;

	if (node->u.link.chapter != NULL &&
	    !book_prints(g->m->book, PRINT_CHAPTER, node->u.link.chapter))
		return false;
	link = vec_push(g->m->arena, &g->marks.links);
	link->node = node;
	if (node->u.link.chapter == NULL)
		link->uri = node->u.link.href;
	else if (node->u.link.block != NULL)
		link->target = node->u.link.block;
	else
		link->target = node->u.link.chapter->id;
	link->description = plain_text(g->m->arena, node);
	link->tag = display_tag(g->m->display, TAG_LINK, parent, NULL);
	return true;
}

/* "(page 12)" behind what leads to another page: on paper nobody can follow a
 * link otherwise. */
static void
gather_page(struct gathered *g, struct line_link *link,
    const struct manner *how)
{
	const char *page;

	page = page_links_words(g->m, link->node, link->target);
	if (page == NULL)
		return;
	link->description = arena_printf(g->m->arena, "%s %s",
	    link->description, page);
	gather_words(g, " ", how);
	gather_words(g, page, how);
}

static void gather_inlines(struct gathered *g, const struct doc_node *parent,
    const struct manner *how);

static void
gather_link(struct gathered *g, const struct doc_node *node,
    const struct manner *how)
{
	struct manner inner = *how;
	size_t index = g->marks.links.len;

	if (!open_link(g, node, how->tag)) {
		gather_inlines(g, node, &inner);
		return;
	}
	inner.tag = g->marks.links.items[index].tag;
	gather_inlines(g, node, &inner);
	gather_page(g, &g->marks.links.items[index], &inner);
}

/* Directional isolates (UAX 9, 2.4.2): no font draws them. */
#define LEFT_TO_RIGHT_ISOLATE "\xE2\x81\xA6"
#define RIGHT_TO_LEFT_ISOLATE "\xE2\x81\xA7"
#define FIRST_STRONG_ISOLATE "\xE2\x81\xA8"
#define POP_ISOLATE "\xE2\x81\xA9"

/* Not words: whether a space may follow stays as it is. */
static void
gather_sign(struct gathered *g, const char *sign, const struct manner *how)
{
	size_t start;

	start = g->text.len;
	buf_puts(&g->text, sign);
	end_span(g, start, how);
}

static void
gather_isolated(struct gathered *g, const struct doc_node *node,
    const char *sign, const struct manner *how)
{
	gather_sign(g, sign, how);
	gather_inlines(g, node, how);
	gather_sign(g, POP_ISOLATE, how);
}

/* Raised and lowered words keep their size: clear print has nothing small. */
static void
gather_span(struct gathered *g, const struct doc_node *node,
    const struct manner *how)
{
	struct manner inner = *how;

	if (node->u.span.kind == SPAN_ISOLATE) {
		gather_isolated(g, node, FIRST_STRONG_ISOLATE, how);
		return;
	}
	if (node->u.span.kind == SPAN_ABBREVIATION &&
	    node->u.span.title != NULL) {
		inner.tag = display_tag(g->m->display, TAG_SPAN, how->tag,
		    NULL);
		g->m->display->tags.items[inner.tag].expansion =
		    node->u.span.title;
	}
	if (node->u.span.kind == SPAN_SUPERSCRIPT)
		inner.rise++;
	else if (node->u.span.kind == SPAN_SUBSCRIPT)
		inner.rise--;
	gather_inlines(g, node, &inner);
}

static void
gather_language(struct gathered *g, const struct doc_node *node,
    const struct manner *how)
{
	struct manner inner = *how;
	bool rtl;

	inner.lang = node->u.language.tag;
	inner.tag = display_tag(g->m->display, TAG_SPAN, how->tag, NULL);
	g->m->display->tags.items[inner.tag].lang = inner.lang;
	rtl = node->u.language.right_to_left;
	if (rtl == g->m->book->right_to_left)
		gather_inlines(g, node, &inner);
	else
		gather_isolated(g, node, rtl ? RIGHT_TO_LEFT_ISOLATE :
		    LEFT_TO_RIGHT_ISOLATE, &inner);
}

static void
gather_code(struct gathered *g, const struct doc_node *node,
    const struct manner *how)
{
	struct manner inner = *how;

	inner.tag = display_tag(g->m->display, TAG_CODE, how->tag, NULL);
	gather_words(g, node->text, &inner);
}

static void
gather_bold(struct gathered *g, const struct doc_node *node,
    const struct manner *how)
{
	struct manner inner = *how;

	inner.bold = true;
	gather_inlines(g, node, &inner);
}

/* A line through words has no structure type of its own: a Span. */
static void
gather_strike(struct gathered *g, const struct doc_node *node,
    const struct manner *how)
{
	struct manner inner = *how;

	inner.tag = display_tag(g->m->display, TAG_SPAN, how->tag, NULL);
	g->m->display->tags.items[inner.tag].struck = true;
	*vec_push(g->m->arena, &g->marks.strikes) = inner.tag;
	gather_inlines(g, node, &inner);
}

/* As large as the text: nothing on paper is smaller than the small type. */
static void
gather_reference(struct gathered *g, const struct doc_node *node,
    const struct manner *how)
{
	const struct doc_node *footnote = node->u.reference.footnote;
	struct manner inner = *how;
	struct line_link *link;

	inner.tag = display_tag(g->m->display, TAG_REFERENCE, how->tag, NULL);
	link = vec_push(g->m->arena, &g->marks.links);
	link->target = footnote->id;
	link->node = node;
	link->description = arena_printf(g->m->arena, "[%d]",
	    footnote->u.footnote.number);
	link->tag = display_tag(g->m->display, TAG_LINK, inner.tag, NULL);
	inner.tag = link->tag;
	/* A mark never begins a line. */
	inner.joined = true;
	gather_words(g, book_isolated(g->m->book, g->m->arena,
	    link->description), &inner);
	inner.joined = false;
	gather_page(g, link, &inner);
}

/* No default: a new kind of inline must be thought of here. */
static void
gather_inline(struct gathered *g, const struct doc_node *node,
    const struct manner *how)
{
	switch (node->kind) {
	case DOC_TEXT:
		gather_words(g, node->text, how);
		return;
	case DOC_SOFT_BREAK:
		gather_words(g, " ", how);
		return;
	case DOC_LINE_BREAK:
		gather_line_break(g, how);
		return;
	case DOC_CODE:
		gather_code(g, node, how);
		return;
	case DOC_EMPHASIS:
	case DOC_STRONG:
		/* No italics in clear print (UKAAF G003). */
		gather_bold(g, node, how);
		return;
	case DOC_LINK:
		gather_link(g, node, how);
		return;
	case DOC_IMAGE:
		if (!node->u.image.decorative && node->u.image.alt != NULL)
			gather_words(g, node->u.image.alt, how);
		return;
	case DOC_LANGUAGE:
		gather_language(g, node, how);
		return;
	case DOC_SPAN:
		gather_span(g, node, how);
		return;
	case DOC_STRIKE:
		gather_strike(g, node, how);
		return;
	case DOC_FOOTNOTE_REFERENCE:
		gather_reference(g, node, how);
		return;
	case DOC_HTML_INLINE:
	case DOC_DOCUMENT: case DOC_PARAGRAPH: case DOC_HEADING:
	case DOC_QUOTE: case DOC_LIST: case DOC_ITEM: case DOC_CODE_BLOCK:
	case DOC_HTML_BLOCK: case DOC_RULE: case DOC_CALLOUT: case DOC_LABEL:
	case DOC_FIGURE: case DOC_CAPTION: case DOC_COMPONENT:
	case DOC_CONTENTS: case DOC_FACTS: case DOC_FACT: case DOC_HELP:
	case DOC_HELP_LINE: case DOC_PAGE_BREAK: case DOC_ONLY:
	case DOC_ANSWER: case DOC_TICKS: case DOC_TICK:
	case DOC_GRID: case DOC_GRID_ROW: case DOC_GRID_CELL:
	case DOC_CHOICES: case DOC_CHOICE: case DOC_SCALE:
	case DOC_SCALE_WORD: case DOC_FINISH: case DOC_RINGS: case DOC_CARD:
	case DOC_WHEEL: case DOC_WHEEL_PART:
	case DOC_TABLE: case DOC_TABLE_ROW: case DOC_TABLE_CELL:
	case DOC_FOOTNOTE: case DOC_KIND_COUNT:
		return;
	}
}

/* Depth is capped where the Markdown is read. */
static void
gather_inlines(struct gathered *g, const struct doc_node *parent,
    const struct manner *how)
{
	const struct doc_node *node;

	for (node = parent->first; node != NULL; node = node->next) {
		struct manner inner = *how;

		if (node->at.line != 0)
			inner.at = node->at;
		gather_inline(g, node, &inner);
	}
}

/* Drops the space that an empty last inline left behind. */
static void
trim_end(struct gathered *g)
{
	struct type_span *last;
	size_t len;

	len = g->text.len;
	while (len > 0 && (g->text.data[len - 1] == ' ' ||
	    g->text.data[len - 1] == '\n'))
		len--;
	g->text.len = len;
	while (g->spans.len > 0) {
		last = &g->spans.items[g->spans.len - 1];
		if (last->end > len)
			last->end = len;
		if (last->start < last->end)
			return;
		g->spans.len--;
	}
}

/* What was gathered as type/ takes it; the text buffer is given back. */
static struct type_text
gathered_text(struct gathered *g)
{
	struct type_text text;

	trim_end(g);
	memset(&text, 0, sizeof(text));
	text.bytes = arena_strndup(g->m->arena, g->text.data, g->text.len);
	text.len = g->text.len;
	buf_release(&g->text);
	text.spans = g->spans.items;
	text.span_count = g->spans.len;
	text.right_to_left = g->m->book->right_to_left;
	return text;
}

/* So much of a word is repeated in a message. */
#define TORN_SHOWN 20

static struct span
place_in(const struct type_text *text, size_t at)
{
	size_t span = 0;

	while (span + 1 < text->span_count && text->spans[span].end <= at)
		span++;
	return text->spans[span].style.at;
}

/* Says which words are broken because no line can hold them. */
static void
tell_torn(struct box_maker *m, const struct type_text *text,
    const struct type_lines *lines, dim width)
{
	struct span at, from = { NULL, 0, 0 };
	const char *word;
	size_t len, shown;

	for (size_t i = 0; i < lines->torn_count; i++) {
		word = text->bytes + lines->torn[i];
		len = strcspn(word, " \n");
		shown = len < TORN_SHOWN ? len : TORN_SHOWN;
		while (shown < len && ((unsigned char)word[shown] & 0xC0) ==
		    0x80)
			shown++;
		at = place_in(text, lines->torn[i]);
		/* Words of one node share its place: look behind the last. */
		if (from.file != at.file || from.line < at.line ||
		    (from.line == at.line && from.col < at.col))
			from = at;
		at = diag_find(m->dl, from, arena_strndup(m->arena, word,
		    shown));
		diag_say(m->dl, at, NULL, SAY_WORD_BROKEN, (int)shown, word,
		    (long long)(dim_to_um(width) / 1000));
		from = at;
		from.col += (unsigned)len;
	}
}

/* Breaks what was gathered into lines. */
static struct type_lines
set_lines(struct gathered *g, dim width, struct span at)
{
	struct box_maker *m = g->m;
	const struct type_measure measure = { .width = width,
	    .indent = g->hang,
	    .setting = g->running && m->style->justified ?
	    TYPE_JUSTIFIED : TYPE_RAGGED,
	    .hyphens = g->running ? m->style->hyphens : NULL };
	struct type_text text = gathered_text(g);
	struct type_lines lines = { 0 };
	long long by;

	if (text.len > 0)
		type_paragraph(m->arena, m->dl, &text, &measure, &lines);
	if (g->tells_torn)
		tell_torn(m, &text, &lines, width);
	/* In tenths of a millimetre, at least one. */
	by = (dim_to_um(lines.overfull_by) + 99) / 100;
	if (lines.overfull > 0)
		diag_say(m->dl, lines.overfull_at.line != 0 ?
		    lines.overfull_at : at, NULL, SAY_LINE_TOO_WIDE,
		    (long long)(dim_to_um(width) / 1000), by / 10, by % 10);
	return lines;
}

static dim
put_all(struct gathered *g, struct page_box *box, dim x, dim y, dim width,
    struct span at, enum display_artifact artifact)
{
	dim leading = g->m->style->types[g->type].leading;
	struct type_lines lines;

	lines = set_lines(g, width, at);
	for (size_t i = 0; i < lines.count; i++)
		box_put_line(g->m, box, g->type, &lines.lines[i], &g->marks,
		    x + lines.lines[i].indent, y + (dim)i * leading, artifact);
	return (dim)lines.count * leading;
}

static size_t
list_all(struct gathered *g, struct page_box_list *list, dim x, dim width,
    struct span at)
{
	dim leading = g->m->style->types[g->type].leading;
	struct type_lines lines;
	struct page_box *box;

	lines = set_lines(g, width, at);
	if (lines.count > 0)
		g->m->paragraphs++;
	for (size_t i = 0; i < lines.count; i++) {
		box = box_new(g->m, list, leading);
		box->paragraph = g->m->paragraphs;
		box->at = at;
		box->ink = lines.lines[i].width;
		box_put_line(g->m, box, g->type, &lines.lines[i], &g->marks,
		    x, 0, ARTIFACT_NONE);
	}
	return lines.count;
}

static struct span
chapter_place(const struct box_maker *m)
{
	struct span at = { NULL, 0, 0 };

	if (m->chapter != NULL)
		at.file = m->chapter->file;
	return at;
}

static void
gather_node(struct gathered *g, struct box_maker *m,
    const struct doc_node *node, enum page_type type, bool bold, uint32_t tag)
{
	struct manner how = { bold, tag, m->book->lang, node->at, 0, false };

	gather_start(g, m, type);
	gather_inlines(g, node, &how);
}

static void
gather_string(struct gathered *g, struct box_maker *m, const char *words,
    enum page_type type, bool bold, uint32_t tag)
{
	struct manner how = { bold, tag, m->book->lang, chapter_place(m),
	    0, false };

	gather_start(g, m, type);
	gather_words(g, words, &how);
}

/* Spaces at the start of a line are kept: fixed ones, which never vanish. */
static void
gather_code_text(struct gathered *g, const char *text,
    const struct manner *how)
{
	bool start = true;

	for (; *text != '\0'; text++) {
		if (*text == '\n') {
			buf_puts(&g->text, start ? "\xC2\xA0 \n" : " \n");
			start = true;
		} else if (start && (*text == ' ' || *text == '\t')) {
			buf_puts(&g->text, "\xC2\xA0");
		} else {
			buf_putc(&g->text, *text == '\t' ? ' ' : *text);
			start = false;
		}
	}
	end_span(g, 0, how);
}

size_t
box_code_lines(struct box_maker *m, struct page_box_list *list,
    const struct doc_node *node, dim x, dim width, uint32_t tag)
{
	struct manner how = { false, tag, m->book->lang, node->at, 0, false };
	struct gathered g;

	gather_start(&g, m, PAGE_BODY);
	gather_code_text(&g, node->text, &how);
	return list_all(&g, list, x, width, node->at);
}

size_t
box_paragraph(struct box_maker *m, struct page_box_list *list,
    const struct doc_node *node, enum page_type type, bool bold, dim x,
    dim width, uint32_t tag)
{
	struct manner how = { bold, tag, m->book->lang, node->at, 0, false };
	struct gathered g;

	gather_start(&g, m, type);
	/* In a narrow column the spaces of justified lines would be holes. */
	g.running = type == PAGE_BODY && !bold &&
	    node->kind != DOC_TABLE_CELL &&
	    width >= page_measure(m->style) * 2 / 3;
	/* A table says it of its columns. */
	g.tells_torn = node->kind != DOC_TABLE_CELL;
	gather_inlines(&g, node, &how);
	return list_all(&g, list, x, width, node->at);
}

size_t
box_words(struct box_maker *m, struct page_box_list *list, const char *words,
    enum page_type type, bool bold, dim x, dim width, uint32_t tag)
{
	struct gathered g;

	gather_string(&g, m, words, type, bold, tag);
	return list_all(&g, list, x, width, chapter_place(m));
}

dim
box_put_words(struct box_maker *m, struct page_box *box, const char *words,
    enum page_type type, bool bold, dim x, dim y, dim width, uint32_t tag,
    enum display_artifact artifact)
{
	struct gathered g;

	if (tag == 0 && artifact == ARTIFACT_NONE)
		BUG("words \"%s\" are neither content nor artifact", words);
	gather_string(&g, m, words, type, bold, tag);
	return put_all(&g, box, x, y, width, chapter_place(m), artifact);
}

dim
box_put_pieces(struct box_maker *m, struct page_box *box,
    const struct box_piece *pieces, size_t count, enum page_type type, dim x,
    dim y, dim width, dim hang)
{
	struct gathered g;
	size_t i;

	gather_start(&g, m, type);
	g.hang = hang;
	for (i = 0; i < count; i++) {
		struct manner how = { pieces[i].bold, pieces[i].tag,
			m->book->lang, chapter_place(m), 0, false };

		if (how.tag == 0)
			BUG("a piece of words is content of a tag");
		if (pieces[i].words == NULL)
			gather_line_break(&g, &how);
		else
			gather_words(&g, pieces[i].words, &how);
	}
	return put_all(&g, box, x, y, width, chapter_place(m), ARTIFACT_NONE);
}

dim
box_put_inlines(struct box_maker *m, struct page_box *box,
    const struct doc_node *node, enum page_type type, bool bold, dim x, dim y,
    dim width, uint32_t tag)
{
	struct gathered g;

	gather_node(&g, m, node, type, bold, tag);
	return put_all(&g, box, x, y, width, node->at, ARTIFACT_NONE);
}

dim
box_put_centred(struct box_maker *m, struct page_box *box,
    const struct doc_node *node, enum page_type type, bool bold, dim centre,
    dim y, dim width, uint32_t tag, dim *widest)
{
	dim leading = m->style->types[type].leading;
	struct type_lines lines;
	struct gathered g;

	gather_node(&g, m, node, type, bold, tag);
	lines = set_lines(&g, width, node->at);
	*widest = 0;
	for (size_t i = 0; i < lines.count; i++) {
		if (lines.lines[i].width > *widest)
			*widest = lines.lines[i].width;
		box_put_line(m, box, type, &lines.lines[i], &g.marks,
		    centre - lines.lines[i].width / 2, y + (dim)i * leading,
		    ARTIFACT_NONE);
	}
	return (dim)lines.count * leading;
}

void
box_inlines_extent(struct box_maker *m, const struct doc_node *node,
    enum page_type type, bool bold, dim *natural, dim *least)
{
	struct box_maker measuring = *m;
	struct type_extent extent;
	struct type_text text;
	struct gathered g;

	/* Tags of links and languages that nothing will ever stand in. */
	measuring.arena = arena_new();
	measuring.display = display_new(measuring.arena);
	gather_node(&g, &measuring, node, type, bold, 1);
	text = gathered_text(&g);
	extent = type_extent(diag_list_new(measuring.arena), &text);
	*natural = extent.natural;
	*least = extent.least;
	arena_free(measuring.arena);
}

dim
box_words_width(struct box_maker *m, const char *words, enum page_type type,
    bool bold)
{
	struct type_text text;
	struct gathered g;

	gather_string(&g, m, words, type, bold, 0);
	text = gathered_text(&g);
	return type_extent(m->dl, &text).natural;
}

dim
box_last_line_width(struct box_maker *m, const char *words,
    enum page_type type, bool bold, dim width)
{
	struct box_maker measuring = *m;
	struct type_lines lines;
	struct gathered g;
	dim last;

	measuring.arena = arena_new();
	measuring.display = display_new(measuring.arena);
	measuring.dl = diag_list_new(measuring.arena);
	gather_string(&g, &measuring, words, type, bold, 1);
	lines = set_lines(&g, width, chapter_place(m));
	last = lines.count > 0 ? lines.lines[lines.count - 1].width : 0;
	arena_free(measuring.arena);
	return last;
}

/* How many lines words take in a measure; none if one does not fit. */
static size_t
count_lines(struct arena *a, const struct type_text *text, dim width)
{
	const struct type_measure measure = { .width = width,
	    .setting = TYPE_RAGGED };
	struct type_lines lines;

	type_paragraph(a, diag_list_new(a), text, &measure, &lines);
	return lines.overfull > 0 ? 0 : lines.count;
}

dim
box_balanced_width(struct box_maker *m, const char *words,
    enum page_type type, bool bold, dim width)
{
	struct box_maker measuring = *m;
	dim narrow = 0, between;
	struct type_text text;
	struct gathered g;
	size_t lines, then;

	measuring.arena = arena_new();
	measuring.display = display_new(measuring.arena);
	gather_string(&g, &measuring, words, type, bold, 1);
	text = gathered_text(&g);
	lines = count_lines(measuring.arena, &text, width);
	while (lines > 1 && width - narrow > DIM_MM(1)) {
		between = narrow + (width - narrow) / 2;
		then = count_lines(measuring.arena, &text, between);
		if (then > 0 && then <= lines)
			width = between;
		else
			narrow = between;
	}
	arena_free(measuring.arena);
	return width;
}
