/* SPDX-License-Identifier: MIT */
/*
 * Markdown -> tree: places, limits, and what the guide's format adds.  The
 * grammar of CommonMark itself is tested by tests/prop/site_commonmark.mjs.
 */
#include "read_kit.h"

#include "base/buf.h"
#include "base/str.h"
#include "read/md.h"

static struct kit_result
parse(const char *text, enum markdown_mode mode)
{
	return kit_read(text, strlen(text), 1, mode);
}

/* The text has one error, with this id and place. */
static void
claim_error(struct t_state *t_, struct kit_result r, const char *id,
    unsigned line, unsigned col, const char *claim)
{
	const struct diag *d = diag_total(r.dl) > 0 ? diag_nth(r.dl, 0) : NULL;
	bool ok = d != NULL && str_equal(d->id, id) && d->at.line == line &&
	    d->at.col == col && d->hint != NULL &&
	    diag_count(r.dl, DIAG_ERROR) == 1;

	t_ok(ok, claim);
	if (!ok && d != NULL)
		printf("#  got: %zu, %s at %u:%u: %s\n", diag_total(r.dl),
		    d->id, d->at.line, d->at.col, d->text);
	arena_free(r.arena);
}

static void
test_places(struct t_state *t_)
{
	struct kit_result r = parse("# A *b* c\n\n> - one *two*\n>   three "
	    "**four** `fi\n> ve` six &amp; [seven](/u \"t\n> t\") *eight*\n",
	    MARKDOWN_GUIDE);
	const struct doc_node *strong = kit_node(&r, DOC_STRONG, 1);
	const struct doc_node *link = kit_node(&r, DOC_LINK, 1);

	kit_claim_place(t_, kit_node(&r, DOC_EMPHASIS, 1), 1, 5,
	    "emphasis in a heading has its column");
	kit_claim_place(t_, strong, 4, 11,
	    "the second line of a paragraph inside marks has true columns");
	kit_claim_place(t_, kit_node(&r, DOC_CODE, 1), 4, 20,
	    "code starts at its backtick");
	kit_claim_place(t_, link, 5, 17,
	    "text behind code that spans lines is on the right line");
	kit_claim_place(t_, link->next->next, 6, 7,
	    "text behind a link that spans lines is on the right line");
	arena_free(r.arena);

	r = parse("[a]: /u\ntext *b*\n", MARKDOWN_GUIDE);
	kit_claim_place(t_, kit_node(&r, DOC_EMPHASIS, 1), 2, 6,
	    "a link definition above does not move the places");
	arena_free(r.arena);

	r = kit_read("*a*", 3, 12, MARKDOWN_GUIDE);
	kit_claim_place(t_, kit_node(&r, DOC_EMPHASIS, 1), 12, 1,
	    "lines count from where the text begins in its file");
	arena_free(r.arena);

	r = parse("\xEF\xBB\xBF*a*\n", MARKDOWN_GUIDE);
	kit_claim_place(t_, kit_node(&r, DOC_EMPHASIS, 1), 1, 4,
	    "a byte order mark is passed over and counted");
	t_ok(kit_node(&r, DOC_TEXT, 1) != NULL &&
	    str_equal(kit_node(&r, DOC_TEXT, 1)->text, "a"),
	    "a byte order mark is not text");
	arena_free(r.arena);
}

static void
test_shape(struct t_state *t_)
{
	struct kit_result r = parse("a [b &amp; \\* c \n", MARKDOWN_GUIDE);

	t_str(kit_node(&r, DOC_TEXT, 1)->text, "a [b & * c",
	    "pieces of text that touch are one node");
	t_ok(kit_node(&r, DOC_TEXT, 1)->next == NULL,
	    "no empty text is left at the end of a line");
	arena_free(r.arena);

	r = parse("![a *b* `c` ![d](e)\nf](g \"h\")\n", MARKDOWN_COMMONMARK);
	t_str(kit_node(&r, DOC_IMAGE, 1)->u.image.alt, "a b c d f",
	    "an image's words are its alternative text");
	t_ok(kit_node(&r, DOC_IMAGE, 1)->first == NULL,
	    "an image has no children");
	t_str(kit_node(&r, DOC_IMAGE, 1)->u.image.title, "h",
	    "an image keeps its title");
	arena_free(r.arena);

	r = parse("", MARKDOWN_GUIDE);
	t_ok(r.root != NULL && r.root->kind == DOC_DOCUMENT &&
	    r.root->first == NULL, "an empty text is an empty document");
	arena_free(r.arena);

	r = parse("7) a\n8) b\n", MARKDOWN_GUIDE);
	t_ok(r.root->first->u.list.ordered && r.root->first->u.list.tight &&
	    r.root->first->u.list.start == 7 &&
	    r.root->first->u.list.delimiter == ')',
	    "a list knows its start, its sign and that it is tight");
	arena_free(r.arena);
}

