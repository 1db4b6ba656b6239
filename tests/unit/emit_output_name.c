/* SPDX-License-Identifier: MIT */
/*
 * Claims about emit/output_name.h.
 */
#include "emit/output_name.h"

#include "base/arena.h"
#include "t.h"

T_MAIN
{
	static const char *const good[] = {
		"site/index.html", "print/en-GB/booklet.pdf", "a b.txt",
		"site/_headers", ".nojekyll", "\xC3\xA9.html", "console",
		"com", "com10.txt", "lpt", "a..b"
	};
	static const char *const bad[] = {
		"", "/a", "a/", "a//b", ".", "..", "a/../b", ".hidden/x",
		"_draft", "_headers/x", "a.", "a ", "a./b", "a\tb", "a\x7F",
		"a<b", "a>b", "a:b", "a\"b", "a|b", "a?b", "a*b", "a\\b",
		"con", "CON.txt", "sub/Aux", "nul.tar.gz", "com1", "LPT9.x",
		"com\xC2\xB9", "lpt\xC2\xB3.txt", "con .txt", "e\xCC\x81",
		"a\xFF"
	};
	char long_name[1100];
	struct arena *a;
	bool right;
	size_t i;

	a = arena_new();
	for (i = 0; i < sizeof(good) / sizeof(good[0]); i++)
		t_str(output_name_problem(a, good[i]), NULL, good[i]);
	for (i = 0; i < sizeof(bad) / sizeof(bad[0]); i++)
		t_ok(output_name_problem(a, bad[i]) != NULL, bad[i]);
	memset(long_name, 'a', sizeof(long_name));
	long_name[200] = '\0';
	right = output_name_problem(a, long_name) == NULL;
	long_name[200] = 'a';
	long_name[201] = '\0';
	right &= output_name_problem(a, long_name) != NULL;
	t_ok(right, "a part has at most 200 bytes");
	long_name[201] = 'a';
	for (i = 100; i < sizeof(long_name); i += 101)
		long_name[i] = '/';
	long_name[1024] = '\0';
	right = output_name_problem(a, long_name) == NULL;
	long_name[1024] = 'a';
	long_name[1025] = '\0';
	right &= output_name_problem(a, long_name) != NULL;
	t_ok(right, "a path has at most 1024 bytes");
	t_ok(output_name_is_edition("example-uk") &&
	    !output_name_is_edition("") && !output_name_is_edition("UK") &&
	    !output_name_is_edition("a.b") && !output_name_is_edition("..") &&
	    !output_name_is_edition("a/b"),
	    "editions are named with a-z, 0-9 and -");
	arena_free(a);
}
