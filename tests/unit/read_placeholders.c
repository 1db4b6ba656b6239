/* SPDX-License-Identifier: MIT */
/* Masks of {{name}}: as long as what they hide, and found again. */
#include "read/placeholders.h"

#include <string.h>

#include "base/arena.h"
#include "base/str.h"
#include "t.h"

#define FILE_NAME "a.md"

static const char *
mask(struct arena *a, struct diag_list *dl, struct placeholders *p,
    const char *text)
{
	*p = (struct placeholders){ 0 };
	return placeholders_mask(a, dl, p, (struct span){ FILE_NAME, 3, 1 },
	    text, strlen(text));
}

T_MAIN
{
	struct arena *a = arena_new();
	struct diag_list *dl = diag_list_new(a);
	struct placeholders p;
	const struct placeholder *found;
	const char *masked, *start, *text;
	size_t len;

	text = "no braces { {here} }";
	t_ok(mask(a, dl, &p, text) == text, "a text without values is itself");

	text = "a\n> b {{clinic.phone}}, {{ guide.date }}!";
	masked = mask(a, dl, &p, text);
	t_ok(strlen(masked) == strlen(text), "a mask is as long as its value");
	t_ok(strstr(masked, "{{") == NULL, "nothing of it is left");
	t_ok(p.found.len == 2 && str_equal(p.found.items[1].name,
	    "guide.date"), "white space is no part of the name");
	t_ok(p.found.items[0].at.line == 4 && p.found.items[0].at.col == 5,
	    "a value knows its place");
	t_str(placeholders_restore(a, &p, masked), text,
	    "what was masked comes back");
	found = placeholders_next(&p, masked, &start, &len);
	t_ok(found == &p.found.items[0] && start == masked + 6 && len == 16,
	    "masks are found in order");

	text = "{{#clinic.phone}}\n> {{/clinic.phone}} \r\nx {{#clinic.phone}}";
	masked = mask(a, dl, &p, text);
	t_ok(p.found.len == 3 && p.found.items[0].kind == PLACEHOLDER_OPEN &&
	    p.found.items[1].kind == PLACEHOLDER_CLOSE &&
	    p.found.items[2].kind == PLACEHOLDER_STRAY,
	    "marks of sections stand alone on their lines");
	t_ok(strncmp(masked, "<!--", 4) == 0 && strlen(masked) ==
	    strlen(text), "a mark becomes a comment of its length");
	t_str(placeholders_restore(a, &p, masked), text,
	    "marks come back too");
	t_str(placeholders_restore(a, &p, "a\xF3\xB0\x80\x80"),
	    "a\xF3\xB0\x80\x80", "half of a mask is no mask");

	text = "\\{{clinic.phone}} {{}} {{a b}} {{a\n}} {{a} {{";
	t_ok(mask(a, dl, &p, text) == text && p.found.len == 0,
	    "what is no placeholder stays");
	t_ok(diag_total(dl) == 0, "and nothing was said so far");

	t_ok(mask(a, dl, &p, "x \xF3\xB0\x80\x81") == NULL &&
	    str_equal(diag_nth(dl, 0)->id, "private-character") &&
	    diag_nth(dl, 0)->at.col == 3,
	    "a text may not hold what masks are made of");
	arena_free(a);
}