/* "text" as often as asked, then "end". */
static struct kit_result
parse_repeated(const char *text, size_t times, const char *end)
{
	struct buf b;
	struct kit_result r;

	buf_init(&b);
	for (size_t i = 0; i < times; i++)
		buf_puts(&b, text);
	buf_puts(&b, end);
	r = kit_read(b.data, b.len, 1, MARKDOWN_COMMONMARK);
	/* The message quotes the text: this test frees it first. */
	buf_release(&b);
	return r;
}

/* One star, then two, then one: each run opens a level of its own. */
static void
claim_deep_emphasis(struct t_state *t_)
{
	struct buf b;
	struct kit_result r;

	buf_init(&b);
	for (size_t i = 0; i < 40; i++)
		buf_puts(&b, "*a **a ");
	for (size_t i = 0; i < 40; i++)
		buf_puts(&b, "a** a* ");
	r = kit_read(b.data, b.len, 1, MARKDOWN_COMMONMARK);
	claim_error(t_, r, "nesting-too-deep", 1, 225,
	    "the 65th level of emphasis is refused");
	buf_release(&b);
}

static void
test_limits(struct t_state *t_)
{
	struct kit_result r;

	r = parse_repeated("> ", 64, "a\n");
	t_ok(r.root != NULL, "64 quotes inside each other are read");
	arena_free(r.arena);
	claim_error(t_, parse_repeated("> ", 65, "a\n"), "nesting-too-deep",
	    1, 129, "65 quotes inside each other are refused");
	claim_error(t_, parse_repeated("- ", 1000, "a\n"),
	    "nesting-too-deep", 1, 129, "so are lists");
	r = parse_repeated("- ", 1000, "\n");
	t_ok(r.root != NULL && r.root->first->kind == DOC_RULE,
	    "a long rule of hyphens is no list");
	arena_free(r.arena);
	r = parse_repeated("*a ", 3000, "\n");
	t_ok(r.root != NULL, "stars that open nothing are no nesting");
	arena_free(r.arena);
	claim_deep_emphasis(t_);
	r = parse_repeated("a\n", 33000, "");
	claim_error(t_, r, "paragraph-too-long", 1, 1,
	    "a paragraph over 64 KiB is refused at its start");
	r = parse_repeated("- a\n", 33000, "");
	t_ok(r.root != NULL, "a long list is no paragraph");
	arena_free(r.arena);
	claim_error(t_, parse_repeated("a\n\n", 350000, ""),
	    "file-too-large", 0, 0, "a text over 1 MiB is refused");
}

static void
test_bytes(struct t_state *t_)
{
	struct kit_result r;

	claim_error(t_, kit_read("ab\xC3(\n", 5, 1, MARKDOWN_GUIDE),
	    "not-utf8", 1, 3, "a byte that is not UTF-8 is named");
	claim_error(t_, kit_read("ok\na\0b\n", 7, 1, MARKDOWN_GUIDE),
	    "control-character", 2, 2, "NUL is named");
	claim_error(t_, parse("a\x1B[0m\n", MARKDOWN_GUIDE),
	    "control-character", 1, 2, "so are other control characters");
	r = parse("a &#xFFFE; [b](c&#xFFFF;)\n", MARKDOWN_GUIDE);
	t_str(kit_node(&r, DOC_TEXT, 1)->text, "a \xEF\xBF\xBD ",
	    "a character that is none is replaced");
	t_str(kit_node(&r, DOC_LINK, 1)->u.link.href, "c\xEF\xBF\xBD",
	    "so it is in an address");
	arena_free(r.arena);
}

static void
test_callouts(struct t_state *t_)
{
	struct kit_result r = parse("> [!tip] A *title*\n> body\n",
	    MARKDOWN_GUIDE);
	const struct doc_node *callout = kit_node(&r, DOC_CALLOUT, 1);

	t_ok(callout != NULL && callout->u.callout.kind == CALLOUT_TRY,
	    "GitHub's TIP is our TRY, in any case");
	t_ok(callout->first->kind == DOC_LABEL &&
	    callout->first->last->kind == DOC_EMPHASIS,
	    "the rest of the line is the title, as inlines");
	t_str(callout->last->first->text, "body",
	    "what follows is the callout's text");
	kit_claim_place(t_, callout->last, 2, 3,
	    "the text starts on its own line");
	arena_free(r.arena);

	r = parse("> [!URGENT]\n>\n> - a\n", MARKDOWN_GUIDE);
	callout = kit_node(&r, DOC_CALLOUT, 1);
	t_ok(callout != NULL && callout->last->kind == DOC_LIST &&
	    callout->last->prev == callout->first,
	    "a callout may hold other blocks, and no empty paragraph is left");
	arena_free(r.arena);

	r = parse("> [link](a.md) in a quote\n", MARKDOWN_GUIDE);
	t_ok(kit_node(&r, DOC_QUOTE, 1) != NULL &&
	    diag_total(r.dl) == 0, "a quote stays a quote");
	arena_free(r.arena);
	claim_error(t_, parse("a\n\n> [!TYR] b\n", MARKDOWN_GUIDE),
	    "callout-unknown", 3, 3, "an unknown kind is an error");
}

