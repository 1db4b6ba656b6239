/* SPDX-License-Identifier: MIT */
/*
 * A book: one guide in one language for one clinic, ready to be rendered.
 *
 * Made by read/, completed by doc_resolve, then const.  Everything a renderer
 * prints is in here; renderers below conf/ read no configuration.
 */
#ifndef DOC_BOOK_H
#define DOC_BOOK_H

#include <stdbool.h>
#include <stddef.h>

#include "doc/help.h"
#include "doc/node.h"

struct arena;
struct buf;
struct diag_list;
struct drawing;
struct map;
struct picture;

enum chapter_kind {
	CHAPTER_START,		/* before you start: no number */
	CHAPTER_NUMBERED,
	CHAPTER_WORKSHEET,
	CHAPTER_HELP,
	CHAPTER_ABOUT,
	CHAPTER_PLAIN		/* words, sources: back matter */
};

/* An address below the site at which a page was in the past. */
struct chapter_redirect {
	const char	*address;	/* "old-name.html", "old/index.html" */
	struct span	 at;
};

struct chapter {
	enum chapter_kind	 kind;
	const char		*id;		/* and the page's name */
	const char		*title;		/* the h1 */
	const char		*nav_title;	/* short, for lists and feet */
	const char		*summary;	/* mostly the lead; or NULL */
	/* Other words that people look for, for search and A to Z. */
	const char		*const *keywords;
	size_t			 keyword_count;
	const char		*file;		/* for messages */
	/* The name in links: "01-rush.md", "worksheets/02-step.md"; NULL: the
	 * last part of "file". */
	const char		*source_name;
	int			 number;	/* from 1; 0: none */
	int			 minutes;	/* to read, or to fill in */
	/* Worksheets only. */
	const char		*for_whom;	/* "any week" */
	const char		*duration;	/* "2 minutes a day" */
	const char		*why;		/* one line */
	const char		*closing;	/* the kind line in the foot */
	bool			 in_booklet;
	bool			 not_kept;	/* on the reader's device */
	/* All, for the website. */
	bool			 discreet;	/* about danger or distress */
	const char		*tab_title;	/* or NULL */
	const struct chapter_redirect *redirects;
	size_t			 redirect_count;
	struct doc_node		*root;		/* DOC_DOCUMENT */
};

/* A word to know. */
struct book_term {
	const char	*term;
	const char	*say;		/* how it is said; or NULL */
	const char	*meaning;
};

/* What the guide rests on. */
struct book_source {
	const char	*id, *organisation, *title;
	const char	*year;		/* or NULL */
	const char	*address;	/* http:// or https://; or NULL */
};

/* What changed in a version. */
struct book_change {
	const char		*date, *date_words;
	const char		*version, *what;
	const struct chapter	*chapter;	/* or NULL: all of it */
};

enum book_edition { EDITION_SAMPLE, EDITION_LIVE };

/* Blank values are NULL and leave no trace in any output. */
struct book_clinic {
	const char	*id, *name, *strapline;
	const char	*phone, *phone_display, *email, *hours, *address;
	const char	*site_url;	/* absolute, without final slash */
	const char	*booking_url;
	const char	*leave_to;	/* from discreet pages; or NULL */
	const char	*emergency_text;
	const char	*services;	/* whom it helps, and how */
	const char	*region;	/* "GB" */
	/* Its sign, which only decorates: one of them, or none. */
	const struct drawing *logo;
	const struct picture *logo_picture;
	bool		 offline;	/* browsers keep the site */
};

/* A file of the language that no output has: its id is not in the order, or is
 * that of another file, which has been said. */
struct book_spare {
	const char	*source_name;	/* as a chapter's */
	const char	*id;
	bool		 refused;	/* its id is another's */
};

/* What the booklet is made of, page by page. */
enum print_kind {
	PRINT_COVER, PRINT_CONTENTS, PRINT_CHAPTER, PRINT_NOTES,
	PRINT_BACK_COVER
};
struct print_part {
	enum print_kind		 kind;
	const struct chapter	*chapter;	/* PRINT_CHAPTER */
};

