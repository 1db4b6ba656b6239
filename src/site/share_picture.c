/* SPDX-License-Identifier: MIT */
/*
 * The theme's mark -> a PNG.
 *
 * Debian has no small library that paints SVG; the mark is four filled shapes,
 * so they are read from the theme's file here and painted by raster.c.  What
 * this does not know is not painted wrongly: then there is no picture.
 */
#include "site/share_picture.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/str.h"
#include "site/compress.h"
#include "site/raster.h"

/* The mark takes this of the picture's height, in pixels. */
#define MARK_HEIGHT 430
/* No mark has longer numbers, reaches further from the picture's middle (in
 * 256ths of a pixel), or has more edges: each is looked at in every row. */
#define VALUE_MOST ((int64_t)1000000)
#define LENGTH_MOST ((int64_t)1 << 24)
#define EDGES_MOST 10000

/* Thousandths of the drawing's units. */
struct view {
	int64_t	x, y, width, height;
};

struct painting {
	struct arena	*arena;
	struct raster	 canvas;
	struct view	 view;
	unsigned	 colour;	/* of the group, or black */
	bool		 in_group;
	size_t		 edges_left;
	bool		 painted, ok;
};

static void
skip(const char **s)
{
	*s += strspn(*s, " \t\r\n,");
}

/* A decimal number as thousandths; further digits are cut off. */
static int64_t
number(struct painting *p, const char **s)
{
	int64_t value = 0, unit = 1000;
	bool minus, any = false;

	skip(s);
	minus = **s == '-';
	*s += minus;
	for (; **s >= '0' && **s <= '9' && value < VALUE_MOST; (*s)++) {
		value = value * 10 + (**s - '0');
		any = true;
	}
	value *= 1000;
	if (**s == '.') {
		for ((*s)++; **s >= '0' && **s <= '9'; (*s)++) {
			unit /= 10;
			value += unit * (**s - '0');
			any = true;
		}
	}
	/* 1e3 and 1000000 are numbers as well, but no mark's. */
	if (!any || **s == 'e' || **s == 'E' || (**s >= '0' && **s <= '9'))
		p->ok = false;
	return minus ? -value : value;
}

/* In 256ths of a pixel. */
static int32_t
scaled(struct painting *p, int64_t length)
{
	length = length * MARK_HEIGHT * RASTER_PIXEL / p->view.height;
	if (length >= -LENGTH_MOST && length <= LENGTH_MOST)
		return (int32_t)length;
	p->ok = false;
	return 0;
}

static struct raster_point
point(struct painting *p, const char **s)
{
	const int64_t x = number(p, s) - p->view.x - p->view.width / 2;
	const int64_t y = number(p, s) - p->view.y - p->view.height / 2;

	return (struct raster_point){
	    SHARE_PICTURE_WIDTH * RASTER_PIXEL / 2 + scaled(p, x),
	    SHARE_PICTURE_HEIGHT * RASTER_PIXEL / 2 + scaled(p, y) };
}

/*
 * The values of a tag's attributes, "s" being behind its name: those of "names"
 * into "values", NULL if they are not there.  False if it has others, which
 * could change what it looks like.
 */
static bool
read_values(struct painting *p, const char *s, const char *const *names,
    const char **values)
{
	const char *end;
	size_t len, i;

	for (i = 0; names[i] != NULL; i++)
		values[i] = NULL;
	for (;;) {
		s += strspn(s, " \t\r\n");
		s += *s == '/';
		if (*s == '>')
			return true;
		len = strcspn(s, "= \t\r\n/<>\"");
		if (!str_starts(s + len, "=\""))
			return false;
		for (i = 0; names[i] != NULL; i++) {
			if (strlen(names[i]) == len &&
			    strncmp(names[i], s, len) == 0)
				break;
		}
		s += len + 2;
		end = strchr(s, '"');
		if (names[i] == NULL || end == NULL)
			return false;
		values[i] = arena_strndup(p->arena, s, (size_t)(end - s));
		s = end + 1;
	}
}

static void
put_path(struct painting *p, struct raster_outline *o, const char *s)
{
	struct raster_point points[3];
	char verb = '\0';

	for (skip(&s); *s != '\0' && p->ok; skip(&s)) {
		if (o->edges.len > p->edges_left)
			p->ok = false;
		if (strchr("MLCZ", *s) != NULL)
			verb = *s++;
		switch (verb) {
		case 'M':
			raster_move(p->arena, o, point(p, &s));
			verb = 'L';
			break;
		case 'L':
			raster_line(p->arena, o, point(p, &s));
			break;
		case 'C':
			for (int i = 0; i < 3; i++)
				points[i] = point(p, &s);
			raster_curve(p->arena, o, points);
			break;
		case 'Z':
			raster_close(p->arena, o);
			verb = '\0';
			break;
		default:
			p->ok = false;
		}
	}
}

static void
put_circle(struct painting *p, struct raster_outline *o, const char *cx,
    const char *cy, const char *r)
{
	const char *centre;
	int32_t radius;

	if (cx == NULL || cy == NULL || r == NULL) {
		p->ok = false;
		return;
	}
	centre = arena_printf(p->arena, "%s %s", cx, cy);
	radius = scaled(p, number(p, &r));
	p->ok = p->ok && radius >= 0;
	raster_circle(p->arena, o, point(p, &centre), radius);
}

static bool
read_colour(const char *text, unsigned *colour)
{
	static const char digits[] = "0123456789abcdef";

	*colour = 0;
	if (text == NULL || strlen(text) != 7 || *text != '#')
		return false;
	for (int i = 1; i < 7; i++) {
		const char *digit = strchr(digits, text[i]);

		if (digit == NULL)
			return false;
		*colour = *colour * 16 + (unsigned)(digit - digits);
	}
	return true;
}

