/* SPDX-License-Identifier: MIT */
/*
 * The fonts of a document: which glyphs it uses, the codes that text is written
 * in, and the embedded subsets.
 *
 * Comes in: runs of glyphs, all of them, in page order; then no more.  Goes
 * out: a code for each glyph, and the font objects of any number of files.
 * Owner of HarfBuzz in pdf/.
 *
 * TrueType: one code (CID) for each pair of glyph and source text, so that
 * /ToUnicode is exact, and a /CIDToGIDMap.  CFF: the code is the glyph's number
 * in the subset, or in a CID-keyed font its CID (ISO 32000-1, 9.7.4.2), so a
 * glyph that stands for several texts is exact only in the first.
 */
#ifndef PDF_FONT_FILE_H
#define PDF_FONT_FILE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;
struct buf;
struct deflate;
struct diag_list;
struct font;
struct font_set;
struct font_use;
struct obj_file;
struct type_run;

/* Lives in "a". */
struct font_set *font_set_new(struct arena *a);
/* Notes the glyphs of a run. */
void font_set_collect(struct font_set *set, const struct type_run *run);
/* Cuts the subsets.  False after errors, which are in "dl": a font that may not
 * be embedded, or that HarfBuzz cannot subset. */
bool font_set_finish(struct font_set *set, struct deflate *deflate,
    struct diag_list *dl) __attribute__((warn_unused_result));
/* What was collected of "font", after font_set_finish; never NULL. */
const struct font_use *font_set_use(const struct font_set *set,
    const struct font *font);
/* The number in the resource name: 1 for /F1. */
unsigned font_use_number(const struct font_use *use);

struct font_code {
	unsigned	code;
	/* Advance that viewers take from /W, in millionths of an em. */
	int64_t		width;
	/* Is the source text what /ToUnicode says?  Else it needs an
	 * /ActualText. */
	bool		exact;
};

/* The code of glyph "i" of a run that was collected. */
struct font_code font_use_code(const struct font_use *use,
    const struct type_run *run, size_t i);
/* Adds the fonts' objects to a file and "/F1 7 0 R..." to "resources". */
void font_set_write(const struct font_set *set, struct obj_file *file,
    struct buf *resources);

#endif
