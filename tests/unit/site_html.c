/* SPDX-License-Identifier: MIT */
/*
 * The tree of a chapter as HTML: every block with its id, nothing invented.
 */
#include "site/html_write.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/map.h"
#include "doc/book.h"
#include "doc/drawing.h"
#include "t.h"

struct page {
	struct arena		*arena;
	struct book		 book;
	struct html_icons	 icons;
	struct doc_node		*root;
};

static const struct span nowhere = { "a.md", 1, 1 };

/* The button that takes an answer of "group" back. */
#define TAKE_BACK(group)						\
	"<form class=\"take-back\" method=\"dialog\" data-web=\"\" "	\
	"id=\"back-" group "\"><button type=\"reset\">Rub out</button>"	\
	"</form>\n"

static void
start(struct page *p)
{
	static char call[] = "Call {number}", text[] = "Text {word} to "
	    "{number}", visit[] = "Go to {address}", urgent[] = "Today",
	    checked[] = "Checked {date}.", of[] = "{number} of {count}",
	    back[] = "Rub out";
	struct map *words;

	p->arena = arena_new();
	memset(&p->book, 0, sizeof(p->book));
	words = map_new(p->arena);
	map_add(words, "help-call", call);
	map_add(words, "help-text", text);
	map_add(words, "help-visit", visit);
	map_add(words, "help-level-urgent", urgent);
	map_add(words, "help-checked", checked);
	map_add(words, "circle-of", of);
	map_add(words, "take-back", back);
	p->book.lang = "en-GB";
	p->book.words = words;
	for (int i = 0; i < CALLOUT_COUNT; i++)
		p->icons.callouts[i] = "<svg />";
	for (int i = 0; i < HELP_LEVEL_COUNT; i++)
		p->icons.levels[i] = "<svg />";
	p->icons.call = "";
	p->root = doc_new(p->arena, DOC_DOCUMENT, nowhere);
}

static struct doc_node *
add(struct page *p, struct doc_node *parent, enum doc_kind kind,
    const char *id, const char *text)
{
	struct doc_node *node;

	node = doc_new(p->arena, kind, nowhere);
	node->id = id;
	if (text != NULL)
		doc_append_text(p->arena, node, text);
	doc_append(parent, node);
	return node;
}

static void
claim(struct t_state *t_, struct page *p, const char *want, const char *what)
{
	struct html h;
	struct buf out;

	buf_init(&out);
	h.arena = p->arena;
	h.book = &p->book;
	h.icons = &p->icons;
	h.out = &out;
	h.base = "";
	html_children(&h, p->root);
	t_str(out.data, want, what);
	buf_release(&out);
	arena_free(p->arena);
}

static void
claim_text(struct t_state *t_)
{
	struct page p;
	struct doc_node *n;

	start(&p);
	n = add(&p, p.root, DOC_HEADING, "c.one", "A < B");
	n->u.heading.level = 2;
	n = add(&p, p.root, DOC_PARAGRAPH, "c.p1", "Be ");
	add(&p, n, DOC_STRONG, NULL, "kind");
	add(&p, n, DOC_SOFT_BREAK, NULL, NULL);
	n = add(&p, n, DOC_LANGUAGE, NULL, "x");
	n->u.language.tag = "ar";
	n->u.language.right_to_left = true;
	claim(t_, &p, "<h2 id=\"c.one\" data-block=\"\">A &lt; B</h2>\n"
	    "<p id=\"c.p1\" data-block=\"\">Be <strong>kind</strong>\n"
	    "<span lang=\"ar\" dir=\"rtl\">x</span></p>\n",
	    "headings and paragraphs carry their ids and exactly their words");
	start(&p);
	n = add(&p, p.root, DOC_PARAGRAPH, "c.p1", "Call ");
	n = add(&p, n, DOC_SPAN, NULL, "116 123");
	n->u.span.kind = SPAN_DIAL;
	n->u.span.title = "116123";
	claim(t_, &p, "<p id=\"c.p1\" data-block=\"\">Call <a class=\"call\" "
	    "href=\"tel:116123\" dir=\"ltr\">116 123</a></p>\n",
	    "a number in the text can be called");
}

