/* SPDX-License-Identifier: MIT */
/*
 * Composite fonts with subsets cut by HarfBuzz.
 *
 * Codes are given in the order in which glyphs are first met, from 1; 0 is the
 * glyph for missing ones and never used.
 */
#include "pdf/font_file.h"

#include <hb-ot.h>
#include <hb-subset.h>
#include <hb.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/messages.h"
#include "base/str.h"
#include "base/utf8.h"
#include "base/vec.h"
#include "pdf/cff.h"
#include "pdf/deflate.h"
#include "pdf/obj.h"
#include "pdf/syntax.h"
#include "type/font.h"
#include "type/paragraph.h"

#define GLYPHS_MOST	65536
#define CODES_MOST	65535
/* Entries of one block of a CMap; Adobe Technical Note 5014. */
#define BLOCK_ENTRIES	100
/* Where the table "head" has xMin, yMin, xMax, yMax. */
#define HEAD_BOX	36

/* A glyph with the text it stands for. */
struct code {
	uint32_t	 glyph;
	const char	*text;
	uint32_t	 text_len;
	uint32_t	 next;		/* older one of the same glyph, + 1 */
	uint32_t	 code;
	int64_t		 width;		/* millionths of an em */
	bool		 private_use;	/* has characters without meaning */
};

struct font_use {
	const struct font	*font;
	unsigned		 number;
	bool			 cff;
	VEC(struct code)	 codes;
	uint32_t		*by_glyph;	/* first of codes, + 1 */
	/* After font_set_finish. */
	const char		*name;		/* "ABCDEF+Andika" */
	const char		*file;		/* deflated */
	size_t			 file_len, file_plain_len;
	const char		*to_unicode, *glyph_map;
	size_t			 to_unicode_len, glyph_map_len;
	const char		*widths;	/* the array of /W */
	int			 box[4];	/* thousandths of an em */
};

struct font_set {
	struct arena		*arena;
	VEC(struct font_use *)	 uses;
	struct font_use		*last;		/* asked for last */
};

struct font_set *
font_set_new(struct arena *a)
{
	struct font_set *set;

	set = ARENA_NEW(a, struct font_set);
	set->arena = a;
	return set;
}

static struct font_use *
use_find(const struct font_set *set, const struct font *font)
{
	size_t i;

	for (i = 0; i < set->uses.len; i++)
		if (set->uses.items[i]->font == font)
			return set->uses.items[i];
	return NULL;
}

static struct font_use *
use_new(struct font_set *set, const struct font *font)
{
	struct font_use *use;

	use = ARENA_NEW(set->arena, struct font_use);
	use->font = font;
	use->cff = font_is_cff(font);
	use->by_glyph = ARENA_ARRAY(set->arena, uint32_t, GLYPHS_MOST);
	*vec_push(set->arena, &set->uses) = use;
	use->number = (unsigned)set->uses.len;
	return use;
}

static uint32_t
code_find(const struct font_use *use, uint32_t glyph, const char *text,
    uint32_t len)
{
	const struct code *code;
	uint32_t at;

	for (at = use->by_glyph[glyph]; at != 0; at = code->next) {
		code = &use->codes.items[at - 1];
		if (code->text_len == len && memcmp(code->text, text, len) == 0)
			return at;
	}
	return 0;
}

/* The advance of a glyph in millionths of an em. */
static int64_t
glyph_width(const struct font *font, uint32_t glyph)
{
	return dim_scale(font_glyph_advance(font, glyph), 1000000,
	    (int64_t)font_units_per_em(font));
}

static bool
has_private_use(const char *text, size_t len)
{
	uint32_t codepoint;
	size_t used;

	for (; len > 0; text += used, len -= used) {
		used = utf8_decode(text, len, &codepoint);
		if (used == 0)
			return false;
		if ((codepoint >= 0xe000 && codepoint <= 0xf8ff) ||
		    codepoint >= 0xf0000)
			return true;
	}
	return false;
}

