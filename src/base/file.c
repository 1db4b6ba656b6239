/* SPDX-License-Identifier: MIT */
/*
 * Reading files below an open folder, one path component at a time.
 */
#include "base/file.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/str.h"
#include "base/vec.h"

#define PATH_MAX_BYTES		1024
#define COMPONENT_MAX_BYTES	255

bool
file_root_open(struct file_root *root, struct arena *a, const char *path)
{
	root->path = arena_strdup(a, path);
	do {
		root->fd = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	} while (root->fd == -1 && errno == EINTR);
	return root->fd != -1;
}

void
file_root_close(struct file_root *root)
{
	if (root->fd != -1)
		(void)close(root->fd);
	root->fd = -1;
}

/* Closes without losing what errno says. */
static void
close_quietly(int fd)
{
	int saved = errno;

	(void)close(fd);
	errno = saved;
}

static bool
path_is_plain(const char *path)
{
	const char *p;
	size_t len;

	if (strlen(path) > PATH_MAX_BYTES)
		return false;
	for (p = path;; p += len + 1) {
		len = strcspn(p, "/");
		if (len == 0 || len > COMPONENT_MAX_BYTES ||
		    (len == 1 && p[0] == '.') ||
		    (len == 2 && p[0] == '.' && p[1] == '.'))
			return false;
		if (p[len] == '\0')
			return true;
	}
}

/* What errno of a failed openat of "name" in "folder" means. */
static enum file_status
open_failure(int folder, const char *name)
{
	struct stat st;
	int saved = errno;

	if (saved == ENOENT)
		return FILE_MISSING;
	if (saved == ELOOP || saved == ENXIO || saved == EISDIR)
		return FILE_NOT_REGULAR;
	if (saved == ENOTDIR) {
		/* A link to a folder says this too. */
		if (fstatat(folder, name, &st, AT_SYMLINK_NOFOLLOW) == 0 &&
		    !S_ISREG(st.st_mode))
			return FILE_NOT_REGULAR;
		return FILE_MISSING;
	}
	errno = saved;
	return FILE_FAILED;
}

static enum file_status
open_component(int folder, const char *name, int flags, int *fd)
{
	do {
		*fd = openat(folder, name,
		    O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC | flags);
	} while (*fd == -1 && errno == EINTR);
	return *fd == -1 ? open_failure(folder, name) : FILE_READ;
}

/* Opens "path" below the root; "flags" are for the last component. */
static enum file_status
open_below(const struct file_root *root, const char *path, int flags, int *fd)
{
	char name[COMPONENT_MAX_BYTES + 1];
	enum file_status status;
	int folder, next;
	size_t len;
	bool last;

	if (!path_is_plain(path))
		return FILE_BAD_PATH;
	folder = root->fd;
	do {
		len = strcspn(path, "/");
		memcpy(name, path, len);
		name[len] = '\0';
		last = path[len] == '\0';
		status = open_component(folder, name,
		    last ? flags : O_DIRECTORY, &next);
		if (folder != root->fd)
			close_quietly(folder);
		if (status != FILE_READ)
			return status;
		folder = next;
		path += len + 1;
	} while (!last);
	*fd = folder;
	return FILE_READ;
}

/* Reads up to "size" bytes; -1 with errno set on failure. */
static ssize_t
read_full(int fd, char *bytes, size_t size)
{
	size_t done;
	ssize_t n;

	for (done = 0; done < size; done += (size_t)n) {
		n = read(fd, bytes + done, size - done);
		if (n == 0)
			break;
		if (n == -1) {
			if (errno != EINTR)
				return -1;
			n = 0;
		}
	}
	return (ssize_t)done;
}

/* One attempt; *steady says whether the file stayed as it was meanwhile. */
static enum file_status
read_once(int fd, struct arena *a, size_t cap, const char **bytes, size_t *len,
    bool *steady)
{
	struct stat before, after;
	size_t size;
	ssize_t n;
	char *data;

	*steady = false;
	if (fstat(fd, &before) == -1)
		return FILE_FAILED;
	if (!S_ISREG(before.st_mode))
		return FILE_NOT_REGULAR;
	if (before.st_size < 0 || (uintmax_t)before.st_size > cap)
		return FILE_TOO_LARGE;
	size = (size_t)before.st_size;
	data = arena_alloc(a, size + 1);
	if (lseek(fd, 0, SEEK_SET) == -1)
		return FILE_FAILED;
	/* One byte more than there should be shows a file that grew. */
	n = read_full(fd, data, size + 1);
	if (n == -1 || fstat(fd, &after) == -1)
		return FILE_FAILED;
	*steady = (size_t)n == size && after.st_size == before.st_size &&
	    after.st_mtim.tv_sec == before.st_mtim.tv_sec &&
	    after.st_mtim.tv_nsec == before.st_mtim.tv_nsec;
	data[size] = '\0';
	*bytes = data;
	*len = size;
	return FILE_READ;
}

