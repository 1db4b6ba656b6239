/* SPDX-License-Identifier: MIT */
/*
 * What a template is filled with: texts, truths, lists and maps.
 *
 * Everything lives in one arena; texts are not copied.
 */
#ifndef SITE_VALUE_H
#define SITE_VALUE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/vec.h"

struct arena;
struct value;

enum value_kind { VALUE_TEXT, VALUE_BOOL, VALUE_LIST, VALUE_MAP };

struct value_entry {
	const char	*name;		/* NULL in lists */
	uint64_t	 hash;		/* of the name */
	struct value	*value;
};

struct value {
	enum value_kind		 kind;
	bool			 truth;
	bool			 shared;	/* see value_share */
	const char		*text;
	VEC(struct value_entry)	 entries;	/* of lists and maps */
};

struct value *value_text(struct arena *a, const char *text);
struct value *value_bool(struct arena *a, bool truth);
struct value *value_list(struct arena *a);
struct value *value_map(struct arena *a);
void value_push(struct arena *a, struct value *list, struct value *item);
/* A name that is there already gets the new value. */
void value_set(struct arena *a, struct value *map, const char *name,
    struct value *v);
/* Sets "name" to a text; NULL counts as an empty one. */
void value_set_text(struct arena *a, struct value *map, const char *name,
    const char *text);
/* The value of "name" if "map" is a map that has it, else NULL. */
const struct value *value_find(const struct value *map, const char *name);
/* False: NULL, false, an empty text, an empty list. */
bool value_is_true(const struct value *v);
/* "v", and what a list holds, become parts of several trees.  They are not to
 * be changed any more. */
void value_share(struct value *v);
/* Calls each(context, text) for every text in "v" but those that are shared. */
void value_each_text(const struct value *v,
    void (*each)(void *context, const char *text), void *context);

#endif
