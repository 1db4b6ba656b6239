/* SPDX-License-Identifier: MIT */
/*
 * A worksheet's parts -> a little picture of the sheet.
 *
 * Every component is drawn as what it is, as often as it is there: lines, boxes
 * to tick, rows of a grid with their columns, circles, rings.  Each part has the
 * height that it takes on paper, then all are fitted to the sheet.  Decorative:
 * says nothing that the page does not say in words.  Goes out: the data of two
 * SVG paths, of places to write and of words, in a sheet of 104 by 140.
 */
#include "site/site_int.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/vec.h"
#include "doc/book.h"
#include "site/value.h"

/* All lengths are tenths of a unit. */
#define LEFT	120
#define RIGHT	920
#define TOP	340
#define BOTTOM	1310
#define BETWEEN	30
/* Parts of a sheet with few of them grow, in hundredths. */
#define GROWTH_MAX 150
/* Nobody can tell more of them apart; what is beyond is left out. */
#define PARTS_MOST 1000
/* The smallest box. */
#define SIZE_LEAST 4

enum part_kind {
	PART_WORDS, PART_LINE, PART_BOX, PART_TICKS, PART_CHOICES, PART_SCALE,
	PART_GRID_ROW, PART_RINGS, PART_WHEEL, PART_CARD, PART_CARD_END,
	PART_HELP, PART_SPACE
};

struct part {
	enum part_kind		 kind;
	int			 height;
	int			 count, columns;
	const struct doc_node	*node;
};

struct sketch {
	struct arena		*arena;
	VEC(struct part)	 parts;
	struct buf		 shapes, words;
	int			 left, right;
};

static void
add(struct sketch *s, enum part_kind kind, int height, int count,
    const struct doc_node *node)
{
	if (s->parts.len < PARTS_MOST)
		*vec_push(s->arena, &s->parts) = (struct part){ kind, height,
		    count, 1, node };
}

/* Boxes or circles with their words: as many rows as their columns leave. */
static void
add_ticks(struct sketch *s, enum part_kind kind, enum doc_kind item,
    const struct doc_node *node, int columns)
{
	int count = 0;

	if (columns < 1)
		columns = 1;
	for (const struct doc_node *n = node->first; n != NULL; n = n->next)
		count += n->kind == item;
	for (int first = 0; first < count && s->parts.len < PARTS_MOST;
	    first += columns) {
		add(s, kind, 80, count - first < columns ? count - first :
		    columns, node);
		s->parts.items[s->parts.len - 1].columns = columns;
	}
}

static void
add_answer(struct sketch *s, const struct doc_node *node)
{
	switch (node->u.answer.kind) {
	case ANSWER_LINES:
		for (int i = 0; i < node->u.answer.count; i++)
			add(s, PART_LINE, 85, 1, node);
		return;
	case ANSWER_FIELD:
		add(s, PART_LINE, 85, 1, node);
		return;
	case ANSWER_BOX:
		add(s, PART_BOX, 60 * node->u.answer.count + 40, 1, node);
		return;
	}
}

static int
children(const struct doc_node *node, enum doc_kind kind)
{
	int count = 0;

	for (const struct doc_node *n = node->first; n != NULL; n = n->next)
		count += n->kind == kind;
	return count;
}

/* One node that is entered; true: what is in it is drawn already. */
static bool
add_node(struct sketch *s, const struct doc_node *node)
{
	if (node->kind == DOC_ONLY)
		return node->u.only.medium == ONLY_WEB;
	if (node->kind == DOC_ANSWER) {
		if (node->first != NULL)
			add(s, PART_WORDS, 45, 40, node);
		add_answer(s, node);
	} else if (node->kind == DOC_TICKS) {
		add(s, PART_WORDS, 55, 45, node);
		add_ticks(s, PART_TICKS, DOC_TICK, node,
		    node->u.ticks.columns);
	} else if (node->kind == DOC_CHOICES) {
		add(s, PART_WORDS, 55, 45, node);
		add_ticks(s, PART_CHOICES, DOC_CHOICE, node,
		    node->u.choices.columns);
	} else if (node->kind == DOC_SCALE) {
		add(s, PART_WORDS, 55, 45, node);
		add(s, PART_SCALE, 100, node->u.scale.count, node);
	} else if (node->kind == DOC_GRID_ROW) {
		add(s, PART_GRID_ROW, node->prev == NULL ||
		    node->prev->kind == DOC_LABEL ? 70 : 110, 0, node);
	} else if (node->kind == DOC_RINGS) {
		add(s, PART_RINGS, 560, children(node, DOC_ANSWER), node);
	} else if (node->kind == DOC_WHEEL) {
		add(s, PART_WHEEL, 560, children(node, DOC_WHEEL_PART), node);
	} else if (node->kind == DOC_HELP_LINE) {
		add(s, PART_HELP, 75, 1, node);
	} else if (node->kind == DOC_PARAGRAPH) {
		add(s, PART_WORDS, 55, 80, node);
	} else if (node->kind == DOC_CARD) {
		add(s, PART_CARD, 60, 0, node);
		return false;
	} else {
		return node->kind == DOC_CALLOUT || node->kind == DOC_FIGURE ||
		    node->kind == DOC_TABLE;
	}
	return true;
}

