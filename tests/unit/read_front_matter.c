/* SPDX-License-Identifier: MIT */
/*
 * Front matter: what it gives, and what is said when it is wrong.
 */
#include "t.h"

#include "base/arena.h"
#include "base/diag.h"
#include "base/str.h"
#include "read/front_matter.h"

struct result {
	const char		*text;
	struct arena		*arena;
	struct diag_list	*dl;
	struct front_matter	 front;
	size_t			 body;
	unsigned		 line;
	bool			 ok;
};

static struct result
read_text(const char *text)
{
	struct result r = { .text = text, .arena = arena_new() };

	r.dl = diag_list_new(r.arena);
	r.ok = front_matter_read(r.arena, r.dl, "a.md", text, strlen(text),
	    &r.front, &r.body, &r.line);
	return r;
}

static void
claim_error(struct t_state *t_, const char *text, const char *id,
    unsigned line, unsigned col, const char *claim)
{
	struct result r = read_text(text);
	const struct diag *d = diag_total(r.dl) > 0 ? diag_nth(r.dl, 0) : NULL;
	bool ok = !r.ok && d != NULL && str_equal(d->id, id) &&
	    d->at.line == line && d->at.col == col && d->hint != NULL;

	t_ok(ok, claim);
	if (!ok && d != NULL)
		printf("#  got: %s at %u:%u: %s\n", d->id, d->at.line,
		    d->at.col, d->text);
	arena_free(r.arena);
}

static void
test_values(struct t_state *t_)
{
	struct result r = read_text("---\ntitle: A\nid: a\nsummary: \"\"\n"
	    "covers: [A1, A2]\n---\nbody\n");

	t_ok(r.ok && diag_total(r.dl) == 0, "front matter is read");
	t_str(r.front.title.text, "A", "with its title");
	t_ok(r.front.title.at.line == 2 && r.front.title.at.col == 8,
	    "each value knows its place");
	t_ok(r.front.summary.text == NULL, "a blank value is none");
	t_ok(r.front.kind == CHAPTER_NUMBERED, "a page is a chapter, if it "
	    "does not say");
	t_str(r.text + r.body, "body\n", "the body starts behind it");
	t_int(r.line, 7, "on its line");
	arena_free(r.arena);

	r = read_text("---\r\ntitle: A\r\nid: w2\r\nkind: worksheet\r\n"
	    "number: 2\r\nfor: any week\r\nminutes: 2 minutes a day\r\n"
	    "in_booklet: yes\r\n---  \r\n\r\nbody");
	t_ok(r.ok && r.front.kind == CHAPTER_WORKSHEET && r.line == 10,
	    "a worksheet is read, with CRLF too");
	t_int(r.front.number, 2, "with its number");
	t_str(r.front.for_whom.text, "any week", "whom it is for");
	t_str(r.front.duration.text, "2 minutes a day",
	    "minutes in words are how long it takes");
	t_ok(r.front.in_booklet, "and that it is in the booklet");
	arena_free(r.arena);

	r = read_text("---\ntitle: A\nid: a\nkind: plain\nminutes: 4\n---");
	t_int(r.front.minutes, 4, "minutes as a number are minutes");
	t_str(r.text + r.body, "", "a file may end with its front matter");
	arena_free(r.arena);
}

static void
test_redirects(struct t_state *t_)
{
	struct result r = read_text("---\ntitle: A\nid: a\nredirects: "
	    "[old.html, Old_Guide/two-3.htm, folder/, a/b/]\n---\n");

	t_ok(r.ok && r.front.redirect_count == 4,
	    "a page may have been at other addresses");
	t_str(r.front.redirects[1].address, "Old_Guide/two-3.htm",
	    "of files");
	t_str(r.front.redirects[3].address, "a/b/index.html",
	    "and of folders");
	t_int(r.front.redirects[0].at.line, 4, "each knows its place");
	arena_free(r.arena);
}

static void
claim_no_address(struct t_state *t_, const char *address)
{
	struct arena *a = arena_new();

	claim_error(t_, arena_printf(a, "---\ntitle: A\nid: a\nredirects: "
	    "['%s']\n---\n", address), "redirect-address", 4, 13,
	    arena_printf(a, "\"%s\" is no address of a page", address));
	arena_free(a);
}

T_MAIN
{
	static const char *const wrong[] = { "/old.html", "old", "../x.html",
	    "a//b.html", ".html", "a/.html", "x.html/y.html", "x.php",
	    "https://example.org/x.html", "a b.html", "_x.html", "/",
	    "x.html?y", "a.b/" };

	for (size_t i = 0; i < sizeof(wrong) / sizeof(wrong[0]); i++)
		claim_no_address(t_, wrong[i]);
	test_redirects(t_);
	test_values(t_);
	claim_error(t_, "# A\n", "front-matter-missing", 1, 1,
	    "a file without front matter is refused");
	claim_error(t_, "", "front-matter-missing", 1, 1,
	    "so is an empty file");
	claim_error(t_, "---\ntitle: A\nid: a\n\ntext\n", "front-matter-open",
	    1, 1, "front matter without an end is refused where it starts");
	claim_error(t_, "---\ntitle: A\nid: a\nsumary: x\n---\n",
	    "unknown-key", 4, 1, "an unknown key is refused at its place");
	claim_error(t_, "---\ntitle: A\nid: a\nnumber: 3\n---\n",
	    "unknown-key", 4, 1, "a chapter has no keys of worksheets");
	claim_error(t_, "---\ntitle: A: b\nid: a\n---\n", "yaml-colon", 2, 9,
	    "an unquoted colon is named");
	claim_error(t_, "---\nid: a\n---\n", "missing-key", 2, 1,
	    "a page has a title");
	claim_error(t_, "---\ntitle: A\nid: a\nkind: chaptr\n---\n",
	    "bad-choice", 4, 7, "an unknown kind is refused");
}
