/* SPDX-License-Identifier: MIT */
/*
 * The templates and the names that they may use: one table for each place where
 * names are looked up.  A new name is one row here and one value_set in
 * page_values.c.
 *
 * Comes in: nothing.  Goes out: the tables, and the same as text.
 */
#include "site/page_name_tables.h"

#include <stddef.h>

#include "base/buf.h"
#include "conf/theme.h"

#define TEXT(name, help) { name, NAME_TEXT, NULL, help }
#define FLAG(name, help) { name, NAME_FLAG, NULL, help }
#define GROUP(name, inside, help) { name, NAME_GROUP, inside, help }
#define END { NULL, NAME_TEXT, NULL, NULL }

static const struct page_name link_names[] = {
	TEXT("title", "the words of the link"),
	TEXT("href", "where it leads"),
	FLAG("current", "it leads to this very page"),
	FLAG("to_home", "it leads to a place on the first page"), END
};

static const struct page_name chapter_names[] = {
	TEXT("title", "its whole title"),
	TEXT("href", "its page"),
	FLAG("current", "it is the one that this page shows"),
	TEXT("nav_title", "its short title, else the whole one"),
	TEXT("summary", "the sentence below its title, or nothing"),
	TEXT("number", "its number; nothing for chapters without one"),
	FLAG("help", "it is the page of help lines"), END
};

static const struct page_name worksheet_names[] = {
	TEXT("title", "its title"),
	TEXT("href", "its page"),
	TEXT("label", "which one it is, such as \"Worksheet 2\""),
	TEXT("for_whom", "whom it is for, or nothing"),
	TEXT("duration", "how long it takes, or nothing"),
	TEXT("why", "what it is good for, or nothing"),
	TEXT("summary", "the sentence below its title, or nothing"),
	TEXT("pdf_href", "the sheet to print, or nothing"),
	TEXT("pdf_words", "what to call that link"),
	TEXT("sketch", "its lines as an SVG path, for the part sketch"),
	TEXT("sketch_words", "its words as an SVG path, drawn as bars"), END
};

static const struct page_name text_names[] = {
	TEXT("text", "one step, in words"), END
};

static const struct page_name download_names[] = {
	TEXT("kind", "which file it is, such as \"booklet\""),
	TEXT("title", "what it is called"),
	TEXT("why", "what it is good for"),
	TEXT("href", "the file"),
	TEXT("facts", "its form, pages and size, in words"),
	FLAG("has_steps", "there are steps"),
	GROUP("steps", text_names, "how to print it"), END
};

static const struct page_name language_names[] = {
	TEXT("tag", "its tag, such as \"en-GB\""),
	TEXT("name", "its name in itself"),
	TEXT("href", "this page in it, else its first page"),
	TEXT("alternate", "the whole address of this page in it, if the site "
	    "has an address and the page is there"),
	TEXT("dir", "the direction of its name: \"ltr\" or \"rtl\""),
	TEXT("otherwise", "the same for readers of none of the languages; "
	    "once"),
	FLAG("current", "it is the language of this page"), END
};

/* Under a letter of the A to Z. */
static const struct page_name entry_names[] = {
	TEXT("title", "the heading, word or keyword"),
	TEXT("href", "where it is"),
	TEXT("where", "the title of the page it is on, or nothing"), END
};

static const struct page_name letter_names[] = {
	TEXT("letter", "the letter, or the sign for all that begin with none"),
	TEXT("id", "an id for links to it"),
	GROUP("entries", entry_names, "what begins with it"), END
};

static const struct page_name first_help_names[] = {
	TEXT("name", "the name of the service"),
	TEXT("call", "what to do, such as \"Call 999\""),
	TEXT("href", "the number as a link"),
	TEXT("hours", "when somebody answers"),
	TEXT("hours_lang", "the language of that, if it is not the page's"),
	TEXT("name_lang", "the language of the name, if it is not the page's"),
	FLAG("emergency", "it is the number for danger to life"), END
};

static const struct page_name check_names[] = {
	TEXT("tool", "the tool, with its version if that is known"),
	TEXT("what", "what it looked at"),
	TEXT("found", "what it found"), END
};

static const struct page_name statement_names[] = {
	GROUP("checks", check_names, "what measured.yaml tells"),
	FLAG("has_checks", "there are some"),
	FLAG("firefox", "one of them was in Firefox"),
	TEXT("pages", "how many pages the site has"),
	TEXT("contrast", "the least contrast of text, in words"), END
};

