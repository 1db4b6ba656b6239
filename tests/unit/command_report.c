/* SPDX-License-Identifier: MIT */
/*
 * The report of an edition: what it says, and what is read back of it.
 */
#include "t.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/str.h"
#include "command/report.h"

static const char *
write_one(struct arena *a, const struct report *r, bool html)
{
	struct diag_list *dl = diag_list_new(a);
	const char *text;
	struct buf out;

	buf_init(&out);
	if (html)
		report_write_html(r, dl, &out);
	else
		report_write_json(r, dl, &out);
	text = arena_strndup(a, out.data, out.len);
	buf_release(&out);
	return text;
}

static void
claim_read_back(struct t_state *t_, struct arena *a, const char *json)
{
	char path[] = "/tmp/bifolio-report-XXXXXX";
	struct report_output *outputs;
	size_t count;
	FILE *f;
	int fd;

	fd = mkstemp(path);
	f = fd >= 0 ? fdopen(fd, "w") : NULL;
	if (f == NULL || fputs(json, f) < 0 || fclose(f) != 0) {
		t_ok(false, "a report can be kept");
		return;
	}
	count = report_read_outputs(a, path, &outputs);
	t_ok(count == 2 && outputs[1].sheets == 4 && outputs[1].long_edge &&
	    !outputs[0].long_edge, "a report is read back, with the flip");
	unlink(path);
}

T_MAIN
{
	struct report_output outputs[2] = {
		{ .path = "print/en-GB/booklet.pdf", .kind = "booklet",
		    .lang = "en-GB", .pages = 16, .bytes = 1000 },
		{ .path = "print/en-GB/sheets.pdf", .kind = "sheets",
		    .lang = "en-GB", .pages = 8, .sheets = 4,
		    .long_edge = true, .bytes = 1000 },
	};
	struct report r = { .clinic = "willow", .guide = "close",
	    .version = "1", .code = "close 1 willow en-GB",
	    .date = "2026-11-23", .edition = "sample",
	    .title = "Growing close", .clinic_name = "Willow & Oak",
	    .outputs = outputs, .output_count = 2, .advice = "Flip it" };
	struct arena *a = arena_new();
	const char *html, *json;

	html = write_one(a, &r, true);
	json = write_one(a, &r, false);
	t_ok(strstr(html, "<p>Growing close</p>\n<p>Willow &amp; Oak</p>") !=
	    NULL, "the page names the guide and the clinic");
	t_ok(strstr(json, "\"title\": \"Growing close\"") != NULL &&
	    strstr(json, "\"clinic_name\": \"Willow & Oak\"") != NULL,
	    "so does the JSON");
	t_ok(strstr(html, "none</td>") == NULL,
	    "a file that is not for sheets has no number of them");
	t_ok(strstr(html, "Flip it") != NULL && strstr(json,
	    "\"how_to_print\": \"Flip it\"") != NULL,
	    "both say how the sheets are printed");
	claim_read_back(t_, a, json);
	r.advice = NULL;
	t_ok(strstr(write_one(a, &r, false), "how_to_print") == NULL &&
	    strstr(write_one(a, &r, true), "<p></p>") == NULL,
	    "without sheets nothing is said of printing");
	arena_free(a);
}
