/* SPDX-License-Identifier: MIT */
/*
 * glossary.yaml and sources.yaml: words to know, what the guide rests on.
 */
#include "conf_files.h"

#include "conf/guide.h"

struct bad {
	const char	*text, *first, *claim;
};

static void
glossary(struct t_state *t_, struct conf_files *f)
{
	static const struct bad cases[] = {
		{ "format: 1\nwords:\n- term: bond\n", "3:3 missing-key "
		    "glossary.yaml: \"meaning\" is missing", "a word without a meaning" },
		{ "format: 1\nwords:\n- {term: a, meaning: b}\n"
		    "- {term: a, meaning: c}\n", "4:10 repeated \"a\" is "
		    "there twice", "a word that is there twice" },
		{ "format: 1\nwords:\n- {term: a, meaning: b, sai: c}\n", "3:25 "
		    "unknown-key glossary.yaml has no key \"sai\" here",
		    "a key that is none" },
	};
	const struct conf_term *terms;
	size_t count;

	t_ok(conf_glossary_read(f->arena, f->dl, &f->root, "en-GB", &terms,
	    &count) && count == 0, "without the file there are no words");
	conf_files_put(f, "en-GB/glossary.yaml", "format: 1\nwords:\n"
	    "- term: oxytocin\n  say: ox-ee-TOE-sin\n  meaning: A hormone.\n"
	    "- term: bond\n  meaning: A tie.\n");
	t_ok(conf_glossary_read(f->arena, f->dl, &f->root, "en-GB", &terms,
	    &count) && count == 2, "words are read");
	t_str(terms[0].say.text, "ox-ee-TOE-sin", "with how they are said");
	t_str(terms[1].term.text, "bond", "in the order of the file");
	t_ok(terms[1].say.text == NULL, "which may be left out");
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		conf_files_put(f, "en-GB/glossary.yaml", cases[i].text);
		t_ok(!conf_glossary_read(f->arena, f->dl, &f->root, "en-GB",
		    &terms, &count) && count == 0, cases[i].claim);
		t_str(conf_first(f), cases[i].first, "its message");
	}
	conf_files_remove(f, "en-GB/glossary.yaml");
	conf_files_remove(f, "en-GB");
}

static void
sources(struct t_state *t_, struct conf_files *f)
{
	static const struct bad cases[] = {
		{ "format: 1\nsources:\n- {id: a, organisation: b}\n",
		    "3:3 missing-key sources.yaml: \"title\" is missing",
		    "a source without a title" },
		{ "format: 1\nsources:\n- {id: a, organisation: b, title: c, "
		    "address: example.org}\n", "3:47 bad-value "
		    "\"example.org\" is not a value for \"address\"",
		    "an address without its scheme" },
		{ "format: 1\nsources:\n- {id: a, organisation: b, title: c, "
		    "year: 22}\n", "3:44 bad-number \"22\" is not a value for "
		    "\"year\"", "a year of two digits" },
		{ "format: 1\nsources:\n- {id: a, organisation: b, title: c}\n"
		    "- {id: a, organisation: b, title: c}\n",
		    "4:8 repeated two sources are called \"a\"",
		    "an id that is there twice" },
	};
	const struct conf_source *found;
	size_t count;

	t_ok(conf_sources_read(f->arena, f->dl, &f->root, &found, &count) &&
	    count == 0, "without the file there are no sources");
	conf_files_put(f, "sources.yaml", "format: 1\nsources:\n- id: nhs\n"
	    "  organisation: NHS\n  title: Bonding\n  year: 2022\n"
	    "  address: https://www.nhs.uk/\n");
	t_ok(conf_sources_read(f->arena, f->dl, &f->root, &found, &count) &&
	    count == 1, "sources are read");
	t_str(found[0].address.text, "https://www.nhs.uk/",
	    "with their addresses");
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		conf_files_put(f, "sources.yaml", cases[i].text);
		t_ok(!conf_sources_read(f->arena, f->dl, &f->root, &found,
		    &count) && count == 0, cases[i].claim);
		t_str(conf_first(f), cases[i].first, "its message");
	}
	conf_files_remove(f, "sources.yaml");
}

T_MAIN
{
	struct conf_files f;

	conf_files_new(&f);
	glossary(t_, &f);
	sources(t_, &f);
	conf_files_end(&f);
}