static void
test_refused(struct t_state *t_)
{
	claim_error(t_, parse("a <b>b\n", MARKDOWN_GUIDE), "raw-html", 1, 3,
	    "raw HTML in a line is refused");
	claim_error(t_, parse("a\n\n<div>\nb\n", MARKDOWN_GUIDE), "raw-html",
	    3, 1, "raw HTML between blocks is refused");
	claim_error(t_, parse("<!-- a -->\n", MARKDOWN_GUIDE), "raw-html", 1,
	    1, "so is a comment");
	claim_error(t_, parse("- a ![b](figures/c.svg)\n", MARKDOWN_GUIDE),
	    "image-in-text", 1, 5, "an image inside a line is refused");
	claim_error(t_, parse("![b](https://example.org/c.png)\n",
	    MARKDOWN_GUIDE), "figure-path", 1, 1,
	    "an image from elsewhere is refused");
	claim_error(t_, parse("![](figures/c.svg)\n", MARKDOWN_GUIDE),
	    "alt-missing", 1, 1, "a figure without words is refused");
	claim_error(t_, parse("> ```liens\n> ```\n", MARKDOWN_GUIDE),
	    "component-unknown", 1, 3, "an unknown component is refused");
	claim_error(t_, parse("[a](lang:p1)\n", MARKDOWN_GUIDE),
	    "language-tag", 1, 1, "a wrong language tag is refused");
}

static void
test_guide(struct t_state *t_)
{
	struct kit_result r = parse("![what it shows](../figures/c.svg \"words\")\n"
	    "\n[Dzień dobry](lang:pl)\n\n```\nplain\n```\n", MARKDOWN_GUIDE);
	const struct doc_node *figure = kit_node(&r, DOC_FIGURE, 1);
	const struct doc_node *span = kit_node(&r, DOC_LANGUAGE, 1);

	t_ok(figure != NULL && str_equal(figure->u.image.src,
	    "figures/c.svg") && str_equal(figure->u.image.alt,
	    "what it shows"), "an image alone is a figure");
	t_ok(figure->first->kind == DOC_CAPTION &&
	    str_equal(figure->first->first->text, "words"),
	    "its title is the caption");
	t_ok(span != NULL && str_equal(span->u.language.tag, "pl") &&
	    str_equal(span->first->text, "Dzień dobry"),
	    "a link to lang:pl is a span in Polish");
	t_ok(kit_node(&r, DOC_CODE_BLOCK, 1) != NULL && diag_total(r.dl) == 0,
	    "a fenced block without a word is plain text");
	arena_free(r.arena);
}

static void
test_inlines(struct t_state *t_)
{
	static const char *const texts[] = { "1. first", "- a", "# a", "> a",
	    "***", "[a]: b", "a\n===", "    a", "```", "<div>", "", "*a* b",
	    "\"x\"", "_a_\n\n- b" };
	struct arena *a = arena_new();
	struct diag_list *dl = diag_list_new(a);
	struct doc_node *label;
	bool all = true;

	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
		label = md_parse_inlines(a, dl, (struct span){ "a", 3, 9 },
		    texts[i]);
		all = all && label != NULL && label->kind == DOC_LABEL;
	}
	t_ok(all, "no text of a component becomes a block");
	label = md_parse_inlines(a, dl, (struct span){ "a", 3, 9 },
	    "**\"x\"** y *z*");
	t_ok(label->first->kind == DOC_STRONG &&
	    label->last->kind == DOC_EMPHASIS,
	    "emphasis at the start of such a text is read");
	kit_claim_place(t_, label->last, 3, 19, "with its place");
	arena_free(a);
}

T_MAIN
{
	test_places(t_);
	test_shape(t_);
	test_limits(t_);
	test_bytes(t_);
	test_callouts(t_);
	test_refused(t_);
	test_guide(t_);
	test_inlines(t_);
}
