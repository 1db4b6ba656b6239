/* SPDX-License-Identifier: MIT */
/*
 * Claims about base/diag.h.
 */
#include "base/diag.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/str.h"
#include "t.h"

static const struct span nowhere = { NULL, 0, 0 };

/* What is written about one error at line:col of "text". */
static const char *
written(struct arena *a, const char *text, unsigned line, unsigned col)
{
	struct span at = { "a.md", line, col };
	struct diag_list *dl;
	const char *copy;
	struct buf b;

	dl = diag_list_new(a);
	diag_source(dl, "a.md", text, strlen(text));
	diag_add(dl, DIAG_ERROR, "test", at, "mend it", "wrong");
	buf_init(&b);
	diag_write(dl, &b, false);
	copy = arena_strdup(a, b.data);
	buf_release(&b);
	return copy;
}

static void
carets(struct t_state *t_, struct arena *a)
{
	t_str(written(a, "one\ntwo\n", 2, 2),
	    "a.md:2:2: error: wrong\n    | two\n    |  ^\nhint: mend it\n",
	    "the caret stands under the column");
	t_str(written(a, "\xE6\x97\xA5\xE6\x9C\xAC x", 1, 8),
	    "a.md:1:8: error: wrong\n    | \xE6\x97\xA5\xE6\x9C\xAC x\n"
	    "    |      ^\nhint: mend it\n",
	    "wide characters count two columns");
	t_str(written(a, "e\xCC\x81x", 1, 4),
	    "a.md:1:4: error: wrong\n    | e\xCC\x81x\n    |  ^\n"
	    "hint: mend it\n", "combining marks count none");
	t_str(written(a, "e\xCC\x81x", 1, 2),
	    "a.md:1:2: error: wrong\n    | e\xCC\x81x\n    | ^\n"
	    "hint: mend it\n", "a mark is pointed at under its letter");
	t_str(written(a, "a\tb", 1, 3),
	    "a.md:1:3: error: wrong\n    | a       b\n    |         ^\n"
	    "hint: mend it\n", "tabs are expanded");
	t_str(written(a, "ab\r\ncd\r\n", 2, 3),
	    "a.md:2:3: error: wrong\n    | cd\n    |   ^\nhint: mend it\n",
	    "CR LF ends a line; the caret may stand behind it");
	t_str(written(a, "ab\rcd", 2, 1),
	    "a.md:2:1: error: wrong\n    | cd\n    | ^\nhint: mend it\n",
	    "CR alone ends a line");
	t_str(written(a, "x", 1, 99),
	    "a.md:1:99: error: wrong\n    | x\n    |  ^\nhint: mend it\n",
	    "a column beyond the line points at its end");
	t_str(written(a, "x", 7, 1),
	    "a.md:7:1: error: wrong\nhint: mend it\n",
	    "a line that is not there is not shown");
	t_str(written(a, "a\x1B[31mb\xE2\x80\xAE\xFF", 1, 1),
	    "a.md:1:1: error: wrong\n    | a\xEF\xBF\xBD[31mb"
	    "\xEF\xBF\xBD\xEF\xBF\xBD\n    | ^\nhint: mend it\n",
	    "escapes, overrides and bad bytes do not reach the terminal");
}

/* Is the caret under the X, in a line that is not too long? */
static bool
points_at_x(const char *text)
{
	const char *caret, *line, *x;

	line = strstr(text, "    | ");
	if (line == NULL)
		return false;
	x = strchr(line, 'X');
	caret = strstr(line + 1, "    | ");
	if (x == NULL || caret == NULL || caret - line > 6 + 72 + 6 + 1)
		return false;
	return strchr(caret, '^') - caret == x - line;
}

static void
long_lines(struct t_state *t_, struct arena *a)
{
	static const unsigned at[] = {
		1, 60, 72, 73, 200, 4000, 99990, 100000
	};
	char *text;
	bool right;
	size_t i;

	right = true;
	for (i = 0; i < sizeof(at) / sizeof(at[0]); i++) {
		text = arena_alloc(a, 100001);
		memset(text, '-', 100000);
		text[at[i] - 1] = 'X';
		right &= points_at_x(written(a, text, 1, at[i]));
	}
	t_ok(right, "long lines are cut round the caret");
}

