/* SPDX-License-Identifier: MIT */
/*
 * clinics/<id>.yaml: who hands the guide out.
 *
 * Comes in: one file.  Goes out: struct conf_profile; what is blank stays NULL,
 * since a blank value may leave no trace in any output.
 */
#include "base/messages.h"
#include "conf/guide.h"

#include <errno.h>
#include <string.h>

#include "base/arena.h"
#include "base/file.h"
#include "base/str.h"
#include "base/vec.h"
#include "base/yaml.h"
#include "conf/key_tables.h"
#include "conf/keys.h"
#include "conf/theme_int.h"

#define FOLDER "clinics"
/* Profiles that a hint names. */
#define NAMED_MAX 8

struct profile_words {
	struct conf_profile	profile;
	struct conf_text	edition, print, paper, offline;
};

#define AT(member) offsetof(struct profile_words, profile.member)

static const char *const editions[] = { "sample", "live", NULL };
static const char *const prints[] = { "colour", "grey", NULL };
static const char *const offlines[] = { "no", "yes", "remove", NULL };
static const char *const papers[] = { "a5", "half-letter", NULL };

/* The others mean something, such as that somebody can help. */
#define OWN_COLOUR(title, what)						\
	{ .name = title, KEY_NAMED, false, NULL, KEY_NOT_STORED, what,	\
	    .keys = theme_palette_keys }
static const struct key colour_keys[] = {
	OWN_COLOUR("primary", "links, buttons, icons, bars and bullets"),
	OWN_COLOUR("primary-hover", "links and buttons under the pointer"),
	OWN_COLOUR("on-primary", "words on a button"),
	OWN_COLOUR("sage", "the adult of the mark, the crescent"),
	OWN_COLOUR("sage-tint", "what is behind a chapter's number"),
	{ 0 }
};

const struct key profile_keys[] = {
	{ .name = "format", KEY_FORMAT, true, NULL, KEY_NOT_STORED,
	    "the version of this file's form" },
	{ .name = "name", KEY_TEXT, true, NULL, AT(name), "the clinic's name",
	    .max = 120 },
	{ .name = "strapline", KEY_TEXT, false, NULL, AT(strapline),
	    "a line below the name", .max = 200 },
	{ .name = "phone", KEY_PHONE, false, NULL, AT(phone),
	    "the number as it is dialled" },
	{ .name = "phone_display", KEY_TEXT, false, NULL, AT(phone_display),
	    "the number spaced for reading", .max = 40 },
	{ .name = "email", KEY_EMAIL, false, NULL, AT(email),
	    "the address for mail" },
	{ .name = "hours", KEY_TEXT, false, NULL, AT(hours),
	    "when the clinic is open", .max = 300 },
	{ .name = "address", KEY_TEXT, false, NULL, AT(address),
	    "where the clinic is", .max = 300 },
	{ .name = "site_url", KEY_ADDRESS, false, NULL, AT(site_url),
	    "where this site will stand" },
	{ .name = "booking_url", KEY_ADDRESS, false, NULL, AT(booking_url),
	    "where a visit is booked" },
	{ .name = "leave_to", KEY_ADDRESS, false, NULL, AT(leave_to),
	    "where \"Leave this page\" leads: a page that tells nothing, such "
	    "as the weather; by itself this site's own start" },
	{ .name = "emergency_text", KEY_TEXT, false, NULL, AT(emergency_text),
	    "what the clinic is not, such as \"We are not an emergency "
	    "service.\"", .max = 300 },
	{ .name = "services", KEY_TEXT, false, NULL, AT(services),
	    "whom the clinic helps, and how", .max = 600 },
	{ .name = "covers", KEY_LIST, false, NULL, KEY_NOT_STORED,
	    "points of the article that only this clinic can say",
	    .of = KEY_TEXT, .min = 0, .max = 200 },
	{ .name = "region", KEY_REGION, true, NULL, AT(region),
	    "the country whose help lines are printed" },
	{ .name = "subregion", KEY_REGION, false, NULL, AT(subregion),
	    "the part of it, if its lines differ" },
	{ .name = "languages", KEY_LIST, true, NULL, KEY_NOT_STORED,
	    "the languages that are built", .of = KEY_LANGUAGE, .min = 1,
	    .max = 100 },
	{ .name = "default_language", KEY_LANGUAGE, false, NULL,
	    AT(default_language), "the language at the root of the site" },
	{ .name = "edition", KEY_CHOICE, true, NULL,
	    offsetof(struct profile_words, edition),
	    "sample, or live once a clinician has reviewed it",
	    .choices = editions },
	{ .name = "print", KEY_CHOICE, false, "colour",
	    offsetof(struct profile_words, print), "colour or grey ornaments",
	    .choices = prints },
	{ .name = "paper", KEY_CHOICE, false, "a5",
	    offsetof(struct profile_words, paper), "the booklet's size",
	    .choices = papers },
	{ .name = "theme", KEY_ID, false, NULL, AT(theme),
	    "a theme for this clinic, instead of the guide's" },
	{ .name = "logo", KEY_TEXT, false, NULL, AT(logo),
	    "the clinic's sign: an SVG, PNG or JPEG file in the folder "
	    "clinics/", .max = 100 },
	{ .name = "colours", KEY_NAMED, false, NULL, KEY_NOT_STORED,
	    "the clinic's own colours, each with light, dark, print and grey",
	    .keys = colour_keys },
	{ .name = "offline", KEY_CHOICE, false, "no",
	    offsetof(struct profile_words, offline),
	    "whether readers' browsers keep the site for when there is no "
	    "network; remove: no longer, where it was yes",
	    .choices = offlines },
	{ 0 }
};

