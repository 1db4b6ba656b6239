/* SPDX-License-Identifier: MIT */
/*
 * Font files: what the default face says of itself, what is refused, and how a
 * family is found.
 */
#include "type/font.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/file.h"
#include "font_kit.h"
#include "t.h"
#include "type/find.h"

#define ANDIKA	"/usr/share/fonts/truetype/andika/"

static void
test_face(struct t_state *t_)
{
	struct font *f, *bold;
	struct buf why;
	size_t len;

	buf_init(&why);
	f = font_load(ANDIKA "Andika-Regular.ttf", 0, &why);
	bold = font_load(ANDIKA "Andika-Bold.ttf", 0, &why);
	if (f == NULL || bold == NULL) {
		printf("Bail out! %s\n", why.data);
		exit(1);
	}
	t_str(font_family(f), "Andika", "the family is Andika");
	t_str(font_style(f), "Regular", "the style Regular");
	t_str(font_postscript_name(f), "Andika", "it has a PostScript name");
	t_str(font_postscript_name(bold), "Andika-Bold", "so has the Bold");
	t_ok(font_weight(f) == 400 && font_weight(bold) == 700,
	    "weights are 400 and 700");
	t_ok(!font_is_slanted(f) && !font_is_variable(f) && !font_is_cff(f),
	    "upright, static, TrueType");
	t_ok(font_may_embed(f), "it may be embedded");
	t_ok(font_has(f, 'A') && font_has(f, 0x17B), "it has A and Z with dot");
	t_ok(!font_has(f, 0x5D0), "and no alef");
	/* The design gives 1.221, 0.391, 0.725 and 0.508 em. */
	t_int(font_ascent(f, 1000), 1221, "ascent");
	t_int(font_descent(f, 1000), 391, "descent is positive");
	t_int(font_cap_height(f, 1000), 725, "height of capitals");
	t_int(font_x_height(f, 1000), 508, "height of x");
	t_ok(memcmp(font_bytes(f, &len), "\0\1\0\0", 4) == 0 && len > 100000,
	    "its bytes are at hand");
	font_free(f);
	font_free(bold);
	font_free(NULL);
	buf_release(&why);
}

static void
test_refused(struct t_state *t_, const char *folder)
{
	static const size_t cuts[] = { 0, 3, 12, 100, 300, 1000, 20000 };
	struct arena *a;
	struct buf why;
	struct font *f;
	const char *bytes;
	char *copy, *path;
	size_t len;
	bool refused;

	a = arena_new();
	buf_init(&why);
	t_ok(font_load("/nowhere/x.ttf", 0, &why) == NULL && why.len > 0,
	    "a file that is missing is refused with a reason");
	t_ok(font_load("/etc/passwd", 0, &why) == NULL, "so is a text");
	t_ok(font_load(ANDIKA "Andika-Regular.ttf", 3, &why) == NULL,
	    "so is a face number that is not there");
	if (file_read_path(a, ANDIKA "Andika-Regular.ttf", 32 << 20, &bytes,
	    &len) != FILE_READ) {
		printf("Bail out! no Andika\n");
		exit(1);
	}
	path = arena_printf(a, "%s/cut.ttf", folder);
	refused = true;
	for (size_t i = 0; i < sizeof(cuts) / sizeof(cuts[0]); i++) {
		kit_write(path, bytes, cuts[i]);
		f = font_load(path, 0, &why);
		refused = refused && f == NULL;
		font_free(f);
	}
	t_ok(refused, "a file that is cut off is refused");
	copy = arena_strndup(a, bytes, len);
	for (size_t i = 0; i + 16 <= 400; i += 16) {
		if (memcmp(copy + 12 + i, "head", 4) == 0) {
			const unsigned char *entry;
			size_t offset;

			entry = (const unsigned char *)copy + 12 + i;
			offset = (size_t)entry[8] << 24 |
			    (size_t)entry[9] << 16 | (size_t)entry[10] << 8 |
			    entry[11];
			copy[offset + 18] = '\x7F';
		}
	}
	kit_write(path, copy, len);
	buf_clear(&why);
	t_ok(font_load(path, 0, &why) == NULL &&
	    strstr(why.data, "units per em") != NULL,
	    "32,000 units per em are refused");
	unlink(path);
	buf_release(&why);
	arena_free(a);
}

