/* SPDX-License-Identifier: MIT */
/*
 * JPEG files: rows of 8-bit grey or RGB come out of any kind of them, ordinary
 * ones are written.  Owner of <jpeglib.h>.
 *
 * A file is whole only if the library has nothing to complain of: what it would
 * patch up with grey, other programs show otherwise.  libjpeg reports by
 * longjmp; each function that calls it sets its own mark, and all that must be
 * freed lives in the structure, so that nothing is lost.
 */
#include "read/image_int.h"

#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* They use FILE and size_t and include neither. */
#include <jpeglib.h>
#include <jerror.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"

/* A progressive file is held as a whole: 3 samples of 2 bytes for each of 100
 * million pixels. */
#define MEMORY_MAX (640L * 1024 * 1024)
/* Layers of a progressive file: cameras and programs make about ten, and every
 * one may go over all pixels. */
#define SCANS_MAX 100
#define SCANS_MAX_PIXELS 1500000000

/* From here on colours are as fine as the rest. */
#define FULL_COLOUR_QUALITY 90

struct image_jpeg {
	struct jpeg_decompress_struct	 in;
	struct jpeg_error_mgr		 errors;
	struct jpeg_progress_mgr	 progress;
	jmp_buf				 mark;
	struct image_problem		*problem;
	const uint8_t			*bytes;
	size_t				 len;
	bool				 open;
	uint8_t				*inks;		/* a row of CMYK */
	uint8_t				*to;		/* where a row goes */
};

static void
give_up(struct image_jpeg *j, enum image_fault fault)
{
	j->problem->fault = fault;
	longjmp(j->mark, 1);
}

static void
failed(j_common_ptr common)
{
	struct image_jpeg *j = common->client_data;
	enum image_fault fault = IMAGE_DAMAGED;
	char words[JMSG_LENGTH_MAX];

	common->err->format_message(common, words);
	snprintf(j->problem->words, sizeof(j->problem->words), "%.*s",
	    (int)sizeof(j->problem->words) - 1, words);
	switch (common->err->msg_code) {
	case JERR_OUT_OF_MEMORY:
		mem_exhausted();
	case JERR_NO_BACKING_STORE:
	case JERR_IMAGE_TOO_BIG:
	case JERR_WIDTH_OVERFLOW:
		fault = IMAGE_TOO_LARGE;
		break;
	case JERR_BAD_PRECISION:
	case JERR_SOF_UNSUPPORTED:
	case JERR_ARITH_NOTIMPL:
	case JERR_CONVERSION_NOTIMPL:
	case JERR_COMPONENT_COUNT:
	case JERR_FRACT_SAMPLE_NOTIMPL:
	case JERR_CCIR601_NOTIMPL:
	case JERR_NOTIMPL:
		fault = IMAGE_NOT_SUPPORTED;
		break;
	default:
		break;
	}
	give_up(j, fault);
}

/* Level -1 is a warning: data was lost, with these exceptions. */
static void
said(j_common_ptr common, int level)
{
	if (level >= 0)
		return;
	switch (common->err->msg_code) {
	case JWRN_EXTRANEOUS_DATA:
	case JWRN_JFIF_MAJOR:
	case JWRN_ADOBE_XFORM:
		return;
	default:
		failed(common);
	}
}

static void
progressed(j_common_ptr common)
{
	struct image_jpeg *j = common->client_data;
	uint64_t scans = (uint64_t)j->in.input_scan_number;
	uint64_t pixels = (uint64_t)j->in.image_width * j->in.image_height;

	if (scans > SCANS_MAX || scans * pixels > SCANS_MAX_PIXELS) {
		snprintf(j->problem->words, sizeof(j->problem->words),
		    "more than %u layers", (unsigned)scans - 1);
		give_up(j, IMAGE_TOO_SLOW);
	}
}

struct image_jpeg *
image_jpeg_open(const char *bytes, size_t len, struct image_problem *problem)
{
	struct image_jpeg *j = mem_calloc(1, sizeof(*j));

	j->bytes = (const uint8_t *)bytes;
	j->len = len;
	j->problem = problem;
	j->in.err = jpeg_std_error(&j->errors);
	j->errors.error_exit = failed;
	j->errors.emit_message = said;
	j->in.client_data = j;
	return j;
}

void
image_jpeg_close(struct image_jpeg *j)
{
	if (j->open)
		jpeg_destroy_decompress(&j->in);
	free(j->inks);
	free(j);
}

static enum picture_turn
find_turn(const struct image_jpeg *j)
{
	enum picture_turn turn = TURN_NONE;
	const struct jpeg_marker_struct *m;

	for (m = j->in.marker_list; m != NULL && turn == TURN_NONE;
	    m = m->next)
		turn = image_exif_turn(m->data, m->data_length);
	return turn;
}

static bool
is_common(const struct image_jpeg *j)
{
	return !j->in.arith_code && j->in.data_precision == 8 &&
	    ((j->in.num_components == 3 &&
	    j->in.jpeg_color_space == JCS_YCbCr) ||
	    (j->in.num_components == 1 &&
	    j->in.jpeg_color_space == JCS_GRAYSCALE));
}

bool
image_jpeg_head(struct image_jpeg *j, struct image_jpeg_head *head)
{
	memset(head, 0, sizeof(*head));
	if (setjmp(j->mark) != 0) {
		/* What was too large is told with its size. */
		head->width = j->in.image_width;
		head->height = j->in.image_height;
		return false;
	}
	j->open = true;
	jpeg_create_decompress(&j->in);
	j->in.client_data = j;
	j->in.mem->max_memory_to_use = MEMORY_MAX;
	j->progress.progress_monitor = progressed;
	j->in.progress = &j->progress;
	jpeg_mem_src(&j->in, j->bytes, j->len);
	/* Where Exif stands. */
	jpeg_save_markers(&j->in, JPEG_APP0 + 1, 0xFFFF);
	(void)jpeg_read_header(&j->in, TRUE);
	head->width = j->in.image_width;
	head->height = j->in.image_height;
	head->components = j->in.num_components;
	head->turn = find_turn(j);
	head->common = is_common(j);
	head->cmyk = j->in.jpeg_color_space == JCS_CMYK ||
	    j->in.jpeg_color_space == JCS_YCCK;
	return true;
}

