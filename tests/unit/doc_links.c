/* SPDX-License-Identifier: MIT */
/*
 * Links: inside the guide, outside, and nowhere.
 */
#include "doc_book_kit.h"

struct inside {
	size_t		 from, to;
	const char	*href, *block, *claim;
};

static void
inside(struct t_state *t_)
{
	static const struct inside cases[] = {
		{ 0, 1, "01-rush.md", NULL, "a file beside" },
		{ 0, 1, "./01-rush.md", NULL, "with a dot" },
		{ 0, 1, "01-rush.md#give-it-time",
		    "rush-of-love.give-it-time", "a heading in it" },
		{ 1, 1, "#give-it-time", "rush-of-love.give-it-time",
		    "a heading here" },
		{ 1, 1, "#größe", "rush-of-love.gre",
		    "a heading in other letters" },
		{ 1, 1, "#gr%C3%B6%C3%9Fe", "rush-of-love.gre",
		    "the same, escaped" },
		{ 0, 3, "worksheets/02-step.md", NULL, "a file in a folder" },
		{ 3, 1, "../01-rush.md", NULL, "out of the folder" },
		{ 3, 1, "01-rush.md", NULL, "from the language's folder" },
		{ 3, 3, "02-step.md", NULL, "from its own folder" },
		{ 2, 1, "01-rush.md#", NULL, "an empty aim is the page" },
	};
	struct doc_node *link;
	struct kit k;

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		kit_new(&k);
		kit_heading(&k, k.chapters[1].root, 2, "Give it time");
		kit_heading(&k, k.chapters[1].root, 2, "Größe");
		link = kit_link(&k, k.chapters[cases[i].from].root->first,
		    cases[i].href);
		doc_resolve(k.arena, k.dl, &k.book);
		t_str(kit_first(&k), "", cases[i].claim);
		t_ok(link->u.link.chapter == &k.chapters[cases[i].to],
		    "leads to its chapter");
		t_str(link->u.link.block, cases[i].block,
		    "and to its heading");
		kit_end(&k);
	}
}

static void
words(struct t_state *t_)
{
	struct doc_node *link;
	struct kit k;

	kit_new(&k);
	link = kit_link(&k, k.chapters[0].root->first, "01-rush.md");
	link->first->text = " ";
	doc_resolve(k.arena, k.dl, &k.book);
	t_str(diag_nth(k.dl, 0)->id, "link-no-words", "a link has words");
	kit_end(&k);
}

struct outside {
	const char	*href, *id;
};

static void
outside(struct t_state *t_)
{
	static const struct outside cases[] = {
		{ "https://example.org/a?b=c#d", NULL },
		{ "HTTP://example.org", NULL },
		{ "mailto:hello@example.org", NULL },
		{ "tel:+441632960123", NULL },
		{ "sms:85258?body=SHOUT", NULL },
		{ "javascript:alert(1)", "link-scheme" },
		{ "JaVaScRiPt:alert(1)", "link-scheme" },
		{ "java\tscript:alert(1)", "link-scheme" },
		{ " \x01javascript:alert(1)", "link-scheme" },
		{ "data:text/html,x", "link-scheme" },
		{ "file:///etc/passwd", "link-scheme" },
		{ "vbscript:x", "link-scheme" },
		{ "lang:pl", "link-scheme" },
		{ "https:/example.org", "link-broken" },
		{ "https://", "link-broken" },
		{ "https://exa mple.org", "link-broken" },
		{ "mailto:nobody", "link-broken" },
		{ "tel:", "link-broken" },
		{ "//example.org", "link-nowhere" },
		{ "/01-rush.md", "link-nowhere" },
		{ "\\\\example.org", "link-nowhere" },
		{ "\t//example.org", "link-nowhere" },
		{ "../01-rush.md", NULL },
		{ "../../01-rush.md", "link-nowhere" },
		{ "00-start.md#nothing", "link-nowhere" },
		{ "flyer.pdf", "link-nowhere" },
		{ "", "link-empty" },
	};
	struct kit k;

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		kit_new(&k);
		kit_link(&k, k.chapters[3].root->first, cases[i].href);
		doc_resolve(k.arena, k.dl, &k.book);
		t_str(diag_total(k.dl) == 0 ? NULL : diag_nth(k.dl, 0)->id,
		    cases[i].id, cases[i].href);
		kit_end(&k);
	}
}

static void
hints(struct t_state *t_)
{
	struct kit k;

	kit_new(&k);
	kit_heading(&k, k.chapters[1].root, 2, "Give it time");
	kit_link(&k, k.chapters[0].root->first, "01-rsh.md");
	doc_resolve(k.arena, k.dl, &k.book);
	t_str(kit_first(&k), "link-nowhere this link leads nowhere: there is "
	    "no chapter in \"01-rsh.md\"", "a file that is not there");
	t_str(kit_hint(&k), "did you mean (01-rush.md)?",
	    "the nearest one is named");
	kit_end(&k);
	kit_new(&k);
	kit_heading(&k, k.chapters[1].root, 2, "Give it time");
	kit_link(&k, k.chapters[0].root->first, "01-rush.md#give-time");
	doc_resolve(k.arena, k.dl, &k.book);
	t_str(kit_hint(&k), "did you mean #give-it-time?",
	    "so is the nearest heading");
	kit_end(&k);
}

T_MAIN
{
	inside(t_);
	words(t_);
	outside(t_);
	hints(t_);
}
