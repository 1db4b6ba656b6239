/* SPDX-License-Identifier: MIT */
/*
 * SVG -> drawing: exact numbers, and nothing that is not on the list.
 */
#include "t.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/map.h"
#include "base/str.h"
#include "doc/drawing.h"
#include "read/figures.h"
#include "read/svg_path.h"
#include "read/svg_tree.h"

#define HEAD "<svg xmlns=\"http://www.w3.org/2000/svg\" " \
	"viewBox=\"0 0 320 150\">\n"
#define TAIL "</svg>\n"

struct result {
	struct arena		*arena;
	struct diag_list	*dl;
	const struct drawing	*drawing;
};

static struct result
read_whole(const char *text)
{
	struct result r;
	struct map *labels;
	static const char words[] = "birth";

	r.arena = arena_new();
	r.dl = diag_list_new(r.arena);
	labels = map_new(r.arena);
	map_add(labels, "birth", arena_strdup(r.arena, words));
	r.drawing = svg_read(r.arena, r.dl, "figures/a.svg", "figures/a.svg",
	    text, strlen(text), labels);
	return r;
}

static struct result
read_inside(const char *shapes)
{
	struct buf b;
	struct result r;

	buf_init(&b);
	buf_printf(&b, "%s%s%s", HEAD, shapes, TAIL);
	r = read_whole(b.data);
	buf_release(&b);
	return r;
}

static void
claim_error(struct t_state *t_, struct result r, const char *id,
    unsigned line, const char *claim)
{
	const struct diag *d = diag_total(r.dl) > 0 ? diag_nth(r.dl, 0) : NULL;
	bool ok = r.drawing == NULL && d != NULL && str_equal(d->id, id) &&
	    d->at.line == line && d->hint != NULL;

	t_ok(ok, claim);
	if (!ok && d != NULL)
		printf("#  got: %s at %u:%u: %s\n", d->id, d->at.line,
		    d->at.col, d->text);
	arena_free(r.arena);
}

static void
claim_refused(struct t_state *t_, const char *shapes, const char *id,
    const char *claim)
{
	claim_error(t_, read_inside(shapes), id, 2, claim);
}

static bool
is_number(const char *s, int32_t want)
{
	int64_t value;

	return svg_whole_number(s, &value) && svg_thousandths(value) == want;
}

static void
test_numbers(struct t_state *t_)
{
	int64_t value;

	t_ok(is_number("12", 12000) && is_number("-1.5", -1500) &&
	    is_number("+.25", 250) && is_number(" 3. ", 3000),
	    "numbers are read to thousandths");
	t_ok(is_number("0.0004", 0) && is_number("0.0005", 1) &&
	    is_number("-1.9999", -2000) && is_number("1.23449", 1234),
	    "further digits are rounded");
	t_ok(is_number("1000000", 1000000000) && !svg_whole_number("1000001",
	    &value) && !svg_whole_number("99999999999999999999", &value) &&
	    !svg_whole_number("1e999999999", &value),
	    "large numbers are refused");
	t_ok(is_number("1e3", 1000000) && is_number("1500e-3", 1500) &&
	    is_number("123456789123456789123e-18", 123457) &&
	    is_number("1e-99999", 0) && is_number("5px", 5000),
	    "exponents and pixels are read");
	t_ok(!svg_whole_number("", &value) && !svg_whole_number("1pt",
	    &value) && !svg_whole_number("1e", &value) &&
	    !svg_whole_number(".", &value) && !svg_whole_number("--1",
	    &value), "what is no plain number is refused");
}

/* A path as text, "M1000,2000 L..." */
static const char *
steps_of(struct arena *a, const struct drawing_shape *shape)
{
	static const char letters[] = "MLCZ";
	static const int points[] = { 1, 1, 3, 0 };
	struct buf b;
	const char *text;

	buf_init(&b);
	for (size_t i = 0; i < shape->step_count; i++) {
		const struct path_step *s = &shape->steps[i];

		buf_putc(&b, letters[s->verb]);
		for (int p = 0; p < points[s->verb]; p++)
			buf_printf(&b, "%s%d,%d", p > 0 ? " " : "",
			    (int)s->p[p].x, (int)s->p[p].y);
	}
	text = arena_strdup(a, b.data);
	buf_release(&b);
	return text;
}

static void
claim_steps(struct t_state *t_, const char *shapes, const char *want,
    const char *claim)
{
	struct result r = read_inside(shapes);

	if (r.drawing == NULL || r.drawing->shape_count == 0) {
		t_ok(false, claim);
		if (diag_total(r.dl) > 0)
			printf("#  got: %s\n", diag_nth(r.dl, 0)->text);
	} else {
		t_str(steps_of(r.arena, &r.drawing->shapes[0]), want, claim);
	}
	arena_free(r.arena);
}

