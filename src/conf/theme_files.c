/* SPDX-License-Identifier: MIT */
/*
 * The files of a theme that are text: templates, styles, scripts, notes.
 *
 * Comes in: a theme's folder.  Goes out: their text by name; a theme overrides
 * those that it extends file by file.  Knows no Mustache and no CSS.
 */
#include "base/messages.h"
#include "conf/theme_int.h"

#include <errno.h>
#include <string.h>

#include "base/arena.h"
#include "base/file.h"
#include "base/map.h"
#include "base/str.h"
#include "base/utf8.h"

#define THEME_FILE_BYTES ((size_t)1 << 20)
#define THEME_FILE_COUNT 256

static bool
read_text(const struct keys_job *job, const struct file_root *root,
    const char *path, struct map *into, const char *name)
{
	enum file_status status;
	struct span at;
	const char *text;
	size_t len;
	char *copy;

	at = (struct span){ file_join(job->arena, root->path, path), 0, 0 };
	status = file_read(root, job->arena, path, THEME_FILE_BYTES, &text,
	    &len);
	if (status == FILE_FAILED) {
		diag_say_class(job->dl, DIAG_SYSTEM, at, NULL,
		    SAY_FILE_UNREADABLE, strerror(errno));
		return false;
	}
	if (status != FILE_READ) {
		keys_say(job, at, NULL, SAY_FILE_UNREADABLE_KIND,
		    file_status_text(status));
		return false;
	}
	if (strlen(text) != len || utf8_invalid_at(text, len) != len) {
		keys_say(job, at, NULL, SAY_NOT_UTF8_FILE);
		return false;
	}
	/* Quoted in messages about templates. */
	diag_source(job->dl, at.file, text, len);
	copy = arena_strndup(job->arena, text, len);
	map_add(into, name, copy);
	return true;
}

/* What was put there is meant to do something; hidden files are the system's
 * own. */
static void
say_unused(const struct keys_job *job, const struct file_root *root,
    const char *path, const char *name, const char *hint)
{
	if (name[0] == '.')
		return;
	diag_say(job->dl, (struct span){ file_join(job->arena, root->path,
	    path), 0, 0 }, hint, SAY_THEME_UNUSED);
}

/* Reads the files of "folder" that end, or are called, as one of "ends"; "hint" is
 * said of others. */
static bool
read_folder(const struct keys_job *job, const struct file_root *root,
    const char *folder, const char *const *ends, const char *hint,
    struct map *into)
{
	const char *const *names;
	size_t count;
	bool wanted;

	if (!file_is_folder(root, folder))
		return true;
	if (!file_list(root, job->arena, folder, &names, &count)) {
		diag_say_class(job->dl, DIAG_SYSTEM,
		    (struct span){ file_join(job->arena, root->path, folder),
		    0, 0 }, NULL, SAY_FILE_UNREADABLE_FOLDER, strerror(errno));
		return false;
	}
	for (size_t i = 0; i < count; i++) {
		wanted = false;
		for (size_t e = 0; ends[e] != NULL; e++)
			wanted = wanted || (ends[e][0] == '.' ?
			    str_ends(names[i], ends[e]) :
			    str_equal(names[i], ends[e]));
		if (!wanted)
			say_unused(job, root, file_join(job->arena, folder,
			    names[i]), names[i], hint);
		if (!wanted || map_find(into, names[i]) != NULL)
			continue;
		if (map_count(into) >= THEME_FILE_COUNT) {
			keys_say(job, (struct span){ file_join(job->arena,
			    root->path, folder), 0, 0 }, NULL,
			    SAY_THEME_TOO_MANY_FILES, THEME_FILE_COUNT);
			return false;
		}
		if (!read_text(job, root, file_join(job->arena, folder,
		    names[i]), into, names[i]))
			return false;
	}
	return true;
}

bool
theme_files_read(const struct keys_job *job, const struct file_root *root,
    struct map *templates, struct map *site_files)
{
	static const char *const template_ends[] = { ".mustache", NULL };
	static const char *const site_ends[] = { "site.css", ".js", NULL };

	return read_folder(job, root, "templates", template_ends,
	    HINT_THEME_UNUSED_ENDING, templates) &&
	    read_folder(job, root, "site", site_ends, HINT_THEME_UNUSED_SITE,
	    site_files);
}
