/* SPDX-License-Identifier: MIT */
/*
 * Font file -> subset -> new name -> WOFF 1.0 (W3C Recommendation, 2012).
 *
 * Comes in: a TrueType or OpenType file and the characters that pages use.
 * Goes out: the bytes of a web font.  Knows no pages.  Owner of HarfBuzz in site.
 */
#include "site/web_font.h"

#include <hb-ot.h>
#include <hb-subset.h>
#include <hb.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/file.h"
#include "base/messages.h"
#include "site/compress.h"

#define FONT_BYTES_MAX	((size_t)32 * 1024 * 1024)
#define TABLES_MAX	64
#define WOFF_HEADER	44
#define WOFF_ENTRY	20
#define OS2_TYPE		8	/* offset of fsType */
#define TYPE_LICENCE_MASK	0x000E
#define TYPE_EDITABLE		0x0008
#define TYPE_NO_SUBSETTING	0x0100
#define TYPE_BITMAP_ONLY	0x0200

struct table {
	hb_tag_t	 tag;
	const char	*bytes;
	size_t		 len;
	uint32_t	 checksum;
	const char	*packed;	/* as it stands in the WOFF */
	size_t		 packed_len;
};

struct cut {
	struct arena		*arena;
	struct diag_list	*dl;
	const char		*path;
	struct table		 tables[TABLES_MAX];
	unsigned		 count;
};

static void
put16(struct buf *b, unsigned n)
{
	buf_putc(b, (char)(n >> 8 & 0xff));
	buf_putc(b, (char)(n & 0xff));
}

static void
put32(struct buf *b, uint32_t n)
{
	put16(b, n >> 16);
	put16(b, n & 0xffff);
}

static void
align4(struct buf *b)
{
	while (b->len % 4 != 0)
		buf_putc(b, '\0');
}

static char *
taken(struct arena *a, struct buf *b, size_t *len)
{
	char *bytes;

	bytes = arena_alloc(a, b->len + 4);
	memcpy(bytes, b->data, b->len);
	*len = b->len;
	buf_release(b);
	return bytes;
}

/* OpenType 1.9, "Calculating checksums": big-endian words, padded with 0. */
static uint32_t
checksum(const char *bytes, size_t len)
{
	uint32_t sum, word;

	sum = 0;
	for (size_t i = 0; i < len; i += 4) {
		word = 0;
		for (size_t k = 0; k < 4; k++) {
			word <<= 8;
			if (i + k < len)
				word |= (unsigned char)bytes[i + k];
		}
		sum += word;
	}
	return sum;
}

static const char *
font_name(struct arena *a, hb_face_t *face, hb_ot_name_id_t id)
{
	const hb_language_t english = hb_language_from_string("en", -1);
	unsigned len, size;
	char *text;

	size = 0;
	len = hb_ot_name_get_utf8(face, id, english, &size, NULL);
	if (len == 0)
		return NULL;
	size = len + 1;
	text = arena_alloc(a, size);
	hb_ot_name_get_utf8(face, id, english, &size, text);
	return text;
}

/* A name record's text in UTF-16BE; what is not ASCII becomes "?". */
static void
put_utf16(struct buf *b, const char *text)
{
	hb_codepoint_t c;
	const unsigned char *s;

	for (s = (const unsigned char *)text; *s != '\0'; s++) {
		c = *s;
		if (c == 0xC2 && s[1] != '\0')
			c = *++s;	/* Latin-1, such as the sign (c) */
		else if (c >= 0x80)
			c = '?';
		put16(b, c);
	}
}

