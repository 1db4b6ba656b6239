/* SPDX-License-Identifier: MIT */
/*
 * Comes in: the stage with the pages of the site and what was printed, and the
 * edition that is live, for what this run leaves as it is.  Goes out: copies
 * and files for servers in the stage, rows in the report.
 */
#include "command/site_kit.h"

#include <errno.h>
#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/file.h"
#include "base/map.h"
#include "base/messages.h"
#include "base/str.h"
#include "base/vec.h"
#include "command/carried.h"
#include "command/options.h"
#include "command/report.h"
#include "conf/guide.h"
#include "conf/theme.h"
#include "doc/book.h"
#include "emit/stage.h"
#include "site/feed.h"
#include "site/hosting.h"
#include "site/site.h"

/* Folders in folders of a site. */
#define DEPTH_MOST 8

struct kit_job {
	struct arena		*arena;
	struct diag_list	*dl;
	const struct site_kit	*kit;
	struct stage		*stage;
	const char		*live;		/* "out/example-uk" */
	VEC(const char *)	 kept;		/* in the site */
};

/* A file of this run, or else of the edition that is live. */
static void
copy_file(struct kit_job *job, const char *path)
{
	struct arena *a = arena_new();
	const char *folder, *bytes;
	enum file_status status;
	size_t len;

	folder = stage_has(job->stage, path) ? stage_path(job->stage) :
	    job->live;
	status = file_read_path(a, arena_printf(a, "%s/%s", folder, path),
	    SITE_FILE_CAP, &bytes, &len);
	if (status == FILE_READ)
		stage_write_file(job->stage, arena_printf(a, "site/%s", path),
		    bytes, len);
	else
		diag_say_class(job->dl, DIAG_SYSTEM,
		    (struct span){ NULL, 0, 0 }, NULL, SAY_SITE_READ_BACK,
		    arena_printf(job->arena, "%s/%s", folder, path),
		    file_status_text(status));
	arena_free(a);
}

static void
copy_downloads(struct kit_job *job, const struct report *report)
{
	const struct report_output *o;

	for (size_t i = 0; i < report->output_count; i++) {
		o = &report->outputs[i];
		if (str_starts(o->path, "print/"))
			copy_file(job, o->path);
	}
}

/* Has this run made the file, or what it packs? */
static bool
is_made(const struct kit_job *job, const char *path)
{
	if (str_ends(path, ".gz"))
		path = arena_strndup(job->arena, path, strlen(path) - 3);
	return stage_has(job->stage, path);
}

/* The files below "folder" of the live site that this run leaves there. */
static void
find_kept(struct kit_job *job, const struct file_root *root,
    const char *folder, int depth)
{
	struct carried carried = { job->kit->options, job->kit->at_root };
	const char *const *names, *path;
	size_t count;

	if (!file_list(root, job->arena, folder, &names, &count))
		return;
	for (size_t i = 0; i < count; i++) {
		path = file_join(job->arena, folder, names[i]);
		if (file_is_folder(root, path)) {
			if (depth < DEPTH_MOST)
				find_kept(job, root, path, depth + 1);
			continue;
		}
		if (!is_made(job, path) && carried_keeps(path, &carried))
			*vec_push(job->arena, &job->kept) = path +
			    strlen("site/");
	}
}

static void
find_all_kept(struct kit_job *job)
{
	const char *lang = job->kit->options->lang;
	struct file_root root;

	if (lang == NULL || str_equal(lang, "all") ||
	    !file_root_open(&root, job->arena, job->live))
		return;
	find_kept(job, &root, "site", 0);
	file_root_close(&root);
}

static const char *
worker_script(struct kit_job *job)
{
	const struct theme *theme = job->kit->theme;
	const char *text = map_find(theme->site_files, "worker.js");

	if (text == NULL)
		diag_say_class(job->dl, DIAG_CONFIGURATION,
		    (struct span){ theme->folder, 0, 0 }, NULL,
		    SAY_THEME_FILE, "worker.js");
	return text;
}

static void
report_file(struct kit_job *job, struct report *report, const char *path)
{
	struct report_output *o = NULL;

	if (!stage_has(job->stage, path))
		return;
	/* One that was carried over has been made anew. */
	for (size_t i = 0; i < report->output_count; i++) {
		if (str_equal(report->outputs[i].path, path))
			o = &report->outputs[i];
	}
	if (o == NULL)
		o = report_add_output(job->arena, report);
	o->path = path;
	o->kind = "hosting";
	o->lang = job->kit->languages[0].book->lang;
	o->bytes = stage_bytes_of(job->stage, path);
}

static void
leave_out(struct kit_job *job, struct report *report, const char *lang,
    const char *what, const char *reason)
{
	struct report_exception *e = vec_push(job->arena, &report->left_out);

	e->block = what;
	e->lang = lang;
	e->reason = reason;
}

/* What needs an address or words that are not there. */
static void
tell_left_out(struct kit_job *job, struct report *report)
{
	for (size_t i = 0; i < job->kit->language_count; i++) {
		const struct book *b = job->kit->languages[i].book;

		if (b->clinic.site_url == NULL)
			leave_out(job, report, b->lang, "sitemap.xml, "
			    "feed.xml, whole addresses in the heads of pages, "
			    "the picture beside shared links, the booklet's "
			    "code to scan", "the profile has no site_url");
		else if (b->change_count == 0)
			leave_out(job, report, b->lang, FEED_FILE,
			    "changes.yaml has no changes");
	}
}

void
site_kit_build(struct arena *a, struct diag_list *dl,
    const struct site_kit *kit, struct report *report, struct stage *stage)
{
	static const char *const files[] = { "site/sitemap.xml",
	    "site/feed.xml", "site/sw.js", "site/_headers", "site/_redirects",
	    "hosting/nginx.conf", "hosting/SHA256SUMS" };
	struct kit_job job = { .arena = a, .dl = dl, .kit = kit,
	    .stage = stage };
	struct hosting h = { .languages = kit->languages,
	    .language_count = kit->language_count };

	job.live = arena_printf(a, "%s/%s", kit->options->out,
	    kit->profile->id);
	copy_downloads(&job, report);
	find_all_kept(&job);
	h.worker_removed = kit->profile->offline == CONF_OFFLINE_REMOVE;
	if (kit->profile->offline == CONF_OFFLINE_YES)
		h.worker = worker_script(&job);
	h.live = job.live;
	h.kept = job.kept.items;
	h.kept_count = job.kept.len;
	tell_left_out(&job, report);
	hosting_build(a, dl, &h, kit->options->jobs, stage);
	for (size_t i = 0; i < sizeof(files) / sizeof(files[0]); i++)
		report_file(&job, report, files[i]);
}
