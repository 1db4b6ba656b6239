/* SPDX-License-Identifier: MIT */
/*
 * Parts of the booklet: boxes are made, counted into pages, and put there.
 *
 * A chapter flows over pages; a worksheet is one page with its foot at the
 * bottom; covers, contents and notes come as whole pages.
 */
#include "page/layout_part.h"

#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/messages.h"
#include "page/page_put.h"

/* White that larger places to write leave above a sheet's foot. */
#define ABOVE_FOOT DIM_MM(6)

static struct page_room
text_block(const struct page_style *s)
{
	struct page_room room;

	room.height = s->height - s->top - s->bottom;
	room.grid = s->grid;
	return room;
}

static const char *
part_id(struct box_maker *m, const struct chapter *c, const char *what)
{
	return arena_printf(m->arena, "%s.%s", c->id, what);
}

/* White space below is 9 to a lead, else 3, more if that is off the grid. */
static void
put_plain_title(struct box_maker *m, struct page_box_list *list,
    const struct chapter *c, uint32_t sect)
{
	dim half = m->style->grid / 2;
	size_t first = list->len;
	const char *id = part_id(m, c, "title");
	size_t i;
	uint32_t tag;

	tag = display_tag(m->display, TAG_H1, sect, id);
	box_words(m, list, c->title, PAGE_H1, true, 0,
	    page_measure(m->style), tag);
	if (list->len == first)
		return;
	for (i = first; i < list->len; i++)
		list->items[i].keep_with_next = true;
	*vec_push(m->arena, &list->items[first].targets) = id;
	list->items[list->len - 1].after = chapter_lead(c) != NULL ?
	    3 * half : half;
}

static void
put_plain_lead(struct box_maker *m, struct page_box_list *list,
    const struct chapter *c, uint32_t sect)
{
	const char *id = part_id(m, c, "summary");
	const char *lead = chapter_lead(c);
	size_t first = list->len;
	uint32_t tag;

	if (lead == NULL)
		return;
	tag = display_tag(m->display, TAG_P, sect, id);
	box_words(m, list, lead, PAGE_LEAD, false, 0,
	    page_measure(m->style), tag);
	if (list->len == first)
		return;
	*vec_push(m->arena, &list->items[first].targets) = id;
	list->items[list->len - 1].after =
	    m->style->types[PAGE_LEAD].leading;
}

/* Where the chapter begins, whoever made its head. */
static void
name_start(struct box_maker *m, struct page_box_list *list,
    const struct chapter *c)
{
	if (list->len > 0)
		*vec_push(m->arena, &list->items[0].targets) = c->id;
}

static void
break_pages(struct box_maker *m, struct layout_part *part,
    const struct page_room *room)
{
	struct page_flow flow = { 0 };

	flow.boxes = part->boxes.items;
	flow.count = part->boxes.len;
	flow.notes = part->notes.boxes.items;
	flow.note_count = part->notes.boxes.len;
	flow.notes_before = part->notes.before;
	if (part->notes.above.len > 0)
		flow.above_notes = part->notes.above.items[0].height;
	part->pages = page_breaks(m->arena, &flow, room, &part->ends);
}

static void
build_chapter(struct box_maker *m, struct layout_part *part)
{
	const struct chapter *c = part->chapter;
	const struct page_room room = text_block(m->style);
	uint32_t sect;

	sect = display_tag(m->display, TAG_SECT, 1, NULL);
	if (c->kind == CHAPTER_NUMBERED) {
		box_chapter_opening(m, &part->boxes, c, sect);
	} else {
		put_plain_title(m, &part->boxes, c, sect);
		put_plain_lead(m, &part->boxes, c, sect);
	}
	if (c->root != NULL)
		box_blocks(m, &part->boxes, c->root->first, 0,
		    page_measure(m->style), sect);
	name_start(m, &part->boxes, c);
	layout_notes_build(m, c, &part->boxes, sect, &part->notes);
	break_pages(m, part, &room);
}

