/* SPDX-License-Identifier: MIT */
/*
 * A folder of files for tests of conf/, and questions about messages.
 */
#ifndef TESTS_CONF_FILES_H
#define TESTS_CONF_FILES_H

#include <errno.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/file.h"
#include "conf/guide.h"
#include "t.h"

struct conf_files {
	char			 folder[64];
	struct arena		*arena;
	struct diag_list	*dl;
	struct file_root	 root;
};

static inline void
conf_files_new(struct conf_files *f)
{
	strcpy(f->folder, "/tmp/bifolio-conf-XXXXXX");
	f->arena = arena_new();
	f->dl = diag_list_new(f->arena);
	if (mkdtemp(f->folder) == NULL ||
	    !file_root_open(&f->root, f->arena, f->folder)) {
		perror(f->folder);
		exit(1);
	}
}

/* Writes "text" to folder/path, making one folder if it is needed. */
static inline void
conf_files_put(struct conf_files *f, const char *path, const char *text)
{
	const char *full, *slash;
	FILE *file;

	slash = strrchr(path, '/');
	if (slash != NULL) {
		full = arena_printf(f->arena, "%s/%.*s", f->folder,
		    (int)(slash - path), path);
		if (mkdir(full, 0777) != 0 && errno != EEXIST) {
			perror(full);
			exit(1);
		}
	}
	full = arena_printf(f->arena, "%s/%s", f->folder, path);
	file = fopen(full, "w");
	if (file == NULL || fputs(text, file) < 0 || fclose(file) != 0) {
		perror(full);
		exit(1);
	}
	/* Messages of an earlier text are of no interest. */
	f->dl = diag_list_new(f->arena);
}

static inline void
conf_files_remove(struct conf_files *f, const char *path)
{
	const char *full;

	full = arena_printf(f->arena, "%s/%s", f->folder, path);
	if (remove(full) != 0 && errno != ENOENT)
		perror(full);
}

/* Every path that was put has to have been removed. */
static inline void
conf_files_end(struct conf_files *f)
{
	file_root_close(&f->root);
	if (rmdir(f->folder) != 0)
		perror(f->folder);
	arena_free(f->arena);
}

/* A language as guide.yaml gives it; "parent": the one that it extends, or
 * NULL. */
static inline const struct conf_language *
conf_language_of(struct arena *a, const char *tag, const char *parent)
{
	struct conf_language *l = ARENA_NEW(a, struct conf_language);

	l->tag = tag;
	l->folders = ARENA_ARRAY(a, const char *, 2);
	l->folders[l->folder_count++] = tag;
	if (parent != NULL)
		l->folders[l->folder_count++] = parent;
	return l;
}

/* The first message, "line:col id text", or "". */
static inline const char *
conf_first(struct conf_files *f)
{
	const struct diag *d;

	if (diag_total(f->dl) == 0)
		return "";
	d = diag_nth(f->dl, 0);
	return arena_printf(f->arena, "%u:%u %s %s", d->at.line, d->at.col,
	    d->id, d->text);
}

/* The hint of the first message, or "". */
static inline const char *
conf_hint(struct conf_files *f)
{
	if (diag_total(f->dl) == 0 || diag_nth(f->dl, 0)->hint == NULL)
		return "";
	return diag_nth(f->dl, 0)->hint;
}

#endif
