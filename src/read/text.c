/* SPDX-License-Identifier: MIT */
/*
 * Comes in: bytes.  Goes out: yes, or a message that says which byte or
 * character is wrong and where.  Knows no format.
 */
#include "read/text.h"

#include <string.h>

#include "base/messages.h"
#include "base/utf8.h"

size_t
text_bom(const char *text, size_t len)
{
	return len >= 3 && memcmp(text, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
}

static struct span
place_of(struct span first, const char *text, size_t off)
{
	struct span at = first;

	for (size_t i = 0; i < off; i++) {
		if (text[i] == '\n' || (text[i] == '\r' &&
		    text[i + 1] != '\n')) {
			at.line++;
			at.col = 1;
		} else {
			at.col++;
		}
	}
	return at;
}

static bool
is_control(uint32_t codepoint)
{
	if (codepoint == '\t' || codepoint == '\n' || codepoint == '\r')
		return false;
	return codepoint < 0x20 || (codepoint >= 0x7F && codepoint < 0xA0);
}

bool
text_check(struct diag_list *dl, struct span first, const char *text,
    size_t len, bool controls)
{
	size_t bad = utf8_invalid_at(text, len), off = 0;

	if (bad < len) {
		diag_say(dl, place_of(first, text, bad), NULL, SAY_NOT_UTF8,
		    (unsigned)(unsigned char)text[bad]);
		return false;
	}
	while (!controls && off < len) {
		uint32_t codepoint;
		size_t bytes = utf8_decode(text + off, len - off, &codepoint);

		if (is_control(codepoint)) {
			diag_say(dl, place_of(first, text, off), NULL,
			    SAY_CONTROL_CHARACTER, (unsigned)codepoint,
			    codepoint == 0 ? " (NUL)" : "");
			return false;
		}
		off += bytes;
	}
	return true;
}
