/* SPDX-License-Identifier: MIT */
/*
 * Claims about emit/tree.h.
 */
#include "emit/tree.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/str.h"
#include "t.h"

static bool
exists(int folder, const char *name)
{
	struct stat st;

	return fstatat(folder, name, &st, AT_SYMLINK_NOFOLLOW) == 0;
}

static void
lists(struct t_state *t_, struct arena *a, int root)
{
	static const char *const want[] = {
		"b", "b/.x", "b/c", "b/c/z", "b-", "empty"
	};
	struct tree t;
	bool right;
	size_t i;

	t_ok(tree_list(a, root, &t), "a tree is listed");
	right = t.entries.len == sizeof(want) / sizeof(want[0]);
	for (i = 0; right && i < t.entries.len; i++)
		right = str_equal(t.entries.items[i].path, want[i]);
	t_ok(right, "sorted by bytes, each folder before its content");
	t_ok(tree_sync(root, &t), "what is listed can be synced");
	t_ok(symlinkat("b", root, "link") == 0 && !tree_list(a, root, &t) &&
	    errno == EINVAL && str_equal(t.failed_at, "link"),
	    "a link is neither file nor folder");
}

T_MAIN
{
	char path[] = "/tmp/bifolio-tree-XXXXXX";
	struct tree_entry file;
	struct arena *a;
	struct stat st;
	int deep, outside, root;

	a = arena_new();
	if (mkdtemp(path) == NULL || mkdir(arena_printf(a, "%s/in", path),
	    0755) == -1)
		abort();
	outside = open(path, O_RDONLY | O_DIRECTORY);
	root = tree_open_folder(outside, "in");
	deep = tree_walk(root, "b/c", 3, true);
	t_ok(deep != -1, "folders on the way are made");
	t_ok(tree_write_file(deep, "z", "zz", 2, true), "a file is written");
	t_ok(!tree_write_file(deep, "z", "y", 1, false) && errno == EEXIST,
	    "a file that is there is not replaced");
	(void)close(deep);
	t_ok(tree_walk(root, "b//c", 4, true) == -1,
	    "an empty name leads nowhere");
	t_ok(tree_make_folder(root, "empty") &&
	    tree_write_file(root, "b-", "", 0, false) &&
	    tree_write_file(root, "b/.x", "", 0, false), "more is made");
	lists(t_, a, root);
	t_ok(tree_walk(root, "link/c", 6, false) == -1 && errno == ENOTDIR,
	    "a link on the way is not followed");
	memset(&file, 0, sizeof(file));
	file.path = "b/c/z";
	file.modified.tv_sec = 1000000000;
	file.modified.tv_nsec = 123456789;
	t_ok(tree_make_folder(outside, "copy"), "a place for copies");
	deep = tree_open_folder(outside, "copy");
	t_ok(tree_copy_file(root, deep, &file) &&
	    fstatat(deep, "b/c/z", &st, 0) == 0 && st.st_size == 2 &&
	    st.st_mtim.tv_sec == 1000000000 &&
	    st.st_mtim.tv_nsec == 123456789,
	    "a copy has the bytes and the time of change");
	file.path = "link";
	t_ok(!tree_copy_file(root, deep, &file), "a link is not copied");
	(void)close(deep);
	(void)close(root);
	t_ok(tree_write_file(outside, "stays", "", 0, false) &&
	    symlinkat("../stays", outside, "in/away") == 0 &&
	    tree_remove(outside, "in") && !exists(outside, "in") &&
	    exists(outside, "stays"),
	    "removing takes the links, not what they point to");
	t_ok(tree_remove(outside, "in"), "what is missing is removed");
	t_ok(tree_make_folder(outside, ".a.tmp-1") &&
	    tree_write_file(outside, ".a.tmp-2", "", 0, false) &&
	    tree_write_file(outside, ".a.lock", "", 0, false) &&
	    tree_remove_prefixed(a, outside, ".a.tmp-") &&
	    !exists(outside, ".a.tmp-1") && !exists(outside, ".a.tmp-2") &&
	    exists(outside, ".a.lock"), "leftovers are removed by prefix");
	t_ok(!str_equal(tree_fresh_name(a, "x"), tree_fresh_name(a, "x")),
	    "fresh names differ");
	(void)close(outside);
	t_ok(tree_remove(AT_FDCWD, path), "the folder of the test is gone");
	arena_free(a);
}
