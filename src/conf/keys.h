/* SPDX-License-Identifier: MIT */
/*
 * Tables of keys: what a YAML file of ours may hold.
 *
 * A file kind is one table of struct key; keys_read checks a map against it
 * and stores what it finds.  Knows the forms of values, not what they are for.
 * For conf/ and read/front_matter.c.
 */
#ifndef CONF_KEYS_H
#define CONF_KEYS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/diag.h"
#include "conf/guide.h"

struct arena;
struct buf;
struct file_root;
struct yaml_node;

enum key_type {
	KEY_FORMAT,		/* format: 1 */
	KEY_TEXT,		/* words */
	KEY_ID,			/* a-z, 0-9 and hyphens, a letter first */
	KEY_VERSION,		/* letters, digits, dots and hyphens */
	KEY_DATE,		/* YYYY-MM-DD */
	KEY_NUMBER,		/* whole, min..max */
	KEY_CHOICE,		/* one of "choices" */
	KEY_LANGUAGE,		/* a language tag, "en-GB" */
	KEY_REGION,		/* "GB" or "GB-ENG" */
	KEY_ADDRESS,		/* http:// or https:// and a host */
	KEY_WEB,		/* an address without its scheme */
	KEY_PHONE,		/* dial form: digits, + * # */
	KEY_EMAIL,
	KEY_LENGTH,		/* "18 mm", "12.5 pt" */
	KEY_COLOUR,		/* "#RRGGBB" */
	KEY_LIST,		/* of values that are each of "of" */
	KEY_MAP,		/* with the keys "keys", stored likewise */
	/* Only their shape is checked; the reader goes through them. */
	KEY_NAMED,		/* a map from names of its own */
	KEY_RECORDS		/* a list of maps */
};

/* Stored nowhere: the reader asks yaml_find. */
#define KEY_NOT_STORED ((size_t)-1)

struct key {
	const char		*name;
	enum key_type		 type;
	bool			 required;
	const char		*preset;	/* default, or NULL */
	/* Where its struct conf_text lies in the structure to fill. */
	size_t			 offset;
	const char		*help;		/* what it is for */
	const char		*const *choices; /* KEY_CHOICE, NULL-ended */
	const struct key	*keys;		/* KEY_MAP, ended by NULL */
	enum key_type		 of;		/* KEY_LIST */
	/* A number's bounds; how many a list holds; the most bytes of a text
	 * (0: KEYS_TEXT_BYTES). */
	int64_t			 min, max;
	/* KEY_NAMED and KEY_RECORDS, for the manual: what "keys" are keys of,
	 * "TAG" or "FILE"; NULL: of the value itself. */
	const char		*each;
	/* The version of bifolio that takes it first; NULL: the first. */
	const char		*since;
};

#define KEYS_FIRST_VERSION "0.1"

#define KEYS_TEXT_BYTES 1000

struct keys_job {
	struct arena		*arena;
	struct diag_list	*dl;
	enum diag_class		 class;
	const char		*what;		/* "guide.yaml", for messages */
};

/*
 * Reads a YAML file of "root" and remembers its text for messages.  NULL after
 * an error (of the job's class), and without one if the file is not there:
 * then *missing is true.
 */
const struct yaml_node *keys_file(const struct keys_job *job,
    const struct file_root *root, const char *path, bool *missing);
/* The same for a text that was read elsewhere, shown as "file". */
const struct yaml_node *keys_parse(const struct keys_job *job,
    const char *file, const char *text, size_t len);
/*
 * Checks "map" against "keys" and stores texts in "into".  False after errors.
 */
bool keys_read(const struct keys_job *job, const struct key *keys,
    const struct yaml_node *map, void *into);
/* Is "value" a map?  False after an error. */
bool keys_is_map(const struct keys_job *job, const struct yaml_node *value);
/* The values of a list that keys_read has checked; NULL and 0 without it. */
struct conf_text *keys_list(struct arena *a, const struct yaml_node *map,
    const char *name, size_t *count);
/* A message of base/messages.h as diag_say takes it, of the job's class. */
void keys_say(const struct keys_job *job, struct span at, const char *hint,
    enum diag_level level, const char *id, const char *own_hint,
    const char *fmt, ...) __attribute__((format(printf, 7, 8)));

/* One kind of file, or the head of one kind of page. */
struct key_table {
	const char		*name;		/* "guide.yaml" */
	const struct key	*keys;		/* ended by name NULL */
};

/* The tables of conf/; *count of them. */
const struct key_table *keys_tables(size_t *count);
/*
 * One line for each key of "table" and of the maps in it, appended: table, key
 * ("languages.TAG.title"), type, default ("required", "none"), what is
 * allowed, since which version, what it is for; separated by tabs.
 */
void keys_print(const struct key_table *table, struct buf *out);

/* Is "text" a value of "type"? */
bool keys_value_ok(enum key_type type, const char *text);
/* Is "name" an id: a-z, 0-9 and hyphens, a letter first, at most 64? */
bool keys_is_id(const char *name);

#endif
