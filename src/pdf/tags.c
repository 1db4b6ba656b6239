/* SPDX-License-Identifier: MIT */
/*
 * Structure elements from tags.
 *
 * A tag's children are its marks and child tags in the order in which they
 * first occur; found in one walk over all items.  Tags that never occur are
 * left out.
 */
#include "pdf/tags.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "pdf/content.h"
#include "pdf/obj.h"
#include "pdf/syntax.h"
#include "pdf/tree.h"

enum kid_kind { KID_TAG, KID_MARK, KID_ANNOTATION };

struct kid {
	enum kid_kind	 kind;
	uint32_t	 number;	/* tag, MCID, or annotation's object */
	uint32_t	 page_object;	/* of a mark or annotation */
};

struct element {
	bool		 occurs;
	VEC(struct kid)	 kids;
};

struct tag_walk {
	struct pdf_output	*out;
	struct element		*elements;	/* by tag */
	const struct display	*display;
};

/* Links "tag" and those above it that have not occurred yet. */
static void
occur(struct tag_walk *w, uint32_t tag)
{
	struct element *parent;
	struct kid *kid;
	uint32_t above;

	while (!w->elements[tag].occurs) {
		w->elements[tag].occurs = true;
		above = w->display->tags.items[tag].parent;
		if (above == 0)
			return;
		if (above >= w->display->tags.len || above == tag)
			BUG("tag %u is below tag %u", (unsigned)tag,
			    (unsigned)above);
		parent = &w->elements[above];
		kid = vec_push(w->out->arena, &parent->kids);
		kid->kind = KID_TAG;
		kid->number = tag;
		tag = above;
	}
}

static void
collect_page(struct tag_walk *w, size_t index)
{
	const struct display_page *page = &w->display->pages.items[index];
	const struct content_page *content = &w->out->content->pages[index];
	const struct content_mark *mark;
	struct kid *kid;
	size_t i, next;

	next = 0;
	for (i = 0; i < page->items.len; i++) {
		if (page->items.items[i].tag != 0)
			occur(w, page->items.items[i].tag);
		if (next == content->marks.len ||
		    content->marks.items[next].first != i)
			continue;
		mark = &content->marks.items[next++];
		if (mark->tag == 0)
			continue;
		kid = vec_push(w->out->arena, &w->elements[mark->tag].kids);
		kid->kind = KID_MARK;
		kid->number = mark->id;
		kid->page_object = w->out->places[index].page_object;
	}
}

static void
collect_links(struct tag_walk *w)
{
	const struct display_link *link;
	struct kid *kid;
	size_t i;

	for (i = 0; i < w->display->links.len; i++) {
		link = &w->display->links.items[i];
		if (link->tag == 0 || link->tag >= w->display->tags.len ||
		    w->display->tags.items[link->tag].role != TAG_LINK)
			BUG("link %zu has no Link tag", i);
		occur(w, link->tag);
		kid = vec_push(w->out->arena, &w->elements[link->tag].kids);
		kid->kind = KID_ANNOTATION;
		kid->number = w->out->annotations[i];
		kid->page_object = w->out->places[link->page].page_object;
	}
}

/* The children as the value of /K; "own_page" is the element's /Pg. */
static void
put_kids(struct pdf_output *out, struct buf *b, const struct element *element,
    uint32_t own_page)
{
	const struct kid *kid;
	size_t i;

	buf_puts(b, "/K[");
	for (i = 0; i < element->kids.len; i++) {
		kid = &element->kids.items[i];
		if (i > 0)
			buf_putc(b, ' ');
		switch (kid->kind) {
		case KID_TAG:
			syntax_ref(b, out->elements[kid->number]);
			break;
		case KID_MARK:
			if (kid->page_object == own_page) {
				syntax_int(b, kid->number);
				break;
			}
			buf_puts(b, "<</Type/MCR/Pg ");
			syntax_ref(b, kid->page_object);
			buf_printf(b, "/MCID %u>>", (unsigned)kid->number);
			break;
		case KID_ANNOTATION:
			buf_puts(b, "<</Type/OBJR/Pg ");
			syntax_ref(b, kid->page_object);
			buf_puts(b, "/Obj ");
			syntax_ref(b, kid->number);
			buf_puts(b, ">>");
			break;
		}
	}
	buf_putc(b, ']');
}

static void
put_list_attributes(struct buf *b, const struct display_tag *tag)
{
	if (tag->role != TAG_L)
		return;
	switch (tag->numbering) {
	case NUMBERING_NONE:
		return;
	case NUMBERING_DISC:
		buf_puts(b, "<</O/List/ListNumbering/Disc>>");
		return;
	case NUMBERING_DECIMAL:
		buf_puts(b, "<</O/List/ListNumbering/Decimal>>");
		return;
	}
}

