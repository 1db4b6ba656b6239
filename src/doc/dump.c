/* SPDX-License-Identifier: MIT */
/*
 * The tree and the book as text, one node a line: golden tests.
 */
#include "doc/book.h"
#include "doc/component.h"
#include "doc/drawing.h"
#include "doc/node.h"
#include "doc/picture.h"

#include "base/buf.h"
#include "base/map.h"

static const char *const span_names[SPAN_COUNT] = {
	"abbr", "kbd", "sub", "sup", "bdi", "dial"
};

static const char *const callout_names[CALLOUT_COUNT] = {
	[CALLOUT_DO] = "do", [CALLOUT_AVOID] = "avoid",
	[CALLOUT_TRY] = "try", [CALLOUT_NOTE] = "note",
	[CALLOUT_HELP] = "help", [CALLOUT_URGENT] = "urgent",
	[CALLOUT_EMERGENCY] = "emergency",
};

static const char *const width_names[] = {
	[ANSWER_FULL] = "full", [ANSWER_NAME] = "name",
	[ANSWER_DATE] = "date", [ANSWER_PHONE] = "phone",
};

static const char *const answer_names[] = {
	[ANSWER_LINES] = "lines", [ANSWER_FIELD] = "field",
	[ANSWER_BOX] = "box",
};

static const char *const cell_names[] = {
	[CELL_HEAD] = "head", [CELL_WRITE] = "write",
	[CELL_CIRCLES] = "circles", [CELL_TICK] = "tick",
	[CELL_CHOICE] = "choice", [CELL_CHOICES] = "choices",
};

static const char *const scale_place_names[] = {
	[SCALE_LEFT] = "left", [SCALE_MIDDLE] = "middle",
	[SCALE_RIGHT] = "right",
};

static const char *const card_names[] = {
	[CARD_WALLET] = "wallet", [CARD_A7] = "a7",
};

static const char *const chapter_names[] = {
	[CHAPTER_START] = "start", [CHAPTER_NUMBERED] = "chapter",
	[CHAPTER_WORKSHEET] = "worksheet", [CHAPTER_HELP] = "help",
	[CHAPTER_ABOUT] = "about", [CHAPTER_PLAIN] = "plain",
};

static const char *const print_names[] = {
	[PRINT_COVER] = "cover", [PRINT_CONTENTS] = "contents",
	[PRINT_CHAPTER] = "chapter", [PRINT_NOTES] = "notes",
	[PRINT_BACK_COVER] = "back-cover",
};

static const char *const level_names[HELP_LEVEL_COUNT] = {
	[HELP_EMERGENCY] = "emergency", [HELP_URGENT] = "urgent",
	[HELP_TALK] = "talk", [HELP_SPECIALIST] = "specialist",
	[HELP_BABY] = "baby",
};

static const char *const status_names[] = {
	[HELP_VERIFIED] = "verified", [HELP_SEEN] = "seen",
	[HELP_UNVERIFIED] = "unverified",
};

/* In quotes, one line, nothing invisible. */
static void
put_quoted(struct buf *out, const char *s)
{
	unsigned char c;

	buf_putc(out, '"');
	for (; *s != '\0'; s++) {
		c = (unsigned char)*s;
		if (c == '"' || c == '\\') {
			buf_putc(out, '\\');
			buf_putc(out, *s);
		} else if (c == '\n') {
			buf_puts(out, "\\n");
		} else if (c == '\t') {
			buf_puts(out, "\\t");
		} else if (c < 0x20 || c == 0x7f) {
			buf_printf(out, "\\x%02x", c);
		} else {
			buf_putc(out, *s);
		}
	}
	buf_putc(out, '"');
}

/* " name="value"", or nothing for NULL. */
static void
put_field(struct buf *out, const char *name, const char *value)
{
	if (value == NULL)
		return;
	buf_printf(out, " %s=", name);
	put_quoted(out, value);
}

