/* SPDX-License-Identifier: MIT */
/*
 * sw.js: which files are kept, and what makes it a new one.
 */
#include "site/worker.h"

#include <string.h>

#include "base/buf.h"
#include "t.h"

T_MAIN
{
	struct worker_file files[] = {
		{ "_headers", "01" }, { "feed.xml", "02" },
		{ "index.html", "03" }, { "index.html.gz", "04" },
		{ "print/en-GB/booklet.pdf", "05" },
		{ "share-01234567.png", "06" }, { "site-01234567.css", "07" },
		{ "sw.js", "08" }
	};
	const size_t count = sizeof(files) / sizeof(files[0]);
	struct buf one, two;

	buf_init(&one);
	buf_init(&two);
	worker_put(&one, "guide clinic", "run();\n", files, count);
	t_ok(strstr(one.data, "name: \"guide clinic\"") != NULL &&
	    strstr(one.data, "};\nrun();\n") != NULL,
	    "the edition stands in front of the script");
	t_ok(strstr(one.data, "files: [\n\t\t\"index.html\",\n"
	    "\t\t\"site-01234567.css\"\n\t]") != NULL,
	    "pages and what they load are kept");
	t_ok(strstr(one.data, "onDemand: [\n\t\t\"print/en-GB/booklet.pdf\""
	    "\n\t]") != NULL, "what is to be printed when it is asked for");
	files[1].sum = files[7].sum = "ff";
	worker_put(&two, "guide clinic", "run();\n", files, count);
	t_str(two.data, one.data, "what is not kept makes no new version");
	files[4].sum = "ff";
	buf_clear(&two);
	worker_put(&two, "guide clinic", "run();\n", files, count);
	t_ok(strcmp(two.data, one.data) != 0, "what may be kept does");
	buf_clear(&two);
	worker_put_removal(&two, "guide clinic");
	t_ok(strstr(two.data, "unregister()") != NULL &&
	    strstr(two.data, "\"bifolio guide clinic \"") != NULL,
	    "one that is removed takes its own caches with it");
	buf_release(&one);
	buf_release(&two);
}
