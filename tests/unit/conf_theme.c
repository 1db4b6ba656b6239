/* SPDX-License-Identifier: MIT */
/*
 * Themes: the default is whole, others extend it.  Runs at the root of the
 * repository, where themes/ is.
 */
#include "conf_files.h"

#include "base/map.h"
#include "conf/theme.h"

static const struct theme *
read_theme(struct conf_files *f, const char *name)
{
	const char *const folders[] = { f->folder, "themes" };

	return theme_read(f->arena, f->dl, name,
	    (struct span){ NULL, 0, 0 }, folders, 2);
}

static void
defaults(struct t_state *t_, struct conf_files *f)
{
	const struct theme *theme;

	theme = read_theme(f, "default");
	t_str(conf_first(f), "", "the default theme has no errors");
	t_ok(theme != NULL, "the default theme is read");
	if (theme == NULL)
		return;
	t_int(theme->colours[THEME_PRIMARY][PALETTE_LIGHT], 0x265140,
	    "primary is green on a light screen");
	t_int(theme->colours[THEME_ROLE_ACCENT][PALETTE_GREY], 0xbfbfbf,
	    "figures print their accent as 75 % grey");
	t_int(theme->print[THEME_PAGES_BOOKLET].inner, DIM_MM(18), "the inner margin is 18 mm");
	t_int(theme->print[THEME_PAGES_BOOKLET].grid, DIM_MM(6), "the grid is 6 mm");
	t_int(theme->print[THEME_PAGES_BOOKLET].types[THEME_TYPE_BODY].size, dim_millipoints(12500),
	    "the body is of 12.5 pt");
	t_int(theme->print[THEME_PAGES_BOOKLET].types[THEME_TYPE_LEAD].leading, DIM_MM10(75),
	    "the lead has lines of 7.5 mm");
	for (size_t i = 0; i < THEME_TYPE_COUNT; i++)
		t_ok(theme->print[THEME_PAGES_BOOKLET].types[i].size >= 12 * DIM_PT,
		    "nothing on paper is under 12 pt");
	t_str(theme->family, "Andika", "the face is Andika");
	t_str(theme_colour_name(THEME_ON_EMERGENCY), "on-emergency",
	    "colours know their names");
}

static void
extended(struct t_state *t_, struct conf_files *f)
{
	const struct theme *theme;

	conf_files_put(f, "spring/theme.yaml", "format: 1\nextends: default\n"
	    "colours:\n  primary: {light: \"#123456\"}\n"
	    "print:\n  body: {size: 13 pt, leading: 18 pt}\n");
	theme = read_theme(f, "spring");
	t_str(conf_first(f), "", "a theme that extends the default");
	t_ok(theme != NULL && theme->chain_count == 2,
	    "has a chain of two folders");
	if (theme == NULL)
		return;
	t_int(theme->colours[THEME_PRIMARY][PALETTE_LIGHT], 0x123456,
	    "its own colour wins");
	t_int(theme->colours[THEME_PRIMARY][PALETTE_DARK], 0xa8cfb4,
	    "the rest is the default's");
	t_int(theme->print[THEME_PAGES_BOOKLET].types[THEME_TYPE_BODY].size, 13 * DIM_PT,
	    "its own size wins");
	t_str(theme->folder, arena_printf(f->arena, "%s/spring", f->folder),
	    "the folder is its own");
}

static void
files(struct t_state *t_, struct conf_files *f)
{
	const struct theme *theme;

	conf_files_put(f, "spring/theme.yaml", "format: 1\n"
	    "extends: summer\n");
	conf_files_put(f, "summer/theme.yaml", "format: 1\n"
	    "extends: default\n");
	conf_files_remove(f, "summer/site");
	mkdir(arena_printf(f->arena, "%s/spring/site", f->folder), 0777);
	mkdir(arena_printf(f->arena, "%s/summer/site", f->folder), 0777);
	conf_files_put(f, "spring/site/site.css", "a{}");
	conf_files_put(f, "summer/site/site.css", "b{}");
	conf_files_put(f, "summer/site/two.js", "2");
	conf_files_put(f, "summer/site/notes.md", "x");
	theme = read_theme(f, "spring");
	t_str(conf_first(f), "0:0 theme-unused nothing uses this file of the "
	    "theme", "a file that nothing uses is told");
	t_str(map_find(theme->site_files, "site.css"), "a{}",
	    "the nearest theme's file wins");
	t_str(map_find(theme->site_files, "two.js"), "2",
	    "others come from the themes it extends");
	t_ok(map_find(theme->site_files, "notes.md") == NULL,
	    "other files are not read");
	conf_files_put(f, "summer/site/two.js", "\xff");
	t_ok(read_theme(f, "spring") == NULL, "a file that is not UTF-8");
	conf_files_remove(f, "spring/site/site.css");
	conf_files_remove(f, "summer/site/site.css");
	conf_files_remove(f, "summer/site/two.js");
	conf_files_remove(f, "summer/site/notes.md");
	conf_files_remove(f, "spring/site");
	conf_files_remove(f, "summer/site");
}

struct bad {
	const char	*text, *first, *claim;
};

static void
bad(struct t_state *t_, struct conf_files *f)
{
	static const struct bad cases[] = {
		{ "format: 1\nextends: default\ncolours: {primry: {light: "
		    "\"#123456\"}}\n", "3:11 unknown-key theme.yaml has no "
		    "key \"primry\" here", "a colour that is not known" },
		{ "format: 1\nextends: default\ncolours: {ink: {light: "
		    "black}}\n", "3:24 bad-value \"black\" is not a value for "
		    "\"light\"", "a colour in words" },
		{ "format: 1\nextends: default\nprint: {inner: 90 mm}\n",
		    "3:16 bad-length \"90 mm\" cannot be printed like this",
		    "a margin wider than the page" },
		{ "format: 1\nextends: default\nprint:\n  body: {size: 12 pt, "
		    "leading: 10 pt}\n", "4:32 bad-length the lines of "
		    "\"body\" would touch", "lines that touch" },
		{ "format: 1\nextends: spring\n", "2:10 theme-loop themes "
		    "extend each other in a circle", "a theme of itself" },
		{ "format: 1\nextends: winter\n", "2:10 no-theme there is no "
		    "theme \"winter\"", "a theme that is not there" },
		{ "format: 1\n", "0:0 theme-incomplete the theme does not set "
		    "the text face \"family\"", "a theme of nothing" },
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		conf_files_put(f, "spring/theme.yaml", cases[i].text);
		t_ok(read_theme(f, "spring") == NULL, cases[i].claim);
		t_str(conf_first(f), cases[i].first, "its message");
		t_int(diag_exit_code(f->dl), 2, "its exit code");
	}
	f->dl = diag_list_new(f->arena);
	t_ok(read_theme(f, "../default") == NULL, "a name is no path");
}

T_MAIN
{
	struct conf_files f;

	conf_files_new(&f);
	defaults(t_, &f);
	extended(t_, &f);
	files(t_, &f);
	bad(t_, &f);
	conf_files_remove(&f, "spring/theme.yaml");
	conf_files_remove(&f, "spring");
	conf_files_remove(&f, "summer/theme.yaml");
	conf_files_remove(&f, "summer");
	conf_files_end(&f);
}
