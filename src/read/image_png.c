/* SPDX-License-Identifier: MIT */
/*
 * PNG files: rows of 8-bit grey or RGB on white come out of any kind of them,
 * plain ones are written.  Owner of <png.h>.
 *
 * Colours are taken as sRGB: gamma and profiles are not looked at.  libpng
 * reports by longjmp; each function that calls it sets its own mark, and all
 * that must be freed lives in the structure, so that nothing is lost.
 */
#include "read/image_int.h"

#include <png.h>
#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"

/* What a chunk may be unpacked to; only colour tables and the like are. */
#define CHUNK_MAX_BYTES (8 * 1024 * 1024)
/* Deflate makes a byte of no more than 1032; what says that it holds more has
 * not all of it. */
#define DEFLATE_MOST 1032
/* Rows are flushed into chunks of at most this. */
#define IDAT_BYTES (1024 * 1024)
/* zlib's usual level. */
#define COMPRESSION 6

struct image_png {
	png_structp		 png;
	png_infop		 info;
	const uint8_t		*bytes;
	size_t			 len, at;
	jmp_buf			 mark;
	struct image_problem	*problem;
	uint32_t		 width, height, next;
	int			 channels;	/* 1 to 4, with alpha */
	size_t			 row_bytes;
	bool			 interlaced;
	uint8_t			*rows;		/* one; all if interlaced */
	png_bytep		*row_starts;	/* if interlaced */
};

_Noreturn static void
failed(png_structp png, png_const_charp words)
{
	struct image_png *p = png_get_error_ptr(png);

	p->problem->fault = IMAGE_DAMAGED;
	snprintf(p->problem->words, sizeof(p->problem->words), "%s", words);
	longjmp(p->mark, 1);
}

/* What libpng can put right does not harm the picture. */
static void
warned(png_structp png, png_const_charp words)
{
	(void)png;
	(void)words;
}

static png_voidp
allocate(png_structp png, png_alloc_size_t size)
{
	(void)png;
	return mem_alloc(size);
}

static void
release(png_structp png, png_voidp p)
{
	(void)png;
	free(p);
}

static void
read_bytes(png_structp png, png_bytep to, size_t count)
{
	struct image_png *p = png_get_io_ptr(png);

	if (count > p->len - p->at)
		png_error(png, "it ends too early");
	memcpy(to, p->bytes + p->at, count);
	p->at += count;
}

/* Chunks that say nothing about the pixels as we read them. */
static void
skip_chunks(png_structp png)
{
	static const char names[][5] = {
		"bKGD", "cHRM", "eXIf", "gAMA", "hIST", "iCCP", "iTXt",
		"oFFs", "pCAL", "pHYs", "sBIT", "sCAL", "sPLT", "sRGB",
		"sTER", "tEXt", "tIME", "zTXt"
	};

	png_set_keep_unknown_chunks(png, PNG_HANDLE_CHUNK_NEVER,
	    (png_const_bytep)names, (int)(sizeof(names) / sizeof(names[0])));
}

struct image_png *
image_png_open(const char *bytes, size_t len, struct image_problem *problem)
{
	struct image_png *p = mem_calloc(1, sizeof(*p));

	p->bytes = (const uint8_t *)bytes;
	p->len = len;
	p->problem = problem;
	return p;
}

void
image_png_close(struct image_png *p)
{
	if (p->png != NULL)
		png_destroy_read_struct(&p->png, &p->info, NULL);
	free(p->rows);
	free(p->row_starts);
	free(p);
}

bool
image_png_head(struct image_png *p)
{
	if (setjmp(p->mark) != 0)
		return false;
	p->png = png_create_read_struct_2(PNG_LIBPNG_VER_STRING, p, failed,
	    warned, NULL, allocate, release);
	if (p->png == NULL)
		BUG("libpng is not the one this was built with");
	p->info = png_create_info_struct(p->png);
	if (p->info == NULL)
		mem_exhausted();
	png_set_read_fn(p->png, p, read_bytes);
	/* The limit on pixels is the caller's, who says more than libpng. */
	png_set_user_limits(p->png, PNG_UINT_31_MAX, PNG_UINT_31_MAX);
	png_set_chunk_malloc_max(p->png, CHUNK_MAX_BYTES);
	skip_chunks(p->png);
	png_read_info(p->png, p->info);
	p->width = png_get_image_width(p->png, p->info);
	p->height = png_get_image_height(p->png, p->info);
	return true;
}

