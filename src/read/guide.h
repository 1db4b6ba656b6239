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
struct doc_node;
struct file_root;
struct map;

/* Snippets inside snippets. */
#define INCLUDE_MAX_DEPTH 8
/* Snippets and bytes of them in one chapter. */
#define INCLUDE_MAX_COUNT 1000
#define INCLUDE_MAX_BYTES ((size_t)4 * 1024 * 1024)

struct guide_reader {
	struct arena		*arena;
	struct diag_list	*dl;
	/* NULL: a text without a guide round it; files are not looked for. */
	const struct file_root	*root;
	const char		*lang;
	const struct map	*words;		/* strings file; or NULL */
	const struct map	*figures;	/* figures.yaml; or NULL */
	struct map		*drawings;	/* path -> struct drawing * */
	struct map		*refused;	/* path -> path: was said before */
	struct map		*snippets;	/* name -> struct snippet * */
	/* The snippets we are in, outermost first. */
	const char		*inside[INCLUDE_MAX_DEPTH];
	size_t			 depth;
	size_t			 include_count, include_bytes;
	bool			 include_refused;
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

/* The parts of it, one file each; all change "node" in place. */

/* A quote that starts with [!KIND] becomes a DOC_CALLOUT. */
void guide_callout(struct guide_reader *r, struct doc_node *quote);
/* A paragraph that holds an image alone becomes a DOC_FIGURE. */
void guide_figure(struct guide_reader *r, struct doc_node *paragraph);
/* A fenced block with a word behind the fence: component or snippet.  It may
 * leave the tree. */
void guide_fenced_block(struct guide_reader *r, struct doc_node *block);
/* The snippet that a block "include" names takes the block's place. */
void guide_include(struct guide_reader *r, struct doc_node *block);
/* Refuses what may not be in running text; makes lang: links into spans. */
void guide_inlines(struct guide_reader *r, struct doc_node *block);
/* The YAML inside a fenced block, or NULL after an error. */
const struct yaml_node *guide_block_yaml(struct guide_reader *r,
    const struct doc_node *block);
/* Makes a child of "parent" of each block in it. */
void guide_blocks(struct guide_reader *r, struct doc_node *parent);
/* Raw HTML at "at" is an error with a hint. */
void guide_refuse_html(struct guide_reader *r, struct span at,
    const char *html);

#endif
