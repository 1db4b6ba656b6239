/* SPDX-License-Identifier: MIT */
/*
 * What the readers of a theme share.  For conf/ only.
 */
#ifndef CONF_THEME_INT_H
#define CONF_THEME_INT_H

#include <stdbool.h>

#include "conf/keys.h"
#include "conf/theme.h"

struct map;

/* Stores "value" for a colour of a theme or of a profile. */
typedef void theme_colour_taker(void *context, enum theme_colour colour,
    enum theme_palette palette, uint32_t value, struct span at);

/* Goes through the colours that the map "colours" sets, whose keys are "keys";
 * false after errors. */
bool theme_colours_read(const struct keys_job *job, const struct key *keys,
    const struct yaml_node *colours, theme_colour_taker *take, void *context);

/*
 * Adds the text of the templates and site files below "root", unless files of
 * these names are there already: the nearest theme comes first.  False after
 * errors.
 */
bool theme_files_read(const struct keys_job *job, const struct file_root *root,
    struct map *templates, struct map *site_files);
/* Sets the theme's checks from the nearest measured.yaml of its chain, none
 * without one.  False after errors. */
bool theme_measured_read(struct arena *a, struct diag_list *dl,
    struct theme *theme);

#endif
