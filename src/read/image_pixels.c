/* SPDX-License-Identifier: MIT */
/*
 * Pixels in memory: made fewer, turned upright, freed of colour.
 *
 * Integers only, so that every machine makes the same pixels.
 */
#include "read/image_int.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/diag.h"

size_t
image_pixels_bytes(const struct image_pixels *p)
{
	return (size_t)p->width * p->height * (size_t)p->components;
}

void
image_pixels_free(struct image_pixels *p)
{
	free(p->samples);
	p->samples = NULL;
}

static bool
swaps_sides(enum picture_turn turn)
{
	return turn >= TURN_TRANSPOSED;
}

/* Where the pixel that is to stand at x, y of the upright one is stored. */
static size_t
stored_at(const struct image_pixels *p, enum picture_turn turn, uint32_t x,
    uint32_t y)
{
	uint32_t right = p->width - 1, bottom = p->height - 1;

	switch (turn) {
	case TURN_NONE:
		return (size_t)y * p->width + x;
	case TURN_MIRRORED:
		return (size_t)y * p->width + (right - x);
	case TURN_HALF:
		return (size_t)(bottom - y) * p->width + (right - x);
	case TURN_FLIPPED:
		return (size_t)(bottom - y) * p->width + x;
	case TURN_TRANSPOSED:
		return (size_t)x * p->width + y;
	case TURN_RIGHT:
		return (size_t)(bottom - x) * p->width + y;
	case TURN_TRANSVERSED:
		return (size_t)(bottom - x) * p->width + (right - y);
	case TURN_LEFT:
		return (size_t)x * p->width + (right - y);
	}
	BUG("turn %d", (int)turn);
}

void
image_turn(struct image_pixels *p, enum picture_turn turn)
{
	struct image_pixels up = *p;
	size_t each = (size_t)p->components;
	uint8_t *to;
	uint32_t x, y;

	if (turn == TURN_NONE)
		return;
	if (swaps_sides(turn)) {
		up.width = p->height;
		up.height = p->width;
	}
	up.samples = to = mem_alloc(image_pixels_bytes(p));
	for (y = 0; y < up.height; y++) {
		for (x = 0; x < up.width; x++) {
			memcpy(to, p->samples + stored_at(p, turn, x, y) *
			    each, each);
			to += each;
		}
	}
	free(p->samples);
	*p = up;
}

void
image_to_grey(struct image_pixels *p)
{
	size_t count = (size_t)p->width * p->height, i;
	const uint8_t *s = p->samples;

	if (p->components == 1)
		return;
	for (i = 0; i < count; i++, s += 3)
		p->samples[i] = (uint8_t)((299 * s[0] + 587 * s[1] +
		    114 * s[2] + 500) / 1000);
	p->components = 1;
}

void
image_drop_colour(struct image_pixels *p)
{
	size_t count = (size_t)p->width * p->height, i;
	const uint8_t *s = p->samples;

	if (p->components == 1)
		return;
	for (i = 0; i < count; i++, s += 3)
		if (s[0] != s[1] || s[1] != s[2])
			return;
	image_to_grey(p);
}

void
image_fit(uint32_t width, uint32_t height, uint32_t most_width,
    uint32_t most_height, uint32_t *fit_width, uint32_t *fit_height)
{
	uint64_t w = width, h = height;

	if (w > most_width) {
		h = (h * most_width + w / 2) / w;
		w = most_width;
	}
	if (h > most_height) {
		w = (w * most_height + h / 2) / h;
		h = most_height;
	}
	*fit_width = w > 0 ? (uint32_t)w : 1;
	*fit_height = h > 0 ? (uint32_t)h : 1;
}

void
image_reducer_open(struct image_reducer *r, uint32_t from_width,
    uint32_t from_height, int components, uint32_t to_width,
    uint32_t to_height)
{
	size_t samples = (size_t)to_width * (size_t)components;

	if (to_width > from_width || to_height > from_height ||
	    to_width == 0 || to_height == 0)
		BUG("a picture of %u x %u made %u x %u", from_width,
		    from_height, to_width, to_height);
	memset(r, 0, sizeof(*r));
	r->from_width = from_width;
	r->from_height = from_height;
	r->to.width = to_width;
	r->to.height = to_height;
	r->to.components = components;
	r->to.samples = mem_calloc(samples, to_height);
	r->row = mem_calloc(samples, sizeof(*r->row));
	r->sum = mem_calloc(samples, sizeof(*r->sum));
}

void
image_reducer_close(struct image_reducer *r)
{
	free(r->row);
	free(r->sum);
	r->row = r->sum = NULL;
}

/*
 * A stored pixel is to.width parts wide and one of the new from_width parts, so
 * that both rows are equally long; a new sample is what it covers, by area.
 */
static void
reduce_across(struct image_reducer *r, const uint8_t *row)
{
	size_t each = (size_t)r->to.components, k;
	uint64_t room = r->from_width, part, left;
	uint64_t *to = r->row;
	uint32_t x;

	memset(to, 0, r->to.width * each * sizeof(*to));
	for (x = 0; x < r->from_width; x++, row += each) {
		for (left = r->to.width; left > 0; left -= part) {
			part = left < room ? left : room;
			for (k = 0; k < each; k++)
				to[k] += row[k] * part;
			room -= part;
			if (room == 0) {
				to += each;
				room = r->from_width;
			}
		}
	}
}

static void
finish_row(struct image_reducer *r)
{
	size_t samples = r->to.width * (size_t)r->to.components, i;
	uint64_t whole = (uint64_t)r->from_width * r->from_height;
	uint8_t *to = r->to.samples + r->next * samples;

	for (i = 0; i < samples; i++)
		to[i] = (uint8_t)((r->sum[i] + whole / 2) / whole);
	memset(r->sum, 0, samples * sizeof(*r->sum));
	r->filled = 0;
	r->next++;
}

void
image_reducer_row(struct image_reducer *r, const uint8_t *row)
{
	size_t samples = r->to.width * (size_t)r->to.components, i;
	uint64_t left, part;

	if (r->next >= r->to.height)
		BUG("row %u of %u", r->next, r->to.height);
	if (r->to.width == r->from_width && r->to.height == r->from_height) {
		memcpy(r->to.samples + r->next * samples, row, samples);
		r->next++;
		return;
	}
	reduce_across(r, row);
	for (left = r->to.height; left > 0; left -= part) {
		part = r->from_height - r->filled;
		if (part > left)
			part = left;
		for (i = 0; i < samples; i++)
			r->sum[i] += r->row[i] * part;
		r->filled += part;
		if (r->filled == r->from_height)
			finish_row(r);
	}
}
