/* SPDX-License-Identifier: MIT */
/*
 * One annotation for each clickable area; those of one link share its tag.
 */
#include "pdf/annotations.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "pdf/content.h"
#include "pdf/obj.h"
#include "pdf/syntax.h"
#include "pdf/tags.h"

void
annotations_reserve(struct pdf_output *out)
{
	const struct display *display = out->content->display;
	size_t i, page;

	out->annotations = ARENA_ARRAY(out->arena, uint32_t,
	    display->links.len);
	out->first_link = ARENA_ARRAY(out->arena, size_t, out->page_count);
	out->next_link = ARENA_ARRAY(out->arena, size_t, display->links.len);
	for (i = 0; i < display->links.len; i++) {
		if (display->links.items[i].page >= display->pages.len)
			BUG("link %zu is on page %zu", i,
			    display->links.items[i].page + 1);
		out->annotations[i] = obj_reserve(out->file);
	}
	/* From the last, so that each list is in order. */
	for (i = display->links.len; i > 0; i--) {
		page = display->links.items[i - 1].page;
		page = out->places[page].page_index;
		out->next_link[i - 1] = out->first_link[page];
		out->first_link[page] = i;
	}
}

/* ISO 32000-1, 12.6.4.7: a URI is 7-bit ASCII; the rest is escaped as browsers
 * do (RFC 3987, 3.1). */
static void
put_uri(struct buf *b, const char *uri)
{
	struct buf ascii;

	buf_init(&ascii);
	for (; *uri != '\0'; uri++) {
		if ((unsigned char)*uri > 0x20 && (unsigned char)*uri < 0x7f)
			buf_putc(&ascii, *uri);
		else
			buf_printf(&ascii, "%%%02X",
			    (unsigned)(unsigned char)*uri);
	}
	syntax_name_bytes(b, ascii.data);
	buf_release(&ascii);
}

static void
write_link(struct pdf_output *out, size_t index)
{
	const struct display_link *link =
	    &out->content->display->links.items[index];
	const struct content_place *place = &out->places[link->page];
	const char *words;
	dim rectangle[4];
	struct buf b;

	if (link->uri == NULL && link->target == NULL)
		BUG("link %zu leads nowhere", index);
	buf_init(&b);
	content_place_box(place, link->box, rectangle);
	buf_puts(&b, "/Type/Annot/Subtype/Link/F 4/Border[0 0 0]/Rect");
	syntax_box(&b, rectangle);
	buf_puts(&b, "/P ");
	syntax_ref(&b, place->page_object);
	buf_printf(&b, "/StructParent %u/Contents ",
	    (unsigned)tags_link_key(out, index));
	words = link->description;
	if (words == NULL || *words == '\0')
		words = link->uri != NULL ? link->uri : link->target;
	syntax_text(&b, words);
	if (link->uri != NULL) {
		buf_puts(&b, "/A<</Type/Action/S/URI/URI");
		put_uri(&b, link->uri);
		buf_puts(&b, ">>");
	} else {
		buf_puts(&b, "/Dest");
		syntax_name_bytes(&b, link->target);
	}
	obj_set(out->file, out->annotations[index], &b);
	buf_release(&b);
}

void
annotations_write(struct pdf_output *out)
{
	size_t i;

	for (i = 0; i < out->content->display->links.len; i++)
		write_link(out, i);
}

void
annotations_page(const struct pdf_output *out, size_t index,
    struct buf *entries)
{
	size_t link;

	link = out->first_link[index];
	if (link == 0)
		return;
	buf_puts(entries, "/Annots[");
	for (; link != 0; link = out->next_link[link - 1]) {
		syntax_ref(entries, out->annotations[link - 1]);
		buf_putc(entries, ' ');
	}
	buf_putc(entries, ']');
}