static void
put_table_attributes(struct buf *b, const struct display_tag *tag)
{
	if ((tag->role != TAG_TH || tag->scope == SCOPE_NONE) &&
	    tag->column_span <= 1)
		return;
	buf_puts(b, "<</O/Table");
	if (tag->role == TAG_TH && tag->scope == SCOPE_COLUMN)
		buf_puts(b, "/Scope/Column");
	if (tag->role == TAG_TH && tag->scope == SCOPE_ROW)
		buf_puts(b, "/Scope/Row");
	if (tag->column_span > 1)
		buf_printf(b, "/ColSpan %d", tag->column_span);
	buf_puts(b, ">>");
}

/* Table 348: what a reader says of a field that is drawn, not interactive. */
static void
put_field_attributes(struct buf *b, const struct display_tag *tag)
{
	switch (tag->field) {
	case FIELD_NONE:
		return;
	case FIELD_TEXT:
		buf_puts(b, "<</O/PrintField/Role/tv");
		break;
	case FIELD_CHECK:
		buf_puts(b, "<</O/PrintField/Role/cb/checked");
		buf_puts(b, tag->checked ? "/on" : "/off");
		break;
	case FIELD_RADIO:
		buf_puts(b, "<</O/PrintField/Role/rb/checked/off");
		break;
	}
	if (tag->field_name != NULL) {
		buf_puts(b, "/Desc ");
		syntax_text(b, tag->field_name);
	}
	buf_puts(b, ">>");
}

static void
put_figure_attributes(struct pdf_output *out, struct buf *b,
    const struct display_tag *tag)
{
	dim rectangle[4];

	if (tag->role != TAG_FIGURE)
		return;
	if (tag->page >= out->content->display->pages.len)
		BUG("a figure on page %zu", tag->page + 1);
	content_place_box(&out->places[tag->page], tag->box, rectangle);
	buf_puts(b, "<</O/Layout/Placement/Block/BBox");
	syntax_box(b, rectangle);
	buf_puts(b, ">>");
}

/* Table 344. */
static void
put_text_attributes(struct buf *b, const struct display_tag *tag)
{
	if (tag->struck)
		buf_puts(b, "<</O/Layout/TextDecorationType/LineThrough>>");
}

static void
put_attributes(struct pdf_output *out, struct buf *b,
    const struct display_tag *tag)
{
	struct buf all;

	buf_init(&all);
	put_list_attributes(&all, tag);
	put_table_attributes(&all, tag);
	put_field_attributes(&all, tag);
	put_figure_attributes(out, &all, tag);
	put_text_attributes(&all, tag);
	if (all.len > 0) {
		buf_puts(b, "/A[");
		buf_put(b, all.data, all.len);
		buf_putc(b, ']');
	}
	buf_release(&all);
}

static void
put_text_entry(struct buf *b, const char *key, const char *text)
{
	if (text == NULL)
		return;
	buf_puts(b, key);
	syntax_text(b, text);
}

/* ISO 32000-1, table 323. */
static void
write_element(struct tag_walk *w, uint32_t index, uint32_t above)
{
	const struct display_tag *tag = &w->display->tags.items[index];
	const struct element *element = &w->elements[index];
	struct pdf_output *out = w->out;
	uint32_t page;
	struct buf b;
	size_t i;

	buf_init(&b);
	buf_printf(&b, "/Type/StructElem/S/%s/P ",
	    display_role_name(tag->role));
	syntax_ref(&b, above);
	page = 0;
	for (i = 0; i < element->kids.len && page == 0; i++)
		if (element->kids.items[i].kind == KID_MARK)
			page = element->kids.items[i].page_object;
	if (page != 0) {
		buf_puts(&b, "/Pg ");
		syntax_ref(&b, page);
	}
	if (tag->id != NULL) {
		buf_puts(&b, "/ID ");
		syntax_name_bytes(&b, tag->id);
	}
	put_text_entry(&b, "/Lang ", tag->lang);
	put_text_entry(&b, "/Alt ", tag->alt);
	put_text_entry(&b, "/T ", tag->title);
	put_text_entry(&b, "/E ", tag->expansion);
	put_attributes(out, &b, tag);
	if (element->kids.len > 0)
		put_kids(out, &b, element, page);
	obj_set(out->file, out->elements[index], &b);
	buf_release(&b);
}

