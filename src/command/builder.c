/* SPDX-License-Identifier: MIT */
/*
 * The builder: one guide in, whole editions out, below a stage that the parent
 * made.  Runs in a process of its own, shut in before it reads content; the
 * parent publishes only if this ends with 0.
 */
#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/map.h"
#include "base/messages.h"
#include "base/str.h"
#include "base/vec.h"
#include "booklet/booklet.h"
#include "command/command.h"
#include "command/guide_source.h"
#include "command/messages.h"
#include "command/options.h"
#include "command/report.h"
#include "conf/guide.h"
#include "conf/theme.h"
#include "doc/book.h"
#include "emit/stage.h"
#include "read/read.h"
#include "run/limits.h"
#include "run/progress.h"
#include "site/site.h"

/* One run of the builder. */
struct builder {
	const struct command_options	*options;
	struct arena			*arena;
	struct diag_list		*dl;
	struct run_progress		*progress;
	const char			*stage_path;
	struct guide_source		 source;
	struct booklet_assets		*assets;
	struct read_pictures		*pictures;	/* of all editions */
	struct site_font		 fonts[2];
	const char			*font_hashes[2];
};

static void
at(struct builder *b, const char *what)
{
	run_progress_at(b->progress, what);
}

/* The site is set in the faces of the booklet. */
static void
take_fonts(struct builder *b)
{
	const char *bytes;
	size_t len;

	for (int i = 0; i < 2; i++) {
		b->fonts[i].path = booklet_text_face(b->assets, i == 1,
		    &b->fonts[i].index, &bytes, &len);
		b->font_hashes[i] = arena_printf(b->arena, "fnv1a64:%016llx",
		    (unsigned long long)str_hash(bytes, len));
	}
}

/* The folder of a file, for the list of what may be read. */
static const char *
folder_of(struct arena *a, const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash == NULL ? "." :
	    arena_strndup(a, path, (size_t)(slash - path));
}

/* What no guide.yaml can raise; in force before the first file is read. */
static bool
set_ceilings(struct builder *b)
{
	const struct run_limits ceilings = {
		.memory_mib = 8192, .cpu_seconds = 3600, .file_mib = 4096,
	};
	struct span nowhere = { NULL, 0, 0 };
	struct buf why;
	bool ok;

	buf_init(&why);
	ok = run_limits_set(&ceilings, &why);
	if (!ok)
		diag_say_class(b->dl, DIAG_SYSTEM, nowhere, NULL, SAY_LIMITS,
		    why.data);
	buf_release(&why);
	return ok;
}

static bool
shut_in(struct builder *b)
{
	const char *readable[12], *writable[2];
	struct run_limits limits = run_limits_default();
	const struct conf_guide *guide = b->source.guide;
	struct span nowhere = { NULL, 0, 0 };
	struct buf why;
	size_t i, n = 0;
	bool ok;

	if (guide->memory_mib > 0)
		limits.memory_mib = guide->memory_mib;
	if (guide->cpu_seconds > 0)
		limits.cpu_seconds = guide->cpu_seconds;
	if (guide->file_mib > 0)
		limits.file_mib = guide->file_mib;
	limits.cpu_seconds *= (long)b->source.profile_count;
	readable[n++] = b->source.path;
	for (i = 0; i < b->source.theme_folder_count; i++)
		readable[n++] = b->source.theme_folders[i];
	readable[n++] = folder_of(b->arena, b->fonts[0].path);
	readable[n++] = folder_of(b->arena, b->fonts[1].path);
	/* The licence that goes beside a served font. */
	readable[n++] = "/usr/share/doc";
	/* Reports of the editions that are live. */
	readable[n++] = b->options->out;
#ifdef BIFOLIO_SANITIZED
	/* The leak check at the end looks at the process's own threads. */
	readable[n++] = "/proc";
#endif
	readable[n] = NULL;
	writable[0] = b->stage_path;
	writable[1] = NULL;
	buf_init(&why);
	ok = run_limits_set(&limits, &why) &&
	    run_confine(readable, writable, &why);
	if (!ok)
		diag_say_class(b->dl, DIAG_SYSTEM, nowhere, NULL, SAY_CONFINE,
		    why.data);
	buf_release(&why);
	return ok;
}

#define NOT_IN_PRINT "not in guide.yaml's print list"
/* Of whole sheets, that is: A4 or Letter. */
#define SHEET_ONLY "A4-only sheet: in worksheets.pdf, not in the booklet"

