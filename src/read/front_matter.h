/* SPDX-License-Identifier: MIT */
/*
 * The lines between --- and --- at the head of a chapter or worksheet.
 *
 * Comes in: a file's text.  Goes out: its values with places, and where the
 * Markdown starts.  For use inside read/ only.
 */
#ifndef READ_FRONT_MATTER_H
#define READ_FRONT_MATTER_H

#include <stdbool.h>
#include <stddef.h>

#include "conf/guide.h"
#include "doc/book.h"

struct key_table;

struct front_matter {
	enum chapter_kind	 kind;
	struct conf_text	 id, title, nav_title, summary;
	struct conf_text	 kind_word, status, lang, audience;
	struct conf_text	*worksheets;	/* ids that go with a chapter */
	size_t			 worksheet_count;
	struct conf_text	*keywords;	/* other words for search */
	size_t			 keyword_count;
	struct conf_text	*sources;	/* ids of sources.yaml */
	size_t			 source_count;
	struct chapter_redirect	*redirects;	/* addresses of the past */
	size_t			 redirect_count;
	/* Worksheets. */
	struct conf_text	 number_word, for_whom, minutes_word, duration;
	struct conf_text	 why, closing, in_booklet_word;
	int			 number;	/* 0: not given */
	int			 minutes;	/* 0: not given */
	bool			 in_booklet;
	struct conf_text	 keep_word;
	bool			 not_kept;
	/* All pages. */
	struct conf_text	 tab_title, discreet_word;
	bool			 discreet;
};

/*
 * Reads the front matter of "text" (after a byte order mark), whose first byte
 * is at 1:1 of "file".  *body: the offset of the first line behind it;
 * *body_line: that line's number.  False after errors, which are in "dl"; "id"
 * is filled as far as it could be read.
 */
bool front_matter_read(struct arena *a, struct diag_list *dl,
    const char *file, const char *text, size_t len, struct front_matter *into,
    size_t *body, unsigned *body_line);

/* The keys of pages and of worksheets; *count of the tables. */
const struct key_table *front_matter_tables(size_t *count);

#endif
