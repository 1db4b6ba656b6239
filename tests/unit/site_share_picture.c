/* SPDX-License-Identifier: MIT */
/*
 * The shared picture: a PNG of what it knows, and nothing of what it does not.
 */
#include "site/share_picture.h"

#include <string.h>

#include "base/arena.h"
#include "doc/drawing.h"
#include "t.h"

#define SIDE 100000		/* thousandths */
#define FAR 2000000000
/* More than one edge for each may be painted. */
#define MANY 20000

static const struct path_step square[] = {
	{ PATH_MOVE, { { 20000, 20000 } } },
	{ PATH_LINE, { { 80000, 20000 } } },
	{ PATH_CURVE, { { 90000, 40000 }, { 90000, 60000 },
	    { 80000, 80000 } } },
	{ PATH_LINE, { { 20000, 80000 } } },
	{ PATH_CLOSE, { { 0, 0 } } }
};

static struct drawing_shape
filled(void)
{
	struct drawing_shape s;

	memset(&s, 0, sizeof(s));
	s.fill = ROLE_COLOUR;
	s.fill_colour = 0x6D917B;
	s.steps = square;
	s.step_count = sizeof(square) / sizeof(square[0]);
	return s;
}

static const char *
painted(struct arena *a, const struct drawing_shape *shape, int32_t height,
    unsigned paper, size_t *len)
{
	struct drawing d;

	memset(&d, 0, sizeof(d));
	d.width = SIDE;
	d.height = height;
	d.shapes = shape;
	d.shape_count = shape != NULL ? 1 : 0;
	return share_picture(a, &d, paper, len);
}

static bool
is_painted(struct arena *a, struct drawing_shape shape)
{
	size_t len;

	return painted(a, &shape, SIDE, 0xFBF9F4, &len) != NULL;
}

/* What shapes may be and marks are not. */
static void
test_others(struct t_state *t_, struct arena *a)
{
	static const struct drawing_clip clip;
	struct drawing_shape s[7];

	for (int i = 0; i < 7; i++)
		s[i] = filled();
	t_ok(is_painted(a, s[0]), "a shape of one colour is painted");
	s[0].kind = DRAWING_TEXT;
	s[1].stroke = ROLE_INK;
	s[2].fill = ROLE_GRADIENT;
	s[3].fill = ROLE_TINT1;
	s[4].fill_transparency = 500;
	s[5].clip = &clip;
	s[6].even_odd = true;
	for (int i = 0; i < 7; i++)
		t_ok(!is_painted(a, s[i]), "what it does not know is not "
		    "painted wrongly");
}

/* The edge of the drawing hides what reaches over it, as it should. */
static void
test_frame(struct t_state *t_, struct arena *a)
{
	static const struct path_step edge[] = {
		{ PATH_MOVE, { { 0, 0 } } }, { PATH_LINE, { { SIDE, 0 } } },
		{ PATH_LINE, { { SIDE, SIDE } } },
		{ PATH_LINE, { { 0, SIDE } } }, { PATH_CLOSE, { { 0, 0 } } }
	};
	static const struct path_step wide[] = {
		{ PATH_MOVE, { { -9000, 0 } } },
		{ PATH_LINE, { { SIDE + 9000, 0 } } },
		{ PATH_LINE, { { SIDE + 9000, SIDE } } },
		{ PATH_LINE, { { -9000, SIDE } } }, { PATH_CLOSE, { { 0, 0 } } }
	};
	static const struct drawing_clip frame = { .steps = edge,
	    .step_count = 5 };
	struct drawing_shape whole = filled(), over = filled();
	const char *one, *two;
	size_t len, len_two;

	whole.steps = edge;
	over.steps = wide;
	over.clip = &frame;
	one = painted(a, &whole, SIDE, 0xFFFFFF, &len);
	two = painted(a, &over, SIDE, 0xFFFFFF, &len_two);
	t_ok(one != NULL && two != NULL && len == len_two &&
	    memcmp(one, two, len) == 0, "what is outside is not painted");
}

static void
test_limits(struct t_state *t_, struct arena *a)
{
	struct path_step *steps = ARENA_ARRAY(a, struct path_step, MANY);
	struct drawing_shape s = filled();
	size_t len;

	t_ok(painted(a, NULL, SIDE, 0, &len) == NULL,
	    "of nothing there is no picture");
	t_ok(painted(a, &s, 0, 0, &len) == NULL,
	    "nor of a drawing without size");
	t_ok(painted(a, &s, 1, 0, &len) == NULL,
	    "what is too far out is not painted");
	for (int i = 0; i < MANY; i++)
		steps[i] = square[i == 0 ? 0 : 1 + i % 3];
	s.steps = steps;
	s.step_count = MANY;
	t_ok(!is_painted(a, s), "nor is a path without end");
	s.step_count = 2;
	steps[1].p[0].x = steps[1].p[1].x = steps[1].p[2].x = FAR;
	t_ok(!is_painted(a, s), "nor one that ends far away");
}

T_MAIN
{
	static const char head[] = "\x89PNG\r\n\x1A\n\0\0\0\rIHDR"
	    "\0\0\x04\xB0\0\0\x02\x76\x08\x02\0\0\0";
	struct arena *a = arena_new();
	struct drawing_shape shape = filled();
	const char *one, *two;
	size_t len, len_two;

	one = painted(a, &shape, SIDE, 0xFBF9F4, &len);
	two = painted(a, &shape, SIDE, 0xFBF9F4, &len_two);
	t_ok(one != NULL && len > 1000 && len < 100000 &&
	    memcmp(one, head, sizeof(head) - 1) == 0,
	    "a mark becomes a PNG of 1200 by 630");
	t_ok(two != NULL && len == len_two && memcmp(one, two, len) == 0,
	    "the same one each time");
	t_ok(one != NULL && memcmp(one + len - 8, "IEND\xAE\x42\x60\x82", 8)
	    == 0, "with its end and the check of it");
	two = painted(a, &shape, SIDE, 0x000000, &len_two);
	t_ok(two != NULL && (len != len_two || memcmp(one, two, len) != 0),
	    "another paper is another picture");
	shape.fill = ROLE_INK;
	one = painted(a, &shape, SIDE, 0xFFFFFF, &len);
	shape.fill = ROLE_COLOUR;
	shape.fill_colour = 0;
	two = painted(a, &shape, SIDE, 0xFFFFFF, &len_two);
	t_ok(one != NULL && two != NULL && len == len_two &&
	    memcmp(one, two, len) == 0, "ink is black");
	test_others(t_, a);
	test_frame(t_, a);
	test_limits(t_, a);
	arena_free(a);
}
