/* SPDX-License-Identifier: MIT */
/*
 * A book's words and chapters, and its dump.
 */
#include "doc_book_kit.h"

T_MAIN
{
	struct buf dump;
	static const struct help_line help[2] = {
		{ .status = HELP_VERIFIED }, { .status = HELP_SEEN } };
	static const struct help_line callers[3] = {
		{ .level = HELP_EMERGENCY, .number = "1" },
		{ .level = HELP_URGENT, .number = "2" },
		{ .level = HELP_TALK, .number = "3" } };
	struct kit k;

	kit_new(&k);
	kit_word(&k, "next", "Next");
	kit_word(&k, "chapter-of", "Chapter {number} of {count}");
	kit_word(&k, "sample", "Sample");
	kit_word(&k, "help-checked", "Checked {date}.");
	kit_word(&k, "help-seen", "As seen on {date}.");
	t_str(book_word(&k.book, "next"), "Next", "a word by its key");
	t_str(book_word_with(&k.book, k.arena, "chapter-of", "number", "3",
	    "count", "9", NULL), "Chapter 3 of 9", "holes are filled");
	t_str(book_word_with(&k.book, k.arena, "chapter-of", "count",
	    "{number}", "number", "3", NULL), "Chapter 3 of {number}",
	    "what is filled in is not filled again");
	t_str(book_word_with(&k.book, k.arena, "next", NULL), "Next",
	    "words without holes stay as they are");
	t_str(book_isolated(&k.book, k.arena, "01632 960100"), "01632 960100",
	    "from left to right nothing is isolated");
	k.book.right_to_left = true;
	t_str(book_isolated(&k.book, k.arena, "01632 960100"),
	    "\xE2\x81\xA8" "01632 960100\xE2\x81\xA9",
	    "from right to left the groups of a number are");
	t_str(book_isolated(&k.book, k.arena, "112"), "112",
	    "figures alone need no help");
	t_str(book_isolated(&k.book, k.arena, "\xD7\x90\xD7\x91"),
	    "\xD7\x90\xD7\x91", "nor do letters from right to left");
	t_str(book_word_with(&k.book, k.arena, "chapter-of", "number", "A4",
	    "count", "9", NULL), "Chapter \xE2\x81\xA8" "A4\xE2\x81\xA9 of 9",
	    "what fills words is isolated");
	k.book.right_to_left = false;
	t_str(book_sample_line(&k.book), "Sample", "a sample says so");
	k.book.edition = EDITION_LIVE;
	t_ok(book_sample_line(&k.book) == NULL, "a live edition does not");
	t_ok(book_help_dated(&k.book, k.arena) == NULL,
	    "help lines without a date have no words for it");
	k.book.help_checked_words = "1 May";
	k.book.help = help;
	k.book.help_count = 1;
	t_str(book_help_dated(&k.book, k.arena), "Checked 1 May.",
	    "lines that a person has rung were checked");
	k.book.help_count = 2;
	t_str(book_help_dated(&k.book, k.arena), "As seen on 1 May.",
	    "if one of them was not, they were seen");
	t_ok(book_someone(&k.book) == NULL,
	    "without a number there is nobody to ring");
	k.book.help = callers;
	k.book.help_count = 3;
	t_str(book_someone(&k.book)->number, "3",
	    "somebody to ring is the mildest who has a number");
	k.book.help_count = 1;
	t_ok(book_someone(&k.book) == NULL,
	    "who answers for danger to life is not there to listen");
	k.book.help_count = 0;
	t_ok(book_chapter(&k.book, "give-it-time") == &k.chapters[2],
	    "a chapter by its id");
	t_ok(book_chapter(&k.book, "nowhere") == NULL,
	    "a chapter that is not there is NULL");
	k.chapters[0].summary = "For all.";
	t_str(chapter_lead(&k.chapters[0]), "For all.",
	    "the summary stands below the title");
	k.chapters[0].kind = CHAPTER_HELP;
	t_ok(chapter_lead(&k.chapters[0]) == NULL,
	    "but nothing stands before help");
	k.chapters[0].kind = CHAPTER_START;
	k.chapters[0].summary = NULL;
	k.book.title = "Growing \"close\"";
	k.book.chapter_count = 2;
	doc_resolve(k.arena, k.dl, &k.book);
	buf_init(&dump);
	book_dump(&k.book, &dump);
	t_str(dump.data, "book title=\"Growing \\\"close\\\"\" lang=\"en-GB\" "
	    "live\n"
	    "clinic\n"
	    "chapter before-you-start start minutes=1 "
	    "title=\"before-you-start\" file=\"content/en-GB/00-start.md\" "
	    "source=\"00-start.md\"\n"
	    "document 1:1\n"
	    "  paragraph 2:1 #before-you-start.p1\n"
	    "    text \"Words.\"\n"
	    "chapter rush-of-love chapter number=1 minutes=1 "
	    "title=\"rush-of-love\" file=\"content/en-GB/01-rush.md\" "
	    "source=\"01-rush.md\"\n"
	    "document 1:1\n"
	    "  paragraph 2:1 #rush-of-love.p1\n"
	    "    text \"Words.\"\n", "the whole book as text");
	buf_release(&dump);
	kit_end(&k);
}
