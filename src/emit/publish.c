/* SPDX-License-Identifier: MIT */
/*
 * Lock, check, stage, carry over, mark, sync; the swap itself is in swap.c.
 */
#define _GNU_SOURCE

#include "emit/publish.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/file.h"
#include "base/map.h"
#include "base/messages.h"
#include "base/str.h"
#include "emit/marker.h"
#include "emit/output_name.h"
#include "emit/publish_int.h"
#include "emit/tree.h"

static const struct span nowhere = { NULL, 0, 0 };

/* Makes folder "path" and those above it; those that are there are fine. */
static bool
make_folders(struct arena *a, const char *path)
{
	char *slash, *part;

	part = arena_strdup(a, path);
	for (slash = strchr(part + 1, '/'); slash != NULL;
	    slash = strchr(slash + 1, '/')) {
		*slash = '\0';
		/* What is wrong with it is said when it is opened. */
		if (mkdir(part, 0777) == -1 && errno == ENOENT)
			return false;
		*slash = '/';
	}
	return mkdir(part, 0777) == 0 || errno == EEXIST;
}

static int
open_folder_path(const char *path)
{
	int fd;

	do {
		fd = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	} while (fd == -1 && errno == EINTR);
	return fd;
}

/* Opens OUT, which may itself be a link that the user made. */
static bool
open_parent(struct publish *p, const char *out)
{
	p->parent = open_folder_path(out);
	if (p->parent == -1 && errno == ENOENT &&
	    make_folders(p->arena, out))
		p->parent = open_folder_path(out);
	if (p->parent == -1) {
		tree_report(p->dl, "output-write", "open folder", out);
		return false;
	}
	return true;
}

static void
report_busy(struct publish *p)
{
	char pid[24];
	ssize_t n;

	n = pread(p->lock, pid, sizeof(pid) - 1, 0);
	if (n < 0)
		n = 0;
	pid[n] = '\0';
	pid[strspn(pid, "0123456789")] = '\0';
	diag_say_class(p->dl, DIAG_SYSTEM, nowhere, NULL, SAY_OUTPUT_BUSY,
	    p->target, pid[0] == '\0' ? "" : ", process ", pid);
}

/* Takes OUT/.NAME.lock.  The file is never removed: a lock on a file that
 * others no longer find would guard nothing. */
static bool
take_lock(struct publish *p)
{
	const char *name, *pid;
	int result;

	name = arena_printf(p->arena, ".%s.lock", p->name);
	do {
		p->lock = openat(p->parent, name,
		    O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0600);
	} while (p->lock == -1 && errno == EINTR);
	if (p->lock == -1) {
		tree_report(p->dl, "output-write", "open the lock of",
		    p->target);
		return false;
	}
	do {
		result = flock(p->lock, LOCK_EX | LOCK_NB);
	} while (result == -1 && errno == EINTR);
	if (result == -1 && errno == EWOULDBLOCK) {
		report_busy(p);
		return false;
	}
	if (result == -1) {
		tree_report(p->dl, "output-write", "lock", p->target);
		return false;
	}
	/* Only for the message of the one who comes second. */
	pid = arena_printf(p->arena, "%ld\n", (long)getpid());
	if (ftruncate(p->lock, 0) == -1 ||
	    pwrite(p->lock, pid, strlen(pid), 0) == -1)
		errno = 0;
	return true;
}

static bool
refuse(struct publish *p, const char *why)
{
	diag_say_class(p->dl, DIAG_CONFIGURATION, nowhere, NULL,
	    SAY_OUTPUT_FOREIGN, p->target, why);
	return false;
}

/* Opens the earlier edition behind a link, if the link is one of ours. */
static bool
open_linked(struct publish *p)
{
	const char *prefix, *generation;
	char text[256];
	ssize_t n;
	int runs;

	n = readlinkat(p->parent, p->name, text, sizeof(text) - 1);
	if (n == -1) {
		tree_report(p->dl, "output-read", "read", p->target);
		return false;
	}
	text[n] = '\0';
	prefix = arena_printf(p->arena, ".%s.r/", p->name);
	generation = text + strlen(prefix);
	if (!str_starts(text, prefix) || generation[0] == '\0' ||
	    generation[0] == '.' || strchr(generation, '/') != NULL)
		return refuse(p, "it is a link");
	runs = tree_open_folder(p->parent,
	    arena_printf(p->arena, ".%s.r", p->name));
	if (runs != -1) {
		p->old = tree_open_folder(runs, generation);
		(void)close(runs);
	}
	if (p->old == -1)
		return refuse(p, "it is a link to nowhere");
	p->form = PUBLISH_LINK;
	return true;
}

static bool
old_is_ours(struct publish *p)
{
	struct tree content;

	switch (marker_read(p->arena, p->old, &p->old_files)) {
	case MARKER_VALID:
		return true;
	case MARKER_UNREADABLE:
		tree_report(p->dl, "output-read", "read the marker in",
		    p->target);
		return false;
	case MARKER_DAMAGED:
		return refuse(p, "its marker .bifolio is damaged");
	case MARKER_MISSING:
		break;
	}
	if (!tree_list(p->arena, p->old, &content) ||
	    content.entries.len > 0)
		return refuse(p, "it is not empty and has no marker .bifolio");
	return true;
}

