/* SPDX-License-Identifier: MIT */
/*
 * What the files image*.c share: pixels in memory, and the readers and writers
 * of the two formats.
 */
#ifndef READ_IMAGE_INT_H
#define READ_IMAGE_INT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "doc/picture.h"

struct arena;
struct buf;

/* Why a file cannot be used. */
enum image_fault {
	IMAGE_FINE,
	IMAGE_DAMAGED,
	IMAGE_NOT_SUPPORTED,	/* a rare variety of the format */
	IMAGE_TOO_LARGE,	/* more pixels than the limit */
	IMAGE_TOO_SLOW		/* as many layers as no camera makes */
};

struct image_problem {
	enum image_fault	fault;
	char			words[160];	/* the library's; may be "" */
};

/* A whole picture, top row first, 8 bit a sample; freed by its owner. */
struct image_pixels {
	uint32_t	 width, height;
	int		 components;		/* 1: grey, 3: RGB */
	uint8_t		*samples;
};

size_t image_pixels_bytes(const struct image_pixels *p);
void image_pixels_free(struct image_pixels *p);
/* Stands upright afterwards. */
void image_turn(struct image_pixels *p, enum picture_turn turn);
/* To one component, by luma (ITU-R BT.601). */
void image_to_grey(struct image_pixels *p);
/* The same if no pixel has a colour. */
void image_drop_colour(struct image_pixels *p);

/* Makes a picture smaller, or copies it, row by row. */
struct image_reducer {
	uint32_t		 from_width, from_height;
	struct image_pixels	 to;
	uint64_t		*row, *sum;	/* of to.width pixels */
	uint64_t		 filled;	/* of a row of "to" */
	uint32_t		 next;		/* row of "to" */
};

/* "to" is at most as large as "from". */
void image_reducer_open(struct image_reducer *r, uint32_t from_width,
    uint32_t from_height, int components, uint32_t to_width,
    uint32_t to_height);
void image_reducer_row(struct image_reducer *r, const uint8_t *row);
/* Frees all but "to". */
void image_reducer_close(struct image_reducer *r);

/* The size that fits into most_width x most_height, never larger than it is. */
void image_fit(uint32_t width, uint32_t height, uint32_t most_width,
    uint32_t most_height, uint32_t *fit_width, uint32_t *fit_height);

/*
 * Readers.  Open reads the head alone; rows come from top to bottom, with
 * "components" 8-bit samples a pixel; finish reads the file's end.  False after
 * a problem, which is in *problem; close in any case.
 */
struct image_png;

struct image_png *image_png_open(const char *bytes, size_t len,
    struct image_problem *problem);
void image_png_close(struct image_png *png);
bool image_png_head(struct image_png *png);
void image_png_size(const struct image_png *png, uint32_t *width,
    uint32_t *height);
/* Prepares decoding: from here on memory goes by the size. */
bool image_png_start(struct image_png *png);
/* 1 or 3; the transparent is white. */
int image_png_components(const struct image_png *png);
bool image_png_row(struct image_png *png, uint8_t *row);
bool image_png_finish(struct image_png *png);
/* Appends a PNG file. */
void image_png_write(const struct image_pixels *p, struct buf *out);

struct image_jpeg;

struct image_jpeg_head {
	uint32_t		width, height;
	int			components;
	enum picture_turn	turn;
	/* YCbCr or grey, Huffman coded: what every reader of PDF shows. */
	bool			common;
	bool			cmyk;
};

struct image_jpeg *image_jpeg_open(const char *bytes, size_t len,
    struct image_problem *problem);
void image_jpeg_close(struct image_jpeg *jpeg);
bool image_jpeg_head(struct image_jpeg *jpeg, struct image_jpeg_head *head);
/*
 * Prepares decoding at a size that may be smaller than the file's, though not
 * smaller than least_width x least_height; *width, *height become it.
 */
bool image_jpeg_start(struct image_jpeg *jpeg, uint32_t least_width,
    uint32_t least_height, uint32_t *width, uint32_t *height);
/* 1 or 3. */
int image_jpeg_components(const struct image_jpeg *jpeg);
bool image_jpeg_row(struct image_jpeg *jpeg, uint8_t *row);
bool image_jpeg_finish(struct image_jpeg *jpeg);
/* Appends a JPEG file; "quality" 1 to 100. */
void image_jpeg_write(const struct image_pixels *p, int quality,
    struct buf *out);

/* image_segments.c: the parts of a JPEG file (ITU-T T.81, B.1). */

/* The orientation in an APP1 segment's content, TURN_NONE if it says none. */
enum picture_turn image_exif_turn(const uint8_t *bytes, size_t len);
/* Appends the picture alone: no comments, no metadata, no thumbnail, nothing
 * behind its end.  False if the segments are not as they should be. */
bool image_jpeg_strip(const char *bytes, size_t len, struct buf *out);

#endif
