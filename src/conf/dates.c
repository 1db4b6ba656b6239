/* SPDX-License-Identifier: MIT */
/*
 * Languages and dates in their words.  Owner of ICU's headers in conf/.
 *
 * Comes in: a tag, a date as digits.  Goes out: words.  Knows no clock.
 */
#include "conf/guide.h"

#include <string.h>

#include <unicode/ucal.h>
#include <unicode/udat.h>
#include <unicode/uloc.h>
#include <unicode/ustring.h>

#include "base/arena.h"
#include "base/str.h"
#include "base/unicode.h"

/* The longest tag that RFC 5646 (2.1.1) recommends to be ready for is 35. */
#define TAG_BYTES 64
/* No name of a language is as long as this. */
#define NAME_UNITS 64

/* ICU's name of the language, "en_GB"; false if the tag is not well-formed. */
static bool
locale_of(const char *tag, char locale[TAG_BYTES])
{
	UErrorCode status;
	int32_t parsed;
	size_t len;

	len = strlen(tag);
	if (len < 2 || len >= TAG_BYTES)
		return false;
	status = U_ZERO_ERROR;
	uloc_forLanguageTag(tag, locale, TAG_BYTES, &parsed, &status);
	return U_SUCCESS(status) && status != U_STRING_NOT_TERMINATED_WARNING &&
	    (size_t)parsed == len;
}

/* Does the tag begin with a language that may exist?  Of three letters there are
 * more than ICU knows; of two it knows all, and of four to eight none was ever
 * registered (RFC 5646, 2.2.1). */
static bool
is_language_known(const char *tag)
{
	size_t len = strcspn(tag, "-");

	return len == 3 || (len == 2 && uloc_getISO3Language(tag)[0] != '\0');
}

const char *
conf_language_tag(struct arena *a, const char *tag)
{
	char locale[TAG_BYTES], usual[TAG_BYTES];
	UErrorCode status;

	/* ICU takes "_" too, and "und" for what it cannot name. */
	if (strchr(tag, '_') != NULL || !locale_of(tag, locale))
		return NULL;
	status = U_ZERO_ERROR;
	uloc_toLanguageTag(locale, usual, TAG_BYTES, true, &status);
	if (U_FAILURE(status) || status == U_STRING_NOT_TERMINATED_WARNING ||
	    str_starts(usual, "und") || !is_language_known(usual))
		return NULL;
	return arena_strdup(a, usual);
}

/* Is "name", which is folded, what the language is called in "words"? */
static bool
is_called(struct arena *a, const char *language, const char *words,
    const char *name)
{
	UChar called[NAME_UNITS];
	char utf8[NAME_UNITS * 3 + 1];
	UErrorCode status = U_ZERO_ERROR;

	uloc_getDisplayLanguage(language, words, called, NAME_UNITS, &status);
	if (U_FAILURE(status) || status == U_STRING_NOT_TERMINATED_WARNING)
		return false;
	u_strToUTF8(utf8, (int32_t)sizeof(utf8), NULL, called, -1, &status);
	return U_SUCCESS(status) && str_equal(unicode_fold(a, utf8), name);
}

const char *
conf_language_named(struct arena *a, const char *name)
{
	const char *const *languages = uloc_getISOLanguages();

	name = unicode_fold(a, name);
	for (size_t i = 0; languages[i] != NULL; i++) {
		if (is_called(a, languages[i], "en", name) ||
		    is_called(a, languages[i], languages[i], name))
			return arena_strdup(a, languages[i]);
	}
	return NULL;
}

const char *
conf_language_name(struct arena *a, const char *tag)
{
	UErrorCode status = U_ZERO_ERROR;
	UChar name[128];
	char utf8[512];

	uloc_getDisplayName(tag, tag, name, sizeof(name) / sizeof(name[0]),
	    &status);
	if (U_FAILURE(status))
		return tag;
	u_strToUTF8(utf8, sizeof(utf8), NULL, name, -1, &status);
	return U_FAILURE(status) ? tag : arena_strdup(a, utf8);
}

/* The day as ICU counts time, or false. */
static bool
day_of(const char *date, UDate *day)
{
	UCalendar *calendar;
	UErrorCode status;
	UChar zone[] = { 'U', 'T', 'C', 0 };
	int32_t year, month, mday;

	year = (date[0] - '0') * 1000 + (date[1] - '0') * 100 +
	    (date[2] - '0') * 10 + (date[3] - '0');
	month = (date[5] - '0') * 10 + (date[6] - '0');
	mday = (date[8] - '0') * 10 + (date[9] - '0');
	status = U_ZERO_ERROR;
	calendar = ucal_open(zone, -1, "en", UCAL_GREGORIAN, &status);
	if (U_FAILURE(status))
		return false;
	ucal_clear(calendar);
	ucal_setDateTime(calendar, year, month - 1, mday, 12, 0, 0, &status);
	*day = ucal_getMillis(calendar, &status);
	ucal_close(calendar);
	return U_SUCCESS(status);
}

const char *
conf_date_words(struct arena *a, const char *date, const char *lang)
{
	char locale[TAG_BYTES], utf8[256];
	UChar zone[] = { 'U', 'T', 'C', 0 }, words[128];
	UDateFormat *format;
	UErrorCode status;
	UDate day;

	if (date == NULL || !conf_date_valid(date) ||
	    !locale_of(lang, locale) || !day_of(date, &day))
		return NULL;
	/* The figures of the pages' numbers. */
	status = U_ZERO_ERROR;
	uloc_setKeywordValue("numbers", "latn", locale, TAG_BYTES, &status);
	if (U_FAILURE(status))
		return NULL;
	format = udat_open(UDAT_NONE, UDAT_LONG, locale, zone, -1, NULL, 0,
	    &status);
	if (U_FAILURE(status))
		return NULL;
	udat_format(format, day, words, 128, NULL, &status);
	udat_close(format);
	u_strToUTF8(utf8, (int32_t)sizeof(utf8), NULL, words, -1, &status);
	if (U_FAILURE(status) || status == U_STRING_NOT_TERMINATED_WARNING)
		return NULL;
	return arena_strdup(a, utf8);
}

bool
conf_right_to_left(const char *lang)
{
	char locale[TAG_BYTES];

	return locale_of(lang, locale) && uloc_isRightToLeft(locale);
}
