/* SPDX-License-Identifier: MIT */
/*
 * One line of text becomes items of a box: runs in the order of reading, the
 * areas of links, strokes through struck words, the notes that it refers to.
 *
 * Comes in: a line as type/ set it.  Knows no paragraphs.
 */
#include "page/box_line.h"

#include <string.h>

#include "doc/book.h"
#include "type/paragraph.h"

#define STRIKE_LINE DIM_MM100(30)

/* Where a run's text begins. */
static uint32_t
run_start(const struct type_run *run)
{
	uint32_t start;
	size_t i;

	start = UINT32_MAX;
	for (i = 0; i < run->glyph_count; i++) {
		if (run->glyphs[i].text_len > 0 &&
		    run->glyphs[i].text_start < start)
			start = run->glyphs[i].text_start;
	}
	return start;
}

/* Is "tag" the tag of "link", or below it? */
static bool
is_within(const struct display *d, uint32_t tag, uint32_t link)
{
	while (tag > link)
		tag = d->tags.items[tag].parent;
	return tag == link;
}

/* From where to where on the line the words of "tag" stand, from the line's
 * start edge and without the space at its end; false if none do. */
static bool
words_extent(const struct box_maker *m, const struct type_line *line,
    uint32_t tag, dim *from, dim *to)
{
	const struct type_run *run;
	dim left = line->width, right = 0;
	size_t i;

	for (i = 0; i < line->run_count; i++) {
		run = &line->runs[i];
		if (!is_within(m->display, run->tag, tag))
			continue;
		if (run->x < left)
			left = run->x < 0 ? 0 : run->x;
		if (run->x + run->width > right)
			right = run->x + run->width;
	}
	if (right > line->width)
		right = line->width;
	*from = m->book->right_to_left ? line->width - right : left;
	*to = m->book->right_to_left ? line->width - left : right;
	return left < right;
}

/* The box asks for the note; from there a link leads back to the box. */
static void
put_reference(struct box_maker *m, struct page_box *box,
    const struct doc_node *reference)
{
	*vec_push(m->arena, &box->references) = reference;
	if (reference->id != NULL)
		*vec_push(m->arena, &box->targets) = reference->id;
}

static void
put_link(struct box_maker *m, struct page_box *box,
    const struct line_link *link, const dim area[4])
{
	struct display_link *made;

	made = vec_push(m->arena, &box->links);
	made->tag = link->tag;
	made->uri = link->uri;
	made->target = link->target;
	made->description = link->description;
	made->node = link->node;
	memcpy(made->box, area, sizeof(made->box));
	if (link->node->kind == DOC_FOOTNOTE_REFERENCE)
		put_reference(m, box, link->node);
}

/* Strokes go through the middle of small letters. */
static void
put_marks(struct box_maker *m, struct page_box *box, enum page_type type,
    const struct type_line *line, const struct line_marks *marks, dim x,
    dim top)
{
	const struct page_type_size *size = &m->style->types[type];
	dim y = top + page_baseline(m->style, type) - size->size / 4;
	dim from, to;
	size_t i;

	for (i = 0; i < marks->strikes.len; i++)
		if (words_extent(m, line, marks->strikes.items[i], &from, &to))
			box_line(m, box, x + from, y, x + to, y, STRIKE_LINE,
			    m->ink, 0);
	for (i = 0; i < marks->links.len; i++)
		if (words_extent(m, line, marks->links.items[i].tag, &from,
		    &to))
			put_link(m, box, &marks->links.items[i], (dim[4]){
			    x + from, top, x + to, top + size->leading });
}

/* Runs stand from left to right; items in the order of reading. */
static void
put_runs(struct box_maker *m, struct page_box *box,
    const struct type_line *line, dim x, dim baseline,
    enum display_artifact artifact)
{
	struct display_item *item, moved;
	size_t first, i, j;

	first = box->items.len;
	for (i = 0; i < line->run_count; i++) {
		const struct type_run *run = &line->runs[i];

		item = vec_push(m->arena, &box->items);
		item->kind = DISPLAY_GLYPHS;
		item->tag = run->tag;
		if (run->tag == 0)
			item->artifact = artifact;
		item->u.glyphs.run = run;
		item->u.glyphs.x = x + (m->book->right_to_left ?
		    line->width - run->x - run->width : run->x);
		item->u.glyphs.y = baseline;
		item->u.glyphs.colour = run->colour;
	}
	for (i = first + 1; i < box->items.len; i++) {
		moved = box->items.items[i];
		for (j = i; j > first &&
		    run_start(box->items.items[j - 1].u.glyphs.run) >
		    run_start(moved.u.glyphs.run); j--)
			box->items.items[j] = box->items.items[j - 1];
		box->items.items[j] = moved;
	}
}

void
box_put_line(struct box_maker *m, struct page_box *box, enum page_type type,
    const struct type_line *line, const struct line_marks *marks, dim x,
    dim top, enum display_artifact artifact)
{
	put_runs(m, box, line, x, top + page_baseline(m->style, type),
	    artifact);
	put_marks(m, box, type, line, marks, x, top);
}
