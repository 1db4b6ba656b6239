/* SPDX-License-Identifier: MIT */
/*
 * A finished site in the stage -> packed files, checksums, files for servers.
 *
 * Comes in: the names of the site's files.  They are read back from the stage,
 * so that what is told of them is what was written, whoever wrote it.
 */
#include "site/hosting.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/file.h"
#include "base/messages.h"
#include "base/pool.h"
#include "base/str.h"
#include "doc/book.h"
#include "emit/stage.h"
#include "site/checksum.h"
#include "site/compress.h"
#include "site/site.h"
#include "site/worker.h"

#define SITE "site/"
#define PACKED ".gz"
/* Files that are held in memory before they are written. */
#define BATCH 64

struct hosted {
	const char	*path;			/* in the site */
	bool		 live;			/* not in the stage */
	bool		 was_packed;		/* NAME.gz is in the stage */
	char		 sum[CHECKSUM_SIZE];
	bool		 packed;		/* there is NAME.gz */
	char		 packed_sum[CHECKSUM_SIZE];
	/* While its batch is in memory. */
	struct arena	*arena;
	const char	*gzip;
	size_t		 gzip_len;
	enum file_status status;
	int		 error;			/* errno, for FILE_FAILED */
};

struct work {
	struct file_root	 stage, live;
	struct hosted		*files;
	size_t			 count, first;
};

bool
hosting_is_text(const char *path)
{
	static const char *const endings[] = { ".css", ".htm", ".html", ".js",
	    ".json", ".svg", ".txt", ".xml", NULL };

	for (size_t i = 0; endings[i] != NULL; i++) {
		if (str_ends(path, endings[i]))
			return true;
	}
	return false;
}

const char *
hosting_packed(struct arena *a, const char *path)
{
	return arena_printf(a, "%s" PACKED, path);
}

static bool
read_back(const struct work *w, struct hosted *f, const char *path,
    const char **bytes, size_t *len)
{
	f->status = file_read(f->live ? &w->live : &w->stage, f->arena,
	    arena_printf(f->arena, SITE "%s", path), SITE_FILE_CAP, bytes,
	    len);
	f->error = errno;
	return f->status == FILE_READ;
}

static void
look_at_file(void *context, size_t i)
{
	const struct work *w = context;
	struct hosted *f = &w->files[w->first + i];
	const char *bytes;
	size_t len;

	f->arena = arena_new();
	if (!read_back(w, f, f->path, &bytes, &len))
		return;
	checksum_of(bytes, len, f->sum);
	/* What is packed already is kept with the rest. */
	if (f->was_packed) {
		if (!read_back(w, f, hosting_packed(f->arena, f->path),
		    &f->gzip, &f->gzip_len))
			return;
	} else if (hosting_is_text(f->path) && !f->live) {
		f->gzip = compress_gzip(f->arena, bytes, len, &f->gzip_len);
	}
	f->packed = f->gzip != NULL;
	if (f->packed)
		checksum_of(f->gzip, f->gzip_len, f->packed_sum);
}

/* Checksums of all files; packed files are written. */
static bool
look_at_files(struct diag_list *dl, struct work *w, int threads,
    struct stage *stage)
{
	struct hosted *f;
	size_t count;
	bool ok = true;

	for (; w->first < w->count; w->first += count) {
		count = w->count - w->first;
		if (count > BATCH)
			count = BATCH;
		pool_run(threads, count, look_at_file, w);
		for (size_t i = 0; i < count; i++) {
			f = &w->files[w->first + i];
			errno = f->error;
			if (f->status != FILE_READ && ok) {
				diag_say_class(dl, DIAG_SYSTEM,
				    (struct span){ NULL, 0, 0 }, NULL,
				    SAY_SITE_READ_BACK, f->path,
				    file_status_text(f->status));
				ok = false;
			}
			if (f->packed && !f->was_packed && ok)
				stage_write_file(stage, arena_printf(f->arena,
				    SITE "%s" PACKED, f->path), f->gzip,
				    f->gzip_len);
			arena_free(f->arena);
			f->arena = NULL;
		}
	}
	return ok;
}

static void
put_sum(struct buf *out, const char *sum, const char *path,
    const char *ending)
{
	buf_printf(out, "%s  %s%s\n", sum, path, ending);
}

/* A line for every file of the site. */
static void
put_sums(struct buf *out, const struct work *w)
{
	for (size_t i = 0; i < w->count; i++) {
		const struct hosted *f = &w->files[i];

		put_sum(out, f->sum, f->path, "");
		if (f->packed)
			put_sum(out, f->packed_sum, f->path, PACKED);
	}
}