void
font_set_collect(struct font_set *set, const struct type_run *run)
{
	struct font_use *use;
	struct code *code;
	const char *text;
	uint32_t glyph, len;
	size_t i;

	use = set->last;
	if (use == NULL || use->font != run->font) {
		use = use_find(set, run->font);
		if (use == NULL)
			use = use_new(set, run->font);
		set->last = use;
	}
	for (i = 0; i < run->glyph_count; i++) {
		glyph = run->glyphs[i].id;
		if (glyph == 0 || glyph >= GLYPHS_MOST)
			BUG("glyph %u of %s in a run", (unsigned)glyph,
			    font_path(run->font));
		text = type_glyph_text(run, i, &len);
		if (code_find(use, glyph, text, len) != 0)
			continue;
		code = vec_push(set->arena, &use->codes);
		code->glyph = glyph;
		code->text = text;
		code->text_len = len;
		code->next = use->by_glyph[glyph];
		code->code = (uint32_t)use->codes.len;
		code->width = glyph_width(use->font, glyph);
		code->private_use = has_private_use(text, len);
		use->by_glyph[glyph] = (uint32_t)use->codes.len;
	}
}

/* What the subset keeps: the outlines and nothing that lays text out. */
static hb_subset_input_t *
subset_input(const struct font_use *use)
{
	static const hb_tag_t dropped[] = {
		HB_TAG('G', 'S', 'U', 'B'), HB_TAG('G', 'P', 'O', 'S'),
		HB_TAG('G', 'D', 'E', 'F'), HB_TAG('B', 'A', 'S', 'E'),
		HB_TAG('J', 'S', 'T', 'F'), HB_TAG('M', 'A', 'T', 'H'),
		HB_TAG('k', 'e', 'r', 'n'), HB_TAG('n', 'a', 'm', 'e'),
		HB_TAG('c', 'm', 'a', 'p'), HB_TAG('p', 'o', 's', 't'),
		HB_TAG('O', 'S', '/', '2'), HB_TAG('v', 'h', 'e', 'a'),
		HB_TAG('v', 'm', 't', 'x'), HB_TAG('V', 'O', 'R', 'G'),
		HB_TAG('D', 'S', 'I', 'G'), HB_TAG('g', 'a', 's', 'p')
	};
	hb_subset_input_t *input;
	hb_set_t *set;
	size_t i;

	input = hb_subset_input_create_or_fail();
	if (input == NULL)
		mem_exhausted();
	hb_subset_input_set_flags(input, HB_SUBSET_FLAGS_NO_HINTING |
	    HB_SUBSET_FLAGS_NOTDEF_OUTLINE);
	set = hb_subset_input_set(input, HB_SUBSET_SETS_DROP_TABLE_TAG);
	for (i = 0; i < sizeof(dropped) / sizeof(dropped[0]); i++)
		hb_set_add(set, dropped[i]);
	/* Its own default drops tables of which none is wanted here either. */
	set = hb_subset_input_glyph_set(input);
	for (i = 0; i < use->codes.len; i++)
		hb_set_add(set, use->codes.items[i].glyph);
	if (!hb_set_allocation_successful(set))
		mem_exhausted();
	return input;
}

/* "[1[567.871 512.207]]": all codes from 1 on in one list; for CFF the codes
 * have gaps, so each has its own. */
static const char *
widths_make(struct arena *a, const struct font_use *use)
{
	const char *text;
	struct buf b;
	size_t i;

	buf_init(&b);
	buf_putc(&b, '[');
	if (!use->cff)
		buf_puts(&b, "1[");
	for (i = 0; i < use->codes.len; i++) {
		const struct code *code = &use->codes.items[i];

		if (use->cff) {
			if (code->next != 0)
				continue;
			syntax_int(&b, code->code);
			buf_putc(&b, '[');
		} else if (i > 0) {
			buf_putc(&b, ' ');
		}
		/* Thousandths of an em with three decimals. */
		syntax_milli(&b, code->width);
		if (use->cff)
			buf_putc(&b, ']');
	}
	if (!use->cff)
		buf_putc(&b, ']');
	buf_putc(&b, ']');
	text = arena_strndup(a, b.data, b.len);
	buf_release(&b);
	return text;
}

/* May /ToUnicode say this?  ISO 14289-1, 7.21.7: never 0, FEFF, FFFE. */
static bool
text_allowed(const char *text, size_t len)
{
	uint32_t codepoint;
	size_t used;

	while (len > 0) {
		used = utf8_decode(text, len, &codepoint);
		if (used == 0 || codepoint == 0 || codepoint == 0xfeff ||
		    codepoint == 0xfffe)
			return false;
		text += used;
		len -= used;
	}
	return true;
}

static void
unicode_entry(struct buf *b, const struct code *code)
{
	buf_putc(b, '<');
	syntax_hex4(b, code->code);
	buf_puts(b, "><");
	/* Glyphs behind the first of a cluster and marks of byte order stand
	 * for nothing that can be read: a space of no width. */
	if (code->text_len == 0 || !text_allowed(code->text, code->text_len))
		syntax_hex4(b, 0x200b);
	else
		syntax_utf16_hex(b, code->text, code->text_len);
	buf_puts(b, ">\n");
}

