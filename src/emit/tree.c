/* SPDX-License-Identifier: MIT */
/*
 * Folders by descriptor: every name is resolved in a folder that is held open,
 * so that nobody can put a link in between.
 */
#define _GNU_SOURCE

#include "emit/tree.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>
#include <unistd.h>

#include "base/messages.h"
#include "base/arena.h"
#include "base/diag.h"
#include "base/str.h"

#define DEPTH_MAX	64
#define NAME_BYTES	255
#define COPY_BYTES	((size_t)256 * 1024)

/* Repeats a call that a signal interrupted. */
#define RETRY(result, call)						\
	do								\
		(result) = (call);					\
	while ((result) == -1 && errno == EINTR)

bool
tree_close(int fd)
{
	/* Linux has closed it also when it says EINTR. */
	return close(fd) == 0 || errno == EINTR;
}

static void
close_quietly(int fd)
{
	int saved = errno;

	(void)close(fd);
	errno = saved;
}

bool
tree_fsync(int fd)
{
	int result;

	RETRY(result, fsync(fd));
	return result == 0;
}

int
tree_open_folder(int folder, const char *name)
{
	int fd;

	RETRY(fd, openat(folder, name,
	    O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
	return fd;
}

bool
tree_make_folder(int folder, const char *name)
{
	int fd, result;

	RETRY(result, mkdirat(folder, name, 0755));
	if (result == -1)
		return false;
	fd = tree_open_folder(folder, name);
	if (fd == -1)
		return false;
	RETRY(result, fchmod(fd, 0755));
	if (result == -1) {
		close_quietly(fd);
		return false;
	}
	return tree_close(fd);
}

int
tree_walk(int root, const char *path, size_t len, bool create)
{
	char name[NAME_BYTES + 1];
	const char *end = path + len;
	int fd, next;
	size_t part;

	fd = tree_open_folder(root, ".");
	while (fd != -1 && path < end) {
		for (part = 0; path + part < end && path[part] != '/'; part++)
			continue;
		if (part == 0 || part > NAME_BYTES) {
			errno = part == 0 ? EINVAL : ENAMETOOLONG;
			close_quietly(fd);
			return -1;
		}
		memcpy(name, path, part);
		name[part] = '\0';
		next = tree_open_folder(fd, name);
		if (next == -1 && errno == ENOENT && create &&
		    tree_make_folder(fd, name))
			next = tree_open_folder(fd, name);
		close_quietly(fd);
		fd = next;
		path += part + (path + part < end ? 1 : 0);
	}
	return fd;
}

int
tree_walk_to(int root, const char *path, bool create, const char **name)
{
	const char *slash;

	slash = strrchr(path, '/');
	*name = slash == NULL ? path : slash + 1;
	return tree_walk(root, path, slash == NULL ? 0 :
	    (size_t)(slash - path), create);
}

static bool
write_all(int fd, const void *bytes, size_t len)
{
	const unsigned char *p = bytes;
	ssize_t n;

	while (len > 0) {
		RETRY(n, write(fd, p, len));
		if (n == -1)
			return false;
		p += n;
		len -= (size_t)n;
	}
	return true;
}

/* A new, empty file with mode 0644. */
static int
create_file(int folder, const char *name)
{
	int fd, result;

	RETRY(fd, openat(folder, name, O_WRONLY | O_CREAT | O_EXCL |
	    O_NOFOLLOW | O_CLOEXEC, 0644));
	if (fd == -1)
		return -1;
	RETRY(result, fchmod(fd, 0644));
	if (result == -1) {
		close_quietly(fd);
		return -1;
	}
	return fd;
}

bool
tree_write_file(int folder, const char *name, const void *bytes, size_t len,
    bool sync)
{
	int fd;

	fd = create_file(folder, name);
	if (fd == -1)
		return false;
	if (!write_all(fd, bytes, len) || (sync && !tree_fsync(fd))) {
		close_quietly(fd);
		return false;
	}
	return tree_close(fd);
}

/* The names in a folder, sorted by bytes. */
struct names {
	VEC(const char *)	 items;
};

/* Lists "folder", which stays open. */
static bool
read_names(struct arena *a, int folder, struct names *names)
{
	struct dirent *entry;
	DIR *dir;
	int failure, fd;

	/* One of our own, for closedir to close, that starts at the top. */
	fd = tree_open_folder(folder, ".");
	if (fd == -1)
		return false;
	dir = fdopendir(fd);
	if (dir == NULL) {
		close_quietly(fd);
		return false;
	}
	while (errno = 0, (entry = readdir(dir)) != NULL) {
		if (!str_equal(entry->d_name, ".") &&
		    !str_equal(entry->d_name, ".."))
			*vec_push(a, &names->items) =
			    arena_strdup(a, entry->d_name);
	}
	failure = errno;
	(void)closedir(dir);
	errno = failure;
	if (failure != 0)
		return false;
	if (names->items.len > 0)
		qsort(names->items.items, names->items.len,
		    sizeof(*names->items.items), str_order);
	return true;
}

static bool list_folder(struct arena *a, int folder, const char *path,
    unsigned depth, struct tree *t);

/* Adds one entry, and what is in it if it is a folder. */
static bool
list_entry(struct arena *a, int folder, const char *name, const char *path,
    unsigned depth, struct tree *t)
{
	struct tree_entry *entry;
	struct stat st;
	bool ok;
	int fd;

	t->failed_at = path;
	if (fstatat(folder, name, &st, AT_SYMLINK_NOFOLLOW) == -1)
		return false;
	if (!S_ISREG(st.st_mode) && !S_ISDIR(st.st_mode)) {
		errno = EINVAL;
		return false;
	}
	entry = vec_push(a, &t->entries);
	entry->path = path;
	entry->folder = S_ISDIR(st.st_mode);
	entry->bytes = st.st_size;
	entry->modified = st.st_mtim;
	if (!entry->folder)
		return true;
	if (depth == DEPTH_MAX) {
		errno = ELOOP;
		return false;
	}
	fd = tree_open_folder(folder, name);
	if (fd == -1)
		return false;
	ok = list_folder(a, fd, path, depth + 1, t);
	close_quietly(fd);
	return ok;
}

static bool
list_folder(struct arena *a, int folder, const char *path, unsigned depth,
    struct tree *t)
{
	struct names names = { { NULL, 0, 0 } };
	const char *name;
	size_t i;

	t->failed_at = path;
	if (!read_names(a, folder, &names))
		return false;
	for (i = 0; i < names.items.len; i++) {
		name = names.items.items[i];
		if (!list_entry(a, folder, name, path[0] == '\0' ? name :
		    arena_printf(a, "%s/%s", path, name), depth, t))
			return false;
	}
	return true;
}

bool
tree_list(struct arena *a, int root, struct tree *t)
{
	memset(t, 0, sizeof(*t));
	if (!list_folder(a, root, "", 0, t))
		return false;
	t->failed_at = NULL;
	return true;
}

static bool
remove_below(struct arena *a, int folder, const char *name, unsigned depth)
{
	struct names names = { { NULL, 0, 0 } };
	int failure, fd, result;
	size_t i;

	RETRY(result, unlinkat(folder, name, 0));
	if (result == 0 || errno == ENOENT)
		return true;
	/* POSIX says EPERM for a folder, Linux EISDIR. */
	if (errno != EISDIR && errno != EPERM)
		return false;
	fd = tree_open_folder(folder, name);
	if (fd == -1)
		return false;
	if (depth == DEPTH_MAX) {
		errno = ELOOP;
		close_quietly(fd);
		return false;
	}
	failure = read_names(a, fd, &names) ? 0 : errno;
	for (i = 0; i < names.items.len; i++) {
		if (!remove_below(a, fd, names.items.items[i], depth + 1))
			failure = errno;
	}
	(void)close(fd);
	RETRY(result, unlinkat(folder, name, AT_REMOVEDIR));
	if (result == 0 || errno == ENOENT)
		return true;
	if (failure != 0)
		errno = failure;
	return false;
}

bool
tree_remove(int folder, const char *name)
{
	struct arena *a;
	int saved;
	bool ok;

	a = arena_new();
	ok = remove_below(a, folder, name, 0);
	saved = errno;
	arena_free(a);
	errno = saved;
	return ok;
}

bool
tree_remove_prefixed(struct arena *a, int folder, const char *prefix)
{
	struct names names = { { NULL, 0, 0 } };
	size_t i;
	bool ok;

	if (!read_names(a, folder, &names))
		return false;
	ok = true;
	for (i = 0; i < names.items.len; i++) {
		if (str_starts(names.items.items[i], prefix) &&
		    !tree_remove(folder, names.items.items[i]))
			ok = false;
	}
	return ok;
}

/* Copies from one open file to another. */
static bool
copy_bytes(int in, int out)
{
	unsigned char *bytes;
	ssize_t n;
	bool ok;

	bytes = mem_alloc(COPY_BYTES);
	do {
		RETRY(n, read(in, bytes, COPY_BYTES));
		ok = n != -1 && write_all(out, bytes, (size_t)n);
	} while (ok && n > 0);
	if (!ok) {
		int saved = errno;

		free(bytes);
		errno = saved;
		return false;
	}
	free(bytes);
	return true;
}

/* Copies the open file to a new "name" in "folder". */
static bool
copy_open_file(int in, int folder, const char *name,
    const struct timespec *modified, bool sync)
{
	struct timespec times[2];
	int out, result;

	out = create_file(folder, name);
	if (out == -1)
		return false;
	times[0].tv_sec = 0;
	times[0].tv_nsec = UTIME_OMIT;
	times[1] = *modified;
	if (!copy_bytes(in, out)) {
		close_quietly(out);
		return false;
	}
	RETRY(result, futimens(out, times));
	if (result == -1 || (sync && !tree_fsync(out))) {
		close_quietly(out);
		return false;
	}
	return tree_close(out);
}

/* Opens the regular file at "path" for reading. */
static int
open_file(int root, const char *path)
{
	const char *name;
	int fd, folder;
	struct stat st;

	folder = tree_walk_to(root, path, false, &name);
	if (folder == -1)
		return -1;
	RETRY(fd, openat(folder, name,
	    O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
	close_quietly(folder);
	if (fd == -1)
		return -1;
	if (fstat(fd, &st) == -1) {
		close_quietly(fd);
		return -1;
	}
	if (!S_ISREG(st.st_mode)) {
		(void)close(fd);
		errno = EINVAL;
		return -1;
	}
	return fd;
}

bool
tree_copy_file(int from, int to, const struct tree_entry *file)
{
	const char *name;
	int folder;
	bool ok;

	folder = tree_walk_to(to, file->path, true, &name);
	if (folder == -1)
		return false;
	ok = tree_copy_file_as(from, folder, file, name, false);
	close_quietly(folder);
	return ok;
}

bool
tree_copy_file_as(int from, int to, const struct tree_entry *file,
    const char *name, bool sync)
{
	bool ok;
	int in;

	in = open_file(from, file->path);
	if (in == -1)
		return false;
	ok = copy_open_file(in, to, name, &file->modified, sync);
	close_quietly(in);
	return ok;
}

static bool
sync_entry(int root, const struct tree_entry *entry)
{
	const char *name;
	int fd, folder;
	bool ok;

	folder = tree_walk_to(root, entry->path, false, &name);
	if (folder == -1)
		return false;
	RETRY(fd, openat(folder, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK |
	    O_CLOEXEC | (entry->folder ? O_DIRECTORY : 0)));
	close_quietly(folder);
	if (fd == -1)
		return false;
	ok = tree_fsync(fd);
	close_quietly(fd);
	return ok;
}

bool
tree_sync(int root, struct tree *t)
{
	size_t i;

	/* Backwards: folders stand before what is in them. */
	for (i = t->entries.len; i > 0; i--) {
		if (!sync_entry(root, &t->entries.items[i - 1])) {
			t->failed_at = t->entries.items[i - 1].path;
			return false;
		}
	}
	return tree_fsync(root);
}

char *
tree_fresh_name(struct arena *a, const char *prefix)
{
	uint64_t random;
	ssize_t n;

	RETRY(n, getrandom(&random, sizeof(random), 0));
	/* Without random bytes the process id must do: names are made under a
	 * lock, and O_EXCL refuses a second of the same name. */
	if (n != (ssize_t)sizeof(random))
		random = 0;
	return arena_printf(a, "%s.tmp-%ld-%016llx", prefix, (long)getpid(),
	    (unsigned long long)random);
}

const char *
tree_hint(int error)
{
	if (error == ENOSPC || error == EDQUOT)
		return "free some space on the disk and build again";
	if (error == EACCES || error == EPERM || error == EROFS)
		return "choose a folder with -o where you may write";
	if (error == EMFILE || error == ENFILE)
		return "close other programs, or raise the limit of open "
		    "files (ulimit -n)";
	if (error == EIO)
		return "the disk does not answer as it should: check it, or "
		    "choose a folder on another one with -o";
	return "what was published before is untouched: build again";
}

void
tree_report(struct diag_list *dl, const char *id, const char *what,
    const char *path)
{
	struct span nowhere = { NULL, 0, 0 };
	int saved = errno;

	if (str_equal(id, "output-read"))
		diag_say_class(dl, DIAG_SYSTEM, nowhere, tree_hint(saved),
		    SAY_TREE_READ, what, path, strerror(saved));
	else
		diag_say_class(dl, DIAG_SYSTEM, nowhere, tree_hint(saved),
		    SAY_TREE_WRITE, what, path, strerror(saved));
}
