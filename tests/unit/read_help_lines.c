/* SPDX-License-Identifier: MIT */
/*
 * Which help lines an edition prints.
 */
#include "t.h"

#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/str.h"
#include "conf/guide.h"
#include "doc/help.h"
#include "read/help_lines.h"

static const char *const gb[] = { "GB" };
static const char *const scotland[] = { "GB-SCT" };
static const char *const us[] = { "US", "CA" };

static struct conf_help_line
line(const char *id, const char *level, const char *status,
    const char *const *regions, size_t count, const char *checked,
    const char *check_by)
{
	struct conf_help_line l = { .regions = regions,
	    .region_count = count };

	l.id.text = l.name.text = id;
	l.level.text = level;
	l.status.text = status;
	l.number.text = "1";
	l.checked.text = checked;
	l.check_by.text = check_by;
	return l;
}

static struct help_choice
choose(struct arena *a, struct diag_list **dl,
    const struct conf_help_line *all, const char *region,
    const char *subregion)
{
	struct conf_guide guide = { .date = { "2026-11-23", { 0 } } };
	struct conf_profile profile = { .region = { region, { 0 } },
	    .subregion = { subregion, { 0 } } };
	struct help_choice c;

	*dl = diag_list_new(a);
	help_lines_choose(a, *dl, &guide, &profile, all, 5, &c);
	return c;
}

/* Nobody may be left without the number for danger to life. */
static void
claim_region(struct t_state *t_, const struct conf_help_line *all)
{
	struct arena *a = arena_new();
	struct diag_list *dl;
	struct help_choice c;

	c = choose(a, &dl, all, "GB-SCT", NULL);
	t_ok(c.count == 3 && str_equal(c.lines[0].id, "emergency") &&
	    diag_count(dl, DIAG_ERROR) == 0,
	    "a part of a country has the lines of the country");
	c = choose(a, &dl, all, "GB", "GB-WLS");
	t_ok(c.count == 2 && str_equal(c.lines[0].id, "emergency"),
	    "but not those of its other parts");
	c = choose(a, &dl, all, "G", NULL);
	t_int(c.count, 0, "a region is more than letters that begin alike");
	c = choose(a, &dl, all, "US", "US-NY");
	t_ok(c.count == 1 && diag_count(dl, DIAG_ERROR) == 1 &&
	    str_equal(diag_nth(dl, 0)->id, "help-emergency") &&
	    strstr(diag_nth(dl, 0)->text, "US-NY") != NULL &&
	    diag_exit_code(dl) == 1,
	    "no line for an emergency is an error that names the region");
	arena_free(a);
}

T_MAIN
{
	struct conf_help_line all[6];
	struct conf_guide guide = { .date = { "2026-11-23", { 0 } } };
	struct conf_profile profile = { .region = { "GB", { 0 } } };
	struct arena *a = arena_new();
	struct diag_list *dl = diag_list_new(a);
	struct help_choice c;

	all[0] = line("talk", "talk", "seen", gb, 1, "2026-11-01",
	    "2027-01-01");
	all[1] = line("emergency", "emergency", "verified", gb, 1,
	    "2026-10-01", "2026-11-23");
	all[2] = line("doubtful", "urgent", "unverified", gb, 1,
	    "2020-01-01", "2027-01-01");
	all[3] = line("abroad", "talk", "seen", us, 2, "2020-01-01",
	    "2027-01-01");
	all[4] = line("nation", "urgent", "seen", scotland, 1, "2026-11-01",
	    "2027-01-01");
	all[5] = line("old", "talk", "seen", gb, 1, "2026-11-01",
	    "2026-11-22");

	help_lines_choose(a, dl, &guide, &profile, all, 6, &c);
	t_int(c.count, 3, "lines of other regions and unverified ones go");
	t_str(c.lines[0].id, "emergency", "the most urgent come first");
	t_str(c.lines[1].id, "talk", "then in the order of the file");
	t_str(c.lines[0].display, "1", "a number without spaces is shown as "
	    "it is dialled");
	t_ok(c.lines[0].status == HELP_VERIFIED &&
	    c.lines[1].status == HELP_SEEN, "each keeps its status");
	t_str(c.checked, "2026-10-01", "the oldest check is the date");
	t_ok(diag_total(dl) == 1 && diag_count(dl, DIAG_WARNING) == 1 &&
	    str_equal(diag_nth(dl, 0)->id, "help-past-date"),
	    "a line past its date warns in a sample, on its day it does not");

	dl = diag_list_new(a);
	profile.live = true;
	profile.subregion.text = "GB-SCT";
	help_lines_choose(a, dl, &guide, &profile, all, 6, &c);
	t_ok(c.count == 4 && str_equal(c.lines[1].id, "nation"),
	    "a nation's own lines come with its subregion");
	t_ok(diag_count(dl, DIAG_ERROR) == 4 &&
	    str_equal(diag_nth(dl, 0)->id, "live-help") &&
	    str_equal(diag_nth(dl, 2)->id, "help-past-date"),
	    "in a live edition lines that are not verified, and those past "
	    "their date, are errors");

	dl = diag_list_new(a);
	help_lines_choose(a, dl, &guide, &profile, &all[2], 2, &c);
	t_ok(c.count == 0 && diag_count(dl, DIAG_ERROR) == 1,
	    "a live edition without help lines is an error");
	claim_region(t_, all);
	arena_free(a);
}
