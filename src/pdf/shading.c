/* SPDX-License-Identifier: MIT */
/*
 * The dictionaries of shadings, each as text: equal texts are one shading.
 */
#include "pdf/shading.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/map.h"
#include "page/display.h"
#include "pdf/syntax.h"

struct shading_set {
	struct map	*numbers;	/* dictionary -> unsigned */
};

static void
put_grey(struct buf *b, uint32_t colour)
{
	syntax_milli(b, ((colour & 0xff) * (int64_t)1000 + 127) / 255);
}

/* Millionths, rounded to thousandths. */
static void
put_share(struct buf *b, int32_t millionths)
{
	syntax_milli(b, (millionths + (millionths < 0 ? -500 : 500)) / 1000);
}

/* From one stop to the next, type 2. */
static void
put_piece(struct buf *b, uint32_t from, uint32_t to)
{
	buf_puts(b, "<</FunctionType 2/Domain[0 1]/N 1/C0[");
	put_grey(b, from);
	buf_puts(b, "]/C1[");
	put_grey(b, to);
	buf_puts(b, "]>>");
}

/* Offsets in thousandths, as they are written. */
static int32_t
offset_of(const struct display_stop *stop)
{
	return (stop->offset + 500) / 1000;
}

/*
 * The pieces between stops, with those in front of the first and behind the
 * last, type 3.  Stops at one place are a hard edge: no piece, since bounds
 * have to ascend.
 */
static void
put_function(struct buf *b, const struct display_shading *s)
{
	struct buf bounds, encode;
	int32_t at = 0, next;
	uint32_t from = s->stops[0].colour;
	size_t i, pieces = 0;

	buf_init(&bounds);
	buf_init(&encode);
	buf_puts(b, "/Function<</FunctionType 3/Domain[0 1]/Functions[");
	for (i = 0; i <= s->stop_count; i++) {
		const struct display_stop *stop = i < s->stop_count ?
		    &s->stops[i] : &s->stops[s->stop_count - 1];

		next = i < s->stop_count ? offset_of(stop) : 1000;
		if (next > at) {
			put_piece(b, from, stop->colour);
			if (pieces++ > 0)
				buf_putc(&encode, ' ');
			buf_puts(&encode, "0 1");
			if (next < 1000) {
				syntax_milli(&bounds, next);
				buf_putc(&bounds, ' ');
			}
			at = next;
		}
		from = stop->colour;
	}
	buf_printf(b, "]/Bounds[%s]/Encode[%s]>>", bounds.data, encode.data);
	buf_release(&bounds);
	buf_release(&encode);
}

static void
put_dictionary(struct buf *b, const struct display_shading *s)
{
	buf_printf(b, "<</ShadingType %d/ColorSpace/DeviceGray/Extend[true "
	    "true]/Coords[", s->radial ? 3 : 2);
	if (s->radial) {
		put_share(b, s->focus_x);
		buf_putc(b, ' ');
		put_share(b, s->focus_y);
		buf_putc(b, ' ');
		put_share(b, s->focus_radius);
		buf_puts(b, " 0 0 1");
	} else {
		buf_puts(b, "0 0 1 0");
	}
	buf_putc(b, ']');
	put_function(b, s);
	buf_puts(b, ">>");
}

struct shading_set *
shading_set_new(struct arena *a, const struct display *display)
{
	struct shading_set *set;
	const struct display_item *item;
	unsigned *number;
	struct buf b;
	size_t i, k;

	set = ARENA_NEW(a, struct shading_set);
	set->numbers = map_new(a);
	buf_init(&b);
	for (i = 0; i < display->pages.len; i++) {
		for (k = 0; k < display->pages.items[i].items.len; k++) {
			item = &display->pages.items[i].items.items[k];
			if (item->kind != DISPLAY_PATH ||
			    item->u.path.shading == NULL)
				continue;
			buf_clear(&b);
			put_dictionary(&b, item->u.path.shading);
			number = ARENA_NEW(a, unsigned);
			*number = (unsigned)map_count(set->numbers) + 1;
			(void)map_add(set->numbers, b.data, number);
		}
	}
	buf_release(&b);
	return set;
}

unsigned
shading_number(const struct shading_set *set,
    const struct display_shading *shading)
{
	const unsigned *number;
	struct buf b;

	buf_init(&b);
	put_dictionary(&b, shading);
	number = map_find(set->numbers, b.data);
	if (number == NULL)
		BUG("a shading of another display list: %s", b.data);
	buf_release(&b);
	return *number;
}

void
shading_set_write(const struct shading_set *set, struct buf *resources)
{
	size_t i;

	if (map_count(set->numbers) == 0)
		return;
	buf_puts(resources, "/Shading<<");
	for (i = 0; i < map_count(set->numbers); i++)
		buf_printf(resources, "/S%zu%s", i + 1,
		    map_key(set->numbers, i));
	buf_puts(resources, ">>");
}
