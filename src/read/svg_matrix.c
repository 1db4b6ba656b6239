/* SPDX-License-Identifier: MIT */
/*
 * Comes in: the text of transform, viewBox and preserveAspectRatio.  Goes out:
 * matrices of whole numbers.  Arithmetic that leaves the range stays at its
 * end, so that no file can make it overflow.
 */
#include "read/svg_matrix.h"

#include <stddef.h>
#include <string.h>

#include "base/str.h"
#include "read/svg_path.h"

#define DEGREE ((int64_t)1000000)

int64_t
svg_limited(int64_t value)
{
	if (value > SVG_LIMIT)
		return SVG_LIMIT;
	if (value < -SVG_LIMIT)
		return -SVG_LIMIT;
	return value;
}

int64_t
svg_times(int64_t a, int64_t b)
{
	return svg_limited(dim_scale(a, b, SVG_ONE));
}

int64_t
svg_ratio(int64_t a, int64_t b)
{
	if (b == 0)
		return 0;
	return svg_limited(b > 0 ? dim_scale(a, SVG_ONE, b) :
	    dim_scale(-a, SVG_ONE, -b));
}

struct svg_matrix
svg_identity(void)
{
	return (struct svg_matrix){ SVG_ONE, 0, 0, SVG_ONE, 0, 0 };
}

struct svg_matrix
svg_translation(int64_t x, int64_t y)
{
	return (struct svg_matrix){ SVG_ONE, 0, 0, SVG_ONE, svg_limited(x),
	    svg_limited(y) };
}

struct svg_point
svg_directed(const struct svg_matrix *m, int64_t x, int64_t y)
{
	return (struct svg_point){
	    svg_limited(svg_times(m->a, x) + svg_times(m->c, y)),
	    svg_limited(svg_times(m->b, x) + svg_times(m->d, y)) };
}

struct svg_point
svg_placed(const struct svg_matrix *m, int64_t x, int64_t y)
{
	struct svg_point p = svg_directed(m, x, y);

	return (struct svg_point){ svg_limited(p.x + m->e),
	    svg_limited(p.y + m->f) };
}

struct svg_matrix
svg_joined(const struct svg_matrix *outer, const struct svg_matrix *inner)
{
	struct svg_point x = svg_directed(outer, inner->a, inner->b);
	struct svg_point y = svg_directed(outer, inner->c, inner->d);
	struct svg_point origin = svg_placed(outer, inner->e, inner->f);

	return (struct svg_matrix){ x.x, x.y, y.x, y.y, origin.x, origin.y };
}

int64_t
svg_determinant(const struct svg_matrix *m)
{
	return svg_limited(svg_times(m->a, m->d) - svg_times(m->b, m->c));
}

struct svg_matrix
svg_inverse(const struct svg_matrix *m)
{
	int64_t determinant = svg_determinant(m);
	struct svg_matrix inverse = {
		svg_ratio(m->d, determinant), -svg_ratio(m->b, determinant),
		-svg_ratio(m->c, determinant), svg_ratio(m->a, determinant),
		0, 0
	};
	struct svg_point p = svg_directed(&inverse, m->e, m->f);

	inverse.e = -p.x;
	inverse.f = -p.y;
	return inverse;
}

int64_t
svg_growth(const struct svg_matrix *m)
{
	int64_t determinant = svg_determinant(m);

	if (determinant < 0)
		determinant = -determinant;
	if (determinant < SVG_ONE * 4)
		return dim_root(determinant * SVG_ONE);
	return svg_limited(dim_scale(dim_root(determinant), 1 << 15, 1));
}

void
svg_angle(int64_t degrees, int64_t *sine, int64_t *cosine)
{
	dim x, y;

	dim_turn(SVG_ONE, degrees % (360 * DEGREE), 360 * DEGREE, &x, &y);
	*sine = x;
	*cosine = -y;
}

/* A function of the list and how many numbers it takes. */
struct transform_name {
	const char	*name;
	size_t		 least, most;
};

static const struct transform_name transforms[] = {
	{ "matrix", 6, 6 }, { "translate", 1, 2 }, { "scale", 1, 2 },
	{ "rotate", 1, 3 }, { "skewX", 1, 1 }, { "skewY", 1, 1 }
};

/* Plain numbers as factors. */
static int64_t
factor(int64_t number)
{
	return svg_ratio(number, SVG_UNIT);
}

static struct svg_matrix
rotation(const int64_t *v, size_t count)
{
	struct svg_matrix m, there, back;
	int64_t sine, cosine;

	svg_angle(v[0], &sine, &cosine);
	m = (struct svg_matrix){ cosine, sine, -sine, cosine, 0, 0 };
	if (count < 3)
		return m;
	there = svg_translation(v[1], v[2]);
	back = svg_translation(-v[1], -v[2]);
	m = svg_joined(&m, &back);
	return svg_joined(&there, &m);
}