static void
put_link(const struct doc_node *node, struct buf *out)
{
	put_field(out, "href", node->u.link.href);
	put_field(out, "title", node->u.link.title);
	if (node->u.link.chapter != NULL)
		buf_printf(out, " chapter=%s", node->u.link.chapter->id);
	if (node->u.link.block != NULL)
		buf_printf(out, " block=%s", node->u.link.block);
}

static void
put_picture(const struct picture *p, struct buf *out)
{
	static const char *const forms[] = {
		[PICTURE_JPEG] = "jpeg", [PICTURE_PNG] = "png"
	};

	buf_printf(out, " picture=%s %ux%u paper=%s:%ux%ux%d turn=%d "
	    "web=%s:%ux%ux%d", p->name, (unsigned)p->width,
	    (unsigned)p->height, forms[p->paper.form],
	    (unsigned)p->paper.width, (unsigned)p->paper.height,
	    p->paper.components, (int)p->paper_turn, forms[p->web.form],
	    (unsigned)p->web.width, (unsigned)p->web.height,
	    p->web.components);
}

static void
put_image(const struct doc_node *node, struct buf *out)
{
	put_field(out, "src", node->u.image.src);
	put_field(out, "title", node->u.image.title);
	put_field(out, "alt", node->u.image.alt);
	if (node->u.image.decorative)
		buf_puts(out, " decorative");
	if (node->u.image.drawing != NULL)
		buf_printf(out, " drawing=%s", node->u.image.drawing->name);
	if (node->u.image.picture != NULL)
		put_picture(node->u.image.picture, out);
}

static void
put_cell(const struct doc_node *node, struct buf *out)
{
	buf_printf(out, " %s", cell_names[node->u.cell.kind]);
	if (node->u.cell.column_head)
		buf_printf(out, " column share=%d", node->u.cell.share);
	if (node->u.cell.kind == CELL_CIRCLES)
		buf_printf(out, " count=%d", node->u.cell.count);
	for (int i = 0; node->u.cell.kind == CELL_CHOICES &&
	    i < node->u.cell.count; i++)
		put_field(out, "word", node->u.cell.words[i]);
	put_field(out, "name", node->u.cell.name);
}

/* What is special about a place to write or tick. */
static void
put_form(const struct doc_node *node, struct buf *out)
{
	if (node->kind == DOC_ANSWER) {
		buf_printf(out, " %s width=%s count=%d",
		    answer_names[node->u.answer.kind],
		    width_names[node->u.answer.width], node->u.answer.count);
		put_field(out, "name", node->u.answer.name);
	} else if (node->kind == DOC_TICKS) {
		buf_printf(out, " columns=%d", node->u.ticks.columns);
		put_field(out, "brings-help", node->u.ticks.brings_help);
	} else if (node->kind == DOC_TICK) {
		put_field(out, "name", node->u.tick.name);
	} else if (node->kind == DOC_GRID) {
		buf_printf(out, " columns=%d", node->u.grid.columns);
		put_field(out, "note", node->u.grid.note);
	} else if (node->kind == DOC_GRID_CELL) {
		put_cell(node, out);
	}
}

static void
put_circles(const struct doc_node *node, struct buf *out)
{
	if (node->kind == DOC_CHOICES) {
		buf_printf(out, " columns=%d", node->u.choices.columns);
		put_field(out, "brings-help", node->u.choices.brings_help);
	} else if (node->kind == DOC_SCALE) {
		buf_printf(out, " count=%d%s", node->u.scale.count,
		    node->u.scale.numbered ? " numbered" : "");
	} else if (node->kind == DOC_SCALE_WORD) {
		buf_printf(out, " %s",
		    scale_place_names[node->u.scale_word.place]);
	} else if (node->kind == DOC_CARD) {
		buf_printf(out, " %s", card_names[node->u.card.size]);
	} else if (node->kind == DOC_WHEEL) {
		buf_printf(out, " stars=%d", node->u.wheel.stars);
		put_field(out, "note", node->u.wheel.note);
	}
}

