/* SPDX-License-Identifier: MIT */
/*
 * The words that the tool itself prints: strings/<lang>.yaml of a theme.
 *
 * ONE table, sorted by key: a row is the key, the holes that its words must
 * have ("page count" stands for {page} and {count}), and where they are
 * printed.  A new word is one row here and one line in
 * themes/default/strings/en-GB.yaml; renderers ask book_word(book, "key").
 *
 * Comes in: the files of a theme and of those it extends.  Goes out: a map with
 * every key of the table.
 */
#include "base/messages.h"
#include "conf/theme.h"

#include <string.h>

#include "base/arena.h"
#include "base/file.h"
#include "base/map.h"
#include "base/str.h"
#include "base/yaml.h"
#include "conf/guide.h"
#include "conf/keys.h"

struct string_key {
	const char	*key, *holes, *where;
};

static const struct string_key string_keys[] = {
	{ "a-z", "", "search: the page with everything by letter" },
	{ "a-z-lead", "", "A to Z: below its title" },
	{ "a-z-letters", "", "A to Z: name of the row of letters" },
	{ "a-z-other", "", "A to Z: head of what has no letter" },
	{ "about-author", "", "about" },
	{ "about-help-checked", "", "about: before a date" },
	{ "about-help-seen", "", "about: before a date" },
	{ "about-licence", "", "about" },
	{ "about-next-review", "", "about: before a date" },
	{ "about-not-reviewed", "", "about: instead of a reviewer" },
	{ "about-reviewed-by", "", "about" },
	{ "about-version", "", "about" },
	{ "accessibility", "", "link in the foot, and title of its page" },
	{ "accessibility-aim", "", "accessibility: head" },
	{ "accessibility-aim-text", "", "accessibility" },
	{ "accessibility-checked", "", "accessibility: head" },
	{ "accessibility-checked-text", "", "accessibility" },
	{ "accessibility-contrast", "light dark", "accessibility" },
	{ "accessibility-here", "", "accessibility: head" },
	{ "accessibility-here-contrast", "", "accessibility" },
	{ "accessibility-here-pages", "", "accessibility" },
	{ "accessibility-here-weight", "", "accessibility" },
	{ "accessibility-lead", "", "accessibility" },
	{ "accessibility-limit-browsers", "", "accessibility" },
	{ "accessibility-limit-forms", "", "accessibility" },
	{ "accessibility-limit-pdf", "", "accessibility" },
	{ "accessibility-limit-people", "", "accessibility" },
	{ "accessibility-limit-readers", "", "accessibility" },
	{ "accessibility-limits", "", "accessibility: head" },
	{ "accessibility-more", "", "accessibility" },
	{ "accessibility-tell", "", "accessibility: head" },
	{ "accessibility-tell-text", "", "accessibility" },
	{ "accessibility-weight", "size", "accessibility" },
	{ "answer-space", "label", "name of an answer for screen readers" },
	{ "answers-hidden", "", "worksheet: said" },
	{ "answers-shown", "", "worksheet: said" },
	{ "back", "", "link to the chapter before" },
	{ "back-cover-help", "", "back cover: above the number to call" },
	{ "back-cover-line", "", "back cover: the kind line" },
	{ "back-cover-version", "version date", "back cover" },
	{ "back-to-start", "", "link to the home page" },
	{ "breadcrumb", "", "name of the way from the start to a page" },
	{ "callout-avoid", "", "label of [!AVOID]" },
	{ "callout-do", "", "label of [!DO]" },
	{ "callout-emergency", "", "label of [!EMERGENCY]" },
	{ "callout-help", "", "label of [!HELP]" },
	{ "callout-note", "", "label of [!NOTE]" },
	{ "callout-try", "", "label of [!TRY]" },
	{ "callout-urgent", "", "label of [!URGENT]" },
	{ "card-cut", "", "above a card to cut out, on paper" },
	{ "changes-feed", "", "current version: the link to the feed" },
	{ "changes-new", "", "current version: beside what a copy lacks" },
	{ "changes-title", "", "current version: the list of changes" },
	{ "chapter", "number", "before a chapter's title" },
	{ "chapter-of", "number count", "before a chapter's title" },
	{ "chapters", "", "head of the list of chapters" },
	{ "checklist-box", "label", "name of a tick box for screen readers" },
	{ "choice-of", "label choice", "name of a circle to choose for "
	    "screen readers, on paper" },
	{ "circle-of", "number count", "one of the circles of a grid" },
	{ "clear-all", "", "worksheets: button" },
	{ "clear-sheet", "", "worksheet: button" },
	{ "clinic-address", "", "profile" },
	{ "clinic-booking", "", "profile" },
	{ "clinic-email", "", "profile" },
	{ "clinic-hours", "", "profile" },
	{ "clinic-name", "", "profile" },
	{ "clinic-phone", "", "profile" },
	{ "clinic-website", "", "profile" },
	{ "contents", "", "head of the contents" },
	{ "contents-help", "page", "contents: the box at its end" },
	{ "contents-help-label", "", "contents: label of that box" },
	{ "contents-worksheets", "", "contents: head of the worksheets" },
	{ "current-compare", "", "current version: how to compare, title" },
	{ "current-newest", "version date", "current version: what it is" },
	{ "current-other", "copy", "current version: of another copy" },
	{ "current-same", "copy", "current version: of the same copy" },
	{ "current-step-1", "", "current version: how to compare" },
	{ "current-step-2", "version", "current version: how to compare" },
	{ "current-step-3", "", "current version: how to compare" },
	{ "current-title", "", "current version: title, and the link to it" },
	{ "date", "date", "foot" },
	{ "distress-more", "", "search: link to all help lines" },
	{ "distress-text", "", "search: above the numbers to call" },
	{ "distress-title", "", "search: head of the numbers to call" },
	{ "distress-words", "", "search: phrases, with commas between them, "
	    "that bring the numbers to call; * stands for any ending" },
	{ "download-booklet", "", "downloads" },
	{ "download-booklet-step-1", "", "downloads: how to print" },
	{ "download-booklet-step-2", "sheet", "downloads: how to print" },
	{ "download-booklet-step-3", "", "downloads: how to print" },
	{ "download-booklet-why", "page", "downloads" },
	{ "download-file", "pages size", "downloads: facts of a file" },
	{ "download-file-page", "size", "downloads: facts of one page" },
	{ "download-file-sheet", "sheet size", "downloads: one sheet" },
	{ "download-file-sheets", "sheets sheet size", "downloads: sheets" },
	{ "download-large-print", "", "downloads" },
	{ "download-large-print-step-1", "sheet", "downloads: how to print" },
	{ "download-large-print-step-2", "", "downloads: how to print" },
	{ "download-large-print-step-3", "", "downloads: how to print" },
	{ "download-large-print-why", "sheet", "downloads" },
	{ "download-sheets", "", "downloads" },
	{ "download-sheets-step-1", "sheet", "downloads: how to print" },
	{ "download-sheets-step-2", "", "downloads: how to print" },
	{ "download-sheets-step-2-long", "", "downloads: how to print" },
	{ "download-sheets-step-3", "", "downloads: how to print" },
	{ "download-sheets-why", "sheet page", "downloads" },
	{ "download-website", "", "downloads" },
	{ "download-website-facts", "pages", "downloads: facts of the website" },
	{ "download-website-step-1", "", "downloads: how to print" },
	{ "download-website-step-2", "", "downloads: how to print" },
	{ "download-website-step-3", "", "downloads: how to print" },
	{ "download-website-why", "", "downloads" },
	{ "download-worksheets", "", "downloads" },
	{ "download-worksheets-step-1", "", "downloads: how to print" },
	{ "download-worksheets-step-2", "sheet", "downloads: how to print" },
	{ "download-worksheets-step-3", "", "downloads: how to print" },
	{ "download-worksheets-why", "sheet", "downloads" },
	{ "downloads", "", "menu, home, page of downloads" },
	{ "downloads-lead", "", "page of downloads: lead" },
	{ "downloads-one", "", "page of downloads: before a link" },
	{ "field-date", "", "hint for a date field" },
	{ "figure", "", "name of a figure for screen readers" },
	{ "file-bad", "", "worksheet: said" },
	{ "file-guide", "", "worksheet: said" },
	{ "file-more", "", "worksheet: said" },
	{ "file-newer", "", "worksheet: said" },
	{ "file-opened", "", "worksheet: said" },
	{ "file-other", "title", "worksheet: said" },
	{ "file-saved", "file", "worksheet: said" },
	{ "footer-label", "", "name of the foot of a page" },
	{ "footnote-back", "", "link from a footnote back to the text" },
	{ "footnotes", "", "name of the list of footnotes" },
	{ "for", "", "worksheet: for whom" },
	{ "glossary-say", "say", "words to know: how a word is said" },
	{ "grid-cell", "row column", "name of a place in a grid" },
	{ "guide-by", "clinic", "who hands the guide out" },
	{ "help-call", "number", "help: button" },
	{ "help-checked", "date", "help page" },
	{ "help-hours", "hours", "help: when a line answers" },
	{ "help-level-baby", "", "help: head of a level" },
	{ "help-level-emergency", "", "help: head of a level" },
	{ "help-level-specialist", "", "help: head of a level" },
	{ "help-level-talk", "", "help: head of a level" },
	{ "help-level-urgent", "", "help: head of a level" },
	{ "help-now", "", "button on every page" },
	{ "help-seen", "date", "help page, if not all is verified" },
	{ "help-text", "word number", "help: button" },
	{ "help-text-only", "number", "help: button without a word" },
	{ "help-visit", "address", "help: link" },
	{ "hide-answers", "", "worksheet: button that stays pressed" },
	{ "home", "", "link" },
	{ "keep-nothing", "", "worksheet: box to tick" },
	{ "kept-again", "", "worksheet: said" },
	{ "kept-broken", "", "worksheet: said" },
	{ "kept-cannot", "", "worksheet: said" },
	{ "kept-cleared", "", "worksheet: said" },
	{ "kept-cleared-all", "", "worksheets: said" },
	{ "kept-full", "", "worksheet: said" },
	{ "kept-not", "", "worksheet: said" },
	{ "kept-removed", "", "worksheet: said" },
	{ "kept-saved", "", "worksheet: said" },
	{ "kept-undone", "", "worksheet: said" },
	{ "language-name", "", "the language's name in itself" },
	{ "languages", "", "head of the list of languages" },
	{ "leave-page", "", "discreet pages: link" },
	{ "leave-why", "", "discreet pages: what that does" },
	{ "link-page", "page", "on paper, behind a link to another page" },
	{ "load-file", "", "worksheet: button" },
	{ "measured-accessibility", "", "accessibility" },
	{ "measured-browser", "", "accessibility" },
	{ "measured-code", "", "accessibility" },
	{ "measured-equal", "", "accessibility" },
	{ "measured-firefox", "", "accessibility" },
	{ "measured-found", "count", "accessibility" },
	{ "measured-lighthouse", "", "accessibility" },
	{ "measured-links", "", "accessibility" },
	{ "measured-nothing", "", "accessibility" },
	{ "measured-pdf", "", "accessibility" },
	{ "menu", "", "button" },
	{ "minute-to-read", "", "below a chapter's number" },
	{ "minutes-to-read", "minutes", "below a chapter's number" },
	{ "moved-text", "", "old address: text before the link" },
	{ "moved-title", "title", "old address: title" },
	{ "navigation-label", "", "name of the menu" },
	{ "next", "", "link to the next chapter" },
	{ "next-review", "date", "foot" },
	{ "not-found", "", "404: title" },
	{ "not-found-text", "", "404: text" },
	{ "notes", "", "notes page: title" },
	{ "notes-line", "", "notes page: ideas" },
	{ "on-this-page", "", "head of the list of headings" },
	{ "page", "page", "a page's name" },
	{ "page-label", "", "before a folio" },
	{ "pair", "first second", "between two facts, such as a version and "
	    "its date" },
	{ "paper-a4", "", "name of a size of paper" },
	{ "paper-a5", "", "name of a size of paper" },
	{ "paper-half-letter", "", "name of a size of paper" },
	{ "paper-letter", "", "name of a size of paper" },
	{ "partial-line", "", "foot of every page of a language that has not all "
	    "chapters" },
	{ "partial-notice", "count total", "first page of a language that has "
	    "not all chapters" },
	{ "print-blank", "", "worksheet: button" },
	{ "print-filled", "", "worksheet: button" },
	{ "private", "", "worksheet: note" },
	{ "private-kept", "", "worksheet: note, with script" },
	{ "private-not-kept", "", "worksheet: note, with script" },
	{ "qr-alt", "address", "the QR code, for those who cannot see it" },
	{ "qr-label", "", "beside the QR code" },
	{ "sample", "", "foot of every page of a sample" },
	{ "save-file", "", "worksheet: button" },
	{ "scale-spoken", "label left right", "name of a row of circles for "
	    "screen readers, on paper" },
	{ "search", "", "menu and button" },
	{ "search-failed", "", "search: its files cannot be loaded" },
	{ "search-found", "count words", "search: number of results" },
	{ "search-found-one", "words", "search: one result" },
	{ "search-instead", "typed used", "search: a word that the guide "
	    "lacks" },
	{ "search-label", "", "search: above the field" },
	{ "search-more", "", "search: button that shows more results" },
	{ "search-no-script", "", "search: without JavaScript" },
	{ "search-none", "words", "search: nothing was found" },
	{ "search-none-try", "", "search: behind that, above links" },
	{ "search-without", "typed", "search: a word that is nowhere" },
	{ "share", "", "head of the ways to hand a page on" },
	{ "share-copied", "", "said when the address is copied" },
	{ "share-copy", "", "button: copies the address" },
	{ "share-failed", "", "said when the address cannot be copied" },
	{ "share-mail", "", "link: a mail with the address" },
	{ "share-more", "", "button: the system's own ways to share" },
	{ "share-picture", "", "the picture beside shared links, in words" },
	{ "sheet-back", "sheet left right", "name of a sheet's side" },
	{ "sheet-front", "sheet left right", "name of a sheet's side" },
	{ "sheets-kept", "", "worksheets: note" },
	{ "skip-to-help", "", "second link of a page" },
	{ "skip-to-text", "", "first link of a page" },
	{ "source", "organisation title", "list of sources" },
	{ "source-year", "organisation title year", "list of sources" },
	{ "star-of", "number count", "one of the stars of a wheel's part" },
	{ "start-reading", "", "home: button" },
	{ "take-back", "", "website: takes back what was chosen" },
	{ "task-done", "", "a ticked box in a list" },
	{ "task-open", "", "an empty box in a list" },
	{ "time", "", "worksheet: how long it takes" },
	{ "undo", "", "worksheets: button" },
	{ "version", "version", "foot" },
	{ "with-chapter", "", "head of the list of a chapter's worksheets" },
	{ "worksheet", "number", "before a worksheet's title" },
	{ "worksheet-fill-in", "", "list of worksheets: link" },
	{ "worksheet-for", "words", "worksheet: for whom, on paper" },
	{ "worksheet-keep", "", "worksheet: foot" },
	{ "worksheet-pdf", "sheet", "worksheet: link to its file for paper" },
	{ "worksheet-time", "words", "worksheet: how long it takes, on paper" },
	{ "worksheets", "", "list of worksheets: title" },
	{ "worksheets-lead", "", "list of worksheets: lead" }
};

