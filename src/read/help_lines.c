/* SPDX-License-Identifier: MIT */
/*
 * Comes in: help.yaml as conf/ read it.  Goes out: the lines that one edition
 * prints.  A number nobody has looked at is never printed.
 */
#include "read/help_lines.h"

#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
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

static bool
answers_in(const struct conf_help_line *line,
    const struct conf_profile *profile)
{
	for (size_t i = 0; i < line->region_count; i++) {
		if (is(&profile->region, line->regions[i]) ||
		    is(&profile->subregion, line->regions[i]))
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
	diag_add(dl, profile->live ? DIAG_ERROR : DIAG_WARNING,
	    "help-past-date", line->check_by.at,
	    "ring the number, then write the new dates into checked: and "
	    "check_by:",
	    "\"%s\" had to be checked again by %s, before this guide's date",
	    line->name.text, line->check_by.text);
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
			*vec_push(a, &chosen.lines) = plain_line(line,
			    (enum help_level)level);
			if (checked != NULL && (choice->checked == NULL ||
			    strcmp(checked, choice->checked) < 0))
				choice->checked = checked;
		}
	}
	choice->lines = chosen.lines.items;
	choice->count = chosen.lines.len;
	if (choice->count == 0)
		diag_add(dl, profile->live ? DIAG_ERROR : DIAG_WARNING,
		    "help-none", profile->region.at,
		    "add lines for this region to help.yaml",
		    "no help line that may be printed answers in the region "
		    "\"%s\"", profile->region.text != NULL ?
		    profile->region.text : "");
}
