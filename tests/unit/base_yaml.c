/* SPDX-License-Identifier: MIT */
/*
 * Claims about base/yaml.h.
 */
#include "base/yaml.h"

#include <stdlib.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/str.h"
#include "t.h"

struct parsed {
	struct arena			*a;
	struct diag_list		*dl;
	const struct yaml_node		*root;
};

static struct parsed
parse_at(const char *text, unsigned line, unsigned col)
{
	struct parsed p;

	p.a = arena_new();
	p.dl = diag_list_new(p.a);
	p.root = yaml_parse(p.a, p.dl, "g.yaml", line, col, text,
	    strlen(text));
	return p;
}

static bool
is_at(struct span at, unsigned line, unsigned col)
{
	return str_equal(at.file, "g.yaml") && at.line == line &&
	    at.col == col;
}

/* "text" is refused with this id at line:col, and the hint says "hint". */
static void
refused(struct t_state *t_, const char *text, const char *id, unsigned line,
    unsigned col, const char *hint, const char *claim)
{
	const struct diag *d;
	struct parsed p;

	p = parse_at(text, 1, 1);
	t_ok(p.root == NULL && diag_total(p.dl) == 1, claim);
	if (diag_total(p.dl) == 1) {
		d = diag_nth(p.dl, 0);
		t_str(d->id, id, claim);
		t_int(d->at.line, line, claim);
		t_int(d->at.col, col, claim);
		t_ok(strstr(d->hint, hint) != NULL, claim);
	}
	arena_free(p.a);
}

static void
places(struct t_state *t_)
{
	const struct yaml_node *list, *v;
	struct parsed p;

	p = parse_at("\xC3\xA9: \"x\"\n"
	    "\xC3\xBC: {\xC3\xA9: y, o: [\xC3\xA4, "
	    "\xE6\x97\xA5\xE6\x9C\xAC, z]}"
	    "\r\nz: |\n  one\n  two\nempty:\nno: no\n", 10, 3);
	if (p.root == NULL) {
		t_ok(false, "the sample is parsed");
		arena_free(p.a);
		return;
	}
	t_ok(p.root->kind == YAML_MAP && p.root->count == 5 &&
	    is_at(p.root->at, 10, 3), "the whole begins where the text begins");
	v = yaml_find(p.root, "\xC3\xA9");
	t_ok(v != NULL && is_at(v->at, 10, 7) && v->quoted,
	    "columns count bytes, not characters");
	v = yaml_find(p.root, "\xC3\xBC");
	t_ok(v != NULL && is_at(v->at, 11, 7), "later lines begin there too");
	list = yaml_find(v, "o");
	t_ok(list != NULL && list->kind == YAML_LIST && list->count == 3 &&
	    is_at(list->items[2].at, 11, 31), "places hold after wide ones");
	t_ok(is_at(p.root->key_at[2], 12, 3), "CR LF is one line end");
	v = yaml_find(p.root, "z");
	t_ok(v != NULL && v->quoted && str_equal(v->text, "one\ntwo\n"),
	    "block text is text");
	v = yaml_find(p.root, "empty");
	t_ok(v != NULL && v->kind == YAML_SCALAR && v->text[0] == '\0',
	    "an empty value is empty text");
	v = yaml_find(p.root, "no");
	t_ok(v != NULL && str_equal(v->text, "no") && !v->quoted,
	    "no is the word no");
	t_ok(yaml_find(p.root, "none") == NULL, "an unknown key is not found");
	arena_free(p.a);
}

static void
accepted(struct t_state *t_)
{
	struct parsed p;

	p = parse_at("", 1, 1);
	t_ok(p.root != NULL && p.root->kind == YAML_MAP && p.root->count == 0,
	    "an empty text is an empty map");
	arena_free(p.a);
	p = parse_at("# only a comment\n---\n", 1, 1);
	t_ok(p.root != NULL && p.root->kind == YAML_MAP, "so is a comment");
	arena_free(p.a);
	p = parse_at("\xEF\xBB\xBF" "a: 1\nb: 2\n", 1, 1);
	t_ok(p.root != NULL && is_at(p.root->key_at[0], 1, 4) &&
	    is_at(p.root->key_at[1], 2, 1),
	    "a byte order mark is skipped and counted");
	arena_free(p.a);
	p = parse_at("---\na: call {{clinic.phone}} now\n...\n", 1, 1);
	t_ok(p.root != NULL && str_equal(p.root->items[0].text,
	    "call {{clinic.phone}} now"), "{{ inside a text needs no quotes");
	arena_free(p.a);
	p = parse_at("a: Note:\xC2\xA0" "b\nc: d\n", 1, 1);
	t_ok(p.root != NULL && p.root->count == 2,
	    "a no-break space inside a value is a part of it");
	arena_free(p.a);
	p = parse_at("[[[[[[[[[[[[[[[[x]]]]]]]]]]]]]]]]", 1, 1);
	t_ok(p.root != NULL, "sixteen levels are allowed");
	arena_free(p.a);
}

