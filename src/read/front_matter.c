/* SPDX-License-Identifier: MIT */
/*
 * Comes in: YAML between two lines of three hyphens.  Goes out: struct
 * front_matter.  Each kind of page has one table of keys; keys that are only
 * for people and later checks are read and stored nowhere.
 */
#include "read/front_matter.h"

#include <string.h>

#include "base/arena.h"
#include "base/messages.h"
#include "base/str.h"
#include "base/yaml.h"
#include "conf/keys.h"

#define FRONT_MATTER_MAX_BYTES ((size_t)64 * 1024)

#define AT(member) offsetof(struct front_matter, member)

static const char *const kinds[] = { "start", "chapter", "worksheet", "help",
    "about", "plain", NULL };
static const enum chapter_kind kind_values[] = { CHAPTER_START,
    CHAPTER_NUMBERED, CHAPTER_WORKSHEET, CHAPTER_HELP, CHAPTER_ABOUT,
    CHAPTER_PLAIN };
static const char *const statuses[] = { "draft", "reviewed", NULL };
static const char *const yes_no[] = { "yes", "no", NULL };
static const char *const audiences[] = { "all", "birth-parent", "partner",
    "adoptive", "neonatal", "professional", NULL };

#define KEYS_OF_ALL							\
	{ .name = "title", KEY_TEXT, true, NULL, AT(title),		\
	    "the page's title", .max = 120 },				\
	{ .name = "id", KEY_ID, true, NULL, AT(id),			\
	    "a short name that never changes" },			\
	{ .name = "kind", KEY_CHOICE, false, "chapter", AT(kind_word),	\
	    "what kind of page it is", .choices = kinds },		\
	{ .name = "nav_title", KEY_TEXT, false, NULL, AT(nav_title),	\
	    "a short title for lists", .max = 60 },			\
	{ .name = "summary", KEY_TEXT, false, NULL, AT(summary),	\
	    "what it says, in a sentence or two", .max = 300 },		\
	{ .name = "status", KEY_CHOICE, false, "draft", AT(status),	\
	    "draft or reviewed", .choices = statuses },			\
	{ .name = "lang", KEY_LANGUAGE, false, NULL, AT(lang),		\
	    "the language, as its folder has it" },			\
	{ .name = "audience", KEY_CHOICE, false, "all", AT(audience),	\
	    "whom it is for", .choices = audiences },			\
	{ .name = "discreet", KEY_CHOICE, false, "no", AT(discreet_word), \
	    "is it about danger or distress? Then the website gives it a "	\
	    "button to leave it at once, and browsers, previews of links "	\
	    "and feeds show a title and a line that tell nothing",	\
	    .choices = yes_no },					\
	{ .name = "tab_title", KEY_TEXT, false, NULL, AT(tab_title),	\
	    "what the browser shows as its title; by itself the page's "	\
	    "title, of a discreet page its number", .max = 60 },	\
	{ .name = "covers", KEY_LIST, false, NULL, KEY_NOT_STORED,	\
	    "points of the article that it covers", .of = KEY_TEXT,	\
	    .min = 0, .max = 200 },					\
	{ .name = "keywords", KEY_LIST, false, NULL, KEY_NOT_STORED,	\
	    "other words people look for: in the search and the A to Z", \
	    .of = KEY_TEXT, .min = 0,					\
	    .max = 100 },						\
	{ .name = "sources", KEY_LIST, false, NULL, KEY_NOT_STORED,	\
	    "ids of sources", .of = KEY_ID, .min = 0, .max = 200 },	\
	{ .name = "redirects", KEY_LIST, false, NULL, KEY_NOT_STORED,	\
	    "addresses below the site at which it was in the past, such "	\
	    "as old-name.html or old-folder/", .of = KEY_TEXT,		\
	    .min = 0, .max = 100 }

