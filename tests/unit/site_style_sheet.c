/* SPDX-License-Identifier: MIT */
/*
 * The style sheet: a theme's colours in front of its rules.
 */
#include "site/site_int.h"

#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/map.h"
#include "conf/theme.h"
#include "t.h"

/* "line:col id" of the first message about "css", or "". */
static const char *
found(struct t_state *t_, struct arena *a, const char *css)
{
	struct diag_list *dl = diag_list_new(a);
	static char script[] = "set(\"--from-script\");";
	struct map *files = map_new(a);
	const struct diag *d;
	bool good;

	map_add(files, "a.js", script);
	good = style_check(a, dl, "site.css", css, files);

	t_int(diag_count(dl, DIAG_ERROR) == 0, good,
	    "it fails if it says so");
	if (good)
		return "";
	d = diag_nth(dl, 0);
	return arena_printf(a, "%u:%u %s", d->at.line, d->at.col, d->id);
}

static void
claim_checks(struct t_state *t_, struct arena *a)
{
	t_str(found(t_, a, "a { b: c; }\n@media x { d[e=\"}\"] { f: g(h) } }\n"),
	    "", "closed blocks are good");
	t_str(found(t_, a, "a {\n\tb: c;\n\nd { e: f; }\n"), "1:3 style-open",
	    "a block without an end is found");
	t_str(found(t_, a, "a { b: c; }\n}\n"), "2:1 style-close",
	    "an end without a block is found");
	t_str(found(t_, a, "a { b: c(d; }\n"), "1:13 style-pair",
	    "a bracket that is closed by another is found");
	t_str(found(t_, a, "a { }\n/* note\nb { }\n"), "2:1 style-comment",
	    "a comment without an end is found");
	t_str(found(t_, a, "a { b: \"c; }\nd { e: \"f\"; }\n"),
	    "1:8 style-string", "a string without an end is found");
	t_str(found(t_, a, "a::before { content: \"\\\"}\\\n{\"; }\n"), "",
	    "escapes in strings are no ends");
	t_str(found(t_, a, "a { b: url(data:x;{,y'); }"), "1:22 style-string",
	    "an address without marks has no quotation marks");
	t_str(found(t_, a, "a { b: url(c{d); e: url( \"f)\" ) }"), "",
	    "brackets in addresses are no blocks");
	t_str(found(t_, a, ".a\\{b { c: d }"), "", "nor are escaped ones");
	t_str(found(t_, a, "/* { */ a { b: '/*' }"), "",
	    "nor those in comments");
	t_str(found(t_, a, "a { --b: 1; c: var(--b) var(--ink) var(--face) }"),
	    "", "properties of the sheet and of the theme are known");
	t_str(found(t_, a, "a {\n b: var( --inkk ) }"), "2:10 style-property",
	    "one that nobody sets is found");
	t_str(found(t_, a, "@property --b { syntax: '*' } a { b: var(--b) }"),
	    "", "a rule may make one known");
	t_str(found(t_, a, "a { b: var(--from-script) }"), "",
	    "a script may set one");
	t_str(found(t_, a, "a { b: var(--c, 1rem) }"), "",
	    "one with a value in its place needs nobody");
	t_str(found(t_, a, ""), "", "an empty sheet is good");
	t_str(found(t_, a, "a { b: \"c\\"), "1:8 style-string",
	    "a backslash at the end is no way out");
}

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
	claim_checks(t_, a);
	arena_free(a);
}
