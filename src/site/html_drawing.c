/* SPDX-License-Identifier: MIT */
/*
 * A figure as inline SVG, written anew from its shapes: nothing of the file
 * that an editor gave us reaches the page but numbers and checked words.
 *
 * Ink takes the colour of the text around it; roles are what the style sheet
 * colours (class "role-..."), so no style is inline.  A drawing with colours of
 * its own is class "coloured" and keeps the light palette (site.css), since
 * nobody knows what its colours would mean on a dark page.
 */
#include "site/html_write.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "doc/drawing.h"
#include "site/escape.h"

/* Thousandths as a decimal number without useless zeros. */
static void
put_length(struct buf *out, int64_t thousandths)
{
	int64_t n;
	char digits[4];

	n = thousandths;
	if (n < 0) {
		buf_putc(out, '-');
		n = -n;
	}
	buf_printf(out, "%lld", (long long)(n / 1000));
	n %= 1000;
	if (n == 0)
		return;
	digits[0] = (char)('0' + n / 100);
	digits[1] = (char)('0' + n / 10 % 10);
	digits[2] = (char)('0' + n % 10);
	digits[3] = '\0';
	for (int i = 2; digits[i] == '0'; i--)
		digits[i] = '\0';
	buf_printf(out, ".%s", digits);
}

static void
put_length_attribute(struct buf *out, const char *name, int32_t thousandths)
{
	buf_printf(out, " %s=\"", name);
	put_length(out, thousandths);
	buf_putc(out, '"');
}

/* Where a path is, and where its part began, in thousandths. */
struct pen {
	int64_t	x, y;
	int64_t	start_x, start_y;
};

/* A point as seen from the pen, behind a verb or another point. */
static void
put_point(struct buf *out, char verb, const struct pen *pen, int32_t x,
    int32_t y)
{
	/* The sign of a number parts it from the one before. */
	if (verb != ' ' || x >= pen->x)
		buf_putc(out, verb);
	put_length(out, x - pen->x);
	if (y >= pen->y)
		buf_putc(out, ' ');
	put_length(out, y - pen->y);
}

static void
put_move(struct buf *out, struct pen *pen, int32_t x, int32_t y)
{
	const struct pen origin = { 0, 0, 0, 0 };

	put_point(out, 'M', &origin, x, y);
	pen->start_x = x;
	pen->start_y = y;
}

/* Steps are told from where the last one ended: numbers are shorter so, and
 * look alike, so that a page full of figures is a third smaller. */
static void
put_step(struct buf *out, struct pen *pen, const struct path_step *s)
{
	int end = 0;

	switch (s->verb) {
	case PATH_MOVE:
		put_move(out, pen, s->p[0].x, s->p[0].y);
		break;
	case PATH_LINE:
		put_point(out, 'l', pen, s->p[0].x, s->p[0].y);
		break;
	case PATH_CURVE:
		put_point(out, 'c', pen, s->p[0].x, s->p[0].y);
		put_point(out, ' ', pen, s->p[1].x, s->p[1].y);
		put_point(out, ' ', pen, s->p[2].x, s->p[2].y);
		end = 2;
		break;
	case PATH_CLOSE:
		buf_putc(out, 'z');
		pen->x = pen->start_x;
		pen->y = pen->start_y;
		return;
	}
	pen->x = s->p[end].x;
	pen->y = s->p[end].y;
}

/* NULL: not filled; "": in the colour of the words. */
static const char *
role_class(enum drawing_role role)
{
	switch (role) {
	case ROLE_NONE:
		return NULL;
	case ROLE_PAPER:
		return "role-paper";
	case ROLE_TINT1:
		return "role-tint1";
	case ROLE_TINT2:
		return "role-tint2";
	case ROLE_ACCENT:
		return "role-accent";
	case ROLE_INK:
	case ROLE_COLOUR:
	case ROLE_GRADIENT:
		return "";
	}
	BUG("role %d", (int)role);
}

/* One drawing on its page. */
struct drawing_page {
	struct arena	*arena;
	struct buf	*out;
	unsigned	 number;
};

/* "drawing_1_c0": no block's id has this character. */
static void
put_id(const struct drawing_page *d, char kind, size_t number)
{
	buf_printf(d->out, "drawing_%u_%c%zu", d->number, kind, number);
}

static void
put_reference(const struct drawing_page *d, const char *name, char kind,
    size_t number)
{
	buf_printf(d->out, " %s=\"url(#", name);
	put_id(d, kind, number);
	buf_puts(d->out, ")\"");
}

/* Nothing if it is opaque. */
static void
put_opacity(struct buf *out, const char *name, int32_t transparency)
{
	if (transparency != 0)
		put_length_attribute(out, name, 1000 - transparency);
}

