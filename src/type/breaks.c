/* SPDX-License-Identifier: MIT */
/*
 * Numbers with units, phone numbers and dates, found by looking at the words
 * on both sides of each space.
 */
#include "type/breaks.h"

#include <string.h>

#include "type/itemise.h"
#include "type/paragraph.h"

/* E.164: a number has at most 15 digits; the shortest we tie has five, in at
 * most six groups.  Longer rows of numbers are no phone numbers. */
#define PHONE_DIGITS_MIN	5
#define PHONE_DIGITS_MAX	15
#define PHONE_GROUPS_MAX	6

#define DASH_EN "\xE2\x80\x93"
#define DASH_EM "\xE2\x80\x94"

struct word {
	const char	*s;
	size_t		 len;
};

static const char *const units[] = {
	"%", "\xE2\x80\xB0", "\xC2\xB0", "\xC2\xB0""C", "\xC2\xB0""F",
	"\xE2\x84\x83", "\xE2\x84\x89", "am", "pm", "a.m.", "p.m.", "AM", "PM",
	"o'clock", "o\xE2\x80\x99""clock",
	"g", "kg", "mg", "mcg", "\xC2\xB5g", "\xCE\xBCg", "lb", "lbs", "oz",
	"st", "l", "L", "ml", "mL", "cl", "dl", "fl", "mm", "cm", "m", "km",
	"ft", "h", "min", "s", "kcal", "kJ", "IU", "mmol", "mmHg", "bpm",
	"pt", "\xC2\xB5l", "\xCE\xBCl", "nm", "dB", "kW", "Hz", "kHz", "ppm",
	"Uhr", "h.", "GB", "MB", "kB", "\xE2\x82\xAC", "\xC2\xA3", "$", "z\xC5\x82",
};

static const char *const months[] = {
	"January", "February", "March", "April", "May", "June", "July",
	"August", "September", "October", "November", "December",
	"Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sep", "Sept", "Oct",
	"Nov", "Dec",
};

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool
is_listed(struct word w, const char *const *list, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		if (strlen(list[i]) == w.len &&
		    memcmp(list[i], w.s, w.len) == 0)
			return true;
	}
	return false;
}

/* Without the brackets and stops that may stand around a word in a sentence;
 * stops inside an abbreviation stay. */
static struct word
bare(struct word w)
{
	while (w.len > 0 && strchr("([\"'", w.s[0]) != NULL) {
		w.s++;
		w.len--;
	}
	while (w.len > 0 && strchr(",;:!?)]\"'.", w.s[w.len - 1]) != NULL)
		w.len--;
	return w;
}

static bool
is_unit(struct word w)
{
	const size_t count = sizeof(units) / sizeof(units[0]);
	struct word stop;

	/* "10 mg/day" */
	for (size_t i = 1; i < w.len; i++) {
		if (w.s[i] == '/')
			w.len = i;
	}
	/* "a.m." keeps its last stop, also before a comma. */
	stop = bare(w);
	if (is_listed(stop, units, count))
		return true;
	if (stop.len > 0 && stop.s + stop.len < w.s + w.len &&
	    stop.s[stop.len] == '.')
		stop.len++;
	return is_listed(stop, units, count);
}

static bool
is_month(struct word w)
{
	return is_listed(bare(w), months, sizeof(months) / sizeof(months[0]));
}

/* Digits only, "least" to "most" of them, with what stands around bared. */
static bool
is_digits(struct word w, size_t least, size_t most)
{
	w = bare(w);
	if (w.len < least || w.len > most)
		return false;
	for (size_t i = 0; i < w.len; i++) {
		if (!is_digit(w.s[i]))
			return false;
	}
	return true;
}

/* A day of a month, "23" or "23rd". */
static bool
is_day(struct word w)
{
	w = bare(w);
	if (w.len > 2 && !is_digit(w.s[w.len - 1]))
		w.len -= 2;
	return is_digits(w, 1, 2);
}

/* Ends with a number: "38.5", "10-15", "(2"; also in the figures of Arabic,
 * Persian, Hindi and Bengali. */
static bool
ends_in_number(struct word w)
{
	static const char *const zeros[] = {
		"\xD9\xA0", "\xDB\xB0", "\xE0\xA5\xA6", "\xE0\xA7\xA6",
	};
	size_t len;
	int digit;

	if (w.len > 0 && is_digit(w.s[w.len - 1]))
		return true;
	for (size_t i = 0; i < sizeof(zeros) / sizeof(zeros[0]); i++) {
		len = strlen(zeros[i]);
		if (w.len < len ||
		    memcmp(w.s + w.len - len, zeros[i], len - 1) != 0)
			continue;
		digit = (unsigned char)w.s[w.len - 1] -
		    (unsigned char)zeros[i][len - 1];
		if (digit >= 0 && digit < 10)
			return true;
	}
	return false;
}

