/* SPDX-License-Identifier: MIT */
/*
 * Parts of the booklet: boxes are made, counted into pages, and put there.
 *
 * A chapter flows over pages; a worksheet is one page with its foot at the
 * bottom; covers, contents and notes come as whole pages.
 */
#include "page/layout_part.h"

#include "base/arena.h"
#include "base/diag.h"
#include "base/messages.h"
#include "page/page_put.h"

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
build_chapter(struct box_maker *m, struct layout_part *part)
{
	const struct chapter *c = part->chapter;
	const struct page_room room = text_block(m->style);
	struct page_flow flow = { 0 };
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
	flow.boxes = part->boxes.items;
	flow.count = part->boxes.len;
	flow.notes = part->notes.boxes.items;
	flow.note_count = part->notes.boxes.len;
	flow.notes_before = part->notes.before;
	if (part->notes.above.len > 0)
		flow.above_notes = part->notes.above.items[0].height;
	part->pages = page_breaks(m->arena, &flow, &room, &part->ends);
}

static void
build_worksheet(struct box_maker *m, struct layout_part *part)
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

/* Tenths of a millimetre, rounded up: enough to take away. */
static const char *
millimetres(struct arena *a, dim d)
{
	int64_t tenths = (dim_to_um(d) + 99) / 100;

	return arena_printf(a, "%lld.%lld", (long long)(tenths / 10),
	    (long long)(tenths % 10));
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
		diag_say(m->dl, part->notes.boxes.items[first.note].at, NULL,
		    SAY_BLOCK_TOO_TALL, millimetres(m->arena,
		    y + height - room.height));
}

static void
put_chapter_page(struct box_maker *m, const struct layout_part *part,
    struct page_sheet *sheet, struct page_end first, struct page_end end)
{
	const struct page_room room = text_block(m->style);
	struct page_cursor cursor = { 0, 0, false };
	const struct page_box *box;
	size_t i;
	dim y;

	for (i = first.box; i < end.box; i++) {
		box = &part->boxes.items[i];
		y = page_cursor_place(&cursor, box, room.grid);
		if (i == first.box && box->above_at_top != NULL)
			page_sheet_put(sheet, box->above_at_top, sheet->x,
			    m->style->top + y - box->above_at_top->height);
		page_sheet_put(sheet, box, sheet->x, m->style->top + y);
		if (cursor.y > room.height + PAGE_TOLERANCE)
			diag_say(m->dl, box->at, NULL, SAY_BLOCK_TOO_TALL,
			    millimetres(m->arena, cursor.y - room.height));
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
		diag_say(m->dl, at, NULL, SAY_WORKSHEET_TOO_TALL,
		    part->chapter->title, millimetres(m->arena,
		    cursor.y - limit));
}

/* On a left page the guide's title, on a right page the chapter's. */
static const char *
foot_words(struct box_maker *m, const struct layout_part *part, size_t number)
{
	if (part->chapter == NULL || number % 2 == 0)
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
		if (part->chapter->kind == CHAPTER_WORKSHEET)
			put_worksheet_page(m, part, &sheet);
		else
			put_chapter_page(m, part, &sheet, i == 0 ?
			    (struct page_end){ 0, 0 } : part->ends[i - 1],
			    part->ends[i]);
		break;
	}
	if (part->kind != PRINT_COVER && part->kind != PRINT_BACK_COVER)
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
