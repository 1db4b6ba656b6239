/* SPDX-License-Identifier: MIT */
/*
 * Comes in: a drawing.  Goes out: the same seen in a mirror, left for right, with
 * its words the right way round: what runs from left to right in one language
 * runs from right to left in another.  Knows nothing of languages.
 */
#include "read/figures.h"

#include "base/arena.h"
#include "doc/drawing.h"

struct mirror {
	struct arena			*arena;
	int32_t				 width;
	struct drawing_clip		**clips;	/* by their numbers */
	struct drawing_gradient		**gradients;
};

static const struct path_step *
mirror_steps(const struct mirror *m, const struct path_step *steps,
    size_t count)
{
	struct path_step *made;

	if (count == 0)
		return steps;
	made = ARENA_ARRAY(m->arena, struct path_step, count);
	for (size_t i = 0; i < count; i++) {
		made[i] = steps[i];
		for (size_t k = 0; k < 3; k++)
			made[i].p[k].x = m->width - steps[i].p[k].x;
	}
	return made;
}

/* Outer clips come first, so they are there already. */
static void
mirror_clips(struct mirror *m, struct drawing *drawing)
{
	const struct drawing_clip **list = ARENA_ARRAY(m->arena,
	    const struct drawing_clip *, drawing->clip_count + 1);

	m->clips = ARENA_ARRAY(m->arena, struct drawing_clip *,
	    drawing->clip_count + 1);
	for (size_t i = 0; i < drawing->clip_count; i++) {
		const struct drawing_clip *clip = drawing->clips[i];
		struct drawing_clip *made = ARENA_NEW(m->arena,
		    struct drawing_clip);

		*made = *clip;
		made->steps = mirror_steps(m, clip->steps, clip->step_count);
		if (clip->outer != NULL)
			made->outer = m->clips[clip->outer->number];
		list[i] = m->clips[i] = made;
	}
	drawing->clips = list;
}

static void
mirror_gradients(struct mirror *m, struct drawing *drawing)
{
	const struct drawing_gradient **list = ARENA_ARRAY(m->arena,
	    const struct drawing_gradient *, drawing->gradient_count + 1);

	m->gradients = ARENA_ARRAY(m->arena, struct drawing_gradient *,
	    drawing->gradient_count + 1);
	for (size_t i = 0; i < drawing->gradient_count; i++) {
		struct drawing_gradient *made = ARENA_NEW(m->arena,
		    struct drawing_gradient);

		*made = *drawing->gradients[i];
		made->origin.x = m->width - made->origin.x;
		made->along.x = -made->along.x;
		made->across.x = -made->across.x;
		list[i] = m->gradients[i] = made;
	}
	drawing->gradients = list;
}

static void
mirror_shape(const struct mirror *m, struct drawing_shape *shape)
{
	shape->steps = mirror_steps(m, shape->steps, shape->step_count);
	shape->x = m->width - shape->x;
	shape->anchor = -shape->anchor;
	if (shape->clip != NULL)
		shape->clip = m->clips[shape->clip->number];
	if (shape->gradient != NULL)
		shape->gradient = m->gradients[shape->gradient->number];
}

const struct drawing *
svg_mirrored(struct arena *a, const struct drawing *drawing)
{
	struct mirror m = { .arena = a, .width = drawing->width };
	struct drawing *made = ARENA_NEW(a, struct drawing);
	struct drawing_shape *shapes = ARENA_ARRAY(a, struct drawing_shape,
	    drawing->shape_count + 1);

	*made = *drawing;
	mirror_clips(&m, made);
	mirror_gradients(&m, made);
	for (size_t i = 0; i < drawing->shape_count; i++) {
		shapes[i] = drawing->shapes[i];
		mirror_shape(&m, &shapes[i]);
	}
	made->shapes = shapes;
	return made;
}
