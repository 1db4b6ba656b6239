/* SPDX-License-Identifier: MIT */
/*
 * Claims about emit/marker.h.
 */
#include "emit/marker.h"

#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/file.h"
#include "base/map.h"
#include "emit/tree.h"
#include "t.h"

/* Writes these bytes as the marker; what reading says. */
static enum marker_status
status_of(struct arena *a, int folder, const char *bytes, size_t len)
{
	struct map *files;

	if (!tree_remove(folder, MARKER_NAME) ||
	    !tree_write_file(folder, MARKER_NAME, bytes, len, false))
		abort();
	return marker_read(a, folder, &files);
}

static void
damage(struct t_state *t_, struct arena *a, int folder)
{
	struct file_root root = { folder, "" };
	const char *bytes;
	size_t i, len;
	char *changed;
	bool right;

	if (file_read(&root, a, MARKER_NAME, 10000, &bytes, &len) != FILE_READ)
		abort();
	right = true;
	changed = arena_alloc(a, len);
	for (i = 0; i < len; i++) {
		memcpy(changed, bytes, len);
		changed[i] ^= 1;
		right &= status_of(a, folder, changed, len) == MARKER_DAMAGED;
		right &= status_of(a, folder, bytes, i) == MARKER_DAMAGED;
	}
	t_ok(right, "every changed byte and every missing end is seen");
	t_int(status_of(a, folder, bytes, len), MARKER_VALID,
	    "the marker as it was is valid");
}

T_MAIN
{
	char path[] = "/tmp/bifolio-marker-XXXXXX";
	struct map *files, *more, *strangers;
	struct tree_entry *entry;
	struct arena *a;
	struct tree t;
	int folder;

	a = arena_new();
	if (mkdtemp(path) == NULL)
		abort();
	folder = open(path, O_RDONLY | O_DIRECTORY);
	t_int(marker_read(a, folder, &files), MARKER_MISSING,
	    "an empty folder has no marker");
	memset(&t, 0, sizeof(t));
	entry = vec_push(a, &t.entries);
	entry->path = "site";
	entry->folder = true;
	entry = vec_push(a, &t.entries);
	entry->path = "site/a b.html";
	entry->bytes = 5;
	entry = vec_push(a, &t.entries);
	entry->path = "site/CNAME";
	more = map_new(a);
	strangers = map_new(a);
	t_ok(map_add(more, "old.pdf", a) && map_add(strangers, "site/CNAME", a)
	    && marker_write(folder, MARKER_NAME, &t, strangers, more, false),
	    "a marker is written");
	t_ok(marker_read(a, folder, &files) == MARKER_VALID &&
	    map_count(files) == 2 && map_find(files, "site/a b.html") != NULL
	    && map_find(files, "old.pdf") != NULL,
	    "it lists our files, not folders nor files of others");
	damage(t_, a, folder);
	t_int(status_of(a, folder, "", 0), MARKER_DAMAGED,
	    "an empty marker is none of ours");
	t_ok(tree_remove(folder, MARKER_NAME) &&
	    symlinkat("/etc/passwd", folder, MARKER_NAME) == 0 &&
	    marker_read(a, folder, &files) == MARKER_DAMAGED,
	    "a link is no marker");
	(void)close(folder);
	(void)tree_remove(AT_FDCWD, path);
	arena_free(a);
}
