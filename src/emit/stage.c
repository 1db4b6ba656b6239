/* SPDX-License-Identifier: MIT */
/*
 * Files below an open folder, one after the other; the first failure stays.
 */
#define _GNU_SOURCE

#include "emit/stage.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/map.h"
#include "base/str.h"
#include "base/unicode.h"
#include "emit/output_name.h"
#include "emit/tree.h"

/* A name that is taken, under what every file system takes it for. */
struct claim {
	const char	*path;
	const char	*origin;
	bool		 folder;
	size_t		 bytes;		/* of a file */
};

struct stage {
	struct arena	*arena;
	const char	*path;
	int		 root;
	int		 folder;	/* the one written to last, or -1 */
	const char	*folder_path;
	struct map	*claims;	/* folded path -> struct claim */
	size_t		 files, bytes;
	/* The first failure. */
	const char	*error, *hint, *id;
	enum diag_class	 class;
};

struct stage *
stage_open(struct arena *a, const char *path)
{
	struct stage *s;

	s = ARENA_NEW(a, struct stage);
	s->arena = a;
	s->path = arena_strdup(a, path);
	s->claims = map_new(a);
	s->folder = s->root = -1;
	/* An edition's folder is the builder's to make; one that is there is
	 * as good. */
	if (mkdir(path, 0755) != 0 && errno != EEXIST)
		goto failed;
	do {
		s->root = open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW |
		    O_CLOEXEC);
	} while (s->root == -1 && errno == EINTR);
	/* Whatever the umask: web servers read it as somebody else. */
	if (s->root != -1 && fchmod(s->root, 0755) == 0)
		return s;
failed:
	s->id = "output-write";
	s->class = DIAG_SYSTEM;
	s->hint = tree_hint(errno);
	s->error = arena_printf(a, "cannot make folder %s: %s", path,
	    strerror(errno));
	return s;
}

/* A failure that errno tells of. */
static void
fail(struct stage *s, const char *path)
{
	int saved = errno;

	s->id = "output-write";
	s->class = DIAG_SYSTEM;
	s->hint = tree_hint(saved);
	s->error = arena_printf(s->arena, "cannot write %s/%s: %s", s->path,
	    path, strerror(saved));
}

static void
fail_collision(struct stage *s, const struct claim *first, const char *path,
    const char *origin)
{
	s->id = "output-collision";
	s->class = DIAG_CONTENT;
	s->hint = "rename one of them; upper and lower case count as the same";
	s->error = arena_printf(s->arena, "%s%s%s%s and %s%s%s%s would have "
	    "the same name", first->path,
	    first->origin == NULL ? "" : " (from ",
	    first->origin == NULL ? "" : first->origin,
	    first->origin == NULL ? "" : ")", path,
	    origin == NULL ? "" : " (from ", origin == NULL ? "" : origin,
	    origin == NULL ? "" : ")");
}

/* Takes one name; false if another output has it. */
static bool
claim(struct stage *s, const char *path, bool folder, const char *origin)
{
	const char *folded;
	struct claim *c;

	folded = unicode_fold(s->arena, path);
	c = map_find(s->claims, folded);
	if (c != NULL && folder && c->folder && str_equal(c->path, path))
		return true;
	if (c != NULL) {
		fail_collision(s, c, path, origin);
		return false;
	}
	c = ARENA_NEW(s->arena, struct claim);
	c->path = arena_strdup(s->arena, path);
	c->origin = origin == NULL ? NULL : arena_strdup(s->arena, origin);
	c->folder = folder;
	return map_add(s->claims, folded, c);
}

/* Takes the path and the folders on its way. */
static bool
claim_path(struct stage *s, const char *path, const char *origin)
{
	const char *slash;

	for (slash = strchr(path, '/'); slash != NULL;
	    slash = strchr(slash + 1, '/')) {
		if (!claim(s, arena_strndup(s->arena, path,
		    (size_t)(slash - path)), true, origin))
			return false;
	}
	return claim(s, path, false, origin);
}

/* Makes s->folder the one that holds "path". */
static bool
enter_folder(struct stage *s, const char *path, const char **name)
{
	const char *slash;
	size_t len;

	slash = strrchr(path, '/');
	*name = slash == NULL ? path : slash + 1;
	len = slash == NULL ? 0 : (size_t)(slash - path);
	if (s->folder != -1 && strlen(s->folder_path) == len &&
	    memcmp(s->folder_path, path, len) == 0)
		return true;
	if (s->folder != -1)
		(void)close(s->folder);
	s->folder = tree_walk(s->root, path, len, true);
	s->folder_path = arena_strndup(s->arena, path, len);
	return s->folder != -1;
}

void
stage_write_file(struct stage *s, const char *path, const void *bytes,
    size_t len)
{
	stage_write_from(s, path, bytes, len, NULL);
}

void
stage_write_from(struct stage *s, const char *path, const void *bytes,
    size_t len, const char *origin)
{
	const char *name, *problem;
	struct claim *c;

	if (s->error != NULL)
		return;
	problem = output_name_problem(s->arena, path);
	if (problem != NULL) {
		s->id = "output-name";
		s->class = DIAG_CONTENT;
		s->hint = "give it another name";
		s->error = arena_printf(s->arena, "the name of the output %s "
		    "%s%s%s", path, problem, origin == NULL ? "" : ", from ",
		    origin == NULL ? "" : origin);
		return;
	}
	if (!claim_path(s, path, origin))
		return;
	if (!enter_folder(s, path, &name) ||
	    !tree_write_file(s->folder, name, bytes, len, false)) {
		fail(s, path);
		return;
	}
	c = map_find(s->claims, unicode_fold(s->arena, path));
	c->bytes = len;
	s->files++;
	s->bytes += len;
}

const char *
stage_path(const struct stage *s)
{
	return s->path;
}

size_t
stage_list(const struct stage *s, struct arena *a, const char *folder,
    const char *const **paths)
{
	const size_t len = strlen(folder);
	const struct claim *c;
	const char **found;
	size_t count = 0;

	found = ARENA_ARRAY(a, const char *, map_count(s->claims) + 1);
	for (size_t i = 0; i < map_count(s->claims); i++) {
		c = map_value(s->claims, i);
		if (!c->folder && strncmp(c->path, folder, len) == 0 &&
		    c->path[len] == '/')
			found[count++] = c->path;
	}
	qsort(found, count, sizeof(*found), str_order);
	*paths = found;
	return count;
}

const char *
stage_error(const struct stage *s)
{
	return s->error;
}

size_t
stage_files(const struct stage *s)
{
	return s->files;
}

size_t
stage_bytes(const struct stage *s)
{
	return s->bytes;
}

bool
stage_report(const struct stage *s, struct diag_list *dl)
{
	struct span nowhere = { NULL, 0, 0 };

	if (s->error == NULL)
		return true;
	diag_error_class(dl, s->class, s->id, nowhere, s->hint, "%s",
	    s->error);
	return false;
}

void
stage_close(struct stage *s)
{
	if (s->folder != -1)
		(void)close(s->folder);
	if (s->root != -1)
		(void)close(s->root);
	s->folder = s->root = -1;
}

bool
stage_has(const struct stage *s, const char *path)
{
	const struct claim *c = map_find(s->claims, unicode_fold(s->arena,
	    path));

	return c != NULL && !c->folder && str_equal(c->path, path);
}

size_t
stage_bytes_of(const struct stage *s, const char *path)
{
	const struct claim *c = map_find(s->claims, unicode_fold(s->arena,
	    path));

	return c != NULL && str_equal(c->path, path) ? c->bytes : 0;
}
