/* SPDX-License-Identifier: MIT */
/*
 * Rings round each other to write names in.
 *
 * Each ring's name stands at its top, inside; the circle is the content of the
 * ring's Form.
 */
#include "base/diag.h"
#include "base/messages.h"
#include "doc/book.h"
#include "page/form.h"
#include "page/page_breaks.h"

/* Rings, millimetres: room for a line of names between two circles. */
#define BAND DIM_MM(15)
#define CIRCLE_LINE DIM_MM100(35)
#define LABEL_TO_RINGS DIM_MM10(15)
/* From the circle to the top of a name's letters, and to its sides. */
#define INSIDE DIM_MM10(12)
#define BETWEEN DIM_MM(6)
#define NAME_STEP DIM_MM10(5)

static int
ring_count(const struct doc_node *ring)
{
	int count;

	for (count = 0; ring != NULL; ring = ring->next)
		count++;
	return count;
}

/* How wide a circle of "radius" is "depth" below its top. */
static dim
chord(dim radius, dim depth)
{
	if (depth <= 0)
		return 0;
	if (depth > radius)
		depth = radius;
	return 2 * dim_root(2 * radius * depth - depth * depth);
}

/* The space above the letters in a line. */
static dim
above_letters(const struct page_style *s)
{
	return page_baseline(s, PAGE_BODY) -
	    dim_scale(s->types[PAGE_BODY].size, 725, 1000);
}

/*
 * The name as high in the ring as it fits in one line, in two where there is
 * no such place.  It has to end "end" below the ring's top.
 */
static void
put_name(struct box_maker *m, struct page_box *box,
    const struct doc_node *name, dim centre, dim top, dim radius, dim end,
    uint32_t tag)
{
	struct page_box measured;
	dim leading = m->style->types[PAGE_BODY].leading;
	dim depth, deepest, room, widest, letters = above_letters(m->style);
	dim height;
	int lines;

	for (lines = 1; lines <= 2; lines++) {
		deepest = end - lines * leading;
		for (depth = INSIDE; depth <= deepest;
		    depth += NAME_STEP) {
			room = chord(radius, depth + letters - INSIDE) -
			    INSIDE;
			measured = (struct page_box){ 0 };
			if (room < BAND / 2)
				continue;
			if (form_try_centred(m, &measured, name, true, room,
			    tag, &height, &widest) &&
			    height <= lines * leading) {
				box_put_centred(m, box, name, PAGE_BODY, true,
				    centre, top + depth, room, tag, &widest);
				return;
			}
		}
	}
	diag_say(m->dl, name->at, NULL, SAY_RING_NAME_LONG);
	box_put_centred(m, box, name, PAGE_BODY, true, centre, top + INSIDE,
	    2 * radius, tag, &widest);
}

static void
put_ring(struct box_maker *m, struct page_box *box,
    const struct doc_node *ring, dim centre, dim middle, dim radius, dim band,
    uint32_t parent)
{
	dim leading = m->style->types[PAGE_BODY].leading;
	bool inner = ring->prev == NULL || ring->prev->kind == DOC_LABEL;
	uint32_t tag;

	tag = display_tag(m->display, TAG_P, parent, ring->first->id);
	form_target(m, box, ring->first->id);
	put_name(m, box, ring->first, centre, middle - radius, radius,
	    inner ? radius + leading : band, tag);
	tag = form_answer_tag(m, ring, parent);
	form_target(m, box, ring->id);
	box_circle(m, box, centre, middle, radius - CIRCLE_LINE / 2,
	    CIRCLE_LINE, COLOUR_BLACK, false, tag);
	box_mark_area(m, box, tag, centre - radius, middle - radius,
	    2 * radius, 2 * radius);
}

void
box_rings(struct box_maker *m, struct page_box_list *list,
    const struct doc_node *node, dim x, dim width, uint32_t parent)
{
	const struct doc_node *ring;
	struct page_box *box;
	dim y, radius, band;
	int i, count;

	box = box_new(m, list, 0);
	box->at = node->at;
	box->after = BETWEEN;
	y = form_label(m, box, node, TAG_P, x, width, parent, &ring);
	if (y > 0)
		y += LABEL_TO_RINGS;
	count = ring_count(ring);
	radius = count * BAND;
	if (radius > width / 2)
		radius = width / 2;
	band = radius / (count > 0 ? count : 1);
	for (i = 1; ring != NULL; i++) {
		put_ring(m, box, ring, x + width / 2, y + radius, i * band,
		    band, parent);
		ring = ring->next;
	}
	box->height = y + 2 * radius;
}
