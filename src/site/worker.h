/* SPDX-License-Identifier: MIT */
/*
 * sw.js: what keeps an edition's site on a reader's device.
 */
#ifndef SITE_WORKER_H
#define SITE_WORKER_H

#include <stddef.h>

struct buf;

#define WORKER_FILE "sw.js"

struct worker_file {
	const char	*path;		/* in the site */
	const char	*sum;		/* its checksum */
};

/*
 * Appends sw.js: the edition's name and files in front of "script", the
 * theme's worker.js.  Pages and what they load are kept; PDFs when a reader
 * asks for them.  The version is made of all their checksums, so that it is a
 * new one whenever any of them is.
 */
void worker_put(struct buf *out, const char *name,
    const char *script, const struct worker_file *files, size_t count);
/* Appends a sw.js that takes an earlier one and all it kept off the device. */
void worker_put_removal(struct buf *out, const char *name);

#endif
