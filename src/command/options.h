/* SPDX-License-Identifier: MIT */
/*
 * The command line as data.  One table of options; knows what each verb takes,
 * not what it does.
 */
#ifndef COMMAND_OPTIONS_H
#define COMMAND_OPTIONS_H

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct buf;

enum command_verb {
	VERB_NONE, VERB_BUILD, VERB_LIST, VERB_HTML, VERB_DUMP, VERB_HELP,
	VERB_VERSION
};

/* Outputs that --only may name; a set. */
enum command_output {
	OUTPUT_SITE = 1, OUTPUT_BOOKLET = 2, OUTPUT_SHEETS = 4,
	OUTPUT_LARGE_PRINT = 8, OUTPUT_WORKSHEETS = 16, OUTPUT_ALL = 31
};

/* What "dump pages" and "dump tags" show. */
enum command_document {
	COMMAND_BOOKLET, COMMAND_LARGE_PRINT, COMMAND_WORKSHEETS
};

struct command_options {
	enum command_verb	 verb;
	enum command_verb	 help_for;	/* VERB_HELP */
	const char		*argument;	/* GUIDE, FILE or what to dump */
	const char		*second;	/* dump: GUIDE */
	const char		*out;		/* -o */
	const char		*clinic;	/* --clinic, or NULL */
	const char		*lang;		/* --lang, or NULL */
	unsigned		 outputs;	/* --only */
	int			 jobs;		/* -j; at least 1 */
	bool			 quiet, commonmark;
	bool			 flip_long_edge;	/* --flip long */
	enum command_document	 document;	/* --document */
};

/* False with the mistake in "why", in words, if the line cannot be used. */
bool command_options_read(struct command_options *o, struct arena *a,
    int argc, char *const *argv, struct buf *why)
    __attribute__((warn_unused_result));
/* The text of --help, whole or for one verb. */
void command_help(enum command_verb verb, struct buf *out);

#endif