static const struct key page_keys[] = {
	KEYS_OF_ALL,
	{ .name = "worksheets", KEY_LIST, false, NULL, KEY_NOT_STORED,
	    "ids of worksheets that go with it", .of = KEY_ID, .min = 0,
	    .max = 50 },
	{ .name = "minutes", KEY_NUMBER, false, NULL, AT(minutes_word),
	    "minutes to read; counted from the words if not given",
	    .min = 1, .max = 999 },
	{ 0 }
};

static const struct key worksheet_keys[] = {
	KEYS_OF_ALL,
	{ .name = "number", KEY_NUMBER, false, NULL, AT(number_word),
	    "the worksheet's number", .min = 1, .max = 999 },
	{ .name = "for", KEY_TEXT, false, NULL, AT(for_whom),
	    "whom or when it is for", .max = 120 },
	{ .name = "duration", KEY_TEXT, false, NULL, AT(duration),
	    "how long it takes, in words", .max = 80 },
	{ .name = "minutes", KEY_TEXT, false, NULL, AT(minutes_word),
	    "minutes to fill in, or how long in words", .max = 80 },
	{ .name = "why", KEY_TEXT, false, NULL, AT(why),
	    "what it is good for, one line", .max = 200 },
	{ .name = "closing", KEY_TEXT, false, NULL, AT(closing),
	    "the kind line at its end", .max = 200 },
	{ .name = "in_booklet", KEY_CHOICE, false, NULL,
	    AT(in_booklet_word), "is it in the booklet?",
	    .choices = yes_no },
	{ .name = "keep", KEY_CHOICE, false, "yes", AT(keep_word),
	    "may the website keep what is written, on the reader's own "
	    "device? With no it asks first", .choices = yes_no },
	{ 0 }
};

static const struct key_table tables[] = {
	{ "page", page_keys },
	{ "worksheet", worksheet_keys }
};

const struct key_table *
front_matter_tables(size_t *count)
{
	*count = sizeof(tables) / sizeof(tables[0]);
	return tables;
}

/* The line at "off" without its end; *next: where the line behind it starts. */
static size_t
line_length(const char *text, size_t len, size_t off, size_t *next)
{
	size_t end = off;

	while (end < len && text[end] != '\n' && text[end] != '\r')
		end++;
	*next = end;
	if (*next < len && text[*next] == '\r')
		(*next)++;
	if (*next < len && text[*next] == '\n' &&
	    (*next == end || text[*next - 1] == '\r'))
		(*next)++;
	return end - off;
}

static bool
is_fence(const char *text, size_t len)
{
	if (len < 3 || memcmp(text, "---", 3) != 0)
		return false;
	for (size_t i = 3; i < len; i++) {
		if (text[i] != ' ' && text[i] != '\t')
			return false;
	}
	return true;
}

/* Finds the YAML in text[*start..*end) and the body behind it. */
static bool
find_block(struct diag_list *dl, const char *file, const char *text,
    size_t len, size_t *start, size_t *end, size_t *body, unsigned *body_line)
{
	size_t next, off, line_len = line_length(text, len, 0, &next);
	unsigned line = 2;

	if (!is_fence(text, line_len)) {
		diag_say(dl, (struct span){ file, 1, 1 }, NULL,
		    SAY_FRONT_MATTER_MISSING);
		return false;
	}
	*start = next;
	for (off = next; off < len; off = next, line++) {
		line_len = line_length(text, len, off, &next);
		if (!is_fence(text + off, line_len))
			continue;
		*end = off;
		*body = next;
		*body_line = line + 1;
		return true;
	}
	diag_say(dl, (struct span){ file, 1, 1 }, NULL, SAY_FRONT_MATTER_OPEN);
	return false;
}

