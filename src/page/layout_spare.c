/* SPDX-License-Identifier: MIT */
/*
 * Spare pages are given places among the parts of the booklet.
 */
#include "page/layout_spare.h"

#include "base/arena.h"

struct spare {
	const struct layout_parts	*parts;
	size_t				*before;	/* pages, by part */
	/* Chapters with a number among the first i parts that open left, and
	 * right. */
	size_t				*left, *right;
	size_t				 first, last;	/* places for more */
};

/* The plan's places, while pages are left; returns how many then are. */
static size_t
place_as_planned(struct spare *s, const struct book *book, size_t pages)
{
	size_t i, part = 0;

	for (i = 0; i < book->print_count && pages > 0; i++) {
		if (book->print[i].kind != PRINT_NOTES) {
			part++;
			continue;
		}
		s->before[part]++;
		pages--;
	}
	return pages;
}

static void
count_openings(struct spare *s)
{
	const struct layout_part *part;
	size_t i, page = 1;

	for (i = 0; i < s->parts->len; i++) {
		part = &s->parts->items[i];
		page += s->before[i];
		s->left[i + 1] = s->left[i];
		s->right[i + 1] = s->right[i];
		if (part->chapter != NULL &&
		    part->chapter->kind == CHAPTER_NUMBERED) {
			if (page % 2 == 0)
				s->left[i + 1]++;
			else
				s->right[i + 1]++;
		}
		page += part->pages;
	}
}

/* A worksheet stays with the chapter before it. */
static bool
is_place(const struct spare *s, size_t i)
{
	const struct layout_part *part;

	if (s->before[i] > 0)
		return false;
	if (i == s->last)
		return true;
	part = &s->parts->items[i];
	return part->kind == PRINT_CHAPTER &&
	    part->chapter->kind != CHAPTER_WORKSHEET;
}

static size_t
best_place(struct spare *s)
{
	size_t len = s->parts->len, best = s->last, most = 0, good, i;

	count_openings(s);
	for (i = s->first; i <= s->last; i++) {
		if (!is_place(s, i))
			continue;
		/* What follows moves to the other side. */
		good = s->left[i] + s->right[len] - s->right[i];
		if (good >= most) {
			most = good;
			best = i;
		}
	}
	return best;
}

/* Behind the contents, and not behind the back cover. */
static void
find_limits(struct spare *s)
{
	size_t i, len = s->parts->len;

	s->last = len;
	if (len > 0 && s->parts->items[len - 1].kind == PRINT_BACK_COVER)
		s->last--;
	s->first = s->last < 1 ? s->last : 1;
	for (i = 0; i < s->last; i++)
		if (s->parts->items[i].kind == PRINT_CONTENTS)
			s->first = i + 1;
}

size_t *
layout_spare_places(struct arena *a, const struct book *book,
    const struct layout_parts *parts, size_t whole)
{
	struct spare s = { .parts = parts };
	size_t i, total = 0, pages;

	s.before = ARENA_ARRAY(a, size_t, parts->len + 1);
	s.left = ARENA_ARRAY(a, size_t, parts->len + 1);
	s.right = ARENA_ARRAY(a, size_t, parts->len + 1);
	find_limits(&s);
	for (i = 0; i < parts->len; i++)
		total += parts->items[i].pages;
	pages = place_as_planned(&s, book, (whole - total % whole) % whole);
	for (; pages > 0; pages--)
		s.before[best_place(&s)]++;
	return s.before;
}
