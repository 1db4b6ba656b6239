/* SPDX-License-Identifier: MIT */
/*
 * Numbers and strings as PDF spells them.
 */
#include "pdf/syntax.h"

#include <string.h>

#include "base/buf.h"
#include "base/utf8.h"

static const char hex_digits[] = "0123456789ABCDEF";

void
syntax_int(struct buf *b, int64_t n)
{
	char digits[24];
	size_t at;
	uint64_t rest;

	at = sizeof(digits);
	rest = n < 0 ? (uint64_t)-(n + 1) + 1 : (uint64_t)n;
	do {
		digits[--at] = (char)('0' + rest % 10);
		rest /= 10;
	} while (rest > 0);
	if (n < 0)
		digits[--at] = '-';
	buf_put(b, digits + at, sizeof(digits) - at);
}

void
syntax_milli(struct buf *b, int64_t n)
{
	char decimals[4];
	int64_t rest;
	size_t len;

	if (n < 0 && n > -1000)
		buf_putc(b, '-');
	syntax_int(b, n / 1000);
	rest = n % 1000;
	if (rest < 0)
		rest = -rest;
	if (rest == 0)
		return;
	decimals[0] = '.';
	decimals[1] = (char)('0' + rest / 100);
	decimals[2] = (char)('0' + rest / 10 % 10);
	decimals[3] = (char)('0' + rest % 10);
	len = sizeof(decimals);
	while (decimals[len - 1] == '0')
		len--;
	buf_put(b, decimals, len);
}

int64_t
syntax_dim_milli(dim d)
{
	return dim_scale(d, 1000, DIM_PT);
}

void
syntax_dim(struct buf *b, dim d)
{
	syntax_milli(b, syntax_dim_milli(d));
}

void
syntax_box(struct buf *b, const dim box[4])
{
	int i;

	for (i = 0; i < 4; i++) {
		buf_putc(b, i == 0 ? '[' : ' ');
		syntax_dim(b, box[i]);
	}
	buf_putc(b, ']');
}

void
syntax_bytes(struct buf *b, const void *bytes, size_t len)
{
	const unsigned char *p = bytes;
	size_t i;

	buf_putc(b, '(');
	for (i = 0; i < len; i++) {
		if (p[i] == '(' || p[i] == ')' || p[i] == '\\') {
			buf_putc(b, '\\');
			buf_putc(b, (char)p[i]);
		} else if (p[i] < 0x20 || p[i] >= 0x7f) {
			/* Octal: no end-of-line rule changes it. */
			buf_putc(b, '\\');
			buf_putc(b, (char)('0' + (p[i] >> 6)));
			buf_putc(b, (char)('0' + (p[i] >> 3 & 7)));
			buf_putc(b, (char)('0' + (p[i] & 7)));
		} else {
			buf_putc(b, (char)p[i]);
		}
	}
	buf_putc(b, ')');
}

void
syntax_name_bytes(struct buf *b, const char *s)
{
	syntax_bytes(b, s, strlen(s));
}

void
syntax_hex4(struct buf *b, unsigned n)
{
	char digits[4];

	digits[0] = hex_digits[n >> 12 & 15];
	digits[1] = hex_digits[n >> 8 & 15];
	digits[2] = hex_digits[n >> 4 & 15];
	digits[3] = hex_digits[n & 15];
	buf_put(b, digits, sizeof(digits));
}

void
syntax_utf16_hex(struct buf *b, const char *s, size_t len)
{
	uint32_t codepoint;
	size_t used;

	while (len > 0) {
		used = utf8_decode(s, len, &codepoint);
		if (used == 0) {
			codepoint = 0xfffd;
			used = 1;
		}
		if (codepoint >= 0x10000) {
			codepoint -= 0x10000;
			syntax_hex4(b, 0xd800 + (codepoint >> 10));
			syntax_hex4(b, 0xdc00 + (codepoint & 0x3ff));
		} else {
			syntax_hex4(b, codepoint);
		}
		s += used;
		len -= used;
	}
}

void
syntax_text_n(struct buf *b, const char *s, size_t len)
{
	size_t i;

	for (i = 0; i < len; i++)
		if ((unsigned char)s[i] < 0x20 || (unsigned char)s[i] >= 0x7f)
			break;
	if (i == len) {
		syntax_bytes(b, s, len);
		return;
	}
	buf_puts(b, "<FEFF");
	syntax_utf16_hex(b, s, len);
	buf_putc(b, '>');
}

void
syntax_text(struct buf *b, const char *s)
{
	syntax_text_n(b, s, strlen(s));
}

void
syntax_ref(struct buf *b, uint32_t object)
{
	syntax_int(b, object);
	buf_puts(b, " 0 R");
}
