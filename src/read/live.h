/* SPDX-License-Identifier: MIT */
/*
 * What an edition has to have before it may call itself live.  For use inside
 * read/ only.
 */
#ifndef READ_LIVE_H
#define READ_LIVE_H

struct arena;
struct conf_guide;
struct conf_profile;
struct diag_list;
struct source_files;

/*
 * A live edition names who reviewed it, holds no page that is a draft and says
 * how to reach the clinic: errors in "dl", one for each.  In a sample edition
 * nothing: its sample line says so on every page.  Pages that are in no output
 * ("used" is not set) are not looked at.  The help lines' part is in
 * help_lines.h.
 */
void live_check(struct arena *a, struct diag_list *dl,
    const struct conf_guide *guide, const struct conf_profile *profile,
    const struct source_files *sources);

#endif
