/* SPDX-License-Identifier: MIT */
/*
 * SVG -> drawing: groups, references and transforms are gone, and what they
 * meant is there.
 */
#include "t.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/map.h"
#include "base/str.h"
#include "doc/drawing.h"
#include "read/figures.h"
#include "read/svg_tree.h"

struct result {
	struct arena		*arena;
	struct diag_list	*dl;
	const struct drawing	*drawing;
};

static struct result
read_inside(const char *shapes)
{
	struct result r = { arena_new(), NULL, NULL };
	struct map *labels = map_new(r.arena);
	struct buf b;

	r.dl = diag_list_new(r.arena);
	map_add(labels, "birth", arena_strdup(r.arena, "birth"));
	buf_init(&b);
	buf_printf(&b, "<svg xmlns=\"http://www.w3.org/2000/svg\" "
	    "viewBox=\"0 0 320 150\">\n%s</svg>\n", shapes);
	r.drawing = svg_read(r.arena, r.dl, "a.svg", "a.svg", b.data, b.len,
	    labels);
	buf_release(&b);
	return r;
}

static void
put_steps(struct buf *b, const struct path_step *steps, size_t count)
{
	static const char letters[] = "MLCZ";
	static const int points[] = { 1, 1, 3, 0 };

	for (size_t i = 0; i < count; i++) {
		buf_putc(b, letters[steps[i].verb]);
		for (int p = 0; p < points[steps[i].verb]; p++)
			buf_printf(b, "%s%d,%d", p > 0 ? " " : "",
			    (int)steps[i].p[p].x, (int)steps[i].p[p].y);
	}
}

static void
put_gradient(struct buf *b, const struct drawing_gradient *g)
{
	buf_printf(b, " %s %d,%d %d,%d %d,%d", g->radial ? "radial" :
	    "linear", (int)g->origin.x, (int)g->origin.y, (int)g->along.x,
	    (int)g->along.y, (int)g->across.x, (int)g->across.y);
	if (g->radial)
		buf_printf(b, " focus %d,%d", (int)g->focus_x,
		    (int)g->focus_y);
	for (size_t i = 0; i < g->stop_count; i++)
		buf_printf(b, " %d:%06x/%d", (int)g->stops[i].offset,
		    (unsigned)g->stops[i].colour,
		    (int)g->stops[i].transparency);
}

/* A shape as a line of text. */
static void
put_shape(struct buf *b, const struct drawing_shape *s)
{
	static const char *const roles[] = { "none", "paper", "tint1",
	    "tint2", "accent", "ink", "own", "gradient" };

	if (s->kind == DRAWING_TEXT) {
		buf_printf(b, "text %d,%d %d %s %s\n", (int)s->x, (int)s->y,
		    (int)s->size, roles[s->fill], s->words);
		return;
	}
	buf_puts(b, roles[s->fill]);
	if (s->fill == ROLE_COLOUR)
		buf_printf(b, " %06x", (unsigned)s->fill_colour);
	if (s->fill == ROLE_GRADIENT)
		put_gradient(b, s->gradient);
	if (s->fill_transparency != 0)
		buf_printf(b, "/%d", (int)s->fill_transparency);
	if (s->stroke != ROLE_NONE)
		buf_printf(b, " line %s %06x/%d %d", roles[s->stroke],
		    (unsigned)s->stroke_colour, (int)s->stroke_transparency,
		    (int)s->stroke_width);
	for (const struct drawing_clip *c = s->clip; c != NULL;
	    c = c->outer) {
		buf_puts(b, c->even_odd ? " clip* " : " clip ");
		put_steps(b, c->steps, c->step_count);
	}
	buf_puts(b, s->even_odd ? " * " : " ");
	put_steps(b, s->steps, s->step_count);
	buf_putc(b, '\n');
}

