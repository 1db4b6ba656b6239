/* SPDX-License-Identifier: MIT */
/*
 * From a book to its printed documents: booklet.pdf and the sheets for the
 * printer here, those on whole sheets of paper in whole_sheets.c.
 *
 * Comes in: a frozen book, theme, profile, assets.  Goes out: files in the
 * stage.  Must not know how pages, plans or PDF work inside.
 */
#include "booklet/booklet.h"

#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "booklet/booklet_int.h"
#include "conf/guide.h"
#include "conf/theme.h"
#include "doc/book.h"
#include "emit/stage.h"
#include "impose/plan.h"
#include "page/display.h"
#include "page/layout.h"
#include "page/style.h"
#include "pdf/pdf.h"

/* One sheet of 80 g/m2 paper, folded tightly. */
#define PAPER_THICKNESS	DIM_MM10(1)
#define CREEP_PERCENT	100

/* The booklet while it is made. */
struct folded {
	struct booklet_job	*job;
	const struct display	*display;
	struct impose_plan	*plan;
};

static void
plan_make(struct folded *f, const struct booklet_options *options)
{
	const struct booklet_job *job = f->job;
	struct impose_options o;
	struct booklet_paper paper;

	memset(&o, 0, sizeof(o));
	paper = booklet_paper_of(job->profile);
	o.page_width = paper.page_width;
	o.page_height = paper.page_height;
	o.sheet_width = paper.sheet_width;
	o.sheet_height = paper.sheet_height;
	o.flip = options->flip_long_edge ? FLIP_LONG_EDGE : FLIP_SHORT_EDGE;
	o.paper_thickness = PAPER_THICKNESS;
	o.creep_percent = CREEP_PERCENT;
	/* Half of the inner margin stays white in the middle of a stack. */
	o.creep_most = job->theme->print[THEME_PAGES_BOOKLET].inner / 2;
	o.right_to_left = job->book->right_to_left;
	f->plan = impose_saddle(job->arena, f->display->pages.len, &o);
}

void
booklet_info_fill(struct pdf_info *info, const struct book *book,
    const struct booklet_assets *assets)
{
	memset(info, 0, sizeof(*info));
	info->title = book->title;
	info->author = book->author;
	info->subject = book->strapline;
	info->lang = book->lang;
	info->date = book->date;
	info->identifier = book->edition_code;
	info->right_to_left = book->right_to_left;
	info->front_label = book_word(book, "sheet-front");
	info->back_label = book_word(book, "sheet-back");
	info->colour_profile = assets->colour_profile;
	info->colour_profile_len = assets->colour_profile_len;
}

/* Does the file start and end as a PDF does?  The last look before it is
 * handed on. */
static bool
looks_whole(const struct buf *b)
{
	return !buf_overflowed(b) && b->len > 16 &&
	    memcmp(b->data, "%PDF-", 5) == 0 &&
	    memcmp(b->data + b->len - 6, "%%EOF\n", 6) == 0;
}

bool
booklet_file_make(const struct pdf_content *content, struct diag_list *dl,
    const struct pdf_info *info, const struct impose_plan *plan,
    struct buf *out)
{
	if (!pdf_write(content, dl, info, plan, out))
		return false;
	if (!looks_whole(out))
		BUG("a PDF of %zu bytes without head or end", out->len);
	return true;
}

static void
report_fill(const struct folded *f, struct booklet_report *report)
{
	int64_t um;

	report->pages = f->job->pages.pages;
	report->notes = f->job->pages.notes;
	report->passes = f->job->pages.passes;
	report->sheets = f->plan->side_count / 2;
	um = dim_to_um(f->plan->creep);
	report->creep = um == 0 ? NULL : arena_printf(f->job->arena,
	    "%d.%d mm", (int)((um + 50) / 1000), (int)((um + 50) / 100 % 10));
}

/* Makes the files in memory, and writes them when all are there. */
static void
files_make(struct folded *f, const struct booklet_options *options,
    struct booklet_report *report)
{
	struct booklet_job *job = f->job;
	const struct booklet_paper paper = booklet_paper_of(job->profile);
	struct pdf_content *content;
	struct buf reading, sheets;
	struct pdf_info info;
	bool fine;