/* Letters of any script, without figures and stops. */
static bool
is_letters(struct word w)
{
	for (size_t i = 0; i < w.len; i++) {
		if ((unsigned char)w.s[i] < 0x80 &&
		    ((w.s[i] | 0x20) < 'a' || (w.s[i] | 0x20) > 'z'))
			return false;
	}
	return w.len > 0;
}

static bool
word_is(struct word w, const char *s)
{
	return w.len == strlen(s) && memcmp(w.s, s, w.len) == 0;
}

static bool
word_starts(struct word w, const char *s)
{
	return w.len >= strlen(s) && memcmp(w.s, s, strlen(s)) == 0;
}

static bool
word_ends(struct word w, const char *s)
{
	size_t len = strlen(s);

	return w.len >= len && memcmp(w.s + w.len - len, s, len) == 0;
}

/* Is "lang" one of these languages, whatever its region? */
static bool
speaks(const char *lang, const char *const *languages, size_t count)
{
	size_t len;

	for (size_t i = 0; lang != NULL && i < count; i++) {
		len = strlen(languages[i]);
		if (strncmp(lang, languages[i], len) == 0 &&
		    (lang[len] == '\0' || lang[len] == '-'))
			return true;
	}
	return false;
}

/* The digits of a group of a phone number, such as "+44", "(0)20", "7946,"
 * as the last; 0 if it is none. */
static size_t
phone_digits(struct word w, bool last)
{
	size_t digits;

	if (last)
		w = bare(w);
	digits = 0;
	for (size_t i = 0; i < w.len; i++) {
		if (is_digit(w.s[i]))
			digits++;
		else if (w.s[i] != '(' && w.s[i] != ')' && w.s[i] != '-' &&
		    !(w.s[i] == '+' && digits == 0))
			return 0;
	}
	return digits;
}

/* The word that starts at "at"; words end at U+0020. */
static struct word
word_at(const struct type_text *text, size_t at)
{
	struct word w = { text->bytes + at, 0 };

	while (at + w.len < text->len && w.s[w.len] != ' ' &&
	    w.s[w.len] != '\n')
		w.len++;
	return w;
}

/* The place after a word and its single space; text->len if it is the last. */
static size_t
word_after(const struct type_text *text, size_t at, struct word w)
{
	at += w.len;
	if (at + 1 < text->len && text->bytes[at] == ' ')
		return at + 1;
	return text->len;
}

static void
keep(uint8_t *marks, size_t at)
{
	if ((marks[at] & MARK_BREAK) != 0) {
		marks[at] &= (uint8_t)~MARK_BREAK;
		marks[at] |= MARK_KEPT;
	}
}

/* Ties the groups of a phone number that starts at "at"; returns where to look
 * on: past all groups, tied or not, so that each is read once. */
static size_t
keep_phone(const struct type_text *text, uint8_t *marks, size_t at)
{
	size_t starts[PHONE_GROUPS_MAX], groups, digits, more, next;
	struct word w;

	groups = digits = 0;
	for (next = at; next < text->len; next = word_after(text, next, w)) {
		w = word_at(text, next);
		more = phone_digits(w, false);
		if (more == 0) {
			/* A stop or comma after it ends the number. */
			more = phone_digits(w, true);
			if (more == 0)
				break;
			if (groups < PHONE_GROUPS_MAX)
				starts[groups] = next;
			groups++;
			digits += more;
			next = word_after(text, next, w);
			break;
		}
		if (groups < PHONE_GROUPS_MAX)
			starts[groups] = next;
		groups++;
		digits += more;
	}
	if (groups > 1 && groups <= PHONE_GROUPS_MAX &&
	    digits >= PHONE_DIGITS_MIN && digits <= PHONE_DIGITS_MAX) {
		for (size_t i = 1; i < groups; i++)
			keep(marks, starts[i]);
	}
	return next;
}

/*
 * A date in any language: day, month, year, with "de" between them in Spanish
 * and Portuguese; "3 maja 2026", "3. Mai 2026".
 */
