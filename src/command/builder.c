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
#include "command/site_kit.h"
#include "conf/guide.h"
#include "conf/theme.h"
#include "doc/book.h"
#include "emit/stage.h"
#include "read/read.h"
#include "run/limits.h"
#include "run/progress.h"
#include "site/site.h"

/* What a theme is set in; themes that differ in their colours share it. */
struct faces {
	const struct theme	*theme;
	struct booklet_assets	*assets;
	struct site_font	 fonts[2];
	const char		*hashes[2];
};

/* One run of the builder. */
struct builder {
	const struct command_options	*options;
	struct arena			*arena;
	struct diag_list		*dl;
	struct run_progress		*progress;
	const char			*stage_path;
	struct guide_source		 source;
	struct faces			*faces;		/* of each profile */
	struct read_pictures		*pictures;	/* of all editions */
	struct diag_list		*shared;	/* said of all editions */
};

/* One language of an edition. */
struct edition_language {
	const struct book	*book;
	bool			 asked;		/* this run makes it */
};

/* One clinic's edition while it is made. */
struct edition {
	struct builder			*builder;
	const struct conf_profile	*profile;
	const struct theme		*theme;
	const struct faces		*faces;
	/* Its own messages, and those of the guide's settings. */
	struct diag_list		*dl;
	struct stage			*stage;
	struct report			 report;
	/* The one at the site's root first. */
	struct edition_language		*languages;
	size_t				 count;
	/* What the edition that is live has. */
	struct report_output		*live;
	size_t				 live_count;
};

static void
at(struct builder *b, const char *what)
{
	run_progress_at(b->progress, what);
}

/* The site is set in the faces of the booklet. */
static void
take_fonts(struct builder *b, struct faces *faces)
{
	const char *bytes;
	size_t len;

	for (int i = 0; i < 2; i++) {
		faces->fonts[i].path = booklet_text_face(faces->assets, i == 1,
		    &faces->fonts[i].index, &bytes, &len);
		faces->hashes[i] = arena_printf(b->arena, "fnv1a64:%016llx",
		    (unsigned long long)str_hash(bytes, len));
	}
}

/* False after errors. */
static bool
load_faces(struct builder *b)
{
	struct faces *faces;
	size_t known;

	b->faces = ARENA_ARRAY(b->arena, struct faces,
	    b->source.profile_count);
	for (size_t i = 0; i < b->source.profile_count; i++) {
		faces = &b->faces[i];
		for (known = 0; known < i; known++) {
			if (str_equal(b->faces[known].theme->name,
			    b->source.profile_themes[i]->name))
				break;
		}
		if (known < i) {
			*faces = b->faces[known];
			continue;
		}
		faces->theme = b->source.profile_themes[i];
		faces->assets = booklet_assets_load(b->arena, b->dl,
		    faces->theme, b->source.guide);
		if (faces->assets == NULL)
			return false;
		take_fonts(b, faces);
	}
	return true;
}

