/* SPDX-License-Identifier: MIT */
/*
 * A finished page is read again, by a parser that is not ours.
 */
#ifndef SITE_REREAD_H
#define SITE_REREAD_H

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct diag_list;

/* Once, before reread_page is called on several threads. */
void reread_start(void);
/*
 * Is "html" well-formed XML?  If not, "dl" says where: that is a mistake in a
 * template or in us, never the editor's.  No network, no entities.
 * "template": which one the page was made from, for the hint; "html" is quoted
 * and has to outlive the list.
 */
bool reread_page(struct arena *a, struct diag_list *dl, const char *file,
    const char *template, const char *html, size_t len);

#endif
