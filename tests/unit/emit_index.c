/* SPDX-License-Identifier: MIT */
/*
 * Claims about emit/index.h.
 */
#include "emit/index.h"

#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/file.h"
#include "base/str.h"
#include "emit/tree.h"
#include "t.h"

#define OURS "content=\"bifolio"

static const char first[] = "<meta name=\"generator\" content=\"bifolio\">1";
static const char second[] = "<meta name=\"generator\" content=\"bifolio\">2";

static const char *
text_of(struct arena *a, const struct file_root *root, const char *name)
{
	const char *bytes;
	size_t len;

	if (file_read(root, a, name, 10000, &bytes, &len) != FILE_READ)
		return NULL;
	return bytes;
}

T_MAIN
{
	char path[] = "/tmp/bifolio-index-XXXXXX";
	struct file_root root;
	struct diag_list *dl;
	struct arena *a;
	struct index *x;
	const char *const *names;
	size_t count;

	a = arena_new();
	dl = diag_list_new(a);
	if (mkdtemp(path) == NULL || !file_root_open(&root, a, path))
		abort();
	x = index_begin(a, dl, path, "index.html", OURS);
	t_ok(x != NULL && index_commit(x, first, strlen(first), true),
	    "the first file is written");
	t_str(text_of(a, &root, "index.html"), first, "and is whole");
	t_ok(tree_write_file(root.fd, ".index.html.tmp-1-2", "", 0, false),
	    "a build was killed here");
	x = index_begin(a, dl, path, "index.html", OURS);
	t_ok(x != NULL && index_commit(x, second, strlen(second), false),
	    "a file of ours is replaced");
	t_str(text_of(a, &root, "index.html"), second, "by the new one");
	t_ok(faccessat(root.fd, ".index.html.tmp-1-2", F_OK, 0) == -1,
	    "what the killed build left is removed");
	x = index_begin(a, dl, path, "index.html", OURS);
	index_abort(x);
	t_str(text_of(a, &root, "index.html"), second,
	    "after an abort it is as it was");
	t_int(diag_total(dl), 0, "nothing had to be said");
	t_ok(tree_write_file(root.fd, "mine.html", "<p>mine", 7, false) &&
	    index_begin(a, dl, path, "mine.html", OURS) == NULL &&
	    diag_exit_code(dl) == 2, "a file of others is not replaced");
	t_str(text_of(a, &root, "mine.html"), "<p>mine", "and untouched");
	t_ok(symlinkat("index.html", root.fd, "link.html") == 0 &&
	    index_begin(a, dl, path, "link.html", OURS) == NULL,
	    "a link is not replaced");
	t_ok(index_begin(a, dl, arena_printf(a, "%s/none", path),
	    "index.html", OURS) == NULL && diag_exit_code(dl) == 3,
	    "a missing folder is a failure");
	t_ok(file_list(&root, a, ".", &names, &count) && count == 3,
	    "nothing else is left behind");
	file_root_close(&root);
	(void)tree_remove(AT_FDCWD, path);
	arena_free(a);
}
