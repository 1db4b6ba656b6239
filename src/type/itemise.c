/* SPDX-License-Identifier: MIT */
/*
 * Bidi levels, scripts, clusters and line break opportunities from ICU, and
 * from them the items.
 *
 * Invalid UTF-8 counts as U+FFFD, a byte at a time; text is checked when it is
 * read, so this is only a matter of not falling over.
 */
#include "type/itemise.h"

#include <string.h>
#include <unicode/ubidi.h>
#include <unicode/ubrk.h>
#include <unicode/uchar.h>
#include <unicode/uloc.h>
#include <unicode/unorm2.h>
#include <unicode/uscript.h>
#include <unicode/utext.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/str.h"
#include "base/utf8.h"
#include "base/vec.h"
#include "type/font.h"
#include "type/paragraph.h"

#define BRACKETS_MAX	32
#define CLUSTER_UNITS	64	/* longest cluster whose normal forms we try */
#define LOCALE_BYTES	64
#define SCRIPT(a, b, c, d)						\
	((uint32_t)(a) << 24 | (uint32_t)(b) << 16 |			\
	(uint32_t)(c) << 8 | (uint32_t)(d))
#define SCRIPT_COMMON	SCRIPT('Z', 'y', 'y', 'y')

struct bracket {
	uint32_t	close;
	uint32_t	script;
};

/* The state of the walk from cluster to cluster. */
struct walk {
	struct arena		*a;
	const struct type_text	*text;
	const uint8_t		*levels;	/* a byte; NULL: all base */
	struct type_items	*out;
	VEC(struct type_item)	 items;
	VEC(struct type_missing) missing;
	size_t			 span;
	bool			 open;		/* may the last item grow? */
	uint32_t		 script;
	struct bracket		 brackets[BRACKETS_MAX];
	size_t			 depth;
};

static void
icu_check(UErrorCode status)
{
	if (status == U_MEMORY_ALLOCATION_ERROR)
		mem_exhausted();
	if (U_FAILURE(status))
		BUG("ICU: %s", u_errorName(status));
}

/* As utf8_decode, but a byte that is not UTF-8 is U+FFFD and one long. */
static size_t
decode(const struct type_text *text, size_t at, uint32_t *c)
{
	size_t n;

	n = utf8_decode(text->bytes + at, text->len - at, c);
	if (n == 0) {
		*c = 0xFFFD;
		return 1;
	}
	return n;
}

static bool
is_newline(uint32_t c)
{
	return (c >= 0x0A && c <= 0x0D) || c == 0x85 || c == 0x2028 ||
	    c == 0x2029;
}

/* Characters that are a cluster by themselves whatever stands beside them,
 * CR LF aside; what most texts are made of. */
static bool
is_simple(uint32_t c)
{
	return (c < 0x300 && c != 0x0D) || (c >= 0x370 && c < 0x483) ||
	    (c >= 0x48A && c < 0x530) || (c >= 0x1E00 && c < 0x2000) ||
	    (c >= 0x2010 && c < 0x2028) || (c >= 0x2030 && c < 0x2060) ||
	    (c >= 0x20A0 && c < 0x20D0) || (c >= 0x2100 && c < 0x2C00);
}

/* May this character make the bidi algorithm do anything in a paragraph that
 * runs left to right? */
static bool
is_bidi(uint32_t c)
{
	return (c >= 0x590 && c < 0x900) || (c >= 0x200E && c <= 0x200F) ||
	    (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) ||
	    (c >= 0xFB1D && c < 0xFE00) || (c >= 0xFE70 && c < 0xFF00) ||
	    (c >= 0x10800 && c < 0x11000) || (c >= 0x1E800 && c < 0x1F000);
}

