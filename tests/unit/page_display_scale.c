/* SPDX-License-Identifier: MIT */
/*
 * A display list is enlarged: every length of it, and nothing that is shared.
 */
#include "base/arena.h"
#include "page/display.h"
#include "t.h"
#include "type/paragraph.h"

#define AT(n) (DIM_PT * (n))

static void
put_items(struct display_page *page, struct arena *a,
    const struct type_run *run, const struct display_step *steps,
    const struct display_clip *clip, const dim *dashes)
{
	struct display_item *item;

	item = vec_push(a, &page->items);
	item->kind = DISPLAY_GLYPHS;
	item->u.glyphs.run = run;
	item->u.glyphs.x = AT(10);
	item->u.glyphs.y = AT(20);
	item = vec_push(a, &page->items);
	item->kind = DISPLAY_PATH;
	item->u.path.steps = steps;
	item->u.path.step_count = 1;
	item->u.path.width = AT(2);
	item->u.path.dashes = dashes;
	item->u.path.dash_count = 1;
	item->u.path.clip = clip;
	item = vec_push(a, &page->items);
	item->kind = DISPLAY_PICTURE;
	item->u.picture.width = AT(40);
	item->u.picture.height = AT(30);
}

static void
claim_items(struct t_state *t_, const struct display_page *page,
    const struct type_run *run, const struct display_step *steps)
{
	const struct display_item *items = page->items.items;
	const struct display_clip *clip = items[1].u.path.clip;

	t_ok(items[0].u.glyphs.x == AT(15) && items[0].u.glyphs.y == AT(30),
	    "text stands further away");
	t_ok(items[0].u.glyphs.run->size == AT(18) &&
	    items[0].u.glyphs.run->glyphs[0].advance == AT(9),
	    "letters of 12 pt are of 18 pt");
	t_ok(run->size == AT(12) && run->glyphs[0].advance == AT(6),
	    "those of others stay");
	t_ok(items[1].u.path.steps[0].p[0].x == AT(3) &&
	    steps[0].p[0].x == AT(2), "so do paths");
	t_ok(items[1].u.path.width == AT(3) &&
	    items[1].u.path.dashes[0] == AT(6), "lines are as much thicker");
	t_ok(clip != NULL && clip->steps[0].p[0].x == AT(3) &&
	    clip->outer != NULL && clip->outer->steps[0].p[0].x == AT(3) &&
	    clip->outer->outer == NULL, "clips grow, and those round them");
	t_ok(items[2].u.picture.width == AT(60) &&
	    items[2].u.picture.height == AT(45), "pictures grow");
}

T_MAIN
{
	struct arena *a = arena_new();
	struct display *d = display_new(a);
	struct type_glyph glyph = { .id = 7, .advance = AT(6) };
	struct type_run run = { .size = AT(12), .glyphs = &glyph,
		.glyph_count = 1 };
	struct display_step step = { .verb = PATH_MOVE };
	struct display_clip outer = { NULL, &step, 1, false };
	struct display_clip inner = { &outer, &step, 1, true };
	const dim dash = AT(4);
	struct display_page *page;
	struct display_link *link;
	struct display_target *target;

	step.p[0].x = AT(2);
	page = display_page_new(d, AT(100), AT(200), "1");
	put_items(page, a, &run, &step, &inner, &dash);
	link = vec_push(a, &d->links);
	link->box[2] = AT(8);
	target = vec_push(a, &d->targets);
	target->y = AT(50);
	d->tags.items[1].box[3] = AT(70);
	display_scale(d, DIM_MM(9), DIM_MM(6));
	t_ok(page->width == AT(150) && page->height == AT(300),
	    "pages grow with the grid");
	claim_items(t_, page, &run, &step);
	t_ok(d->links.items[0].box[2] == AT(12) &&
	    d->targets.items[0].y == AT(75) &&
	    d->tags.items[1].box[3] == AT(105),
	    "links, their targets and the places of fields move along");
	arena_free(a);
}
