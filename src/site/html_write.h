/* SPDX-License-Identifier: MIT */
/*
 * The guide's tree as the body of a page: what the files html_*.c share.
 *
 * Every element that stands for a block with an id is written with
 * id="..." data-block="".  The words of a block are the text of its element
 * without descendants that have data-block (blocks of their own) or data-web
 * (words of the website only, such as the verb on a button).
 */
#ifndef SITE_HTML_WRITE_H
#define SITE_HTML_WRITE_H

#include <stdbool.h>
#include <stddef.h>

#include "doc/help.h"
#include "doc/node.h"

struct arena;
struct book;
struct buf;
struct chapter;

/* Pictures of the theme, ready to be put into a page. */
struct html_icons {
	const char	*callouts[CALLOUT_COUNT];
	const char	*levels[HELP_LEVEL_COUNT];
	const char	*call;
};

struct html {
	struct arena			*arena;
	const struct book		*book;
	const struct html_icons		*icons;
	struct buf			*out;
	/* Put before links to other pages; "" or "/folder/". */
	const char			*base;		/* before pages */
	const char			*assets;	/* before files */
	/* Drawings with clips or gradients so far, for their ids. */
	unsigned			 drawings;
	size_t				 pictures;	/* so far */
};

/* html_block.c: the blocks below "parent". */
void html_children(struct html *h, const struct doc_node *parent);
/* ' id="..." data-block=""', or nothing if the node has no id. */
void html_id(struct html *h, const struct doc_node *node);

/* html_inline.c: the inlines below "parent". */
void html_inlines(struct html *h, const struct doc_node *parent);
/* The page of a chapter, with "#block" if it is not NULL. */
const char *html_chapter_href(struct html *h, const struct chapter *chapter,
    const char *block);
/* The tool's words "key" with the value of its hole marked as the block's own
 * and everything else as the website's.  Pairs of name and value, ended by
 * NULL. */
void html_web_words(struct html *h, const char *key, ...)
    __attribute__((sentinel));

/* html_table.c */
void html_table(struct html *h, const struct doc_node *node);

/* html_footnotes.c: a footnote and those behind it; a reference to one. */
void html_footnotes(struct html *h, const struct doc_node *first);
void html_footnote_reference(struct html *h, const struct doc_node *node);

/* A drawing as a file of its own, in "a". */
const char *html_drawing_file(struct arena *a, const struct drawing *drawing);
/* html_drawing.c: a figure as inline SVG.  "alt": "" if decorative. */
void html_drawing(struct html *h, const struct drawing *drawing,
    const char *alt, bool decorative);

/* html_picture.c: a picture as an img.  "alt": "" if decorative. */
void html_picture(struct html *h, const struct picture *picture,
    const char *alt);

/* html_form.c: places to write. */
/* No browser should remember what is written, and some send it to a server of
 * theirs to look for mistakes of spelling. */
#define HTML_UNSENT " autocomplete=\"off\" spellcheck=\"false\""
/* ' data-brings="emergency"': the callout that a mark brings forward. */
void html_brings_help(struct html *h, const char *kind);
void html_answer(struct html *h, const struct doc_node *node);
void html_ticks(struct html *h, const struct doc_node *node);
/* html_choose.c: circles to choose from. */
void html_choices(struct html *h, const struct doc_node *node);
void html_scale(struct html *h, const struct doc_node *node);
/* The label of "node" as a legend, if it has one; returns what is behind it. */
const struct doc_node *html_legend(struct html *h,
    const struct doc_node *node);
/* '<input type="radio" ...', still open, of the group with that name. */
void html_radio(struct html *h, const char *group, int value);
/* The button that takes back what was chosen of "group"; at the end of the
 * fieldset that holds it.  Nothing for NULL. */
void html_take_back(struct html *h, const char *group);
/* html_group.c: places to write that belong together. */
void html_finish(struct html *h, const struct doc_node *node);
void html_rings(struct html *h, const struct doc_node *node);
void html_card(struct html *h, const struct doc_node *node);
void html_wheel(struct html *h, const struct doc_node *node);
/* html_grid.c */
void html_grid(struct html *h, const struct doc_node *node);

/* html_help.c: help lines as cards, by level. */
void html_help(struct html *h, const struct doc_node *node);

#endif
