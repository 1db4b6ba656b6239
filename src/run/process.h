/* SPDX-License-Identifier: MIT */
/*
 * Starts this program afresh as the builder and waits for it.
 */
#ifndef RUN_PROCESS_H
#define RUN_PROCESS_H

#include <stdbool.h>

#include "run/limits.h"

struct arena;
struct buf;
struct run_progress;

enum run_end {
	RUN_EXITED,		/* "code" is its exit code */
	RUN_KILLED,		/* "code" is the signal */
	RUN_TIMED_OUT,
	RUN_INTERRUPTED,	/* the user asked to stop; "code" is the signal */
	RUN_NOT_STARTED
};

struct run_result {
	enum run_end	end;
	int		code;
};

/*
 * Executes /proc/self/exe with "argv" (NULL-ended, argv[0] included).  The
 * child dies with its parent and inherits "descriptor" besides the standard
 * three.  SIGINT and SIGTERM to the parent end the child and are reported, not
 * obeyed, so that the caller can clean up.  With "show", what is being worked
 * on is shown on standard error once a second has passed.
 */
struct run_result run_process(char *const *argv, int descriptor,
    const struct run_limits *limits, const struct run_progress *progress,
    bool show, struct buf *why);
/* What happened, for the user: "ran out of processor time while working on
 * 01-start.md". */
void run_result_text(const struct run_result *r,
    const struct run_progress *progress, const struct run_limits *limits,
    struct buf *out);

#endif