/* Writes a file into the site and its line among the checksums. */
static void
write_server_file(struct arena *a, struct stage *stage, const char *name,
    const struct buf *bytes, struct buf *sums)
{
	char sum[CHECKSUM_SIZE];

	if (bytes->len == 0)
		return;
	stage_write_file(stage, arena_printf(a, SITE "%s", name), bytes->data,
	    bytes->len);
	checksum_of(bytes->data, bytes->len, sum);
	put_sum(sums, sum, name, "");
}

static void
put_worker(struct arena *a, struct buf *out, const struct hosting *h,
    const struct work *w)
{
	const struct book *b = h->languages[0].book;
	const char *name = arena_printf(a, "%s %s", b->guide_id,
	    b->clinic.id);
	struct worker_file *files;

	if (h->worker_removed)
		worker_put_removal(out, name);
	if (h->worker == NULL)
		return;
	files = ARENA_ARRAY(a, struct worker_file, w->count + 1);
	for (size_t i = 0; i < w->count; i++)
		files[i] = (struct worker_file){ w->files[i].path,
		    w->files[i].sum };
	worker_put(out, name, h->worker, files, w->count);
}

static void
write_all(struct arena *a, const struct hosting *h, const struct work *w,
    struct stage *stage)
{
	const char **names;
	struct buf out, sums;

	names = ARENA_ARRAY(a, const char *, w->count + 1);
	for (size_t i = 0; i < w->count; i++)
		names[i] = w->files[i].path;
	buf_init(&out);
	buf_init(&sums);
	hosting_headers(&out, names, w->count);
	write_server_file(a, stage, "_headers", &out, &sums);
	buf_clear(&out);
	hosting_redirects(a, &out, h);
	write_server_file(a, stage, "_redirects", &out, &sums);
	buf_clear(&out);
	put_worker(a, &out, h, w);
	write_server_file(a, stage, WORKER_FILE, &out, &sums);
	put_sums(&sums, w);
	stage_write_file(stage, "hosting/SHA256SUMS", sums.data, sums.len);
	buf_clear(&out);
	hosting_nginx(a, &out, h, names, w->count);
	stage_write_file(stage, "hosting/nginx.conf", out.data, out.len);
	buf_release(&out);
	buf_release(&sums);
}

static int
compare_files(const void *a, const void *b)
{
	return strcmp(((const struct hosted *)a)->path,
	    ((const struct hosted *)b)->path);
}

static bool
is_twin(struct arena *a, const struct stage *stage, const char *path)
{
	return str_ends(path, PACKED) && stage_has(stage, arena_strndup(a,
	    path, strlen(path) - strlen(PACKED)));
}

/* Those of the stage and those that will join them, sorted. */
static void
list_files(struct arena *a, const struct hosting *h, struct stage *stage,
    struct work *w)
{
	const char *const *paths;
	size_t count, i;

	count = stage_list(stage, a, "site", &paths);
	w->files = ARENA_ARRAY(a, struct hosted, count + h->kept_count + 1);
	for (i = 0; i < count; i++) {
		/* Those that pack another go with it. */
		if (is_twin(a, stage, paths[i]))
			continue;
		w->files[w->count].was_packed = stage_has(stage,
		    hosting_packed(a, paths[i]));
		w->files[w->count++].path = paths[i] + strlen(SITE);
	}
	for (i = 0; i < h->kept_count; i++) {
		/* Those that are written anew. */
		if (h->kept[i][0] == '_' ||
		    str_equal(h->kept[i], WORKER_FILE))
			continue;
		w->files[w->count].live = true;
		w->files[w->count++].path = h->kept[i];
	}
	qsort(w->files, w->count, sizeof(*w->files), compare_files);
}

static bool
open_root(struct arena *a, struct diag_list *dl, const char *path,
    struct file_root *root)
{
	if (file_root_open(root, a, path))
		return true;
	diag_say_class(dl, DIAG_SYSTEM, (struct span){ NULL, 0, 0 }, NULL,
	    SAY_SITE_READ_BACK, path, strerror(errno));
	return false;
}

void
hosting_build(struct arena *a, struct diag_list *dl, const struct hosting *h,
    int threads, struct stage *stage)
{
	struct work w;

	if (stage_error(stage) != NULL)
		return;
	memset(&w, 0, sizeof(w));
	list_files(a, h, stage, &w);
	if (!open_root(a, dl, stage_path(stage), &w.stage))
		return;
	if (h->kept_count == 0 || open_root(a, dl, h->live, &w.live)) {
		if (look_at_files(dl, &w, threads, stage))
			write_all(a, h, &w, stage);
		if (h->kept_count > 0)
			file_root_close(&w.live);
	}
	file_root_close(&w.stage);
}
