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

/*
 * Adds the text of the templates and site files below "root", unless files of
 * these names are there already: the nearest theme comes first.  False after
 * errors.
 */
bool theme_files_read(const struct keys_job *job, const struct file_root *root,
    struct map *templates, struct map *site_files);

#endif
