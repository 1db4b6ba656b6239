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
terms(struct t_state *t_, struct conf_files *f)
{
	static const struct bad cases[] = {
		{ "format: 1\nterms:\n  a b: c\n", "3:3 term-form term "
		    "\"a b\" cannot be used", "a name with a space" },
		{ "format: 1\nterms:\n  cot:\n", "3:3 term-form term "
		    "\"cot\" cannot be used", "a term without words" },
		{ "format: 1\nterms:\n  cot: [a]\n", "3:3 term-form term "
		    "\"cot\" cannot be used", "a list" },
		{ "format: 1\n", "1:1 missing-key terms.yaml: \"terms\" is "
		    "missing", "a file without terms" },
	};
	const struct conf_language *english = conf_language_of(f->arena,
	    "en-GB", NULL), *american = conf_language_of(f->arena, "en-US",
	    "en-GB");
	const struct conf_term *list;
	size_t count;

	t_ok(conf_terms_read(f->arena, f->dl, &f->root, english, &list,
	    &count) && count == 0, "without the file there are no terms");
	conf_files_put(f, "en-GB/terms.yaml", "format: 1\nterms:\n"
	    "  cot: cot\n  nappy: nappy\n");
	conf_files_put(f, "en-US/terms.yaml", "format: 1\nterms:\n"
	    "  nappy: diaper\n");
	t_ok(conf_terms_read(f->arena, f->dl, &f->root, american, &list,
	    &count) && count == 2 && diag_total(f->dl) == 0,
	    "terms are those of both languages");
	t_str(list[0].text, "diaper", "the nearer one's words first");
	t_str(list[1].text, "cot", "the other's where it has none");
	conf_files_put(f, "en-US/terms.yaml", "format: 1\nterms:\n"
	    "  napy: diaper\n");
	t_ok(conf_terms_read(f->arena, f->dl, &f->root, american, &list,
	    &count), "a name that is not there is no error");
	t_str(conf_first(f), "3:3 term-stranger the extended language has no "
	    "term \"napy\"", "but it is told");
	t_str(conf_hint(f), "did you mean \"nappy\"?", "with the nearest");
	conf_files_remove(f, "en-US/terms.yaml");
	conf_files_remove(f, "en-US");
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		conf_files_put(f, "en-GB/terms.yaml", cases[i].text);
		t_ok(!conf_terms_read(f->arena, f->dl, &f->root, english,
		    &list, &count),
		    cases[i].claim);
		t_str(conf_first(f), cases[i].first, "its message");
	}
	conf_files_remove(f, "en-GB/terms.yaml");
	conf_files_remove(f, "en-GB");
}

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
	const struct conf_language *english = conf_language_of(f->arena,
	    "en-GB", NULL), *american = conf_language_of(f->arena, "en-US",
	    "en-GB");
	const struct conf_glossary_word *terms;
	size_t count;

	t_ok(conf_glossary_read(f->arena, f->dl, &f->root, english, &terms,
	    &count) && count == 0, "without the file there are no words");
	conf_files_put(f, "en-GB/glossary.yaml", "format: 1\nwords:\n"
	    "- term: oxytocin\n  say: ox-ee-TOE-sin\n  meaning: A hormone.\n"
	    "- term: bond\n  meaning: A tie.\n");
	t_ok(conf_glossary_read(f->arena, f->dl, &f->root, english, &terms,
	    &count) && count == 2, "words are read");
	t_str(terms[0].say.text, "ox-ee-TOE-sin", "with how they are said");
	t_str(terms[1].term.text, "bond", "in the order of the file");
	t_ok(terms[1].say.text == NULL, "which may be left out");
	conf_files_put(f, "en-US/glossary.yaml", "format: 1\nwords:\n"
	    "- {term: doctor, instead_of: bond, meaning: Who helps.}\n"
	    "- {term: NICU, meaning: A ward.}\n");
	t_ok(conf_glossary_read(f->arena, f->dl, &f->root, american, &terms,
	    &count) && count == 3 && diag_total(f->dl) == 0,
	    "a language that extends another has its words too");
	t_str(terms[1].term.text, "doctor", "and its own in their place");
	t_str(terms[2].term.text, "NICU", "and new ones behind");
	conf_files_put(f, "en-US/glossary.yaml", "format: 1\nwords:\n"
	    "- {term: doctor, instead_of: bonds, meaning: Who helps.}\n");
	t_ok(conf_glossary_read(f->arena, f->dl, &f->root, american, &terms,
	    &count) && count == 3, "a word that is not there is no error");
	t_str(conf_first(f), "3:30 glossary-instead the extended language has "
	    "no word \"bonds\"", "but it is told");
	t_str(conf_hint(f), "did you mean \"bond\"?", "with the nearest");
	conf_files_remove(f, "en-US/glossary.yaml");
	conf_files_remove(f, "en-US");
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		conf_files_put(f, "en-GB/glossary.yaml", cases[i].text);
		t_ok(!conf_glossary_read(f->arena, f->dl, &f->root, english,
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
	terms(t_, &f);
	glossary(t_, &f);
	sources(t_, &f);
	conf_files_end(&f);
}
