/* SPDX-License-Identifier: MIT */
/*
 * Values of pages -> the set of characters in them.
 *
 * What a template writes is its own text and values, so no character can reach
 * a page that is not in here.
 */
#include "site/characters.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/map.h"
#include "base/utf8.h"
#include "conf/theme.h"
#include "site/site_int.h"
#include "site/value.h"

#define LAST_CODE_POINT	0x10FFFFu
#define SET_BYTES	(LAST_CODE_POINT / 8 + 1)

static void
add(unsigned char *set, uint32_t c)
{
	set[c / 8] |= (unsigned char)(1u << (c % 8));
}

static void
add_text(void *context, const char *text)
{
	unsigned char *set = context;
	size_t len, n;
	uint32_t c;

	len = strlen(text);
	while (len > 0) {
		n = utf8_decode(text, len, &c);
		if (n == 0)
			n = 1;
		else
			add(set, c);
		text += n;
		len -= n;
	}
}

const uint32_t *
characters_used(const struct site *s, bool typed, size_t *count)
{
	unsigned char *set;
	uint32_t *list;

	set = mem_calloc(SET_BYTES, 1);
	for (uint32_t c = 0x20; c <= (typed ? 0xFFu : 0x7Eu); c++) {
		if (c < 0x7F || c >= 0xA0)
			add(set, c);
	}
	for (size_t i = 0; i < s->page_count; i++)
		value_each_text(s->pages[i].values, add_text, set);
	for (size_t i = 0; i < map_count(s->theme->templates); i++)
		add_text(set, map_value(s->theme->templates, i));
	*count = 0;
	for (uint32_t c = 0x20; c <= LAST_CODE_POINT; c++)
		*count += set[c / 8] >> (c % 8) & 1;
	list = ARENA_ARRAY(s->arena, uint32_t, *count);
	*count = 0;
	for (uint32_t c = 0x20; c <= LAST_CODE_POINT; c++) {
		if (set[c / 8] >> (c % 8) & 1)
			list[(*count)++] = c;
	}
	free(set);
	return list;
}
