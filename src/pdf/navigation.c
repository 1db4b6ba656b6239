/* SPDX-License-Identifier: MIT */
/*
 * Destinations by name, bookmarks that lead to them, and the pages' labels.
 */
#include "pdf/navigation.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/map.h"
#include "base/str.h"
#include "impose/plan.h"
#include "pdf/content.h"
#include "pdf/obj.h"
#include "pdf/pdf.h"
#include "pdf/syntax.h"
#include "pdf/tree.h"

static int
compare_names(const void *a, const void *b)
{
	const struct tree_pair *x = a, *y = b;

	return strcmp(x->name, y->name);
}

/* The page with the target's height at the window's top; on a sheet the whole
 * side, since half of them may stand on their heads. */
static const char *
destination(struct pdf_output *out, const struct display_target *target)
{
	const struct content_place *place = &out->places[target->page];
	dim box[4], rectangle[4];
	const char *text;
	struct buf b;

	buf_init(&b);
	buf_putc(&b, '[');
	syntax_ref(&b, place->page_object);
	if (out->plan != NULL) {
		buf_puts(&b, "/Fit]");
	} else {
		box[0] = box[2] = 0;
		box[1] = box[3] = target->y;
		content_place_box(place, box, rectangle);
		buf_puts(&b, "/XYZ null ");
		syntax_dim(&b, rectangle[3]);
		buf_puts(&b, " null]");
	}
	text = arena_strndup(out->arena, b.data, b.len);
	buf_release(&b);
	return text;
}

static void
write_destinations(struct pdf_output *out, struct buf *catalog,
    const struct map *names)
{
	const struct display *display = out->content->display;
	struct tree_pair *pairs;
	size_t i;

	if (map_count(names) == 0)
		return;
	pairs = ARENA_ARRAY(out->arena, struct tree_pair, map_count(names));
	for (i = 0; i < map_count(names); i++) {
		const struct display_target *target = map_value(names, i);

		if (target->page >= display->pages.len)
			BUG("target \"%s\" is on page %zu", target->name,
			    target->page + 1);
		pairs[i].name = target->name;
		pairs[i].value = destination(out, target);
	}
	qsort(pairs, map_count(names), sizeof(*pairs), compare_names);
	buf_puts(catalog, "/Names<</Dests ");
	syntax_ref(catalog, tree_of_names(out->file, pairs,
	    map_count(names)));
	buf_puts(catalog, ">>");
}

/* Names of targets; the first of a name counts. */
static const struct map *
target_names(struct pdf_output *out)
{
	const struct display *display = out->content->display;
	struct map *names;
	size_t i;

	names = map_new(out->arena);
	for (i = 0; i < display->targets.len; i++)
		map_add(names, display->targets.items[i].name,
		    &display->targets.items[i]);
	return names;
}

static void
check_targets(struct pdf_output *out, const struct map *names)
{
	const struct display *display = out->content->display;
	const char *name;
	size_t i;

	for (i = 0; i < display->links.len; i++) {
		name = display->links.items[i].target;
		if (display->links.items[i].uri == NULL && name != NULL &&
		    map_find(names, name) == NULL)
			BUG("a link leads to \"%s\", which is nowhere", name);
	}
	for (i = 0; i < display->bookmarks.len; i++) {
		name = display->bookmarks.items[i].target;
		if (name != NULL && map_find(names, name) == NULL)
			BUG("a bookmark leads to \"%s\", which is nowhere",
			    name);
	}
}

/* A bookmark's relatives, by index + 1; 0: none. */
struct outline_item {
	size_t		parent, prev, next, first, last;
	size_t		below;		/* all under it, on all levels */
	uint32_t	object;
};

/* Item 0 is the outline itself; item i is bookmark i - 1. */
static struct outline_item *
outline_relatives(struct pdf_output *out)
{
	const struct display *display = out->content->display;
	struct outline_item *items;
	size_t i, above, count;
	int level;

	count = display->bookmarks.len;
	items = ARENA_ARRAY(out->arena, struct outline_item, count + 1);
	above = 0;
	for (i = 1; i <= count; i++) {
		level = display->bookmarks.items[i - 1].level;
		/* "above" starts at the bookmark before this one. */
		while (above != 0 &&
		    display->bookmarks.items[above - 1].level >= level)
			above = items[above].parent;
		items[i].parent = above;
		items[i].prev = items[above].last;
		if (items[above].last == 0)
			items[above].first = i;
		else
			items[items[above].last].next = i;
		items[above].last = i;
		above = i;
	}
	for (i = count; i > 0; i--)
		items[items[i].parent].below += items[i].below + 1;
	return items;
}

