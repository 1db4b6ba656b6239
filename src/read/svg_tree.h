/* SPDX-License-Identifier: MIT */
/*
 * An SVG between its text and the drawing: a tree of the elements and
 * properties on the allow-list, and nothing else of the file.
 *
 * For use inside read/svg*.c only.  svg.c makes the tree and asks svg_allow.c
 * what may be in it; svg_draw.c turns it into shapes with the help of
 * svg_style.c, svg_gradient.c and svg_clip.c.
 */
#ifndef READ_SVG_TREE_H
#define READ_SVG_TREE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/diag.h"
#include "base/messages.h"
#include "base/vec.h"
#include "doc/drawing.h"
#include "read/svg_matrix.h"
#include "read/svg_path.h"

struct arena;
struct map;

/* Messages of one file; more do not help. */
#define SVG_MAX_MESSAGES 20

#define SVG_ELEMENTS(X)							\
	X(SVG, "svg") X(G, "g") X(DEFS, "defs") X(SYMBOL, "symbol")	\
	X(USE, "use") X(PATH, "path") X(CIRCLE, "circle")		\
	X(ELLIPSE, "ellipse") X(RECT, "rect") X(LINE, "line")		\
	X(POLYLINE, "polyline") X(POLYGON, "polygon") X(TEXT, "text")	\
	X(TSPAN, "tspan") X(LINEAR, "linearGradient")			\
	X(RADIAL, "radialGradient") X(STOP, "stop")			\
	X(CLIP_PATH, "clipPath") X(MASK, "mask") X(TITLE, "title")	\
	X(DESC, "desc")

/* Properties that have an effect (SVG 1.1, appendix N). */
#define SVG_PROPERTIES(X)						\
	X(FILL, "fill") X(FILL_OPACITY, "fill-opacity")			\
	X(FILL_RULE, "fill-rule") X(STROKE, "stroke")			\
	X(STROKE_WIDTH, "stroke-width")					\
	X(STROKE_LINECAP, "stroke-linecap")				\
	X(STROKE_LINEJOIN, "stroke-linejoin")				\
	X(STROKE_MITERLIMIT, "stroke-miterlimit")			\
	X(STROKE_DASHARRAY, "stroke-dasharray")				\
	X(STROKE_DASHOFFSET, "stroke-dashoffset")			\
	X(STROKE_OPACITY, "stroke-opacity") X(OPACITY, "opacity")	\
	X(CLIP_PATH, "clip-path") X(CLIP_RULE, "clip-rule")		\
	X(MASK, "mask") X(DISPLAY, "display")				\
	X(VISIBILITY, "visibility") X(OVERFLOW, "overflow")		\
	X(FONT_SIZE, "font-size") X(TEXT_ANCHOR, "text-anchor")		\
	X(STOP_COLOR, "stop-color") X(STOP_OPACITY, "stop-opacity")

#define SVG_ENUM(id, name) SVG_##id,
enum svg_kind { SVG_ELEMENTS(SVG_ENUM) SVG_KIND_COUNT };
#undef SVG_ENUM
#define SVG_ENUM(id, name) SVG_PROPERTY_##id,
enum svg_property { SVG_PROPERTIES(SVG_ENUM) SVG_PROPERTY_COUNT };
#undef SVG_ENUM

struct svg_attribute {
	const char	*name, *value;
};

struct svg_node {
	enum svg_kind	 kind;
	const char	*name;
	const char	*tag;		/* with its prefix; "": no element */
	long		 line;		/* where its tag ends */
	const char	*id;		/* or NULL */
	const char	*href;		/* or NULL */
	const char	*class;		/* or NULL */
	/* As written in attributes or style, or NULL. */
	const char	*properties[SVG_PROPERTY_COUNT];
	VEC(struct svg_attribute) attributes;	/* the others */
	size_t		 size;		/* bytes of all attributes */
	struct svg_node	*parent, *first, *last, *next;
	bool		 busy;		/* it is being drawn */
};

struct svg_paint {
	enum drawing_role	 role;
	uint32_t		 colour;
	struct svg_node		*gradient;
};

/* Properties of an element after inheritance; lengths in millionths. */
struct svg_style {
	struct svg_paint	 fill, stroke;
	int64_t			 fill_opacity, stroke_opacity;	/* SVG_ONE */
	int64_t			 opacity;	/* of all groups */
	bool			 even_odd, clip_even_odd, hidden;
	int64_t			 stroke_width;
	enum line_cap		 cap;
	enum line_join		 join;
	int64_t			 miter_limit;
	const int64_t		*dashes;
	size_t			 dash_count;
	int64_t			 dash_offset;
	int64_t			 font_size;
	int			 anchor;
};

/* A rectangle that grows. */
struct svg_box {
	int64_t	left, top, right, bottom;
	bool	filled;		/* something is in it */
};

