/* SPDX-License-Identifier: MIT */
/*
 * The parent's side of publishing one edition, the folder OUT/NAME: it is the
 * old one or the new one, whole, at every moment.
 *
 *	publish_begin	locks, looks at what is there, makes an empty stage
 *	...		the builder writes below publish_stage_path
 *	publish_carry	copies into the stage what this run did not select
 *	publish_commit	checks, marks, syncs and swaps; or publish_abort
 *
 * Several editions may be open at once.  Messages go to the list given.  Knows
 * nothing of what the files hold.
 */
#ifndef EMIT_PUBLISH_H
#define EMIT_PUBLISH_H

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct diag_list;
struct publish;

/* How the new edition comes into its place. */
enum publish_form {
	PUBLISH_SWAP,	/* exchange of two folders (RENAME_EXCHANGE) */
	PUBLISH_LINK,	/* NAME is a link to a folder in .NAME.r */
	PUBLISH_FILES	/* file by file: each whole, the edition mixed */
};

/* What is on the disk before the swap. */
enum publish_sync {
	PUBLISH_SYNC_NONE,	/* for previews: nothing is waited for */
	PUBLISH_SYNC_WHOLE,	/* syncfs, once */
	PUBLISH_SYNC_EACH	/* fsync of each file and folder */
};

/*
 * "out" is made if it is missing; "name" is 1 to 64 of a-z, 0-9 and "-".  All
 * lives in "a".  NULL after an error, which is in "dl": another build holds the
 * lock (DIAG_SYSTEM), what is there is not ours (DIAG_CONFIGURATION), "out"
 * cannot be written to (DIAG_SYSTEM).
 *
 * PUBLISH_SWAP falls back to PUBLISH_FILES, with a warning, on file systems
 * that cannot exchange; an edition that is a link of ours stays one.
 */
struct publish *publish_begin(struct arena *a, struct diag_list *dl,
    const char *out, const char *name, enum publish_form form,
    enum publish_sync sync);
/* OUT/.NAME.tmp-...: an empty folder, mode 0755. */
const char *publish_stage_path(const struct publish *p);
/* Is there an earlier edition? */
bool publish_has_old(const struct publish *p);
/*
 * Copies files of the earlier edition, bytes and times of change alike, which
 * the stage does not have and which "keep" says yes to ("path" is relative:
 * "print/en-GB/booklet.pdf"); NULL: to none.  Files that bifolio did not put
 * there are copied without asking, so that nothing of others is lost, also when
 * this is never called.  False after an error, which is in the list; then
 * abort.
 */
bool publish_carry(struct publish *p,
    bool (*keep)(const char *path, void *context), void *context)
    __attribute__((warn_unused_result));
/*
 * Checks the stage (files and folders only, with names that outputs may have),
 * writes its marker, syncs and swaps.  "p" is closed whatever comes out.  True
 * only when the new edition is in its place and on the disk.  After false
 * before the swap the stage is removed and the old edition is untouched.
 */
bool publish_commit(struct publish *p) __attribute__((warn_unused_result));
/* Removes the stage and closes "p".  NULL is allowed. */
void publish_abort(struct publish *p);

/* Names of the editions in "out" that have a valid marker, sorted by bytes.
 * No folder "out": none.  False with errno set. */
bool publish_editions(struct arena *a, const char *out,
    const char *const **names, size_t *count)
    __attribute__((warn_unused_result));

#endif
