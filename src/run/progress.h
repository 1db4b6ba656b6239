/* SPDX-License-Identifier: MIT */
/*
 * One shared page between the builder and the parent: which file is being
 * worked on (named if the builder dies) and what to say once it is published.
 */
#ifndef RUN_PROGRESS_H
#define RUN_PROGRESS_H

#include <stdbool.h>
#include <stddef.h>

struct run_progress;

/* The parent's side: a new page and the descriptor to pass on; NULL with errno
 * set if there is none. */
struct run_progress *run_progress_new(int *descriptor);
/* The builder's side: the page behind an inherited descriptor. */
struct run_progress *run_progress_open(int descriptor);
void run_progress_close(struct run_progress *p);

/* What is being worked on now; cut off if long.  "p" may be NULL. */
void run_progress_at(struct run_progress *p, const char *what);
/* A line for the user, kept until the parent prints it. */
void run_progress_say(struct run_progress *p, const char *line);
/* Copies; always ended by NUL, whatever the builder wrote. */
void run_progress_where(const struct run_progress *p, char *out,
    size_t size);
void run_progress_said(const struct run_progress *p, char *out, size_t size);

#endif
