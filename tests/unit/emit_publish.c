/* SPDX-License-Identifier: MIT */
/*
 * Claims about emit/publish.h: what is at OUT/NAME after each way of ending.
 */
#include "emit/publish.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/file.h"
#include "base/str.h"
#include "emit/stage.h"
#include "emit/tree.h"
#include "t.h"

struct place {
	struct arena		*a;
	struct diag_list	*dl;
	struct file_root	 root;
	char			 path[40];
	const char		*out;
};

static void
make_place(struct place *p)
{
	p->a = arena_new();
	p->dl = diag_list_new(p->a);
	(void)memcpy(p->path, "/tmp/bifolio-publish-XXXXXX", 28);
	if (mkdtemp(p->path) == NULL || !file_root_open(&p->root, p->a,
	    p->path))
		abort();
	p->out = arena_printf(p->a, "%s/out", p->path);
}

static void
remove_place(struct place *p)
{
	file_root_close(&p->root);
	if (!tree_remove(AT_FDCWD, p->path))
		abort();
	arena_free(p->a);
}

/* Files of a new edition: path, bytes, ..., NULL. */
static bool
publish_form(struct place *p, enum publish_form form,
    bool (*keep)(const char *, void *), const char *const *files)
{
	struct publish *edition;
	struct stage *s;

	edition = publish_begin(p->a, p->dl, p->out, "uk", form,
	    PUBLISH_SYNC_WHOLE);
	if (edition == NULL)
		return false;
	s = stage_open(p->a, publish_stage_path(edition));
	for (; files[0] != NULL; files += 2)
		stage_write_file(s, files[0], files[1], strlen(files[1]));
	if (!stage_report(s, p->dl) || !publish_carry(edition, keep, NULL)) {
		publish_abort(edition);
		return false;
	}
	stage_close(s);
	return publish_commit(edition);
}

static const char *
text_of(struct place *p, const char *path)
{
	const char *bytes;
	size_t len;

	if (file_read(&p->root, p->a, path, 100000, &bytes, &len) != FILE_READ)
		return NULL;
	return bytes;
}

/* How many entries begin with "prefix" in the output folder. */
static size_t
left_over(struct place *p, const char *prefix)
{
	struct tree t;
	size_t count, i;
	int out;

	out = tree_open_folder(p->root.fd, "out");
	if (out == -1 || !tree_list(p->a, out, &t))
		abort();
	(void)close(out);
	for (count = 0, i = 0; i < t.entries.len; i++)
		count += str_starts(t.entries.items[i].path, prefix);
	return count;
}

static const char *const one[] = {
	"site/index.html", "one", "site/old.html", "old", "shape", "file",
	"print/en/booklet.pdf", "pdf one", NULL
};
static const char *const two[] = {
	"site/index.html", "two", "site/new/page.html", "new",
	"shape/inside", "folder", NULL
};

static bool
keep_print(const char *path, void *context)
{
	(void)context;
	return str_starts(path, "print/");
}

static void
swaps(struct t_state *t_, enum publish_form form, const char *claim)
{
	struct place p;

	make_place(&p);
	t_ok(publish_form(&p, form, NULL, one), claim);
	t_str(text_of(&p, "out/uk/site/index.html"),
	    form == PUBLISH_LINK ? NULL : "one", "the first edition is there");
	t_ok(publish_form(&p, form, NULL, two), "a second one is published");
	if (form != PUBLISH_LINK) {
		t_str(text_of(&p, "out/uk/site/index.html"), "two",
		    "it has the new files");
		t_str(text_of(&p, "out/uk/site/new/page.html"), "new",
		    "and new folders");
		t_str(text_of(&p, "out/uk/shape/inside"), "folder",
		    "a file has become a folder");
		t_str(text_of(&p, "out/uk/site/old.html"), NULL,
		    "what it does not have is gone");
		t_ok(publish_form(&p, form, NULL, one) &&
		    text_of(&p, "out/uk/shape") != NULL,
		    "and the other way round");
		t_int(left_over(&p, ".uk.tmp-"), 0, "nothing is left over");
	}
	t_int(diag_count(p.dl, DIAG_ERROR), 0, "no errors");
	t_int(diag_count(p.dl, DIAG_WARNING),
	    form == PUBLISH_FILES ? 1 : 0, "a mix is warned of, else silence");
	remove_place(&p);
}

