/* SPDX-License-Identifier: MIT */
/*
 * What help.yaml says in words, in other languages.
 */
#include "conf_files.h"

#include "conf/guide.h"

#define HELP								\
	"format: 1\nlines:\n- id: one\n  regions: [GB]\n"		\
	"  level: talk\n  name: Somebody\n  number: \"116123\"\n"	\
	"  hours: Day and night\n  note: Free\n"			\
	"  status: unverified\n"

/* The one line of HELP in a language; "parent": that it extends, or NULL. */
static struct conf_help_line
line_in(struct conf_files *f, const char *tag, const char *parent)
{
	struct conf_help_line *lines;
	size_t count;

	if (!conf_help_read(f->arena, f->dl, &f->root, &lines, &count) ||
	    !conf_help_words_read(f->arena, f->dl, &f->root,
	    conf_language_of(f->arena, tag, parent), "en-GB", lines, count))
		return (struct conf_help_line){ .name_lang = "broken" };
	return lines[0];
}

static void
said(struct t_state *t_, struct conf_files *f)
{
	struct conf_help_line line;

	line = line_in(f, "fr", NULL);
	t_str(line.name.text, "Somebody", "words stay without a translation");
	t_str(line.name_lang, "en-GB", "and tell their language");
	line = line_in(f, "en-US", NULL);
	t_ok(line.name_lang == NULL && line.hours_lang == NULL,
	    "regions of one language understand each other");
	conf_files_put(f, "fr/help.yaml", "format: 1\nwords:\n"
	    "  Day and night: Jour et nuit\n  Free: Gratuit\n");
	line = line_in(f, "fr", NULL);
	t_str(line.hours.text, "Jour et nuit", "words are translated");
	t_str(line.note.text, "Gratuit", "notes too");
	t_ok(line.hours_lang == NULL && line.note_lang == NULL,
	    "then they are the edition's");
	t_str(line.name_lang, "en-GB", "the name still tells its language");
	t_str(conf_first(f), "", "that some have no translation is no fault");
	conf_files_put(f, "ca/help.yaml", "format: 1\nwords:\n"
	    "  Free: Sans frais\n");
	line = line_in(f, "ca", "fr");
	t_str(line.note.text, "Sans frais", "the nearest language is heard");
	t_str(line.hours.text, "Jour et nuit", "then the one it extends");
}

static void
stale(struct t_state *t_, struct conf_files *f)
{
	struct conf_help_line line;

	conf_files_put(f, "fr/help.yaml", "format: 1\nwords:\n"
	    "  Day and nite: Jour et nuit\n");
	line = line_in(f, "fr", NULL);
	t_str(line.hours.text, "Day and night",
	    "a translation of other words is not used");
	t_str(conf_first(f), "3:3 help-words-stranger no line of help.yaml "
	    "says \"Day and nite\"", "and told");
	t_str(conf_hint(f), "did you mean \"Day and night\"?",
	    "with the words that are there");
	conf_files_put(f, "fr/help.yaml", "format: 1\nwords:\n  Free:\n");
	line = line_in(f, "fr", NULL);
	t_str(line.name_lang, "broken", "a blank translation is an error");
	t_str(conf_first(f), "3:3 help-words-form there is no translation of "
	    "\"Free\"", "its message");
}

T_MAIN
{
	struct conf_files f;

	conf_files_new(&f);
	conf_files_put(&f, "help.yaml", HELP);
	said(t_, &f);
	stale(t_, &f);
	conf_files_remove(&f, "help.yaml");
	conf_files_remove(&f, "fr/help.yaml");
	conf_files_remove(&f, "ca/help.yaml");
	conf_files_remove(&f, "fr");
	conf_files_remove(&f, "ca");
	conf_files_end(&f);
}