#define KEY_COUNT (sizeof(string_keys) / sizeof(string_keys[0]))

static const struct string_key *
find_row(const char *key)
{
	for (size_t i = 0; i < KEY_COUNT; i++) {
		if (str_equal(string_keys[i].key, key))
			return &string_keys[i];
	}
	return NULL;
}

/* Is the "len" bytes long "name" among the words of "holes"? */
static bool
hole_is_known(const char *holes, const char *name, size_t len)
{
	size_t word;

	while (*holes != '\0') {
		word = strcspn(holes, " ");
		if (word == len && memcmp(holes, name, len) == 0)
			return true;
		holes += word;
		holes += strspn(holes, " ");
	}
	return false;
}

static const char *
holes_hint(struct arena *a, const struct string_key *row)
{
	const char *hint, *holes;
	size_t word;

	if (*row->holes == '\0')
		return "these words have no {} in them";
	hint = "the words have to hold";
	for (holes = row->holes; *holes != '\0'; ) {
		word = strcspn(holes, " ");
		hint = arena_printf(a, "%s {%.*s}", hint, (int)word, holes);
		holes += word;
		holes += strspn(holes, " ");
	}
	return hint;
}

/* All holes of the row are in "words", and no others. */
static bool
holes_fit(const struct string_key *row, const char *words)
{
	const char *holes, *s, *end;
	char hole[64];
	size_t word;

	for (s = strchr(words, '{'); s != NULL; s = strchr(end, '{')) {
		end = strchr(s, '}');
		if (end == NULL ||
		    !hole_is_known(row->holes, s + 1, (size_t)(end - s - 1)))
			return false;
	}
	for (holes = row->holes; *holes != '\0'; ) {
		word = strcspn(holes, " ");
		if (word + 3 > sizeof(hole))
			BUG("hole of %s", row->key);
		hole[0] = '{';
		memcpy(hole + 1, holes, word);
		memcpy(hole + 1 + word, "}", 2);
		if (strstr(words, hole) == NULL)
			return false;
		holes += word;
		holes += strspn(holes, " ");
	}
	return true;
}