/* ISO 32000-1, 9.10.3. */
static void
unicode_map(struct buf *b, const struct font_use *use)
{
	size_t i, left, total, in_block;

	buf_puts(b, "/CIDInit/ProcSet findresource begin\n12 dict begin\n"
	    "begincmap\n/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)"
	    "/Supplement 0>>def\n/CMapName/Adobe-Identity-UCS def\n"
	    "/CMapType 2 def\n1 begincodespacerange\n<0000><FFFF>\n"
	    "endcodespacerange\n");
	total = 0;
	for (i = 0; i < use->codes.len; i++)
		if (!use->cff || use->codes.items[i].next == 0)
			total++;
	left = total;
	in_block = 0;
	for (i = 0; i < use->codes.len; i++) {
		if (use->cff && use->codes.items[i].next != 0)
			continue;
		if (in_block == 0) {
			in_block = left < BLOCK_ENTRIES ? left : BLOCK_ENTRIES;
			syntax_int(b, (int64_t)in_block);
			buf_puts(b, " beginbfchar\n");
		}
		unicode_entry(b, &use->codes.items[i]);
		left--;
		if (--in_block == 0)
			buf_puts(b, "endbfchar\n");
	}
	buf_puts(b, "endcmap\nCMapName currentdict/CMap defineresource pop\n"
	    "end\nend\n");
}

/* Two bytes a code: its glyph in the subset. */
static void
glyph_map(struct buf *b, const struct font_use *use, const hb_map_t *to_new)
{
	hb_codepoint_t glyph;
	size_t i;

	buf_put(b, "\0", 2);
	for (i = 0; i < use->codes.len; i++) {
		glyph = hb_map_get(to_new, use->codes.items[i].glyph);
		if (glyph == HB_MAP_VALUE_INVALID)
			BUG("the subset lost glyph %u",
			    (unsigned)use->codes.items[i].glyph);
		buf_putc(b, (char)(glyph >> 8));
		buf_putc(b, (char)(glyph & 0xff));
	}
}

/* Six capital letters that follow from the subset, 9.6.4. */
static const char *
subset_name(struct arena *a, const struct font_use *use, const char *bytes,
    size_t len)
{
	const char *from;
	char tag[7];
	struct buf b;
	uint64_t hash;
	int i;

	hash = str_hash(bytes, len);
	for (i = 0; i < 6; i++) {
		tag[i] = (char)('A' + hash % 26);
		hash /= 26;
	}
	tag[6] = '\0';
	buf_init(&b);
	buf_puts(&b, tag);
	buf_putc(&b, '+');
	from = font_postscript_name(use->font);
	/* What a name object could not hold as it is. */
	for (; from != NULL && *from != '\0' && b.len < 100; from++)
		if ((*from >= '0' && *from <= '9') ||
		    (*from >= 'A' && *from <= 'Z') ||
		    (*from >= 'a' && *from <= 'z') || *from == '-')
			buf_putc(&b, *from);
	if (b.len == 7)
		buf_puts(&b, "Font");
	from = arena_strndup(a, b.data, b.len);
	buf_release(&b);
	return from;
}

static int
signed16(const char *bytes)
{
	int n;

	n = (unsigned char)bytes[0] << 8 | (unsigned char)bytes[1];
	return n >= 0x8000 ? n - 0x10000 : n;
}

/* The box that holds every glyph, from the table "head" (xMin and so on);
 * false if there is none. */
static bool
box_read(struct font_use *use)
{
	const char *bytes;
	hb_blob_t *head;
	unsigned len;
	int i;

	head = hb_face_reference_table(font_face(use->font),
	    HB_TAG('h', 'e', 'a', 'd'));
	bytes = hb_blob_get_data(head, &len);
	for (i = 0; i < 4 && len >= HEAD_BOX + 8; i++)
		use->box[i] = (int)dim_scale(signed16(bytes + HEAD_BOX + 2 * i),
		    1000, (int64_t)font_units_per_em(use->font));
	hb_blob_destroy(head);
	return len >= HEAD_BOX + 8;
}

/* Gives each code the name by which a viewer finds its glyph in the subset's
 * CFF table; false if that is damaged. */
