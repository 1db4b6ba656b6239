/* SPDX-License-Identifier: MIT */
/*
 * Text, paths and marked content as operators.
 *
 * All numbers are whole thousandths of a point, so that relative moves never
 * drift.  The graphics state is remembered and set only where it changes; q and
 * Q stand round clips and pictures alone, and the memory is put back with them.
 */
#include "pdf/draw.h"

#include <string.h>

#include "base/buf.h"
#include "base/diag.h"
#include "base/dim.h"
#include "pdf/content.h"
#include "pdf/font_file.h"
#include "pdf/image.h"
#include "pdf/shading.h"
#include "pdf/syntax.h"
#include "page/display.h"
#include "type/paragraph.h"

/* Millionths of an em: the smallest step of a TJ number, and the difference of
 * pens that is worth one. */
#define STEP		1000
#define STEP_LEAST	500
/* Of a new page, in thousandths (ISO 32000-1, table 52). */
#define MITER_LIMIT	10000

/* What the stream has set so far. */
struct draw_state {
	const struct display_page *page;
	const struct font_set	*fonts;
	const struct shading_set *shadings;
	const struct image_set	*images;
	struct buf		*out;
	bool			 in_text;
	bool			 in_array;	/* inside [ ] of TJ */
	bool			 in_string;	/* inside < > */
	int64_t			 line_x, line_y;	/* of Td, thousandths */
	const struct font_use	*use;
	const struct font	*font;
	dim			 size, rise;
	uint32_t		 fill, stroke;
	dim			 width;
	enum line_cap		 cap;
	enum line_join		 join;
	int32_t			 miter_limit;
	const dim		*dashes;
	size_t			 dash_count;
	dim			 dash_offset;
};

static void
put_number(struct draw_state *d, int64_t milli)
{
	syntax_milli(d->out, milli);
	buf_putc(d->out, ' ');
}

static void
put_dim(struct draw_state *d, dim length)
{
	put_number(d, syntax_dim_milli(length));
}

/* A point of the page, y down, in PDF's coordinates. */
static void
put_point(struct draw_state *d, dim x, dim y)
{
	put_dim(d, x);
	put_dim(d, d->page->height - y);
}

/* One part of a colour, 0..255, as 0..1. */
static void
put_part(struct draw_state *d, unsigned part)
{
	put_number(d, (int64_t)(part * 1000 + 127) / 255);
}

/* Equal parts are written as DeviceGray: laser printers then do not screen. */
static void
put_colour(struct draw_state *d, uint32_t colour, bool stroke)
{
	unsigned red, green, blue;

	red = colour >> 16 & 0xff;
	green = colour >> 8 & 0xff;
	blue = colour & 0xff;
	put_part(d, red);
	if (red == green && green == blue) {
		buf_puts(d->out, stroke ? "G\n" : "g\n");
		return;
	}
	put_part(d, green);
	put_part(d, blue);
	buf_puts(d->out, stroke ? "RG\n" : "rg\n");
}

static void
text_string_end(struct draw_state *d)
{
	if (d->in_string)
		buf_putc(d->out, '>');
	d->in_string = false;
}

static void
text_array_end(struct draw_state *d)
{
	text_string_end(d);
	if (d->in_array)
		buf_puts(d->out, "]TJ\n");
	d->in_array = false;
}

static void
text_end(struct draw_state *d)
{
	if (!d->in_text)
		return;
	text_array_end(d);
	/* The rise outlives ET; glyphs to come expect none. */
	if (d->rise != 0)
		buf_puts(d->out, "0 Ts\n");
	d->rise = 0;
	buf_puts(d->out, "ET\n");
	d->in_text = false;
}

static void
text_begin(struct draw_state *d)
{
	if (d->in_text)
		return;
	buf_puts(d->out, "BT\n");
	d->in_text = true;
	d->line_x = d->line_y = 0;
}

static void
text_font(struct draw_state *d, const struct type_run *run)
{
	if (d->font == run->font && d->size == run->size)
		return;
	d->font = run->font;
	d->size = run->size;
	d->use = font_set_use(d->fonts, run->font);
	buf_printf(d->out, "/F%u ", font_use_number(d->use));
	put_dim(d, run->size);
	buf_puts(d->out, "Tf\n");
}

/* Glyphs that stand for the text of glyph "i" together: it and those behind it
 * that have none. */
