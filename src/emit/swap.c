/* SPDX-License-Identifier: MIT */
/*
 * The moment when the new edition takes the old one's place, in three forms.
 *
 * By exchange: one system call.  By link: one rename of a link.  By files,
 * where the file system can do neither: each file is whole, and pages come
 * after what they use, but for a moment the edition is a mix.
 */
#define _GNU_SOURCE

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/file.h"
#include "base/map.h"
#include "base/messages.h"
#include "base/str.h"
#include "emit/marker.h"
#include "emit/publish_int.h"
#include "emit/tree.h"

static const struct span nowhere = { NULL, 0, 0 };

static int
rename_flags(int from, const char *name, int to, const char *new_name,
    unsigned flags)
{
	int result;

	do {
		result = renameat2(from, name, to, new_name, flags);
	} while (result == -1 && errno == EINTR);
	return result;
}

static int
rename_over(int from, const char *name, int to, const char *new_name)
{
	int result;

	do {
		result = renameat(from, name, to, new_name);
	} while (result == -1 && errno == EINTR);
	return result;
}

/* The file system, or this place in it, knows no such rename. */
static bool
is_unsupported(int error)
{
	return error == EINVAL || error == ENOSYS || error == EXDEV ||
	    error == EBUSY || error == EOPNOTSUPP;
}

/* Before the swap: all is as it was. */
static bool
fail(struct publish *p, const char *what)
{
	tree_report(p->dl, "output-write", what, p->target);
	if (!tree_remove(p->parent, p->stage_name))
		diag_say(p->dl, nowhere, NULL, SAY_OUTPUT_LEFTOVER_STAGE,
		    p->stage_path, strerror(errno));
	return false;
}

/* Makes the swap last; only then may the old edition go. */
static bool
settle(struct publish *p, int folder)
{
	if (p->sync == PUBLISH_SYNC_NONE || tree_fsync(folder))
		return true;
	diag_say_class(p->dl, DIAG_SYSTEM, nowhere, NULL, SAY_OUTPUT_SYNC,
	    p->target, strerror(errno));
	return false;
}

static void
remove_old(struct publish *p, int folder, const char *name)
{
	if (!tree_remove(folder, name))
		diag_say(p->dl, nowhere, NULL, SAY_OUTPUT_LEFTOVER_OLD,
		    p->target, strerror(errno));
}

/* After an exchange: is what lies under the stage's name now what was looked
 * at before?  Else someone replaced it meanwhile, and it must not go. */
static bool
is_the_old(struct publish *p)
{
	struct stat st;

	return fstatat(p->parent, p->stage_name, &st,
	    AT_SYMLINK_NOFOLLOW) == 0 &&
	    st.st_dev == p->old_stat.st_dev && st.st_ino == p->old_stat.st_ino;
}

/* The first edition: nothing may be there. */
static bool
place_first(struct publish *p)
{
	int result;

	result = rename_flags(p->parent, p->stage_name, p->parent, p->name,
	    RENAME_NOREPLACE);
	/* rename alone replaces at most an empty folder. */
	if (result == -1 && is_unsupported(errno))
		result = rename_over(p->parent, p->stage_name, p->parent,
		    p->name);
	if (result == -1)
		return fail(p, "put in its place");
	return settle(p, p->parent);
}

/* Undoes an exchange with something that was not there before. */
static bool
give_back(struct publish *p)
{
	int result;

	result = rename_flags(p->parent, p->stage_name, p->parent, p->name,
	    RENAME_EXCHANGE);
	diag_say_class(p->dl, DIAG_SYSTEM, nowhere, NULL, SAY_OUTPUT_CHANGED,
	    p->target);
	if (result == 0)
		(void)tree_remove(p->parent, p->stage_name);
	return false;
}

/* The part of an edition in which a file comes: first what pages use. */
enum rank { RANK_ASSET, RANK_PAGE, RANK_INDEX, RANK_COUNT };

static enum rank
rank_of(const char *path)
{
	if (str_equal(path, "index.html") || str_ends(path, "/index.html"))
		return RANK_INDEX;
	return str_ends(path, ".html") ? RANK_PAGE : RANK_ASSET;
}

