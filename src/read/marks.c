/* SPDX-License-Identifier: MIT */
/*
 * Sections and switches: marks that stand on lines of their own around whole
 * blocks.
 *
 *	{{#clinic.booking_url}} ... {{/clinic.booking_url}}
 *	<!-- web-only --> ... <!-- end -->
 *	<!-- print-only --> ... <!-- end -->
 *	<!-- not-in-booklet --> ... <!-- end -->
 *	<!-- page-break -->
 *
 * Comes in: blocks of one parent with marks between them.  Goes out: a
 * DOC_ONLY for a switch; the blocks themselves for a section whose value is
 * there, else nothing.  What is left out was read and checked all the same.
 */
#include <string.h>

#include "base/arena.h"
#include "base/messages.h"
#include "base/str.h"
#include "doc/node.h"
#include "read/guide.h"
#include "read/placeholders.h"
#include "read/values.h"

struct guide_mark {
	struct guide_mark		*outer;
	/* A section's; NULL: a switch, or its name is unknown. */
	const struct guide_value	*value;
	const char			*name;	/* as an editor wrote it */
	bool				 section;
	struct span			 at;
	struct doc_node			*holder;
};

static const char *const switches[] = { "page-break", "web-only",
    "print-only", "not-in-booklet", "end" };

#define SWITCH_COUNT (sizeof(switches) / sizeof(switches[0]))

/* The medium of a switch that begins a part; false if "words" is none. */
static bool
find_medium(const char *words, enum doc_medium *medium)
{
	static const struct {
		const char	*words;
		enum doc_medium	 medium;
	} media[] = {
		{ "web-only", ONLY_WEB },
		{ "print-only", ONLY_PRINT },
		{ "not-in-booklet", ONLY_SHEET }
	};

	for (size_t i = 0; i < sizeof(media) / sizeof(media[0]); i++) {
		if (!str_equal(words, media[i].words))
			continue;
		*medium = media[i].medium;
		return true;
	}
	return false;
}

/* The words of "<!-- words -->" if that is all of "html", or NULL. */
static const char *
comment_words(struct guide_reader *r, const char *html)
{
	const char *whole = str_trim(r->arena, html), *end;

	if (!str_starts(whole, "<!--"))
		return NULL;
	end = strstr(whole + 4, "-->");
	if (end == NULL || end[3] != '\0')
		return NULL;
	return str_trim(r->arena, arena_strndup(r->arena, whole + 4,
	    (size_t)(end - whole) - 4));
}

struct guide_mark *
guide_marks_start(const struct guide_reader *r)
{
	return r->open;
}

bool
guide_mark_guards(const struct guide_reader *r, const char *group)
{
	for (const struct guide_mark *m = r->open; m != NULL; m = m->outer) {
		if (m->value != NULL && str_equal(m->value->group, group))
			return true;
	}
	return false;
}

static void
open_mark(struct guide_reader *r, struct doc_node *n, const char *name,
    bool section, const struct guide_value *value)
{
	struct guide_mark *m = ARENA_NEW(r->arena, struct guide_mark);

	m->outer = r->open;
	m->value = value;
	m->name = name;
	m->section = section;
	m->at = n->at;
	m->holder = n;
	n->text = NULL;
	/* A section's holder never outlives this pass. */
	n->kind = section ? DOC_DOCUMENT : DOC_ONLY;
	memset(&n->u, 0, sizeof(n->u));
	if (!section)
		find_medium(name, &n->u.only.medium);
	r->open = m;
}

static void
close_mark(struct guide_reader *r)
{
	struct guide_mark *m = r->open;
	struct doc_node *child;
	bool keep = !m->section || m->value == NULL || m->value->text != NULL;

	r->open = m->outer;
	if (!m->section && m->holder->first != NULL)
		return;
	while (keep && (child = m->holder->first) != NULL) {
		doc_unlink(child);
		doc_insert_before(m->holder, child);
	}
	doc_unlink(m->holder);
}

static void
open_switch(struct guide_reader *r, struct doc_node *n, const char *word)
{
	for (const struct guide_mark *m = r->open; m != NULL; m = m->outer) {
		if (m->section)
			continue;
		diag_say(r->dl, n->at, arena_printf(r->arena,
		    HINT_SWITCH_NESTED, m->name, m->at.line),
		    SAY_SWITCH_NESTED, word);
		break;
	}
	open_mark(r, n, word, false, NULL);
}

static void
end_switch(struct guide_reader *r, struct doc_node *n,
    const struct guide_mark *outer)
{
	struct guide_mark *m = r->open;
	struct span at = n->at;

	doc_unlink(n);
	if (m == outer)
		diag_say(r->dl, at, NULL, SAY_SWITCH_END);
	else if (m->section)
		diag_say(r->dl, at, arena_printf(r->arena,
		    HINT_SWITCH_END_SECTION, m->name), SAY_SWITCH_END_SECTION,
		    m->name, m->at.line);
	else
		close_mark(r);
}

