/* SPDX-License-Identifier: MIT */
/*
 * A wheel of tasks, each with stars to colour.
 *
 * Stars stand in a line from the hub outwards, words between them and the rim.
 * The stars of a part are one Form, described by its words.
 */
#include "base/diag.h"
#include "base/messages.h"
#include "doc/book.h"
#include "page/form.h"

/* Wheels, millimetres. */
#define RADIUS_MOST DIM_MM(75)
#define RADIUS_LEAST DIM_MM(40)
#define RIM_LINE DIM_MM100(35)
#define SPOKE_LINE DIM_MM100(18)
#define HUB DIM_MM(5)
#define STAR DIM_MM10(27)
#define STAR_LINE DIM_MM100(35)
/* Further out where the parts are narrow. */
#define STAR_FIRST DIM_MM(13)
#define STAR_FIRST_NARROW DIM_MM(16)
#define NARROW_PARTS 10
#define STAR_PITCH DIM_MM10(65)
#define WORDS_FROM_RIM DIM_MM(2)
#define WORDS_FROM_STARS DIM_MM(1)
#define LABEL_TO_WHEEL DIM_MM10(15)
#define NOTE_ABOVE DIM_MM10(15)
#define BETWEEN DIM_MM(6)
/* Places that are tried for words, from the rim inwards, and their widths. */
#define PLACE_STEP DIM_MM(1)
#define WORDS_LEAST DIM_MM(10)

struct wheel {
	struct box_maker	*m;
	struct page_box		*box;
	dim			 x, y, radius;	/* of the middle */
	int			 parts, stars;
};

/* As far out as the stars go. */
static dim
stars_end(const struct wheel *w)
{
	dim first = w->parts > NARROW_PARTS ? STAR_FIRST_NARROW : STAR_FIRST;

	return first + (w->stars - 1) * STAR_PITCH + STAR;
}

/* How far "size" reaches beyond the axis at least, if its middle is at "at". */
static dim
nearest(dim at, dim size)
{
	dim away = (at < 0 ? -at : at) - size / 2;

	return away > 0 ? away : 0;
}

/* Do the corners of a box of "width" and "height" round the point lie between
 * the two spokes of part "i", within the rim and clear of the stars? */
static bool
lies_inside(const struct wheel *w, int i, dim px, dim py, dim width,
    dim height)
{
	dim from[2], to[2], x, y, rim = w->radius - WORDS_FROM_RIM;
	dim inner = stars_end(w) + WORDS_FROM_STARS;
	int c;

	x = nearest(px, width);
	y = nearest(py, height);
	if (x * x + y * y < inner * inner)
		return false;
	dim_turn(DIM_MM(10), i, w->parts, &from[0], &from[1]);
	dim_turn(DIM_MM(10), i + 1, w->parts, &to[0], &to[1]);
	for (c = 0; c < 4; c++) {
		x = px + (c % 2 == 0 ? -width : width) / 2;
		y = py + (c < 2 ? -height : height) / 2;
		if (x * x + y * y > rim * rim)
			return false;
		/* Clockwise of the one spoke, not of the other. */
		if (from[0] * y - from[1] * x < 0 ||
		    to[0] * y - to[1] * x > 0)
			return false;
	}
	return true;
}

/* The middle of the places where a box of that size lies inside the part;
 * false if there is none. */
static bool
find_place(const struct wheel *w, int i, dim width, dim height, dim *px,
    dim *py)
{
	dim at, outermost = 0, innermost = 0;

	for (at = w->radius; at > HUB; at -= PLACE_STEP) {
		dim_turn(at, 2 * i + 1, 2 * w->parts, px, py);
		if (!lies_inside(w, i, *px, *py, width, height))
			continue;
		innermost = at;
		if (outermost == 0)
			outermost = at;
	}
	if (outermost == 0)
		return false;
	dim_turn((outermost + innermost) / 2, 2 * i + 1, 2 * w->parts, px,
	    py);
	return true;
}

/* Words in one line, or in more where they do not fit.  Their middle is on the
 * line between the spokes. */
static void
put_words(struct wheel *w, const struct doc_node *part, int i, uint32_t tag)
{
	const struct page_style *s = w->m->style;
	dim px, py, width, height, widest, middle;
	struct page_box words;

	for (width = w->radius; width >= WORDS_LEAST; width = width * 4 / 5) {
		words = (struct page_box){ 0 };
		if (!form_try_centred(w->m, &words, part, false, width, tag,
		    &height, &widest))
			break;
		/* The leading is half white. */
		if (!find_place(w, i, widest + DIM_MM(1),
		    height - s->types[PAGE_BODY].size / 3, &px, &py))
			continue;
		box_move_into(w->m, w->box, &words, w->x + px,
		    w->y + py - height / 2);
		return;
	}
	diag_say(w->m->dl, part->at, NULL, SAY_WHEEL_WORDS_LONG);
	middle = w->radius * 3 / 4;
	dim_turn(middle, 2 * i + 1, 2 * w->parts, &px, &py);
	words = (struct page_box){ 0 };
	height = box_put_centred(w->m, &words, part, PAGE_BODY, false, 0, 0,
	    w->radius / 2, tag, &widest);
	box_move_into(w->m, w->box, &words, w->x + px,
	    w->y + py - height / 2);
}

