/* SPDX-License-Identifier: MIT */
/*
 * The character identifiers of a CID-keyed CFF table (Adobe Technical Note
 * 5176), by which a PDF names its glyphs.
 */
#ifndef PDF_CFF_H
#define PDF_CFF_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * Writes the CID of each of "count" glyphs: in a CID-keyed table that of its
 * charset, in one keyed by names the glyph's number (ISO 32000-1, 9.7.4.2).
 * False if "table" is damaged or has fewer glyphs; nothing beyond its "len"
 * bytes is read.
 */
bool cff_cids(const char *table, size_t len, uint16_t *cids, size_t count)
    __attribute__((warn_unused_result));

#endif
