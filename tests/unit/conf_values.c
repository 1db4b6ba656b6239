/* SPDX-License-Identifier: MIT */
/*
 * The forms of values: one good and many bad ones of each type.
 */
#include "t.h"

#include "conf/keys.h"

struct value {
	enum key_type	 type;
	const char	*text;
	bool		 ok;
};

T_MAIN
{
	static const struct value values[] = {
		{ KEY_ID, "rush-of-love", true }, { KEY_ID, "w02", true },
		{ KEY_ID, "2nd", false }, { KEY_ID, "Rush", false },
		{ KEY_ID, "a_b", false }, { KEY_ID, "", false },
		{ KEY_ID, "a/../b", false },
		{ KEY_DATE, "2024-02-29", true },
		{ KEY_DATE, "2025-02-29", false },
		{ KEY_DATE, "2000-02-29", true },
		{ KEY_DATE, "2026-13-01", false },
		{ KEY_DATE, "2026-1-1", false }, { KEY_DATE, "", false },
		{ KEY_DATE, "23 November 2026", false },
		{ KEY_DATE, "2026-11-230", false },
		{ KEY_REGION, "GB", true }, { KEY_REGION, "GB-WLS", true },
		{ KEY_REGION, "UKX", false }, { KEY_REGION, "gb", false },
		{ KEY_REGION, "GB-", false }, { KEY_REGION, "G", false },
		{ KEY_ADDRESS, "https://example.org/a?b#c", true },
		{ KEY_ADDRESS, "http://localhost:8080", true },
		{ KEY_ADDRESS, "https://", false },
		{ KEY_ADDRESS, "javascript:alert(1)", false },
		{ KEY_ADDRESS, "https://exam ple.org", false },
		{ KEY_ADDRESS, "https://example.org/\"x", false },
		{ KEY_ADDRESS, "example.org", false },
		{ KEY_WEB, "example.org/help", true },
		{ KEY_WEB, "https://example.org", false },
		{ KEY_PHONE, "+441632960123", true },
		{ KEY_PHONE, "999", true }, { KEY_PHONE, "01632 960", false },
		{ KEY_EMAIL, "hello@example.org", true },
		{ KEY_EMAIL, "hello@example", false },
		{ KEY_EMAIL, "@example.org", false },
		{ KEY_EMAIL, "a@b.org@c.org", false },
		{ KEY_LENGTH, "12.5 pt", true }, { KEY_LENGTH, "18mm", true },
		{ KEY_LENGTH, "12. pt", false }, { KEY_LENGTH, "6", false },
		{ KEY_LENGTH, "-6 mm", false }, { KEY_LENGTH, "6 px", false },
		{ KEY_COLOUR, "#26524f", true },
		{ KEY_COLOUR, "#265", false }, { KEY_COLOUR, "red", false },
		{ KEY_COLOUR, "#26524g", false },
		{ KEY_LANGUAGE, "en-GB", true }, { KEY_LANGUAGE, "pl", true },
		{ KEY_LANGUAGE, "zh-Hant-TW", true },
		{ KEY_LANGUAGE, "en_GB", false },
		{ KEY_LANGUAGE, "EN", false }, { KEY_LANGUAGE, "e", false },
		{ KEY_LANGUAGE, "english language", false },
		{ KEY_LANGUAGE, "../etc", false },
		{ KEY_VERSION, "2026.11", true },
		{ KEY_VERSION, "1 beta", false },
		{ KEY_FORMAT, "1", true }, { KEY_FORMAT, "1.0", false },
	};
	char claim[200];

	for (size_t i = 0; i < sizeof(values) / sizeof(values[0]); i++) {
		snprintf(claim, sizeof(claim), "type %d %s \"%s\"",
		    (int)values[i].type,
		    values[i].ok ? "takes" : "refuses", values[i].text);
		t_ok(keys_value_ok(values[i].type, values[i].text) ==
		    values[i].ok, claim);
	}
}