	booklet_info_fill(&info, job->book, job->assets);
	info.two_up = true;
	content = pdf_content_build(job->arena, job->dl, f->display, f->plan);
	if (content == NULL)
		return;
	buf_init(&reading);
	buf_init(&sheets);
	fine = true;
	if ((options->outputs & BOOKLET_READING) != 0)
		fine = booklet_file_make(content, job->dl, &info, NULL,
		    &reading);
	if (fine && (options->outputs & BOOKLET_SHEETS) != 0)
		fine = booklet_file_make(content, job->dl, &info, f->plan,
		    &sheets);
	pdf_content_free(content);
	if (fine && reading.len > 0)
		stage_write_file(job->stage, arena_printf(job->arena,
		    "print/%s/booklet.pdf", job->book->lang), reading.data,
		    reading.len);
	if (fine && sheets.len > 0)
		stage_write_file(job->stage, arena_printf(job->arena,
		    "print/%s/booklet-sheets-%s.pdf", job->book->lang,
		    paper.sheet_name), sheets.data, sheets.len);
	if (fine && report != NULL) {
		report_fill(f, report);
		report->reading_bytes = reading.len;
		report->sheets_bytes = sheets.len;
	}
	buf_release(&reading);
	buf_release(&sheets);
}

struct display *
booklet_lay_out(struct booklet_job *job, const struct book *book,
    enum booklet_document document, struct diag_list *dl)
{
	struct page_style style;
	struct display *display;

	booklet_style_fill(&style, job->theme, job->profile, job->assets,
	    document);
	display = page_layout_booklet(job->arena, dl, book, &style,
	    &job->pages);
	if (document == DOCUMENT_LARGE_PRINT)
		display_scale(display, booklet_style_scale(job->theme,
		    document), booklet_style_scale(job->theme,
		    DOCUMENT_BOOKLET));
	return display;
}

/* The booklet, or only what does not fit in it; false after an error. */
static bool
build_folded(struct booklet_job *job, const struct booklet_options *options,
    struct booklet_report *report)
{
	struct folded f = { .job = job };
	size_t errors;

	errors = diag_count(job->dl, DIAG_ERROR);
	f.display = booklet_lay_out(job, job->book, DOCUMENT_BOOKLET, job->dl);
	if (diag_count(job->dl, DIAG_ERROR) != errors)
		return false;
	if ((options->outputs & (BOOKLET_READING | BOOKLET_SHEETS)) == 0)
		return true;
	plan_make(&f, options);
	files_make(&f, options, report);
	return diag_count(job->dl, DIAG_ERROR) == errors;
}

void
booklet_build(struct arena *a, struct diag_list *dl, const struct book *book,
    const struct theme *theme, const struct conf_profile *profile,
    const struct booklet_assets *assets,
    const struct booklet_options *options, struct stage *stage,
    struct booklet_report *report)
{
	struct booklet_job job = {
		.arena = a, .dl = dl, .book = book, .theme = theme,
		.profile = profile, .assets = assets, .stage = stage
	};
	bool all = options->outputs == 0, fine = true;

	if (all || (options->outputs & (BOOKLET_READING | BOOKLET_SHEETS)) !=
	    0)
		fine = build_folded(&job, options, report);
	if (all || (options->outputs & BOOKLET_WORKSHEETS) != 0)
		booklet_worksheets(&job, !all && fine, report);
	if (fine && (options->outputs & BOOKLET_LARGE_PRINT) != 0)
		booklet_large_print(&job, report);
}

void
booklet_dump(struct arena *a, struct diag_list *dl, const struct book *book,
    const struct theme *theme, const struct conf_profile *profile,
    const struct booklet_assets *assets, enum booklet_document document,
    bool tags, struct buf *out)
{
	struct booklet_job job = {
		.arena = a, .dl = dl, .book = book, .theme = theme,
		.profile = profile, .assets = assets
	};
	const struct display *display;

	display = booklet_lay_out(&job, booklet_view(a, book, document),
	    document, dl);
	if (tags)
		display_dump_tags(display, out);
	else
		display_dump(display, out);
}
