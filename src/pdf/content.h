/* SPDX-License-Identifier: MIT */
/*
 * What all files that are made of one display list share: marks, fonts,
 * compressed page streams.  And how pages stand on the pages of one file.
 * Only for the files of pdf/.
 */
#ifndef PDF_CONTENT_H
#define PDF_CONTENT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/dim.h"
#include "base/vec.h"
#include "page/display.h"

struct arena;
struct diag_list;
struct font_set;
struct image_set;
struct impose_plan;
struct obj_file;
struct pdf_info;
struct shading_set;

/*
 * A marked-content sequence: neighbouring items of one tag, or artifacts of one
 * kind.
 */
struct content_mark {
	uint32_t		tag;		/* 0: artifact */
	enum display_artifact	artifact;
	uint32_t		id;		/* MCID, if it has a tag */
	size_t			first, end;	/* items of the page */
};

struct content_page {
	VEC(struct content_mark) marks;
	uint32_t		 mark_base;	/* first MCID */
	uint32_t		 mark_count;	/* MCIDs */
	const char		*stream;	/* deflated */
	size_t			 stream_len;
};

struct pdf_content {
	struct arena		*arena;		/* its own */
	const struct display	*display;
	struct font_set		*fonts;
	struct shading_set	*shadings;
	struct image_set	*images;
	struct content_page	*pages;		/* as many as display->pages */
	const struct impose_plan *plan;		/* whose bases the marks have */
};

/* Where a page of the display list stands in a file. */
struct content_place {
	uint32_t	page_object;	/* the file's page or side */
	size_t		page_index;	/* of that page in the file */
	dim		page_height;	/* of the display page */
	dim		x, y;		/* PDF's, of its bottom left corner;
					 * turned: of its top right one */
	bool		turned;		/* by 180 degrees */
};

/* One file while it is being put together. */
struct pdf_output {
	struct arena		*arena;		/* scratch, for this file */
	struct diag_list	*dl;
	const struct pdf_content *content;
	const struct pdf_info	*info;
	const struct impose_plan *plan;		/* or NULL */
	struct obj_file		*file;
	struct content_place	*places;	/* by display page */
	uint32_t		*pages;		/* the file's page objects */
	size_t			 page_count;
	/* Structure elements of tags, 0 for those that never occur; by tag. */
	uint32_t		*elements;
	uint32_t		*annotations;	/* objects, by display link */
	/* Links of a page of the file in their order: index + 1, 0 ends. */
	size_t			*first_link, *next_link;
};

/* "box" (left, top, right, bottom; y down, on the display page) as a rectangle
 * of the file's page: left, bottom, right, top. */
void content_place_box(const struct content_place *place, const dim box[4],
    dim rectangle[4]);
/* Finds the marks of all pages; numbers them when bases are known. */
void content_find_marks(struct pdf_content *content);
void content_number_marks(struct pdf_content *content);
/* Does the item put ink on the page? */
bool content_has_ink(const struct display_item *item);

#endif
