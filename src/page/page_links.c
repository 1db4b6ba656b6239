/* SPDX-License-Identifier: MIT */
/*
 * Which links are followed by the number of their page.
 *
 * Comes in: a finished pass.  Goes out: an answer for each link of the tree,
 * found by its node.
 */
#include "page/page_links.h"

#include <stdint.h>
#include <stdlib.h>

#include "base/arena.h"
#include "base/map.h"
#include "doc/book.h"
#include "page/box.h"
#include "page/furniture.h"

struct page_link {
	const struct doc_node	*node;
	size_t			 page;		/* of its first line */
	const char		*target;
	bool			 numbered;
};

struct page_links {
	VEC(struct page_link)	 all;		/* by node */
};

/* The order has no meaning beyond finding: nothing is printed in it. */
static int
compare_nodes(const void *a, const void *b)
{
	const struct page_link *x = a, *y = b;

	if (x->node != y->node)
		return (uintptr_t)x->node < (uintptr_t)y->node ? -1 : 1;
	if (x->page != y->page)
		return x->page < y->page ? -1 : 1;
	return 0;
}

static const struct page_link *
find_link(const struct page_links *links, const struct doc_node *node)
{
	struct page_link key = { .node = node };
	size_t low = 0, high = links->all.len, middle;

	while (low < high) {
		middle = low + (high - low) / 2;
		if (compare_nodes(&links->all.items[middle], &key) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	if (low < links->all.len && links->all.items[low].node == node)
		return &links->all.items[low];
	return NULL;
}

/* Pages of targets, counted from 1; the first of a name counts. */
static const struct map *
target_pages(struct arena *a, const struct display *display)
{
	struct map *pages = map_new(a);
	size_t i, *page;

	for (i = 0; i < display->targets.len; i++) {
		page = ARENA_NEW(a, size_t);
		*page = display->targets.items[i].page;
		map_add(pages, display->targets.items[i].name, page);
	}
	return pages;
}

static void
gather_links(struct arena *a, const struct display *display,
    struct page_links *links)
{
	const struct display_link *link;
	struct page_link *all;
	size_t i, kept;

	for (i = 0; i < display->links.len; i++) {
		link = &display->links.items[i];
		if (link->node == NULL || link->target == NULL)
			continue;
		*vec_push(a, &links->all) = (struct page_link){
			link->node, link->page, link->target, false };
	}
	all = links->all.items;
	if (links->all.len == 0)
		return;
	qsort(all, links->all.len, sizeof(*all), compare_nodes);
	/* Of a link over several lines the first. */
	for (i = kept = 1; i < links->all.len; i++)
		if (all[i].node != all[kept - 1].node)
			all[kept++] = all[i];
	links->all.len = kept;
}

const struct page_links *
page_links_new(struct arena *a, const struct display *display,
    const struct page_links *before)
{
	const struct map *pages = target_pages(a, display);
	const struct page_link *old;
	struct page_links *links;
	struct page_link *link;
	const size_t *page;
	size_t i;

	links = ARENA_NEW(a, struct page_links);
	gather_links(a, display, links);
	for (i = 0; i < links->all.len; i++) {
		link = &links->all.items[i];
		page = map_find(pages, link->target);
		link->numbered = page != NULL && *page != link->page;
		old = before == NULL ? NULL : find_link(before, link->node);
		if (old != NULL && old->numbered)
			link->numbered = true;
	}
	return links;
}

bool
page_links_equal(const struct page_links *a, const struct page_links *b)
{
	size_t i;

	if (a == NULL || b == NULL || a->all.len != b->all.len)
		return false;
	for (i = 0; i < a->all.len; i++)
		if (a->all.items[i].node != b->all.items[i].node ||
		    a->all.items[i].numbered != b->all.items[i].numbered)
			return false;
	return true;
}

const char *
page_links_words(const struct box_maker *m, const struct doc_node *node,
    const char *target)
{
	const struct page_link *link;
	bool numbered;

	if (target == NULL)
		return NULL;
	/* Most notes stand on the page that refers to them. */
	numbered = node->kind == DOC_LINK;
	if (m->links != NULL) {
		link = find_link(m->links, node);
		numbered = link != NULL && link->numbered;
	}
	if (!numbered)
		return NULL;
	return book_word_with(m->book, m->arena, "link-page", "page",
	    furniture_page(m, target), NULL);
}
