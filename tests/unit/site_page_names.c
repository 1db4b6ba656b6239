/* SPDX-License-Identifier: MIT */
/*
 * The check of a theme's templates.
 */
#include "site/page_names.h"

#include "base/arena.h"
#include "base/diag.h"
#include "base/map.h"
#include "site/mustache.h"
#include "t.h"

struct names_world {
	struct arena		*arena;
	struct diag_list	*dl;
	struct map		*partials, *words, *site_files;
};

static bool
is_good(struct names_world *w, const char *text)
{
	static char word[] = "Get help now", script[] = "";
	const struct mustache *page;

	w->dl = diag_list_new(w->arena);
	w->partials = map_new(w->arena);
	w->words = map_new(w->arena);
	map_add(w->words, "help-now", word);
	w->site_files = map_new(w->arena);
	map_add(w->site_files, "search.js", script);
	map_add(w->partials, "name", mustache_parse(w->arena, w->dl, "name",
	    "{{title}}", 9));
	map_add(w->partials, "loop", mustache_parse(w->arena, w->dl, "loop",
	    "{{>loop}}", 9));
	page = mustache_parse(w->arena, w->dl, "page", text, strlen(text));
	return page_names_check(w->arena, w->dl, page, w->partials, w->words,
	    w->site_files);
}

static void
claim_bad(struct t_state *t_, struct names_world *w, const char *text,
    const char *id, const char *hint, const char *claim)
{
	t_ok(!is_good(w, text), claim);
	if (diag_total(w->dl) == 0)
		return;
	t_str(diag_nth(w->dl, 0)->id, id, "with its id");
	if (hint != NULL)
		t_str(diag_nth(w->dl, 0)->hint, hint, "and a hint");
}

T_MAIN
{
	struct names_world w;

	w.arena = arena_new();
	t_ok(is_good(&w, "{{title}}{{{content}}}{{words.help-now}}{{>name}}"
	    "{{#chapters}}{{href}}{{number}}{{book_title}}{{/chapters}}"
	    "{{^has_headings}}x{{/has_headings}}{{clinic.name}}{{! note }}"),
	    "names stand where they are known");
	t_ok(is_good(&w, "{{scripts.search}}"), "a script of the theme is known");
	claim_bad(t_, &w, "{{scripts.serch}}", "template-script", NULL,
	    "a script that the theme lacks is a mistake");
	t_ok(is_good(&w, "{{>loop}}"), "a template may call itself");
	claim_bad(t_, &w, "{{titel}}", "template-name",
	    "did you mean \"title\"?", "a name that is not known is a mistake");
	claim_bad(t_, &w, "{{number}}", "template-name", NULL,
	    "a name of a list is not known outside");
	claim_bad(t_, &w, "{{#chapters}}{{facts}}{{/chapters}}",
	    "template-name", NULL, "a name of another list is not known");
	claim_bad(t_, &w, "{{clinic.nmae}}", "template-name",
	    "did you mean \"name\"?", "dotted names are checked to their end");
	claim_bad(t_, &w, "{{chapters}}", "template-name",
	    "open a section: {{#chapters}}", "a list is no text");
	claim_bad(t_, &w, "{{{title}}}", "template-raw",
	    "write {{name}} with two braces",
	    "only the content is written raw");
	claim_bad(t_, &w, "{{&words.help-now}}", "template-raw", NULL,
	    "the ampersand is no way round");
	claim_bad(t_, &w, "{{content}}", "template-raw", "write {{{content}}}",
	    "the content is not escaped twice");
	claim_bad(t_, &w, "{{words.help-noe}}", "template-word",
	    "did you mean \"words.help-now\"?", "words are checked");
	claim_bad(t_, &w, "{{>nane}}", "template-missing",
	    "did you mean \"name\"?", "partials are there");
	arena_free(w.arena);
}