static void
put_stars(struct wheel *w, const struct doc_node *part, int i,
    uint32_t parent)
{
	dim px, py, at, first[2] = { 0, 0 };
	const char *words = form_words(w->m, part);
	uint32_t tag;
	int star;

	tag = form_tag(w->m, parent, NULL, FIELD_RADIO, words == NULL ? "" :
	    words, NULL);
	px = py = 0;
	at = stars_end(w) - STAR - (w->stars - 1) * STAR_PITCH;
	for (star = 0; star < w->stars; star++) {
		dim_turn(at + star * STAR_PITCH, 2 * i + 1, 2 * w->parts, &px,
		    &py);
		if (star == 0) {
			first[0] = px;
			first[1] = py;
		}
		box_star(w->m, w->box, w->x + px, w->y + py, STAR, STAR_LINE,
		    COLOUR_BLACK, tag);
	}
	box_mark_area(w->m, w->box, tag,
	    w->x + (first[0] < px ? first[0] : px) - STAR,
	    w->y + (first[1] < py ? first[1] : py) - STAR,
	    (first[0] < px ? px - first[0] : first[0] - px) + 2 * STAR,
	    (first[1] < py ? py - first[1] : first[1] - py) + 2 * STAR);
}

static void
put_part(struct wheel *w, const struct doc_node *part, int i, uint32_t list)
{
	dim fx, fy, tx, ty;
	uint32_t item, tag;

	dim_turn(HUB, i, w->parts, &fx, &fy);
	dim_turn(w->radius - RIM_LINE, i, w->parts, &tx, &ty);
	box_line(w->m, w->box, w->x + fx, w->y + fy, w->x + tx, w->y + ty,
	    SPOKE_LINE, COLOUR_BLACK, 0);
	item = display_tag(w->m->display, TAG_LI, list, NULL);
	tag = display_tag(w->m->display, TAG_LBL, item, NULL);
	put_stars(w, part, i, tag);
	tag = display_tag(w->m->display, TAG_LBODY, item, part->id);
	form_target(w->m, w->box, part->id);
	put_words(w, part, i, tag);
}

static dim
put_note(struct wheel *w, const struct doc_node *node, dim x, dim y,
    dim width, uint32_t parent)
{
	uint32_t tag;

	if (node->u.wheel.note == NULL)
		return 0;
	tag = display_tag(w->m->display, TAG_P, parent, node->id);
	form_target(w->m, w->box, node->id);
	return NOTE_ABOVE + box_put_words(w->m, w->box, node->u.wheel.note,
	    PAGE_SMALL, false, x, y + NOTE_ABOVE, width, tag, ARTIFACT_NONE);
}

void
box_wheel(struct box_maker *m, struct page_box_list *list,
    const struct doc_node *node, dim x, dim width, uint32_t parent)
{
	struct wheel w = { .m = m, .stars = node->u.wheel.stars };
	const struct doc_node *first, *part;
	uint32_t tag;
	dim y;
	int i;

	w.box = box_new(m, list, 0);
	w.box->at = node->at;
	w.box->after = BETWEEN;
	y = form_label(m, w.box, node, TAG_P, x, width, parent, &first);
	if (y > 0)
		y += LABEL_TO_WHEEL;
	w.radius = width / 2 < RADIUS_MOST ? width / 2 : RADIUS_MOST;
	if (w.radius < RADIUS_LEAST)
		w.radius = RADIUS_LEAST;
	w.x = x + width / 2;
	w.y = y + w.radius;
	for (part = first; part != NULL; part = part->next)
		w.parts++;
	box_circle(m, w.box, w.x, w.y, w.radius - RIM_LINE / 2, RIM_LINE,
	    COLOUR_BLACK, false, 0);
	box_circle(m, w.box, w.x, w.y, HUB, SPOKE_LINE, COLOUR_BLACK, false,
	    0);
	tag = display_tag(m->display, TAG_L, parent, NULL);
	for (i = 0, part = first; part != NULL; part = part->next)
		put_part(&w, part, i++, tag);
	y += 2 * w.radius;
	w.box->height = y + put_note(&w, node, x, y, width, parent);
}
