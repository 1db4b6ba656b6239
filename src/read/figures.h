/* SPDX-License-Identifier: MIT */
/*
 * From an SVG text to a drawing.  For use inside read/ only.
 */
#ifndef READ_FIGURES_H
#define READ_FIGURES_H

#include <stddef.h>

#include "base/diag.h"

struct arena;
struct drawing;
struct map;

#define SVG_MAX_BYTES ((size_t)1024 * 1024)
#define SVG_MAX_ELEMENTS 20000
#define SVG_MAX_DEPTH 64
/* Elements that <use>, clip paths and masks draw. */
#define SVG_MAX_USED 10000

/*
 * Reads the part of SVG 1.1 that figures may use (bifolio(5), FIGURES.YAML) and
 * flattens it: references, groups and transforms are resolved, see
 * doc/drawing.h.  "file" names the text in messages, "name" the drawing
 * ("figures/f01.svg").  "labels": key -> const char * for the words in it, or
 * NULL.  NULL after errors, which are in "dl".
 */
const struct drawing *svg_read(struct arena *a, struct diag_list *dl,
    const char *file, const char *name, const char *text, size_t len,
    const struct map *labels);

/* The same drawing left for right, words the right way round. */
const struct drawing *svg_mirrored(struct arena *a,
    const struct drawing *drawing);

#endif
