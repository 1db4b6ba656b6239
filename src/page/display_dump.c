/* SPDX-License-Identifier: MIT */
/*
 * The display list as text, for golden tests and for people.
 *
 * Two views: every item of every page with its place, and the tree of tags with
 * the words in them.
 */
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "page/display.h"
#include "type/paragraph.h"

/* Hundredths of a millimetre as "12.34". */
static void
put_mm(struct buf *out, dim d)
{
	int64_t um = dim_to_um(d);
	int64_t hundredths = (um + (um < 0 ? -5 : 5)) / 10;

	if (hundredths < 0)
		buf_putc(out, '-');
	if (hundredths < 0)
		hundredths = -hundredths;
	buf_printf(out, "%lld.%02lld", (long long)(hundredths / 100),
	    (long long)(hundredths % 100));
}

/* Lengths one after the other, each behind a space. */
static void
put_lengths(struct buf *out, const dim *lengths, size_t count)
{
	size_t i;

	for (i = 0; i < count; i++) {
		buf_putc(out, ' ');
		put_mm(out, lengths[i]);
	}
}

/* The stretch of the paragraph that a run stands for. */
static void
put_run_text(struct buf *out, const struct type_run *run)
{
	const struct type_glyph *g;
	size_t start, end, i;
	bool hyphen;

	start = SIZE_MAX;
	end = 0;
	hyphen = false;
	for (i = 0; i < run->glyph_count; i++) {
		g = &run->glyphs[i];
		hyphen = hyphen || g->hyphen;
		if (g->text_len == 0)
			continue;
		if (g->text_start < start)
			start = g->text_start;
		if ((size_t)g->text_start + g->text_len > end)
			end = (size_t)g->text_start + g->text_len;
	}
	if (start < end)
		buf_put(out, run->text + start, end - start);
	if (hyphen)
		buf_putc(out, '-');
}

static void
put_tag(struct buf *out, const struct display *d,
    const struct display_item *item)
{
	static const char *const artifacts[] = {
		[ARTIFACT_NONE] = "none", [ARTIFACT_LAYOUT] = "layout",
		[ARTIFACT_HEADER] = "header", [ARTIFACT_FOOTER] = "footer",
		[ARTIFACT_BACKGROUND] = "background"
	};
	const struct display_tag *tag;

	if (item->tag == 0) {
		buf_printf(out, " (%s)", artifacts[item->artifact]);
		return;
	}
	tag = &d->tags.items[item->tag];
	buf_printf(out, " %s", display_role_name(tag->role));
	if (tag->id != NULL)
		buf_printf(out, "#%s", tag->id);
}

static void
put_glyphs(struct buf *out, const struct display_item *item)
{
	const struct type_run *run = item->u.glyphs.run;

	put_lengths(out, (dim[2]){ item->u.glyphs.x, item->u.glyphs.y }, 2);
	buf_printf(out, " %lld.%lldpt", (long long)(run->size / DIM_PT),
	    (long long)(run->size % DIM_PT * 10 / DIM_PT));
	if (item->u.glyphs.colour != COLOUR_BLACK)
		buf_printf(out, " #%06x", (unsigned)item->u.glyphs.colour);
	buf_puts(out, " \"");
	put_run_text(out, run);
	buf_puts(out, "\"");
}

static void
put_steps(struct buf *out, const struct display_item *item,
    const struct display_step *steps, size_t count)
{
	static const char letters[] = {
		[PATH_MOVE] = 'M', [PATH_LINE] = 'L', [PATH_CURVE] = 'C',
		[PATH_CLOSE] = 'Z'
	};
	static const int points[] = {
		[PATH_MOVE] = 1, [PATH_LINE] = 1, [PATH_CURVE] = 3,
		[PATH_CLOSE] = 0
	};
	const struct display_step *s;
	size_t i;
	int j;

	for (i = 0; i < count; i++) {
		s = &steps[i];
		buf_printf(out, " %c", letters[s->verb]);
		for (j = 0; j < points[s->verb]; j++)
			put_lengths(out, (dim[2]){
			    item->u.path.x + s->p[j].x,
			    item->u.path.y + s->p[j].y }, 2);
	}
}

static void
put_shading(struct buf *out, const struct display_item *item)
{
	const struct display_shading *s = item->u.path.shading;
	size_t i;

	buf_printf(out, " %s", s->radial ? "radial" : "linear");
	put_lengths(out, (dim[6]){ item->u.path.x + s->origin.x,
	    item->u.path.y + s->origin.y, s->along.x, s->along.y,
	    s->across.x, s->across.y }, 6);
	if (s->focus_x != 0 || s->focus_y != 0 || s->focus_radius != 0)
		buf_printf(out, " focus %d %d %d", (int)s->focus_x,
		    (int)s->focus_y, (int)s->focus_radius);
	for (i = 0; i < s->stop_count; i++)
		buf_printf(out, " %d #%06x", (int)s->stops[i].offset,
		    (unsigned)s->stops[i].colour);
}