/* Roles colour fills by class; as strokes there is paper alone (white). */
static void
put_stroke_colour(struct buf *out, const struct drawing_shape *s)
{
	switch (s->stroke) {
	case ROLE_COLOUR:
		buf_printf(out, " stroke=\"#%06x\"",
		    (unsigned)s->stroke_colour);
		return;
	case ROLE_PAPER: case ROLE_TINT1: case ROLE_TINT2: case ROLE_ACCENT:
		return;		/* by class */
	case ROLE_NONE: case ROLE_INK: case ROLE_GRADIENT:
		buf_puts(out, " stroke=\"currentColor\"");
		return;
	}
	BUG("role %d", (int)s->stroke);
}

static void
put_stroke(struct buf *out, const struct drawing_shape *s)
{
	static const char *const caps[] = { "butt", "round", "square" };
	static const char *const joins[] = { "miter", "round", "bevel" };

	if (s->stroke == ROLE_NONE)
		return;
	put_stroke_colour(out, s);
	put_length_attribute(out, "stroke-width", s->stroke_width);
	if (s->cap != CAP_BUTT)
		buf_printf(out, " stroke-linecap=\"%s\"", caps[s->cap]);
	if (s->join != JOIN_MITER)
		buf_printf(out, " stroke-linejoin=\"%s\"", joins[s->join]);
	if (s->miter_limit != 0 && s->miter_limit != 4000)
		put_length_attribute(out, "stroke-miterlimit",
		    s->miter_limit);
	put_opacity(out, "stroke-opacity", s->stroke_transparency);
	if (s->dash_count == 0)
		return;
	if (s->dash_offset != 0)
		put_length_attribute(out, "stroke-dashoffset",
		    s->dash_offset);
	buf_puts(out, " stroke-dasharray=\"");
	for (size_t i = 0; i < s->dash_count; i++) {
		if (i > 0)
			buf_putc(out, ' ');
		put_length(out, s->dashes[i]);
	}
	buf_putc(out, '"');
}

/* Classes, and a fill that is no role. */
static void
put_fill(const struct drawing_page *d, const struct drawing_shape *s)
{
	const char *class = role_class(s->fill);
	bool paper = s->stroke == ROLE_PAPER;

	if (class == NULL)
		buf_puts(d->out, " fill=\"none\"");
	else if (s->fill == ROLE_COLOUR)
		buf_printf(d->out, " fill=\"#%06x\"",
		    (unsigned)s->fill_colour);
	else if (s->fill == ROLE_GRADIENT)
		put_reference(d, "fill", 'g', s->gradient->number);
	if (class != NULL && class[0] != '\0')
		escape_attribute(d->out, "class", paper ?
		    arena_printf(d->arena, "%s line-paper", class) : class);
	else if (paper)
		escape_attribute(d->out, "class", "line-paper");
	put_opacity(d->out, "fill-opacity", s->fill_transparency);
}

static void
put_steps(struct buf *out, const struct path_step *steps, size_t count)
{
	struct pen pen = { 0, 0, 0, 0 };

	buf_puts(out, " d=\"");
	for (size_t i = 0; i < count; i++)
		put_step(out, &pen, &steps[i]);
	buf_puts(out, "\" />");
}

static void
put_path(const struct drawing_page *d, const struct drawing_shape *s)
{
	buf_puts(d->out, "<path");
	put_fill(d, s);
	if (s->even_odd)
		buf_puts(d->out, " fill-rule=\"evenodd\"");
	put_stroke(d->out, s);
	if (s->clip != NULL)
		put_reference(d, "clip-path", 'c', s->clip->number);
	put_steps(d->out, s->steps, s->step_count);
}

static void
put_clip(const struct drawing_page *d, const struct drawing_clip *clip)
{
	buf_puts(d->out, "<clipPath id=\"");
	put_id(d, 'c', clip->number);
	buf_putc(d->out, '"');
	if (clip->outer != NULL)
		put_reference(d, "clip-path", 'c', clip->outer->number);
	buf_puts(d->out, "><path");
	if (clip->even_odd)
		buf_puts(d->out, " clip-rule=\"evenodd\"");
	put_steps(d->out, clip->steps, clip->step_count);
	buf_puts(d->out, "</clipPath>\n");
}

/* Millionths with all their digits. */
static void
put_share(struct buf *out, const char *name, int32_t millionths)
{
	bool negative = millionths < 0;
	int32_t n = negative ? -millionths : millionths;

	buf_printf(out, " %s=\"%s%d.%06d\"", name, negative ? "-" : "",
	    (int)(n / 1000000), (int)(n % 1000000));
}