static void
unknown_word(const struct keys_job *job, const struct yaml_node *map, size_t i)
{
	const char *names[KEY_COUNT], *near;

	for (size_t k = 0; k < KEY_COUNT; k++)
		names[k] = string_keys[k].key;
	near = str_nearest(map->keys[i], names, KEY_COUNT);
	keys_say(job, map->key_at[i], near != NULL ? arena_printf(job->arena,
	    HINT_UNKNOWN_KEY_WORDS, near) : HINT_UNKNOWN_KEY_WORDS_2,
	    SAY_UNKNOWN_KEY_WORDS, map->keys[i]);
}

/* Adds the words of one file; a nearer theme's stay. */
static bool
add_words(const struct keys_job *job, const struct yaml_node *map,
    struct map *words)
{
	const struct yaml_node *value;
	const struct string_key *row;
	bool ok, format;

	ok = true;
	format = false;
	for (size_t i = 0; i < map->count; i++) {
		value = &map->items[i];
		if (str_equal(map->keys[i], "format")) {
			format = value->kind == YAML_SCALAR &&
			    str_equal(value->text, "1");
			continue;
		}
		row = find_row(map->keys[i]);
		if (row == NULL) {
			unknown_word(job, map, i);
			ok = false;
		} else if (value->kind != YAML_SCALAR ||
		    str_blank(value->text)) {
			keys_say(job, value->at, NULL, SAY_WRONG_TYPE_WORDS,
			    row->key);
			ok = false;
		} else if (!holes_fit(row, value->text)) {
			keys_say(job, value->at, holes_hint(job->arena, row),
			    SAY_WORD_HOLES, row->key, row->where);
			ok = false;
		} else {
			map_add(words, row->key,
			    str_trim(job->arena, value->text));
		}
	}
	if (!format) {
		keys_say(job, map->at, NULL, SAY_BAD_FORMAT_WORDS, job->what);
		ok = false;
	}
	return ok;
}

