/* SPDX-License-Identifier: MIT */
/*
 * Comes in: a paragraph that holds an image alone.  Goes out: a figure with
 * its drawing or picture, its alternative text and its caption, or a message
 * that says what is missing.
 */
#include "read/figures.h"

#include <errno.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/file.h"
#include "base/map.h"
#include "base/messages.h"
#include "base/str.h"
#include "conf/guide.h"
#include "doc/drawing.h"
#include "doc/node.h"
#include "doc/picture.h"
#include "read/guide.h"
#include "read/image.h"
#include "read/pictures.h"
#include "read/text.h"

#define FOLDER "figures/"

/* "figures/x.svg" however many folders up it was written, or NULL.  A space may
 * be written as in other addresses, as %20 (RFC 3986, 2.1). */
static const char *
figure_path(struct arena *a, const char *src)
{
	struct buf path;

	while (str_starts(src, "../"))
		src += 3;
	buf_init(&path);
	for (; *src != '\0'; src += str_starts(src, "%20") ? 3 : 1)
		buf_putc(&path, str_starts(src, "%20") ? ' ' : *src);
	src = arena_strndup(a, path.data, path.len);
	buf_release(&path);
	if (!str_starts(src, FOLDER) || strstr(src, "..") != NULL ||
	    strchr(src + strlen(FOLDER), '/') != NULL)
		return NULL;
	return src;
}

static void
missing_figure(struct guide_reader *r, struct span at, const char *path,
    enum file_status status)
{
	const char *const *names = NULL, *near = NULL;
	const char *hint = "put the file into the folder figures/";
	size_t count = 0;

	if (status == FILE_MISSING &&
	    file_list(r->root, r->arena, "figures", &names, &count))
		near = str_nearest(path + strlen(FOLDER), names, count);
	if (near != NULL)
		hint = arena_printf(r->arena, "did you mean " FOLDER "%s?",
		    near);
	if (status == FILE_TOO_LARGE)
		hint = "make it smaller: a drawing may be 1 MiB long, a "
		    "picture 64 MiB";
	if (status == FILE_FAILED) {
		diag_say_class(r->dl, DIAG_SYSTEM, at, NULL,
		    SAY_FIGURE_UNREADABLE, path, strerror(errno));
		return;
	}
	diag_say(r->dl, at, hint, SAY_FIGURE_MISSING, path,
	    file_status_text(status));
}

/* The drawing in a file's bytes, which messages quote. */
static const struct drawing *
read_drawing(struct guide_reader *r, const char *path, const char *bytes,
    size_t len, const struct conf_figure *figure)
{
	const char *file = file_join(r->arena, r->root->path, path);
	const struct drawing *drawing;
	struct drawing *kept;

	bytes = arena_strndup(r->arena, bytes, len);
	diag_source(r->dl, file, bytes, len);
	drawing = svg_read(r->arena, r->dl, file,
	    arena_strdup(r->arena, path), bytes, len,
	    figure != NULL ? figure->labels : NULL);
	if (drawing == NULL)
		return NULL;
	if (figure != NULL && figure->mirrored)
		drawing = svg_mirrored(r->arena, drawing);
	kept = ARENA_NEW(r->arena, struct drawing);
	*kept = *drawing;
	map_add(r->drawings, path, kept);
	return kept;
}

/* Is the picture one of the book's, or does it become one? */
static bool
take_picture(struct guide_reader *r, struct span at, const char *path,
    const struct picture *picture)
{
	if (map_find(r->counted, path) != NULL)
		return true;
	if (!pictures_count(r, at, picture))
		return false;
	map_add(r->counted, path, arena_strdup(r->arena, path));
	return true;
}

