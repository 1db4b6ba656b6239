/* SPDX-License-Identifier: MIT */
/*
 * Reads as much of a CFF table as leads to its charset: header, name INDEX,
 * Top DICT (sections 6 to 9 and 13).
 */
#include "pdf/cff.h"

/* Operators of the Top DICT (table 9). */
#define OPERATOR_CHARSET	15
#define OPERATOR_CHARSTRINGS	17
#define OPERATOR_ESCAPE		12
#define OPERATOR_ROS		(OPERATOR_ESCAPE << 8 | 30)
/* Charsets that are told by a number in place of an offset. */
#define CHARSET_PREDEFINED_LAST	2

struct reader {
	const unsigned char	*bytes;
	size_t			 len, at;
	bool			 failed;
};

/* What the Top DICT says. */
struct top {
	bool	cid_keyed;
	size_t	charset, char_strings;
};

/* A big-endian number of "size" bytes; 0 behind the end. */
static uint32_t
take(struct reader *r, size_t size)
{
	uint32_t n;

	n = 0;
	if (r->failed || size > r->len - r->at) {
		r->failed = true;
		return 0;
	}
	for (; size > 0; size--)
		n = n << 8 | r->bytes[r->at++];
	return n;
}

static void
go_to(struct reader *r, size_t at)
{
	if (at > r->len)
		r->failed = true;
	else
		r->at = at;
}

/* Reads an INDEX up to its end; the first object's place in *start and *end,
 * its number of objects is returned. */
static size_t
take_index(struct reader *r, size_t *start, size_t *end)
{
	size_t count, offset_size, offsets, data, last;

	*start = *end = r->at;
	count = take(r, 2);
	if (count == 0)
		return 0;
	offset_size = take(r, 1);
	if (offset_size < 1 || offset_size > 4) {
		r->failed = true;
		return 0;
	}
	offsets = r->at;
	data = offsets + (count + 1) * offset_size - 1;
	*start = data + take(r, offset_size);
	*end = data + take(r, offset_size);
	go_to(r, offsets + count * offset_size);
	last = data + take(r, offset_size);
	go_to(r, last);
	if (*start > *end || *end > last)
		r->failed = true;
	return count;
}

/* An operand that begins with "byte"; of a real number only the length
 * matters. */
static int64_t
take_operand(struct reader *r, uint32_t byte)
{
	uint32_t nibbles;

	if (byte == 28)
		return (int16_t)take(r, 2);
	if (byte == 29)
		return (int32_t)take(r, 4);
	if (byte == 30) {
		do {
			nibbles = take(r, 1);
		} while (!r->failed && (nibbles & 0xF) != 0xF &&
		    nibbles >> 4 != 0xF);
		return 0;
	}
	if (byte >= 32 && byte <= 246)
		return (int64_t)byte - 139;
	if (byte >= 247 && byte <= 250)
		return ((int64_t)byte - 247) * 256 + take(r, 1) + 108;
	if (byte >= 251 && byte <= 254)
		return -((int64_t)byte - 251) * 256 - take(r, 1) - 108;
	r->failed = true;
	return 0;
}

static struct top
take_top(struct reader *r, size_t end)
{
	struct top top = { false, 0, 0 };
	int64_t operand;
	uint32_t byte;

	operand = 0;
	while (!r->failed && r->at < end) {
		byte = take(r, 1);
		if (byte > 21) {
			operand = take_operand(r, byte);
			continue;
		}
		if (byte == OPERATOR_ESCAPE)
			byte = byte << 8 | take(r, 1);
		if (operand < 0)
			operand = 0;
		if (byte == OPERATOR_ROS)
			top.cid_keyed = true;
		else if (byte == OPERATOR_CHARSET)
			top.charset = (size_t)operand;
		else if (byte == OPERATOR_CHARSTRINGS)
			top.char_strings = (size_t)operand;
		operand = 0;
	}
	return top;
}

/* Charset formats 0, 1 and 2; glyph 0 is not in them. */
static void
take_charset(struct reader *r, uint16_t *cids, size_t count)
{
	uint32_t format, first, left;
	size_t glyph;

	format = take(r, 1);
	if (format > 2)
		r->failed = true;
	glyph = 1;
	while (!r->failed && glyph < count) {
		first = take(r, 2);
		left = format == 0 ? 0 : take(r, format);
		if (first + left > UINT16_MAX)
			r->failed = true;
		for (uint32_t i = 0; i <= left && glyph < count; i++)
			cids[glyph++] = (uint16_t)(first + i);
	}
}

bool
cff_cids(const char *table, size_t len, uint16_t *cids, size_t count)
{
	struct reader r = { (const unsigned char *)table, len, 0, false };
	size_t start, end;
	struct top top;

	if (count > UINT16_MAX)
		return false;
	for (size_t i = 0; i < count; i++)
		cids[i] = (uint16_t)i;
	take(&r, 2);
	go_to(&r, take(&r, 1));
	take_index(&r, &start, &end);
	if (take_index(&r, &start, &end) == 0)
		return false;
	go_to(&r, start);
	top = take_top(&r, end);
	go_to(&r, top.char_strings);
	if (take_index(&r, &start, &end) < count || r.failed)
		return false;
	if (!top.cid_keyed || top.charset <= CHARSET_PREDEFINED_LAST)
		return true;
	go_to(&r, top.charset);
	take_charset(&r, cids, count);
	return !r.failed;
}
