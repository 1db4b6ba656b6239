/* SPDX-License-Identifier: MIT */
/*
 * Comes in: guide.yaml, a profile and the heads of the pages.  Goes out: what
 * keeps an edition from being live.  Parents trust a page that does not say
 * "sample", so nothing here is a mere warning.
 */
#include "read/live.h"

#include "base/arena.h"
#include "base/diag.h"
#include "base/str.h"
#include "conf/guide.h"
#include "read/sources.h"

static void
check_reviewer(struct arena *a, struct diag_list *dl,
    const struct conf_guide *guide, const struct conf_profile *profile)
{
	if (!str_blank(guide->reviewed_by.text))
		return;
	diag_add(dl, DIAG_ERROR, "live-reviewer", profile->edition_at,
	    arena_printf(a, "write name, role and date of the review into "
	    "reviewed_by: in guide.yaml, or call \"%s\" a sample",
	    profile->id), "a live edition needs a clinical review, and "
	    "guide.yaml names no reviewer");
}

static void
check_contact(struct diag_list *dl, const struct conf_profile *profile)
{
	if (!str_blank(profile->phone.text) || !str_blank(profile->email.text))
		return;
	diag_add(dl, DIAG_ERROR, "live-contact", profile->edition_at,
	    "add phone: or email: to this profile, or call it a sample",
	    "a live edition has to say how to reach the clinic");
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
		diag_add(dl, DIAG_ERROR, "live-draft", status->at,
		    "write \"status: reviewed\" at its head once a clinician "
		    "has read it", "this page is a draft, and the edition "
		    "\"%s\" is live", profile->id);
	}
}
