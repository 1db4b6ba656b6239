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
	"GB", "MB", "kB", "\xE2\x82\xAC", "\xC2\xA3", "$", "z\xC5\x82",
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

/* Ends with a number: "38.5", "10-15", "(2". */
static bool
ends_in_number(struct word w)
{
	return w.len > 0 && is_digit(w.s[w.len - 1]);
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

static void
keep_words(const struct type_text *text, uint8_t *marks)
{
	struct word word, after;
	size_t at, next, third, phone;

	phone = 0;
	for (at = 0; at < text->len; at = next) {
		word = word_at(text, at);
		next = word_after(text, at, word);
		if (at >= phone && phone_digits(word, true) > 0)
			phone = keep_phone(text, marks, at);
		if (next >= text->len) {
			/* The next line's words begin after its newline. */
			next = at + word.len + 1;
			continue;
		}
		after = word_at(text, next);
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
