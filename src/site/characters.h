/* SPDX-License-Identifier: MIT */
/*
 * Which characters a site shows.
 */
#ifndef SITE_CHARACTERS_H
#define SITE_CHARACTERS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct site;

/*
 * The code points of all values of the site's pages and of its templates, and
 * ASCII; with "typed" those of Latin-1, too, for what people write into fields.
 * Sorted; *count of them.
 */
const uint32_t *characters_used(const struct site *s, bool typed,
    size_t *count);

#endif
