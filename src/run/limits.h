/* SPDX-License-Identifier: MIT */
/*
 * What the builder may use and touch, set by itself before it reads a guide.
 *
 * Knows no formats.  System calls that POSIX lacks are wrapped here.
 */
#ifndef RUN_LIMITS_H
#define RUN_LIMITS_H

#include <stdbool.h>
#include <stddef.h>

struct buf;

/* Whole units; 0 leaves a limit as it is. */
struct run_limits {
	long	memory_mib;	/* address space; ignored under sanitizers */
	long	cpu_seconds;	/* soft; hard is 5 seconds later */
	long	file_mib;	/* largest file written */
	long	wall_seconds;	/* enforced by the parent */
};

/* The limits of one edition when nobody says otherwise. */
struct run_limits run_limits_default(void);
/* A limit never rises above what the process was started with. */
bool run_limits_set(const struct run_limits *limits, struct buf *why)
    __attribute__((warn_unused_result));

/*
 * Shuts the process in: no new privileges, and, where the kernel has Landlock,
 * read below "readable" and read and write below "writable" (both NULL-ended
 * lists of paths; those that are not there are passed over) and nothing else.
 * False if a step failed that the kernel does have.
 */
bool run_confine(const char *const *readable, const char *const *writable,
    struct buf *why) __attribute__((warn_unused_result));

#endif
