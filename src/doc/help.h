/* SPDX-License-Identifier: MIT */
/*
 * A line of help: who answers, how, when; plain data.
 */
#ifndef DOC_HELP_H
#define DOC_HELP_H

#include <stddef.h>

/* In order of danger; also the order on the page. */
enum help_level {
	HELP_EMERGENCY, HELP_URGENT, HELP_TALK, HELP_SPECIALIST, HELP_BABY,
	HELP_LEVEL_COUNT
};

enum help_status { HELP_VERIFIED, HELP_SEEN, HELP_UNVERIFIED };

struct help_line {
	const char		*id;
	enum help_level		 level;
	const char		*name;
	const char		*number;	/* dial form, or NULL */
	const char		*display;	/* spaced for reading */
	const char		*text_to;	/* SMS number, or NULL */
	const char		*text_word;	/* word to send, or NULL */
	const char		*web;		/* without scheme; or NULL */
	const char		*hours;		/* or NULL */
	const char		*note;		/* or NULL */
	/* The language of these words, if it is not the edition's; or NULL. */
	const char		*name_lang, *hours_lang, *note_lang;
	const char		*checked;	/* YYYY-MM-DD */
	const char		*check_by;
	enum help_status	 status;
};

#endif