static void
test_paths(struct t_state *t_)
{
	claim_steps(t_, "<path fill=\"none\" d=\"M1 2L3,4 5-6Z\"/>",
	    "M1000,2000L3000,4000L5000,-6000Z", "lines are read");
	claim_steps(t_, "<path fill=\"none\" d=\"M.5.5 1 1H4V0Z M9 9\"/>",
	    "M500,500L1000,1000L4000,1000L4000,0ZM9000,9000",
	    "more points behind M are lines; H and V keep the other one");
	claim_steps(t_, "<path fill=\"none\" d=\"M0 0C1 1 2 2 3 3 4 4 5 5 6 6"
	    "\"/>", "M0,0C1000,1000 2000,2000 3000,3000C4000,4000 5000,5000 "
	    "6000,6000", "curves are read, several to a letter");
	claim_steps(t_, "<path fill=\"none\" d=\"M0 0Q3 3 6 0\"/>",
	    "M0,0C2000,2000 4000,2000 6000,0",
	    "a quadratic curve becomes the same cubic one");
	claim_steps(t_, "<path fill=\"none\" d=\"M1 1H5ZV9\"/>",
	    "M1000,1000L5000,1000ZL1000,9000",
	    "after Z the pen is where the part began");
	claim_steps(t_, "<circle cx=\"5\" cy=\"5\" r=\"1\" fill=\"none\"/>",
	    "M6000,5000C6000,5552 5552,6000 5000,6000C4448,6000 4000,5552 "
	    "4000,5000C4000,4448 4448,4000 5000,4000C5552,4000 6000,4448 "
	    "6000,5000Z", "a circle is four curves");
	claim_steps(t_, "<rect x=\"1\" y=\"2\" width=\"3\" height=\"4\" "
	    "fill=\"none\"/>", "M1000,2000L4000,2000L4000,6000L1000,6000"
	    "L1000,2000Z", "a rectangle is four lines");
	claim_steps(t_, "<polygon points=\"0,0 4,0 4,4\" fill=\"none\"/>",
	    "M0,0L4000,0L4000,4000Z", "a polygon is closed");
	claim_steps(t_, "<polyline points=\"0,0 4,0\" fill=\"none\"/>",
	    "M0,0L4000,0", "a polyline is open");
	claim_steps(t_, "<g><line x1=\"0\" y1=\"1\" x2=\"2\" y2=\"3\"/></g>",
	    "M0,1000L2000,3000", "a group without attributes is passed "
	    "through");
}

static void
test_paint(struct t_state *t_)
{
	struct result r = read_inside("<title>x</title><!-- c -->"
	    "<path d=\"M0 0H9\" class=\"role-tint2\" fill=\"#d9e0dd\" "
	    "stroke=\"currentColor\" stroke-width=\"2.2\" "
	    "stroke-linecap=\"round\" stroke-linejoin=\"round\" "
	    "stroke-dasharray=\"4 2 1\"/>"
	    "<text x=\"160\" y=\"20.5\" data-label=\"birth\">b</text>");
	const struct drawing_shape *s;

	t_ok(r.drawing != NULL && r.drawing->shape_count == 2 &&
	    r.drawing->width == 320000 && r.drawing->height == 150000,
	    "title and comment are no shapes; the size is the viewBox");
	s = r.drawing->shapes;
	t_ok(s[0].fill == ROLE_TINT2 && s[0].stroke_width == 2200 &&
	    s[0].cap == CAP_ROUND && s[0].join == JOIN_ROUND, "role and stroke are read");
	t_ok(s[0].dash_count == 6 && s[0].dashes[3] == 4000 &&
	    s[0].dashes[5] == 1000, "an odd list of dashes is said twice");
	t_ok(s[1].kind == DRAWING_TEXT && s[1].x == 160000 &&
	    s[1].y == 20500 && s[1].size == 14000 && s[1].anchor == 0 &&
	    s[1].fill == ROLE_INK, "text is 14 units high and centred");
	t_str(s[1].words, "birth", "its words come from figures.yaml");
	arena_free(r.arena);
}

