/* SPDX-License-Identifier: MIT */
/*
 * Finds and opens a guide: paths come in, configuration goes out.  Reads no
 * Markdown.
 */
#include "command/guide_source.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/messages.h"
#include "base/str.h"
#include "conf/guide.h"
#include "conf/theme.h"

const char *
guide_source_path(const char *given)
{
	if (given != NULL)
		return given;
	if (access("content/guide.yaml", F_OK) == 0)
		return "content";
	return ".";
}

static void
find_theme_folders(struct guide_source *s, struct arena *a)
{
	const char *slash, *share;
	char *trimmed;
	size_t len;

	s->theme_folders[s->theme_folder_count++] =
	    file_join(a, s->path, "themes");
	trimmed = arena_strdup(a, s->path);
	for (len = strlen(trimmed); len > 1 && trimmed[len - 1] == '/'; len--)
		trimmed[len - 1] = '\0';
	slash = strrchr(trimmed, '/');
	if (str_equal(trimmed, ".") || str_ends(trimmed, ".."))
		s->theme_folders[s->theme_folder_count++] =
		    file_join(a, trimmed, "../themes");
	else if (slash == NULL)
		s->theme_folders[s->theme_folder_count++] = "themes";
	else
		s->theme_folders[s->theme_folder_count++] = file_join(a,
		    arena_strndup(a, trimmed, (size_t)(slash - trimmed)),
		    "themes");
	share = getenv("BIFOLIO_SHARE");
	if (str_blank(share))
		share = BIFOLIO_SHARE;
	s->theme_folders[s->theme_folder_count++] =
	    file_join(a, share, "themes");
}

static bool
read_profiles(struct guide_source *s, struct arena *a, struct diag_list *dl,
    const char *clinic)
{
	const struct span nowhere = { NULL, 0, 0 };
	const char *const *ids;
	const char *one;
	size_t count, i;

	if (clinic != NULL && str_equal(clinic, "all")) {
		if (!conf_profile_list(a, dl, &s->root, &ids, &count))
			return false;
	} else {
		one = clinic != NULL ? clinic : s->guide->default_clinic.text;
		ids = &one;
		count = 1;
	}
	s->profiles = ARENA_ARRAY(a, const struct conf_profile *, count);
	for (i = 0; i < count; i++) {
		s->profiles[s->profile_count] = conf_profile_read(a, dl,
		    &s->root, ids[i], clinic != NULL ? nowhere :
		    s->guide->default_clinic.at);
		if (s->profiles[s->profile_count] != NULL &&
		    conf_profile_fits(a, dl, s->guide,
		    s->profiles[s->profile_count]))
			s->profile_count++;
	}
	return s->profile_count == count && count > 0;
}

/* The theme called "name", if a profile before it has it too. */
static const struct theme *
known_theme(const struct guide_source *s, size_t before, const char *name)
{
	if (s->theme != NULL && str_equal(s->theme->name, name))
		return s->theme;
	for (size_t i = 0; i < before; i++) {
		if (s->profile_themes[i] != NULL && s->profiles[i]->
		    colour_count == 0 && str_equal(s->profile_themes[i]->name,
		    name))
			return s->profile_themes[i];
	}
	return NULL;
}

/* Each clinic has the guide's theme or its own, with its own colours. */
static bool
read_profile_themes(struct guide_source *s, struct arena *a,
    struct diag_list *dl)
{
	const struct conf_profile *p;
	const struct theme *theme;
	bool ok = true;

	s->profile_themes = ARENA_ARRAY(a, const struct theme *,
	    s->profile_count);
	for (size_t i = 0; i < s->profile_count; i++) {
		p = s->profiles[i];
		theme = s->theme;
		if (p->theme.text != NULL) {
			theme = known_theme(s, i, p->theme.text);
			if (theme == NULL)
				theme = theme_read(a, dl, p->theme.text,
				    p->theme.at, s->theme_folders,
				    s->theme_folder_count);
		}
		if (theme != NULL && p->colour_count > 0)
			theme = theme_with_colours(a, dl, theme, p->colours,
			    p->colour_count);
		s->profile_themes[i] = theme;
		ok &= theme != NULL;
	}
	return ok;
}

bool
guide_source_open(struct guide_source *s, struct arena *a,
    struct diag_list *dl, const char *path, const char *clinic)
{
	struct span nowhere = { path, 0, 0 };

	memset(s, 0, sizeof(*s));
	s->path = path;
	if (!file_root_open(&s->root, a, path)) {
		diag_say_class(dl, DIAG_CONFIGURATION, nowhere, NULL,
		    SAY_GUIDE_FOLDER, strerror(errno));
		return false;
	}
	s->open = true;
	find_theme_folders(s, a);
	s->guide = conf_guide_read(a, dl, &s->root);
	if (s->guide == NULL)
		return false;
	s->theme = theme_read(a, dl, s->guide->theme.text, s->guide->theme.at,
	    s->theme_folders, s->theme_folder_count);
	if (!read_profiles(s, a, dl, clinic))
		return false;
	return s->theme != NULL && read_profile_themes(s, a, dl);
}

void
guide_source_close(struct guide_source *s)
{
	if (s->open)
		file_root_close(&s->root);
	s->open = false;
}

size_t
guide_source_languages(const struct guide_source *s, struct arena *a,
    struct diag_list *dl, const struct conf_profile *profile,
    const char *lang, const char *const **tags)
{
	const char **list;
	struct span at = { NULL, 0, 0 };
	size_t i, count = 0;

	(void)s;
	list = ARENA_ARRAY(a, const char *, profile->language_count + 1);
	for (i = 0; i < profile->language_count; i++) {
		if (lang != NULL && !str_equal(lang, "all") &&
		    !str_equal(lang, profile->languages[i].text))
			continue;
		list[count++] = profile->languages[i].text;
		if (str_equal(list[count - 1], profile->default_language.text)) {
			memmove(list + 1, list, (count - 1) * sizeof(*list));
			list[0] = profile->default_language.text;
		}
	}
	if (count == 0)
		diag_say_class(dl, DIAG_CONFIGURATION, at,
		    conf_profile_language_meant(a, profile, lang != NULL ?
		    lang : ""), SAY_LANGUAGE_UNKNOWN_ASKED, profile->id,
		    lang != NULL ? lang : "");
	*tags = list;
	return count;
}

const char *
guide_source_site(struct arena *a, const struct conf_profile *profile,
    const char *lang)
{
	return str_equal(lang, profile->default_language.text) ? "site/" :
	    arena_printf(a, "site/%s/", lang);
}
