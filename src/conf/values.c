/* SPDX-License-Identifier: MIT */
/*
 * The forms of values: what a date, an id, an address looks like.
 *
 * Comes in: text of one value.  Goes out: yes or no, by what keys.h says of
 * each type.
 */
#include "conf/keys.h"

#include <string.h>

#include "base/arena.h"
#include "base/str.h"

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool
is_lower(char c)
{
	return c >= 'a' && c <= 'z';
}

static bool
is_upper(char c)
{
	return c >= 'A' && c <= 'Z';
}

static bool
is_hex(char c)
{
	return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

/* Only bytes of "set" and, if "alnum", ASCII letters and digits. */
static bool
made_of(const char *s, bool alnum, const char *set)
{
	if (*s == '\0')
		return false;
	for (; *s != '\0'; s++) {
		if (alnum && (is_digit(*s) || is_lower(*s) || is_upper(*s)))
			continue;
		if (strchr(set, *s) == NULL)
			return false;
	}
	return true;
}

bool
keys_is_id(const char *name)
{
	size_t i;

	if (!is_lower(name[0]))
		return false;
	for (i = 0; name[i] != '\0'; i++) {
		if (!is_lower(name[i]) && !is_digit(name[i]) && name[i] != '-')
			return false;
	}
	return i <= 64;
}

static int
two_digits(const char *s)
{
	return (s[0] - '0') * 10 + (s[1] - '0');
}

bool
conf_date_valid(const char *date)
{
	static const char shape[] = "0000-00-00";
	static const int days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31,
	    30, 31 };
	int year, month, day, last;
	size_t i;

	for (i = 0; shape[i] != '\0'; i++) {
		if (shape[i] == '0' ? !is_digit(date[i]) : date[i] != '-')
			return false;
	}
	if (date[i] != '\0')
		return false;
	year = two_digits(date) * 100 + two_digits(date + 2);
	month = two_digits(date + 5);
	day = two_digits(date + 8);
	if (year < 1900 || month < 1 || month > 12)
		return false;
	last = days[month - 1];
	if (month == 2 && year % 4 == 0 && (year % 100 != 0 || year % 400 == 0))
		last = 29;
	return day >= 1 && day <= last;
}

static bool
is_region(const char *s)
{
	if (!is_upper(s[0]) || !is_upper(s[1]))
		return false;
	/* ISO 3166-1 keeps UK free, so that nobody takes it for another
	 * country; help lines of GB would silently be left out. */
	if (s[0] == 'U' && s[1] == 'K')
		return false;
	if (s[2] == '\0')
		return true;
	return s[2] == '-' && strlen(s + 3) <= 3 && made_of(s + 3, true, "") &&
	    !is_lower(s[3]) && !is_lower(s[4]);
}

/* The bytes that RFC 3986 lets an address hold; others must be escaped. */
static bool
is_address_text(const char *s)
{
	return made_of(s, true, "-._~:/?#[]@!$&'()*+,;=%");
}

static bool
is_host(const char *s)
{
	size_t len;

	len = strcspn(s, "/?#:");
	if (len < 3 || len > 253 || s[0] == '.' || s[len - 1] == '.')
		return false;
	for (size_t i = 0; i < len; i++) {
		if (!is_digit(s[i]) && !is_lower(s[i]) && !is_upper(s[i]) &&
		    s[i] != '-' && s[i] != '.')
			return false;
	}
	return memchr(s, '.', len) != NULL || strncmp(s, "localhost", len) == 0;
}

static bool
is_address(const char *s)
{
	const char *host;

	if (str_starts(s, "https://"))
		host = s + 8;
	else if (str_starts(s, "http://"))
		host = s + 7;
	else
		return false;
	return is_address_text(s) && is_host(host);
}

static bool
is_email(const char *s)
{
	const char *at;

	at = strchr(s, '@');
	return at != NULL && at != s && strchr(at + 1, '@') == NULL &&
	    made_of(s, true, "@.-_+!#$%&'*/=?^`{|}~") &&
	    is_host(at + 1) && strpbrk(at + 1, "/?#:") == NULL;
}

static bool
is_length(const char *s)
{
	size_t whole, part;

	whole = strspn(s, "0123456789");
	if (whole == 0 || whole > 4)
		return false;
	s += whole;
	if (*s == '.') {
		part = strspn(s + 1, "0123456789");
		if (part == 0 || part > 3)
			return false;
		s += 1 + part;
	}
	while (*s == ' ')
		s++;
	return str_equal(s, "mm") || str_equal(s, "pt");
}

static bool
is_colour(const char *s)
{
	size_t i;

	if (s[0] != '#')
		return false;
	for (i = 1; s[i] != '\0'; i++) {
		if (!is_hex(s[i]))
			return false;
	}
	return i == 7;
}

static bool
is_language(const char *s)
{
	struct arena *a;
	const char *tag;
	bool ok;

	a = arena_new();
	tag = conf_language_tag(a, s);
	ok = tag != NULL && str_equal(tag, s);
	arena_free(a);
	return ok;
}

bool
keys_value_ok(enum key_type type, const char *text)
{
	switch (type) {
	case KEY_FORMAT:
		return str_equal(text, "1");
	case KEY_ID:
		return keys_is_id(text);
	case KEY_VERSION:
		return made_of(text, true, ".-") && strlen(text) <= 32;
	case KEY_DATE:
		return conf_date_valid(text);
	case KEY_LANGUAGE:
		return is_language(text);
	case KEY_REGION:
		return is_region(text);
	case KEY_ADDRESS:
		return is_address(text);
	case KEY_WEB:
		return is_address_text(text) && is_host(text);
	case KEY_PHONE:
		return made_of(text, false, "0123456789+*#") &&
		    strlen(text) <= 24;
	case KEY_EMAIL:
		return is_email(text);
	case KEY_LENGTH:
		return is_length(text);
	case KEY_COLOUR:
		return is_colour(text);
	case KEY_TEXT:
	case KEY_NUMBER:
	case KEY_CHOICE:
	case KEY_LIST:
	case KEY_MAP:
	case KEY_NAMED:
	case KEY_RECORDS:
		return true;
	}
	BUG("key type %d", (int)type);
}
