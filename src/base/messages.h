/* SPDX-License-Identifier: MIT */
/*
 * Every message there is, with its id, hint and text, in three headers.
 *
 * A macro SAY_... stands for what diag_say takes from its level on, so that the
 * compiler checks the values against the text.  A new message is one macro and
 * its name in messages.c; "make lint" sees that both are there, and that a test
 * provokes it.
 */
#ifndef BASE_MESSAGES_H
#define BASE_MESSAGES_H

#include <stddef.h>

#include "base/diag.h"

/* The hint is made where the message is: it shows the value as it should be
 * written, or says what a field takes. */
#define HINT_BY_VALUE NULL

#include "base/messages_output.h"
#include "base/messages_settings.h"
#include "base/messages_text.h"

struct message {
	enum diag_level	 level;
	const char	*id;
	/* A form for printf where something is filled in; NULL: the hint is
	 * made of the value. */
	const char	*hint;
	const char	*text;		/* a form for printf */
};

struct named_message {
	const char	*name;		/* without SAY_ */
	struct message	 message;
};

/* All of them, in the order of the headers; *count of them. */
const struct named_message *messages_all(size_t *count);

#endif
