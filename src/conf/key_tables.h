/* SPDX-License-Identifier: MIT */
/*
 * The tables of keys, one for each kind of file.  For use inside conf/ only:
 * the files that read them define them, key_tables.c lists them.
 */
#ifndef CONF_KEY_TABLES_H
#define CONF_KEY_TABLES_H

#include "conf/keys.h"

extern const struct key guide_keys[];		/* guide.yaml */
extern const struct key profile_keys[];		/* clinics/ID.yaml */
extern const struct key help_keys[];		/* help.yaml */
extern const struct key help_words_keys[];	/* TAG/help.yaml */
extern const struct key figures_keys[];		/* TAG/figures.yaml */
extern const struct key glossary_keys[];	/* TAG/glossary.yaml */
extern const struct key terms_keys[];		/* TAG/terms.yaml */
extern const struct key changes_keys[];	/* TAG/changes.yaml */
extern const struct key sources_keys[];		/* sources.yaml */
extern const struct key measured_keys[];	/* themes/NAME/measured.yaml */
extern const struct key theme_keys[];		/* themes/NAME/theme.yaml */
extern const struct key theme_palette_keys[];	/* ... a colour's */

#endif
