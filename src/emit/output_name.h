/* SPDX-License-Identifier: MIT */
/*
 * Which names an output may have, so that it can be copied to any disk and
 * served by any web server.
 */
#ifndef EMIT_OUTPUT_NAME_H
#define EMIT_OUTPUT_NAME_H

#include <stdbool.h>

struct arena;

/*
 * What is wrong with the path of an output ("site/index.html"), in words that
 * follow the path in a message, or NULL.  Refused: empty, "." and ".."
 * segments, control characters, <>:"|?*\, names that Windows keeps for devices,
 * dots and spaces at the end, "." and "_" at the start (save the few files that
 * web servers ask for), more than 200 bytes in a segment or 1024 in all, and
 * text that is not UTF-8 in normal form C.
 */
const char *output_name_problem(struct arena *a, const char *path);
/* Is it the name of an edition: 1 to 64 of a-z, 0-9 and "-"? */
bool output_name_is_edition(const char *name);

#endif
