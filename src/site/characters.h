/* SPDX-License-Identifier: MIT */
/*
 * Which characters a site shows.
 */
#ifndef SITE_CHARACTERS_H
#define SITE_CHARACTERS_H

#include <stddef.h>
#include <stdint.h>

struct site;

/*
 * The code points of all values of the site's pages and of its templates, with
 * those of Latin-1 (what people type into its fields), sorted; *count of them.
 */
const uint32_t *characters_used(const struct site *s, size_t *count);

#endif
