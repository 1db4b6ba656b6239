/* SPDX-License-Identifier: MIT */
/*
 * Looks for a family's file: in the theme's folders by the names inside the
 * files, then by fontconfig, whose near matches are refused.
 */
#include "type/find.h"

#include <fontconfig/fontconfig.h>
#include <stdlib.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/file.h"
#include "base/str.h"
#include "type/font.h"

#define WEIGHT_REGULAR	400
#define WEIGHT_BOLD	700
/* Most faces of one file that are looked at. */
#define FACES_MAX	32

struct font_finder {
	const char *const	*folders;
	size_t			 count;
	FcConfig		*installed;	/* NULL: not asked yet */
};

/* Families whose name begins so, and the Debian package that has them.  The
 * first that fits counts. */
struct package {
	const char	*family, *package;
};

static const struct package packages[] = {
	{ "Andika", "fonts-sil-andika" },
	{ "Noto Sans CJK", "fonts-noto-cjk" },
	{ "Noto Serif CJK", "fonts-noto-cjk" },
	{ "Noto Color Emoji", "fonts-noto-color-emoji" },
	{ "Noto", "fonts-noto-core" },
	{ "Abyssinica SIL", "fonts-sil-abyssinica" },
	{ "Charis SIL", "fonts-sil-charis" },
	{ "Doulos SIL", "fonts-sil-doulos" },
	{ "Gentium", "fonts-sil-gentium" },
	{ "Padauk", "fonts-sil-padauk" },
	{ "Scheherazade", "fonts-sil-scheherazade" },
	{ "DejaVu", "fonts-dejavu-core" },
	{ "Inter", "fonts-inter" },
	{ "Lato", "fonts-lato" },
	{ "Liberation", "fonts-liberation" },
	{ "Open Sans", "fonts-open-sans" },
	{ "OpenDyslexic", "fonts-opendyslexic" },
};

static bool
is_collection_name(const char *name)
{
	return str_ends(name, ".ttc") || str_ends(name, ".otc") ||
	    str_ends(name, ".TTC") || str_ends(name, ".OTC");
}

static bool
is_font_name(const char *name)
{
	return str_ends(name, ".ttf") || str_ends(name, ".otf") ||
	    str_ends(name, ".TTF") || str_ends(name, ".OTF") ||
	    is_collection_name(name);
}

/* Is "f" the upright face of the family in the weight that is asked for? */
static bool
font_fits(const struct font *f, const char *family, bool bold)
{
	return str_equal_nocase(font_family(f), family) &&
	    font_weight(f) == (bold ? WEIGHT_BOLD : WEIGHT_REGULAR) &&
	    !font_is_slanted(f) && !font_is_variable(f);
}

/* Is the face asked for in the file?  Then *index is its place. */
static bool
is_in_file(const char *path, const char *family, bool bold, unsigned *index,
    struct buf *why)
{
	unsigned count = is_collection_name(path) ? FACES_MAX : 1;
	struct buf reason;
	struct font *f;
	bool fits;

	buf_init_capped(&reason, 4096);
	fits = false;
	for (unsigned i = 0; i < count && !fits; i++) {
		f = font_load(path, i, &reason);
		if (f == NULL) {
			/* Behind the last face of a collection there is none;
			 * a broken file may be the one that is meant. */
			if (i == 0)
				buf_printf(why, "%s; ", reason.data);
			break;
		}
		fits = font_fits(f, family, bold);
		*index = i;
		font_free(f);
	}
	buf_release(&reason);
	return fits;
}

static const char *
find_in_folder(struct arena *a, const char *family, bool bold,
    const char *folder, unsigned *index, struct buf *why)
{
	const char *const *names;
	const char *found;
	struct file_root root;
	size_t count;
	char *path;

	if (!file_root_open(&root, a, folder))
		return NULL;
	found = NULL;
	if (!file_list(&root, a, ".", &names, &count))
		count = 0;
	for (size_t i = 0; i < count && found == NULL; i++) {
		if (!is_font_name(names[i]))
			continue;
		path = file_join(a, folder, names[i]);
		if (is_in_file(path, family, bold, index, why))
			found = path;
	}
	if (found == NULL)
		*index = 0;
	file_root_close(&root);
	return found;
}

