/* SPDX-License-Identifier: MIT */
/*
 * The tool's own words: whole, with their holes.  Runs at the root of the
 * repository.
 */
#include "conf_files.h"

#include "base/map.h"
#include "conf/theme.h"

static const struct map *
read_words(struct conf_files *f, const char *lang)
{
	const char *const folders[] = { f->folder, "themes" };
	const struct theme *theme;

	theme = theme_read(f->arena, f->dl, "spring",
	    (struct span){ NULL, 0, 0 }, folders, 2);
	return theme == NULL ? NULL :
	    theme_strings_read(f->arena, f->dl, theme,
	    conf_language_of(f->arena, lang, NULL));
}

static void
put_words(struct conf_files *f, const char *text)
{
	conf_files_put(f, "spring/strings/en-GB.yaml", text);
}

T_MAIN
{
	const struct map *words;
	struct conf_files f;

	conf_files_new(&f);
	conf_files_put(&f, "spring/theme.yaml", "format: 1\n"
	    "extends: default\n");
	words = read_words(&f, "en-GB");
	t_str(conf_first(&f), "", "the default's words are whole");
	t_str(map_find(words, "callout-urgent"), "Get help today",
	    "and are there by key");
	t_str(map_find(words, "sample"), "Sample: not reviewed by a "
	    "clinician; numbers not yet checked by a person",
	    "the sample line is as it has to be");
	t_ok(read_words(&f, "xh") == NULL, "a language without words");
	t_str(diag_nth(f.dl, 0)->id, "no-words", "is an error");
	mkdir(arena_printf(f.arena, "%s/spring/strings", f.folder), 0777);
	put_words(&f, "format: 1\nnext: Onwards\n");
	words = read_words(&f, "en-GB");
	t_str(map_find(words, "next"), "Onwards",
	    "a theme's own words win");
	t_str(map_find(words, "back"), "Back", "the rest is the default's");
	put_words(&f, "format: 1\nnxt: Onwards\n");
	t_ok(read_words(&f, "en-GB") == NULL, "words nobody asked for");
	t_str(conf_hint(&f), "did you mean \"next\"?", "the nearest key");
	put_words(&f, "format: 1\npage: Page\n");
	t_ok(read_words(&f, "en-GB") == NULL, "words without their hole");
	t_str(conf_hint(&f), "the words have to hold {page}",
	    "the hint names the hole");
	put_words(&f, "format: 1\npage: \"Page {page} of {count}\"\n");
	t_ok(read_words(&f, "en-GB") == NULL, "a hole too many");
	put_words(&f, "next: Onwards\n");
	t_ok(read_words(&f, "en-GB") == NULL, "words without a format");
	t_int(diag_exit_code(f.dl), 2, "an error of configuration");
	conf_files_remove(&f, "spring/strings/en-GB.yaml");
	conf_files_put(&f, "spring/strings/cy.yaml", "format: 1\n"
	    "next: Nesaf\n");
	t_ok(read_words(&f, "cy-GB") == NULL,
	    "a language that is there in part");
	t_str(diag_nth(f.dl, 0)->id, "word-missing",
	    "falls back to its base and lacks words");
	conf_files_remove(&f, "spring/strings/cy.yaml");
	conf_files_remove(&f, "spring/strings");
	conf_files_remove(&f, "spring/theme.yaml");
	conf_files_remove(&f, "spring");
	conf_files_end(&f);
}