static bool
large_enough(const struct image_jpeg *j, unsigned eighths,
    uint32_t least_width, uint32_t least_height)
{
	return (uint64_t)j->in.image_width * eighths / 8 >= least_width &&
	    (uint64_t)j->in.image_height * eighths / 8 >= least_height;
}

static void
set_output(struct image_jpeg *j, uint32_t least_width, uint32_t least_height)
{
	J_COLOR_SPACE stored = j->in.jpeg_color_space;
	unsigned eighths = 1;

	while (eighths < 8 && !large_enough(j, eighths, least_width,
	    least_height))
		eighths *= 2;
	j->in.scale_num = eighths;
	j->in.scale_denom = 8;
	j->in.dct_method = JDCT_ISLOW;
	if (stored == JCS_GRAYSCALE)
		j->in.out_color_space = JCS_GRAYSCALE;
	else if (stored == JCS_CMYK || stored == JCS_YCCK)
		j->in.out_color_space = JCS_CMYK;
	else
		j->in.out_color_space = JCS_RGB;
}

bool
image_jpeg_start(struct image_jpeg *j, uint32_t least_width,
    uint32_t least_height, uint32_t *width, uint32_t *height)
{
	if (setjmp(j->mark) != 0)
		return false;
	/* Each block of 8 x 8 is a bit at least, if it is not coded
	 * arithmetically. */
	if (!j->in.arith_code && (uint64_t)j->in.image_width *
	    j->in.image_height / 64 / 8 > j->len)
		ERREXIT(&j->in, JERR_INPUT_EOF);
	set_output(j, least_width, least_height);
	(void)jpeg_start_decompress(&j->in);
	*width = j->in.output_width;
	*height = j->in.output_height;
	if (j->in.out_color_space == JCS_CMYK)
		j->inks = mem_calloc(j->in.output_width, 4);
	return true;
}

int
image_jpeg_components(const struct image_jpeg *j)
{
	return j->in.out_color_space == JCS_GRAYSCALE ? 1 : 3;
}

/* Printing inks to light, without a profile.  Adobe's programs write them
 * inverted, and say so by their marker. */
static void
mix_inks(const struct image_jpeg *j)
{
	const uint8_t *ink = j->inks;
	uint8_t *to = j->to;
	unsigned k, light, black;
	uint32_t x;

	for (x = 0; x < j->in.output_width; x++, ink += 4) {
		black = j->in.saw_Adobe_marker ? ink[3] : 255U - ink[3];
		for (k = 0; k < 3; k++) {
			light = j->in.saw_Adobe_marker ? ink[k] :
			    255U - ink[k];
			*to++ = (uint8_t)((light * black + 127) / 255);
		}
	}
}

static void
read_row(struct image_jpeg *j)
{
	JSAMPROW to = j->inks != NULL ? j->inks : j->to;

	if (jpeg_read_scanlines(&j->in, &to, 1) != 1)
		BUG("libjpeg has no row where one was due");
	if (j->inks != NULL)
		mix_inks(j);
}

bool
image_jpeg_row(struct image_jpeg *j, uint8_t *row)
{
	j->to = row;
	if (setjmp(j->mark) != 0)
		return false;
	read_row(j);
	return true;
}

bool
image_jpeg_finish(struct image_jpeg *j)
{
	if (setjmp(j->mark) != 0)
		return false;
	(void)jpeg_finish_decompress(&j->in);
	return true;
}

static void
write_failed(j_common_ptr common)
{
	char words[JMSG_LENGTH_MAX];

	if (common->err->msg_code == JERR_OUT_OF_MEMORY)
		mem_exhausted();
	common->err->format_message(common, words);
	BUG("libjpeg cannot write: %s", words);
}

void
image_jpeg_write(const struct image_pixels *p, int quality, struct buf *out)
{
	size_t row_bytes = p->width * (size_t)p->components;
	struct jpeg_compress_struct to;
	struct jpeg_error_mgr errors;
	unsigned char *bytes = NULL;
	unsigned long len = 0;
	JSAMPROW row;

	memset(&to, 0, sizeof(to));
	to.err = jpeg_std_error(&errors);
	errors.error_exit = write_failed;
	jpeg_create_compress(&to);
	jpeg_mem_dest(&to, &bytes, &len);
	to.image_width = p->width;
	to.image_height = p->height;
	to.input_components = p->components;
	to.in_color_space = p->components == 1 ? JCS_GRAYSCALE : JCS_RGB;
	jpeg_set_defaults(&to);
	jpeg_set_quality(&to, quality, TRUE);
	if (quality >= FULL_COLOUR_QUALITY)
		to.comp_info[0].h_samp_factor = to.comp_info[0].v_samp_factor =
		    1;
	to.dct_method = JDCT_ISLOW;
	to.optimize_coding = TRUE;
	jpeg_start_compress(&to, TRUE);
	while (to.next_scanline < to.image_height) {
		row = p->samples + to.next_scanline * row_bytes;
		(void)jpeg_write_scanlines(&to, &row, 1);
	}
	jpeg_finish_compress(&to);
	jpeg_destroy_compress(&to);
	buf_put(out, bytes, len);
	free(bytes);
}