static const struct page_name clinic_names[] = {
	TEXT("name", "its name"),
	TEXT("strapline", "the line below its name"),
	TEXT("phone", "its number as people read it"),
	TEXT("phone_href", "the number as a link"),
	TEXT("email", "its email address"),
	TEXT("email_href", "the same as a link"),
	TEXT("hours", "when it is open"),
	TEXT("address", "where it is"),
	TEXT("booking_url", "where to book"),
	TEXT("emergency_text", "what it wants said about emergencies"),
	TEXT("logo_href", "its logo, or nothing"),
	TEXT("logo_width", "the logo's width in pixels"),
	TEXT("logo_height", "the logo's height in pixels"), END
};

/* The chapter that the page shows. */
static const struct page_name this_names[] = {
	TEXT("id", "its id"),
	TEXT("number", "its number, or nothing"),
	TEXT("label", "which one it is, such as \"Chapter 3 of 9\""),
	TEXT("minutes", "how long it takes to read, in words"),
	TEXT("summary", "the sentence below its title, or nothing"),
	TEXT("for_whom", "whom a worksheet is for"),
	TEXT("duration", "how long a worksheet takes"),
	TEXT("why", "what a worksheet is good for"),
	TEXT("closing", "the last words of a worksheet"),
	TEXT("pdf_href", "the worksheet to print, or nothing"),
	TEXT("pdf_words", "what to call that link"),
	FLAG("is_worksheet", "it is a worksheet"),
	FLAG("is_help", "it is the page of help lines"),
	FLAG("discreet", "its head says \"discreet: yes\""),
	FLAG("not_kept", "its head says \"keep: no\""), END
};

/* What a page tells machines of itself. */
static const struct page_name facts_names[] = {
	TEXT("type", "its type for schema.org"),
	TEXT("reviewed_by", "who reviewed it, or nothing"),
	TEXT("last_reviewed", "the day of that, or nothing"),
	TEXT("modified", "the date of this version"),
	TEXT("version", "the version"),
	TEXT("picture", "the address of the picture for shared links, or "
	    "nothing"), END
};

static const struct page_name change_names[] = {
	TEXT("date", "its day, in words"),
	TEXT("version", "its version"),
	TEXT("of", "both in one line"),
	TEXT("what", "what changed"),
	TEXT("title", "the page where, or nothing"),
	TEXT("href", "that page's place, or nothing"), END
};