/* The table "name" (format 0) with our own family. */
static struct table
new_names(struct arena *a, const struct web_font *font, bool bold)
{
	const struct {
		unsigned	 id;
		const char	*text;
	} names[] = {
		{ 0, font->copyright }, { 1, WEB_FONT_FAMILY },
		{ 2, bold ? "Bold" : "Regular" },
		{ 4, bold ? WEB_FONT_FAMILY " Bold" : WEB_FONT_FAMILY },
		{ 6, bold ? "BifolioText-Bold" : "BifolioText-Regular" },
		{ 14, font->licence_url },
	};
	const size_t count = sizeof(names) / sizeof(names[0]);
	struct table t = { HB_TAG('n', 'a', 'm', 'e'), NULL, 0, 0, NULL, 0 };
	struct buf head, text;
	size_t before;
	unsigned used;

	used = 0;
	for (size_t i = 0; i < count; i++)
		used += names[i].text != NULL;
	buf_init(&head);
	buf_init(&text);
	put16(&head, 0);
	put16(&head, used);
	put16(&head, 6 + 12 * used);
	for (size_t i = 0; i < count; i++) {
		if (names[i].text == NULL)
			continue;
		before = text.len;
		put_utf16(&text, names[i].text);
		put16(&head, 3);	/* Windows, */
		put16(&head, 1);	/* Unicode, */
		put16(&head, 0x409);	/* English */
		put16(&head, names[i].id);
		put16(&head, (unsigned)(text.len - before));
		put16(&head, (unsigned)before);
	}
	buf_put(&head, text.data, text.len);
	buf_release(&text);
	t.bytes = taken(a, &head, &t.len);
	return t;
}

static hb_face_t *
subset(const struct cut *cut, hb_face_t *face, const uint32_t *characters,
    size_t count)
{
	static const hb_tag_t features[] = {
		HB_TAG('k', 'e', 'r', 'n'), HB_TAG('m', 'a', 'r', 'k'),
		HB_TAG('m', 'k', 'm', 'k'), HB_TAG('c', 'c', 'm', 'p'),
		HB_TAG('l', 'o', 'c', 'l'), HB_TAG('i', 'n', 'i', 't'),
		HB_TAG('m', 'e', 'd', 'i'), HB_TAG('f', 'i', 'n', 'a'),
		HB_TAG('i', 's', 'o', 'l'), HB_TAG('r', 'l', 'i', 'g'),
	};
	hb_subset_input_t *input;
	hb_face_t *result;
	hb_blob_t *blob;
	hb_set_t *set;

	input = hb_subset_input_create_or_fail();
	if (input == NULL)
		mem_exhausted();
	hb_subset_input_set_flags(input, HB_SUBSET_FLAGS_NO_HINTING);
	set = hb_subset_input_unicode_set(input);
	for (size_t i = 0; i < count; i++)
		hb_set_add(set, characters[i]);
	set = hb_subset_input_set(input, HB_SUBSET_SETS_LAYOUT_FEATURE_TAG);
	hb_set_clear(set);
	for (size_t i = 0; i < sizeof(features) / sizeof(features[0]); i++)
		hb_set_add(set, features[i]);
	/* A name table is written below; the rest is of no use in browsers. */
	set = hb_subset_input_set(input, HB_SUBSET_SETS_DROP_TABLE_TAG);
	hb_set_add(set, HB_TAG('n', 'a', 'm', 'e'));
	hb_set_add(set, HB_TAG('F', 'F', 'T', 'M'));
	hb_set_add(set, HB_TAG('D', 'S', 'I', 'G'));
	hb_set_add(set, HB_TAG('g', 'a', 's', 'p'));
	hb_set_add(set, HB_TAG('m', 'e', 't', 'a'));
	result = hb_subset_or_fail(face, input);
	hb_subset_input_destroy(input);
	if (result == NULL) {
		diag_say_class(cut->dl, DIAG_SYSTEM, (struct span){ cut->path,
		    0, 0 }, NULL, SAY_WEB_FONT_SUBSET);
		return NULL;
	}
	/* Only a face made from a blob can list its tables. */
	blob = hb_face_reference_blob(result);
	hb_face_destroy(result);
	result = hb_face_create(blob, 0);
	hb_blob_destroy(blob);
	return result;
}

static int
compare_tags(const void *a, const void *b)
{
	const struct table *x = a, *y = b;

	return x->tag < y->tag ? -1 : x->tag > y->tag;
}

