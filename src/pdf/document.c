/* SPDX-License-Identifier: MIT */
/*
 * A display list becomes files: the reading file, and the same pages two-up on
 * sheets.
 *
 * Pages are drawn and compressed once; a side's /Contents names the very
 * streams of the reading file between short ones that place them.
 */
#include "pdf/pdf.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "impose/plan.h"
#include "page/display.h"
#include "pdf/annotations.h"
#include "pdf/content.h"
#include "pdf/deflate.h"
#include "pdf/draw.h"
#include "pdf/font_file.h"
#include "pdf/image.h"
#include "pdf/metadata.h"
#include "pdf/navigation.h"
#include "pdf/obj.h"
#include "pdf/shading.h"
#include "pdf/syntax.h"
#include "pdf/tags.h"

/* Pages below one node of the page tree. */
#define NODE_PAGES	64

void
content_place_box(const struct content_place *place, const dim box[4],
    dim rectangle[4])
{
	dim bottom, top;

	bottom = place->page_height - box[3];
	top = place->page_height - box[1];
	if (place->turned) {
		rectangle[0] = place->x - box[2];
		rectangle[1] = place->y - top;
		rectangle[2] = place->x - box[0];
		rectangle[3] = place->y - bottom;
	} else {
		rectangle[0] = place->x + box[0];
		rectangle[1] = place->y + bottom;
		rectangle[2] = place->x + box[2];
		rectangle[3] = place->y + top;
	}
}

static void
give_mark_bases(struct pdf_content *content, struct impose_plan *plan)
{
	uint32_t *marks;
	size_t i, count;

	count = content->display->pages.len;
	if (plan == NULL)
		return;
	if (plan->page_count != count)
		BUG("a plan of %zu pages for %zu", plan->page_count, count);
	marks = ARENA_ARRAY(content->arena, uint32_t, count);
	for (i = 0; i < count; i++)
		marks[i] = content->pages[i].mark_count;
	impose_mark_bases(content->arena, plan, marks);
	for (i = 0; i < count; i++)
		content->pages[i].mark_base = plan->mark_base[i];
}

/* What the page shows that is no text or path of its own. */
static void
collect(struct pdf_content *content, const struct display_page *page)
{
	const struct display_item *item;
	size_t i;

	for (i = 0; i < page->items.len; i++) {
		item = &page->items.items[i];
		if (!content_has_ink(item))
			continue;
		if (item->kind == DISPLAY_GLYPHS)
			font_set_collect(content->fonts, item->u.glyphs.run);
		else if (item->kind == DISPLAY_PICTURE)
			image_set_collect(content->images,
			    item->u.picture.picture);
	}
}

static bool
build(struct pdf_content *content, struct diag_list *dl,
    struct impose_plan *plan, struct deflate *deflate)
{
	const struct display *display = content->display;
	struct buf b;
	size_t i;

	content->pages = ARENA_ARRAY(content->arena, struct content_page,
	    display->pages.len);
	content_find_marks(content);
	give_mark_bases(content, plan);
	content_number_marks(content);
	content->fonts = font_set_new(content->arena);
	content->images = image_set_new(content->arena);
	for (i = 0; i < display->pages.len; i++)
		collect(content, &display->pages.items[i]);
	if (!font_set_finish(content->fonts, deflate, dl))
		return false;
	content->shadings = shading_set_new(content->arena, display);
	buf_init(&b);
	for (i = 0; i < display->pages.len; i++) {
		buf_clear(&b);
		draw_page(display, &display->pages.items[i],
		    &content->pages[i], content->fonts, content->shadings,
		    content->images, &b);
		content->pages[i].stream = deflate_bytes(deflate,
		    content->arena, b.data, b.len,
		    &content->pages[i].stream_len);
	}
	buf_release(&b);
	return true;
}

struct pdf_content *
pdf_content_build(struct arena *a, struct diag_list *dl,
    const struct display *display, struct impose_plan *plan)
{
	struct pdf_content *content;
	struct deflate *deflate;
	bool fine;

	if (display->pages.len == 0)
		BUG("a PDF without pages");
	content = ARENA_NEW(a, struct pdf_content);
	content->arena = arena_new();
	content->display = display;
	content->plan = plan;
	deflate = deflate_new();
	fine = build(content, dl, plan, deflate);
	deflate_free(deflate);
	if (fine)
		return content;
	pdf_content_free(content);
	return NULL;
}

void
pdf_content_free(struct pdf_content *content)
{
	if (content == NULL)
		return;
	arena_free(content->arena);
	content->arena = NULL;
}