static void
add_exception(struct arena *a, struct report *report, const char *block,
    const char *reason, bool on_paper)
{
	struct report_exception *e = vec_push(a, on_paper ?
	    &report->not_on_site : &report->not_printed);

	e->block = block;
	e->reason = reason;
}

/* Blocks of a printed chapter that one medium has not: what switches keep from
 * it, and lists of the pages, which on paper would have no numbers. */
static void
declare_blocks(struct arena *a, const struct chapter *c,
    struct report *report)
{
	struct doc_walk w = doc_walk_start(c->root);

	while (doc_walk_next(&w)) {
		bool on_site, on_paper;

		/* A mark in the text has a name, but is no block. */
		if (!w.entering || w.node->id == NULL ||
		    w.node->kind == DOC_FOOTNOTE_REFERENCE)
			continue;
		on_site = doc_is_in(w.node, ONLY_WEB);
		on_paper = doc_is_in(w.node, ONLY_PRINT);
		if (!on_paper)
			add_exception(a, report, w.node->id, "web-only",
			    false);
		else if (w.node->kind == DOC_CONTENTS && on_site)
			add_exception(a, report, w.node->id,
			    "the booklet's contents are a page of their own",
			    false);
		else if (w.node->kind != DOC_CONTENTS && !on_site)
			add_exception(a, report, w.node->id, "print-only",
			    true);
	}
}

/* What only one of site and booklet has, and why: the title, chapters, blocks
 * for one medium. */
static void
declare_exceptions(struct arena *a, const struct book *book,
    struct report *report)
{
	if (!book_prints(book, PRINT_COVER, NULL))
		add_exception(a, report, "cover.*", NOT_IN_PRINT, false);
	for (size_t i = 0; i < book->chapter_count; i++) {
		const struct chapter *c = &book->chapters[i];
		bool printed = book_prints(book, PRINT_CHAPTER, c);
		bool worksheet = c->kind == CHAPTER_WORKSHEET;

		if (!printed)
			add_exception(a, report, arena_printf(a, "%s.*",
			    c->id), worksheet ? SHEET_ONLY : NOT_IN_PRINT,
			    false);
		if (printed || worksheet)
			declare_blocks(a, c, report);
	}
}

static struct report_output *
add_output(struct builder *b, struct report *report, const char *path,
    const char *kind, const char *lang, size_t pages, size_t bytes)
{
	struct report_output *o = report_add_output(b->arena, report);

	o->path = path;
	o->kind = kind;
	o->lang = lang;
	o->pages = pages;
	o->bytes = bytes;
	return o;
}

/* The output that makes files of a kind; 0: none does. */
static unsigned
output_of(const char *kind)
{
	static const struct {
		const char	*kind;
		unsigned	 output;
	} kinds[] = {
		{ "site", OUTPUT_SITE },
		{ "booklet", OUTPUT_BOOKLET },
		{ "sheets", OUTPUT_SHEETS },
		{ "large-print", OUTPUT_LARGE_PRINT },
		{ "worksheets", OUTPUT_WORKSHEETS },
		{ "worksheet", OUTPUT_WORKSHEETS }
	};

	for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++) {
		if (str_equal(kind, kinds[i].kind))
			return kinds[i].output;
	}
	return 0;
}

/* What the live edition has of the outputs that this run leaves alone. */
static void
carry_over(struct builder *b, const struct conf_profile *profile,
    const char *lang, struct report *report)
{
	const unsigned left = OUTPUT_ALL & ~b->options->outputs;
	struct report_output *live;
	struct map *seen;
	size_t i, count;

	if (left == 0)
		return;
	count = report_read_outputs(b->arena, arena_printf(b->arena,
	    "%s/%s/report.json", b->options->out, profile->id), &live);
	/* Each file once, however often the report names it. */
	seen = map_new(b->arena);
	for (i = 0; i < count; i++) {
		if ((left & output_of(live[i].kind)) == 0 ||
		    !str_equal(live[i].lang, lang) ||
		    !map_add(seen, live[i].path, &live[i]))
			continue;
		*report_add_output(b->arena, report) = live[i];
	}
}

static void
report_booklet(struct builder *b, const struct conf_profile *profile,
    const struct book *book, const struct booklet_report *made,
    struct report *report)
{
	struct report_output *o;

