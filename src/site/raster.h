/* SPDX-License-Identifier: MIT */
/*
 * Filled outlines on a canvas of pixels, with smooth edges.
 *
 * Whole numbers alone, so that every machine paints the same.  Lengths are
 * 256ths of a pixel, y down.
 */
#ifndef SITE_RASTER_H
#define SITE_RASTER_H

#include <stddef.h>
#include <stdint.h>

#include "base/vec.h"

struct arena;

#define RASTER_PIXEL 256

struct raster_point {
	int32_t	x, y;
};

struct raster_edge {
	struct raster_point	from, to;
};

/* One shape: its outline as straight edges, all closed. */
struct raster_outline {
	VEC(struct raster_edge)	edges;
	struct raster_point	start, at;
};

struct raster {
	int	 width, height;		/* pixels */
	uint8_t	*rgb;			/* 3 bytes a pixel, row by row */
};

/* A canvas in "a", all of it 0xRRGGBB. */
struct raster raster_new(struct arena *a, int width, int height,
    unsigned colour);
void raster_move(struct arena *a, struct raster_outline *o,
    struct raster_point to);
void raster_line(struct arena *a, struct raster_outline *o,
    struct raster_point to);
/* A cubic Bezier curve: two handles and the end. */
void raster_curve(struct arena *a, struct raster_outline *o,
    const struct raster_point p[3]);
void raster_close(struct arena *a, struct raster_outline *o);
/* Paints the outline by the nonzero rule; an open one is closed first. */
void raster_fill(struct arena *a, struct raster *r, struct raster_outline *o,
    unsigned colour);

#endif
