/* SPDX-License-Identifier: MIT */
/*
 * Items of a page become marked-content sequences (ISO 32000-1, 14.6).
 *
 * Neighbours of one tag share a sequence.  Another tag's anchor between them
 * parts them, since it is a child that stands there.
 */
#include "pdf/content.h"

#include "base/diag.h"
#include "type/paragraph.h"

bool
content_has_ink(const struct display_item *item)
{
	switch (item->kind) {
	case DISPLAY_GLYPHS:
		return item->u.glyphs.run != NULL &&
		    item->u.glyphs.run->glyph_count > 0;
	case DISPLAY_PATH:
		return item->u.path.step_count > 0 &&
		    (item->u.path.fill || item->u.path.stroke);
	case DISPLAY_PICTURE:
		return true;
	case DISPLAY_ANCHOR:
		return false;
	}
	BUG("item kind %d", (int)item->kind);
}

static void
page_marks(struct pdf_content *content, size_t index)
{
	const struct display_page *page = &content->display->pages.items[index];
	struct content_page *found = &content->pages[index];
	const struct display_item *item;
	struct content_mark *mark;
	bool open;
	size_t i;

	open = false;
	for (i = 0; i < page->items.len; i++) {
		item = &page->items.items[i];
		if (item->tag >= content->display->tags.len)
			BUG("page %zu has an item of tag %u", index + 1,
			    (unsigned)item->tag);
		mark = found->marks.len == 0 ? NULL :
		    &found->marks.items[found->marks.len - 1];
		if (!content_has_ink(item)) {
			if (open && item->tag != mark->tag)
				open = false;
			continue;
		}
		if (open && item->tag == mark->tag &&
		    (item->tag != 0 || item->artifact == mark->artifact)) {
			mark->end = i + 1;
			continue;
		}
		mark = vec_push(content->arena, &found->marks);
		mark->tag = item->tag;
		mark->artifact = item->artifact;
		mark->first = i;
		mark->end = i + 1;
		if (item->tag != 0)
			found->mark_count++;
		open = true;
	}
}

void
content_find_marks(struct pdf_content *content)
{
	size_t i;

	for (i = 0; i < content->display->pages.len; i++)
		page_marks(content, i);
}

void
content_number_marks(struct pdf_content *content)
{
	struct content_page *page;
	uint32_t next;
	size_t i, k;

	for (i = 0; i < content->display->pages.len; i++) {
		page = &content->pages[i];
		next = page->mark_base;
		for (k = 0; k < page->marks.len; k++)
			if (page->marks.items[k].tag != 0)
				page->marks.items[k].id = next++;
	}
}