static size_t
cluster_end(const struct type_run *run, size_t i)
{
	size_t end;

	for (end = i + 1; end < run->glyph_count; end++)
		if (run->glyphs[end].text_len != 0 || run->glyphs[end].hyphen)
			break;
	return end;
}

/* Puts glyph "i" where the wanted pen stands; *viewer is the pen of a viewer
 * that knows /W only.  Both in millionths of an em from the run's start. */
static void
text_glyph(struct draw_state *d, const struct type_run *run, size_t i,
    int64_t wanted, int64_t *viewer)
{
	const struct type_glyph *glyph = &run->glyphs[i];
	struct font_code code;
	int64_t gap, step;

	code = font_use_code(d->use, run, i);
	if (glyph->y_offset != d->rise) {
		text_array_end(d);
		put_dim(d, glyph->y_offset);
		buf_puts(d->out, "Ts\n");
		d->rise = glyph->y_offset;
	}
	if (!d->in_array)
		buf_putc(d->out, '[');
	d->in_array = true;
	gap = wanted + dim_scale(glyph->x_offset, 1000000, run->size) -
	    *viewer;
	if (gap >= STEP_LEAST || gap <= -STEP_LEAST) {
		step = (gap >= 0 ? gap + STEP / 2 : gap - STEP / 2) / STEP;
		text_string_end(d);
		syntax_int(d->out, -step);
		*viewer += step * STEP;
	}
	if (!d->in_string)
		buf_putc(d->out, '<');
	d->in_string = true;
	syntax_hex4(d->out, code.code);
	*viewer += code.width;
}

/* Does the cluster need its text beside it, since its codes do not say it? */
static bool
cluster_needs_text(const struct draw_state *d, const struct type_run *run,
    size_t first, size_t end)
{
	if (run->glyphs[first].text_len == 0 && !run->glyphs[first].hyphen)
		return false;
	return end - first > 1 || !font_use_code(d->use, run, first).exact;
}

static void
draw_glyphs(struct draw_state *d, const struct display_item *item)
{
	const struct type_run *run = item->u.glyphs.run;
	int64_t x, y, viewer;
	const char *text;
	size_t i, k, end;
	uint32_t len;
	dim wanted;
	bool beside;

	if (run->size <= 0)
		BUG("a run of size %lld", (long long)run->size);
	text_begin(d);
	if (item->u.glyphs.colour != d->fill)
		put_colour(d, item->u.glyphs.colour, false);
	d->fill = item->u.glyphs.colour;
	text_font(d, run);
	x = syntax_dim_milli(item->u.glyphs.x);
	y = syntax_dim_milli(d->page->height - item->u.glyphs.y);
	put_number(d, x - d->line_x);
	put_number(d, y - d->line_y);
	buf_puts(d->out, "Td\n");
	d->line_x = x;
	d->line_y = y;

	viewer = 0;
	wanted = 0;
	for (i = 0; i < run->glyph_count; i = end) {
		end = cluster_end(run, i);
		beside = cluster_needs_text(d, run, i, end);
		if (beside) {
			text_array_end(d);
			buf_puts(d->out, "/Span<</ActualText<FEFF");
			text = type_glyph_text(run, i, &len);
			syntax_utf16_hex(d->out, text, len);
			buf_puts(d->out, ">>>BDC\n");
		}
		for (k = i; k < end; k++) {
			text_glyph(d, run, k,
			    dim_scale(wanted, 1000000, run->size), &viewer);
			wanted += run->glyphs[k].advance;
		}
		if (beside) {
			text_array_end(d);
			buf_puts(d->out, "EMC\n");
		}
	}
	text_array_end(d);
}

static void
path_steps(struct draw_state *d, const struct display_item *item,
    const struct display_step *steps, size_t count)
{
	static const size_t points[] = {
		[PATH_MOVE] = 1, [PATH_LINE] = 1, [PATH_CURVE] = 3,
		[PATH_CLOSE] = 0
	};
	static const char operators[] = {
		[PATH_MOVE] = 'm', [PATH_LINE] = 'l', [PATH_CURVE] = 'c',
		[PATH_CLOSE] = 'h'
	};
	const struct display_step *step;
	size_t i, k;

	for (i = 0; i < count; i++) {
		step = &steps[i];
		for (k = 0; k < points[step->verb]; k++)
			put_point(d, item->u.path.x + step->p[k].x,
			    item->u.path.y + step->p[k].y);
		buf_putc(d->out, operators[step->verb]);
		buf_putc(d->out, '\n');
	}
}