static void
claim(struct t_state *t_, const char *shapes, const char *want,
    const char *text)
{
	struct result r = read_inside(shapes);
	struct buf b;

	buf_init(&b);
	if (r.drawing == NULL && diag_total(r.dl) > 0)
		buf_puts(&b, diag_nth(r.dl, 0)->text);
	for (size_t i = 0; r.drawing != NULL && i < r.drawing->shape_count;
	    i++)
		put_shape(&b, &r.drawing->shapes[i]);
	t_str(b.data, want, text);
	buf_release(&b);
	arena_free(r.arena);
}

static void
test_paths(struct t_state *t_)
{
	claim(t_, "<path d=\"m1 1l2 2h3v-1zm1 0l1 1\"/>",
	    "ink M1000,1000L3000,3000L6000,3000L6000,2000ZM2000,1000"
	    "L3000,2000\n", "small letters are relative; a part starts anew "
	    "where the last one did");
	claim(t_, "<path d=\"M0 0C0 1 2 3 4 4S8 5 8 8\"/>",
	    "ink M0,0C0,1000 2000,3000 4000,4000C6000,5000 8000,5000 "
	    "8000,8000\n", "S goes on smoothly");
	claim(t_, "<path d=\"M0 0L2 2S8 5 8 8\"/>",
	    "ink M0,0L2000,2000C2000,2000 8000,5000 8000,8000\n",
	    "S behind a line starts at the pen");
	claim(t_, "<path d=\"M0 0q3 3 6 0t6 0\"/>",
	    "ink clip M0,0L320000,0L320000,150000L0,150000L0,0Z "
	    "M0,0C2000,2000 4000,2000 6000,0C8000,-2000 10000,-2000 "
	    "12000,0\n", "T mirrors the handle");
	claim(t_, "<path d=\"M10 0A10 10 0 0 1 0 10\"/>",
	    "ink M10000,0C10000,5523 5523,10000 0,10000\n",
	    "a quarter arc is one curve");
	claim(t_, "<path d=\"M10 0a10 10 0 11-10-10\"/>",
	    "ink clip M0,0L320000,0L320000,150000L0,150000L0,0Z "
	    "M10000,0C10000,5523 5523,10000 0,10000C-5523,10000 -10000,5523 "
	    "-10000,0C-10000,-5523 -5523,-10000 0,-10000\n",
	    "flags need nothing between them; what is outside is cut off");
	claim(t_, "<path d=\"M0 0A1 1 0 0 1 20 0\"/>",
	    "ink clip M0,0L320000,0L320000,150000L0,150000L0,0Z "
	    "M0,0C0,-5523 4477,-10000 10000,-10000C15523,-10000 20000,-5523 "
	    "20000,0\n", "an arc that is too small grows");
	claim(t_, "<path d=\"M0 0A0 5 0 0 1 20 0 5 5 0 0 1 20 0\"/>",
	    "ink M0,0L20000,0\n",
	    "an arc without radius is a line, one without length nothing");
}

