/* SPDX-License-Identifier: MIT */
/*
 * Web fonts: small, renamed, whole.
 */
#include "site/web_font.h"

#include <stdlib.h>

#include "base/arena.h"
#include "base/diag.h"
#include "t.h"

#define FACE "/usr/share/fonts/truetype/andika/Andika-Regular.ttf"

static uint32_t
big_endian(const char *bytes)
{
	uint32_t n;

	n = 0;
	for (int i = 0; i < 4; i++)
		n = n << 8 | (unsigned char)bytes[i];
	return n;
}

static bool
has_table(const struct web_font *f, const char *tag)
{
	size_t count;

	count = big_endian(f->bytes + 12) >> 16;
	for (size_t i = 0; i < count; i++) {
		if (memcmp(f->bytes + 44 + 20 * i, tag, 4) == 0)
			return true;
	}
	return false;
}

/* Do the tables stand one after the other and fill the file? */
static bool
is_packed(const struct web_font *f)
{
	const char *entry;
	size_t count, offset;

	count = big_endian(f->bytes + 12) >> 16;
	offset = 44 + 20 * count;
	for (size_t i = 0; i < count; i++) {
		entry = f->bytes + 44 + 20 * i;
		if (big_endian(entry + 4) != offset ||
		    big_endian(entry + 8) > big_endian(entry + 12))
			return false;
		offset += (big_endian(entry + 8) + 3) & ~(size_t)3;
	}
	return offset == f->len && big_endian(f->bytes + 8) == f->len;
}

T_MAIN
{
	static const uint32_t few[] = { 'a', 'b', 'c', 0xE9 };
	uint32_t many[224];
	struct web_font small, again, large;
	struct diag_list *dl;
	struct arena *a;

	a = arena_new();
	dl = diag_list_new(a);
	for (uint32_t i = 0; i < 224; i++)
		many[i] = 0x20 + i;
	small = web_font_cut(a, dl, FACE, false, few, 4);
	again = web_font_cut(a, dl, FACE, false, few, 4);
	large = web_font_cut(a, dl, FACE, false, many, 224);
	t_ok(small.bytes != NULL && large.bytes != NULL, "a font is cut");
	if (small.bytes == NULL || large.bytes == NULL)
		return;
	t_ok(memcmp(small.bytes, "wOFF", 4) == 0, "it is a WOFF");
	t_ok(small.len < large.len && large.len < 15000,
	    "fewer characters are fewer bytes");
	t_ok(is_packed(&small) && is_packed(&large),
	    "the tables fill the file");
	t_ok(small.len == again.len &&
	    memcmp(small.bytes, again.bytes, small.len) == 0,
	    "the same input gives the same bytes");
	t_ok(has_table(&small, "glyf") && has_table(&small, "cmap") &&
	    has_table(&large, "GPOS") && has_table(&small, "name"),
	    "it has what browsers need");
	t_ok(!has_table(&small, "fpgm") && !has_table(&small, "Silf"),
	    "it has no hints and no tables for other programs");
	t_ok(small.copyright != NULL && small.licence != NULL &&
	    strstr(small.licence, "PERMISSION & CONDITIONS") != NULL,
	    "copyright and licence are handed out");
	t_ok(web_font_cut(a, dl, "/nowhere.ttf", false, few, 4).bytes == NULL &&
	    strcmp(diag_nth(dl, 0)->id, "font-unreadable") == 0,
	    "a font that is not there is an error");
	arena_free(a);
}
