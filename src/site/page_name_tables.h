/* SPDX-License-Identifier: MIT */
/*
 * Templates: which there are, and the tables of names that they may use, with
 * a line about each.
 */
#ifndef SITE_PAGE_NAME_TABLES_H
#define SITE_PAGE_NAME_TABLES_H

struct buf;

enum name_kind {
	NAME_TEXT,
	NAME_FLAG,
	NAME_CONTENT,		/* the one that may be written raw */
	NAME_GROUP,		/* a map or a list of maps */
	NAME_WORDS,		/* the tool's own words */
	NAME_SCRIPTS		/* the theme's scripts */
};

/* Tables end with a row whose name is NULL. */
struct page_name {
	const char		*name;
	enum name_kind		 kind;
	const struct page_name	*inside;	/* of a group */
	const char		*help;
};

struct template_name {
	const char	*name, *help;
};

/* The names that every page has. */
extern const struct page_name page_root_names[];

/* Templates that are filled as pages, sorted; the others are their parts. */
extern const struct template_name page_templates[];

/* Parts of the default theme's templates, sorted; it needs each of them. */
extern const struct template_name page_parts[];

/*
 * Prints all of it as lists of "name: what it is", what stands inside indented
 * by two: templates of pages, the default theme's parts, names, and what
 * site.css finds defined.
 */
void page_names_describe(struct buf *out);

#endif
