/* SPDX-License-Identifier: MIT */
/*
 * Scripts lose what is for people only, and nothing else.
 */
#include "site/script.h"

#include "base/arena.h"
#include "t.h"

T_MAIN
{
	struct arena *a = arena_new();

	t_str(script_sent(a, "/* SPDX */\n/*\n * Notes.\n */\n(function () {\n"
	    "\t/* why */\n\tvar a = \"/* b */\";\t/* c */\n/*! MIT */\n"
	    "/* d */ a();\n}());"), "(function () {\nvar a = \"/* b */\";"
	    "\t/* c */\n/*! MIT */\n/* d */ a();\n}());\n",
	    "comments that fill lines go, a licence stays");
	t_str(script_sent(a, "a();\n/* open"), "a();\n/* open\n",
	    "one without an end is left to be found");
	t_str(script_sent(a, "a = `\n  b`;"), "a = `\n  b`;",
	    "strings of several lines are left alone");
	arena_free(a);
}