struct svg_reader {
	struct arena		*arena;
	struct diag_list	*dl;
	const char		*file, *text;
	size_t			 len;
	const struct map	*labels;
	struct drawing		*drawing;
	struct svg_node		*root;
	struct map		*ids;		/* -> struct svg_node */
	VEC(struct drawing_shape) shapes;
	VEC(struct drawing_clip *) clips;
	VEC(struct drawing_gradient *) gradients;
	struct svg_view		 view;
	struct drawing_clip	*edge;		/* the drawing's own, or NULL */
	size_t			 elements;
	size_t			 used;		/* drawn by <use> */
	size_t			 steps;		/* of paths, clips, gradients */
	size_t			 bytes;		/* of attributes, as often as read */
	size_t			 messages;
	int			 depth;
};

/* svg.c: a message at the tag of "node".  "hint": instead of the message's
 * own; or NULL. */
__attribute__((format(printf, 7, 8)))
void svg_refuse(struct svg_reader *r, const struct svg_node *node,
    const char *hint, enum diag_level level, const char *id,
    const char *own_hint, const char *fmt, ...);

/* svg_allow.c: the kind of an element; false after a message. */
bool svg_find_kind(struct svg_reader *r, struct svg_node *node);
/* Takes an attribute in or says why it may not be there. */
void svg_take_attribute(struct svg_reader *r, struct svg_node *node,
    const char *prefix, const char *name, const char *value);
/* May "child" stand in "parent" (NULL: it is the root)? */
bool svg_may_hold(const struct svg_node *parent,
    const struct svg_node *child);
/* Does the kind draw something by itself? */
bool svg_is_shape(enum svg_kind kind);

/* svg_style.c: an attribute's value, or NULL. */
const char *svg_attribute(const struct svg_node *node, const char *name);
/* A number, or "preset" if it is not there. */
int64_t svg_length(struct svg_reader *r, const struct svg_node *node,
    const char *name, int64_t preset);
/* One that has to be there and may not be negative. */
int64_t svg_extent(struct svg_reader *r, const struct svg_node *node,
    const char *name);
/* A share of 1 such as "0.3" or "30%", as a factor of SVG_ONE. */
int64_t svg_share(struct svg_reader *r, const struct svg_node *node,
    const char *name, const char *value, int64_t preset);
struct svg_style svg_first_style(void);
/* What "node" says in addition to what is round it. */
void svg_inherit(struct svg_reader *r, const struct svg_node *node,
    struct svg_style *style);
/* The element that "#id" or "url(#id)" names; NULL after a message. */
struct svg_node *svg_target(struct svg_reader *r, const struct svg_node *node,
    const char *name, const char *value);
struct svg_matrix svg_node_matrix(struct svg_reader *r,
    const struct svg_node *node, const char *name);
/* 0xRRGGBB of a colour (SVG 1.1, 4.2); svg_colours.c. */
bool svg_colour(const char *s, uint32_t *colour);

/* svg_outline.c: the path of a shape in its own units; false after a
 * message or if there is nothing to draw. */
bool svg_outline(struct svg_reader *r, const struct svg_node *node,
    struct svg_path *path);
/* Counts points, and stops of gradients, towards what a drawing may have, and
 * refuses more. */
void svg_count_steps(struct svg_reader *r, const struct svg_node *node,
    size_t count);
/* The same for the words of an element that is read, perhaps once more; false
 * if they are too much. */
bool svg_count_bytes(struct svg_reader *r, const struct svg_node *node);
void svg_box_add(struct svg_box *box, struct svg_point p);
/* Where the path itself, not its handles, is after "matrix". */
void svg_box_path(struct svg_box *box, const struct svg_matrix *matrix,
    const struct svg_step *steps, size_t count);
/* The path where it ends up, in thousandths; refuses what is far away. */
const struct path_step *svg_flatten(struct svg_reader *r,
    const struct svg_node *node, const struct svg_matrix *matrix,
    const struct svg_path *path);
/* Thousandths of a length, rounded half away from zero. */
int32_t svg_thousandths(int64_t millionths);
struct svg_matrix svg_box_matrix(const struct svg_box *box);

/* svg_gradient.c: how a shape with box "box" is filled by its gradient:
 * sets role, colour or gradient of "shape". */
void svg_gradient_fill(struct svg_reader *r, struct svg_node *node,
    const struct svg_matrix *matrix, const struct svg_box *box,
    struct drawing_shape *shape);

/* svg_clip.c: the clips that "node" asks for, round "outer", still empty. */
struct drawing_clip *svg_clip_begin(struct svg_reader *r,
    const struct svg_node *node, struct drawing_clip *outer);
/* Fills them; "first": the first shape that "node" drew. */
void svg_clip_end(struct svg_reader *r, struct svg_node *node,
    const struct svg_matrix *matrix, struct drawing_clip *clip,
    size_t first);
/* A clip to the rectangle 0, 0, width, height. */
struct drawing_clip *svg_clip_rectangle(struct svg_reader *r,
    const struct svg_node *node, const struct svg_matrix *matrix,
    const struct svg_view *area, struct drawing_clip *outer);

/* svg_draw.c: everything below the root becomes shapes. */
void svg_draw(struct svg_reader *r);

#endif