/* Adds the words of "lang" from all themes; *found counts the files. */
static bool
add_language(const struct keys_job *job, const struct theme *theme,
    const char *lang, struct map *words, size_t *found)
{
	const struct yaml_node *map;
	struct file_root root;
	bool missing, ok;

	ok = true;
	for (size_t i = 0; i < theme->chain_count; i++) {
		if (!file_root_open(&root, job->arena, theme->chain[i]))
			continue;
		map = keys_file(job, &root,
		    arena_printf(job->arena, "strings/%s.yaml", lang),
		    &missing);
		file_root_close(&root);
		if (missing)
			continue;
		*found += 1;
		if (map == NULL || !add_words(job, map, words))
			ok = false;
	}
	return ok;
}

static bool
all_words_are_there(const struct keys_job *job, const struct theme *theme,
    const char *lang, const struct map *words)
{
	bool ok;

	ok = true;
	for (size_t i = 0; i < KEY_COUNT; i++) {
		if (map_find(words, string_keys[i].key) != NULL)
			continue;
		keys_say(job, (struct span){ arena_printf(job->arena,
		    "%s/strings/%s.yaml", theme->chain[theme->chain_count - 1],
		    lang), 0, 0 }, arena_printf(job->arena, HINT_WORD_MISSING,
		    string_keys[i].key, string_keys[i].where),
		    SAY_WORD_MISSING, string_keys[i].key);
		ok = false;
	}
	return ok;
}