/* Reads the file at "path" as what it is. */
static void
read_figure(struct guide_reader *r, struct doc_node *figure, const char *path,
    const struct conf_figure *words)
{
	struct arena *file = arena_new();
	enum file_status status;
	enum image_kind kind;
	const char *bytes;
	size_t len;

	status = file_read(r->root, file, path, str_ends(path, ".svg") ?
	    SVG_MAX_BYTES : IMAGE_MAX_BYTES, &bytes, &len);
	if (status != FILE_READ) {
		missing_figure(r, figure->at, path, status);
		arena_free(file);
		return;
	}
	kind = image_kind_of(bytes, len);
	/* Whatever is called a drawing and is no picture is told as one. */
	if (kind == IMAGE_SVG || (kind == IMAGE_UNKNOWN &&
	    str_ends(path, ".svg"))) {
		if (kind == IMAGE_SVG)
			pictures_check_name(r, figure->at, path, kind);
		figure->u.image.drawing = read_drawing(r, path, bytes, len,
		    words);
	} else {
		figure->u.image.picture = pictures_read(r, figure->at, path,
		    kind, bytes, len);
	}
	arena_free(file);
}

/* The drawing or picture at "path", read once; false after an error, said
 * once. */
static bool
load_figure(struct guide_reader *r, struct doc_node *figure, const char *path,
    const struct conf_figure *words)
{
	const struct picture *picture;

	if (map_find(r->refused, path) != NULL)
		return false;
	figure->u.image.drawing = map_find(r->drawings, path);
	figure->u.image.picture = pictures_known(r, path);
	if (figure->u.image.drawing == NULL && figure->u.image.picture == NULL)
		read_figure(r, figure, path, words);
	picture = figure->u.image.picture;
	if (figure->u.image.drawing != NULL || (picture != NULL &&
	    take_picture(r, figure->at, path, picture)))
		return true;
	figure->u.image.picture = NULL;
	map_add(r->refused, path, arena_strdup(r->arena, path));
	return false;
}

static void
set_alt(struct guide_reader *r, struct doc_node *n,
    const struct conf_figure *figure)
{
	if (!str_blank(n->u.image.alt))
		return;
	n->u.image.alt = "";
	if (figure != NULL && figure->decorative) {
		n->u.image.decorative = true;
		return;
	}
	if (figure != NULL && figure->alt.text != NULL) {
		n->u.image.alt = figure->alt.text;
		return;
	}
	diag_say(r->dl, n->at, r->root == NULL ? HINT_ALT_MISSING :
	    HINT_ALT_MISSING_2, SAY_ALT_MISSING, n->u.image.src);
}

void
guide_figure(struct guide_reader *r, struct doc_node *paragraph)
{
	struct doc_node *image = paragraph->first, *caption;
	const struct conf_figure *figure = NULL;
	const char *path = figure_path(r->arena, image->u.image.src);

	doc_unlink(image);
	paragraph->kind = DOC_FIGURE;
	paragraph->at = image->at;
	paragraph->u.image = image->u.image;
	paragraph->u.image.src = guide_as_written(r, image->u.image.src);
	paragraph->u.image.alt = guide_filled(r, image->u.image.alt);
	if (image->u.image.title != NULL) {
		caption = doc_new(r->arena, DOC_CAPTION, image->at);
		doc_append(paragraph, caption);
		doc_append_text(r->arena, caption, guide_filled(r,
		    image->u.image.title));
		paragraph->u.image.title = NULL;
	}
	if (path == NULL) {
		diag_say(r->dl, image->at, NULL, SAY_FIGURE_PATH,
		    paragraph->u.image.src);
		return;
	}
	paragraph->u.image.src = arena_strdup(r->arena, path);
	/* figures.yaml could not be read, which has been said. */
	if (r->root != NULL && r->figures == NULL)
		return;
	if (r->figures != NULL)
		figure = map_find(r->figures, path + strlen(FOLDER));
	/* One message for one missing file. */
	if (r->root != NULL && !load_figure(r, paragraph, path, figure))
		return;
	set_alt(r, paragraph, figure);
}

void
guide_check_figures(struct guide_reader *r)
{
	for (size_t i = 0; r->figures != NULL && i < map_count(r->figures);
	    i++) {
		const struct conf_figure *f = map_value(r->figures, i);
		const char *path = file_join(r->arena, "figures", f->file);

		if (f->stranger && map_find(r->drawings, path) == NULL &&
		    map_find(r->counted, path) == NULL)
			diag_say(r->dl, f->at, f->near != NULL ?
			    arena_printf(r->arena, HINT_FIGURE_STRANGER,
			    f->near) : NULL, SAY_FIGURE_STRANGER, f->file);
	}
}