static void
put_table(const struct doc_node *node, struct buf *out)
{
	static const char letters[] = { '-', 's', 'c', 'e' };

	buf_puts(out, " align=");
	for (size_t i = 0; i < node->u.table.columns; i++)
		buf_putc(out, letters[node->u.table.aligns[i]]);
	if (node->u.table.row_heads)
		buf_puts(out, " row-heads");
}

static const char *
medium_name(enum doc_medium medium)
{
	switch (medium) {
	case ONLY_WEB:
		return "web";
	case ONLY_PRINT:
		return "print";
	case ONLY_SHEET:
		return "not-in-booklet";
	}
	BUG("a switch for medium %d", (int)medium);
}

static void
put_footnote(const struct doc_node *node, struct buf *out)
{
	buf_printf(out, " number=%d references=%d", node->u.footnote.number,
	    node->u.footnote.references);
	put_field(out, "label", node->u.footnote.label);
}

/* What is special about another block. */
static void
put_block(const struct doc_node *node, struct buf *out)
{
	if (node->kind == DOC_HEADING)
		buf_printf(out, " %d", node->u.heading.level);
	else if (node->kind == DOC_LIST && node->u.list.ordered)
		buf_printf(out, " ordered start=%d delimiter=%c",
		    node->u.list.start, node->u.list.delimiter);
	else if (node->kind == DOC_CODE_BLOCK)
		put_field(out, "info", node->u.code.info);
	else if (node->kind == DOC_CALLOUT)
		buf_printf(out, " %s", callout_names[node->u.callout.kind]);
	else if (node->kind == DOC_COMPONENT)
		put_field(out, "name", node->u.component.name);
	else if (node->kind == DOC_ITEM && node->u.item.task != TASK_NONE)
		buf_puts(out, node->u.item.task == TASK_DONE ? " done" :
		    " open");
	else if (node->kind == DOC_TABLE)
		put_table(node, out);
	else if (node->kind == DOC_FOOTNOTE)
		put_footnote(node, out);
	else if (node->kind == DOC_FACT)
		put_field(out, "name", node->u.fact.name);
	else if (node->kind == DOC_HELP_LINE)
		buf_printf(out, " line=%s", node->u.help.line->id);
	else if (node->kind == DOC_ONLY)
		buf_printf(out, " %s", medium_name(node->u.only.medium));
	else if (node->kind == DOC_FIGURE)
		put_image(node, out);
	if (node->kind == DOC_LIST)
		buf_puts(out, node->u.list.tight ? " tight" : " loose");
}

static void
put_details(const struct doc_node *node, struct buf *out)
{
	if (node->kind == DOC_LINK)
		put_link(node, out);
	else if (node->kind == DOC_IMAGE)
		put_image(node, out);
	else if (node->kind == DOC_LANGUAGE)
		put_field(out, "tag", node->u.language.tag);
	else if (node->kind == DOC_FOOTNOTE_REFERENCE)
		buf_printf(out, " to=%d", node->u.reference.footnote->
		    u.footnote.number);
	else if (node->kind == DOC_SPAN) {
		buf_printf(out, " %s", span_names[node->u.span.kind]);
		put_field(out, "title", node->u.span.title);
	} else if (!doc_is_inline(node->kind)) {
		put_form(node, out);
		put_circles(node, out);
		put_block(node, out);
	}
}

void
doc_dump(const struct doc_node *root, struct buf *out)
{
	struct doc_walk w;
	int depth;

	depth = 0;
	w = doc_walk_start(root);
	while (doc_walk_next(&w)) {
		if (!w.entering) {
			depth--;
			continue;
		}
		buf_printf(out, "%*s%s", depth * 2, "",
		    doc_kind_name(w.node->kind));
		if (!doc_is_inline(w.node->kind))
			buf_printf(out, " %u:%u", w.node->at.line,
			    w.node->at.col);
		if (w.node->id != NULL)
			buf_printf(out, " #%s", w.node->id);
		put_details(w.node, out);
		if (w.node->text != NULL) {
			buf_putc(out, ' ');
			put_quoted(out, w.node->text);
		}
		buf_putc(out, '\n');
		if (w.node->first != NULL)
			depth++;
	}
}

