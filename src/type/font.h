/* SPDX-License-Identifier: MIT */
/*
 * A font file, opened once: metrics, coverage, bytes.
 *
 * Comes in: a path.  Goes out: an immutable face that threads share.  Knows
 * nothing of text, lines or PDF.  Owner of HarfBuzz's face and font objects.
 */
#ifndef TYPE_FONT_H
#define TYPE_FONT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/dim.h"

struct buf;
struct font;
struct hb_face_t;
struct hb_font_t;

/*
 * Opens face "index" of the file.  NULL with the reason in "why" if the file
 * cannot be read, is over 32 MiB, is no font, or has units per em outside
 * 16..16384.  The caller owns the font; free it when nothing refers to it.
 */
struct font *font_load(const char *path, unsigned index, struct buf *why);
void font_free(struct font *f);

const char *font_path(const struct font *f);
/* The face's place in a file that holds several. */
unsigned font_index(const struct font *f);
/* Family and style as the name table has them ("Andika", "Bold"), and the
 * PostScript name ("Andika-Bold"). */
const char *font_family(const struct font *f);
const char *font_style(const struct font *f);
const char *font_postscript_name(const struct font *f);
unsigned font_units_per_em(const struct font *f);
bool font_is_cff(const struct font *f);
/* OS/2 usWeightClass (400 is Regular, 700 Bold). */
unsigned font_weight(const struct font *f);
/* Italic or oblique by OS/2 fsSelection; has a variation table (fvar). */
bool font_is_slanted(const struct font *f);
bool font_is_variable(const struct font *f);
/* May a subset of the face be embedded?  OS/2 fsType: installable, editable or
 * preview and print embedding, with neither the bitmap-only bit nor the bit
 * that forbids subsets. */
bool font_may_embed(const struct font *f);
bool font_has(const struct font *f, uint32_t codepoint);
/* Hinted nowhere: lengths at "size". Descent is positive, below the line. */
dim font_ascent(const struct font *f, dim size);
dim font_descent(const struct font *f, dim size);
dim font_cap_height(const struct font *f, dim size);
dim font_x_height(const struct font *f, dim size);
/* Advance of a glyph in font units (hmtx). */
int font_glyph_advance(const struct font *f, uint32_t glyph);
/* The whole file, and its face for those who subset it (hb_face_t; borrowed,
 * immutable). */
const char *font_bytes(const struct font *f, size_t *len);
struct hb_face_t *font_face(const struct font *f);
/* For shaping: scaled to units per em, so that HarfBuzz's positions are font
 * units (hb_font_t; borrowed, immutable). */
struct hb_font_t *font_shaping(const struct font *f);

#endif
