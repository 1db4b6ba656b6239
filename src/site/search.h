/* SPDX-License-Identifier: MIT */
/*
 * The search of a site: pages and sections -> files below "site/search/".
 *
 * Comes in: the pages of a site.  Goes out: classic scripts, so that a site
 * opened from a folder can load them; the names of all of one index share one
 * hash, so that no two indexes can be mixed.
 */
#ifndef SITE_SEARCH_H
#define SITE_SEARCH_H

#include "site/site_int.h"

struct stage;

/*
 * Writes the index of all listed pages and sets s->search.  Uses "threads";
 * the same bytes for any number of them.
 */
void search_write(struct site *s, int threads, struct stage *stage);

#endif
