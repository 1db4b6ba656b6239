/* SPDX-License-Identifier: MIT */
/*
 * Boxes: making them, and moving one into another.
 */
#include "page/box.h"

#include "base/arena.h"
#include "type/paragraph.h"

struct page_box *
box_new(struct box_maker *m, struct page_box_list *list, dim height)
{
	struct page_box *box;

	box = vec_push(m->arena, list);
	box->height = height;
	return box;
}

void
box_anchor(struct box_maker *m, struct page_box *box, uint32_t tag)
{
	struct display_item *item;

	item = vec_push(m->arena, &box->items);
	item->kind = DISPLAY_ANCHOR;
	item->tag = tag;
}

static void
move_by(dim box[4], dim x, dim y)
{
	box[0] += x;
	box[1] += y;
	box[2] += x;
	box[3] += y;
}

void
box_mark_area(struct box_maker *m, struct page_box *box, uint32_t tag, dim x,
    dim y, dim width, dim height)
{
	struct box_area *area;

	area = vec_push(m->arena, &box->areas);
	area->tag = tag;
	area->box[2] = width;
	area->box[3] = height;
	move_by(area->box, x, y);
}

/* A path's steps with every x negated, in new memory: steps are shared. */
static const struct display_step *
mirrored_steps(struct box_maker *m, const struct display_step *steps,
    size_t count)
{
	struct display_step *mirrored;
	size_t i;
	int j;

	mirrored = ARENA_ARRAY(m->arena, struct display_step, count);
	for (i = 0; i < count; i++) {
		mirrored[i] = steps[i];
		for (j = 0; j < 3; j++)
			mirrored[i].p[j].x = -steps[i].p[j].x;
	}
	return mirrored;
}

/* Clips are nested no deeper than the drawing's elements. */
static const struct display_clip *
mirrored_clip(struct box_maker *m, const struct display_clip *clip)
{
	const struct display_clip *mirrored = NULL;
	struct display_clip *copy, *last = NULL;

	for (; clip != NULL; clip = clip->outer) {
		copy = ARENA_NEW(m->arena, struct display_clip);
		*copy = *clip;
		copy->steps = mirrored_steps(m, clip->steps,
		    clip->step_count);
		if (last == NULL)
			mirrored = copy;
		else
			last->outer = copy;
		last = copy;
	}
	return mirrored;
}

static const struct display_shading *
mirrored_shading(struct box_maker *m, const struct display_shading *shading)
{
	struct display_shading *copy;

	if (shading == NULL)
		return NULL;
	copy = ARENA_NEW(m->arena, struct display_shading);
	*copy = *shading;
	copy->origin.x = -shading->origin.x;
	copy->along.x = -shading->along.x;
	copy->across.x = -shading->across.x;
	return copy;
}

void
box_mirror_items(struct box_maker *m, struct page_box *box, size_t first,
    dim axis)
{
	struct display_item *item;
	size_t i;

	for (i = first; i < box->items.len; i++) {
		item = &box->items.items[i];
		switch (item->kind) {
		case DISPLAY_GLYPHS:
			item->u.glyphs.x = 2 * axis - item->u.glyphs.x -
			    item->u.glyphs.run->width;
			break;
		case DISPLAY_PATH:
			item->u.path.steps = mirrored_steps(m,
			    item->u.path.steps, item->u.path.step_count);
			item->u.path.clip = mirrored_clip(m,
			    item->u.path.clip);
			item->u.path.shading = mirrored_shading(m,
			    item->u.path.shading);
			item->u.path.x = 2 * axis - item->u.path.x;
			break;
		/* Moved, and the right way round. */
		case DISPLAY_PICTURE:
			item->u.picture.x = 2 * axis - item->u.picture.x -
			    item->u.picture.width;
			break;
		case DISPLAY_ANCHOR:
			break;
		}
	}
}

static void
move_item(struct display_item *item, dim x, dim y)
{
	switch (item->kind) {
	case DISPLAY_GLYPHS:
		item->u.glyphs.x += x;
		item->u.glyphs.y += y;
		return;
	case DISPLAY_PATH:
		item->u.path.x += x;
		item->u.path.y += y;
		return;
	case DISPLAY_PICTURE:
		item->u.picture.x += x;
		item->u.picture.y += y;
		return;
	case DISPLAY_ANCHOR:
		return;
	}
}

void
box_move_into(struct box_maker *m, struct page_box *into,
    const struct page_box *from, dim x, dim y)
{
	struct display_item *item;
	struct display_link *link;
	struct box_area *area;
	size_t i;

	for (i = 0; i < from->items.len; i++) {
		item = vec_push(m->arena, &into->items);
		*item = from->items.items[i];
		move_item(item, x, y);
	}
	for (i = 0; i < from->links.len; i++) {
		link = vec_push(m->arena, &into->links);
		*link = from->links.items[i];
		move_by(link->box, x, y);
	}
	for (i = 0; i < from->areas.len; i++) {
		area = vec_push(m->arena, &into->areas);
		*area = from->areas.items[i];
		move_by(area->box, x, y);
	}
	for (i = 0; i < from->targets.len; i++)
		*vec_push(m->arena, &into->targets) = from->targets.items[i];
	for (i = 0; i < from->references.len; i++)
		*vec_push(m->arena, &into->references) =
		    from->references.items[i];
}

static dim
larger(dim a, dim b)
{
	return a > b ? a : b;
}

dim
box_stack(struct box_maker *m, struct page_box *into,
    const struct page_box_list *from, dim x, dim y)
{
	dim top = y;
	size_t i;

	for (i = 0; i < from->len; i++) {
		if (i > 0)
			y += larger(from->items[i - 1].after,
			    from->items[i].before);
		box_move_into(m, into, &from->items[i], x, y);
		y += from->items[i].height;
	}
	return y - top;
}
