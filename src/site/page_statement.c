/* SPDX-License-Identifier: MIT */
/*
 * The page about accessibility: what was judged, by what, and what was measured
 * in this very edition.
 *
 * Comes in: the theme's checks and colours, and the site.  Goes out: values
 * for its template.  Claims nothing that is not in one of them.
 */
#include "site/site_int.h"

#include "base/arena.h"
#include "base/str.h"
#include "conf/contrast.h"
#include "conf/theme.h"
#include "doc/book.h"
#include "site/value.h"

static const char *
found_words(const struct site *s, struct arena *a, int found)
{
	return found == 0 ? book_word(s->book, "measured-nothing") :
	    book_word_with(s->book, a, "measured-found", "count",
	    arena_printf(a, "%d", found), NULL);
}

static struct value *
checks(const struct site *s, struct arena *a, bool *firefox)
{
	const struct theme_check *check;
	struct value *list = value_list(a), *item;

	for (size_t i = 0; i < s->theme->check_count; i++) {
		check = &s->theme->checks[i];
		item = value_map(a);
		value_set_text(a, item, "tool", check->version == NULL ?
		    check->tool : arena_printf(a, "%s %s", check->tool,
		    check->version));
		value_set_text(a, item, "what", book_word(s->book,
		    arena_printf(a, "measured-%s", check->what)));
		value_set_text(a, item, "found", found_words(s, a,
		    check->found));
		value_push(a, list, item);
		*firefox = *firefox || str_equal(check->what, "firefox");
	}
	return list;
}

/* "7.35", from hundredths. */
static const char *
ratio_words(const struct site *s, struct arena *a, enum theme_palette palette)
{
	unsigned least = contrast_least(s->theme, palette);

	return arena_printf(a, "%u.%02u", least / 100, least % 100);
}

void
page_statement(const struct site *s, const struct site_page *page,
    struct value *values)
{
	struct arena *a = page->arena;
	struct value *v = value_map(a), *list;
	bool firefox = false;

	list = checks(s, a, &firefox);
	value_set(a, v, "checks", list);
	value_set(a, v, "has_checks", value_bool(a, value_is_true(list)));
	value_set(a, v, "firefox", value_bool(a, firefox));
	value_set_text(a, v, "pages", arena_printf(a, "%zu", s->page_count));
	value_set_text(a, v, "contrast", book_word_with(s->book, a,
	    "accessibility-contrast", "light", ratio_words(s, a,
	    PALETTE_LIGHT), "dark", ratio_words(s, a, PALETTE_DARK), NULL));
	value_set(a, values, "statement", v);
}

void
page_statement_weight(const struct site *s, struct site_page *page,
    size_t bytes)
{
	value_set_text(page->arena, page->values, "heaviest",
	    book_word_with(s->book, page->arena, "accessibility-weight",
	    "size", page_size_words(page->arena, bytes), NULL));
}
