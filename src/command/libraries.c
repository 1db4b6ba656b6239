/* SPDX-License-Identifier: MIT */
/*
 * Versions as the build found them (pkg-config); libharu has no .pc file, so
 * its version comes from its own header, by the Makefile.
 */
#include "command/libraries.h"

static const struct library libraries[] = {
	{ "cmark", LIBRARY_CMARK },
	{ "fontconfig", LIBRARY_FONTCONFIG },
	{ "harfbuzz", LIBRARY_HARFBUZZ },
	{ "icu", LIBRARY_ICU },
	{ "libdeflate", LIBRARY_LIBDEFLATE },
	{ "libharu", LIBRARY_LIBHARU },
	{ "libjpeg-turbo", LIBRARY_LIBJPEG },
	{ "libpng", LIBRARY_LIBPNG },
	{ "libqrencode", LIBRARY_LIBQRENCODE },
	{ "libxml2", LIBRARY_LIBXML2 },
	{ "libyaml", LIBRARY_LIBYAML },
};

const struct library *
library_versions(size_t *count)
{
	*count = sizeof(libraries) / sizeof(libraries[0]);
	return libraries;
}
