/* SPDX-License-Identifier: MIT */
/*
 * Clip paths, and the masks that are no more than clips.
 *
 * What is seen is the union of the shapes in a clip path.  Both outputs clip
 * to one path with the rule of non-zero winding, so the shapes are turned the
 * same way round, where overlaps add up.  A mask of opaque white shapes shows
 * just what they cover: a clip.  Any other is refused, since shades of
 * transparency would have to be flattened for paper.
 */
#include "base/arena.h"
#include "base/str.h"
#include "read/figures.h"
#include "read/svg_tree.h"

/* Clips of one element, with those of its clips. */
#define MAX_CLIPS 12

enum clip_kind { CLIP_SHAPES, CLIP_MASK, CLIP_MASK_AREA };

struct clip_list {
	struct svg_node	*nodes[MAX_CLIPS];
	enum clip_kind	 kinds[MAX_CLIPS];
	size_t		 count;
};

struct clip_reader {
	struct svg_reader	*r;
	VEC(struct path_step)	 steps;
	size_t			 shapes;
	bool			 mask, even_odd, several_parts;
};

static struct svg_node *
find_clip(struct svg_reader *r, const struct svg_node *node,
    enum svg_property property, enum svg_kind kind, const char *name)
{
	const char *value = node->properties[property];
	struct svg_node *target;

	if (value == NULL || str_equal(value, "none"))
		return NULL;
	if (!str_starts(value, "url(")) {
		svg_refuse(r, node, NULL, SAY_SVG_REFERENCE, name, value);
		return NULL;
	}
	target = svg_target(r, node, name, value);
	if (target == NULL || target->kind == kind)
		return target;
	svg_refuse(r, node, NULL, SAY_SVG_REFERENCE_KIND, name, value,
	    target->name);
	return NULL;
}

static void
list_one(struct clip_list *list, struct svg_node *node, enum clip_kind kind)
{
	list->nodes[list->count] = node;
	list->kinds[list->count++] = kind;
}

/* What is to be clipped to, outermost first. */
static void
list_clips(struct svg_reader *r, const struct svg_node *node,
    struct clip_list *list)
{
	struct svg_node *clip, *mask;

	list->count = 0;
	mask = find_clip(r, node, SVG_PROPERTY_MASK, SVG_MASK, "mask");
	if (mask != NULL) {
		list_one(list, mask, CLIP_MASK_AREA);
		list_one(list, mask, CLIP_MASK);
	}
	clip = find_clip(r, node, SVG_PROPERTY_CLIP_PATH, SVG_CLIP_PATH,
	    "clip-path");
	while (clip != NULL) {
		if (list->count == MAX_CLIPS) {
			svg_refuse(r, node, NULL, SAY_SVG_CIRCLE,
			    clip->name);
			return;
		}
		list_one(list, clip, CLIP_SHAPES);
		clip = find_clip(r, clip, SVG_PROPERTY_CLIP_PATH,
		    SVG_CLIP_PATH, "clip-path");
	}
}

static struct drawing_clip *
new_clip(struct svg_reader *r, struct drawing_clip *outer)
{
	struct drawing_clip *clip = ARENA_NEW(r->arena, struct drawing_clip);

	clip->outer = outer;
	clip->number = r->clips.len;
	*vec_push(r->arena, &r->clips) = clip;
	return clip;
}

struct drawing_clip *
svg_clip_begin(struct svg_reader *r, const struct svg_node *node,
    struct drawing_clip *outer)
{
	struct clip_list list;

	list_clips(r, node, &list);
	for (size_t i = 0; i < list.count; i++)
		outer = new_clip(r, outer);
	return outer;
}

/* Twice the area inside of the points, positive for one way round; only its
 * sign matters. */