/* For each page of the file the elements of its marks by MCID. */
static void
page_parents(struct pdf_output *out, struct tree_pair *pairs)
{
	const struct content_page *content;
	const struct content_mark *mark;
	uint32_t **owners;
	uint32_t *counts, end;
	struct buf b;
	size_t i, k, at;

	owners = ARENA_ARRAY(out->arena, uint32_t *, out->page_count);
	counts = ARENA_ARRAY(out->arena, uint32_t, out->page_count);
	for (i = 0; i < out->content->display->pages.len; i++) {
		content = &out->content->pages[i];
		end = content->mark_base + content->mark_count;
		at = out->places[i].page_index;
		if (counts[at] < end)
			counts[at] = end;
	}
	for (i = 0; i < out->page_count; i++)
		owners[i] = ARENA_ARRAY(out->arena, uint32_t, counts[i]);
	for (i = 0; i < out->content->display->pages.len; i++) {
		content = &out->content->pages[i];
		at = out->places[i].page_index;
		for (k = 0; k < content->marks.len; k++) {
			mark = &content->marks.items[k];
			if (mark->tag == 0)
				continue;
			if (owners[at][mark->id] != 0)
				BUG("mark %u twice on page %zu of the file",
				    (unsigned)mark->id, at + 1);
			owners[at][mark->id] = out->elements[mark->tag];
		}
	}
	buf_init(&b);
	for (i = 0; i < out->page_count; i++) {
		buf_clear(&b);
		buf_putc(&b, '[');
		for (k = 0; k < counts[i]; k++) {
			if (k > 0)
				buf_putc(&b, ' ');
			if (owners[i][k] == 0)
				buf_puts(&b, "null");
			else
				syntax_ref(&b, owners[i][k]);
		}
		buf_putc(&b, ']');
		pairs[i].number = (int64_t)i;
		pairs[i].value = arena_strndup(out->arena, b.data, b.len);
	}
	buf_release(&b);
}

static uint32_t
write_parents(struct pdf_output *out)
{
	const struct display *display = out->content->display;
	struct tree_pair *pairs;
	size_t i, count;

	count = out->page_count + display->links.len;
	pairs = ARENA_ARRAY(out->arena, struct tree_pair, count);
	page_parents(out, pairs);
	for (i = 0; i < display->links.len; i++) {
		pairs[out->page_count + i].number = tags_link_key(out, i);
		pairs[out->page_count + i].value = arena_printf(out->arena,
		    "%u 0 R", (unsigned)
		    out->elements[display->links.items[i].tag]);
	}
	return tree_of_numbers(out->file, pairs, count);
}

static int
compare_names(const void *a, const void *b)
{
	const struct tree_pair *x = a, *y = b;

	return strcmp(x->name, y->name);
}

static uint32_t
write_ids(struct pdf_output *out)
{
	const struct display *display = out->content->display;
	struct tree_pair *pairs;
	size_t i, count;

	pairs = ARENA_ARRAY(out->arena, struct tree_pair, display->tags.len);
	count = 0;
	for (i = 1; i < display->tags.len; i++) {
		if (display->tags.items[i].id == NULL || out->elements[i] == 0)
			continue;
		pairs[count].name = display->tags.items[i].id;
		pairs[count].value = arena_printf(out->arena, "%u 0 R",
		    (unsigned)out->elements[i]);
		count++;
	}
	qsort(pairs, count, sizeof(*pairs), compare_names);
	for (i = 1; i < count; i++)
		if (strcmp(pairs[i - 1].name, pairs[i].name) == 0)
			BUG("two tags have the id \"%s\"", pairs[i].name);
	return tree_of_names(out->file, pairs, count);
}

uint32_t
tags_link_key(const struct pdf_output *out, size_t link)
{
	return (uint32_t)(out->page_count + link);
}

uint32_t
tags_write(struct pdf_output *out)
{
	const struct display *display = out->content->display;
	uint32_t root, parents, ids, above;
	struct tag_walk w;
	struct buf b;
	size_t i;

	w.out = out;
	w.display = display;
	w.elements = ARENA_ARRAY(out->arena, struct element,
	    display->tags.len);
	out->elements = ARENA_ARRAY(out->arena, uint32_t, display->tags.len);
	occur(&w, 1);
	for (i = 0; i < display->pages.len; i++)
		collect_page(&w, i);
	collect_links(&w);

	root = obj_reserve(out->file);
	for (i = 1; i < display->tags.len; i++)
		if (w.elements[i].occurs)
			out->elements[i] = obj_reserve(out->file);
	for (i = 1; i < display->tags.len; i++) {
		if (!w.elements[i].occurs)
			continue;
		above = display->tags.items[i].parent;
		write_element(&w, (uint32_t)i,
		    above == 0 ? root : out->elements[above]);
	}
	parents = write_parents(out);
	ids = write_ids(out);
	buf_init(&b);
	buf_puts(&b, "/Type/StructTreeRoot/K[");
	syntax_ref(&b, out->elements[1]);
	buf_puts(&b, "]/ParentTree ");
	syntax_ref(&b, parents);
	buf_printf(&b, "/ParentTreeNextKey %u/IDTree ",
	    (unsigned)tags_link_key(out, display->links.len));
	syntax_ref(&b, ids);
	obj_set(out->file, root, &b);
	buf_release(&b);
	return root;
}
