/* SPDX-License-Identifier: MIT */
/*
 * What the files of tables share: the table in hand, widths of columns, rows.
 *
 * table.c decides the form and makes caption and head, table_columns.c shares
 * out the width, table_rows.c makes boxes of rows.
 */
#ifndef PAGE_TABLE_H
#define PAGE_TABLE_H

#include "page/box.h"

/* More than read/ lets through. */
#define TABLE_MOST_COLUMNS 1024
#define TABLE_HEAD_RULE DIM_MM100(35)

struct table_column {
	dim	natural;	/* all its cells on one line each */
	dim	wish;		/* and its head too */
	dim	least;		/* its longest word */
	dim	total;		/* what its cells hold, on one line */
	dim	x, width;	/* where it stands */
};

struct table {
	struct box_maker	*m;
	struct page_box_list	*list;
	const struct doc_node	*node, *head;
	dim			 x, width;
	/* Between columns; above and below the lines of a row. */
	dim			 gutter, padding;
	struct table_column	*columns;
	size_t			 count;
	bool			 stacked;	/* rows as blocks */
	struct page_box		*again;		/* the head as an artifact */
	uint32_t		 body;		/* tag; 0: none yet */
};

/* The lines of a cell, set to its width. */
struct table_words {
	struct page_box_list	 lines;
	enum doc_align		 align;
	dim			 x, width;
	size_t			 level;		/* of its first line */
};

/*
 * Shares "room" > 0 out among columns: each what it wishes if there is so much.
 * Else heads have to wrap, narrow columns keep their cells on one line, and the
 * others share by how much they hold; none gets less than its longest word.
 * Where even those do not fit, the widest are cut down: then "least" is less
 * than it was.
 */
void table_share(struct table_column *columns, size_t count, dim room);
/* Makes columns wider by "surplus" in all: those that have text to set, not
 * those of single words or figures, if there are any. */
void table_widen(struct table_column *columns, size_t count, dim surplus);

/* Is this cell in Bold, as the head of a column or row? */
bool table_is_bold(const struct table *t, const struct doc_node *row,
    size_t column);
/*
 * Sets the words of "cell" to the width of "words", as a TH or TD below the tag
 * "row"; its id goes to the targets of "names".  A cell without words becomes
 * a line that only says where it is.  Returns the number of lines with words.
 */
size_t table_set_cell(struct table *t, struct table_words *words,
    struct page_box *names, const struct doc_node *cell, size_t column,
    uint32_t row);
/* Puts lines "from".."end" of the cells into "box", the first of them at y. */
void table_put_lines(struct table *t, struct page_box *box,
    const struct table_words *cells, size_t count, size_t from, size_t end,
    dim leading, dim y);
/* The rows as boxes, below the tag of the body. */
void table_rows(struct table *t);
/* All of the table as blocks, a row each: "head: words". */
void table_stacked(struct table *t, uint32_t table);
/* The same words once more, as an artifact of that kind. */
struct page_box *table_again(struct table *t, const struct page_box *box,
    enum display_artifact artifact);

#endif
