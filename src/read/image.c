/* SPDX-License-Identifier: MIT */
/*
 * Comes in: a PNG or JPEG file.  Goes out: a picture for paper and one for the
 * web, or a message in the editor's words.
 *
 * Paper gets an ordinary JPEG as it is, without its metadata; all else is
 * written anew.  The web gets what fits a screen.  Both formats are decoded to
 * the last row whatever becomes of the rows: only so it is known that the file
 * is whole.
 */
#include "read/image.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/messages.h"
#include "doc/picture.h"
#include "read/image_int.h"

/* Over 350 dots an inch on the widest text block, that of A4. */
#define PAPER_WIDTH	2400
#define PAPER_HEIGHT	4800
/* Twice the column of a page, for screens with fine dots. */
#define WEB_WIDTH	1280
#define WEB_HEIGHT	4096
#define PAPER_QUALITY	90
/* What a phone may load for one picture; if need be quality gives way. */
#define WEB_BYTES	(300 * 1024)
/* A PNG this heavy may be a photo; then it goes to the web as a JPEG, if that
 * is half as heavy or less. */
#define WEB_PNG_BYTES	(200 * 1024)
/* A JPEG is written anew for the web if it has more bits a pixel. */
#define WEB_BITS	4

static const int web_qualities[] = { 80, 65, 50 };

/* One file while it is read. */
struct image_job {
	struct arena		*arena;
	struct diag_list	*dl;
	struct span		 at;
	const char		*bytes;
	size_t			 len;
	bool			 grey;
	struct image_problem	 problem;
	struct picture		*picture;
	/* What is gathered row by row; samples NULL: not asked for. */
	struct image_reducer	 paper, web;
	uint8_t			*row;
};

static bool
complain(struct image_job *job)
{
	const struct picture *p = job->picture;

	switch (job->problem.fault) {
	case IMAGE_FINE:
		BUG("%s has no problem", p->name);
	case IMAGE_DAMAGED:
		diag_say(job->dl, job->at, NULL, SAY_PICTURE_DAMAGED, p->name,
		    job->problem.words);
		break;
	case IMAGE_NOT_SUPPORTED:
		diag_say(job->dl, job->at, NULL, SAY_PICTURE_VARIETY, p->name,
		    job->problem.words);
		break;
	case IMAGE_TOO_LARGE:
		diag_say(job->dl, job->at, NULL, SAY_PICTURE_TOO_LARGE,
		    p->name, (unsigned long)p->width,
		    (unsigned long)p->height);
		break;
	case IMAGE_TOO_SLOW:
		diag_say(job->dl, job->at, NULL, SAY_PICTURE_TOO_SLOW, p->name,
		    job->problem.words);
		break;
	}
	return false;
}

/* Before anything is decoded. */
static bool
check_size(struct image_job *job, uint32_t width, uint32_t height)
{
	job->picture->width = width;
	job->picture->height = height;
	if (width <= IMAGE_MAX_SIDE && height <= IMAGE_MAX_SIDE &&
	    (uint64_t)width * height <= IMAGE_MAX_PIXELS)
		return true;
	job->problem.fault = IMAGE_TOO_LARGE;
	return complain(job);
}

/* The size that is stored for what stands upright within a width and height. */
static void
fit(const struct picture *p, enum picture_turn turn, uint32_t most_width,
    uint32_t most_height, uint32_t *width, uint32_t *height)
{
	if (turn >= TURN_TRANSPOSED)
		image_fit(p->height, p->width, most_height, most_width, width,
		    height);
	else
		image_fit(p->width, p->height, most_width, most_height, width,
		    height);
}

static void
put_rows(struct image_job *job)
{
	if (job->paper.to.samples != NULL)
		image_reducer_row(&job->paper, job->row);
	if (job->web.to.samples != NULL)
		image_reducer_row(&job->web, job->row);
}

static void
keep_file(struct image_job *job, struct picture_file *file,
    enum picture_form form, const struct image_pixels *p, struct buf *bytes)
{
	file->form = form;
	file->components = p->components;
	file->width = p->width;
	file->height = p->height;
	file->bytes = arena_strndup(job->arena, bytes->data, bytes->len);
	file->len = bytes->len;
	buf_release(bytes);
}

static void
keep_paper_jpeg(struct image_job *job, struct picture_file *file,
    const struct image_pixels *p)
{
	struct buf bytes;

	buf_init(&bytes);
	image_jpeg_write(p, PAPER_QUALITY, &bytes);
	keep_file(job, file, PICTURE_JPEG, p, &bytes);
}

