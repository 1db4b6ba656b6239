/* SPDX-License-Identifier: MIT */
/*
 * The tables of keys as text, for the manual.
 *
 * Comes in: the tables that files are checked against.  Goes out: one line for
 * each key.
 */
#include "conf/key_tables.h"

#include <string.h>

#include "base/buf.h"
#include "conf/keys.h"

/* Maps in maps; the tables have three. */
#define DEPTH_MAX 6

static const struct key_table tables[] = {
	{ "guide.yaml", guide_keys },
	{ "clinics/ID.yaml", profile_keys },
	{ "help.yaml", help_keys },
	{ "TAG/help.yaml", help_words_keys },
	{ "TAG/glossary.yaml", glossary_keys },
	{ "TAG/terms.yaml", terms_keys },
	{ "TAG/changes.yaml", changes_keys },
	{ "sources.yaml", sources_keys },
	{ "TAG/figures.yaml", figures_keys },
	{ "theme.yaml", theme_keys },
	{ "measured.yaml", measured_keys }
};

const struct key_table *
keys_tables(size_t *count)
{
	*count = sizeof(tables) / sizeof(tables[0]);
	return tables;
}

static const char *
type_words(enum key_type type)
{
	switch (type) {
	case KEY_FORMAT:
		return "version";
	case KEY_TEXT:
		return "text";
	case KEY_ID:
		return "id";
	case KEY_VERSION:
		return "version";
	case KEY_DATE:
		return "date";
	case KEY_NUMBER:
		return "number";
	case KEY_CHOICE:
		return "choice";
	case KEY_LANGUAGE:
		return "language";
	case KEY_REGION:
		return "region";
	case KEY_ADDRESS:
		return "address";
	case KEY_WEB:
		return "web page";
	case KEY_PHONE:
		return "phone number";
	case KEY_EMAIL:
		return "mail address";
	case KEY_LENGTH:
		return "length";
	case KEY_COLOUR:
		return "colour";
	case KEY_LIST:
	case KEY_RECORDS:
		return "list";
	case KEY_MAP:
	case KEY_NAMED:
		return "map";
	}
	BUG("key type %d", (int)type);
}

static void
put_choices(const char *const *choices, struct buf *out)
{
	for (size_t i = 0; choices[i] != NULL; i++)
		buf_printf(out, "%s%s", i > 0 ? ", " : "", choices[i]);
}

/* What one value may be. */
static void
put_allowed_value(const struct key *key, enum key_type type, struct buf *out)
{
	switch (type) {
	case KEY_FORMAT:
		buf_puts(out, "1");
		return;
	case KEY_TEXT:
		buf_printf(out, "at most %lld bytes", key->max > 0 &&
		    key->type == KEY_TEXT ? (long long)key->max :
		    (long long)KEYS_TEXT_BYTES);
		return;
	case KEY_ID:
		buf_puts(out, "a-z, 0-9 and hyphens, a letter first");
		return;
	case KEY_VERSION:
		buf_puts(out, "letters, digits, dots and hyphens");
		return;
	case KEY_DATE:
		buf_puts(out, "YYYY-MM-DD");
		return;
	case KEY_NUMBER:
		buf_printf(out, "%lld to %lld", (long long)key->min,
		    (long long)key->max);
		return;
	case KEY_CHOICE:
		put_choices(key->choices, out);
		return;
	case KEY_LANGUAGE:
		buf_puts(out, "a BCP 47 tag, such as en-GB");
		return;
	case KEY_REGION:
		buf_puts(out, "such as GB or GB-WLS");
		return;
	case KEY_ADDRESS:
		buf_puts(out, "http:// or https://");
		return;
	case KEY_WEB:
		buf_puts(out, "an address without https://");
		return;
	case KEY_PHONE:
		buf_puts(out, "digits, +, * and #, as it is dialled");
		return;
	case KEY_EMAIL:
		buf_puts(out, "name@example.org");
		return;
	case KEY_LENGTH:
		buf_puts(out, "a number and mm or pt");
		return;
	case KEY_COLOUR:
		buf_puts(out, "\"#RRGGBB\"");
		return;
	case KEY_LIST:
	case KEY_MAP:
	case KEY_NAMED:
	case KEY_RECORDS:
		buf_puts(out, "names and values");
		return;
	}
	BUG("key type %d", (int)type);
}

static void
put_allowed(const struct key *key, struct buf *out)
{
	if (key->type != KEY_LIST && key->type != KEY_RECORDS) {
		put_allowed_value(key, key->type, out);
		return;
	}
	buf_printf(out, "%lld to %lld of: ", (long long)key->min,
	    (long long)key->max);
	put_allowed_value(key, key->type == KEY_LIST ? key->of : KEY_MAP,
	    out);
}

static void
put_key(const struct key_table *table, const char *path,
    const struct key *key, struct buf *out)
{
	buf_printf(out, "%s\t%s%s\t%s\t%s\t", table->name, path, key->name,
	    type_words(key->type), key->required ? "required" :
	    key->preset != NULL ? key->preset : "none");
	put_allowed(key, out);
	buf_printf(out, "\t%s\t%s\n", key->since != NULL ? key->since :
	    KEYS_FIRST_VERSION, key->help);
}

static void
put_keys(const struct key_table *table, const char *path,
    const struct key *keys, unsigned depth, struct buf *out)
{
	struct buf inner;

	if (depth > DEPTH_MAX)
		BUG("the keys of %s hold themselves", table->name);
	for (; keys->name != NULL; keys++) {
		put_key(table, path, keys, out);
		if (keys->keys == NULL)
			continue;
		buf_init(&inner);
		buf_printf(&inner, "%s%s.%s%s", path, keys->name,
		    keys->each != NULL ? keys->each : "",
		    keys->each != NULL ? "." : "");
		put_keys(table, inner.data, keys->keys, depth + 1, out);
		buf_release(&inner);
	}
}

void
keys_print(const struct key_table *table, struct buf *out)
{
	put_keys(table, "", table->keys, 0, out);
}
