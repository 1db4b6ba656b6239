/* SPDX-License-Identifier: MIT */
/*
 * Reading files below a folder that stays open.
 *
 * Every path is relative to the root, walked one component at a time without
 * following symbolic links; "..", empty components, devices and pipes are
 * refused.  Nothing here writes: that is emit/.
 */
#ifndef BASE_FILE_H
#define BASE_FILE_H

#include <stdbool.h>
#include <stddef.h>

struct arena;

struct file_root {
	int		 fd;
	const char	*path;	/* as shown in messages */
};

enum file_status {
	FILE_READ,		/* all is well */
	FILE_MISSING,
	FILE_NOT_REGULAR,	/* a folder, link, device or pipe */
	FILE_TOO_LARGE,
	FILE_BAD_PATH,		/* "..", ".", absolute, empty or too long */
	FILE_FAILED		/* system error, in errno */
};

/* Opens a folder; false with errno set if it cannot be. */
bool file_root_open(struct file_root *root, struct arena *a, const char *path)
    __attribute__((warn_unused_result));
void file_root_close(struct file_root *root);

/*
 * Reads "path" whole into "a", followed by a NUL that is not counted.  A file
 * longer than "cap" bytes is FILE_TOO_LARGE.
 */
enum file_status file_read(const struct file_root *root, struct arena *a,
    const char *path, size_t cap, const char **bytes, size_t *len)
    __attribute__((warn_unused_result));
/* Is there a regular file / a folder at "path"? */
bool file_exists(const struct file_root *root, const char *path);
bool file_is_folder(const struct file_root *root, const char *path);
/*
 * Names in folder "path" ("." for the root) sorted by bytes, without those
 * that start with a dot.  False with errno set if the folder cannot be read.
 */
bool file_list(const struct file_root *root, struct arena *a, const char *path,
    const char *const **names, size_t *count)
    __attribute__((warn_unused_result));
/* The same with those that start with a dot ("." and ".." left out). */
bool file_list_hidden(const struct file_root *root, struct arena *a,
    const char *path, const char *const **names, size_t *count)
    __attribute__((warn_unused_result));
/* What went wrong, in words ("there is no such file"); for FILE_FAILED what
 * errno says, so call it before anything else changes errno. */
const char *file_status_text(enum file_status status);
/* dir/name in "a"; "." or "" as dir gives name. */
char *file_join(struct arena *a, const char *dir, const char *name);
/* A file anywhere (fonts, colour profiles): reads "path" as given. */
enum file_status file_read_path(struct arena *a, const char *path, size_t cap,
    const char **bytes, size_t *len) __attribute__((warn_unused_result));

#endif