static void
keep_png(struct image_job *job, struct picture_file *file,
    const struct image_pixels *p)
{
	struct buf bytes;

	buf_init(&bytes);
	image_png_write(p, &bytes);
	keep_file(job, file, PICTURE_PNG, p, &bytes);
}

static void
keep_web_jpeg(struct image_job *job, struct picture_file *file,
    const struct image_pixels *p)
{
	const size_t count = sizeof(web_qualities) / sizeof(web_qualities[0]);
	struct buf bytes;
	size_t i;

	buf_init(&bytes);
	for (i = 0; i == 0 || (i < count && bytes.len > WEB_BYTES); i++) {
		buf_clear(&bytes);
		image_jpeg_write(p, web_qualities[i], &bytes);
	}
	keep_file(job, file, PICTURE_JPEG, p, &bytes);
}

/* Photos that were saved as PNG are many times too heavy for a phone. */
static void
keep_web_png(struct image_job *job, const struct image_pixels *p)
{
	struct picture_file *web = &job->picture->web, lighter;

	keep_png(job, web, p);
	if (web->len <= WEB_PNG_BYTES)
		return;
	keep_web_jpeg(job, &lighter, p);
	if (lighter.len <= web->len / 2)
		*web = lighter;
}

static void
open_reducer(struct image_reducer *r, uint32_t from_width,
    uint32_t from_height, int components, uint32_t width, uint32_t height)
{
	if (width > from_width)
		width = from_width;
	if (height > from_height)
		height = from_height;
	image_reducer_open(r, from_width, from_height, components, width,
	    height);
}

static bool
png_rows(struct image_job *job, struct image_png *png)
{
	const struct picture *p = job->picture;
	uint32_t width, height, y;

	if (!image_png_start(png))
		return false;
	fit(p, TURN_NONE, PAPER_WIDTH, PAPER_HEIGHT, &width, &height);
	open_reducer(&job->paper, p->width, p->height,
	    image_png_components(png), width, height);
	fit(p, TURN_NONE, WEB_WIDTH, WEB_HEIGHT, &width, &height);
	open_reducer(&job->web, p->width, p->height,
	    image_png_components(png), width, height);
	job->row = mem_calloc(p->width, 3);
	for (y = 0; y < p->height; y++) {
		if (!image_png_row(png, job->row))
			return false;
		put_rows(job);
	}
	return image_png_finish(png);
}

static bool
read_png(struct image_job *job)
{
	struct image_png *png;
	uint32_t width, height;
	bool fine;

	png = image_png_open(job->bytes, job->len, &job->problem);
	fine = image_png_head(png);
	if (!fine) {
		complain(job);
	} else {
		image_png_size(png, &width, &height);
		fine = check_size(job, width, height);
		if (fine) {
			fine = png_rows(job, png);
			if (!fine)
				complain(job);
		}
	}
	image_png_close(png);
	if (!fine)
		return false;
	image_drop_colour(&job->paper.to);
	image_drop_colour(&job->web.to);
	keep_web_png(job, &job->web.to);
	if (job->grey)
		image_to_grey(&job->paper.to);
	keep_png(job, &job->picture->paper, &job->paper.to);
	return true;
}

/* Which of paper and web get other pixels than those of the file. */
struct jpeg_plan {
	bool			paper, web;
	enum picture_turn	turn;
	uint32_t		paper_width, paper_height;
	uint32_t		web_width, web_height;
};

static void
plan_jpeg(const struct image_job *job, const struct image_jpeg_head *head,
    struct jpeg_plan *plan)
{
	const struct picture *p = job->picture;
	bool fits = p->width <= WEB_WIDTH && p->height <= WEB_HEIGHT &&
	    job->len <= WEB_BYTES &&
	    job->len / WEB_BITS * 8 <= (size_t)p->width * p->height;

	memset(plan, 0, sizeof(*plan));
	plan->turn = head->turn;
	plan->paper = !head->common || (job->grey && head->components != 1);
	plan->web = !head->common || !fits || head->turn != TURN_NONE;
	if (plan->paper)
		fit(p, head->turn, PAPER_WIDTH, PAPER_HEIGHT,
		    &plan->paper_width, &plan->paper_height);
	if (plan->web)
		fit(p, head->turn, WEB_WIDTH, WEB_HEIGHT, &plan->web_width,
		    &plan->web_height);
}