/* Where pages stand: each on its own, or as the plan says. */
static void
find_places(struct pdf_output *out)
{
	const struct display *display = out->content->display;
	const struct impose_plan *plan = out->plan;
	const struct impose_slot *slot;
	struct content_place *place;
	size_t i;
	int k;

	out->page_count = plan == NULL ? display->pages.len :
	    plan->side_count;
	out->places = ARENA_ARRAY(out->arena, struct content_place,
	    display->pages.len);
	out->pages = ARENA_ARRAY(out->arena, uint32_t, out->page_count);
	for (i = 0; i < out->page_count; i++)
		out->pages[i] = obj_reserve(out->file);
	for (i = 0; i < display->pages.len; i++)
		out->places[i].page_height = display->pages.items[i].height;
	if (plan == NULL) {
		for (i = 0; i < display->pages.len; i++) {
			out->places[i].page_object = out->pages[i];
			out->places[i].page_index = i;
		}
		return;
	}
	for (i = 0; i < plan->side_count; i++) {
		for (k = 0; k < 2; k++) {
			slot = &plan->sides[i].slots[k];
			place = &out->places[slot->page];
			place->page_object = out->pages[i];
			place->page_index = i;
			place->turned = plan->sides[i].turned;
			place->x = slot->x;
			place->y = plan->height - slot->y -
			    place->page_height;
			if (!place->turned)
				continue;
			place->x = plan->width - place->x;
			place->y = plan->height - place->y;
		}
	}
}

/* The stream in front of a page on a side: clip to the page's half of the
 * sheet, move there. */
static uint32_t
write_place(struct pdf_output *out, const struct impose_side *side, int slot)
{
	const struct content_place *place =
	    &out->places[side->slots[slot].page];
	const char *text;
	uint32_t object;
	struct buf b;
	dim half[4];
	size_t len;
	int i;

	half[0] = (slot == 1) != side->turned ? out->plan->width / 2 : 0;
	half[1] = 0;
	half[2] = out->plan->width / 2;
	half[3] = out->plan->height;
	buf_init(&b);
	buf_puts(&b, slot == 0 ? "q\n" : "Q\nq\n");
	for (i = 0; i < 4; i++) {
		syntax_dim(&b, half[i]);
		buf_putc(&b, ' ');
	}
	buf_puts(&b, "re W n\n");
	buf_puts(&b, place->turned ? "-1 0 0 -1 " : "1 0 0 1 ");
	syntax_dim(&b, place->x);
	buf_putc(&b, ' ');
	syntax_dim(&b, place->y);
	buf_puts(&b, " cm\n");
	len = b.len;
	text = arena_strndup(out->arena, b.data, len);
	buf_clear(&b);
	object = obj_add_stream(out->file, &b, text, len);
	buf_release(&b);
	return object;
}

/* Page streams as objects of this file, by display page. */
static uint32_t *
write_streams(struct pdf_output *out)
{
	const struct content_page *page;
	uint32_t *streams;
	struct buf b;
	size_t i;

	streams = ARENA_ARRAY(out->arena, uint32_t,
	    out->content->display->pages.len);
	buf_init(&b);
	buf_puts(&b, "/Filter/FlateDecode");
	for (i = 0; i < out->content->display->pages.len; i++) {
		page = &out->content->pages[i];
		streams[i] = obj_add_stream(out->file, &b, page->stream,
		    page->stream_len);
	}
	buf_release(&b);
	return streams;
}

static void
put_contents(struct pdf_output *out, struct buf *b, size_t index,
    const uint32_t *streams, uint32_t end)
{
	const struct impose_side *side;
	int k;

	buf_puts(b, "/Contents");
	if (out->plan == NULL) {
		buf_putc(b, ' ');
		syntax_ref(b, streams[index]);
		return;
	}
	side = &out->plan->sides[index];
	buf_putc(b, '[');
	for (k = 0; k < 2; k++) {
		syntax_ref(b, write_place(out, side, k));
		buf_putc(b, ' ');
		syntax_ref(b, streams[side->slots[k].page]);
		buf_putc(b, ' ');
	}
	syntax_ref(b, end);
	buf_putc(b, ']');
}

static uint32_t
write_resources(struct pdf_output *out)
{
	uint32_t object;
	struct buf b;

	buf_init(&b);
	buf_puts(&b, "/Font<<");
	font_set_write(out->content->fonts, out->file, &b);
	buf_puts(&b, ">>");
	shading_set_write(out->content->shadings, &b);
	image_set_write(out->content->images, out->file, &b);
	object = obj_add(out->file, &b);
	buf_release(&b);
	return object;
}

