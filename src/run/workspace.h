/* SPDX-License-Identifier: MIT */
/*
 * The folder in which a builder makes editions whose names nobody knows yet.
 *
 * It stands in the output folder, so that what is in it can be renamed into an
 * edition's stage.  Its lock is on the folder itself and dies with the process:
 * a workspace that nobody holds is a leftover and is removed by the next run.
 */
#ifndef RUN_WORKSPACE_H
#define RUN_WORKSPACE_H

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct diag_list;
struct workspace;

/* Makes "out" if it is missing, and a workspace in it.  NULL after an error,
 * which is in "dl". */
struct workspace *workspace_begin(struct arena *a, struct diag_list *dl,
    const char *out);
/* OUT/.bifolio.tmp-...: an empty folder. */
const char *workspace_path(const struct workspace *w);
/*
 * The editions that were made: names of folders in it, sorted.  Anything that
 * is no folder with the name of an edition is an error (a builder gone wrong).
 */
bool workspace_editions(struct workspace *w, struct diag_list *dl,
    const char *const **names, size_t *count)
    __attribute__((warn_unused_result));
/* Moves what is in the edition into the empty folder "stage" (emit/publish.h). */
bool workspace_move(struct workspace *w, struct diag_list *dl,
    const char *name, const char *stage) __attribute__((warn_unused_result));
/* Removes it with what is left in it.  NULL is allowed. */
void workspace_end(struct workspace *w);

#endif
