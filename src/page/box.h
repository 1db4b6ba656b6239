/* SPDX-License-Identifier: MIT */
/*
 * Boxes: measured pieces of a page, built before it is known where they stand.
 *
 * A box holds display items relative to its own top start corner and names the
 * tags they belong to.  Tags are made in reading order while boxes are built;
 * page breaking only moves boxes.  Knows nothing of pages.
 */
#ifndef PAGE_BOX_H
#define PAGE_BOX_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/dim.h"
#include "base/vec.h"
#include "doc/node.h"
#include "page/display.h"
#include "page/style.h"

struct book;
struct chapter;
struct diag_list;
struct page_links;
struct type_line;

/* The place of a Figure or Form in its box: left, top, right, bottom. */
struct box_area {
	uint32_t	 tag;
	dim		 box[4];
};

/* What a page has few of. */
enum page_box_kind { BOX_PLAIN, BOX_CALLOUT, BOX_FIGURE };

struct page_box {
	dim		 height;
	enum page_box_kind kind;
	dim		 ink;		/* width of a line's words; else 0 */
	/* White space asked for above and below; the larger of two neighbours
	 * holds; at the top of a page "before_at_top" holds instead. */
	dim		 before, after, before_at_top;
	bool		 keep_with_next;	/* no page break behind it */
	bool		 break_before;		/* starts a page */
	/* How bad a page break behind it is, beside the rules of paragraphs;
	 * 0 between paragraphs, 100 is a lot. */
	int		 break_cost;
	/* Lines of one paragraph: first two and last two stay together. */
	uint32_t	 paragraph;		/* 0: not a line of one */
	/* Top must be on the grid of style->grid from the page's top, or so
	 * much below a line of it; or on half of that grid. */
	bool		 on_grid;
	dim		 below_grid;
	bool		 on_half_grid;
	/* Put above it where it is the first of a page, or NULL: the head of
	 * its table once more; before_at_top has room for it. */
	const struct page_box *above_at_top;
	struct span	 at;			/* for messages */
	VEC(struct display_item) items;
	VEC(struct display_link) links;
	/* Names that can be jumped to, at the box's top. */
	VEC(const char *) targets;
	VEC(struct box_area) areas;
	/* References to footnotes that stand in it. */
	VEC(const struct doc_node *) references;
};

/* What the builders of boxes share. */
struct box_maker {
	struct arena			*arena;
	struct diag_list		*dl;
	struct display			*display;
	const struct book		*book;
	const struct chapter		*chapter;	/* or NULL */
	const struct page_style		*style;
	/* Page number of a block or chapter id as last known, for contents and
	 * "page 24"; NULL in the first pass. */
	const struct map		*pages;
	/* Which links are followed by their page, or NULL in the first. */
	const struct page_links		*links;
	uint32_t			 paragraphs;	/* counter */
	/* Colour of text; black unless set for a while. */
	uint32_t			 ink;
};

struct page_box_list {
	struct page_box	*items;
	size_t		 len, cap;
};

/*
 * Places.  x counts from the start edge (left, or right in a right-to-left
 * book), y down from the box's top; whole pages are mirrored when boxes are put
 * on them, so that no builder has to think of direction.
 */

/* An empty box of "height", appended.  Good until the next one is. */
struct page_box *box_new(struct box_maker *m, struct page_box_list *list, dim height);

/*
 * The inlines of "node" as lines of "type", "width" wide, in Bold if "bold":
 * one box a line, appended (returns the number of lines).  Content goes to
 * "tag" (links and language spans become its children).  "x" is the start edge
 * in the box.  White space around and the grid are the caller's to set.
 */
size_t box_paragraph(struct box_maker *m, struct page_box_list *list,
    const struct doc_node *node, enum page_type type, bool bold, dim x,
    dim width, uint32_t tag);

/* A plain string in the same way. */
size_t box_words(struct box_maker *m, struct page_box_list *list, const char *words,
    enum page_type type, bool bold, dim x, dim width, uint32_t tag);

/* Text inside a box that exists: lines from y on (top of the first); returns
 * the height used.  Tag 0: an artifact, of kind "artifact". */
dim box_put_words(struct box_maker *m, struct page_box *box,
    const char *words, enum page_type type, bool bold, dim x, dim y,
    dim width, uint32_t tag, enum display_artifact artifact);
dim box_put_inlines(struct box_maker *m, struct page_box *box,
    const struct doc_node *node, enum page_type type, bool bold, dim x, dim y,
    dim width, uint32_t tag);
/* The same, each line with its middle at "centre"; *widest is the width of the
 * longest. */