static void
put_clips(struct buf *out, const struct display_item *item)
{
	const struct display_clip *clip;

	for (clip = item->u.path.clip; clip != NULL; clip = clip->outer) {
		buf_puts(out, clip->even_odd ? " clip even-odd (" :
		    " clip (");
		put_steps(out, item, clip->steps, clip->step_count);
		buf_puts(out, " )");
	}
}

static void
put_path(struct buf *out, const struct display_item *item)
{
	static const char *const caps[] = {
		[CAP_BUTT] = "", [CAP_ROUND] = "", [CAP_SQUARE] = " square"
	};
	static const char *const joins[] = {
		[JOIN_MITER] = "", [JOIN_ROUND] = "", [JOIN_BEVEL] = " bevel"
	};

	if (item->u.path.fill && item->u.path.shading != NULL)
		put_shading(out, item);
	else if (item->u.path.fill)
		buf_printf(out, " fill #%06x",
		    (unsigned)item->u.path.fill_colour);
	if (item->u.path.even_odd)
		buf_puts(out, " even-odd");
	if (item->u.path.stroke) {
		buf_printf(out, " stroke #%06x",
		    (unsigned)item->u.path.stroke_colour);
		put_lengths(out, &item->u.path.width, 1);
		buf_printf(out, "%s%s", caps[item->u.path.cap],
		    joins[item->u.path.join]);
	}
	if (item->u.path.dash_count > 0) {
		buf_puts(out, " dashes");
		put_lengths(out, item->u.path.dashes,
		    item->u.path.dash_count);
		if (item->u.path.dash_offset != 0) {
			buf_puts(out, " from");
			put_lengths(out, &item->u.path.dash_offset, 1);
		}
	}
	put_clips(out, item);
	put_steps(out, item, item->u.path.steps, item->u.path.step_count);
}

static void
put_item(struct buf *out, const struct display *d,
    const struct display_item *item)
{
	switch (item->kind) {
	case DISPLAY_GLYPHS:
		buf_puts(out, "  text");
		put_tag(out, d, item);
		put_glyphs(out, item);
		break;
	case DISPLAY_PATH:
		buf_puts(out, "  path");
		put_tag(out, d, item);
		put_path(out, item);
		break;
	case DISPLAY_PICTURE:
		buf_puts(out, "  picture");
		put_tag(out, d, item);
		buf_printf(out, " %s", item->u.picture.picture->name);
		put_lengths(out, (dim[4]){ item->u.picture.x,
		    item->u.picture.y, item->u.picture.width,
		    item->u.picture.height }, 4);
		break;
	case DISPLAY_ANCHOR:
		buf_puts(out, "  anchor");
		put_tag(out, d, item);
		break;
	}
	buf_putc(out, '\n');
}

static void
put_extras(struct buf *out, const struct display *d)
{
	const struct display_bookmark *b;
	const struct display_target *t;
	const struct display_link *l;
	size_t i;

	for (i = 0; i < d->links.len; i++) {
		l = &d->links.items[i];
		buf_printf(out, "link page %zu", l->page + 1);
		put_lengths(out, l->box, 4);
		buf_printf(out, " %s%s \"%s\"\n", l->uri != NULL ? "" : "#",
		    l->uri != NULL ? l->uri : l->target,
		    l->description == NULL ? "" : l->description);
	}
	for (i = 0; i < d->targets.len; i++) {
		t = &d->targets.items[i];
		buf_printf(out, "target %s page %zu", t->name, t->page + 1);
		put_lengths(out, &t->y, 1);
		buf_putc(out, '\n');
	}
	for (i = 0; i < d->bookmarks.len; i++) {
		b = &d->bookmarks.items[i];
		buf_printf(out, "bookmark %d #%s \"%s\"\n", b->level,
		    b->target, b->title);
	}
}

void
display_dump(const struct display *d, struct buf *out)
{
	const struct display_page *page;
	size_t i, j;

	for (i = 0; i < d->pages.len; i++) {
		page = &d->pages.items[i];
		buf_printf(out, "page %zu \"%s\"", i + 1, page->label);
		put_lengths(out, (dim[2]){ page->width, page->height }, 2);
		buf_putc(out, '\n');
		for (j = 0; j < page->items.len; j++)
			put_item(out, d, &page->items.items[j]);
	}
	put_extras(out, d);
}

/* What a tag holds, in order: its own items and the tags below it. */
struct content {
	struct content			*next;
	uint32_t			 tag;	/* 0: "item" */
	const struct display_item	*item;
};