/* A site's address is joined with "/page.html", so it ends without a slash. */
static void
cut_final_slashes(struct arena *a, struct conf_text *address)
{
	size_t len;

	if (address->text == NULL)
		return;
	len = strlen(address->text);
	while (len > 0 && address->text[len - 1] == '/')
		len--;
	address->text = arena_strndup(a, address->text, len);
}

static bool
values_agree(const struct keys_job *job, struct conf_profile *p)
{
	bool ok;

	ok = true;
	if (p->site_url.text != NULL &&
	    strpbrk(p->site_url.text, "?#") != NULL) {
		keys_say(job, p->site_url.at, NULL, SAY_BAD_VALUE_SITE);
		ok = false;
	}
	if (p->phone.text == NULL && p->phone_display.text != NULL) {
		keys_say(job, p->phone_display.at, NULL, SAY_PHONE_MISSING);
		ok = false;
	}
	if (p->subregion.text != NULL && p->region.text != NULL &&
	    !str_starts(p->subregion.text, p->region.text)) {
		keys_say(job, p->subregion.at, NULL, SAY_BAD_VALUE_SUBREGION,
		    p->subregion.text, p->region.text);
		ok = false;
	}
	return ok;
}

const char *
conf_profile_language_meant(struct arena *a, const struct conf_profile *p,
    const char *tag)
{
	const char **tags = ARENA_ARRAY(a, const char *,
	    p->language_count + 1);

	for (size_t i = 0; i < p->language_count; i++)
		tags[i] = p->languages[i].text;
	return str_nearest_hint(a, tag, tags, p->language_count);
}

static bool
choose_languages(const struct keys_job *job, const struct yaml_node *map,
    struct conf_profile *p)
{
	size_t i, j;

	p->languages = keys_list(job->arena, map, "languages",
	    &p->language_count);
	for (i = 0; i < p->language_count; i++) {
		for (j = 0; j < i; j++) {
			if (!str_equal(p->languages[i].text,
			    p->languages[j].text))
				continue;
			keys_say(job, p->languages[i].at, NULL,
			    SAY_REPEATED_LANGUAGE, p->languages[i].text);
			return false;
		}
	}
	if (p->default_language.text == NULL) {
		p->default_language = p->languages[0];
		return true;
	}
	for (i = 0; i < p->language_count; i++) {
		if (str_equal(p->languages[i].text, p->default_language.text))
			return true;
	}
	keys_say(job, p->default_language.at, conf_profile_language_meant(
	    job->arena, p, p->default_language.text),
	    SAY_LANGUAGE_UNKNOWN_PROFILE, p->default_language.text);
	return false;
}

/* "name one of these: a, b, c"; the first of them, if they are many. */
static const char *
those_there(struct arena *a, const char *const *ids, size_t count)
{
	const char *hint;
	size_t i;

	hint = "name one of these: ";
	for (i = 0; i < count && i < NAMED_MAX; i++)
		hint = arena_printf(a, "%s%s%s", hint, i > 0 ? ", " : "",
		    ids[i]);
	if (i == count)
		return hint;
	return arena_printf(a, "%s and %zu more: each is a file in " FOLDER
	    "/, and \"bifolio list\" shows them", hint, count - i);
}

/* "asked": where the profile is named; no file for the command line. */
static void
no_such_profile(const struct keys_job *job, const struct file_root *root,
    const char *id, struct span asked)
{
	const char *const *ids, *hint;
	size_t count;

	hint = "put a file " FOLDER "/<name>.yaml into the guide's folder";
	if (!conf_profile_list(job->arena, job->dl, root, &ids, &count))
		return;	/* Why there are none has been said. */
	if (count > 0) {
		hint = str_nearest_hint(job->arena, id, ids, count);
		if (hint == NULL)
			hint = those_there(job->arena, ids, count);
	}
	if (asked.file == NULL)
		asked.file = file_join(job->arena, root->path, FOLDER);
	keys_say(job, asked, hint, SAY_NO_PROFILE, id);
}

