/* SPDX-License-Identifier: MIT */
/*
 * Total-fit line breaking: TeX's algorithm (The TeXbook, chapter 14; Knuth and
 * Plass 1981; tex.web parts 38-39) over boxes, glue and penalties.
 *
 * Numbers only: no text, no fonts.  Lengths are dim (1 unit = 1 sp of TeX), so
 * badness and demerits can be compared with a real TeX run.
 */
#ifndef TYPE_FIT_H
#define TYPE_FIT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/dim.h"

struct arena;

/* The badness of a line that can be set; more is overfull. */
#define FIT_BADNESS_MOST 10000

enum fit_kind { FIT_BOX, FIT_GLUE, FIT_PENALTY, FIT_DISCRETIONARY };

struct fit_item {
	enum fit_kind	kind;
	dim		width;		/* box, glue; discretionary: prebreak */
	dim		stretch, shrink;	/* glue */
	int		stretch_order;	/* 0 finite, 1 fil, 2 fill, 3 filll */
	int		penalty;	/* -10000 forces, 10000 forbids */
	bool		flagged;	/* penalty: counts as a hyphen */
	dim		postbreak;	/* discretionary */
	dim		nobreak;	/* discretionary: width if not taken */
	/* Discretionary: found by hyphenation, which TeX tries only when the
	 * first pass found no way without it. */
	bool		automatic;
	bool		torn;		/* penalty: inside a word */
};

/* The names of TeX's parameters. */
struct fit_parameters {
	int	pretolerance, tolerance;
	int	line_penalty, adj_demerits;
	int	double_hyphen_demerits, final_hyphen_demerits;
	int	hyphen_penalty, ex_hyphen_penalty;
	dim	emergency_stretch;
	struct fit_item	left_skip, right_skip, par_fill_skip;	/* glue */
};

struct fit_measure {
	dim	width;
	/* The first line and all others may start further in. */
	dim	first_indent, indent;
};

struct fit_breaks {
	size_t	*at;		/* indices of items, one a line; last = count */
	size_t	 count;
	int64_t	 demerits;	/* total, as \tracingparagraphs shows */
	int	*badness;	/* per line; 1000000: overfull */
};

/*
 * The parameters of plain TeX, but for a tolerance that never prefers an
 * overfull line to a short one.  Ragged has \rightskip=0pt plus 2em for spaces
 * that do not stretch, and a \parfillskip of three tenths of the measure, so
 * that a last line of one short word is avoided.  "em" is the size of the face,
 * "measure" the width of a line.
 */
void fit_parameters_ragged(struct fit_parameters *p, dim em, dim measure);
/* The parameters of plain TeX with an \emergencystretch of 2 em. */
void fit_parameters_justified(struct fit_parameters *p, dim em);
/* What is left to do when these leave an overfull line: any line may be as
 * loose as it must (\tolerance=10000). */
void fit_parameters_loosen(struct fit_parameters *p);

/* Breaks items[0..count) as TeX's line_break would; \parfillskip and the final
 * forced break are added here.  Never fails: what cannot be set is overfull. */
void fit_break(struct arena *a, const struct fit_item *items, size_t count,
    const struct fit_parameters *parameters,
    const struct fit_measure *measure, struct fit_breaks *breaks);

#endif
