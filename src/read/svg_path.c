/* SPDX-License-Identifier: MIT */
/*
 * Comes in: the text of attributes such as d="M1 2L3 4".  Goes out: steps of a
 * path in whole thousandths.  Everything is absolute; what is not on the short
 * list of letters is refused in words.
 */
#include "read/svg_path.h"

#include <string.h>

#include "base/arena.h"

/* How far a control point of a quarter circle is from its end: 4/3 of
 * (sqrt(2) - 1) of the radius, in millionths. */
#define QUARTER 552285

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

static void
skip_spaces(struct svg_cursor *c)
{
	while (is_space(*c->s))
		c->s++;
}

void
svg_separator(struct svg_cursor *c)
{
	skip_spaces(c);
	if (*c->s == ',')
		c->s++;
	skip_spaces(c);
}

bool
svg_number(struct svg_cursor *c, int32_t *value)
{
	bool negative = *c->s == '-';
	int64_t sum = 0;
	int digits = 0, places = 0;

	if (*c->s == '-' || *c->s == '+')
		c->s++;
	for (; is_digit(*c->s); c->s++, digits++) {
		if (sum <= SVG_MAX_LENGTH)
			sum = sum * 10 + (*c->s - '0');
	}
	if (*c->s == '.') {
		for (c->s++; is_digit(*c->s); c->s++, digits++) {
			if (places < 3 && sum <= SVG_MAX_LENGTH)
				sum = sum * 10 + (*c->s - '0');
			else if (places == 3 && *c->s >= '5')
				sum++;
			places++;
		}
	}
	if (digits == 0) {
		c->problem = "a number is missing";
		return false;
	}
	for (; places < 3; places++)
		sum *= 10;
	if (*c->s == 'e' || *c->s == 'E') {
		c->problem = "numbers with an exponent are not read";
		return false;
	}
	if (sum > SVG_MAX_LENGTH) {
		c->problem = "a number is larger than 10000";
		return false;
	}
	*value = (int32_t)(negative ? -sum : sum);
	return true;
}

bool
svg_whole_number(const char *s, int32_t *value)
{
	struct svg_cursor c = { s, NULL };

	skip_spaces(&c);
	if (!svg_number(&c, value))
		return false;
	skip_spaces(&c);
	return *c.s == '\0';
}

static struct path_step *
step(struct arena *a, struct svg_path *p, enum path_verb verb)
{
	struct path_step *s = vec_push(a, &p->steps);

	s->verb = verb;
	return s;
}

void
svg_move(struct arena *a, struct svg_path *p, int32_t x, int32_t y)
{
	struct path_step *s = step(a, p, PATH_MOVE);

	s->p[0].x = x;
	s->p[0].y = y;
}

void
svg_line(struct arena *a, struct svg_path *p, int32_t x, int32_t y)
{
	struct path_step *s = step(a, p, PATH_LINE);

	s->p[0].x = x;
	s->p[0].y = y;
}

void
svg_close(struct arena *a, struct svg_path *p)
{
	(void)step(a, p, PATH_CLOSE);
}

/* x1 y1 x2 y2 x y */
static void
curve(struct arena *a, struct svg_path *p, const int32_t v[6])
{
	struct path_step *s = step(a, p, PATH_CURVE);

	for (size_t i = 0; i < 3; i++) {
		s->p[i].x = v[2 * i];
		s->p[i].y = v[2 * i + 1];
	}
}

/* "from" and two thirds of the way to "to", rounded half away from zero. */
static int32_t
two_thirds(int32_t from, int32_t to)
{
	int64_t way = ((int64_t)to - from) * 2;

	way = way >= 0 ? (way * 2 + 3) / 6 : -((-way * 2 + 3) / 6);
	return (int32_t)(from + way);
}

struct path_reader {
	struct arena		*arena;
	struct svg_path		*path;
	struct svg_cursor	 at;
	int32_t			 x, y;		/* where the pen is */
	int32_t			 start_x, start_y;	/* of the subpath */
};

/* How many numbers a letter takes; -1: a letter that is not read. */
static int
letter_arguments(char letter)
{
	switch (letter) {
	case 'Z': case 'z':
		return 0;
	case 'H': case 'V':
		return 1;
	case 'M': case 'L':
		return 2;
	case 'Q':
		return 4;
	case 'C':
		return 6;
	default:
		return -1;
	}
}

