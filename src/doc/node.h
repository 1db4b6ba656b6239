/* SPDX-License-Identifier: MIT */
/*
 * The one tree that every output is made from.
 *
 * Comes in: what read/ made of the Markdown.  Goes out: nodes that site/, page/
 * and check/ walk and never change (the tree is frozen after resolve).  Knows
 * no output format.
 */
#ifndef DOC_NODE_H
#define DOC_NODE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/diag.h"

struct arena;
struct buf;
struct chapter;
struct drawing;
struct help_line;
struct picture;

/*
 * Kinds of node.  "flow": holds blocks; "text": a block that holds inlines (a
 * leaf block: it carries an id); "inline".
 */
enum doc_kind {
	/* CommonMark's blocks */
	DOC_DOCUMENT,		/* flow, root of a chapter */
	DOC_PARAGRAPH,		/* text */
	DOC_HEADING,		/* text; level 1..6 */
	DOC_QUOTE,		/* flow */
	DOC_LIST,		/* holds DOC_ITEM */
	DOC_ITEM,		/* flow */
	DOC_CODE_BLOCK,		/* literal */
	DOC_HTML_BLOCK,		/* literal; only with --commonmark */
	DOC_RULE,
	/* the guide's blocks */
	DOC_CALLOUT,		/* DOC_LABEL first, then flow */
	DOC_LABEL,		/* text: the label of what holds it */
	DOC_FIGURE,		/* DOC_CAPTION or nothing */
	DOC_CAPTION,		/* text */
	/* DOC_CAPTION or nothing, then DOC_TABLE_ROW; the first is the head. */
	DOC_TABLE,
	DOC_TABLE_ROW,		/* holds as many DOC_TABLE_CELL as the head */
	DOC_TABLE_CELL,		/* text; may be empty */
	DOC_FOOTNOTE,		/* flow; at the end of the DOC_DOCUMENT */
	DOC_COMPONENT,		/* before resolve only */
	DOC_CONTENTS,		/* the list of chapters, made by renderers */
	DOC_FACTS,		/* holds DOC_FACT */
	DOC_FACT,		/* text (the value); u.fact.name is its name */
	DOC_HELP,		/* holds DOC_HELP_LINE, by level */
	DOC_HELP_LINE,		/* leaf; u.help */
	DOC_PAGE_BREAK,		/* leaf; paper starts a page */
	DOC_ONLY,		/* flow, for one medium: u.only */
	/* paper forms and their twins */
	DOC_ANSWER,		/* DOC_LABEL or nothing; a place to write */
	DOC_TICKS,		/* DOC_LABEL or nothing, then DOC_TICK */
	DOC_TICK,		/* text: a box with its words */
	DOC_GRID,		/* DOC_LABEL or nothing, then DOC_GRID_ROW */
	/* Holds DOC_GRID_CELL.  The first row: "columns" heads of columns, no
	 * corner; each other row: its own head, then "columns" places. */
	DOC_GRID_ROW,
	DOC_GRID_CELL,		/* text if a head, else a place to write */
	DOC_CHOICES,		/* DOC_LABEL or nothing, then DOC_CHOICE */
	DOC_CHOICE,		/* text: a circle with its words; choose one */
	DOC_SCALE,		/* DOC_LABEL, then DOC_SCALE_WORD; circles */
	DOC_SCALE_WORD,		/* text: what the circles near it mean */
	DOC_FINISH,		/* DOC_LABEL or nothing, then DOC_ANSWER */
	DOC_RINGS,		/* the same, from the middle outwards */
	DOC_CARD,		/* the same: a card to cut out */
	DOC_WHEEL,		/* DOC_LABEL or nothing, then DOC_WHEEL_PART */
	DOC_WHEEL_PART,		/* text, with stars to colour */
	/* inlines */
	DOC_TEXT,		/* literal */
	DOC_SOFT_BREAK,
	DOC_LINE_BREAK,
	DOC_CODE,		/* literal */
	DOC_HTML_INLINE,	/* literal; only with --commonmark */
	DOC_EMPHASIS,
	DOC_STRONG,
	DOC_LINK,
	DOC_IMAGE,
	DOC_LANGUAGE,		/* a span in u.language.tag */
	DOC_SPAN,		/* a harmless HTML element: u.span */
	DOC_STRIKE,		/* words that hold no longer */
	DOC_FOOTNOTE_REFERENCE,	/* leaf */
	DOC_KIND_COUNT
};

enum doc_callout {
	CALLOUT_DO, CALLOUT_AVOID, CALLOUT_TRY, CALLOUT_NOTE, CALLOUT_HELP,
	CALLOUT_URGENT, CALLOUT_EMERGENCY, CALLOUT_COUNT
};