static void
free_faces(struct builder *b)
{
	for (size_t i = 0; b->faces != NULL && i < b->source.profile_count;
	    i++) {
		bool shared = false;

		for (size_t k = 0; k < i; k++)
			shared |= b->faces[k].assets == b->faces[i].assets;
		if (!shared)
			booklet_assets_free(b->faces[i].assets);
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
	const char **readable, *writable[2];
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
	readable = ARENA_ARRAY(b->arena, const char *,
	    10 + 2 * b->source.profile_count);
	readable[n++] = b->source.path;
	for (i = 0; i < b->source.theme_folder_count; i++)
		readable[n++] = b->source.theme_folders[i];
	for (i = 0; i < 2 * b->source.profile_count; i++)
		readable[n++] = folder_of(b->arena,
		    b->faces[i / 2].fonts[i % 2].path);
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
#define NOT_IN_LANGUAGE "no such page in this language, which is partial"
/* Of whole sheets, that is: A4 or Letter. */
#define SHEET_ONLY "A4-only sheet: in worksheets.pdf, not in the booklet"
#define SHEET_BLOCK "A4-only part: on its sheet in worksheets.pdf, not in the " \
    "booklet"

static void
add_exception(struct arena *a, struct report *report, const char *lang,
    const char *block, const char *reason, bool on_paper)
{
	struct report_exception *e = vec_push(a, on_paper ?
	    &report->not_on_site : &report->not_printed);

	e->block = block;
	e->lang = lang;
	e->reason = reason;
}

/* Blocks of a printed chapter that one medium has not: what switches keep from
 * it, and lists of the pages, which on paper would have no numbers. */
static void
declare_blocks(struct arena *a, const char *lang, const struct chapter *c,
    struct report *report)
{
	struct doc_walk w = doc_walk_start(c->root);

	while (doc_walk_next(&w)) {
		bool on_site, on_paper, on_sheet;

		/* A mark in the text has a name, but is no block. */
		if (!w.entering || w.node->id == NULL ||
		    w.node->kind == DOC_FOOTNOTE_REFERENCE)
			continue;
		on_site = doc_is_in(w.node, ONLY_WEB);
		on_paper = doc_is_in(w.node, ONLY_PRINT);
		on_sheet = c->kind == CHAPTER_WORKSHEET &&
		    doc_is_in(w.node, ONLY_SHEET);
		if (!on_paper)
			add_exception(a, report, lang, w.node->id, on_sheet ?
			    SHEET_BLOCK : "web-only", false);
		else if (w.node->kind == DOC_CONTENTS && on_site)
			add_exception(a, report, lang, w.node->id,
			    "the booklet's contents are a page of their own",
			    false);
		else if (w.node->kind != DOC_CONTENTS && !on_site)
			add_exception(a, report, lang, w.node->id,
			    "print-only", true);
	}
}

/* What only one of site and booklet has, and why: the title, chapters, blocks
 * for one medium. */
static void
declare_exceptions(struct arena *a, const struct book *book,
    struct report *report)
{
	if (!book_prints(book, PRINT_COVER, NULL))
		add_exception(a, report, book->lang, "cover.*", NOT_IN_PRINT,
		    false);
	for (size_t i = 0; i < book->left_out_count; i++)
		*vec_push(a, &report->left_out) = (struct report_exception){
		    book->left_out[i], book->lang, NOT_IN_LANGUAGE };
	for (size_t i = 0; i < book->chapter_count; i++) {
		const struct chapter *c = &book->chapters[i];
		bool printed = book_prints(book, PRINT_CHAPTER, c);
		bool worksheet = c->kind == CHAPTER_WORKSHEET;

		if (!printed)
			add_exception(a, report, book->lang, arena_printf(a,
			    "%s.*", c->id), worksheet ? SHEET_ONLY :
			    NOT_IN_PRINT, false);
		if (printed || worksheet)
			declare_blocks(a, book->lang, c, report);
	}
}

static struct report_output *
add_output(struct edition *e, const char *path, const char *kind,
    const char *lang, size_t pages, size_t bytes)
{
	struct report_output *o = report_add_output(e->builder->arena,
	    &e->report);

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
		{ "hosting", OUTPUT_SITE },
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

/* What the live edition has in "lang" of the outputs that this run leaves
 * alone. */
static void
carry_over(struct edition *e, const char *lang, unsigned left)
{
	struct arena *a = e->builder->arena;
	/* Each file once, however often the report names it. */
	struct map *seen = map_new(a);

	for (size_t i = 0; i < e->live_count; i++) {
		struct report_output *o = &e->live[i];

		if ((left & output_of(o->kind)) == 0 ||
		    !str_equal(o->lang, lang) || !map_add(seen, o->path, o))
			continue;
		*report_add_output(a, &e->report) = *o;
	}
}

static bool
has_errors(const struct edition *e)
{
	return diag_count(e->dl, DIAG_ERROR) > 0 ||
	    diag_count(e->builder->dl, DIAG_ERROR) > 0;
}

static void
report_booklet(struct edition *e, const struct book *book,
    const struct booklet_report *made)
{
	struct builder *b = e->builder;
	struct report_output *o;

	if ((b->options->outputs & OUTPUT_BOOKLET) != 0) {
		o = add_output(e, arena_printf(b->arena,
		    "print/%s/booklet.pdf", book->lang), "booklet",
		    book->lang, made->pages, made->reading_bytes);
		o->notes = made->notes;
		run_progress_say(b->progress, arena_printf(b->arena,
		    "  %s: %zu %s, %zu of them for notes", o->path,
		    made->pages, str_by_count(made->pages, "page", "pages"),
		    made->notes));
	}
	if ((b->options->outputs & OUTPUT_SHEETS) != 0) {
		o = add_output(e, arena_printf(b->arena,
		    "print/%s/booklet-sheets-%s.pdf", book->lang,
		    e->profile->us_paper ? "letter" : "a4"), "sheets",
		    book->lang, 2 * made->sheets, made->sheets_bytes);
		o->sheets = made->sheets;
		o->notes = made->notes;
		o->long_edge = b->options->flip_long_edge;
		run_progress_say(b->progress, arena_printf(b->arena,
		    "  %s: %zu %s; print on both sides, flip on the %s edge, "
		    "actual size (100 %%), fold", o->path, made->sheets,
		    str_by_count(made->sheets, "sheet", "sheets"),
		    o->long_edge ? "long" : "short"));
	}
}

static void
report_file(struct edition *e, const struct book *book,
    const struct booklet_file *file, const char *kind)
{
	struct builder *b = e->builder;
	struct report_output *o;

	if (file->path == NULL)
		return;
	o = add_output(e, file->path, kind, book->lang, file->pages,
	    file->bytes);
	if (file->chapter != NULL) {
		o->chapter = file->chapter->id;
		return;
	}
	run_progress_say(b->progress, arena_printf(b->arena,
	    "  %s: %zu %s", file->path, file->pages,
	    str_by_count(file->pages, "page", "pages")));
}

static unsigned
printed_outputs(const struct command_options *o)
{
	unsigned outputs = 0;

	if ((o->outputs & OUTPUT_BOOKLET) != 0)
		outputs |= BOOKLET_READING;
	if ((o->outputs & OUTPUT_SHEETS) != 0)
		outputs |= BOOKLET_SHEETS;
	if ((o->outputs & OUTPUT_LARGE_PRINT) != 0)
		outputs |= BOOKLET_LARGE_PRINT;
	if ((o->outputs & OUTPUT_WORKSHEETS) != 0)
		outputs |= BOOKLET_WORKSHEETS;
	return outputs;
}

/* After errors layout still finds what does not fit; it writes nothing. */
static void
build_print(struct edition *e, const struct book *book)
{
	struct builder *b = e->builder;
	struct booklet_report made = { 0 };
	struct booklet_options options = { 0, b->options->flip_long_edge };
	bool broken = has_errors(e);

	if (!broken)
		options.outputs = printed_outputs(b->options);
	if (options.outputs == 0 && !broken)
		return;
	at(b, arena_printf(b->arena, "the printed pages of %s in %s",
	    e->profile->id, book->lang));
	booklet_build(b->arena, e->dl, book, e->theme, e->profile,
	    e->faces->assets, &options, e->stage, broken ? NULL : &made);
	if (has_errors(e))
		return;
	report_booklet(e, book, &made);
	report_file(e, book, &made.large_print, "large-print");
	report_file(e, book, &made.worksheets, "worksheets");
	for (size_t i = 0; i < made.single_count; i++)
		report_file(e, book, &made.single[i], "worksheet");
}

/* The files of "lang", in the order in which its site offers them, whatever
 * this run made anew. */
static size_t
find_downloads(const struct edition *e, const char *lang,
    struct site_download **downloads)
{
	static const char *const kinds[] = { "booklet", "sheets",
		"large-print", "worksheets", "worksheet" };
	const struct report *report = &e->report;
	size_t count = 0;

	*downloads = ARENA_ARRAY(e->builder->arena, struct site_download,
	    report->output_count + 1);
	for (size_t k = 0; k < sizeof(kinds) / sizeof(kinds[0]); k++) {
		for (size_t i = 0; i < report->output_count; i++) {
			const struct report_output *o = &report->outputs[i];

			if (!str_equal(o->kind, kinds[k]) ||
			    !str_equal(o->lang, lang))
				continue;
			(*downloads)[count++] = (struct site_download){
				.path = o->path, .kind = o->kind,
				.chapter = o->chapter, .bytes = o->bytes,
				.pages = o->pages, .sheets = o->sheets,
				.long_edge = o->long_edge,
				.us_paper = e->profile->us_paper,
			};
		}
	}
	return count;
}

static void
build_site(struct edition *e, size_t current)
{
	struct builder *b = e->builder;
	const struct book *book = e->languages[current].book;
	struct site_language *languages = ARENA_ARRAY(b->arena,
	    struct site_language, e->count);
	struct site_report made = { 0 };
	struct site_download *downloads;
	const char *path;
	size_t count;

	at(b, arena_printf(b->arena, "the site of %s in %s", e->profile->id,
	    book->lang));
	for (size_t i = 0; i < e->count; i++) {
		languages[i].book = e->languages[i].book;
		languages[i].downloads = find_downloads(e,
		    e->languages[i].book->lang, &downloads) > 0;
	}
	count = find_downloads(e, book->lang, &downloads);
	site_build(b->arena, e->dl, languages, e->count, current,
	    e->theme, read_drawing, e->faces->fonts, downloads, count,
	    b->options->jobs, e->stage, &made);
	path = guide_source_site(b->arena, e->profile, book->lang);
	add_output(e, path, "site", book->lang, made.pages, 0);
	run_progress_say(b->progress, arena_printf(b->arena,
	    "  %sindex.html: %zu %s", path, made.pages,
	    str_by_count(made.pages, "page", "pages")));
}

/* What a server needs, once the pages of all languages are there. */
static void
build_kit(struct edition *e)
{
	struct builder *b = e->builder;
	struct site_language *languages = ARENA_ARRAY(b->arena,
	    struct site_language, e->count);
	const struct site_kit kit = { b->options, e->profile,
	    e->theme, languages,
	    e->count, e->languages[0].asked };

	for (size_t i = 0; i < e->count; i++)
		languages[i].book = e->languages[i].book;
	at(b, arena_printf(b->arena, "the files for servers of %s",
	    e->profile->id));
	site_kit_build(b->arena, e->dl, &kit, &e->report, e->stage);
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

/* The report is in the words of the language at the site's root. */
static void
write_reports(struct edition *e)
{
	struct builder *b = e->builder;
	const struct book *book = e->languages[0].book;
	struct report *report = &e->report;
	struct buf text;

	report->clinic = e->profile->id;
	report->guide = book->guide_id;
	report->version = book->version;
	report->date = book->date;
	report->code = book->edition_code;
	report->edition = book->edition == EDITION_LIVE ? "live" : "sample";
	report->title = book->title;
	report->clinic_name = book->clinic.name;
	report->advice = how_to_print(b->arena, report);
	for (size_t i = 0; i < 2; i++) {
		report->fonts[i].name = arena_printf(b->arena, "%s %s",
		    e->theme->family, i == 1 ? "Bold" : "Regular");
		report->fonts[i].hash = e->faces->hashes[i];
	}
	for (size_t i = 0; i < e->count; i++)
		declare_exceptions(b->arena, e->languages[i].book, report);
	buf_init(&text);
	report_write_json(report, e->dl, &text);
	stage_write_file(e->stage, "report.json", text.data, text.len);
	buf_clear(&text);
	report_write_html(report, e->dl, &text);
	stage_write_file(e->stage, "report.html", text.data, text.len);
	buf_release(&text);
}

/* Is the site of "lang" in the live edition, where this run leaves it? */
static bool
is_live(const struct edition *e, const char *lang)
{
	const char *path = guide_source_site(e->builder->arena, e->profile,
	    lang);

	for (size_t i = 0; i < e->live_count; i++) {
		if (output_of(e->live[i].kind) == OUTPUT_SITE &&
		    str_equal(e->live[i].lang, lang) &&
		    str_equal(e->live[i].path, path))
			return true;
	}
	return false;
}

/*
 * Reads the text of a language.  One that this run does not make is read too,
 * since the site's pages name those of all languages; its mistakes are told
 * when it is made.
 */
static void
read_language(struct edition *e, const char *lang, bool asked)
{
	struct builder *b = e->builder;
	const struct book *book;

	if (!asked && !is_live(e, lang))
		return;
	at(b, arena_printf(b->arena, "the text in %s", lang));
	book = read_book(b->arena, asked ? e->dl : diag_list_new(b->arena),
	    &b->source.root, b->source.guide, e->profile, e->theme,
	    b->pictures, lang);
	if (book != NULL)
		e->languages[e->count++] = (struct edition_language){ book,
		    asked };
}

static void
read_languages(struct edition *e, const char *const *asked, size_t count)
{
	struct builder *b = e->builder;
	const char *const *all;
	size_t total;

	total = guide_source_languages(&b->source, b->arena, e->dl, e->profile,
	    NULL, &all);
	e->languages = ARENA_ARRAY(b->arena, struct edition_language, total);
	if (b->options->outputs != OUTPUT_ALL || count < total)
		e->live_count = report_read_outputs(b->arena, arena_printf(
		    b->arena, "%s/%s/report.json", b->options->out,
		    e->profile->id), &e->live);
	for (size_t i = 0; i < total; i++) {
		bool is_asked = false;

		for (size_t k = 0; k < count; k++)
			is_asked |= str_equal(all[i], asked[k]);
		read_language(e, all[i], is_asked);
	}
}

static void
make_outputs(struct edition *e)
{
	unsigned left = OUTPUT_ALL & ~e->builder->options->outputs;
	bool broken = has_errors(e);

	for (size_t i = 0; i < e->count; i++) {
		const struct edition_language *l = &e->languages[i];

		carry_over(e, l->book->lang, l->asked ? left : OUTPUT_ALL);
		if (l->asked)
			build_print(e, l->book);
	}
	/* After errors of print alone the site still has its own to tell. */
	for (size_t i = 0; i < e->count && !broken; i++) {
		if (e->languages[i].asked &&
		    (e->builder->options->outputs & OUTPUT_SITE) != 0)
			build_site(e, i);
	}
	if (e->count > 0 && !has_errors(e) &&
	    (e->builder->options->outputs & OUTPUT_SITE) != 0)
		build_kit(e);
	if (e->count > 0 && !has_errors(e))
		write_reports(e);
}

static void
build_edition(struct builder *b, size_t i)
{
	const struct conf_profile *profile = b->source.profiles[i];
	struct edition e = { .builder = b, .profile = profile,
	    .theme = b->source.profile_themes[i], .faces = &b->faces[i],
	    .dl = diag_list_new(b->arena) };
	const char *const *asked;
	size_t count;

	diag_join(e.dl, b->shared);
	count = guide_source_languages(&b->source, b->arena, e.dl, profile,
	    b->options->lang, &asked);
	if (count > 0) {
		run_progress_say(b->progress, arena_printf(b->arena, "%s/%s",
		    b->options->out, profile->id));
		e.stage = stage_open(b->arena, file_join(b->arena,
		    b->stage_path, profile->id));
		read_languages(&e, asked, count);
		make_outputs(&e);
		stage_report(e.stage, e.dl);
		stage_close(e.stage);
	}
	diag_join(b->dl, e.dl);
}

int
command_builder(const struct command_options *o, const char *stage,
    int progress)
{
	struct builder b;
	bool found;
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
		found = load_faces(&b);
		b.shared = diag_list_new(b.arena);
		diag_join(b.shared, b.dl);
		if (found && shut_in(&b))
			for (i = 0; i < b.source.profile_count; i++)
				build_edition(&b, i);
	}
	messages_print(b.dl, stderr);
	code = diag_exit_code(b.dl);
	free_faces(&b);
	guide_source_close(&b.source);
	run_progress_close(b.progress);
	arena_free(b.arena);
	return code;
}
