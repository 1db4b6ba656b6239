/* SPDX-License-Identifier: MIT */
/*
 * Words of the command line -> struct command_options, by two tables: verbs
 * and options.  Knows nothing of guides.
 */
#include "command/options.h"

#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/str.h"

enum option_kind {
	OPTION_OUT, OPTION_CLINIC, OPTION_LANG, OPTION_ONLY, OPTION_JOBS,
	OPTION_QUIET, OPTION_COMMONMARK, OPTION_FLIP,
	OPTION_DOCUMENT
};

#define BIT(verb) (1U << (verb))

static const struct option_row {
	const char		*name;		/* without the hyphens */
	char			 letter;	/* or 0 */
	enum option_kind	 kind;
	const char		*value;		/* its name in help, or NULL */
	unsigned		 verbs;
	const char		*help;
} options[] = {
	{ "clinic", 0, OPTION_CLINIC, "ID|all",
	    BIT(VERB_BUILD) | BIT(VERB_LIST) | BIT(VERB_DUMP),
	    "the clinic's profile (default: guide.yaml's default_clinic)" },
	{ "commonmark", 0, OPTION_COMMONMARK, NULL, BIT(VERB_HTML),
	    "additions off, raw HTML on: CommonMark 0.30 to the letter" },
	{ "document", 0, OPTION_DOCUMENT, "NAME", BIT(VERB_DUMP),
	    "booklet, large-print or worksheets: whose pages (default: "
	    "booklet)" },
	{ "flip", 0, OPTION_FLIP, "short|long", BIT(VERB_BUILD),
	    "the edge over which the printer turns paper (default: short)" },
	{ "jobs", 'j', OPTION_JOBS, "N", BIT(VERB_BUILD),
	    "threads to use (default: 1); the result is the same for all" },
	{ "lang", 0, OPTION_LANG, "TAG|all",
	    BIT(VERB_BUILD) | BIT(VERB_LIST) | BIT(VERB_DUMP),
	    "one language, such as en-GB (default: all of the profile)" },
	{ "only", 0, OPTION_ONLY, "LIST", BIT(VERB_BUILD),
	    "of site, booklet, sheets, large-print, worksheets: make these "
	    "and keep the others" },
	{ "out", 'o', OPTION_OUT, "DIR", BIT(VERB_BUILD) | BIT(VERB_LIST),
	    "where editions go (default: out)" },
	{ "quiet", 'q', OPTION_QUIET, NULL, BIT(VERB_BUILD),
	    "say nothing unless something is wrong" },
};

static const struct verb_row {
	const char		*name;
	enum command_verb	 verb;
	const char		*arguments, *help;
	int			 most;		/* arguments */
} verbs[] = {
	{ "build", VERB_BUILD, "[GUIDE]",
	    "make the site, the booklet and the sheets of a guide", 1 },
	{ "dump", VERB_DUMP, "components|keys|messages|templates|tree|pages|tags "
	    "[GUIDE]", "print all components, keys, messages or names for "
	    "templates, or a guide's tree, pages or tags", 2 },
	{ "help", VERB_HELP, "[COMMAND]", "print help", 1 },
	{ "html", VERB_HTML, "[FILE|-]",
	    "print one Markdown file as an HTML fragment", 1 },
	{ "list", VERB_LIST, "[GUIDE]",
	    "print the editions of a guide and their outputs, one a line", 1 },
	{ "version", VERB_VERSION, "", "print the version", 0 },
};

#define COUNT(table) (sizeof(table) / sizeof((table)[0]))

static const struct {
	const char	*name;
	unsigned	 bit;
} outputs[] = {
	{ "site", OUTPUT_SITE },
	{ "booklet", OUTPUT_BOOKLET },
	{ "sheets", OUTPUT_SHEETS },
	{ "large-print", OUTPUT_LARGE_PRINT },
	{ "worksheets", OUTPUT_WORKSHEETS },
};

static const char *const documents[] = {
	[COMMAND_BOOKLET] = "booklet",
	[COMMAND_LARGE_PRINT] = "large-print",
	[COMMAND_WORKSHEETS] = "worksheets"
};

static bool
read_outputs(struct command_options *o, struct arena *a, const char *list,
    struct buf *why)
{
	const char *names[COUNT(outputs)], *end, *near;
	char *name;
	size_t i;

	for (i = 0; i < COUNT(outputs); i++)
		names[i] = outputs[i].name;
	o->outputs = 0;
	for (;;) {
		end = strchr(list, ',');
		if (end == NULL)
			end = list + strlen(list);
		name = str_trim(a, arena_strndup(a, list,
		    (size_t)(end - list)));
		for (i = 0; i < COUNT(outputs); i++)
			if (str_equal(name, outputs[i].name))
				break;
		if (i == COUNT(outputs)) {
			near = str_nearest(name, names, COUNT(outputs));
			buf_printf(why, "--only does not know \"%s\"%s%s%s; "
			    "there are site, booklet, sheets, large-print "
			    "and worksheets", name,
			    near != NULL ? " (did you mean \"" : "",
			    near != NULL ? near : "",
			    near != NULL ? "\"?)" : "");
			return false;
		}
		o->outputs |= outputs[i].bit;
		if (*end == '\0')
			return true;
		list = end + 1;
	}
}

