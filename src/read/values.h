/* SPDX-License-Identifier: MIT */
/*
 * The names that {{ }} may hold, and what they stand for in one edition.  For
 * use inside read/ only.
 */
#ifndef READ_VALUES_H
#define READ_VALUES_H

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct book;
struct conf_term;
struct conf_profile;
struct map;

struct guide_value {
	const char	*name;		/* "clinic.phone" */
	const char	*text;		/* NULL: blank in this edition */
	/* A profile or guide.yaml need not give it: text round it has to do
	 * without. */
	bool		 may_be_blank;
	bool		 address;	/* https://..., may start a link */
	/* The number to dial behind the number that "text" ends with, and how
	 * many bytes of "text" stand before that; NULL: nothing to dial. */
	const char	*dials;
	size_t		 before_number;
	/* Values that are blank together share a group: a number to dial and
	 * the same number to read. */
	const char	*group;
};

struct guide_values {
	const struct guide_value	*items;
	size_t				 count;
	struct map			*asked;	/* names that were looked up */
};

/* The values of "book", whose guide and clinic are filled in, and the terms of
 * its language. */
struct guide_values guide_values_of(struct arena *a, const struct book *book,
    const struct conf_profile *profile, const struct conf_term *terms,
    size_t term_count);
/* The value called "name", or NULL. */
const struct guide_value *guide_value_find(const struct guide_values *v,
    const char *name);
/* The name that was probably meant, or NULL. */
const char *guide_value_near(struct arena *a, const struct guide_values *v,
    const char *name);

#endif