static int64_t
turning(const struct path_step *steps, size_t count)
{
	int64_t x = 0, y = 0, start_x = 0, start_y = 0, area = 0;

	for (size_t i = 0; i <= count; i++) {
		bool ends = i == count || steps[i].verb == PATH_MOVE ||
		    steps[i].verb == PATH_CLOSE;
		int points = ends ? 1 : steps[i].verb == PATH_CURVE ? 3 : 1;

		for (int j = 0; j < points; j++) {
			int64_t to_x = ends ? start_x : steps[i].p[j].x;
			int64_t to_y = ends ? start_y : steps[i].p[j].y;

			area = svg_limited(area + dim_scale(x, to_y, 4096) -
			    dim_scale(to_x, y, 4096));
			x = to_x;
			y = to_y;
		}
		if (i < count && steps[i].verb == PATH_MOVE) {
			x = start_x = steps[i].p[0].x;
			y = start_y = steps[i].p[0].y;
		}
	}
	return area;
}

/* Appends steps[first..last] of one part from its end to its start. */
static void
append_backwards(struct clip_reader *c, const struct path_step *steps,
    size_t first, size_t last)
{
	struct path_step *step;
	size_t end;

	for (size_t i = last + 1; i-- > first;) {
		if (steps[i].verb == PATH_CLOSE)
			continue;
		end = steps[i].verb == PATH_CURVE ? 2 : 0;
		step = vec_push(c->r->arena, &c->steps);
		if (i == last || steps[i + 1].verb == PATH_CLOSE) {
			step->verb = PATH_MOVE;
			step->p[0] = steps[i].p[end];
			step = i == first ? NULL : vec_push(c->r->arena,
			    &c->steps);
		}
		if (i == first) {
			if (step != NULL)
				step->verb = PATH_CLOSE;
			continue;
		}
		step->verb = steps[i].verb;
		end = steps[i - 1].verb == PATH_CURVE ? 2 : 0;
		if (step->verb == PATH_CURVE) {
			step->p[0] = steps[i].p[1];
			step->p[1] = steps[i].p[0];
			step->p[2] = steps[i - 1].p[end];
		} else {
			step->p[0] = steps[i - 1].p[end];
		}
	}
}

static void
append(struct clip_reader *c, const struct path_step *steps, size_t count)
{
	bool backwards = turning(steps, count) < 0;
	size_t first = 0, parts = 0;

	c->shapes++;
	for (size_t i = 0; i < count; i++)
		parts += steps[i].verb == PATH_MOVE;
	c->several_parts |= parts > 1;
	if (!backwards || c->even_odd) {
		for (size_t i = 0; i < count; i++)
			*vec_push(c->r->arena, &c->steps) = steps[i];
		return;
	}
	for (size_t i = 1; i <= count; i++) {
		if (i < count && steps[i].verb != PATH_MOVE)
			continue;
		append_backwards(c, steps, first, i - 1);
		first = i;
	}
}

/* Only what lets everything through may be in a mask. */
static bool
is_seen(struct clip_reader *c, const struct svg_node *node,
    const struct svg_style *style)
{
	if (!c->mask)
		return true;
	if (style->fill.role == ROLE_NONE && style->stroke.role == ROLE_NONE)
		return false;
	if (style->fill.role != ROLE_PAPER || style->stroke.role !=
	    ROLE_NONE || style->opacity != SVG_ONE ||
	    style->fill_opacity != SVG_ONE) {
		svg_refuse(c->r, node, NULL, SAY_SVG_MASK);
		return false;
	}
	return true;
}

static void gather(struct clip_reader *c, struct svg_node *node,
    struct svg_matrix matrix, struct svg_style style);

static void
gather_shape(struct clip_reader *c, struct svg_node *node,
    const struct svg_matrix *matrix, const struct svg_style *style)
{
	struct svg_path path = { { NULL, 0, 0 } };
	const struct path_step *steps;

	if (style->hidden || !is_seen(c, node, style) ||
	    !svg_outline(c->r, node, &path))
		return;
	steps = svg_flatten(c->r, node, matrix, &path);
	if (steps == NULL)
		return;
	if (c->mask ? style->even_odd : style->clip_even_odd)
		c->even_odd = true;
	append(c, steps, path.steps.len);
}

