/* SPDX-License-Identifier: MIT */
/*
 * A font file through HarfBuzz: read whole into private memory, checked, then
 * frozen so that threads may share it.
 */
#include "type/font.h"

#include <hb-ot.h>
#include <hb.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/file.h"

#define FILE_CAP_BYTES	((size_t)32 * 1024 * 1024)
#define UPEM_MIN	16
#define UPEM_MAX	16384

/* Offsets into tables (OpenType 1.9: head, OS/2). */
#define HEAD_BYTES		54
#define HEAD_UNITS_PER_EM	18
#define OS2_BYTES		64
#define OS2_WEIGHT_CLASS	4
#define OS2_TYPE		8
#define OS2_SELECTION		62

#define TYPE_LICENCE_MASK	0x000E
#define TYPE_PREVIEW_PRINT	0x0004
#define TYPE_EDITABLE		0x0008
#define TYPE_NO_SUBSETTING	0x0100
#define TYPE_BITMAP_ONLY	0x0200
#define SELECTION_ITALIC	0x0001
#define SELECTION_OBLIQUE	0x0200

struct font {
	struct arena	*a;
	const char	*path, *bytes;
	size_t		 len;
	hb_face_t	*face;
	hb_font_t	*shaping;
	const char	*family, *style, *postscript_name;
	unsigned	 index, upem, weight, embedding;
	bool		 cff, slanted, variable;
	int		 ascent, descent, cap_height, x_height;
};

/* The 16 bits at "offset" of a table; 0 if it is shorter than "least". */
static unsigned
table_u16(hb_face_t *face, hb_tag_t tag, unsigned least, unsigned offset)
{
	const unsigned char *bytes;
	unsigned length, value;
	hb_blob_t *blob;

	value = 0;
	blob = hb_face_reference_table(face, tag);
	bytes = (const unsigned char *)hb_blob_get_data(blob, &length);
	if (bytes != NULL && length >= least && offset + 2 <= length)
		value = (unsigned)bytes[offset] << 8 | bytes[offset + 1];
	hb_blob_destroy(blob);
	return value;
}

static bool
has_table(hb_face_t *face, hb_tag_t tag)
{
	hb_blob_t *blob;
	bool has;

	blob = hb_face_reference_table(face, tag);
	has = hb_blob_get_length(blob) > 0;
	hb_blob_destroy(blob);
	return has;
}

/* The name "id" in English, else in the first language that has it; "" if
 * there is none. */
static const char *
face_name(struct arena *a, hb_face_t *face, hb_ot_name_id_t id)
{
	const hb_ot_name_entry_t *entries;
	hb_language_t language;
	unsigned count, size;
	char *name;

	language = hb_language_from_string("en", -1);
	size = hb_ot_name_get_utf8(face, id, language, NULL, NULL);
	if (size == 0) {
		entries = hb_ot_name_list_names(face, &count);
		for (unsigned i = 0; i < count && size == 0; i++) {
			if (entries[i].name_id != id)
				continue;
			language = entries[i].language;
			size = hb_ot_name_get_utf8(face, id, language, NULL,
			    NULL);
		}
	}
	if (size == 0)
		return "";
	name = arena_alloc(a, (size_t)size + 1);
	size++;
	hb_ot_name_get_utf8(face, id, language, &size, name);
	return name;
}

/* The typographic name if there is one, else the old one of four styles. */
static const char *
face_name_of(struct arena *a, hb_face_t *face, hb_ot_name_id_t typographic,
    hb_ot_name_id_t old)
{
	const char *name;

	name = face_name(a, face, typographic);
	return name[0] != '\0' ? name : face_name(a, face, old);
}

static int
metric(hb_font_t *font, hb_ot_metrics_tag_t tag)
{
	hb_position_t units;

	units = 0;
	hb_ot_metrics_get_position_with_fallback(font, tag, &units);
	return units;
}

/* Is it a face that can be shaped, subset and embedded?  Else says why not. */
static bool
face_is_usable(hb_face_t *face, const char *path, struct buf *why)
{
	unsigned upem;

	if (!has_table(face, HB_TAG('c', 'm', 'a', 'p')) ||
	    !has_table(face, HB_TAG('h', 'm', 't', 'x')) ||
	    !(has_table(face, HB_TAG('g', 'l', 'y', 'f')) ||
	    has_table(face, HB_TAG('C', 'F', 'F', ' '))) ||
	    hb_face_get_glyph_count(face) == 0) {
		buf_printf(why, "\"%s\" is not a TrueType or OpenType font",
		    path);
		return false;
	}
	/* hb_face_get_upem makes up 1000 for a broken table. */
	upem = table_u16(face, HB_TAG('h', 'e', 'a', 'd'), HEAD_BYTES,
	    HEAD_UNITS_PER_EM);
	if (upem < UPEM_MIN || upem > UPEM_MAX) {
		buf_printf(why, "\"%s\" has %u units per em; fonts have "
		    "%d to %d", path, upem, UPEM_MIN, UPEM_MAX);
		return false;
	}
	return true;
}

