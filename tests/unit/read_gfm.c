/* SPDX-License-Identifier: MIT */
/*
 * GitHub's additions: places, messages, limits, and what a tree says about
 * them.  What is a table, a footnote or a link is compared with cmark-gfm by
 * tests/prop/read_gfm.mjs.
 */
#include "read_kit.h"

#include "base/buf.h"
#include "base/str.h"

static struct kit_result
parse(const char *text)
{
	return kit_read(text, strlen(text), 1, MARKDOWN_GUIDE);
}

/* Its first message has this id, level and place. */
static void
claim_message(struct t_state *t_, const char *text, enum diag_level level,
    const char *id, unsigned line, unsigned col, const char *claim)
{
	struct kit_result r = parse(text);
	const struct diag *d = diag_total(r.dl) > 0 ? diag_nth(r.dl, 0) : NULL;
	bool ok = d != NULL && d->level == level && str_equal(d->id, id) &&
	    d->at.line == line && d->at.col == col && d->hint != NULL &&
	    diag_total(r.dl) == 1;

	t_ok(ok, claim);
	if (!ok && d != NULL)
		printf("#  got: %zu, %s at %u:%u: %s\n", diag_total(r.dl),
		    d->id, d->at.line, d->at.col, d->text);
	arena_free(r.arena);
}

static void
test_places_in_tables(struct t_state *t_)
{
	struct kit_result r = parse("x\n\n"
	    "> - | one | *two* |\n"
	    ">   |-----|-------|\n"
	    ">   | a\\|b **c** | http://x.org ~~d~~ |\n"
	    ">   | `e` [f](g) |\n");

	kit_claim_place(t_, kit_node(&r, DOC_TABLE, 1), 3, 5,
	    "a table is where its head is");
	kit_claim_place(t_, kit_node(&r, DOC_TABLE_CELL, 2), 3, 13,
	    "a cell is where its words are");
	kit_claim_place(t_, kit_node(&r, DOC_EMPHASIS, 1), 3, 13,
	    "emphasis in a head keeps its place");
	kit_claim_place(t_, kit_node(&r, DOC_STRONG, 1), 5, 12,
	    "what stands behind an escaped | keeps its place");
	kit_claim_place(t_, kit_node(&r, DOC_LINK, 1), 5, 20,
	    "a bare address in a cell has a place");
	kit_claim_place(t_, kit_node(&r, DOC_STRIKE, 1), 5, 33,
	    "struck words in a cell have a place");
	kit_claim_place(t_, kit_node(&r, DOC_CODE, 1), 6, 7,
	    "code in a cell keeps its place");
	kit_claim_place(t_, kit_node(&r, DOC_LINK, 2), 6, 11,
	    "a link in a cell keeps its place");
	kit_claim_place(t_, kit_node(&r, DOC_TABLE_ROW, 3), 6, 7,
	    "a row is where its first words are");
	arena_free(r.arena);
}

static void
test_places_in_footnotes(struct t_state *t_)
{
	struct kit_result r = parse("a[^n] *b*[^n]\n\n"
	    "- c\n\n"
	    "  [^n]: d *e*\n"
	    "      f **g**\n\n"
	    "      - h ~~i~~\n\n"
	    "\t  ~~~\n\t  j\n\t  ~~~\n"
	    "      | k | *l* |\n"
	    "      |---|-----|\n");

	kit_claim_place(t_, kit_node(&r, DOC_FOOTNOTE_REFERENCE, 1), 1, 2,
	    "a reference is where it is written");
	kit_claim_place(t_, kit_node(&r, DOC_FOOTNOTE_REFERENCE, 2), 1, 10,
	    "a second one too");
	kit_claim_place(t_, kit_node(&r, DOC_FOOTNOTE, 1), 5, 3,
	    "a footnote is where its label is");
	kit_claim_place(t_, kit_node(&r, DOC_EMPHASIS, 2), 5, 11,
	    "words behind the label keep their place");
	kit_claim_place(t_, kit_node(&r, DOC_STRONG, 1), 6, 9,
	    "words of its second line keep theirs");
	kit_claim_place(t_, kit_node(&r, DOC_STRIKE, 1), 8, 11,
	    "words of a list in it keep theirs");
	kit_claim_place(t_, kit_node(&r, DOC_EMPHASIS, 3), 13, 13,
	    "words of a table in it keep theirs");
	t_str(kit_node(&r, DOC_CODE_BLOCK, 1)->text, "j\n",
	    "code in it is without the footnote's indentation");
	arena_free(r.arena);
}

static void
test_places_elsewhere(struct t_state *t_)
{
	struct kit_result r = parse("[r]: /u\n[r] ~~a~~\n\n"
	    "- [x]  *b* ~~c~~\n\n"
	    "&amp; \\* ~~d~~ www.x.org/_e_f someone@x.org\n");

	kit_claim_place(t_, kit_node(&r, DOC_STRIKE, 1), 2, 5,
	    "words below a definition of a link keep their place");
	kit_claim_place(t_, kit_node(&r, DOC_EMPHASIS, 1), 4, 8,
	    "words of a task keep their place");
	kit_claim_place(t_, kit_node(&r, DOC_STRIKE, 2), 4, 12,
	    "struck words of a task have a place");
	kit_claim_place(t_, kit_node(&r, DOC_STRIKE, 3), 6, 10,
	    "struck words behind an entity and an escape have a place");
	kit_claim_place(t_, kit_node(&r, DOC_LINK, 2), 6, 16,
	    "an address has a place");
	t_str(kit_node(&r, DOC_LINK, 2)->u.link.href, "http://www.x.org/_e_f",
	    "an address is taken as it is written");
	t_str(kit_node(&r, DOC_LINK, 3)->u.link.href, "mailto:someone@x.org",
	    "an address of mail becomes one");
	arena_free(r.arena);
}

