/* SPDX-License-Identifier: MIT */
/*
 * What every command needs of a guide before it makes anything: its folder,
 * guide.yaml, theme, profiles; which clinics and languages are asked for.
 */
#ifndef COMMAND_GUIDE_SOURCE_H
#define COMMAND_GUIDE_SOURCE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/file.h"

struct arena;
struct command_options;
struct conf_guide;
struct conf_profile;
struct diag_list;
struct theme;

struct guide_source {
	const char			*path;
	struct file_root		 root;
	bool				 open;
	const struct conf_guide		*guide;
	const struct theme		*theme;
	/* Folders in which themes are looked for; the first that has one wins. */
	const char			*theme_folders[3];
	size_t				 theme_folder_count;
	const struct conf_profile	**profiles;
	const struct theme		**profile_themes; /* as many */
	size_t				 profile_count;
};

/* Where the guide is: "given", or "content" if it holds guide.yaml, or ".". */
const char *guide_source_path(const char *given);
/*
 * Opens the guide and reads its configuration and the profiles that "clinic"
 * asks for (NULL: the default one; "all").  False after errors, which are in
 * "dl"; guide_source_close in either case.
 */
bool guide_source_open(struct guide_source *s, struct arena *a,
    struct diag_list *dl, const char *path, const char *clinic);
void guide_source_close(struct guide_source *s);
/*
 * The languages to make for a profile, the one at the site's root first:
 * "lang" (NULL or "all": all of them).  None, with an error in "dl", if the
 * profile does not have it.
 */
size_t guide_source_languages(const struct guide_source *s,
    struct arena *a, struct diag_list *dl, const struct conf_profile *profile,
    const char *lang, const char *const **tags);
/* Where a language's pages are in an edition: "site/", or "site/pl/" if it is
 * not the profile's default. */
const char *guide_source_site(struct arena *a,
    const struct conf_profile *profile, const char *lang);

#endif