static void
font_describe(struct font *f)
{
	const hb_tag_t os2 = HB_TAG('O', 'S', '/', '2');
	unsigned selection;

	f->upem = hb_face_get_upem(f->face);
	f->cff = has_table(f->face, HB_TAG('C', 'F', 'F', ' '));
	f->variable = hb_ot_var_has_data(f->face);
	f->embedding = table_u16(f->face, os2, OS2_BYTES, OS2_TYPE);
	f->weight = table_u16(f->face, os2, OS2_BYTES, OS2_WEIGHT_CLASS);
	if (f->weight == 0)
		f->weight = 400;
	selection = table_u16(f->face, os2, OS2_BYTES, OS2_SELECTION);
	f->slanted = (selection & (SELECTION_ITALIC | SELECTION_OBLIQUE)) != 0;
	f->family = face_name_of(f->a, f->face,
	    HB_OT_NAME_ID_TYPOGRAPHIC_FAMILY, HB_OT_NAME_ID_FONT_FAMILY);
	f->style = face_name_of(f->a, f->face,
	    HB_OT_NAME_ID_TYPOGRAPHIC_SUBFAMILY, HB_OT_NAME_ID_FONT_SUBFAMILY);
	f->postscript_name = face_name(f->a, f->face,
	    HB_OT_NAME_ID_POSTSCRIPT_NAME);
	f->ascent = metric(f->shaping, HB_OT_METRICS_TAG_HORIZONTAL_ASCENDER);
	/* HarfBuzz has what is below the line as negative. */
	f->descent = -metric(f->shaping,
	    HB_OT_METRICS_TAG_HORIZONTAL_DESCENDER);
	f->cap_height = metric(f->shaping, HB_OT_METRICS_TAG_CAP_HEIGHT);
	f->x_height = metric(f->shaping, HB_OT_METRICS_TAG_X_HEIGHT);
}

/* Makes the face and the font of f->bytes. */
static bool
font_open_face(struct font *f, unsigned index, struct buf *why)
{
	unsigned upem;
	hb_blob_t *blob;

	blob = hb_blob_create(f->bytes, (unsigned)f->len,
	    HB_MEMORY_MODE_READONLY, NULL, NULL);
	if (index != 0 && index >= hb_face_count(blob)) {
		hb_blob_destroy(blob);
		buf_printf(why, "\"%s\" has no face number %u", f->path, index);
		return false;
	}
	f->face = hb_face_create(blob, index);
	hb_blob_destroy(blob);
	if (!face_is_usable(f->face, f->path, why))
		return false;
	hb_face_make_immutable(f->face);
	f->shaping = hb_font_create(f->face);
	upem = hb_face_get_upem(f->face);
	hb_font_set_scale(f->shaping, (int)upem, (int)upem);
	hb_font_make_immutable(f->shaping);
	return true;
}

struct font *
font_load(const char *path, unsigned index, struct buf *why)
{
	enum file_status status;
	struct arena *a;
	struct font *f;

	a = arena_new();
	f = ARENA_NEW(a, struct font);
	f->a = a;
	f->path = arena_strdup(a, path);
	f->index = index;
	status = file_read_path(a, path, FILE_CAP_BYTES, &f->bytes, &f->len);
	if (status != FILE_READ) {
		buf_printf(why, "cannot read the font \"%s\": %s", path,
		    file_status_text(status));
		font_free(f);
		return NULL;
	}
	if (!font_open_face(f, index, why)) {
		font_free(f);
		return NULL;
	}
	font_describe(f);
	return f;
}

void
font_free(struct font *f)
{
	if (f == NULL)
		return;
	hb_font_destroy(f->shaping);
	hb_face_destroy(f->face);
	arena_free(f->a);
}

const char *
font_path(const struct font *f)
{
	return f->path;
}

unsigned
font_index(const struct font *f)
{
	return f->index;
}

const char *
font_family(const struct font *f)
{
	return f->family;
}

const char *
font_style(const struct font *f)
{
	return f->style;
}

const char *
font_postscript_name(const struct font *f)
{
	return f->postscript_name;
}

unsigned
font_units_per_em(const struct font *f)
{
	return f->upem;
}

bool
font_is_cff(const struct font *f)
{
	return f->cff;
}

unsigned
font_weight(const struct font *f)
{
	return f->weight;
}

bool
font_is_slanted(const struct font *f)
{
	return f->slanted;
}

bool
font_is_variable(const struct font *f)
{
	return f->variable;
}

bool
font_may_embed(const struct font *f)
{
	unsigned licence;

	if ((f->embedding & (TYPE_BITMAP_ONLY | TYPE_NO_SUBSETTING)) != 0)
		return false;
	/* Of several licence bits the least strict counts. */
	licence = f->embedding & TYPE_LICENCE_MASK;
	return licence == 0 ||
	    (licence & (TYPE_PREVIEW_PRINT | TYPE_EDITABLE)) != 0;
}

bool
font_has(const struct font *f, uint32_t codepoint)
{
	hb_codepoint_t glyph;

	return hb_font_get_nominal_glyph(f->shaping, codepoint, &glyph) != 0 &&
	    glyph != 0;
}

dim
font_ascent(const struct font *f, dim size)
{
	return dim_scale(size, f->ascent, f->upem);
}

dim
font_descent(const struct font *f, dim size)
{
	return dim_scale(size, f->descent, f->upem);
}

dim
font_cap_height(const struct font *f, dim size)
{
	return dim_scale(size, f->cap_height, f->upem);
}

dim
font_x_height(const struct font *f, dim size)
{
	return dim_scale(size, f->x_height, f->upem);
}

int
font_glyph_advance(const struct font *f, uint32_t glyph)
{
	return hb_font_get_glyph_h_advance(f->shaping, glyph);
}

const char *
font_bytes(const struct font *f, size_t *len)
{
	*len = f->len;
	return f->bytes;
}

struct hb_face_t *
font_face(const struct font *f)
{
	return f->face;
}

struct hb_font_t *
font_shaping(const struct font *f)
{
	return f->shaping;
}