static bool
pattern_has_family(FcPattern *pattern, const char *family)
{
	FcChar8 *name;

	for (int i = 0; FcPatternGetString(pattern, FC_FAMILY, i, &name) ==
	    FcResultMatch; i++) {
		if (str_equal_nocase((const char *)name, family))
			return true;
	}
	return false;
}

/* fontconfig's counterparts of 400 and 700, with Book among the regular. */
static bool
pattern_has_style(FcPattern *pattern, bool bold)
{
	FcBool variable;
	int weight, slant;

	if (FcPatternGetInteger(pattern, FC_WEIGHT, 0, &weight) !=
	    FcResultMatch ||
	    FcPatternGetInteger(pattern, FC_SLANT, 0, &slant) != FcResultMatch)
		return false;
	if (FcPatternGetBool(pattern, FC_VARIABLE, 0, &variable) ==
	    FcResultMatch && variable)
		return false;
	if (slant != FC_SLANT_ROMAN)
		return false;
	return bold ? weight == FC_WEIGHT_BOLD :
	    weight == FC_WEIGHT_REGULAR || weight == FC_WEIGHT_BOOK;
}

static FcPattern *
pattern_new(const char *family, bool bold)
{
	FcPattern *pattern;

	pattern = FcPatternCreate();
	if (pattern == NULL)
		mem_exhausted();
	FcPatternAddString(pattern, FC_FAMILY, (const FcChar8 *)family);
	FcPatternAddInteger(pattern, FC_WEIGHT,
	    bold ? FC_WEIGHT_BOLD : FC_WEIGHT_REGULAR);
	FcPatternAddInteger(pattern, FC_SLANT, FC_SLANT_ROMAN);
	FcPatternAddBool(pattern, FC_SCALABLE, FcTrue);
	FcPatternAddBool(pattern, FC_VARIABLE, FcFalse);
	return pattern;
}

static const char *
find_installed(struct font_finder *f, struct arena *a, const char *family,
    bool bold, unsigned *index)
{
	FcPattern *wanted, *match;
	FcResult result;
	FcChar8 *file;
	const char *found;
	int face;

	if (f->installed == NULL)
		f->installed = FcInitLoadConfigAndFonts();
	if (f->installed == NULL)
		return NULL;
	found = NULL;
	wanted = pattern_new(family, bold);
	FcConfigSubstitute(f->installed, wanted, FcMatchPattern);
	FcDefaultSubstitute(wanted);
	match = FcFontMatch(f->installed, wanted, &result);
	if (match != NULL && pattern_has_family(match, family) &&
	    pattern_has_style(match, bold) &&
	    FcPatternGetString(match, FC_FILE, 0, &file) == FcResultMatch) {
		found = arena_strdup(a, (const char *)file);
		if (FcPatternGetInteger(match, FC_INDEX, 0, &face) ==
		    FcResultMatch && face > 0)
			*index = (unsigned)face & 0xFFFF;
	}
	if (match != NULL)
		FcPatternDestroy(match);
	FcPatternDestroy(wanted);
	return found;
}

static void
explain_missing(const char *family, bool bold, struct buf *why)
{
	const char *style = bold ? "Bold" : "Regular";

	buf_printf(why, "the font \"%s\" %s is not installed", family, style);
	for (size_t i = 0; i < sizeof(packages) / sizeof(packages[0]); i++) {
		if (str_starts(family, packages[i].family)) {
			buf_printf(why, "; on Debian: apt-get install %s",
			    packages[i].package);
			return;
		}
	}
}

struct font_finder *
font_finder_new(const char *const *folders, size_t count)
{
	struct font_finder *f;

	f = mem_calloc(1, sizeof(*f));
	f->folders = folders;
	f->count = count;
	return f;
}

void
font_finder_free(struct font_finder *f)
{
	if (f->installed != NULL)
		FcConfigDestroy(f->installed);
	free(f);
}

const char *
font_find(struct font_finder *f, struct arena *a, const char *family,
    bool bold, unsigned *index, struct buf *why)
{
	const char *path;
	struct buf broken;

	*index = 0;
	buf_init_capped(&broken, 4096);
	path = NULL;
	for (size_t i = 0; i < f->count && path == NULL; i++)
		path = find_in_folder(a, family, bold, f->folders[i], index,
		    &broken);
	if (path == NULL)
		path = find_installed(f, a, family, bold, index);
	if (path == NULL) {
		buf_put(why, broken.data, broken.len);
		explain_missing(family, bold, why);
	}
	buf_release(&broken);
	return path;
}