/* Marks where clusters begin by UAX 29. */
static void
mark_clusters(const struct type_text *text, uint8_t *marks)
{
	UText utext = UTEXT_INITIALIZER;
	UErrorCode status = U_ZERO_ERROR;
	UBreakIterator *iterator;
	int32_t at;

	iterator = ubrk_open(UBRK_CHARACTER, "", NULL, 0, &status);
	icu_check(status);
	utext_openUTF8(&utext, text->bytes, (int64_t)text->len, &status);
	ubrk_setUText(iterator, &utext, &status);
	icu_check(status);
	for (at = ubrk_first(iterator); at != UBRK_DONE;
	    at = ubrk_next(iterator))
		marks[at] |= MARK_CLUSTER;
	utext_close(&utext);
	ubrk_close(iterator);
}

static bool
same_language(const char *a, const char *b)
{
	if (a == NULL || b == NULL)
		return a == b;
	return a == b || str_equal_nocase(a, b);
}

/* Marks what UAX 14 allows after characters of spans in "lang". */
static void
mark_breaks_of(const struct type_text *text, const char *lang,
    uint8_t *marks)
{
	UText utext = UTEXT_INITIALIZER;
	UErrorCode status = U_ZERO_ERROR;
	char locale[LOCALE_BYTES];
	UBreakIterator *iterator;
	size_t span;
	int32_t at;

	if (lang == NULL || uloc_forLanguageTag(lang, locale, sizeof(locale),
	    NULL, &status) >= (int32_t)sizeof(locale) || U_FAILURE(status))
		locale[0] = '\0';
	status = U_ZERO_ERROR;
	iterator = ubrk_open(UBRK_LINE, locale, NULL, 0, &status);
	icu_check(status);
	utext_openUTF8(&utext, text->bytes, (int64_t)text->len, &status);
	ubrk_setUText(iterator, &utext, &status);
	icu_check(status);
	span = 0;
	ubrk_first(iterator);
	while ((at = ubrk_next(iterator)) != UBRK_DONE) {
		while (span + 1 < text->span_count &&
		    text->spans[span].end < (size_t)at)
			span++;
		if ((size_t)at < text->len &&
		    same_language(text->spans[span].style.lang, lang))
			marks[at] |= MARK_BREAK;
	}
	utext_close(&utext);
	ubrk_close(iterator);
}

static void
mark_breaks(struct arena *a, const struct type_text *text, uint8_t *marks)
{
	VEC(const char *) langs = { NULL, 0, 0 };

	for (size_t i = 0; i < text->span_count; i++) {
		const char *lang = text->spans[i].style.lang;
		size_t k = 0;

		if (i > 0 && same_language(lang,
		    text->spans[i - 1].style.lang))
			continue;
		while (k < langs.len && !same_language(lang, langs.items[k]))
			k++;
		if (k == langs.len) {
			*vec_push(a, &langs) = lang;
			mark_breaks_of(text, lang, marks);
		}
	}
}

/* May anything in the text have another level than its base? */
static bool
has_bidi(const struct type_text *text)
{
	size_t at, step;
	uint32_t c;

	for (at = 0; at < text->len; at += step) {
		step = decode(text, at, &c);
		if (is_bidi(c))
			return true;
	}
	return text->right_to_left;
}

const uint8_t *
itemise_levels(struct arena *a, const struct type_text *text)
{
	UErrorCode status = U_ZERO_ERROR;
	const UBiDiLevel *found;
	uint8_t *levels;
	UChar *units;
	UBiDi *bidi;
	size_t at, step, count;
	uint32_t c;

	if (!has_bidi(text))
		return NULL;
	units = ARENA_ARRAY(a, UChar, text->len);
	count = 0;
	for (at = 0; at < text->len; at += step) {
		step = decode(text, at, &c);
		U16_APPEND_UNSAFE(units, count, c);
	}
	bidi = ubidi_openSized((int32_t)count, 0, &status);
	icu_check(status);
	ubidi_setPara(bidi, units, (int32_t)count,
	    text->right_to_left ? 1 : 0, NULL, &status);
	icu_check(status);
	found = ubidi_getLevels(bidi, &status);
	icu_check(status);
	levels = ARENA_ARRAY(a, uint8_t, text->len);
	count = 0;
	for (at = 0; at < text->len; at += step) {
		step = decode(text, at, &c);
		memset(levels + at, found[count], step);
		count += U16_LENGTH(c);
	}
	ubidi_close(bidi);
	return levels;
}

