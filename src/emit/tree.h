/* SPDX-License-Identifier: MIT */
/*
 * Folders and what is in them, by open folder: create, write, list, copy,
 * remove.
 *
 * No symbolic link is ever followed below the folder that is given.  Functions
 * that return bool set errno when they return false.  EINTR and short writes
 * are dealt with here.
 */
#ifndef EMIT_TREE_H
#define EMIT_TREE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/stat.h>
#include <time.h>

#include "base/vec.h"

struct arena;
struct diag_list;

struct tree_entry {
	const char	*path;		/* from the root, "site/index.html" */
	bool		 folder;
	int64_t		 bytes;
	struct timespec	 modified;
};

/* Folders stand before what is in them; names are sorted by bytes. */
struct tree {
	VEC(struct tree_entry)	 entries;
	const char		*failed_at;	/* path, after a failure */
};

/* Opens folder "name" in "folder"; -1 and errno (ENOTDIR for a link). */
int tree_open_folder(int folder, const char *name);
/* The folder at path[0..len) below "root", made where it is missing if
 * "create"; len 0: another descriptor of "root".  -1 and errno. */
int tree_walk(int root, const char *path, size_t len, bool create);
/* The same for the folder that holds "path"; *name is path's last segment. */
int tree_walk_to(int root, const char *path, bool create, const char **name);
/* Makes a new folder with mode 0755 whatever the umask. */
bool tree_make_folder(int folder, const char *name);
/* Creates a new file, mode 0644 whatever the umask, with these bytes. */
bool tree_write_file(int folder, const char *name, const void *bytes,
    size_t len, bool sync);
/* close that does not mind EINTR. */
bool tree_close(int fd);
bool tree_fsync(int fd);
/*
 * Lists what is below "root".  Fails with EINVAL at what is neither file nor
 * folder and with ELOOP when nested more than 64 deep; "failed_at" says where.
 */
bool tree_list(struct arena *a, int root, struct tree *t);
/* Removes "name" in "folder", with all that is in it.  Missing: no failure. */
bool tree_remove(int folder, const char *name);
/* Removes every entry of "folder" whose name begins with "prefix". */
bool tree_remove_prefixed(struct arena *a, int folder, const char *prefix);
/* Copies one file's bytes and time of change to a new one of the same path;
 * folders on the way are made. */
bool tree_copy_file(int from, int to, const struct tree_entry *file);
/* The same to a new file "name" in folder "to" itself. */
bool tree_copy_file_as(int from, int to, const struct tree_entry *file,
    const char *name, bool sync);
/* fsyncs all that "t" lists below "root", folders after what is in them. */
bool tree_sync(int root, struct tree *t);
/* PREFIX.tmp-PID-RANDOM, a name that nobody else has. */
char *tree_fresh_name(struct arena *a, const char *prefix);

/* Adds an error of class DIAG_SYSTEM: "cannot WHAT PATH: what errno says". */
void tree_report(struct diag_list *dl, const char *id, const char *what,
    const char *path);
/* What to do about "error", an errno, in plain words. */
const char *tree_hint(int error);

#endif
