/* SPDX-License-Identifier: MIT */
/*
 * Saddle stitch: sheets laid one into another and folded once.
 *
 * Comes in: how many pages, their size and the paper's.  Goes out: for each
 * side the two pages and their places.  Must not know what is on the pages.
 */
#include "impose/plan.h"

#include "base/arena.h"
#include "base/diag.h"

/* Less than this cannot be seen beside the error of folding by hand. */
#define CREEP_LEAST	DIM_MM10(3)

/* How far the pages of sheet "sheet" move towards the spine. */
static dim
creep_of(const struct impose_options *options, size_t sheet)
{
	dim creep;

	creep = dim_scale(options->paper_thickness * (int64_t)sheet,
	    options->creep_percent, 100);
	return creep > options->creep_most ? options->creep_most : creep;
}

static void
side_fill(struct impose_side *side, const struct impose_plan *plan,
    const struct impose_options *options, size_t sheet, bool back)
{
	size_t low, high;
	dim spine, shift;
	bool high_is_left;

	/* The page of the front half of the booklet and the one of the back
	 * half, counted from 0. */
	low = 2 * sheet + (back ? 1 : 0);
	high = plan->page_count - 1 - low;
	high_is_left = back == options->right_to_left;
	spine = plan->width / 2;
	shift = plan->creep == 0 ? 0 : creep_of(options, sheet);

	side->sheet = sheet;
	side->back = back;
	side->turned = back && options->flip == FLIP_LONG_EDGE;
	side->slots[0].page = high_is_left ? high : low;
	side->slots[1].page = high_is_left ? low : high;
	side->slots[0].x = spine - plan->page_width + shift;
	side->slots[1].x = spine - shift;
	side->slots[0].y = side->slots[1].y =
	    (plan->height - plan->page_height) / 2;
}

struct impose_plan *
impose_saddle(struct arena *a, size_t page_count,
    const struct impose_options *options)
{
	struct impose_plan *plan;
	size_t sheets, i;

	if (page_count == 0 || page_count % 4 != 0)
		BUG("a saddle-stitched booklet of %zu pages", page_count);
	if (options->page_width <= 0 || options->page_height <= 0 ||
	    options->paper_thickness < 0 || options->creep_percent < 0 ||
	    options->creep_most < 0)
		BUG("imposition with a negative measure");
	plan = ARENA_NEW(a, struct impose_plan);
	plan->page_count = page_count;
	plan->page_width = options->page_width;
	plan->page_height = options->page_height;
	plan->flip = options->flip;
	plan->width = options->sheet_width;
	if (plan->width < 2 * options->page_width)
		plan->width = 2 * options->page_width;
	plan->height = options->sheet_height;
	if (plan->height < options->page_height)
		plan->height = options->page_height;

	sheets = page_count / 4;
	plan->creep = creep_of(options, sheets - 1);
	if (plan->creep < CREEP_LEAST)
		plan->creep = 0;
	plan->side_count = 2 * sheets;
	plan->sides = ARENA_ARRAY(a, struct impose_side, plan->side_count);
	for (i = 0; i < plan->side_count; i++)
		side_fill(&plan->sides[i], plan, options, i / 2, i % 2 == 1);
	return plan;
}

void
impose_mark_bases(struct arena *a, struct impose_plan *plan,
    const uint32_t *marks)
{
	const struct impose_side *side;
	size_t i;

	plan->mark_base = ARENA_ARRAY(a, uint32_t, plan->page_count);
	for (i = 0; i < plan->side_count; i++) {
		side = &plan->sides[i];
		plan->mark_base[side->slots[0].page] = 0;
		plan->mark_base[side->slots[1].page] =
		    marks[side->slots[0].page];
	}
}