static bool
is_ignorable(uint32_t c)
{
	/* The tables are only asked where there is something to find. */
	return c == 0xAD || (c >= 0x300 && u_hasBinaryProperty((UChar32)c,
	    UCHAR_DEFAULT_IGNORABLE_CODE_POINT));
}

/* Can the font show it, with what HarfBuzz makes of missing spaces? */
static bool
font_covers(const struct font *font, uint32_t c)
{
	if (font_has(font, c) || is_ignorable(c))
		return true;
	if (c == 0x2011)
		return font_has(font, 0x2010);
	return c >= 0x80 && u_charType((UChar32)c) == U_SPACE_SEPARATOR &&
	    font_has(font, ' ');
}

/* The code point at *at, which goes behind it. */
static uint32_t
take_codepoint(const UChar *units, int32_t *at, int32_t count)
{
	uint32_t c;

	c = units[(*at)++];
	if (c >= 0xD800 && c < 0xDC00 && *at < count)
		c = 0x10000 + ((c - 0xD800) << 10) + (units[(*at)++] - 0xDC00U);
	return c;
}

/* Can the font show what the character is made of?  A step at a time, as
 * HarfBuzz takes it apart: a letter with two marks may be a letter with one
 * that the font has, and the other. */
static bool
font_covers_parts(const struct font *font, uint32_t c)
{
	UErrorCode status = U_ZERO_ERROR;
	const UNormalizer2 *nfc;
	UChar parts[8];
	int32_t at, length;

	nfc = unorm2_getNFCInstance(&status);
	icu_check(status);
	while (!font_covers(font, c)) {
		length = unorm2_getRawDecomposition(nfc, (UChar32)c, parts, 8,
		    &status);
		if (length <= 0 || U_FAILURE(status))
			return false;
		at = 0;
		c = take_codepoint(parts, &at, length);
		if (at < length &&
		    !font_covers(font, take_codepoint(parts, &at, length)))
			return false;
	}
	return true;
}

static bool
font_covers_units(const struct font *font, const UChar *units, int32_t count)
{
	for (int32_t at = 0; at < count;) {
		if (!font_covers(font, take_codepoint(units, &at, count)))
			return false;
	}
	return true;
}

/* Can the font show the cluster composed or decomposed?  HarfBuzz tries both
 * too. */
static bool
font_covers_normalised(const struct font *font, const struct type_text *text,
    size_t start, size_t end)
{
	UChar units[CLUSTER_UNITS], form[CLUSTER_UNITS * 4];
	UErrorCode status = U_ZERO_ERROR;
	const UNormalizer2 *nfc, *nfd;
	int32_t count, length;
	size_t at, step;
	uint32_t c;

	count = 0;
	for (at = start; at < end; at += step) {
		if (count + 2 > CLUSTER_UNITS)
			return false;
		step = decode(text, at, &c);
		U16_APPEND_UNSAFE(units, count, c);
	}
	nfc = unorm2_getNFCInstance(&status);
	nfd = unorm2_getNFDInstance(&status);
	icu_check(status);
	length = unorm2_normalize(nfc, units, count, form,
	    CLUSTER_UNITS * 4, &status);
	if (U_SUCCESS(status) && font_covers_units(font, form, length))
		return true;
	status = U_ZERO_ERROR;
	length = unorm2_normalize(nfd, units, count, form,
	    CLUSTER_UNITS * 4, &status);
	return U_SUCCESS(status) && font_covers_units(font, form, length);
}

static bool
font_covers_cluster(const struct font *font, const struct type_text *text,
    size_t start, size_t end)
{
	size_t at, step;
	uint32_t c;

	for (at = start; at < end; at += step) {
		step = decode(text, at, &c);
		if (!font_covers(font, c) && !font_covers_parts(font, c))
			break;
	}
	if (at >= end)
		return true;
	return end - start > 1 &&
	    font_covers_normalised(font, text, start, end);
}