/* What is at OUT/NAME: nothing, an empty folder, or an edition of ours. */
static bool
check_target(struct publish *p)
{
	if (fstatat(p->parent, p->name, &p->old_stat,
	    AT_SYMLINK_NOFOLLOW) == -1) {
		if (errno == ENOENT)
			return true;
		tree_report(p->dl, "output-read", "look at", p->target);
		return false;
	}
	if (S_ISLNK(p->old_stat.st_mode)) {
		if (!open_linked(p))
			return false;
	} else if (S_ISDIR(p->old_stat.st_mode)) {
		p->old = tree_open_folder(p->parent, p->name);
		if (p->old == -1) {
			tree_report(p->dl, "output-read", "open", p->target);
			return false;
		}
		/* A folder that is there is not turned into a link. */
		if (p->form == PUBLISH_LINK)
			p->form = PUBLISH_SWAP;
	} else {
		return refuse(p, "it is not a folder");
	}
	return old_is_ours(p);
}

/* What a build that was killed has left. */
static void
remove_leftovers(struct publish *p)
{
	if (!tree_remove_prefixed(p->arena, p->parent,
	    arena_printf(p->arena, ".%s.tmp-", p->name)))
		diag_say(p->dl, nowhere, NULL, SAY_OUTPUT_LEFTOVER, p->target,
		    strerror(errno));
}

static bool
make_stage(struct publish *p, const char *out)
{
	const char *prefix;

	prefix = arena_printf(p->arena, ".%s", p->name);
	p->stage_name = tree_fresh_name(p->arena, prefix);
	p->stage_path = file_join(p->arena, out, p->stage_name);
	if (tree_make_folder(p->parent, p->stage_name))
		p->stage = tree_open_folder(p->parent, p->stage_name);
	if (p->stage == -1) {
		tree_report(p->dl, "output-write", "make folder",
		    p->stage_path);
		return false;
	}
	return true;
}

/* Closes all; the lock last. */
static void
close_all(struct publish *p)
{
	if (p->stage != -1)
		(void)close(p->stage);
	if (p->old != -1)
		(void)close(p->old);
	if (p->lock != -1)
		(void)close(p->lock);
	if (p->parent != -1)
		(void)close(p->parent);
	p->stage = p->old = p->lock = p->parent = -1;
}

struct publish *
publish_begin(struct arena *a, struct diag_list *dl, const char *out,
    const char *name, enum publish_form form, enum publish_sync sync)
{
	struct publish *p;

	/* workspace_editions lets no other through. */
	if (!output_name_is_edition(name))
		BUG("an edition called \"%s\"", name);
	p = ARENA_NEW(a, struct publish);
	p->arena = a;
	p->dl = dl;
	p->name = arena_strdup(a, name);
	p->target = file_join(a, out, name);
	p->form = form;
	p->sync = sync;
	p->strangers = map_new(a);
	p->parent = p->lock = p->stage = p->old = -1;
	if (!open_parent(p, out) || !take_lock(p) || !check_target(p)) {
		close_all(p);
		return NULL;
	}
	remove_leftovers(p);
	if (!make_stage(p, out)) {
		if (p->stage_name != NULL)
			(void)tree_remove(p->parent, p->stage_name);
		close_all(p);
		return NULL;
	}
	return p;
}

const char *
publish_stage_path(const struct publish *p)
{
	return p->stage_path;
}

bool
publish_has_old(const struct publish *p)
{
	return p->old_files != NULL;
}

/* Is "path" in the stage?  If that cannot be told, copying will say why. */
static bool
stage_has(const struct publish *p, const char *path)
{
	const char *name;
	struct stat st;
	int folder;
	bool found;

	folder = tree_walk_to(p->stage, path, false, &name);
	if (folder == -1)
		return false;
	found = fstatat(folder, name, &st, AT_SYMLINK_NOFOLLOW) == 0;
	(void)close(folder);
	return found;
}

/* Notes a file of others, and the folders it is in. */
static void
add_stranger(struct publish *p, const char *path)
{
	const char *slash;

	for (slash = strchr(path, '/'); slash != NULL;
	    slash = strchr(slash + 1, '/'))
		(void)map_add(p->strangers, arena_strndup(p->arena, path,
		    (size_t)(slash - path)), p);
	(void)map_add(p->strangers, path, p);
}

/* Is it half of a file, left by publishing file by file? */
static bool
is_part(const char *path)
{
	const char *slash;

	slash = strrchr(path, '/');
	return str_starts(slash == NULL ? path : slash + 1,
	    PUBLISH_PART ".tmp-");
}

/* Should this file of the earlier edition be in the new one? */
static bool
is_to_carry(struct publish *p, const struct tree_entry *entry,
    bool (*keep)(const char *path, void *context), void *context)
{
	if (entry->folder || str_equal(entry->path, MARKER_NAME) ||
	    is_part(entry->path) || stage_has(p, entry->path))
		return false;
	if (map_find(p->old_files, entry->path) != NULL)
		return keep != NULL && keep(entry->path, context);
	add_stranger(p, entry->path);
	return true;
}

