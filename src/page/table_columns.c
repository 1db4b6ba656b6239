/* SPDX-License-Identifier: MIT */
/*
 * The widths of a table's columns: numbers only.
 *
 * Comes in: how wide each column would like to be and has to be.  Goes out: its
 * width.  A share is given to all; who gets more than it wants or less than it
 * must have is settled first, and the others share again (the way of CSS
 * Flexible Box Layout, 9.7).
 */
#include <string.h>

#include "base/diag.h"
#include "page/table.h"

struct share {
	dim	low, high, weight;
	bool	settled;
	dim	width;
};

static dim
clamp(dim d, dim low, dim high)
{
	if (d > high)
		d = high;
	return d < low ? low : d;
}

/* Settles those whose clamped share is off in the direction of "over". */
static bool
settle(struct share *shares, size_t count, dim rest, dim weights, dim over)
{
	bool some = false;

	for (size_t i = 0; i < count; i++) {
		struct share *s = &shares[i];
		dim fair, width;

		if (s->settled)
			continue;
		fair = dim_scale(rest, s->weight, weights);
		width = clamp(fair, s->low, s->high);
		s->width = width;
		if (over == 0 || (over > 0 && width > fair) ||
		    (over < 0 && width < fair)) {
			s->settled = true;
			some = true;
		}
	}
	return some;
}

/* Of "room", by weight, between low and high. */
static void
share_out(struct share *shares, size_t count, dim room)
{
	for (;;) {
		dim rest = room, weights = 0, over = 0;
		size_t i;

		for (i = 0; i < count; i++) {
			if (shares[i].settled)
				rest -= shares[i].width;
			else
				weights += shares[i].weight;
		}
		if (weights == 0)
			return;
		if (rest < 0)
			rest = 0;
		for (i = 0; i < count; i++) {
			dim fair = dim_scale(rest, shares[i].weight, weights);

			if (!shares[i].settled)
				over += clamp(fair, shares[i].low,
				    shares[i].high) - fair;
		}
		/* What was off by rounding alone is settled as it is. */
		if (!settle(shares, count, rest, weights, over))
			settle(shares, count, rest, weights, 0);
	}
}

/* Everybody the same, but not less than the longest word. */
static void
share_equally(struct share *shares, const struct table_column *columns,
    size_t count, dim room)
{
	for (size_t i = 0; i < count; i++) {
		memset(&shares[i], 0, sizeof(shares[i]));
		shares[i].low = columns[i].least;
		shares[i].high = columns[i].natural;
		shares[i].weight = 1;
	}
	share_out(shares, count, room);
}

/* Columns that got less than they would like share again, by how much text
 * they hold; none gives more than half of what it had. */
static void
share_by_text(struct share *shares, const struct table_column *columns,
    size_t count, dim room)
{
	for (size_t i = 0; i < count; i++) {
		struct share *s = &shares[i];

		s->settled = s->width >= columns[i].natural;
		s->low = clamp(s->width / 2, columns[i].least, s->width);
		s->high = columns[i].natural;
		s->weight = columns[i].total / DIM_PT + 1;
	}
	share_out(shares, count, room);
}

/* What is left goes to heads that have to wrap, by what each lacks. */
static void
share_by_wish(struct table_column *columns, size_t count, dim room)
{
	dim left = room, lacks = 0;

	for (size_t i = 0; i < count; i++) {
		left -= columns[i].width;
		if (columns[i].wish > columns[i].width)
			lacks += columns[i].wish - columns[i].width;
	}
	if (left <= 0 || lacks == 0)
		return;
	for (size_t i = 0; i < count; i++) {
		struct table_column *c = &columns[i];

		if (c->wish > c->width)
			c->width += dim_scale(left < lacks ? left : lacks,
			    c->wish - c->width, lacks);
	}
}

/* Words that no line could hold beside another column are broken before any
 * other; and if that is not enough, all above one width. */
static void
lower_least(struct table_column *columns, size_t count, dim room)
{
	struct share shares[TABLE_MOST_COLUMNS];
	dim least = 0;
	size_t i;

	for (i = 0; i < count; i++) {
		if (columns[i].least > room / 2)
			columns[i].least = room / 2;
		least += columns[i].least;
	}
	if (least <= room)
		return;
	for (i = 0; i < count; i++) {
		memset(&shares[i], 0, sizeof(shares[i]));
		shares[i].high = columns[i].least;
		shares[i].weight = 1;
	}
	share_out(shares, count, room);
	for (i = 0; i < count; i++)
		columns[i].least = shares[i].width;
}

void
table_share(struct table_column *columns, size_t count, dim room)
{
	struct share shares[TABLE_MOST_COLUMNS];
	dim natural = 0, least = 0;
	size_t i;

	if (count > TABLE_MOST_COLUMNS)
		BUG("a table of %zu columns", count);
	for (i = 0; i < count; i++)
		least += columns[i].least;
	if (least > room)
		lower_least(columns, count, room);
	for (i = 0; i < count; i++)
		natural += columns[i].natural;
	share_equally(shares, columns, count, room);
	if (natural > room)
		share_by_text(shares, columns, count, room);
	for (i = 0; i < count; i++)
		columns[i].width = shares[i].width;
	share_by_wish(columns, count, room);
}

void
table_widen(struct table_column *columns, size_t count, dim surplus)
{
	dim weights = 0, given = 0, share, sum = 0;
	size_t i;

	for (i = 0; i < count; i++)
		weights += columns[i].wish - columns[i].least;
	for (i = 0; i < count; i++) {
		sum += weights == 0 ? 1 : columns[i].wish - columns[i].least;
		share = dim_scale(surplus, sum,
		    weights == 0 ? (dim)count : weights);
		columns[i].width += share - given;
		given = share;
	}
}
