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
	arena_free(a);
}
