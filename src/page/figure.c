/* SPDX-License-Identifier: MIT */
/*
 * Figures with their captions: one box each, never split.
 *
 * A figure that shows something is a Figure with Alt and BBox; one that only
 * decorates is an artifact and its caption an ordinary paragraph.
 */
#include "base/arena.h"
#include "base/messages.h"
#include "doc/book.h"
#include "doc/drawing.h"
#include "doc/picture.h"
#include "page/blocks.h"
#include "page/page_breaks.h"

/* Lines of the grid, with the caption's gap; a photo as wide as the text of A5
 * is not higher. */
#define DRAWING_MOST_LINES 10
#define PICTURE_MOST_LINES 16
/* Lines of a page that a figure leaves to its caption and other text. */
#define LINES_LEFT 6
#define LINES_LEAST 4

/* A picture is never larger than browsers show it: 96 of its pixels are an
 * inch. */
#define SCREEN_PER_INCH 96
/* Dots an inch on paper: below the first they can be seen. */
#define PRINT_LEAST 150
#define PRINT_GOOD 300
#define INCH (72 * DIM_PT)

/* How large a figure would like to be. */
struct figure_size {
	int64_t	width, height;	/* in one unit */
	dim	line;		/* there is no more room across */
	dim	most_width;
	int	most_lines;
};

struct figure_place {
	dim	width, height;	/* of the drawing */
	dim	room;		/* what it takes, so that lines stay level */
};

static struct figure_size
figure_size(const struct doc_node *node, dim width)
{
	const struct drawing *drawing = node->u.image.drawing;
	const struct picture *picture = node->u.image.picture;
	struct figure_size size = { 0, 0, width, width, DRAWING_MOST_LINES };
	dim on_screen;

	if (drawing != NULL) {
		size.width = drawing->width;
		size.height = drawing->height;
	} else if (picture != NULL) {
		size.width = picture->width;
		size.height = picture->height;
		size.most_lines = PICTURE_MOST_LINES;
		on_screen = dim_scale(INCH, picture->width, SCREEN_PER_INCH);
		if (on_screen < width)
			size.most_width = on_screen;
	}
	return size;
}

static int
most_lines(const struct page_style *s, int lines)
{
	dim on_page = (s->height - s->top - s->bottom) / s->grid - LINES_LEFT;

	if (lines > on_page)
		lines = (int)on_page;
	return lines < LINES_LEAST ? LINES_LEAST : lines;
}

/*
 * As wide as the text unless that is too high.  With a caption the room ends
 * half a line off the grid, since the caption stands half a line below it.
 */
static struct figure_place
measure_figure(const struct page_style *s, const struct figure_size *size,
    bool captioned)
{
	dim half = s->grid / 2;
	dim most = most_lines(s, size->most_lines) * s->grid -
	    (captioned ? half : 0);
	struct figure_place p;

	p.width = size->most_width;
	p.height = dim_scale(p.width, size->height, size->width);
	if (p.height > most) {
		p.height = most;
		p.width = dim_scale(most, size->width, size->height);
	}
	if (captioned)
		p.room = dim_round_up(p.height + half - PAGE_TOLERANCE,
		    s->grid) - half;
	else
		p.room = dim_round_up(p.height - PAGE_TOLERANCE, s->grid);
	return p;
}

/* Dots an inch, of the picture's "pixels" on a length. */
static int64_t
per_inch(uint32_t pixels, dim length)
{
	return ((int64_t)pixels * INCH + length / 2) / length;
}

/* Pixels that a length needs. */
static int64_t
pixels_for(dim length, int resolution)
{
	return (length * resolution + INCH - 1) / INCH;
}

/* A picture with more pixels is printed larger until its place is full, so that
 * is what the hint has to fill. */