static void
draw(struct path_reader *r, char letter, const int32_t v[6])
{
	int32_t c[6];

	switch (letter) {
	case 'M':
		svg_move(r->arena, r->path, v[0], v[1]);
		r->start_x = v[0];
		r->start_y = v[1];
		break;
	case 'L':
		svg_line(r->arena, r->path, v[0], v[1]);
		break;
	case 'H':
		svg_line(r->arena, r->path, v[0], r->y);
		r->x = v[0];
		return;
	case 'V':
		svg_line(r->arena, r->path, r->x, v[0]);
		r->y = v[0];
		return;
	case 'Q':
		c[0] = two_thirds(r->x, v[0]);
		c[1] = two_thirds(r->y, v[1]);
		c[2] = two_thirds(v[2], v[0]);
		c[3] = two_thirds(v[3], v[1]);
		c[4] = v[2];
		c[5] = v[3];
		curve(r->arena, r->path, c);
		r->x = v[2];
		r->y = v[3];
		return;
	case 'C':
		curve(r->arena, r->path, v);
		r->x = v[4];
		r->y = v[5];
		return;
	default:
		svg_close(r->arena, r->path);
		r->x = r->start_x;
		r->y = r->start_y;
		return;
	}
	r->x = v[0];
	r->y = v[1];
}

static bool
read_arguments(struct path_reader *r, int count, int32_t v[6])
{
	for (int i = 0; i < count; i++) {
		svg_separator(&r->at);
		if (!svg_number(&r->at, &v[i]))
			return false;
	}
	return true;
}

/* A letter with all its groups of numbers; more groups behind M are lines. */
static bool
read_letter(struct path_reader *r, char letter)
{
	int count = letter_arguments(letter);
	int32_t v[6] = { 0 };

	if (count < 0) {
		r->at.problem = strchr("mlhvcqtsa", letter) != NULL ?
		    "small letters (relative points) and the letters S, T, A "
		    "are not read" : "only the letters M L H V C Q Z are read";
		return false;
	}
	for (;;) {
		if (!read_arguments(r, count, v))
			return false;
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

	skip_spaces(&r.at);
	if (*r.at.s != 'M') {
		*problem = "a path starts with M";
		return false;
	}
	while (*r.at.s != '\0') {
		char letter = *r.at.s++;

		if (!read_letter(&r, letter)) {
			*problem = r.at.problem;
			return false;
		}
		skip_spaces(&r.at);
	}
	return true;
}

bool
svg_points(struct arena *a, struct svg_path *p, const char *points,
    bool closed, const char **problem)
{
	struct svg_cursor c = { points, NULL };
	int32_t x, y;
	size_t count = 0;

	for (skip_spaces(&c); *c.s != '\0'; svg_separator(&c), count++) {
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

static int32_t
quarter(int32_t radius)
{
	return (int32_t)(((int64_t)radius * QUARTER + 500000) / 1000000);
}

/* A quarter of an ellipse from the pen at (x0, y0) to (x, y); "flat": it
 * leaves along x. */
static void
quarter_curve(struct arena *a, struct svg_path *p, int32_t x0, int32_t y0,
    int32_t x, int32_t y, bool flat)
{
	int32_t dx = x > x0 ? quarter(x - x0) : -quarter(x0 - x);
	int32_t dy = y > y0 ? quarter(y - y0) : -quarter(y0 - y);
	int32_t v[6] = { x0, y0, x, y, x, y };

	if (flat) {
		v[0] = x0 + dx;
		v[3] = y - dy;
	} else {
		v[1] = y0 + dy;
		v[2] = x - dx;
	}
	curve(a, p, v);
}

void
svg_ellipse(struct arena *a, struct svg_path *p, int32_t cx, int32_t cy,
    int32_t rx, int32_t ry)
{
	svg_move(a, p, cx + rx, cy);
	quarter_curve(a, p, cx + rx, cy, cx, cy + ry, false);
	quarter_curve(a, p, cx, cy + ry, cx - rx, cy, true);
	quarter_curve(a, p, cx - rx, cy, cx, cy - ry, false);
	quarter_curve(a, p, cx, cy - ry, cx + rx, cy, true);
	svg_close(a, p);
}

void
svg_rectangle(struct arena *a, struct svg_path *p, int32_t x, int32_t y,
    int32_t width, int32_t height, int32_t rx, int32_t ry)
{
	int32_t right = x + width, bottom = y + height;

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
