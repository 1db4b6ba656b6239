/* SPDX-License-Identifier: MIT */
/*
 * guide.yaml: what is read, and what an editor is told.
 */
#include "conf_files.h"

#include "base/str.h"
#include "conf/guide.h"

#define HEAD								\
	"format: 1\n"							\
	"id: growing-close\n"						\
	"version: 2026.11\n"						\
	"date: 2026-11-23\n"						\
	"next_review: 2027-11-01\n"					\
	"author: the guide's editors\n"
#define TAIL								\
	"licence: CC BY 4.0\n"						\
	"adapted_from:\n"						\
	"  title: Crafting Connections\n"				\
	"  author: Dr C\n"						\
	"default_clinic: example-uk\n"					\
	"default_language: en-GB\n"					\
	"languages:\n"							\
	"  en-GB:\n"							\
	"    title: Growing close\n"					\
	"    strapline: You and your baby\n"				\
	"    credit: Adapted from an article.\n"
#define LISTS								\
	"order: [start, rush-of-love, get-help]\n"			\
	"print: [cover, contents, start, notes, notes, back-cover]\n"

static const struct conf_guide *
read_text(struct conf_files *f, const char *text)
{
	conf_files_put(f, "guide.yaml", text);
	return conf_guide_read(f->arena, f->dl, &f->root);
}

static void
good(struct t_state *t_, struct conf_files *f)
{
	const struct conf_guide *g;

	g = read_text(f, HEAD TAIL LISTS "limits:\n  cpu_seconds: 10\n");
	t_str(conf_first(f), "", "a whole guide.yaml has no errors");
	t_ok(g != NULL, "a whole guide.yaml is read");
	if (g == NULL)
		return;
	t_str(g->id.text, "growing-close", "the id is kept");
	t_int(g->id.at.line, 2, "a value knows its line");
	t_str(g->version.text, "2026.11", "a version keeps its zeros");
	t_str(g->adapted_title.text, "Crafting Connections",
	    "the adapted work has its title");
	t_ok(g->adapted_publisher.text == NULL, "what is not given is NULL");
	t_ok(g->reviewed_by.text == NULL, "no reviewer is NULL");
	t_str(g->theme.text, "default", "the theme is default by default");
	t_int(g->language_count, 1, "one language");
	t_str(g->languages[0].strapline.text, "You and your baby",
	    "a language has its strapline");
	t_int(g->order_count, 3, "the order has its chapters");
	t_str(g->order[1].text, "rush-of-love", "in their order");
	t_int(g->print_count, 6, "notes may stand twice in print");
	t_int(g->cpu_seconds, 10, "a limit is set");
	t_int(g->memory_mib, 2048, "other limits have their defaults");
}

struct bad {
	const char	*text, *first, *hint, *claim;
};

static void
bad(struct t_state *t_, struct conf_files *f)
{
	static const struct bad cases[] = {
		{ HEAD "titel: x\n" TAIL LISTS,
		    "7:1 unknown-key guide.yaml has no key \"titel\" here",
		    NULL, "an unknown key is an error at the key" },
		{ HEAD "reviewd_by: x\n" TAIL LISTS,
		    "7:1 unknown-key guide.yaml has no key \"reviewd_by\" here",
		    "did you mean \"reviewed_by\"?",
		    "the nearest known key is named" },
		{ HEAD "theme: [a]\n" TAIL LISTS,
		    "7:8 wrong-type \"theme\" cannot hold this", NULL,
		    "a list is no word" },
		{ "format: 2\nid: a\n", NULL, NULL,
		    "another format is refused" },
		{ TAIL LISTS, NULL, NULL, "missing keys are errors" },
		{ HEAD TAIL "order: [a, b, a]\nprint: [cover]\n",
		    "18:15 repeated \"a\" is twice in \"order\"", NULL,
		    "a chapter stands in the order once" },
		{ HEAD TAIL "order: [a-chapter]\nprint: [a-chaptr]\n",
		    "19:9 print-unknown \"print\" names \"a-chaptr\", which "
		    "is not in \"order\"", "did you mean \"a-chapter\"?",
		    "print names only what is in the order" },
		{ HEAD TAIL LISTS "limits: {cpu_seconds: 0}\n",
		    "20:23 bad-number \"0\" is not a value for "
		    "\"cpu_seconds\"", "write a whole number from 1 to 86400",
		    "limits have bounds" },
		{ HEAD TAIL "order: []\nprint: [cover]\n",
		    "18:8 bad-count \"order\" has 0 entries", NULL,
		    "a guide has a chapter at least" },
		{ "- a\n- b\n", "1:1 wrong-type guide.yaml takes names with "
		    "values here", NULL, "a list is no guide" },
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		t_ok(read_text(f, cases[i].text) == NULL, cases[i].claim);
		if (cases[i].first != NULL)
			t_str(conf_first(f), cases[i].first, "its message");
		if (cases[i].hint != NULL)
			t_str(conf_hint(f), cases[i].hint, "its hint");
		t_int(diag_exit_code(f->dl), 2,
		    "and it is one of configuration");
	}
}

static void
dates(struct t_state *t_, struct conf_files *f)
{
	t_ok(read_text(f, "format: 1\nid: a\nversion: 1\n"
	    "date: 2026-02-30\nnext_review: 2027-01-01\nauthor: x\n" TAIL
	    LISTS) == NULL, "30 February is no date");
	t_str(conf_first(f), "4:7 bad-date \"2026-02-30\" is not a value for "
	    "\"date\"", "and is named at its place");
	t_ok(read_text(f, "format: 1\nid: a\nversion: 1\n"
	    "date: 2026-12-01\nnext_review: 2026-11-01\nauthor: x\n" TAIL
	    LISTS) == NULL, "a review before the date is an error");
	t_ok(read_text(f, HEAD "licence: x\ndefault_clinic: a\n"
	    "default_language: pl\nlanguages:\n  en-gb:\n    title: a\n"
	    "    strapline: b\n    credit: c\n" LISTS) == NULL,
	    "a tag in unusual spelling is refused");
	t_str(conf_hint(f), "write en-GB", "with the usual one as a hint");
}

static void
absent(struct t_state *t_, struct conf_files *f)
{
	f->dl = diag_list_new(f->arena);
	t_ok(conf_guide_read(f->arena, f->dl, &f->root) == NULL,
	    "a folder without guide.yaml is no guide");
	t_str(diag_nth(f->dl, 0)->text, arena_printf(f->arena,
	    "there is no guide.yaml in %s", f->folder), "and says so");
	t_ok(strstr(conf_hint(f), "start a new guide") != NULL,
	    "with a hint how to start one");
	t_int(diag_exit_code(f->dl), 2, "it is an error of configuration");
}

static void
partial(struct t_state *t_, struct conf_files *f)
{
	const struct conf_guide *g;

	f->dl = diag_list_new(f->arena);
	g = read_text(f, HEAD TAIL "    partial: yes\n" LISTS);
	t_ok(g != NULL && g->languages[0].partial, "a language may be partial");
	g = read_text(f, HEAD TAIL LISTS);
	t_ok(g != NULL && !g->languages[0].partial,
	    "a language is whole by default");
	t_ok(read_text(f, HEAD TAIL "    partial: some\n" LISTS) == NULL,
	    "partial is yes or no");
}

T_MAIN
{
	struct conf_files f;

	conf_files_new(&f);
	good(t_, &f);
	bad(t_, &f);
	dates(t_, &f);
	partial(t_, &f);
	conf_files_remove(&f, "guide.yaml");
	absent(t_, &f);
	conf_files_end(&f);
}
