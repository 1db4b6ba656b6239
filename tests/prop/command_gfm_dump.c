/* SPDX-License-Identifier: MIT */
/*
 * Reads Markdown texts, each ended by a NUL byte, and writes the HTML that
 * "bifolio html" makes of each, ended by a NUL byte; behind "error:" the ids of
 * messages where there are errors.
 */
#include <stdio.h>
#include <stdlib.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "read/read.h"
#include "site/html.h"

static void
put_errors(struct diag_list *dl)
{
	fputs("error:", stdout);
	for (size_t i = 0; i < diag_total(dl); i++) {
		const struct diag *d = diag_nth(dl, i);

		if (d->level == DIAG_ERROR)
			printf(" %s", d->id);
	}
}

static void
to_html(const char *text, size_t len)
{
	struct arena *a = arena_new();
	struct diag_list *dl = diag_list_new(a);
	struct doc_node *root;
	struct buf out;

	buf_init(&out);
	root = markdown_read(a, dl, "text", 1, text, len, MARKDOWN_GUIDE);
	if (root == NULL || diag_count(dl, DIAG_ERROR) > 0) {
		put_errors(dl);
	} else {
		html_fragment(root, &out);
		fwrite(out.data, 1, out.len, stdout);
	}
	putchar('\0');
	buf_release(&out);
	arena_free(a);
}

int
main(void)
{
	char *text = NULL;
	size_t size = 0;
	ssize_t len;

	while ((len = getdelim(&text, &size, '\0', stdin)) > 0) {
		if (text[len - 1] == '\0')
			len--;
		to_html(text, (size_t)len);
	}
	free(text);
	return fflush(stdout) == 0 ? 0 : 1;
}