/* "tag" is behind "<svg". */
static void
read_view(struct painting *p, const char *tag)
{
	static const char *const names[] = { "viewBox", "xmlns", "width",
	    "height", NULL };
	const char *values[4], *box;

	p->ok = read_values(p, tag, names, values) && values[0] != NULL;
	if (!p->ok)
		return;
	box = values[0];
	p->view.x = number(p, &box);
	p->view.y = number(p, &box);
	p->view.width = number(p, &box);
	p->view.height = number(p, &box);
	p->ok = p->ok && p->view.width > 0 && p->view.height > 0;
}

/* A group gives its colour to what is in it; there are none in groups. */
static void
open_group(struct painting *p, const char *tag)
{
	static const char *const names[] = { "fill", NULL };
	const char *fill;

	p->ok = !p->in_group && read_values(p, tag, names, &fill) &&
	    (fill == NULL || read_colour(fill, &p->colour));
	p->in_group = true;
}

static void
paint_shape(struct painting *p, const char *tag, bool circle)
{
	static const char *const circle_names[] = { "fill", "cx", "cy", "r",
	    NULL };
	static const char *const path_names[] = { "fill", "d", NULL };
	const char *values[4];
	struct raster_outline o;
	unsigned colour = p->colour;

	memset(&o, 0, sizeof(o));
	p->ok = read_values(p, tag, circle ? circle_names : path_names,
	    values) && (values[0] == NULL || read_colour(values[0], &colour));
	if (p->ok && circle)
		put_circle(p, &o, values[1], values[2], values[3]);
	else if (p->ok && values[1] != NULL)
		put_path(p, &o, values[1]);
	p->ok = p->ok && o.edges.len <= p->edges_left;
	if (!p->ok)
		return;
	p->edges_left -= o.edges.len;
	p->painted = true;
	raster_fill(p->arena, &p->canvas, &o, colour);
}

/* One element, "tag" being at its "<". */
static void
paint_tag(struct painting *p, const char *tag)
{
	if (str_starts(tag, "</")) {
		p->in_group = false;
		p->colour = 0;
	} else if (str_starts(tag, "<g ") || str_starts(tag, "<g>"))
		open_group(p, tag + strlen("<g"));
	else if (str_starts(tag, "<circle "))
		paint_shape(p, tag + strlen("<circle"), true);
	else if (str_starts(tag, "<path "))
		paint_shape(p, tag + strlen("<path"), false);
	else
		p->ok = false;
}

static void
paint(struct painting *p, const char *svg)
{
	const char *tag = strstr(svg, "<svg ");

	if (tag == NULL)
		return;
	read_view(p, tag + strlen("<svg"));
	for (tag = strchr(tag + 1, '<'); tag != NULL && p->ok;
	    tag = strchr(tag + 1, '<'))
		paint_tag(p, tag);
	p->ok = p->ok && p->painted;
}

static void
put_number(struct buf *out, uint32_t n)
{
	for (int shift = 24; shift >= 0; shift -= 8)
		buf_putc(out, (char)(uint8_t)(n >> shift));
}

/* Length, type, bytes, check (ISO/IEC 15948, 5.3). */
static void
put_chunk(struct buf *out, const char *type, const void *bytes, size_t len)
{
	size_t start;

	put_number(out, (uint32_t)len);
	start = out->len;
	buf_puts(out, type);
	buf_put(out, bytes, len);
	put_number(out, compress_crc32(out->data + start, out->len - start));
}

/* 8-bit RGB, each row as it is. */
static const char *
as_png(struct arena *a, const struct raster *r, size_t *len)
{
	const size_t row = 3 * (size_t)r->width;
	const char *packed, *bytes;
	struct buf out, rows;
	size_t packed_len;

	buf_init(&out);
	buf_init(&rows);
	for (int y = 0; y < r->height; y++) {
		buf_putc(&rows, '\0');
		buf_put(&rows, r->rgb + (size_t)y * row, row);
	}
	packed = compress_zlib(a, rows.data, rows.len, &packed_len);
	buf_put(&out, "\x89PNG\r\n\x1A\n", 8);
	buf_clear(&rows);
	put_number(&rows, (uint32_t)r->width);
	put_number(&rows, (uint32_t)r->height);
	buf_put(&rows, "\x08\x02\0\0\0", 5);
	put_chunk(&out, "IHDR", rows.data, rows.len);
	if (packed != NULL)
		put_chunk(&out, "IDAT", packed, packed_len);
	put_chunk(&out, "IEND", "", 0);
	*len = out.len;
	bytes = arena_strndup(a, out.data, out.len);
	buf_release(&out);
	buf_release(&rows);
	return packed != NULL ? bytes : NULL;
}

const char *
share_picture(struct arena *a, const char *svg, unsigned paper, size_t *len)
{
	struct painting p;
	const char *png = NULL;

	memset(&p, 0, sizeof(p));
	/* Two megabytes of pixels that nobody needs afterwards. */
	p.arena = arena_new();
	p.canvas = raster_new(p.arena, SHARE_PICTURE_WIDTH,
	    SHARE_PICTURE_HEIGHT, paper);
	p.edges_left = EDGES_MOST;
	paint(&p, svg);
	if (p.ok) {
		png = as_png(p.arena, &p.canvas, len);
		if (png != NULL)
			png = arena_strndup(a, png, *len);
	}
	arena_free(p.arena);
	return png;
}
