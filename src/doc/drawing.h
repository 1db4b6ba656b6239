/* SPDX-License-Identifier: MIT */
/*
 * A simple vector figure: what is left of an SVG after the allow-list.
 *
 * Lengths are thousandths of an SVG user unit, y down.  Fills are roles that
 * the theme colours; strokes are ink.  Made by read/svg.c, drawn by site/ and
 * page/.
 */
#ifndef DOC_DRAWING_H
#define DOC_DRAWING_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum drawing_role {
	ROLE_NONE,		/* no fill */
	ROLE_PAPER, ROLE_TINT1, ROLE_TINT2, ROLE_ACCENT,
	ROLE_INK		/* currentColor */
};

enum drawing_kind { DRAWING_PATH, DRAWING_TEXT };

enum path_verb { PATH_MOVE, PATH_LINE, PATH_CURVE, PATH_CLOSE };

struct path_step {
	enum path_verb	verb;
	/* MOVE, LINE: p[0]; CURVE: two controls and the end. */
	struct { int32_t x, y; } p[3];
};

struct drawing_shape {
	enum drawing_kind	 kind;
	enum drawing_role	 fill;
	int32_t			 stroke_width;	/* 0: no stroke */
	bool			 round_cap, round_join;
	/* Alternating on and off lengths, or NULL. */
	const int32_t		*dashes;
	size_t			 dash_count;
	const struct path_step	*steps;
	size_t			 step_count;
	/* DRAWING_TEXT: centred on x, baseline y. */
	int32_t			 x, y, size;
	const char		*label;		/* key in figures.yaml */
	const char		*words;		/* in the book's language */
	int			 anchor;	/* -1 start, 0 middle, 1 end */
};

struct drawing {
	const char			*name;	/* "figures/f01.svg" */
	int32_t				 width, height;	/* of the viewBox */
	const struct drawing_shape	*shapes;
	size_t				 shape_count;
};

#endif