/* Reads and closes "fd". */
static enum file_status
read_whole(int fd, struct arena *a, size_t cap, const char **bytes,
    size_t *len)
{
	enum file_status status;
	bool steady;
	int attempt;

	steady = false;
	status = FILE_FAILED;
	/* An editor may be saving it just now: one more try. */
	for (attempt = 0; attempt < 2 && !steady; attempt++) {
		status = read_once(fd, a, cap, bytes, len, &steady);
		if (status != FILE_READ)
			break;
	}
	if (status == FILE_READ && !steady) {
		errno = EBUSY;
		status = FILE_FAILED;
	}
	close_quietly(fd);
	return status;
}

enum file_status
file_read(const struct file_root *root, struct arena *a, const char *path,
    size_t cap, const char **bytes, size_t *len)
{
	enum file_status status;
	int fd;

	status = open_below(root, path, 0, &fd);
	if (status != FILE_READ)
		return status;
	return read_whole(fd, a, cap, bytes, len);
}

enum file_status
file_read_path(struct arena *a, const char *path, size_t cap,
    const char **bytes, size_t *len)
{
	int fd;

	do {
		fd = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC);
	} while (fd == -1 && errno == EINTR);
	if (fd == -1)
		return open_failure(AT_FDCWD, path);
	return read_whole(fd, a, cap, bytes, len);
}

/* Opens "path", "." being the root, as a folder; -1 with errno set. */
static int
open_folder(const struct file_root *root, const char *path)
{
	enum file_status status;
	int fd;

	if (str_equal(path, "."))
		status = open_component(root->fd, ".", O_DIRECTORY, &fd);
	else
		status = open_below(root, path, O_DIRECTORY, &fd);
	switch (status) {
	case FILE_READ:
		return fd;
	case FILE_BAD_PATH:
		errno = EINVAL;
		return -1;
	case FILE_MISSING:
		errno = ENOENT;
		return -1;
	case FILE_NOT_REGULAR:
		errno = ENOTDIR;
		return -1;
	case FILE_TOO_LARGE:
	case FILE_FAILED:
		break;
	}
	return -1;
}

bool
file_exists(const struct file_root *root, const char *path)
{
	struct stat st;
	bool regular;
	int fd;

	if (open_below(root, path, 0, &fd) != FILE_READ)
		return false;
	regular = fstat(fd, &st) == 0 && S_ISREG(st.st_mode);
	close_quietly(fd);
	return regular;
}

bool
file_is_folder(const struct file_root *root, const char *path)
{
	int fd;

	fd = open_folder(root, path);
	if (fd == -1)
		return false;
	close_quietly(fd);
	return true;
}

static bool
list_folder(const struct file_root *root, struct arena *a, const char *path,
    bool hidden, const char *const **names, size_t *count)
{
	VEC(const char *) found = { NULL, 0, 0 };
	struct dirent *entry;
	DIR *folder;
	int fd, failure;

	fd = open_folder(root, path);
	if (fd == -1)
		return false;
	folder = fdopendir(fd);
	if (folder == NULL) {
		close_quietly(fd);
		return false;
	}
	/* readdir tells the end from a failure by errno alone. */
	while (errno = 0, (entry = readdir(folder)) != NULL) {
		if (entry->d_name[0] != '.' || (hidden &&
		    !str_equal(entry->d_name, ".") &&
		    !str_equal(entry->d_name, "..")))
			*vec_push(a, &found) = arena_strdup(a, entry->d_name);
	}
	failure = errno;
	(void)closedir(folder);
	if (failure != 0) {
		errno = failure;
		return false;
	}
	if (found.len > 0)
		qsort(found.items, found.len, sizeof(*found.items),
		    str_order);
	*names = found.items;
	*count = found.len;
	return true;
}

bool
file_list(const struct file_root *root, struct arena *a, const char *path,
    const char *const **names, size_t *count)
{
	return list_folder(root, a, path, false, names, count);
}

bool
file_list_hidden(const struct file_root *root, struct arena *a,
    const char *path, const char *const **names, size_t *count)
{
	return list_folder(root, a, path, true, names, count);
}

const char *
file_status_text(enum file_status status)
{
	switch (status) {
	case FILE_READ:
		return "the file was read";
	case FILE_MISSING:
		return "there is no such file";
	case FILE_NOT_REGULAR:
		return "it is a folder, a link or a device, not a file";
	case FILE_TOO_LARGE:
		return "the file is too large";
	case FILE_BAD_PATH:
		return "the path has \"..\", \".\" or \"//\" in it, starts "
		    "or ends with \"/\", or is too long";
	case FILE_FAILED:
		return strerror(errno);
	}
	BUG("file status %d", (int)status);
}

char *
file_join(struct arena *a, const char *dir, const char *name)
{
	if (dir[0] == '\0' || str_equal(dir, "."))
		return arena_strdup(a, name);
	if (str_ends(dir, "/"))
		return arena_printf(a, "%s%s", dir, name);
	return arena_printf(a, "%s/%s", dir, name);
}
