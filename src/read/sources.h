/* SPDX-License-Identifier: MIT */
/*
 * The Markdown files of one language and what their heads say.  For use inside
 * read/ only.
 */
#ifndef READ_SOURCES_H
#define READ_SOURCES_H

#include <stdbool.h>
#include <stddef.h>

#include "base/vec.h"
#include "read/front_matter.h"

struct arena;
struct conf_language;
struct diag_list;
struct file_root;
struct map;

struct source_file {
	const char		*file;		/* as shown in messages */
	const char		*name;		/* in links, see chapter */
	const char		*text;
	size_t			 len;
	struct front_matter	 front;
	bool			 whole;		/* front matter is without error */
	size_t			 body;		/* 0: not found */
	unsigned		 body_line;
	bool			 used;
	bool			 refused;	/* its id is another's */
	/* Of a language that extends another: no such id there. */
	bool			 stranger;
};

struct source_files {
	VEC(struct source_file)	 files;
};

/*
 * Reads <lang>/NAME.md and <lang>/worksheets/NAME.md in the order of their
 * names, then those of each extended language whose ids are not there yet.
 * False if there is no such language; other mistakes are in "dl" and leave a
 * file with whole == false.
 */
bool sources_read(struct arena *a, struct diag_list *dl,
    const struct file_root *guide, const struct conf_language *language,
    struct source_files *into);
/* The files (struct source_file) by the ids in their front matter; of two with
 * the same, which is an error, the first. */
struct map *sources_by_id(struct arena *a, struct source_files *s);

#endif