static bool
cff_codes(struct font_use *use, const hb_map_t *to_new, hb_face_t *subset)
{
	const char *bytes;
	hb_codepoint_t glyph;
	hb_blob_t *blob;
	uint16_t *cids;
	unsigned len;
	size_t count;
	bool whole;

	count = hb_face_get_glyph_count(subset);
	cids = mem_calloc(count + 1, sizeof(*cids));
	blob = hb_face_reference_table(subset, HB_TAG('C', 'F', 'F', ' '));
	bytes = hb_blob_get_data(blob, &len);
	whole = cff_cids(bytes, len, cids, count);
	for (size_t i = 0; whole && i < use->codes.len; i++) {
		glyph = hb_map_get(to_new, use->codes.items[i].glyph);
		whole = glyph < count;
		if (whole)
			use->codes.items[i].code = cids[glyph];
	}
	hb_blob_destroy(blob);
	free(cids);
	return whole;
}

/* Keeps the bytes that are embedded: the subset, for CFF its table alone. */
static bool
file_keep(struct arena *a, struct font_use *use, struct deflate *deflate,
    hb_face_t *subset)
{
	const char *bytes;
	hb_blob_t *blob;
	unsigned len;

	blob = use->cff ?
	    hb_face_reference_table(subset, HB_TAG('C', 'F', 'F', ' ')) :
	    hb_face_reference_blob(subset);
	bytes = hb_blob_get_data(blob, &len);
	if (len > 0) {
		use->name = subset_name(a, use, bytes, len);
		use->file = deflate_bytes(deflate, a, bytes, len,
		    &use->file_len);
		use->file_plain_len = len;
	}
	hb_blob_destroy(blob);
	return len > 0;
}

static bool
use_subset(struct font_set *set, struct font_use *use,
    struct deflate *deflate)
{
	hb_subset_input_t *input;
	hb_subset_plan_t *plan;
	const hb_map_t *to_new;
	hb_face_t *subset;
	struct buf b;
	bool done;

	input = subset_input(use);
	plan = hb_subset_plan_create_or_fail(font_face(use->font), input);
	subset = plan == NULL ? NULL : hb_subset_plan_execute_or_fail(plan);
	done = subset != NULL && file_keep(set->arena, use, deflate, subset);
	if (done) {
		to_new = hb_subset_plan_old_to_new_glyph_mapping(plan);
		buf_init(&b);
		if (use->cff) {
			done = cff_codes(use, to_new, subset);
		} else {
			glyph_map(&b, use, to_new);
			use->glyph_map = deflate_bytes(deflate, set->arena,
			    b.data, b.len, &use->glyph_map_len);
			buf_clear(&b);
		}
		unicode_map(&b, use);
		use->to_unicode = deflate_bytes(deflate, set->arena, b.data,
		    b.len, &use->to_unicode_len);
		buf_release(&b);
		use->widths = widths_make(set->arena, use);
		done = done && box_read(use);
	}
	hb_face_destroy(subset);
	if (plan != NULL)
		hb_subset_plan_destroy(plan);
	hb_subset_input_destroy(input);
	return done;
}

bool
font_set_finish(struct font_set *set, struct deflate *deflate,
    struct diag_list *dl)
{
	const struct span nowhere = { NULL, 0, 0 };
	struct font_use *use;
	bool fine;
	size_t i;

	fine = true;
	for (i = 0; i < set->uses.len; i++) {
		use = set->uses.items[i];
		if (!font_may_embed(use->font)) {
			diag_say_class(dl, DIAG_CONFIGURATION, nowhere, NULL,
			    SAY_FONT_NOT_EMBEDDABLE, font_path(use->font));
			fine = false;
		} else if (use->codes.len > CODES_MOST) {
			diag_say_class(dl, DIAG_CONTENT, nowhere, NULL,
			    SAY_FONT_TOO_FULL, CODES_MOST,
			    font_path(use->font));
			fine = false;
		} else if (!use_subset(set, use, deflate)) {
			diag_say_class(dl, DIAG_SYSTEM, nowhere, NULL,
			    SAY_FONT_DAMAGED, font_path(use->font));
			fine = false;
		}
	}
	return fine;
}

const struct font_use *
font_set_use(const struct font_set *set, const struct font *font)
{
	const struct font_use *use;

	use = use_find(set, font);
	if (use == NULL)
		BUG("font %s was not collected", font_path(font));
	return use;
}

unsigned
font_use_number(const struct font_use *use)
{
	return use->number;
}

