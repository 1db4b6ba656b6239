/* SPDX-License-Identifier: MIT */
/*
 * An edition's report: structures come in, JSON and a small page go out.
 */
#include "command/report.h"

#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/file.h"
#include "base/str.h"
#include "base/yaml.h"
#include "command/libraries.h"
#include "version.h"

struct report_output *
report_add_output(struct arena *a, struct report *r)
{
	struct report_output *more;

	if (r->output_count == r->output_most) {
		r->output_most = 2 * r->output_most + 16;
		more = ARENA_ARRAY(a, struct report_output, r->output_most);
		if (r->output_count > 0)
			memcpy(more, r->outputs,
			    r->output_count * sizeof(*more));
		r->outputs = more;
	}
	return &r->outputs[r->output_count++];
}

static void
put_json(struct buf *out, const char *s)
{
	const unsigned char *p;

	if (s == NULL) {
		buf_puts(out, "null");
		return;
	}
	buf_putc(out, '"');
	for (p = (const unsigned char *)s; *p != '\0'; p++) {
		if (*p == '"' || *p == '\\')
			buf_printf(out, "\\%c", *p);
		else if (*p < 0x20)
			buf_printf(out, "\\u%04x", *p);
		else
			buf_putc(out, (char)*p);
	}
	buf_putc(out, '"');
}

static void
put_member(struct buf *out, const char *name, const char *value)
{
	buf_puts(out, "  ");
	put_json(out, name);
	buf_puts(out, ": ");
	put_json(out, value);
	buf_puts(out, ",\n");
}

static void
put_outputs(const struct report *r, struct buf *out)
{
	const struct report_output *o;
	size_t i;

	buf_puts(out, "  \"outputs\": [");
	for (i = 0; i < r->output_count; i++) {
		o = &r->outputs[i];
		buf_printf(out, "%s\n    { \"path\": ", i > 0 ? "," : "");
		put_json(out, o->path);
		buf_puts(out, ", \"kind\": ");
		put_json(out, o->kind);
		buf_puts(out, ", \"lang\": ");
		put_json(out, o->lang);
		if (o->chapter != NULL) {
			buf_puts(out, ", \"worksheet\": ");
			put_json(out, o->chapter);
		}
		buf_printf(out, ", \"pages\": %zu, \"sheets\": %zu, ",
		    o->pages, o->sheets);
		if (o->sheets > 0)
			buf_printf(out, "\"flip\": \"%s\", ",
			    o->long_edge ? "long" : "short");
		buf_printf(out, "\"notes_pages\": %zu, \"bytes\": %zu }",
		    o->notes, o->bytes);
	}
	buf_puts(out, "\n  ],\n");
}

static void
put_warnings(struct diag_list *dl, struct buf *out)
{
	const struct diag *d;
	bool any = false;
	size_t i;

	buf_puts(out, "  \"warnings\": [");
	for (i = 0; i < diag_total(dl); i++) {
		d = diag_nth(dl, i);
		if (d->level != DIAG_WARNING)
			continue;
		buf_printf(out, "%s\n    { \"id\": ", any ? "," : "");
		any = true;
		put_json(out, d->id);
		buf_puts(out, ", \"file\": ");
		put_json(out, d->at.file);
		buf_printf(out, ", \"line\": %u, \"text\": ", d->at.line);
		put_json(out, d->text);
		buf_puts(out, " }");
	}
	buf_printf(out, "%s]\n", any ? "\n  " : "");
}

static void
put_exceptions(struct buf *out, const char *name,
    const struct report_exceptions *list)
{
	buf_printf(out, "  \"%s\": [", name);
	for (size_t i = 0; i < list->len; i++) {
		buf_printf(out, "%s\n    { \"block\": ", i > 0 ? "," : "");
		put_json(out, list->items[i].block);
		buf_puts(out, ", \"lang\": ");
		put_json(out, list->items[i].lang);
		buf_puts(out, ", \"reason\": ");
		put_json(out, list->items[i].reason);
		buf_puts(out, " }");
	}
	buf_printf(out, "%s],\n", list->len > 0 ? "\n  " : "");
}

void
report_write_json(const struct report *r, struct diag_list *dl,
    struct buf *out)
{
	const struct library *libraries;
	size_t i, count;