static void
put_gradient_place(const struct drawing_page *d,
    const struct drawing_gradient *g)
{
	const int32_t matrix[6] = { g->along.x, g->along.y, g->across.x,
	    g->across.y, g->origin.x, g->origin.y };

	buf_puts(d->out, " gradientUnits=\"userSpaceOnUse\" "
	    "gradientTransform=\"matrix(");
	for (size_t i = 0; i < 6; i++) {
		if (i > 0)
			buf_putc(d->out, ' ');
		put_length(d->out, matrix[i]);
	}
	buf_puts(d->out, ")\"");
	if (!g->radial) {
		buf_puts(d->out, " x1=\"0\" y1=\"0\" x2=\"1\" y2=\"0\"");
		return;
	}
	buf_puts(d->out, " cx=\"0\" cy=\"0\" r=\"1\"");
	put_share(d->out, "fx", g->focus_x);
	put_share(d->out, "fy", g->focus_y);
	if (g->focus_radius != 0)
		put_share(d->out, "fr", g->focus_radius);
}

static void
put_gradient(const struct drawing_page *d, const struct drawing_gradient *g)
{
	const char *element = g->radial ? "radialGradient" :
	    "linearGradient";

	buf_printf(d->out, "<%s id=\"", element);
	put_id(d, 'g', g->number);
	buf_putc(d->out, '"');
	put_gradient_place(d, g);
	buf_putc(d->out, '>');
	for (size_t i = 0; i < g->stop_count; i++) {
		buf_puts(d->out, "<stop");
		put_share(d->out, "offset", g->stops[i].offset);
		buf_printf(d->out, " stop-color=\"#%06x\"",
		    (unsigned)g->stops[i].colour);
		put_opacity(d->out, "stop-opacity", g->stops[i].transparency);
		buf_puts(d->out, " />");
	}
	buf_printf(d->out, "</%s>\n", element);
}

static void
put_definitions(struct html *h, const struct drawing_page *d,
    const struct drawing *drawing)
{
	if (drawing->clip_count == 0 && drawing->gradient_count == 0)
		return;
	h->drawings++;
	buf_puts(h->out, "<defs>\n");
	for (size_t i = 0; i < drawing->clip_count; i++)
		put_clip(d, drawing->clips[i]);
	for (size_t i = 0; i < drawing->gradient_count; i++)
		put_gradient(d, drawing->gradients[i]);
	buf_puts(h->out, "</defs>\n");
}

static void
put_words(struct buf *out, const struct drawing_shape *s)
{
	const char *class = role_class(s->fill);

	if (s->words == NULL)
		return;
	buf_puts(out, "<text");
	if (s->fill == ROLE_COLOUR)
		buf_printf(out, " fill=\"#%06x\"",
		    (unsigned)s->fill_colour);
	else if (class != NULL && class[0] != '\0')
		escape_attribute(out, "class", class);
	put_length_attribute(out, "x", s->x);
	put_length_attribute(out, "y", s->y);
	put_length_attribute(out, "font-size", s->size);
	buf_printf(out, " text-anchor=\"%s\">", s->anchor < 0 ? "start" :
	    s->anchor > 0 ? "end" : "middle");
	escape_html(out, s->words);
	/* Words of neighbours are words of their own. */
	buf_puts(out, "</text>\n");
}

static void
put_view_box(struct buf *out, const struct drawing *drawing)
{
	buf_puts(out, " fill=\"currentColor\" viewBox=\"0 0 ");
	put_length(out, drawing->width);
	buf_putc(out, ' ');
	put_length(out, drawing->height);
	buf_putc(out, '"');
}

static void
put_shapes(struct html *h, const struct drawing_page *page,
    const struct drawing *drawing)
{
	put_definitions(h, page, drawing);
	for (size_t i = 0; i < drawing->shape_count; i++) {
		switch (drawing->shapes[i].kind) {
		case DRAWING_PATH:
			put_path(page, &drawing->shapes[i]);
			break;
		case DRAWING_TEXT:
			put_words(h->out, &drawing->shapes[i]);
			break;
		}
	}
	buf_puts(h->out, "</svg>\n");
}

const char *
html_drawing_file(struct arena *a, const struct drawing *drawing)
{
	struct html h = { .arena = a };
	struct drawing_page page = { a, NULL, 1 };
	const char *text;
	struct buf out;

	buf_init(&out);
	h.out = page.out = &out;
	buf_puts(&out, "<svg xmlns=\"http://www.w3.org/2000/svg\"");
	put_view_box(&out, drawing);
	buf_puts(&out, ">\n");
	put_shapes(&h, &page, drawing);
	text = arena_strndup(a, out.data, out.len);
	buf_release(&out);
	return text;
}

void
html_drawing(struct html *h, const struct drawing *drawing, const char *alt,
    bool decorative)
{
	const struct drawing_page page = { h->arena, h->out, h->drawings + 1 };

	buf_printf(h->out, "<svg class=\"drawing%s\"", drawing->coloured ?
	    " coloured" : "");
	put_view_box(h->out, drawing);
	if (decorative) {
		buf_puts(h->out, " aria-hidden=\"true\"");
	} else {
		buf_puts(h->out, " role=\"img\"");
		escape_attribute(h->out, "aria-label", alt);
	}
	buf_puts(h->out, ">\n");
	put_shapes(h, &page, drawing);
}
