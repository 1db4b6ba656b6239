/* SPDX-License-Identifier: MIT */
/*
 * Comes in: a paragraph that holds an image alone.  Goes out: a figure with
 * its drawing, its alternative text and its caption, or a message that says
 * what is missing.
 */
#include "read/figures.h"

#include <errno.h>
#include <string.h>

#include "base/arena.h"
#include "base/file.h"
#include "base/map.h"
#include "base/messages.h"
#include "base/str.h"
#include "conf/guide.h"
#include "doc/drawing.h"
#include "doc/node.h"
#include "read/guide.h"
#include "read/text.h"

#define FOLDER "figures/"

/* "figures/x.svg" however many folders up it was written, or NULL. */
static const char *
figure_path(const char *src)
{
	while (str_starts(src, "../"))
		src += 3;
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
	if (status == FILE_FAILED) {
		diag_say_class(r->dl, DIAG_SYSTEM, at, NULL,
		    SAY_FIGURE_UNREADABLE, path, strerror(errno));
		return;
	}
	diag_say(r->dl, at, hint, SAY_FIGURE_MISSING, path,
	    file_status_text(status));
}

/* The drawing at "path", read once; NULL after an error, said once. */
static const struct drawing *
load_drawing(struct guide_reader *r, struct span at, const char *path,
    const struct conf_figure *figure)
{
	struct drawing *known = map_find(r->drawings, path);
	const struct drawing *drawing = NULL;
	enum file_status status;
	const char *bytes, *file;
	size_t len;

	if (known != NULL)
		return known;
	if (map_find(r->refused, path) != NULL)
		return NULL;
	status = file_read(r->root, r->arena, path, SVG_MAX_BYTES, &bytes,
	    &len);
	if (status == FILE_READ) {
		file = file_join(r->arena, r->root->path, path);
		diag_source(r->dl, file, bytes, len);
		drawing = svg_read(r->arena, r->dl, file,
		    arena_strdup(r->arena, path), bytes, len,
		    figure != NULL ? figure->labels : NULL);
	} else {
		missing_figure(r, at, path, status);
	}
	if (drawing == NULL) {
		map_add(r->refused, path, arena_strdup(r->arena, path));
		return NULL;
	}
	known = ARENA_NEW(r->arena, struct drawing);
	*known = *drawing;
	map_add(r->drawings, path, known);
	return known;
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
	const char *path = figure_path(image->u.image.src);

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
	if (path == NULL || !str_ends(path, ".svg")) {
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
	if (r->root != NULL) {
		paragraph->u.image.drawing = load_drawing(r, image->at, path,
		    figure);
		/* One message for one missing file. */
		if (paragraph->u.image.drawing == NULL)
			return;
	}
	set_alt(r, paragraph, figure);
}