static void
put_relative(struct buf *b, const char *key, const struct outline_item *items,
    size_t at)
{
	if (at == 0)
		return;
	buf_puts(b, key);
	syntax_ref(b, items[at].object);
}

static void
write_outline(struct pdf_output *out, struct buf *catalog)
{
	const struct display *display = out->content->display;
	const struct display_bookmark *mark;
	struct outline_item *items, *item;
	struct buf b;
	size_t i;

	if (display->bookmarks.len == 0)
		return;
	items = outline_relatives(out);
	for (i = 0; i <= display->bookmarks.len; i++)
		items[i].object = obj_reserve(out->file);
	buf_init(&b);
	for (i = 0; i <= display->bookmarks.len; i++) {
		item = &items[i];
		buf_clear(&b);
		if (i == 0) {
			buf_puts(&b, "/Type/Outlines");
		} else {
			mark = &display->bookmarks.items[i - 1];
			buf_puts(&b, "/Title ");
			syntax_text(&b, mark->title);
			buf_puts(&b, "/Parent ");
			syntax_ref(&b, items[item->parent].object);
			if (mark->target != NULL) {
				buf_puts(&b, "/Dest");
				syntax_name_bytes(&b, mark->target);
			}
		}
		put_relative(&b, "/Prev ", items, item->prev);
		put_relative(&b, "/Next ", items, item->next);
		put_relative(&b, "/First ", items, item->first);
		put_relative(&b, "/Last ", items, item->last);
		if (item->below > 0)
			buf_printf(&b, "/Count %zu", item->below);
		obj_set(out->file, item->object, &b);
	}
	buf_release(&b);
	buf_puts(catalog, "/Outlines ");
	syntax_ref(catalog, items[0].object);
	buf_puts(catalog, "/PageMode/UseOutlines");
}

/* "{left}" and so on in "words" replaced. */
static void
fill_in(struct buf *b, const char *words, const struct impose_side *side,
    const char *left, const char *right)
{
	while (*words != '\0') {
		if (str_starts(words, "{sheet}")) {
			buf_printf(b, "%zu", side->sheet + 1);
			words += strlen("{sheet}");
		} else if (str_starts(words, "{left}")) {
			buf_puts(b, left);
			words += strlen("{left}");
		} else if (str_starts(words, "{right}")) {
			buf_puts(b, right);
			words += strlen("{right}");
		} else {
			buf_putc(b, *words++);
		}
	}
}

static const char *
page_label(const struct pdf_output *out, size_t page)
{
	const char *label;

	label = out->content->display->pages.items[page].label;
	return label == NULL ? "" : label;
}

/* What is in front of all pages that have a label in words: /P; whole numbers
 * in order: /S /D, given once for a run of pages. */
static void
put_label(struct buf *b, const char *label, int64_t *number)
{
	int64_t value;

	if (str_to_int(label, 1, INT32_MAX, &value) && *label != '0' &&
	    *label != '+') {
		if (*number != 0 && value == *number + 1) {
			*number = value;
			return;
		}
		*number = value;
		buf_printf(b, "<</S/D/St %lld>>", (long long)value);
		return;
	}
	*number = 0;
	buf_puts(b, "<</P ");
	syntax_text(b, label);
	buf_puts(b, ">>");
}

static void
write_labels(struct pdf_output *out, struct buf *catalog)
{
	const struct impose_side *side;
	const char *words;
	struct buf label, value;
	int64_t number;
	size_t i;

	buf_puts(catalog, "/PageLabels<</Nums[");
	buf_init(&label);
	buf_init(&value);
	number = 0;
	for (i = 0; i < out->page_count; i++) {
		buf_clear(&label);
		buf_clear(&value);
		if (out->plan == NULL) {
			buf_puts(&label, page_label(out, i));
		} else {
			side = &out->plan->sides[i];
			words = side->back ? out->info->back_label :
			    out->info->front_label;
			if (words == NULL)
				words = side->back ?
				    "Sheet {sheet} back: {left} | {right}" :
				    "Sheet {sheet} front: {left} | {right}";
			fill_in(&label, words, side,
			    page_label(out, side->slots[0].page),
			    page_label(out, side->slots[1].page));
		}
		put_label(&value, label.data, &number);
		if (value.len > 0) {
			syntax_int(catalog, (int64_t)i);
			buf_put(catalog, value.data, value.len);
		}
	}
	buf_release(&label);
	buf_release(&value);
	buf_puts(catalog, "]>>");
}

void
navigation_write(struct pdf_output *out, struct buf *catalog)
{
	const struct map *names;

	names = target_names(out);
	check_targets(out, names);
	write_destinations(out, catalog, names);
	write_outline(out, catalog);
	write_labels(out, catalog);
}
