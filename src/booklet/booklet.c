/* SPDX-License-Identifier: MIT */
/*
 * From a book to booklet.pdf and the sheets for the printer.
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

static struct impose_plan *
plan_make(struct arena *a, const struct book *book,
    const struct conf_profile *profile, const struct page_style *style,
    const struct booklet_options *options, size_t pages)
{
	struct impose_options o;
	struct booklet_paper paper;

	memset(&o, 0, sizeof(o));
	paper = booklet_paper_of(profile);
	o.page_width = style->width;
	o.page_height = style->height;
	o.sheet_width = paper.sheet_width;
	o.sheet_height = paper.sheet_height;
	o.flip = options->flip_long_edge ? FLIP_LONG_EDGE : FLIP_SHORT_EDGE;
	o.paper_thickness = PAPER_THICKNESS;
	o.creep_percent = CREEP_PERCENT;
	/* Half of the inner margin stays white in the middle of a stack. */
	o.creep_most = style->inner / 2;
	o.right_to_left = book->right_to_left;
	return impose_saddle(a, pages, &o);
}

static void
info_fill(struct pdf_info *info, const struct book *book,
    const struct booklet_assets *assets)
{
	memset(info, 0, sizeof(*info));
	info->title = book->title;
	info->author = book->author;
	info->subject = book->strapline;
	info->lang = book->lang;
	info->date = book->date;
	info->identifier = book->edition_code;
	info->two_up = true;
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

static bool
file_make(const struct pdf_content *content, struct diag_list *dl,
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
report_fill(struct arena *a, struct booklet_report *report,
    const struct page_report *pages, const struct impose_plan *plan,
    size_t reading_bytes, size_t sheets_bytes)
{
	int64_t um;

	if (report == NULL)
		return;
	report->pages = pages->pages;
	report->notes = pages->notes;
	report->passes = pages->passes;
	report->sheets = plan->side_count / 2;
	report->reading_bytes = reading_bytes;
	report->sheets_bytes = sheets_bytes;
	report->creep = NULL;
	um = dim_to_um(plan->creep);
	if (um > 0)
		report->creep = arena_printf(a, "%d.%d mm",
		    (int)((um + 50) / 1000), (int)((um + 50) / 100 % 10));
}

/* Makes the files in memory, and writes them when all are there. */
static void
files_make(struct arena *a, struct diag_list *dl, const struct book *book,
    const struct conf_profile *profile, const struct booklet_assets *assets,
    const struct booklet_options *options, const struct display *display,
    struct impose_plan *plan, const struct page_report *pages,
    struct stage *stage, struct booklet_report *report)
{
	struct pdf_content *content;
	struct buf reading, sheets;
	struct pdf_info info;
	bool fine;

	info_fill(&info, book, assets);
	content = pdf_content_build(a, dl, display, plan);
	if (content == NULL)
		return;
	buf_init(&reading);
	buf_init(&sheets);
	fine = true;
	if ((options->outputs & BOOKLET_READING) != 0)
		fine = file_make(content, dl, &info, NULL, &reading);
	if (fine && (options->outputs & BOOKLET_SHEETS) != 0)
		fine = file_make(content, dl, &info, plan, &sheets);
	pdf_content_free(content);
	if (fine && reading.len > 0)
		stage_write_file(stage, arena_printf(a,
		    "print/%s/booklet.pdf", book->lang), reading.data,
		    reading.len);
	if (fine && sheets.len > 0)
		stage_write_file(stage, arena_printf(a,
		    "print/%s/booklet-sheets-%s.pdf", book->lang,
		    booklet_paper_of(profile).sheet_name), sheets.data,
		    sheets.len);
	if (fine)
		report_fill(a, report, pages, plan, reading.len, sheets.len);
	buf_release(&reading);
	buf_release(&sheets);
}

void
booklet_build(struct arena *a, struct diag_list *dl, const struct book *book,
    const struct theme *theme, const struct conf_profile *profile,
    const struct booklet_assets *assets,
    const struct booklet_options *options, struct stage *stage,
    struct booklet_report *report)
{
	struct page_report pages = { 0, 0, 0 };
	struct display *display;
	struct page_style style;
	struct impose_plan *plan;
	size_t errors;

	errors = diag_count(dl, DIAG_ERROR);
	booklet_style_fill(&style, theme, profile, assets);
	display = page_layout_booklet(a, dl, book, &style, &pages);
	if (display == NULL || diag_count(dl, DIAG_ERROR) > errors ||
	    options->outputs == 0)
		return;
	plan = plan_make(a, book, profile, &style, options,
	    display->pages.len);
	files_make(a, dl, book, profile, assets, options, display, plan,
	    &pages, stage, report);
}

void
booklet_dump(struct arena *a, struct diag_list *dl, const struct book *book,
    const struct theme *theme, const struct conf_profile *profile,
    const struct booklet_assets *assets, bool tags, struct buf *out)
{
	struct page_report pages = { 0, 0, 0 };
	struct display *display;
	struct page_style style;

	booklet_style_fill(&style, theme, profile, assets);
	display = page_layout_booklet(a, dl, book, &style, &pages);
	if (display == NULL)
		return;
	if (tags)
		display_dump_tags(display, out);
	else
		display_dump(display, out);
}
