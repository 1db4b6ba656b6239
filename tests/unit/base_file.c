/* SPDX-License-Identifier: MIT */
/*
 * Claims about base/file.h.
 */
#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "t.h"

struct place {
	struct arena		*a;
	struct file_root	 root;
};

static enum file_status
status_of(struct place *p, const char *path)
{
	const char *bytes;
	size_t len;

	return file_read(&p->root, p->a, path, 100, &bytes, &len);
}

static bool
make_file(int folder, const char *name, size_t len)
{
	int fd;
	bool ok;

	fd = openat(folder, name, O_WRONLY | O_CREAT | O_EXCL, 0644);
	if (fd == -1)
		return false;
	for (ok = true; ok && len > 0; len--)
		ok = write(fd, "x", 1) == 1;
	return close(fd) == 0 && ok;
}

static bool
make_place(int fd)
{
	return mkdirat(fd, "sub", 0755) == 0 &&
	    mkdirat(fd, "sub/deep", 0755) == 0 &&
	    make_file(fd, "sub/deep/a.md", 100) &&
	    make_file(fd, "big", 101) && make_file(fd, "empty", 0) &&
	    make_file(fd, ".hidden", 1) && make_file(fd, "B", 1) &&
	    symlinkat("big", fd, "link") == 0 &&
	    symlinkat("sub", fd, "linked") == 0 &&
	    mkfifoat(fd, "pipe", 0644) == 0;
}

static void
remove_place(const char *path, int fd)
{
	static const char *const files[] = { "sub/deep/a.md", "big", "empty",
	    ".hidden", "B", "link", "linked", "pipe" };
	size_t i;

	for (i = 0; i < sizeof(files) / sizeof(files[0]); i++)
		(void)unlinkat(fd, files[i], 0);
	(void)unlinkat(fd, "sub/deep", AT_REMOVEDIR);
	(void)unlinkat(fd, "sub", AT_REMOVEDIR);
	(void)rmdir(path);
}

static void
walks(struct t_state *t_, struct place *p)
{
	t_int(status_of(p, "sub/deep/a.md"), FILE_READ,
	    "a file of the size of the cap is read");
	t_int(status_of(p, "big"), FILE_TOO_LARGE, "one byte more is not");
	t_int(status_of(p, "empty"), FILE_READ, "an empty file is read");
	t_int(status_of(p, "none"), FILE_MISSING, "a missing file is missing");
	t_int(status_of(p, "none/a"), FILE_MISSING, "in a missing folder too");
	t_int(status_of(p, "big/a"), FILE_MISSING, "below a file as well");
	t_int(status_of(p, "sub"), FILE_NOT_REGULAR, "a folder is no file");
	t_int(status_of(p, "link"), FILE_NOT_REGULAR, "a link is no file");
	t_int(status_of(p, "linked/deep/a.md"), FILE_NOT_REGULAR,
	    "links are not followed on the way");
	t_int(status_of(p, "pipe"), FILE_NOT_REGULAR,
	    "a pipe is refused without waiting");
	t_int(status_of(p, "../etc/passwd"), FILE_BAD_PATH, ".. is refused");
	t_int(status_of(p, "sub/../big"), FILE_BAD_PATH,
	    ".. is refused inside");
	t_int(status_of(p, "/etc/passwd"), FILE_BAD_PATH,
	    "the root folder is refused");
	t_int(status_of(p, "sub//deep"), FILE_BAD_PATH,
	    "empty components are refused");
	t_int(status_of(p, "sub/"), FILE_BAD_PATH, "at the end too");
	t_int(status_of(p, ""), FILE_BAD_PATH, "no path is no path");
	t_int(status_of(p, "./big"), FILE_BAD_PATH, "one file has one name");
	t_ok(file_exists(&p->root, "big") && !file_exists(&p->root, "sub") &&
	    !file_exists(&p->root, "link") && !file_exists(&p->root, "pipe"),
	    "only regular files exist");
	t_ok(file_is_folder(&p->root, "sub/deep") &&
	    file_is_folder(&p->root, ".") && !file_is_folder(&p->root, "big")
	    && !file_is_folder(&p->root, "linked"), "folders are told");
}

static void
lists(struct t_state *t_, struct place *p)
{
	static const char *const want[] = { "B", "big", "empty", "link",
	    "linked", "pipe", "sub" };
	const char *const *names;
	size_t count, i;
	bool right;

	t_ok(file_list(&p->root, p->a, ".", &names, &count),
	    "the root is listed");
	right = count == sizeof(want) / sizeof(want[0]);
	for (i = 0; right && i < count; i++)
		right = strcmp(names[i], want[i]) == 0;
	t_ok(right, "names are sorted by bytes, those with a dot left out");
	t_ok(!file_list(&p->root, p->a, "none", &names, &count) &&
	    errno == ENOENT, "a missing folder is an error");
}

T_MAIN
{
	char path[] = "/tmp/bifolio-file-XXXXXX";
	const char *bytes;
	struct place p;
	size_t len;
	char *name;

	p.a = arena_new();
	if (mkdtemp(path) == NULL || !file_root_open(&p.root, p.a, path)) {
		t_ok(false, "a folder for the test is made");
		return;
	}
	t_ok(make_place(p.root.fd), "the files of the test are made");
	walks(t_, &p);
	lists(t_, &p);
	t_ok(file_read(&p.root, p.a, "empty", 0, &bytes, &len) == FILE_READ &&
	    len == 0 && bytes[0] == '\0', "an empty file is an empty string");
	name = file_join(p.a, path, "link");
	t_ok(file_read_path(p.a, name, 1000, &bytes, &len) == FILE_READ &&
	    len == 101, "a path as given may be a link");
	t_str(file_join(p.a, ".", "a"), "a", "joining to . gives the name");
	t_str(file_join(p.a, "a/", "b"), "a/b", "one slash between");
	remove_place(path, open(path, O_RDONLY | O_DIRECTORY));
	t_ok(access(path, F_OK) == -1, "the folder of the test is gone");
	file_root_close(&p.root);
	arena_free(p.a);
}
