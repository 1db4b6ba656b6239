/* SPDX-License-Identifier: MIT */
/*
 * GitHub's additions to CommonMark: tables, task lists, footnotes, struck
 * words, bare addresses.
 *
 * Comes in: a Markdown text, and later the tree that cmark made of it.  Goes
 * out: the tree with the additions in it.  Works in two steps.  Before cmark,
 * a model of its blocks finds tables and footnotes (they are blocks: what they
 * end and what they hold depends on them) and writes the text anew: each is
 * replaced by a mark of its own, an HTML comment, and what it holds stands at
 * the end of the text, each cell as a heading, each footnote as a list item,
 * so that cmark parses it with the same link definitions.  Afterwards all is
 * put back in place.  Marks hold the control character U+0001, which no text
 * of a guide may hold.  Made after the GFM specification 0.29; where it leaves
 * a question open, as cmark-gfm 0.29.0.gfm.6 does.  For use inside read/ only.
 */
#ifndef READ_GFM_H
#define READ_GFM_H

#include <stdbool.h>
#include <stddef.h>

#include "base/diag.h"
#include "base/vec.h"
#include "doc/node.h"
#include "read/line_start.h"
#include "read/lines.h"

struct arena;
struct map;

#define GFM_MAX_COLUMNS 1000
/* Of all tables in a text, those that a short row lacks included. */
#define GFM_MAX_CELLS ((size_t)200000)
#define GFM_MARK '\x01'
/* Behind a cell's words, so that a # there does not close a heading. */
#define GFM_CELL_END " \x02"

/* Where the words of a cell are; start == end: it has none. */
struct gfm_cell {
	size_t	line, start, end;
};

struct gfm_table {
	struct span		 at;
	size_t			 columns;
	const enum doc_align	*aligns;	/* one a column */
	size_t			 first_cell;	/* then row by row */
	size_t			 rows;		/* with the head */
	enum doc_task		 task;		/* of the item it begins */
};

struct gfm_note {
	struct span		 at;
	const char		*label;		/* as written */
};

/* A piece of a line, and whose text it belongs to. */
struct gfm_piece {
	size_t			 line;
	/* Where marks of what holds the footnote end; what is from here up to
	 * "content" are marks and white space. */
	struct line_cursor	 from;
	size_t			 content, end;
	enum {
		PIECE_TEXT, PIECE_TABLE, PIECE_NOTE, PIECE_TASK
	}			 kind;		/* what the text ends with */
	/* Of the table or footnote; 1: of a task that is done. */
	size_t			 index;
	size_t			 task;		/* "[" of a task's words, or 0 */
	/* A line without the marks of its footnote (CommonMark 5.1), and how
	 * far to indent it so that it stays a line of its paragraph. */
	bool			 lazy;
	unsigned		 lazy_indent;
};

struct gfm_pieces {
	VEC(struct gfm_piece)	 list;
};

struct gfm {
	struct arena		*arena;		/* what nodes hold */
	struct arena		*scratch;	/* what is done with after them */
	struct diag_list	*dl;
	struct source_lines	 source;	/* the text as written */
	VEC(struct gfm_table)	 tables;
	VEC(struct gfm_cell)	 cells;
	VEC(struct gfm_note)	 notes;
	size_t			 tasks;
	/* Those of the text itself, then those of each footnote. */
	VEC(struct gfm_pieces)	 sections;
	/* What the last line leaves open: text that closes it, or NULL. */
	const char		*closing;
	struct map		*labels;	/* footnotes by folded label */
	struct doc_node		**note_nodes;	/* one a footnote */
	/* The text as cmark gets it. */
	const char		*text;
	size_t			 len;
	const struct line_origin *origins;	/* NULL: all as written */
};

/*
 * Finds tables, footnotes and tasks and writes the text for cmark, in
 * "scratch", which is free to go behind gfm_finish.  False after an error.
 */
bool gfm_prepare(struct gfm *g, struct arena *a, struct arena *scratch,
    struct diag_list *dl, struct span first, const char *text, size_t len);
/*
 * Puts into the tree of the text for cmark what was taken out; "lines" are
 * that text's; inlines know their "source".
 */
void gfm_finish(struct gfm *g, const struct source_lines *lines,
    struct doc_node *document);

/* The additions to one short text of a component: struck words. */
void gfm_words(struct arena *a, struct diag_list *dl,
    const struct source_lines *lines, struct doc_node *block);

/* The parts of it. */

/* First step: the model of blocks. */
bool gfm_blocks(struct gfm *g);
/* ... and the text for cmark. */
void gfm_write(struct gfm *g);

/* The row of a table that is the line's bytes start..end: its cells, trimmed,
 * at most "most" of them into "cells"; how many there are. */
size_t gfm_row(const char *text, size_t start, size_t end,
    struct gfm_cell *cells, size_t most);
/* Is start..end the row below a table's head?  Its columns, or 0. */
size_t gfm_delimiter_row(const char *text, size_t start, size_t end);
/* How the columns of that row are aligned. */
const enum doc_align *gfm_aligns(struct arena *a, const char *text,
    size_t start, size_t end, size_t columns);
/* An HTML block that starts at text[off] (CommonMark 4.6): its type 1 to 7, or
 * 0; the seventh cannot end a paragraph. */
int gfm_html_start(const char *text, size_t off, size_t end,
    bool in_paragraph);
/* Does a line with this text end an HTML block of "type"? */
bool gfm_html_end(int type, const char *text, size_t off, size_t end);

/* Second step: the inlines of one block. */
struct gfm_inlines {
	struct gfm			*g;
	const struct source_lines	*lines;
	struct doc_node			*block;
	size_t				 last_line;	/* of its words */
};

/* Cuts texts into what cmark first read them as: brackets, escapes, entities,
 * and what is between, so that each is as in the source or not at all. */
void gfm_split_texts(struct gfm_inlines *in);
/* References to footnotes: links that cmark made of them, and what it left. */
void gfm_references(struct gfm_inlines *in);
/* The footnote with the label that is in len bytes at "label"; -1: none. */
long gfm_find_note(struct gfm *g, const char *label, size_t len);
/* Addresses with www or a scheme, before texts are joined. */
void gfm_web_addresses(struct gfm_inlines *in);
/* Addresses of mail, after texts are joined. */
void gfm_mail_addresses(struct gfm_inlines *in);
/* Words between ~ or ~~. */
void gfm_strikes(struct gfm_inlines *in);
/* Makes one DOC_TEXT of neighbours. */
void gfm_join_texts(struct gfm_inlines *in);

/* Is this text as written, not an escape or an entity? */
bool gfm_is_plain(const struct gfm_inlines *in, const struct doc_node *text);
/* Takes what stands in the source from "end" on out of the siblings from
 * "first" on, as far as it is text and emphasis; a text that begins before
 * "end" loses its start. */
void gfm_take_source(struct gfm_inlines *in, struct doc_node *first,
    size_t end);
/* Emphasis round "first" that closes before "end" is none: its marks become
 * text, if what stands up to there can be taken. */
void gfm_unwrap(struct gfm_inlines *in, struct doc_node *first, size_t end);
/* How far gfm_take_source can go from "first" on. */
size_t gfm_source_reach(const struct gfm_inlines *in,
    const struct doc_node *first, size_t end);
/* A DOC_TEXT of source bytes. */
struct doc_node *gfm_text(struct gfm_inlines *in, size_t start, size_t end,
    struct span at);
/* The node behind "n" in its block, not inside of it; NULL at the end. */
struct doc_node *gfm_behind(const struct gfm_inlines *in, struct doc_node *n);

#endif