static void
add_parts(struct sketch *s, const struct chapter *c)
{
	struct doc_walk w = doc_walk_start(c->root);

	while (doc_walk_next(&w)) {
		if (!w.entering) {
			if (w.node->kind == DOC_CARD)
				add(s, PART_CARD_END, 60, 0, w.node);
			if (w.node->kind == DOC_CARD ||
			    w.node->kind == DOC_GRID)
				add(s, PART_SPACE, BETWEEN, 0, w.node);
			continue;
		}
		if (!add_node(s, w.node))
			continue;
		if (w.node->kind != DOC_GRID_ROW)
			add(s, PART_SPACE, BETWEEN, 0, w.node);
		doc_walk_skip(&w);
	}
}

static void
put(struct buf *out, char verb, int tenths)
{
	int size = tenths < 0 ? -tenths : tenths;

	buf_printf(out, "%c%s%d", verb, tenths < 0 ? "-" : "", size / 10);
	if (size % 10 != 0)
		buf_printf(out, ".%d", size % 10);
}

static void
line(struct buf *out, int x, int y, int length)
{
	put(out, 'M', x);
	put(out, ' ', y);
	put(out, 'h', length);
}

static void
fall(struct buf *out, int x, int y, int length)
{
	put(out, 'M', x);
	put(out, ' ', y);
	put(out, 'v', length);
}

static void
box(struct buf *out, int x, int y, int width, int height)
{
	line(out, x, y, width);
	put(out, 'v', height);
	put(out, 'H', x);
	buf_putc(out, 'z');
}

/* Two half circles. */
static void
circle(struct buf *out, int x, int y, int radius)
{
	put(out, 'M', x - radius);
	put(out, ' ', y);
	for (int turn = 1; turn >= -1; turn -= 2) {
		put(out, 'a', radius);
		put(out, ' ', radius);
		put(out, ' ', 0);
		buf_puts(out, " 0 1");
		put(out, ' ', 2 * radius * turn);
		buf_puts(out, " 0");
	}
}

static int
least(int a, int b)
{
	return a < b ? a : b;
}

/* The side of a box in a row of that height, with "room" round it. */
static int
box_size(int height, int room)
{
	return height - room < SIZE_LEAST ? SIZE_LEAST :
	    least(50, height - room);
}

static void
draw_ticks(struct sketch *s, const struct part *part, int y, int height)
{
	int width = (s->right - s->left) / part->columns;
	int size = box_size(height, 16);

	for (int i = 0; i < part->count; i++) {
		int x = s->left + i * width;

		if (part->kind == PART_TICKS)
			box(&s->shapes, x, y, size, size);
		else
			circle(&s->shapes, x + size / 2, y + size / 2,
			    size / 2);
		line(&s->words, x + size + 30, y + size / 2,
		    least(width - size - 80, 230));
	}
}

/* "count" circles in a row, no wider than "width". */
static void
draw_circles(struct sketch *s, int x, int y, int width, int height, int count)
{
	int pitch, radius;

	if (count < 1)
		return;
	pitch = least(width / count, 160);
	radius = least((pitch - 14) / 2, (height - 20) / 2);
	radius = least(radius < 8 ? 8 : radius, 45);
	for (int i = 0; i < count; i++)
		circle(&s->shapes, x + radius + i * pitch, y + height / 2,
		    radius);
}

static void
draw_cell(struct sketch *s, const struct doc_node *cell, int x, int y,
    int width, int height)
{
	int size;

	switch (cell->u.cell.kind) {
	case CELL_HEAD:
		line(&s->words, x, y + height / 2, least(width - 30, 170));
		return;
	case CELL_WRITE:
		return;
	case CELL_CIRCLES:
	case CELL_CHOICES:
		draw_circles(s, x, y, width - 20, height, cell->u.cell.count);
		return;
	case CELL_CHOICE:
		draw_circles(s, x, y, 60, height, 1);
		return;
	case CELL_TICK:
		size = box_size(height, 24);
		box(&s->shapes, x, y + (height - size) / 2, size, size);
		return;
	}
}

