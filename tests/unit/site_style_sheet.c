/* SPDX-License-Identifier: MIT */
/*
 * The style sheet: a theme's colours in front of its rules.
 */
#include "site/site_int.h"

#include "base/arena.h"
#include "conf/theme.h"
#include "t.h"

T_MAIN
{
	static const char *const fonts[2] = { "fonts/a.woff", NULL };
	static struct theme theme;
	struct arena *a;
	const char *css;
	size_t len;

	a = arena_new();
	theme.family = "An\"dika\\";
	theme.colours[THEME_PAPER][PALETTE_LIGHT] = 0xFBF9F3;
	theme.colours[THEME_PAPER][PALETTE_DARK] = 0x141B17;
	css = style_sheet(a, &theme, "/* note */\na {\n\tcolor: red;\n\n"
	    "\tmargin: 0 auto;\n}\nb::before { content: \"/* a  } */\"; }\n",
	    fonts, &len);
	t_int(strlen(css), len, "the length is right");
	t_ok(strstr(css, "--paper:#fbf9f3;") != NULL,
	    "colours of light screens come first");
	t_ok(strstr(css, "@media (prefers-color-scheme:dark){:root{"
	    "--paper:#141b17;") != NULL, "those of dark screens follow");
	t_ok(strstr(css, "src:url(\"fonts/a.woff\")") != NULL &&
	    strstr(css, "font-weight:700") == NULL,
	    "only fonts that are there are named");
	t_ok(strstr(css, ",\"Andika\",") != NULL,
	    "a family cannot leave its quotes");
	t_ok(strstr(css, "\na{color: red;margin: 0 auto;}b::before{content: "
	    "\"/* a  } */\";}\n") != NULL,
	    "comments and indents go, strings and needed spaces stay");
	t_str(hashed_name(a, "site", ".css", "x", 1),
	    hashed_name(a, "site", ".css", "x", 1),
	    "the same bytes have the same name");
	t_ok(strcmp(hashed_name(a, "site", ".css", "x", 1),
	    hashed_name(a, "site", ".css", "y", 1)) != 0,
	    "other bytes have another name");
	arena_free(a);
}
