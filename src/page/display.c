/* SPDX-License-Identifier: MIT */
/*
 * The display list: making pages and tags.
 */
#include "page/display.h"

#include "base/arena.h"
#include "base/diag.h"

#define DISPLAY_ROLE_NAME(id, name) [TAG_##id] = name,
static const char *const role_names[TAG_ROLE_COUNT] = {
	DISPLAY_ROLES(DISPLAY_ROLE_NAME)
};
#undef DISPLAY_ROLE_NAME

struct display *
display_new(struct arena *a)
{
	struct display *d;

	d = ARENA_NEW(a, struct display);
	d->arena = a;
	vec_push(a, &d->tags);
	vec_push(a, &d->tags)->role = TAG_DOCUMENT;
	return d;
}

uint32_t
display_tag(struct display *d, enum display_role role, uint32_t parent,
    const char *id)
{
	struct display_tag *tag;

	if (parent == 0 || parent >= d->tags.len)
		BUG("tag %s below tag %u of %zu", display_role_name(role),
		    (unsigned)parent, d->tags.len);
	if (d->tags.len >= UINT32_MAX)
		mem_exhausted();
	tag = vec_push(d->arena, &d->tags);
	tag->role = role;
	tag->parent = parent;
	tag->id = id;
	return (uint32_t)(d->tags.len - 1);
}

struct display_page *
display_page_new(struct display *d, dim width, dim height, const char *label)
{
	struct display_page *page;

	page = vec_push(d->arena, &d->pages);
	page->width = width;
	page->height = height;
	page->label = label;
	return page;
}

const char *
display_role_name(enum display_role role)
{
	if ((unsigned)role >= TAG_ROLE_COUNT)
		BUG("role %d", (int)role);
	return role_names[role];
}