/* Which table of keys; an unknown word is reported by keys_read. */
static enum chapter_kind
kind_of(const struct yaml_node *map)
{
	const struct yaml_node *value = yaml_find(map, "kind");

	for (size_t i = 0; value != NULL && kinds[i] != NULL; i++) {
		if (value->kind == YAML_SCALAR &&
		    str_equal(value->text, kinds[i]))
			return kind_values[i];
	}
	return CHAPTER_NUMBERED;
}

static int
small_number(const struct conf_text *word)
{
	int64_t value;

	if (word->text == NULL || !str_to_int(word->text, 1, 999, &value))
		return 0;
	return (int)value;
}

static bool
says(const struct conf_text *word, const char *what)
{
	return word->text != NULL && str_equal(word->text, what);
}

/* Names in a row with slashes between, of letters, digits, hyphens and
 * underlines, which end in .html or .htm or a slash. */
static bool
is_old_address(const char *address)
{
	const char *p = address;
	size_t len;

	for (;; p += len + 1) {
		len = strspn(p, "abcdefghijklmnopqrstuvwxyz"
		    "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_");
		if (len == 0)
			return p != address && *p == '\0';
		if (*p == '_')
			return false;
		if (p[len] != '/')
			return str_equal(p + len, ".html") ||
			    str_equal(p + len, ".htm");
	}
}

static bool
read_redirects(const struct keys_job *job, const struct yaml_node *map,
    struct front_matter *into)
{
	struct arena *a = job->arena;
	struct conf_text *texts;
	size_t count;
	bool ok = true;

	texts = keys_list(a, map, "redirects", &count);
	into->redirects = ARENA_ARRAY(a, struct chapter_redirect, count + 1);
	for (size_t i = 0; i < count; i++) {
		const char *text = texts[i].text;

		if (!is_old_address(text) || strlen(text) > 200) {
			keys_say(job, texts[i].at, NULL, SAY_REDIRECT_ADDRESS,
			    text);
			ok = false;
			continue;
		}
		into->redirects[into->redirect_count++] =
		    (struct chapter_redirect){ str_ends(text, "/") ?
		    arena_printf(a, "%sindex.html", text) : text, texts[i].at };
	}
	return ok;
}

bool
front_matter_read(struct arena *a, struct diag_list *dl, const char *file,
    const char *text, size_t len, struct front_matter *into, size_t *body,
    unsigned *body_line)
{
	struct keys_job job = { a, dl, DIAG_CONTENT, "front matter" };
	const struct yaml_node *map;
	size_t start, end;
	bool ok;

	*into = (struct front_matter){ .kind = CHAPTER_NUMBERED };
	if (!find_block(dl, file, text, len, &start, &end, body, body_line))
		return false;
	if (end - start > FRONT_MATTER_MAX_BYTES) {
		diag_say(dl, (struct span){ file, 1, 1 }, NULL,
		    SAY_FRONT_MATTER_LONG, FRONT_MATTER_MAX_BYTES / 1024);
		return false;
	}
	map = yaml_parse(a, dl, file, 2, 1, text + start, end - start);
	if (map == NULL || !keys_is_map(&job, map))
		return false;
	into->kind = kind_of(map);
	ok = keys_read(&job, into->kind == CHAPTER_WORKSHEET ?
	    worksheet_keys : page_keys, map, into);
	into->worksheets = keys_list(a, map, "worksheets",
	    &into->worksheet_count);
	into->keywords = keys_list(a, map, "keywords", &into->keyword_count);
	into->sources = keys_list(a, map, "sources", &into->source_count);
	if (!read_redirects(&job, map, into))
		ok = false;
	into->number = small_number(&into->number_word);
	into->minutes = small_number(&into->minutes_word);
	/* "minutes: 2 minutes a day" says it in words. */
	if (into->minutes == 0 && into->duration.text == NULL)
		into->duration = into->minutes_word;
	into->in_booklet = says(&into->in_booklet_word, "yes");
	into->not_kept = says(&into->keep_word, "no");
	into->discreet = says(&into->discreet_word, "yes");
	return ok;
}
