/* SPDX-License-Identifier: MIT */
/*
 * The objects of one PDF file, and the file itself.  Owner of <hpdf*.h>:
 * libharu numbers the objects, writes them, their cross-reference table and the
 * trailer; what an object says is text that the callers made.
 *
 * Comes in: dictionaries as text, streams as bytes.  Goes out: a file in
 * memory.  Errors of libharu are kept and reported by obj_save, once.
 */
#ifndef PDF_OBJ_H
#define PDF_OBJ_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct buf;
struct diag_list;
struct obj_file;

struct obj_file *obj_open(void);
void obj_close(struct obj_file *file);

/* The number of a new object, to be set once before obj_save. */
uint32_t obj_reserve(struct obj_file *file);
/* Sets an object to the dictionary with "entries" ("/Type/Page/..."), copied
 * without the brackets. */
void obj_set(struct obj_file *file, uint32_t object,
    const struct buf *entries);
/*
 * The same with a stream; /Length is added here.  "bytes" must live until
 * obj_close; they are written as they are, so "entries" names their /Filter.
 */
void obj_set_stream(struct obj_file *file, uint32_t object,
    const struct buf *entries, const void *bytes, size_t len);
/* Reserves and sets. */
uint32_t obj_add(struct obj_file *file, const struct buf *entries);
uint32_t obj_add_stream(struct obj_file *file, const struct buf *entries,
    const void *bytes, size_t len);

/*
 * Writes the whole file to "out": header of version 1.7, objects in order of
 * their numbers, trailer with the catalog "root", "info" and an /ID made of the
 * bytes before it.  False after an error, which is in "dl".
 */
bool obj_save(struct obj_file *file, struct diag_list *dl, uint32_t root,
    uint32_t info, struct buf *out) __attribute__((warn_unused_result));

#endif
