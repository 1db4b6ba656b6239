/* SPDX-License-Identifier: MIT */
/*
 * figures.yaml: every figure says what it shows, or that it says nothing.
 */
#include "conf_files.h"

#include "base/map.h"
#include "conf/guide.h"

static const struct map *
read_text(struct conf_files *f, const char *text)
{
	conf_files_put(f, "en-GB/figures.yaml", text);
	return conf_figures_read(f->arena, f->dl, &f->root,
	    conf_language_of(f->arena, "en-GB", NULL));
}

T_MAIN
{
	const struct conf_figure *figure;
	const struct map *figures;
	struct conf_files f;

	conf_files_new(&f);
	figures = conf_figures_read(f.arena, f.dl, &f.root,
	    conf_language_of(f.arena, "en-GB", NULL));
	t_ok(figures != NULL && map_count(figures) == 0,
	    "a language may have no figures");
	figures = read_text(&f, "format: 1\nfigures:\n  f01.svg:\n"
	    "    alt: Three lines.\n    labels:\n      birth: birth\n"
	    "      later: later on\n    licence: CC0\n  spot.svg:\n"
	    "    decorative: yes\n");
	t_str(conf_first(&f), "", "figures without errors");
	t_int(figures != NULL ? map_count(figures) : 0, 2,
	    "two figures are read");
	figure = map_find(figures, "f01.svg");
	t_str(figure->alt.text, "Three lines.", "a figure has its words");
	t_str(map_find(figure->labels, "later"), "later on",
	    "a figure has its labels");
	figure = map_find(figures, "spot.svg");
	t_ok(figure->decorative && map_count(figure->labels) == 0,
	    "yes is the word yes");
	t_ok(read_text(&f, "format: 1\nfigures:\n  f01.svg: {alt: ''}\n") ==
	    NULL, "a figure without words is an error");
	t_str(conf_first(&f), "3:3 figure-alt figure \"f01.svg\" has no alt "
	    "text", "at its name");
	t_ok(read_text(&f, "format: 1\nfigures:\n  f01.svg: {alt: x, "
	    "decorative: yes}\n") == NULL, "decorative with words is one too");
	t_ok(read_text(&f, "format: 1\nfigures:\n  f01.svg: {alt: x, "
	    "decorative: true}\n") == NULL, "true is not yes");
	t_ok(read_text(&f, "format: 1\nfigures:\n  f01.svg: {alt: x, "
	    "labels: {a: [b]}}\n") == NULL, "a label is words");
	t_int(diag_exit_code(f.dl), 1, "an error of the guide");
	conf_files_remove(&f, "en-GB/figures.yaml");
	conf_files_remove(&f, "en-GB");
	conf_files_end(&f);
}
