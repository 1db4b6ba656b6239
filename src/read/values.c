/* SPDX-License-Identifier: MIT */
/*
 * Comes in: the guide's and the clinic's words.  Goes out: one table of names
 * and texts.  What a profile or guide.yaml must give is never blank.
 */
#include "read/values.h"

#include <string.h>

#include "base/arena.h"
#include "base/map.h"
#include "base/str.h"
#include "conf/guide.h"
#include "doc/book.h"
#include "doc/help.h"

/* Twice the names there are, without terms. */
#define VALUES_MAX 40
#define TERM "term."

struct values_list {
	struct guide_value	*items;
	size_t			 count, room;
};

static struct guide_value *
add(struct values_list *l, const char *name, const char *text,
    bool may_be_blank)
{
	struct guide_value *v;

	if (l->count == l->room)
		BUG("no room for the value %s", name);
	v = &l->items[l->count++];
	v->name = name;
	v->group = name;
	v->text = str_blank(text) ? NULL : text;
	v->may_be_blank = may_be_blank;
	if (v->text == NULL && !may_be_blank)
		v->text = "";
	return v;
}

static void
add_clinic(struct values_list *l, const struct book_clinic *c,
    const struct conf_profile *profile)
{
	add(l, "clinic.name", c->name, false);
	add(l, "clinic.strapline", c->strapline, true);
	add(l, "clinic.phone", c->phone, true);
	add(l, "clinic.phone_display", c->phone_display, true)->group =
	    "clinic.phone";
	add(l, "clinic.email", c->email, true);
	add(l, "clinic.hours", c->hours, true);
	add(l, "clinic.address", c->address, true);
	add(l, "clinic.site_url", c->site_url, true)->address = true;
	add(l, "clinic.booking_url", c->booking_url, true)->address = true;
	add(l, "clinic.emergency_text", c->emergency_text, true);
	add(l, "clinic.services", c->services, true);
	add(l, "clinic.region", c->region, false);
	add(l, "clinic.subregion", profile->subregion.text, true);
}

/* The number for danger to life: where the edition is read, not where it was
 * written.  A region without one is an error of its own. */
static void
add_emergency(struct values_list *l, const struct book *b)
{
	const struct help_line *line = NULL;

	for (size_t i = 0; i < b->help_count && line == NULL; i++) {
		if (b->help[i].level == HELP_EMERGENCY &&
		    b->help[i].display != NULL)
			line = &b->help[i];
	}
	add(l, "help.emergency", line == NULL ? NULL : line->display,
	    false)->dials = line == NULL ? NULL : line->number;
}

/* "Samaritans, 116 123" */
static void
add_someone(struct values_list *l, struct arena *a, const struct book *b)
{
	const struct help_line *line = book_someone(b);
	struct guide_value *v;
	const char *name;

	if (line == NULL) {
		add(l, "help.someone", NULL, true);
		return;
	}
	name = arena_printf(a, "%s, ", line->name);
	v = add(l, "help.someone", arena_printf(a, "%s%s", name,
	    book_help_number(line)), true);
	v->dials = line->number;
	v->before_number = strlen(name);
}

struct guide_values
guide_values_of(struct arena *a, const struct book *b,
    const struct conf_profile *profile, const struct conf_term *terms,
    size_t term_count)
{
	size_t room = VALUES_MAX + term_count;
	struct values_list l = { ARENA_ARRAY(a, struct guide_value, room), 0,
	    room };

	add_clinic(&l, &b->clinic, profile);
	add(&l, "guide.title", b->title, false);
	add(&l, "guide.strapline", b->strapline, false);
	add(&l, "guide.version", b->version, false);
	add(&l, "guide.date", b->date_words, false);
	add(&l, "guide.next_review", b->next_review_words, false);
	add(&l, "guide.author", b->author, false);
	add(&l, "guide.licence", b->licence, false);
	add(&l, "guide.reviewed_by", b->reviewed_by, true);
	add(&l, "guide.credit", b->credit, false);
	add_emergency(&l, b);
	add_someone(&l, a, b);
	for (size_t i = 0; i < term_count; i++)
		add(&l, arena_printf(a, TERM "%s", terms[i].name),
		    terms[i].text, false);
	return (struct guide_values){ l.items, l.count, map_new(a) };
}

const struct guide_value *
guide_value_find(const struct guide_values *v, const char *name)
{
	for (size_t i = 0; i < v->count; i++) {
		if (!str_equal(v->items[i].name, name))
			continue;
		map_add(v->asked, name, v->asked);
		return &v->items[i];
	}
	return NULL;
}

const char *
guide_value_near(struct arena *a, const struct guide_values *v,
    const char *name)
{
	static const char *const prefixes[] = { "clinic.", "guide.", "help.",
	    TERM };
	const char **names = ARENA_ARRAY(a, const char *, v->count + 1);
	const char *near;

	for (size_t i = 0; i < v->count; i++)
		names[i] = v->items[i].name;
	near = str_nearest(name, names, v->count);
	for (size_t i = 0; near == NULL && i < 4; i++)
		near = str_nearest(arena_printf(a, "%s%s", prefixes[i], name),
		    names, v->count);
	return near;
}