static bool
dashes_equal(const struct draw_state *d, const struct display_item *item)
{
	return d->dash_count == item->u.path.dash_count &&
	    d->dash_offset == item->u.path.dash_offset &&
	    (d->dash_count == 0 || memcmp(d->dashes, item->u.path.dashes,
	    d->dash_count * sizeof(*d->dashes)) == 0);
}

/* A limit is only set where a join may need it: with corners that are not
 * rounded. */
static void
path_miter_limit(struct draw_state *d, const struct display_item *item)
{
	int32_t limit = item->u.path.miter_limit;

	if (limit == 0)
		limit = MITER_LIMIT;
	if (item->u.path.join != JOIN_MITER || limit == d->miter_limit)
		return;
	/* Less than 1 is an error to some readers. */
	put_number(d, limit < 1000 ? 1000 : limit);
	buf_puts(d->out, "M\n");
	d->miter_limit = limit;
}

static void
path_stroke_state(struct draw_state *d, const struct display_item *item)
{
	size_t i;

	if (item->u.path.stroke_colour != d->stroke)
		put_colour(d, item->u.path.stroke_colour, true);
	d->stroke = item->u.path.stroke_colour;
	if (item->u.path.width != d->width) {
		put_dim(d, item->u.path.width);
		buf_puts(d->out, "w\n");
	}
	d->width = item->u.path.width;
	if (item->u.path.cap != d->cap)
		buf_printf(d->out, "%d J\n", (int)item->u.path.cap);
	d->cap = item->u.path.cap;
	if (item->u.path.join != d->join)
		buf_printf(d->out, "%d j\n", (int)item->u.path.join);
	d->join = item->u.path.join;
	path_miter_limit(d, item);
	if (!dashes_equal(d, item)) {
		buf_putc(d->out, '[');
		for (i = 0; i < item->u.path.dash_count; i++)
			put_dim(d, item->u.path.dashes[i]);
		buf_putc(d->out, ']');
		put_dim(d, item->u.path.dash_offset);
		buf_puts(d->out, "d\n");
	}
	d->dash_offset = item->u.path.dash_offset;
	d->dashes = item->u.path.dashes;
	d->dash_count = item->u.path.dash_count;
}

static void
draw_clip(struct draw_state *d, const struct display_item *item,
    const struct display_step *steps, size_t count, bool even_odd)
{
	path_steps(d, item, steps, count);
	buf_puts(d->out, even_odd ? "W* n\n" : "W n\n");
}

/* The shading's plane is laid on the page inside of the path; the colour of
 * fills is as it was. */
static void
draw_shading(struct draw_state *d, const struct display_item *item)
{
	const struct display_shading *s = item->u.path.shading;

	buf_puts(d->out, "q\n");
	draw_clip(d, item, item->u.path.steps, item->u.path.step_count,
	    item->u.path.even_odd);
	put_dim(d, s->along.x);
	put_dim(d, -s->along.y);
	put_dim(d, s->across.x);
	put_dim(d, -s->across.y);
	put_point(d, item->u.path.x + s->origin.x,
	    item->u.path.y + s->origin.y);
	buf_printf(d->out, "cm\n/S%u sh\nQ\n",
	    shading_number(d->shadings, s));
}

static void
draw_path_plain(struct draw_state *d, const struct display_item *item)
{
	bool fill = item->u.path.fill && item->u.path.shading == NULL;
	const char *star = item->u.path.even_odd ? "*" : "";

	if (item->u.path.fill && !fill)
		draw_shading(d, item);
	if (fill) {
		if (item->u.path.fill_colour != d->fill)
			put_colour(d, item->u.path.fill_colour, false);
		d->fill = item->u.path.fill_colour;
	}
	if (!fill && !item->u.path.stroke)
		return;
	if (item->u.path.stroke)
		path_stroke_state(d, item);
	path_steps(d, item, item->u.path.steps, item->u.path.step_count);
	if (fill)
		buf_printf(d->out, "%c%s\n", item->u.path.stroke ? 'B' :
		    'f', star);
	else
		buf_puts(d->out, "S\n");
}