static struct svg_matrix
made(char letter, bool skew_y, const int64_t *v, size_t count)
{
	struct svg_matrix m = svg_identity();
	int64_t sine, cosine;

	switch (letter) {
	case 'm':
		return (struct svg_matrix){ factor(v[0]), factor(v[1]),
		    factor(v[2]), factor(v[3]), v[4], v[5] };
	case 't':
		return svg_translation(v[0], count > 1 ? v[1] : 0);
	case 'r':
		return rotation(v, count);
	case 's':
		m.a = factor(v[0]);
		m.d = count > 1 ? factor(v[1]) : m.a;
		return m;
	default:
		svg_angle(v[0], &sine, &cosine);
		if (skew_y)
			m.b = svg_ratio(sine, cosine);
		else
			m.c = svg_ratio(sine, cosine);
		return m;
	}
}

/* One function, "rotate(30)". */
static bool
read_transform(struct svg_cursor *c, struct svg_matrix *m)
{
	const struct transform_name *t = NULL;
	int64_t v[6] = { 0 };
	size_t count = 0, len = strcspn(c->s, " \t\r\n(");

	for (size_t i = 0; i < sizeof(transforms) / sizeof(transforms[0]); i++)
		if (strlen(transforms[i].name) == len &&
		    strncmp(transforms[i].name, c->s, len) == 0)
			t = &transforms[i];
	if (t == NULL)
		return false;
	c->s += len;
	svg_spaces(c);
	if (*c->s++ != '(')
		return false;
	for (svg_spaces(c); *c->s != ')'; svg_separator(c)) {
		if (count == t->most || !svg_number(c, &v[count++]))
			return false;
	}
	c->s++;
	if (count < t->least || (t->name[0] == 'r' && count == 2))
		return false;
	*m = made(str_starts(t->name, "skew") ? 'k' : t->name[0],
	    str_ends(t->name, "Y"), v, count);
	return true;
}

bool
svg_transform(const char *s, struct svg_matrix *m)
{
	struct svg_cursor c = { s, NULL };
	struct svg_matrix one;

	*m = svg_identity();
	if (str_equal(s, "none"))
		return true;
	for (svg_spaces(&c); *c.s != '\0'; svg_separator(&c)) {
		if (!read_transform(&c, &one))
			return false;
		*m = svg_joined(m, &one);
	}
	return true;
}

bool
svg_view_box(const char *s, struct svg_view *view)
{
	struct svg_cursor c = { s, NULL };
	int64_t v[4];

	svg_spaces(&c);
	for (size_t i = 0; i < 4; i++) {
		if (!svg_number(&c, &v[i]))
			return false;
		svg_separator(&c);
	}
	if (*c.s != '\0' || v[2] <= 0 || v[3] <= 0)
		return false;
	view->x = v[0];
	view->y = v[1];
	view->width = v[2];
	view->height = v[3];
	return true;
}

static bool
read_align(const char *s, char axis, int *align)
{
	static const char *const words[] = { "Min", "Mid", "Max" };

	if ((*s | 0x20) != axis)
		return false;
	for (int i = 0; i < 3; i++) {
		if (strncmp(s + 1, words[i], 3) == 0) {
			*align = i;
			return true;
		}
	}
	return false;
}

bool
svg_view_aspect(const char *s, struct svg_view *view)
{
	view->align_x = view->align_y = 1;
	view->stretch = view->slice = false;
	if (str_blank(s))
		return true;
	if (str_starts(s, "none")) {
		view->stretch = true;
		s += 4;
	} else {
		if (!read_align(s, 'x', &view->align_x) ||
		    !read_align(s + 4, 'y', &view->align_y))
			return false;
		s += 8;
	}
	view->slice = str_ends(s, " slice");
	return *s == '\0' || str_equal(s, " meet") || str_equal(s, " slice");
}

struct svg_matrix
svg_view_matrix(const struct svg_view *view, int64_t width, int64_t height)
{
	int64_t x = svg_ratio(width, view->width);
	int64_t y = svg_ratio(height, view->height);
	int64_t both = view->slice == (x > y) ? x : y;
	struct svg_matrix m = { x, 0, 0, y, 0, 0 };

	if (!view->stretch)
		m.a = m.d = both;
	m.e = -svg_times(m.a, view->x);
	m.f = -svg_times(m.d, view->y);
	if (view->stretch)
		return m;
	m.e = svg_limited(m.e + (width - svg_times(m.a, view->width)) / 2 *
	    view->align_x);
	m.f = svg_limited(m.f + (height - svg_times(m.d, view->height)) / 2 *
	    view->align_y);
	return m;
}
