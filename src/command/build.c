/* SPDX-License-Identifier: MIT */
/*
 * "bifolio build": the parent.  Starts the builder, then publishes the editions
 * that it made, each whole or not at all.  Parses no content; all that it knows
 * of an edition is its name and its files.
 */
#include <errno.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/messages.h"
#include "base/str.h"
#include "command/carried.h"
#include "command/command.h"
#include "command/guide_source.h"
#include "command/messages.h"
#include "command/options.h"
#include "emit/index.h"
#include "emit/publish.h"
#include "run/process.h"
#include "run/progress.h"
#include "run/workspace.h"

#define INDEX_MARK "<meta name=\"generator\" content=\"bifolio\" />"

struct build {
	const struct command_options	*options;
	struct arena			*arena;
	struct diag_list		*dl;
	struct run_progress		*progress;
	struct workspace		*workspace;
	bool				 published;	/* any edition */
};

/* Has the builder put the language at the root of the site? */
static bool
is_at_root(const struct build *b, const struct publish *p)
{
	if (b->options->lang == NULL)
		return true;
	return access(arena_printf(b->arena, "%s/site/%s/index.html",
	    publish_stage_path(p), b->options->lang), F_OK) != 0;
}

static bool
publish_edition(struct build *b, const char *name)
{
	struct publish *p;

	p = publish_begin(b->arena, b->dl, b->options->out, name, PUBLISH_SWAP,
	    PUBLISH_SYNC_WHOLE);
	if (p == NULL)
		return false;
	if (!workspace_move(b->workspace, b->dl, name,
	    publish_stage_path(p))) {
		publish_abort(p);
		return false;
	}
	if (publish_has_old(p) && (b->options->outputs != OUTPUT_ALL ||
	    b->options->lang != NULL)) {
		struct carried carried = { b->options, is_at_root(b, p) };

		if (!publish_carry(p, carried_keeps, &carried)) {
			publish_abort(p);
			return false;
		}
	}
	return publish_commit(p);
}

/* out/index.html: the editions that are there.  Names only, since the parent
 * reads no content. */
static void
publish_index(struct build *b)
{
	const char *const *names;
	struct index *index;
	size_t i, count;
	struct buf page;

	index = index_begin(b->arena, b->dl, b->options->out, "index.html",
	    INDEX_MARK);
	if (index == NULL)
		return;
	if (!publish_editions(b->arena, b->options->out, &names, &count)) {
		diag_say_class(b->dl, DIAG_SYSTEM,
		    (struct span){ b->options->out, 0, 0 }, NULL,
		    SAY_EDITIONS_LIST, strerror(errno));
		index_abort(index);
		return;
	}
	buf_init(&page);
	buf_puts(&page, "<!DOCTYPE html>\n"
	    "<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"en\">\n<head>\n"
	    "<meta charset=\"utf-8\" />\n"
	    "<meta name=\"viewport\" content=\"width=device-width\" />\n"
	    "<meta name=\"robots\" content=\"noindex\" />\n" INDEX_MARK "\n"
	    "<title>Editions</title>\n</head>\n<body>\n<main>\n"
	    "<h1>Editions</h1>\n<ul>\n");
	/* A name is a-z, 0-9 and "-": nothing to escape. */
	for (i = 0; i < count; i++)
		buf_printf(&page, "<li>%s: <a href=\"%s/site/index.html\">"
		    "%s, website</a>, <a href=\"%s/report.html\">%s, report"
		    "</a></li>\n", names[i], names[i], names[i], names[i],
		    names[i]);
	buf_puts(&page, "</ul>\n</main>\n</body>\n</html>\n");
	/* A failure is in the list, which decides the exit code. */
	if (!index_commit(index, page.data, page.len, true))
		buf_clear(&page);
	buf_release(&page);
}

static bool
start_builder(struct build *b, int argc, char *const *argv, int descriptor,
    int *code)
{
	struct run_limits limits = run_limits_default();
	struct run_result result;
	struct buf why;
	char **line;
	int i;

	/* bifolio --builder STAGE DESCRIPTOR build ... */
	line = ARENA_ARRAY(b->arena, char *, (size_t)argc + 4);
	line[0] = argv[0];
	line[1] = arena_strdup(b->arena, "--builder");
	line[2] = arena_strdup(b->arena, workspace_path(b->workspace));
	line[3] = arena_printf(b->arena, "%d", descriptor);
	for (i = 1; i < argc; i++)
		line[3 + i] = argv[i];
	buf_init(&why);
	result = run_process(line, descriptor, &limits, b->progress,
	    !b->options->quiet && isatty(STDERR_FILENO), &why);
	if (result.end == RUN_EXITED) {
		*code = result.code;
	} else {
		if (why.len > 0)
			buf_puts(&why, "; ");
		run_result_text(&result, b->progress, &limits, &why);
		diag_say_class(b->dl, DIAG_SYSTEM, (struct span){ NULL, 0, 0 },
		    NULL, SAY_BUILDER_ENDED, why.data);
		*code = 3;
	}
	buf_release(&why);
	return *code == 0;
}

static void
publish_all(struct build *b)
{
	const char *const *names;
	size_t i, count;
	char said[16 * 1024];
	bool all = true;

	if (!workspace_editions(b->workspace, b->dl, &names, &count))
		return;
	for (i = 0; i < count; i++)
		if (publish_edition(b, names[i]))
			b->published = true;
		else
			all = false;
	if (b->published)
		publish_index(b);
	if (all && !b->options->quiet &&
	    diag_count(b->dl, DIAG_ERROR) == 0) {
		run_progress_said(b->progress, said, sizeof(said));
		fputs(said, stdout);
		fflush(stdout);
	}
}

/* Editions among the guide's own files would be read as content next time. */
static bool
mixes_with_guide(struct build *b)
{
	const char *guide = guide_source_path(b->options->argument);
	struct stat in, out;

	if (stat(guide, &in) != 0 || stat(b->options->out, &out) != 0 ||
	    in.st_dev != out.st_dev || in.st_ino != out.st_ino)
		return false;
	diag_say_class(b->dl, DIAG_CONFIGURATION,
	    (struct span){ b->options->out, 0, 0 }, NULL, SAY_OUTPUT_IN_GUIDE);
	return true;
}

int
command_build(const struct command_options *o, int argc, char *const *argv)
{
	struct build b;
	int code = 3, descriptor = -1;

	memset(&b, 0, sizeof(b));
	b.options = o;
	b.arena = arena_new();
	b.dl = diag_list_new(b.arena);
	if (!mixes_with_guide(&b))
		b.workspace = workspace_begin(b.arena, b.dl, o->out);
	b.progress = run_progress_new(&descriptor);
	if (b.progress == NULL)
		diag_say_class(b.dl, DIAG_SYSTEM, (struct span){ NULL, 0, 0 },
		    NULL, SAY_PROGRESS, strerror(errno));
	else if (b.workspace != NULL &&
	    start_builder(&b, argc, argv, descriptor, &code))
		publish_all(&b);
	workspace_end(b.workspace);
	run_progress_close(b.progress);
	if (descriptor >= 0)
		close(descriptor);
	messages_print(b.dl, stderr);
	if (diag_count(b.dl, DIAG_ERROR) > 0)
		code = diag_exit_code(b.dl);
	if (code != 0 && !o->quiet && !b.published)
		fprintf(stderr, "nothing was published; what was in %s is as "
		    "it was\n", o->out);
	arena_free(b.arena);
	return code;
}
