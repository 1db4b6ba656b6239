/* SPDX-License-Identifier: MIT */
/*
 * What every text file has to be before anything parses it.
 *
 * For use inside read/ only.
 */
#ifndef READ_TEXT_H
#define READ_TEXT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/diag.h"

/* Bytes of a byte order mark at the start of "text": 0 or 3. */
size_t text_bom(const char *text, size_t len);
/*
 * Is "text" UTF-8 (RFC 3629) without control characters other than tab, LF and
 * CR?  If not, names the first offender and its place; "first" is the place
 * of the text's first byte.  "controls": let control characters pass.
 */
bool text_check(struct diag_list *dl, struct span first, const char *text,
    size_t len, bool controls);

#endif
