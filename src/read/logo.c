/* SPDX-License-Identifier: MIT */
/*
 * The clinic's sign: a file that the profile or the theme names.
 *
 * Comes in: its name.  Goes out: a drawing or a picture, read as figures are.
 * It needs no words of its own: the clinic's name stands beside it everywhere.
 */
#include <errno.h>
#include <string.h>

#include "base/arena.h"
#include "base/file.h"
#include "base/messages.h"
#include "conf/guide.h"
#include "conf/theme.h"
#include "doc/book.h"
#include "read/figures.h"
#include "read/guide.h"
#include "read/image.h"
#include "read/pictures.h"

#define FOLDER "clinics"

static void
missing(struct guide_reader *r, struct span at, const char *name,
    const char *folder, enum file_status status)
{
	if (status == FILE_FAILED)
		diag_say_class(r->dl, DIAG_SYSTEM, at, NULL,
		    SAY_LOGO_UNREADABLE, name, strerror(errno));
	else
		diag_say(r->dl, at, arena_printf(r->arena, HINT_LOGO_MISSING,
		    folder), SAY_LOGO_MISSING, name, file_status_text(status));
}

static const struct drawing *
read_drawing(struct guide_reader *r, const struct file_root *root,
    const char *name, const char *bytes, size_t len)
{
	const char *file = file_join(r->arena, root->path, name);

	bytes = arena_strndup(r->arena, bytes, len);
	diag_source(r->dl, file, bytes, len);
	return svg_read(r->arena, r->dl, file, arena_strdup(r->arena, name),
	    bytes, len, NULL);
}

static void
read_logo(struct guide_reader *r, const struct file_root *root,
    const char *name, struct span at, const char *folder,
    struct book_clinic *clinic)
{
	struct arena *file;
	enum file_status status;
	enum image_kind kind;
	const char *bytes, *path;
	size_t len;

	path = file_join(r->arena, root->path, name);
	clinic->logo_picture = pictures_known(r, path);
	if (clinic->logo_picture != NULL)
		return;
	file = arena_new();
	status = file_read(root, file, name, IMAGE_MAX_BYTES, &bytes, &len);
	kind = status == FILE_READ ? image_kind_of(bytes, len) : IMAGE_UNKNOWN;
	if (status == FILE_READ && kind == IMAGE_SVG && len > SVG_MAX_BYTES)
		status = FILE_TOO_LARGE;
	if (status != FILE_READ)
		missing(r, at, name, folder, status);
	else if (kind == IMAGE_SVG)
		clinic->logo = read_drawing(r, root, name, bytes, len);
	else
		clinic->logo_picture = pictures_read(r, at, path, kind, bytes,
		    len);
	arena_free(file);
}

void
guide_logo(struct guide_reader *r, const struct conf_profile *profile,
    const struct theme *theme, struct book_clinic *clinic)
{
	struct file_root root;

	if (profile->logo.text != NULL) {
		read_logo(r, r->root, file_join(r->arena, FOLDER,
		    profile->logo.text), profile->logo.at, FOLDER, clinic);
		return;
	}
	if (theme->logo == NULL)
		return;
	if (!file_root_open(&root, r->arena, theme->logo_folder)) {
		missing(r, theme->logo_at, theme->logo, theme->logo_folder,
		    FILE_FAILED);
		return;
	}
	read_logo(r, &root, theme->logo, theme->logo_at, theme->logo_folder,
	    clinic);
	file_root_close(&root);
}