/* "zh-Hant-TW", then "zh-Hant", then "zh". */
static bool
add_tag(const struct keys_job *job, const struct theme *theme,
    const char *lang, struct map *words, size_t *found)
{
	char *tag = arena_strdup(job->arena, lang), *cut;
	bool ok = true;

	for (;;) {
		ok = add_language(job, theme, tag, words, found) && ok;
		cut = strrchr(tag, '-');
		if (cut == NULL)
			return ok;
		*cut = '\0';
	}
}

const struct map *
theme_strings_read(struct arena *a, struct diag_list *dl,
    const struct theme *theme, const struct conf_language *language)
{
	const char *lang = language->tag;
	const struct keys_job job = { a, dl, DIAG_CONFIGURATION,
	    "a file of words" };
	struct map *words;
	size_t found;
	bool ok;

	words = map_new(a);
	found = 0;
	ok = true;
	for (size_t i = 0; i < language->folder_count; i++)
		ok = add_tag(&job, theme, language->folders[i], words,
		    &found) && ok;
	if (found == 0) {
		keys_say(&job, language->at, arena_printf(a, HINT_NO_WORDS,
		    theme->chain[theme->chain_count - 1], lang),
		    SAY_NO_WORDS, lang);
		return NULL;
	}
	ok = ok && all_words_are_there(&job, theme, lang, words);
	return ok ? words : NULL;
}
