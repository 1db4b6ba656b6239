/* SPDX-License-Identifier: MIT */
/*
 * The pictures of a document: each is one object, however often it is shown.
 *
 * Comes in: pictures in page order.  Goes out: their numbers, and the image
 * objects of any number of files.  Nothing is decoded or compressed here: both
 * formats hold what the filters of PDF read.
 */
#ifndef PDF_IMAGE_H
#define PDF_IMAGE_H

struct arena;
struct buf;
struct image_set;
struct obj_file;
struct picture;

/* Lives in "a". */
struct image_set *image_set_new(struct arena *a);
void image_set_collect(struct image_set *set, const struct picture *picture);
/* The number in the resource name, 1 for /Im1, of one that was collected. */
unsigned image_set_number(const struct image_set *set,
    const struct picture *picture);
/* Adds the pictures' objects to a file and "/XObject<</Im1 7 0 R...>>" to
 * "resources"; nothing if there are none. */
void image_set_write(const struct image_set *set, struct obj_file *file,
    struct buf *resources);

#endif