static void
gather_used(struct clip_reader *c, struct svg_node *node,
    const struct svg_matrix *matrix, const struct svg_style *style)
{
	struct svg_matrix moved = svg_translation(
	    svg_length(c->r, node, "x", 0), svg_length(c->r, node, "y", 0));
	struct svg_node *target;

	if (node->href == NULL) {
		svg_refuse(c->r, node, NULL, SAY_SVG_MISSING, node->name,
		    "href");
		return;
	}
	target = svg_target(c->r, node, "href", node->href);
	if (target == NULL)
		return;
	if (!svg_is_shape(target->kind)) {
		svg_refuse(c->r, node, NULL, SAY_SVG_REFERENCE_KIND, "href",
		    node->href, target->name);
		return;
	}
	gather(c, target, svg_joined(matrix, &moved), *style);
}

/* As deep as the file, whose depth is capped, and one for a <use>. */
static void
gather(struct clip_reader *c, struct svg_node *node, struct svg_matrix matrix,
    struct svg_style style)
{
	const char *display = node->properties[SVG_PROPERTY_DISPLAY];
	struct svg_matrix own;

	if (c->r->messages >= SVG_MAX_MESSAGES || (display != NULL &&
	    str_equal(display, "none")) || !svg_count_bytes(c->r, node))
		return;
	if (++c->r->used > SVG_MAX_USED) {
		svg_refuse(c->r, node, NULL, SAY_SVG_TOO_MANY_USED,
		    SVG_MAX_USED);
		return;
	}
	if (node->properties[SVG_PROPERTY_CLIP_PATH] != NULL ||
	    node->properties[SVG_PROPERTY_MASK] != NULL) {
		svg_refuse(c->r, node, NULL, SAY_SVG_CLIP_INSIDE);
		return;
	}
	own = svg_node_matrix(c->r, node, "transform");
	matrix = svg_joined(&matrix, &own);
	svg_inherit(c->r, node, &style);
	if (svg_is_shape(node->kind)) {
		gather_shape(c, node, &matrix, &style);
	} else if (node->kind == SVG_USE) {
		gather_used(c, node, &matrix, &style);
	} else if (node->kind == SVG_G) {
		for (struct svg_node *n = node->first; n != NULL; n = n->next)
			gather(c, n, matrix, style);
	} else if (node->kind == SVG_TEXT) {
		svg_refuse(c->r, node, NULL, SAY_SVG_ELEMENT_INSIDE,
		    node->name, c->mask ? "mask" : "clipPath");
	}
}

static void
fill_clip(struct svg_reader *r, struct svg_node *node, bool mask,
    struct svg_matrix matrix, struct drawing_clip *clip)
{
	struct clip_reader c = { .r = r, .mask = mask };
	struct svg_style style = svg_first_style();
	struct svg_matrix own;

	if (!svg_count_bytes(r, node))
		return;
	own = svg_node_matrix(r, node, "transform");
	matrix = svg_joined(&matrix, &own);
	svg_inherit(r, node, &style);
	style.opacity = SVG_ONE;
	for (struct svg_node *n = node->first; n != NULL; n = n->next)
		gather(&c, n, matrix, style);
	/* Shapes of two rules are no single path. */
	if (c.even_odd && c.several_parts && c.shapes > 1)
		svg_refuse(r, node, NULL, SAY_SVG_CLIP_RULE, node->name);
	clip->steps = c.steps.items;
	clip->step_count = c.steps.len;
	clip->even_odd = c.even_odd && c.shapes == 1;
}

static void
fill_rectangle(struct svg_reader *r, const struct svg_node *node,
    const struct svg_matrix *matrix, const struct svg_view *area,
    struct drawing_clip *clip)
{
	struct svg_path path = { { NULL, 0, 0 } };

	svg_rectangle(r->arena, &path, area->x, area->y, area->width,
	    area->height, 0, 0);
	clip->steps = svg_flatten(r, node, matrix, &path);
	clip->step_count = clip->steps == NULL ? 0 : path.steps.len;
}

struct drawing_clip *
svg_clip_rectangle(struct svg_reader *r, const struct svg_node *node,
    const struct svg_matrix *matrix, const struct svg_view *area,
    struct drawing_clip *outer)
{
	struct drawing_clip *clip = new_clip(r, outer);

	fill_rectangle(r, node, matrix, area, clip);
	return clip;
}