static void
test_transforms(struct t_state *t_)
{
	claim(t_, "<g transform=\"translate(10,20) scale(2)\"><path "
	    "transform=\"translate(1)\" d=\"M0 0L1 1\" stroke=\"red\"/></g>",
	    "ink line own ff0000/0 2000 M12000,20000L14000,22000\n",
	    "transforms join, and lines grow with them");
	claim(t_, "<path transform=\"rotate(90 10 10)\" d=\"M10 0V20\"/>",
	    "ink M20000,10000L0,10000\n", "turns have a centre");
	claim(t_, "<path transform=\"skewX(45)skewY(-45)\" d=\"M9 9h1\"/>",
	    "ink clip M0,0L320000,0L320000,150000L0,150000L0,0Z M9000,0"
	    "L9000,-1000\n", "skews are read");
	claim(t_, "<path transform=\"scale(4,1)\" stroke=\"#000\" "
	    "d=\"M1 1h1\"/>", "ink line ink 000000/0 2000 M4000,1000"
	    "L8000,1000\n", "a stretched line has the mean width");
	claim(t_, "<path transform=\"scale(0)\" d=\"M1 1h1\"/><path "
	    "transform=\"matrix(1 1 1 1 0 0)\" d=\"M1 1h1\"/>", "",
	    "what falls together on a line or point is not drawn");
	claim(t_, "<path transform=\"scale(1e-9)\" d=\"M1 1h1\"/>", "",
	    "nor is what is too small to be seen");
	claim(t_, "<g transform=\"scale(1e6)\"><g transform=\"scale(1e6)\"><g "
	    "transform=\"scale(1e6)\"><path d=\"M1e6-1e6h1\"/></g></g></g>",
	    "<path> reaches far out of the figure",
	    "absurd sizes are refused, not computed");
	claim(t_, "<text x=\"1\" y=\"2\" transform=\"translate(5 5)scale(2)\" "
	    "data-label=\"birth\">b</text><text data-label=\"birth\"><tspan "
	    "x=\"7\" y=\"8\">b</tspan></text><text x=\"3\" y=\"4\"><tspan "
	    "data-label=\"birth\" fill=\"teal\" y=\"9\">b</tspan></text>",
	    "text 7000,9000 28000 ink birth\ntext 7000,8000 14000 ink birth\n"
	    "text 3000,9000 14000 own birth\n",
	    "labels move with their groups and may stand in spans");
}

static void
test_style(struct t_state *t_)
{
	claim(t_, "<g fill=\"#f00\" stroke=\"#00F\" stroke-width=\"3\"><path "
	    "d=\"M0 0\"/><path d=\"M0 0\" style=\"fill:none; "
	    "stroke:inherit\"/><path d=\"M0 0\" class=\"a role-tint2\" "
	    "stroke=\"none\"/></g>",
	    "own ff0000 line own 0000ff/0 3000 M0,0\nnone line own 0000ff/0 "
	    "3000 M0,0\ntint2 M0,0\n", "groups hand down what they say");
	claim(t_, "<path d=\"M0 0\" fill=\"RGB(100%,0,300)\"/>"
	    "<path d=\"M0 0\" fill=\"SteelBlue\"/><path d=\"M0 0\" "
	    "fill=\"white\" stroke=\"black\"/>",
	    "fill=\"RGB(100%,0,300)\" is no colour",
	    "functions are written small");
	claim(t_, "<path d=\"M0 0\" fill=\"rgb(100%,0,300)\"/>"
	    "<path d=\"M0 0\" fill=\"SteelBlue\"/><path d=\"M0 0\" "
	    "fill=\"white\" stroke=\"black\"/>",
	    "own ff00ff M0,0\nown 4682b4 M0,0\npaper line ink 000000/0 1000 "
	    "M0,0\n", "colours are read; white is paper and black is ink");
	claim(t_, "<g opacity=\".5\"><path d=\"M0 0\" fill-opacity=\"50%\" "
	    "stroke=\"red\"/></g><path d=\"M0 0\" opacity=\"0\" "
	    "stroke=\"red\"/>",
	    "ink/750 line own ff0000/500 1000 M0,0\nnone M0,0\n",
	    "opacities multiply; what is clear is not painted");
	claim(t_, "<g display=\"none\"><path d=\"M0 0\"/></g><g "
	    "visibility=\"hidden\"><path d=\"M0 0\"/><path d=\"M9 9\" "
	    "visibility=\"visible\"/></g>", "ink M9000,9000\n",
	    "what is hidden is not drawn");
	claim(t_, "<path d=\"M0 0\" fill-rule=\"evenodd\" stroke=\"red\" "
	    "stroke-width=\"0\"/>", "ink * M0,0\n",
	    "rules are kept; lines without width are none");
	claim(t_, "<path d=\"M0 0\" font-family=\"x\" "
	    "style=\"-inkscape-font-specification:x;marker:none;"
	    "filter:none;line-height:1.2\" xml:space=\"preserve\"/>",
	    "ink M0,0\n", "what drawing programs add is passed over");
}