static void
order(struct t_state *t_, struct arena *a)
{
	struct span first = { "a.md", 1, 1 }, second = { "a.md", 1, 5 };
	struct span other = { "b.md", 1, 1 };
	struct diag_list *dl, *joined;

	dl = diag_list_new(a);
	diag_add(dl, DIAG_ERROR, "z", other, "h", "in b");
	diag_add(dl, DIAG_WARNING, "z", second, "h", "second");
	diag_add(dl, DIAG_ERROR, "z", first, "h", "first");
	diag_add(dl, DIAG_ERROR, "z", first, "h", "first again");
	diag_add(dl, DIAG_ERROR, "y", first, "h", "first too");
	diag_add(dl, DIAG_NOTE, "n", nowhere, NULL, "no place");
	t_int(diag_total(dl), 5, "the same id at the same place is dropped");
	t_str(diag_nth(dl, 0)->text, "no place", "messages without file lead");
	t_str(diag_nth(dl, 1)->text, "first", "then by line and column");
	t_str(diag_nth(dl, 2)->text, "first too", "then as discovered");
	t_str(diag_nth(dl, 3)->text, "second", "then further right");
	t_str(diag_nth(dl, 4)->text, "in b", "then the next file");
	t_int(diag_count(dl, DIAG_ERROR), 3, "errors are counted");
	t_int(diag_count(dl, DIAG_WARNING), 1, "warnings are counted");
	joined = diag_list_new(a);
	diag_add(joined, DIAG_ERROR, "z", first, "h", "known already");
	diag_join(joined, dl);
	t_int(diag_total(joined), 5, "joining drops repetitions too");
	t_str(diag_nth(joined, 1)->text, "known already",
	    "and keeps what was there first");
	diag_add(dl, DIAG_ERROR, "m", nowhere, "h", "font A is missing");
	diag_add(dl, DIAG_ERROR, "m", nowhere, "h", "font B is missing");
	diag_add(dl, DIAG_ERROR, "m", nowhere, "h", "font B is missing");
	t_int(diag_count(dl, DIAG_ERROR), 5,
	    "without a place, other words are another message");
}

static void
codes(struct t_state *t_, struct arena *a)
{
	struct diag_list *dl;
	struct buf b;

	dl = diag_list_new(a);
	diag_add(dl, DIAG_WARNING, "w", nowhere, "h", "only a warning");
	t_int(diag_exit_code(dl), 0, "warnings ask for exit code 0");
	diag_add(dl, DIAG_ERROR, "e", nowhere, "h", "content");
	t_int(diag_exit_code(dl), 1, "errors of the guide ask for 1");
	t_int(diag_set_class(dl, DIAG_CONFIGURATION), DIAG_CONTENT,
	    "the class was content");
	diag_add(dl, DIAG_ERROR, "f", nowhere, "h", "configuration");
	t_int(diag_exit_code(dl), 2, "configuration asks for 2");
	diag_error_class(dl, DIAG_SYSTEM, "g", nowhere, "h", "disk");
	diag_error_class(dl, DIAG_CONTENT, "i", nowhere, "h", "content");
	t_int(diag_exit_code(dl), 3, "the highest code wins");
	buf_init(&b);
	diag_write(dl, &b, false);
	t_ok(str_starts(b.data, "bifolio: warning: only a warning\nhint: h\n"),
	    "a message without a file names the program");
	buf_clear(&b);
	diag_write(dl, &b, true);
	t_ok(strstr(b.data, "\033[1;31merror:\033[0m") != NULL,
	    "colour is there when asked for");
	buf_release(&b);
}

static void
claim_found(struct t_state *t_, struct diag_list *dl, struct span from,
    const char *words, const char *file, unsigned line, unsigned col,
    const char *claim)
{
	struct span at = diag_find_anywhere(dl, from, words);

	t_ok(at.line == line && at.col == col && (file == NULL ? at.file ==
	    NULL : at.file != NULL && str_equal(at.file, file)), claim);
}

static void
finding(struct t_state *t_, struct arena *a)
{
	static const char first[] = "one\r\ntwo three\rfour three\n";
	static const char second[] = "three\nfive\n";
	struct diag_list *dl;

	dl = diag_list_new(a);
	diag_source(dl, "a.md", first, strlen(first));
	diag_source(dl, "b.md", second, strlen(second));
	claim_found(t_, dl, (struct span){ "a.md", 1, 1 }, "three", "a.md", 2,
	    5, "words are found from a place on");
	claim_found(t_, dl, (struct span){ "a.md", 2, 6 }, "three", "a.md", 3,
	    6, "not before it");
	claim_found(t_, dl, (struct span){ "a.md", 0, 0 }, "four", "a.md", 3,
	    1, "of a whole file from its start on");
	claim_found(t_, dl, (struct span){ "a.md", 1, 1 }, "five", "b.md", 2,
	    1, "in another source, if not in this one");
	claim_found(t_, dl, nowhere, "five", "b.md", 2, 1,
	    "without a file in any source");
	claim_found(t_, dl, (struct span){ "a.md", 2, 1 }, "six", "a.md", 2,
	    1, "words that are nowhere leave the place as it was");
	claim_found(t_, dl, (struct span){ "a.md", 9, 1 }, "six", "a.md", 9,
	    1, "and so does a line that is not there");
	t_ok(diag_find(dl, (struct span){ "a.md", 1, 1 }, "five").line == 1,
	    "words that belong to a place are not looked for elsewhere");
	t_ok(diag_stands(dl, (struct span){ "a.md", 2, 5 }, "three"),
	    "words stand where they stand");
	t_ok(!diag_stands(dl, (struct span){ "a.md", 2, 4 }, "three") &&
	    !diag_stands(dl, (struct span){ "a.md", 3, 11 }, "three") &&
	    !diag_stands(dl, nowhere, "three"), "and nowhere else");
}

T_MAIN
{
	struct arena *a;

	a = arena_new();
	carets(t_, a);
	long_lines(t_, a);
	order(t_, a);
	codes(t_, a);
	finding(t_, a);
	arena_free(a);
}