/* The font for a cluster of the current span, or NULL. */
static const struct font *
choose_font(const struct walk *w, size_t start, size_t end, uint32_t first)
{
	const struct type_style *style = &w->text->spans[w->span].style;
	const struct font *last;

	/* Spaces and invisible characters stay with what they follow. */
	if (w->open && (first == ' ' || is_ignorable(first))) {
		last = w->items.items[w->items.len - 1].font;
		for (size_t i = 0; i < style->font_count; i++) {
			if (style->fonts[i] == last &&
			    font_covers_cluster(last, w->text, start, end))
				return last;
		}
	}
	for (size_t i = 0; i < style->font_count; i++) {
		if (font_covers_cluster(style->fonts[i], w->text, start, end))
			return style->fonts[i];
	}
	return NULL;
}

/* The script that a character brings along; SCRIPT_COMMON if it takes that of
 * its neighbours. */
static uint32_t
own_script(uint32_t c)
{
	UErrorCode status = U_ZERO_ERROR;
	UScriptCode code;
	const char *name;

	if (c < 0x80) {
		return (c | 0x20) >= 'a' && (c | 0x20) <= 'z' ?
		    SCRIPT('L', 'a', 't', 'n') : SCRIPT_COMMON;
	}
	code = uscript_getScript((UChar32)c, &status);
	if (U_FAILURE(status) || code == USCRIPT_COMMON ||
	    code == USCRIPT_INHERITED || code == USCRIPT_UNKNOWN)
		return SCRIPT_COMMON;
	name = uscript_getShortName(code);
	return SCRIPT((unsigned char)name[0], (unsigned char)name[1],
	    (unsigned char)name[2], (unsigned char)name[3]);
}

/* The script of a cluster that begins with "c": its own, else that of its
 * opening bracket, else that of what stands before (UAX 24, 5.1 and 5.2). */
static uint32_t
resolve_script(struct walk *w, uint32_t c)
{
	uint32_t script;
	int kind;
	size_t i;

	script = own_script(c);
	if (script != SCRIPT_COMMON) {
		w->script = script;
		return script;
	}
	if (c < 0x80 && strchr("()[]{}", (int)c) == NULL)
		return w->script;
	kind = u_getIntPropertyValue((UChar32)c,
	    UCHAR_BIDI_PAIRED_BRACKET_TYPE);
	if (kind == U_BPT_OPEN && w->depth < BRACKETS_MAX) {
		w->brackets[w->depth].close =
		    (uint32_t)u_getBidiPairedBracket((UChar32)c);
		w->brackets[w->depth++].script = w->script;
	} else if (kind == U_BPT_CLOSE) {
		for (i = w->depth; i > 0; i--) {
			if (w->brackets[i - 1].close != c)
				continue;
			w->depth = i - 1;
			w->script = w->brackets[i - 1].script;
			break;
		}
	}
	return w->script;
}

/* Characters without a script at the start take the first that comes. */
static void
settle_script(struct walk *w, uint32_t script)
{
	size_t i;

	if (script == SCRIPT_COMMON)
		return;
	for (i = w->items.len; i > 0 &&
	    w->items.items[i - 1].script == SCRIPT_COMMON; i--)
		w->items.items[i - 1].script = script;
	for (i = 0; i < w->depth; i++) {
		if (w->brackets[i].script == SCRIPT_COMMON)
			w->brackets[i].script = script;
	}
}

static void
add_missing(struct walk *w, size_t at, uint32_t c)
{
	struct type_missing *missing;

	missing = vec_push(w->a, &w->missing);
	missing->at = at;
	missing->span = w->span;
	missing->codepoint = c;
	w->open = false;
}

