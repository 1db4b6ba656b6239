/* SPDX-License-Identifier: MIT */
/*
 * The documents on whole sheets of paper: large print, and the worksheets, all
 * in one file and one by one.
 *
 * Comes in: what the booklet is made of too.  Goes out: files in the stage.
 * Each document is the same book with a print sequence of its own.
 */
#include "booklet/booklet_int.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/str.h"
#include "conf/theme.h"
#include "doc/book.h"
#include "emit/stage.h"
#include "page/display.h"
#include "pdf/pdf.h"

/* Before what is true of large print alone. */
#define LARGE_PRINT "in large print: "

/* The book with "parts" for its print sequence. */
static const struct book *
book_with(struct arena *a, const struct book *book,
    const struct print_part *parts, size_t count)
{
	struct book *view;

	view = ARENA_NEW(a, struct book);
	*view = *book;
	view->print = parts;
	view->print_count = count;
	return view;
}

/* All of them, in reading order, also those that are not in the booklet. */
static const struct book *
worksheets_view(struct arena *a, const struct book *book)
{
	struct print_part *parts;
	size_t i, count = 0;

	parts = ARENA_ARRAY(a, struct print_part, book->chapter_count + 1);
	for (i = 0; i < book->chapter_count; i++) {
		if (book->chapters[i].kind == CHAPTER_WORKSHEET)
			parts[count++] = (struct print_part){ PRINT_CHAPTER,
				&book->chapters[i] };
	}
	return book_with(a, book, parts, count);
}

const struct book *
booklet_view(struct arena *a, const struct book *book,
    enum booklet_document document)
{
	switch (document) {
	case DOCUMENT_BOOKLET:
	case DOCUMENT_LARGE_PRINT:
		return book;
	case DOCUMENT_WORKSHEETS:
		return worksheets_view(a, book);
	}
	BUG("document %d", (int)document);
}

static bool
is_known(struct diag_list *dl, const struct diag *d)
{
	const struct diag *known;
	size_t i;

	for (i = 0; i < diag_total(dl); i++) {
		known = diag_nth(dl, i);
		if (str_equal(known->id, d->id) &&
		    str_equal(known->at.file, d->at.file) &&
		    known->at.line == d->at.line &&
		    known->at.col == d->at.col)
			return true;
	}
	return false;
}

/* Advice on the look of words, which is given for the booklet: nothing is lost
 * if more lines stand in large print. */
static bool
is_advice(const struct diag *d)
{
	static const char *const ids[] = { "lead-too-long", "title-too-long",
		"grid-head-too-high", "worksheet-head-too-high",
		"worksheet-foot-too-high" };

	for (size_t i = 0; i < sizeof(ids) / sizeof(ids[0]); i++) {
		if (str_equal(d->id, ids[i]))
			return true;
	}
	return false;
}

/* What another document said too, with other numbers perhaps, is no news. */
static void
tell_news(struct diag_list *dl, struct diag_list *found, bool large_print)
{
	const struct diag *d;
	size_t i;

	for (i = 0; i < diag_total(found); i++) {
		d = diag_nth(found, i);
		if (is_known(dl, d) || (large_print && is_advice(d)))
			continue;
		diag_add(dl, d->level, d->id, d->at, d->hint, "%s%s",
		    large_print && !str_starts(d->text, LARGE_PRINT) ?
		    LARGE_PRINT : "", d->text);
	}
}

/* "title" and "mark" tell the files of an edition apart. */
static bool
write_document(struct booklet_job *job, const struct display *display,
    const char *title, const char *mark, struct booklet_file *file)
{
	struct pdf_content *content;
	struct pdf_info info;
	struct buf out;
	bool fine;

	booklet_info_fill(&info, job->book, job->assets);
	info.title = title;
	info.identifier = arena_printf(job->arena, "%s %s",
	    job->book->edition_code, mark);
	content = pdf_content_build(job->arena, job->dl, display, NULL);
	if (content == NULL)
		return false;
	buf_init(&out);
	fine = booklet_file_make(content, job->dl, &info, NULL, &out);
	pdf_content_free(content);
	if (fine) {
		stage_write_file(job->stage, file->path, out.data, out.len);
		file->pages = display->pages.len;
		file->bytes = out.len;
	}
	buf_release(&out);
	return fine;
}

static const char *
path_of(struct booklet_job *job, const char *name)
{
	return arena_printf(job->arena, "print/%s/%s", job->book->lang, name);
}

void
booklet_large_print(struct booklet_job *job, struct booklet_report *report)
{
	struct booklet_file file = { .path = path_of(job, "large-print.pdf") };
	struct diag_list *found = diag_list_beside(job->arena, job->dl);
	const struct display *display;

	display = booklet_lay_out(job, job->book, DOCUMENT_LARGE_PRINT, found);
	tell_news(job->dl, found, true);
	if (diag_count(found, DIAG_ERROR) > 0 || display->pages.len == 0)
		return;
	if (write_document(job, display, job->book->title, "large-print",
	    &file))
		report->large_print = file;
}

static void
write_single(struct booklet_job *job, const struct chapter *chapter,
    struct booklet_report *report)
{
	const struct print_part part = { PRINT_CHAPTER, chapter };
	struct diag_list *found = diag_list_beside(job->arena, job->dl);
	struct booklet_file file = { .chapter = chapter };

	file.path = path_of(job, arena_printf(job->arena,
	    "worksheets/%02d-%s.pdf", chapter->number, chapter->id));
	/* All was said of it as one of many. */
	if (write_document(job, booklet_lay_out(job, book_with(job->arena,
	    job->book, &part, 1), DOCUMENT_WORKSHEETS, found),
	    chapter->title, chapter->id, &file))
		report->single[report->single_count++] = file;
}

void
booklet_worksheets(struct booklet_job *job, bool write,
    struct booklet_report *report)
{
	struct booklet_file file = { .path = path_of(job, "worksheets.pdf") };
	struct diag_list *found = diag_list_beside(job->arena, job->dl);
	const struct display *display;
	const struct book *view;
	size_t i;

	view = worksheets_view(job->arena, job->book);
	if (view->print_count == 0)
		return;
	display = booklet_lay_out(job, view, DOCUMENT_WORKSHEETS, found);
	tell_news(job->dl, found, false);
	if (!write || diag_count(found, DIAG_ERROR) > 0)
		return;
	if (!write_document(job, display, arena_printf(job->arena, "%s: %s",
	    job->book->title, book_word(job->book, "contents-worksheets")),
	    "worksheets", &file))
		return;
	report->worksheets = file;
	report->single = ARENA_ARRAY(job->arena, struct booklet_file,
	    view->print_count);
	for (i = 0; i < view->print_count; i++)
		write_single(job, view->print[i].chapter, report);
}