static bool
is_name(const char *s)
{
	size_t i;

	for (i = 0; s[i] != '\0'; i++)
		if (strchr("abcdefghijklmnopqrstuvwxyz0123456789-", s[i]) ==
		    NULL)
			return false;
	return i > 0 && i <= 64;
}

static bool
read_document(struct command_options *o, const char *name, struct buf *why)
{
	size_t i;

	for (i = 0; i < COUNT(documents); i++) {
		if (str_equal(name, documents[i])) {
			o->document = (enum command_document)i;
			return true;
		}
	}
	buf_printf(why, "--document is booklet, large-print or worksheets, "
	    "not \"%s\"", name);
	return false;
}

static bool
set_option(struct command_options *o, struct arena *a,
    const struct option_row *row, const char *value, struct buf *why)
{
	int64_t n;

	switch (row->kind) {
	case OPTION_OUT:
		o->out = value;
		if (*value != '\0')
			return true;
		buf_puts(why, "--out needs the name of a folder");
		return false;
	case OPTION_CLINIC:
		o->clinic = value;
		if (is_name(value))
			return true;
		buf_printf(why, "\"%s\" is no name of a clinic: small letters, "
		    "digits and hyphens, at most 64", value);
		return false;
	case OPTION_LANG:
		o->lang = value;
		return true;
	case OPTION_ONLY:
		return read_outputs(o, a, value, why);
	case OPTION_JOBS:
		if (!str_to_int(value, 1, 64, &n)) {
			buf_printf(why, "--jobs needs a number from 1 to 64, "
			    "not \"%s\"", value);
			return false;
		}
		o->jobs = (int)n;
		return true;
	case OPTION_DOCUMENT:
		return read_document(o, value, why);
	case OPTION_QUIET:
		o->quiet = true;
		return true;
	case OPTION_COMMONMARK:
		o->commonmark = true;
		return true;
	case OPTION_FLIP:
		o->flip_long_edge = str_equal(value, "long");
		if (o->flip_long_edge || str_equal(value, "short"))
			return true;
		buf_printf(why, "--flip is short or long, not \"%s\"", value);
		return false;
	}
	return true;
}

static const struct option_row *
find_long(const char *word, size_t len)
{
	size_t i;

	for (i = 0; i < COUNT(options); i++)
		if (strlen(options[i].name) == len &&
		    strncmp(options[i].name, word, len) == 0)
			return &options[i];
	return NULL;
}

static bool
unknown_option(struct arena *a, const char *word, struct buf *why)
{
	const char *names[COUNT(options)], *near;
	size_t i;

	for (i = 0; i < COUNT(options); i++)
		names[i] = arena_printf(a, "--%s", options[i].name);
	near = str_nearest(word, names, COUNT(options));
	buf_printf(why, "there is no option %s", word);
	if (near != NULL)
		buf_printf(why, "; did you mean %s?", near);
	return false;
}

/* Reads the option at argv[*i] and, where it has one, its value. */
static bool
read_option(struct command_options *o, struct arena *a, int argc,
    char *const *argv, int *i, struct buf *why)
{
	const char *word = argv[*i], *value = NULL, *equals;
	const struct option_row *row = NULL;
	size_t k;

	if (word[1] == '-') {
		equals = strchr(word, '=');
		if (equals != NULL)
			value = equals + 1;
		row = find_long(word + 2, equals != NULL ?
		    (size_t)(equals - word) - 2 : strlen(word) - 2);
	} else {
		for (k = 0; k < COUNT(options); k++)
			if (options[k].letter != 0 &&
			    options[k].letter == word[1])
				row = &options[k];
		if (row != NULL && word[2] != '\0')
			value = word + 2;
	}
	if (row == NULL || (row->value == NULL && value != NULL))
		return unknown_option(a, word, why);
	if ((row->verbs & BIT(o->verb)) == 0) {
		buf_printf(why, "--%s does not go with this command",
		    row->name);
		return false;
	}
	if (row->value != NULL && value == NULL) {
		if (*i + 1 >= argc) {
			buf_printf(why, "--%s needs %s", row->name,
			    row->value);
			return false;
		}
		value = argv[++*i];
	}
	return set_option(o, a, row, value, why);
}

static const struct verb_row *
find_verb(const char *name)
{
	size_t i;

	for (i = 0; i < COUNT(verbs); i++)
		if (str_equal(verbs[i].name, name))
			return &verbs[i];
	return NULL;
}

