/* SPDX-License-Identifier: MIT */
/*
 * The marker: written once, read back strictly.
 */
#define _GNU_SOURCE

#include "emit/marker.h"

#include <errno.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/file.h"
#include "base/map.h"
#include "base/str.h"
#include "emit/tree.h"
#include "version.h"

#define HEAD		"bifolio edition 1\nversion "
#define CAP_BYTES	((size_t)64 * 1024 * 1024)
#define END_DIGITS	16

bool
marker_write(int folder, const char *name, const struct tree *t,
    const struct map *strangers, const struct map *more, bool sync)
{
	const struct tree_entry *entry;
	struct buf b;
	size_t i;
	bool ok;
	int saved;

	buf_init_capped(&b, CAP_BYTES);
	buf_puts(&b, HEAD BIFOLIO_VERSION "\n");
	for (i = 0; i < t->entries.len; i++) {
		entry = &t->entries.items[i];
		if (!entry->folder &&
		    map_find(strangers, entry->path) == NULL)
			buf_printf(&b, "file %lld %s\n",
			    (long long)entry->bytes, entry->path);
	}
	for (i = 0; more != NULL && i < map_count(more); i++)
		buf_printf(&b, "file 0 %s\n", map_key(more, i));
	buf_printf(&b, "end %016llx\n",
	    (unsigned long long)str_hash(b.data, b.len));
	if (buf_overflowed(&b)) {
		buf_release(&b);
		errno = EFBIG;
		return false;
	}
	ok = tree_write_file(folder, name, b.data, b.len, sync);
	saved = errno;
	buf_release(&b);
	errno = saved;
	return ok;
}

/* Does the text end in the line that its other lines ask for?  Sets *body to
 * the length of those. */
static bool
end_is_right(const char *text, size_t len, size_t *body)
{
	char digits[END_DIGITS + 1];
	const char *end;
	uint64_t hash, value;
	size_t i, tail;

	tail = strlen("end ") + END_DIGITS + 1;
	if (len < tail || text[len - 1] != '\n' || strlen(text) != len)
		return false;
	end = text + len - tail;
	if (strncmp(end, "end ", 4) != 0)
		return false;
	memcpy(digits, end + 4, END_DIGITS);
	digits[END_DIGITS] = '\0';
	for (value = 0, i = 0; i < END_DIGITS; i++) {
		const char *place = strchr("0123456789abcdef", digits[i]);

		if (place == NULL)
			return false;
		value = value << 4 |
		    (uint64_t)(place - "0123456789abcdef");
	}
	*body = len - tail;
	hash = str_hash(text, *body);
	return hash == value;
}

/* Adds the path of a line "file BYTES PATH". */
static bool
add_line(struct arena *a, struct map *files, const char *line, size_t len)
{
	const char *path;
	size_t digits;

	if (len < 5 || strncmp(line, "file ", 5) != 0)
		return false;
	digits = strspn(line + 5, "0123456789");
	if (digits == 0 || 5 + digits + 1 >= len || line[5 + digits] != ' ')
		return false;
	path = arena_strndup(a, line + 5 + digits + 1,
	    len - 5 - digits - 1);
	/* The marker of an unfinished publication lists some files twice. */
	(void)map_add(files, path, files);
	return true;
}

static bool
parse(struct arena *a, const char *text, size_t len, struct map **files)
{
	const char *end, *line, *stop;
	size_t body;

	if (!str_starts(text, HEAD) || !end_is_right(text, len, &body))
		return false;
	*files = map_new(a);
	stop = text + body;
	line = strchr(text + strlen(HEAD), '\n');
	for (line = line == NULL ? stop : line + 1; line < stop;
	    line = end + 1) {
		end = strchr(line, '\n');
		if (end == NULL || end >= stop ||
		    !add_line(a, *files, line, (size_t)(end - line)))
			return false;
	}
	return true;
}

enum marker_status
marker_read(struct arena *a, int folder, struct map **files)
{
	struct file_root root;
	const char *text;
	size_t len;

	*files = NULL;
	root.fd = folder;
	root.path = "";
	switch (file_read(&root, a, MARKER_NAME, CAP_BYTES, &text, &len)) {
	case FILE_READ:
		break;
	case FILE_MISSING:
		return MARKER_MISSING;
	case FILE_NOT_REGULAR:
	case FILE_TOO_LARGE:
	case FILE_BAD_PATH:
		return MARKER_DAMAGED;
	case FILE_FAILED:
		return MARKER_UNREADABLE;
	}
	if (parse(a, text, len, files))
		return MARKER_VALID;
	*files = NULL;
	return MARKER_DAMAGED;
}
