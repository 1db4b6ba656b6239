/* SPDX-License-Identifier: MIT */
/*
 * Runs independent jobs on threads.
 *
 * A job reads only constant data and writes only to its own slot; results are
 * joined by index, so the outcome is the same for every number of threads.
 */
#ifndef BASE_POOL_H
#define BASE_POOL_H

#include <stddef.h>

/* Calls job(context, i) once for each i < count on up to "threads" threads
 * (1 or less: here and now).  Returns when all are done. */
void pool_run(int threads, size_t count, void (*job)(void *, size_t),
    void *context);

#endif