/* Head, body and foot, one below the other. */
static dim
worksheet_height(struct box_maker *m, const struct layout_part *part)
{
	struct page_cursor cursor = { 0, 0, false };
	size_t i;

	for (i = 0; i < part->boxes.len; i++)
		page_cursor_place(&cursor, &part->boxes.items[i],
		    m->style->grid / 2);
	return cursor.y + part->foot.items[0].height +
	    layout_notes_height(m, &part->notes, 0, part->notes.boxes.len);
}

static bool
is_one_page(struct box_maker *m, const struct layout_part *part)
{
	return worksheet_height(m, part) <= text_block(m->style).height +
	    PAGE_TOLERANCE;
}

/* Half a line of white between blocks, where a whole one takes the sheet over
 * its page. */
static void
close_up(struct box_maker *m, struct layout_part *part)
{
	dim half = m->style->grid / 2;
	size_t i;

	for (i = 0; i < part->boxes.len; i++) {
		if (part->boxes.items[i].after > half)
			part->boxes.items[i].after = half;
	}
}

/* In large print a sheet that is too long goes on, its foot at the end of what
 * it holds. */
static void
build_long_worksheet(struct box_maker *m, struct layout_part *part)
{
	struct page_room room = text_block(m->style);
	size_t count = part->boxes.len, *before;

	room.grid /= 2;
	if (part->notes.before != NULL) {
		/* The foot asks for no note. */
		before = ARENA_ARRAY(m->arena, size_t, count + 2);
		memcpy(before, part->notes.before,
		    (count + 1) * sizeof(*before));
		before[count + 1] = before[count];
		part->notes.before = before;
	}
	/* Nor is it a page of its own. */
	if (count > 1)
		part->boxes.items[count - 1].keep_with_next = true;
	*vec_push(m->arena, &part->boxes) = part->foot.items[0];
	break_pages(m, part, &room);
}

static void
build_sheet(struct box_maker *m, struct layout_part *part)
{
	const struct chapter *c = part->chapter;
	uint32_t sect;

	sect = display_tag(m->display, TAG_SECT, 1, NULL);
	box_worksheet_head(m, &part->boxes, c, sect);
	if (c->root != NULL)
		box_blocks(m, &part->boxes, c->root->first, 0,
		    page_measure(m->style), sect);
	name_start(m, &part->boxes, c);
	layout_notes_build(m, c, &part->boxes, sect, &part->notes);
	box_worksheet_foot(m, &part->foot, c, sect);
	part->pages = 1;
}

/* The height of the sheet with places to write of "room"; says nothing and
 * leaves nothing. */
static dim
height_with_room(struct box_maker *m, const struct layout_part *part, int room)
{
	struct layout_part tried = { .chapter = part->chapter };
	struct page_style style = *m->style;
	struct box_maker measuring = *m;
	dim height;

	style.room = room;
	measuring.style = &style;
	measuring.arena = arena_new();
	measuring.display = display_new(measuring.arena);
	measuring.dl = diag_list_new(measuring.arena);
	build_sheet(&measuring, &tried);
	height = worksheet_height(&measuring, &tried);
	arena_free(measuring.arena);
	return height;
}

/* A whole sheet of paper has room to write larger than a page of the booklet. */
static void
build_loose_sheet(struct box_maker *m, struct layout_part *part)
{
	/* Rows of 18 mm and lines 10.8 apart, down to 15 and 9. */
	static const int rooms[] = { 54, 51, 48 };
	const struct page_style *usual = m->style;
	struct page_style style = *usual;
	size_t i;

	for (i = 0; i < sizeof(rooms) / sizeof(rooms[0]); i++) {
		if (height_with_room(m, part, rooms[i]) + ABOVE_FOOT <=
		    text_block(usual).height + PAGE_TOLERANCE) {
			style.room = rooms[i];
			break;
		}
	}
	m->style = &style;
	build_sheet(m, part);
	m->style = usual;
}

