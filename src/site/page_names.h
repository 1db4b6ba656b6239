/* SPDX-License-Identifier: MIT */
/*
 * The names that a theme's templates may use, and the check that they use no
 * others.
 */
#ifndef SITE_PAGE_NAMES_H
#define SITE_PAGE_NAMES_H

#include <stdbool.h>

struct arena;
struct diag_list;
struct map;
struct mustache;

/*
 * Checks template "page" with the partials it calls: every name is known where
 * it stands, partials are there, and only the name "content" is written
 * without escaping.  "words": the tool's words by key;
 * "site_files": the theme's styles and scripts by file name.  False after
 * errors, which are in "dl".
 */
bool page_names_check(struct arena *a, struct diag_list *dl,
    const struct mustache *page, const struct map *partials,
    const struct map *words, const struct map *site_files);

#endif
