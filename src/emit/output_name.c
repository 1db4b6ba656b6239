/* SPDX-License-Identifier: MIT */
/*
 * Names that Linux, Windows, macOS and web servers all take for the same.
 */
#include "emit/output_name.h"

#include <stddef.h>
#include <string.h>

#include "base/str.h"
#include "base/unicode.h"
#include "base/utf8.h"

#define SEGMENT_MAX_BYTES	200
#define PATH_MAX_BYTES		1024
#define EDITION_MAX_BYTES	64

/* Files that web servers ask for by a name that is reserved otherwise. */
static const char *const server_files[] = {
	"_headers", "_redirects", ".htaccess", ".nojekyll"
};

/* Does the segment, up to its first dot, name a device of Windows? */
static bool
is_device(const char *s, size_t len)
{
	static const char *const plain[] = { "con", "prn", "aux", "nul" };
	char name[8];
	size_t i, stem;

	for (stem = 0; stem < len && s[stem] != '.'; stem++)
		continue;
	while (stem > 0 && s[stem - 1] == ' ')
		stem--;
	if (stem < 3 || stem > 5)
		return false;
	memcpy(name, s, stem);
	name[stem] = '\0';
	for (i = 0; i < sizeof(plain) / sizeof(plain[0]); i++) {
		if (str_equal_nocase(name, plain[i]))
			return true;
	}
	/* COM1, and also with the superscript digits of Latin-1. */
	if (stem == 4 && name[3] >= '0' && name[3] <= '9')
		name[3] = '\0';
	else if (stem == 5 && (str_equal(name + 3, "\xC2\xB9") ||
	    str_equal(name + 3, "\xC2\xB2") || str_equal(name + 3, "\xC2\xB3")))
		name[3] = '\0';
	else
		return false;
	return str_equal_nocase(name, "com") || str_equal_nocase(name, "lpt");
}

static bool
is_server_file(const char *s, size_t len)
{
	size_t i;

	for (i = 0; i < sizeof(server_files) / sizeof(server_files[0]); i++) {
		if (strlen(server_files[i]) == len &&
		    memcmp(server_files[i], s, len) == 0)
			return true;
	}
	return false;
}

static const char *
segment_problem(const char *s, size_t len, bool last)
{
	size_t i;

	if (len == 0)
		return "has an empty part";
	if (len > SEGMENT_MAX_BYTES)
		return "has a part of more than 200 bytes";
	if ((s[0] == '.' || s[0] == '_') && !(last && is_server_file(s, len)))
		return "has a part that begins with \".\" or \"_\"";
	if (s[len - 1] == '.' || s[len - 1] == ' ')
		return "has a part that ends with a dot or a space";
	for (i = 0; i < len; i++) {
		if ((unsigned char)s[i] < 0x20 || s[i] == 0x7F)
			return "has a control character in it";
		if (strchr("<>:\"|?*\\", s[i]) != NULL)
			return "has one of < > : \" | ? * \\ in it";
	}
	if (is_device(s, len))
		return "has a part that Windows keeps for a device";
	return NULL;
}

const char *
output_name_problem(struct arena *a, const char *path)
{
	const char *p, *problem;
	size_t len;

	len = strlen(path);
	if (len > PATH_MAX_BYTES)
		return "is longer than 1024 bytes";
	if (utf8_invalid_at(path, len) != len)
		return "is not UTF-8";
	for (p = path;; p += len + 1) {
		len = strcspn(p, "/");
		problem = segment_problem(p, len, p[len] == '\0');
		if (problem != NULL)
			return problem;
		if (p[len] == '\0')
			break;
	}
	for (p = path; (unsigned char)*p < 0x80; p++) {
		if (*p == '\0')
			return NULL;
	}
	if (!str_equal(unicode_nfc(a, path), path))
		return "is not in Unicode's normal form C";
	return NULL;
}

bool
output_name_is_edition(const char *name)
{
	size_t len;

	len = strlen(name);
	return len >= 1 && len <= EDITION_MAX_BYTES &&
	    strspn(name, "abcdefghijklmnopqrstuvwxyz0123456789-") == len;
}
