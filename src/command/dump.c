/* SPDX-License-Identifier: MIT */
/*
 * "bifolio dump": the shared forms as text.  What the golden tests compare, and
 * where to look first when an output is wrong.
 */
#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/messages.h"
#include "base/str.h"
#include "booklet/booklet.h"
#include "command/command.h"
#include "command/guide_source.h"
#include "command/messages.h"
#include "command/options.h"
#include "conf/guide.h"
#include "conf/keys.h"
#include "doc/book.h"
#include "doc/component.h"
#include "read/front_matter.h"
#include "read/read.h"
#include "site/page_name_tables.h"

static void
dump_book(const struct guide_source *s, struct arena *a, struct diag_list *dl,
    const struct book *book, const struct command_options *o, struct buf *out)
{
	static const enum booklet_document documents[] = {
		[COMMAND_BOOKLET] = DOCUMENT_BOOKLET,
		[COMMAND_LARGE_PRINT] = DOCUMENT_LARGE_PRINT,
		[COMMAND_WORKSHEETS] = DOCUMENT_WORKSHEETS
	};
	const char *what = o->argument;
	struct booklet_assets *assets;

	if (str_equal(what, "tree")) {
		book_dump(book, out);
		return;
	}
	assets = booklet_assets_load(a, dl, s->profile_themes[0], s->guide);
	if (assets == NULL)
		return;
	booklet_dump(a, dl, book, s->profile_themes[0], s->profiles[0], assets,
	    documents[o->document], str_equal(what, "tags"), out);
	booklet_assets_free(assets);
}

/* Name, id, level, text and hint, separated by tabs. */
static void
put_messages(struct buf *out)
{
	static const char *const levels[] = { "note", "warning", "error" };
	const struct named_message *all;
	size_t count;

	all = messages_all(&count);
	for (size_t i = 0; i < count; i++)
		buf_printf(out, "%s\t%s\t%s\t%s\t%s\n", all[i].name,
		    all[i].message.id, levels[all[i].message.level],
		    all[i].message.text, all[i].message.hint == NULL ? "" :
		    all[i].message.hint);
}

static void
put_keys(struct buf *out)
{
	const struct key_table *tables;
	size_t count;

	tables = keys_tables(&count);
	for (size_t i = 0; i < count; i++)
		keys_print(&tables[i], out);
	tables = front_matter_tables(&count);
	for (size_t i = 0; i < count; i++)
		keys_print(&tables[i], out);
}

/* What needs no guide. */
static int
dump_table(void (*put)(struct buf *))
{
	struct buf out;

	buf_init(&out);
	put(&out);
	fwrite(out.data, 1, out.len, stdout);
	buf_release(&out);
	return fflush(stdout) == 0 && !ferror(stdout) ? 0 : 3;
}

int
command_dump(const struct command_options *o)
{
	struct diag_list *dl;
	struct guide_source source;
	const struct book *book;
	const char *const *langs;
	struct arena *a;
	struct buf out;
	int code;

	if (str_equal(o->argument, "components"))
		return dump_table(component_describe);
	if (str_equal(o->argument, "keys"))
		return dump_table(put_keys);
	if (str_equal(o->argument, "messages"))
		return dump_table(put_messages);
	if (str_equal(o->argument, "templates"))
		return dump_table(page_names_describe);
	a = arena_new();
	dl = diag_list_new(a);
	buf_init(&out);
	if (guide_source_open(&source, a, dl, guide_source_path(o->second),
	    o->clinic) && guide_source_languages(&source, a, dl,
	    source.profiles[0], o->lang, &langs) > 0) {
		book = read_book(a, dl, &source.root, source.guide,
		    source.profiles[0], source.profile_themes[0],
		    read_pictures_new(a),
		    langs[0]);
		if (book != NULL)
			dump_book(&source, a, dl, book, o, &out);
	}
	guide_source_close(&source);
	fwrite(out.data, 1, out.len, stdout);
	fflush(stdout);
	messages_print(dl, stderr);
	code = diag_exit_code(dl);
	buf_release(&out);
	arena_free(a);
	return code;
}