static void
claim_lists(struct t_state *t_)
{
	struct page p;
	struct doc_node *list, *item;

	start(&p);
	list = add(&p, p.root, DOC_LIST, NULL, NULL);
	list->u.list.tight = true;
	item = add(&p, list, DOC_ITEM, NULL, NULL);
	add(&p, item, DOC_PARAGRAPH, "c.p1", "one");
	claim(t_, &p, "<ul>\n<li id=\"c.p1\" data-block=\"\">one</li>\n"
	    "</ul>\n", "a tight item has its paragraph's id");
	start(&p);
	list = add(&p, p.root, DOC_LIST, NULL, NULL);
	list->u.list.ordered = true;
	list->u.list.start = 3;
	item = add(&p, list, DOC_ITEM, NULL, NULL);
	add(&p, item, DOC_PARAGRAPH, "c.p1", "one");
	claim(t_, &p, "<ol start=\"3\">\n<li>\n<p id=\"c.p1\" "
	    "data-block=\"\">one</p>\n</li>\n</ol>\n",
	    "a loose item has paragraphs");
}

static void
claim_callout(struct t_state *t_)
{
	struct page p;
	struct doc_node *n;

	start(&p);
	n = add(&p, p.root, DOC_CALLOUT, "c.callout1", NULL);
	n->u.callout.kind = CALLOUT_TRY;
	add(&p, n, DOC_LABEL, "c.l1", "Try this");
	add(&p, n, DOC_PARAGRAPH, "c.p1", "Hum.");
	claim(t_, &p, "<aside class=\"callout callout-try\" role=\"note\" "
	    "id=\"c.callout1\" data-block=\"\" aria-labelledby=\"c.l1\">\n"
	    "<div class=\"callout-head\"><svg /><p class=\"label\" "
	    "id=\"c.l1\" data-block=\"\">Try this</p></div>\n"
	    "<div class=\"callout-body\">\n<p id=\"c.p1\" data-block=\"\">"
	    "Hum.</p>\n</div>\n</aside>\n",
	    "a callout is named by its label");
}

static void
claim_forms(struct t_state *t_)
{
	struct page p;
	struct doc_node *n;

	start(&p);
	n = add(&p, p.root, DOC_ANSWER, "c.answer1", NULL);
	n->u.answer.kind = ANSWER_FIELD;
	n->u.answer.width = ANSWER_PHONE;
	add(&p, n, DOC_LABEL, "c.l1", "Phone");
	n = add(&p, p.root, DOC_ANSWER, "c.answer2", NULL);
	n->u.answer.count = 3;
	n->u.answer.name = "Notes";
	claim(t_, &p, "<div class=\"answer\"><label for=\"c.answer1\" "
	    "id=\"c.l1\" data-block=\"\">Phone</label>\n<input "
	    "class=\"write write-phone\" type=\"tel\" id=\"c.answer1\" "
	    "data-block=\"\" autocomplete=\"off\" spellcheck=\"false\" /></div>\n"
	    "<div class=\"answer\"><textarea class=\"write\" rows=\"3\" "
	    "id=\"c.answer2\" data-block=\"\" aria-label=\"Notes\" "
	    "autocomplete=\"off\" spellcheck=\"false\"></textarea></div>\n",
	    "every place to write has a label or a name");
	start(&p);
	n = add(&p, p.root, DOC_TICKS, "c.ticks1", NULL);
	n->u.ticks.columns = 2;
	add(&p, n, DOC_LABEL, "c.l1", "Ideas");
	add(&p, n, DOC_TICK, "c.tick1", "a cuddle");
	claim(t_, &p, "<fieldset class=\"ticks ticks-2\" id=\"c.ticks1\" "
	    "data-block=\"\">\n<legend id=\"c.l1\" data-block=\"\">Ideas"
	    "</legend>\n<label class=\"tick\" id=\"c.tick1\" "
	    "data-block=\"\"><input type=\"checkbox\" /><span>a cuddle"
	    "</span></label>\n</fieldset>\n",
	    "boxes to tick are a group with a legend");
}

