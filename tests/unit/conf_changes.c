/* SPDX-License-Identifier: MIT */
/*
 * changes.yaml: what changed, the newest first, never later than the guide.
 */
#include "conf_files.h"

#include "conf/guide.h"


static const struct conf_change *
read_for(struct conf_files *f, const char *lang, const char *extends,
    size_t *count)
{
	static const struct conf_text date = { "2026-05-01", { NULL, 0, 0 } };
	const struct conf_change *changes;

	if (!conf_changes_read(f->arena, f->dl, &f->root,
	    conf_language_of(f->arena, lang, extends), &date, &changes,
	    count))
		return NULL;
	return changes;
}

static const struct conf_change *
read_text(struct conf_files *f, const char *text, size_t *count)
{
	conf_files_put(f, "en-GB/changes.yaml", text);
	return read_for(f, "en-GB", NULL, count);
}

#define CHANGE(date) "  - {date: " date ", version: '2', what: More.}\n"

T_MAIN
{
	const struct conf_change *changes;
	struct conf_files f;
	size_t count;

	conf_files_new(&f);
	t_ok(read_for(&f, "en-GB", NULL, &count) == NULL && count == 0 &&
	    diag_total(f.dl) == 0, "a guide needs no list of changes");
	changes = read_text(&f, "format: 1\nchanges:\n"
	    "  - date: 2026-05-01\n    version: \"2026.05\"\n"
	    "    what: A page is new.\n    page: w4\n"
	    CHANGE("2026-05-01") CHANGE("2025-12-31"), &count);
	t_str(conf_first(&f), "", "changes without errors");
	t_int(count, 3, "are read");
	t_str(changes[0].version.text, "2026.05", "with their version");
	t_str(changes[0].page.text, "w4", "and page");
	t_str(changes[1].page.text, NULL, "or with the whole guide");
	changes = read_for(&f, "en-IE", "en-GB", &count);
	t_ok(changes != NULL && count == 3,
	    "a language has the changes of the one it extends");
	conf_files_put(&f, "en-IE/changes.yaml", "format: 1\nchanges: []\n");
	t_ok(read_for(&f, "en-IE", "en-GB", &count) != NULL && count == 0,
	    "or its own, though there are none");
	t_ok(read_text(&f, "format: 1\nchanges:\n" CHANGE("2026-05-02"), &count) ==
	    NULL, "a change later than the guide is an error");
	t_ok(strstr(conf_first(&f), "3:12 changes-later") != NULL,
	    "at its date");
	t_ok(read_text(&f, "format: 1\nchanges:\n" CHANGE("2026-01-01")
	    CHANGE("2026-01-02"), &count) == NULL, "and one below an older one");
	t_ok(read_text(&f, "format: 1\nchanges:\n  - {date: 2026-01-01, "
	    "what: x}\n", &count) == NULL, "and one without a version");
	t_ok(read_text(&f, "format: 1\nchanges: [new]\n", &count) == NULL,
	    "and one that is no map");
	conf_files_remove(&f, "en-IE/changes.yaml");
	conf_files_remove(&f, "en-IE");
	conf_files_remove(&f, "en-GB/changes.yaml");
	conf_files_remove(&f, "en-GB");
	conf_files_end(&f);
}