static void
test_tables(struct t_state *t_)
{
	struct kit_result r = parse("Table: Days *off*\n\n"
	    "| | a |\n|:-:|--:|\n| b | c |\n| d |\n\n"
	    "| e | f |\n|---|---|\n| **g** | h |\n");
	const struct doc_node *table = kit_node(&r, DOC_TABLE, 1);

	t_ok(table->first->kind == DOC_CAPTION &&
	    str_equal(table->first->first->text, "Days "),
	    "\"Table:\" right above a table is its caption");
	kit_claim_place(t_, table->first->first, 1, 8,
	    "a caption's words keep their place");
	t_ok(table->u.table.columns == 2 &&
	    table->u.table.aligns[0] == ALIGN_CENTRE &&
	    table->u.table.aligns[1] == ALIGN_END, "columns are aligned");
	t_ok(table->u.table.row_heads,
	    "below an empty head stand heads of rows");
	t_ok(table->last->last->first == NULL &&
	    table->last->last->kind == DOC_TABLE_CELL,
	    "a short row has empty cells");
	t_ok(kit_node(&r, DOC_TABLE, 2)->u.table.row_heads,
	    "a column all in stars holds heads of rows");
	arena_free(r.arena);
	r = parse("| e | f |\n|---|---|\n| g | h |\n");
	t_ok(!kit_node(&r, DOC_TABLE, 1)->u.table.row_heads,
	    "another first column holds no heads");
	arena_free(r.arena);
}

static void
test_order_of_footnotes(struct t_state *t_)
{
	struct kit_result r = parse("[^a]: one[^c]\n[^b]: two\n\nx[^b] y[^a]\n\n"
	    "[^c]: three\n");
	const struct doc_node *first = kit_node(&r, DOC_FOOTNOTE, 1);

	t_str(first->u.footnote.label, "c",
	    "footnotes are in the order of their references");
	t_ok(first->u.footnote.number == 1 &&
	    kit_node(&r, DOC_FOOTNOTE, 2)->u.footnote.number == 2 &&
	    r.root->last == kit_node(&r, DOC_FOOTNOTE, 3),
	    "and stand numbered at the end of the text");
	t_ok(first->u.footnote.first->u.reference.footnote == first &&
	    first->u.footnote.references == 1,
	    "a footnote knows what refers to it");
	arena_free(r.arena);
}

static void
test_words_that_are_no_marks(struct t_state *t_)
{
	struct kit_result r = parse("- &#1;x&#1; a [b](<&#1;0>)\n\n"
	    "| c |\n|---|\n| &#2; |\n");

	t_ok(diag_total(r.dl) == 0 && r.root != NULL &&
	    kit_node(&r, DOC_FOOTNOTE_REFERENCE, 1) == NULL,
	    "control characters written as entities mean nothing");
	arena_free(r.arena);
}

static void
test_messages(struct t_state *t_)
{
	claim_message(t_, "a\n\n> [^b]: c\n", DIAG_WARNING, "footnote-unused",
	    3, 3, "a footnote without a reference is told");
	claim_message(t_, "a [^b]\n", DIAG_WARNING, "footnote-unknown", 1, 3,
	    "a reference without a footnote is told");
	claim_message(t_, "[^b]\n\n[^b]: c\n[^B]: d\n", DIAG_ERROR,
	    "footnote-twice", 4, 1, "a second footnote of a name is told");
	claim_message(t_, "a\n\n| b |\n|---|\n| ![](c.svg) |\n", DIAG_ERROR,
	    "image-in-text", 5, 3, "a message about a cell has its place");
	claim_message(t_, "a[^b]\n\n[^b]: c\n\n      <i>\n    d {{e\n",
	    DIAG_ERROR, "raw-html", 5, 7,
	    "a message about a footnote has its place");
}

/* "times" times "s". */
static char *
repeat(struct arena *a, const char *s, size_t times)
{
	struct buf b;
	char *text;

	buf_init(&b);
	for (size_t i = 0; i < times; i++)
		buf_puts(&b, s);
	text = arena_strndup(a, b.data, b.len);
	buf_release(&b);
	return text;
}

static void
test_limits(struct t_state *t_)
{
	struct arena *a = arena_new();
	char *text;

	text = arena_printf(a, "%s\n%s\n", repeat(a, "a|", 1001),
	    repeat(a, "-|", 1001));
	claim_message(t_, text, DIAG_ERROR, "table-too-large", 1, 1,
	    "a table with more than 1000 columns is refused");
	text = arena_printf(a, "%s\n%s\n%s", repeat(a, "a|", 1000),
	    repeat(a, "-|", 1000), repeat(a, "b|\n", 200));
	claim_message(t_, text, DIAG_ERROR, "table-too-large", 202, 1,
	    "cells that short rows lack count");
	text = arena_printf(a, "|a|\n|-|\n|%s|\n", repeat(a, "b ", 33000));
	claim_message(t_, text, DIAG_ERROR, "paragraph-too-long", 3, 1,
	    "a row of more than 64 KiB is refused");
	text = arena_printf(a, "%sx\n", repeat(a, "[^a]: ", 65));
	claim_message(t_, text, DIAG_ERROR, "nesting-too-deep", 1, 385,
	    "footnotes in footnotes count as nesting");
	arena_free(a);
}

T_MAIN
{
	test_places_in_tables(t_);
	test_places_in_footnotes(t_);
	test_places_elsewhere(t_);
	test_tables(t_);
	test_order_of_footnotes(t_);
	test_words_that_are_no_marks(t_);
	test_messages(t_);
	test_limits(t_);
}