static void
claim_choices(struct t_state *t_)
{
	struct page p;
	struct doc_node *n;

	start(&p);
	n = add(&p, p.root, DOC_CHOICES, "c.choices1", NULL);
	n->u.choices.columns = 1;
	add(&p, n, DOC_LABEL, "c.l1", "Who?");
	add(&p, n, DOC_CHOICE, "c.choice1", "a friend");
	claim(t_, &p, "<fieldset class=\"ticks ticks-1\" id=\"c.choices1\" "
	    "data-block=\"\">\n<legend id=\"c.l1\" data-block=\"\">Who?"
	    "</legend>\n<label class=\"tick\" id=\"c.choice1\" "
	    "data-block=\"\"><input type=\"radio\" name=\"c.choices1\" "
	    "form=\"back-c.choices1\" value=\"1\" /><span>a friend</span>"
	    "</label>\n" TAKE_BACK("c.choices1") "</fieldset>\n",
	    "what to choose from is a group of radio buttons");
	start(&p);
	n = add(&p, p.root, DOC_SCALE, "c.scale1", NULL);
	n->u.scale.count = 1;
	add(&p, n, DOC_LABEL, "c.l1", "How?");
	add(&p, n, DOC_SCALE_WORD, "c.end1", "Not at all");
	claim(t_, &p, "<fieldset class=\"scale scale-few\" "
	    "aria-describedby=\"c.end1\">\n<legend id=\"c.l1\" "
	    "data-block=\"\">How?</legend>\n<div class=\"scale-circles\" "
	    "id=\"c.scale1\" data-block=\"\">\n<label class=\"circle\" "
	    "data-web=\"\"><input type=\"radio\" name=\"c.scale1\" "
	    "form=\"back-c.scale1\" value=\"1\" /><span>1 of 1</span>"
	    "</label>\n</div>\n"
	    "<div class=\"scale-words\">\n<p id=\"c.end1\" "
	    "data-block=\"\">Not at all</p>\n</div>\n"
	    TAKE_BACK("c.scale1") "</fieldset>\n",
	    "a scale says what its ends mean");
	start(&p);
	n = add(&p, p.root, DOC_CARD, NULL, NULL);
	n = add(&p, n, DOC_ANSWER, "c.answer1", NULL);
	n->u.answer.kind = ANSWER_FIELD;
	add(&p, n, DOC_LABEL, "c.l1", "Name");
	claim(t_, &p, "<div class=\"group cut-card\">\n<div class=\"answer"
	    "\"><label for=\"c.answer1\" id=\"c.l1\" data-block=\"\">Name"
	    "</label>\n<input class=\"write write-full\" type=\"text\" "
	    "id=\"c.answer1\" data-block=\"\" autocomplete=\"off\" spellcheck=\"false\" /></div>"
	    "\n</div>\n", "blanks of a card are fields with labels");
}

static void
claim_grid(struct t_state *t_)
{
	struct page p;
	struct doc_node *grid, *row, *cell;

	start(&p);
	grid = add(&p, p.root, DOC_GRID, "c.grid1", NULL);
	grid->u.grid.columns = 1;
	grid->u.grid.note = "Or not.";
	row = add(&p, grid, DOC_GRID_ROW, NULL, NULL);
	add(&p, row, DOC_GRID_CELL, "c.cell1", "Patience");
	row = add(&p, grid, DOC_GRID_ROW, NULL, NULL);
	add(&p, row, DOC_GRID_CELL, "c.cell2", "Mon");
	cell = add(&p, row, DOC_GRID_CELL, "c.cell3", NULL);
	cell->u.cell.kind = CELL_CIRCLES;
	cell->u.cell.count = 1;
	claim(t_, &p, "<div class=\"grid-block\">\n<div class=\"grid "
	    "columns-1 circles-last\" role=\"group\" "
	    "aria-describedby=\"c.grid1\">\n<div class=\"grid-heads\" "
	    "aria-hidden=\"true\">\n"
	    "<p class=\"grid-head\" id=\"c.cell1\" data-block=\"\">Patience"
	    "</p>\n</div>\n<fieldset class=\"grid-row\"><legend "
	    "id=\"c.cell2\" data-block=\"\">Mon</legend>\n<fieldset "
	    "class=\"grid-cell circles\" id=\"c.cell3\" data-block=\"\">"
	    "<legend data-web=\"\">Patience</legend>\n<label "
	    "class=\"circle\" data-web=\"\"><input type=\"radio\" "
	    "name=\"c.cell3\" form=\"back-c.cell3\" value=\"1\" /><span>"
	    "1 of 1</span></label>\n" TAKE_BACK("c.cell3")
	    "</fieldset>\n</fieldset>\n</div>\n<p class=\"muted\" "
	    "id=\"c.grid1\" data-block=\"\">Or not.</p>\n</div>\n",
	    "a grid's heads are written once as blocks, its note is heard first");
}