static void
test_find(struct t_state *t_, const char *folder)
{
	const char *const folders[] = { "/nowhere", folder };
	struct font_finder *bare, *own;
	struct arena *a;
	struct buf why;
	const char *path, *bytes;
	char *copy;
	unsigned index;
	size_t len;

	a = arena_new();
	buf_init(&why);
	bare = font_finder_new(NULL, 0);
	path = font_find(bare, a, "Andika", true, &index, &why);
	t_str(path, ANDIKA "Andika-Bold.ttf", "fontconfig knows Andika Bold");
	t_int(index, 0, "its first face");
	own = font_finder_new(folders, 2);
	path = font_find(own, a, "Andika", false, &index, &why);
	t_str(path, ANDIKA "Andika-Regular.ttf",
	    "a theme folder that is missing does no harm");
	path = font_find(bare, a, "Noto Sans Hebrew", false, &index, &why);
	t_ok(path != NULL && strstr(path, "NotoSansHebrew-Regular") != NULL,
	    "a family of several words is found");
	buf_clear(&why);
	t_ok(font_find(bare, a, "Noto Sans Klingon", false, &index, &why) ==
	    NULL, "a near match is refused");
	t_ok(strstr(why.data, "fonts-noto-core") != NULL,
	    "and the package is named");
	buf_clear(&why);
	t_ok(font_find(bare, a, "No Such Face", true, &index, &why) == NULL &&
	    strstr(why.data, "\"No Such Face\" Bold") != NULL,
	    "an unknown family is named");

	if (file_read_path(a, ANDIKA "Andika-Regular.ttf", 32 << 20, &bytes,
	    &len) != FILE_READ) {
		printf("Bail out! no Andika\n");
		exit(1);
	}
	copy = arena_printf(a, "%s/own.ttf", folder);
	kit_write(copy, bytes, len);
	path = font_find(own, a, "andika", false, &index, &why);
	t_str(path, copy, "the theme's own file comes first");
	path = font_find(own, a, "Andika", true, &index, &why);
	t_str(path, ANDIKA "Andika-Bold.ttf", "but not in another weight");
	kit_write(copy, bytes, len / 2);
	buf_clear(&why);
	t_ok(font_find(own, a, "No Such Face", false, &index, &why) == NULL &&
	    strstr(why.data, "own.ttf") != NULL,
	    "a broken file of the theme is told where a face is missing");
	unlink(copy);
	font_finder_free(own);
	font_finder_free(bare);
	buf_release(&why);
	arena_free(a);
}

/* Faces of a collection in the theme's folder are told apart. */
static void
test_collection(struct t_state *t_, const char *folder)
{
	static const char *const faces[2] = { ANDIKA "Andika-Regular.ttf",
	    ANDIKA "Andika-Bold.ttf" };
	struct font_finder *finder;
	const char *found;
	struct font *f;
	struct arena *a;
	struct buf why;
	unsigned index;
	char *path;

	a = arena_new();
	buf_init(&why);
	path = arena_printf(a, "%s/both.ttc", folder);
	kit_collection(a, faces, path);
	finder = font_finder_new(&folder, 1);
	found = font_find(finder, a, "Andika", true, &index, &why);
	font_finder_free(finder);
	t_str(found, path, "a collection is found by a face inside");
	t_int(index, 1, "which is the second");
	f = font_load(path, index, &why);
	t_ok(f != NULL && font_weight(f) == 700 && font_index(f) == 1,
	    "and is the Bold");
	font_free(f);
	t_ok(font_load(path, 2, &why) == NULL &&
	    strstr(why.data, "no face number 2") != NULL,
	    "there is no third");
	unlink(path);
	buf_release(&why);
	arena_free(a);
}

static void
test_licences(struct t_state *t_, const char *folder)
{
	static const struct {
		unsigned	type;
		bool		may;
	} cases[] = {
		{ 0x0000, true }, { 0x0004, true }, { 0x0008, true },
		{ 0x0006, true }, { 0x0002, false }, { 0x0104, false },
		{ 0x0204, false },
	};
	struct arena *a;
	struct font *f;
	struct buf why;
	char *path;
	bool right;

	a = arena_new();
	buf_init(&why);
	path = arena_printf(a, "%s/bits.ttf", folder);
	right = true;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		kit_licence(a, ANDIKA "Andika-Regular.ttf", path,
		    cases[i].type);
		f = font_load(path, 0, &why);
		right = right && f != NULL &&
		    font_may_embed(f) == cases[i].may;
		font_free(f);
	}
	t_ok(right, "licence bits say what may be embedded, the least strict "
	    "counts, and no cutting or bitmaps alone forbid it");
	unlink(path);
	buf_release(&why);
	arena_free(a);
}

T_MAIN
{
	char folder[] = "/tmp/bifolio-font-XXXXXX";

	if (mkdtemp(folder) == NULL) {
		printf("Bail out! no folder for files\n");
		exit(1);
	}
	test_face(t_);
	test_refused(t_, folder);
	test_find(t_, folder);
	test_collection(t_, folder);
	test_licences(t_, folder);
	rmdir(folder);
}
