/* SPDX-License-Identifier: MIT */
/*
 * What printing needs of the machine: fonts and a colour profile.
 *
 * Comes in: the theme's families.  Goes out: opened fonts and the profile's
 * bytes.  A missing text face is an error; a missing fallback is none before a
 * character asks for it, and then the message is that no font has it.
 */
#include "base/messages.h"
#include "booklet/booklet.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/file.h"
#include "booklet/booklet_int.h"
#include "conf/guide.h"
#include "conf/theme.h"
#include "type/find.h"
#include "type/font.h"
#include "type/hyphen.h"

#define PROFILE_MOST	((size_t)1024 * 1024)

static const struct span nowhere = { NULL, 0, 0 };

/* Opens one face and keeps it in the assets; NULL with the reason in "why". */
static struct font *
face_open(struct arena *a, struct booklet_assets *assets,
    struct font_finder *finder, const char *family, bool bold,
    struct buf *why)
{
	const char *path;
	struct font *font;
	unsigned index;

	path = font_find(finder, a, family, bold, &index, why);
	if (path == NULL)
		return NULL;
	buf_clear(why);
	font = font_load(path, index, why);
	if (font != NULL)
		assets->owned[assets->owned_count++] = font;
	return font;
}

/* The text face in both weights; false after an error. */
static bool
text_face(struct arena *a, struct diag_list *dl,
    struct booklet_assets *assets, const struct theme *theme,
    struct font_finder *finder)
{
	struct font *face[2];
	struct buf why;
	int i;

	buf_init(&why);
	for (i = 0; i < 2; i++) {
		buf_clear(&why);
		face[i] = face_open(a, assets, finder, theme->family, i == 1,
		    &why);
		if (face[i] == NULL) {
			diag_say_class(dl, DIAG_SYSTEM, theme->family_at,
			    NULL, SAY_FONT_MISSING, why.data);
			buf_release(&why);
			return false;
		}
	}
	buf_release(&why);
	assets->regular[0] = face[0];
	assets->bold[0] = face[1];
	assets->font_count = 1;
	return true;
}

/* Families without Bold are set in Regular: headings then rely on size. */
static void
fallback_faces(struct arena *a, struct booklet_assets *assets,
    const struct theme *theme, struct font_finder *finder)
{
	struct font *regular, *bold;
	struct buf why;
	size_t i;

	buf_init(&why);
	for (i = 0; i < theme->fallback_count; i++) {
		buf_clear(&why);
		regular = face_open(a, assets, finder, theme->fallback[i],
		    false, &why);
		if (regular == NULL)
			continue;
		buf_clear(&why);
		bold = face_open(a, assets, finder, theme->fallback[i], true,
		    &why);
		assets->regular[assets->font_count] = regular;
		assets->bold[assets->font_count] = bold != NULL ? bold :
		    regular;
		assets->font_count++;
	}
	buf_release(&why);
}

/* The first sRGB profile that is there. */
static bool
profile_open(struct arena *a, struct diag_list *dl,
    struct booklet_assets *assets)
{
	static const char *const paths[] = {
		"/usr/share/color/icc/sRGB.icc",
		"/usr/share/color/icc/ghostscript/srgb.icc",
		"/usr/share/color/icc/colord/sRGB.icc"
	};
	size_t i;

	for (i = 0; i < sizeof(paths) / sizeof(paths[0]); i++)
		if (file_read_path(a, paths[i], PROFILE_MOST,
		    &assets->colour_profile, &assets->colour_profile_len) ==
		    FILE_READ)
			return true;
	diag_say_class(dl, DIAG_SYSTEM, nowhere, NULL, SAY_COLOUR_PROFILE,
	    paths[0]);
	return false;
}

/* The patterns of the guide's languages. */
static bool
patterns_open(struct diag_list *dl, struct booklet_assets *assets,
    const struct conf_guide *guide)
{
	struct buf why;
	bool fine;

	buf_init(&why);
	fine = true;
	assets->hyphens = hyphens_new();
	for (size_t i = 0; i < guide->language_count; i++) {
		buf_clear(&why);
		if (hyphens_open(assets->hyphens, guide->languages[i].tag,
		    HYPHENS_FOLDER, &why))
			continue;
		diag_say_class(dl, DIAG_SYSTEM, nowhere, NULL,
		    SAY_HYPHENS_MISSING, why.data);
		fine = false;
	}
	buf_release(&why);
	return fine;
}

static bool
any_hyphens(const struct theme *theme)
{
	size_t i;

	for (i = 0; i < THEME_PAGES_COUNT; i++) {
		if (theme->print[i].hyphens)
			return true;
	}
	return false;
}

/* All faces, from the theme's folders and what is installed. */
static bool
faces_open(struct arena *a, struct diag_list *dl,
    struct booklet_assets *assets, const struct theme *theme)
{
	struct font_finder *finder;
	const char **folders;
	bool fine;

	folders = ARENA_ARRAY(a, const char *, theme->chain_count + 1);
	for (size_t i = 0; i < theme->chain_count; i++)
		folders[i] = file_join(a, theme->chain[i], "fonts");
	finder = font_finder_new(folders, theme->chain_count);
	fine = text_face(a, dl, assets, theme, finder);
	if (fine)
		fallback_faces(a, assets, theme, finder);
	font_finder_free(finder);
	return fine;
}

struct booklet_assets *
booklet_assets_load(struct arena *a, struct diag_list *dl,
    const struct theme *theme, const struct conf_guide *guide)
{
	struct booklet_assets *assets;
	size_t most;

	assets = ARENA_NEW(a, struct booklet_assets);
	most = theme->fallback_count + 1;
	assets->regular = ARENA_ARRAY(a, const struct font *, most);
	assets->bold = ARENA_ARRAY(a, const struct font *, most);
	assets->owned = ARENA_ARRAY(a, struct font *, 2 * most);
	if (!faces_open(a, dl, assets, theme) ||
	    !profile_open(a, dl, assets) ||
	    (any_hyphens(theme) && !patterns_open(dl, assets, guide))) {
		booklet_assets_free(assets);
		return NULL;
	}
	return assets;
}

const char *
booklet_text_face(const struct booklet_assets *assets, bool bold,
    unsigned *index, const char **bytes, size_t *len)
{
	const struct font *face;

	face = bold ? assets->bold[0] : assets->regular[0];
	*index = font_index(face);
	*bytes = font_bytes(face, len);
	return font_path(face);
}

void
booklet_assets_free(struct booklet_assets *assets)
{
	size_t i;

	if (assets == NULL)
		return;
	for (i = 0; i < assets->owned_count; i++)
		font_free(assets->owned[i]);
	hyphens_free(assets->hyphens);
	assets->hyphens = NULL;
	assets->owned_count = assets->font_count = 0;
}