dim box_put_centred(struct box_maker *m, struct page_box *box,
    const struct doc_node *node, enum page_type type, bool bold, dim centre,
    dim y, dim width, uint32_t tag, dim *widest);
/* Strings that follow each other in one paragraph but differ in weight or tag;
 * white space between them is theirs.  All lines but the first are "hang" further
 * in. */
struct box_piece {
	const char	*words;		/* NULL: a new line begins */
	bool		 bold;
	uint32_t	 tag;
};
dim box_put_pieces(struct box_maker *m, struct page_box *box,
    const struct box_piece *pieces, size_t count, enum page_type type, dim x,
    dim y, dim width, dim hang);
/* How wide the inlines of "node" are if only forced breaks end a line, and the
 * widest of their words; says and tags nothing. */
void box_inlines_extent(struct box_maker *m, const struct doc_node *node,
    enum page_type type, bool bold, dim *natural, dim *least);
/* The narrowest measure, to a millimetre, in which words take no more lines than
 * in "width": their lines are then as even as can be.  "width" itself if they
 * fit one line. */
dim box_balanced_width(struct box_maker *m, const char *words,
    enum page_type type, bool bold, dim width);
/* How wide the last line is that a string has in "width". */
dim box_last_line_width(struct box_maker *m, const char *words,
    enum page_type type, bool bold, dim width);
/* Width of a string on one line. */
dim box_words_width(struct box_maker *m, const char *words,
    enum page_type type, bool bold);

/* Shapes; tag 0 with ARTIFACT_LAYOUT, else content of the tag. */
void box_fill_rect(struct box_maker *m, struct page_box *box, dim x, dim y,
    dim width, dim height, uint32_t colour);
/* Corner radii: start top, end top, end bottom, start bottom. */
void box_fill_round(struct box_maker *m, struct page_box *box, dim x, dim y,
    dim width, dim height, const dim radius[4], uint32_t colour);
void box_stroke_round(struct box_maker *m, struct page_box *box, dim x, dim y,
    dim width, dim height, dim radius, dim line, uint32_t colour,
    const dim *dashes, size_t dash_count, uint32_t tag);
void box_line(struct box_maker *m, struct page_box *box, dim x0, dim y0,
    dim x1, dim y1, dim line, uint32_t colour, uint32_t tag);
/* Round (x, y): filled, or a line of "line". */
void box_circle(struct box_maker *m, struct page_box *box, dim x, dim y,
    dim radius, dim line, uint32_t colour, bool fill, uint32_t tag);
/* A star of five points round (x, y), "radius" to its points. */
void box_star(struct box_maker *m, struct page_box *box, dim x, dim y,
    dim radius, dim line, uint32_t colour, uint32_t tag);
/* Says that a tag without ink stands here. */
void box_anchor(struct box_maker *m, struct page_box *box, uint32_t tag);
/* Says where in the box a Figure or a Form is (its BBox). */
void box_mark_area(struct box_maker *m, struct page_box *box, uint32_t tag,
    dim x, dim y, dim width, dim height);
/* Path data of our own ornaments (absolute M L H V C Z; ornament.h), scaled so
 * that "unit" is the length of one unit of the data; an artifact.  Stroke width
 * 0: no stroke.  Mirrored in right-to-left books. */
void box_ornament(struct box_maker *m, struct page_box *box,
    const char *path_data, dim x, dim y, dim unit, uint32_t fill,
    bool has_fill, uint32_t stroke, dim stroke_width);
/* The icon of a callout, "size" high and wide, strokes in "colour"; what stands
 * inside the filled octagon of EMERGENCY is in "behind".  An artifact. */
void box_icon(struct box_maker *m, struct page_box *box,
    enum doc_callout kind, dim x, dim y, dim size, uint32_t colour,
    uint32_t behind);
/* Mirrors the items from "first" on round the vertical line at "axis": a page
 * that is mirrored as a whole then shows them as they were. */
void box_mirror_items(struct box_maker *m, struct page_box *box,
    size_t first, dim axis);
/* A figure's drawing scaled to "width"; its height is returned.  Never
 * mirrored.  Tag 0: an artifact. */
dim box_drawing(struct box_maker *m, struct page_box *box,
    const struct drawing *drawing, dim x, dim y, dim width, uint32_t tag);
/* The clinic's sign, if it has one, as large as fits; it stands on "foot".  In its
 * own colours where the edition has colours: an artifact, since the name stands
 * near it in words. */
void box_logo(struct box_maker *m, struct page_box *box, dim x, dim foot,
    dim most_width, dim most_height);
