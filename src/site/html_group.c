/* SPDX-License-Identifier: MIT */
/*
 * Places to write that belong together: sentences to finish, rings, a wheel, a
 * card.
 *
 * What paper draws is a picture here, for the eye only; all is written in
 * labelled fields beside it.
 */
#include "site/html_write.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/dim.h"
#include "doc/book.h"
#include "site/escape.h"

/* Pictures are 120 units wide; places in hundredths of one. */
#define MIDDLE 6000
#define RADIUS 5800
/* A star of five points, 24 units. */
#define STAR								\
	"M12.0 2.2L14.8 8.9L22.1 9.5L16.5 14.3L18.2 21.4"			\
	"L12.0 17.6L5.8 21.4L7.5 14.3L1.9 9.5L9.2 8.9Z"

/* Starts the group, as a fieldset if it has a label; returns its first
 * place to write. */
static const struct doc_node *
start_group(struct html *h, const struct doc_node *node, const char *name)
{
	bool labelled = node->first != NULL && node->first->kind == DOC_LABEL;

	buf_printf(h->out, "<%s class=\"group %s\">\n", labelled ?
	    "fieldset" : "div", name);
	return html_legend(h, node);
}

static void
end_group(struct html *h, const struct doc_node *node)
{
	bool labelled = node->first != NULL && node->first->kind == DOC_LABEL;

	buf_printf(h->out, "</%s>\n", labelled ? "fieldset" : "div");
}

static int
count_from(const struct doc_node *node)
{
	int count;

	for (count = 0; node != NULL; node = node->next)
		count++;
	return count;
}

static void
start_picture(struct html *h)
{
	buf_puts(h->out, "<div class=\"pictured\">\n<svg class=\"form-picture"
	    "\" viewBox=\"0 0 120 120\" width=\"120\" height=\"120\" "
	    "fill=\"none\" stroke=\"currentColor\" aria-hidden=\"true\" "
	    "focusable=\"false\">");
}

static void
write_circle(struct html *h, int64_t radius)
{
	buf_printf(h->out, "<circle cx=\"60\" cy=\"60\" r=\"%d.%02d\" />",
	    (int)(radius / 100), (int)(radius % 100));
}

void
html_finish(struct html *h, const struct doc_node *node)
{
	const struct doc_node *n;

	for (n = start_group(h, node, "finish"); n != NULL; n = n->next)
		html_answer(h, n);
	end_group(h, node);
}

void
html_card(struct html *h, const struct doc_node *node)
{
	const struct doc_node *n;

	for (n = start_group(h, node, "cut-card"); n != NULL; n = n->next)
		html_answer(h, n);
	end_group(h, node);
}

void
html_rings(struct html *h, const struct doc_node *node)
{
	const struct doc_node *first, *n;
	int count;

	first = start_group(h, node, "rings");
	count = count_from(first);
	start_picture(h);
	for (int i = 1; i <= count; i++)
		write_circle(h, RADIUS * i / count);
	buf_puts(h->out, "</svg>\n<div>\n");
	for (n = first; n != NULL; n = n->next)
		html_answer(h, n);
	buf_puts(h->out, "</div>\n</div>\n");
	end_group(h, node);
}

static void
write_spokes(struct html *h, int count)
{
	dim x, y;

	for (int i = 0; i < count; i++) {
		dim_turn(RADIUS, i, count, &x, &y);
		x += MIDDLE;
		y += MIDDLE;
		buf_printf(h->out, "<path d=\"M60 60L%d.%02d %d.%02d\" />",
		    (int)(x / 100), (int)(x % 100), (int)(y / 100),
		    (int)(y % 100));
	}
}

/* The words of a part and its stars, of which so many are chosen. */
static void
write_part(struct html *h, const struct doc_node *part, int stars)
{
	const char *count = arena_printf(h->arena, "%d", stars);

	buf_puts(h->out, "<fieldset class=\"circles stars\"><legend");
	html_id(h, part);
	buf_putc(h->out, '>');
	html_inlines(h, part);
	buf_puts(h->out, "</legend>\n");
	for (int i = 1; i <= stars; i++) {
		buf_puts(h->out, "<label class=\"circle star\" data-web=\"\">");
		html_radio(h, part->id, i);
		buf_puts(h->out, " /><svg viewBox=\"0 0 24 24\" width=\"24\" "
		    "height=\"24\" aria-hidden=\"true\" focusable=\"false\">"
		    "<path d=\"" STAR "\" /></svg><span>");
		escape_html(h->out, book_word_with(h->book, h->arena,
		    "star-of", "number", arena_printf(h->arena, "%d", i),
		    "count", count, NULL));
		buf_puts(h->out, "</span></label>\n");
	}
	html_take_back(h, part->id);
	buf_puts(h->out, "</fieldset>\n");
}

void
html_wheel(struct html *h, const struct doc_node *node)
{
	const struct doc_node *first, *n;

	first = start_group(h, node, "wheel");
	start_picture(h);
	write_circle(h, RADIUS);
	write_spokes(h, count_from(first));
	buf_puts(h->out, "</svg>\n<div class=\"parts\">\n");
	for (n = first; n != NULL; n = n->next)
		write_part(h, n, node->u.wheel.stars);
	buf_puts(h->out, "</div>\n</div>\n");
	if (node->u.wheel.note != NULL) {
		buf_puts(h->out, "<p class=\"muted\"");
		html_id(h, node);
		buf_putc(h->out, '>');
		escape_html(h->out, node->u.wheel.note);
		buf_puts(h->out, "</p>\n");
	}
	end_group(h, node);
}
