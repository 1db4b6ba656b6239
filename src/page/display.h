/* SPDX-License-Identifier: MIT */
/*
 * The display list: finished pages as plain data, with their structure.
 *
 * Comes in: what page/ laid out.  Goes out: items in reading order for pdf/.
 * Lengths from the page's top left corner, y down.  Knows no PDF objects; a
 * text dump of it is a golden test.
 *
 * Structure.  Tags form a tree; tag 0 is no tag (an artifact), tag 1 is the
 * Document.  Items refer to the tag whose content they are.  The children of a
 * tag are its items and child tags in the order in which they first occur in
 * the pages' items; a tag without ink occurs by a DISPLAY_ANCHOR.  A tag may
 * have items on several pages.
 */
#ifndef PAGE_DISPLAY_H
#define PAGE_DISPLAY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/dim.h"
#include "base/vec.h"
#include "doc/drawing.h"
#include "doc/picture.h"

struct arena;
struct buf;
struct doc_node;
struct type_run;

/* Standard structure types of ISO 32000-1, 14.8.4. */
#define DISPLAY_ROLES(X)						\
	X(DOCUMENT, "Document") X(PART, "Part") X(SECT, "Sect")		\
	X(DIV, "Div") X(QUOTE, "BlockQuote") X(H1, "H1") X(H2, "H2")	\
	X(H3, "H3") X(H4, "H4") X(H5, "H5") X(H6, "H6") X(P, "P")	\
	X(L, "L") X(LI, "LI") X(LBL, "Lbl") X(LBODY, "LBody")		\
	X(TABLE, "Table") X(THEAD, "THead") X(TBODY, "TBody")		\
	X(TR, "TR") X(TH, "TH") X(TD, "TD") X(CAPTION, "Caption")	\
	X(FIGURE, "Figure") X(FORM, "Form") X(LINK, "Link")		\
	X(SPAN, "Span") X(CODE, "Code") X(TOC, "TOC") X(TOCI, "TOCI")	\
	X(REFERENCE, "Reference") X(NOTE, "Note")

#define DISPLAY_ROLE_ENUM(id, name) TAG_##id,
enum display_role { DISPLAY_ROLES(DISPLAY_ROLE_ENUM) TAG_ROLE_COUNT };
#undef DISPLAY_ROLE_ENUM

enum display_numbering { NUMBERING_NONE, NUMBERING_DISC, NUMBERING_DECIMAL };
enum display_scope { SCOPE_NONE, SCOPE_COLUMN, SCOPE_ROW };
/* PrintField attribute of paper forms, ISO 32000-1 14.8.5.6. */
enum display_field { FIELD_NONE, FIELD_TEXT, FIELD_CHECK, FIELD_RADIO };

struct display_tag {
	enum display_role	 role;
	uint32_t		 parent;	/* 0 only for the Document */
	const char		*id;		/* block id, or NULL */
	const char		*lang;		/* if other than its parent's */
	const char		*alt;		/* Figure, Form, Link */
	const char		*title;
	/* Span: what its letters stand for (14.9.5), or NULL. */
	const char		*expansion;
	bool			 struck;	/* Span: a line through it */
	enum display_numbering	 numbering;	/* L */
	enum display_scope	 scope;		/* TH */
	int			 column_span;	/* TH, TD; 0 is 1 */
	enum display_field	 field;		/* Form */
	const char		*field_name;	/* what to fill in, for Desc */
	bool			 checked;	/* FIELD_CHECK: ticked */
	/* Figure, Form: its place; set when it is put on a page. */
	size_t			 page;
	dim			 box[4];	/* left, top, right, bottom */
};

/* What an item without tag is for (ISO 32000-1, 14.8.2.2). */
enum display_artifact {
	ARTIFACT_NONE,		/* it has a tag */
	ARTIFACT_LAYOUT,	/* rules, tints, ornaments */
	ARTIFACT_HEADER, ARTIFACT_FOOTER,	/* Pagination */
	ARTIFACT_BACKGROUND
};

