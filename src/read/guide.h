/* SPDX-License-Identifier: MIT */
/*
 * What the guide's format adds to CommonMark: callouts, figures, components
 * and snippets (DESIGN: the content format).
 *
 * Comes in: the tree that md.c made.  Goes out: the same tree with the guide's
 * own nodes in it.  For use inside read/ only.
 */
#ifndef READ_GUIDE_H
#define READ_GUIDE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/diag.h"

struct arena;
struct book_clinic;
struct conf_language;
struct conf_profile;
struct doc_node;
struct file_root;
struct guide_mark;
struct guide_values;
struct map;
struct placeholders;
struct read_pictures;
struct theme;

/* Snippets inside snippets. */
#define INCLUDE_MAX_DEPTH 8
/* Snippets and bytes of them in one chapter. */
#define INCLUDE_MAX_COUNT 1000
#define INCLUDE_MAX_BYTES ((size_t)4 * 1024 * 1024)

/* Nodes of one chapter, snippets and all. */
#define GUIDE_MAX_NODES 100000

struct guide_reader {
	struct arena		*arena;
	struct diag_list	*dl;
	/* NULL: a text without a guide round it; files are not looked for. */
	const struct file_root	*root;
	const struct conf_language *language;
	const struct map	*words;		/* strings file; or NULL */
	const struct map	*figures;	/* figures.yaml; or NULL */
	struct map		*drawings;	/* path -> struct drawing * */
	struct map		*counted;	/* path -> path: a picture */
	struct map		*refused;	/* path -> path: was said before */
	struct read_pictures	*pictures;	/* if root is not NULL */
	bool			 grey;		/* paper shows no colours */
	size_t			 picture_bytes;	/* decoded, of the book */
	struct map		*snippets;	/* name -> struct snippet * */
	/* The snippets we are in, outermost first. */
	const char		*inside[INCLUDE_MAX_DEPTH];
	size_t			 depth;
	size_t			 include_count, include_bytes;
	bool			 include_refused;
	size_t			 node_count;	/* of the chapter so far */
	/* What {{ }} stands for; NULL: it stands for itself. */
	const struct guide_values *values;
	bool			 right_to_left;
	/* The placeholders of the text we are in. */
	const struct placeholders *placeholders;
	/* In a row that holds one value and its label: the value's group. */
	const char		*row_group;
	/* The section or switch we are in, innermost first. */
	struct guide_mark	*open;
};

/* Fills what is not given; "root" and the maps from conf/ are the caller's. */
void guide_reader_init(struct guide_reader *r, struct arena *a,
    struct diag_list *dl);
/*
 * A whole text as a DOC_DOCUMENT; "first" is the place of its first byte.  The
 * text was checked by text_check.  NULL if nothing could be read of it.
 */
struct doc_node *guide_document(struct guide_reader *r, struct span first,
    const char *text, size_t len);

/* logo.c: the clinic's sign, if the profile or the theme has one; mistakes go to
 * r->dl. */
void guide_logo(struct guide_reader *r, const struct conf_profile *profile,
    const struct theme *theme, struct book_clinic *clinic);

/* The parts of it, one file each; all change "node" in place. */

/* A quote that starts with [!KIND] becomes a DOC_CALLOUT. */
void guide_callout(struct guide_reader *r, struct doc_node *quote);
/* Is this the name of a kind of callout, in capital letters? */
bool guide_is_callout(const char *name);
/* Warns of words in a paragraph that were meant to be something else. */
void guide_slips(struct guide_reader *r, const struct doc_node *paragraph);
/* A paragraph that holds an image alone becomes a DOC_FIGURE. */
void guide_figure(struct guide_reader *r, struct doc_node *paragraph);
/* The same for words of figures that no page shows. */
void guide_check_figures(struct guide_reader *r);
/* A fenced block with a word behind the fence: component or snippet.  It may
 * leave the tree. */
void guide_fenced_block(struct guide_reader *r, struct doc_node *block);
/* The snippet that a block "include" names takes the block's place. */
void guide_include(struct guide_reader *r, struct doc_node *block);
/* Warns of snippets of a language that extends another which no page uses and
 * which take no snippet's place. */
void guide_check_snippets(struct guide_reader *r);
/* Refuses what may not be in running text; makes lang: links into spans, fills
 * placeholders.  False if the block holds a blank value with its label and has
 * to go. */
bool guide_inlines(struct guide_reader *r, struct doc_node *block);
/* The YAML inside a fenced block, or NULL after an error. */
const struct yaml_node *guide_block_yaml(struct guide_reader *r,
    const struct doc_node *block);
/* Makes a child of "parent" of each block in it. */
void guide_blocks(struct guide_reader *r, struct doc_node *parent);

/* Placeholders and what goes with them. */

/* "text" with its placeholders masked in "own", which the reader then uses; or
 * NULL after an error.  Put r->placeholders back when the text is done. */
const char *guide_mask(struct guide_reader *r, struct placeholders *own,
    struct span first, const char *text, size_t len);
/* "s" as it was written: for code. */
const char *guide_as_written(struct guide_reader *r, const char *s);
/* "s" with its values; wrong names are errors.  For words that are no inlines,
 * such as captions.  NULL stays NULL. */
const char *guide_filled(struct guide_reader *r, const char *s);
/* Fills the placeholders in the inlines of "block".  False if it is a blank
 * value with its label; never if it "stays". */
bool guide_fill(struct guide_reader *r, struct doc_node *block, bool stays);
/* The cells of a table's row, each a text block, as guide_blocks reads them.
 * False if the row holds a blank value with its label and has to go. */
bool guide_row(struct guide_reader *r, struct doc_node *row);

/* Sections and switches: blocks between two marks. */

/* The state before a parent's blocks are read. */
struct guide_mark *guide_marks_start(const struct guide_reader *r);
/* Is "n" a mark?  Then it has been dealt with, and may have left the tree. */
bool guide_mark_block(struct guide_reader *r, struct doc_node *n,
    const struct guide_mark *outer);
/* Puts the children of "parent" behind "before" (NULL: from the first) and
 * before "next" into the part that is open, if any opened behind "outer". */
void guide_mark_gather(struct guide_reader *r, struct doc_node *parent,
    struct doc_node *before, struct doc_node *next,
    const struct guide_mark *outer);
/* Every mark that is open since "outer" lacks its end. */
void guide_marks_end(struct guide_reader *r, struct guide_mark *outer);
/* The switch that a comment nearly is, or NULL. */
const char *guide_switch_near(struct guide_reader *r, const char *html);
/* Is a section of "group" open? */
bool guide_mark_guards(const struct guide_reader *r, const char *group);

/* The harmless tags among the inlines of "block" become nodes. */
void guide_tags(struct guide_reader *r, struct doc_node *block);
/* A text with {{ that is no placeholder. */
void guide_refuse_braces(struct guide_reader *r, const struct doc_node *text);
/* Raw HTML at "at" is an error with a hint. */
void guide_refuse_html(struct guide_reader *r, struct span at,
    const char *html);

#endif
