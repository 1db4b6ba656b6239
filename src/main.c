/* SPDX-License-Identifier: MIT */
/*
 * bifolio: a guide in Markdown becomes a website and a booklet.
 *
 * Reads the command line and calls the command; knows nothing else.
 */
#include <signal.h>
#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/str.h"
#include "command/command.h"
#include "command/libraries.h"
#include "command/options.h"
#include "version.h"

static int
print_version(void)
{
	const struct library *libraries;
	size_t i, count;

	printf("bifolio %s\n", BIFOLIO_VERSION);
	libraries = library_versions(&count);
	for (i = 0; i < count; i++)
		printf("%s %s\n", libraries[i].name, libraries[i].version);
	return 0;
}

static int
print_help(enum command_verb verb)
{
	struct buf text;

	buf_init(&text);
	command_help(verb, &text);
	fputs(text.data, stdout);
	buf_release(&text);
	return 0;
}

static int
run_command(const struct command_options *o, int argc, char *const *argv)
{
	switch (o->verb) {
	case VERB_BUILD:
		return command_build(o, argc, argv);
	case VERB_LIST:
		return command_list(o);
	case VERB_HTML:
		return command_html(o);
	case VERB_DUMP:
		return command_dump(o);
	case VERB_HELP:
		return print_help(o->help_for);
	case VERB_VERSION:
		return print_version();
	case VERB_NONE:
		break;
	}
	return 2;
}

int
main(int argc, char **argv)
{
	struct arena *a = arena_new();
	struct command_options o;
	const char *stage = NULL;
	int64_t descriptor = -1;
	struct buf why;
	int code;

	/* A file over its limit, and a reader that went away, are write errors
	 * and not deaths; the builder inherits this. */
	signal(SIGXFSZ, SIG_IGN);
	signal(SIGPIPE, SIG_IGN);
	/* The parent calls itself: bifolio --builder STAGE DESCRIPTOR build. */
	if (argc > 4 && str_equal(argv[1], "--builder") &&
	    str_to_int(argv[3], 0, 1024, &descriptor)) {
		stage = argv[2];
		argv[3] = argv[0];
		argc -= 3;
		argv += 3;
	}
	buf_init(&why);
	if (!command_options_read(&o, a, argc, argv, &why)) {
		fprintf(stderr, "bifolio: %s\nhint: \"bifolio --help\" lists "
		    "the commands\n", why.data);
		code = 2;
	} else if (stage != NULL && o.verb == VERB_BUILD) {
		code = command_builder(&o, stage, (int)descriptor);
	} else {
		code = run_command(&o, argc, argv);
	}
	if (fflush(stdout) != 0 && code == 0)
		code = 3;
	buf_release(&why);
	arena_free(a);
	return code;
}
