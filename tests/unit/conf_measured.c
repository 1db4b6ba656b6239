/* SPDX-License-Identifier: MIT */
/*
 * measured.yaml of themes.  Runs at the root of the repository, where themes/
 * is.
 */
#include "conf_files.h"

#include "conf/theme.h"

static const struct theme *
with_measured(struct conf_files *f, const char *text)
{
	const char *const folders[] = { f->folder, "themes" };

	conf_files_put(f, "mine/theme.yaml", "format: 1\n"
	    "extends: default\n");
	if (text != NULL)
		conf_files_put(f, "mine/measured.yaml", text);
	return theme_read(f->arena, f->dl, "mine",
	    (struct span){ NULL, 0, 0 }, folders, 2);
}

static void
wrong(struct t_state *t_, struct conf_files *f)
{
	static const struct {
		const char	*text, *first, *claim;
	} cases[] = {
		{ "format: 1\nchecks:\n  - {tool: a, what: pages, found: 0}\n",
		    "3:21 bad-choice \"pages\" is not a value for \"what\"",
		    "what has no words cannot be claimed" },
		{ "format: 1\nchecks:\n  - {tool: a, what: pdf, found: no}\n",
		    "3:33 bad-number \"no\" is not a value for \"found\"",
		    "mistakes are counted" },
		{ "format: 1\nchecks:\n  - {tool: a, what: pdf}\n",
		    "3:5 missing-key measured.yaml: \"found\" is missing",
		    "a check has a result" },
		{ "format: 1\nchecks:\n  - axe\n",
		    "3:5 wrong-type measured.yaml takes names with values here", "a word alone" },
		{ "format: 1\n", "1:1 missing-key measured.yaml: \"checks\" is missing",
		    "a file of nothing" },
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		t_ok(with_measured(f, cases[i].text) == NULL, cases[i].claim);
		t_str(conf_first(f), cases[i].first, "its message");
	}
}

T_MAIN
{
	struct conf_files f;
	const struct theme *theme;

	conf_files_new(&f);
	theme = with_measured(&f, NULL);
	t_ok(theme != NULL && theme->check_count > 3,
	    "a theme without the file has that of the theme it extends");
	theme = with_measured(&f, "format: 1\nchecks:\n"
	    "  - {tool: Own eyes, what: browser, found: 2}\n");
	t_str(conf_first(&f), "", "a theme's own file");
	t_ok(theme != NULL && theme->check_count == 1, "is its only one");
	t_ok(theme != NULL && theme->checks[0].version == NULL &&
	    theme->checks[0].found == 2, "a version may be missing");
	t_str(theme != NULL ? theme->checks[0].tool : "", "Own eyes",
	    "names are as they are written");
	theme = with_measured(&f, "format: 1\nchecks: []\n");
	t_ok(theme != NULL && theme->check_count == 0,
	    "a theme may say that nothing was measured");
	wrong(t_, &f);
	conf_files_remove(&f, "mine/measured.yaml");
	conf_files_remove(&f, "mine/theme.yaml");
	conf_files_remove(&f, "mine");
	conf_files_end(&f);
}
