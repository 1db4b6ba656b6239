/* SPDX-License-Identifier: MIT */
/*
 * Diagnostics on a terminal or in a pipe.
 */
#ifndef COMMAND_MESSAGES_H
#define COMMAND_MESSAGES_H

#include <stdio.h>

struct diag_list;

/* All messages, then a line that counts errors and warnings.  Colour only on a
 * terminal and never with NO_COLOR. */
void messages_print(struct diag_list *dl, FILE *to);

#endif
