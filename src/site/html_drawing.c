/* SPDX-License-Identifier: MIT */
/*
 * A figure as inline SVG, written anew from its shapes: nothing of the file
 * that an editor gave us reaches the page but numbers and checked words.
 *
 * Strokes and words take the colour of the text around them; fills are roles
 * that the style sheet colours (class "role-..."), so no style is inline.
 */
#include "site/html_write.h"

#include "base/buf.h"
#include "base/diag.h"
#include "doc/drawing.h"
#include "site/escape.h"

/* Thousandths as a decimal number without useless zeros. */
static void
put_length(struct buf *out, int32_t thousandths)
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

static void
put_point(struct buf *out, char verb, int32_t x, int32_t y)
{
	buf_putc(out, verb);
	put_length(out, x);
	buf_putc(out, ' ');
	put_length(out, y);
}

static void
put_step(struct buf *out, const struct path_step *s)
{
	switch (s->verb) {
	case PATH_MOVE:
		put_point(out, 'M', s->p[0].x, s->p[0].y);
		break;
	case PATH_LINE:
		put_point(out, 'L', s->p[0].x, s->p[0].y);
		break;
	case PATH_CURVE:
		put_point(out, 'C', s->p[0].x, s->p[0].y);
		put_point(out, ' ', s->p[1].x, s->p[1].y);
		put_point(out, ' ', s->p[2].x, s->p[2].y);
		break;
	case PATH_CLOSE:
		buf_putc(out, 'Z');
		break;
	}
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
		return "";
	}
	BUG("role %d", (int)role);
}

static void
put_stroke(struct buf *out, const struct drawing_shape *s)
{
	if (s->stroke_width == 0)
		return;
	buf_puts(out, " stroke=\"currentColor\"");
	put_length_attribute(out, "stroke-width", s->stroke_width);
	if (s->round_cap)
		buf_puts(out, " stroke-linecap=\"round\"");
	if (s->round_join)
		buf_puts(out, " stroke-linejoin=\"round\"");
	if (s->dash_count == 0)
		return;
	buf_puts(out, " stroke-dasharray=\"");
	for (size_t i = 0; i < s->dash_count; i++) {
		if (i > 0)
			buf_putc(out, ' ');
		put_length(out, s->dashes[i]);
	}
	buf_putc(out, '"');
}

static void
put_path(struct buf *out, const struct drawing_shape *s)
{
	const char *class;

	class = role_class(s->fill);
	buf_puts(out, "<path");
	if (class == NULL)
		buf_puts(out, " fill=\"none\"");
	else if (class[0] != '\0')
		escape_attribute(out, "class", class);
	put_stroke(out, s);
	buf_puts(out, " d=\"");
	for (size_t i = 0; i < s->step_count; i++)
		put_step(out, &s->steps[i]);
	buf_puts(out, "\" />");
}

static void
put_words(struct buf *out, const struct drawing_shape *s)
{
	if (s->words == NULL)
		return;
	buf_puts(out, "<text");
	put_length_attribute(out, "x", s->x);
	put_length_attribute(out, "y", s->y);
	put_length_attribute(out, "font-size", s->size);
	buf_printf(out, " text-anchor=\"%s\">", s->anchor < 0 ? "start" :
	    s->anchor > 0 ? "end" : "middle");
	escape_html(out, s->words);
	/* Words of neighbours are words of their own. */
	buf_puts(out, "</text>\n");
}

void
html_drawing(struct html *h, const struct drawing *drawing, const char *alt,
    bool decorative)
{
	buf_puts(h->out, "<svg class=\"drawing\" fill=\"currentColor\" "
	    "viewBox=\"0 0 ");
	put_length(h->out, drawing->width);
	buf_putc(h->out, ' ');
	put_length(h->out, drawing->height);
	buf_putc(h->out, '"');
	if (decorative) {
		buf_puts(h->out, " aria-hidden=\"true\"");
	} else {
		buf_puts(h->out, " role=\"img\"");
		escape_attribute(h->out, "aria-label", alt);
	}
	buf_puts(h->out, ">\n");
	for (size_t i = 0; i < drawing->shape_count; i++) {
		switch (drawing->shapes[i].kind) {
		case DRAWING_PATH:
			put_path(h->out, &drawing->shapes[i]);
			break;
		case DRAWING_TEXT:
			put_words(h->out, &drawing->shapes[i]);
			break;
		}
	}
	buf_puts(h->out, "</svg>\n");
}