static void
draw_path(struct draw_state *d, const struct display_item *item)
{
	const struct display_clip *clip = item->u.path.clip;
	struct draw_state before;

	text_end(d);
	before = *d;
	if (clip != NULL)
		buf_puts(d->out, "q\n");
	for (; clip != NULL; clip = clip->outer)
		draw_clip(d, item, clip->steps, clip->step_count,
		    clip->even_odd);
	draw_path_plain(d, item);
	if (item->u.path.clip == NULL)
		return;
	buf_puts(d->out, "Q\n");
	*d = before;
}

/*
 * An image fills the unit square, its first row on top.  Each row of the table
 * is the matrix that puts it, turned upright, into a unit square again: a and b
 * are where its right edge goes, c and d its top edge, e and f its corner.
 */
static void
draw_picture(struct draw_state *d, const struct display_item *item)
{
	static const signed char turns[][6] = {
		[TURN_NONE] = { 1, 0, 0, 1, 0, 0 },
		[TURN_MIRRORED] = { -1, 0, 0, 1, 1, 0 },
		[TURN_HALF] = { -1, 0, 0, -1, 1, 1 },
		[TURN_FLIPPED] = { 1, 0, 0, -1, 0, 1 },
		[TURN_TRANSPOSED] = { 0, -1, -1, 0, 1, 1 },
		[TURN_RIGHT] = { 0, -1, 1, 0, 0, 1 },
		[TURN_TRANSVERSED] = { 0, 1, 1, 0, 0, 0 },
		[TURN_LEFT] = { 0, 1, -1, 0, 1, 0 }
	};
	const struct picture *picture = item->u.picture.picture;
	const signed char *turn = turns[picture->paper_turn];
	dim width = item->u.picture.width, height = item->u.picture.height;

	text_end(d);
	buf_puts(d->out, "q\n");
	put_dim(d, turn[0] * width);
	put_dim(d, turn[1] * height);
	put_dim(d, turn[2] * width);
	put_dim(d, turn[3] * height);
	put_point(d, item->u.picture.x + turn[4] * width,
	    item->u.picture.y + height - turn[5] * height);
	buf_printf(d->out, "cm\n/Im%u Do\nQ\n", image_set_number(d->images,
	    picture));
}

static void
draw_item(struct draw_state *d, const struct display_item *item)
{
	if (!content_has_ink(item))
		return;
	switch (item->kind) {
	case DISPLAY_GLYPHS:
		draw_glyphs(d, item);
		return;
	case DISPLAY_PATH:
		draw_path(d, item);
		return;
	case DISPLAY_PICTURE:
		draw_picture(d, item);
		return;
	case DISPLAY_ANCHOR:
		return;
	}
}

/* ISO 32000-1, 14.8.2.2. */
static void
artifact_begin(struct draw_state *d, enum display_artifact artifact)
{
	static const char *const properties[] = {
		[ARTIFACT_LAYOUT] = "/Type/Layout",
		[ARTIFACT_HEADER] = "/Type/Pagination/Subtype/Header",
		[ARTIFACT_FOOTER] = "/Type/Pagination/Subtype/Footer",
		/* A tint behind part of a page: /Type/Background would want a
		 * /BBox, which differs between the files of one stream. */
		[ARTIFACT_BACKGROUND] = "/Type/Layout"
	};

	if (artifact == ARTIFACT_NONE)
		BUG("an item has neither tag nor artifact");
	buf_printf(d->out, "/Artifact<<%s>>BDC\n", properties[artifact]);
}

void
draw_page(const struct display *display, const struct display_page *page,
    const struct content_page *marks, const struct font_set *fonts,
    const struct shading_set *shadings, const struct image_set *images,
    struct buf *out)
{
	const struct content_mark *mark;
	struct draw_state d;
	size_t i, k;

	memset(&d, 0, sizeof(d));
	d.page = page;
	d.fonts = fonts;
	d.shadings = shadings;
	d.miter_limit = MITER_LIMIT;
	d.images = images;
	d.out = out;
	d.width = DIM_PT;
	for (i = 0; i < marks->marks.len; i++) {
		mark = &marks->marks.items[i];
		if (mark->tag == 0)
			artifact_begin(&d, mark->artifact);
		else
			buf_printf(out, "/%s<</MCID %u>>BDC\n",
			    display_role_name(
			    display->tags.items[mark->tag].role),
			    (unsigned)mark->id);
		for (k = mark->first; k < mark->end; k++)
			draw_item(&d, &page->items.items[k]);
		text_end(&d);
		buf_puts(out, "EMC\n");
	}
}
