/* SPDX-License-Identifier: MIT */
/*
 * What the editor is told: messages with a place, gathered and printed once.
 *
 * Knows nothing of Markdown or YAML.  A message is
 *
 *	content/en-GB/01-start.md:4:1: error: image "map.png" has no text
 *	    | the source line
 *	    | ^
 *	hint: write ![what it shows](map.png)
 *
 * Order when printed: file, line, column, then order of discovery.  A second
 * message with the same id at the same place is a consequence of the first and
 * is dropped.
 */
#ifndef BASE_DIAG_H
#define BASE_DIAG_H

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

struct arena;
struct buf;

/* Lines and columns count from 1, columns in bytes; line 0: the whole file;
 * file NULL: no file at all. */
struct span {
	const char	*file;
	unsigned	 line;
	unsigned	 col;
};

enum diag_level { DIAG_NOTE, DIAG_WARNING, DIAG_ERROR };

/* Which exit code an error asks for. */
enum diag_class {
	DIAG_CONTENT,		/* 1: the guide has errors */
	DIAG_CONFIGURATION,	/* 2: guide.yaml, theme, profile, usage */
	DIAG_SYSTEM		/* 3: disk, memory, a missing font file */
};

struct diag {
	enum diag_level	 level;
	enum diag_class	 class;
	const char	*id;	/* stable, such as "link-nowhere" */
	struct span	 at;
	const char	*text;
	const char	*hint;	/* NULL only in notes */
	size_t		 order;
};

struct diag_list;

struct diag_list *diag_list_new(struct arena *a);
/* An empty list that knows the sources of "of", which must outlive it. */
struct diag_list *diag_list_beside(struct arena *a,
    const struct diag_list *of);
/*
 * Where "words" first stand in the source from "from" on, looking at most
 * DIAG_FIND_LINES lines down; "from" itself if they do not, or if the source is
 * not known.  For what is found out long after the text was read.
 */
#define DIAG_FIND_LINES 20
struct span diag_find(struct diag_list *dl, struct span from,
    const char *words);
/* The same; if they do not, or if "from" is no line, where they first stand in
 * that file, then in any source. */
struct span diag_find_anywhere(struct diag_list *dl, struct span from,
    const char *words);
/* Do "words" stand in the source at exactly this place?  False if the source is
 * not known, or holds an escape there. */
bool diag_stands(struct diag_list *dl, struct span at,
    const char *words);
/* Messages of one file may quote its lines.  "text" must outlive the list. */
void diag_source(struct diag_list *dl, const char *file, const char *text,
    size_t len);
/*
 * Adds a message that came from elsewhere, such as another list; for those of
 * our own see diag_say.  "hint" says in plain words what to do next.  Never
 * fails, never prints.
 */
void diag_add(struct diag_list *dl, enum diag_level level, const char *id,
    struct span at, const char *hint, const char *fmt, ...)
    __attribute__((format(printf, 6, 7)));
/*
 * A message of base/messages.h: a SAY_... macro stands for its level, id, own
 * hint and text, so that the compiler checks what follows against the text:
 *
 *	diag_say(dl, at, NULL, SAY_LINK_SCHEME, scheme);
 *
 * "hint": instead of the message's own, where it names what was probably
 * meant; NULL: its own.  Errors are of the list's class, see diag_set_class.
 */
void diag_say(struct diag_list *dl, struct span at, const char *hint,
    enum diag_level level, const char *id, const char *own_hint,
    const char *fmt, ...) __attribute__((format(printf, 7, 8)));
/* The same as an error of class "class". */
void diag_say_class(struct diag_list *dl, enum diag_class class,
    struct span at, const char *hint, enum diag_level level, const char *id,
    const char *own_hint, const char *fmt, ...)
    __attribute__((format(printf, 8, 9)));
void diag_say_list(struct diag_list *dl, enum diag_class class,
    struct span at, const char *hint, enum diag_level level, const char *id,
    const char *own_hint, const char *fmt, va_list ap)
    __attribute__((format(printf, 8, 0)));
/* The same as an error of class "class". */
void diag_error_class(struct diag_list *dl, enum diag_class class,
    const char *id, struct span at, const char *hint, const char *fmt, ...)
    __attribute__((format(printf, 6, 7)));
/*
 * The class of errors that diag_add adds from now on (DIAG_CONTENT at first);
 * returns the class until now, to be put back.
 */
enum diag_class diag_set_class(struct diag_list *dl, enum diag_class class);
/* Appends the messages and sources of "from" (same arena or longer-lived). */
void diag_join(struct diag_list *dl, const struct diag_list *from);
size_t diag_count(const struct diag_list *dl, enum diag_level level);
/* The i-th message in printing order. */
const struct diag *diag_nth(struct diag_list *dl, size_t i);
size_t diag_total(const struct diag_list *dl);
/* 0 without errors, else the highest exit code that an error asks for. */
int diag_exit_code(const struct diag_list *dl);
/*
 * All messages as text, in printing order; colour adds ANSI escapes.  Tabs are
 * expanded, control characters shown as U+FFFD, long lines cut round the caret.
 */
void diag_write(struct diag_list *dl, struct buf *out, bool colour);

/* A mistake of ours: prints file and line, aborts, in every build. */
#define BUG(...) diag_bug(__FILE__, __LINE__, __VA_ARGS__)
_Noreturn void diag_bug(const char *file, int line, const char *fmt, ...)
    __attribute__((format(printf, 3, 4)));

#endif