static bool
unknown_verb(const char *name, struct buf *why)
{
	const char *names[COUNT(verbs)], *near;
	size_t i;

	for (i = 0; i < COUNT(verbs); i++)
		names[i] = verbs[i].name;
	near = str_nearest(name, names, COUNT(verbs));
	buf_printf(why, "there is no command \"%s\"", name);
	if (near != NULL)
		buf_printf(why, "; did you mean \"%s\"?", near);
	return false;
}

static bool
finish(struct command_options *o, const struct verb_row *row, int given,
    struct buf *why)
{
	if (given > row->most) {
		buf_printf(why, "%s takes no more than %d %s", row->name,
		    row->most, str_by_count((size_t)row->most, "argument",
		    "arguments"));
		return false;
	}
	if (o->verb == VERB_HELP && o->argument != NULL) {
		row = find_verb(o->argument);
		if (row == NULL)
			return unknown_verb(o->argument, why);
		o->help_for = row->verb;
	}
	if (o->verb == VERB_DUMP && (o->argument == NULL ||
	    (!str_equal(o->argument, "keys") &&
	    !str_equal(o->argument, "messages") &&
	    !str_equal(o->argument, "templates") &&
	    !str_equal(o->argument, "tree") &&
	    !str_equal(o->argument, "pages") &&
	    !str_equal(o->argument, "tags") &&
	    !str_equal(o->argument, "components")))) {
		buf_puts(why, "dump needs one of components, keys, messages, "
		    "templates, tree, pages, tags");
		return false;
	}
	return true;
}

bool
command_options_read(struct command_options *o, struct arena *a, int argc,
    char *const *argv, struct buf *why)
{
	const struct verb_row *row;
	bool only_arguments = false;
	int i, given = 0;

	memset(o, 0, sizeof(*o));
	o->out = "out";
	o->outputs = OUTPUT_ALL;
	o->jobs = 1;
	if (argc < 2) {
		buf_puts(why, "a command is missing");
		return false;
	}
	if (str_equal(argv[1], "--help") || str_equal(argv[1], "-h")) {
		o->verb = VERB_HELP;
		return true;
	}
	if (str_equal(argv[1], "--version") || str_equal(argv[1], "-V")) {
		o->verb = VERB_VERSION;
		return true;
	}
	row = find_verb(argv[1]);
	if (row == NULL)
		return unknown_verb(argv[1], why);
	o->verb = row->verb;
	for (i = 2; i < argc; i++) {
		if (!only_arguments && str_equal(argv[i], "--")) {
			only_arguments = true;
		} else if (!only_arguments && str_equal(argv[i], "--help")) {
			o->help_for = o->verb;
			o->verb = VERB_HELP;
			return true;
		} else if (!only_arguments && argv[i][0] == '-' &&
		    argv[i][1] != '\0') {
			if (!read_option(o, a, argc, argv, &i, why))
				return false;
		} else {
			if (given == 0)
				o->argument = argv[i];
			else if (given == 1)
				o->second = argv[i];
			given++;
		}
	}
	return finish(o, row, given, why);
}

static void
help_options(enum command_verb verb, struct buf *out)
{
	char left[64];
	bool any = false;
	size_t i;

	for (i = 0; i < COUNT(options); i++) {
		if ((options[i].verbs & BIT(verb)) == 0)
			continue;
		if (!any)
			buf_puts(out, "\n");
		any = true;
		snprintf(left, sizeof(left), "%s%c%s--%s%s%s",
		    options[i].letter != 0 ? "-" : "  ",
		    options[i].letter != 0 ? options[i].letter : ' ',
		    options[i].letter != 0 ? ", " : " ", options[i].name,
		    options[i].value != NULL ? " " : "",
		    options[i].value != NULL ? options[i].value : "");
		buf_printf(out, "  %-22s  %s\n", left, options[i].help);
	}
}

void
command_help(enum command_verb verb, struct buf *out)
{
	size_t i;

	if (verb != VERB_NONE) {
		for (i = 0; i < COUNT(verbs); i++) {
			if (verbs[i].verb != verb)
				continue;
			buf_printf(out, "usage: bifolio %s%s %s\n%s\n",
			    verbs[i].name, verb == VERB_HELP ||
			    verb == VERB_VERSION ? "" : " [OPTION...]",
			    verbs[i].arguments, verbs[i].help);
			help_options(verb, out);
		}
		return;
	}
	buf_puts(out, "usage: bifolio COMMAND [OPTION...] [ARGUMENT...]\n"
	    "Turns a guide written in Markdown into an accessible website and "
	    "a printable booklet.\n\n");
	for (i = 0; i < COUNT(verbs); i++)
		buf_printf(out, "  %-8s %-26s %s\n", verbs[i].name,
		    verbs[i].arguments, verbs[i].help);
	buf_puts(out, "\nGUIDE is the folder that holds guide.yaml: \"content\" "
	    "if it is there, else \".\".\n"
	    "\"bifolio help COMMAND\" shows a command's options.\n");
}
