/* SPDX-License-Identifier: MIT */
/*
 * Comes in: guide.yaml, a profile and the heads of the pages.  Goes out: what
 * keeps an edition from being live.  Parents trust a page that does not say
 * "sample", so nothing here is a mere warning.
 */
#include "read/live.h"

#include "base/arena.h"
#include "base/diag.h"
#include "base/messages.h"
#include "base/str.h"
#include "conf/guide.h"
#include "read/sources.h"

static void
check_reviewer(struct arena *a, struct diag_list *dl,
    const struct conf_guide *guide, const struct conf_profile *profile)
{
	if (!str_blank(guide->reviewed_by.text))
		return;
	diag_say(dl, profile->edition_at, arena_printf(a, HINT_LIVE_REVIEWER,
	    profile->id), SAY_LIVE_REVIEWER);
}

static void
check_contact(struct diag_list *dl, const struct conf_profile *profile)
{
	if (!str_blank(profile->phone.text) || !str_blank(profile->email.text))
		return;
	diag_say(dl, profile->edition_at, NULL, SAY_LIVE_CONTACT);
}

void
live_check(struct arena *a, struct diag_list *dl,
    const struct conf_guide *guide, const struct conf_profile *profile,
    const struct source_files *sources)
{
	if (!profile->live)
		return;
	check_reviewer(a, dl, guide, profile);
	check_contact(dl, profile);
	for (size_t i = 0; i < sources->files.len; i++) {
		const struct source_file *f = &sources->files.items[i];
		const struct conf_text *status = &f->front.status;

		if (!f->used || !f->whole ||
		    !str_equal(status->text, "draft"))
			continue;
		diag_say(dl, status->at, NULL, SAY_LIVE_DRAFT, profile->id);
	}
}