void
image_png_size(const struct image_png *p, uint32_t *width, uint32_t *height)
{
	*width = p->width;
	*height = p->height;
}

static void
read_interlaced(struct image_png *p)
{
	uint32_t y;

	p->rows = mem_calloc(p->height, p->row_bytes);
	p->row_starts = mem_calloc(p->height, sizeof(*p->row_starts));
	for (y = 0; y < p->height; y++)
		p->row_starts[y] = p->rows + y * p->row_bytes;
	png_read_image(p->png, p->row_starts);
}

bool
image_png_start(struct image_png *p)
{
	if (setjmp(p->mark) != 0)
		return false;
	if (png_get_rowbytes(p->png, p->info) * (uint64_t)p->height /
	    DEFLATE_MOST > p->len)
		png_error(p->png, "it ends too early");
	png_set_expand(p->png);
	png_set_scale_16(p->png);
	p->interlaced = png_set_interlace_handling(p->png) > 1;
	png_read_update_info(p->png, p->info);
	p->channels = png_get_channels(p->png, p->info);
	p->row_bytes = png_get_rowbytes(p->png, p->info);
	if (p->row_bytes != p->width * (size_t)p->channels)
		BUG("%d channels of %u pixels in %zu bytes", p->channels,
		    (unsigned)p->width, p->row_bytes);
	if (p->interlaced)
		read_interlaced(p);
	else
		p->rows = mem_calloc(1, p->row_bytes);
	return true;
}

int
image_png_components(const struct image_png *p)
{
	return p->channels <= 2 ? 1 : 3;
}

/* "s", of channels with alpha last, on white; PNG 1.2, 10.7. */
static void
flatten(uint8_t *to, const uint8_t *s, uint32_t width, int channels)
{
	unsigned alpha;
	uint32_t x;
	int k;

	for (x = 0; x < width; x++, s += channels) {
		alpha = s[channels - 1];
		for (k = 0; k < channels - 1; k++)
			*to++ = (uint8_t)((s[k] * alpha + 255 * (255 - alpha) +
			    127) / 255);
	}
}

static bool
read_row(struct image_png *p)
{
	if (setjmp(p->mark) != 0)
		return false;
	png_read_row(p->png, p->rows, NULL);
	return true;
}

bool
image_png_row(struct image_png *p, uint8_t *row)
{
	const uint8_t *s = p->rows;

	if (p->interlaced)
		s = p->row_starts[p->next];
	else if (!read_row(p))
		return false;
	p->next++;
	if (p->channels % 2 != 0)
		memcpy(row, s, p->row_bytes);
	else
		flatten(row, s, p->width, p->channels);
	return true;
}

bool
image_png_finish(struct image_png *p)
{
	if (setjmp(p->mark) != 0)
		return false;
	png_read_end(p->png, NULL);
	return true;
}

_Noreturn static void
write_failed(png_structp png, png_const_charp words)
{
	(void)png;
	BUG("libpng cannot write: %s", words);
}

static void
write_bytes(png_structp png, png_bytep bytes, size_t count)
{
	buf_put(png_get_io_ptr(png), bytes, count);
}

static void
write_flush(png_structp png)
{
	(void)png;
}

void
image_png_write(const struct image_pixels *pixels, struct buf *out)
{
	size_t row_bytes = pixels->width * (size_t)pixels->components;
	png_infop info = NULL;
	png_structp png;
	uint32_t y;

	png = png_create_write_struct_2(PNG_LIBPNG_VER_STRING, NULL,
	    write_failed, warned, NULL, allocate, release);
	if (png == NULL)
		BUG("libpng is not the one this was built with");
	info = png_create_info_struct(png);
	if (info == NULL)
		mem_exhausted();
	png_set_write_fn(png, out, write_bytes, write_flush);
	png_set_compression_buffer_size(png, IDAT_BYTES);
	png_set_compression_level(png, COMPRESSION);
	png_set_IHDR(png, info, pixels->width, pixels->height, 8,
	    pixels->components == 1 ? PNG_COLOR_TYPE_GRAY :
	    PNG_COLOR_TYPE_RGB, PNG_INTERLACE_NONE,
	    PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
	png_write_info(png, info);
	for (y = 0; y < pixels->height; y++)
		png_write_row(png, pixels->samples + y * row_bytes);
	png_write_end(png, NULL);
	png_destroy_write_struct(&png, &info);
}
