/* SPDX-License-Identifier: MIT */
/*
 * "bifolio list": editions and their outputs, one a line, for scripts.
 */
#include <stdio.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/str.h"
#include "command/command.h"
#include "command/guide_source.h"
#include "command/messages.h"
#include "command/options.h"
#include "conf/guide.h"

static void
list_profile(const struct guide_source *s, struct arena *a,
    struct diag_list *dl, const struct conf_profile *profile,
    const struct command_options *o)
{
	const char *const *langs;
	size_t i, count;

	count = guide_source_languages(s, a, dl, profile, o->lang, &langs);
	if (count > 0)
		printf("%s\t%s\thosting\t%s/%s/hosting/\n", profile->id,
		    langs[0], o->out, profile->id);
	for (i = 0; i < count; i++) {
		printf("%s\t%s\tsite\t%s/%s/%s\n", profile->id, langs[i],
		    o->out, profile->id, guide_source_site(a, profile,
		    langs[i]));
		printf("%s\t%s\tbooklet\t%s/%s/print/%s/booklet.pdf\n",
		    profile->id, langs[i], o->out, profile->id, langs[i]);
		printf("%s\t%s\tsheets\t%s/%s/print/%s/booklet-sheets-%s.pdf"
		    "\n", profile->id, langs[i], o->out, profile->id,
		    langs[i], profile->us_paper ? "letter" : "a4");
		printf("%s\t%s\tlarge-print\t%s/%s/print/%s/"
		    "large-print.pdf\n", profile->id, langs[i], o->out,
		    profile->id, langs[i]);
		printf("%s\t%s\tworksheets\t%s/%s/print/%s/"
		    "worksheets.pdf\n", profile->id, langs[i], o->out,
		    profile->id, langs[i]);
	}
}

int
command_list(const struct command_options *o)
{
	struct arena *a = arena_new();
	struct diag_list *dl = diag_list_new(a);
	struct guide_source source;
	size_t i;
	int code;

	if (guide_source_open(&source, a, dl, guide_source_path(o->argument),
	    o->clinic != NULL ? o->clinic : "all"))
		for (i = 0; i < source.profile_count; i++)
			list_profile(&source, a, dl, source.profiles[i], o);
	guide_source_close(&source);
	fflush(stdout);
	messages_print(dl, stderr);
	code = diag_exit_code(dl);
	arena_free(a);
	return code;
}