static void
unknown_name(struct guide_reader *r, const struct placeholder *p)
{
	const char *near = guide_value_near(r->arena, r->values, p->name);

	diag_say(r->dl, p->at, near != NULL ? arena_printf(r->arena,
	    HINT_PLACEHOLDER_UNKNOWN_SECTION, near) :
	    HINT_PLACEHOLDER_UNKNOWN_SECTION_2,
	    SAY_PLACEHOLDER_UNKNOWN_SECTION, p->name);
}

static void
end_section(struct guide_reader *r, const struct placeholder *p,
    const struct guide_mark *outer)
{
	struct guide_mark *m = r->open;

	if (m == outer) {
		diag_say(r->dl, p->at, arena_printf(r->arena, HINT_SECTION_END,
		    p->name), SAY_SECTION_END, p->name);
	} else if (!m->section || !str_equal(m->name, p->name)) {
		diag_say(r->dl, p->at, m->section ? arena_printf(r->arena,
		    HINT_SECTION_END_OTHER, m->name) :
		    HINT_SECTION_END_OTHER_2, SAY_SECTION_END_OTHER, m->name,
		    m->at.line);
		/* A wrong name is one mistake, not two. */
		if (m->section)
			close_mark(r);
	} else {
		close_mark(r);
	}
}

static bool
section_mark(struct guide_reader *r, struct doc_node *n,
    const struct placeholder *p, const struct guide_mark *outer)
{
	const struct guide_value *value;

	if (p->kind == PLACEHOLDER_CLOSE) {
		doc_unlink(n);
		end_section(r, p, outer);
		return true;
	}
	value = guide_value_find(r->values, p->name);
	if (value == NULL)
		unknown_name(r, p);
	n->at = p->at;
	open_mark(r, n, p->name, true, value);
	return true;
}

bool
guide_mark_block(struct guide_reader *r, struct doc_node *n,
    const struct guide_mark *outer)
{
	const struct placeholder *p;
	const char *words, *start;
	enum doc_medium medium;
	size_t len;

	if (n->kind != DOC_HTML_BLOCK)
		return false;
	p = r->placeholders == NULL ? NULL :
	    placeholders_next(r->placeholders, n->text, &start, &len);
	if (p != NULL && (p->kind == PLACEHOLDER_OPEN ||
	    p->kind == PLACEHOLDER_CLOSE) &&
	    strlen(str_trim(r->arena, n->text)) == len)
		return section_mark(r, n, p, outer);
	words = comment_words(r, n->text);
	if (words == NULL)
		return false;
	if (str_equal(words, "page-break")) {
		n->kind = DOC_PAGE_BREAK;
		n->text = NULL;
	} else if (find_medium(words, &medium)) {
		open_switch(r, n, words);
	} else if (str_equal(words, "end")) {
		end_switch(r, n, outer);
	} else {
		return false;
	}
	return true;
}

void
guide_mark_gather(struct guide_reader *r, struct doc_node *parent,
    struct doc_node *before, struct doc_node *next,
    const struct guide_mark *outer)
{
	struct doc_node *n, *following;
	/* A mark that has just opened goes into the part round it. */
	const struct guide_mark *m = r->open;

	n = before != NULL ? before->next : parent->first;
	if (m != outer && m != NULL && m->holder == n)
		m = m->outer;
	if (m == outer)
		return;
	for (; n != NULL && n != next; n = following) {
		following = n->next;
		/* Notes stand at the end of the page, whatever is open there:
		 * what goes with a section must not take them along. */
		if (n->kind == DOC_FOOTNOTE)
			continue;
		doc_unlink(n);
		doc_append(m->holder, n);
	}
}

void
guide_marks_end(struct guide_reader *r, struct guide_mark *outer)
{
	while (r->open != outer) {
		const struct guide_mark *m = r->open;

		if (m->section)
			diag_say(r->dl, m->at, arena_printf(r->arena,
			    HINT_SECTION_OPEN, m->name), SAY_SECTION_OPEN,
			    m->name);
		else
			diag_say(r->dl, m->at, NULL, SAY_SWITCH_OPEN, m->name);
		close_mark(r);
	}
}

/* For whoever wrote a comment that is nearly a switch. */
const char *
guide_switch_near(struct guide_reader *r, const char *html)
{
	const char *words = comment_words(r, html);

	return words == NULL ? NULL : str_nearest(words, switches,
	    SWITCH_COUNT);
}
