/* SPDX-License-Identifier: MIT */
/*
 * A single file, written beside its place and renamed over it under a lock.
 */
#define _GNU_SOURCE

#include "emit/index.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/file.h"
#include "base/messages.h"
#include "base/str.h"
#include "emit/tree.h"

#define HEAD_BYTES	4096

struct index {
	struct arena		*arena;
	struct diag_list	*dl;
	const char		*name, *path;	/* path: for messages */
	int			 folder, lock;
};

static const struct span nowhere = { NULL, 0, 0 };

static void
close_index(struct index *x)
{
	if (x->lock != -1)
		(void)close(x->lock);
	if (x->folder != -1)
		(void)close(x->folder);
	x->lock = x->folder = -1;
}

static bool
take_lock(struct index *x)
{
	const char *name;
	int result;

	name = arena_printf(x->arena, ".%s.lock", x->name);
	do {
		x->lock = openat(x->folder, name,
		    O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0600);
	} while (x->lock == -1 && errno == EINTR);
	if (x->lock == -1)
		return false;
	do {
		result = flock(x->lock, LOCK_EX);
	} while (result == -1 && errno == EINTR);
	return result == 0;
}

/* Reads the first bytes of the file that is there, ended by a NUL; -1 and
 * errno if it cannot be read. */
static ssize_t
read_head(struct index *x, char head[HEAD_BYTES + 1])
{
	ssize_t n;
	int fd;

	do {
		fd = openat(x->folder, x->name,
		    O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
	} while (fd == -1 && errno == EINTR);
	if (fd == -1)
		return -1;
	do {
		n = read(fd, head, HEAD_BYTES);
	} while (n == -1 && errno == EINTR);
	if (n >= 0)
		head[n] = '\0';
	{
		int saved = errno;

		(void)close(fd);
		errno = saved;
	}
	return n;
}

static bool
target_is_ours(struct index *x, const char *ours)
{
	char head[HEAD_BYTES + 1];
	ssize_t n;

	n = read_head(x, head);
	if (n == -1 && errno == ENOENT)
		return true;
	if (n == -1 && errno != EISDIR && errno != ELOOP && errno != ENXIO) {
		tree_report(x->dl, "output-read", "read", x->path);
		return false;
	}
	if (n >= 0 && strstr(head, ours) != NULL)
		return true;
	diag_say_class(x->dl, DIAG_CONFIGURATION, nowhere, NULL,
	    SAY_OUTPUT_FOREIGN_FILES, x->path);
	return false;
}

struct index *
index_begin(struct arena *a, struct diag_list *dl, const char *out,
    const char *name, const char *ours)
{
	struct index *x;

	x = ARENA_NEW(a, struct index);
	x->arena = a;
	x->dl = dl;
	x->name = arena_strdup(a, name);
	x->path = file_join(a, out, name);
	x->lock = -1;
	do {
		x->folder = open(out, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	} while (x->folder == -1 && errno == EINTR);
	if (x->folder == -1 || !take_lock(x)) {
		tree_report(dl, "output-write", "lock", x->path);
		close_index(x);
		return NULL;
	}
	if (!target_is_ours(x, ours)) {
		close_index(x);
		return NULL;
	}
	return x;
}

bool
index_commit(struct index *x, const void *bytes, size_t len, bool sync)
{
	const char *fresh, *prefix;
	int result;
	bool ok;

	prefix = arena_printf(x->arena, ".%s", x->name);
	/* Under the lock: what is there was left by a build that was killed. */
	if (!tree_remove_prefixed(x->arena, x->folder,
	    arena_printf(x->arena, "%s.tmp-", prefix)))
		errno = 0;
	fresh = tree_fresh_name(x->arena, prefix);
	ok = tree_write_file(x->folder, fresh, bytes, len, sync);
	if (ok) {
		do {
			result = renameat(x->folder, fresh, x->folder,
			    x->name);
		} while (result == -1 && errno == EINTR);
		ok = result == 0;
	}
	if (!ok) {
		tree_report(x->dl, "output-write", "write", x->path);
		(void)tree_remove(x->folder, fresh);
	} else if (sync && !tree_fsync(x->folder)) {
		tree_report(x->dl, "output-write", "save to the disk",
		    x->path);
		ok = false;
	}
	close_index(x);
	return ok;
}

void
index_abort(struct index *x)
{
	if (x != NULL)
		close_index(x);
}
