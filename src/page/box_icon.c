/* SPDX-License-Identifier: MIT */
/*
 * The icons of callouts: 24 units, strokes of 2 units with round ends.
 */
#include "base/diag.h"
#include "doc/book.h"
#include "page/box.h"

#define ICON_UNITS 24

/* Lengths in thousandths of a unit. */
struct icon {
	const char	*outline;	/* or NULL: circle of radius 10 */
	const char	*inside;	/* or NULL */
	int		 dot_y, dot_radius;	/* at x = 12; 0: none */
	int		 inside_width;
	bool		 filled;
	bool		 mirrored;	/* in right-to-left books */
};

static const struct icon icons[CALLOUT_COUNT] = {
	[CALLOUT_DO] = {
		.inside = "M7.2 12.6 L10.6 16 L16.8 8.8",
		.inside_width = 2000,
	},
	[CALLOUT_AVOID] = {
		.outline = "M12 1.6 L22.4 12 L12 22.4 L1.6 12 Z",
		.inside = "M8.8 8.8 L15.2 15.2 M15.2 8.8 L8.8 15.2",
		.inside_width = 2000,
	},
	[CALLOUT_TRY] = {
		.outline = "M6 2.5 L21.5 2.5 L21.5 21.5 L2.5 21.5 L2.5 6 Z",
		.inside = "M7 17 L8 13.2 L14.9 6.3 L17.7 9.1 L10.8 16 Z "
		    "M13 8.2 L15.8 11",
		.inside_width = 2000,
		.mirrored = true,
	},
	[CALLOUT_NOTE] = {
		.outline = "M2.5 21.5 L2.5 12 C2.5 6.75 6.75 2.5 12 2.5 "
		    "C17.25 2.5 21.5 6.75 21.5 12 "
		    "C21.5 17.25 17.25 21.5 12 21.5 Z",
		.inside = "M12 11.2 L12 17",
		.dot_y = 7300,
		.dot_radius = 1400,
		.inside_width = 2000,
		.mirrored = true,
	},
	[CALLOUT_HELP] = {
		.outline = "M6.2 2.5 L8.4 2.5 C9.3 2.5 9.9 3 10.1 3.8 "
		    "L10.9 7.2 C11.1 8 10.8 8.6 10.2 9 L8.4 10.3 "
		    "C9.6 12.6 11.4 14.4 13.7 15.6 L15 13.8 "
		    "C15.4 13.2 16 12.9 16.8 13.1 L20.2 13.9 "
		    "C21 14.1 21.5 14.7 21.5 15.6 L21.5 17.8 "
		    "C21.5 20 20 21.5 17.8 21.5 "
		    "C9.4 21.5 2.5 14.6 2.5 6.2 C2.5 4 4 2.5 6.2 2.5 Z",
	},
	[CALLOUT_URGENT] = {
		.outline = "M12 2.2 L22.6 20.8 L1.4 20.8 Z",
		.inside = "M12 9 L12 14",
		.dot_y = 17400,
		.dot_radius = 1300,
		.inside_width = 2000,
	},
	[CALLOUT_EMERGENCY] = {
		.outline = "M7.7 1.6 L16.3 1.6 L22.4 7.7 L22.4 16.3 "
		    "L16.3 22.4 L7.7 22.4 L1.6 16.3 L1.6 7.7 Z",
		.inside = "M12 6.2 L12 13",
		.dot_y = 17000,
		.dot_radius = 1600,
		.inside_width = 2600,
		.filled = true,
	},
};

void
box_icon(struct box_maker *m, struct page_box *box, enum doc_callout kind,
    dim x, dim y, dim size, uint32_t colour, uint32_t behind)
{
	const struct icon *icon;
	dim unit = size / ICON_UNITS;
	uint32_t inside;
	size_t first = box->items.len;

	if ((unsigned)kind >= CALLOUT_COUNT)
		BUG("icon of callout %d", (int)kind);
	icon = &icons[kind];
	inside = icon->filled ? behind : colour;
	if (icon->outline == NULL)
		box_circle(m, box, x + 12 * unit, y + 12 * unit, 10 * unit,
		    2 * unit, colour, false, 0);
	else
		box_ornament(m, box, icon->outline, x, y, unit, colour,
		    icon->filled, colour, icon->filled ? 0 : 2 * unit);
	if (icon->inside != NULL)
		box_ornament(m, box, icon->inside, x, y, unit, 0, false,
		    inside, dim_scale(unit, icon->inside_width, 1000));
	if (icon->dot_radius > 0)
		box_circle(m, box, x + 12 * unit,
		    y + dim_scale(unit, icon->dot_y, 1000),
		    dim_scale(unit, icon->dot_radius, 1000), 0, inside, true,
		    0);
	if (m->book->right_to_left && !icon->mirrored)
		box_mirror_items(m, box, first, x + 12 * unit);
}