static int64_t
area_number(struct svg_reader *r, const struct svg_node *node,
    const char *name, int64_t preset)
{
	const char *value = svg_attribute(node, name);
	struct svg_cursor c = { value, NULL };
	int64_t number;

	/* Of the box alone, where it is a share of 1. */
	if (value == NULL || !svg_number(&c, &number) || !str_equal(c.s, "%"))
		return svg_length(r, node, name, preset);
	return number / 100;
}

/* The area of a mask, by itself a tenth larger than the box on each side. */
static void
fill_area(struct svg_reader *r, const struct svg_node *node,
    const struct svg_matrix *matrix, struct drawing_clip *clip)
{
	struct svg_view area = {
		.x = area_number(r, node, "x", -SVG_UNIT / 10),
		.y = area_number(r, node, "y", -SVG_UNIT / 10),
		.width = area_number(r, node, "width", SVG_UNIT / 10 * 12),
		.height = area_number(r, node, "height", SVG_UNIT / 10 * 12)
	};

	if (area.width > 0 && area.height > 0)
		fill_rectangle(r, node, matrix, &area, clip);
}

static bool
uses_box(struct svg_reader *r, const struct svg_node *node, const char *name,
    bool preset)
{
	const char *value = svg_attribute(node, name);

	if (value == NULL)
		return preset;
	if (str_equal(value, "objectBoundingBox"))
		return true;
	if (!str_equal(value, "userSpaceOnUse"))
		svg_refuse(r, node, arena_printf(r->arena, HINT_SVG_VALUE,
		    "userSpaceOnUse", "objectBoundingBox"), SAY_SVG_VALUE,
		    name, value);
	return false;
}

/* The box of all that "node" drew, in its own units. */
static struct svg_box
box_of(struct svg_reader *r, const struct svg_node *node,
    const struct svg_matrix *matrix, size_t first)
{
	struct svg_box box = { 0, 0, 0, 0, false };
	struct svg_matrix back = svg_inverse(matrix);
	const struct drawing_shape *shape;
	struct svg_step step;

	for (size_t i = first; i < r->shapes.len &&
	    r->messages < SVG_MAX_MESSAGES; i++) {
		struct svg_path path = { { NULL, 0, 0 } };

		shape = &r->shapes.items[i];
		svg_count_steps(r, node, shape->step_count);
		for (size_t k = 0; k < shape->step_count; k++) {
			step.verb = shape->steps[k].verb;
			for (int j = 0; j < 3; j++)
				step.p[j] = (struct svg_point){
				    shape->steps[k].p[j].x * (int64_t)1000,
				    shape->steps[k].p[j].y * (int64_t)1000 };
			*vec_push(r->arena, &path.steps) = step;
		}
		svg_box_path(&box, &back, path.steps.items, path.steps.len);
	}
	return box;
}

void
svg_clip_end(struct svg_reader *r, struct svg_node *node,
    const struct svg_matrix *matrix, struct drawing_clip *clip, size_t first)
{
	struct clip_list list;
	struct svg_matrix box_matrix = svg_identity(), units;
	struct svg_box box;
	bool boxed = false;

	list_clips(r, node, &list);
	if (list.count == 0 || first == r->shapes.len)
		return;
	box = box_of(r, node, matrix, first);
	if (box.filled)
		box_matrix = svg_box_matrix(&box);
	box_matrix = svg_joined(matrix, &box_matrix);
	for (size_t i = list.count; i-- > 0;) {
		struct svg_node *source = list.nodes[i];

		switch (list.kinds[i]) {
		case CLIP_SHAPES:
			boxed = uses_box(r, source, "clipPathUnits", false);
			break;
		case CLIP_MASK:
			boxed = uses_box(r, source, "maskContentUnits",
			    false);
			break;
		case CLIP_MASK_AREA:
			boxed = uses_box(r, source, "maskUnits", true);
			break;
		}
		units = boxed ? box_matrix : *matrix;
		if (list.kinds[i] == CLIP_MASK_AREA)
			fill_area(r, source, &units, clip);
		else
			fill_clip(r, source, list.kinds[i] == CLIP_MASK,
			    units, clip);
		/* Those of one element were made one after the other. */
		if (i > 0)
			clip = r->clips.items[clip->number - 1];
	}
}
