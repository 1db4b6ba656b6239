/* SPDX-License-Identifier: MIT */
/*
 * Finished pages are read again as XML.
 */
#include "site/reread.h"

#include "base/arena.h"
#include "base/diag.h"
#include "t.h"

static bool
reads(struct arena *a, const char *html, struct diag_list **dl)
{
	*dl = diag_list_new(a);
	return reread_page(a, *dl, "page.html", "chapter", html, strlen(html));
}

#define PAGE(head, body) "<!DOCTYPE html>\n<html lang=\"en\" " \
    "xmlns=\"http://www.w3.org/1999/xhtml\"><head>" head "</head>\n<body>" \
    body "</body></html>\n"

static const struct {
	const char	*html;
	unsigned	 line;		/* 0: it is well-formed */
	const char	*claim;
} cases[] = {
	{ PAGE("<title>A</title>", "<p id=\"a\">b &amp; c &#233;</p><br/>"), 0,
	    "a page that is well-formed" },
	{ PAGE("", "<svg xmlns=\"http://www.w3.org/2000/svg\"><g/></svg>"
	    "<!-- c --><![CDATA[x]]>"), 0, "so are drawings and comments" },
	{ PAGE("", "<p>\n<b>a</p></b>"), 4, "ends that cross" },
	{ PAGE("", "<p>"), 3, "an end that is missing" },
	{ PAGE("", "") "<p></p>", 4, "something behind the last end" },
	{ PAGE("", "<p id=a></p>"), 3, "a value without quotes" },
	{ PAGE("", "<p hidden></p>"), 3, "an attribute without value" },
	{ PAGE("", "<p id=\"<\"></p>"), 3, "an angle bracket in a value" },
	{ PAGE("", "a & b"), 3, "an ampersand of its own" },
	{ PAGE("", "a ]]> b"), 3, "the end of what has no beginning" },
	{ PAGE("", "&#1;"), 3, "a control character, as a number" },
	{ PAGE("", "<!-- a -- b -->"), 3, "a comment with two hyphens" },
	{ "words", 1, "words alone" }
};

static void
claim_cases(struct t_state *t_, struct arena *a)
{
	struct diag_list *dl;
	bool ok;

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		ok = reads(a, cases[i].html, &dl);
		t_ok(ok == (cases[i].line == 0) && (ok ||
		    diag_nth(dl, 0)->at.line == cases[i].line),
		    cases[i].claim);
	}
}

T_MAIN
{
	struct arena *a;
	struct diag_list *dl;

	a = arena_new();
	reread_start();
	t_ok(reads(a, "<!DOCTYPE html>\n<html><p>a<br />b</p></html>\n", &dl),
	    "a page with closed elements is well-formed");
	t_int(diag_total(dl), 0, "and nothing is said");
	t_ok(!reads(a, "<!DOCTYPE html>\n<html>\n<p>a<br></p></html>\n", &dl),
	    "an element that stays open is found");
	t_int(diag_total(dl), 1, "with one message");
	t_str(diag_nth(dl, 0)->id, "page-not-well-formed", "that has an id");
	t_int(diag_nth(dl, 0)->at.line, 3, "and the line");
	t_ok(!reads(a, "<html><p>a&nbsp;b</p></html>", &dl),
	    "entities that XML does not know are found");
	t_ok(!reads(a, "<html><p id=\"a\" id=\"b\" /></html>", &dl),
	    "an attribute given twice is found");
	t_ok(!reads(a, "<html><p>\x01</p></html>", &dl),
	    "a character that XML forbids is found");
	t_ok(!reads(a, "<html><p>\xC3(</p></html>", &dl),
	    "bytes that are not UTF-8 are found");
	t_ok(!reads(a, "", &dl), "an empty page is found");
	t_ok(!reads(a, "<!DOCTYPE html [<!ENTITY a SYSTEM \"file:///etc/"
	    "hostname\">]><html>&b;</html>", &dl),
	    "nothing is fetched or expanded");
	claim_cases(t_, a);
	arena_free(a);
}