static void
test_references(struct t_state *t_)
{
	claim(t_, "<use href=\"#a\" x=\"5\" fill=\"red\"/><defs><path id=\"a\""
	    " d=\"M1 1\"/></defs>", "own ff0000 M6000,1000\n",
	    "what is used may come later, and takes the user's colour");
	claim(t_, "<symbol id=\"s\" viewBox=\"0 0 10 10\"><path d=\"M0 "
	    "0H10\"/></symbol><use href=\"#s\" width=\"20\" height=\"40\"/>",
	    "ink clip M0,0L20000,0L20000,40000L0,40000L0,0Z M0,10000"
	    "L20000,10000\n", "a symbol fits into the place it is given");
	claim(t_, "<symbol id=\"s\" viewBox=\"0 0 10 10\" "
	    "preserveAspectRatio=\"xMinYMax slice\" overflow=\"visible\"><path "
	    "d=\"M0 0H10\"/></symbol><use href=\"#s\" width=\"20\" "
	    "height=\"10\"/>", "ink clip M0,0L320000,0L320000,150000L0,150000"
	    "L0,0Z M0,-10000L20000,-10000\n", "as it asks for");
	claim(t_, "<g id=\"a\"><use href=\"#b\"/></g><g id=\"b\"><use "
	    "href=\"#a\"/></g>", "<use> refers to itself",
	    "circles are refused");
	claim(t_, "<clipPath id=\"c\"><rect width=\"9\" height=\"9\"/>"
	    "</clipPath><path clip-path=\"url(#c)\" "
	    "transform=\"translate(1 1)\" d=\"M0 0\"/>",
	    "ink clip M1000,1000L10000,1000L10000,10000L1000,10000"
	    "L1000,1000Z M1000,1000\n", "clips are where their shapes are");
	claim(t_, "<clipPath id=\"c\" clipPathUnits=\"objectBoundingBox\"><path"
	    " d=\"M0 0V.5H1z\"/></clipPath><path clip-path=\"url('#c')\" "
	    "d=\"M10 10H20V30\"/>",
	    "ink clip M20000,20000L10000,20000L10000,10000Z "
	    "M10000,10000L20000,10000L20000,30000\n",
	    "or in the box of what they clip, turned one way round");
	claim(t_, "<clipPath id=\"c\"/><path clip-path=\"url(#c)\" "
	    "d=\"M0 0\"/>", "", "nothing is seen through an empty clip");
	claim(t_, "<mask id=\"m\" maskUnits=\"userSpaceOnUse\" x=\"0\" y=\"0\" "
	    "width=\"5\" height=\"5\"><g fill=\"#fff\"><path d=\"M0 0H9V9z\"/>"
	    "</g></mask><path mask=\"url(#m)\" d=\"M1 1\"/>",
	    "ink clip M0,0L9000,0L9000,9000Z clip M0,0L5000,0L5000,5000"
	    "L0,5000L0,0Z M1000,1000\n", "a white mask is a clip");
}

#define STOPS "<stop stop-color=\"red\"/><stop offset=\"1\" " \
	"stop-color=\"#00f\" stop-opacity=\".5\"/>"