static void
claim_figure(struct t_state *t_)
{
	static const struct path_step steps[] = {
		{ PATH_MOVE, { { 1500, -250 } } }, { PATH_CLOSE, { { 0, 0 } } }
	};
	static const struct drawing_shape shapes[] = {
		{ .kind = DRAWING_PATH, .fill = ROLE_TINT1,
		    .stroke = ROLE_INK, .stroke_width = 2200, .steps = steps,
		    .step_count = 2 },
		{ .kind = DRAWING_TEXT, .x = 10000, .y = 20000, .size = 14000,
		    .words = "birth" }
	};
	static const struct drawing drawing = { .name = "f.svg",
	    .width = 320000, .height = 150000, .shapes = shapes,
	    .shape_count = 2 };
	struct page p;
	struct doc_node *n;

	start(&p);
	n = add(&p, p.root, DOC_FIGURE, "c.figure1", NULL);
	n->u.image.drawing = &drawing;
	n->u.image.alt = "Three \"roads\"";
	add(&p, n, DOC_CAPTION, "c.caption1", "Roads.");
	claim(t_, &p, "<figure id=\"c.figure1\" data-block=\"\">\n<svg "
	    "class=\"drawing\" fill=\"currentColor\" "
	    "viewBox=\"0 0 320 150\" role=\"img\" aria-label=\"Three "
	    "&quot;roads&quot;\">\n<path class=\"role-tint1\" "
	    "stroke=\"currentColor\" stroke-width=\"2.2\" "
	    "d=\"M1.5-0.25z\" /><text x=\"10\" y=\"20\" font-size=\"14\" "
	    "text-anchor=\"middle\">birth</text>\n</svg>\n<figcaption "
	    "id=\"c.caption1\" data-block=\"\">Roads.</figcaption>\n"
	    "</figure>\n", "a figure is drawn from numbers and roles");
}

static void
claim_help(struct t_state *t_)
{
	static const struct help_line line = { .level = HELP_URGENT,
	    .name = "Health line", .number = "111", .text_to = "85258",
	    .text_word = "SHOUT", .web = "example.org", .hours = "always" };
	struct page p;
	struct doc_node *n;

	start(&p);
	p.book.help_checked_words = "1 May 2026";
	n = add(&p, p.root, DOC_HELP, NULL, NULL);
	n = add(&p, n, DOC_HELP_LINE, "c.help1", NULL);
	n->u.help.line = &line;
	claim(t_, &p, "<section class=\"help-card help-urgent\">\n<h2><svg />"
	    "<span>Today</span></h2>\n<div class=\"help-line\" "
	    "id=\"c.help1\" data-block=\"\">\n<p class=\"help-name\">Health "
	    "line</p>\n<p class=\"help-dial\"><a class=\"dial\" "
	    "href=\"tel:111\"><span><span data-web=\"\">Call </span><span "
	    "class=\"whole\" dir=\"ltr\">111</span></span></a></p>\n<p "
	    "class=\"help-dial\"><a class=\"dial\" href=\"sms:85258\"><span>"
	    "Text SHOUT to 85258</span></a></p>\n<p class=\"help-hours\">"
	    "always</p>\n<p class=\"help-web\"><a class=\"dial\" "
	    "href=\"https://example.org\" rel=\"noopener noreferrer\"><span>"
	    "<span data-web=\"\">Go to </span><span class=\"whole\" dir=\"ltr\">"
	    "example.org</span></span></a></p>\n</div>\n</section>\n"
	    "<p class=\"muted\">Checked 1 May 2026.</p>\n",
	    "help lines are cards with numbers that dial");
}

static void
claim_links(struct t_state *t_)
{
	static const struct chapter other = { .id = "time" };
	struct page p;
	struct doc_node *n, *link;

	start(&p);
	n = add(&p, p.root, DOC_PARAGRAPH, "c.p1", NULL);
	link = add(&p, n, DOC_LINK, NULL, "in");
	link->u.link.href = "03-time.md#p";
	link->u.link.chapter = &other;
	link->u.link.block = "time.p";
	link = add(&p, n, DOC_LINK, NULL, "out");
	link->u.link.href = "https://example.org/?a=1&b=2";
	claim(t_, &p, "<p id=\"c.p1\" data-block=\"\"><a href=\"time.html"
	    "#time.p\">in</a><a href=\"https://example.org/?a=1&amp;b=2\" "
	    "rel=\"noopener noreferrer\">out</a></p>\n",
	    "links go to pages and blocks, or out without a trace");
}

T_MAIN
{
	claim_text(t_);
	claim_lists(t_);
	claim_callout(t_);
	claim_forms(t_);
	claim_choices(t_);
	claim_grid(t_);
	claim_figure(t_);
	claim_help(t_);
	claim_links(t_);
}