/* The widths of one-line answers, PDF.md 1.3. */
enum doc_answer_width {
	ANSWER_FULL, ANSWER_NAME, ANSWER_DATE, ANSWER_PHONE
};

enum doc_answer_kind {
	ANSWER_LINES,		/* "count" ruled lines */
	ANSWER_FIELD,		/* one line of "width" */
	ANSWER_BOX		/* a frame */
};

/* How the words of a table's column stand; START is left in English. */
enum doc_align {
	ALIGN_NONE, ALIGN_START, ALIGN_CENTRE, ALIGN_END
};

enum doc_task {
	TASK_NONE, TASK_OPEN, TASK_DONE
};

enum doc_cell {
	CELL_HEAD,		/* words: head of a column or row */
	CELL_WRITE,		/* an empty place to write */
	CELL_CIRCLES,		/* "count" circles to colour */
	CELL_TICK,		/* a box to tick */
	CELL_CHOICE,		/* a circle; one of those of its row is chosen */
	CELL_CHOICES		/* "count" circles with "words"; choose one */
};

/* Where a scale's words stand: at its first circle, middle, last. */
enum doc_scale_place { SCALE_LEFT, SCALE_MIDDLE, SCALE_RIGHT };

enum doc_card_size {
	CARD_WALLET,		/* 85 x 55 mm */
	CARD_A7			/* 105 x 74 mm */
};

/*
 * Where words are read: the website; the booklet, and large print, which says
 * the same; the whole sheets of paper that worksheets are handed out on.
 *
 * As what a switch says: web-only, print-only (the sheets too), not-in-booklet
 * (the sheets and the website, which have the room).
 */
enum doc_medium { ONLY_WEB, ONLY_PRINT, ONLY_SHEET };

/* Elements of HTML that a text may hold. */
enum doc_span {
	SPAN_ABBREVIATION,	/* abbr, "title" or NULL */
	SPAN_KEYBOARD,		/* kbd */
	SPAN_SUBSCRIPT,		/* sub */
	SPAN_SUPERSCRIPT,	/* sup */
	SPAN_ISOLATE,		/* bdi: of its own direction */
	/* A number to call, with the number to dial as "title": a link on
	 * screens, words on paper. */
	SPAN_DIAL,
	SPAN_COUNT
};

struct doc_node {
	enum doc_kind		 kind;
	struct span		 at;
	struct doc_node		*parent, *first, *last, *prev, *next;
	/*
	 * Set by resolve on every block that carries words or answers, and on
	 * references to footnotes: unique in the book, [a-z0-9.-]; the same in
	 * HTML (id) and PDF (ID).  NULL elsewhere.
	 */
	const char		*id;
	/* Literal text of TEXT, CODE, CODE_BLOCK, HTML_*; else NULL. */
	const char		*text;
	/* Of inlines, while read/ is at work: the byte it begins at. */
	size_t			 source;
	union {
		struct {
			int		 level;
		} heading;
		struct {
			bool		 ordered, tight;
			int		 start;
			char		 delimiter;	/* '.' or ')' */
		} list;
		struct {
			enum doc_task	 task;
		} item;
		struct {
			size_t		 columns;
			const enum doc_align *aligns;	/* one a column */
			/* The first column holds heads of rows: its own head
			 * is empty, or all of it is in Strong. */
			bool		 row_heads;
		} table;
		struct {
			const char	*label;		/* as written */
			int		 number;	/* in the chapter, from 1 */
			int		 references;	/* to it */
			struct doc_node	*first, *last;	/* of those */
		} footnote;
		struct {
			struct doc_node	*footnote;
			int		 occurrence;	/* of those to it */
			struct doc_node	*next;		/* to the same, or NULL */
		} reference;
		struct {
			enum doc_callout kind;
		} callout;
		struct {
			const char	*info;	/* fence's info string */
			bool		 open;	/* no fence ends it */
			/* Where each line of a block with an info string
			 * begins in the file, and one more; or NULL. */
			const unsigned	*cols;
		} code;
		struct {
			const char	*href;	/* as written, checked */
			const char	*title;		/* or NULL */
			/* Inside the guide: the chapter, and the id in it or
			 * NULL.  Set by resolve. */
			const struct chapter *chapter;
			const char	*block;
		} link;
		struct {
			const char	*src, *title;	/* title or NULL */
			const char	*alt;		/* "" if decorative */
			bool		 decorative;
			/* Figures only: one of them, or none. */
			const struct drawing *drawing;
			const struct picture *picture;
		} image;
		struct {
			const char	*name;		/* component's name */
			const struct component_values *values;
		} component;
		struct {
			/* Each is a sentence or two: on paper, words that
			 * follow the name instead of a column. */
			bool		 run_in;
		} facts;
		struct {
			const char	*name;		/* words before it */
		} fact;
		struct {
			const struct help_line *line;
		} help;
		struct {
			enum doc_answer_kind	 kind;
			enum doc_answer_width	 width;
			int			 count;	/* lines */
			const char		*name;	/* of the control */
		} answer;
		struct {
			int		 columns;	/* on paper, 1..3 */
			/* The kind of callout that a tick brings forward on
			 * the web, "emergency"; NULL: none. */
			const char	*brings_help;
		} ticks;
		struct {
			const char	*name;
		} tick;
		struct {
			/* Words under the grid that say how to use circles. */
			const char	*note;
			int		 columns;  /* without row heads */
		} grid;
		struct {
			enum doc_cell	 kind;
			int		 count;		/* circles */
			const char	*name;		/* of the control */
			/* In heads of columns: share of the width that the row
			 * heads leave, 1..100; a grid's add up to 100. */
			int		 share;
			bool		 column_head;
			/* Of CELL_CHOICES: one for each circle. */
			const char	*const *words;
		} cell;
		struct {
			int		 columns;	/* on paper, 1..3 */
			/* As of ticks, for the first of them. */
			const char	*brings_help;
		} choices;
		struct {
			int		 count;		/* circles */
			/* In the circles stand the numbers from 0 on. */
			bool		 numbered;
		} scale;
		struct {
			enum doc_scale_place place;
		} scale_word;
		struct {
			enum doc_card_size size;
		} card;
		struct {
			int		 stars;		/* in each part */
			/* Words under the wheel that say how to use it. */
			const char	*note;
		} wheel;
		struct {
			const char	*tag;		/* BCP 47 */
			bool		 right_to_left;
		} language;
		struct {
			enum doc_medium	 medium;
		} only;
		struct {
			enum doc_span	 kind;
			const char	*title;		/* or NULL */
		} span;
	} u;
};