	if ((b->options->outputs & OUTPUT_BOOKLET) != 0) {
		o = add_output(b, report, arena_printf(b->arena,
		    "print/%s/booklet.pdf", book->lang), "booklet",
		    book->lang, made->pages, made->reading_bytes);
		o->notes = made->notes;
		run_progress_say(b->progress, arena_printf(b->arena,
		    "  %s: %zu pages, %zu of them for notes", o->path,
		    made->pages, made->notes));
	}
	if ((b->options->outputs & OUTPUT_SHEETS) != 0) {
		o = add_output(b, report, arena_printf(b->arena,
		    "print/%s/booklet-sheets-%s.pdf", book->lang,
		    profile->us_paper ? "letter" : "a4"), "sheets",
		    book->lang, 2 * made->sheets, made->sheets_bytes);
		o->sheets = made->sheets;
		o->notes = made->notes;
		o->long_edge = b->options->flip_long_edge;
		run_progress_say(b->progress, arena_printf(b->arena,
		    "  %s: %zu sheets; print on both sides, flip on the %s "
		    "edge, actual size (100 %%), fold", o->path, made->sheets,
		    o->long_edge ? "long" : "short"));
	}
}

static void
report_file(struct builder *b, const struct booklet_file *file,
    const char *kind, const struct book *book, struct report *report)
{
	struct report_output *o;

	if (file->path == NULL)
		return;
	o = add_output(b, report, file->path, kind, book->lang, file->pages,
	    file->bytes);
	if (file->chapter != NULL) {
		o->chapter = file->chapter->id;
		return;
	}
	run_progress_say(b->progress, arena_printf(b->arena,
	    "  %s: %zu page%s", file->path, file->pages,
	    file->pages == 1 ? "" : "s"));
}

static void
build_print(struct builder *b, const struct conf_profile *profile,
    const struct book *book, struct stage *stage, struct report *report)
{
	struct booklet_report made = { 0 };
	struct booklet_options options = { 0, b->options->flip_long_edge };

	if ((b->options->outputs & OUTPUT_BOOKLET) != 0)
		options.outputs |= BOOKLET_READING;
	if ((b->options->outputs & OUTPUT_SHEETS) != 0)
		options.outputs |= BOOKLET_SHEETS;
	if ((b->options->outputs & OUTPUT_LARGE_PRINT) != 0)
		options.outputs |= BOOKLET_LARGE_PRINT;
	if ((b->options->outputs & OUTPUT_WORKSHEETS) != 0)
		options.outputs |= BOOKLET_WORKSHEETS;
	if (options.outputs == 0)
		return;
	at(b, arena_printf(b->arena, "the printed pages of %s in %s",
	    profile->id, book->lang));
	booklet_build(b->arena, b->dl, book, b->source.theme, profile,
	    b->assets, &options, stage, &made);
	if (diag_count(b->dl, DIAG_ERROR) > 0)
		return;
	report_booklet(b, profile, book, &made, report);
	report_file(b, &made.large_print, "large-print", book, report);
	report_file(b, &made.worksheets, "worksheets", book, report);
	for (size_t i = 0; i < made.single_count; i++)
		report_file(b, &made.single[i], "worksheet", book, report);
}

/* In the order in which the site offers them, whatever this run made anew. */
static const struct site_download *
list_downloads(struct builder *b, const struct conf_profile *profile,
    const char *lang, const struct report *report, size_t *count)
{
	static const char *const kinds[] = { "booklet", "sheets",
		"large-print", "worksheets", "worksheet" };
	struct site_download *downloads, *d;
	const struct report_output *o;

	*count = 0;
	downloads = ARENA_ARRAY(b->arena, struct site_download,
	    report->output_count + 1);
	for (size_t k = 0; k < sizeof(kinds) / sizeof(kinds[0]); k++) {
		for (size_t i = 0; i < report->output_count; i++) {
			o = &report->outputs[i];
			if (!str_equal(o->kind, kinds[k]) ||
			    !str_equal(o->lang, lang))
				continue;
			d = &downloads[(*count)++];
			d->path = o->path;
			d->kind = o->kind;
			d->chapter = o->chapter;
			d->bytes = o->bytes;
			d->pages = o->pages;
			d->sheets = o->sheets;
			d->long_edge = o->long_edge;
			d->us_paper = profile->us_paper;
		}
	}
	return downloads;
}

static void
build_site(struct builder *b, const struct conf_profile *profile,
    const struct book *book, struct stage *stage, struct report *report)
{
	struct site_report made = { 0 };
	const struct site_download *downloads;
	size_t count;

	at(b, arena_printf(b->arena, "the site of %s in %s", profile->id,
	    book->lang));
	downloads = list_downloads(b, profile, book->lang, report, &count);
	site_build(b->arena, b->dl, book, b->source.theme, b->fonts,
	    downloads, count, b->options->jobs, stage, &made);
	add_output(b, report, "site/", "site", book->lang, made.pages, 0);
	run_progress_say(b->progress, arena_printf(b->arena,
	    "  site/index.html: %zu pages", made.pages));
}