static void
slips(struct t_state *t_)
{
	refused(t_, "a: 1\ntitle: Sleep: the first weeks\n", "yaml-colon", 2,
	    13, "put quotes round it: title: \"Sleep: the first weeks\"",
	    "an unquoted colon is explained");
	refused(t_, "title: Say \"hi\": now\n", "yaml-colon", 1, 16,
	    "put quotes round it: title: \"Say \\\"hi\\\": now\"",
	    "the hint escapes quotation marks");
	refused(t_, "phone: {{clinic.phone}}\nb: 1\n", "yaml-placeholder", 1,
	    8, "put quotes round it: phone: \"{{clinic.phone}}\"",
	    "an unquoted {{ is explained");
	refused(t_, "a: 1\nphone: {{#clinic.x}}{{/clinic.x}}\nb: 1\n",
	    "yaml-placeholder", 2, 8, "put quotes round it",
	    "also where # begins a comment");
	refused(t_, "a:\n  - {{clinic.phone}} or 112\n", "yaml-placeholder",
	    2, 5, "put quotes round it: - \"{{clinic.phone}} or 112\"",
	    "also in a list");
	refused(t_, "a: [b, {{c}}]\n", "yaml-placeholder", 1, 8,
	    "put quotes round it: \"{{c}}\"", "also in brackets");
	refused(t_, "a:\n  - **Bold** text\n", "yaml-quotes", 2, 5,
	    "- \"**Bold** text\"", "Markdown's bold needs quotes");
	refused(t_, "a: [text](link)\n", "yaml-quotes", 1, 4,
	    "put quotes round it", "Markdown's links need quotes");
	refused(t_, "a: @home\n", "yaml-quotes", 1, 4, "\"@home\"",
	    "an at sign needs quotes");
	refused(t_, "a: \"b\" c\n", "yaml-quotes", 1, 4, "round it whole",
	    "text after the closing mark is explained");
	refused(t_, "a: \"b\nc: d\n", "yaml-quote-open", 1, 4,
	    "add the same quotation mark", "an open quotation mark is shown");
	refused(t_, "a: \"b\nc: \"d\"\n", "yaml-quote-open", 1, 4,
	    "add the same quotation mark", "also if one below ends it");
	refused(t_, "x: 1\na: 'b\nc: d\ne: 'f'\n", "yaml-quote-open", 2, 4,
	    "add the same quotation mark", "of either kind, lines away");
	refused(t_, "x: 1\nname:\xC2\xA0" "b\nc: d\n", "yaml-space", 2, 6,
	    "ordinary space", "a no-break space after the colon is named");
	refused(t_, "x: 1\nname:\xC2\xA0" "b\n", "yaml-space", 2, 6,
	    "ordinary space", "also in the last line");
	refused(t_, "name:\xE2\x80\xAF" "b\n", "yaml-space", 1, 6,
	    "ordinary space", "also in the only one");
	refused(t_, "x: 1\nname\xC2\xA0: b\n", "yaml-space", 2, 5,
	    "ordinary space", "and before it");
	refused(t_, "a:b\nc: d\n", "yaml-key", 2, 1, "a space after it",
	    "a missing space after the colon is explained");
	refused(t_, "a: 1\nword\n", "yaml-key", 2, 1, "key: value",
	    "a line without a key is shown");
	refused(t_, "a: 1\n\tb: 2\n", "yaml-tab", 2, 1, "spaces",
	    "tabs that indent are explained");
}

static void
limits(struct t_state *t_)
{
	char *big, text[64];
	struct parsed p;
	size_t len = 256 * 1024 + 1;

	refused(t_, "a: &x 1\n", "yaml-alias", 1, 4, "put quotes round it",
	    "anchors are refused");
	refused(t_, "a: *x\n", "yaml-alias", 1, 4, "put quotes round it",
	    "aliases are refused");
	refused(t_, "a: !!str 1\n", "yaml-tag", 1, 4, "put quotes round it",
	    "tags are refused");
	refused(t_, "<<: 1\n", "yaml-merge", 1, 1, "write the values out",
	    "merge keys are refused");
	refused(t_, "a: 1\n---\nb: 1\n", "yaml-documents", 2, 1, "---",
	    "a second document is refused");
	refused(t_, "%YAML 1.1\n---\na: 1\n", "yaml-directive", 1, 1, "%",
	    "directives are refused");
	refused(t_, "x:\n  a: 1\n  b: 2\n  a: 3\n", "yaml-duplicate-key", 4, 3,
	    "keep one", "duplicate keys are refused");
	refused(t_, "? [a]\n: b\n", "yaml-key", 1, 3, "quotes",
	    "keys are text");
	refused(t_, "\"\": b\n", "yaml-key", 1, 1, "before the colon",
	    "keys are not empty");
	refused(t_, "[[[[[[[[[[[[[[[[[x]]]]]]]]]]]]]]]]]", "yaml-depth", 1, 17,
	    "fewer levels", "seventeen levels are refused");
	refused(t_, "a: b\xFF\n", "yaml-utf8", 1, 5, "UTF-8",
	    "bytes that are not UTF-8 are refused");
	refused(t_, "a: \x01\n", "yaml-control", 1, 4, "delete it",
	    "control characters are refused");
	refused(t_, "a: \"\\0\"\n", "yaml-control", 1, 4, "escape",
	    "also when written as escapes");
	big = mem_alloc(len + 1);
	memset(big, '#', len);
	big[len] = '\0';
	refused(t_, big, "yaml-size", 1, 1, "split", "256 KiB are the limit");
	/* 130 000 values in one line: places must not take quadratic time. */
	for (size_t i = 0; i + 1 < len; i += 2)
		memcpy(big + i, "a,", 2);
	big[0] = '[';
	big[1] = 'b';
	big[len - 2] = ']';
	big[len - 1] = '\0';
	p = parse_at(big, 1, 1);
	t_ok(p.root != NULL && p.root->count > 100000,
	    "a long line is read in time");
	arena_free(p.a);
	free(big);
	memset(text, '{', sizeof(text) - 1);
	text[sizeof(text) - 1] = '\0';
	p = parse_at(text, 1, 1);
	t_ok(p.root == NULL && diag_total(p.dl) == 1, "braces end in words");
	arena_free(p.a);
}

T_MAIN
{
	places(t_);
	accepted(t_);
	slips(t_);
	limits(t_);
}
