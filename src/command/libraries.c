/* SPDX-License-Identifier: MIT */
/*
 * Versions as the build found them (pkg-config).  libharu, libhyphen and
 * libstemmer have no .pc file: the Makefile takes the first one's from its
 * header and the others', whose headers have none, from their Debian packages.
 */
#include "command/libraries.h"

static const struct library libraries[] = {
	{ "cmark", LIBRARY_CMARK },
	{ "fontconfig", LIBRARY_FONTCONFIG },
	{ "harfbuzz", LIBRARY_HARFBUZZ },
	{ "icu", LIBRARY_ICU },
	{ "libdeflate", LIBRARY_LIBDEFLATE },
	{ "libharu", LIBRARY_LIBHARU },
	{ "libhyphen", LIBRARY_LIBHYPHEN },
	{ "libjpeg-turbo", LIBRARY_LIBJPEG },
	{ "libpng", LIBRARY_LIBPNG },
	{ "libqrencode", LIBRARY_LIBQRENCODE },
	{ "libstemmer", LIBRARY_LIBSTEMMER },
	{ "libxml2", LIBRARY_LIBXML2 },
	{ "libyaml", LIBRARY_LIBYAML },
	{ "nettle", LIBRARY_NETTLE },
};

const struct library *
library_versions(size_t *count)
{
	*count = sizeof(libraries) / sizeof(libraries[0]);
	return libraries;
}
