/* SPDX-License-Identifier: MIT */
/*
 * Comes in: help.yaml as conf/ read it.  Goes out: the lines that one edition
 * prints.  A number nobody has looked at is never printed.
 */
#include "read/help_lines.h"

#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/messages.h"
#include "base/str.h"
#include "base/vec.h"
#include "conf/guide.h"
#include "doc/help.h"

static const char *const level_words[HELP_LEVEL_COUNT] = {
	[HELP_EMERGENCY] = "emergency",
	[HELP_URGENT] = "urgent",
	[HELP_TALK] = "talk",
	[HELP_SPECIALIST] = "specialist",
	[HELP_BABY] = "baby"
};

static bool
is(const struct conf_text *t, const char *word)
{
	return t->text != NULL && str_equal(t->text, word);
}

/* Is "place" the region of the line, or a part of it ("GB-SCT" of "GB")? */
static bool
lies_in(const struct conf_text *place, const char *region)
{
	size_t len = strlen(region);

	return place->text != NULL && str_starts(place->text, region) &&
	    (place->text[len] == '\0' || place->text[len] == '-');
}

/* A country's lines answer in all its parts: 999 rings in Scotland too. */
static bool
answers_in(const struct conf_help_line *line,
    const struct conf_profile *profile)
{
	for (size_t i = 0; i < line->region_count; i++) {
		if (lies_in(&profile->region, line->regions[i]) ||
		    lies_in(&profile->subregion, line->regions[i]))
			return true;
	}
	return false;
}

static struct help_line
plain_line(const struct conf_help_line *from, enum help_level level)
{
	struct help_line line = { .level = level };

	line.id = from->id.text;
	line.name = from->name.text;
	line.number = from->number.text;
	line.display = from->display.text != NULL ? from->display.text :
	    from->number.text;
	line.text_to = from->text_to.text;
	line.text_word = from->text_word.text;
	line.web = from->web.text;
	line.hours = from->hours.text;
	line.note = from->note.text;
	line.name_lang = from->name_lang;
	line.hours_lang = from->hours_lang;
	line.note_lang = from->note_lang;
	line.checked = from->checked.text;
	line.check_by = from->check_by.text;
	line.status = is(&from->status, "verified") ? HELP_VERIFIED :
	    HELP_SEEN;
	return line;
}

/* Dates are YYYY-MM-DD, so their order is that of their bytes. */
static void
check_date(struct diag_list *dl, const struct conf_guide *guide,
    const struct conf_profile *profile, const struct conf_help_line *line)
{
	if (line->check_by.text == NULL || guide->date.text == NULL ||
	    strcmp(guide->date.text, line->check_by.text) <= 0)
		return;
	if (profile->live)
		diag_say(dl, line->check_by.at, NULL, SAY_HELP_PAST_DATE,
		    line->name.text, line->check_by.text);
	else
		diag_say(dl, line->check_by.at, NULL,
		    SAY_HELP_PAST_DATE_SAMPLE, line->name.text,
		    line->check_by.text);
}

/* Numbers that nobody has rung may only stand below the sample line. */
static void
check_status(struct diag_list *dl, const struct conf_profile *profile,
    const struct conf_help_line *line)
{
	if (!profile->live || is(&line->status, "verified"))
		return;
	diag_say(dl, line->status.at, NULL, SAY_LIVE_HELP, line->name.text,
	    profile->id);
}

/* The place is the narrowest that the profile names. */
static void
check_emergency(struct diag_list *dl, const struct conf_profile *profile,
    const struct help_choice *choice, bool any)
{
	const struct conf_text *region = profile->subregion.text != NULL ?
	    &profile->subregion : &profile->region;
	const char *name = region->text != NULL ? region->text : "";

	if (choice->count == 0)
		diag_say(dl, region->at, any ? NULL : HINT_HELP_FILE,
		    SAY_HELP_NONE, name);
	else if (choice->lines[0].level != HELP_EMERGENCY)
		diag_say(dl, region->at, NULL, SAY_HELP_EMERGENCY, name);
}

void
help_lines_choose(struct arena *a, struct diag_list *dl,
    const struct conf_guide *guide, const struct conf_profile *profile,
    const struct conf_help_line *all, size_t count,
    struct help_choice *choice)
{
	struct { VEC(struct help_line) lines; } chosen = { { NULL, 0, 0 } };

	*choice = (struct help_choice){ NULL, 0, NULL };
	for (int level = 0; level < HELP_LEVEL_COUNT; level++) {
		for (size_t i = 0; i < count; i++) {
			const struct conf_help_line *line = &all[i];
			const char *checked = line->checked.text;

			if (!is(&line->level, level_words[level]) ||
			    is(&line->status, "unverified") ||
			    !answers_in(line, profile))
				continue;
			check_date(dl, guide, profile, line);
			check_status(dl, profile, line);
			*vec_push(a, &chosen.lines) = plain_line(line,
			    (enum help_level)level);
			if (checked != NULL && (choice->checked == NULL ||
			    strcmp(checked, choice->checked) < 0))
				choice->checked = checked;
		}
	}
	choice->lines = chosen.lines.items;
	choice->count = chosen.lines.len;
	check_emergency(dl, profile, choice, count > 0);
}