/* A node without relatives. */
struct doc_node *doc_new(struct arena *a, enum doc_kind kind, struct span at);
void doc_append(struct doc_node *parent, struct doc_node *child);
void doc_insert_before(struct doc_node *sibling, struct doc_node *node);
/* Takes "node" with what it holds out of its parent. */
void doc_unlink(struct doc_node *node);
/* A DOC_TEXT with "text" (copied), appended. */
struct doc_node *doc_append_text(struct arena *a, struct doc_node *parent,
    const char *text);

const char *doc_kind_name(enum doc_kind kind);
bool doc_is_inline(enum doc_kind kind);
/* Holds inlines and carries an id. */
bool doc_is_text_block(enum doc_kind kind);

/*
 * Walks a tree without recursion: ENTER and EXIT for nodes with children, only
 * ENTER for those without.
 *
 *	struct doc_walk w = doc_walk_start(root);
 *	while (doc_walk_next(&w)) ... w.node, w.entering ...
 */
struct doc_walk {
	const struct doc_node	*root, *node;
	bool			 entering, started;
};
struct doc_walk doc_walk_start(const struct doc_node *root);
bool doc_walk_next(struct doc_walk *w);
/* After an ENTER: go on behind the node, without its children or EXIT. */
void doc_walk_skip(struct doc_walk *w);

/* The node after "node" in the order of reading, its children first; NULL at
 * the end of "root".  For those who may still change the tree. */
struct doc_node *doc_following(const struct doc_node *root,
    struct doc_node *node);

/*
 * The block of "root" behind "node" (NULL: the first) in one medium: parts that
 * are in that medium are gone into, the others are left out.
 */
const struct doc_node *doc_next_in(const struct doc_node *root,
    const struct doc_node *node, enum doc_medium medium);
/* Is what the switch "only" holds in this medium? */
bool doc_only_shows(const struct doc_node *only, enum doc_medium medium);
/* Is "node" in this medium, as far as switches decide it? */
bool doc_is_in(const struct doc_node *node, enum doc_medium medium);

/* Is "node" the last block of its kind in its tree, as one medium has it? */
bool doc_is_last_in(const struct doc_node *node, enum doc_medium medium);

/*
 * Brings the footnotes of "root", a DOC_DOCUMENT, to its end in the order in
 * which they are first referred to, numbers them, and counts the references.
 * Footnotes to which nothing refers are taken out.  Doing it again changes
 * nothing; after other texts were put into "root" it must be done again.
 */
void doc_gather_footnotes(struct arena *a, struct doc_node *root);
/* The words of "node", inlines only, breaks as spaces; images as their alt. */
void doc_plain_text(const struct doc_node *node, struct buf *out);
/* The tree as text, one node a line, indented; for golden tests. */
void doc_dump(const struct doc_node *root, struct buf *out);

#endif
