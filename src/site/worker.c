/* SPDX-License-Identifier: MIT */
/*
 * The files of a site -> sw.js (W3C, Service Workers).
 */
#include "site/worker.h"

#include <stdbool.h>
#include <string.h>

#include "base/buf.h"
#include "base/str.h"
#include "site/checksum.h"

/* Of the version in the cache's name. */
#define VERSION_DIGITS 16

static bool
is_kept(const char *path)
{
	static const char *const endings[] = { ".html", ".css", ".js", ".svg",
	    ".woff", ".png", ".jpg", ".json", NULL };

	/* The picture for others' pages, which no page here loads. */
	if (str_equal(path, WORKER_FILE) || str_starts(path, "share-"))
		return false;
	for (size_t i = 0; endings[i] != NULL; i++) {
		if (str_ends(path, endings[i]))
			return true;
	}
	return false;
}

/* Names of outputs have no quotes, backslashes or control characters. */
static void
put_list(struct buf *out, const char *name, const struct worker_file *files,
    size_t count, bool kept)
{
	bool first = true;

	buf_printf(out, "\t%s: [", name);
	for (size_t i = 0; i < count; i++) {
		if (kept ? !is_kept(files[i].path) :
		    !str_ends(files[i].path, ".pdf"))
			continue;
		buf_printf(out, "%s\n\t\t\"%s\"", first ? "" : ",",
		    files[i].path);
		first = false;
	}
	buf_puts(out, "\n\t]");
}

void
worker_put(struct buf *out, const char *name,
    const char *script, const struct worker_file *files, size_t count)
{
	char sum[CHECKSUM_SIZE];
	struct buf sums;

	buf_init(&sums);
	for (size_t i = 0; i < count; i++) {
		if (is_kept(files[i].path) || str_ends(files[i].path, ".pdf"))
			buf_printf(&sums, "%s %s\n", files[i].sum,
			    files[i].path);
	}
	checksum_of(sums.data, sums.len, sum);
	buf_release(&sums);
	buf_printf(out, "var edition = {\n\tname: \"%s\",\n"
	    "\tversion: \"%.*s\",\n", name, VERSION_DIGITS, sum);
	put_list(out, "files", files, count, true);
	buf_puts(out, ",\n");
	put_list(out, "onDemand", files, count, false);
	buf_puts(out, "\n};\n");
	buf_puts(out, script);
}

void
worker_put_removal(struct buf *out, const char *name)
{
	buf_printf(out, "(function () {\n\t\"use strict\";\n\n"
	    "\tvar prefix = \"bifolio %s \" + self.registration.scope + "
	    "\" \";\n\n", name);
	buf_puts(out,
	    "\tself.addEventListener(\"install\", function () {\n"
	    "\t\tself.skipWaiting();\n\t});\n"
	    "\tself.addEventListener(\"activate\", function (event) {\n"
	    "\t\tevent.waitUntil(caches.keys().then(function (names) {\n"
	    "\t\t\treturn Promise.all(names.filter(function (name) {\n"
	    "\t\t\t\treturn name.indexOf(prefix) === 0;\n"
	    "\t\t\t}).map(function (name) {\n"
	    "\t\t\t\treturn caches.delete(name);\n\t\t\t}));\n"
	    "\t\t}).then(function () {\n"
	    "\t\t\treturn self.registration.unregister();\n\t\t}));\n"
	    "\t});\n}());\n");
}