static void
check_resolution(struct box_maker *m, const struct doc_node *node,
    const struct figure_size *size, const struct figure_place *p,
    bool captioned)
{
	const struct picture *picture = node->u.image.picture;
	struct figure_size full = *size;
	struct figure_place place;
	const char *hint;

	if (per_inch(picture->width, p->width) >= PRINT_LEAST)
		return;
	full.most_width = size->line;
	place = measure_figure(m->style, &full, captioned);
	hint = arena_printf(m->arena, HINT_PICTURE_COARSE,
	    (long long)pixels_for(place.width, PRINT_LEAST),
	    (long long)pixels_for(place.width, PRINT_GOOD));
	diag_say(m->dl, node->at, hint, SAY_PICTURE_COARSE, picture->name,
	    (unsigned long)picture->width,
	    (long long)(dim_to_um(p->width) + 500) / 1000,
	    (long long)per_inch(picture->width, p->width));
}

static void
put_picture(struct box_maker *m, struct page_box *box,
    const struct doc_node *node, const struct figure_place *p, dim x, dim y,
    uint32_t tag)
{
	struct display_item *item;

	item = vec_push(m->arena, &box->items);
	item->kind = DISPLAY_PICTURE;
	item->tag = tag;
	if (tag == 0)
		item->artifact = ARTIFACT_LAYOUT;
	item->u.picture.picture = node->u.image.picture;
	item->u.picture.x = x;
	item->u.picture.y = y;
	item->u.picture.width = p->width;
	item->u.picture.height = p->height;
}

static void
put_drawn(struct box_maker *m, struct page_box *box,
    const struct doc_node *node, const struct figure_size *size, dim x,
    bool captioned, uint32_t parent)
{
	struct figure_place p;
	uint32_t tag;
	dim y;

	p = measure_figure(m->style, size, captioned);
	y = (p.room - p.height) / 2;
	tag = 0;
	if (!node->u.image.decorative) {
		tag = display_tag(m->display, TAG_FIGURE, parent, node->id);
		m->display->tags.items[tag].alt = node->u.image.alt;
		box_mark_area(m, box, tag, x, y, p.width, p.height);
		if (node->id != NULL)
			*vec_push(m->arena, &box->targets) = node->id;
	}
	if (node->u.image.drawing != NULL)
		box_drawing(m, box, node->u.image.drawing, x, y, p.width, tag);
	else
		put_picture(m, box, node, &p, x, y, tag);
	if (node->u.image.picture != NULL)
		check_resolution(m, node, size, &p, captioned);
	box->height = p.room;
}

static void
put_caption(struct box_maker *m, struct page_box *box,
    const struct doc_node *caption, bool decorative, dim x, dim width,
    uint32_t parent)
{
	uint32_t tag;

	tag = display_tag(m->display, decorative ? TAG_P : TAG_CAPTION,
	    parent, caption->id);
	if (box->height > 0)
		box->height += m->style->grid / 2;
	box->height += box_put_inlines(m, box, caption, PAGE_SMALL, false, x,
	    box->height, width, tag);
	if (caption->id != NULL)
		*vec_push(m->arena, &box->targets) = caption->id;
}

void
box_figure(struct box_maker *m, struct page_box_list *list,
    const struct doc_node *node, dim x, dim width, uint32_t parent)
{
	const struct doc_node *caption = node->first;
	const struct figure_size size = figure_size(node, width);
	bool drawn = size.width > 0 && size.height > 0;
	struct page_box *box;

	if (caption != NULL && caption->kind != DOC_CAPTION)
		caption = NULL;
	if (!drawn && caption == NULL)
		return;
	box = box_new(m, list, 0);
	box->at = node->at;
	box->on_grid = true;
	box->kind = BOX_FIGURE;
	box->before = box->after = m->style->grid;
	if (drawn && caption != NULL && !node->u.image.decorative)
		parent = display_tag(m->display, TAG_DIV, parent, NULL);
	if (drawn)
		put_drawn(m, box, node, &size, x, caption != NULL, parent);
	if (caption != NULL)
		put_caption(m, box, caption,
		    !drawn || node->u.image.decorative, x, width, parent);
}
