/* SPDX-License-Identifier: MIT */
/*
 * The plan for saddle-stitched sheets: orders, flips, creep, mark bases.
 */
#include "impose/plan.h"

#include "base/arena.h"
#include "t.h"

static struct impose_options
options_a5(void)
{
	struct impose_options o;

	memset(&o, 0, sizeof(o));
	o.page_width = DIM_MM(148);
	o.page_height = DIM_MM(210);
	o.sheet_width = DIM_MM(297);
	o.sheet_height = DIM_MM(210);
	o.flip = FLIP_SHORT_EDGE;
	o.paper_thickness = DIM_MM10(1);
	o.creep_percent = 100;
	o.creep_most = DIM_MM(6);
	return o;
}

/* Every page once, and facing numbers add up to N + 1. */
static bool
pages_once(const struct impose_plan *plan)
{
	unsigned char seen[64];
	size_t i, k, page;

	memset(seen, 0, sizeof(seen));
	for (i = 0; i < plan->side_count; i++) {
		for (k = 0; k < 2; k++) {
			page = plan->sides[i].slots[k].page;
			if (page >= plan->page_count || seen[page]++ != 0)
				return false;
		}
		/* Counted from 1: a + b == N + 1. */
		if (plan->sides[i].slots[0].page +
		    plan->sides[i].slots[1].page + 2 != plan->page_count + 1)
			return false;
	}
	for (i = 0; i < plan->page_count; i++)
		if (seen[i] != 1)
			return false;
	return true;
}

/* Leaves of one sheet: a page and its back are one and the next one. */
static bool
backs_match(const struct impose_plan *plan, bool right_to_left)
{
	const struct impose_side *front, *back;
	size_t i, odd, even, step;

	step = right_to_left ? 0 : 1;
	for (i = 0; i < plan->side_count; i += 2) {
		front = &plan->sides[i];
		back = &plan->sides[i + 1];
		/* Behind a front's right half is the back's left one, when the
		 * sheet is turned over on its short edge. */
		odd = front->slots[step].page;
		even = back->slots[1 - step].page;
		if (odd % 2 != 0 || even != odd + 1)
			return false;
		if (front->back || !back->back || front->sheet != i / 2 ||
		    back->sheet != i / 2)
			return false;
	}
	return true;
}

static bool
creep_monotone(const struct impose_plan *plan)
{
	dim last, shift;
	size_t i;

	last = 0;
	for (i = 0; i < plan->side_count; i++) {
		const struct impose_slot *slots = plan->sides[i].slots;

		shift = slots[0].x - (plan->width / 2 - plan->page_width);
		/* Both pages move by as much, and never outwards. */
		if (shift < last ||
		    plan->width / 2 - slots[1].x != shift)
			return false;
		last = shift;
	}
	return last == plan->creep;
}

T_MAIN
{
	struct impose_options o;
	struct impose_plan *plan;
	struct arena *a;
	uint32_t marks[16];
	bool once, backs, creeps, mirrored, turned;
	size_t n, i;

	a = arena_new();
	o = options_a5();
	once = backs = creeps = mirrored = true;
	for (n = 4; n <= 64; n += 4) {
		o.right_to_left = false;
		plan = impose_saddle(a, n, &o);
		once = once && plan->side_count == n / 2 && pages_once(plan);
		backs = backs && backs_match(plan, false);
		creeps = creeps && creep_monotone(plan);
		o.right_to_left = true;
		plan = impose_saddle(a, n, &o);
		mirrored = mirrored && pages_once(plan) &&
		    backs_match(plan, true) && creep_monotone(plan);
	}
	t_ok(once, "4 to 64 pages stand once each, facing sums are N+1");
	t_ok(backs, "each page's back is the page behind it");
	t_ok(creeps, "pages only move to the spine, more on inner sheets");
	t_ok(mirrored, "right to left mirrors the slots");

	o.right_to_left = false;
	plan = impose_saddle(a, 8, &o);
	t_int(plan->sides[0].slots[0].page + 1, 8, "8 pages: 8 is left of 1");
	t_int(plan->sides[0].slots[1].page + 1, 1, "8 pages: 1 is right of 8");
	t_int(plan->sides[3].slots[0].page + 1, 4, "8 pages: 4 faces 5");
	t_int(plan->creep, 0, "creep of 0.1 mm is left out");
	t_int(dim_to_um(plan->sides[0].slots[0].x), 500,
	    "A5 pages meet in the middle of A4");
	t_ok(plan->sides[1].slots[1].x == plan->width / 2,
	    "without creep the right page starts at the fold");

	plan = impose_saddle(a, 64, &o);
	t_int(dim_to_um(plan->creep), 1500, "16 sheets creep 1.5 mm");
	o.creep_most = DIM_MM(1);
	plan = impose_saddle(a, 64, &o);
	t_ok(plan->creep == DIM_MM(1), "creep is capped");
	t_ok(creep_monotone(plan), "capped creep still never goes back");

	o.flip = FLIP_LONG_EDGE;
	plan = impose_saddle(a, 16, &o);
	turned = true;
	for (i = 0; i < plan->side_count; i++)
		turned = turned && plan->sides[i].turned == (i % 2 == 1);
	t_ok(turned, "flipped on the long edge, backs and only backs turn");
	o.flip = FLIP_SHORT_EDGE;
	plan = impose_saddle(a, 16, &o);
	turned = false;
	for (i = 0; i < plan->side_count; i++)
		turned = turned || plan->sides[i].turned;
	t_ok(!turned, "flipped on the short edge, no side is turned");

	for (i = 0; i < 16; i++)
		marks[i] = (uint32_t)(10 + i);
	impose_mark_bases(a, plan, marks);
	t_int(plan->mark_base[15], 0, "the left page's marks start at 0");
	t_int(plan->mark_base[0], 25, "the right page's start behind them");

	o.sheet_width = o.sheet_height = 0;
	plan = impose_saddle(a, 4, &o);
	t_ok(plan->width == 2 * o.page_width && plan->height == o.page_height,
	    "without a paper size a side is just two pages");
	arena_free(a);
}