/* Copies a file of the stage to a part file beside its place, for editions
 * that are on another disk than the stage. */
static bool
copy_part(int from, const char *name, int to, const char *part)
{
	struct tree_entry entry;
	struct stat st;

	if (fstatat(from, name, &st, AT_SYMLINK_NOFOLLOW) == -1)
		return false;
	memset(&entry, 0, sizeof(entry));
	entry.path = name;
	entry.modified = st.st_mtim;
	return tree_copy_file_as(from, to, &entry, part, true);
}

/* Moves one file of "from" over its namesake in "to". */
static bool
move_file(struct publish *p, int from, int to, const char *name)
{
	const char *part;
	int saved;

	if (rename_over(from, name, to, name) == 0)
		return true;
	if (errno != EXDEV)
		return false;
	part = tree_fresh_name(p->arena, PUBLISH_PART);
	if (copy_part(from, name, to, part) &&
	    rename_over(to, part, to, name) == 0)
		return true;
	saved = errno;
	(void)tree_remove(to, part);
	errno = saved;
	return false;
}

/* Moves the file at "path" from the stage into the edition. */
static bool
move_path(struct publish *p, const char *path)
{
	const char *name;
	int from, saved, to;
	bool ok;

	from = tree_walk_to(p->stage, path, false, &name);
	if (from == -1)
		return false;
	to = tree_walk_to(p->old, path, true, &name);
	ok = to != -1 && move_file(p, from, to, name);
	saved = errno;
	(void)close(from);
	if (to != -1)
		(void)close(to);
	errno = saved;
	return ok;
}

/* Removes a file of the old edition where the new one has a folder, and a
 * folder where it has a file. */
static bool
clear_way(struct publish *p, const struct tree *t)
{
	const struct tree_entry *entry;
	struct stat st;
	const char *name;
	size_t i;
	int folder;
	bool ok;

	for (i = 0; i < t->entries.len; i++) {
		entry = &t->entries.items[i];
		folder = tree_walk_to(p->old, entry->path, true, &name);
		if (folder == -1)
			return false;
		ok = fstatat(folder, name, &st, AT_SYMLINK_NOFOLLOW) == -1 ||
		    (S_ISDIR(st.st_mode) != 0) == entry->folder ||
		    tree_remove(folder, name);
		(void)close(folder);
		if (!ok)
			return false;
	}
	return true;
}

/* Removes the files of the old edition that the new one does not have, and
 * folders that are empty then. */
static bool
remove_stale(struct publish *p, const struct tree *t)
{
	const struct tree_entry *entry;
	struct map *wanted;
	struct tree old;
	const char *name;
	size_t i;
	int folder;
	bool ok;

	wanted = map_new(p->arena);
	for (i = 0; i < t->entries.len; i++)
		(void)map_add(wanted, t->entries.items[i].path, wanted);
	if (!tree_list(p->arena, p->old, &old))
		return false;
	ok = true;
	for (i = old.entries.len; i > 0; i--) {
		entry = &old.entries.items[i - 1];
		if (str_equal(entry->path, MARKER_NAME) ||
		    map_find(wanted, entry->path) != NULL)
			continue;
		folder = tree_walk_to(p->old, entry->path, false, &name);
		if (folder == -1 || unlinkat(folder, name,
		    entry->folder ? AT_REMOVEDIR : 0) == -1)
			ok = false;
		if (folder != -1)
			(void)close(folder);
	}
	return ok;
}

/* Replaces the marker in the edition. */
static bool
put_marker(struct publish *p, const struct tree *t, const struct map *more)
{
	const char *part;

	part = tree_fresh_name(p->arena, PUBLISH_PART);
	return marker_write(p->old, part, t, p->strangers, more,
	    p->sync != PUBLISH_SYNC_NONE) &&
	    rename_over(p->old, part, p->old, MARKER_NAME) == 0;
}