static void
write_page(struct pdf_output *out, size_t index, uint32_t parent,
    uint32_t resources, const uint32_t *streams, uint32_t end)
{
	const struct display_page *page;
	dim box[4];
	struct buf b;

	box[0] = box[1] = 0;
	if (out->plan == NULL) {
		page = &out->content->display->pages.items[index];
		box[2] = page->width;
		box[3] = page->height;
	} else {
		box[2] = out->plan->width;
		box[3] = out->plan->height;
	}
	buf_init(&b);
	buf_puts(&b, "/Type/Page/Parent ");
	syntax_ref(&b, parent);
	buf_puts(&b, "/MediaBox");
	syntax_box(&b, box);
	buf_puts(&b, "/TrimBox");
	syntax_box(&b, box);
	buf_puts(&b, "/Resources ");
	syntax_ref(&b, resources);
	put_contents(out, &b, index, streams, end);
	buf_printf(&b, "/StructParents %zu/Tabs/S", index);
	annotations_page(out, index, &b);
	obj_set(out->file, out->pages[index], &b);
	buf_release(&b);
}

/* Pages and their tree; its root's object. */
static uint32_t
write_pages(struct pdf_output *out)
{
	uint32_t root, node, resources, end, *streams;
	struct buf kids, b;
	size_t i, k, last;

	resources = write_resources(out);
	streams = write_streams(out);
	buf_init(&b);
	end = out->plan == NULL ? 0 :
	    obj_add_stream(out->file, &b, "Q\n", 2);
	root = obj_reserve(out->file);
	buf_init(&kids);
	for (i = 0; i < out->page_count; i = last) {
		last = i + NODE_PAGES < out->page_count ? i + NODE_PAGES :
		    out->page_count;
		node = obj_reserve(out->file);
		syntax_ref(&kids, node);
		buf_putc(&kids, ' ');
		buf_clear(&b);
		buf_puts(&b, "/Type/Pages/Parent ");
		syntax_ref(&b, root);
		buf_printf(&b, "/Count %zu/Kids[", last - i);
		for (k = i; k < last; k++) {
			write_page(out, k, node, resources, streams, end);
			syntax_ref(&b, out->pages[k]);
			buf_putc(&b, ' ');
		}
		buf_putc(&b, ']');
		obj_set(out->file, node, &b);
	}
	buf_clear(&b);
	buf_printf(&b, "/Type/Pages/Count %zu/Kids[%s]", out->page_count,
	    kids.data);
	obj_set(out->file, root, &b);
	buf_release(&kids);
	buf_release(&b);
	return root;
}

static void
put_viewing(const struct pdf_output *out, struct buf *catalog)
{
	buf_puts(catalog, "/MarkInfo<</Marked true>>/PageLayout/");
	buf_puts(catalog, out->plan == NULL && out->info->two_up ?
	    "TwoPageRight" : "SinglePage");
	buf_puts(catalog, "/ViewerPreferences<</DisplayDocTitle true");
	if (out->info->right_to_left)
		buf_puts(catalog, "/Direction/R2L");
	/* Sheets are printed as large as they are. */
	if (out->plan != NULL)
		buf_puts(catalog, out->plan->flip == FLIP_SHORT_EDGE ?
		    "/PrintScaling/None/Duplex/DuplexFlipShortEdge" :
		    "/PrintScaling/None/Duplex/DuplexFlipLongEdge");
	buf_puts(catalog, ">>");
}

static bool
write_all(struct pdf_output *out, struct buf *file)
{
	uint32_t catalog, pages, structure, info;
	struct buf b;
	bool fine;

	catalog = obj_reserve(out->file);
	find_places(out);
	annotations_reserve(out);
	pages = write_pages(out);
	structure = tags_write(out);
	annotations_write(out);
	info = metadata_info(out);
	buf_init(&b);
	buf_puts(&b, "/Type/Catalog/Pages ");
	syntax_ref(&b, pages);
	buf_puts(&b, "/StructTreeRoot ");
	syntax_ref(&b, structure);
	put_viewing(out, &b);
	navigation_write(out, &b);
	fine = metadata_write(out, &b);
	obj_set(out->file, catalog, &b);
	buf_release(&b);
	return fine && obj_save(out->file, out->dl, catalog, info, file);
}

bool
pdf_write(const struct pdf_content *content, struct diag_list *dl,
    const struct pdf_info *info, const struct impose_plan *plan,
    struct buf *file)
{
	struct pdf_output out;
	bool fine;

	if (plan != NULL && plan != content->plan)
		BUG("sheets by a plan that the marks do not have");
	memset(&out, 0, sizeof(out));
	out.arena = arena_new();
	out.dl = dl;
	out.content = content;
	out.info = info;
	out.plan = plan;
	out.file = obj_open();
	fine = write_all(&out, file);
	obj_close(out.file);
	arena_free(out.arena);
	return fine;
}
