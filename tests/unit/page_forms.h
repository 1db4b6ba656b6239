/* SPDX-License-Identifier: MIT */
/*
 * For tests of what is drawn by places: finding tags, lines and circles.
 */
#ifndef TESTS_PAGE_FORMS_H
#define TESTS_PAGE_FORMS_H

#include "base/map.h"
#include "page_fixture.h"

/* Places are claimed in hundredths of a millimetre. */
static inline int64_t
hundredths(dim d)
{
	return (dim_to_um(d) + (d < 0 ? -5 : 5)) / 10;
}

/* Gives the book the tool's words: pairs of key and words, ended by NULL. */
static inline void
forms_words(struct page_fixture *f, const char *const *pairs)
{
	struct map *words = map_new(f->arena);

	for (; pairs[0] != NULL; pairs += 2)
		map_add(words, pairs[0], arena_strdup(f->arena, pairs[1]));
	f->book.words = words;
}

/* Hands a fixture with these words to "claims". */
static inline void
forms_with(struct t_state *t_, const char *const *pairs,
    void (*claims)(struct t_state *, struct page_fixture *))
{
	struct page_fixture f;

	fixture_new(&f);
	forms_words(&f, pairs);
	claims(t_, &f);
	fixture_free(&f);
}

/* The "nth" tag (from 0) of "role", or 0. */
static inline uint32_t
forms_tag(const struct page_fixture *f, enum display_role role, size_t nth)
{
	const struct display *d = f->maker.display;
	size_t i;

	for (i = 1; i < d->tags.len; i++) {
		if (d->tags.items[i].role == role && nth-- == 0)
			return (uint32_t)i;
	}
	return 0;
}

static inline size_t
forms_count(const struct page_fixture *f, enum display_role role)
{
	size_t n = 0;

	while (forms_tag(f, role, n) != 0)
		n++;
	return n;
}

static inline uint32_t
forms_tag_of_id(const struct page_fixture *f, const char *id)
{
	const struct display *d = f->maker.display;
	size_t i;

	for (i = 1; i < d->tags.len; i++) {
		if (d->tags.items[i].id != NULL &&
		    strcmp(d->tags.items[i].id, id) == 0)
			return (uint32_t)i;
	}
	return 0;
}

/* The role of a tag's parent by name; "" for none. */
static inline const char *
forms_parent(const struct page_fixture *f, uint32_t tag)
{
	const struct display *d = f->maker.display;

	if (tag == 0 || d->tags.items[tag].parent == 0)
		return "";
	return display_role_name(
	    d->tags.items[d->tags.items[tag].parent].role);
}

/* The words of a tag and of those below it, items joined by spaces. */
static inline const char *
forms_text(struct page_fixture *f, const struct page_box *box, uint32_t tag)
{
	const struct display *d = f->maker.display;
	const struct display_item *item;
	const char *words = "";
	uint32_t above;
	size_t i;

	for (i = 0; i < box->items.len; i++) {
		item = &box->items.items[i];
		if (item->kind != DISPLAY_GLYPHS)
			continue;
		for (above = item->tag; above > tag; )
			above = d->tags.items[above].parent;
		if (above == tag && tag != 0)
			words = arena_printf(f->arena, "%s%s%s", words,
			    words[0] == '\0' ? "" : "|",
			    fixture_words(f, item));
	}
	return words;
}

/* The "nth" straight line that goes from start to end (or down). */
static inline const struct display_item *
forms_line(const struct page_box *box, bool down, size_t nth)
{
	const struct display_item *item;
	size_t i;

	for (i = 0; i < box->items.len; i++) {
		item = &box->items.items[i];
		if (item->kind == DISPLAY_PATH &&
		    item->u.path.step_count == 2 &&
		    (item->u.path.steps[1].p[0].x == 0) == down && nth-- == 0)
			return item;
	}
	return NULL;
}

/* Of a horizontal or vertical line: how far down or in it stands. */
static inline int64_t
forms_line_place(const struct page_box *box, bool down, size_t nth)
{
	const struct display_item *line = forms_line(box, down, nth);

	if (line == NULL)
		return -1;
	return hundredths(down ? line->u.path.x : line->u.path.y);
}

static inline int64_t
forms_line_length(const struct page_box *box, bool down, size_t nth)
{
	const struct display_item *line = forms_line(box, down, nth);

	if (line == NULL)
		return -1;
	return hundredths(down ? line->u.path.steps[1].p[0].y :
	    line->u.path.steps[1].p[0].x);
}

static inline int64_t
forms_line_width(const struct page_box *box, bool down, size_t nth)
{
	const struct display_item *line = forms_line(box, down, nth);

	return line == NULL ? -1 : hundredths(line->u.path.width);
}

/* The place of a Form or Figure. */
static inline const struct box_area *
forms_area(const struct page_box *box, uint32_t tag)
{
	size_t i;

	for (i = 0; i < box->areas.len; i++) {
		if (box->areas.items[i].tag == tag)
			return &box->areas.items[i];
	}
	return NULL;
}

/* The smallest type in the boxes, in thousandths of a point. */
static inline int64_t
forms_smallest(const struct page_box_list *list)
{
	const struct display_item *item;
	dim smallest = DIM_PT * 1000;
	size_t i, j;

	for (i = 0; i < list->len; i++) {
		for (j = 0; j < list->items[i].items.len; j++) {
			item = &list->items[i].items.items[j];
			if (item->kind == DISPLAY_GLYPHS &&
			    item->u.glyphs.run->size < smallest)
				smallest = item->u.glyphs.run->size;
		}
	}
	return dim_scale(smallest, 1000, DIM_PT);
}

/* The first glyphs of a tag; NULL if it has none. */
static inline const struct display_item *
forms_first_glyphs(const struct page_box *box, uint32_t tag)
{
	size_t i;

	for (i = 0; i < box->items.len; i++) {
		if (box->items.items[i].kind == DISPLAY_GLYPHS &&
		    box->items.items[i].tag == tag)
			return &box->items.items[i];
	}
	return NULL;
}

/* The top of the line that holds a tag's first glyphs. */
static inline int64_t
forms_top(const struct page_fixture *f, const struct page_box *box,
    uint32_t tag, enum page_type type)
{
	const struct display_item *item = forms_first_glyphs(box, tag);

	return item == NULL ? -1 :
	    hundredths(item->u.glyphs.y - page_baseline(&f->style, type));
}

#endif