/* Says why a folder could not be listed. */
static void
report_list(struct publish *p, const char *id, const char *folder,
    const struct tree *t)
{
	const char *path;
	int saved = errno;

	path = file_join(p->arena, folder, t->failed_at);
	if (saved == EINVAL) {
		diag_say_class(p->dl, DIAG_CONFIGURATION, nowhere, NULL,
		    SAY_OUTPUT_ODD, path);
		return;
	}
	errno = saved;
	tree_report(p->dl, id, "read", path);
}

bool
publish_carry(struct publish *p,
    bool (*keep)(const char *path, void *context), void *context)
{
	const struct tree_entry *entry;
	struct tree old;
	size_t i;

	p->carried = true;
	if (p->old_files == NULL)
		return true;
	if (!tree_list(p->arena, p->old, &old)) {
		report_list(p, "output-read", p->target, &old);
		return false;
	}
	for (i = 0; i < old.entries.len; i++) {
		entry = &old.entries.items[i];
		if (is_to_carry(p, entry, keep, context) &&
		    !tree_copy_file(p->old, p->stage, entry)) {
			tree_report(p->dl, "output-write", "carry over",
			    file_join(p->arena, p->target, entry->path));
			return false;
		}
	}
	return true;
}

/* The builder is not trusted: only files and folders, with sound names. */
static bool
check_stage(struct publish *p, struct tree *t)
{
	const char *problem;
	size_t i;

	if (!tree_list(p->arena, p->stage, t)) {
		report_list(p, "output-stage", p->stage_path, t);
		return false;
	}
	for (i = 0; i < t->entries.len; i++) {
		problem = output_name_problem(p->arena,
		    t->entries.items[i].path);
		if (problem == NULL || map_find(p->strangers,
		    t->entries.items[i].path) != NULL)
			continue;
		diag_say_class(p->dl, DIAG_SYSTEM, nowhere, NULL,
		    SAY_OUTPUT_STAGE_MISSING, t->entries.items[i].path,
		    problem);
		return false;
	}
	if (t->entries.len > 0)
		return true;
	diag_say_class(p->dl, DIAG_SYSTEM, nowhere, NULL,
	    SAY_OUTPUT_STAGE_CHANGED, p->target);
	return false;
}

/* Brings the whole stage, with its marker, to the disk. */
static bool
sync_stage(struct publish *p, struct tree *t)
{
	int result;

	switch (p->sync) {
	case PUBLISH_SYNC_NONE:
		return true;
	case PUBLISH_SYNC_WHOLE:
		do {
			result = syncfs(p->stage);
		} while (result == -1 && errno == EINTR);
		if (result == 0)
			return true;
		break;
	case PUBLISH_SYNC_EACH:
		if (tree_sync(p->stage, t))
			return true;
		break;
	}
	tree_report(p->dl, "output-write", "save to the disk", p->target);
	return false;
}

bool
publish_commit(struct publish *p)
{
	struct tree t;
	bool ok;

	ok = (p->carried || publish_carry(p, NULL, NULL)) &&
	    check_stage(p, &t);
	if (ok && !marker_write(p->stage, MARKER_NAME, &t, p->strangers, NULL,
	    p->sync == PUBLISH_SYNC_EACH)) {
		tree_report(p->dl, "output-write", "write the marker of",
		    p->target);
		ok = false;
	}
	if (!ok || !sync_stage(p, &t)) {
		publish_abort(p);
		return false;
	}
	ok = swap_in(p, &t);
	close_all(p);
	return ok;
}

void
publish_abort(struct publish *p)
{
	if (p == NULL)
		return;
	if (p->parent != -1 && !tree_remove(p->parent, p->stage_name))
		diag_say(p->dl, nowhere, NULL, SAY_OUTPUT_LEFTOVER_STAGE,
		    p->stage_path, strerror(errno));
	close_all(p);
}

bool
publish_editions(struct arena *a, const char *out,
    const char *const **names, size_t *count)
{
	VEC(const char *) found = { NULL, 0, 0 };
	const char *const *all;
	struct file_root root;
	struct map *files;
	size_t i, n;
	int folder;

	*names = NULL;
	*count = 0;
	if (!file_root_open(&root, a, out))
		return errno == ENOENT;
	if (!file_list(&root, a, ".", &all, &n)) {
		int saved = errno;

		file_root_close(&root);
		errno = saved;
		return false;
	}
	for (i = 0; i < n; i++) {
		if (!output_name_is_edition(all[i]))
			continue;
		/* An edition may be a link of ours: the name is ours then. */
		folder = openat(root.fd, all[i],
		    O_RDONLY | O_DIRECTORY | O_CLOEXEC);
		if (folder == -1)
			continue;
		if (marker_read(a, folder, &files) == MARKER_VALID)
			*vec_push(a, &found) = all[i];
		(void)close(folder);
	}
	file_root_close(&root);
	*names = found.items;
	*count = found.len;
	return true;
}
