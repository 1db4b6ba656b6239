/* SPDX-License-Identifier: MIT */
/*
 * A display list with all its lengths in proportion.
 *
 * Comes in: pages laid out for a grid.  Goes out: the same pages for another
 * one; letters, lines, white space and leaves alike.  What items share is
 * copied, since others may hold it too.
 */
#include "page/display.h"

#include "base/arena.h"
#include "type/paragraph.h"

struct scaling {
	struct arena	*arena;
	dim		 to, from;
};

static dim
scaled(const struct scaling *s, dim length)
{
	return dim_scale(length, s->to, s->from);
}

static void
scale_four(const struct scaling *s, dim box[4])
{
	int i;

	for (i = 0; i < 4; i++)
		box[i] = scaled(s, box[i]);
}

static const struct type_run *
scale_run(const struct scaling *s, const struct type_run *run)
{
	struct type_glyph *glyphs;
	struct type_run *copy;
	size_t i;

	copy = ARENA_NEW(s->arena, struct type_run);
	*copy = *run;
	copy->size = scaled(s, run->size);
	copy->x = scaled(s, run->x);
	copy->width = scaled(s, run->width);
	glyphs = ARENA_ARRAY(s->arena, struct type_glyph, run->glyph_count);
	for (i = 0; i < run->glyph_count; i++) {
		glyphs[i] = run->glyphs[i];
		glyphs[i].advance = scaled(s, glyphs[i].advance);
		glyphs[i].x_offset = scaled(s, glyphs[i].x_offset);
		glyphs[i].y_offset = scaled(s, glyphs[i].y_offset);
	}
	copy->glyphs = glyphs;
	return copy;
}

static const struct display_step *
scale_steps(const struct scaling *s, const struct display_step *steps,
    size_t count)
{
	struct display_step *copy;
	size_t i;
	int k;

	copy = ARENA_ARRAY(s->arena, struct display_step, count);
	for (i = 0; i < count; i++) {
		copy[i].verb = steps[i].verb;
		for (k = 0; k < 3; k++) {
			copy[i].p[k].x = scaled(s, steps[i].p[k].x);
			copy[i].p[k].y = scaled(s, steps[i].p[k].y);
		}
	}
	return copy;
}

static const struct display_clip *
scale_clip(const struct scaling *s, const struct display_clip *clip)
{
	const struct display_clip *first = NULL;
	const struct display_clip **link = &first;
	struct display_clip *copy;

	for (; clip != NULL; clip = clip->outer) {
		copy = ARENA_NEW(s->arena, struct display_clip);
		*copy = *clip;
		copy->steps = scale_steps(s, clip->steps, clip->step_count);
		*link = copy;
		link = &copy->outer;
	}
	return first;
}

static const struct display_shading *
scale_shading(const struct scaling *s, const struct display_shading *shading)
{
	struct display_shading *copy;

	if (shading == NULL)
		return NULL;
	copy = ARENA_NEW(s->arena, struct display_shading);
	*copy = *shading;
	copy->origin.x = scaled(s, copy->origin.x);
	copy->origin.y = scaled(s, copy->origin.y);
	copy->along.x = scaled(s, copy->along.x);
	copy->along.y = scaled(s, copy->along.y);
	copy->across.x = scaled(s, copy->across.x);
	copy->across.y = scaled(s, copy->across.y);
	return copy;
}

static void
scale_path(const struct scaling *s, struct display_item *item)
{
	dim *dashes;
	size_t i;

	item->u.path.x = scaled(s, item->u.path.x);
	item->u.path.y = scaled(s, item->u.path.y);
	item->u.path.width = scaled(s, item->u.path.width);
	item->u.path.dash_offset = scaled(s, item->u.path.dash_offset);
	item->u.path.steps = scale_steps(s, item->u.path.steps,
	    item->u.path.step_count);
	item->u.path.clip = scale_clip(s, item->u.path.clip);
	item->u.path.shading = scale_shading(s, item->u.path.shading);
	if (item->u.path.dash_count == 0)
		return;
	dashes = ARENA_ARRAY(s->arena, dim, item->u.path.dash_count);
	for (i = 0; i < item->u.path.dash_count; i++)
		dashes[i] = scaled(s, item->u.path.dashes[i]);
	item->u.path.dashes = dashes;
}

static void
scale_item(const struct scaling *s, struct display_item *item)
{
	switch (item->kind) {
	case DISPLAY_GLYPHS:
		item->u.glyphs.run = scale_run(s, item->u.glyphs.run);
		item->u.glyphs.x = scaled(s, item->u.glyphs.x);
		item->u.glyphs.y = scaled(s, item->u.glyphs.y);
		return;
	case DISPLAY_PATH:
		scale_path(s, item);
		return;
	case DISPLAY_PICTURE:
		item->u.picture.x = scaled(s, item->u.picture.x);
		item->u.picture.y = scaled(s, item->u.picture.y);
		item->u.picture.width = scaled(s, item->u.picture.width);
		item->u.picture.height = scaled(s, item->u.picture.height);
		return;
	case DISPLAY_ANCHOR:
		return;
	}
}

void
display_scale(struct display *d, dim to, dim from)
{
	const struct scaling s = { d->arena, to, from };
	struct display_page *page;
	size_t i, k;

	for (i = 0; i < d->pages.len; i++) {
		page = &d->pages.items[i];
		page->width = scaled(&s, page->width);
		page->height = scaled(&s, page->height);
		for (k = 0; k < page->items.len; k++)
			scale_item(&s, &page->items.items[k]);
	}
	for (i = 0; i < d->tags.len; i++)
		scale_four(&s, d->tags.items[i].box);
	for (i = 0; i < d->links.len; i++)
		scale_four(&s, d->links.items[i].box);
	for (i = 0; i < d->targets.len; i++)
		d->targets.items[i].y = scaled(&s, d->targets.items[i].y);
}
