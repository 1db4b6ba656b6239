/* SPDX-License-Identifier: MIT */
/*
 * The segments of a JPEG file (ITU-T T.81, annex B), copied without those that
 * tell of anything but the picture: a phone writes into them where it was.
 */
#include "read/image_int.h"

#include <string.h>

#include "base/buf.h"

#define MARK_SOI	0xD8
#define MARK_EOI	0xD9
#define MARK_SOS	0xDA
#define MARK_APP0	0xE0
#define MARK_APP14	0xEE
#define MARK_APP15	0xEF
#define MARK_COM	0xFE

/* Exif's tags stand in either byte order. */
struct tags {
	const uint8_t	*bytes;
	size_t		 len;
	bool		 big;
};

/* Two or four bytes; 0 past the end. */
static uint32_t
number_at(const struct tags *t, size_t offset, int count)
{
	uint32_t n = 0;
	int i;

	if (offset > t->len || t->len - offset < (size_t)count)
		return 0;
	for (i = 0; i < count; i++)
		n = n << 8 | t->bytes[offset +
		    (size_t)(t->big ? i : count - 1 - i)];
	return n;
}

enum picture_turn
image_exif_turn(const uint8_t *bytes, size_t len)
{
	static const uint32_t tag_orientation = 0x0112, type_short = 3;
	struct tags t;
	size_t first, i, count;
	uint32_t turn;

	if (len < 14 || memcmp(bytes, "Exif\0\0", 6) != 0)
		return TURN_NONE;
	t.bytes = bytes + 6;
	t.len = len - 6;
	t.big = t.bytes[0] == 'M';
	if (number_at(&t, 2, 2) != 42)
		return TURN_NONE;
	first = number_at(&t, 4, 4);
	count = number_at(&t, first, 2);
	for (i = 0; i < count && first < t.len; i++) {
		size_t entry = first + 2 + i * 12;

		if (number_at(&t, entry, 2) != tag_orientation ||
		    number_at(&t, entry + 2, 2) != type_short)
			continue;
		turn = number_at(&t, entry + 8, 2);
		return turn >= TURN_NONE && turn <= TURN_LEFT ?
		    (enum picture_turn)turn : TURN_NONE;
	}
	return TURN_NONE;
}

/* One file while its segments are copied. */
struct copier {
	const uint8_t	*bytes;
	size_t		 len, at;
	struct buf	*out;
};

/* JFIF's own segment says which colours three components are; a new one has no
 * thumbnail. */
static void
put_jfif(struct buf *out)
{
	static const uint8_t jfif[] = {
		0xFF, MARK_APP0, 0, 16, 'J', 'F', 'I', 'F', 0, 1, 1, 0, 0, 1,
		0, 1, 0, 0
	};

	buf_put(out, jfif, sizeof(jfif));
}

static bool
holds(const struct copier *c, const char *name, size_t name_len)
{
	return c->len - c->at >= 2 + name_len &&
	    memcmp(c->bytes + c->at + 2, name, name_len) == 0;
}

/* The content of a scan ends before a marker that is not one of its own. */
static void
copy_scan(struct copier *c)
{
	size_t start = c->at;
	uint8_t next;

	for (; c->at + 1 < c->len; c->at++) {
		if (c->bytes[c->at] != 0xFF)
			continue;
		next = c->bytes[c->at + 1];
		/* A stuffed zero, a restart, or fill before a marker. */
		if (next == 0 || next == 0xFF || (next >= 0xD0 && next <= 0xD7))
			continue;
		break;
	}
	buf_put(c->out, c->bytes + start, c->at - start);
}

/* The segment behind marker "mark"; c->at stands on its length. */
static bool
copy_segment(struct copier *c, uint8_t mark)
{
	uint8_t head[2] = { 0xFF, mark };
	size_t len;

	if (c->len - c->at < 2)
		return false;
	len = (size_t)c->bytes[c->at] << 8 | c->bytes[c->at + 1];
	if (len < 2 || len > c->len - c->at)
		return false;
	if (mark == MARK_APP0 && holds(c, "JFIF", 5)) {
		put_jfif(c->out);
	} else if ((mark < MARK_APP0 || mark > MARK_APP15 ||
	    (mark == MARK_APP14 && holds(c, "Adobe", 5))) &&
	    mark != MARK_COM) {
		buf_put(c->out, head, 2);
		buf_put(c->out, c->bytes + c->at, len);
	}
	c->at += len;
	if (mark == MARK_SOS)
		copy_scan(c);
	return true;
}

bool
image_jpeg_strip(const char *bytes, size_t len, struct buf *out)
{
	static const uint8_t start[2] = { 0xFF, MARK_SOI },
	    end[2] = { 0xFF, MARK_EOI };
	struct copier c = { (const uint8_t *)bytes, len, 2, out };
	uint8_t mark;

	if (len < 4)
		return false;
	buf_put(out, start, 2);
	while (c.at < len) {
		/* What stands between segments is skipped as decoders do. */
		while (c.at < len && c.bytes[c.at] != 0xFF)
			c.at++;
		while (c.at < len && c.bytes[c.at] == 0xFF)
			c.at++;
		if (c.at >= len)
			return false;
		mark = c.bytes[c.at++];
		if (mark == MARK_EOI) {
			buf_put(out, end, 2);
			return true;
		}
		if (mark == 0 || mark == 1 || (mark >= 0xD0 && mark <= 0xD7))
			continue;
		if (!copy_segment(&c, mark))
			return false;
	}
	return false;
}