static bool
jpeg_rows(struct image_job *job, struct image_jpeg *jpeg,
    const struct jpeg_plan *plan)
{
	const uint32_t least_width = plan->paper ? plan->paper_width :
	    plan->web_width;
	const uint32_t least_height = plan->paper ? plan->paper_height :
	    plan->web_height;
	uint32_t width, height, y;
	int components;

	if (!image_jpeg_start(jpeg, least_width, least_height, &width,
	    &height))
		return false;
	components = image_jpeg_components(jpeg);
	if (plan->paper)
		open_reducer(&job->paper, width, height, components,
		    plan->paper_width, plan->paper_height);
	if (plan->web)
		open_reducer(&job->web, width, height, components,
		    plan->web_width, plan->web_height);
	job->row = mem_calloc(width, 3);
	for (y = 0; y < height; y++) {
		if (!image_jpeg_row(jpeg, job->row))
			return false;
		put_rows(job);
	}
	return image_jpeg_finish(jpeg);
}

/* The file's own pixels, without what stands round them. */
static bool
keep_stripped(struct image_job *job, const struct image_jpeg_head *head,
    struct picture_file *file)
{
	const struct image_pixels stored = { head->width, head->height,
	    head->components, NULL };
	struct buf bytes;

	buf_init(&bytes);
	if (image_jpeg_strip(job->bytes, job->len, &bytes)) {
		keep_file(job, file, PICTURE_JPEG, &stored, &bytes);
		return true;
	}
	buf_release(&bytes);
	job->problem.fault = IMAGE_DAMAGED;
	snprintf(job->problem.words, sizeof(job->problem.words),
	    "its parts are not marked as they should be");
	return complain(job);
}

static bool
keep_jpegs(struct image_job *job, const struct image_jpeg_head *head,
    const struct jpeg_plan *plan)
{
	struct picture *p = job->picture;
	struct picture_file stripped;

	if ((!plan->paper || !plan->web) &&
	    !keep_stripped(job, head, &stripped))
		return false;
	p->paper_turn = plan->paper ? TURN_NONE : plan->turn;
	if (!plan->paper)
		p->paper = stripped;
	if (!plan->web)
		p->web = stripped;
	if (plan->paper) {
		image_turn(&job->paper.to, plan->turn);
		if (job->grey)
			image_to_grey(&job->paper.to);
		keep_paper_jpeg(job, &p->paper, &job->paper.to);
	}
	if (plan->web) {
		image_turn(&job->web.to, plan->turn);
		keep_web_jpeg(job, &p->web, &job->web.to);
	}
	return true;
}

static bool
read_jpeg(struct image_job *job)
{
	struct image_jpeg_head head;
	struct image_jpeg *jpeg;
	struct jpeg_plan plan;
	bool fine;

	jpeg = image_jpeg_open(job->bytes, job->len, &job->problem);
	if (!image_jpeg_head(jpeg, &head)) {
		job->picture->width = head.width;
		job->picture->height = head.height;
		image_jpeg_close(jpeg);
		return complain(job);
	}
	if (head.turn >= TURN_TRANSPOSED)
		fine = check_size(job, head.height, head.width);
	else
		fine = check_size(job, head.width, head.height);
	if (fine) {
		plan_jpeg(job, &head, &plan);
		fine = jpeg_rows(job, jpeg, &plan);
		if (!fine)
			complain(job);
	}
	image_jpeg_close(jpeg);
	if (fine && head.cmyk)
		diag_say(job->dl, job->at, NULL, SAY_PICTURE_INKS,
		    job->picture->name);
	return fine && keep_jpegs(job, &head, &plan);
}

struct picture *
image_read(struct arena *a, struct diag_list *dl, struct span at,
    const char *name, enum image_kind kind, const char *bytes, size_t len,
    bool grey)
{
	struct image_job job;
	bool fine;

	memset(&job, 0, sizeof(job));
	job.arena = a;
	job.dl = dl;
	job.at = at;
	job.bytes = bytes;
	job.len = len;
	job.grey = grey;
	job.picture = ARENA_NEW(a, struct picture);
	job.picture->name = name;
	job.picture->paper_turn = TURN_NONE;
	if (kind != IMAGE_PNG && kind != IMAGE_JPEG)
		BUG("%s is a %s", name, image_kind_name(kind));
	fine = kind == IMAGE_PNG ? read_png(&job) : read_jpeg(&job);
	image_reducer_close(&job.paper);
	image_reducer_close(&job.web);
	image_pixels_free(&job.paper.to);
	image_pixels_free(&job.web.to);
	free(job.row);
	return fine ? job.picture : NULL;
}
