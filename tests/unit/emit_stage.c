/* SPDX-License-Identifier: MIT */
/*
 * Claims about emit/stage.h.
 */
#include "emit/stage.h"

#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/file.h"
#include "emit/tree.h"
#include "t.h"

struct place {
	struct arena	*a;
	char		 path[40];
};

static void
make_place(struct place *p)
{
	p->a = arena_new();
	(void)memcpy(p->path, "/tmp/bifolio-stage-XXXXXX", 26);
	if (mkdtemp(p->path) == NULL)
		abort();
}

static void
remove_place(struct place *p)
{
	if (!tree_remove(AT_FDCWD, p->path))
		abort();
	arena_free(p->a);
}

/* Writes "first", then "second"; the error after that. */
static const char *
error_after(struct place *p, const char *first, const char *second)
{
	const char *error;
	struct stage *s;

	s = stage_open(p->a, p->path);
	stage_write_from(s, first, "x", 1, "one.md");
	stage_write_from(s, second, "y", 1, "two.md");
	error = stage_error(s);
	stage_close(s);
	return error;
}

static void
writes(struct t_state *t_)
{
	struct file_root root;
	struct place p;
	struct stage *s;
	struct stat st;
	const char *bytes;
	mode_t former;
	size_t len;
	bool ok;

	make_place(&p);
	former = umask(077);
	s = stage_open(p.a, p.path);
	stage_write_file(s, "site/pages/a.html", "hello", 5);
	stage_write_file(s, "site/pages/b.html", "", 0);
	stage_write_file(s, "index.html", "x\0y", 3);
	(void)umask(former);
	t_str(stage_error(s), NULL, "files are written, folders made");
	t_ok(stage_files(s) == 3 && stage_bytes(s) == 8, "and counted");
	stage_close(s);
	ok = file_root_open(&root, p.a, p.path);
	t_ok(ok && file_read(&root, p.a, "index.html", 9, &bytes, &len) ==
	    FILE_READ && len == 3 && memcmp(bytes, "x\0y", 3) == 0,
	    "bytes are written as they are");
	t_ok(ok && fstatat(root.fd, "site/pages/a.html", &st, 0) == 0 &&
	    (st.st_mode & 07777) == 0644, "files have mode 0644");
	t_ok(ok && fstatat(root.fd, "site/pages", &st, 0) == 0 &&
	    (st.st_mode & 07777) == 0755, "folders have mode 0755");
	file_root_close(&root);
	remove_place(&p);
}

static void
lists(struct t_state *t_)
{
	const char *const *paths;
	struct place p;
	struct stage *s;
	size_t count;

	make_place(&p);
	s = stage_open(p.a, p.path);
	stage_write_file(s, "site/b.html", "hello", 5);
	stage_write_file(s, "site-map", "x", 1);
	stage_write_file(s, "site/EN/a.html", "", 0);
	count = stage_list(s, p.a, "site", &paths);
	t_ok(count == 2 && strcmp(paths[0], "site/EN/a.html") == 0 &&
	    strcmp(paths[1], "site/b.html") == 0,
	    "the files below a folder are listed, sorted");
	t_ok(stage_has(s, "site/EN/a.html") && !stage_has(s, "site/en/a.html")
	    && !stage_has(s, "site"), "and known by their very names");
	t_ok(stage_bytes_of(s, "site/b.html") == 5 &&
	    stage_bytes_of(s, "site/c.html") == 0, "with their lengths");
	t_str(stage_path(s), p.path, "below the folder that was given");
	stage_close(s);
	remove_place(&p);
}

static void
collides(struct t_state *t_, const char *first, const char *second,
    const char *claim)
{
	const char *error;
	struct place p;

	make_place(&p);
	error = error_after(&p, first, second);
	t_ok(error != NULL && strstr(error, "one.md") != NULL &&
	    strstr(error, "two.md") != NULL, claim);
	remove_place(&p);
}

static void
is_sticky(struct t_state *t_)
{
	struct diag_list *dl;
	struct place p;
	struct stage *s;
	const char *error;

	make_place(&p);
	dl = diag_list_new(p.a);
	s = stage_open(p.a, p.path);
	stage_write_file(s, "a", "x", 1);
	t_ok(stage_report(s, dl) && diag_total(dl) == 0,
	    "without a failure there is nothing to report");
	stage_write_file(s, "../b", "x", 1);
	error = stage_error(s);
	stage_write_file(s, "c", "x", 1);
	t_ok(error != NULL && stage_error(s) == error && stage_files(s) == 1,
	    "the first failure stays and nothing more is written");
	t_ok(!stage_report(s, dl) && diag_exit_code(dl) == 1,
	    "a bad name is an error of the guide");
	stage_close(s);
	s = stage_open(p.a, "/nowhere/at/all");
	stage_write_file(s, "a", "x", 1);
	dl = diag_list_new(p.a);
	t_ok(!stage_report(s, dl) && diag_exit_code(dl) == 3 &&
	    strstr(stage_error(s), "/nowhere/at/all") != NULL,
	    "a stage that is not there is a failure of the system");
	stage_close(s);
	remove_place(&p);
}

T_MAIN
{
	struct place p;

	writes(t_);
	collides(t_, "a.html", "a.html", "a second file of a name is refused");
	collides(t_, "a.html", "A.HTML", "also in other case");
	collides(t_, "stra\xC3\x9F" "e", "STRASSE", "by full case folding");
	collides(t_, "a", "a/b", "a file is no folder");
	collides(t_, "a/b", "a", "a folder is no file");
	collides(t_, "a/x", "A/y", "folders of other case are others");
	make_place(&p);
	t_str(error_after(&p, "a/x", "a/y"), NULL,
	    "files may share a folder");
	remove_place(&p);
	make_place(&p);
	t_ok(symlinkat("/tmp", AT_FDCWD, arena_printf(p.a, "%s/out", p.path))
	    == 0 && error_after(&p, "out/x", "y") != NULL,
	    "links in the stage are not followed");
	remove_place(&p);
	is_sticky(t_);
	lists(t_);
}
