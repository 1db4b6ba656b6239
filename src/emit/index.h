/* SPDX-License-Identifier: MIT */
/*
 * One file beside the editions that is replaced at once: out/index.html.
 *
 * Two builds of different editions may end at the same time: the list of
 * editions is to be made between index_begin and index_commit, under its lock.
 */
#ifndef EMIT_INDEX_H
#define EMIT_INDEX_H

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct diag_list;
struct index;

/*
 * Waits for the lock of "name" ("index.html") in folder "out".  A file of that
 * name which does not hold the text "ours" in its first 4096 bytes is not
 * replaced (DIAG_CONFIGURATION).  NULL after an error, which is in "dl".
 */
struct index *index_begin(struct arena *a, struct diag_list *dl,
    const char *out, const char *name, const char *ours);
/* Replaces the file; "sync" waits for the disk.  Closes "x" whatever comes out.
 * False after an error: the file is as it was. */
bool index_commit(struct index *x, const void *bytes, size_t len, bool sync)
    __attribute__((warn_unused_result));
/* Lets it be, and closes "x".  NULL is allowed. */
void index_abort(struct index *x);

#endif
