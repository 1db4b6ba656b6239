/* SPDX-License-Identifier: MIT */
/*
 * Web fonts: small, renamed, whole.
 */
#include "site/web_font.h"

#include <stdlib.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/diag.h"
#include "font_kit.h"
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

static void
test_licences(struct t_state *t_)
{
	static const struct {
		unsigned	 type;
		bool		 served;
		const char	*claim;
	} cases[] = {
		{ 0x0000, true, "an installable font is served" },
		{ 0x0008, true, "so is one for documents that are edited" },
		{ 0x0002, false, "a restricted one is not" },
		{ 0x0004, false, "nor one for looking and printing" },
		{ 0x0100, false, "nor one that may not be cut" },
		{ 0x0208, false, "nor one of bitmaps alone" },
	};
	static const uint32_t few[] = { 'a' };
	char path[KIT_PATH];
	struct diag_list *dl;
	struct arena *a;

	kit_file(path);
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		a = arena_new();
		dl = diag_list_new(a);
		kit_licence(a, FACE, path, cases[i].type);
		t_ok((web_font_cut(a, dl, path, 0, false, few, 1).bytes !=
		    NULL) == cases[i].served, cases[i].claim);
		t_ok(diag_total(dl) == (cases[i].served ? 0u : 1u) &&
		    (cases[i].served || strcmp(diag_nth(dl, 0)->id,
		    "font-not-embeddable") == 0), "and only a refusal is told");
		arena_free(a);
	}
	unlink(path);
}

static void
test_collection(struct t_state *t_)
{
	static const char *const faces[2] = { FACE,
	    "/usr/share/fonts/truetype/andika/Andika-Bold.ttf" };
	static const uint32_t few[] = { 'a', 'b' };
	char path[KIT_PATH];
	struct web_font one, alone;
	struct diag_list *dl;
	struct arena *a;

	kit_file(path);
	a = arena_new();
	dl = diag_list_new(a);
	kit_collection(a, faces, path);
	one = web_font_cut(a, dl, path, 1, true, few, 2);
	alone = web_font_cut(a, dl, faces[1], 0, true, few, 2);
	t_ok(one.bytes != NULL && one.len == alone.len &&
	    memcmp(one.bytes, alone.bytes, one.len) == 0,
	    "a face of a collection is cut like one that stands alone");
	arena_free(a);
	unlink(path);
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
	small = web_font_cut(a, dl, FACE, 0, false, few, 4);
	again = web_font_cut(a, dl, FACE, 0, false, few, 4);
	large = web_font_cut(a, dl, FACE, 0, false, many, 224);
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
	t_ok(web_font_cut(a, dl, "/nowhere.ttf", 0, false, few, 4).bytes == NULL &&
	    strcmp(diag_nth(dl, 0)->id, "font-unreadable") == 0,
	    "a font that is not there is an error");
	arena_free(a);
	test_licences(t_);
	test_collection(t_);
}