const struct page_name page_root_names[] = {
	TEXT("lang", "the tag of the page's language"),
	TEXT("dir", "\"ltr\" or \"rtl\""),
	TEXT("csp", "what the page may load: the Content-Security-Policy"),
	TEXT("base", "the path in front of pages, usually nothing"),
	TEXT("canonical", "the page's whole address, or nothing"),
	TEXT("stylesheet", "site.css with the theme's colours and font"),
	TEXT("script", "the script site.js"),
	TEXT("icon", "the icon of the site"),
	TEXT("kind", "the template of this page, such as \"chapter\""),
	TEXT("book_title", "the guide's whole title"),
	TEXT("book_name", "the same up to its colon"),
	FLAG("long_name", "that is too long for one row of the head"),
	TEXT("strapline", "the line below the guide's title"),
	TEXT("credit", "where the guide comes from"),
	TEXT("title", "the page's title"),
	TEXT("title_first", "the guide's title up to its colon"),
	TEXT("title_rest", "the rest of it, or nothing"),
	TEXT("page_title", "what browsers show on the tab"),
	TEXT("shared_title", "what a preview of its link shows; tells nothing "
	    "of a discreet page"),
	TEXT("description", "one sentence about the page, for machines; of a "
	    "discreet page the guide's strapline"),
	TEXT("mail_href", "a link that sends the page on by email"),
	TEXT("website_facts", "how large the website is, in words"),
	TEXT("review", "who reviewed the guide, or that nobody has"),
	TEXT("sample", "the line that says it is a sample, or nothing"),
	TEXT("partial", "the line that says that nobody has checked the "
	    "language, or nothing"),
	TEXT("version", "the version, in words"),
	TEXT("date", "its date, in words"),
	TEXT("next_review", "when it is looked at next, in words"),
	TEXT("heaviest", "what the heaviest page sends, in words"),
	TEXT("guide_id", "the guide's id"),
	TEXT("clinic_id", "the profile's id"),
	TEXT("home_href", "the first page"),
	TEXT("help_href", "the page of help lines, or nothing"),
	TEXT("start_href", "the first chapter, or nothing"),
	TEXT("worksheets_href", "the list of worksheets, or nothing"),
	TEXT("downloads_href", "what there is to print, or nothing"),
	TEXT("accessibility_href", "the page about accessibility"),
	TEXT("about_href", "the page about the guide, or nothing"),
	TEXT("about_title", "that page's title"),
	TEXT("search_href", "the page of the search"),
	TEXT("search_index", "the first file of the search's index"),
	TEXT("a_z_href", "the A to Z"),
	TEXT("current_href", "the page \"is my copy up to date\""),
	TEXT("feed_href", "the feed of changes, on pages that name it"),
	TEXT("leave_href", "where \"leave this page\" leads"),
	TEXT("moved_href", "where a page at an old address leads"),
	TEXT("moved_title", "the title of that page"),
	TEXT("worker_href", "the script that keeps the site for when there is "
	    "no network, or nothing"),
	TEXT("newest", "which version is the newest, in words"),
	TEXT("compare", "how to compare a copy with it, in words"),
	TEXT("distress_words", "words that bring help first, for the search"),
	FLAG("is_home", "it is the first page"),
	FLAG("is_help", "it is the page of help lines"),
	FLAG("is_search", "it is the page of the search"),
	FLAG("is_a_z", "it is the A to Z"),
	FLAG("is_current", "it is the page \"is my copy up to date\""),
	FLAG("shares", "it offers to be sent on"),
	FLAG("keeps", "it shows what was written in worksheets, or the list "
	    "of them"),
	GROUP("menu", link_names, "the menu"),
	GROUP("crumbs", link_names, "the way from the first page to this one"),
	FLAG("has_crumbs", "there is one"),
	GROUP("chapters", chapter_names, "all chapters in order"),
	FLAG("many_chapters", "only those near the page are in the list"),
	FLAG("has_chapters", "there are some"),
	GROUP("worksheets", worksheet_names, "all worksheets in order"),
	FLAG("has_worksheets", "there are some"),
	GROUP("downloads", download_names, "what there is to print"),
	FLAG("has_downloads", "there is something"),
	GROUP("languages", language_names, "the languages of the edition"),
	FLAG("has_languages", "there is more than one"),
	GROUP("headings", link_names, "the headings of a long page"),
	FLAG("has_headings", "there are some"),
	GROUP("with_chapter", link_names, "the worksheets of a chapter"),
	FLAG("has_with_chapter", "it has some"),
	GROUP("next", link_names, "the next chapter, if there is one"),
	GROUP("previous", link_names, "the one before, if there is one"),
	GROUP("letters", letter_names, "the A to Z, on its own page"),
	GROUP("first_help", first_help_names,
	    "whom to call first, on the page of the search"),
	FLAG("has_first_help", "there is somebody"),
	GROUP("changes", change_names,
	    "what changed, on the page \"is my copy up to date\""),
	FLAG("has_changes", "there are some"),
	GROUP("clinic", clinic_names, "the clinic, from its profile"),
	GROUP("this", this_names, "the chapter or worksheet of this page"),
	GROUP("statement", statement_names,
	    "what was measured, on the page about accessibility"),
	GROUP("facts", facts_names, "what the page tells machines of itself"),
	{ "content", NAME_CONTENT, NULL, "the text of the page; the one name "
	    "that is written {{{content}}}" },
	{ "words", NAME_WORDS, NULL, "the words of the tool in the page's "
	    "language, by key: {{words.contents}}" },
	{ "scripts", NAME_SCRIPTS, NULL, "the theme's scripts, by file name "
	    "without .js: {{scripts.search}}" }, END
};

const struct template_name page_templates[] = {
	{ "a-z", "the A to Z" },
	{ "accessibility", "what was done for accessibility and measured" },
	{ "chapter", "a chapter, and every page without one of its own" },
	{ "current", "is my copy up to date?" },
	{ "downloads", "what there is to print" },
	{ "help", "the help lines" },
	{ "home", "the first page" },
	{ "moved", "an old address: leads on to the new one" },
	{ "not-found", "what servers show for a page that is not there" },
	{ "search", "the search" },
	{ "worksheet", "one worksheet" },
	{ "worksheets", "the list of worksheets" },
	{ NULL, NULL }
};