	buf_puts(out, "{\n  \"format\": 1,\n");
	put_member(out, "tool", "bifolio " BIFOLIO_VERSION);
	put_member(out, "guide", r->guide);
	put_member(out, "title", r->title);
	put_member(out, "version", r->version);
	put_member(out, "date", r->date);
	put_member(out, "clinic", r->clinic);
	put_member(out, "clinic_name", r->clinic_name);
	put_member(out, "edition", r->edition);
	put_member(out, "edition_code", r->code);
	if (r->advice != NULL)
		put_member(out, "how_to_print", r->advice);
	put_outputs(r, out);
	put_exceptions(out, "not_printed", &r->not_printed);
	put_exceptions(out, "not_on_site", &r->not_on_site);
	put_exceptions(out, "left_out", &r->left_out);
	buf_puts(out, "  \"fonts\": [");
	for (i = 0; i < 2; i++) {
		buf_printf(out, "%s\n    { \"name\": ", i > 0 ? "," : "");
		put_json(out, r->fonts[i].name);
		buf_puts(out, ", \"hash\": ");
		put_json(out, r->fonts[i].hash);
		buf_puts(out, " }");
	}
	buf_puts(out, "\n  ],\n  \"libraries\": {");
	libraries = library_versions(&count);
	for (i = 0; i < count; i++) {
		buf_printf(out, "%s\n    ", i > 0 ? "," : "");
		put_json(out, libraries[i].name);
		buf_puts(out, ": ");
		put_json(out, libraries[i].version);
	}
	buf_puts(out, "\n  },\n");
	put_warnings(dl, out);
	buf_puts(out, "}\n");
}

static void
put_html(struct buf *out, const char *s)
{
	for (; s != NULL && *s != '\0'; s++) {
		if (*s == '&')
			buf_puts(out, "&amp;");
		else if (*s == '<')
			buf_puts(out, "&lt;");
		else if (*s == '"')
			buf_puts(out, "&quot;");
		else
			buf_putc(out, *s);
	}
}

static void
put_paragraph(struct buf *out, const char *words)
{
	if (str_blank(words))
		return;
	buf_puts(out, "<p>");
	put_html(out, words);
	buf_puts(out, "</p>\n");
}

static void
put_output_rows(const struct report *r, struct buf *out)
{
	const struct report_output *o;
	size_t i;

	for (i = 0; i < r->output_count; i++) {
		o = &r->outputs[i];
		buf_puts(out, "<tr><th scope=\"row\"><a href=\"");
		put_html(out, o->path);
		buf_puts(out, str_equal(o->kind, "site") ? "index.html\">" :
		    "\">");
		put_html(out, o->path);
		buf_puts(out, "</a></th><td>");
		if (o->pages > 0)
			buf_printf(out, "%zu", o->pages);
		else
			buf_puts(out, "\xE2\x80\x93");
		buf_puts(out, "</td><td>");
		if (o->sheets > 0)
			buf_printf(out, "%zu", o->sheets);
		else
			buf_puts(out, "\xE2\x80\x93");
		buf_puts(out, "</td><td>");
		if (o->bytes > 0)
			buf_printf(out, "%zu kB", (o->bytes + 999) / 1000);
		else
			buf_puts(out, "a folder");
		buf_puts(out, "</td></tr>\n");
	}
}

static void
put_warning_list(struct diag_list *dl, struct buf *out)
{
	const struct diag *d;
	size_t i;

	if (diag_count(dl, DIAG_WARNING) == 0) {
		buf_puts(out, "<p>None.</p>\n");
		return;
	}
	buf_puts(out, "<ul>\n");
	for (i = 0; i < diag_total(dl); i++) {
		d = diag_nth(dl, i);
		if (d->level != DIAG_WARNING)
			continue;
		buf_puts(out, "<li>");
		put_html(out, d->at.file);
		if (d->at.line > 0)
			buf_printf(out, ", line %u", d->at.line);
		buf_puts(out, ": ");
		put_html(out, d->text);
		buf_puts(out, "</li>\n");
	}
	buf_puts(out, "</ul>\n");
}

