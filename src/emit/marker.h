/* SPDX-License-Identifier: MIT */
/*
 * The file ".bifolio" that says: this folder was made by bifolio, and these
 * are the files that we put there.
 *
 *	bifolio edition 1
 *	version 0.1.0
 *	file 5123 site/index.html
 *	end 0123456789abcdef
 *
 * The last line holds str_hash of all lines before it.
 */
#ifndef EMIT_MARKER_H
#define EMIT_MARKER_H

#include <stdbool.h>

struct arena;
struct map;
struct tree;

#define MARKER_NAME ".bifolio"

enum marker_status {
	MARKER_VALID,
	MARKER_MISSING,
	MARKER_DAMAGED,		/* there, but not as we write it */
	MARKER_UNREADABLE	/* system error, in errno */
};

/* Reads the marker in the open folder.  *files: its paths as keys, NULL unless
 * the marker is valid. */
enum marker_status marker_read(struct arena *a, int folder,
    struct map **files);
/* Writes the marker as a new file "name": it lists the files of "t" without
 * those in "strangers", and those in "more" (NULL: none).  False with errno
 * set. */
bool marker_write(int folder, const char *name, const struct tree *t,
    const struct map *strangers, const struct map *more, bool sync);

#endif
