/* SPDX-License-Identifier: MIT */
/*
 * Workspaces: made, listed, emptied into stages, removed.  Knows nothing of
 * what the files hold.
 */
#define _GNU_SOURCE
#include "run/workspace.h"

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
#include "emit/output_name.h"
#include "emit/tree.h"

#define PREFIX ".bifolio"

struct workspace {
	struct arena	*arena;
	int		 out;		/* the output folder */
	int		 self;		/* holds the lock */
	const char	*name, *path;
};

/* A leftover is one whose lock can be had: its process is gone. */
static void
remove_leftovers(struct arena *a, int out)
{
	struct file_root root = { out, "" };
	const char *const *names;
	size_t i, count;
	int fd;

	if (!file_list_hidden(&root, a, ".", &names, &count))
		return;
	for (i = 0; i < count; i++) {
		if (!str_starts(names[i], PREFIX ".tmp-"))
			continue;
		fd = tree_open_folder(out, names[i]);
		if (fd < 0)
			continue;
		/* Cannot be removed: the next run tries again. */
		if (flock(fd, LOCK_EX | LOCK_NB) == 0)
			(void)tree_remove(out, names[i]);
		tree_close(fd);
	}
}

/* mkdir -p, with the mode that the umask leaves. */
static bool
make_folders(struct arena *a, const char *path)
{
	char *copy = arena_strdup(a, path);
	size_t i;

	for (i = 1; copy[i] != '\0'; i++) {
		if (copy[i] != '/')
			continue;
		copy[i] = '\0';
		if (mkdir(copy, 0777) != 0 && errno != EEXIST)
			return false;
		copy[i] = '/';
	}
	return mkdir(copy, 0777) == 0 || errno == EEXIST;
}

struct workspace *
workspace_begin(struct arena *a, struct diag_list *dl, const char *out)
{
	struct workspace *w = ARENA_NEW(a, struct workspace);

	w->arena = a;
	w->self = -1;
	w->out = -1;
	if (!make_folders(a, out) ||
	    (w->out = open(out, O_RDONLY | O_DIRECTORY | O_CLOEXEC)) < 0) {
		tree_report(dl, "out-open", "open the output folder", out);
		return NULL;
	}
	remove_leftovers(a, w->out);
	w->name = tree_fresh_name(a, PREFIX);
	w->path = file_join(a, out, w->name);
	if (!tree_make_folder(w->out, w->name) ||
	    (w->self = tree_open_folder(w->out, w->name)) < 0 ||
	    flock(w->self, LOCK_EX | LOCK_NB) != 0) {
		tree_report(dl, "out-write", "write into the output folder",
		    out);
		workspace_end(w);
		return NULL;
	}
	return w;
}

const char *
workspace_path(const struct workspace *w)
{
	return w->path;
}

bool
workspace_editions(struct workspace *w, struct diag_list *dl,
    const char *const **names, size_t *count)
{
	struct file_root root = { w->self, w->path };
	struct span nowhere = { w->path, 0, 0 };
	size_t i;

	if (!file_list_hidden(&root, w->arena, ".", names, count)) {
		tree_report(dl, "out-read", "read", w->path);
		return false;
	}
	for (i = 0; i < *count; i++) {
		if (output_name_is_edition((*names)[i]) &&
		    file_is_folder(&root, (*names)[i]))
			continue;
		diag_say_class(dl, DIAG_SYSTEM, nowhere, NULL,
		    SAY_EDITION_NAME, (*names)[i]);
		return false;
	}
	return true;
}

bool
workspace_move(struct workspace *w, struct diag_list *dl, const char *name,
    const char *stage)
{
	struct file_root from = { tree_open_folder(w->self, name), name };
	const char *const *names;
	size_t i, count = 0;
	bool ok = false;
	int to;

	/* What is in it moves, not the folder: publishing holds the stage
	 * open. */
	to = open(stage, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
	if (from.fd >= 0 && to >= 0 &&
	    file_list_hidden(&from, w->arena, ".", &names, &count)) {
		for (i = 0; i < count; i++)
			if (renameat(from.fd, names[i], to, names[i]) != 0)
				break;
		ok = i == count;
	}
	if (!ok)
		tree_report(dl, "edition-move", "move an edition to", stage);
	if (from.fd >= 0)
		tree_close(from.fd);
	if (to >= 0)
		tree_close(to);
	return ok;
}

void
workspace_end(struct workspace *w)
{
	if (w == NULL)
		return;
	/* What cannot be removed now is a leftover for the next run. */
	if (w->name != NULL)
		(void)tree_remove(w->out, w->name);
	if (w->self >= 0)
		tree_close(w->self);
	if (w->out >= 0)
		tree_close(w->out);
}