struct font_code
font_use_code(const struct font_use *use, const struct type_run *run,
    size_t i)
{
	const struct code *code;
	struct font_code result;
	const char *text;
	uint32_t at, len, glyph;

	glyph = run->glyphs[i].id;
	text = type_glyph_text(run, i, &len);
	at = code_find(use, glyph, text, len);
	if (at == 0)
		BUG("glyph %u was not collected", (unsigned)glyph);
	code = &use->codes.items[at - 1];
	result.code = code->code;
	result.width = code->width;
	/* The oldest of a glyph's codes is the last in its chain; it is the one
	 * that a CFF font's /ToUnicode has.  What is private has to say so
	 * itself (ISO 19005-2, 6.2.11.7.3). */
	result.exact = (!use->cff || code->next == 0) && !code->private_use;
	return result;
}

/* ISO 32000-1, 9.8. */
static uint32_t
write_descriptor(const struct font_use *use, struct obj_file *file,
    uint32_t font_file)
{
	const struct font *font = use->font;
	struct buf b;
	uint32_t object;
	int i;

	buf_init(&b);
	buf_printf(&b, "/Type/FontDescriptor/FontName/%s/Flags 4/FontBBox[",
	    use->name);
	for (i = 0; i < 4; i++)
		buf_printf(&b, i == 0 ? "%d" : " %d", use->box[i]);
	buf_puts(&b, "]/ItalicAngle 0/Ascent ");
	/* At a size of 1000 points, points are thousandths of an em. */
	syntax_int(&b, font_ascent(font, 1000 * DIM_PT) / DIM_PT);
	buf_puts(&b, "/Descent ");
	syntax_int(&b, -font_descent(font, 1000 * DIM_PT) / DIM_PT);
	buf_puts(&b, "/CapHeight ");
	syntax_int(&b, font_cap_height(font, 1000 * DIM_PT) / DIM_PT);
	/* Stems are in no table; viewers use this only for substitutes. */
	buf_printf(&b, "/StemV %u/%s ", 10 + font_weight(font) / 5,
	    use->cff ? "FontFile3" : "FontFile2");
	syntax_ref(&b, font_file);
	object = obj_add(file, &b);
	buf_release(&b);
	return object;
}

/* The CIDFont, 9.7.4. */
static uint32_t
write_descendant(const struct font_use *use, struct obj_file *file)
{
	uint32_t font_file, map, descriptor, object;
	struct buf b;

	buf_init(&b);
	if (use->cff)
		buf_puts(&b, "/Subtype/CIDFontType0C/Filter/FlateDecode");
	else
		buf_printf(&b, "/Length1 %zu/Filter/FlateDecode",
		    use->file_plain_len);
	font_file = obj_add_stream(file, &b, use->file, use->file_len);
	descriptor = write_descriptor(use, file, font_file);
	map = 0;
	if (!use->cff) {
		buf_clear(&b);
		buf_puts(&b, "/Filter/FlateDecode");
		map = obj_add_stream(file, &b, use->glyph_map,
		    use->glyph_map_len);
	}
	buf_clear(&b);
	buf_printf(&b, "/Type/Font/Subtype/%s/BaseFont/%s/CIDSystemInfo"
	    "<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
	    "/FontDescriptor ", use->cff ? "CIDFontType0" : "CIDFontType2",
	    use->name);
	syntax_ref(&b, descriptor);
	buf_puts(&b, "/DW 0/W ");
	buf_puts(&b, use->widths);
	if (map != 0) {
		buf_puts(&b, "/CIDToGIDMap ");
		syntax_ref(&b, map);
	}
	object = obj_add(file, &b);
	buf_release(&b);
	return object;
}

void
font_set_write(const struct font_set *set, struct obj_file *file,
    struct buf *resources)
{
	const struct font_use *use;
	uint32_t descendant, to_unicode, object;
	struct buf b;
	size_t i;

	buf_init(&b);
	for (i = 0; i < set->uses.len; i++) {
		use = set->uses.items[i];
		descendant = write_descendant(use, file);
		buf_clear(&b);
		buf_puts(&b, "/Filter/FlateDecode");
		to_unicode = obj_add_stream(file, &b, use->to_unicode,
		    use->to_unicode_len);
		buf_clear(&b);
		buf_printf(&b, "/Type/Font/Subtype/Type0/BaseFont/%s%s"
		    "/Encoding/Identity-H/DescendantFonts[", use->name,
		    use->cff ? "-Identity-H" : "");
		syntax_ref(&b, descendant);
		buf_puts(&b, "]/ToUnicode ");
		syntax_ref(&b, to_unicode);
		object = obj_add(file, &b);
		buf_printf(resources, "/F%u %u 0 R", use->number,
		    (unsigned)object);
	}
	buf_release(&b);
}