/* Copies the tables of "face", adds "names", sorts them by tag. */
static bool
take_tables(struct cut *cut, hb_face_t *face, struct table names)
{
	hb_tag_t tags[TABLES_MAX];
	struct table *t;
	hb_blob_t *blob;
	const char *bytes;
	unsigned count, len;

	count = TABLES_MAX;
	if (hb_face_get_table_tags(face, 0, &count, tags) >= TABLES_MAX) {
		diag_say_class(cut->dl, DIAG_SYSTEM, (struct span){ cut->path,
		    0, 0 }, NULL, SAY_WEB_FONT_SUBSET);
		return false;
	}
	cut->tables[cut->count++] = names;
	for (unsigned i = 0; i < count; i++) {
		if (tags[i] == names.tag)
			continue;
		t = &cut->tables[cut->count++];
		t->tag = tags[i];
		blob = hb_face_reference_table(face, tags[i]);
		bytes = hb_blob_get_data(blob, &len);
		t->len = len;
		t->bytes = memcpy(arena_alloc(cut->arena, len + 4u), bytes,
		    len);
		hb_blob_destroy(blob);
	}
	qsort(cut->tables, cut->count, sizeof(cut->tables[0]), compare_tags);
	return true;
}

/* The first four bytes of the font as a file. */
static uint32_t
flavour(const struct cut *cut)
{
	for (unsigned i = 0; i < cut->count; i++) {
		if (cut->tables[i].tag == HB_TAG('g', 'l', 'y', 'f'))
			return 0x00010000;
	}
	return HB_TAG('O', 'T', 'T', 'O');
}

/* The sum over the font as an sfnt file, for "head" (OpenType 1.9, head). */
static void
set_adjustment(struct cut *cut, struct table *head)
{
	struct buf sfnt;
	uint32_t sum, offset;
	unsigned shift;
	char *bytes;

	if (head->len < 12)
		return;
	bytes = memcpy(arena_alloc(cut->arena, head->len + 4), head->bytes,
	    head->len);
	memset(bytes + 8, 0, 4);
	head->bytes = bytes;
	for (unsigned i = 0; i < cut->count; i++)
		cut->tables[i].checksum = checksum(cut->tables[i].bytes,
		    cut->tables[i].len);
	for (shift = 0; 2u << shift <= cut->count; shift++)
		;
	buf_init(&sfnt);
	put32(&sfnt, flavour(cut));
	put16(&sfnt, cut->count);
	put16(&sfnt, 16u << shift);
	put16(&sfnt, shift);
	put16(&sfnt, 16 * cut->count - (16u << shift));
	offset = 12 + 16 * cut->count;
	sum = 0;
	for (unsigned i = 0; i < cut->count; i++) {
		put32(&sfnt, cut->tables[i].tag);
		put32(&sfnt, cut->tables[i].checksum);
		put32(&sfnt, offset);
		put32(&sfnt, (uint32_t)cut->tables[i].len);
		offset += (uint32_t)(cut->tables[i].len + 3) & ~3u;
		sum += cut->tables[i].checksum;
	}
	sum = 0xB1B0AFBAu - (sum + checksum(sfnt.data, sfnt.len));
	buf_release(&sfnt);
	for (int i = 0; i < 4; i++)
		bytes[8 + i] = (char)(sum >> (24 - 8 * i) & 0xff);
}

static const char *
woff(struct cut *cut, size_t *len)
{
	struct buf out;
	struct table *t;
	uint32_t sfnt_len, offset;

	sfnt_len = 12 + 16 * cut->count;
	offset = WOFF_HEADER + WOFF_ENTRY * cut->count;
	for (unsigned i = 0; i < cut->count; i++) {
		t = &cut->tables[i];
		sfnt_len += (uint32_t)(t->len + 3) & ~3u;
		t->packed = compress_zlib(cut->arena, t->bytes, t->len,
		    &t->packed_len);
		if (t->packed == NULL) {
			t->packed = t->bytes;
			t->packed_len = t->len;
		}
		offset += (uint32_t)(t->packed_len + 3) & ~3u;
	}
	buf_init(&out);
	put32(&out, HB_TAG('w', 'O', 'F', 'F'));
	put32(&out, flavour(cut));
	put32(&out, offset);
	put16(&out, cut->count);
	put16(&out, 0);
	put32(&out, sfnt_len);
	/* Version, then metadata and private data: none. */
	put16(&out, 1);
	for (int i = 0; i < 11; i++)
		put16(&out, 0);
	offset = WOFF_HEADER + WOFF_ENTRY * cut->count;
	for (unsigned i = 0; i < cut->count; i++) {
		t = &cut->tables[i];
		put32(&out, t->tag);
		put32(&out, offset);
		put32(&out, (uint32_t)t->packed_len);
		put32(&out, (uint32_t)t->len);
		put32(&out, t->checksum);
		offset += (uint32_t)(t->packed_len + 3) & ~3u;
	}
	for (unsigned i = 0; i < cut->count; i++) {
		buf_put(&out, cut->tables[i].packed, cut->tables[i].packed_len);
		align4(&out);
	}
	return taken(cut->arena, &out, len);
}

