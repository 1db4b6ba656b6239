/* SPDX-License-Identifier: MIT */
/*
 * Profiles of clinics: blanks, agreement of values, the list of them.
 */
#include "conf_files.h"

#include "conf/guide.h"

#define WHOLE								\
	"format: 1\nname: Example Clinic\nregion: GB\n"			\
	"languages: [en-GB, pl]\nedition: sample\n"

static const struct conf_profile *
read_text(struct conf_files *f, const char *text)
{
	conf_files_put(f, "clinics/example-uk.yaml", text);
	return conf_profile_read(f->arena, f->dl, &f->root, "example-uk",
	    (struct span){ NULL, 0, 0 });
}

static void
good(struct t_state *t_, struct conf_files *f)
{
	const struct conf_profile *p;

	p = read_text(f, WHOLE "phone: \"01632960123\"\nemail:\nhours: ''\n"
	    "site_url: https://example.org/guide/\npaper: half-letter\n"
	    "print: grey\nservices: We listen.\ncovers: [A48]\n");
	t_str(conf_first(f), "", "a profile has no errors");
	t_ok(p != NULL, "a profile is read");
	if (p == NULL)
		return;
	t_str(p->id, "example-uk", "its id is the file's name");
	t_ok(p->email.text == NULL && p->hours.text == NULL,
	    "blank values are NULL");
	t_str(p->phone_display.text, "01632960123",
	    "the number is read as it is dialled by default");
	t_str(p->site_url.text, "https://example.org/guide",
	    "a site's address ends without a slash");
	t_str(p->default_language.text, "en-GB",
	    "the first language is the default");
	t_ok(!p->live && p->grey && p->us_paper, "choices are kept");
	t_str(p->services.text, "We listen.", "what the clinic does is kept");
	p = read_text(f, WHOLE "phone: ~\nemail: null\nhours: \"null\"\n");
	t_ok(p != NULL && p->phone.text == NULL && p->email.text == NULL,
	    "YAML's words for nothing are blank");
	t_ok(p != NULL && p->hours.text != NULL,
	    "in quotes they are words");
	p = read_text(f, WHOLE);
	t_ok(p != NULL && !p->grey && !p->us_paper,
	    "a short profile is whole: colour, A5");
}

struct bad {
	const char	*more, *first, *claim;
};

static void
bad(struct t_state *t_, struct conf_files *f)
{
	static const struct bad cases[] = {
		{ "fone: 1\n", "6:1 unknown-key a clinic's profile has no key "
		    "\"fone\" here", "an unknown key" },
		{ "site_url: example.org\n", "6:11 bad-value \"example.org\" "
		    "is not a value for \"site_url\"",
		    "an address without its scheme" },
		{ "booking_url: \"javascript:alert(1)\"\n", "6:14 bad-value "
		    "\"javascript:alert(1)\" is not a value for "
		    "\"booking_url\"", "an address that is a script" },
		{ "default_language: de\n", "6:19 language-unknown \"de\" is "
		    "not one of the profile's languages",
		    "a default language that is not built" },
		{ "paper: a4\n", "6:8 bad-choice \"a4\" is not a value for "
		    "\"paper\"", "a paper that is not known" },
		{ "subregion: US-NY\n", "6:12 bad-value \"US-NY\" is not a "
		    "part of \"GB\"", "a part of another country" },
		{ "subregion: UK-SCT\n", "6:12 bad-value \"UK-SCT\" is not a "
		    "value for \"subregion\"", "the UK's other name" },
		{ "phone_display: 01632 960123\n", "6:16 phone-missing there "
		    "is a number to read but none to dial",
		    "a number nobody can dial" },
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		t_ok(read_text(f, arena_printf(f->arena, WHOLE "%s",
		    cases[i].more)) == NULL, cases[i].claim);
		t_str(conf_first(f), cases[i].first, "its message");
		t_int(diag_exit_code(f->dl), 2, "its exit code");
	}
	t_ok(read_text(f, "format: 1\n") == NULL, "a name is required");
}

static void
lists(struct t_state *t_, struct conf_files *f)
{
	const char *const *ids;
	const struct conf_profile *p;
	struct conf_language language;
	struct conf_guide guide;
	size_t count;

	conf_files_put(f, "clinics/example-rtl.yaml", WHOLE);
	p = read_text(f, WHOLE);
	t_ok(conf_profile_list(f->arena, f->dl, &f->root, &ids, &count) &&
	    count == 2, "the profiles are listed");
	t_str(ids[0], "example-rtl", "in order of name");
	t_ok(conf_profile_read(f->arena, f->dl, &f->root, "exampel-uk",
	    (struct span){ NULL, 0, 0 }) ==
	    NULL, "a profile that is not there is an error");
	t_str(conf_hint(f), "did you mean \"example-uk\"?",
	    "with the nearest name");
	t_ok(conf_profile_read(f->arena, f->dl, &f->root, "../guide",
	    (struct span){ NULL, 0, 0 }) == NULL,
	    "a profile's name is no path");
	memset(&language, 0, sizeof(language));
	memset(&guide, 0, sizeof(guide));
	language.tag = "en-GB";
	guide.languages = &language;
	guide.language_count = 1;
	f->dl = diag_list_new(f->arena);
	t_ok(!conf_profile_fits(f->arena, f->dl, &guide, p),
	    "a language that the guide lacks is an error");
	t_str(conf_first(f), "4:20 language-unknown the guide is not there in "
	    "\"pl\"", "at the profile");
	conf_files_remove(f, "clinics/example-rtl.yaml");
	conf_files_remove(f, "clinics/example-uk.yaml");
	conf_files_remove(f, "clinics");
	t_ok(!conf_profile_list(f->arena, f->dl, &f->root, &ids, &count),
	    "a guide without profiles is an error");
}

T_MAIN
{
	struct conf_files f;

	conf_files_new(&f);
	good(t_, &f);
	bad(t_, &f);
	lists(t_, &f);
	conf_files_end(&f);
}
