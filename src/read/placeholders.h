/* SPDX-License-Identifier: MIT */
/*
 * {{name}}: one atom before inlines are parsed.
 *
 * A placeholder is masked before cmark sees the text: a character for private
 * use that stands for its number, then letters up to its length, so that no
 * place in the text moves and that it counts as a word in emphasis.  A mark of
 * a section, {{#name}} or {{/name}} alone on its line, becomes a comment of
 * the same length, which is a block of its own.  For use inside read/ only;
 * knows no values.
 */
#ifndef READ_PLACEHOLDERS_H
#define READ_PLACEHOLDERS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/diag.h"
#include "base/vec.h"

struct arena;

/* As many private characters as plane 15 has, and a few to spare. */
#define PLACEHOLDERS_MAX 65000

enum placeholder_kind {
	PLACEHOLDER_VALUE,		/* {{name}} */
	PLACEHOLDER_OPEN,		/* {{#name}} on its own line */
	PLACEHOLDER_CLOSE,		/* {{/name}} on its own line */
	PLACEHOLDER_STRAY		/* a section's mark among words */
};

struct placeholder {
	enum placeholder_kind	 kind;
	const char		*source;	/* as written */
	const char		*name;
	struct span		 at;
};

/* Those of one text; their numbers are indices. */
struct placeholders {
	VEC(struct placeholder)	 found;
};

/*
 * "text" with its placeholders masked, in "a"; the same text if it holds none.
 * NULL after an error: too many, or a character that masks are made of.
 */
const char *placeholders_mask(struct arena *a, struct diag_list *dl,
    struct placeholders *p, struct span first, const char *text, size_t len);
/* The first masked placeholder at or behind "s", or NULL; *start: its first
 * byte, *len: its bytes. */
const struct placeholder *placeholders_next(const struct placeholders *p,
    const char *s, const char **start, size_t *len);
/* "s" as it was written; itself if nothing in it is masked. */
const char *placeholders_restore(struct arena *a,
    const struct placeholders *p, const char *s);

#endif