static void
build_worksheet(struct box_maker *m, struct layout_part *part)
{
	if (m->style->binding == BINDING_LOOSE)
		build_loose_sheet(m, part);
	else
		build_sheet(m, part);
	if (m->style->binding != BINDING_SINGLE || is_one_page(m, part))
		return;
	close_up(m, part);
	if (!is_one_page(m, part))
		build_long_worksheet(m, part);
}

void
layout_part_build(struct box_maker *m, struct layout_part *part)
{
	size_t i;

	m->chapter = part->chapter;
	switch (part->kind) {
	case PRINT_COVER:
		box_cover(m, &part->boxes);
		break;
	case PRINT_CONTENTS:
		box_contents(m, &part->boxes);
		break;
	case PRINT_NOTES:
		for (i = 0; i < part->pages; i++)
			box_notes(m, &part->boxes);
		break;
	case PRINT_BACK_COVER:
		box_back_cover(m, &part->boxes);
		break;
	case PRINT_CHAPTER:
		if (part->chapter->kind == CHAPTER_WORKSHEET)
			build_worksheet(m, part);
		else
			build_chapter(m, part);
		return;
	}
	part->pages = part->boxes.len;
	if (part->name != NULL && part->boxes.len > 0)
		*vec_push(m->arena, &part->boxes.items[0].targets) =
		    part->name;
}

/* Tenths of a millimetre on paper, rounded up: enough to take away. */
static const char *
millimetres(const struct box_maker *m, dim d)
{
	const struct page_style *s = m->style;
	int64_t tenths;

	tenths = (dim_to_um(dim_scale(d, s->final_grid, s->grid)) + 99) / 100;
	return arena_printf(m->arena, "%lld.%lld", (long long)(tenths / 10),
	    (long long)(tenths % 10));
}

static void
say_too_tall(struct box_maker *m, struct span at, dim d)
{
	if (m->style->binding == BINDING_FOLDED)
		diag_say(m->dl, at, NULL, SAY_BLOCK_TOO_TALL,
		    millimetres(m, d));
	else
		diag_say(m->dl, at, NULL, SAY_LARGE_PRINT_TOO_TALL,
		    millimetres(m, d));
}

static void
say_sheet_too_tall(struct box_maker *m, struct span at,
    const struct chapter *sheet, dim d)
{
	if (m->style->binding == BINDING_FOLDED)
		diag_say(m->dl, at, NULL, SAY_WORKSHEET_TOO_TALL,
		    sheet->title, millimetres(m, d));
	else
		diag_say(m->dl, at, NULL, SAY_SHEET_TOO_TALL, sheet->title,
		    millimetres(m, d));
}

/* Notes stand at the page's foot; without text, at its top. */
static void
put_chapter_notes(struct box_maker *m, const struct layout_part *part,
    struct page_sheet *sheet, struct page_end first, struct page_end end)
{
	const struct page_room room = text_block(m->style);
	dim height, y;

	if (first.note == end.note)
		return;
	height = layout_notes_height(m, &part->notes, first.note, end.note);
	y = first.box == end.box ? 0 : page_notes_foot(&room) - height;
	layout_notes_put(sheet, &part->notes, first.note, end.note,
	    m->style->top + y);
	if (y + height > room.height + PAGE_TOLERANCE)
		say_too_tall(m, part->notes.boxes.items[first.note].at,
		    y + height - room.height);
}

static void
put_chapter_page(struct box_maker *m, const struct layout_part *part,
    struct page_sheet *sheet, struct page_end first, struct page_end end)
{
	struct page_room room = text_block(m->style);
	struct page_cursor cursor = { 0, 0, false };
	const struct page_box *box;
	size_t i;
	dim y;

