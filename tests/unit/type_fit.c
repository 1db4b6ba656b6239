/* SPDX-License-Identifier: MIT */
/*
 * Total fit on paragraphs small enough to work out by hand; the comparison with
 * TeX is tests/prop/type_tex_oracle.py.
 */
#include "type/fit.h"

#include "base/arena.h"
#include "t.h"

#define PT	DIM_PT

static struct fit_item
box(dim width)
{
	return (struct fit_item){ .kind = FIT_BOX, .width = width };
}

static struct fit_item
glue(dim width, dim stretch, dim shrink)
{
	return (struct fit_item){ .kind = FIT_GLUE, .width = width,
	    .stretch = stretch, .shrink = shrink };
}

static struct fit_item
penalty(int p)
{
	return (struct fit_item){ .kind = FIT_PENALTY, .penalty = p };
}

static void
test_justified(struct t_state *t_, struct arena *a)
{
	struct fit_item items[] = {
		box(40 * PT), glue(10 * PT, 5 * PT, 3 * PT), box(40 * PT),
		glue(10 * PT, 5 * PT, 3 * PT), box(50 * PT),
	};
	struct fit_measure measure = { .width = 95 * PT };
	struct fit_parameters p;
	struct fit_breaks breaks;

	fit_parameters_justified(&p, 10 * PT);
	fit_break(a, items, 5, &p, &measure, &breaks);
	t_int(breaks.count, 2, "three words take two lines");
	t_int(breaks.at[0], 3, "the first ends at the second space");
	t_int(breaks.at[1], 5, "the last at the end");
	/* 90 pt stretched by the whole 5 pt: ratio 1, badness 100. */
	t_int(breaks.badness[0], 100, "a ratio of one has badness 100");
	t_int(breaks.badness[1], 0, "the last line is filled");
	/* (10 + 100)^2 + (10 + 0)^2, very loose beside decent adds 10000. */
	t_int(breaks.demerits, 12100 + 100 + 10000 + 10000,
	    "demerits are those of the TeXbook, page 98");
}

static void
test_forced(struct t_state *t_, struct arena *a)
{
	struct fit_item items[] = {
		box(10 * PT), penalty(10000), glue(0, PT, 0), penalty(-10000),
		box(20 * PT),
	};
	struct fit_measure measure = { .width = 100 * PT };
	struct fit_parameters p;
	struct fit_breaks breaks;

	fit_parameters_ragged(&p, 10 * PT, measure.width);
	fit_break(a, items, 5, &p, &measure, &breaks);
	t_int(breaks.count, 2, "a penalty of -10000 forces a break");
	t_int(breaks.at[0], 3, "at the penalty itself");
	fit_break(a, items, 0, &p, &measure, &breaks);
	t_int(breaks.count, 1, "nothing at all is one empty line");
	fit_break(a, items + 2, 1, &p, &measure, &breaks);
	t_ok(breaks.count == 1 && breaks.at[0] == 1,
	    "glue alone is one empty line, too");
}

static void
test_overfull(struct t_state *t_, struct arena *a)
{
	struct fit_item items[] = {
		box(150 * PT), glue(5 * PT, 0, 0), box(20 * PT),
	};
	struct fit_measure measure = { .width = 100 * PT };
	struct fit_parameters p;
	struct fit_breaks breaks;

	fit_parameters_ragged(&p, 10 * PT, measure.width);
	fit_break(a, items, 3, &p, &measure, &breaks);
	t_int(breaks.count, 2, "a box that is too wide has its own line");
	t_int(breaks.badness[0], 1000000, "which is said to be overfull");
	measure.width = 0;
	fit_break(a, items, 3, &p, &measure, &breaks);
	t_int(breaks.count, 2, "a measure of nothing breaks everywhere");
	measure.width = -5 * PT;
	fit_break(a, items, 3, &p, &measure, &breaks);
	t_int(breaks.count, 2, "so does a negative one");
}

static void
test_indent(struct t_state *t_, struct arena *a)
{
	struct fit_item items[11];
	struct fit_measure measure = { .width = 100 * PT,
	    .first_indent = 60 * PT, .indent = 20 * PT };
	struct fit_parameters p;
	struct fit_breaks breaks;

	for (int i = 0; i < 11; i++)
		items[i] = i % 2 == 0 ? box(35 * PT) : glue(5 * PT, 0, 0);
	fit_parameters_ragged(&p, 10 * PT, measure.width);
	fit_break(a, items, 11, &p, &measure, &breaks);
	t_int(breaks.at[0], 1, "the first line has room for one box");
	t_int(breaks.at[1], 5, "the others for two");
	t_int(breaks.count, 4, "so six boxes take four lines");
}

T_MAIN
{
	struct arena *a;

	a = arena_new();
	test_justified(t_, a);
	test_forced(t_, a);
	test_overfull(t_, a);
	test_indent(t_, a);
	arena_free(a);
}