static void
links(struct t_state *t_)
{
	char target[64], former[64];
	struct place p;
	struct stat st;
	ssize_t n;
	int fd;

	make_place(&p);
	(void)publish_form(&p, PUBLISH_LINK, NULL, one);
	n = readlinkat(p.root.fd, "out/uk", former, sizeof(former) - 1);
	former[n < 0 ? 0 : n] = '\0';
	t_ok(str_starts(former, ".uk.r/"), "the edition is a link of ours");
	(void)publish_form(&p, PUBLISH_SWAP, NULL, two);
	n = readlinkat(p.root.fd, "out/uk", target, sizeof(target) - 1);
	target[n < 0 ? 0 : n] = '\0';
	t_ok(str_starts(target, ".uk.r/") && !str_equal(target, former),
	    "a link of ours stays a link, to another folder");
	t_ok(fstatat(p.root.fd, arena_printf(p.a, "out/%s/site/new/page.html",
	    target), &st, 0) == 0, "the new one");
	t_ok(fstatat(p.root.fd, arena_printf(p.a, "out/%s", former), &st, 0)
	    == -1, "the former one is removed");
	fd = openat(p.root.fd, "out", O_RDONLY | O_DIRECTORY);
	t_ok(unlinkat(fd, "uk", 0) == 0 && symlinkat("/etc", fd, "uk") == 0 &&
	    !publish_form(&p, PUBLISH_SWAP, NULL, one) &&
	    diag_exit_code(p.dl) == 2, "another link is refused");
	(void)close(fd);
	remove_place(&p);
}

static void
refuses(struct t_state *t_)
{
	struct place p;
	struct stat st;
	int folder;

	make_place(&p);
	folder = tree_walk(p.root.fd, "out/uk", 6, true);
	t_ok(folder != -1 && publish_form(&p, PUBLISH_SWAP, NULL, one),
	    "an empty folder is taken");
	(void)close(folder);
	folder = tree_walk(p.root.fd, "out/uk", 6, true);
	t_ok(tree_remove(folder, ".bifolio") &&
	    !publish_form(&p, PUBLISH_SWAP, NULL, two),
	    "a folder without marker is refused");
	t_str(text_of(&p, "out/uk/site/index.html"), "one", "and untouched");
	t_int(diag_exit_code(p.dl), 2, "that is a matter of configuration");
	t_ok(strstr(diag_nth(p.dl, 0)->text, "not made by bifolio") != NULL,
	    "the message says that it is not ours");
	t_ok(tree_write_file(folder, ".bifolio", "bifolio edition 1\n", 18,
	    false) && !publish_form(&p, PUBLISH_SWAP, NULL, two),
	    "a damaged marker is refused");
	(void)close(folder);
	t_ok(tree_remove(AT_FDCWD, arena_printf(p.a, "%s/uk", p.out)) &&
	    tree_write_file(p.root.fd, "file", "x", 1, false) &&
	    renameat(p.root.fd, "file", p.root.fd, "out/uk") == 0 &&
	    !publish_form(&p, PUBLISH_SWAP, NULL, two) &&
	    fstatat(p.root.fd, "out/uk", &st, 0) == 0,
	    "a file of that name is refused");
	t_int(left_over(&p, ".uk.tmp-"), 0, "no stage is left");
	remove_place(&p);
}

static void
locks(struct t_state *t_)
{
	struct publish *edition, *other;
	struct diag_list *dl;
	struct place p;

	make_place(&p);
	dl = diag_list_new(p.a);
	edition = publish_begin(p.a, p.dl, p.out, "uk", PUBLISH_SWAP,
	    PUBLISH_SYNC_NONE);
	t_ok(edition != NULL && publish_begin(p.a, dl, p.out, "uk",
	    PUBLISH_SWAP, PUBLISH_SYNC_NONE) == NULL, "one build at a time");
	t_ok(diag_exit_code(dl) == 3 && strstr(diag_nth(dl, 0)->text,
	    arena_printf(p.a, "process %ld", (long)getpid())) != NULL,
	    "the message names the process");
	other = publish_begin(p.a, p.dl, p.out, "fr", PUBLISH_SWAP,
	    PUBLISH_SYNC_NONE);
	t_ok(other != NULL, "another edition has its own lock");
	publish_abort(other);
	publish_abort(edition);
	publish_abort(NULL);
	t_int(left_over(&p, ".uk.tmp-"), 0, "an abort removes the stage");
	t_ok(publish_form(&p, PUBLISH_SWAP, NULL, one),
	    "after an abort the lock is free");
	t_int(diag_total(p.dl), 0, "nothing had to be said");
	remove_place(&p);
}

static void
leftovers(struct t_state *t_)
{
	struct place p;
	int folder;

	make_place(&p);
	folder = tree_walk(p.root.fd, "out/.uk.tmp-1-2/site/deep", 25, true);
	t_ok(folder != -1 && tree_write_file(folder, "x", "x", 1, false),
	    "a build was killed here");
	(void)close(folder);
	t_ok(publish_form(&p, PUBLISH_SWAP, NULL, one) &&
	    left_over(&p, ".uk.tmp-") == 0, "what it left is removed");
	remove_place(&p);
}

