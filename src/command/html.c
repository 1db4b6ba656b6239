/* SPDX-License-Identifier: MIT */
/*
 * "bifolio html": one Markdown text as an HTML fragment on standard output.
 */
#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/file.h"
#include "base/messages.h"
#include "base/str.h"
#include "command/command.h"
#include "command/messages.h"
#include "command/options.h"
#include "read/read.h"
#include "site/html.h"

#define MOST_BYTES (1U << 20)

static bool
read_standard_input(struct buf *text)
{
	char block[65536];
	size_t n;

	while ((n = fread(block, 1, sizeof(block), stdin)) > 0) {
		buf_put(text, block, n);
		/* One byte over is enough for the reader to refuse it. */
		if (text->len > MOST_BYTES)
			return true;
	}
	return ferror(stdin) == 0;
}

static bool
read_input(const char *path, struct arena *a, struct diag_list *dl,
    struct buf *text)
{
	enum file_status status;
	const char *bytes;
	size_t len;

	if (path == NULL || str_equal(path, "-")) {
		if (read_standard_input(text))
			return true;
		diag_say_class(dl, DIAG_SYSTEM, (struct span){ NULL, 0, 0 },
		    NULL, SAY_INPUT_READ_STANDARD, strerror(errno));
		return false;
	}
	status = file_read_path(a, path, MOST_BYTES, &bytes, &len);
	if (status != FILE_READ) {
		diag_say_class(dl, DIAG_CONFIGURATION, (struct span){ path, 0,
		    0 }, NULL, SAY_INPUT_READ_FILE, file_status_text(status));
		return false;
	}
	buf_put(text, bytes, len);
	return true;
}

int
command_html(const struct command_options *o)
{
	struct arena *a = arena_new();
	struct diag_list *dl = diag_list_new(a);
	const struct doc_node *root;
	const char *name = o->argument == NULL || str_equal(o->argument,
	    "-") ? "standard input" : o->argument;
	struct buf text, out;
	int code;

	buf_init(&text);
	buf_init(&out);
	if (read_input(o->argument, a, dl, &text)) {
		diag_source(dl, name, text.data, text.len);
		root = markdown_read(a, dl, name, 1, text.data, text.len, o->commonmark ?
		    MARKDOWN_COMMONMARK : MARKDOWN_GUIDE);
		if (root != NULL && diag_count(dl, DIAG_ERROR) == 0) {
			html_fragment(root, &out);
			fwrite(out.data, 1, out.len, stdout);
		}
	}
	if (fflush(stdout) != 0 || ferror(stdout))
		diag_say_class(dl, DIAG_SYSTEM, (struct span){ NULL, 0, 0 },
		    NULL, SAY_OUTPUT_WRITE, strerror(errno));
	messages_print(dl, stderr);
	code = diag_exit_code(dl);
	buf_release(&text);
	buf_release(&out);
	arena_free(a);
	return code;
}