/* Moves everything of "from" into "into" at x, y. */
void box_move_into(struct box_maker *m, struct page_box *into,
    const struct page_box *from, dim x, dim y);

/* Puts the boxes of "from" below each other into "into" from y on, with the
 * white space between them that they ask for; returns the height used. */
dim box_stack(struct box_maker *m, struct page_box *into,
    const struct page_box_list *from, dim x, dim y);
/* The literal lines of a code block, as they are, as lines of body text; one
 * box a line, appended. */
size_t box_code_lines(struct box_maker *m, struct page_box_list *list,
    const struct doc_node *node, dim x, dim width, uint32_t tag);

/* Blocks, one function each kind; they append to "list" and nest tags under
 * "parent". */
void box_blocks(struct box_maker *m, struct page_box_list *list,
    const struct doc_node *first, dim x, dim width, uint32_t parent);
void box_list(struct box_maker *m, struct page_box_list *list,
    const struct doc_node *node, dim x, dim width, uint32_t parent);
void box_callout(struct box_maker *m, struct page_box_list *list,
    const struct doc_node *node, dim x, dim width, uint32_t parent);
void box_figure(struct box_maker *m, struct page_box_list *list,
    const struct doc_node *node, dim x, dim width, uint32_t parent);
void box_answer(struct box_maker *m, struct page_box_list *list,
    const struct doc_node *node, dim x, dim width, uint32_t parent);
void box_ticks(struct box_maker *m, struct page_box_list *list,
    const struct doc_node *node, dim x, dim width, uint32_t parent);
void box_grid(struct box_maker *m, struct page_box_list *list,
    const struct doc_node *node, dim x, dim width, uint32_t parent);
void box_scale(struct box_maker *m, struct page_box_list *list,
    const struct doc_node *node, dim x, dim width, uint32_t parent);
void box_finish(struct box_maker *m, struct page_box_list *list,
    const struct doc_node *node, dim x, dim width, uint32_t parent);
void box_rings(struct box_maker *m, struct page_box_list *list,
    const struct doc_node *node, dim x, dim width, uint32_t parent);
void box_card(struct box_maker *m, struct page_box_list *list,
    const struct doc_node *node, dim x, dim width, uint32_t parent);
void box_wheel(struct box_maker *m, struct page_box_list *list,
    const struct doc_node *node, dim x, dim width, uint32_t parent);
void box_table(struct box_maker *m, struct page_box_list *list,
    const struct doc_node *node, dim x, dim width, uint32_t parent);
/* A footnote, its number in a column of "indent"; from there a link leads back
 * to "reference" (NULL: nowhere). */
void box_footnote(struct box_maker *m, struct page_box_list *list,
    const struct doc_node *node, const struct doc_node *reference, dim indent,
    dim width, uint32_t parent);
/* The column of numbers that has room for that of "last", a footnote. */
dim box_footnote_indent(struct box_maker *m, const struct doc_node *last);
/* What stands above the notes of a page: white space with a short line in
 * it. */
void box_above_footnotes(struct box_maker *m, struct page_box_list *list);
void box_help(struct box_maker *m, struct page_box_list *list,
    const struct doc_node *node, dim x, dim width, uint32_t parent);
void box_facts(struct box_maker *m, struct page_box_list *list,
    const struct doc_node *node, dim x, dim width, uint32_t parent);

/*
 * Whole pages (furniture_*.c); each makes its own Sect below the Document.
 *
 * The covers are one box of the page's width and height with absolute places
 * from the trim's top start corner: the cover is a page with the inner margin
 * at the start edge, the back cover one with the outer margin there.
 */
void box_cover(struct box_maker *m, struct page_box_list *list);
void box_back_cover(struct box_maker *m, struct page_box_list *list);
/*
 * These stand on a page of either side: places are from the text block's top
 * start corner, and a box is as high as the text block.  A long list of
 * contents makes several boxes, one a page.
 */
void box_contents(struct box_maker *m, struct page_box_list *list);
void box_notes(struct box_maker *m, struct page_box_list *list);
/* Heads: number, title and lead of a numbered chapter, one box; icon, title and
 * why of a sheet.  The foot stands at the end of the sheet's page. */
void box_chapter_opening(struct box_maker *m, struct page_box_list *list,
    const struct chapter *chapter, uint32_t parent);
void box_worksheet_head(struct box_maker *m, struct page_box_list *list,
    const struct chapter *chapter, uint32_t parent);
void box_worksheet_foot(struct box_maker *m, struct page_box_list *list,
    const struct chapter *chapter, uint32_t parent);

#endif