static void
put_exception_list(struct buf *out, const char *title,
    const struct report_exceptions *list)
{
	buf_printf(out, "<h2>%s</h2>\n", title);
	if (list->len == 0) {
		buf_puts(out, "<p>Nothing.</p>\n");
		return;
	}
	buf_puts(out, "<ul>\n");
	for (size_t i = 0; i < list->len; i++) {
		buf_puts(out, "<li>");
		put_html(out, list->items[i].block);
		buf_puts(out, " (");
		put_html(out, list->items[i].lang);
		buf_puts(out, "): ");
		put_html(out, list->items[i].reason);
		buf_puts(out, "</li>\n");
	}
	buf_puts(out, "</ul>\n");
}

void
report_write_html(const struct report *r, struct diag_list *dl,
    struct buf *out)
{
	buf_puts(out, "<!DOCTYPE html>\n"
	    "<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"en\">\n"
	    "<head>\n<meta charset=\"utf-8\" />\n"
	    "<meta name=\"viewport\" content=\"width=device-width\" />\n"
	    "<meta name=\"robots\" content=\"noindex\" />\n<title>Report: ");
	put_html(out, r->code);
	buf_puts(out, "</title>\n</head>\n<body>\n<main>\n<h1>Report of "
	    "this edition</h1>\n");
	put_paragraph(out, r->title);
	put_paragraph(out, r->clinic_name);
	buf_puts(out, "<p>");
	put_html(out, r->code);
	buf_puts(out, ", made by bifolio " BIFOLIO_VERSION ".</p>\n");
	put_paragraph(out, r->advice);
	buf_puts(out, "<h2>What was made</h2>\n<table>\n<caption>Outputs"
	    "</caption>\n<thead><tr><th scope=\"col\">File</th>"
	    "<th scope=\"col\">Pages</th><th scope=\"col\">Sheets of paper"
	    "</th><th scope=\"col\">Size</th></tr></thead>\n<tbody>\n");
	put_output_rows(r, out);
	buf_puts(out, "</tbody>\n</table>\n");
	put_exception_list(out, "On the site, not in the booklet",
	    &r->not_printed);
	put_exception_list(out, "In the booklet, not on the site",
	    &r->not_on_site);
	put_exception_list(out, "Left out", &r->left_out);
	buf_puts(out, "<h2>Warnings</h2>\n");
	put_warning_list(dl, out);
	buf_puts(out, "</main>\n</body>\n</html>\n");
}

static size_t
number_of(const struct yaml_node *map, const char *key)
{
	const struct yaml_node *n = yaml_find(map, key);
	int64_t value;

	if (n == NULL || n->kind != YAML_SCALAR ||
	    !str_to_int(n->text, 0, INT64_MAX / 2, &value))
		return 0;
	return (size_t)value;
}

static const char *
text_of(const struct yaml_node *map, const char *key)
{
	const struct yaml_node *n = yaml_find(map, key);

	return n != NULL && n->kind == YAML_SCALAR ? n->text : "";
}

size_t
report_read_outputs(struct arena *a, const char *path,
    struct report_output **outputs)
{
	struct diag_list *dl = diag_list_new(a);
	const struct yaml_node *root, *list;
	struct report_output *o;
	const char *text;
	size_t i, len, count = 0;

	*outputs = NULL;
	if (file_read_path(a, path, 256 * 1024, &text, &len) != FILE_READ)
		return 0;
	/* JSON is YAML too; a report that somebody changed is ignored. */
	root = yaml_parse(a, dl, path, 1, 1, text, len);
	if (root == NULL || root->kind != YAML_MAP)
		return 0;
	list = yaml_find(root, "outputs");
	if (list == NULL || list->kind != YAML_LIST)
		return 0;
	*outputs = ARENA_ARRAY(a, struct report_output, list->count);
	for (i = 0; i < list->count; i++) {
		if (list->items[i].kind != YAML_MAP)
			continue;
		o = &(*outputs)[count++];
		o->path = text_of(&list->items[i], "path");
		o->kind = text_of(&list->items[i], "kind");
		o->lang = text_of(&list->items[i], "lang");
		o->chapter = text_of(&list->items[i], "worksheet");
		if (str_blank(o->chapter))
			o->chapter = NULL;
		o->pages = number_of(&list->items[i], "pages");
		o->sheets = number_of(&list->items[i], "sheets");
		o->long_edge = str_equal(text_of(&list->items[i], "flip"),
		    "long");
		o->notes = number_of(&list->items[i], "notes_pages");
		o->bytes = number_of(&list->items[i], "bytes");
	}
	return count;
}