struct book {
	const char	*guide_id;	/* "growing-close" */
	const char	*title, *strapline;
	const char	*lang;		/* BCP 47 */
	bool		 right_to_left;
	const char	*version;
	const char	*date, *next_review;		/* YYYY-MM-DD */
	const char	*date_words, *next_review_words; /* in the language */
	const char	*credit;	/* adapted from ...; never NULL */
	const char	*author;
	const char	*reviewed_by;	/* NULL: not reviewed */
	const char	*licence;	/* of the words; or NULL */
	/* When the help lines were last looked at, in words; or NULL. */
	const char	*help_checked_words;
	/* "growing-close 2026.11 example-uk en-GB" */
	const char	*edition_code;
	enum book_edition edition;
	struct book_clinic clinic;

	struct chapter	*chapters;	/* reading order */
	size_t		 chapter_count;
	const struct book_spare *spares; /* for messages about links */
	size_t		 spare_count;
	/* Ids of chapters that a partial language lacks. */
	const char	**left_out;
	size_t		 left_out_count;
	const struct print_part *print;	/* the booklet's sequence */
	size_t		 print_count;

	/* These files have mistakes, which were told: what they hold is not
	 * known, and that it is not there is none. */
	bool		 help_broken, terms_broken, sources_broken;
	/* The edition's printable help lines, by level then order. */
	const struct help_line *help;
	size_t		 help_count;

	const struct book_term *terms;		/* the glossary's */
	size_t		 term_count;
	const struct book_source *sources;
	size_t		 source_count;
	const struct book_change *changes;	/* the newest first */
	size_t		 change_count;

	/* Words of the tool itself in this language: key -> const char *. */
	const struct map *words;
	/* All files that images name, path -> struct drawing *. */
	const struct map *drawings;
};

/* The tool's own words; a key that the strings file lacks is a BUG, since
 * conf/ has checked the file against the list of keys. */
const char *book_word(const struct book *b, const char *key);
/* The same with "{name}" replaced, each value isolated: pairs of name and
 * value, ended by NULL. */
const char *book_word_with(const struct book *b, struct arena *a,
    const char *key, ...) __attribute__((sentinel));
/*
 * "text" as it may stand among words of the book: in a book from right to left a
 * name in Latin letters or a number in groups is set apart by FSI and PDI (UAX
 * #9, 2.4), so that its parts keep their order.  NULL for NULL.
 */
const char *book_isolated(const struct book *b, struct arena *a,
    const char *text);
/* "Sample: not reviewed ..." or NULL in a live edition. */
const char *book_sample_line(const struct book *b);
/* That nobody has checked the language, if it is partial; else NULL. */
const char *book_partial_line(const struct book *b);
/* Has a person rung every help line of the edition? */
bool book_help_verified(const struct book *b);
/* "Checked {date}. ..."; "Numbers as seen on {date}. ..." if a line is not
 * verified; NULL without a date. */
const char *book_help_dated(const struct book *b, struct arena *a);
/* Somebody to talk to who can be rung: the first line of the mildest level
 * that has one; who answers for danger to life is not there to listen.  NULL
 * if the region has nobody. */
const struct help_line *book_someone(const struct book *b);
/* The number of a line as people read it; NULL if it has none. */
const char *book_help_number(const struct help_line *line);
const struct chapter *book_chapter(const struct book *b, const char *id);
/* Is this part in the booklet?  "chapter" is NULL but for PRINT_CHAPTER. */
bool book_prints(const struct book *b, enum print_kind kind,
    const struct chapter *chapter);
/* What stands below the title: the summary, or NULL.  Where somebody looks
 * something up, help above all, it comes at once, with nothing to read first. */
const char *chapter_lead(const struct chapter *c);

/*
 * Ids: a block's is "<chapter>.<letters><number>" ("rush-of-love.p3"), a
 * heading's "<chapter>.<slug>".  The chapter's own words, which are not in the
 * tree, have these: "<chapter>.title", ".summary", ".number", ".for", ".time",
 * ".why" and ".closing"; no block ever gets them.
 *
 * Expands components, gives every block its id, resolves links inside the
 * guide and numbers chapters.  Mistakes go to "dl".  Call once; the book is
 * frozen afterwards.
 */
void doc_resolve(struct arena *a, struct diag_list *dl, struct book *b);
/* The whole book as text: golden tests. */
void book_dump(const struct book *b, struct buf *out);

#endif