/* NULL if there is nothing to fold. */
static const char *
how_to_print(struct arena *a, const struct report *report)
{
	for (size_t i = 0; i < report->output_count; i++) {
		if (report->outputs[i].sheets > 0)
			return arena_printf(a, "To print the sheets: both "
			    "sides, flip on the %s edge, actual size "
			    "(100 %%). Then fold the stack once and staple it "
			    "in the fold.", report->outputs[i].long_edge ?
			    "long" : "short");
	}
	return NULL;
}

static void
write_reports(struct builder *b, const struct conf_profile *profile,
    const struct book *book, struct stage *stage, struct report *report)
{
	struct buf text;
	size_t i;

	report->clinic = profile->id;
	report->guide = book->guide_id;
	report->version = book->version;
	report->date = book->date;
	report->code = book->edition_code;
	report->edition = book->edition == EDITION_LIVE ? "live" : "sample";
	report->title = book->title;
	report->clinic_name = book->clinic.name;
	report->advice = how_to_print(b->arena, report);
	for (i = 0; i < 2; i++) {
		report->fonts[i].name = arena_printf(b->arena, "%s %s",
		    b->source.theme->family, i == 1 ? "Bold" : "Regular");
		report->fonts[i].hash = b->font_hashes[i];
	}
	declare_exceptions(b->arena, book, report);
	buf_init(&text);
	report_write_json(report, b->dl, &text);
	stage_write_file(stage, "report.json", text.data, text.len);
	buf_clear(&text);
	report_write_html(report, b->dl, &text);
	stage_write_file(stage, "report.html", text.data, text.len);
	buf_release(&text);
}

static void
build_edition(struct builder *b, const struct conf_profile *profile)
{
	const char *const *langs;
	const struct book *book;
	const struct booklet_options nothing = { 0, false };
	struct report report = { 0 };
	struct stage *stage;
	size_t i, count;

	count = guide_source_languages(&b->source, b->arena, b->dl, profile,
	    b->options->lang, &langs);
	if (count == 0)
		return;
	run_progress_say(b->progress, arena_printf(b->arena, "%s/%s",
	    b->options->out, profile->id));
	stage = stage_open(b->arena, file_join(b->arena, b->stage_path,
	    profile->id));
	for (i = 0; i < count; i++) {
		at(b, arena_printf(b->arena, "the text in %s", langs[i]));
		book = read_book(b->arena, b->dl, &b->source.root,
		    b->source.guide, profile, b->source.theme, b->pictures,
		    langs[i]);
		if (book == NULL || diag_count(b->dl, DIAG_ERROR) > 0) {
			/* Layout still finds what does not fit; it writes
			 * nothing after an error. */
			if (book != NULL)
				booklet_build(b->arena, b->dl, book,
				    b->source.theme, profile, b->assets,
				    &nothing, stage, NULL);
			continue;
		}
		carry_over(b, profile, langs[i], &report);
		build_print(b, profile, book, stage, &report);
		if ((b->options->outputs & OUTPUT_SITE) != 0)
			build_site(b, profile, book, stage, &report);
		if (i == 0 && diag_count(b->dl, DIAG_ERROR) == 0)
			write_reports(b, profile, book, stage, &report);
	}
	stage_report(stage, b->dl);
	stage_close(stage);
}

int
command_builder(const struct command_options *o, const char *stage,
    int progress)
{
	struct builder b;
	size_t i;
	int code;

	memset(&b, 0, sizeof(b));
	b.options = o;
	b.arena = arena_new();
	b.dl = diag_list_new(b.arena);
	b.progress = progress >= 0 ? run_progress_open(progress) : NULL;
	b.stage_path = stage;
	b.pictures = read_pictures_new(b.arena);
	at(&b, "guide.yaml");
	if (set_ceilings(&b) && guide_source_open(&b.source, b.arena, b.dl,
	    guide_source_path(o->argument), o->clinic)) {
		at(&b, "the fonts");
		b.assets = booklet_assets_load(b.arena, b.dl, b.source.theme,
		    b.source.guide);
		if (b.assets != NULL)
			take_fonts(&b);
		if (b.assets != NULL && shut_in(&b))
			for (i = 0; i < b.source.profile_count; i++)
				build_edition(&b, b.source.profiles[i]);
	}
	messages_print(b.dl, stderr);
	code = diag_exit_code(b.dl);
	booklet_assets_free(b.assets);
	guide_source_close(&b.source);
	run_progress_close(b.progress);
	arena_free(b.arena);
	return code;
}