static void
test_refused_shapes(struct t_state *t_)
{
	claim_refused(t_, "<script>a</script>", "svg-element",
	    "scripts are refused");
	claim_refused(t_, "<use href=\"a.svg#a\"/>", "svg-reference",
	    "references to other files are refused");
	claim_refused(t_, "<use href=\"javascript:a()\"/>", "svg-reference",
	    "so are programs in their place");
	claim_refused(t_, "<style>@import 'a';</style>", "svg-element",
	    "style sheets are refused");
	claim_refused(t_, "<animate attributeName=\"href\"/>",
	    "svg-element", "moving is refused");
	claim_refused(t_, "<image href=\"http://a/b\"/>", "svg-element",
	    "images are refused");
	claim_refused(t_, "<foreignObject/>", "svg-element",
	    "other formats inside are refused");
	claim_refused(t_, "<x:path xmlns:x=\"http://a\"/>", "svg-element",
	    "other namespaces are refused");
	claim_refused(t_, "<svg/>", "svg-element",
	    "an svg inside of svg is refused");
	claim_refused(t_, "<g transform=\"turn(2)\"/>", "svg-transform",
	    "unknown transforms are refused");
	claim_refused(t_, "<a xmlns:xlink=\"http://www.w3.org/1999/xlink\" "
	    "xlink:href=\"javascript:a()\"/>", "svg-element",
	    "links are refused");
	claim_refused(t_, "<path d=\"M0 0\" fill=\"none\" onclick=\"a()\"/>",
	    "svg-attribute", "event handlers are refused");
	claim_refused(t_, "<path d=\"M0 0\" style=\"fill:url(http://a)\"/>",
	    "svg-reference", "styles that lead elsewhere are refused");
	claim_refused(t_, "<path d=\"M0 0\" style=\"@import 'a'\"/>",
	    "svg-style", "imports are refused");
	claim_refused(t_, "<path d=\"M0 0\" style=\"f\\69ll: red\"/>",
	    "svg-style", "escapes are refused");
	claim_refused(t_, "<path d=\"L0 0\"/>", "svg-path",
	    "paths that do not start with a move are refused");
	claim_refused(t_, "<path d=\"M0 0\" fill=\"reddish\"/>",
	    "svg-colour", "an unknown colour is refused");
	claim_refused(t_, "<path d=\"M0 0\" class=\"role-tint3\"/>",
	    "svg-class", "an unknown role is refused");
	claim_refused(t_, "<text x=\"1\" y=\"1\">words</text>", "svg-text",
	    "text without a label is refused");
	claim_refused(t_, "<text x=\"1\" y=\"1\" data-label=\"deth\"/>",
	    "label-missing", "a label without words is refused");
	claim_refused(t_, "loose words", "svg-text",
	    "words between shapes are refused");
	claim_refused(t_, "<circle cx=\"1%\" cy=\"1\" r=\"1\" "
	    "fill=\"none\"/>", "svg-number", "units are refused");
	claim_refused(t_, "<?php a ?>", "svg-element",
	    "processing instructions are refused");
}

static void
test_refused_files(struct t_state *t_)
{
	struct buf b;

	claim_error(t_, read_whole("<svg xmlns=\"http://www.w3.org/2000/svg\">"
	    "</svg>"), "svg-size", 1, "a figure without a size is refused");
	claim_error(t_, read_whole(HEAD "<path d=\"M0 0\"\n</svg>"),
	    "svg-xml", 3, "what is not well-formed is refused at its place");
	claim_error(t_, read_whole("<page xmlns=\"http://www.inkscape.org/"
	    "namespaces/inkscape\"/>"), "svg-element", 1,
	    "a drawing program's note alone is no figure");
	claim_error(t_, read_whole(""), "svg-xml", 1,
	    "so is an empty file");
	claim_error(t_, read_whole("<?xml version=\"1.0\"?>\n<!DOCTYPE svg [\n"
	    "<!ENTITY a SYSTEM \"file:///etc/passwd\">]>\n" HEAD "&a;" TAIL),
	    "svg-doctype", 2, "declarations are refused");
	claim_error(t_, read_whole(HEAD "&a;" TAIL), "svg-xml", 2,
	    "so are entities");
	buf_init(&b);
	buf_puts(&b, HEAD);
	for (size_t i = 0; i < 100; i++)
		buf_puts(&b, "<g>");
	for (size_t i = 0; i < 100; i++)
		buf_puts(&b, "</g>");
	buf_puts(&b, TAIL);
	claim_error(t_, read_whole(b.data), "svg-too-large", 2,
	    "deep nesting is refused");
	buf_clear(&b);
	buf_puts(&b, HEAD);
	for (size_t i = 0; i < 20001; i++)
		buf_puts(&b, "<g/>");
	buf_puts(&b, TAIL);
	claim_error(t_, read_whole(b.data), "svg-too-large", 2,
	    "more than 20000 elements are refused");
	buf_clear(&b);
	buf_puts(&b, HEAD);
	for (size_t i = 0; i < 60000; i++)
		buf_puts(&b, "<!-- as long as a book -->");
	claim_error(t_, read_whole(b.data), "svg-too-large", 0,
	    "more than 1 MiB is refused");
	buf_release(&b);
}

T_MAIN
{
	test_numbers(t_);
	test_paths(t_);
	test_paint(t_);
	test_refused_shapes(t_);
	test_refused_files(t_);
}
