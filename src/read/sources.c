/* SPDX-License-Identifier: MIT */
/*
 * Comes in: the folder of a language.  Goes out: its chapters and worksheets
 * as text with their front matter.  Knows nothing of their order.
 */
#include "read/sources.h"

#include <errno.h>
#include <string.h>

#include "base/arena.h"
#include "base/file.h"
#include "base/map.h"
#include "base/messages.h"
#include "base/str.h"
#include "conf/guide.h"
#include "read/lines.h"
#include "read/text.h"

/* Reads one file; false (with a message) if there is no text to look at. */
static bool
read_text(struct arena *a, struct diag_list *dl,
    const struct file_root *guide, const char *path, struct source_file *f)
{
	struct span at = { f->file, 0, 0 };
	enum file_status status = file_read(guide, a, path,
	    MARKDOWN_MAX_BYTES, &f->text, &f->len);

	if (status == FILE_FAILED) {
		diag_say_class(dl, DIAG_SYSTEM, at, NULL, SAY_FILE_UNREADABLE,
		    strerror(errno));
		return false;
	}
	if (status != FILE_READ) {
		diag_say(dl, at, NULL, SAY_FILE_UNREADABLE_KIND,
		    file_status_text(status));
		return false;
	}
	diag_source(dl, f->file, f->text, f->len);
	at.line = at.col = 1;
	return text_check(dl, at, f->text, f->len, false);
}

static void
read_source(struct arena *a, struct diag_list *dl,
    const struct file_root *guide, const char *lang, const char *name,
    struct source_files *into)
{
	const char *path = arena_printf(a, "%s/%s", lang, name);
	struct source_file f = { .name = name };
	size_t bom;

	f.file = file_join(a, guide->path, path);
	if (read_text(a, dl, guide, path, &f)) {
		bom = text_bom(f.text, f.len);
		f.whole = front_matter_read(a, dl, f.file, f.text + bom,
		    f.len - bom, &f.front, &f.body, &f.body_line);
		if (f.body > 0)
			f.body += bom;
	}
	if (f.front.lang.text != NULL && !str_equal(f.front.lang.text, lang))
		diag_say(dl, f.front.lang.at, NULL, SAY_LANG_FOLDER, lang);
	*vec_push(a, &into->files) = f;
}

/* Two files of one folder with one id. */
static void
check_ids(struct arena *a, struct diag_list *dl, struct source_files *s)
{
	struct map *ids = map_new(a);

	for (size_t i = 0; i < s->files.len; i++) {
		struct source_file *f = &s->files.items[i], *first;

		if (f->front.id.text == NULL ||
		    map_add(ids, f->front.id.text, f))
			continue;
		first = map_find(ids, f->front.id.text);
		diag_say(dl, f->front.id.at, arena_printf(a,
		    HINT_CHAPTER_ID_TWICE, first->file), SAY_CHAPTER_ID_TWICE,
		    f->front.id.text);
		f->refused = true;
	}
}

/* The files of one language.  A language that extends another may have no
 * folder: then nothing differs. */
static bool
read_folder(struct arena *a, struct diag_list *dl,
    const struct file_root *guide, const char *lang, bool optional,
    struct source_files *into)
{
	static const char *const folders[] = { "", "worksheets" };

	for (size_t f = 0; f < 2; f++) {
		const char *folder = f == 0 ? lang :
		    file_join(a, lang, folders[f]);
		const char *const *names;
		size_t count;

		if ((f > 0 || optional) && !file_is_folder(guide, folder))
			continue;
		if (!file_list(guide, a, folder, &names, &count)) {
			diag_say_class(dl, DIAG_CONFIGURATION,
			    (struct span){ file_join(a, guide->path, folder),
			    0, 0 }, NULL, SAY_LANGUAGE_FOLDER, strerror(errno));
			return false;
		}
		for (size_t i = 0; i < count; i++) {
			if (str_ends(names[i], ".md"))
				read_source(a, dl, guide, lang, file_join(a,
				    folders[f], names[i]), into);
		}
	}
	check_ids(a, dl, into);
	return true;
}

/* The file with this id, used or not. */
static struct source_file *
with_id(struct source_files *s, const char *id)
{
	for (size_t i = 0; i < s->files.len; i++) {
		struct source_file *f = &s->files.items[i];

		if (f->front.id.text != NULL && str_equal(f->front.id.text, id))
			return f;
	}
	return NULL;
}

/* Links name files, so what takes a file's place has its name. */
static void
check_name(struct arena *a, struct diag_list *dl,
    struct source_file *nearer, const struct source_file *further)
{
	if (str_equal(nearer->name, further->name))
		return;
	diag_say(dl, nearer->front.id.at, arena_printf(a, HINT_CHAPTER_RENAMED,
	    further->name), SAY_CHAPTER_RENAMED, further->file);
	/* Links to it are right: said once is enough. */
	nearer->name = further->name;
}

static void
check_strangers(struct arena *a, struct diag_list *dl,
    const struct conf_language *language, size_t own,
    struct source_files *inherited, struct source_files *all)
{
	const char **ids = ARENA_ARRAY(a, const char *,
	    inherited->files.len + 1), *near;
	size_t count = 0;

	for (size_t i = 0; i < inherited->files.len; i++) {
		if (inherited->files.items[i].front.id.text != NULL)
			ids[count++] = inherited->files.items[i].front.id.text;
	}
	for (size_t i = 0; i < own; i++) {
		struct source_file *f = &all->files.items[i];

		if (f->front.id.text == NULL ||
		    with_id(inherited, f->front.id.text) != NULL)
			continue;
		near = str_nearest(f->front.id.text, ids, count);
		diag_say(dl, f->front.id.at, near != NULL ? arena_printf(a,
		    HINT_CHAPTER_STRANGER, near) : NULL, SAY_CHAPTER_STRANGER,
		    language->folders[1], f->front.id.text);
		f->stranger = true;
	}
}

bool
sources_read(struct arena *a, struct diag_list *dl,
    const struct file_root *guide, const struct conf_language *language,
    struct source_files *into)
{
	struct source_files inherited = { { NULL, 0, 0 } };
	size_t own;

	memset(into, 0, sizeof(*into));
	if (!read_folder(a, dl, guide, language->folders[0],
	    language->folder_count > 1, into))
		return false;
	own = into->files.len;
	for (size_t i = 1; i < language->folder_count; i++) {
		struct source_files further = { { NULL, 0, 0 } };

		if (!read_folder(a, dl, guide, language->folders[i],
		    i + 1 < language->folder_count, &further))
			return false;
		for (size_t k = 0; k < further.files.len; k++) {
			struct source_file *f = &further.files.items[k];
			struct source_file *nearer = f->front.id.text == NULL ?
			    NULL : with_id(into, f->front.id.text);

			*vec_push(a, &inherited.files) = *f;
			if (nearer != NULL)
				check_name(a, dl, nearer, f);
			else
				*vec_push(a, &into->files) = *f;
		}
	}
	if (language->folder_count > 1)
		check_strangers(a, dl, language, own, &inherited, into);
	return true;
}

struct map *
sources_by_id(struct arena *a, struct source_files *s)
{
	struct map *by_id = map_new(a);

	for (size_t i = 0; i < s->files.len; i++) {
		struct source_file *f = &s->files.items[i];

		if (f->front.id.text != NULL)
			map_add(by_id, f->front.id.text, f);
	}
	return by_id;
}