struct contents {
	struct content	*first, *last;
	bool		 placed;
};

static void
append(struct arena *a, struct contents *in, uint32_t tag,
    const struct display_item *item)
{
	struct content *c;

	c = ARENA_NEW(a, struct content);
	c->tag = tag;
	c->item = item;
	if (in->last == NULL)
		in->first = c;
	else
		in->last->next = c;
	in->last = c;
}

/* A tag stands where it, or what is below it, occurs first. */
static void
place_item(struct arena *a, const struct display *d, struct contents *all,
    const struct display_item *item)
{
	uint32_t tag, parent;

	if (item->tag == 0)
		return;
	for (tag = item->tag; tag != 1 && !all[tag].placed; tag = parent) {
		parent = d->tags.items[tag].parent;
		append(a, &all[parent], tag, NULL);
		all[tag].placed = true;
	}
	if (item->kind != DISPLAY_ANCHOR)
		append(a, &all[item->tag], 0, item);
}

static void
indent(struct buf *out, int depth)
{
	while (depth-- > 0)
		buf_puts(out, "  ");
}

static void
put_tag_line(struct buf *out, const struct display_tag *tag, int depth)
{
	static const char *const numberings[] = {
		[NUMBERING_NONE] = "", [NUMBERING_DISC] = " disc",
		[NUMBERING_DECIMAL] = " decimal"
	};
	static const char *const scopes[] = {
		[SCOPE_NONE] = "", [SCOPE_COLUMN] = " column",
		[SCOPE_ROW] = " row"
	};
	static const char *const fields[] = {
		[FIELD_NONE] = "", [FIELD_TEXT] = " text",
		[FIELD_CHECK] = " check", [FIELD_RADIO] = " radio"
	};

	indent(out, depth);
	buf_puts(out, display_role_name(tag->role));
	if (tag->id != NULL)
		buf_printf(out, " #%s", tag->id);
	if (tag->lang != NULL)
		buf_printf(out, " lang=%s", tag->lang);
	buf_puts(out, numberings[tag->numbering]);
	buf_puts(out, scopes[tag->scope]);
	if (tag->column_span > 1)
		buf_printf(out, " span=%d", tag->column_span);
	buf_puts(out, fields[tag->field]);
	if (tag->checked)
		buf_puts(out, " checked");
	if (tag->struck)
		buf_puts(out, " struck");
	if (tag->expansion != NULL)
		buf_printf(out, " expansion=\"%s\"", tag->expansion);
	if (tag->field_name != NULL)
		buf_printf(out, " name=\"%s\"", tag->field_name);
	if (tag->alt != NULL)
		buf_printf(out, " alt=\"%s\"", tag->alt);
	if (tag->title != NULL)
		buf_printf(out, " title=\"%s\"", tag->title);
	buf_putc(out, '\n');
}

/* The words of glyph items that follow each other, the number of paths, or a
 * picture. */
static const struct content *
put_items(struct buf *out, const struct content *c, int depth)
{
	const enum display_kind kind = c->item->kind;
	bool glyphs = kind == DISPLAY_GLYPHS;
	size_t paths;

	indent(out, depth);
	if (kind == DISPLAY_PICTURE) {
		buf_printf(out, "(%s)\n", c->item->u.picture.picture->name);
		return c->next;
	}
	if (glyphs)
		buf_putc(out, '"');
	for (paths = 0; c != NULL && c->tag == 0 && c->item->kind == kind;
	    c = c->next) {
		if (glyphs)
			put_run_text(out, c->item->u.glyphs.run);
		else
			paths++;
	}
	if (glyphs)
		buf_puts(out, "\"\n");
	else
		buf_printf(out, "(%zu paths)\n", paths);
	return c;
}

/* Tags are as deep as the content, whose depth is capped. */
static void
put_tree(struct buf *out, const struct display *d,
    const struct contents *all, uint32_t tag, int depth)
{
	const struct content *c;

	put_tag_line(out, &d->tags.items[tag], depth);
	for (c = all[tag].first; c != NULL;) {
		if (c->tag == 0) {
			c = put_items(out, c, depth + 1);
			continue;
		}
		put_tree(out, d, all, c->tag, depth + 1);
		c = c->next;
	}
}

void
display_dump_tags(const struct display *d, struct buf *out)
{
	struct contents *all;
	struct arena *a;
	size_t i, j;

	a = arena_new();
	all = ARENA_ARRAY(a, struct contents, d->tags.len);
	for (i = 0; i < d->pages.len; i++)
		for (j = 0; j < d->pages.items[i].items.len; j++)
			place_item(a, d, all, &d->pages.items[i].items.items[j]);
	put_tree(out, d, all, 1, 0);
	arena_free(a);
}