static void
test_gradients(struct t_state *t_)
{
	claim(t_, "<linearGradient id=\"g\">" STOPS "</linearGradient><path "
	    "d=\"M10 10h20v10z\" fill=\"url(#g)\" opacity=\".5\"/>",
	    "gradient linear 10000,10000 20000,0 0,10000 0:ff0000/500 "
	    "1000000:0000ff/750 M10000,10000L30000,10000L30000,20000Z\n",
	    "a gradient lies in the box of its shape");
	claim(t_, "<radialGradient id=\"h\" href=\"#g\" cx=\"5\" cy=\"5\" "
	    "r=\"10\" fx=\"0\" fy=\"5\" gradientUnits=\"userSpaceOnUse\" "
	    "gradientTransform=\"translate(1)\"/><linearGradient id=\"g\">"
	    STOPS "</linearGradient><path transform=\"scale(2)\" "
	    "d=\"M1 1h2v2z\" fill=\"url(#h)\"/>",
	    "gradient radial 12000,10000 20000,0 0,20000 focus -500000,0 "
	    "0:ff0000/0 1000000:0000ff/500 M2000,2000L6000,2000L6000,6000Z\n",
	    "or in the shape's own units, with colours from elsewhere");
	claim(t_, "<linearGradient id=\"g\" x2=\".5\" "
	    "spreadMethod=\"reflect\">" STOPS "</linearGradient><path "
	    "d=\"M0 0h20v10z\" fill=\"url(#g)\"/>",
	    "gradient linear -10000,0 40000,0 0,5000 0:0000ff/500 "
	    "250000:ff0000/0 250000:ff0000/0 500000:0000ff/500 "
	    "500000:0000ff/500 750000:ff0000/0 750000:ff0000/0 "
	    "1000000:0000ff/500 M0,0L20000,0L20000,10000Z\n",
	    "repeats are written out");
	claim(t_, "<linearGradient id=\"g\" x2=\"0\">" STOPS
	    "</linearGradient><path d=\"M0 0h20v10z\" fill=\"url(#g)\"/>"
	    "<linearGradient id=\"e\"/><path d=\"M0 0h20v10z\" "
	    "fill=\"url(#e)\"/>",
	    "own 0000ff/500 M0,0L20000,0L20000,10000Z\nnone M0,0L20000,0"
	    "L20000,10000Z\n", "one without length is its last colour, one "
	    "without colours nothing");
	claim(t_, "<linearGradient id=\"g\" href=\"#h\"/><linearGradient "
	    "id=\"h\" href=\"#g\"/><path d=\"M0 0h2v1z\" fill=\"url(#g)\"/>",
	    "<linearGradient> refers to itself", "circles are refused");
}

static void
test_large_gradient(struct t_state *t_)
{
	struct arena *a = arena_new();
	struct diag_list *dl = diag_list_new(a);
	static const char text[] = "<svg xmlns=\"http://www.w3.org/2000/svg\" "
	    "viewBox=\"0 0 20000 20000\"><linearGradient id=\"g\" "
	    "x2=\"1e6\" gradientUnits=\"userSpaceOnUse\" "
	    "gradientTransform=\"scale(3)\">" STOPS "</linearGradient>"
	    "<path d=\"M0 0h9v9\" fill=\"url(#g)\"/></svg>\n";
	const struct drawing *d = svg_read(a, dl, "a.svg", "a.svg", text,
	    strlen(text), NULL);

	t_ok(d == NULL && diag_total(dl) == 1, "a gradient that 32 bits of "
	    "thousandths cannot hold is refused, not shortened");
	arena_free(a);
}

static void
test_root(struct t_state *t_)
{
	struct arena *a = arena_new();
	struct diag_list *dl = diag_list_new(a);
	static const char text[] = "<?xml version=\"1.0\"?>\n<!-- by hand -->\n"
	    "<svg:svg xmlns:svg=\"http://www.w3.org/2000/svg\" width=\"30px\" "
	    "height=\"20\"\n xmlns:i=\"http://www.inkscape.org/namespaces/"
	    "inkscape\" i:version=\"1\"><i:page/><svg:metadata><x/>"
	    "</svg:metadata><svg:path d=\"M0 0\"/></svg:svg>\n";
	const struct drawing *d = svg_read(a, dl, "a.svg", "a.svg", text,
	    strlen(text), NULL);

	t_ok(d != NULL && d->width == 30000 && d->height == 20000 &&
	    d->shape_count == 1 && !d->coloured,
	    "prefixes are read, private notes passed over, sizes in pixels");
	arena_free(a);
}

T_MAIN
{
	test_paths(t_);
	test_transforms(t_);
	test_style(t_);
	test_references(t_);
	test_gradients(t_);
	test_large_gradient(t_);
	test_root(t_);
}
