/* SPDX-License-Identifier: MIT */
/*
 * help.yaml: whole lines only.
 */
#include "conf_files.h"

#include "conf/guide.h"

#define LINE								\
	"format: 1\nlines:\n- id: samaritans\n  regions: [GB, IE]\n"	\
	"  level: talk\n  name: Samaritans\n"
#define PROOF								\
	"  source: https://www.samaritans.org\n  checked: 2026-11-01\n"	\
	"  check_by: 2027-02-01\n"

static bool
read_text(struct conf_files *f, const char *text,
    struct conf_help_line **lines, size_t *count)
{
	conf_files_put(f, "help.yaml", text);
	return conf_help_read(f->arena, f->dl, &f->root, lines, count);
}

struct bad {
	const char	*text, *first, *claim;
};

static void
bad(struct t_state *t_, struct conf_files *f)
{
	static const struct bad cases[] = {
		{ LINE "  status: seen\n" PROOF, "3:3 help-unreachable nobody "
		    "can reach help line \"samaritans\"",
		    "a line that cannot be reached" },
		{ LINE "  status: seen\n  number: \"116123\"\n",
		    "7:11 help-unproven help line \"samaritans\" does not say "
		    "who checked it, and when", "a line without proof" },
		{ LINE "  status: sure\n  number: \"116123\"\n" PROOF,
		    "7:11 bad-choice \"sure\" is not a value for \"status\"",
		    "a status that is none" },
		{ LINE "  status: seen\n  number: 116 123\n" PROOF,
		    "8:11 bad-value \"116 123\" is not a value for "
		    "\"number\"", "a number with a space" },
		{ LINE "  status: seen\n  text_word: HELLO\n  web: a.org\n"
		    PROOF, "8:14 help-text-number there is a word to send but "
		    "no number to send it to", "a word without a number" },
		{ LINE "  status: unverified\n  number: \"1\"\n"
		    "- id: samaritans\n  regions: [GB]\n  level: talk\n"
		    "  name: x\n  number: \"1\"\n  status: unverified\n",
		    "9:7 repeated two help lines are called \"samaritans\"",
		    "an id that is there twice" },
		{ "format: 1\nlines: none\n", "2:8 wrong-type \"lines\" "
		    "cannot hold this", "lines that are a word" },
	};
	struct conf_help_line *lines;
	size_t count;

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		t_ok(!read_text(f, cases[i].text, &lines, &count),
		    cases[i].claim);
		t_str(conf_first(f), cases[i].first, "its message");
		t_int(diag_exit_code(f->dl), 1, "an error of the guide");
	}
}

T_MAIN
{
	struct conf_help_line *lines;
	struct conf_files f;
	size_t count;

	conf_files_new(&f);
	t_ok(conf_help_read(f.arena, f.dl, &f.root, &lines, &count) &&
	    count == 0, "without help.yaml there are no lines");
	t_ok(read_text(&f, LINE "  number: \"116123\"\n  status: verified\n"
	    PROOF "- id: emergency\n  regions: [GB]\n  level: emergency\n"
	    "  name: Emergency services\n  number: \"999\"\n"
	    "  display: '999'\n  status: unverified\n", &lines, &count),
	    "lines are read");
	t_str(conf_first(&f), "", "without errors");
	t_int(count, 2, "two of them");
	t_str(lines[0].display.text, "116123",
	    "a number is read as it is dialled by default");
	t_int(lines[0].region_count, 2, "a line has its regions");
	t_str(lines[0].regions[1], "IE", "in their order");
	t_str(lines[1].level.text, "emergency", "a line has its level");
	t_ok(lines[1].checked.text == NULL,
	    "an unverified line needs no date");
	bad(t_, &f);
	conf_files_remove(&f, "help.yaml");
	conf_files_end(&f);
}
