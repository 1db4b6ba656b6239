/* SPDX-License-Identifier: MIT */
/*
 * The builder's side of publishing: files written below a folder that nobody
 * sees yet.
 *
 * Writers are sticky: after the first failure nothing more is written, and
 * stage_report says what it was.  One thread at a time.  Knows nothing of where
 * the stage will be moved.
 */
#ifndef EMIT_STAGE_H
#define EMIT_STAGE_H

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct diag_list;
struct stage;

/*
 * Opens the folder "path", made if it is missing, else empty.  Never NULL: a failure is
 * kept.  The structure lives in "a", to be closed with stage_close.
 */
struct stage *stage_open(struct arena *a, const char *path);
/*
 * Writes a new file; folders on the way are made.  "path" is relative
 * ("site/index.html").  A name that output_name_problem refuses, and one that
 * another output has already, also if only in other case or as a folder, is a
 * failure.  "origin" names what it is made from, for messages; NULL: nothing
 * to name.
 */
void stage_write_file(struct stage *s, const char *path, const void *bytes,
    size_t len);
void stage_write_from(struct stage *s, const char *path, const void *bytes,
    size_t len, const char *origin);
/* The folder, as it was given. */
const char *stage_path(const struct stage *s);
/* The files written so far below "folder" ("site"), sorted by bytes, with their
 * whole paths; in "a".  Returns how many. */
size_t stage_list(const struct stage *s, struct arena *a, const char *folder,
    const char *const **paths);
/* The first failure in words, or NULL. */
const char *stage_error(const struct stage *s);
/* Files and bytes written so far. */
size_t stage_files(const struct stage *s);
size_t stage_bytes(const struct stage *s);
/* Adds the failure, if there is one, to "dl"; returns whether all is well. */
bool stage_report(const struct stage *s, struct diag_list *dl);
void stage_close(struct stage *s);

/* Was a file written under this very name? */
bool stage_has(const struct stage *s, const char *path);
/* The length of that file; 0 without it. */
size_t stage_bytes_of(const struct stage *s, const char *path);

#endif