enum display_kind {
	DISPLAY_GLYPHS, DISPLAY_PATH, DISPLAY_PICTURE, DISPLAY_ANCHOR
};

struct display_step {
	enum path_verb	verb;
	struct { dim x, y; } p[3];
};

/* What is seen inside of the path, of what is seen inside of "outer"; lengths as
 * those of the path that it belongs to. */
struct display_clip {
	const struct display_clip	*outer;		/* or NULL */
	const struct display_step	*steps;
	size_t				 step_count;
	bool				 even_odd;
};

struct display_stop {
	int32_t		offset;		/* millionths, ascending */
	uint32_t	colour;
};

/* A gradient as in doc/drawing.h: a plane with its origin and its axes. */
struct display_shading {
	bool				 radial;
	struct { dim x, y; }		 origin, along, across;
	int32_t				 focus_x, focus_y, focus_radius;
	const struct display_stop	*stops;		/* two or more */
	size_t				 stop_count;
};

/* 0xRRGGBB; equal parts are written as DeviceGray. */
#define COLOUR_BLACK 0x000000U
#define COLOUR_WHITE 0xffffffU

struct display_item {
	enum display_kind	 kind;
	uint32_t		 tag;
	enum display_artifact	 artifact;
	union {
		struct {
			const struct type_run	*run;
			dim			 x, y;	/* left end, baseline */
			uint32_t		 colour;
		} glyphs;
		struct {
			const struct display_step *steps;
			size_t			 step_count;
			bool			 fill, stroke;
			uint32_t		 fill_colour, stroke_colour;
			dim			 width;		/* stroke */
			enum line_cap		 cap;
			enum line_join		 join;
			/* Thousandths; 0: PDF's 10. */
			int32_t			 miter_limit;
			const dim		*dashes;
			size_t			 dash_count;
			dim			 dash_offset;
			bool			 even_odd;
			const struct display_clip *clip;	/* or NULL */
			/* Instead of fill_colour, or NULL. */
			const struct display_shading *shading;
			dim			 x, y;	/* added to all steps */
		} path;
		struct {
			const struct picture	*picture;
			dim			 x, y;	/* left, top */
			dim			 width, height;
		} picture;
	} u;
};

/* A clickable area; several with one tag are one link over several lines. */
struct display_link {
	uint32_t	 tag;		/* TAG_LINK */
	size_t		 page;
	dim		 box[4];	/* left, top, right, bottom */
	const char	*uri;		/* outside, or NULL */
	const char	*target;	/* name of a destination */
	const char	*description;	/* for /Contents */
	const struct doc_node *node;	/* that it is made of, or NULL */
};

struct display_target {
	const char	*name;		/* block id */
	size_t		 page;
	dim		 y;
};

struct display_bookmark {
	int		 level;		/* 1.. */
	const char	*title;
	const char	*target;	/* name of a destination */
};

struct display_page {
	dim		 width, height;
	const char	*label;		/* "1", "Cover" */
	VEC(struct display_item) items;	/* reading order */
};

struct display {
	struct arena	*arena;
	VEC(struct display_page) pages;
	VEC(struct display_tag) tags;		/* [0] unused */
	VEC(struct display_link) links;
	VEC(struct display_target) targets;
	VEC(struct display_bookmark) bookmarks;
};

/* With the Document tag. */
struct display *display_new(struct arena *a);
/* A new tag below "parent". */
uint32_t display_tag(struct display *d, enum display_role role,
    uint32_t parent, const char *id);
struct display_page *display_page_new(struct display *d, dim width,
    dim height, const char *label);
/* Every length of it times "to" and by "from": what was laid out small becomes
 * large print. */
void display_scale(struct display *d, dim to, dim from);
const char *display_role_name(enum display_role role);
/* All of it as text, lengths in hundredths of a millimetre. */
void display_dump(const struct display *d, struct buf *out);
/* The tag tree alone, as text with the words of each tag. */
void display_dump_tags(const struct display *d, struct buf *out);

#endif
