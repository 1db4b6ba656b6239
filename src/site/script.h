/* SPDX-License-Identifier: MIT */
/*
 * A theme's script as it is sent.
 */
#ifndef SITE_SCRIPT_H
#define SITE_SCRIPT_H

struct arena;

/*
 * "text" without indents, empty lines, and comments that have their lines to
 * themselves; in "a".  Not a minifier: no line of code is touched.  A script
 * with template literals or continued strings, in which such lines may be
 * data, is left as it is.
 */
const char *script_sent(struct arena *a, const char *text);

#endif