static bool
move_all(struct publish *p, const struct tree *t)
{
	const struct tree_entry *entry;
	unsigned rank;
	size_t i;

	for (rank = RANK_ASSET; rank < RANK_COUNT; rank++) {
		for (i = 0; i < t->entries.len; i++) {
			entry = &t->entries.items[i];
			if (!entry->folder && rank_of(entry->path) == rank &&
			    !move_path(p, entry->path))
				return false;
		}
	}
	return true;
}

/* Publishes file by file into the folder that is there. */
static bool
place_files(struct publish *p, const struct tree *t)
{
	int result;
	bool ok;

	diag_say(p->dl, nowhere, NULL, SAY_OUTPUT_BY_FILES, p->target);
	/* While files are moved the marker lists the old and the new ones, so
	 * that a build that is cut off leaves nothing unknown. */
	ok = put_marker(p, t, p->old_files) && clear_way(p, t) &&
	    move_all(p, t) && remove_stale(p, t) && put_marker(p, t, NULL);
	if (ok && p->sync != PUBLISH_SYNC_NONE) {
		do {
			result = syncfs(p->old);
		} while (result == -1 && errno == EINTR);
		ok = result == 0;
	}
	if (!ok)
		tree_report(p->dl, "output-write", "replace all files of",
		    p->target);
	remove_old(p, p->parent, p->stage_name);
	return ok;
}

/* Exchanges the stage and the edition. */
static bool
place_exchanged(struct publish *p, const struct tree *t)
{
	if (rename_flags(p->parent, p->stage_name, p->parent, p->name,
	    RENAME_EXCHANGE) == -1) {
		if (errno == ENOENT ||
		    (p->old == -1 && is_unsupported(errno)))
			return place_first(p);
		if (is_unsupported(errno))
			return place_files(p, t);
		return fail(p, "replace");
	}
	if (!is_the_old(p))
		return give_back(p);
	if (!settle(p, p->parent))
		return false;
	remove_old(p, p->parent, p->stage_name);
	return true;
}

/* Removes the generations in .NAME.r that NAME does not point to. */
static void
remove_generations(struct publish *p, int runs, const char *current)
{
	struct file_root root = { runs, "" };
	const char *const *names;
	size_t count, i;

	if (!file_list(&root, p->arena, ".", &names, &count))
		return;
	for (i = 0; i < count; i++) {
		if (!str_equal(names[i], current))
			remove_old(p, runs, names[i]);
	}
}

/* Moves the stage to .NAME.r/GENERATION and lets a link NAME point there. */
static bool
place_linked(struct publish *p)
{
	const char *folder, *generation, *link, *target;
	int result, runs;

	folder = arena_printf(p->arena, ".%s.r", p->name);
	generation = tree_fresh_name(p->arena, "edition");
	target = arena_printf(p->arena, "%s/%s", folder, generation);
	link = arena_printf(p->arena, "%s-link", p->stage_name);
	if (!tree_make_folder(p->parent, folder) && errno != EEXIST)
		return fail(p, "make the folder of links for");
	runs = tree_open_folder(p->parent, folder);
	if (runs == -1)
		return fail(p, "open the folder of links for");
	result = rename_over(p->parent, p->stage_name, runs, generation);
	if (result == 0) {
		do {
			result = symlinkat(target, p->parent, link);
		} while (result == -1 && errno == EINTR);
	}
	if (result == -1 ||
	    (p->sync != PUBLISH_SYNC_NONE && !tree_fsync(runs)) ||
	    rename_over(p->parent, link, p->parent, p->name) == -1) {
		(void)fail(p, "link");
		(void)tree_remove(p->parent, link);
		(void)tree_remove(runs, generation);
		(void)close(runs);
		return false;
	}
	if (settle(p, p->parent)) {
		remove_generations(p, runs, generation);
		(void)close(runs);
		return true;
	}
	(void)close(runs);
	return false;
}

bool
swap_in(struct publish *p, const struct tree *t)
{
	switch (p->form) {
	case PUBLISH_LINK:
		return place_linked(p);
	case PUBLISH_FILES:
		if (p->old != -1)
			return place_files(p, t);
		return place_first(p);
	case PUBLISH_SWAP:
		return place_exchanged(p, t);
	}
	BUG("publish form %d", (int)p->form);
}