/* The columns are as wide as the first row of the grid says. */
static void
draw_grid_row(struct sketch *s, const struct doc_node *row, int y, int height)
{
	const struct doc_node *heads = row->parent->first, *cell = row->first;
	int x = s->left, room, width;

	while (heads != NULL && heads->kind != DOC_GRID_ROW)
		heads = heads->next;
	line(&s->shapes, s->left, y + height, s->right - s->left);
	room = s->right - s->left - 150;
	if (row != heads && cell != NULL && cell->u.cell.kind == CELL_HEAD) {
		draw_cell(s, cell, x, y, 130, height);
		cell = cell->next;
	}
	x += 150;
	for (const struct doc_node *head = heads->first; head != NULL &&
	    cell != NULL; head = head->next, cell = cell->next) {
		width = room * head->u.cell.share / 100;
		if (row != heads)
			fall(&s->shapes, x, y, height);
		draw_cell(s, cell, x + 25, y, width - 25, height);
		x += width;
	}
}

static void
draw_rings(struct sketch *s, const struct part *part, int y, int height)
{
	int radius = least(height, s->right - s->left) / 2;
	int x = (s->left + s->right) / 2, count = part->count;

	for (int i = 1; i <= count; i++)
		circle(&s->shapes, x, y + height / 2, radius * i / count);
	if (part->kind == PART_WHEEL || count == 0)
		circle(&s->shapes, x, y + height / 2, radius);
}

/* A wheel of "count" parts: its rim and the spokes, which are read off the
 * corners of an octagon, in hundredths of the radius. */
static void
draw_wheel(struct sketch *s, const struct part *part, int y, int height)
{
	static const int across[8] = { 0, 71, 100, 71, 0, -71, -100, -71 };
	static const int down[8] = { -100, -71, 0, 71, 100, 71, 0, -71 };
	int radius = least(height, s->right - s->left) / 2, count, i;
	int x = (s->left + s->right) / 2;

	y += height / 2;
	circle(&s->shapes, x, y, radius);
	count = part->count > 4 ? 8 : 4;
	for (i = 0; i < 8; i += 8 / count) {
		put(&s->shapes, 'M', x);
		put(&s->shapes, ' ', y);
		put(&s->shapes, 'L', x + radius * across[i] / 100);
		put(&s->shapes, ' ', y + radius * down[i] / 100);
	}
}

static void
draw(struct sketch *s, const struct part *part, int y, int height)
{
	int width = s->right - s->left;

	switch (part->kind) {
	case PART_WORDS:
		line(&s->words, s->left, y + height / 3,
		    width * part->count / 100);
		return;
	case PART_LINE:
		line(&s->shapes, s->left, y + height, width);
		return;
	case PART_BOX:
		box(&s->shapes, s->left, y, width, height);
		return;
	case PART_TICKS:
	case PART_CHOICES:
		draw_ticks(s, part, y, height);
		return;
	case PART_SCALE:
		draw_circles(s, s->left, y, width, height, part->count);
		return;
	case PART_GRID_ROW:
		draw_grid_row(s, part->node, y, height);
		return;
	case PART_RINGS:
		draw_rings(s, part, y, height);
		return;
	case PART_WHEEL:
		draw_wheel(s, part, y, height);
		return;
	case PART_HELP:
		line(&s->words, s->left, y + height / 2, width / 2);
		line(&s->words, s->right - width / 4, y + height / 2,
		    width / 4);
		return;
	case PART_CARD:
	case PART_CARD_END:
	case PART_SPACE:
		return;
	}
}

static void
draw_parts(struct sketch *s)
{
	const struct part *part;
	int total = 0, y = TOP, card = 0, height;

	for (size_t i = 0; i < s->parts.len; i++)
		total += s->parts.items[i].height;
	if (total * GROWTH_MAX < (BOTTOM - TOP) * 100)
		total = (BOTTOM - TOP) * 100 / GROWTH_MAX;
	for (size_t i = 0; i < s->parts.len; i++) {
		part = &s->parts.items[i];
		height = part->height * (BOTTOM - TOP) / total;
		if (part->kind == PART_CARD) {
			card = y;
			s->left += 50;
			s->right -= 50;
		} else if (part->kind == PART_CARD_END) {
			s->left -= 50;
			s->right += 50;
			box(&s->shapes, s->left, card, s->right - s->left,
			    y + height - card);
		}
		draw(s, part, y, height);
		y += height;
	}
}

void
page_sketch(struct arena *a, const struct chapter *c, struct value *item)
{
	struct sketch s = { .arena = a, .left = LEFT, .right = RIGHT };

	buf_init(&s.shapes);
	buf_init(&s.words);
	if (c->root != NULL)
		add_parts(&s, c);
	draw_parts(&s);
	value_set_text(a, item, "sketch", arena_strdup(a, s.shapes.data));
	value_set_text(a, item, "sketch_words", arena_strdup(a,
	    s.words.data));
	buf_release(&s.shapes);
	buf_release(&s.words);
}