/*
 * OS/2 fsType (OpenType 1.9): may visitors' browsers install a part of the font
 * for as long as they show a page in which they write?
 */
static bool
may_be_served(hb_face_t *face)
{
	const unsigned char *bytes;
	unsigned len, type, licence;
	hb_blob_t *blob;

	type = 0;
	blob = hb_face_reference_table(face, HB_TAG('O', 'S', '/', '2'));
	bytes = (const unsigned char *)hb_blob_get_data(blob, &len);
	if (len >= OS2_TYPE + 2)
		type = (unsigned)bytes[OS2_TYPE] << 8 | bytes[OS2_TYPE + 1];
	hb_blob_destroy(blob);
	licence = type & TYPE_LICENCE_MASK;
	return (type & (TYPE_NO_SUBSETTING | TYPE_BITMAP_ONLY)) == 0 &&
	    (licence == 0 || (licence & TYPE_EDITABLE) != 0);
}

static hb_face_t *
open_face(struct cut *cut, unsigned index)
{
	enum file_status status;
	const char *bytes;
	hb_blob_t *blob;
	hb_face_t *face;
	size_t len;

	status = file_read_path(cut->arena, cut->path, FONT_BYTES_MAX, &bytes,
	    &len);
	if (status != FILE_READ) {
		diag_say_class(cut->dl, DIAG_SYSTEM, (struct span){ cut->path,
		    0, 0 }, NULL, SAY_FONT_UNREADABLE,
		    file_status_text(status));
		return NULL;
	}
	blob = hb_blob_create(bytes, (unsigned)len, HB_MEMORY_MODE_READONLY,
	    NULL, NULL);
	face = hb_face_create(blob, index);
	hb_blob_destroy(blob);
	if (!may_be_served(face)) {
		diag_say_class(cut->dl, DIAG_CONFIGURATION, (struct span){
		    cut->path, 0, 0 }, NULL, SAY_FONT_NOT_SERVABLE);
		hb_face_destroy(face);
		return NULL;
	}
	return face;
}

struct web_font
web_font_cut(struct arena *a, struct diag_list *dl, const char *path,
    unsigned index, bool bold, const uint32_t *characters, size_t count)
{
	struct web_font font = { NULL, 0, NULL, NULL, NULL };
	struct cut *cut;
	hb_face_t *face, *small;

	cut = ARENA_NEW(a, struct cut);
	cut->arena = a;
	cut->dl = dl;
	cut->path = path;
	face = open_face(cut, index);
	if (face == NULL)
		return font;
	font.copyright = font_name(a, face, HB_OT_NAME_ID_COPYRIGHT);
	font.licence = font_name(a, face, HB_OT_NAME_ID_LICENSE);
	font.licence_url = font_name(a, face, HB_OT_NAME_ID_LICENSE_URL);
	small = subset(cut, face, characters, count);
	hb_face_destroy(face);
	if (small == NULL)
		return font;
	if (take_tables(cut, small, new_names(a, &font, bold))) {
		for (unsigned i = 0; i < cut->count; i++) {
			if (cut->tables[i].tag == HB_TAG('h', 'e', 'a', 'd'))
				set_adjustment(cut, &cut->tables[i]);
		}
		font.bytes = woff(cut, &font.len);
	}
	hb_face_destroy(small);
	return font;
}