	if (part->chapter->kind == CHAPTER_WORKSHEET)
		room.grid /= 2;
	for (i = first.box; i < end.box; i++) {
		box = &part->boxes.items[i];
		y = page_cursor_place(&cursor, box, room.grid);
		if (i == first.box && box->above_at_top != NULL)
			page_sheet_put(sheet, box->above_at_top, sheet->x,
			    m->style->top + y - box->above_at_top->height);
		page_sheet_put(sheet, box, sheet->x, m->style->top + y);
		if (cursor.y > room.height + PAGE_TOLERANCE)
			say_too_tall(m, box->at, cursor.y - room.height);
	}
	put_chapter_notes(m, part, sheet, first, end);
}

static void
put_worksheet_page(struct box_maker *m, const struct layout_part *part,
    struct page_sheet *sheet)
{
	const struct page_room room = text_block(m->style);
	struct page_cursor cursor = { 0, 0, false };
	struct span at = { part->chapter->file, 0, 0 };
	struct page_box *foot;
	dim y, limit, notes, half = room.grid / 2;
	size_t i;

	foot = ARENA_NEW(m->arena, struct page_box);
	foot->height = box_stack(m, foot, &part->foot, 0, 0);
	limit = room.height - foot->height;
	notes = layout_notes_height(m, &part->notes, 0,
	    part->notes.boxes.len);
	/* On the half grid, with half a line to the foot. */
	if (notes > 0)
		limit = (limit + PAGE_TOLERANCE - half) / half * half - notes;
	for (i = 0; i < part->boxes.len; i++) {
		y = page_cursor_place(&cursor, &part->boxes.items[i],
		    room.grid / 2);
		page_sheet_put(sheet, &part->boxes.items[i], sheet->x,
		    m->style->top + y);
		/* The first block that has no room. */
		if (at.line == 0 && part->boxes.items[i].at.line > 0 &&
		    cursor.y > limit + PAGE_TOLERANCE)
			at = part->boxes.items[i].at;
	}
	layout_notes_put(sheet, &part->notes, 0, part->notes.boxes.len,
	    m->style->top + limit);
	page_sheet_put(sheet, foot, sheet->x, m->style->top + room.height -
	    foot->height);
	if (cursor.y > limit + PAGE_TOLERANCE)
		say_sheet_too_tall(m, at, part->chapter, cursor.y - limit);
}

/* On a left page the guide's title, on a right page the chapter's; on single
 * leaves the guide's. */
static const char *
foot_words(struct box_maker *m, const struct layout_part *part, size_t number)
{
	if (part->chapter == NULL || number % 2 == 0 ||
	    m->style->binding != BINDING_FOLDED)
		return m->book->title;
	return part->chapter->nav_title != NULL ? part->chapter->nav_title :
	    part->chapter->title;
}

static void
put_page(struct box_maker *m, const struct layout_part *part, size_t i)
{
	size_t number = m->display->pages.len + 1;
	struct page_sheet sheet;

	sheet = page_sheet_new(m, number);
	switch (part->kind) {
	case PRINT_COVER:
	case PRINT_BACK_COVER:
		page_sheet_put(&sheet, &part->boxes.items[i], 0, 0);
		break;
	case PRINT_CONTENTS:
	case PRINT_NOTES:
		page_sheet_put(&sheet, &part->boxes.items[i], sheet.x,
		    m->style->top);
		break;
	case PRINT_CHAPTER:
		if (part->chapter->kind == CHAPTER_WORKSHEET &&
		    part->ends == NULL)
			put_worksheet_page(m, part, &sheet);
		else
			put_chapter_page(m, part, &sheet, i == 0 ?
			    (struct page_end){ 0, 0 } : part->ends[i - 1],
			    part->ends[i]);
		break;
	}
	if (part->kind != PRINT_COVER && part->kind != PRINT_BACK_COVER &&
	    m->style->binding != BINDING_LOOSE)
		page_sheet_foot(&sheet, number, foot_words(m, part, number));
	page_sheet_finish(&sheet);
}

void
layout_part_put(struct box_maker *m, const struct layout_part *part)
{
	size_t i;

	m->chapter = part->chapter;
	for (i = 0; i < part->pages; i++)
		put_page(m, part, i);
}
