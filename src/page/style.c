/* SPDX-License-Identifier: MIT */
/*
 * What follows from a style's measures.
 */
#include "page/style.h"

#include "base/diag.h"
#include "type/font.h"

dim
page_measure(const struct page_style *s)
{
	return s->width - s->inner - s->outer;
}

dim
page_room(const struct page_style *s, dim height)
{
	return dim_scale(height, s->room, PAGE_ROOM_USUAL);
}

dim
page_room_to_tick(const struct page_style *s, dim height)
{
	if (s->room < PAGE_ROOM_USUAL)
		return dim_scale(height, 5, 6);
	return page_room(s, height);
}

enum doc_medium
page_medium(const struct page_style *s)
{
	return s->binding == BINDING_LOOSE ? ONLY_SHEET : ONLY_PRINT;
}

dim
page_baseline(const struct page_style *s, enum page_type type)
{
	const struct page_type_size *t = &s->types[type];
	dim ascent, descent;

	if (s->font_count == 0)
		BUG("a style without fonts");
	ascent = font_ascent(s->regular[0], t->size);
	descent = font_descent(s->regular[0], t->size);
	return (t->leading - ascent - descent) / 2 + ascent;
}