static void
carries(struct t_state *t_, enum publish_form form)
{
	struct stat before, after, other;
	struct timespec times[2] = { { 1000000000, 5 }, { 1000000000, 7 } };
	struct place p;
	int folder;

	make_place(&p);
	t_ok(publish_form(&p, form, NULL, one), "an edition to carry from");
	folder = tree_open_folder(p.root.fd, "out");
	t_ok(utimensat(folder, "uk/print/en/booklet.pdf", times, 0) == 0 &&
	    fstatat(folder, "uk/print/en/booklet.pdf", &before, 0) == 0 &&
	    publish_form(&p, form, keep_print, two),
	    "what was not selected is carried over");
	t_ok(fstatat(folder, "uk/print/en/booklet.pdf", &after, 0) == 0 &&
	    before.st_mtim.tv_sec == after.st_mtim.tv_sec &&
	    before.st_mtim.tv_nsec == after.st_mtim.tv_nsec,
	    "with its time of change");
	t_str(text_of(&p, "out/uk/print/en/booklet.pdf"), "pdf one",
	    "with its bytes");
	t_str(text_of(&p, "out/uk/site/index.html"), "two",
	    "what was selected is new");
	t_str(text_of(&p, "out/uk/site/old.html"), NULL,
	    "what was selected and is not made any more is gone");
	t_ok(tree_make_folder(folder, "uk/.well-known") && mkdirat(folder,
	    "uk/.well-known/x", 0700) == 0, "the owner makes a folder");
	(void)close(folder);
	folder = tree_walk(p.root.fd, "out/uk/.well-known", 18, false);
	t_ok(tree_write_file(folder, "CNAME", "mine", 4, false) &&
	    publish_form(&p, form, NULL, one) &&
	    publish_form(&p, form, NULL, two), "and a file in it");
	t_str(text_of(&p, "out/uk/.well-known/CNAME"), "mine",
	    "files of others are never lost");
	(void)close(folder);
	t_ok(fstatat(p.root.fd, "out/uk/print", &other, 0) == -1,
	    "and no others are carried unasked");
	remove_place(&p);
}

static void
distrusts(struct t_state *t_)
{
	struct publish *edition;
	const char *path;
	struct place p;

	make_place(&p);
	(void)publish_form(&p, PUBLISH_SWAP, NULL, one);
	edition = publish_begin(p.a, p.dl, p.out, "uk", PUBLISH_SWAP,
	    PUBLISH_SYNC_NONE);
	t_ok(!publish_commit(edition), "an empty stage is not published");
	edition = publish_begin(p.a, p.dl, p.out, "uk", PUBLISH_SWAP,
	    PUBLISH_SYNC_NONE);
	path = arena_printf(p.a, "%s/passwd", publish_stage_path(edition));
	t_ok(symlink("/etc/passwd", path) == 0 && !publish_commit(edition),
	    "a stage with a link in it is not published");
	edition = publish_begin(p.a, p.dl, p.out, "uk", PUBLISH_SWAP,
	    PUBLISH_SYNC_NONE);
	path = arena_printf(p.a, "%s/.bifolio", publish_stage_path(edition));
	t_ok(mkdir(path, 0755) == 0 && !publish_commit(edition),
	    "nor one with names that outputs never have");
	t_str(text_of(&p, "out/uk/site/index.html"), "one",
	    "the old edition is untouched");
	t_int(left_over(&p, ".uk.tmp-"), 0, "the stages are removed");
	remove_place(&p);
}

static void
editions(struct t_state *t_)
{
	const char *const *names;
	struct publish *edition;
	struct place p;
	struct stage *s;
	size_t count;

	make_place(&p);
	t_ok(publish_editions(p.a, p.out, &names, &count) && count == 0,
	    "no folder, no editions");
	(void)publish_form(&p, PUBLISH_SWAP, NULL, one);
	edition = publish_begin(p.a, p.dl, p.out, "fr", PUBLISH_LINK,
	    PUBLISH_SYNC_EACH);
	s = stage_open(p.a, publish_stage_path(edition));
	stage_write_file(s, "a", "b", 1);
	stage_close(s);
	t_ok(publish_commit(edition), "every file may be synced by itself");
	t_ok(mkdirat(p.root.fd, "out/build", 0755) == 0 &&
	    publish_editions(p.a, p.out, &names, &count) && count == 2 &&
	    str_equal(names[0], "fr") && str_equal(names[1], "uk"),
	    "editions are told from other folders and sorted");
	remove_place(&p);
}

T_MAIN
{
	swaps(t_, PUBLISH_SWAP, "publishing by exchange works");
	swaps(t_, PUBLISH_FILES, "publishing file by file works");
	swaps(t_, PUBLISH_LINK, "publishing by link works");
	links(t_);
	refuses(t_);
	locks(t_);
	leftovers(t_);
	carries(t_, PUBLISH_SWAP);
	carries(t_, PUBLISH_FILES);
	distrusts(t_);
	editions(t_);
}
