/* SPDX-License-Identifier: MIT */
/*
 * The theme's mark -> a PNG.
 *
 * Debian has no small library that paints drawings; the mark is four filled
 * shapes, which raster.c can do.  What that cannot is not painted wrongly: then
 * there is no picture.
 */
#include "site/share_picture.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "doc/drawing.h"
#include "site/compress.h"
#include "site/raster.h"

/* The mark takes this of the picture's height, in pixels. */
#define MARK_HEIGHT 430
/* No mark reaches further from the picture's middle (in 256ths of a pixel), or
 * has more edges: each is looked at in every row. */
#define LENGTH_MOST ((int64_t)1 << 24)
#define EDGES_MOST 10000

struct painting {
	struct arena		*arena;
	struct raster		 canvas;
	const struct drawing	*mark;
	size_t			 edges_left;
	bool			 ok;
};

/* In 256ths of a pixel, of thousandths of the drawing's units. */
static int32_t
scaled(struct painting *p, int64_t length)
{
	length = length * MARK_HEIGHT * RASTER_PIXEL / p->mark->height;
	if (length >= -LENGTH_MOST && length <= LENGTH_MOST)
		return (int32_t)length;
	p->ok = false;
	return 0;
}

/* The drawing's middle is the picture's. */
static struct raster_point
point(struct painting *p, const struct path_step *step, int i)
{
	const int64_t x = (int64_t)step->p[i].x - p->mark->width / 2;
	const int64_t y = (int64_t)step->p[i].y - p->mark->height / 2;

	return (struct raster_point){
	    SHARE_PICTURE_WIDTH * RASTER_PIXEL / 2 + scaled(p, x),
	    SHARE_PICTURE_HEIGHT * RASTER_PIXEL / 2 + scaled(p, y) };
}

static void
put_step(struct painting *p, struct raster_outline *o,
    const struct path_step *step)
{
	struct raster_point points[3];

	switch (step->verb) {
	case PATH_MOVE:
		raster_move(p->arena, o, point(p, step, 0));
		return;
	case PATH_LINE:
		raster_line(p->arena, o, point(p, step, 0));
		return;
	case PATH_CURVE:
		for (int i = 0; i < 3; i++)
			points[i] = point(p, step, i);
		raster_curve(p->arena, o, points);
		return;
	case PATH_CLOSE:
		raster_close(p->arena, o);
		return;
	}
	BUG("verb %d", (int)step->verb);
}

/* Does the clip hide what is outside of the drawing, and nothing else?  That
 * is what shapes get whose handles reach out of it. */
static bool
is_frame(const struct drawing *mark, const struct drawing_clip *clip)
{
	const struct path_step *step;

	if (clip->outer != NULL || clip->step_count < 4)
		return false;
	for (size_t i = 0; i < clip->step_count; i++) {
		step = &clip->steps[i];
		if (step->verb == PATH_CURVE ||
		    (step->verb == PATH_CLOSE) != (i + 1 == clip->step_count))
			return false;
		if (step->verb != PATH_CLOSE && ((step->p[0].x != 0 &&
		    step->p[0].x != mark->width) || (step->p[0].y != 0 &&
		    step->p[0].y != mark->height)))
			return false;
	}
	return true;
}

/* One that is filled with a colour, whole, and nothing else. */
static bool
is_plain(const struct drawing *mark, const struct drawing_shape *shape)
{
	return shape->kind == DRAWING_PATH && shape->stroke == ROLE_NONE &&
	    (shape->fill == ROLE_COLOUR || shape->fill == ROLE_INK) &&
	    shape->fill_transparency == 0 && !shape->even_odd &&
	    (shape->clip == NULL || is_frame(mark, shape->clip));
}

/* The paper round the drawing, once more: what reached out of it is hidden. */
static void
paint_frame(struct painting *p, unsigned paper)
{
	const int32_t w = p->mark->width, h = p->mark->height;
	const int32_t right = SHARE_PICTURE_WIDTH * RASTER_PIXEL;
	const int32_t bottom = SHARE_PICTURE_HEIGHT * RASTER_PIXEL;
	/* The other way round than the picture's own edge: a hole. */
	const struct path_step hole[4] = { { PATH_MOVE, { { 0, 0 } } },
	    { PATH_LINE, { { 0, h } } }, { PATH_LINE, { { w, h } } },
	    { PATH_LINE, { { w, 0 } } } };
	struct raster_outline o;

	memset(&o, 0, sizeof(o));
	raster_move(p->arena, &o, (struct raster_point){ 0, 0 });
	raster_line(p->arena, &o, (struct raster_point){ right, 0 });
	raster_line(p->arena, &o, (struct raster_point){ right, bottom });
	raster_line(p->arena, &o, (struct raster_point){ 0, bottom });
	raster_close(p->arena, &o);
	for (int i = 0; i < 4; i++)
		put_step(p, &o, &hole[i]);
	raster_close(p->arena, &o);
	if (p->ok)
		raster_fill(p->arena, &p->canvas, &o, paper);
}

static void
paint_shape(struct painting *p, const struct drawing_shape *shape)
{
	struct raster_outline o;

	memset(&o, 0, sizeof(o));
	p->ok = is_plain(p->mark, shape);
	for (size_t i = 0; i < shape->step_count && p->ok; i++) {
		put_step(p, &o, &shape->steps[i]);
		p->ok = p->ok && o.edges.len <= p->edges_left;
	}
	if (!p->ok)
		return;
	p->edges_left -= o.edges.len;
	raster_fill(p->arena, &p->canvas, &o,
	    shape->fill == ROLE_COLOUR ? shape->fill_colour : 0);
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
share_picture(struct arena *a, const struct drawing *mark, unsigned paper,
    size_t *len)
{
	struct painting p;
	const char *png = NULL;

	if (mark->height <= 0 || mark->shape_count == 0)
		return NULL;
	memset(&p, 0, sizeof(p));
	p.mark = mark;
	p.edges_left = EDGES_MOST;
	p.ok = true;
	/* Two megabytes of pixels that nobody needs afterwards. */
	p.arena = arena_new();
	p.canvas = raster_new(p.arena, SHARE_PICTURE_WIDTH,
	    SHARE_PICTURE_HEIGHT, paper);
	for (size_t i = 0; i < mark->shape_count && p.ok; i++)
		paint_shape(&p, &mark->shapes[i]);
	if (p.ok)
		paint_frame(&p, paper);
	if (p.ok) {
		png = as_png(p.arena, &p.canvas, len);
		if (png != NULL)
			png = arena_strndup(a, png, *len);
	}
	arena_free(p.arena);
	return png;
}
