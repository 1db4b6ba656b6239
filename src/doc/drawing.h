/* SPDX-License-Identifier: MIT */
/*
 * A simple vector figure: what is left of an SVG after the allow-list.
 *
 * Lengths are thousandths of an SVG user unit, y down.  No groups, references
 * or transforms are left: shapes stand where they end up, in the order of
 * painting.  Made by read/svg.c, drawn by site/ and page/.
 */
#ifndef DOC_DRAWING_H
#define DOC_DRAWING_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum drawing_role {
	ROLE_NONE,		/* not painted */
	ROLE_PAPER, ROLE_TINT1, ROLE_TINT2, ROLE_ACCENT,
	ROLE_INK,		/* currentColor */
	ROLE_COLOUR,		/* one of its own */
	ROLE_GRADIENT		/* fills alone */
};

enum drawing_kind { DRAWING_PATH, DRAWING_TEXT };

enum path_verb { PATH_MOVE, PATH_LINE, PATH_CURVE, PATH_CLOSE };

struct path_step {
	enum path_verb	verb;
	/* MOVE, LINE: p[0]; CURVE: two controls and the end. */
	struct { int32_t x, y; } p[3];
};

/* Numbered as in PDF (ISO 32000-1, tables 54 and 55). */
enum line_cap { CAP_BUTT, CAP_ROUND, CAP_SQUARE };
enum line_join { JOIN_MITER, JOIN_ROUND, JOIN_BEVEL };

/* What is seen inside of the path, of what is seen inside of "outer". */
struct drawing_clip {
	const struct drawing_clip	*outer;		/* or NULL */
	size_t				 number;	/* in drawing.clips */
	const struct path_step		*steps;
	size_t				 step_count;
	bool				 even_odd;
};

struct drawing_stop {
	int32_t		offset;		/* millionths, ascending */
	uint32_t	colour;		/* 0xRRGGBB */
	int32_t		transparency;	/* thousandths */
};

/*
 * Linear: from x = 0 to x = 1; radial: from the circle round the focus to the
 * unit circle round (0, 0); beyond, the outermost colours go on.  That plane
 * lies in the drawing with its origin at "origin" and its axes along x and y.
 */
struct drawing_gradient {
	size_t				 number;	/* in .gradients */
	bool				 radial;
	struct { int32_t x, y; }	 origin, along, across;
	/* Millionths of the unit circle. */
	int32_t				 focus_x, focus_y, focus_radius;
	const struct drawing_stop	*stops;		/* two or more */
	size_t				 stop_count;
};

struct drawing_shape {
	enum drawing_kind	 kind;
	enum drawing_role	 fill;
	uint32_t		 fill_colour;		/* ROLE_COLOUR */
	int32_t			 fill_transparency;	/* thousandths */
	const struct drawing_gradient *gradient;	/* ROLE_GRADIENT */
	bool			 even_odd;
	enum drawing_role	 stroke;	/* ROLE_NONE: no stroke */
	uint32_t		 stroke_colour;
	int32_t			 stroke_transparency;
	int32_t			 stroke_width;
	enum line_cap		 cap;
	enum line_join		 join;
	int32_t			 miter_limit;	/* thousandths; 0: SVG's 4 */
	/* Alternating on and off lengths, or NULL. */
	const int32_t		*dashes;
	size_t			 dash_count;
	int32_t			 dash_offset;
	const struct drawing_clip *clip;	/* or NULL */
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
	/* Those that shapes refer to, outer clips first. */
	const struct drawing_clip *const *clips;
	size_t				 clip_count;
	const struct drawing_gradient *const *gradients;
	size_t				 gradient_count;
	/* It has colours of its own, which suit light paper alone. */
	bool				 coloured;
};

#endif
