/* SPDX-License-Identifier: MIT */
/*
 * UTF-16, the form in which ICU takes text: from UTF-8, through normal forms,
 * and back.
 *
 * For the files that own a part of ICU; everything else is UTF-8.
 */
#ifndef BASE_UTF16_H
#define BASE_UTF16_H

#include <stddef.h>
#include <stdint.h>

struct arena;

/* From malloc, freed by whom it is handed to; "len" units, no NUL. */
struct utf16 {
	uint16_t	*units;
	int32_t		 len;
};

/* Unicode Standard Annex 15. */
enum utf16_form { UTF16_NFC, UTF16_NFD, UTF16_NFKD };

/* "len" bytes of "s"; those that are not UTF-8 become U+FFFD.  More than 64 MiB
 * is our mistake. */
struct utf16 utf16_from(const char *s, size_t len);
/* "u" as UTF-8 in "a"; frees "u". */
char *utf16_text(struct arena *a, struct utf16 u);
/* "u" in the form "form"; frees "u". */
struct utf16 utf16_normalised(struct utf16 u, enum utf16_form form);
/* Ends the process if "status", a UErrorCode that "call" gave, is a failure:
 * for want of memory, or by our mistake. */
void utf16_must(int status, const char *call);

#endif
