/* SPDX-License-Identifier: MIT */
/*
 * Comes in: the text of attributes such as d="M1 2l3 4".  Goes out: steps of a
 * path in whole millionths, all of them absolute; what cannot be read is
 * refused in words.
 */
#include "read/svg_path.h"

#include <string.h>

#include "base/arena.h"

/* How far a control point of a quarter circle is from its end: 4/3 of
 * (sqrt(2) - 1) of the radius, in millionths. */
#define QUARTER 552285
/* Digits that a number may have before the rest only tells its size. */
#define MAX_DIGITS 17

static bool
is_space(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

void
svg_spaces(struct svg_cursor *c)
{
	while (is_space(*c->s))
		c->s++;
}

void
svg_separator(struct svg_cursor *c)
{
	svg_spaces(c);
	if (*c->s == ',')
		c->s++;
	svg_spaces(c);
}

/* Digits as they stand: their value, how many there are, and by how many
 * places the point has to move. */
struct digits {
	int64_t	value;
	int	count, kept, places;
};

static void
read_digits(struct svg_cursor *c, struct digits *d, bool fraction)
{
	for (; is_digit(*c->s); c->s++) {
		d->count += d->count < MAX_DIGITS;
		if (d->kept >= MAX_DIGITS) {
			d->places += !fraction && d->places < 1000;
			continue;
		}
		d->value = d->value * 10 + (*c->s - '0');
		d->kept += d->value > 0;
		d->places -= fraction && d->places > -1000;
	}
}

/* "e-5"; a letter "e" without digits behind it is no part of the number. */
static void
read_exponent(struct svg_cursor *c, struct digits *d)
{
	const char *s = c->s;
	bool negative;
	int exponent = 0;

	if (*s != 'e' && *s != 'E')
		return;
	negative = *++s == '-';
	if (*s == '-' || *s == '+')
		s++;
	if (!is_digit(*s))
		return;
	for (; is_digit(*s); s++)
		exponent = exponent < 1000 ? exponent * 10 + (*s - '0') :
		    exponent;
	c->s = s;
	d->places += negative ? -exponent : exponent;
}

bool
svg_number(struct svg_cursor *c, int64_t *millionths)
{
	bool negative = *c->s == '-';
	struct digits d = { 0, 0, 0, 6 };

	if (*c->s == '-' || *c->s == '+')
		c->s++;
	read_digits(c, &d, false);
	if (*c->s == '.') {
		c->s++;
		read_digits(c, &d, true);
	}
	if (d.count == 0) {
		c->problem = "a number is missing";
		return false;
	}
	read_exponent(c, &d);
	for (; d.places < 0 && d.value > 0; d.places++)
		d.value /= 10;
	for (; d.places > 0 && d.value > 0 && d.value <= SVG_MAX_NUMBER;
	    d.places--)
		d.value *= 10;
	if (d.value > SVG_MAX_NUMBER) {
		c->problem = "a number is larger than 1000000";
		return false;
	}
	*millionths = negative ? -d.value : d.value;
	return true;
}

bool
svg_whole_number(const char *s, int64_t *millionths)
{
	struct svg_cursor c = { s, NULL };

	svg_spaces(&c);
	if (!svg_number(&c, millionths))
		return false;
	if (c.s[0] == 'p' && c.s[1] == 'x')
		c.s += 2;
	svg_spaces(&c);
	return *c.s == '\0';
}

static struct svg_step *
step(struct arena *a, struct svg_path *p, enum path_verb verb)
{
	struct svg_step *s = vec_push(a, &p->steps);

	s->verb = verb;
	return s;
}

void
svg_move(struct arena *a, struct svg_path *p, int64_t x, int64_t y)
{
	step(a, p, PATH_MOVE)->p[0] = (struct svg_point){ x, y };
}

void
svg_line(struct arena *a, struct svg_path *p, int64_t x, int64_t y)
{
	step(a, p, PATH_LINE)->p[0] = (struct svg_point){ x, y };
}

void
svg_close(struct arena *a, struct svg_path *p)
{
	(void)step(a, p, PATH_CLOSE);
}

void
svg_curve(struct arena *a, struct svg_path *p, const int64_t v[6])
{
	struct svg_step *s = step(a, p, PATH_CURVE);

	for (size_t i = 0; i < 3; i++)
		s->p[i] = (struct svg_point){ v[2 * i], v[2 * i + 1] };
}

/* "from" and two thirds of the way to "to", rounded half away from zero. */
static int64_t
two_thirds(int64_t from, int64_t to)
{
	int64_t way = (to - from) * 2;

	way = way >= 0 ? (way * 2 + 3) / 6 : -((-way * 2 + 3) / 6);
	return from + way;
}

struct path_reader {
	struct arena		*arena;
	struct svg_path		*path;
	struct svg_cursor	 at;
	struct svg_point	 pen, start;	/* start: of the subpath */
	/* The last handle, if a curve of this kind came last ('C', 'Q'). */
	struct svg_point	 handle;
	char			 handle_of;
};

/* How many numbers a letter (capital) takes; -1: none of path data. */
static int
letter_arguments(char letter)
{
	switch (letter) {
	case 'Z':
		return 0;
	case 'H': case 'V':
		return 1;
	case 'M': case 'L': case 'T':
		return 2;
	case 'Q': case 'S':
		return 4;
	case 'C':
		return 6;
	case 'A':
		return 7;
	default:
		return -1;
	}
}

/* Numbers become absolute; "v" has room for a curve's six. */
static void
make_absolute(const struct path_reader *r, char letter, int64_t *v, int count)
{
	if (letter == 'H') {
		v[0] += r->pen.x;
	} else if (letter == 'V') {
		v[0] += r->pen.y;
	} else if (letter == 'A') {
		v[5] += r->pen.x;
		v[6] += r->pen.y;
	} else {
		for (int i = 0; i < count; i++)
			v[i] += i % 2 == 0 ? r->pen.x : r->pen.y;
	}
}

/* The handle of a smooth curve: the last one's, seen from the other side. */
static struct svg_point
smooth_handle(const struct path_reader *r, char kind)
{
	if (r->handle_of != kind)
		return r->pen;
	return (struct svg_point){ svg_limited(2 * r->pen.x - r->handle.x),
	    svg_limited(2 * r->pen.y - r->handle.y) };
}

static void
draw_cubic(struct path_reader *r, struct svg_point one, const int64_t v[4])
{
	svg_curve(r->arena, r->path, (int64_t[6]){ one.x, one.y, v[0], v[1],
	    v[2], v[3] });
	r->handle = (struct svg_point){ v[0], v[1] };
	r->handle_of = 'C';
	r->pen = (struct svg_point){ v[2], v[3] };
}

static void
draw_quadratic(struct path_reader *r, struct svg_point handle, int64_t x,
    int64_t y)
{
	svg_curve(r->arena, r->path, (int64_t[6]){
	    two_thirds(r->pen.x, handle.x), two_thirds(r->pen.y, handle.y),
	    two_thirds(x, handle.x), two_thirds(y, handle.y), x, y });
	r->handle = handle;
	r->handle_of = 'Q';
	r->pen = (struct svg_point){ x, y };
}

static void
draw_arc(struct path_reader *r, const int64_t v[7])
{
	struct svg_arc arc = { .from = r->pen, .to = { v[5], v[6] },
	    .rx = v[0] < 0 ? -v[0] : v[0], .ry = v[1] < 0 ? -v[1] : v[1],
	    .degrees = v[2], .large = v[3] != 0, .sweep = v[4] != 0 };

	svg_arc(r->arena, r->path, &arc);
	r->pen = arc.to;
}

static void
draw_line(struct path_reader *r, int64_t x, int64_t y)
{
	svg_line(r->arena, r->path, x, y);
	r->pen = (struct svg_point){ x, y };
}

/* Letters in capitals, numbers absolute. */
static void
draw(struct path_reader *r, char letter, const int64_t v[7])
{
	char before = r->handle_of;

	r->handle_of = '\0';
	switch (letter) {
	case 'M':
		svg_move(r->arena, r->path, v[0], v[1]);
		r->pen = r->start = (struct svg_point){ v[0], v[1] };
		return;
	case 'H':
		draw_line(r, v[0], r->pen.y);
		return;
	case 'V':
		draw_line(r, r->pen.x, v[0]);
		return;
	case 'L':
		draw_line(r, v[0], v[1]);
		return;
	case 'Q':
		draw_quadratic(r, (struct svg_point){ v[0], v[1] }, v[2],
		    v[3]);
		return;
	case 'T':
		r->handle_of = before;
		draw_quadratic(r, smooth_handle(r, 'Q'), v[0], v[1]);
		return;
	case 'C':
		draw_cubic(r, (struct svg_point){ v[0], v[1] }, v + 2);
		return;
	case 'S':
		r->handle_of = before;
		draw_cubic(r, smooth_handle(r, 'C'), v);
		return;
	case 'A':
		draw_arc(r, v);
		return;
	default:
		svg_close(r->arena, r->path);
		r->pen = r->start;
		return;
	}
}

/* A flag of an arc: one digit, which the next number may follow at once. */
static bool
read_flag(struct svg_cursor *c, int64_t *flag)
{
	if (*c->s != '0' && *c->s != '1') {
		c->problem = "the flags of an arc are 0 or 1";
		return false;
	}
	*flag = *c->s++ - '0';
	return true;
}

static bool
read_arguments(struct path_reader *r, char letter, int count, int64_t v[7])
{
	for (int i = 0; i < count; i++) {
		bool flag = letter == 'A' && (i == 3 || i == 4);

		svg_separator(&r->at);
		if (flag ? !read_flag(&r->at, &v[i]) :
		    !svg_number(&r->at, &v[i]))
			return false;
	}
	return true;
}

/* A letter with all its groups of numbers; more groups behind M are lines. */
static bool
read_letter(struct path_reader *r, char letter)
{
	bool relative = letter >= 'a';
	int64_t v[7] = { 0 };
	int count;

	if (relative)
		letter = (char)(letter - 'a' + 'A');
	count = letter_arguments(letter);
	if (count < 0) {
		r->at.problem = "the letters of a path are M L H V C S Q T A "
		    "and Z";
		return false;
	}
	for (;;) {
		if (!read_arguments(r, letter, count, v))
			return false;
		if (relative)
			make_absolute(r, letter, v, count);
		draw(r, letter, v);
		if (count == 0)
			return true;
		svg_separator(&r->at);
		if (*r->at.s == '\0' || (*r->at.s >= 'A' && *r->at.s <= 'z'))
			return true;
		if (letter == 'M')
			letter = 'L';
	}
}

bool
svg_path_data(struct arena *a, struct svg_path *p, const char *d,
    const char **problem)
{
	struct path_reader r = { .arena = a, .path = p, .at = { d, NULL } };

	svg_spaces(&r.at);
	if (*r.at.s != 'M' && *r.at.s != 'm') {
		*problem = "a path starts with M";
		return false;
	}
	while (*r.at.s != '\0') {
		char letter = *r.at.s++;

		if (!read_letter(&r, letter)) {
			*problem = r.at.problem;
			return false;
		}
		svg_spaces(&r.at);
	}
	return true;
}

bool
svg_points(struct arena *a, struct svg_path *p, const char *points,
    bool closed, const char **problem)
{
	struct svg_cursor c = { points, NULL };
	int64_t x, y;
	size_t count = 0;

	for (svg_spaces(&c); *c.s != '\0'; svg_separator(&c), count++) {
		if (!svg_number(&c, &x)) {
			*problem = c.problem;
			return false;
		}
		svg_separator(&c);
		if (!svg_number(&c, &y)) {
			*problem = c.problem;
			return false;
		}
		if (count == 0)
			svg_move(a, p, x, y);
		else
			svg_line(a, p, x, y);
	}
	if (count < 2) {
		*problem = "at least two points are needed";
		return false;
	}
	if (closed)
		svg_close(a, p);
	return true;
}

static int64_t
quarter(int64_t radius)
{
	return dim_scale(radius, QUARTER, 1000000);
}

/* A quarter of an ellipse from the pen at (x0, y0) to (x, y); "flat": it
 * leaves along x. */
static void
quarter_curve(struct arena *a, struct svg_path *p, int64_t x0, int64_t y0,
    int64_t x, int64_t y, bool flat)
{
	int64_t dx = x > x0 ? quarter(x - x0) : -quarter(x0 - x);
	int64_t dy = y > y0 ? quarter(y - y0) : -quarter(y0 - y);
	int64_t v[6] = { x0, y0, x, y, x, y };

	if (flat) {
		v[0] = x0 + dx;
		v[3] = y - dy;
	} else {
		v[1] = y0 + dy;
		v[2] = x - dx;
	}
	svg_curve(a, p, v);
}

void
svg_ellipse(struct arena *a, struct svg_path *p, int64_t cx, int64_t cy,
    int64_t rx, int64_t ry)
{
	svg_move(a, p, cx + rx, cy);
	quarter_curve(a, p, cx + rx, cy, cx, cy + ry, false);
	quarter_curve(a, p, cx, cy + ry, cx - rx, cy, true);
	quarter_curve(a, p, cx - rx, cy, cx, cy - ry, false);
	quarter_curve(a, p, cx, cy - ry, cx + rx, cy, true);
	svg_close(a, p);
}

void
svg_rectangle(struct arena *a, struct svg_path *p, int64_t x, int64_t y,
    int64_t width, int64_t height, int64_t rx, int64_t ry)
{
	int64_t right = x + width, bottom = y + height;

	if (rx > width / 2)
		rx = width / 2;
	if (ry > height / 2)
		ry = height / 2;
	svg_move(a, p, x + rx, y);
	svg_line(a, p, right - rx, y);
	if (rx > 0 && ry > 0)
		quarter_curve(a, p, right - rx, y, right, y + ry, true);
	svg_line(a, p, right, bottom - ry);
	if (rx > 0 && ry > 0)
		quarter_curve(a, p, right, bottom - ry, right - rx, bottom,
		    false);
	svg_line(a, p, x + rx, bottom);
	if (rx > 0 && ry > 0)
		quarter_curve(a, p, x + rx, bottom, x, bottom - ry, true);
	svg_line(a, p, x, y + ry);
	if (rx > 0 && ry > 0)
		quarter_curve(a, p, x, y + ry, x + rx, y, false);
	svg_close(a, p);
}
