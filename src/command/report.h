/* SPDX-License-Identifier: MIT */
/*
 * report.json and report.html: what an edition was made of and what came out.
 *
 * Also reads the report of the edition that is live, for the outputs that a run
 * with --only leaves as they are.
 */
#ifndef COMMAND_REPORT_H
#define COMMAND_REPORT_H

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct book;
struct buf;
struct diag_list;

struct report_output {
	const char	*path;		/* from the edition's folder */
	/* "site", "booklet", "sheets", "large-print", "worksheets", and
	 * "worksheet" for one of them. */
	const char	*kind;
	const char	*chapter;	/* a worksheet's id, or NULL */
	const char	*lang;
	size_t		 pages;
	size_t		 sheets;	/* 0: not a sheets file */
	bool		 long_edge;	/* sheets: to be flipped on it */
	size_t		 notes;		/* blank pages put to use */
	size_t		 bytes;		/* 0 for the site */
};

struct report_exception {
	const char	*block;		/* id, "chapter.*", or what else */
	const char	*lang;		/* of the text it is in */
	const char	*reason;
};

struct report_exceptions {
	struct report_exception	*items;
	size_t			 len, cap;
};

struct report {
	const char			*clinic, *guide, *version, *code;
	const char			*date, *edition;
	const char			*title;		/* the guide's */
	const char			*clinic_name;
	struct report_output		*outputs;
	size_t				 output_count, output_most;
	/* Blocks of the site that are not printed, printed blocks that are
	 * not on the site, and why. */
	struct report_exceptions	 not_printed, not_on_site;
	/* What the site could have and has not, and why. */
	struct report_exceptions	 left_out;
	struct { const char *path, *name, *hash; } fonts[2];
	const char			*advice;	/* or NULL: no sheets */
};

/* A new output, all zero; good until the next one. */
struct report_output *report_add_output(struct arena *a, struct report *r);
void report_write_json(const struct report *r, struct diag_list *dl,
    struct buf *out);
void report_write_html(const struct report *r, struct diag_list *dl,
    struct buf *out);
/* The outputs named in an earlier report.json; none if it cannot be read. */
size_t report_read_outputs(struct arena *a, const char *path,
    struct report_output **outputs);

#endif