/* Adds a stretch that begins with "first"; false if no font has all of it. */
static bool
add_stretch(struct walk *w, size_t start, size_t end, uint32_t first)
{
	const struct type_style *style = &w->text->spans[w->span].style;
	const struct font *font;
	struct type_item *item;
	uint32_t script;
	uint8_t level;

	level = w->levels != NULL ? w->levels[start] : w->out->base_level;
	if (w->open && w->items.items[w->items.len - 1].level != level) {
		/* What has no script of its own at a turn of direction
		 * belongs to what follows. */
		w->open = false;
		w->script = SCRIPT_COMMON;
	}
	font = choose_font(w, start, end, first);
	if (font == NULL)
		return false;
	script = resolve_script(w, first);
	settle_script(w, script);
	if (w->open) {
		item = &w->items.items[w->items.len - 1];
		if (item->font == font && item->script == script &&
		    item->level == level && item->size == style->size &&
		    item->tabular == style->tabular &&
		    same_language(item->lang, style->lang)) {
			item->end = end;
			return true;
		}
	}
	item = vec_push(w->a, &w->items);
	item->start = start;
	item->end = end;
	item->font = font;
	item->size = style->size;
	item->lang = style->lang;
	item->script = script;
	item->level = level;
	item->tabular = style->tabular;
	w->open = true;
	return true;
}

/* Adds a cluster, in parts if no font has its base and its marks. */
static void
add_cluster(struct walk *w, size_t start, size_t end, uint32_t first)
{
	size_t at, step;
	uint32_t c;

	if (add_stretch(w, start, end, first))
		return;
	for (at = start; at < end; at += step) {
		step = decode(w->text, at, &c);
		if (!add_stretch(w, at, at + step, c))
			add_missing(w, at, c);
	}
}

static void
walk_clusters(struct walk *w)
{
	const struct type_text *text = w->text;
	uint8_t *marks = w->out->marks;
	size_t start, end;
	uint32_t c;

	for (start = 0; start < text->len; start = end) {
		end = start + decode(text, start, &c);
		while (end < text->len && (marks[end] & MARK_CLUSTER) == 0)
			end++;
		while (w->span + 1 < text->span_count &&
		    text->spans[w->span].end <= start)
			w->span++;
		if (is_newline(c)) {
			marks[start] |= MARK_NEWLINE;
			w->open = false;
			w->depth = 0;
			continue;
		}
		add_cluster(w, start, end, c);
	}
}

void
itemise(struct arena *a, const struct type_text *text,
    struct type_items *items)
{
	struct walk w;
	bool simple;
	size_t at, step;
	uint32_t c;

	if (text->len > INT32_MAX / 2)
		BUG("a paragraph of %zu bytes", text->len);
	memset(items, 0, sizeof(*items));
	items->marks = ARENA_ARRAY(a, uint8_t, text->len + 1);
	items->base_level = text->right_to_left ? 1 : 0;
	if (text->len == 0)
		return;
	if (text->span_count == 0)
		BUG("text without a span");

	simple = true;
	for (at = 0; at < text->len; at += step) {
		step = decode(text, at, &c);
		simple = simple && is_simple(c);
		items->marks[at] |= MARK_CLUSTER;
	}
	items->marks[text->len] |= MARK_CLUSTER;
	if (!simple) {
		memset(items->marks, 0, text->len + 1);
		mark_clusters(text, items->marks);
	}
	mark_breaks(a, text, items->marks);

	memset(&w, 0, sizeof(w));
	w.a = a;
	w.text = text;
	w.out = items;
	w.script = SCRIPT_COMMON;
	w.levels = itemise_levels(a, text);
	walk_clusters(&w);
	items->items = w.items.items;
	items->count = w.items.len;
	items->missing = w.missing.items;
	items->missing_count = w.missing.len;
}

void
itemise_visual_order(const uint8_t *levels, size_t count, int *order)
{
	ubidi_reorderVisual(levels, (int32_t)count, order);
}

void
itemise_name(uint32_t codepoint, struct buf *out)
{
	UErrorCode status = U_ZERO_ERROR;
	char name[128];

	buf_printf(out, "U+%04X", (unsigned)codepoint);
	if (u_charName((UChar32)codepoint, U_EXTENDED_CHAR_NAME, name,
	    sizeof(name), &status) > 0 && U_SUCCESS(status))
		buf_printf(out, " %s", name);
}
