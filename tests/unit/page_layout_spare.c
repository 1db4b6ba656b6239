/* SPDX-License-Identifier: MIT */
/*
 * Claims about the places of spare pages, on parts of which only the kind and
 * the pages are known.
 */
#include "page/layout_spare.h"

#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "t.h"

/*
 * Parts as letters: C cover, T contents, N numbered chapter, P plain chapter, W
 * worksheet, B back cover, each with its pages; "-" is a place of the plan.
 * Goes out: the same with "-" where pages for notes stand.
 */
static const char *
places(struct arena *a, const char *plan)
{
	static const struct chapter numbered = { .kind = CHAPTER_NUMBERED };
	static const struct chapter plain = { .kind = CHAPTER_PLAIN };
	static const struct chapter sheet = { .kind = CHAPTER_WORKSHEET };
	struct layout_parts parts = { 0 };
	VEC(struct print_part) print = { 0 };
	struct book book = { 0 };
	struct layout_part *part;
	size_t i, *before;
	struct buf out;
	const char *result;

	for (const char *p = plan; *p != '\0'; p++) {
		struct print_part named = { PRINT_CHAPTER, NULL };

		switch (*p) {
		case 'C': named.kind = PRINT_COVER; break;
		case 'T': named.kind = PRINT_CONTENTS; break;
		case 'B': named.kind = PRINT_BACK_COVER; break;
		case 'N': named.chapter = &numbered; break;
		case 'P': named.chapter = &plain; break;
		case 'W': named.chapter = &sheet; break;
		case '-': named.kind = PRINT_NOTES; break;
		default: continue;
		}
		*vec_push(a, &print) = named;
		if (named.kind == PRINT_NOTES)
			continue;
		part = vec_push(a, &parts);
		part->kind = named.kind;
		part->chapter = named.chapter;
		part->pages = p[1] >= '1' && p[1] <= '9' ?
		    (size_t)(p[1] - '0') : 1;
	}
	book.print = print.items;
	book.print_count = print.len;
	before = layout_spare_places(a, &book, &parts, 4);
	buf_init(&out);
	part = parts.items;
	for (i = 0; i <= parts.len; i++) {
		for (; before[i] > 0; before[i]--)
			buf_putc(&out, '-');
		for (; *plan == '-'; plan++)
			;
		if (*plan != '\0')
			buf_putc(&out, *plan++);
		for (; *plan >= '0' && *plan <= '9'; plan++)
			;
	}
	result = arena_strndup(a, out.data, out.len);
	buf_release(&out);
	return result;
}

T_MAIN
{
	struct arena *a = arena_new();

	t_str(places(a, "CTP5B"), "CTPB", "whole sheets need none");
	t_str(places(a, "CTP4B"), "CTP-B",
	    "one stands inside the back cover");
	t_str(places(a, "CT-P4B"), "CT-PB",
	    "or where the plan says");
	t_str(places(a, "C-TP4B"), "C-TPB",
	    "even where none would go by itself");
	t_str(places(a, "CTN4N4B"), "CT-NNB",
	    "it lets chapters open on a left page");
	t_str(places(a, "CTN3NB"), "CTNN-B",
	    "where it helps none it stands as far behind as may be");
	t_str(places(a, "CTN2WB"), "CT-NW-B",
	    "a worksheet stays with the chapter before it");
	t_str(places(a, "CTP2-P2N2B"), "CTP-P-N-B",
	    "three do not follow each other");
	t_str(places(a, "-CP3-B"), "-C-P-B",
	    "a plan may name more places than one");
	t_str(places(a, "P5"), "P---",
	    "without other places they stand together");
	arena_free(a);
}