static void
dump_chapter(const struct chapter *c, struct buf *out)
{
	buf_printf(out, "chapter %s %s", c->id, chapter_names[c->kind]);
	if (c->number > 0)
		buf_printf(out, " number=%d", c->number);
	buf_printf(out, " minutes=%d", c->minutes);
	if (c->in_booklet)
		buf_puts(out, " in-booklet");
	if (c->not_kept)
		buf_puts(out, " not-kept");
	if (c->discreet)
		buf_puts(out, " discreet");
	put_field(out, "tab", c->tab_title);
	put_field(out, "title", c->title);
	put_field(out, "nav", c->nav_title);
	put_field(out, "summary", c->summary);
	put_field(out, "for", c->for_whom);
	put_field(out, "time", c->duration);
	put_field(out, "why", c->why);
	put_field(out, "closing", c->closing);
	for (size_t i = 0; i < c->redirect_count; i++)
		put_field(out, "was", c->redirects[i].address);
	put_field(out, "file", c->file);
	put_field(out, "source", c->source_name);
	buf_putc(out, '\n');
	if (c->root != NULL)
		doc_dump(c->root, out);
}

static void
dump_clinic(const struct book_clinic *c, struct buf *out)
{
	buf_puts(out, "clinic");
	put_field(out, "id", c->id);
	put_field(out, "name", c->name);
	put_field(out, "strapline", c->strapline);
	put_field(out, "phone", c->phone);
	put_field(out, "phone-display", c->phone_display);
	put_field(out, "email", c->email);
	put_field(out, "hours", c->hours);
	put_field(out, "address", c->address);
	put_field(out, "site", c->site_url);
	put_field(out, "booking", c->booking_url);
	put_field(out, "emergency", c->emergency_text);
	put_field(out, "region", c->region);
	buf_putc(out, '\n');
}

static void
dump_help(const struct help_line *line, struct buf *out)
{
	buf_printf(out, "help-line %s %s %s", line->id,
	    level_names[line->level], status_names[line->status]);
	put_field(out, "name", line->name);
	put_field(out, "number", line->number);
	put_field(out, "display", line->display);
	put_field(out, "text-to", line->text_to);
	put_field(out, "text-word", line->text_word);
	put_field(out, "web", line->web);
	put_field(out, "hours", line->hours);
	put_field(out, "note", line->note);
	put_field(out, "name-lang", line->name_lang);
	put_field(out, "hours-lang", line->hours_lang);
	put_field(out, "note-lang", line->note_lang);
	put_field(out, "checked", line->checked);
	put_field(out, "check-by", line->check_by);
	buf_putc(out, '\n');
}

void
book_dump(const struct book *b, struct buf *out)
{
	buf_puts(out, "book");
	put_field(out, "id", b->guide_id);
	put_field(out, "title", b->title);
	put_field(out, "strapline", b->strapline);
	put_field(out, "lang", b->lang);
	if (b->right_to_left)
		buf_puts(out, " right-to-left");
	put_field(out, "version", b->version);
	put_field(out, "date", b->date);
	put_field(out, "next-review", b->next_review);
	put_field(out, "credit", b->credit);
	put_field(out, "author", b->author);
	put_field(out, "reviewed-by", b->reviewed_by);
	put_field(out, "licence", b->licence);
	put_field(out, "edition", b->edition_code);
	buf_puts(out, b->edition == EDITION_LIVE ? " live\n" : " sample\n");
	dump_clinic(&b->clinic, out);
	for (size_t i = 0; i < b->print_count; i++)
		buf_printf(out, "print %s%s%s\n", print_names[b->print[i].kind],
		    b->print[i].chapter != NULL ? " " : "",
		    b->print[i].chapter != NULL ? b->print[i].chapter->id : "");
	for (size_t i = 0; i < b->help_count; i++)
		dump_help(&b->help[i], out);
	for (size_t i = 0; i < b->chapter_count; i++)
		dump_chapter(&b->chapters[i], out);
}
