/* SPDX-License-Identifier: MIT */
/*
 * UTF-8 by the table of RFC 3629, section 4.
 */
#include "base/utf8.h"

static bool
is_tail(unsigned char c)
{
	return c >= 0x80 && c <= 0xBF;
}

/* Bytes of the character that begins with "c", 0 if none does; sets the range
 * in which the second byte must lie. */
static size_t
sequence_len(unsigned char c, unsigned char *low, unsigned char *high)
{
	*low = 0x80;
	*high = 0xBF;
	if (c >= 0xC2 && c <= 0xDF)
		return 2;
	if (c >= 0xE0 && c <= 0xEF) {
		if (c == 0xE0)
			*low = 0xA0;
		else if (c == 0xED)
			*high = 0x9F;
		return 3;
	}
	if (c >= 0xF0 && c <= 0xF4) {
		if (c == 0xF0)
			*low = 0x90;
		else if (c == 0xF4)
			*high = 0x8F;
		return 4;
	}
	return 0;
}

size_t
utf8_decode(const char *s, size_t len, uint32_t *codepoint)
{
	const unsigned char *u = (const unsigned char *)s;
	unsigned char low, high;
	uint32_t value;
	size_t i, need;

	*codepoint = 0xFFFD;
	if (len == 0)
		return 0;
	if (u[0] < 0x80) {
		*codepoint = u[0];
		return 1;
	}
	need = sequence_len(u[0], &low, &high);
	if (need == 0 || need > len || u[1] < low || u[1] > high)
		return 0;
	value = u[0] & (0x7FU >> need);
	for (i = 1; i < need; i++) {
		if (!is_tail(u[i]))
			return 0;
		value = value << 6 | (u[i] & 0x3FU);
	}
	*codepoint = value;
	return need;
}

size_t
utf8_encode(uint32_t codepoint, char out[4])
{
	if (codepoint > 0x10FFFF ||
	    (codepoint >= 0xD800 && codepoint <= 0xDFFF))
		codepoint = 0xFFFD;
	if (codepoint < 0x80) {
		out[0] = (char)codepoint;
		return 1;
	}
	if (codepoint < 0x800) {
		out[0] = (char)(0xC0 | codepoint >> 6);
		out[1] = (char)(0x80 | (codepoint & 0x3F));
		return 2;
	}
	if (codepoint < 0x10000) {
		out[0] = (char)(0xE0 | codepoint >> 12);
		out[1] = (char)(0x80 | (codepoint >> 6 & 0x3F));
		out[2] = (char)(0x80 | (codepoint & 0x3F));
		return 3;
	}
	out[0] = (char)(0xF0 | codepoint >> 18);
	out[1] = (char)(0x80 | (codepoint >> 12 & 0x3F));
	out[2] = (char)(0x80 | (codepoint >> 6 & 0x3F));
	out[3] = (char)(0x80 | (codepoint & 0x3F));
	return 4;
}

size_t
utf8_invalid_at(const char *s, size_t len)
{
	uint32_t codepoint;
	size_t at, step;

	for (at = 0; at < len; at += step) {
		if ((unsigned char)s[at] < 0x80) {
			step = 1;
			continue;
		}
		step = utf8_decode(s + at, len - at, &codepoint);
		if (step == 0)
			return at;
	}
	return len;
}
