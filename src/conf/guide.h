/* SPDX-License-Identifier: MIT */
/*
 * guide.yaml, the clinics' profiles, help.yaml, figures.yaml, glossary.yaml,
 * sources.yaml and the strings files as plain data: one table of keys each
 * (type, default, allowed values).
 *
 * Comes in: YAML with places.  Goes out: structures; unknown keys are errors
 * with the nearest known name.  Knows no Markdown and no output.
 */
#ifndef CONF_GUIDE_H
#define CONF_GUIDE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/diag.h"

struct arena;
struct diag_list;
struct file_root;
struct map;

struct conf_text {
	const char	*text;		/* NULL: not given or blank */
	struct span	 at;
};

struct conf_language {
	const char		*tag;
	struct span		 at;		/* of the tag */
	/* Those that are not given are those of "extends". */
	struct conf_text	 title, strapline, credit, extends;
	/* partial: yes; chapters that it lacks are left out. */
	struct conf_text	 partial_word;
	bool			 partial;
	/* The folders that its text is taken from: its own, then that of each
	 * language that it extends, the nearest first. */
	const char		**folders;
	size_t			 folder_count;
};

struct conf_guide {
	struct conf_text	 id, version, date, next_review;
	struct conf_text	 author, reviewed_by, licence;
	struct conf_text	 adapted_title, adapted_author,
				 adapted_publisher;
	struct conf_text	 default_clinic, default_language, theme;
	struct conf_language	*languages;
	size_t			 language_count;
	struct conf_text	*order;		/* ids in reading order */
	size_t			 order_count;
	struct conf_text	*print;		/* ids, cover, contents, ... */
	size_t			 print_count;
	/* limits of a build */
	long			 memory_mib, cpu_seconds, file_mib;
};

struct theme_own_colour;

/* Is the site kept on readers' devices? */
enum conf_offline {
	CONF_OFFLINE_NO, CONF_OFFLINE_YES,
	CONF_OFFLINE_REMOVE	/* no longer: what is there is taken away */
};

struct conf_profile {
	const char		*id;		/* the file's name */
	struct conf_text	 name, strapline;
	struct conf_text	 phone, phone_display, email, hours, address;
	struct conf_text	 site_url, booking_url, emergency_text;
	struct conf_text	 services, leave_to;
	struct conf_text	 region, subregion, default_language;
	struct conf_text	*languages;
	size_t			 language_count;
	bool			 live;		/* edition: live */
	struct span		 edition_at;
	bool			 grey;		/* print: grey */
	bool			 us_paper;	/* paper: letter */
	/* Instead of the guide's theme, the theme's colours and its logo. */
	struct conf_text	 theme, logo;
	const struct theme_own_colour *colours;
	size_t			 colour_count;
	enum conf_offline	 offline;
};

struct conf_help_line {
	struct conf_text	 id, level, name, number, display, text_to,
				 text_word, web, hours, note, source,
				 checked, check_by, status;
	const char		*const *regions;
	size_t			 region_count;
	/* The language of these words, if it is not the edition's; or NULL. */
	const char		*name_lang, *hours_lang, *note_lang;
};

struct conf_figure {
	const char		*file;		/* "f01.svg" */
	struct conf_text	 alt, source, licence;
	bool			 decorative;
	bool			 mirrored;	/* it runs the other way */
	const struct map	*labels;	/* key -> const char * */
	struct span		 at;
	const char		*near;		/* in the extended language */
	bool			 stranger;	/* not known there */
};

/* A word to know. */
struct conf_glossary_word {
	struct conf_text	 term, say, meaning;
	/* Of a language that extends another: the word there whose place it
	 * takes, if that is not its own. */
	struct conf_text	 instead_of;
};

/* What {{term.NAME}} stands for. */
struct conf_term {
	const char		*name, *text;
	struct span		 at;
	const char		*folder;	/* the language that says so */
};

/* What changed in a version. */
struct conf_change {
	struct conf_text	 date, version, what, page;
};

/* What the guide rests on. */
struct conf_source {
	struct conf_text	 id, organisation, title, year, address;
};

/* Each returns NULL or false after errors, which are in "dl". */
const struct conf_guide *conf_guide_read(struct arena *a,
    struct diag_list *dl, const struct file_root *guide);
/* "asked": where the profile is named; no file for the command line. */
const struct conf_profile *conf_profile_read(struct arena *a,
    struct diag_list *dl, const struct file_root *guide, const char *id,
    struct span asked);
/* Ids of the profiles that are there, sorted. */
bool conf_profile_list(struct arena *a, struct diag_list *dl,
    const struct file_root *guide, const char *const **ids, size_t *count);
bool conf_help_read(struct arena *a, struct diag_list *dl,
    const struct file_root *guide, struct conf_help_line **lines,
    size_t *count);
/*
 * Puts the words of a language into the lines of help.yaml, which is written in
 * "default_language", and notes which words it has none for.
 */
bool conf_help_words_read(struct arena *a, struct diag_list *dl,
    const struct file_root *guide, const struct conf_language *language,
    const char *default_language, struct conf_help_line *lines, size_t count);
/* glossary.yaml of a language and of those it extends, and sources.yaml, in the
 * order of the file; without the file there are none. */
bool conf_glossary_read(struct arena *a, struct diag_list *dl,
    const struct file_root *guide, const struct conf_language *language,
    const struct conf_glossary_word **words, size_t *count);
/* terms.yaml of a language and of those it extends. */
bool conf_terms_read(struct arena *a, struct diag_list *dl,
    const struct file_root *guide, const struct conf_language *language,
    const struct conf_term **terms, size_t *count);
/* changes.yaml of a language, or else of the nearest one it extends, newest
 * first; none is later than "guide_date". */
bool conf_changes_read(struct arena *a, struct diag_list *dl,
    const struct file_root *guide, const struct conf_language *language,
    const struct conf_text *guide_date, const struct conf_change **changes,
    size_t *count);
bool conf_sources_read(struct arena *a, struct diag_list *dl,
    const struct file_root *guide, const struct conf_source **sources,
    size_t *count);
/* figures.yaml of a language and of those it extends: file name -> struct
 * conf_figure *. */
const struct map *conf_figures_read(struct arena *a, struct diag_list *dl,
    const struct file_root *guide, const struct conf_language *language);

/* The hint that names the language of the guide, or of the profile, that was
 * probably meant by "tag"; or NULL. */
const char *conf_language_meant(struct arena *a,
    const struct conf_guide *guide, const char *tag);
const char *conf_profile_language_meant(struct arena *a,
    const struct conf_profile *p, const char *tag);

/* Does the guide have every language that the profile names?  Errors go to
 * "dl", at the profile. */
bool conf_profile_fits(struct arena *a, struct diag_list *dl,
    const struct conf_guide *guide, const struct conf_profile *profile);
/* A well-formed tag of a language that may exist, in its usual spelling
 * ("en-GB"), as it should be written; NULL if it is none. */
const char *conf_language_tag(struct arena *a, const char *tag);
/* "English (United States)" for "en-US": the language and its country in their
 * own words. */
const char *conf_language_name(struct arena *a, const char *tag);
/* The tag of the language that has this name in English or in its own words
 * ("Polish", "polski": "pl"), or NULL. */
const char *conf_language_named(struct arena *a, const char *name);
/* Is "date" YYYY-MM-DD and a day that exists? */
bool conf_date_valid(const char *date);

/* "2026-11-23" in words of the language, or NULL if it is no date. */
const char *conf_date_words(struct arena *a, const char *date,
    const char *lang);
/* Is the writing of this language from right to left? */
bool conf_right_to_left(const char *lang);

#endif
