/* SPDX-License-Identifier: MIT */
/*
 * From a guide's folder to a frozen book.
 */
#ifndef READ_READ_H
#define READ_READ_H

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct book;
struct buf;
struct conf_guide;
struct conf_profile;
struct diag_list;
struct doc_node;
struct drawing;
struct file_root;
struct read_pictures;
struct theme;

/* The pictures of a guide's books; lives in "a", which has to outlive them. */
struct read_pictures *read_pictures_new(struct arena *a);

/*
 * Reads the guide in "guide" for one clinic and one language; the book is
 * resolved and complete.  NULL only if nothing sensible could be made; mistakes
 * are in "dl" either way, so ask diag_count before publishing.  What is in
 * "pictures" is not read again.
 */
const struct book *read_book(struct arena *a, struct diag_list *dl,
    const struct file_root *guide, const struct conf_guide *conf,
    const struct conf_profile *profile, const struct theme *theme,
    struct read_pictures *pictures, const char *lang);

/* The drawing that an SVG text holds, in "a"; NULL if it holds what drawings of
 * a guide may not (bifolio(5)), of which nothing is said. */
const struct drawing *read_drawing(struct arena *a, const char *svg,
    size_t len);

enum markdown_mode { MARKDOWN_GUIDE, MARKDOWN_COMMONMARK };

/*
 * One Markdown text as a tree.  MARKDOWN_COMMONMARK: nothing added, raw HTML
 * kept.  Caps: 1 MiB, nesting 64, 64 KiB a paragraph.  "line": number of the
 * text's first line in "file".  NULL after an error.
 */
struct doc_node *markdown_read(struct arena *a, struct diag_list *dl,
    const char *file, unsigned line, const char *text, size_t len,
    enum markdown_mode mode);

#endif