const struct template_name page_parts[] = {
	{ "clinic", "how to reach the clinic" },
	{ "crescent", "the moon behind a chapter's number" },
	{ "crumbs", "the way from the first page to this one" },
	{ "facts", "what a page tells machines of itself" },
	{ "icon-avoid", "the sign of a box of what to avoid" },
	{ "icon-back", "the arrow to the page before" },
	{ "icon-do", "the sign of a box of what to do" },
	{ "icon-download", "the sign of a file" },
	{ "icon-emergency", "the sign of the box for danger to life" },
	{ "icon-file", "the icon of the site, with the colours sage and accent "
	    "as its only names" },
	{ "icon-further", "the arrow between two steps of the way" },
	{ "icon-help", "the sign of help" },
	{ "icon-menu", "the sign of the menu" },
	{ "icon-next", "the arrow to the next page" },
	{ "icon-note", "the sign of a note" },
	{ "icon-print", "the sign of what is to be printed" },
	{ "icon-search", "the sign of the search" },
	{ "icon-try", "the sign of a box of what to try" },
	{ "icon-urgent", "the sign of an urgent box" },
	{ "keeping", "attributes that tell the script of worksheets its words" },
	{ "kept", "the line that says what was kept or cleared, with undo" },
	{ "leave", "the link to leave a page about danger" },
	{ "leave-note", "why that link is there" },
	{ "mark", "the guide's mark" },
	{ "on-this-page", "the headings of a long page" },
	{ "page-bottom", "the foot of all pages" },
	{ "page-top", "the head of all pages" },
	{ "share", "ways to send a page on" },
	{ "side", "the chapters, beside the text on wide screens" },
	{ "sketch", "the small drawing of a worksheet" },
	{ "turn", "links to the next page and the one before" },
	{ "with-chapter", "the worksheets of a chapter, beside it" },
	{ NULL, NULL }
};

static void
put_templates(struct buf *out, const struct template_name *row)
{
	for (; row->name != NULL; row++)
		buf_printf(out, "  %s.mustache: %s\n", row->name, row->help);
}

static const char *
kind_words(enum name_kind kind)
{
	switch (kind) {
	case NAME_TEXT:
	case NAME_CONTENT:
	case NAME_WORDS:
	case NAME_SCRIPTS:
		return "";
	case NAME_FLAG:
		return "true if ";
	case NAME_GROUP:
		return "a section: ";
	}
	return "";
}

/* Groups stand three deep at most: the tables hold each other, not their
 * own. */
static void
put_names(struct buf *out, const struct page_name *row, int depth)
{
	for (; row->name != NULL; row++) {
		buf_printf(out, "%*s%s: %s%s\n", 2 * depth, "", row->name,
		    kind_words(row->kind), row->help);
		if (row->inside != NULL)
			put_names(out, row->inside, depth + 1);
	}
}

void
page_names_describe(struct buf *out)
{
	buf_puts(out, "pages: the templates that are filled as pages; each has "
	    "to be there, in the theme or in one that it extends\n");
	put_templates(out, page_templates);
	buf_puts(out, "parts: the parts that they are made of in the default "
	    "theme; {{> icon-next}} puts icon-next.mustache there, and a theme "
	    "may add parts of its own\n");
	put_templates(out, page_parts);
	buf_puts(out, "names: what templates may say, as {{name}}, or as "
	    "{{#name}} ... {{/name}} for what is shown only if it is true, and "
	    "once for each item of a list; {{^name}} ... {{/name}} is shown if "
	    "it is not; {{clinic.phone}} is a name inside a section\n");
	put_names(out, page_root_names, 1);
	buf_puts(out, "properties: what site.css finds defined, and names as "
	    "var(--ink); each colour has its value for light screens, dark "
	    "screens and print\n"
	    "  --face: the list of fonts for font-family\n");
	for (int i = 0; i < THEME_COLOUR_COUNT; i++)
		buf_printf(out, "  --%s: %s\n",
		    theme_colour_name((enum theme_colour)i),
		    theme_colour_help((enum theme_colour)i));
}