static void
keep_date(const struct type_text *text, uint8_t *marks, size_t at)
{
	size_t starts[5];
	struct word w;
	bool of;

	w = word_at(text, at);
	if (!is_digits(w, 1, 2) || w.len > 3)
		return;
	of = false;
	for (size_t i = 0; i < 5; i++) {
		at = word_after(text, at, w);
		if (at >= text->len)
			return;
		starts[i] = at;
		w = word_at(text, at);
		if (i == 0)
			of = word_is(w, "de");
		if (i == (of ? 3 : 1)) {
			if (!is_digits(w, 4, 4))
				return;
			for (size_t k = 0; k <= i; k++)
				keep(marks, starts[k]);
			return;
		}
		if (!is_letters(w) || (i == 2 && !word_is(w, "de")))
			return;
	}
}

/* The break between "word" and "after", which begins at "next", by the customs
 * of the language. */
static void
keep_custom(const char *lang, struct word word, struct word after,
    uint8_t *marks, size_t next)
{
	static const char *const short_words[] = { "pl", "cs", "sk" };
	static const char *const spaced_marks[] = { "fr" };
	struct word letter = word;

	/* A dash with spaces around it does not begin a line. */
	if (word_is(after, DASH_EN) || word_is(after, DASH_EM))
		keep(marks, next);
	if (speaks(lang, spaced_marks, 1) &&
	    (word_ends(word, "\xC2\xAB") || word_starts(after, "\xC2\xBB") ||
	    (after.len > 0 && strchr(":;!?", after.s[0]) != NULL)))
		keep(marks, next);
	if (letter.len > 0 && letter.s[0] == '(') {
		letter.s++;
		letter.len--;
	}
	if (letter.len == 1 && is_letters(letter) &&
	    speaks(lang, short_words, 3))
		keep(marks, next);
}

/* A dash without spaces ends a line, and does not begin the next; one that
 * opens a word stays with it. */
static void
keep_dashes(uint8_t *marks, size_t at, struct word w)
{
	if (w.len > 3 && (word_starts(w, DASH_EN) || word_starts(w, DASH_EM)))
		keep(marks, at + 3);
	for (size_t i = 1; i + 2 < w.len; i++) {
		if (memcmp(w.s + i, DASH_EN, 3) == 0 ||
		    memcmp(w.s + i, DASH_EM, 3) == 0)
			keep(marks, at + i);
	}
}

/* The language at byte "at"; *span never goes back. */
static const char *
language_at(const struct type_text *text, size_t at, size_t *span)
{
	while (*span + 1 < text->span_count && text->spans[*span].end <= at)
		++*span;
	return text->spans[*span].style.lang;
}

static void
keep_words(const struct type_text *text, uint8_t *marks)
{
	struct word word, after;
	size_t at, next, third, phone, span;

	phone = span = 0;
	for (at = 0; at < text->len; at = next) {
		word = word_at(text, at);
		next = word_after(text, at, word);
		keep_dashes(marks, at, word);
		if (at >= phone && phone_digits(word, true) > 0)
			phone = keep_phone(text, marks, at);
		if (next >= text->len) {
			/* The next line's words begin after its newline. */
			next = at + word.len + 1;
			continue;
		}
		after = word_at(text, next);
		keep_date(text, marks, at);
		keep_custom(language_at(text, at, &span), word, after, marks,
		    next);
		if (ends_in_number(word) && is_unit(after))
			keep(marks, next);
		if ((is_month(after) && is_day(word)) ||
		    (is_month(word) && is_digits(after, 1, 2))) {
			keep(marks, next);
			third = word_after(text, next, after);
			if (third < text->len &&
			    is_digits(word_at(text, third), 4, 4))
				keep(marks, third);
		}
	}
}

void
breaks_keep(const struct type_text *text, uint8_t *marks)
{
	size_t i, at;

	for (i = 0; i < text->span_count; i++) {
		const struct type_span *span = &text->spans[i];

		if (span->style.joined)
			keep(marks, span->start);
		if (!span->style.keep)
			continue;
		for (at = span->start + 1; at < span->end; at++)
			keep(marks, at);
	}
	keep_words(text, marks);
}

enum break_class
break_class_of(uint32_t c)
{
	if (c == ' ' || c == '\t')
		return BREAK_SPACE;
	if (c == 0xA0)
		return BREAK_TIED_SPACE;
	if ((c >= 0x0A && c <= 0x0D) || c == 0x85 || c == 0x2028 ||
	    c == 0x2029)
		return BREAK_NEWLINE;
	if (c == 0x1680 || (c >= 0x2000 && c <= 0x200A && c != 0x2007) ||
	    c == 0x205F || c == 0x3000)
		return BREAK_FIXED_SPACE;
	return BREAK_WORD;
}

bool
break_is_hyphen(uint32_t c)
{
	return c == '-' || c == '/' || c == 0x2010 || c == 0x2013 ||
	    c == 0x2014;
}
