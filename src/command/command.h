/* SPDX-License-Identifier: MIT */
/*
 * The commands, one function each; every one returns the exit code: 0 fine, 1
 * the guide has errors, 2 usage or configuration, 3 system.
 */
#ifndef COMMAND_COMMAND_H
#define COMMAND_COMMAND_H

struct command_options;

/* The publishing parent: starts the builder, publishes what it made. */
int command_build(const struct command_options *o, int argc,
    char *const *argv);
/* The builder: makes whole editions below "stage"; "progress" is an inherited
 * descriptor of run/progress.h, or -1. */
int command_builder(const struct command_options *o, const char *stage,
    int progress);
int command_list(const struct command_options *o);
int command_html(const struct command_options *o);
int command_dump(const struct command_options *o);

#endif