struct colours_found {
	struct arena			*arena;
	VEC(struct theme_own_colour)	 list;
};

static void
take_colour(void *context, enum theme_colour colour,
    enum theme_palette palette, uint32_t value, struct span at)
{
	struct colours_found *found = context;

	*vec_push(found->arena, &found->list) = (struct theme_own_colour){
		colour, palette, value, at };
}

static bool
read_colours(const struct keys_job *job, const struct yaml_node *map,
    struct conf_profile *p)
{
	struct colours_found found = { job->arena, { NULL, 0, 0 } };
	const struct yaml_node *colours = yaml_find(map, "colours");

	if (colours == NULL || colours->kind != YAML_MAP)
		return true;
	if (!theme_colours_read(job, colour_keys, colours, take_colour,
	    &found))
		return false;
	p->colours = found.list.items;
	p->colour_count = found.list.len;
	return true;
}

const struct conf_profile *
conf_profile_read(struct arena *a, struct diag_list *dl,
    const struct file_root *root, const char *id, struct span asked)
{
	const struct keys_job job = { a, dl, DIAG_CONFIGURATION,
	    "a clinic's profile" };
	const struct yaml_node *map;
	struct profile_words *words;
	struct conf_profile *p;
	bool missing;

	missing = true;
	map = keys_is_id(id) ? keys_file(&job, root,
	    arena_printf(a, FOLDER "/%s.yaml", id), &missing) : NULL;
	if (missing)
		no_such_profile(&job, root, id, asked);
	if (map == NULL)
		return NULL;
	words = ARENA_NEW(a, struct profile_words);
	p = &words->profile;
	p->id = arena_strdup(a, id);
	if (!keys_read(&job, profile_keys, map, words) ||
	    !choose_languages(&job, map, p) || !read_colours(&job, map, p) ||
	    !values_agree(&job, p))
		return NULL;
	if (p->phone_display.text == NULL)
		p->phone_display = p->phone;
	cut_final_slashes(a, &p->site_url);
	p->live = str_equal(words->edition.text, "live");
	p->edition_at = words->edition.at;
	p->grey = str_equal(words->print.text, "grey");
	p->offline = str_equal(words->offline.text, "yes") ?
	    CONF_OFFLINE_YES : str_equal(words->offline.text, "remove") ?
	    CONF_OFFLINE_REMOVE : CONF_OFFLINE_NO;
	p->us_paper = str_equal(words->paper.text, "half-letter");
	return p;
}

bool
conf_profile_list(struct arena *a, struct diag_list *dl,
    const struct file_root *root, const char *const **ids, size_t *count)
{
	VEC(const char *) found = { 0 };
	struct span at;
	const char *const *names, *id;
	size_t name_count;

	*ids = NULL;
	*count = 0;
	at = (struct span){ file_join(a, root->path, FOLDER), 0, 0 };
	if (!file_list(root, a, FOLDER, &names, &name_count)) {
		diag_say_class(dl, errno == ENOENT || errno == ENOTDIR ?
		    DIAG_CONFIGURATION : DIAG_SYSTEM, at, NULL,
		    SAY_NO_PROFILES, strerror(errno));
		return false;
	}
	for (size_t i = 0; i < name_count; i++) {
		if (!str_ends(names[i], ".yaml"))
			continue;
		id = arena_strndup(a, names[i], strlen(names[i]) - 5);
		if (!keys_is_id(id)) {
			diag_say_class(dl, DIAG_CONFIGURATION, at, NULL,
			    SAY_PROFILE_NAME, names[i]);
			return false;
		}
		*vec_push(a, &found) = id;
	}
	*ids = found.items;
	*count = found.len;
	return true;
}

bool
conf_profile_fits(struct arena *a, struct diag_list *dl,
    const struct conf_guide *guide,
    const struct conf_profile *p)
{
	size_t i, j;
	bool ok;

	ok = true;
	for (i = 0; i < p->language_count; i++) {
		for (j = 0; j < guide->language_count; j++) {
			if (str_equal(p->languages[i].text,
			    guide->languages[j].tag))
				break;
		}
		if (j < guide->language_count)
			continue;
		diag_say_class(dl, DIAG_CONFIGURATION, p->languages[i].at,
		    conf_language_meant(a, guide, p->languages[i].text),
		    SAY_LANGUAGE_UNKNOWN_GUIDE, p->languages[i].text);
		ok = false;
	}
	return ok;
}
